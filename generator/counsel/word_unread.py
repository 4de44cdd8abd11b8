"""What a Word file shows and the comparison does not read: it is named with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .word_blocks import Unread
from .word_elements import local_name
from .word_package import WordPackage

_INSERTED = "text of another file that was inserted whole"
_OPEN = "open the file in Word, accept the changes there, save it, and compare that"
_LOOK = "look at it in Word"
_KINDS = {
    "altChunk": (_INSERTED, _OPEN),
    "subDoc": ("text of another file that is only named here", "ask counsel for that file too"),
    "chart": ("a chart", _LOOK),
    "relIds": ("a drawing of shapes (SmartArt)", _LOOK),
    "contentPart": ("a drawing by hand", _LOOK),
    "cellMerge": ("a merge of cells with a track", _LOOK),
}
"""Name of an element to what it stands for, and what to do."""
_BESIDE = {
    "header": "at the top of the pages",
    "footer": "at the foot of the pages",
    "footnotes": "in the footnotes",
    "endnotes": "in the endnotes",
    "comments": "in the comments",
}


def unread_kind(name: str) -> bool:
    """Whether an element of that name is not read."""
    return name in _KINDS


def unread_at(name: str, near: str) -> Unread:
    """``near`` are the words before it, or those of its row."""
    what, advice = _KINDS[name]
    return Unread(what, near, advice)


def unread_beside(package: WordPackage) -> Iterator[Unread]:
    """What is not read outside of the text itself."""
    for kind, where in _BESIDE.items():
        for part in package.parts_of(kind):
            tree: Any = package.tree(part)
            for element in tree.iter() if tree is not None else ():
                if unread_kind(name := local_name(element)):
                    what, advice = _KINDS[name]
                    yield Unread(f"{what} {where}", "", advice)
