"""``import.md`` of an imported year: what is to be confirmed, and each fact with the words that give it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..findings import Finding
from .stated import Known

_LONGEST = 240


def notes_file(
    year: int, files: Sequence[str], facts: Sequence[Known], notes: Sequence[Finding], left_out: Sequence[str]
) -> bytes:
    """The file, which no page shows."""
    return ("\n".join(_lines(year, files, facts, notes, left_out)) + "\n").encode()


def _lines(
    year: int, files: Sequence[str], facts: Sequence[Known], notes: Sequence[Finding], left_out: Sequence[str]
) -> Iterator[str]:
    """What is to be confirmed, then each fact, then what was left out."""
    yield f"# What was imported for {year}"
    yield ""
    yield f"From {' and '.join(files)}. No page shows this file; delete it when everything is confirmed."
    yield ""
    yield "## To confirm"
    yield ""
    yield from (
        f"- {_plain(note.message)} ({_plain(str(note.where))}). {_plain(note.advice)}" for note in notes
    )
    yield from [] if notes else ["Nothing."]
    yield ""
    yield "## Facts and where the filing gives them"
    yield ""
    for fact in facts:
        name = ".".join(fact.path)
        value, words = _plain(_shown(fact.value)), _plain(_cut(fact.words))
        yield f"- {name}: {value} ({_plain(str(fact.where))}): “{words}”"
    if left_out:
        yield ""
        yield "## Left out as part of pages only"
        yield ""
        yield from (f"- {_plain(text)}" for text in dict.fromkeys(left_out))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_shown(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return str(value)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"


def _plain(text: str) -> str:
    """A text of the filing in one line, of which Markdown and HTML take nothing for a mark."""
    return re.sub(r"([\\`*_\[\]<>{}#|])", r"\\\1", " ".join(text.split()))
