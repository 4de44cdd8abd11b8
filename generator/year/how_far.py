"""How far a year is, by its folder alone: also where its facts cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

from .disclosure_yml import FACTS_FILE

_RECORDS, _PUBLISHED = "record", "published"
_STATE = re.compile(
    r"""^(?![ \t]*\#)(?:[ \t]+|.*[{,][ \t]*)["']?state["']?[ \t]*:[ \t]*["']?(?P<state>draft|final)\b""",
    re.MULTILINE | re.VERBOSE,
)


def is_draft_alone(folder: Path) -> bool:
    """Whether the year is a draft of which nothing was signed or published yet, or has no facts at all.

    False where nobody can tell: what may be final is not taken for a draft.
    """
    if was_published(folder):
        return False
    path = folder / FACTS_FILE
    if not path.is_file():
        return not (folder / _RECORDS).exists()
    text = path.read_text(encoding="utf-8", errors="replace")
    return {found["state"] for found in _STATE.finditer(text)} == {"draft"}


def was_published(folder: Path) -> bool:
    """Whether a record says that a filing of the year was published: the present one or one before."""
    return any(path.is_dir() for path in (folder / _RECORDS).glob(f"**/{_PUBLISHED}"))
