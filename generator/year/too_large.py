"""A text that nobody wrote, so long or so full of comments without an end: it is not read any further."""

from __future__ import annotations

from ..findings import Finding
from ..findings.catalogue import SECTION_WORK
from ..model import LineRef, endless_comments

_ADVICE = "Look whether a picture or a table was pasted into it."


def too_large(text: str, file: str, what: str, longest: int) -> Finding | None:
    """SE-014 of a text of more than ``longest`` signs; ``what`` is its kind, such as ``section``."""
    if len(text) > longest:
        message = f"the {what} is too much: it has {len(text):,} signs, of {longest:,} that are read"
        return Finding(SECTION_WORK, message, LineRef(file), _ADVICE)
    if (line := endless_comments(text)) is not None:
        message = f"the {what} is too much: more than 50 comments have no end"
        return Finding(SECTION_WORK, message, LineRef(file, line), "Write '-->' where each ends.")
    return None
