"""What Markdown can take. Its converter needs ever more time where signs pile up that end nowhere.

Times were measured with signs from 1,000 on, twice as many each time: what grows faster than the text is
counted here, per paragraph or in the whole text, and is far above what any report has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import SECTION_MARKUP
from ...model import LineRef
from ..marks import without_marks

LONGEST = 3_000_000
"""Signs of a section with all that it prints."""
_DEEPEST = 12
"""Lists and quotations inside each other."""
_MOST_OPEN = 60
"""Brackets of one kind in a paragraph that are not closed, and HTML elements inside each other."""
_MOST = {
    "`": (400, "backticks in one paragraph"),
    "|": (20_000, "strokes of tables in one paragraph without a blank line"),
}
_PAIRS = (("[", "]"), ("](", ")"), ("<", ">"))
_BEGINNING = re.compile(r"[ \t]*(?:(?:>|[-*+]|\w{1,3}[.)]|!!!|:)(?:[ \t]+|(?=>)|$)|>)")
_DEFINITION = re.compile(r"[ \t]*:[ \t]")
_MOST_DEFINITIONS = 100
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b")
_UNCOUNTED = frozenset({
    "area", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
})  # fmt: skip
"""Elements that have no end, or whose end may be left out."""
_IN_WHOLE = (
    (re.compile(r"\[\^"), 500, "footnotes"),
    (re.compile(r"^\*\[", re.MULTILINE), 300, "abbreviations"),
)


_PLAINER = "Write it more plainly, or begin a new paragraph; a sign that is meant as itself has \\ before it."


class MarkupError(Exception):
    """Markdown that could not be converted in time. ``text`` is the line; None: no one line is to blame."""

    def __init__(self, message: str, text: str | None) -> None:
        super().__init__(message)
        self.message, self.text = message, text


def unconvertible(problem: MarkupError, what: str, file: str, typed: str) -> Finding:
    """SE-015. Where the line, as it is printed, was typed too, that is the place."""
    lines = typed.split("\n")
    line = problem.text in lines and lines.index(problem.text) + 1
    message = f"the {what} is no Markdown that can be converted: {problem.message}"
    return Finding(SECTION_MARKUP, message, LineRef(file, line or None), _PLAINER)


def markup_problem(text: str, what: str, file: str) -> Finding | None:
    """SE-015 of a file that is Markdown as it stands; None: it can be converted."""
    try:
        check_markup(text)
    except MarkupError as problem:
        return unconvertible(problem, what, file, text)
    return None


def check_markup(text: str) -> None:
    """Raises MarkupError at the first line that is too much."""
    if len(text) > LONGEST:
        raise MarkupError(f"it has {len(text):,} signs with all that it prints", None)
    text = without_marks(text)
    for signs, most, what in _IN_WHOLE:
        found = len(signs.findall(text))
        if found > most:
            raise MarkupError(f"it has {found:,} {what}; {most} can be converted", None)
    lines = text.split("\n")
    searches = [_deep, *([_unclosed, _nested_html] if _has_many(text) else [])]
    for search in searches:
        for line, message in search(lines):
            raise MarkupError(message, lines[line - 1])


def _has_many(text: str) -> bool:
    """Whether the whole text has so many signs that a paragraph of it could have too many: few texts have."""
    bounds = [
        *((begin, _MOST_OPEN) for begin, _ in _PAIRS),
        *((sign, most) for sign, (most, _) in _MOST.items()),
    ]
    return any(text.count(sign) > most for sign, most in (*bounds, (":", _MOST_DEFINITIONS)))


def _deep(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Quotations and items that stand too deep, on one line or by their indents."""
    message = f"more than {_DEEPEST} lists or quotations stand inside each other"
    indents: list[int] = []
    for number, line in enumerate(lines, start=1):
        depth, end = 0, 0
        while depth <= _DEEPEST and (found := _BEGINNING.match(line, end)):
            depth, end = depth + 1, found.end()
        if depth == 0:
            if line[:1].strip():
                indents.clear()
            continue
        indent = len(line) - len(line.lstrip())
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        if depth > _DEEPEST or len(indents) > _DEEPEST:
            yield number, message


def _unclosed(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Signs of which a paragraph has too many."""
    running = dict.fromkeys(_PAIRS, 0)
    counted = dict.fromkeys(_MOST, 0)
    definitions = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            running, counted, definitions = dict.fromkeys(_PAIRS, 0), dict.fromkeys(_MOST, 0), 0
            continue
        for pair in _PAIRS:
            running[pair], most = _open(line, *pair, running[pair])
            if most > _MOST_OPEN:
                yield number, f"more than {_MOST_OPEN} '{pair[0]}' of one paragraph have no '{pair[1]}'"
        for sign, (most, what) in _MOST.items():
            counted[sign] += line.count(sign)
            if counted[sign] > most:
                yield number, f"there are more than {most:,} {what}"
        definitions += bool(_DEFINITION.match(line))
        if definitions > _MOST_DEFINITIONS:
            yield number, f"more than {_MOST_DEFINITIONS} definitions follow without a blank line"


def _open(line: str, begin: str, end: str, before: int) -> tuple[int, int]:
    """How many are open behind the line, and at most within it."""
    if before + line.count(begin) <= _MOST_OPEN:
        after = max(before + line.count(begin) - line.count(end), 0)
        return after, after
    now = most = before
    for sign in re.findall(f"{re.escape(begin)}|{re.escape(end)}", line):
        now = now + 1 if sign == begin else max(now - 1, 0)
        most = max(most, now)
    return now, most


def _nested_html(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Elements inside elements, wherever they stand."""
    depth = ends = 0
    for number, line in enumerate(lines, start=1):
        for end, tag in _TAG.findall(line) if "<" in line else ():
            if tag.lower() in _UNCOUNTED:
                continue
            if end and depth == 0:
                ends += 1
            depth = depth - 1 if end and depth else depth + (not end)
            if depth > _MOST_OPEN:
                yield number, f"more than {_MOST_OPEN} HTML elements stand inside each other"
            if ends > _MOST_OPEN:
                yield number, f"more than {_MOST_OPEN} HTML elements end that were not begun"
