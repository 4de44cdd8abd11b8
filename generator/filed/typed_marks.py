"""Stars and low lines around words of a plain text, with which people type bold and slanted letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .runs import Run

_MARKED = re.compile(
    r"(?<![^\s(\[{\"“”‘’'—–-])(?P<marks>(?P<mark>[*_])(?P=mark){0,2})(?=[^\s*_]|[*_]+[^\s*_])"
    r"(?P<words>(?:(?!(?P=marks)).){1,2000}?)(?<!\s)(?P=marks)(?![\w*/@])",
    re.DOTALL,
)
"""As many behind the words as before them; a star at one end alone is the mark of a note, and stays."""
_HAS_WORDS = re.compile(r"\w")


def marked_runs(text: str, look: Run | None = None) -> Iterator[Run]:
    """The text without such marks, as runs that look as these say.

    ``look`` is that of the text outside of them; None: it is plain.
    """
    look = look or Run("")
    at = 0
    for found in _MARKED.finditer(text):
        if not _HAS_WORDS.search(found["words"]):
            continue
        if found.start() > at:
            yield replace(look, text=text[at : found.start()])
        count = len(found["marks"])
        inner = replace(look, bold=look.bold or count > 1, italic=look.italic or count != 2)
        yield from marked_runs(found["words"], inner)
        at = found.end()
    if at < len(text):
        yield replace(look, text=text[at:])
