"""The marks at names of facilities that tell a status, such as asterisks and bold letters, and the legend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..model import BOLD, UNMARKED, Status, StatusClass
from ..model.folding import fold
from ..model.status_phrases import IN_SENTENCES, said_in
from .filed_blocks import Block, FiledCell
from .values import FiledRow

MarkedRow = tuple[FiledRow, tuple[str, ...]]
"""A row and the footnote marks at its name."""

_MARKS = re.compile(r"(.*?)\s*((?:\*|†|‡|§|#|\^)+)")
LEGEND = re.compile(r"\(?(\*+|†+|‡+|§+|#+|\^+|\d{1,2}|[a-z])\)?\s*[-–—:=.)]*\s+(.{3,})", re.IGNORECASE)


class StatusMarks:
    """Knows the marks of a year's statuses, and finds what other marks stand for."""

    def __init__(self, statuses: Sequence[Status]) -> None:
        self._statuses = statuses
        self._marked = {
            status.mark: status.label for status in statuses if status.mark not in (None, UNMARKED)
        }
        self._labels = {fold(status.label): status.label for status in statuses}

    def stated(self, mark: str) -> str | None:
        """The status for which the data states a mark."""
        return self._marked.get(mark)

    def with_statuses(self, rows: Sequence[MarkedRow], others: Sequence[Block]) -> Iterator[FiledRow]:
        """The rows with what their footnote marks stand for, as the ``others`` around them explain it."""
        legend = self._legend(rows, others)
        without = self._status_without_mark(legend)
        for row, marks in rows:
            if row.status is None and legend:
                status = next((legend[mark] for mark in marks if mark in legend), without)
                yield _with_status(row, status)
            else:
                yield row

    def _legend(self, rows: Sequence[MarkedRow], others: Sequence[Block]) -> dict[str, str]:
        """Footnote mark to the status that it stands for: as stated, else as the document explains it."""
        if self._marked:
            return self._stated_legend(rows, others)
        used = Counter(mark for _, marks in rows for mark in marks)
        found: dict[str, str] = {}
        for block in others:
            for mark, text in _legend_lines(block):
                label = self._label_in(text)
                if mark in used and label and mark not in found:
                    found[mark] = label
        return found

    def _stated_legend(self, rows: Sequence[MarkedRow], others: Sequence[Block]) -> dict[str, str]:
        """The marks that the data states; where the document says the opposite of one, what it says.

        Nothing where bold letters are a mark and no name is told from another by them.
        """
        bold = [BOLD in marks for _, marks in rows]
        if BOLD in self._marked and (not any(bold) or all(bold)):
            return {}
        found = dict(self._marked)
        for block in others:
            for mark, text in _legend_lines(block):
                label = self._marked.get(mark)
                given, denied = said_in(text, self._phrases_of(label)) if label else ({}, {})
                if label in denied and label not in given:
                    found[mark] = denied[label]
        return found

    def _status_without_mark(self, legend: Mapping[str, str]) -> str | None:
        """The status that the lack of a mark stands for; None where that may be several."""
        if self._marked:
            return next((one.label for one in self._statuses if one.mark == UNMARKED), None)
        left = [status.label for status in self._statuses if status.label not in legend.values()]
        return left[0] if len(left) == 1 else None

    def _label_in(self, text: str) -> str | None:
        """The status that an explanation gives; of one that it denies, what it is not."""
        given, denied = said_in(text, self._labels)
        if not given and not denied:
            given, denied = self._of_classes(text)
        if given:
            return next(iter(given)) if len(given) == 1 else None
        return self._not(next(iter(denied))) if denied else None

    def _phrases_of(self, label: str) -> dict[str, str]:
        """What a text may call one status: its label, and the phrases for its class."""
        kind = next(one.status_class for one in self._statuses if one.label == label)
        phrases = {phrase: label for phrase, of_phrase in IN_SENTENCES.items() if of_phrase is kind}
        return phrases | {fold(label): label}

    def _of_classes(self, text: str) -> tuple[dict[str, str], dict[str, str]]:
        """The same by the phrases for a class, where the filer has one label for it."""
        labels: dict[StatusClass, list[str]] = {}
        for status in self._statuses:
            labels.setdefault(status.status_class, []).append(status.label)
        phrases = {
            phrase: labels[kind][0] for phrase, kind in IN_SENTENCES.items() if len(labels.get(kind, ())) == 1
        }
        return said_in(text, phrases)

    def _not(self, label: str) -> str:
        labels = [one.label for one in self._statuses if one.status_class is StatusClass.NOT_CONFORMANT]
        return labels[0] if len(labels) == 1 else f"not {label}"


def unmarked(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the footnote marks at its end, and these."""
    found = _MARKS.fullmatch(text)
    return (found[1], (found[2],)) if found and found[1] else (text, ())


def name_and_marks(cell: FiledCell | None) -> tuple[str, tuple[str, ...]]:
    if cell is None:
        return "", ()
    name, marks = unmarked(cell.text)
    return name, (*marks, *(mark.strip("()") for mark in cell.marks))


def _legend_lines(block: Block) -> Iterator[tuple[str, str]]:
    """Mark and explanation, whether they stand in one cell, in two, or the mark is raised."""
    texts = [cell.text for cell in block.cells if cell.text]
    for cell in block.cells:
        if cell.marks and cell.text:
            yield cell.marks[0].strip("()"), cell.text
    found = LEGEND.match(" ".join(texts))
    if found:
        yield found[1], found[2]


def _with_status(row: FiledRow, status: str | None) -> FiledRow:
    return FiledRow(row.metal, row.name, row.country, row.country_code, status, row.cid, row.where)
