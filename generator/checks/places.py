"""Where an entry of ``disclosure.yml`` stands."""

from __future__ import annotations

from ..model import Disclosure, LineRef


def stated(disclosure: Disclosure, *path: str | int) -> LineRef:
    """The line of an entry, or of the nearest entry above it that the file has."""
    while path and path not in disclosure.lines:
        path = path[:-1]
    return LineRef(disclosure.file, disclosure.lines.get(path, 1))
