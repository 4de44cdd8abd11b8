"""Page breaks and what belongs to pages only: their numbers, running headings, links back to the contents.

A paragraph that a page break cuts is one again.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .flow import Item, PageBreak, Paragraph, Picture, Table
from .markers import follows, numbers
from .runs import Run, tidy

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s*)?(?:[A-Z]{1,2}-?)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*|[ivxl]{1,6}",
    re.IGNORECASE,
)
_CONTENTS_LINK = re.compile(r"(?:(?:back|return) to )?(?:the )?(?:table of )?contents", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents:?|index", re.IGNORECASE)
_CONTENTS_LINE = re.compile(
    r"(.*?\S)[\s.·…_]*?(?:\s|\.{2,}|…|_{2,})\s*[-–]?\s*((?:[A-Z]-?)?\d{1,3})", re.DOTALL
)
_ENDS = re.compile(r"[.!?:][\"”’')\]]*$")
_LONG = 60
_LONG_RUNNING = 160
_FEW_WORDS = 6
_REACH = 3
"""How many paragraphs beside a page break may be part of the page's frame."""


@dataclass(frozen=True, slots=True)
class Unpaged:
    """A flow without pages."""

    items: tuple[Item, ...]
    left_out: tuple[Paragraph, ...]
    """What belonged to pages only, in order."""


def without_pages(items: Sequence[Item]) -> Unpaged:
    """The flow as if it stood on one long page."""
    contents, listed = _contents(items)
    kept = [item for index, item in enumerate(items) if index not in contents]
    frame = _frame(kept)
    left_out = (*listed, *(item for i, item in enumerate(kept) if i in frame and isinstance(item, Paragraph)))
    without = [item for index, item in enumerate(kept) if index not in frame]
    return Unpaged(tuple(_mended(without)), tuple(sorted(left_out, key=lambda item: item.line)))


def _contents(items: Sequence[Item]) -> tuple[set[int], list[Paragraph]]:
    """The table of contents with its heading: its page numbers are those of pages that are no more."""
    for index, item in enumerate(items):
        if not isinstance(item, Paragraph) or not _CONTENTS.fullmatch(item.text):
            continue
        found = {index}
        lines = [item]
        for at in range(index + 1, len(items)):
            following = items[at]
            if isinstance(following, Table) and _is_contents_table(following):
                found.add(at)
                lines += [part for row in following.rows for cell in row for part in cell.paragraphs]
            elif (isinstance(following, Paragraph) and _CONTENTS_LINE.fullmatch(following.text)) or (
                isinstance(following, Paragraph) and following.text.casefold() in ("page", "page no.")
            ):
                found.add(at)
                lines.append(following)
            else:
                break
        if len(lines) > 3:
            return found, lines
    return set(), []


def _is_contents_table(table: Table) -> bool:
    rows = [[cell.text for cell in row if cell.text] for row in table.rows]
    rows = [row for row in rows if row]
    numbered = [row for row in rows if len(row) > 1 and _PAGE_NUMBER.fullmatch(row[-1])]
    return len(numbered) > 1 and len(numbered) >= 0.8 * len(rows)


def _frame(items: Sequence[Item]) -> set[int]:
    """The places of what is no text: page numbers, running headings, links to the contents."""
    edges = _edges(items)
    times = Counter(key for side, edge in edges for key in {(side, _masked(items[index])) for index in edge})
    pages = sum(isinstance(item, PageBreak) for item in items) + 1
    found: set[int] = set()
    for side, edge in edges:
        for index in edge:
            item = items[index]
            if not isinstance(item, Paragraph):
                break
            often = times[side, _masked(item)]
            is_running = often > 1 and often >= pages / 3 and not _is_sentence(item.text)
            is_number = bool(_PAGE_NUMBER.fullmatch(_whole(item)))
            if not (is_number or is_running or _CONTENTS_LINK.fullmatch(item.text)):
                break
            found.add(index)
    return found | _numbers_in_order(items)


def _edges(items: Sequence[Item]) -> list[tuple[str, list[int]]]:
    """The places at the top and at the bottom of each page, from its edge inward.

    The first page has no top here: what runs over all pages stands there for the first time.
    """
    breaks = [-1, *(i for i, item in enumerate(items) if isinstance(item, PageBreak)), len(items)]
    edges = []
    for one, other in itertools.pairwise(breaks):
        page = [i for i in range(one + 1, other) if isinstance(items[i], Paragraph | Table | Picture)]
        if one >= 0:
            edges.append(("top", page[:_REACH]))
        edges.append(("bottom", page[::-1][:_REACH]))
    return edges


def _is_sentence(text: str) -> bool:
    return len(text) > _LONG_RUNNING or (text[-1] == "." and len(text.split()) > _FEW_WORDS)


def _masked(item: Item) -> str:
    return re.sub(r"\d+", "#", item.text.casefold()) if isinstance(item, Paragraph) else ""


def _whole(paragraph: Paragraph) -> str:
    return f"{paragraph.marker} {paragraph.text}".strip()


def _numbers_in_order(items: Sequence[Item]) -> set[int]:
    """Page numbers without page breaks: paragraphs that hold a number only, each one more than the last."""
    bare = [
        (i, int(item.text)) for i, item in enumerate(items) if isinstance(item, Paragraph) and _bare(item)
    ]
    in_order = [
        (i, number)
        for at, (i, number) in enumerate(bare)
        if (at and bare[at - 1][1] == number - 1) or (at + 1 < len(bare) and bare[at + 1][1] == number + 1)
    ]
    return {i for i, _ in in_order} if len(in_order) > 2 else set()


def _bare(item: Paragraph) -> bool:
    return not item.marker and bool(re.fullmatch(r"\d{1,3}", item.text))


def _mended(items: Sequence[Item]) -> list[Item]:
    """The flow without page breaks; a paragraph that one cuts is joined again."""
    found: list[Item] = []
    broken = False
    for item in items:
        if isinstance(item, PageBreak):
            broken = True
            continue
        if broken and isinstance(item, Paragraph) and not item.is_note:
            at = next((i for i in range(len(found) - 1, -1, -1) if not _is_note(found[i])), None)
            before = found[at] if at is not None else None
            if at is not None and isinstance(before, Paragraph) and _goes_on(before, item):
                found[at] = _joined(before, item)
                broken = False
                continue
        if broken and isinstance(item, Table) and found and isinstance(found[-1], Table):
            item = replace(item, begins_page=True)
        broken = broken and isinstance(item, Paragraph) and item.is_note
        found.append(item)
    return found


def _is_note(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.is_note


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """True where ``after`` is the rest of ``before``."""
    if before.level or after.level or before.align != after.align or before.align == "right":
        return False
    if after.marker:
        return not before.marker and _counts_on(before.text, after.marker)
    if after.text[0].islower():
        return not _ENDS.search(before.text) or before.text[-1] == ":"
    return len(before.text) >= _LONG and not _ENDS.search(before.text) and _looks_alike(before, after)


def _counts_on(text: str, marker: str) -> bool:
    """True where the text itself counts up to the marker: ``… (i) one thing, (ii) another``."""
    inside = [word.strip(",;") for word in text.split()]
    return any(follows(marker, number) for word in inside if word[:1] == "(" for number in numbers(word))


def _looks_alike(before: Paragraph, after: Paragraph) -> bool:
    one, other = before.runs[-1], after.runs[0]
    return (one.bold, one.italic) == (other.bold, other.italic) and before.text[-1] not in '”"'


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    marker = (Run(f"{after.marker} "),) if after.marker else ()
    return replace(before, runs=tidy((*before.runs, Run(" "), *marker, *after.runs)))
