"""A final that is no example: its own address, one company in all years, nothing of the program's example."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.own_site.own_content import is_no_public_address, not_own
from generator.own_site.settings import docs_folder, find_site_url
from generator.pipeline import load
from tests.support.builders import YML, write_year
from tests.support.example_marks import EXAMPLE, example_py

ADDRESS = "https://ir.invented.internal/minerals/"
LATER = YML.replace("2022", "2023").replace("2021", "2022")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An invented filer's site, with a final."""
    write_year(tmp_path / "data")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n\nWe make our list so.\n", encoding="utf-8")
    return tmp_path


def found(site: Path, site_url: str = ADDRESS) -> list[tuple[str, str]]:
    return [(one.code, str(one.where)) for one in not_own(site / "docs", load(site / "data"), site_url)]


def change(site: Path, old: str, new: str, year: int = 2021) -> None:
    path = site / "data" / str(year) / "disclosure.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_the_companys_own_has_no_finding(site: Path) -> None:
    assert found(site) == []


@pytest.mark.parametrize(
    "address",
    [
        "", "https://conflict-minerals.example.com/", "https://example.org", "http://www.example.net/ir/",
        "https://ir.company.example/", "https://a.test/", "https://b.invalid/", "http://localhost:8000/",
        "http://127.0.0.1/", "https://[::1]/", "https://192.168.0.7/ir/", "EXAMPLE.COM", "https://example.com./",
        "https://intranet/", "https://build.local/", "http://127.1/", "http://[::1", "http://[a]/",
    ],
)  # fmt: skip
def test_an_address_that_no_reader_has_stops_a_final(site: Path, address: str) -> None:
    assert is_no_public_address(address)
    assert found(site, address) == [("OW-001", "mkdocs.yml")]


@pytest.mark.parametrize(
    "address", ["https://ir.examples.com/", "https://latest.io/", "https://8.8.8.8/", "https://mytest.com/x/"]
)
def test_an_address_that_only_looks_like_an_example_is_one(address: str) -> None:
    assert not is_no_public_address(address)


@pytest.mark.parametrize(
    ("old", "new"), [("state: final", "state: draft"), ("registrant:\n", "example: yes\nregistrant:\n")]
)
def test_a_draft_and_an_example_may_have_an_example_address(site: Path, old: str, new: str) -> None:
    change(site, old, new)
    assert found(site, "https://www.example.com/") == []


def test_a_sentence_of_the_example_in_a_page_stops_a_final(site: Path, repo: Path) -> None:
    shutil.copy(repo / "docs" / "about.md", site / "docs")
    shutil.copy(repo / "docs" / "accessibility.md", site / "docs")
    shutil.copy(repo / "docs" / "glossary.md", site / "docs")
    codes = found(site)
    assert {code for code, _ in codes} == {"OW-002"}
    assert {re.sub(r":\d+$", "", where) for _, where in codes} == {"docs/about.md", "docs/accessibility.md"}


@pytest.mark.parametrize(
    ("old", "new", "entry"),
    [
        ("Invented Devices, Inc.", "Invented Pumps, Inc.", "name"),
        ("001-00042", "001-00043", "commission_file_number"),
    ],
)
def test_another_registrant_than_in_the_year_before_stops_a_final(
    site: Path, old: str, new: str, entry: str
) -> None:
    write_year(site / "data", year=2022, yml=LATER)
    assert found(site) == []
    change(site, f"{old}\n", f"{new}\n", 2022)
    assert [code for code, _ in found(site)] == ["OW-003"]
    change(site, "registrant:\n", "registrant:\n  former_name: Invented Devices, Inc.\n", 2022)
    assert found(site) == []


def test_a_name_may_be_told_to_be_right_by_a_waiver(site: Path) -> None:
    write_year(site / "data", year=2022, yml=LATER)
    change(site, "001-00042", "001-00043", 2022)
    waiver = "waivers:\n  - {code: OW-003, place: disclosure.yml, reason: Invented, name: Ina Invented}\n"
    path = site / "data" / "2022" / "disclosure.yml"
    path.write_text(path.read_text("utf-8") + waiver, encoding="utf-8")
    (one,) = not_own(site / "docs", load(site / "data"), ADDRESS)
    assert one.waiver is not None


def test_the_example_with_its_mark_removed_is_found_everywhere(site: Path, repo: Path) -> None:
    shutil.rmtree(site / "data")
    shutil.copytree(repo / "data", site / "data")
    assert found(site, "") == []
    change(site, "example: yes\n", "example:\n")
    codes = found(site)
    assert [code for code, where in codes if where.startswith("data/2021/disclosure.yml")] == ["OW-004"] * 2
    assert ("OW-004", "data/2021/smelters.xlsx") in codes
    files = {where.partition(":")[0] for code, where in codes if code == "OW-005"}
    assert {"data/2021/report/01-introduction.md", "data/2021/report/05-due-diligence.md"} <= files


