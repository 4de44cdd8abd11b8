"""One measurement, in a process of its own: ``python -m …measured WHAT FOLDER PROCESSES``."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

SHEETS = ("Declaration", "Smelter List", "Product List", "Smelter Look-up")
"""Those that a reconciliation reads of such a workbook."""

READER = os.environ.get("BENCHMARK_READER", "")
"""``openpyxl`` or ``openpyxl-read-only`` in the place of python-calamine; empty: python-calamine."""


def read_alone(path: Path) -> int:
    """Reads the sheets with python-calamine and keeps nothing."""
    with CalamineWorkbook.from_path(path) as book:
        return sum(
            len(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in SHEETS
            if name in book.sheet_names
        )


def alone(folder: Path, processes: int) -> None:
    """What python-calamine itself takes, with the same pool of processes."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        rows = sum(pool.map(read_alone, sorted(folder.glob("*.xlsx")), chunksize=4))
    assert rows, "no workbook was read"


def reconcile(folder: Path, processes: int) -> None:
    """The whole of ``formsd reconcile``, into a folder that is thrown away."""
    from generator.suppliers.reconcile import reconcile_year
    from tests.support.builders import write_year

    with tempfile.TemporaryDirectory() as place:
        year = write_year(Path(place) / "data")
        (year / "smelters.xlsx").unlink()
        result = reconcile_year(Path(place) / "data", 2021, folder, processes=processes)
        every = [one for one in (result.counts, result.other_counts) if one]
        assert all(one.adds_up for one in every)
        used = sum(one.files_used for one in every)
        assert used == sum(one.files_found for one in every) > 0, result.set_aside[:1]


class _Sheet:
    """A sheet that openpyxl reads, as python-calamine shows it."""

    def __init__(self, rows: list[list[Any]]) -> None:
        self._rows = rows
        self.total_height = len(rows)
        self.total_width = max(map(len, rows), default=0)

    def to_python(self, *, skip_empty_area: bool) -> list[list[Any]]:
        return self._rows


class _Book:
    """openpyxl in the place of python-calamine."""

    def __init__(self, path: Path) -> None:
        import openpyxl

        read_only = READER == "openpyxl-read-only"
        self._book = openpyxl.load_workbook(path, read_only=read_only, data_only=True)
        self.sheet_names = self._book.sheetnames

    @classmethod
    def from_object(cls, source: Path) -> _Book:
        return cls(source)

    def get_sheet_by_name(self, name: str) -> _Sheet:
        rows = self._book[name].iter_rows(values_only=True)
        return _Sheet([[_plain(cell) for cell in row] for row in rows])

    def close(self) -> None:
        self._book.close()


def _plain(cell: Any) -> Any:
    if isinstance(cell, datetime) and cell.time() == time():
        return date(cell.year, cell.month, cell.day)
    return "" if cell is None else cell


def _read_with_openpyxl() -> None:
    """Puts openpyxl into the reader of this process: of the spawned ones too, which import this module."""
    from generator.suppliers.workbooks import opening

    opening.CalamineWorkbook = _Book  # type: ignore[misc, assignment]


CONTENDERS = {"alone": alone, "reconcile": reconcile}

if READER:
    _read_with_openpyxl()
if __name__ == "__main__":
    CONTENDERS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
