"""Tables that only place text: lists, headings, notes and single columns that filers lay out as tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from .flow import Cell, Item, Paragraph, Table
from .markers import is_marker, with_marker
from .runs import Run, tidy

_NOTE = re.compile(r"\(?(\d{1,2}|[a-z]|\*{1,4}|[†‡§#])\)?")
_DEFAULT_WIDTH = 18.0


def unlaid(items: Sequence[Item], keeps: Callable[[Table], bool]) -> Iterator[Item]:
    """The flow with layout tables dissolved into paragraphs, and every marker apart from its text.

    Tables for which ``keeps`` holds stay, whatever they look like.
    """
    for item in items:
        if isinstance(item, Table) and not keeps(item):
            yield from _dissolved(item)
        elif isinstance(item, Paragraph):
            yield with_marker(_as_note(item))
        else:
            yield item


def _dissolved(table: Table) -> Iterator[Item]:
    filled = [[cell for cell in row if cell.text] for row in table.rows]
    rows = [(row, cells) for row, cells in zip(table.rows, filled, strict=True) if cells]
    if not rows:
        return
    if all(len(cells) == 1 for _, cells in rows) or (len(rows) == 1 and len(rows[0][1]) == 2):
        for row, cells in rows:
            yield from _marked(row, table) if _is_marked(cells) else _paragraphs(row, table)
    elif all(_is_marked(cells) or len(cells) == 1 for _, cells in rows) and _is_marked(rows[0][1]):
        for row, cells in rows:
            yield from _marked(row, table) if len(cells) == 2 else _paragraphs(row, table)
    else:
        yield table


def _is_marked(cells: Sequence[Cell]) -> bool:
    return len(cells) == 2 and (is_marker(cells[0].text) or _note_mark(cells[0]) != "")


def _note_mark(cell: Cell) -> str:
    """The footnote mark that a cell holds; empty where it holds something else."""
    runs = cell.paragraphs[0].runs
    found = _NOTE.fullmatch(cell.text)
    return cell.text if found and (runs[0].raised or cell.text[0] in "*†‡#") else ""


def _paragraphs(row: Sequence[Cell], table: Table) -> Iterator[Item]:
    for cell, at in _placed(row, table):
        for part in cell.paragraphs:
            moved = replace(part, indent=part.indent + at, first=part.first + at)
            yield with_marker(_as_note(moved))


def _marked(row: Sequence[Cell], table: Table) -> Iterator[Item]:
    (mark, first), (cell, at) = _placed(row, table)
    is_note = bool(_note_mark(mark))
    if is_note and not mark.paragraphs[0].runs[0].raised:
        first_part, *others = cell.paragraphs
        typed = replace(
            first_part, runs=tidy((Run(f"{mark.text} "), *first_part.runs)), indent=at, first=first
        )
        yield from (typed, *others)
        return
    for number, part in enumerate(cell.paragraphs):
        begins = first if number == 0 else at
        marker = mark.text if number == 0 else ""
        note = is_note and number == 0
        yield replace(part, marker=marker, is_note=note, align="left", indent=at, first=begins)


def _placed(row: Sequence[Cell], table: Table) -> list[tuple[Cell, float]]:
    """The filled cells, each with where it begins."""
    at = table.indent
    found = []
    for cell in row:
        if cell.text:
            found.append((cell, at))
        at += cell.width or (_DEFAULT_WIDTH if not cell.text or len(cell.text) < 6 else 0.0)
    return found


def _as_note(paragraph: Paragraph) -> Paragraph:
    """A paragraph that begins with a raised mark is a note."""
    runs = paragraph.runs
    if paragraph.marker or len(runs) < 2 or not runs[0].raised or not _NOTE.fullmatch(runs[0].text.strip()):
        return paragraph
    rest = (replace(runs[1], text=runs[1].text.lstrip()), *runs[2:])
    return replace(paragraph, marker=runs[0].text.strip(), runs=rest, is_note=True)
