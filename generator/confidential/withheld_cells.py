"""Values that must not be published: what the review and the list's workbook hold, and the computer's own.

Nothing here is rendered. The finished site is searched for these values before it takes its place.
"""

from __future__ import annotations

import getpass
import re
import socket
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from python_calamine import CalamineWorkbook

from ..files.cell_text import clean, text_of
from ..files.raw_table import Cell, RawTable
from ..files.table_source import read_csv, sheet_names, understood
from ..files.text_file import read_text
from ..model import LIST_SHEET, CellRef, DisclosureFacts, LineRef
from .withheld import Withheld, WithheldKind

_SETTINGS_FILES = ("decisions.yml", "reconcile.yml", "suppliers.yml")
_REVIEW = "review/review.xlsx"
_SENT = re.compile(r"cmrt|supplier|answer|declaration", re.IGNORECASE)
_LIST = "smelters"
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEADING_ROWS = 10
_OPEN_SHEETS = {"read me"}
"""Sheets besides the list that hold no data."""

_KINDS: tuple[tuple[WithheldKind, str], ...] = (
    (WithheldKind.EMAIL, r"e-?mail"),
    (WithheldKind.TELEPHONE, r"phone|mobile|\bfax\b"),
    (WithheldKind.FILE, r"\bfiles?\b|workbook"),
    (WithheldKind.COMMENT, r"comment|remark|\bnotes?\b|internal"),
    (WithheldKind.CONTACT, r"contact|person|authori[sz]er|prepared by|reviewed by|decided by"),
    (WithheldKind.SUPPLIER, r"supplier|reported by|compan(?:y|ies)|vendor|manufacturer"),
)
"""Kind to the words of a heading, in lower case; the first one that fits holds."""
_ENTRIES = {
    "aliases": WithheldKind.SUPPLIER,
    "comment": WithheldKind.COMMENT,
    "contact": WithheldKind.CONTACT,
    "decided_by": WithheldKind.CONTACT,
    "supplier": WithheldKind.SUPPLIER,
    "suppliers": WithheldKind.SUPPLIER,
}
"""Entries of the settings files."""
_NO_VALUE = re.compile(r"smelter|metal|country|number of|\bhow many\b|answered|version|\bid\b|language|scope")
"""Headings of columns whose values are published, or are counts and answers."""
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WORKBOOK = re.compile(r"[^\\/:*?\"<>|]+\.xls[xm]?", re.IGNORECASE)
_REST = re.compile(r"and [\d,]+ more")
_SEVERAL = re.compile(r"\s*(?:[|;\n\r]|,\s*\n)\s*")


def read_withheld(folder: Path, shown: str, facts: DisclosureFacts | None = None) -> tuple[Withheld, ...]:
    """What the folder of a year holds and must not publish, each value once.

    ``review/review.xlsx``, columns and sheets of ``smelters.xlsx`` that are internal, comments and suppliers
    of ``suppliers.yml``, ``decisions.yml`` and ``reconcile.yml``, names of workbooks that suppliers sent.
    ``facts`` say which sheets are lists, and which of their columns the filer publishes; None: the usual
    ones. Raises InputError where a workbook cannot be read.
    """
    settings = (one for name in _SETTINGS_FILES for one in _of_settings(folder / name, shown))
    found = [*_of_list(folder, shown, _Published.of(facts)), *settings, *_of_files(folder, shown)]
    first: dict[tuple[WithheldKind, str], Withheld] = {}
    for one in found:
        first.setdefault((one.kind, one.value.casefold()), one)
    return tuple(first.values())


