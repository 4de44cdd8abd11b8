"""SpreadsheetML 2003, the ``.xml`` that Excel writes and that RMI's lists are downloaded as."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from lxml import etree

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import BOOK_TOO_LARGE, BOOK_UNREADABLE
from ..model import LineRef
from .raw_table import MAX_ROWS, Cell, RawTable
from .text_file import read_bytes

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MAX_BYTES = 50_000_000
_MAX_COLUMNS = 256
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_spreadsheet_ml(path: Path, shown: str) -> list[RawTable]:
    """The sheets, with the cells and rows that ``ss:Index`` skips as empty ones.

    A file with a document type is refused: it could define entities that unfold without end, or that
    name other files. Raises InputError where it is no SpreadsheetML.
    """
    content = read_bytes(path, shown)
    if len(content) > _MAX_BYTES:
        raise InputError([_problem(f"the file has more than {_MAX_BYTES // 1_000_000} MB", shown)])
    if _DOCTYPE.search(content):
        raise InputError([_problem("the file has a document type, which a list never needs", shown)])
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise InputError([_problem(f"the file is not valid XML: {problem.msg}", shown)]) from problem
    if root.tag != f"{_SS}Workbook":
        raise InputError([_problem("the file is no SpreadsheetML workbook", shown)])
    return [_table(sheet, shown) for sheet in root.iter(f"{_SS}Worksheet")]


def _problem(message: str, shown: str) -> Finding:
    advice = "Download the list again, or open it in Excel and save it as an Excel workbook (.xlsx)."
    return Finding(BOOK_UNREADABLE, message, LineRef(shown), advice)


def _table(sheet: etree._Element, shown: str) -> RawTable:
    name = str(sheet.get(f"{_SS}Name", ""))
    rows: list[list[Cell]] = []
    for element in sheet.iter(f"{_SS}Row"):
        at = _index(element, len(rows) + 1, MAX_ROWS, shown)
        rows += [[] for _ in range(at - len(rows))]
        rows[at - 1] = _cells(element, shown)
        if len(rows) > MAX_ROWS:
            raise InputError([_too_far("row", len(rows), shown)])
    width = max(map(len, rows), default=0)
    return RawTable(shown, name, [[*row, *[""] * (width - len(row))] for row in rows])


def _cells(row: etree._Element, shown: str) -> list[Cell]:
    cells: list[Cell] = []
    for element in row.iterfind(f"{_SS}Cell"):
        at = _index(element, len(cells) + 1, _MAX_COLUMNS, shown)
        cells += [""] * (at - len(cells))
        cells[at - 1] = _value(element.find(f"{_SS}Data"))
        cells += [""] * (_whole(element.get(f"{_SS}MergeAcross")) or 0)
        if len(cells) > _MAX_COLUMNS:
            raise InputError([_too_far("column", len(cells), shown)])
    return cells


def _index(element: etree._Element, following: int, most: int, shown: str) -> int:
    """Where a row or cell stands, counted from 1: its ``ss:Index``, else behind the one before."""
    stated = _whole(element.get(f"{_SS}Index"))
    if stated is None or stated < following:
        return following
    if stated > most:
        raise InputError([_too_far("row or column", stated, shown)])
    return stated


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,7}", text) else None


def _too_far(what: str, number: int, shown: str) -> Finding:
    message = f"the list reaches to {what} {number:,}"
    return Finding(BOOK_TOO_LARGE, message, LineRef(shown), "Keep the list alone, without empty rows.")


def _value(data: etree._Element | None) -> Cell:
    if data is None:
        return ""
    text = "".join(data.itertext())
    kind = data.get(f"{_SS}Type")
    if kind == "Number" and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    if kind == "DateTime" and re.match(r"\d{4}-\d{2}-\d{2}T", text):
        return _day(text)
    return text


def _day(text: str) -> Cell:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return text
