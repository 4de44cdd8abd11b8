"""The small invented filers whose pages stand word for word in ``tests/golden/<case>/{input,expected}``."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import xlsxwriter

from tests.support.wording import write_wording

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if (path / "input").is_dir())


def with_workbooks(source: Path, data_dir: Path) -> Path:
    """A copy of the data in which a folder ``lists`` is ``smelters.xlsx``, with the wording to start from."""
    shutil.copytree(source, data_dir)
    for folder in data_dir.glob("*/lists"):
        with xlsxwriter.Workbook(str(folder.parent / "smelters.xlsx")) as book:
            for path in sorted(folder.glob("*.csv")):
                sheet = book.add_worksheet(path.stem)
                with path.open(encoding="utf-8", newline="") as file:
                    for number, row in enumerate(csv.reader(file)):
                        sheet.write_row(number, 0, row)
        shutil.rmtree(folder)
    for year in data_dir.iterdir():
        if year.is_dir():
            write_wording(year)
    return data_dir
