"""Tables and lists of ``report.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def as_markdown(text: str) -> str:
    """A text as Markdown that shows exactly it, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with a list below it."""
    yield f"## {title}"
    yield ""
    yield from [f"- {as_markdown(line)}" for line in lines] or ["None."]
    yield ""


def table(title: str, headings: Sequence[str], lines: Sequence[Sequence[object]]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for line in lines:
        cells = (f"{cell:,}" if isinstance(cell, int) else as_markdown(str(cell)) for cell in line)
        yield f"| {' | '.join(cells)} |"
    yield ""
