"""What a report says that a word for a status means: in a glossary, in a sentence, behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..filed.values import FiledDocument, FiledLine
from ..model import Passage
from ..model.folding import fold
from ..prose.sentences import sentences_of
from ..verify.said_dates import day_of
from ..verify.wording import DATE

_VERB = (
    r"(?:means?|indicates?|denotes?|refers? to|(?:is|are) defined as|signif(?:ies|y)|stands for|designates?)"
)
_LEAST = 15
"""Letters of a definition; fewer are another cell."""
_AS_OF = re.compile(rf"\b(?:as of|as at|dated) (?P<date>{DATE})", re.IGNORECASE)


def definition_of(label: str, document: FiledDocument) -> Passage | None:
    """What the document says that the label means, with its place; None where it does not say it."""
    return next(_definitions(label, document), None)


def _definitions(label: str, document: FiledDocument) -> Iterator[Passage]:
    for line in document.lines:
        if line.table is not None and (text := _in_row(label, line)):
            yield Passage(text, line.where)
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", label)))
    says = re.compile(
        rf"(?:^|[“\"'‘(])\W{{0,3}}{words}[”\"'’]?[,)]?[”\"]?(?: [^.;“\"]{{0,80}}?)? {_VERB} (?:that )?"
        r"(?P<text>.+)$",
        re.IGNORECASE,
    )
    behind = re.compile(rf"^\W{{0,4}}{words}\W{{0,2}}\s*[:–—-]\s+(?P<text>[A-Z].+)$", re.IGNORECASE)
    for sentence in sentences_of(document.passages):
        if (found := says.search(sentence.text)) and len(found["text"]) >= _LEAST:
            yield Passage(found["text"].strip(), sentence.where)
    for passage in document.passages:
        if (found := behind.match(passage.text)) and len(found["text"]) >= _LEAST:
            yield Passage(found["text"].strip(), passage.where)


def _in_row(label: str, line: FiledLine) -> str:
    """The text beside a label in a row of a table."""
    cells = [text for _, text in line.cells]
    if not cells or not alike(cells[0], label):
        return ""
    return next((text for text in cells[1:] if len(re.findall(r"[A-Za-z]", text)) >= _LEAST), "")


def alike(one: str, other: str) -> bool:
    """Whether two labels are the same, however their dashes and quotation marks are typed."""
    return fold(re.sub(r"\W+", " ", one)) == fold(re.sub(r"\W+", " ", other))


def day_in(text: str) -> str | None:
    """The one day as of which a text holds, as ``disclosure.yml`` writes it; None where it gives none."""
    days = {day_of(found["date"]) for found in _AS_OF.finditer(text)}
    day = days.pop() if len(days) == 1 else None
    return day.isoformat() if day else None


def quoted_first(text: str) -> str:
    """The term in quotation marks with which a text begins; empty where it begins with none."""
    found = re.match(r"\W*[“\"]([^”\"]{3,60}?),?[”\"]", text)
    return found[1] if found else ""


def said_after_verb(text: str) -> str:
    """What a text says behind ``indicates`` or ``means``; the whole text where it has no such word."""
    found = re.search(rf"\b{_VERB} (?:that )?(.+)$", text, re.IGNORECASE)
    return found[1].strip() if found else text


def tables_of(lines: Sequence[FiledLine]) -> Iterator[list[FiledLine]]:
    """The rows of each table outside the list."""
    by_table: dict[int, list[FiledLine]] = {}
    for line in lines:
        if line.table is not None:
            by_table.setdefault(line.table, []).append(line)
    yield from by_table.values()
