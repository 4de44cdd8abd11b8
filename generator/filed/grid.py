"""A table as rows of as many cells as it has columns: merged cells resolved, empty columns left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .flow import Cell, Paragraph, Table
from .runs import Run, tidy

_SIGN_BEFORE = re.compile(r"[$€£¥(]{1,2}")
_SIGN_BEHIND = re.compile(r"[%)]{1,2}|\(?[*†‡]{1,4}\)?")
_FIGURE = re.compile(r"[-–(]?[\d,.]+\)?")
_NONE = re.compile(r"[-–—]+|n/a|none|nil", re.IGNORECASE)
"""What stands in a column of figures where there is none."""

_HEADING_WORDS = frozenset({
    "category", "company", "count", "countries", "country", "definition", "description", "facilities",
    "facility", "id", "identification", "location", "metal", "metals", "mineral", "minerals", "name",
    "number", "origin", "percent", "percentage", "processor", "refiner", "refiners", "smelter", "smelters",
    "status", "term", "total", "type",
})  # fmt: skip

Content = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Column headings, empty where the table has none, and the rows below them."""

    heading: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    heading_rows: int


def continued(table: Table, rest: Table) -> Table | None:
    """The table with the rows of its next page; None where that is another table."""
    one, other = grid_of(table), grid_of(rest)
    widths = {sum(cell.across for cell in row) for part in (table, rest) for row in part.rows if row}
    if len(one.heading) != len(other.heading) or len(widths) > 1:
        return None
    heads = [tuple(map(_text, grid.heading)) for grid in (one, other)]
    if other.heading_rows and heads[0] != heads[1]:
        return None
    filled = [row for row in rest.rows if any(cell.text for cell in row)]
    return replace(table, rows=(*table.rows, *filled[other.heading_rows :]))


def grid_of(table: Table) -> Grid:
    """The table as a grid. Headings over several columns stand over each of them."""
    placed = [row for at, row in enumerate(_placed(table.rows)) if any(map(_says(at), row))]
    heading_rows = _heading_rows(placed)
    columns = _columns(placed, heading_rows)
    heads = [_over(placed[:heading_rows], column) for column in columns]
    rows = [list(_contents(row, columns)) for row in placed[heading_rows:]]
    heads, rows = _with_signs_joined(heads, rows)
    return Grid(tuple(heads), tuple(tuple(row) for row in rows), heading_rows)


@dataclass(frozen=True, slots=True)
class _Part:
    """A cell as it covers one place of the grid."""

    cell: Cell
    row: int
    column: int


