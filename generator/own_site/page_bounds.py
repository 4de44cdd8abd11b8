"""Pages of people that MkDocs, which converts them, would break off at or stand still over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..findings import Finding
from ..model import HTML_COMMENT
from ..prose.bounds.markup import markup_problem
from ..year.too_large import too_large

_LONGEST = 2_000_000
"""Signs of a page."""


def pages_that_are_too_much(docs: Path) -> Iterator[Finding]:
    """SE-014 and SE-015 of the pages of the folder ``docs``."""
    for path in sorted(docs.rglob("*.md")):
        with path.open(encoding="utf-8", errors="replace") as file:
            text = file.read(_LONGEST + 1)
        shown = path.relative_to(docs.parent).as_posix()
        problem = too_large(text, shown, "page", _LONGEST)
        if not problem:
            bare = HTML_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
            problem = markup_problem(bare, "page", shown)
        if problem:
            yield problem
