"""Tables of figures that somebody typed: each cell held against the figure of its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ..findings import Finding
from ..findings.catalogue import FIGURE_TYPED, FIGURE_UNKNOWN
from ..model.counted import counted
from .counted import Counts
from .judged import field_words
from .known_counts import Known, facilities_counted
from .noun_patterns import Noun
from .numbers import Figure, rounded
from .prose import Prose, Sentence
from .table_heads import Head, head_of

_NUMBER = re.compile(
    r"\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?\s*(?P<percent>%|per\s?cent)?\s*(?:\\?\*|\[\^\w+\]|†|\(\d\))*\s*"
)
_OF_KNOWN = re.compile(
    r"(?:%|percent\w*|share)\s+of\s+(?:the\s+)?(?:known|total|all|listed|identified|reported|smelters|facilities)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:of\s+which|thereof|including)\b", re.IGNORECASE)
_STATUS_HEAD = re.compile(r"\bstatus", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class _Table:
    """A typed table with what its headings say."""

    rows: Sequence[Sequence[Sentence]]
    columns: Sequence[Head]
    heads: Sequence[Head]
    """Of the rows below the headings."""
    prose: Prose

    @cached_property
    def is_of_facilities(self) -> bool:
        metals = sum(head.metal is not None for head in (*self.columns, *self.heads))
        statuses = sum(bool(head.statuses) for head in (*self.columns, *self.heads))
        has_total = any(head.is_total for head in self.heads) and any(head.is_total for head in self.columns)
        return (
            metals >= 2
            or (metals >= 1 and has_total)
            or statuses >= 2
            or (self.is_of_status and bool(self.numbers))
        )

    @cached_property
    def is_of_status(self) -> bool:
        return bool(self.rows) and any(_STATUS_HEAD.search(cell.text) for cell in self.rows[0][:1])

    @cached_property
    def counts_several(self) -> bool:
        """Whether several columns count facilities, as where some were reported and fewer were valid."""
        return sum(head.is_of_facilities for head in self.columns) > 1

    @cached_property
    def numbers(self) -> dict[tuple[int, int], re.Match[str]]:
        """Row and column of each cell that holds a typed number and nothing else."""
        return {
            (at, column): found
            for at, row in enumerate(self.rows[1:])
            for column, cell in enumerate(row)
            if column and (found := _NUMBER.fullmatch(cell.text)) and cell.is_typed(*found.span("number"))
        }

    def value(self, at: int, column: int) -> Decimal | None:
        """The count in a cell; None where it is none, or a share."""
        found = self.numbers.get((at, column))
        if found is None or self.is_share(at, column) or found["decimals"]:
            return None
        return Decimal(found["number"].replace(",", ""))

    def is_share(self, at: int, column: int) -> bool:
        row = self.rows[at + 1]
        beside = row[column + 1].text.strip() if column + 1 < len(row) else ""
        found = self.numbers[at, column]
        head = self.columns[column] if column < len(self.columns) else Head()
        return bool(found["percent"] or beside == "%" or head.is_share)

    def head(self, column: int) -> Head:
        return self.columns[column] if column < len(self.columns) else Head(is_known=False)

    def cell(self, at: int, column: int) -> Sentence:
        return self.rows[at + 1][column]


@dataclass(frozen=True)
class _Cell:
    """A figure of a table: whether the data has it, and what else it should be."""

    cell: Sentence
    at: int
    column: int
    is_right: bool = False
    says: str = ""
    """What it should be; empty: it is right, or no data has it."""


def typed(prose: Prose) -> Iterator[Finding]:
    """TF-001: one finding for each table whose figures the data has."""
    for table in prose.once(_tables):
        right = [one for one in _read(table) if one.is_right]
        if right:
            where = right[0].cell.place(0, len(right[0].cell.text))
            are, them = ("is", "it") if len(right) == 1 else ("are", "them")
            message = f"{counted(len(right), 'figure')} of this table {are} typed; the data has {them}"
            yield Finding(
                FIGURE_TYPED, message, where, "Write {{ table.status_by_metal }}, or name the facts."
            )


def wrong(prose: Prose) -> Iterator[Finding]:
    """TF-002: cells that differ from the data, and shares that their row does not give."""
    for table in prose.once(_tables):
        for one in _read(table):
            if one.says:
                text = one.cell.text.strip()
                message = f"'{text}' is typed; {one.says}"
                yield Finding(
                    FIGURE_UNKNOWN, message, one.cell.place(0, len(one.cell.text)), "Correct it, or the data."
                )


def not_compared(prose: Prose) -> Iterator[Sentence]:
    """The cells of tables of facilities that no data has."""
    for table in prose.once(_tables):
        if table.is_of_status:
            yield from (
                one.cell
                for one in _read(table)
                if not one.is_right and not one.says and not table.is_share(one.at, one.column)
            )


def sums(prose: Prose) -> Iterator[tuple[Sentence, str]]:
    """TF-004: columns whose parts do not add up to their total, where no part differs from the data."""
    for table in prose.once(_tables):
        wrong_columns = {one.column for one in _read(table) if one.says}
        last = len(table.heads) - 1
        totals = [at for at, head in enumerate(table.heads) if head.is_total]
        if len(totals) != 1 or any(_WITHIN.search(row[0].text) for row in table.rows[1:] if row):
            continue
        total = totals[0]
        above = list(range(total)) if total else list(range(1, last + 1))
        for column in range(1, len(table.columns)):
            parts = [table.value(at, column) for at in above]
            whole = table.value(total, column)
            numbers = [part for part in parts if part is not None]
            if whole is None or len(numbers) < 2 or len(numbers) < len(parts) or column in wrong_columns:
                continue
            if sum(numbers) != whole:
                added = ", ".join(f"{number:,}" for number in numbers[:-1]) + f" and {numbers[-1]:,}"
                yield table.cell(total, column), f"{added} are {sum(numbers):,} and not {whole:,}"


def _tables(prose: Prose) -> Iterator[_Table]:
    words = field_words(prose)
    for rows in prose.tables:
        if len(rows) < 2:
            continue
        columns = [head_of(cell.text, words, is_column=True) for cell in rows[0]]
        heads = [head_of(row[0].text if row else "", words) for row in rows[1:]]
        table = _Table(rows, columns, heads, prose)
        if table.numbers and table.is_of_facilities:
            yield table


def _read(table: _Table) -> Iterator[_Cell]:
    """Each number of the table."""
    for at, column in table.numbers:
        cell = table.cell(at, column)
        if table.is_share(at, column):
            yield _share(table, at, column, cell)
            continue
        number = table.value(at, column)
        known = _known(table, at, column)
        is_one_of_several = table.counts_several and table.head(column).is_total
        if number is None or known is None or (is_one_of_several and known.number != number):
            yield _Cell(cell, at, column)
        elif known.number == number:
            yield _Cell(cell, at, column, is_right=True)
        else:
            yield _Cell(cell, at, column, says=f"the data gives {known.shown}")


def _known(table: _Table, at: int, column: int) -> Known | None:
    """What the data has for the row and the column; None where one of them is of something else."""
    row, head = table.heads[at], table.head(column)
    if not row.is_known or not head.is_known:
        return None
    if row.statuses and head.statuses and row.statuses != head.statuses:
        return None
    metal = row.metal or head.metal
    statuses = row.statuses or head.statuses
    is_said = bool(metal or statuses or row.is_total)
    counts = Counts(Noun.FACILITY, metals=(metal,) if metal else (), statuses=statuses)
    return facilities_counted(counts, table.prose.facts) if is_said else None


def _share(table: _Table, at: int, column: int, cell: Sentence) -> _Cell:
    """A share: of the count before it in the known ones of its row, or in the total of its column."""
    part = next(
        (value for left in range(column - 1, 0, -1) if (value := table.value(at, left)) is not None), None
    )
    whole = _whole_of(table, at, column)
    plain = _Cell(cell, at, column)
    found = table.numbers[at, column]
    number = Decimal(found["number"].replace(",", "") + (found["decimals"] or ""))
    if part is None or not whole or part > whole:
        return plain
    exact = 100 * part / whole
    figure = Figure(
        cell,
        found.start("number"),
        found.end("decimals") if found["decimals"] else found.end("number"),
        number,
        True,
    )
    if figure.is_met_by(exact):
        return replace(plain, is_right=_known(table, at, left_of(table, at, column)) is not None)
    return replace(plain, says=f"{part:,} of {whole:,} is {rounded(exact, max(figure.decimals, 1))}%")


def left_of(table: _Table, at: int, column: int) -> int:
    """The column of the count before a share."""
    return next(left for left in range(column - 1, 0, -1) if table.value(at, left) is not None)


def _whole_of(table: _Table, at: int, column: int) -> Decimal | None:
    """Of what a share is; None where the table does not say."""
    row = table.heads[at]
    left = [other for other in range(1, column) if table.value(at, other) is not None]
    totals = [other for other in left if table.head(other).is_total and table.head(other).is_known]
    header = table.rows[0][column].text if column < len(table.rows[0]) else ""
    if row.metal or row.is_total:
        if totals and totals[0] != left[-1]:
            return table.value(at, totals[0])
        if _OF_KNOWN.search(header):
            counts = Counts(Noun.FACILITY, metals=(row.metal,) if row.metal else ())
            known = facilities_counted(counts, table.prose.facts)
            return known.number if known else None
        return None
    is_list_of_statuses = sum(bool(head.statuses) for head in table.heads) >= 2 or table.is_of_status
    if not is_list_of_statuses or not left or any(head.metal for head in table.columns):
        return None
    total = next((one for one, head in enumerate(table.heads) if head.is_total), None)
    if total is not None:
        return table.value(total, left[-1])
    counts_in_column = [table.value(one, left[-1]) for one in range(len(table.heads))]
    return sum((number for number in counts_in_column if number is not None), Decimal(0)) or None
