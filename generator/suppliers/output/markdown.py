"""Tables and lists of ``report.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_MANY = 3
"""So many texts with one advice stand below it."""
_CODE = re.compile(
    r"'([a-z]+(?:_[a-z]+)+:?|[a-z]+:)'"  # an entry
    r"|'?((?<![\w./-])(?:[\w-]+/)*[a-z]+\.(?:yml|md)(?::\d+)?)\b'?"  # a file of the year
)
_SPECIAL = re.compile(r"([\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|^#)")
"""A low line between two letters stands for nothing else, nor does a number sign inside a line."""


def as_markdown(text: str) -> str:
    """A text as Markdown that shows exactly it, on one line; entries and files of the year are code."""
    line = " ".join(text.split())
    parts: list[str] = []
    end = 0
    for found in _CODE.finditer(line):
        parts += [_escaped(line[end : found.start()]), f"`{found[1] or found[2]}`"]
        end = found.end()
    return "".join([*parts, _escaped(line[end:])])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with a list below it."""
    yield f"## {title}"
    yield ""
    yield from [f"- {as_markdown(line)}" for line in lines] or ["None."]
    yield ""


def listed_by_advice(title: str, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A title with a list of texts, each with what to do, below it; what many have to do is said once."""
    of_advice: dict[str, list[str]] = {}
    for text, advice in lines:
        of_advice.setdefault(advice, []).append(text)
    yield f"## {title}"
    yield ""
    for advice, texts in of_advice.items():
        if advice and len(texts) >= _MANY:
            yield f"- For each of the {len(texts)} below: {as_markdown(advice)}"
            yield from (f"    - {as_markdown(text)}" for text in texts)
        else:
            yield from (f"- {as_markdown(f'{text} {advice}')}" for text in texts)
    yield from [] if of_advice else ["None."]
    yield ""


def table(title: str, headings: Sequence[str], lines: Sequence[Sequence[object]]) -> Iterator[str]:
    """A title with a table below it; whole numbers with commas."""
    yield f"## {title}"
    yield ""
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for line in lines:
        cells = (f"{cell:,}" if isinstance(cell, int) else as_markdown(str(cell)) for cell in line)
        yield f"| {' | '.join(cells)} |"
    yield ""
