"""Invented sites of one year or of ten, with lists of 300 rows or 3,000, made of the example in ``data``."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

REPO = Path(__file__).resolve().parents[2]
NEWEST = 2024
_EXAMPLE = 2021
_SHEET = "Smelter List"
_HEADING = "Smelter Name"
_ID = "Smelter Identification Number"


def write_site(folder: Path, *, years: int = 1, rows: int = 300, smelter_pages: bool = True) -> Path:
    """A site of the newest year and those before it; its configuration file.

    Each list has ``rows`` rows with identifiers; from year to year a tenth of the rows has another name.
    """
    for name in ("docs", "site_overrides"):
        shutil.copytree(REPO / name, folder / name)
    settings = (REPO / "mkdocs.yml").read_text(encoding="utf-8")
    asked = f"smelter_pages: {'true' if smelter_pages else 'false'}"
    (folder / "mkdocs.yml").write_text(re.sub(r"smelter_pages: \w+", asked, settings), encoding="utf-8")
    for number in range(years):
        _write_year(folder / "data", NEWEST - number, rows)
    return folder / "mkdocs.yml"


def _write_year(data_dir: Path, year: int, rows: int) -> None:
    folder = data_dir / str(year)
    shutil.copytree(REPO / "data" / str(_EXAMPLE), folder)
    file = folder / "disclosure.yml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"\b202[12]\b", lambda found: str(int(found[0]) - _EXAMPLE + year), text)
    file.write_text(re.sub(r"(?ms)^control:\n.*?(?=^\S|\Z)", "", text), encoding="utf-8")
    book = openpyxl.load_workbook(folder / "smelters.xlsx")
    sheet = book[_SHEET]
    head = next(row for row in range(1, 12) if _HEADING in [cell.value for cell in sheet[row]])
    places = {str(cell.value): cell.column for cell in sheet[head] if cell.value}
    if _ID not in places:
        places[_ID] = sheet.max_column + 1
        sheet.cell(head, places[_ID]).value = _ID
    named = [row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, places[_HEADING]).value]
    filled = [[sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)] for row in named]
    sheet.delete_rows(head + 1, sheet.max_row)
    for at, cells in enumerate(_many(filled, rows)):
        name = f"{cells[places[_HEADING] - 1]}{f' Unit {at // len(filled)}' if at >= len(filled) else ''}"
        cells[places[_HEADING] - 1] = f"{name} {year}" if at % 10 == year % 10 else name
        cells[places[_ID] - 1] = f"CID{at + 1:06}"
        for column, value in enumerate(cells, 1):
            sheet.cell(head + 1 + at, column).value = value
    book.save(folder / "smelters.xlsx")


def _many(filled: list[list[Any]], rows: int) -> Iterator[list[Any]]:
    for at in range(rows):
        yield [*filled[at % len(filled)]]
