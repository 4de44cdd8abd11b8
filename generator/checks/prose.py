"""The report as checks read it: sentences, and where each of their characters comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from ..model import Disclosure, LineRef
from ..prose.facts import AllFacts, facts_of
from ..prose.sentences import ABBREVIATION, END
from ..prose.written import Written
from .blocks import blocks, visible

_Found = TypeVar("_Found")

_HEADING = re.compile(r"^(#+)[ \t]+(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Sentence:
    """A sentence, item of a list, heading or cell, without the signs of Markdown."""

    text: str
    """With a blank in the place of each sign, so that positions are those of the section's text."""
    start: int
    section: Written
    block: int = 0
    """Where the paragraph, item, heading or table begins, of which it is a part."""
    is_cell: bool = False
    """It stands in a cell of a table."""

    def is_typed(self, start: int, end: int) -> bool:
        """Whether a person typed one of these characters, or computed it from no fact."""
        return self.section.is_typed(self.start + start, self.start + end)

    def place(self, start: int, end: int) -> LineRef:
        return self.section.place(self.start + start, self.start + end)

    @property
    def where(self) -> LineRef:
        """The sentence's first word."""
        first = len(self.text) - len(self.text.lstrip())
        return self.place(first, len(self.text.rstrip()))

    @property
    def words(self) -> str:
        """The text with single blanks, as a finding quotes it."""
        return " ".join(self.text.split())

    def sources(self) -> frozenset[str]:
        """The paths of the facts in it."""
        return self.section.sources(self.start, self.start + len(self.text))


@dataclass(frozen=True)
class Heading:
    """A heading and the text below it, up to the next one of its level or a higher one."""

    level: int
    text: str
    below: str
    where: LineRef


@dataclass(frozen=True, eq=False)
class Prose:
    """The report's sections as they are read, with the facts and what their figures are."""

    disclosure: Disclosure
    sections: tuple[Written, ...]
    """Those of the report, then the texts of the form."""
    figures: Mapping[str, str]
    """Path of each figure to its value as it is printed."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Those of which a person typed a word; the cells of our tables are none."""
        found = (sentence for section in self.sections for sentence in _sentences(section))
        return tuple(one for one in found if one.is_typed(0, len(one.text)))

    @cached_property
    def of_report(self) -> tuple[Written, ...]:
        """The sections of the report alone."""
        of_form = {section.file for section in self.disclosure.form_files}
        return tuple(section for section in self.sections if section.file not in of_form)

    @cached_property
    def tables(self) -> tuple[tuple[tuple[Sentence, ...], ...], ...]:
        """Tables that were typed: rows of cells, the headings first; a cell without text has none."""
        return tuple(table for section in self.sections for table in _tables(section))

    @cached_property
    def facts(self) -> AllFacts:
        """The facts from which the figures come."""
        return facts_of(self.disclosure)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(heading for section in self.of_report for heading in _headings(section))

    @cached_property
    def sources(self) -> frozenset[str]:
        """The paths of all facts that the report prints."""
        return frozenset(run.source for section in self.sections for run in section.runs)

    def once(self, search: Callable[[Prose], Iterator[_Found]]) -> tuple[_Found, ...]:
        """What a search through the report finds; it is run once, for all checks that ask for it."""
        if search not in self._found:
            self._found[search] = tuple(search(self))
        return cast(tuple[_Found, ...], self._found[search])

    @cached_property
    def _found(self) -> dict[Callable[..., Any], tuple[Any, ...]]:
        return {}

    @cached_property
    def start(self) -> LineRef:
        """Where a finding about the report as a whole stands."""
        first = self.sections[0].file if self.sections else self.disclosure.file
        return LineRef(first.rpartition("/")[0] if self.sections else first)


def _sentences(section: Written) -> Iterator[Sentence]:
    """Those in blocks of which a person typed something: our tables are long, and no check reads them."""
    table = 0
    was_row = False
    for start, end in blocks(section.text):
        if not section.is_typed(start, end):
            continue
        is_row = _is_row(section.text, start)
        if is_row:
            table = table if was_row else start
            for first, last in _cells(section.text, start, end):
                yield from _parts(section, first, last, table, is_cell=True)
        else:
            yield from _parts(section, start, end, start)
        was_row = is_row


def _parts(
    section: Written, start: int, end: int, block: int, *, is_cell: bool = False
) -> Iterator[Sentence]:
    text = visible(section.text[start:end])
    for first, last in _split(text):
        if text[first:last].strip():
            yield Sentence(text[first:last], start + first, section, block, is_cell)


def _tables(section: Written) -> Iterator[tuple[tuple[Sentence, ...], ...]]:
    """The tables in Markdown, each row a block of its own."""
    rows: list[tuple[Sentence, ...]] = []
    for start, end in blocks(section.text):
        if _is_row(section.text, start):
            cells = tuple(
                Sentence(visible(section.text[first:last]), first, section, is_cell=True)
                for first, last in _cells(section.text, start, end)
            )
            if any(set(cell.text.strip()) - set(":-") for cell in cells):
                rows.append(cells)
        elif rows and section.text[start:end].strip():
            yield tuple(rows)
            rows = []
    if rows:
        yield tuple(rows)


def _is_row(text: str, start: int) -> bool:
    return text[start : start + 8].lstrip().startswith("|")


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """From where to where the cells of a row reach, without the bars."""
    line = text[start:end]
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", line)]
    ends = bars[1:] if line.rstrip().endswith("|") else [*bars[1:], len(line.rstrip())]
    for first, last in zip(bars, ends, strict=False):
        yield start + first + 1, start + last


def _split(text: str) -> Iterator[tuple[int, int]]:
    """From where to where sentences reach; points of abbreviations end none. A long one comes in pieces."""
    start = 0
    for end in END.finditer(text):
        if not ABBREVIATION.search(text[max(start, end.start() - 12) : end.start()]):
            yield from _pieces(text, start, end.start())
            start = end.end()
    yield from _pieces(text, start, len(text))


_LONGEST = 1_200
"""Characters of a sentence; what is longer is a list that was run together, and is read in pieces."""


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = max(text.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in ("; ", ", ", " "))
        cut = cut + 1 if cut > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _headings(section: Written) -> Iterator[Heading]:
    found = list(_HEADING.finditer(section.text))
    for number, heading in enumerate(found):
        level = len(heading[1])
        behind = (next_one.start() for next_one in found[number + 1 :] if len(next_one[1]) <= level)
        below = section.text[heading.end() : next(behind, len(section.text))]
        yield Heading(level, heading[2].strip(), below, section.place(heading.start(2), heading.end(2)))
