"""Words of pictures in a PDF, where labels that stand close together come out as one word."""

from __future__ import annotations

import pytest

from generator.model import LineRef, Passage
from generator.verify.equal_words import Extras, text_findings

DRAWN = ("Map", "of", "91", "91", "1", "facility", "In", "progress")


@pytest.mark.parametrize(
    ("drawn", "is_told"),
    [
        ("Map of 91 91 1 facility In progress", False),
        ("Map of 9191 1facility Inprogress", False),
        ("1facility Map Inprogress of 9191", False),
        ("Map of 9119 1facility Inprogress", True),
        ("Map of 91 1facility Inprogress", True),
        ("Map of 919191 1facility Inprogress", True),
    ],
)
def test_words_of_a_picture_are_found_joined_and_changed_ones_are_told(drawn: str, *, is_told: bool) -> None:
    where = LineRef("form.pdf", 1)
    text = [Passage("All 1,500 stand there.", where)]
    found = [*text, Passage(drawn, where)]
    assert bool(list(text_findings(text, found, Extras(drawings=(DRAWN,))))) is is_told
