"""An exhibit typed as plain text as the same flow that HTML becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .flow import Cell, Item, PageBreak, Paragraph, Table, clean
from .runs import Run, tidy

_IS_HTML = re.compile(r"<(?:html|body|div|p|font|t[rd])\b", re.IGNORECASE)
_MARKS = re.compile(r"</?(?:TABLE|CAPTION|S|C)>")
_PAGE = re.compile(r"\f|<PAGE>")
_GAP = re.compile(r"\t| {2,}")
_RULE = re.compile(r"[\s=_-]*")
_CENTERED = 12
"""Blanks before a line from which on it stands in the middle."""
_SIGN = 6.0
"""Points that a letter takes."""


def is_html(text: str) -> bool:
    return bool(_IS_HTML.search(text))


def flow_of_text(text: str) -> list[Item]:
    """Blank lines end paragraphs; lines whose parts stand apart are rows of a table."""
    items: list[Item] = []
    lines: list[str] = []
    tables = 0
    for number, line in enumerate([*_MARKS.sub("", text).split("\n"), ""], start=1):
        is_page = bool(_PAGE.search(line))
        line = _PAGE.sub("", line).expandtabs(8).rstrip()
        if line and not is_page and not _RULE.fullmatch(line):
            lines.append(line)
            continue
        for item in _chunk(lines, number - len(lines), tables):
            tables += isinstance(item, Table)
            items.append(item)
        lines = [line] if line.strip() and not _RULE.fullmatch(line) else []
        if is_page:
            items.append(PageBreak(number))
    return items


def _chunk(lines: Sequence[str], first: int, tables: int) -> Iterator[Item]:
    if not lines:
        return
    rows = [[clean(part) for part in _GAP.split(line.strip()) if part] for line in lines]
    if len(rows) > 1 and min(map(len, rows)) > 1:
        cells = (tuple(Cell((Paragraph(tidy([Run(part)])),)) for part in row) for row in rows)
        yield Table(tables, first, tuple(cells))
        return
    indents = [len(line) - len(line.lstrip()) for line in lines]
    if min(indents) >= _CENTERED:
        for number, line in enumerate(lines):
            yield Paragraph(tidy([Run(clean(line))]), first + number, "center")
        return
    runs = tidy(Run(f"{clean(line)} ") for line in lines)
    yield Paragraph(runs, first, "left", indents[-1] * _SIGN, indents[0] * _SIGN)
