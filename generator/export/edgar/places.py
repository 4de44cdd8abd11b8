"""Where in the sources stands what a document of the filing does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...findings import (
    EDGAR_ADDRESS,
    EDGAR_LEFT_OUT,
    EDGAR_NESTED_TABLE,
    EDGAR_PICTURE,
    EDGAR_PICTURE_TEXT,
    Finding,
)
from ...model import Disclosure, LineRef
from .convert import Noted

_MESSAGES = {
    EDGAR_LEFT_OUT: (
        "{what} is left out of the files for EDGAR, which refuses it",
        "Say in words what it shows, or remove it.",
    ),
    EDGAR_PICTURE: (
        "{what} is left out of the files for EDGAR, which take no such picture; its text stands there",
        "Read whether the text says enough.",
    ),
    EDGAR_PICTURE_TEXT: (
        "{what} has no alternative text, and nothing stands for it in the files for EDGAR",
        "Write what it shows between the square brackets: ![text](file).",
    ),
    EDGAR_NESTED_TABLE: (
        "{what} becomes lines of text in the files for EDGAR, which refuses it",
        "Make two tables of it.",
    ),
    EDGAR_ADDRESS: (
        "{what} stands behind other words, and the files for EDGAR may not link to it: there it is not seen",
        "Write the address into the sentence, if the filing is to show it.",
    ),
}


_HAS_TEXT = re.compile(r"!\[\s*[^\]\s]|\balt\s*=\s*[\"'][^\"']")
"""A picture with alternative text, in Markdown or in HTML."""


def findings(disclosure: Disclosure, noted: Iterable[Noted]) -> Iterator[Finding]:
    """What was noted of the sections that people write, each at the lines where its fragment stands.

    What the pages themselves bring along, such as their scripts, is no finding.
    """
    for note in dict.fromkeys(noted):
        message, advice = _MESSAGES[note.rule]
        for place in _places(disclosure, note):
            yield Finding(note.rule, message.format(what=note.what), place, advice)


def _places(disclosure: Disclosure, noted: Noted) -> Iterator[LineRef]:
    """The lines with the fragment; of a picture only those that give it a text, or give it none."""
    lines = [
        (LineRef(section.file, number), line)
        for section in disclosure.sections
        for number, line in enumerate(section.text.split("\n"), start=1)
        if noted.fragment and noted.fragment.lower() in line.lower()
    ]
    if noted.rule in (EDGAR_PICTURE, EDGAR_PICTURE_TEXT):
        wanted = noted.rule is EDGAR_PICTURE
        lines = [(place, line) for place, line in lines if bool(_HAS_TEXT.search(line)) is wanted] or lines
    return (place for place, _ in lines)
