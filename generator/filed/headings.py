"""Which paragraphs are headings, and of which level: by bold, underlining, capitals, place and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .flow import Item, Paragraph, Picture, Table
from .markers import Number, is_bullet, numbers
from .runs import Run, is_address, tidy

_LONGEST = 220
_LONG_ITALIC = 110
_ANNEX = re.compile(
    r"(?:annex|appendix|schedule|exhibit|attachment)\s*(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b(?!\.\d)", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?:annex|appendix|schedule|exhibit|attachment|section|item|part|step|chapter|article)"
    r"\s*#?\s*(?:[A-Z]|\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})[.:]?(?:\s+to)?)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:table|figure|chart|exhibit)\s*\d{1,2}\s*[.:–—-]", re.IGNORECASE)
_HANGING_WORD = re.compile(r"\b(?:a|and|by|for|from|in|of|on|or|the|to|under|with)$|[:,–—-]$")
_STARTS_BODY = re.compile(
    r"(?:introduction|overview|background|executive summary|section|item|part)\b", re.IGNORECASE
)
_REPORT = re.compile(r"\b(?:report|disclosure)\b", re.IGNORECASE)
_EXHIBIT_NUMBER = re.compile(r"exhibit\s*\d[\d.]*", re.IGNORECASE)
_DEEPEST = 5
"""In a report all stand one level lower."""
_INDENT = 9.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that is a heading; level 1 begins a section."""

    paragraph: Paragraph
    level: int
    title: tuple[Run, ...]
    """What it says, its marker with it, without emphasis."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a heading looks; the same look is the same level."""

    html: int
    centered: bool
    caps: bool
    bold: bool
    underlined: bool
    italic: bool
    indent: int

    @property
    def weight(self) -> int:
        """How much it stands out; slanting adds to plain text, and takes from bold."""
        slant = (-1 if self.bold else 1) if self.italic else 0
        return 4 * self.bold + 3 * self.caps + 2 * self.underlined + slant


def cover_length(items: Sequence[Item]) -> int:
    """How many items at the beginning are lines of a cover: exhibit number, name, title, period."""
    count = 0
    for index, item in enumerate(items):
        if not isinstance(item, Paragraph) or item.level or item.marker or len(item.text) > _LONGEST:
            break
        is_cover = item.align in ("center", "right") or _EXHIBIT_NUMBER.fullmatch(item.text)
        if not is_cover or (index and _STARTS_BODY.match(item.text)):
            break
        count = index + 1
    return count


def with_headings(items: Sequence[Item]) -> list[Item | Heading]:
    """The flow with its headings told from its paragraphs, each with its level."""
    joined = _with_whole_headings(items)
    looks = [_look(item) for item in joined]
    _leave_lines(joined, looks)
    _leave_what_lists_hold(joined, looks)
    stack: list[tuple[_Look, Number | None]] = []
    found: list[Item | Heading] = []
    for item, look in zip(joined, looks, strict=True):
        if look is None or not isinstance(item, Paragraph):
            found.append(item)
            continue
        _go_to(stack, look, item)
        found.append(Heading(item, min(len(stack), _DEEPEST), title_of(item)))
    return found


def title_of(paragraph: Paragraph) -> tuple[Run, ...]:
    """The paragraph as a title: in one line, without emphasis; marks that stand raised stay so."""
    marker = (Run(f"{paragraph.marker} "),) if paragraph.marker else ()
    plain = (
        replace(run, text=run.text.replace("\n", " "), bold=False, italic=False, underlined=False)
        for run in paragraph.runs
    )
    return tidy((*marker, *plain))


def is_report_title(text: str) -> bool:
    return bool(_REPORT.search(text)) and not _EXHIBIT_NUMBER.fullmatch(text)


def is_unfinished(text: str) -> bool:
    """True for a line of a title that the next line goes on with."""
    return bool(_HANGING_WORD.search(text))


def _look(item: Item) -> _Look | None:
    """How the item looks as a heading; None where it is none."""
    if not isinstance(item, Paragraph) or item.is_note or is_bullet(item.marker):
        return None
    text = item.text
    if item.level:
        return _Look(item.level, False, False, True, False, False, 0)
    letters = [c for c in text if c.isalpha()]
    if len(text) > _LONGEST or len(letters) < 3 or _CAPTION.match(text) or is_address(text):
        return None
    if text[-1] in ";,":
        return None
    words = [run for run in item.runs if any(c.isalnum() for c in run.text) and not run.raised]
    if _ANNEX.match(text) and len(text) < 120:
        words = words[:1]
    bold = all(run.bold for run in words)
    underlined = all(run.underlined for run in words)
    italic = all(run.italic for run in words)
    caps = len(text) < 120 and text.upper() == text and len(letters) > 3
    centered = item.align == "center" and len(text) < 120
    if italic and not (bold or underlined or caps) and (len(text) > _LONG_ITALIC or text[-1] in ".!?"):
        return None
    if centered and not (bold or underlined or caps) and text[-1] == ".":
        return None
    is_sentence = text[-1] in ".!?" and (
        len(text) > 90 or len(re.findall(r"[a-z]{2}[.!?](?:\s|$)", text)) > 1
    )
    if is_sentence or not (bold or underlined or italic or caps or centered):
        return None
    return _Look(0, centered, caps, bold, underlined, italic, round(item.first / _INDENT))


