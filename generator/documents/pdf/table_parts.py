"""How the rows of a table stay together: whole, or three at each end, under a head for each metal."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...prose.element import Element

SHORT = 12
"""A table with no more rows than these is never parted."""
_MOST_HEIGHT = 520.0
"""In points: a short table that is higher than this may be parted, since no page could hold it."""
_TOGETHER = 3
"""So many rows stay together at both ends of a long table, and of each metal's part of it."""
_LINE, _ROW = 1.3, 8.0
"""Height of a line in sizes of its type, and what a row has above and below in points."""

_ONE_LINE = frozenset({"cid", "metal", "status", "status_as_of", "recycled"})
"""Columns of a facility list whose texts do not wrap."""
_LONGEST = 26
"""Letters of a text that may claim a line for itself."""
_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4}")


@dataclass(frozen=True)
class Part:
    """Rows that follow each other under a head of their own."""

    head: str
    """Empty: the table's own head is theirs."""
    blocks: tuple[int, ...]
    """Numbers of rows; those of each number but the middle one stay together."""


def parts_of(rows: Sequence[Element], heads: Sequence[str]) -> list[Part]:
    """The parts of a long table, whose rows may have ``heads``, one a row; empty: it has one part.

    Where the same head comes back, as in a list that is in another order, nothing is headed.
    """
    groups = [(head, len(list(same))) for head, same in itertools.groupby(heads)]
    names = [head for head, _ in groups]
    if not heads or len(set(names)) < len(names) or not all(names):
        return [Part("", _blocks(len(rows)))]
    return [Part(head, _blocks(count)) for head, count in groups]


def _blocks(count: int) -> tuple[int, ...]:
    """The first three, what is between, the last three."""
    if count <= 2 * _TOGETHER:
        return (count,)
    return (_TOGETHER, count - 2 * _TOGETHER, _TOGETHER)


def metal_heads(head: Sequence[Element], rows: Sequence[list[Element]]) -> list[str]:
    """For each row of a facility list its metal, as the list has it; none where it has no such column.

    A metal that is written in several ways has the name that the page knows it by.
    """
    columns = [cell.attributes.get("data-column") for cell in head]
    if "metal" not in columns or not rows:
        return []
    at = columns.index("metal")
    cells = [row[at] if at < len(row) else row[0] for row in rows]
    texts = [" ".join(cell.text.split()) for cell in cells]
    keys = [cell.attributes.get("data-metal") or text for cell, text in zip(cells, texts, strict=True)]
    written: dict[str, set[str]] = {}
    for key, text in zip(keys, texts, strict=True):
        written.setdefault(key, set()).add(text)
    return [next(iter(written[key])) if len(written[key]) == 1 else key.capitalize() for key in keys]


def whole_columns(head: Sequence[Element], columns: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns whose texts stay in one line: identifiers, statuses, days.

    ``columns`` has the texts of each column without those of its head.
    """
    names = [cell.attributes.get("data-column") for cell in head]
    return frozenset(
        at
        for at, texts in enumerate(columns)
        if max(map(len, texts), default=0) <= _LONGEST
        and ((at < len(names) and names[at] in _ONE_LINE) or _are_days(texts))
    )


def _are_days(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and all(_DAY.fullmatch(text) for text in filled)


def stays_whole(rows: int, lines: Sequence[float], size: float) -> bool:
    """Whether a table with so many rows stays on one page; ``lines`` has those of each row."""
    height = sum(max(one, 1.0) * size * _LINE + _ROW for one in lines)
    return rows <= SHORT and height < _MOST_HEIGHT


def as_data(parts: Sequence[Part]) -> Iterator[dict[str, object]]:
    """The parts as ``document.typ`` reads them."""
    for part in parts:
        yield {"head": part.head, "blocks": list(part.blocks)}
