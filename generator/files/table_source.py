"""A sheet of a workbook, or a CSV file, as rows of raw cells with their addresses.

Workbooks are read with calamine, which sees values only; where a sheet holds formulas or errors, its parsed
elements are looked at too.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import BOOK_TOO_LARGE, BOOK_UNREADABLE, CELL_ERROR, FORMULA_EMPTY, SHEET_MISSING
from ..model import CellRef, LineRef
from .csv_text import read_csv_rows
from .nearest import nearest
from .raw_table import MAX_COLUMNS, MAX_ROWS, RawTable
from .sheet_scan import FaultyCell, SheetScan
from .workbook_guard import look_into


def read_sheet(path: Path, shown: str, sheet: str, *, ask_for_faults: bool = True) -> RawTable:
    """The sheet named ``sheet``. Raises InputError: no workbook, no such sheet, too large.

    ``ask_for_faults`` False leaves ``faults`` empty, and saves their time in a workbook of many
    formulas.
    """
    look = look_into(path, shown)
    with understood(shown, sheet), CalamineWorkbook.from_path(path) as book:
        if sheet not in book.sheet_names:
            raise InputError([_sheet_missing(sheet, book.sheet_names, shown)])
        found = book.get_sheet_by_name(sheet)
        _check_height(found.total_height + 1, shown)
        rows = found.to_python(skip_empty_area=False)
        merged = tuple(found.merged_cell_ranges or ())
    if ask_for_faults and sheet not in look.sheets and (look.has_formulas or look.has_errors):
        raise InputError([_unreadable("nothing says which part holds which sheet", shown)])
    scan = look.sheets.get(sheet, SheetScan(0))
    is_wide = scan.columns > MAX_COLUMNS
    return RawTable(
        shown,
        sheet,
        [row[:MAX_COLUMNS] for row in rows] if is_wide else rows,
        merged,
        _faults(shown, sheet, scan) if ask_for_faults else (),
        hidden_rows=tuple(scan.hidden_rows),
        struck_rows=tuple(scan.struck_rows),
        is_hidden=sheet in look.hidden_sheets,
        far_cell=scan.farthest if is_wide else "",
    )


def read_any(path: Path, shown: str) -> list[RawTable]:
    """Every sheet of a workbook, of a SpreadsheetML file, or the one table of a CSV, without ``faults``."""
    kind = path.suffix.lower()
    if kind == ".csv":
        return [read_csv(path, shown)]
    if kind == ".xml":
        from .spreadsheet_ml import read_spreadsheet_ml  # lxml takes a while to import

        return read_spreadsheet_ml(path, shown)
    return [read_sheet(path, shown, sheet, ask_for_faults=False) for sheet in sheet_names(path, shown)]


def sheet_names(path: Path, shown: str) -> list[str]:
    """The sheets of a workbook. Raises InputError where it is none."""
    look_into(path, shown)
    with understood(shown), CalamineWorkbook.from_path(path) as book:
        return list(book.sheet_names)


@contextmanager
def understood(shown: str, sheet: str = "") -> Iterator[None]:
    """Turns what calamine raises into a finding: errors of its own, numbers that no time has, and panics.

    A panic is no ``Exception``. Raises InputError.
    """
    try:
        yield
    except CalamineError as problem:
        raise InputError([_unreadable(str(problem), shown)]) from problem
    except OverflowError as problem:
        raise InputError([_no_date(sheet, shown)]) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise InputError([_unreadable("", shown)]) from problem


def read_csv(path: Path, shown: str) -> RawTable:
    """The table of a CSV file; ``read_csv_rows`` says of which kinds."""
    rows = read_csv_rows(path, shown, BOOK_UNREADABLE)
    _check_height(len(rows), shown)
    return RawTable(shown, None, rows)


def bold_cells(path: Path, shown: str, sheet: str) -> frozenset[str]:
    """Addresses of the cells with text in bold letters, such as ``C14``. Raises InputError where it is none.

    Asked only where a filer shows a status so: it takes openpyxl seconds for a long list.
    """
    look_into(path, shown)
    import openpyxl  # slow to import, and needed here only

    try:
        with warnings.catch_warnings():  # of parts of the workbook that nobody here reads
            warnings.simplefilter("ignore")
            rows = openpyxl.load_workbook(path)[sheet].iter_rows()
    except Exception as problem:  # openpyxl lets the errors of all its parsers through
        raise InputError([_unreadable(str(problem), shown)]) from problem
    return frozenset(cell.coordinate for row in rows for cell in row if cell.value and cell.font.bold)


def _check_height(rows: int, shown: str) -> None:
    if rows > MAX_ROWS:
        message = f"the list reaches down to row {rows:,}"
        advice = f"A smelter list may have {MAX_ROWS:,} rows; delete the empty rows below the list."
        raise InputError([Finding(BOOK_TOO_LARGE, message, LineRef(shown), advice)])


def _sheet_missing(sheet: str, there: Sequence[str], shown: str) -> Finding:
    message = f"sheet '{sheet}' not found; there are: {', '.join(there) or 'none'}"
    meant = nearest(sheet, there)
    advice = f"Rename '{meant}' to '{sheet}'." if meant else f"Name the sheet with the list '{sheet}'."
    return Finding(SHEET_MISSING, message, LineRef(shown), advice)


def _no_date(sheet: str, shown: str) -> Finding:
    place = f" of sheet '{sheet}'" if sheet else ""
    message = f"a cell{place} that is shown as a date or a time holds a number that is none"
    advice = "Look for a cell that shows ##### however wide its column is; correct its value or its format."
    return Finding(BOOK_UNREADABLE, message, LineRef(shown), advice)


def _unreadable(problem: str, shown: str) -> Finding:
    message = f"the workbook cannot be read: {problem}" if problem else "the workbook cannot be read"
    advice = "Open it in Excel, let Excel repair it, and save it as an Excel workbook (.xlsx)."
    return Finding(BOOK_UNREADABLE, message, LineRef(shown), advice)


def _faults(shown: str, sheet: str, scan: SheetScan) -> tuple[Finding, ...]:
    return tuple(_fault(fault, CellRef(shown, sheet, fault.cell)) for fault in scan.faults)


def _fault(fault: FaultyCell, where: CellRef) -> Finding:
    if fault.error:
        message = f"the cell holds the error {fault.error}"
        together = f"cells hold the error {fault.error}"
        return Finding(CELL_ERROR, message, where, "Type the value instead.", together=together)
    message = f"the formula {fault.formula} has no stored value".replace("  ", " ")
    advice = "Open the workbook in Excel and save it, or type the value instead."
    together = "cells have a formula without a stored value"
    return Finding(FORMULA_EMPTY, message, where, advice, together=together)
