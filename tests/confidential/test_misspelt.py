"""What a misspelt word is: one letter off a word of a name, and put right with its place and its capitals."""

from __future__ import annotations

import pytest

from generator.confidential.look_alikes import in_latin
from generator.confidential.misspelt import Misspelt, is_one_off


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("veld", "feld"),
        ("veld", "vel"),
        ("veld", "velds"),
        ("veld", "vled"),
        ("veld", "evld"),
        ("veld", "veld"),
    ],
)
def test_one_letter_off(one: str, other: str) -> None:
    assert is_one_off(one, other)
    assert is_one_off(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("veld", "fold"), ("veld", "dlev"), ("veld", "ve"), ("abcd", "badc")]
)
def test_more_letters_off(one: str, other: str) -> None:
    assert not is_one_off(one, other)
    assert not is_one_off(other, one)


def test_words_are_put_right_where_they_stand() -> None:
    readings = list(Misspelt(["krokodek"], ["parts"]).readings("by KROKODIK, and by Krokodeks parts"))
    assert [one.text for one in readings] == ["by KROKODEK, and by Krokodek parts"]
    assert [[one.text[first:last] for first, last in one.places] for one in readings] == [
        ["KROKODEK", "Krokodek"]
    ]


def test_a_word_that_is_like_two_is_read_as_each() -> None:
    readings = Misspelt(["hauser", "hausen"], []).readings("Hausek")
    assert [one.text for one in readings] == ["Hausen", "Hauser"]


def test_known_and_short_words_are_left() -> None:
    misspelt = Misspelt(["castings", "weld"], ["casting"])
    assert not list(misspelt.readings("casting Castings weld wold"))


def test_only_words_that_look_latin_throughout_are_read_as_such() -> None:
    assert in_latin("Аcme завод") == "Acme завод"
    assert in_latin("plain") == "plain"
    assert len(in_latin("Κροκο Кроко ᴀᴄᴍᴇ")) == len("Κροκο Кроко ᴀᴄᴍᴇ")
