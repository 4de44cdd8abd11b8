"""Identifiers, dates and versions as suppliers write them, read without doubt or asked about."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.model import Period
from generator.suppliers.identifiers import identifier_in
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules.company import cmrt_date_is_a_date
from generator.suppliers.rules.files import cmrt_version_is_known
from generator.suppliers.workbooks import read_workbook
from tests.support.cmrt_workbooks import by_id, cmrt

REVIEW = Review(ReviewSettings(), Period(2025), lambda name: None, EMPTY_LOOK_UP)


@pytest.mark.parametrize(
    "text",
    [
        "CID900001",
        "RMI CID900001",
        "CID900001 (Gold)",
        "'CID900001",
        "cid-900001",
        "ＣＩＤ９００００１",
        "Smelter ID: CID 900001",
        "CID 900 001",
    ],
)
def test_an_identifier_is_read_from_what_stands_around_it(text: str) -> None:
    assert identifier_in(text) == "CID900001"


@pytest.mark.parametrize(
    "text", ["CID900001, CID900002", "CID90000l", "CIDO900001", "CID9000012", "Works CID900001", "", "900001"]
)
def test_what_says_more_or_less_is_no_identifier(text: str) -> None:
    assert identifier_in(text) is None


@pytest.mark.parametrize("typed", ["RMI CID900001", "CID900001 (Gold)", "'CID900001", 900001])
def test_the_column_of_identifiers_is_read_so(tmp_path: Path, typed: object) -> None:
    declaration, _ = read_workbook(cmrt(tmp_path / "a.xlsx", rows=(by_id(typed),)))  # type: ignore[arg-type]
    assert declaration is not None
    assert [row.cid for row in declaration.rows] == ["CID900001"]


def test_six_digits_that_no_look_up_has_are_no_identifier(tmp_path: Path) -> None:
    declaration, _ = read_workbook(cmrt(tmp_path / "a.xlsx", rows=(by_id("123456"),)))
    assert declaration is not None
    assert [row.cid for row in declaration.rows] == [None]


@pytest.mark.parametrize(
    ("typed", "day", "said"),
    [
        ("04-Mar-26", dt.date(2026, 3, 4), ""),
        ("4th March 2026", dt.date(2026, 3, 4), ""),
        ("03/04/2026", None, "'03/04/2026' may be 4 March 2026 or 3 April 2026"),
        ("soon", None, "'soon' cannot be read as a date"),
    ],
)
def test_a_date_in_words_is_read_and_an_unclear_one_asked(
    tmp_path: Path, typed: str, day: dt.date | None, said: str
) -> None:
    declaration, _ = read_workbook(cmrt(tmp_path / "a.xlsx", date=typed))
    assert declaration is not None
    assert declaration.effective_date == day
    assert [one.message for one in cmrt_date_is_a_date(declaration, REVIEW)] == (
        [f"the effective date {said}"] if said else []
    )


@pytest.mark.parametrize(
    ("version", "codes"), [("6.6", []), ("6.6.1", []), ("6.7", ["CF-016"]), ("7.0", ["CF-016"])]
)
def test_a_version_newer_than_the_program_is_read_and_told(
    tmp_path: Path, version: str, codes: list[str]
) -> None:
    declaration, _ = read_workbook(cmrt(tmp_path / "a.xlsx", version=version))
    assert declaration is not None
    assert len(declaration.rows) == 4
    assert [one.code for one in cmrt_version_is_known(declaration, REVIEW)] == codes
    if version == "6.6":
        assert declaration.template.release == dt.date(2026, 4, 17)
