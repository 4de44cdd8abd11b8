"""Footnotes of an exhibit: which raised marks have a note, and whether Markdown counts them alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .flow import Item, Paragraph, Table
from .headings import Heading
from .runs import Run


def label_of(mark: str) -> str:
    """The number of a mark such as ``1`` or ``(1)``; empty where it is none."""
    bare = mark.strip().strip("()").strip()
    return bare if bare.isdecimal() and len(bare) < 3 else ""


def footnotes(items: Sequence[Item | Heading]) -> dict[str, Paragraph]:
    """Number to note, where Markdown can show the exhibit's notes under the exhibit's own numbers.

    Empty where it cannot: a mark without a note, a note without a mark, numbers that do not begin at 1 or
    that begin again. The marks then stand raised in the text, and the notes are paragraphs.
    """
    marks = list(dict.fromkeys(filter(None, (label_of(run.text) for run in _raised(items)))))
    notes = [(label_of(item.marker), item) for item in items if isinstance(item, Paragraph) and item.is_note]
    numbered = [(label, note) for label, note in notes if label]
    expected = [str(number) for number in range(1, len(marks) + 1)]
    if marks != expected or sorted(label for label, _ in numbered) != sorted(marks):
        return {}
    return dict(numbered)


def _raised(items: Sequence[Item | Heading]) -> Iterator[Run]:
    for item in items:
        yield from (run for run in _runs(item) if run.raised)


def _runs(item: Item | Heading) -> Iterator[Run]:
    if isinstance(item, Heading):
        yield from item.title
    elif isinstance(item, Paragraph):
        yield from item.runs
    elif isinstance(item, Table):
        for row in item.rows:
            for cell in row:
                for part in cell.paragraphs:
                    yield from part.runs
