"""A table of the page as a table of Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..pdf.runs import Block
from .markup import border, paragraph

RunsOf = Callable[[Sequence[Any]], str]
BlocksOf = Callable[[Sequence[Block]], str]

_TWIPS = 20
"""To a point."""
_HAIRLINE, _RULE = 4, 8
_PADDING = 80


def table(block: Block, runs_of: RunsOf, blocks_of: BlocksOf) -> str:
    """The table without its caption. ``blocks_of`` takes the blocks of a cell."""
    widths = [round(width * _TWIPS) for width in block["widths"]]
    made = _Rows(block, widths, runs_of, blocks_of)
    rows = "".join((*made.head(), *made.body()))
    lines = border({"top": _RULE, "left": 0, "bottom": _RULE, "right": 0, "insideH": _HAIRLINE, "insideV": 0})
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_PADDING}" w:type="dxa"/>'
        f'<w:right w:w="{_PADDING}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>'
        f"</w:tblPr>{_grid(widths)}{rows}</w:tbl>"
    )


def layout(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Things beside each other, without lines; ``widths`` in twips."""
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or paragraph("")}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"{_grid(widths)}<w:tr>{row}</w:tr></w:tbl>"
    )


def _grid(widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


class _Rows:
    """The rows of one table; ``widths`` of its columns in twips."""

    def __init__(self, block: Block, widths: list[int], runs_of: RunsOf, blocks_of: BlocksOf) -> None:
        self._block, self._widths = block, widths
        self._runs_of, self._blocks_of = runs_of, blocks_of

    def head(self) -> Iterator[str]:
        """Rows that stand on top of each page."""
        for row in self._group(self._block["head"], "FormsdCellHead"):
            yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{row}</w:tr>"

    def body(self) -> Iterator[str]:
        cut = "" if self._block["cuts_rows"] else "<w:trPr><w:cantSplit/></w:trPr>"
        for rows, style in ((self._block["body"], "FormsdCell"), (self._block["foot"], "FormsdCellHead")):
            for row in self._group(rows, style):
                yield f"<w:tr>{cut}{row}</w:tr>"

    def _group(self, rows: Sequence[Sequence[Any]], style: str) -> Iterator[str]:
        """The cells of each row; a cell that reaches further down goes on in the rows below."""
        below: dict[int, tuple[int, int]] = {}
        for row in rows:
            cells, waiting, at = [], list(row), 0
            while at < len(self._widths):
                if at in below:
                    left, across = below.pop(at)
                    cells.append(self._cell("", at, across, "<w:vMerge/>", style))
                    if left > 1:
                        below[at] = (left - 1, across)
                elif waiting:
                    cell = waiting.pop(0)
                    spans = cell if isinstance(cell, dict) else {}
                    across, down = spans.get("colspan", 1), spans.get("rowspan", 1)
                    merge = '<w:vMerge w:val="restart"/>' if down > 1 else ""
                    cells.append(self._cell(cell, at, across, merge, style))
                    if down > 1:
                        below[at] = (down - 1, across)
                else:
                    break
                at += across
            yield "".join(cells)

    def _cell(self, cell: Any, at: int, across: int, merge: str, style: str) -> str:
        width = sum(self._widths[at : at + across])
        span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        right = '<w:jc w:val="right"/>' if at in self._block["right"] else ""
        if isinstance(cell, dict) and "blocks" in cell:
            inside = self._blocks_of(cell["blocks"]) or paragraph("", style)
        else:
            runs = [cell] if isinstance(cell, str) else cell["runs"]
            inside = paragraph(self._runs_of(runs), style, right)
        if inside.endswith("</w:tbl>"):  # Word asks for a paragraph at the end of a cell
            inside += paragraph("", "FormsdCell")
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{inside}</w:tc>'
