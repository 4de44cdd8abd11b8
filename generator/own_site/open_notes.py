"""Notes of what a person must decide, in the pages that people write and that do not change with the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..files.ordinary import pages_in
from ..findings import Finding, Rule
from ..findings.catalogue import SECTION_OPEN, SECTION_TO_DO
from ..findings.together import spoken_together
from ..model import LineRef
from ..pipeline import LoadedYear, Year

_NOTE = re.compile(r"<!-- To do:(.*?)-->\n*", re.DOTALL)


def open_notes(docs: Path, years: Iterable[LoadedYear]) -> list[Finding]:
    """SE-005 where a year is final, else SE-006: the notes that stand in pages of the folder ``docs``."""
    is_final = any(isinstance(year, Year) and not year.disclosure.facts.filing.is_draft for year in years)
    return spoken_together(_notes(docs, SECTION_OPEN if is_final else SECTION_TO_DO))


def _notes(docs: Path, rule: Rule) -> Iterator[Finding]:
    for path in pages_in(docs):
        text = path.read_text(encoding="utf-8", errors="replace")
        for note in _NOTE.finditer(text):
            where = LineRef(path.relative_to(docs.parent).as_posix(), text.count("\n", 0, note.start()) + 1)
            yield Finding(
                rule,
                f"a note is open: '{' '.join(note[1].split())}'",
                where,
                "Do what it says, then delete the note.",
                together="notes of what is to be done are open",
                advice_together="Do what each says, then delete it.",
            )


def without_notes(markdown: str) -> str:
    """The page as it is published: no reader gets a note, not even one who looks into the page's source."""
    return _NOTE.sub("", markdown)
