from __future__ import annotations

import datetime as dt

import pytest

from generator.files.cell_text import clean, date_of, text_of, yes_no_of


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("  Invented   Works ", "Invented Works", id="blanks"),
        pytest.param("Invented\u00a0Works", "Invented Works", id="no-break space"),
        pytest.param("Invented\u3000Works\u3000", "Invented Works", id="full-width space"),
        pytest.param("Invented\u202fWorks\u2009", "Invented Works", id="narrow spaces"),
        pytest.param("Invented\r\nWorks\tInc.", "Invented Works Inc.", id="line break and tab"),
        pytest.param("Invented_x0041_", "Invented_x0041_", id="text that looks like an escape"),
        pytest.param("شركة التكرير", "شركة التكرير", id="right-to-left letters"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiner between letters"),
        pytest.param("00123", "00123", id="leading zeros"),
        pytest.param("NA", "NA", id="NA"),
        pytest.param('=HYPERLINK("x")', '=HYPERLINK("x")', id="formula as text"),
        pytest.param("<script>", "<script>", id="markup"),
        pytest.param("| a | b |", "| a | b |", id="table"),
        pytest.param("{{ x }}", "{{ x }}", id="template"),
    ],
)
def test_text_keeps_its_letters_and_has_single_blanks(typed: str, read: str) -> None:
    assert clean(typed) == (read, False)


@pytest.mark.parametrize(
    "character",
    [
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\ufeff",
        "\u200b",
        "\u00ad",
        "\u202e",
        "\u2066",
        "\U000f0001",
        "\ufdd0",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_characters_that_nobody_sees_are_removed_and_told(character: str) -> None:
    assert clean(f"Inv{character}ented") == ("Invented", True)


def test_half_of_an_escaped_emoji_does_not_break_the_text() -> None:
    assert clean("Invented\ud83d") == ("Invented", True)


@pytest.mark.parametrize(
    ("cell", "text"),
    [(35.0, "35"), (3.5, "3.5"), (True, None), (dt.date(2022, 5, 31), None), ("0035", "0035")],
)
def test_a_number_is_text_without_a_point_and_a_date_is_none(cell: object, text: str | None) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (dt.date(2022, 3, 31), dt.date(2022, 3, 31)),
        (dt.datetime(2022, 3, 31, 23, 59), dt.date(2022, 3, 31)),
        ("2022-03-31", dt.date(2022, 3, 31)),
        ("\u00a02022-03-31 ", dt.date(2022, 3, 31)),
        ("31.3.2022", None),
        ("March 2022", None),
        (44651.0, None),
        (True, None),
    ],
)
def test_a_date_is_a_date_cell_or_year_month_day(cell: object, day: dt.date | None) -> None:
    assert date_of(cell) == day


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("Yes", True),
        ("NO", False),
        (True, True),
        (1.0, True),
        (0.0, False),
        ("scrap", True),
        ("", None),
        ("Unknown", None),
        ("100%", "100%"),
        ("maybe", "maybe"),
    ],
)
def test_yes_and_no_are_told_from_nothing_and_from_anything_else(
    cell: object, answer: bool | str | None
) -> None:
    assert yes_no_of(cell) == answer
