"""CSV files as spreadsheets save them: in UTF-8, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, Rule
from ..model import CellRef, LineRef
from .text_file import read_text


def read_csv_rows(path: Path, shown: str, rule: Rule) -> list[list[str]]:
    """All rows from the first on; the first line tells the separator, which in much of Europe is a semicolon.

    Raises InputError with a finding of ``rule`` where the quotes are wrong.
    """
    text = read_text(path, shown)
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as problem:
        message = f"the file is not a valid CSV: {problem}"
        advice = "Check the quotes; a text that contains a quote doubles it."
        raise InputError([Finding(rule, message, LineRef(shown), advice)]) from problem


def read_headed_rows(
    path: Path, shown: str, headings: Sequence[str], rule: Rule
) -> list[tuple[int, list[str]]]:
    """Number and stripped cells of each row below ``headings`` that says anything.

    Raises InputError with a finding of ``rule`` where the first row is another.
    """
    rows = [[cell.strip() for cell in row] for row in read_csv_rows(path, shown, rule)]
    if not rows or rows[0] != list(headings):
        message = f"the first line is '{','.join(rows[0]) if rows else ''}'"
        advice = f"It must be '{','.join(headings)}'."
        raise InputError([Finding(rule, message, CellRef(shown, None, "A1"), advice)])
    return [(number, cells) for number, cells in enumerate(rows[1:], start=2) if any(cells)]
