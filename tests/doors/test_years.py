"""A site of several years: what changed, all years beside each other, smelters, index and feed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import main
from tests.support.build import build_strictly
from tests.support.builders import ROWS, YML, write_project, write_year

pytestmark = pytest.mark.site

ADDRESS = "https://www.invented.internal/ir/"


def of_year(year: int) -> str:
    return re.sub(r"202[12]", lambda found: str(int(found[0]) + year - 2021), YML)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three invented years: in 2022 a row is renamed and one has an identifier, in 2023 one is gone."""
    root = tmp_path_factory.mktemp("years")
    settings = write_project(root)
    rows = [list(row) for row in ROWS]
    renamed = [[f"{cell} Renamed" if cell == rows[0][_name()] else cell for cell in rows[0]], *rows[1:]]
    renamed[-1][1] = "CID000002"
    write_year(root / "data", year=2022, yml=of_year(2022), rows=renamed)
    write_year(root / "data", year=2023, yml=of_year(2023), rows=renamed[:-1])
    build_strictly(settings, root / "site", site_url=ADDRESS)
    return root / "site"


def _name() -> int:
    from tests.support.builders import HEADINGS

    return list(HEADINGS).index("Smelter Name")


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "lxml")


def smelters(site: Path) -> list[str]:
    """The addresses of the smelters' pages, without those that lead on."""
    folders = (one for one in sorted((site / "smelters").iterdir()) if one.is_dir())
    return [f"smelters/{one.name}" for one in folders if 'http-equiv="refresh' not in text_of(one)]


def text_of(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def kinds(site: Path, address: str) -> list[str]:
    return [str(row["data-change"]) for row in page(site, address).select("tr[data-change]")]


def test_each_year_but_the_first_says_what_changed(site: Path) -> None:
    assert kinds(site, "2023/changes") == ["gone"]
    assert kinds(site, "2022/changes") == ["renamed", "identifier"]
    assert not (site / "2021/changes").exists()


def test_every_link_of_the_new_pages_leads_somewhere(site: Path) -> None:
    for address in (
        "2023/changes",
        "years",
        "smelters",
        "2021/annex",
        *smelters(site),
    ):
        for link in page(site, address).select("article a[href]"):
            href = str(link["href"])
            target, _, anchor = href.partition("#")
            if target.startswith("http"):
                continue
            file = (site / address / target).resolve()
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), (address, href)
            assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), (address, href)


def test_a_smelters_page_has_the_sites_frame_and_its_own_words(site: Path) -> None:
    for address in smelters(site):
        found = page(site, address)
        assert found.select_one(".fsd-footer")
        assert found.title
        assert found.h1
        assert found.title.get_text().startswith(found.h1.get_text(strip=True).rstrip("#"))
        assert found.h1["id"] == "smelter"
        canonical = found.select_one("link[rel=canonical]")
        assert canonical
        assert canonical["href"] == f"{ADDRESS}{address}/"
        assert "fsd-profile-title" not in str(found)


def test_the_sitemap_has_every_page_and_no_shell(site: Path) -> None:
    found = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert {f"{ADDRESS}{address}/" for address in ["smelters", *smelters(site)]} <= set(found)
    assert f"{ADDRESS}years/" in found
    assert not [one for one in found if "shell" in one]


def test_pages_of_an_older_year_lead_to_the_same_page_of_the_newest(site: Path) -> None:
    (link,) = page(site, "2021/annex").select(".fsd-newer a")
    assert link["href"] == "../../2023/annex/"
    assert not page(site, "2023/annex").select(".fsd-newer")
    assert not page(site, "years").select(".fsd-newer")


def test_index_and_feed_hold_no_draft(site: Path) -> None:
    drafts = {year for year in (2021, 2022, 2023) if page(site, str(year)).select(".fsd-draft-mark")}
    if drafts == {2021, 2022, 2023}:
        assert not (site / "index.json").exists()
        return
    found = json.loads((site / "index.json").read_text(encoding="utf-8"))
    assert {one["year"] for one in found["years"]} == {2021, 2022, 2023} - drafts


def test_each_list_and_the_years_lead_to_all_smelters(site: Path) -> None:
    for year in (2021, 2022, 2023):
        (link,) = page(site, f"{year}/annex").select("#fsd-smelters")
        assert link["href"] == "../../smelters/"
    assert page(site, "years").select('a[href="../smelters/"]')
    rows = page(site, "smelters").select(".fsd-smelters tbody tr")
    assert [row.a["href"] for row in rows if row.a] == [
        f"{one.removeprefix('smelters/')}/" for one in smelters(site)
    ]


@pytest.mark.parametrize("year", ["2021", "2022"])
def test_verify_of_an_older_year_knows_the_way_to_the_smelters(
    site: Path, monkeypatch: pytest.MonkeyPatch, year: str
) -> None:
    monkeypatch.chdir(site.parent)
    done = CliRunner().invoke(main, ["verify", year])
    assert done.exit_code == 0, done.output


def test_without_smelters_pages_nothing_leads_to_them(tmp_path: Path) -> None:
    settings = write_project(tmp_path)
    write_year(tmp_path / "data", year=2022, yml=of_year(2022))
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - disclosure\n", "  - disclosure: {smelter_pages: false}\n"))
    build_strictly(settings, tmp_path / "site", site_url=ADDRESS)
    assert not (tmp_path / "site/smelters").exists()
    for address in ("2021/annex", "2022/annex", "years"):
        assert "smelters/" not in str(page(tmp_path / "site", address).select("article"))


def test_verify_compares_all_of_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    done = CliRunner().invoke(main, ["verify", "2023"])
    assert done.exit_code == 0, done.output
    for address in (
        "2023/changes/index.html",
        "2023/changes/changes-2023.csv",
        "years/index.html",
        "smelters/CID000002",
        "smelters/invented-tin-works-pe",
    ):
        assert address in done.output


def test_verify_names_a_smelters_page_that_was_changed_by_hand(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    file = site / smelters(site)[0] / "index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("What each list says of it", "What nobody says of it"), encoding="utf-8")
    try:
        done = CliRunner().invoke(main, ["verify", "2023"])
    finally:
        file.write_text(text, encoding="utf-8")
    assert done.exit_code == 1
    assert file.relative_to(site).as_posix() in done.output
