"""The texts of a year as people typed them, with the place of each sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..model import HTML_COMMENT, Disclosure, LineRef, WordingFile


@dataclass(frozen=True)
class Source:
    """A section, an exhibit, a text of the form, or a file of the wording."""

    file: str
    text: str
    spans: tuple[tuple[int, int], ...]
    """From where to where a text reaches that is filled in by itself: the whole section, each case."""

    @property
    def texts(self) -> Iterator[str]:
        """What is filled in."""
        return (self.text[start:end] for start, end in self.spans)

    def without(self, what: re.Pattern[str]) -> str:
        """The text with blanks in the place of what is found."""
        return blanked(what, self.text)

    def place(self, start: int, end: int) -> LineRef:
        """Line and column of the signs from ``start`` to ``end``, as far as they stand in one line."""
        line = self.text.count("\n", 0, start)
        begin = self._begins[line]
        last = self.text.find("\n", start)
        length = min(end, last if last >= 0 else len(self.text)) - start
        return LineRef(self.file, line + 1, start - begin + 1, max(length, 1))

    def line_with(self, start: int, end: int, mended: str) -> str:
        """The line, or the lines, of these signs with others in their place."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        line = self.text[first:start] + mended + self.text[end : last if last >= 0 else None]
        return _short(" ".join(line.split()), start - first)

    @cached_property
    def _begins(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


_LONGEST = 160
"""Signs of a line that is shown; of a longer one only what is around the place."""


def _short(line: str, at: int) -> str:
    if len(line) <= _LONGEST:
        return line
    first = max(0, min(at - 40, len(line) - _LONGEST))
    last = first + _LONGEST
    return f"{'… ' if first else ''}{line[first:last].strip()}{' …' if last < len(line) else ''}"


def blanked(what: re.Pattern[str], text: str) -> str:
    """The text with blanks in the place of what is found; line ends stay."""
    return what.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def sources(disclosure: Disclosure) -> Iterator[Source]:
    """The sections, then the texts of the form and the exhibits, then the wording without its comments."""
    for section in disclosure.written:
        yield Source(section.file, section.text, ((0, len(section.text)),))
    yield from map(_of_wording, disclosure.wording)


@lru_cache(maxsize=256)
def _of_wording(file: WordingFile) -> Source:
    """A file of the wording, once for all checks that ask for it."""
    spans = tuple((case.offset, case.offset + len(case.text)) for case in file.cases)
    return Source(file.file, blanked(HTML_COMMENT, file.text), spans)
