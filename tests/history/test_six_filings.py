"""Six filed exhibits become years: lists, words, headings, facts. No code is shared with the reader.

Facts are typed here; of definitions the first and the last word and their number, since no sentence of a
filing stands in this repository.
"""

from __future__ import annotations

import csv
import difflib
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.support.exhibit_text import bare, names_in
from tests.support.filed_words import blocks_in, exhibit_blocks, words_of
from tests.support.rendered import rendered

YEARS = {"caterpillar": 2025, "ford": 2023, "garrett": 2025, "honda": 2025, "microsoft": 2025, "nike": 2025}
LISTED = ("caterpillar", "ford", "garrett", "honda", "microsoft")


@dataclass(frozen=True)
class Imported:
    """A filing that was imported, and what the commands printed."""

    name: str
    folder: Path
    exhibit: Path
    output: str

    @property
    def year(self) -> Path:
        return self.folder / "data" / str(YEARS[self.name])

    @property
    def facts(self) -> dict[str, Any]:
        stated: dict[str, Any] = yaml.load(
            (self.year / "disclosure.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
        )
        return stated

    @property
    def list_file(self) -> Path:
        return self.exhibit.with_name(f"{self.name}-list.csv")


@cache
def imported(name: str, shared: Path, folder: Path, repo: Path) -> Imported:
    data = folder / "data"
    data.mkdir(parents=True)
    shutil.copy(repo / "data" / "countries.csv", data)
    exhibit = shared / "filings" / f"{name}.htm"
    command = ["import", str(YEARS[name]), "--data", str(data), "--exhibit", str(exhibit)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return Imported(name, folder, exhibit, result.output)


@pytest.fixture(params=YEARS)
def filing(request: pytest.FixtureRequest, shared: Path, run_dir: Path, repo: Path, worker: str) -> Imported:
    return imported(request.param, shared, run_dir / f"imported-{worker}" / request.param, repo)


@pytest.fixture(scope="session")
def worker(tmp_path_factory: pytest.TempPathFactory) -> str:
    return tmp_path_factory.getbasetemp().name


# The list


def filed_rows(one: Imported) -> list[list[str]]:
    with one.list_file.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def imported_rows(one: Imported) -> list[list[str]]:
    """The rows of all sheets; the metal that names a sheet stands in a first column."""
    book = openpyxl.load_workbook(one.year / "smelters.xlsx")
    rows: list[list[str]] = []
    for sheet in book:
        heading, *body = sheet.iter_rows(values_only=True)
        metal = (
            []
            if "metal" in str(heading[0]).lower() or "mineral" in str(heading[0]).lower()
            else [sheet.title]
        )
        rows += [[*metal, *(str(cell or "") for cell in row)] for row in body]
    return rows


def test_the_list_has_the_rows_cells_and_order_of_the_filing(filing: Imported) -> None:
    if filing.name not in LISTED:
        assert not (filing.year / "smelters.xlsx").exists()
        return
    assert imported_rows(filing) == filed_rows(filing)[1:]


def test_the_columns_have_the_headings_of_the_filing(filing: Imported) -> None:
    if filing.name in LISTED:
        headings = [text for text in filed_rows(filing)[0] if not text.startswith("(")]
        book = openpyxl.load_workbook(filing.year / "smelters.xlsx")
        assert all([cell.value for cell in sheet[1]] == headings for sheet in book)
        assert list(filing.facts["annex"]["headings"].values()) == headings


# The words


def sections(one: Imported) -> Any:
    texts = [path.read_text(encoding="utf-8") for path in sorted((one.year / "report").glob("*.md"))]
    return rendered("\n\n".join(texts))


@cache
def blocks_of(one: Imported) -> tuple[str, ...]:
    return exhibit_blocks(one.exhibit, names_in(one.list_file))


def markers_of(blocks: Sequence[str]) -> list[str]:
    """Numbers and letters of lists, which the lists of the page show; a browser draws them."""
    return [block for block in blocks if re.fullmatch(r"\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]", block)]


def test_every_word_of_the_exhibit_is_there_and_no_other(filing: Imported) -> None:
    root = sections(filing)
    headings = [word for head in root.xpath("//thead") for word in words_of(tuple(blocks_in(head)))]
    filed, shown = words_of(blocks_of(filing)), words_of(tuple(blocks_in(root)))
    left = Counter(filed)
    left.subtract(shown)
    added, missing = Counter(-left), Counter(left)
    assert not added - Counter(headings)  # a merged heading stands above each of its columns
    number = sum(count for count in missing.values() if count > 0)
    assert number <= 0.005 * len(filed) + len(markers_of(blocks_of(filing))), +missing


def test_the_words_stand_in_the_order_of_the_exhibit(filing: Imported) -> None:
    """Notes stand at the end of their section, the report's name above the number of the exhibit."""
    root = sections(filing)
    entries = root.xpath("//div[@class='footnote']/ol/li")
    notes = [word for entry in entries for word in words_of(tuple(blocks_in(entry)))]
    for note in root.xpath("//div[@class='footnote']"):
        note.drop_tree()
    filed, shown = words_of(blocks_of(filing)), words_of(tuple(blocks_in(root)))
    matcher = difflib.SequenceMatcher(None, filed, shown, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    title_and_markers = 12 + len(markers_of(blocks_of(filing)))
    assert equal >= 0.995 * (len(filed) - len(notes)) - title_and_markers


@pytest.mark.parametrize("name", ["honda", "ford", "microsoft"])
def test_no_number_of_a_page_and_no_running_heading_is_in_the_text(
    name: str, shared: Path, run_dir: Path, repo: Path, worker: str
) -> None:
    one = imported(name, shared, run_dir / f"imported-{worker}" / name, repo)
    lines = [
        line
        for path in (one.year / "report").glob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in lines if re.fullmatch(r"\s*(?:A-?)?\d{1,2}\s*", line)] == []
    assert not any("EXHIBIT 1.01 –" in line for line in lines)


def test_a_paragraph_that_a_page_cuts_is_one(shared: Path, run_dir: Path, repo: Path, worker: str) -> None:
    """The list of countries that a page break cuts in the filing of 2023 is one line."""
    one = imported("ford", shared, run_dir / f"imported-{worker}" / "ford", repo)
    (section,) = (one.year / "report").glob("*country-of-origin-of-the-conflict*")
    lines = section.read_text(encoding="utf-8").splitlines()
    assert max(line.count(";") for line in lines) == 132
    assert len(one.facts["origins"]["countries"]) == 133


# The headings

HEADINGS: dict[str, str] = {
    "caterpillar": "2:1 4:1 8:1 11:1 14:1 16:2 17:3 19:3 22:3 24:3 26:3 28:2 31:2 34:2 36:2 38:1 42:1"
    " 44:1 54:1 57:1 58:2 85:1 87:1 88:2",
    "ford": "2:1 9:1 22:1 28:2 30:1 32:2 39:1 41:1 42:2 96:2 116:2 141:2 143:2 145:1 184:1"
    " 220:1 228:1 233:2 242:2 249:2 254:2 259:2 264:2 276:1",
    "garrett": "2:1 6:1 7:2 9:2 12:2 15:2 30:1 31:2 43:2 56:2 67:2 70:2 72:2 74:2 81:2 91:2 93:1 96:1",
    "honda": "2:1 4:1 10:1 13:1 18:1 20:2 23:2 25:3 39:3 43:3 55:3 61:3 65:2 72:1 74:2 77:2 80:2 83:1 85:1",
    "microsoft": "2:1 5:1 14:1 20:2 22:3 27:3 30:3 49:3 54:3 66:3 69:2 81:2 84:3 87:3 92:2 96:2 99:1"
    " 101:2 155:2 201:1 224:1",
    "nike": "1:1 3:1 7:1 11:1 13:2 14:2 15:3 20:3 22:3 25:3 27:3 29:2 30:3 34:3 37:2 38:3 40:3 42:3"
    " 44:3 46:2 48:2 50:1 58:1 60:1",
}
"""The headings of each filing, marked by hand: the number of the block that ends one, and its level."""


def test_the_headings_are_those_that_a_reader_marks(filing: Imported) -> None:
    blocks = blocks_of(filing)
    marked = [tuple(map(int, one.split(":"))) for one in HEADINGS[filing.name].split()]
    shown = [
        (int(one.tag[1]), bare("".join(one.itertext())))
        for one in sections(filing).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    ]
    left = list(shown)
    hits = 0
    for number, level in marked:
        found = next((one for one in left if one[0] == level and one[1].endswith(bare(blocks[number]))), None)
        if found is not None:
            left.remove(found)
            hits += 1
    assert hits >= 0.95 * len(marked)
    assert len(left) <= 0.05 * len(marked), left


# The facts


@dataclass(frozen=True)
class Typed:
    """What a person reads in a filing; ``statuses`` with first word, last word and number of words."""

    registrant: str
    survey: dict[str, Any]
    statuses: dict[str, tuple[str, str, int] | None]
    origins: dict[str, Any]


TYPED = {
    "caterpillar": Typed(
        "Caterpillar Inc.",
        {"groups": [{"name": "high-priority suppliers", "answered": "732", "response_rate": "99%"}]},
        {},
        {
            "number": 142,
            "some": {"Andorra": [], "Zimbabwe": [], "Korea": [], "Saint Vincent and Grenadines": []},
        },
    ),
    "ford": Typed(
        "Ford Motor Company",
        {"response_rate": "100%"},
        {"Conformant": ("conformant", "2023", 23), "Active": ("actively", "2023", 24)},
        {
            "number": 139,
            "some": {
                "Burundi": ["Tantalum", "Tin", "Tungsten"],
                "Rwanda": ["Tantalum", "Tin", "Tungsten"],
                "Tanzania": ["Gold", "Tin"],
                "Uganda": ["Tungsten"],
                "Zambia": ["Gold"],
                "Zimbabwe": [],
                "Korea, Republic of": [],
            },
        },
    ),
    "garrett": Typed(
        "Garrett Motion Inc.",
        {"suppliers": "503", "answered": "408", "response_rate": "81.11%", "tool_version": "6.54"},
        {
            "Conformant": ("Independently", "standard", 10),
            "Active": ("Engaged", "conformant", 8),
            "Non-Conformant": ("Independently", "standard", 11),
            "RMI Due Diligence Review - Unable to Proceed": ("For", "submitted", 26),
            "Communication Suspended - Not Interested": ("Facility", "participation", 9),
            "In Communication": ("Not", "companies", 12),
            "Outreach Required": ("Outreach", "RMAP", 16),
        },
        {"determined": "no"},
    ),
    "honda": Typed("Honda Motor Co., Ltd.", {"suppliers": "approximately 7,000"}, {}, {}),
    "microsoft": Typed(
        "Microsoft Corporation",
        {"suppliers": "79", "response_rate": "100%"},
        {
            "Conformant": ("SOR", "RJC", 20),
            "Active": ("SOR", "conformant", 9),
            "Non-Conformant": ("SOR", "assessment", 22),
            "Outreach Required": ("SOR", "RMAP", 20),
            "In Communication": ("SOR", "company", 15),
            "RMI Due Diligence Review": ("Unable", "submitted", 28),
            "Not Applicable": ("Facility", "used", 11),
        },
        {
            "number": 43,
            "some": {"Andorra": [], "Congo, Democratic Republic of the": [], "Taiwan": [], "Vietnam": []},
        },
    ),
    "nike": Typed("NIKE, Inc.", {"response_rate": "100 percent"}, {"Conformant": ("a", "standard", 28)}, {}),
}
_FIGURES = ("suppliers", "answered", "response_rate", "spend_share", "tool_version", "groups")


def test_the_facts_are_those_that_a_person_reads(filing: Imported) -> None:
    typed, facts = TYPED[filing.name], filing.facts
    assert facts["registrant"]["name"] == typed.registrant
    assert facts["period"] == str(YEARS[filing.name])
    assert {key: value for key, value in facts["survey"].items() if key in _FIGURES} == typed.survey
    assert facts["filing"]["signed_elsewhere"]
    assert (facts["filing"]["state"], facts["filing"]["imported"]) == ("final", "true")


def test_statuses_have_their_labels_and_definitions(filing: Imported) -> None:
    found = {}
    for one in filing.facts.get("statuses", []):
        words = re.findall(r"[\w’'-]+", one.get("definition", ""))
        found[one["label"]] = (words[0], words[-1], len(words)) if words else None
    assert {label: ends and ends[:2] for label, ends in found.items()} == {
        label: ends and ends[:2] for label, ends in TYPED[filing.name].statuses.items()
    }
    for label, ends in TYPED[filing.name].statuses.items():
        assert ends is None or abs(ends[2] - found[label][2]) <= 2, label  # type: ignore[index]


def test_countries_of_origin_have_their_metals(filing: Imported) -> None:
    typed, stated = TYPED[filing.name].origins, filing.facts.get("origins", {})
    assert stated.get("determined") == typed.get("determined")
    countries = {**{name: [] for name in stated.get("countries", [])}, **stated.get("by_country", {})}
    assert len(countries) == typed.get("number", 0)
    assert {name: countries.get(name) for name in typed.get("some", {})} == typed.get("some", {})


def test_each_fact_has_its_place(filing: Imported) -> None:
    """Above each entry that the text gives stands the file with a line or words."""
    lines = (filing.year / "disclosure.yml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        of_survey = re.match(r"  (?:suppliers|answered|response_rate|tool_version|groups):", line)
        of_origins = re.match(r"  (?:countries|by_country|determined):", line)
        if of_survey or of_origins or line.startswith(("period:", "statuses:")):
            assert re.match(rf"\s*# {filing.name}\.htm[:,]", lines[number - 1]), line
    notes = (filing.year / "import.md").read_text(encoding="utf-8")
    assert f"- registrant.name: {TYPED[filing.name].registrant} ({filing.name}.htm" in notes


# The proof


def test_verify_finds_no_difference_and_names_what_it_compared(filing: Imported) -> None:
    command = [
        "verify",
        str(YEARS[filing.name]),
        "--data",
        str(filing.folder / "data"),
        "--against",
        str(filing.exhibit),
    ]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    last = result.output.strip().splitlines()[-1]
    assert last.startswith("No difference")
    assert "the registrant's name" in result.output
    assert "year of the reporting period" in result.output
    for key, words in (
        ("suppliers", "suppliers asked"),
        ("answered", "suppliers that answered"),
        ("response_rate", "response rate"),
        ("tool_version", "version of the questionnaire"),
    ):
        assert key not in TYPED[filing.name].survey or words in result.output
    if TYPED[filing.name].statuses:
        number = len(TYPED[filing.name].statuses)
        assert f"{number} of {number} definition" in result.output
    if TYPED[filing.name].origins.get("number"):
        assert f"{TYPED[filing.name].origins['number']} countries of origin" in result.output


@pytest.mark.parametrize(("name", "places"), [("ford", 6), ("microsoft", 1), ("nike", 1)])
def test_what_a_filing_says_against_itself_is_told_as_that(
    name: str, places: int, shared: Path, run_dir: Path, repo: Path, worker: str
) -> None:
    one = imported(name, shared, run_dir / f"imported-{worker}" / name, repo)
    command = ["verify", str(YEARS[name]), "--data", str(one.folder / "data"), "--against", str(one.exhibit)]
    result = CliRunner().invoke(main, command)
    assert result.output.count("VE-020 warning") == places
    assert f"contradicts itself in {places} place" in result.output
