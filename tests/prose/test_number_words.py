"""Whole numbers in words: read whole, or not at all."""

from __future__ import annotations

import re

import pytest

from generator.prose.sentences import NUMBER, number_of
from generator.verify.wording import COUNT


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("forty-two", 42),
        ("one hundred", 100),
        ("a hundred and five", 105),
        ("One hundred and forty-two", 142),
        ("two hundred twelve", 212),
        ("one thousand, two hundred and six", 1206),
        ("twelve thousand", 12_000),
        ("a thousand and one", 1001),
        ("three hundred thousand", 300_000),
        ("1,240", 1240),
    ],
)
def test_a_number_in_words_is_read_whole(text: str, number: int) -> None:
    found = re.search(NUMBER, f"We asked {text} suppliers.", re.IGNORECASE)
    assert found is not None
    assert (found[0], number_of(found[0])) == (text, number)


@pytest.mark.parametrize("text", ["two million", "several hundred and forty-two", "some thousand and six"])
def test_the_last_words_of_a_greater_number_are_none(text: str) -> None:
    assert re.search(COUNT, f"We asked {text} suppliers.", re.IGNORECASE) is None
