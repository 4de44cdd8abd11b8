"""The figures in the small tables of a filed document: metals, statuses and totals, in rows or in columns.

A share is held against the numbers of its row, and a total against the sum of its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..filed.values import FiledLine
from ..model import Disclosure, LineRef, Passage, percent
from ..model.comparing import folded
from ..model.words import metal_of
from .figures import TOTAL, Figure, metal_key, status_key
from .said import Said
from .status_words import StatusWords
from .wording import FACILITIES

SHARE = "share"
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|percent)")
_TOTAL = re.compile(r"(?:grand )?totals?|all \w+|sum|overall|altogether")
_COUNTS = re.compile(rf"\b(?:{FACILITIES}|numbers?|counts?|quantity|qty|listed|total)\b", re.IGNORECASE)
_OF_FACILITIES = re.compile(rf"\b(?:{FACILITIES})\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:sourc\w+|from (?:a |the )?covered|recycl\w*|scrap|countries|suppliers?|spend|parts|cobalt"
    r"|mica|20\d\d|change|prior"
    r"|origins?)\b",
    re.IGNORECASE,
)
_IS_SHARE = re.compile(r"%|\b(?:rate|share|percent\w*)\b", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:\(\d{1,2}\)|[*†‡§#]+)\s*$")


@dataclass(frozen=True)
class _Cell:
    column: int
    text: str

    @property
    def number(self) -> int | None:
        plain = _MARK.sub("", self.text).strip()
        return int(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None

    @property
    def share(self) -> float | None:
        found = _SHARE.fullmatch(_MARK.sub("", self.text).strip())
        return float(found[1]) if found else None


@dataclass(frozen=True)
class _Row:
    name: str
    kind: str | None
    cells: tuple[_Cell, ...]
    where: LineRef


def figures_in_tables(
    lines: Sequence[FiledLine], disclosure: Disclosure, figures: Mapping[str, Figure]
) -> Iterator[Said]:
    """The figures of all tables among the lines of a document."""
    caption = ""
    for number, table in _tables(lines):
        if number is None:
            caption = table[-1].text
        else:
            yield from _Table(table, caption, disclosure, figures).read()


def _tables(lines: Sequence[FiledLine]) -> Iterator[tuple[int | None, list[FiledLine]]]:
    run: list[FiledLine] = []
    for line in lines:
        if run and line.table != run[-1].table:
            yield run[0].table, run
            run = []
        run.append(line)
    if run:
        yield run[0].table, run


class _Table:
    def __init__(
        self,
        lines: Sequence[FiledLine],
        caption: str,
        disclosure: Disclosure,
        figures: Mapping[str, Figure],
    ) -> None:
        self._figures = figures
        self._caption = caption
        self._labels = {folded(status.label): status.label for status in disclosure.facts.statuses}
        self._words = StatusWords(disclosure.facts.statuses)
        self._headings: dict[int, str] = {}
        self._rows: list[_Row] = []
        for line in lines:
            self._take(line)

    def _take(self, line: FiledLine) -> None:
        cells = [_Cell(column, text) for column, text in _joined(line.cells)]
        values = [cell for cell in cells[1:] if cell.number is not None or cell.share is not None]
        if not values:
            for cell in cells:
                before = self._headings.get(cell.column, "")
                self._headings[cell.column] = f"{before} {cell.text}".strip()
            return
        self._rows.append(_Row(cells[0].text, self._kind(cells[0].text), tuple(values), line.where))

    def read(self) -> Iterator[Said]:
        if not any(row.kind for row in self._rows):
            return
        kinds = {column: self._kind(text) for column, text in self._headings.items()}
        said: list[Said] = []
        for row in self._rows:
            if row.kind and row.kind != SHARE:
                said += self._of_row(row, kinds)
                said += self._shares(row, kinds)
        yield from said
        wrong = {one.where for one in said if one.key and one.value != self._figures[one.key].value}
        yield from self._sums(kinds, wrong)

    def _kind(self, text: str) -> str | None:
        """``metal:Gold``, ``status:Active``, ``total`` or ``share``; None for another text."""
        plain = _MARK.sub("", text)
        words = folded(plain)
        if words in self._labels:
            return status_key(self._labels[words])
        if _TOTAL.fullmatch(words):
            return TOTAL
        if _IS_SHARE.search(plain):
            return SHARE
        if len(plain) > 90 or _CONDITION.search(plain):
            return None
        if (metal := metal_of(plain)) and len(words.split()) <= 4:
            return metal_key(metal)
        if _OF_FACILITIES.search(plain):
            found = self._words.labels_in(plain)
            if len(found) == 1:
                return status_key(next(iter(found)))
            return None if found or re.search(r"\bnot\b", words) else TOTAL
        return TOTAL if re.fullmatch(r"(?:number|count|quantity|qty)(?: of \w+)?", words) else None

    def _column_kind(self, cell: _Cell, kinds: Mapping[int, str | None]) -> str | None:
        """The kind of the heading over a cell: the last that begins before it or with it."""
        over = [column for column in kinds if 0 < column <= cell.column]
        return kinds[max(over)] if over else None

    def _of_row(self, row: _Row, kinds: Mapping[int, str | None]) -> Iterator[Said]:
        numbers = [cell for cell in row.cells if cell.number is not None]
        for cell in numbers:
            kind = self._column_kind(cell, kinds)
            key = _cell_key(row.kind or "", kind or "")
            if key is None and len(numbers) == 1 and self._counts_facilities(cell):
                key = row.kind
            if key in self._figures:
                yield Said(key, str(cell.number), f"{row.name}: {cell.text}", row.where)

    def _counts_facilities(self, cell: _Cell) -> bool:
        """Whether the one number of a row is that of facilities, as the headings or the line above say."""
        over = [column for column in self._headings if 0 < column <= cell.column]
        heading = self._headings[max(over)] if over else ""
        if _CONDITION.search(heading) or _IS_SHARE.search(heading):
            return False
        several = sum(bool(row.kind and row.kind.startswith("status:")) for row in self._rows)
        return bool(_COUNTS.search(heading) or _OF_FACILITIES.search(self._caption)) or several > 1

    def _shares(self, row: _Row, kinds: Mapping[int, str | None]) -> Iterator[Said]:
        """A share that the numbers of its row do not give."""
        numbers = [cell.number for cell in row.cells if cell.number is not None]
        shares = [cell for cell in row.cells if cell.share is not None]
        if len(shares) != 1 or not 1 <= len(numbers) <= 2:
            return
        heading = " ".join(self._headings.values())
        metal, total = self._figures.get(row.kind or ""), self._figures.get(TOTAL)
        if len(numbers) == 2:
            whole, part = max(numbers), min(numbers)
        elif (row.kind or "").startswith("status:"):
            whole, part = int(total.number) if total else 0, numbers[0]
        elif re.search(rf"(?:%|percent\w*|share) of (?:\w+ ){{0,3}}(?:{FACILITIES})", heading, re.IGNORECASE):
            whole, part = int(metal.number) if metal else 0, numbers[0]
        else:
            return
        share, text = shares[0].share or 0.0, shares[0].text
        decimals = len(text.partition(".")[2].rstrip("% *"))
        if whole and part <= whole and abs(100 * part / whole - share) > 0.5 * 10**-decimals + 1e-9:
            wrong = f"{part:,} of {whole:,} are {percent(part, whole, max(decimals, 1))}"
            yield Said(None, f"{share:g}%", f"{row.name}: {text}", row.where, wrong=wrong)

    def _sums(self, kinds: Mapping[int, str | None], wrong: set[LineRef]) -> Iterator[Said]:
        """Totals at the end of columns that are not the sum of what stands above them."""
        last = self._rows[-1] if self._rows else None
        totals = [row for row in self._rows if row.kind == TOTAL]
        parts = [row for row in self._rows if row.kind != SHARE and row.kind != TOTAL]
        if last is None or len(totals) != 1 or len(parts) < 2 or self._rows.index(totals[0]) < len(parts):
            return
        for cell in totals[0].cells:
            above = [one.number for row in parts for one in row.cells if one.column == cell.column]
            if cell.number is None or len(above) != len(parts) or None in above:
                continue
            numbers = [number for number in above if number is not None]
            if sum(numbers) != cell.number and totals[0].where not in wrong:
                added = " + ".join(map(str, numbers))
                over = [column for column in self._headings if 0 < column <= cell.column]
                name = f"{totals[0].name}, {self._headings[max(over)]}" if over else totals[0].name
                words = f"{name}: {cell.text}"
                yield Said(
                    None, str(cell.number), words, totals[0].where, wrong=f"{added} are {sum(numbers):,}"
                )


def _joined(cells: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The cells of a row, a sign for percent in a cell of its own joined to the number before it."""
    found: list[tuple[int, str]] = []
    for column, text in cells:
        if text in ("%", "*", "†") and found and re.search(r"\d", found[-1][1]):
            found[-1] = (found[-1][0], found[-1][1] + text)
        else:
            found.append((column, text))
    yield from found


def _cell_key(row: str, column: str) -> str | None:
    """The figure where a row and a column cross; None where it is none of ours."""
    if not row or not column or SHARE in (row, column):
        return None
    if TOTAL in (row, column):
        return column if row == TOTAL else row
    metal, status = (row, column) if row.startswith("metal") else (column, row)
    if metal.startswith("metal") and status.startswith("status"):
        return f"{metal},{status}"
    return None


def lines_of(counts: Sequence[Sequence[Passage]]) -> tuple[FiledLine, ...]:
    """Rows of which the columns are not known as lines of one table."""
    return tuple(
        FiledLine(tuple((at, cell.text) for at, cell in enumerate(row)), 0, row[0].where) for row in counts
    )
