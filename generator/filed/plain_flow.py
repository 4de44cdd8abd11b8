"""An exhibit typed as plain text as the same flow that HTML becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .clean_text import clean
from .flow import Cell, Item, PageBreak, Paragraph, Table
from .markers import is_bullet
from .runs import Run, plain_text, tidy
from .typed_marks import marked_runs
from .wrapped_cells import unwrapped

_IS_HTML = re.compile(r"<(?:html|body|div|p|font|t[rd])\b", re.IGNORECASE)
_MARKS = re.compile(r"</?(?:TABLE|CAPTION|S|C)>")
_PAGE = re.compile(r"\f|<PAGE>")
_GAP = re.compile(r"\t| {2,}")
_RULE = re.compile(r"[\s=_+:|-]*")
_CENTERED = 12
"""Blanks before a line from which on it stands in the middle."""
_SIGN = 6.0
"""Points that a letter takes."""


_LONG, _TITLE_LINE, _HEADING = 200, 90, 140
_SMALL = 5
"""Letters of a word that a title may begin with a small letter."""
_NUMBERED = re.compile(r"(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+")
_SENTENCE = re.compile(
    r"(?i:(?<!\binc)(?<!\bcorp)(?<!\bltd)(?<!\bco)(?<!\bno)(?<!\b[a-z]))"
    r"[.!?][\"”’)]*(?:\s+[\"“‘(]?[A-Z]|$)"
)
"""Where a sentence ends; the points of a company's name end none."""
_REPORT = re.compile(r"\b(?:conflict minerals|exhibit 1\.0\d|report)\b", re.IGNORECASE)


def _is_title(lines: Sequence[str]) -> bool:
    """Whether lines are those of a title page: short, no sentence, one of them the report's name."""
    texts = [line.strip() for line in lines]
    is_short = all(len(text) <= _TITLE_LINE and text[-1] not in ";,:" for text in texts)
    return is_short and any(map(_REPORT.search, texts)) and not _SENTENCE.search(" ".join(texts))


def _is_heading(text: str) -> bool:
    """Whether a line alone is a heading: no sentence, and its longer words begin with capitals."""
    if len(text) > _HEADING or text[-1] in ".;:,!?" or text[0] in '(“"' or is_bullet(text.split()[0]):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", _NUMBERED.sub("", text)) if len(word) >= _SMALL]
    return bool(words) and all(word[0].isupper() for word in words)


def is_html(text: str) -> bool:
    return bool(_IS_HTML.search(text))


def flow_of_text(text: str) -> list[Item]:
    """Blank lines end paragraphs; lines whose parts stand apart are rows of a table."""
    items: list[Item] = []
    lines: list[str] = []
    tables = ruled = 0
    plain = [*_MARKS.sub("", text).split("\n"), ""]
    for number, line in enumerate(unwrapped(plain), start=1):
        if line is None or _is_rule_of_table(plain, number - 1):
            ruled += 1
            continue
        is_page = bool(_PAGE.search(line))
        line = _PAGE.sub("", line).rstrip()
        if line and not is_page and not _RULE.fullmatch(line):
            lines.append(line)
            continue
        is_cover = not any(isinstance(item, Table) or len(_text(item)) > _LONG for item in items)
        for item in _chunk(lines, number - len(lines) - ruled, tables, is_cover=is_cover):
            tables += isinstance(item, Table)
            items.append(item)
        ruled = 0
        lines = [line] if line.strip() and not _RULE.fullmatch(line) else []
        if is_page:
            items.append(PageBreak(number))
    return items


def _is_rule_of_table(lines: Sequence[str], at: int) -> bool:
    """Whether a line below the headings of a table holds nothing but a rule, or marks of columns."""
    if not 0 < at < len(lines) - 1 or not _RULE.fullmatch(lines[at]):
        return False
    is_marked = bool(lines[at].strip()) or lines[at] != ""
    return is_marked and all(len(_cells(lines[n].strip())) > 1 for n in (at - 1, at + 1))


def _cells(line: str) -> list[str]:
    """The parts of a line that stand apart, by bars or by a gap; between bars a cell may be empty."""
    if line.count("|") > 1:
        return [part.strip() for part in line.strip("|").split("|")]
    return [part for part in _GAP.split(line) if part]


def _text(item: Item) -> str:
    return item.text if isinstance(item, Paragraph) else ""


def _chunk(lines: Sequence[str], first: int, tables: int, *, is_cover: bool) -> Iterator[Item]:
    """What stands between two blank lines; ``is_cover``: no paragraph of text stands above."""
    if not lines:
        return
    rows = [[clean(part) for part in _cells(line.strip())] for line in lines]
    if len(rows) > 1 and min(map(len, rows)) > 1:
        cells = (tuple(Cell((Paragraph(tidy(marked_runs(part))),)) for part in row) for row in rows)
        yield Table(tables, first, tuple(cells))
        return
    runs_of = list(_lines_of_runs("\n".join(line.expandtabs(8) for line in lines)))
    lines = [plain_text(runs) for runs in runs_of]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    if min(indents) >= _CENTERED or (is_cover and _is_title(lines)):
        for number, those in enumerate(runs_of):
            yield Paragraph(tidy(those), first + number, "center")
        return
    is_bold = len(lines) == 1 and indents[0] < _CENTERED and _is_heading(clean(lines[0]).strip())
    spaced = (run for those in runs_of for run in (*those, Run(" ")))
    runs = tidy(replace(run, bold=run.bold or is_bold) for run in spaced)
    yield Paragraph(runs, first, "left", indents[-1] * _SIGN, indents[0] * _SIGN)


def _lines_of_runs(text: str) -> Iterator[list[Run]]:
    """The runs of each line; what is typed around words to make them stand out is no text."""
    line: list[Run] = []
    for run in marked_runs(text):
        first, *others = run.text.split("\n")
        line.append(replace(run, text=clean(first)))
        for other in others:
            yield line
            line = [replace(run, text=clean(other))]
    yield line
