"""The size of type of tables: small enough for paper, and the same in all tables of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...prose.element import Element
from ..pdf.widths import least_width, text_width, widths_of

_PAPER = 540.0
"""In points: 7.5 inches, letter paper with half an inch of margin on both sides."""
_SIZES = ((10.0, 4), (9.0, 3), (8.0, 2), (7.0, 2), (6.0, 1))
"""Sizes of type in points that are tried, the largest first, each with the room around texts in pixels."""
_POINTS_A_PIXEL = 0.75
_BROADER = 1.08
"""Faces that browsers take are broader than ours."""
_BREAKS = "break-word"
_STYLE = "border-collapse: collapse; font-size: {size}pt; line-height: 1.3; margin: 12pt 0"


def look_of(rows: Sequence[Element]) -> dict[str, str]:
    """Attributes of a table with such rows: lines, size of type, the room around its texts."""
    size, pads = type_of_table(rows)
    style = _STYLE.format(size=size)
    return {"border": "1", "cellspacing": "0", "cellpadding": str(pads), "width": "100%", "style": style}


def alike(tables: Sequence[Element]) -> Iterator[Element]:
    """The tables of one list, each with a head and rows, in one size of type and with the same widths.

    Where the columns are crowded, browsers find the widths of each table.
    """
    rows = [row for table in tables for row in _rows(table)]
    look, shares = look_of(rows), _shares(rows)
    for table in tables:
        head = _rows(table)[0]
        cells = tuple(
            Element(cell.tag, {**cell.attributes, **share}, cell.children)
            for cell, share in zip(_cells(head), shares, strict=True)
        )
        wide = Element("tr", head.attributes, cells)
        children = tuple(wide if child is head else child for child in table.children)
        yield Element("table", {**table.attributes, **look}, children)


def _shares(rows: Sequence[Element]) -> list[dict[str, str]]:
    """What the cells of the head say of their widths."""
    columns = list(zip(*map(_cells, rows), strict=True))
    whole = {at for at, column in enumerate(columns) if any("nowrap" in cell.attributes for cell in column)}
    found = widths_of([[cell.text for cell in column] for column in columns], whole=whole)
    if found.is_wide:
        return [{} for _ in columns]
    return [{"width": f"{one * 100 / sum(found.columns):.0f}%"} for one in found.columns]


def is_even(tables: Sequence[Element]) -> bool:
    """Whether every row of the tables has a cell for each column."""
    rows = [_cells(row) for table in tables for row in _rows(table)]
    return len({len(cells) for cells in rows}) == 1 and not any(
        "colspan" in cell.attributes or "rowspan" in cell.attributes for cells in rows for cell in cells
    )


def _rows(table: Element) -> list[Element]:
    return [child for child in table.children if isinstance(child, Element) and child.tag == "tr"]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element)]


def type_of_table(rows: Sequence[Element]) -> tuple[str, int]:
    """Size of type in points and the room around texts in pixels with which the longest words fit.

    The smallest where none does.
    """
    columns: dict[int, float] = {}
    for row in rows:
        for at, needed in _needed(row):
            columns[at] = max(columns.get(at, 0.0), needed)
    words = sum(columns.values()) * _BROADER
    for size, pads in _SIZES:
        around = (2 * pads + 1) * _POINTS_A_PIXEL * len(columns)
        if words * size + around <= _PAPER:
            return f"{size:g}", pads
    return f"{_SIZES[-1][0]:g}", _SIZES[-1][1]


def _needed(row: Element) -> Iterator[tuple[int, float]]:
    """Column and width that each cell needs, in sizes of the type; one over several columns needs none."""
    at = 0
    for cell in _cells(row):
        span = int(cell.attributes.get("colspan", "1"))
        if span == 1:
            yield at, _least(cell)
        at += span


def _least(cell: Element) -> float:
    """Width that a cell needs, in sizes of the type; none where its words may break."""
    if _BREAKS in cell.attributes.get("style", ""):
        return 0.0
    return text_width(cell.text) if "nowrap" in cell.attributes else least_width(cell.text)
