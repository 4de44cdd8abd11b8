"""What a newcomer reads first: all that is missing in one screen, each once, no layer behind another."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.findings import Finding
from generator.model import Route
from generator.pipeline import load_year
from tests.support.builders import HEADINGS, ROWS, SECTIONS, YML, csv_text, workbook, write_year

_SCREEN = 40
"""Lines of 100 columns."""

OWN_DRAFT = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "state: final", "state: draft"
)


def printed(*command: str, data: Path) -> list[str]:
    output = CliRunner().invoke(main, [*command, "--data", str(data)]).output
    return [part for line in output.splitlines() for part in textwrap.wrap(line, 100) or [""]]


def findings_of(data: Path) -> tuple[Finding, ...]:
    return load_year(data, 2021).findings


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("listed", ["--list", "--no-list"])
def test_a_fresh_year_says_all_that_is_missing_in_one_screen(
    tmp_path: Path, route: Route, listed: str
) -> None:
    CliRunner().invoke(main, ["start", "2025", "--data", str(tmp_path), "--route", route.value, listed])
    lines = printed("check", "2025", data=tmp_path)
    assert len(lines) <= _SCREEN
    text = " ".join(lines)
    for name in ("name", "jurisdiction", "commission_file_number", "address.street", "address.city"):
        assert f"registrant.{name} (line" in text
    for name in ("contact.name", "contact.telephone", "disclosure_url"):
        assert f"registrant.{name} (line" in text
    assert "products.description" in text
    assert "products.categories" in text
    assert ("the list has no rows" in text) is (listed == "--list")
    assert "of what is to be done" in text or "a note is open" in text
    for missing in ("the day of signature", "the officer who signs the form", "the sign-off by legal"):
        assert missing in text


def test_a_mistake_in_the_facts_hides_nothing_in_the_list_and_the_sections(tmp_path: Path) -> None:
    sections = {**SECTIONS, "03-more.md": "# More\n\n<!-- To do: more. -->\n\n{{ open\n"}
    write_year(tmp_path, yml=OWN_DRAFT.replace("period: 2021\n", ""), sections=sections)
    rows = [("Goldd", *ROWS[0][1:]), *ROWS, (*ROWS[0][:4], "Closed")]
    workbook(tmp_path / "2021" / "smelters.xlsx", rows)
    codes = {finding.code for finding in findings_of(tmp_path)}
    assert codes == {"YM-003", "SM-001", "SM-004", "SM-005", "SE-010", "SE-006"}


def test_a_list_is_not_judged_by_entries_that_have_mistakes(tmp_path: Path) -> None:
    write_year(tmp_path, yml=OWN_DRAFT.replace("class: conformant", "class: conformnt"))
    assert [finding.code for finding in findings_of(tmp_path)] == ["YM-004"]


def test_a_misspelt_annex_does_not_say_that_there_is_none(tmp_path: Path) -> None:
    write_year(tmp_path, yml=OWN_DRAFT.replace("annex:\n", "anex:\n"))
    assert [finding.code for finding in findings_of(tmp_path)] == ["YM-002"]


def test_a_list_that_cannot_be_read_does_not_hide_the_facts(tmp_path: Path) -> None:
    write_year(tmp_path, yml=OWN_DRAFT.replace("answered: 6", "answered: 8"))
    workbook(tmp_path / "2021" / "smelters.xlsx", ROWS, sheets=("Other", "Checker"))
    assert {finding.code for finding in findings_of(tmp_path)} == {"WB-003", "FG-002"}


MANY = 333
_COLUMNS = (*HEADINGS, "Status As Of", "Recycled or Scrap")


def _row(number: int, **cells: object) -> tuple[object, ...]:
    sound = {
        "metal": "Gold", "cid": f"CID{number:06}", "name": f"Invented Works {number}", "country": "JAPAN",
        "status": "Open", "as_of": "2022-03-31", "recycled": "No",
    }  # fmt: skip
    return tuple({**sound, **cells}.values())


BAD_ROWS = {
    "SM-003": {"country": ""},
    "SM-012": {"status": ""},
    "SM-005": {"status": "Conformnt"},
    "SM-006": {"country": "Atlantis"},
    "SM-007": {"cid": "CID12"},
    "SM-002": {"name": "Invented Works", "cid": ""},
    "SM-004": {"metal": "Goldd"},
    "SM-008": {"name": ""},
    "SM-010": {"name": "unknown", "cid": ""},
    "WB-010": {"name": True},
    "WB-011": {"country": "JAPAN\u202e"},
    "WB-013": {"as_of": "spring", "recycled": "partly"},
}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("code", BAD_ROWS)
def test_many_rows_with_one_fault_are_one_finding_a_column(tmp_path: Path, code: str, kind: str) -> None:
    if kind == "csv" and code == "WB-010":
        pytest.skip("A CSV holds texts only.")
    write_year(tmp_path, yml=OWN_DRAFT)
    rows = [_row(n, **BAD_ROWS[code]) for n in range(1, MANY + 1)]
    rows += [_row(n) for n in range(MANY + 1, MANY + 4)]
    path = tmp_path / "2021" / "smelters.xlsx"
    if kind == "csv":
        path.unlink()
        path.with_suffix(".csv").write_text(csv_text(rows, headings=_COLUMNS), encoding="utf-8")
    else:
        workbook(path, rows, headings=_COLUMNS)
    found = [finding for finding in findings_of(tmp_path) if finding.code == code]
    assert len(found) == len(BAD_ROWS[code]) - ("cid" in BAD_ROWS[code] and len(BAD_ROWS[code]) > 1)
    first = 3 if code == "SM-002" else 2
    for one in found:
        column = one.where.cell[0]  # type: ignore[union-attr]
        assert one.message.startswith(f"{MANY + 2 - first} ")
        assert f"{column}{first}:{column}{MANY + 1}" in one.message
        assert len(one.as_dict()["others"]) == MANY + 1 - first
    assert len(printed("check", "2021", data=tmp_path)) <= _SCREEN


def test_machines_read_every_place(tmp_path: Path) -> None:
    write_year(tmp_path, yml=OWN_DRAFT)
    rows = [_row(1, country=""), _row(2), _row(3, country="")]
    workbook(tmp_path / "2021" / "smelters.xlsx", rows, headings=_COLUMNS)
    output = CliRunner().invoke(main, ["check", "2021", "--json", "--data", str(tmp_path)]).stdout
    [found] = [one for one in json.loads(output)["findings"] if one["code"] == "SM-003"]
    assert found["message"] == "2 rows have no country, and others do: D2 and D4"
    assert [one["cell"] for one in (found, *found["others"])] == ["D2", "D4"]
