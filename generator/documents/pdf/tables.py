"""A table of the page as an object that ``document.typ`` sets: widths, rows, cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...prose.element import Element
from .runs import BREAK, Block, Context, breakable, plain, runs_of
from .table_parts import Part, as_data, metal_heads, parts_of, stays_whole, whole_columns
from .widths import PADDING, Widths, widths_of

Cell = str | dict[str, Any]
"""Plain text, or an object with runs or blocks, and with spans where it has some."""
BlocksOf = Callable[[Element], list[Block]]

_GROUPS = ("thead", "tbody", "tfoot")
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "div", "pre", "blockquote", "hr"})
_MOST_COLUMNS = 60
_MOST_LINES = 25
"""A row with more lines than these may go over a page's end."""


@dataclass
class _Group:
    """Head, body or foot: the cells of each row, padded to the table's columns."""

    rows: list[list[Cell]] = field(default_factory=list)
    headers: list[tuple[int, ...]] = field(default_factory=list)
    """Places of the row's heading cells."""


def table_block(table: Element, context: Context, blocks_of: BlocksOf) -> Block | None:
    """The table; None where it has no cell. ``blocks_of`` makes the blocks of a cell that holds some."""
    rows = {name: [row for row in _rows_in(table, name) if _cells(row)] for name in _GROUPS}
    if not rows["thead"] and rows["tbody"] and _is_heading(rows["tbody"][0]):
        rows["thead"] = [rows["tbody"].pop(0)]
    count = min(max((_span_sum(row) for group in rows.values() for row in group), default=0), _MOST_COLUMNS)
    if not count:
        return None
    head, body, foot = (_group(rows[name], count, context, blocks_of) for name in _GROUPS)
    everything = [*head.rows, *body.rows, *foot.rows]
    below = [[_text(row[n]) for row in (*body.rows, *foot.rows) if n < len(row)] for n in range(count)]
    heads = [_cells(row) for row in rows["thead"]]
    right = _right_columns(rows, count)
    is_plain = _is_plain(head.rows, count) and all(
        _is_plain([row], count) for row in (*body.rows, *foot.rows)
    )
    widths = widths_of(
        [[*(_text(row[n]) for row in head.rows if n < len(row)), *below[n]] for n in range(count)],
        whole=whole_columns(heads[0], below) if len(heads) == 1 and is_plain else (),
        alike=[at for at in right if at < count],
    )
    if widths.breaks_words:
        for row in everything:
            row[:] = [_broken(cell, widths, at) for at, cell in enumerate(row)]
    lines = [max((_lines(cell, widths, at) for at, cell in enumerate(row)), default=1) for row in everything]
    is_whole = stays_whole(len(body.rows), lines, widths.size)
    cuts_rows = max(lines, default=0) > _MOST_LINES
    parts: list[Part] = []
    if is_plain and not is_whole and not cuts_rows:
        metals = metal_heads(heads[0], [_cells(row) for row in rows["tbody"]]) if _is_list(table) else []
        parts = parts_of(rows["tbody"], metals)
    return {
        "kind": "table",
        "id": table.attributes.get("id", ""),
        "caption": _caption(table, context),
        "widths": widths.columns,
        "size": widths.size,
        "wide": widths.is_wide,
        "right": right,
        "cuts_rows": cuts_rows,
        "whole": is_whole,
        "parts": list(as_data(parts)),
        "head": head.rows,
        "body": [[_pale(cell, at in right) for at, cell in enumerate(row)] for row in body.rows],
        "foot": foot.rows,
        "row_header": _row_header([*body.headers, *foot.headers]),
    }


def _is_list(table: Element) -> bool:
    return "fsd-annex" in table.classes


def _is_plain(rows: Sequence[Sequence[Cell]], count: int) -> bool:
    """Whether each of the rows has a cell a column, none over several, so that parts can be held."""
    return bool(rows) and all(
        len(row) == count and all(isinstance(cell, str) or _has_no_span(cell) for cell in row) for row in rows
    )


def _has_no_span(cell: Mapping[str, Any]) -> bool:
    return "colspan" not in cell and "rowspan" not in cell and "blocks" not in cell


def _pale(cell: Cell, is_number: bool) -> Cell:
    """A nought among numbers is pale, so that the others are seen."""
    return {"runs": [{"text": "0", "styles": ["pale"]}]} if is_number and cell == "0" else cell


def _rows_in(table: Element, group: str) -> Iterator[Element]:
    """The group's rows; rows that stand in no group belong to the body."""
    for child in table.children:
        if not isinstance(child, Element):
            continue
        if child.tag == group:
            yield from (row for row in child.children if isinstance(row, Element) and row.tag == "tr")
        elif child.tag == "tr" and group == "tbody":
            yield child


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]


