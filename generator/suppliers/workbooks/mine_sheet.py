"""The sheets ``Mine List`` and ``Minerals Scope``, which a template's own Checker does not look at.

Source: EMRT 2.0 and 2.1, AMRT 1.2 and 1.3. The columns of the first are the same in all four. In the second
the customer may write for which minerals it asks and why; what is declared stands in the declaration.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...files.typed_cells import may_be_typed_in
from ...model import CellRef
from ..declarations import Stated
from ..mines import Mine
from ..templates import MINE_SHEET, SCOPE_SHEET
from .cells import Rows, stated_at, text_at
from .opening import Book, mending

_HEADINGS, _SCOPE_HEADINGS = 4, 7
_COLUMNS = {"mineral": 1, "smelter": 2, "name": 3, "identifier": 4, "country": 6, "comment": 13}
_NOTICE = "©"


def mines_of(book: Book) -> Iterator[Mine]:
    """The mines, in their order; rows without mineral, smelter, name and country are passed over."""
    sheet = book.called.get(MINE_SHEET, MINE_SHEET)
    rows = book.rows(MINE_SHEET) if _is_filled_in(book, sheet) else ()
    for number in range(_HEADINGS + 1, len(rows) + 1):
        texts = {name: _said(rows, number, column) for name, column in _COLUMNS.items()}
        says = [texts[name] for name in ("mineral", "smelter", "name", "country")]
        if any(says) and not says[0].startswith(_NOTICE):
            yield Mine(CellRef(book.shown, sheet, f"C{number}"), **texts)


def scope_of_minerals(book: Book) -> Iterator[Stated]:
    """The cells of ``Minerals Scope`` that name a mineral."""
    sheet = book.called.get(SCOPE_SHEET, SCOPE_SHEET)
    rows = book.rows(SCOPE_SHEET)
    for number in range(_SCOPE_HEADINGS + 1, len(rows) + 1):
        if _said(rows, number, 2) and not _said(rows, number, 2).startswith(_NOTICE):
            yield stated_at(rows, book.shown, sheet, number, "B")


def _is_filled_in(book: Book, sheet: str) -> bool:
    if book.archive is None or not book.has(MINE_SHEET):
        return book.has(MINE_SHEET)
    with mending(book.shown):
        return may_be_typed_in(book.archive, sheet, _HEADINGS + 1)


def _said(rows: Rows, row: int, column: int) -> str:
    """The text; empty for the 0 that a formula leaves."""
    text = text_at(rows, row, column)
    return "" if text == "0" else text
