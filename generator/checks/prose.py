"""The report as checks read it: sentences, and where each of their characters comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from ..model import Disclosure, LineRef
from ..prose.sentences import ABBREVIATION, END
from ..prose.written import Written

_Found = TypeVar("_Found")

_HIDDEN = re.compile(
    r"""<[^>\n]*>                      # tags
    |\]\([^)\n]*\)                     # targets of links
    |\[\^[^\]\n]*\]:?                 # footnotes' labels
    |\{[#.:][^}\n]*\}                  # attributes
    |https?://\S*[^\s.,;:)]
    |^\#+\s|^\s*(?:[-*+]|\d{1,2}[.)]|[a-zA-Z][.)])\s   # labels of headings and lists
    |[*`\[\]|_~]""",
    re.VERBOSE | re.MULTILINE,
)
_HEADING = re.compile(r"^(#+)[ \t]+(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Sentence:
    """A sentence, item of a list, heading or cell, without the signs of Markdown."""

    text: str
    """With a blank in the place of each sign, so that positions are those of the section's text."""
    start: int
    section: Written

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
    for start, end in _blocks(section.text):
        if not section.is_typed(start, end):
            continue
        text = _HIDDEN.sub(lambda found: " " * len(found[0]), section.text[start:end]).replace("\n", " ")
        for first, last in _split(text):
            if text[first:last].strip():
                yield Sentence(text[first:last], start + first, section)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """From where to where paragraphs, items, headings and rows of HTML reach."""
    start = 0
    for line in re.finditer(r"[^\n]*(?:\n|$)", text):
        words = line[0].strip()
        begins = re.match(r"(?:[-*+]|\d{1,2}[.)]|[a-z][.)])\s|#|<", words)
        if not words or begins:
            yield start, line.start()
            start = line.start()
        if words.startswith(("#", "<")):
            yield start, line.end()
            start = line.end()
    yield start, len(text)


def _split(text: str) -> Iterator[tuple[int, int]]:
    """From where to where sentences reach; points of abbreviations end none."""
    start = 0
    for end in END.finditer(text):
        if not ABBREVIATION.search(text[start : end.start()]):
            yield start, end.start()
            start = end.end()
    yield start, len(text)


def _headings(section: Written) -> Iterator[Heading]:
    found = list(_HEADING.finditer(section.text))
    for number, heading in enumerate(found):
        level = len(heading[1])
        behind = (next_one.start() for next_one in found[number + 1 :] if len(next_one[1]) <= level)
        below = section.text[heading.end() : next(behind, len(section.text))]
        yield Heading(level, heading[2].strip(), below, section.place(heading.start(2), heading.end(2)))
