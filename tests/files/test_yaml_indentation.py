"""An indentation that was lost is named where it was lost, once, and all else is read as it was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.builders import YML
from tests.support.entries import findings_with, places_with

REGISTRANT = YML[YML.index("  name:") : YML.index("period:")]
"""What stands below it, with its indentation."""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("  name: Inv", "name: Inv", 2, "'name' belongs below 'registrant' and is indented too little"),
        (
            "  commission",
            "commission",
            5,
            "'commission_file_number' belongs below 'registrant' and is indented too little",
        ),
        ("  ein:", "   ein:", 6, "'ein' belongs below 'registrant' and is indented too much"),
        ("  ein:", " ein:", 6, "'ein' belongs below 'registrant' and is indented too little"),
        ("    street", "  street", 8, "'street' belongs below 'address' and is indented too little"),
        ("    city", "      city", 9, "'city' belongs below 'address' and is indented too much"),
        ("    zip", "zip", 11, "'zip' belongs below 'address' and is indented too little"),
        ("  contact:", "contact:", 12, "'contact' belongs below 'registrant' and is indented too little"),
        ("    name: Ina", "  name: Ina", 13, "'name' belongs below 'contact' and is indented too little"),
        ("period:", "  period:", 16, "'period' belongs below no other entry and is indented too much"),
        ("  - label: O", "- label: O", 42, "'- label' belongs below 'statuses' and is indented too little"),
        (
            "  - label: O",
            "     - label: O",
            42,
            "'- label' belongs below 'statuses' and is indented too much",
        ),
        ("    class: con", "  class: con", 38, "'class' belongs below 'statuses' and is indented too little"),
        ("    class: con", "class: con", 38, "'class' belongs below 'statuses' and is indented too little"),
        ("  columns:", "columns:", 47, "'columns' belongs below 'annex' and is indented too little"),
    ],
)
def test_one_line_is_named(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    (found,) = findings_with(tmp_path, old, new)
    column = len(old) - len(old.lstrip())
    blanks = "no blank" if column == 0 else f"{column} blanks"
    assert found == f"YM-007 error: {says} (d.yml:{line}). Begin the line with {blanks}."


def test_a_block_that_lost_its_indentation_is_one_finding(tmp_path: Path) -> None:
    assert findings_with(tmp_path, REGISTRANT, re.sub(r"(?m)^  ", "", REGISTRANT)) == [
        "YM-007 error: 'name' belongs below 'registrant' and is indented too little, with 7 others up to "
        "line 15 (d.yml:2). Begin each line with 2 blanks."
    ]


def test_a_block_without_any_indentation_names_each_group_once(tmp_path: Path) -> None:
    found = places_with(tmp_path, REGISTRANT, re.sub(r"(?m)^ +", "", REGISTRANT))
    assert found == [("YM-007", line) for line in (2, 8, 12, 13, 15)]


def test_other_mistakes_are_told_beside_it(tmp_path: Path) -> None:
    old = "  short_name: Invented Devices\n  jurisdiction: Delaware"
    found = places_with(tmp_path, old, "short_name: Invented Devices\n  jurisdictoin: Delaware")
    assert found == [("YM-007", 3), ("YM-002", 4)]


def test_a_text_of_several_lines_moves_with_its_entry(tmp_path: Path) -> None:
    new = "definition: >-\n      Invented to be\n      on the list."
    (found,) = places_with(tmp_path, "    definition: Invented to be on the list.", new)
    assert found == ("YM-007", 39)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  tool: C", "  tol: C", "YM-002"),
        ("  tool: C", "  name: C", "YM-002"),
        ("period: 2021", "period: 2021\nperiod: 2021", "YM-005"),
        ("  ein: 00-0000042", "  ein: 00: 0000042", "YM-001"),
    ],
)
def test_a_mistake_of_another_kind_is_none_of_indentation(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert {found[0] for found in places_with(tmp_path, old, new)} - {"YM-003"} == {code}


def test_more_indentation_than_usual_is_no_mistake(tmp_path: Path) -> None:
    assert findings_with(tmp_path, REGISTRANT, re.sub(r"(?m)^( +)", r"\1\1", REGISTRANT)) == []


@pytest.mark.parametrize(
    ("odd", "name"),
    [
        ("\u00a0\u00a0", "a no-break space"),
        (" \u00a0", "a no-break space"),
        ("\t", "a tab"),
        ("\u3000", "a wide blank"),
        ("\ufeff  ", "a byte order mark"),
        ("  \u200b", "a blank of no width"),
        ("\u2003", "the sign U+2003, which looks like a blank or like nothing,"),
    ],
)
def test_a_blank_that_is_none_to_yaml(tmp_path: Path, odd: str, name: str) -> None:
    (found,) = findings_with(tmp_path, "  ein:", f"{odd}ein:")[:1]
    assert found == (
        f"YM-007 error: the line is indented with {name} (d.yml:6). Delete what stands before the first "
        "letter, and type blanks with the space bar."
    )


def test_lines_with_the_same_blanks_are_one_finding(tmp_path: Path) -> None:
    (found,) = findings_with(tmp_path, REGISTRANT, REGISTRANT.replace("  ", "\u00a0 "))
    assert found.startswith(
        "YM-007 error: the line is indented with a no-break space, and so are those up to line 15 (d.yml:2)."
    )


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("ein:\u00a000-0000042", "a no-break space stands beside the colon of 'ein'"),
        ("ein: \u200b00-0000042", "a blank of no width stands beside the colon of 'ein'"),
        ("ein\u00a0: 00-0000042", "a no-break space stands beside the colon of 'ein'"),
        ("ein：00-0000042", "the colon of 'ein' is a wide one: ："),
        ("ein:00-0000042", "no blank stands behind the colon of 'ein'"),
    ],
)
def test_a_colon_without_a_blank_that_yaml_knows(tmp_path: Path, entry: str, says: str) -> None:
    (found,) = findings_with(tmp_path, "ein: 00-0000042", entry)
    assert found.startswith(f"YM-007 error: {says} (d.yml:6). ")


def test_what_a_text_in_quotes_or_of_several_lines_holds_is_its_own(tmp_path: Path) -> None:
    text = 'notice: >-\n  Text\n  \u00a0form:\u00a0x\nproducts:\n  description: "ein:\u00a0x"'
    assert findings_with(tmp_path, "products:\n  description: invented devices", text) == []
