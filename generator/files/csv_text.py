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
_SIGNS_LOOKED_AT = 200_000
_MOST_ROWS, _MOST_CELLS = 200_000, 5_000
"""Rows of a file, and cells of a row. The largest table that is read has some 50,000 rows of 20 cells."""
_LONGEST_LINE = 1_000_000
"""Signs."""
_LONGEST_CELL = 131_072
"""Signs. The module csv has one limit for the whole process, which libraries change."""
_TOO_LONG = "field larger than"
_QUOTED = re.compile(r'"[^"\n]*"')


def read_csv_rows(path: Path, shown: str, rule: Rule) -> list[list[str]]:
    """All rows from the first on; the separator is the one that most of the first lines have equally often.

    Raises InputError with a finding of ``rule``, at the line where the row begins, where quotes are wrong or
    it is no table that people make.
    """
    text = read_text(path, shown)
    _must_have_lines(text, shown, rule)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[list[str]] = []
    begins = 1
    try:
        for row in reader:
            if len(row) > _MOST_CELLS or len(rows) >= _MOST_ROWS:
                raise InputError([_too_large(len(row), LineRef(shown, begins), rule)])
            rows.append(row)
            begins = reader.line_num + 1
    except csv.Error as problem:
        message = f"the file is not a valid CSV: {csv_problem(problem)}"
        advice = "Check the quotes; a text that contains a quote doubles it."
        where = LineRef(shown, begins)
        raise InputError([Finding(rule, message, where, advice)]) from problem
    return rows


def _must_have_lines(text: str, shown: str, rule: Rule) -> None:
    """Raises InputError where one line alone would fill the memory with its cells."""
    begin = 0
    for number in range(1, _MOST_ROWS):
        end = text.find("\n", begin)
        if (len(text) if end < 0 else end) - begin > _LONGEST_LINE:
            message = f"the line has more than {_LONGEST_LINE:,} signs"
            advice = "Save the list again as CSV from the program that it comes from."
            raise InputError([Finding(rule, message, LineRef(shown, number), advice)])
        if end < 0:
            return
        begin = end + 1


def csv_problem(problem: csv.Error) -> str:
    """What is wrong with the row."""
    is_long = _TOO_LONG in str(problem)
    return f"a cell has more than {csv.field_size_limit():,} signs" if is_long else str(problem)


def _too_large(cells: int, where: LineRef, rule: Rule) -> Finding:
    many = f"a row has {cells:,} cells, of {_MOST_CELLS:,} that are read"
    message = many if cells > _MOST_CELLS else f"the file has more than {_MOST_ROWS:,} rows"
    return Finding(rule, message, where, "Delete what does not belong to the list, and save it again.")


def _separator(text: str) -> str:
    """Of comma, semicolon and tab; a comma where no line has any."""
    first = text[:_SIGNS_LOOKED_AT].splitlines()[:_LINES_LOOKED_AT]
    lines = [_QUOTED.sub("", line) for line in first]

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
