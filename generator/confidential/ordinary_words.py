"""The one table of ordinary words, ``ordinary_words.txt``, in sections: each word stands in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_TABLE = Path(__file__).with_name("ordinary_words.txt")
_SORTING, _REMARKS = "Words of columns", "Words of remarks"
_DATES = "Days and months"
_OF_NAMES = ("Words of columns and remarks that names", "Words of which names", "The same in other languages")
"""How the headings of sections begin."""


def _sections() -> Iterator[tuple[str, str]]:
    """Heading and word; a heading has a line or more of its own, with ``#`` before each."""
    heading, was_heading = "", False
    for line in _TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = heading if was_heading else line.removeprefix("# ")
        else:
            yield from ((heading, word) for word in line.split())
        was_heading = line.startswith("#")


def _words(*beginnings: str) -> frozenset[str]:
    return frozenset(word for heading, word in _sections() if heading.startswith(beginnings))


COMMON = _words(_SORTING, _DATES, _REMARKS)
"""Words that sort the rows of a list, and of remarks that say little."""
ORDINARY = _words("")
"""Words that alone tell no company and nobody apart."""
TELL_A_REMARK = ORDINARY - _words(*_OF_NAMES)
"""Those of them by which a remark is told from another all the same."""
