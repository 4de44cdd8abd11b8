"""CSV files as spreadsheets save them: in UTF-8, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, Rule
from ..model import CellRef, LineRef
from .text_file import read_text

_LINES_LOOKED_AT = 15
"""A title may stand above the headings."""
_QUOTED = re.compile(r'"[^"\n]*"')


def read_csv_rows(path: Path, shown: str, rule: Rule) -> list[list[str]]:
    """All rows from the first on; the separator is the one that most of the first lines have equally often.

    Raises InputError with a finding of ``rule``, at the line where the row begins, where quotes are wrong.
    """
    text = read_text(path, shown)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[list[str]] = []
    begins = 1
    try:
        for row in reader:
            rows.append(row)
            begins = reader.line_num + 1
    except csv.Error as problem:
        message = f"the file is not a valid CSV: {problem}"
        advice = "Check the quotes; a text that contains a quote doubles it."
        where = LineRef(shown, begins)
        raise InputError([Finding(rule, message, where, advice)]) from problem
    return rows


def _separator(text: str) -> str:
    """Of comma, semicolon and tab; a comma where no line has any."""
    lines = [_QUOTED.sub("", line) for line in text.splitlines()[:_LINES_LOOKED_AT]]

    def agreement(separator: str) -> tuple[int, int]:
        """How many lines have the same number of them, and that number."""
        times = Counter(number for line in lines if (number := line.count(separator)))
        return max(((alike, number) for number, alike in times.items()), default=(0, 0))

    return max(",;\t", key=agreement)


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