def _is_heading(row: Element) -> bool:
    return all(cell.tag == "th" for cell in _cells(row))


def _span_sum(row: Element) -> int:
    return sum(_span(cell, "colspan") for cell in _cells(row))


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "")
    return max(1, min(int(value), 1000)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _group(rows: Sequence[Element], count: int, context: Context, blocks_of: BlocksOf) -> _Group:
    """The rows of a head, body or foot; places below a cell that reaches down stay empty."""
    made = _Group()
    below: dict[int, set[int]] = {}
    for number, row in enumerate(rows):
        taken = below.pop(number, set())
        cells: list[Cell] = []
        headers: list[int] = []
        at = 0
        for cell in _cells(row):
            at = _next_free(at, taken)
            if at >= count:
                break
            across = _free_run(at, taken, count, _span(cell, "colspan"))
            down = min(_span(cell, "rowspan"), len(rows) - number)
            for further in range(1, down):
                below.setdefault(number + further, set()).update(range(at, at + across))
            if cell.tag == "th":
                headers.append(len(cells))
            cells.append(_cell(cell, context, blocks_of, across, down))
            at += across
        cells += [""] * sum(place not in taken for place in range(at, count))
        if cells and (labels := context.labels(row)):
            cells[0] = _labelled(cells[0], labels)
        made.rows.append(cells)
        made.headers.append(tuple(headers))
    return made


def _next_free(at: int, taken: set[int]) -> int:
    while at in taken:
        at += 1
    return at


def _free_run(at: int, taken: set[int], count: int, wanted: int) -> int:
    end = at + 1
    while end < min(at + wanted, count) and end not in taken:
        end += 1
    return end - at


def _cell(cell: Element, context: Context, blocks_of: BlocksOf, across: int, down: int) -> Cell:
    spans = {name: value for name, value in (("colspan", across), ("rowspan", down)) if value > 1}
    if any(isinstance(child, Element) and child.tag in _BLOCKS for child in cell.children):
        return {"blocks": blocks_of(cell), **spans}
    runs = runs_of(cell.children, context)
    if not spans and all(isinstance(run, str) for run in runs):
        return str(runs[0]) if runs else ""
    return {"runs": runs, **spans}


def _labelled(cell: Cell, labels: Sequence[str]) -> Cell:
    marks = [{"label": label} for label in labels]
    if isinstance(cell, str):
        return {"runs": [*marks, cell]}
    if "runs" in cell:
        return {**cell, "runs": [*marks, *cell["runs"]]}
    return {**cell, "blocks": [{"kind": "paragraph", "runs": marks}, *cell["blocks"]]}


def _text(cell: Cell) -> str:
    """The cell's text for its width; nothing for a cell that spans columns."""
    if isinstance(cell, str):
        return cell
    return "" if "colspan" in cell else plain(cell.get("runs", ()), keeps_breaks=True)


def _lines(cell: Cell, widths: Widths, at: int) -> float:
    letters = len(cell) if isinstance(cell, str) else len(plain(cell["runs"])) if "runs" in cell else 0
    if not letters:
        return 0 if isinstance(cell, str) or "runs" in cell else _MOST_LINES + 1
    return letters * 0.5 * widths.size / (widths.columns[min(at, len(widths.columns) - 1)] - PADDING + 1)


def _broken(cell: Cell, widths: Widths, at: int) -> Cell:
    if not isinstance(cell, str):
        return cell
    room = widths.columns[min(at, len(widths.columns) - 1)] - PADDING
    letters = max(2, int(room / widths.size / 0.72))
    return breakable(cell.replace(BREAK, ""), longest=letters, piece=letters)


def _caption(table: Element, context: Context) -> list[Any] | None:
    captions = [c for c in table.children if isinstance(c, Element) and c.tag == "caption"]
    runs = runs_of(captions[0].children, context) if captions else []
    return runs or None


def _right_columns(rows: dict[str, list[Element]], count: int) -> list[int]:
    """Columns whose values stand at the right: numbers."""
    sample = next((rows[name][0] for name in ("tbody", "tfoot", "thead") if rows[name]), None)
    cells = _cells(sample) if sample else []
    return [at for at, cell in enumerate(cells[:count]) if _is_right(cell)]


def _is_right(cell: Element) -> bool:
    return "fsd-number" in cell.classes or "right" in cell.attributes.get("style", "")


def _row_header(headers: Iterable[tuple[int, ...]]) -> int | None:
    """The place of the heading cell, where every row has one in the same place."""
    places = set(headers)
    only = places.pop() if len(places) == 1 else ()
    return only[0] if len(only) == 1 else None
