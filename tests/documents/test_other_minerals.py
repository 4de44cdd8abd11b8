"""Lists of other minerals, and the page of an importer into the Union, beside the filing's documents."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.documents.output import Output
from generator.pipeline import LoadedYear, Year, export_files, load, render
from tests.support.builders import YML, write_year

LISTS = """
other_minerals: [Cobalt]
lists:
  - {sheet: Smelter List, title: "%s"}
  - {sheet: Cobalt, title: Cobalt refiners, minerals: [Cobalt]%s}
"""
HEADINGS = ("Metal", "Smelter Identification Number", "Smelter Name", "Smelter Country", "Status")
ROW = ("Cobalt", "CID903209", "Invented Cobalt Refinery", "FINLAND", "Open")
TITLE = "Annex I – Smelter list"


def year(folder: Path, *, placed: str | None = "", eu: str = "") -> LoadedYear:
    """An invented year; ``placed``: what the entry of its list of cobalt says more; None: it has none."""
    own = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
        "state: final", "state: draft"
    )
    made = write_year(folder / "data", yml=own + ("" if placed is None else LISTS % (TITLE, placed)))
    if placed is not None:
        book = openpyxl.load_workbook(made / "smelters.xlsx")
        sheet = book.create_sheet("Cobalt")
        sheet.append(HEADINGS)
        sheet.append(ROW)
        book.save(made / "smelters.xlsx")
    if eu:
        (made / "eu-importer.md").write_text(eu, encoding="utf-8")
    (loaded,) = load(folder / "data", 2021)
    return loaded


def documents(loaded: LoadedYear) -> dict[str, bytes]:
    assets, _ = export_files([loaded], Output(kinds=("edgar",)))
    return {asset.name: asset.content for asset in assets}


def test_a_list_of_cobalt_that_is_placed_nowhere_changes_no_document_of_the_filing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    without, beside = documents(year(tmp_path / "a", placed=None)), documents(year(tmp_path / "b"))
    assert without == beside
    assert b"obalt" not in b"".join(beside.values())


def test_a_list_of_cobalt_stands_in_the_exhibit_where_the_filer_places_it(tmp_path: Path) -> None:
    exhibit = documents(year(tmp_path, placed=", section: 01-inquiry"))["ex1-01.htm"].decode("ascii")
    assert "Invented Cobalt Refinery" in exhibit
    assert "part of no total" in exhibit


def test_the_site_lists_it_beside_the_smelters_and_the_report_does_not_speak_of_it(tmp_path: Path) -> None:
    loaded = year(tmp_path)
    assert isinstance(loaded, Year)
    pages = {page.uri: page for page in render([loaded]).pages}
    assert "Invented Cobalt Refinery" in pages["2021/annex.md"].complete
    assert "obalt" not in pages["2021/report.md"].complete
    assert loaded.facts.facilities.total == len(loaded.disclosure.smelters)


TEXT = "# Report\n\n## Policy\n\nWe have a policy.\n\n## Audits\n\n## Risks\n\n<!-- To write. -->\n"


def test_what_an_importer_into_the_union_says_is_a_page_of_the_site_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    without, loaded = year(tmp_path / "a", placed=None), year(tmp_path / "b", placed=None, eu=TEXT)
    page = next(one for one in render([loaded]).pages if one.uri == "2021/eu-importer.md")
    assert "We have a policy." in page.markdown
    assert "## Policy" in page.markdown
    assert "Audits" not in page.markdown
    assert "Risks" not in page.markdown
    assert documents(loaded) == documents(without)


@pytest.mark.parametrize("text", ["# Title\n\n## One\n\n<!-- A note. -->\n", "# Title\n"])
def test_headings_alone_make_no_page_and_are_told(tmp_path: Path, text: str) -> None:
    loaded = year(tmp_path, placed=None, eu=text)
    assert [str(one.where) for one in loaded.findings if one.code == "SE-016"] == [
        "data/2021/eu-importer.md:1"
    ]
    assert [one.uri for one in render([loaded]).pages if "eu-importer" in one.uri] == []


def test_a_text_that_cannot_be_filled_in_stops_the_year(tmp_path: Path) -> None:
    loaded = year(tmp_path, placed=None, eu="# Title\n\n{{ nothing.known }}\n")
    assert "SE-002" in {one.code for one in loaded.findings} or any(
        one.code.startswith("SE") and "eu-importer.md" in str(one.where) for one in loaded.findings
    )
