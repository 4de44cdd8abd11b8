"""The cells of Typst's tag tree in short: what is left out becomes blanks, so that no object moves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .table_tags import TableTags

_CELL = re.compile(
    rb"(?<=/Type/StructElem/S/)TD(/P (\d+) 0 R)"
    rb"(/A\[<</O/Table/Headers\[\(U(\d+)x(\d+)y\d+\)\](/RowSpan \d+)?(/ColSpan \d+)?>>"
    rb"(?:<</O/Layout/Border[^>]*>>)?\])(?=/K)"
)
_HEAD = re.compile(rb"/Type/StructElem/S/TH/P \d+ 0 R/ID\(U(\d+)x\d+y\d+\)/A\[<<[^>]*?(/ColSpan (\d+))")
_LOOKS = re.compile(rb"<</O/Layout/BorderColor.*?>>(?=[\]<])")
_HEADERS = re.compile(rb"/Headers\[[^\[\]]*\](?=>>|/)")
_ROW = re.compile(rb"(?<=/Type/StructElem/S/TR/P )(\d+ 0 R/K\[)(\d+) 0 R ")
_ROW_HEADING = b"/A[<</O/Table/Scope/Row>>]"


def short_cells(content: bytes, tables: Sequence[TableTags]) -> bytes:
    """Cells without the borders that every one lists, with headings that follow from their scope alone.

    The cell that heads a row says so. Cells that hold rows together are in no row any more.
    """
    found = _Cells(tables)
    content = _CELL.sub(found.cell, content)
    if any(table.holds_rows for table in tables):
        content = _HEAD.sub(found.head, content)
        content = _ROW.sub(found.row, content)
    for pattern in (_LOOKS, _HEADERS):
        content = pattern.sub(lambda match: b" " * len(match[0]), content)
    return content


@dataclass
class _Cells:
    """``row`` is the element of the row whose cells are looked at, ``at`` the place of the last one in it."""

    tables: Sequence[TableTags]
    row_element: bytes = b""
    at: int = 0
    holders: set[bytes] = field(default_factory=set)
    """Numbers of the objects that hold rows together."""

    def cell(self, match: re.Match[bytes]) -> bytes:
        number, column = int(match[4]), int(match[5])
        table = self.tables[number - 1] if number <= len(self.tables) else TableTags(None, 0)
        self.at = self.at + 1 if match[2] == self.row_element else 0
        self.row_element = match[2]
        spans = (match[6] or b"") + (match[7] or b"")
        if table.holds_rows:
            if match[6]:  # none of the table's own cells goes over rows
                self.at = -1
                self.holders.add(_object_number(match))
            column, spans = self.at, b""
        is_heading = table.row_header is not None and table.row_header == column
        kind = b"TH" if is_heading else b"TD"
        attributes = _ROW_HEADING if is_heading else b""
        if spans:
            scope = b"/Scope/Row" if is_heading else b""
            attributes = b"/A[<</O/Table" + scope + spans + b">>]"
        return kind + match[1] + attributes.ljust(len(match[3]))

    def head(self, match: re.Match[bytes]) -> bytes:
        """A head's first cell goes over the column without width, that of a part over all columns and it."""
        table = self.tables[int(match[1]) - 1] if int(match[1]) <= len(self.tables) else TableTags(None, 0)
        if not table.holds_rows:
            return match[0]
        across = int(match[3]) - 1
        span = b"/ColSpan %d" % across if across > 1 else b""
        return match[0].replace(match[2], span.ljust(len(match[2])))

    def row(self, match: re.Match[bytes]) -> bytes:
        if match[2] not in self.holders:
            return match[0]
        return match[1] + b" " * (len(match[0]) - len(match[1]))


def _object_number(match: re.Match[bytes]) -> bytes:
    """The number of the object in which the match stands; an object begins with a line ``12 0 obj``."""
    text = match.string
    end = text.rindex(b" 0 obj\n", 0, match.start())
    return text[text.rindex(b"\n", 0, end) + 1 : end]
