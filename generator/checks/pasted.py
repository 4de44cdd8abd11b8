"""Lists, tables and indents as a word processor leaves them, which Markdown takes for something else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from ..findings import Finding
from ..findings.catalogue import INDENT_IS_CODE, LIST_PASTED, TABLE_PASTED
from ..model import HTML_COMMENT, Disclosure
from .source import blanked, sources

_SIGN = re.compile(
    r"(?P<indent>[ \t]*)(?P<sign>[•●○▪▫■◦‣⁃·‧∙►▶➢➤❖✓✔✗✘\uf020-\uf0ff]|[o§–—](?=\t))[ \t\u00a0]*(?=\S)"
)
"""What a word processor puts before the items of a list, its fonts of signs among it (U+F020 to U+F0FF); some
of it only with a tab behind."""
_DASH = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[–—]) (?=\S)")
_MARKER = re.compile(
    r"(?P<indent>[ \t]*)(?P<sign>\d{1,2}[.)]|[a-z][.)]|\([a-z\d]\)|[-*+])(?P<behind>[ \t\u00a0]+)(?=\S)"
)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)]|[a-z][.)])[ \t]+\S")
_ADVICE = "Begin each with '-' and three blanks (or '1.' and two), the first below a blank line."
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_GOES_ON = re.compile(r":[ \t]|\[\^[^\]]+\]:|!!!|\?\?\?")
"""A definition, a note, a box: what is indented below belongs to it."""
_CODE = re.compile(r" {4}| {0,3}\t")


def list_is_markdown(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-011: bullets and numbers that would run together in one paragraph."""
    for source in sources(disclosure):
        for start, lines in _paragraphs(source.text):
            at = start
            for number, line in enumerate(lines):
                if found := _SIGN.match(line) or _dash_of_list(lines, number) or _run_together(lines, number):
                    mended = f"{_marker(found['sign'])} {' '.join(line[found.end() :].split())}"
                    shown = found["sign"]
                    yield Finding(
                        LIST_PASTED,
                        f"the line begins with '{shown}' as an item of a list, and would run on as text",
                        source.place(at + found.start("sign"), at + found.end("sign")),
                        f"Write it below a blank line as: {_cut(mended)}",
                        together="lines begin as items of a list, and would run on as text",
                        advice_together=_ADVICE,
                    )
                at += len(line) + 1


def _dash_of_list(lines: list[str], number: int) -> re.Match[str] | None:
    """A long dash at the start of a line beside another such line: a single one may be that of a sentence."""
    beside = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
    return _DASH.match(lines[number]) if any(map(_DASH.match, beside)) else None


def _run_together(lines: list[str], number: int) -> re.Match[str] | None:
    """A sign of Markdown that begins no item: the blank behind it is none, or the paragraph above goes on."""
    found = _MARKER.match(lines[number])
    if found is None:
        return None
    is_pasted = bool({"\t", "\u00a0"} & set(found["behind"]))
    if "\u00a0" in found["behind"] or found["sign"].startswith("("):
        return found if is_pasted else None
    if number == 0 or _ITEM.match(lines[0]):
        return None
    above = lines[number - 1]
    below = _MARKER.match(lines[number + 1]) if number + 1 < len(lines) else None
    goes_on = above.rstrip().endswith(":") or _run_together(lines, number - 1)
    return found if is_pasted or goes_on or (below and below["sign"] == found["sign"]) else None


def _marker(sign: str) -> str:
    """What begins such an item in Markdown."""
    number = sign.strip("().")
    return f"{number}. " if number.isalnum() and sign != "o" else "-  "


def table_is_markdown(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-012: rows of cells with tabs between them, which would run together in one paragraph."""
    for source in sources(disclosure):
        for start, lines in _paragraphs(source.text):
            rows = list(_rows(lines))
            if len(rows) < 2 or _CODE.match(lines[0]):
                continue
            first = rows[0][0]
            at = start + sum(len(line) + 1 for line in lines[:first])
            cells = [[cell.strip() for cell in lines[number].split("\t")] for number, _ in rows]
            shown = [_row(cells[0]), "|" + "---|" * len(cells[0]), _row(cells[1])]
            yield Finding(
                TABLE_PASTED,
                f"{len(rows)} lines with tabs between words seem to be a table, and would run on as text",
                source.place(at, at + len(lines[first])),
                f"Write it below a blank line, a row a line: {_cut('  '.join(shown))} and so on.",
            )


def _rows(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Line and number of cells of those next to each other that have equally many, at least two."""
    counts = [
        0 if _SIGN.match(line) or _MARKER.match(line) else len(re.findall(r"\S[^\t]*", line.strip("\t")))
        for line in lines
    ]
    for count, group in itertools.groupby(enumerate(counts), key=lambda one: one[1]):
        found = list(group)
        if count >= 2 and len(found) >= 2:
            yield from found
            return


def indented_text_is_meant(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-013: a tab before a paragraph, which makes a block of code of it."""
    for source in sources(disclosure):
        was_item = False
        for start, lines in _paragraphs(source.text):
            if not lines[0].startswith("\t") or _SIGN.match(lines[0]) or _MARKER.match(lines[0]):
                is_indented = lines[0][:1] in (" ", "\t")
                begins = _ITEM.match(lines[0]) or any(map(_GOES_ON.match, lines))
                was_item = bool(begins) or (was_item and is_indented)
                continue
            if was_item or _ITEM.match(lines[0]) or len(list(_rows(lines))) >= 2:
                continue
            yield Finding(
                INDENT_IS_CODE,
                "the paragraph begins with a tab, and would be shown as code",
                source.place(start, start + 1),
                f"Write it without the tab: {_cut(lines[0].strip())}",
            )


@lru_cache(maxsize=256)
def _paragraphs(text: str) -> tuple[tuple[int, list[str]], ...]:
    """Lines that stand together, with the position of the first; code between fences is left out.

    A heading, and in a wording the name of a case, stands alone. Three checks ask it of each text.
    """
    return tuple(_split(text))


def _split(text: str) -> Iterator[tuple[int, list[str]]]:
    at, start, fence = 0, 0, ""
    together: list[str] = []
    for line in [*blanked(HTML_COMMENT, text).split("\n"), ""]:
        found = _FENCE.match(line)
        is_end = not line.strip() or bool(found or fence) or line.startswith("#")
        if is_end and together:
            yield start, together
            together = []
        elif not is_end:
            start = start if together else at
            together.append(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        at += len(line) + 1


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cut(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:160].rstrip()} …"
