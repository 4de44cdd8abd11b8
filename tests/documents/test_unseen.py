"""Letters that no document can show: each is told with its place, and nothing is lost in silence."""

from __future__ import annotations

import dataclasses

import pytest

from generator.documents.unseen import letters_are_seen, unseen_letters
from generator.model import Exhibit, ExhibitFacts, Section
from tests.support.builders import disclosure


@pytest.mark.parametrize(
    "letter",
    ["\ue000", "\uf8ff", "\U000f0000", "\x07", "\x9b", "\ufffe", "\ufdd0", "\u0378", "\ud83d"],
    ids=lambda letter: f"U+{ord(letter):04X}",
)
def test_a_letter_that_no_font_has_is_found(letter: str) -> None:
    assert unseen_letters(f"Inv{letter}ented{letter}") == (letter,)


@pytest.mark.parametrize(
    "text", ["Invented\tWorks\n", "한국아연", "می\u200cخواهم", "a\u00adb", "Works \U0001f600", "\x85"]
)
def test_other_letters_are_none(text: str) -> None:
    assert unseen_letters(text) == ()


def told(written: str, name: str = "", kind: str = "md") -> list[tuple[str, str, str]]:
    year = disclosure(products__description=name or "devices")
    year = dataclasses.replace(year, sections=(Section(1, "s", "report/01-s.md", written),))
    stated = ExhibitFacts.model_validate({"number": "1.02", "description": "Notes", "file": f"notes.{kind}"})
    exhibit = Exhibit(stated, f"exhibits/notes.{kind}", b"", written)
    found = letters_are_seen(dataclasses.replace(year, exhibits=(exhibit,)))
    return [(one.code, str(one.where), one.message) for one in found]


@pytest.mark.parametrize("kind", ["md", "htm", "txt"])
@pytest.mark.parametrize(("written", "shown"), [("\ue000", "\\ue000"), ("&#xE000;", "\\ue000")])
def test_a_letter_in_a_text_is_told_with_its_line(written: str, shown: str, kind: str) -> None:
    message = f"'Works {shown} here' has U+E000, which no font shows"
    assert told(f"# T\n\nWorks {written} here\n", kind=kind) == [
        ("DC-009", "report/01-s.md:3", message),
        ("DC-009", f"exhibits/notes.{kind}:3", message),
    ]


def test_an_entry_is_told() -> None:
    ((rule, _, message),) = told("# T\n", "invented \x07 devices \ue001")
    assert (rule, message) == (
        "DC-009", "'invented \\x07 devices \\ue001' has U+0007, U+E001, which no font shows"
    )  # fmt: skip


def test_a_bullet_of_a_font_of_signs_is_told_as_one_alone() -> None:
    assert told("# T\n\n\uf0b7 First\n") == []
