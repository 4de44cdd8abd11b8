"""No message says what a year withholds, whatever it quotes, and what is public stays in it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.confidential.unsaid import UNSAID, Unsaid
from generator.findings import Finding
from generator.findings.as_text import finding_lines
from generator.findings.catalogue import (
    CONFLICT_FREE,
    FIGURE_TYPED,
    LEAK_IN_TEXT,
    SECTION_NAME,
    WORDING_UNKNOWN,
)
from generator.model import CellRef, LineRef, Waiver
from generator.review.shown_site import NOTHING
from tests.support.builders import HEADINGS, ROWS, YML, workbook, write_year

SUPPLIER = "Albatross Castings"
DRAFT = YML.replace("state: final", "state: draft").replace("  date: 2022-05-31\n", "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The data of an invented filer beside its settings and a page; a column names a supplier."""
    year = write_year(tmp_path / "data", yml=DRAFT)
    rows = [[*ROWS[0], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(year / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Invented\nplugins: [disclosure]\n", encoding="utf-8")
    return tmp_path


def run(project: Path, command: str, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "2021", "--data", str(project / "data"), *options])


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        text = (project / "data" / "2021" / name).read_text(encoding="utf-8")
        assert old in text
        (project / "data" / "2021" / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(name: str, text: str) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        (project / name).parent.mkdir(exist_ok=True, parents=True)
        (project / name).write_text(text, encoding="utf-8")

    return write


def added(name: str, text: str) -> Callable[[Path], None]:
    def add(project: Path) -> None:
        path = project / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return add


def in_list(cell: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        book = openpyxl.load_workbook(project / "data" / "2021" / "smelters.xlsx")
        book["Smelter List"][cell] = SUPPLIER
        book.save(project / "data" / "2021" / "smelters.xlsx")

    return change


SAID = {
    "entry that is not known": added("data/2021/disclosure.yml", f"\n{SUPPLIER}: yes\n"),
    "value that is not known": replaced("disclosure.yml", "state: draft", f"state: {SUPPLIER}"),
    "file that is no YAML": added("data/2021/disclosure.yml", f"\nnotice: [{SUPPLIER}\n"),
    "case of a wording": written("data/2021/wording/annex.md", f"## {SUPPLIER}\n\nA text.\n"),
    "name in a wording": written("data/2021/wording/annex.md", "## title\n\n{{ albatross_castings }}\n"),
    "name of a wording": written("data/2021/wording/albatross-castings.md", "## a\n\nA text.\n"),
    "name in a section": added("data/2021/report/02-results.md", "\n{{ facilities.albatross_castings }}\n"),
    "sentence of a section": added(
        "data/2021/report/02-results.md", f"\nOur products with parts of {SUPPLIER} are conflict free.\n"
    ),
    "figure beside it": added(
        "data/2021/report/02-results.md", f"\nWith {SUPPLIER} we asked 917 suppliers.\n"
    ),
    "tag that nothing ends": added("data/2021/report/02-results.md", f"\n{{% if '{SUPPLIER}' %}}\n"),
    "note that is open": added("data/2021/report/02-results.md", f"\n<!-- To do: ask {SUPPLIER} -->\n"),
    "name of a section's file": written("data/2021/report/albatross-castings.md", "# Thanks\n"),
    "picture that is not there": added(
        "data/2021/report/02-results.md", "\n![Works](pictures/albatross-castings.png)\n"
    ),
    "picture that is not shown": written("data/2021/pictures/Albatross Castings.png", "x"),
    "exhibit that is not named": written("data/2021/exhibits/Albatross Castings.pdf", "x"),
    "status in the list": in_list("E2"),
    "country in the list": in_list("D2"),
    "metal in the list": in_list("A2"),
    "entry of the looks": written("brand.yml", f"{SUPPLIER}: x\n"),
    "logo that is not there": written("brand.yml", f"logo: {{light: brand/{SUPPLIER}.svg}}\n"),
    "entry of the settings": written("mkdocs.yml", f"site_name: x\nplugins: [disclosure]\n{SUPPLIER}: x\n"),
    "file among the pages": written("docs/Albatross Castings.7z", "7z\xbc\xaf\x27\x1c"),
    "table of countries": written("data/countries.csv", f"{SUPPLIER},x\n"),
}
"""Where the name stands so that some finding would quote it."""


@pytest.mark.parametrize("route", SAID)
def test_no_way_of_checking_says_it(project: Path, route: str) -> None:
    SAID[route](project)
    outputs = [run(project, "check", *options).output for options in ((), ("--json",), ("--sarif",))]
    assert [one for one in outputs if "albatross" in one.lower()] == []
    assert json.loads(outputs[1])["findings"]


@pytest.mark.parametrize("command", ["sign", "export", "stage"])
@pytest.mark.parametrize("route", ["entry that is not known", "case of a wording", "sentence of a section"])
def test_no_command_that_stops_says_it(project: Path, route: str, command: str) -> None:
    SAID[route](project)
    out, data = str(project / "out"), str(project / "data")
    options = {
        "sign": ("2021", "--role", "legal", "--name", "Ina Example"),
        "export": ("2021", "--to", out),
        "stage": (out,),
    }
    result = CliRunner().invoke(main, [command, *options[command], "--data", data])
    assert result.exit_code == 1
    assert "albatross" not in result.output.lower()


def test_what_is_public_stays_in_the_message(project: Path) -> None:
    """Here the supplier is a listed smelter too, whose name excuses it."""
    rows = [[*ROWS[0][:2], SUPPLIER, *ROWS[0][3:], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(project / "data" / "2021" / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    finding = Finding(SECTION_NAME, f"'{SUPPLIER}' is odd", LineRef("data/2021/report"), "Look.")
    assert Unsaid(project / "data").findings([finding]) == (finding,)


PLACE = LineRef("data/2021/report/02-results.md", 3, 5)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding(WORDING_UNKNOWN, f"'{SUPPLIER}' is no case", PLACE, f"Known: 'a'. Not “{SUPPLIER}”."),
            f"WO-003 error: '{UNSAID}' is no case ({PLACE}). Known: 'a'. Not “{UNSAID}”.",
        ),
        (
            Finding(WORDING_UNKNOWN, f"{SUPPLIER} is no case", PLACE, f"Ask {SUPPLIER}."),
            f"WO-003 error: a file, a case or a name of a wording that is not known: {UNSAID} ({PLACE})."
            " Look at this place; what stands there is withheld, and not shown.",
        ),
        (
            Finding(FIGURE_TYPED, "'298' is typed", CellRef("data/2021/a.xlsx", SUPPLIER, "A1"), "Look."),
            f"TF-001 warning: '298' is typed (data/2021/a.xlsx '{UNSAID}'!A1). Look.",
        ),
        (
            Finding(SECTION_NAME, "it is odd", LineRef("data/2021/report/albatross-castings.md", 4), "Look."),
            "SE-001 error: it is odd (data/2021/report). Look.",
        ),
        (
            Finding(SECTION_NAME, "it is odd", LineRef("a.htm", words=f"by {SUPPLIER}"), "Look."),
            f"SE-001 error: it is odd (a.htm, “{UNSAID}”). Look.",
        ),
    ],
)
def test_what_is_withheld_is_replaced_word_for_word(project: Path, finding: Finding, said: str) -> None:
    (one,) = Unsaid(project / "data").findings([finding])
    assert str(one) == said


def test_the_reason_of_a_waiver_says_it_neither(project: Path) -> None:
    waiver = Waiver(code="WD-002", place="a.md", reason=f"As {SUPPLIER} says", name="Ina Example")
    finding = Finding(CONFLICT_FREE, "it says so", PLACE, "Look.", waiver)
    (one,) = Unsaid(project / "data").findings([finding])
    assert SUPPLIER not in str(one) + json.dumps(one.as_dict())


def test_a_line_is_shown_beside_no_finding_where_another_one_says_it_is_withheld(project: Path) -> None:
    (project / "data" / "2021" / "report" / "02-results.md").write_text("# A\n\nwith a name\n", "utf-8")
    other = Finding(FIGURE_TYPED, "'298' is typed", PLACE, "Look.")
    leak = Finding(LEAK_IN_TEXT, "a name", LineRef(PLACE.file, PLACE.line), "Look.")
    lines = [line.text for line in finding_lines([leak, other], project / "data")]
    assert "with a name" not in "\n".join(lines)


@pytest.mark.parametrize("damage", ["smelters.xlsx", "disclosure.yml"])
def test_what_can_be_read_is_withheld_where_another_file_is_damaged(project: Path, damage: str) -> None:
    """The supplier stands in the review here."""
    year = project / "data" / "2021"
    year.joinpath("suppliers.yml").write_text(f"suppliers:\n  - {SUPPLIER}\n", encoding="utf-8")
    (year / damage).write_bytes(b"\xff\xfe damaged: [")
    finding = Finding(SECTION_NAME, f"'{SUPPLIER}' is odd", LineRef("data/2021/report"), "Look.")
    (one,) = Unsaid(project / "data").findings([finding])
    assert SUPPLIER not in str(one)


def test_a_folder_that_is_not_there_withholds_nothing(tmp_path: Path) -> None:
    finding = Finding(SECTION_NAME, "it is odd", LineRef("report"), "Look.")
    assert Unsaid(tmp_path / "data").findings([finding]) == (finding,)


def test_a_build_that_stops_says_it_neither(project: Path) -> None:
    SAID["entry that is not known"](project)
    settings = "site_name: Invented\ntheme: material\nplugins: [search, disclosure]\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(project / "mkdocs.yml")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"YM-002 error: '{UNSAID}' is not known" in result.stderr
    assert "albatross" not in (result.stdout + result.stderr).lower()


def test_what_a_build_tells_while_it_goes_on_says_it_neither(project: Path) -> None:
    finding = Finding(FIGURE_TYPED, f"'{SUPPLIER}' is odd", PLACE, "Look.")
    shown = replace(NOTHING, brand=replace(NOTHING.brand, findings=(finding,)))
    told = shown.told([finding], Unsaid(project / "data").findings)
    assert told == [str(replace(finding, message=f"'{UNSAID}' is odd"))] * 2


@pytest.mark.parametrize(
    "link",
    ["Albatross%20Castings.md", "albatross-castings.md", "<Albatross Castings.png>", "/Albatross_Castings"],
)
def test_what_mkdocs_warns_of_says_it_neither(project: Path, link: str) -> None:
    (project / "docs" / "about.md").write_text(f"# About\n\n[Here]({link}) and [there](gone.md).\n")
    settings = "site_name: Invented\ntheme: material\nplugins: [search, disclosure]\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(project / "mkdocs.yml")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "albatross" not in (result.stdout + result.stderr).lower()
    assert "contains a link 'gone.md'" in result.stderr
    assert UNSAID in result.stderr


def test_a_line_of_the_log_keeps_what_is_public(project: Path) -> None:
    unsaid = Unsaid(project / "data")
    assert unsaid.line("'Invented Gold Works.md' is gone") == "'Invented Gold Works.md' is gone"
    assert unsaid.line(f"'{SUPPLIER}.md' of 'a.md'") == f"'{UNSAID}' of 'a.md'"
    assert SUPPLIER not in unsaid.line(f"{SUPPLIER} is gone") != ""