def _placed(rows: Sequence[Sequence[Cell]]) -> list[list[_Part | None]]:
    placed: list[list[_Part | None]] = [[] for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < len(placed[at]) and placed[at][column] is not None:
                column += 1
            for down in range(min(cell.down, len(rows) - at)):
                line = placed[at + down]
                line += [None] * (column + cell.across - len(line))
                for across in range(cell.across):
                    if line[column + across] is None:
                        line[column + across] = _Part(cell, at, column)
            column += cell.across
    width = max((len(line) for line in placed), default=0)
    return [line + [None] * (width - len(line)) for line in placed]


def _says(at: int) -> Callable[[_Part | None], bool]:
    """Whether a place holds text of its own row, and not only of one that reaches down to it."""
    return lambda part: part is not None and part.row == at and bool(part.cell.text)


def _heading_rows(placed: Sequence[Sequence[_Part | None]]) -> int:
    """How many rows at the top are headings; all rows that a heading reaches down to are."""
    count = 0
    numbers = [_number(row) for row in placed]
    for at, row in enumerate(placed):
        own = [part for part in row if part and part.row == numbers[at] and part.cell.text]
        if not own or not all(_is_heading(part.cell) for part in own):
            break
        is_label_only = len({(part.row, part.column) for part in own}) == 1 and at > 0
        if is_label_only and count:
            break
        count = at + 1
    if not count and len(placed) > 1 and _reads_as_headings(placed):
        return 1
    below = max((part.row + part.cell.down for row in placed[:count] for part in row if part), default=0)
    count = max(count, sum(number < below for number in numbers))
    return 0 if count >= len(placed) else count


def _reads_as_headings(placed: Sequence[Sequence[_Part | None]]) -> bool:
    """True where the first row is headings by what it says: the field's words, or words above figures."""
    first, *below = ([part.cell.text if part else "" for part in row] for row in placed)
    said = [(column, text) for column, text in enumerate(first) if text]
    if len(said) < 2 or any(character.isdecimal() for _, text in said for character in text):
        return False
    if all(_HEADING_WORDS & set(re.findall(r"[a-z]+", text.casefold())) for _, text in said):
        return True
    columns = ([row[column] for row in below if row[column]] for column, _ in said[1:])
    return all(
        any(map(_FIGURE.match, texts)) and all(_FIGURE.match(text) or _NONE.fullmatch(text) for text in texts)
        for texts in columns
    )


def _number(row: Sequence[_Part | None]) -> int:
    """The row's number in the table, empty rows counted."""
    return max((part.row for part in row if part), default=0)


def _is_heading(cell: Cell) -> bool:
    runs = [run for part in cell.paragraphs for run in part.runs if any(c.isalnum() for c in run.text)]
    return cell.is_heading or all(run.bold or run.underlined or run.raised for run in runs)


def _columns(placed: Sequence[Sequence[_Part | None]], heading_rows: int) -> list[int]:
    """The columns in which a cell with text begins; a heading alone makes none beside one with values."""
    body = placed[heading_rows:] or placed
    width = len(placed[0]) if placed else 0
    begins = [any(_begins(row[column], column) for row in body) for column in range(width)]
    found = [column for column in range(width) if begins[column]]
    covered = {
        id(part.cell)
        for row in placed[:heading_rows]
        for column in found
        if (part := row[column]) is not None
    }
    for row in placed[:heading_rows]:
        for column, part in enumerate(row):
            if part and _begins(part, column) and id(part.cell) not in covered:
                found.append(column)
                covered.add(id(part.cell))
    return sorted(set(found))


def _begins(part: _Part | None, column: int) -> bool:
    return part is not None and bool(part.cell.text) and part.column == column


def _over(rows: Sequence[Sequence[_Part | None]], column: int) -> Content:
    """The headings over a column, from top to bottom."""
    seen: list[Cell] = []
    for row in rows:
        part = row[column]
        if part and part.cell.text and all(part.cell is not other for other in seen):
            seen.append(part.cell)
    return tuple(paragraph for cell in seen for paragraph in cell.paragraphs)


def _contents(row: Sequence[_Part | None], columns: Sequence[int]) -> Iterator[Content]:
    """What places show: a cell over several columns stands in the first of them, one over rows in each."""
    seen: set[tuple[int, int]] = set()
    for part in (row[column] for column in columns):
        is_first = part is not None and (part.row, part.column) not in seen
        if part is not None:
            seen.add((part.row, part.column))
        yield part.cell.paragraphs if part is not None and is_first else ()


def _with_signs_joined(
    heads: list[Content], rows: list[list[Content]]
) -> tuple[list[Content], list[list[Content]]]:
    """Signs in columns of their own, ``$`` before and ``%`` behind a figure, join the figure's column."""
    column = 0
    while column < len(heads):
        texts = [_text(row[column]) for row in rows if row[column]]
        beside = heads[column - 1] if column else (), heads[column + 1] if column + 1 < len(heads) else ()
        is_sign = bool(texts) and (not heads[column] or heads[column] in beside)
        if is_sign and column and all(map(_SIGN_BEHIND.fullmatch, texts)) and _are_figures(rows, column - 1):
            _join(rows, column - 1, column)
        elif is_sign and column + 1 < len(heads) and all(map(_SIGN_BEFORE.fullmatch, texts)):
            heads[column + 1] = heads[column + 1] or heads[column]
            _join(rows, column, column + 1)
            heads[column] = heads.pop(column + 1)
            continue
        else:
            column += 1
            continue
        del heads[column]
    return heads, rows


def _are_figures(rows: Sequence[Sequence[Content]], column: int) -> bool:
    return any(_FIGURE.fullmatch(_text(row[column])) for row in rows if row[column])


def _join(rows: list[list[Content]], one: int, other: int) -> None:
    for row in rows:
        runs = [run for content in (row[one], row[other]) for part in content for run in part.runs]
        row[one] = (Paragraph(tidy(runs or [Run("")])),) if runs else ()
        del row[other]


def _text(content: Content) -> str:
    return " ".join(part.text for part in content)