def _with_whole_headings(items: Sequence[Item]) -> list[Item]:
    """Headings that stand in several lines are one: a label and its title, or a line that is not finished."""
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(before, Paragraph) and isinstance(item, Paragraph) and _goes_on(before, item):
            runs = tidy((*before.runs, Run(" "), *item.runs))
            found[-1] = replace(before, runs=runs)
        else:
            found.append(item)
    return found


def _goes_on(before: Paragraph, item: Paragraph) -> bool:
    one, other = _look(before), _look(item)
    if one is None or other is None or item.marker or one.html or other.html:
        return False
    alike = one.centered == other.centered and one.bold == other.bold and one.indent == other.indent
    unfinished = bool(_LABEL.fullmatch(before.text)) or (one == other and is_unfinished(before.text))
    return alike and unfinished


def _leave_lines(items: Sequence[Item], looks: list[_Look | None]) -> None:
    """Lines in bold that nothing follows but more of them are lines, as in a list of products."""
    for index in range(len(items) - 1, -1, -1):
        look = looks[index]
        if look is None or not _may_be_a_line(items[index], look):
            continue
        after = items[index + 1] if index + 1 < len(items) else None
        after_look = looks[index + 1] if after is not None else None
        if isinstance(after, Table | Picture):
            continue
        if after is None or after_look == look or _begins_like(after, look):
            looks[index] = None
    for index in range(1, len(items)):
        look = looks[index]
        if look is None or not _may_be_a_line(items[index], look) or looks[index - 1] is not None:
            continue
        below = looks[index + 1] if index + 1 < len(items) else None
        is_empty = index + 1 == len(items) or (below is not None and below.weight >= look.weight)
        if is_empty and _begins_like(items[index - 1], look):
            looks[index] = None


def _may_be_a_line(item: Item, look: _Look) -> bool:
    return isinstance(item, Paragraph) and not (
        item.marker or look.centered or look.html or _ANNEX.match(item.text)
    )


def _begins_like(item: Item, look: _Look) -> bool:
    """True for a paragraph, no heading, whose first words look as ``look`` does."""
    if not isinstance(item, Paragraph) or item.marker or round(item.first / _INDENT) != look.indent:
        return False
    if not (look.bold or look.underlined or look.italic):
        return False
    run = item.runs[0]
    return (run.bold, run.underlined, run.italic) == (look.bold, look.underlined, look.italic)


def _leave_what_lists_hold(items: Sequence[Item], looks: list[_Look | None]) -> None:
    """A line in italics inside an item of a list is part of that item."""
    text_at = 0.0
    for index, item in enumerate(items):
        if not isinstance(item, Paragraph):
            text_at = 0.0
            continue
        look = looks[index]
        if look is None and is_bullet(item.marker):
            text_at = item.indent
        elif text_at and item.indent < text_at - 4:
            text_at = 0.0
        elif text_at and look and not (look.bold or look.centered or look.html or item.marker):
            looks[index] = None


def _go_to(stack: list[tuple[_Look, Number | None]], look: _Look, item: Paragraph) -> None:
    """Makes the heading the top of the stack of those that it stands under."""
    if _ANNEX.match(item.text):
        stack.clear()
    number = _number(item, stack)
    same = next((i for i, (_, at) in enumerate(stack) if number and at and _one_list(at, number)), None)
    if same is None and number is None:
        same = next((i for i, (at, n) in enumerate(stack) if n is None and at == look), None)
    if same is not None:
        del stack[same:]
    else:
        while stack and not _is_below(look, number, *stack[-1]):
            stack.pop()
    stack.append((look, number))


def _number(item: Paragraph, stack: Sequence[tuple[_Look, Number | None]]) -> Number | None:
    may_be = numbers(item.marker)
    for _, before in reversed(stack):
        for number in may_be:
            if before and _one_list(before, number) and number.value == before.value + 1:
                return number
    return may_be[0] if may_be else None


def _one_list(one: Number, other: Number) -> bool:
    return one.kind == other.kind and one.depth == other.depth and other.value > one.value


def _is_below(look: _Look, number: Number | None, top: _Look, top_number: Number | None) -> bool:
    if look.html or top.html:
        return look.html > top.html if look.html and top.html else bool(top.html)
    if look.centered != top.centered:
        return top.centered
    if number and top_number and number.depth != top_number.depth:
        return number.depth > top_number.depth
    if look.indent > top.indent and not look.centered:
        return True
    return look.weight < top.weight