def test_an_example_beside_an_own_final_is_not_published_with_it(site: Path) -> None:
    write_year(site / "data", year=2022, yml=LATER)
    change(site, "registrant:\n", "example: yes\nregistrant:\n")
    assert [code for code, _ in found(site)] == ["OW-004"]


def test_default_texts_are_none_of_the_example(site: Path, repo: Path) -> None:
    for path in (repo / "generator" / "year" / "templates" / "report" / "conflict-minerals-report").glob(
        "*.md"
    ):
        shutil.copy(path, site / "data" / "2021" / "report")
    assert "OW-005" not in [code for code, _ in found(site)]


def test_what_the_program_knows_of_its_example_is_so() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == example_py(), "run: python -m tests.support.example_marks"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site_url: https://a.internal/\n", "https://a.internal/"),
        ('site_url: !ENV [SITE_URL, "https://b.example.com/"]\n', "https://b.example.com/"),
        ("site_url:\nmarkdown_extensions:\n  - x: !!python/name:a.b\n", ""),
        ("plugins: []\n", ""),
        ("site_url: !ENV SITE_URL\n", ""),
        ("site_url: !ENV [SITE_URL]\n", ""),
        ("INHERIT: mkdocs.yml\n", ""),
        ("\t- a", None),
        ("- a\n", None),
    ],
)
def test_the_address_is_read_as_mkdocs_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, address: str | None
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    path = tmp_path / "mkdocs.yml"
    assert find_site_url(path) is None
    path.write_text(text, encoding="utf-8")
    assert find_site_url(path) == address
    monkeypatch.setenv("SITE_URL", "https://c.internal/")
    assert find_site_url(path) == ("https://c.internal/" if "!ENV" in text else address)


def test_what_settings_inherit_is_theirs(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_url: https://a.internal/\ndocs_dir: words\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Invented\n", encoding="utf-8")
    assert find_site_url(tmp_path / "mkdocs.yml") == "https://a.internal/"
    assert docs_folder(tmp_path / "mkdocs.yml") == tmp_path / "words"
    (tmp_path / "base.yml").unlink()
    assert find_site_url(tmp_path / "mkdocs.yml") is None
    assert docs_folder(tmp_path / "mkdocs.yml") == tmp_path / "docs"


@pytest.mark.parametrize(
    ("old", "new"),
    [("name: Invented Devices, Inc.", "name: INVENTED DEVICES INC"), ("001-00042", "1-42")],
)
def test_the_same_company_written_otherwise_is_the_same(site: Path, old: str, new: str) -> None:
    write_year(site / "data", year=2022, yml=LATER.replace(old, new))
    assert found(site) == []


def test_another_company_than_that_of_a_draft_is_told(site: Path) -> None:
    other = LATER.replace("Invented Devices, Inc.", "Invented Pumps, Inc.")
    write_year(site / "data", year=2022, yml=other.replace("state: final", "state: draft"))
    assert [code for code, _ in found(site)] == ["OW-003"]
    change(site, "state: final", "state: draft")
    assert found(site) == []


def test_the_company_of_the_example_may_name_itself_in_its_pages(site: Path) -> None:
    (site / "docs" / "about.md").write_text("# About\n\nQualys, Inc. files each year.\n", encoding="utf-8")
    assert [code for code, _ in found(site)] == ["OW-002"]
    change(site, "name: Invented Devices, Inc.", "name: Qualys, Inc.")
    assert "OW-002" not in [code for code, _ in found(site)]


def test_check_tells_it_too(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_url:\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--data", str(site / "data")])
    assert result.exit_code == 1
    assert "OW-001 error: the site has no address (mkdocs.yml)" in result.output


def test_nobody_signs_for_another_companys_year_or_the_examples(site: Path) -> None:
    other = LATER.replace("Invented Devices, Inc.", "Invented Pumps, Inc.").replace(
        "state: final", "state: draft"
    )
    write_year(
        site / "data",
        year=2022,
        yml=other.replace("  signed_elsewhere: Invented, so that nobody signs\n", ""),
    )
    command = ["sign", "2022", "--role", "legal", "--name", "Ina Other", "--data", str(site / "data")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "OW-003 error: registrant.name is 'Invented Pumps, Inc.'" in result.output
    change(site, "registrant:\n", "registrant:\n  former_name: Invented Devices, Inc.\n", 2022)
    assert CliRunner().invoke(main, command).exit_code == 0
