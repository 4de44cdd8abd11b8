"""No sentence of this program stands in a filed exhibit: it stands in the filer's folder, or not at all.

Each word of the texts that ``formsd start`` writes gives way to a word that nobody uses. What the exhibit
then says in other words came from the data, or is the program's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import lxml.html
import openpyxl
import pytest

from generator.documents.edgar.form import RESTATED
from generator.documents.make import filing_files
from generator.documents.output import Output
from generator.findings import errors
from generator.model import Route
from generator.pipeline import Year, filing_pages, load_year
from generator.prose.paragraphs import PARAGRAPH_SPECS
from generator.prose.wordings import WORDINGS
from generator.year.start import start_year as begin
from generator.year.wording import default_files
from tests.support.started_year import ROWS, start_year

WORD = "qq"
"""Takes the place of every word of the filer's texts."""

FORM = {"exhibit", "form", "sd"}
"""The form's own words."""

MONTHS = "january february march april may june july august september october november december"
NUMBERS = "none one two three four five six seven eight nine"
VALUES = frozenset(f"{MONTHS} {NUMBERS} and supplier suppliers".split())
"""Words of values: dates, numbers, lists of names; and what suppliers are called where ``disclosure.yml`` has
no other word."""

SECTION = """\
# Qq

{{ claim.unit_of_counting() }}

{% if facilities.gives_country %}
{{ claim.none_in_covered_country(facilities) }}

{{ claim.none_in_covered_country(facilities.gold) }}

{{ claim.none_in_covered_country(facilities.tungsten) }}

{{ claim.none_in_covered_country(facilities.indeterminable) }}

{% if high_risk_areas %}
{{ claim.low_risk_by_location(facilities) }}

{{ claim.low_risk_by_location(facilities.gold.indeterminable) }}
{% endif %}
{% endif %}

{{ claim.all_conformant(facilities) }}

{{ claim.all_answered() }}

{% if survey.outside_covered_countries is not none %}
{{ claim.declared_outside() }}
{% endif %}

{{ claim.origin() }}

{% for key in ("status_by_metal", "status_definitions", "countries", "programmes", "products", "origins") %}
{% if table[key] %}
{{ table[key] }}

{% endif %}
{% endfor %}
"""
"""Every claim and every table, in no other words."""


def row(
    metal: str, name: str, country: str = "JAPAN", status: str = "Conformant", **more: str
) -> dict[str, str]:
    given = {"Metal": metal, "Smelter Name": name, "Smelter Country": country, "Status": status, **more}
    return {heading: value for heading, value in given.items() if value}


AREAS = {"high_risk_areas": {"name": "Zones", "as_of": "2022-03-01", "countries": ["Peru", "Rwanda"]}}
UNKNOWN = (
    row("Gold", "Aurora"),
    row("Gold", "Borealis", ""),
    row("Tin", "Cassius", "Atlantis", "Indeterminable"),
    row("Tin", "Aurora", "RWANDA", ""),
    row("Tin", "Aurora", "RWANDA", ""),
)
SHAPES: Mapping[str, tuple[Sequence[Mapping[str, str]], dict[str, Any]]] = {
    "plain": (ROWS, {}),
    "all in covered countries": ((row("Gold", "Aurora", "RWANDA"), row("Tin", "Cassius", "UGANDA")), AREAS),
    "one": ((row("Gold", "Aurora", "RWANDA", "Indeterminable"),), {"origins": {"countries": ["Peru"]}}),
    "unknown countries": (UNKNOWN, {**AREAS, "survey__outside_covered_countries": "2"}),
    "origins": (
        ROWS,
        {
            "origins": {"by_metal": {"Tin": ["Peru", "Rwanda"], "Gold": ["Peru"]}, "recycled": ["Gold"]},
            "survey__tool_abbreviation": None,
            "survey__tool": None,
            "survey__suppliers": "1",
            "survey__answered": "0",
            "survey__outside_covered_countries": "0",
        },
    ),
    "recycled": (ROWS, {"origins": {"recycled": ["Gold"]}, "survey__answered": "7"}),
    "signs": (
        ROWS,
        {
            "statuses": [
                {"label": "Conformant", "class": "conformant", "definition": "Seen.", "mark": "*"},
                {"label": "Indeterminable", "class": "indeterminable", "list": "Register"},
            ],
            "products__categories": [{"name": "Radios", "metals": ["Gold"]}, {"name": "Lamps"}],
        },
    ),
    "counts": (
        (),
        {
            "counts": {
                "total": "12",
                "unit": "sites",
                "by_metal": {"Gold": "7", "Tin": "5"},
                "by_status": {"Conformant": "9"},
                "by_programme": {"RMAP": "8"},
            },
            "statuses": [{"label": "Conformant", "class": "conformant"}],
            "annex": None,
            "survey__suppliers": "7,000",
            "survey__answered": "",
            "survey__response_rate": "81%",
            "survey__spend_share": "90%",
            "survey__groups": [{"name": "direct", "suppliers": "40", "answered": "38"}],
        },
    ),
}
"""Rows of the list and facts of years in which the data chooses different texts."""


def year_of(tmp_path: Path, shape: str) -> Path:
    """A new year with this data, whose one section prints everything."""
    rows, changes = SHAPES[shape]
    folder = start_year(tmp_path / "data", 2021, Route.REPORT, rows=rows, **changes)
    for path in (folder / "report").iterdir():
        path.unlink()
    (folder / "report" / "01-all.md").write_text(SECTION, encoding="utf-8")
    return folder


