"""Workbooks that open and hold odd cells."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from random import Random

import openpyxl
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from . import hostile

_MARK = "ODDMARKODD"
_RAW = ("&#1;", "&#0;", "_x0000_", "_x001B_", "_xD800_", "&#x202E;", "&#xFFFE;", "&amp;lt;", "\t\n\r")
_ROW = re.compile(rb'<row r="(\d+)"')
_MOST_TO_MOVE = 100_000
_ERRORS = ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!")


def odd_cells(data: bytes, random: Random) -> bytes:
    """A few cells of any sheet with other values, merged, hidden, renamed, far out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data))
        for _ in range(random.choice((1, 2, 5, 20))):
            _change(random.choice(book.worksheets), random)
        made = io.BytesIO()
        book.save(made)
    return _with_raw_text(made.getvalue(), random.choice(_RAW))


def _change(sheet, random: Random) -> None:  # type: ignore[no-untyped-def]
    row = random.randrange(1, min(sheet.max_row, 40) + 2)
    column = random.randrange(1, min(sheet.max_column, 14) + 2)
    what = random.randrange(16)
    if sheet.max_row * sheet.max_column > _MOST_TO_MOVE and what < 6:
        return  # openpyxl visits every cell of the rectangle when it moves some
    if what == 0:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + 2, end_column=column + 1)
    elif what == 1:
        sheet.title = random.choice(("Smelter list", "Declaration ", "x" * 31, "日本", "Checker", "Tabelle1"))
    elif what == 2:
        sheet.insert_rows(row, random.choice((1, 30)))
    elif what == 3:
        sheet.delete_rows(row, random.choice((1, 3)))
    elif what == 4:
        sheet.insert_cols(column)
    elif what == 5:
        sheet.delete_cols(column)
    elif what == 6:
        sheet.row_dimensions[row].hidden = True
        if len(sheet.parent.worksheets) > 1:
            sheet.sheet_state = random.choice(("hidden", "veryHidden", "visible"))
    elif what == 7:
        far = f"{get_column_letter(random.choice((30, 300, 16_384)))}{random.choice((1, 5_000, 1_048_576))}"
        sheet[far] = hostile.text(random).translate(_PLAIN) or "far"
    elif what == 8:
        sheet.append([hostile.text(random).translate(_PLAIN) for _ in range(random.choice((1, 9, 60)))])
    else:
        _fill(sheet, row, column, random)


_PLAIN = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))
"""What openpyxl refuses to write: it is put in afterwards."""


def _fill(sheet, row: int, column: int, random: Random) -> None:  # type: ignore[no-untyped-def]
    cell = sheet.cell(row, column)
    if type(cell).__name__ == "MergedCell":
        return
    what = random.randrange(10)
    if what == 0:
        cell.value = random.choice(_ERRORS)
        cell.data_type = "e"
    elif what == 1:
        cell.value = random.choice((True, False))
    elif what == 2:
        cell.value = random.choice(hostile.DAYS)
    elif what == 3:
        cell.value = random.choice([n for n in hostile.NUMBERS if n == n and abs(n) < 1e300])
        cell.number_format = random.choice(("General", "yyyy-mm-dd", "0.00%", "[h]:mm", "@"))
    elif what == 4:
        cell.value = random.choice(("=A1", "=1/0", "=INDIRECT(A1)", f"={cell.coordinate}", "=HYPERLINK(1)"))
    elif what == 5:
        cell.value = _MARK
    elif what == 6:
        cell.value = "y" * 32_000
    elif what == 7:
        cell.comment = Comment(hostile.text(random).translate(_PLAIN) or "note", "somebody")
    else:
        cell.value = hostile.text(random).translate(_PLAIN)[:32_000]
        if isinstance(cell.value, str):
            cell.data_type = "s"


def _with_raw_text(data: bytes, text: str) -> bytes:
    """The mark replaced by what no spreadsheet program writes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(_MARK.encode(), text.encode()))
    return made.getvalue()


def hidden_rows(data: bytes, random: Random) -> bytes:
    """Hundreds of thousands of hidden rows below those of a sheet, with a cell each or none."""
    made = io.BytesIO()
    number = random.choice((60_000, 600_000))
    cell = random.choice(("", f'<c r="{random.choice("AB")}{{0}}"><v>1</v></c>'))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        sheets = [name for name in old.namelist() if name.startswith("xl/worksheets/sheet")]
        chosen = random.choice(sheets)
        for name in old.namelist():
            content = old.read(name)
            if name == chosen:
                first = max(map(int, _ROW.findall(content)), default=0) + 1
                row = f'<row r="{{0}}" hidden="1">{cell}</row>'
                rows = "".join(map(row.format, range(first, first + number)))
                content = content.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            new.writestr(name, content)
    return made.getvalue()


MUTATORS = (*[odd_cells] * 24, hidden_rows)