def machine_facts(*folders: Path) -> tuple[Withheld, ...]:
    """The computer's own: paths of ``folders`` and of the user's home, the user's name, the computer's."""
    paths = {str(path.resolve()) for path in (*folders, Path.cwd(), Path.home())}
    names = [(WithheldKind.USER, _user()), (WithheldKind.HOST, socket.gethostname().partition(".")[0])]
    return (
        *(Withheld(WithheldKind.PATH, path, None) for path in sorted(paths)),
        *(Withheld(kind, name, None) for kind, name in names if name),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a container whose user has no name
        return Path.home().name


@dataclass(frozen=True)
class _Published:
    """What of the workbook the filer publishes."""

    sheets: frozenset[str | None]
    """Sheets that are lists; None is the one of a CSV file."""
    headings: frozenset[str]
    """Headings of published columns on these, in lower case."""

    @classmethod
    def of(cls, facts: DisclosureFacts | None) -> _Published:
        lists = {one.sheet for one in facts.lists} if facts else set()
        annex = facts.annex if facts else None
        headings = (
            [*annex.headings.values(), *(own.heading for own in annex.own_columns.values())] if annex else []
        )
        return cls(
            sheets=frozenset({None, LIST_SHEET, *lists}),
            headings=frozenset(" ".join(heading.casefold().split()) for heading in headings),
        )


_NOTHING = _Published(frozenset(), frozenset())
"""No sheet of the review is published."""


def _of_list(folder: Path, shown: str, published: _Published) -> Iterator[Withheld]:
    book, table = folder / f"{_LIST}.xlsx", folder / f"{_LIST}.csv"
    if table.is_file():
        yield from _of_table(read_csv(table, f"{shown}/{table.name}"), published)
    if book.is_file():
        for sheet in _sheets(book, f"{shown}/{book.name}"):
            yield from _of_table(sheet, published)
    if (review := folder / _REVIEW).is_file():
        sheet_names(review, f"{shown}/{_REVIEW}")  # looks into it before it is opened
        for sheet in _sheets(review, f"{shown}/{_REVIEW}"):
            yield from _of_table(sheet, _NOTHING)


def _sheets(path: Path, shown: str) -> Iterator[RawTable]:
    """Every sheet but those that hold no data. ``read_smelter_list`` has looked into the file before."""
    with understood(shown), CalamineWorkbook.from_path(path) as book:
        for name in book.sheet_names:
            if name.casefold() not in _OPEN_SHEETS:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield RawTable(shown, name, rows)


def _of_table(table: RawTable, published: _Published) -> Iterator[Withheld]:
    is_list = table.sheet in published.sheets
    heading_row, columns = _columns(table, published.headings if is_list else frozenset())
    for number, row in enumerate(table.rows[heading_row + 1 :], start=heading_row + 1):
        for column, kind in columns.items():
            text = _text(row[column]) if column < len(row) else ""
            if text:
                yield from _values(kind, text, table.cell(number, column))
    if not is_list:
        yield from _anywhere(table, heading_row)


def _columns(table: RawTable, published: Collection[str]) -> tuple[int, dict[int, WithheldKind]]:
    """The row of headings, and the columns that are withheld: none whose heading is ``published``.

    Above the headings may stand a few figures, which fill fewer cells.
    """
    rows = [
        [_text(cell) if isinstance(cell, str) else "" for cell in row] for row in table.rows[:_HEADING_ROWS]
    ]
    widest = max((sum(map(bool, row)) for row in rows), default=0)
    number = next((n for n, row in enumerate(rows) if 2 * sum(map(bool, row)) >= widest), 0)
    headings = rows[number] if rows else []
    withheld = {
        column: kind for column, text in enumerate(headings)
        if " ".join(text.casefold().split()) not in published and (kind := _kind(text))
    }  # fmt: skip
    return number, withheld


def _kind(heading: str) -> WithheldKind | None:
    words = heading.casefold()
    if _NO_VALUE.search(words):
        return None
    return next((kind for kind, pattern in _KINDS if re.search(pattern, words)), None)


def _anywhere(table: RawTable, heading_row: int) -> Iterator[Withheld]:
    """E-mail addresses and names of workbooks, wherever they stand in an internal sheet."""
    for number, row in enumerate(table.rows[heading_row + 1 :], start=heading_row + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and ("@" in cell or ".xls" in cell.casefold()):
                where = table.cell(number, column)
                yield from (Withheld(WithheldKind.EMAIL, one, where) for one in _EMAIL.findall(cell))
                yield from (
                    Withheld(WithheldKind.FILE, one.strip(), where) for one in _WORKBOOK.findall(cell)
                )


def _values(kind: WithheldKind, text: str, where: CellRef | LineRef) -> Iterator[Withheld]:
    """A cell's values: several suppliers stand in one cell, and a comment may name an address."""
    parts: Sequence[str] = [text] if kind is WithheldKind.COMMENT else _SEVERAL.split(text)
    is_name = kind in (WithheldKind.SUPPLIER, WithheldKind.CONTACT, WithheldKind.FILE)
    for part in parts:
        is_count = is_name and (_REST.fullmatch(part) or not re.search(r"[^\W\d_]", part))
        if part and not is_count:
            yield Withheld(kind, _name_of_file(part) if kind is WithheldKind.FILE else part, where)
    if kind is not WithheldKind.EMAIL:
        yield from (Withheld(WithheldKind.EMAIL, one, where) for one in _EMAIL.findall(text))


def _name_of_file(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _text(cell: Cell) -> str:
    return clean(text_of(cell) or "")[0]


def _of_settings(path: Path, shown: str) -> Iterator[Withheld]:
    """Comments, people's and suppliers' names; those who use the file tell what is wrong with it."""
    if not path.is_file():
        return
    where = f"{shown}/{path.name}"
    try:
        tree = yaml.compose(read_text(path, where), Loader=_LOADER)
        found = list(_of_node(tree, where)) if tree else []
    except (yaml.YAMLError, RecursionError):  # an entry may hold itself
        return
    yield from found


def _of_node(node: yaml.Node, shown: str) -> Iterator[Withheld]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _of_node(item, shown)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            kind = _ENTRIES.get(str(key.value))
            if kind:
                yield from _of_entry(kind, value, shown)
            else:
                yield from _of_node(value, shown)


def _of_entry(kind: WithheldKind, node: yaml.Node, shown: str) -> Iterator[Withheld]:
    if isinstance(node, yaml.MappingNode):
        for part in (part for pair in node.value for part in pair):
            yield from _of_entry(kind, part, shown)
        return
    for one in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        if isinstance(one, yaml.MappingNode | yaml.SequenceNode):
            yield from _of_entry(kind, one, shown)
        if isinstance(one, yaml.ScalarNode) and one.value:
            yield from _values(kind, one.value, LineRef(shown, one.start_mark.line + 1))


def _of_files(folder: Path, shown: str) -> Iterator[Withheld]:
    """Workbooks in a folder of the year whose name says that suppliers sent them."""
    for path in sorted(folder.glob("*/**/*")):
        sent = _SENT.search(path.relative_to(folder).parts[0])
        if sent and path.suffix.casefold() in (".xlsx", ".xlsm", ".xls"):
            yield Withheld(WithheldKind.FILE, path.name, LineRef(f"{shown}/{path.parent.name}"))
