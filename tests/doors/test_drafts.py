"""A draft beside a final, in real builds: the site is the same with it, unless drafts are asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli

from generator.cli import main
from generator.documents.output import DRAFTS_ASKED
from generator.own_site.run_mkdocs import run_mkdocs
from generator.verify.verify import verify_site
from tests.support.builders import PROJECT, write_project, write_year
from tests.support.turn import LATER, LATER_DRAFT

pytestmark = pytest.mark.site

LEAN = PROJECT.replace("  - disclosure\n", "  - disclosure: {pdf: false}\n  - search\n")
ASKED = LEAN.replace("pdf: false", "pdf: false, drafts: true")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """2021 is final; built once."""
    write_project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(LEAN, encoding="utf-8")
    return tmp_path


def mkdocs(project: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["build", "-q", "-f", str(project / "mkdocs.yml"), *options])


def site_of(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_the_site_is_the_same_whatever_the_draft_beside_it_is(project: Path) -> None:
    assert mkdocs(project).exit_code == 0
    alone = site_of(project)
    folder = write_year(project / "data", year=2022, yml=LATER_DRAFT)
    for spoil in (lambda: None, lambda: (folder / "smelters.xlsx").write_bytes(b"damaged")):
        spoil()
        assert mkdocs(project, "--strict").exit_code == 0
        assert site_of(project) == alone
    found = verify_site(project / "data", 2021, project / "site")[1]
    assert [str(one) for one in found if one.severity == "error"] == []


def test_a_draft_that_is_asked_for_is_beside_the_final_and_no_search_finds_it(project: Path) -> None:
    write_year(project / "data", year=2022, yml=LATER_DRAFT)
    (project / "mkdocs.yml").write_text(ASKED, encoding="utf-8")
    assert mkdocs(project).exit_code == 0
    site = site_of(project)
    assert b"Draft, not filed." in site["2022/index.html"]
    front = BeautifulSoup(site["index.html"], "lxml")
    assert front.select_one("link[rel=canonical]")["href"].endswith("/ir/")  # type: ignore[index]
    assert b"Draft, not filed." not in site["index.html"]
    assert b"/2022/" not in site["sitemap.xml"]
    places = [one["location"] for one in json.loads(site["search/search_index.json"])["docs"]]
    assert [place for place in places if place.startswith("2022/")] == []
    assert [place for place in places if place.startswith("2021/")] != []
    missing = BeautifulSoup(site["404.html"], "lxml")
    assert missing.select_one("#newest").get_text() == "Reporting year 2021"  # type: ignore[union-attr]


def test_a_draft_that_is_asked_for_is_verified_as_it_stands(project: Path) -> None:
    write_year(project / "data", year=2022, yml=LATER_DRAFT)
    write_year(project / "data", year=2020, yml=LATER_DRAFT.replace("2022", "2020").replace("draft", "final"))
    (project / "mkdocs.yml").write_text(ASKED, encoding="utf-8")
    assert mkdocs(project).exit_code == 0
    for year, before in ((2022, "2020 50%, 2021 50%, 2022 50%"), (2021, "2020 50%, 2021 50%")):
        assert before in (project / "site" / str(year) / "index.html").read_text(encoding="utf-8")
        found = verify_site(project / "data", year, project / "site")[1]
        assert [str(one) for one in found if one.severity == "error"] == []


def test_build_asks_for_drafts_by_its_option(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    asked: list[bool] = []

    def heard(*_: object, has_drafts: bool, program: object) -> int:
        asked.append(has_drafts)
        return 0

    monkeypatch.setattr("generator.own_site.run_mkdocs.run_mkdocs", heard)
    for options in ([], ["--drafts"]):
        CliRunner().invoke(main, ["build", "-f", str(project / "mkdocs.yml"), *options])
    assert asked == [False, True]


def test_what_is_asked_by_the_option_reaches_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(project / "data", year=2022, yml=LATER_DRAFT)
    monkeypatch.delenv(DRAFTS_ASKED, raising=False)
    assert run_mkdocs(project / "mkdocs.yml", "build", "-q", has_drafts=True) == 0
    assert "2022/index.html" in site_of(project)


def test_pages_and_export_leave_drafts_out_unless_their_year_is_named(project: Path, tmp_path: Path) -> None:
    write_year(project / "data", year=2022, yml=LATER_DRAFT)

    def years_in(*command: str) -> tuple[set[str], str]:
        folder = tmp_path / "-".join(command)
        told = CliRunner().invoke(main, [*command, "--data", str(project / "data"), "--to", str(folder)])
        assert told.exit_code == 0, told.output
        top = folder / "docs" if command[0] == "pages" else folder
        return {path.name for path in top.iterdir() if path.name.isdecimal()}, told.output

    for command in (["pages"], ["export", "--only", "tables"]):
        years, told = years_in(*command)
        assert years == {"2021"}
        assert "ST-003 info: 2022 is a draft and is left out" in told
        assert years_in(command[0], "2022", *command[1:])[0] == {"2022"}


def test_a_draft_between_two_finals_changes_neither(project: Path) -> None:
    write_year(project / "data", year=2023, yml=LATER.replace("2023", "2024").replace("2022", "2023"))
    assert mkdocs(project).exit_code == 0
    alone = site_of(project)
    write_year(project / "data", year=2022, yml=LATER_DRAFT)
    (project / "mkdocs.yml").write_text(ASKED, encoding="utf-8")
    assert mkdocs(project).exit_code == 0
    for name in ("index.html", "changes/index.html", "changes/changes-2023.json"):
        assert b"2022/" not in site_of(project)[f"2023/{name}"].split(b"</article>")[0].split(b"<article")[-1]
    assert b"Since 2021:" in site_of(project)["2023/index.html"]
    assert alone["2023/changes/changes-2023.csv"] == site_of(project)["2023/changes/changes-2023.csv"]
