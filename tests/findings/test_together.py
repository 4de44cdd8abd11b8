"""Findings of one kind in one column speak together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.findings import Finding
from generator.findings.as_sarif import to_sarif
from generator.findings.catalogue import CID_TWICE, COUNTRY_UNKNOWN
from generator.findings.together import cells_in_words, spoken_together
from generator.model import CellRef, LineRef, Waiver

WAIVER = Waiver(code="SM-006", place="smelters.xlsx", reason="Invented.", name="Ina Invented")


def told(cell: str, name: str = "'Atlantis'", *, advice: str = "Use the ISO name.") -> Finding:
    return Finding(
        COUNTRY_UNKNOWN,
        f"country {name} is not known",
        CellRef("smelters.xlsx", "Smelter List", cell),
        advice,
        together="rows have a country that is not known",
        named=name,
    )


def test_one_finding_speaks_for_itself() -> None:
    assert spoken_together([told("E2")]) == [told("E2")]


def test_rows_with_the_same_doubt_are_one_finding_with_their_cells() -> None:
    [found] = spoken_together([told("E9"), told("E2"), told("E3", "'Utopia'")])
    assert found.message == (
        "3 rows have a country that is not known: 'Atlantis' (E2 and E9) and 'Utopia' (E3)"
    )
    assert str(found.where) == "smelters.xlsx 'Smelter List'!E2"
    assert [place.cell for place in found.others if isinstance(place, CellRef)] == ["E3", "E9"]


def test_another_rule_column_sheet_or_file_speaks_apart() -> None:
    other = replace(told("E3"), rule=CID_TWICE)
    sheet = replace(told("E4"), where=CellRef("smelters.xlsx", "Other", "E4"))
    assert len(spoken_together([told("E2"), other, sheet, told("F2")])) == 4


def test_a_row_that_is_waived_stays_apart_from_those_that_are_not() -> None:
    found = spoken_together([replace(told("E2"), waiver=WAIVER), told("E3"), told("E4")])
    assert [one.waiver for one in found] == [WAIVER, None]
    assert found[1].message.startswith("2 rows have")


def test_each_advice_is_given_once() -> None:
    [found] = spoken_together(
        [told("E2"), told("E3"), told("E4", "'Utopja'", advice="Did you mean 'Utopia'?")]
    )
    assert found.advice == "Use the ISO name. Did you mean 'Utopia'?"


def test_names_at_one_line_are_listed_without_it() -> None:
    at = [replace(told("E2", name), where=LineRef("disclosure.yml", 7)) for name in ("'A'", "'B'", "'C'")]
    [found] = spoken_together(at)
    assert found.message == "3 rows have a country that is not known: 'A', 'B' and 'C'"


def test_a_code_host_gets_every_place() -> None:
    [found] = spoken_together([told("E2"), told("E3")])
    assert to_sarif([found]).count("'Smelter List'!E") == 2


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["E2"], "E2"),
        (["E2", "E5"], "E2 and E5"),
        (["E2", "E3"], "E2 and E3"),
        (["E2", "E3", "E4", "E9"], "E2:E4 and E9"),
        (
            [f"E{row}" for row in range(2, 40, 2)],
            "E2, E4, E6, E8, E10, E12, E14, E16 and 11 more",
        ),
    ],
)
def test_cells_below_each_other_are_named_by_the_first_and_the_last(cells: list[str], words: str) -> None:
    assert cells_in_words(cells) == words