def exhibit(folder: Path) -> str:
    """The text of Exhibit 1.01 for EDGAR."""
    year = load_year(folder.parent, 2021)
    assert isinstance(year, Year), year.findings
    assert [str(finding) for finding in errors(year.findings)] == []
    files, _ = filing_files(year.disclosure, filing_pages(year), Output(kinds=["edgar"]))
    (content,) = (file.content for file in files if file.name == "ex1-01.htm")
    text = content[content.index(b"<TEXT>") :] if b"<TEXT>" in content else content
    tree = lxml.html.document_fromstring(text)
    for title in tree.xpath("//title"):
        title.drop_tree()
    return " ".join(tree.itertext())


def overview_title(folder: Path) -> str:
    """The title of the overview, as Markdown without its attributes."""
    year = load_year(folder.parent, 2021)
    assert isinstance(year, Year), year.findings
    lines = filing_pages(year)["overview"].markdown.splitlines()
    title = next(line for line in lines if line.startswith("# "))
    return title.removeprefix("# ").partition(" {:")[0]


def in_other_words(text: str) -> str:
    """The text of a wording with another word for each word; headings, comments, names and targets stay."""
    kept = re.compile(r"<!--.*?-->|^#[^\n]*$|\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)", re.DOTALL | re.MULTILINE)
    pieces, behind = [], 0
    for found in kept.finditer(text):
        pieces += [_worded(text[behind : found.start()]), _literals(found[0])]
        behind = found.end()
    return "".join([*pieces, _worded(text[behind:])])


def _worded(text: str) -> str:
    return re.sub(r"[^\W\d_]+", WORD, text)


def _literals(text: str) -> str:
    if not text.startswith("{{"):
        return text
    return re.sub(r'"([^"]*)"', lambda literal: f'"{_worded(literal[1])}"', text)


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}


def words_of_data(folder: Path) -> set[str]:
    found = words_of((folder / "disclosure.yml").read_text(encoding="utf-8"))
    if (folder / "smelters.xlsx").exists():
        sheet = openpyxl.load_workbook(folder / "smelters.xlsx")["Smelter List"]
        for cells in sheet.iter_rows(min_row=2, values_only=True):
            found |= words_of(" ".join(str(cell) for cell in cells if cell is not None))
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_of_the_exhibit_is_the_filer_s_or_of_the_data(shape: str, tmp_path: Path) -> None:
    folder = year_of(tmp_path, shape)
    for path in (folder / "wording").iterdir():
        path.write_text(in_other_words(path.read_text(encoding="utf-8")), encoding="utf-8")
    said = words_of(exhibit(folder))
    assert WORD in said
    mark = words_of(RESTATED)  # of a file that nobody submits
    assert said - {WORD} - words_of_data(folder) - VALUES - FORM - mark == set()


NAMES = [path.name for path in default_files(Route.REPORT)]


def test_the_files_to_start_from_are_those_that_are_known() -> None:
    of_sections = {spec.name for spec in PARAGRAPH_SPECS}
    assert sorted(NAMES) == sorted(f"{name}.md" for name in WORDINGS if name not in of_sections)


NOT_NEEDED = {"exhibits.md", "overview.md"}
"""What this year does without: it has no further exhibits; and no document has the sentence on top of the
overview, which years that were begun before there was one do not need (decision 0073)."""


@pytest.mark.parametrize("name", sorted({*NAMES} - NOT_NEEDED))
def test_without_a_file_its_sentences_are_an_error(name: str, tmp_path: Path) -> None:
    folder = year_of(tmp_path, "unknown countries")
    (folder / "wording" / name).unlink()
    year = load_year(folder.parent, 2021)
    assert {(one.code, name in one.message) for one in errors(year.findings)} == {("WO-001", True)}


def test_without_the_sentence_of_the_overview_the_exhibit_is_the_same(tmp_path: Path) -> None:
    folder = year_of(tmp_path, "unknown countries")
    before, overview = exhibit(folder), overview_title(folder)
    (folder / "wording" / "overview.md").unlink()
    assert exhibit(folder) == before
    assert overview_title(folder) == "Conflict minerals disclosure for 2021" != overview


@pytest.mark.parametrize("name", NAMES)
def test_a_file_whose_texts_are_stripped_is_an_error_or_its_words_are_gone(name: str, tmp_path: Path) -> None:
    folder = year_of(tmp_path, "unknown countries")
    before = exhibit(folder)
    path = folder / "wording" / name
    headings = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n\n".join(headings) + "\n", encoding="utf-8")
    year = load_year(folder.parent, 2021)
    if not errors(year.findings):
        assert words_of(exhibit(folder)) < words_of(before)
    else:
        assert {one.code for one in errors(year.findings)} <= {"WO-001", "WO-002"}


def test_a_sentence_that_the_filer_rewrites_is_what_is_filed(tmp_path: Path) -> None:
    folder = year_of(tmp_path, "plain")
    path = folder / "wording" / "report.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("This report is Exhibit 1.01 to", "We attach this to"), encoding="utf-8")
    assert "We attach this to Form SD" in " ".join(exhibit(folder).split())


def test_a_year_that_was_begun_before_gets_the_files_that_are_missing(tmp_path: Path) -> None:
    folder = year_of(tmp_path, "plain")
    kept = folder / "wording" / "origin.md"
    kept.write_text(kept.read_text(encoding="utf-8").replace("could not be", "were not"), encoding="utf-8")
    own = kept.read_bytes()
    (folder / "wording" / "tables.md").unlink()
    (folder / "report" / "01-all.md").rename(folder / "report" / "99-all.md")
    begin(folder.parent, 2021, Route.REPORT)
    assert kept.read_bytes() == own
    assert (folder / "wording" / "tables.md").is_file()
    assert [path.name for path in (folder / "report").iterdir()] == ["99-all.md"]
