"""The entries of a settings file by its lines alone: also of one that is no valid YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENTRY = re.compile(
    r"(?P<blanks> *)(?P<dash>-(?: +|$))?"
    r"(?:(?P<key>[^\s#:\[\]{},\"'&*!|>%@`-][^:#]*?|\"[^\"]*\"|'[^']*') *:(?=\s|$))?(?P<value>.*)"
)
_BLOCK = re.compile(r"[|>][-+\d]{0,2}\s*(?:#.*)?")
_COMMENT = re.compile(r"(?:^|\s)#.*")


@dataclass
class Entry:
    """A line with a key, with the dash of a list, or with both, and the lines that belong to its value."""

    first: int
    """Its line, counted from 1."""
    last: int
    """The last line of its own value."""
    dash: int | None
    """The column of the dash, counted from 0; None without one."""
    column: int
    """The column of the key, or of what stands behind the dash."""
    key: str | None
    value: str
    """What stands behind the colon or the dash, without a comment; empty where entries may follow below."""
    is_block: bool = False
    """The value is a text on the lines below, which begins with ``|`` or ``>``."""


def outline(text: str) -> Iterator[Entry]:
    """The entries in their order. Lines that begin none belong to the one before."""
    entry: Entry | None = None
    open_value = ""
    edge = 0
    """The column of the first line of a text below its entry; 0 where none has begun."""
    for number, line in enumerate(text.split("\n"), start=1):
        blank = not line.strip()
        column = len(line) - len(line.lstrip(" "))
        if entry and entry.is_block and not blank and column >= (edge or entry.column + 1):
            edge = edge or column
            entry.last = number
            continue
        if entry and open_value:
            entry.last = number
            open_value = _still_open(f"{open_value} {line}")
            continue
        found = _ENTRY.fullmatch(line)
        if blank or line.lstrip().startswith("#") or found is None:
            continue
        if found["key"] is None and found["dash"] is None:
            if entry:
                entry.last = number
            continue
        if entry:
            yield entry
        entry, edge = _entry(found, number), 0
        open_value = "" if entry.is_block else _still_open(entry.value)
    if entry:
        yield entry


def _entry(found: re.Match[str], number: int) -> Entry:
    dash = len(found["blanks"]) if found["dash"] is not None else None
    value = found["value"].strip()
    is_block = bool(_BLOCK.fullmatch(value))
    key = found["key"].strip("\"'") if found["key"] is not None else None
    value = value if value[:1] in ("'", '"') else _COMMENT.sub("", value)
    return Entry(number, number, dash, len(found["blanks"] + (found["dash"] or "")), key, value, is_block)


def _still_open(value: str) -> str:
    """The value where its quote or its bracket is not closed yet; else nothing."""
    if value[:1] in ('"', "'"):
        mark = value[0]
        inside = re.sub(r"\\." if mark == '"' else "''", "", value[1:])
        return "" if mark in inside else value
    if value[:1] in ("[", "{"):
        bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
        opened, closed = (sum(bare.count(sign) for sign in signs) for signs in ("[{", "]}"))
        return value if opened > closed else ""
    return ""
