"""What lies in the folders of a year and is not read, each told: folders inside, pipes, links out of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..files.ordinary import is_inside, must_be_ordinary
from ..files.refused import what_to_do, why
from ..findings import Finding
from ..findings.catalogue import FILE_LEFT_OUT, FILE_UNREADABLE
from ..model import LineRef

_OF_TEXTS = ("report", "form", "wording")
"""Folders of Markdown files, which say themselves what is wrong with one of these."""
_OF_FILES = ("documents", "exhibits", "pictures")
_MAY_LEAD_AWAY = "documents"
"""In which a link may stand for a file anywhere: it is offered as it is, and nothing else is made of it."""


def left_out(folder: Path, shown: str) -> Iterator[Finding]:
    """FI-002 of what cannot be opened, and FI-008 of what is not read; ``shown`` is the year's folder."""
    for name in (*_OF_TEXTS, *_OF_FILES):
        place = folder / name
        if os.path.lexists(place) and not place.is_dir():
            message = f"'{name}' is no folder, so that nothing of it is read"
            advice = f"Make a folder {name}, with the files in it."
            yield Finding(FILE_UNREADABLE, message, LineRef(f"{shown}/{name}"), advice)
            continue
        for path in _visible(place):
            where = LineRef(f"{shown}/{name}/{path.name}")
            if path.is_dir():
                message = f"the folder '{name}/{path.name}' is not read, and nothing in it is published"
                advice = f"Move what shall be published into {shown}/{name}/ itself, or the folder elsewhere."
                yield Finding(FILE_LEFT_OUT, message, where, advice)
            elif name in _OF_FILES:
                yield from _of_file(path, name, where)


def _of_file(path: Path, folder: str, where: LineRef) -> Iterator[Finding]:
    try:
        must_be_ordinary(path)
    except FileNotFoundError:
        message = f"{path.name} is a link that leads nowhere"
        yield Finding(FILE_UNREADABLE, message, where, "Put the file itself there.")
    except OSError as problem:
        message = f"{path.name} cannot be opened: {why(problem)}"
        yield Finding(FILE_UNREADABLE, message, where, what_to_do(problem))
    else:
        if folder != _MAY_LEAD_AWAY and not is_inside(path, path.parent):
            message = f"'{folder}/{path.name}' is a link that leads out of its folder, and is not read"
            yield Finding(FILE_LEFT_OUT, message, where, "Put the file itself there, or remove the link.")


def _visible(folder: Path) -> list[Path]:
    """By name; lock files of Excel and of editors are left out, and none stands where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~")))
