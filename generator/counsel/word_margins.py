"""What stands at the top and the foot of the pages of a Word file, and across them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .word_elements import W, local_name
from .word_fields import Fields
from .word_package import WordPackage

_KINDS = ("header", "footer")
_SKIPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "fldSimple", "sdtPr", "Fallback"})
_BLANKS = frozenset({"tab", "br", "cr", "ptab"})


def margins_of(package: WordPackage) -> tuple[str, ...]:
    """Each paragraph once, without what fields show, and each word across a page."""
    found: dict[str, None] = {}
    for kind in _KINDS:
        for part in package.parts_of(kind):
            tree = package.tree(part)
            for paragraph in tree.iter(f"{W}p") if tree is not None else ():
                found |= dict.fromkeys(filter(None, _texts(paragraph, Fields())))
    return tuple(found)


def _texts(paragraph: Any, fields: Fields) -> Iterator[str]:
    pieces = list(_pieces(paragraph, fields))
    yield " ".join("".join(text for text, is_across in pieces if not is_across).split())
    yield from (text for text, is_across in pieces if is_across)


def _pieces(element: Any, fields: Fields) -> Iterator[tuple[str, bool]]:
    """Texts, and whether they stand across the page."""
    depth = fields.depth
    for child in element:
        name = local_name(child)
        if name == "fldChar":
            fields.mark(child.get(f"{W}fldCharType") or "")
            depth = fields.depth
        elif name == "t" and not depth:
            yield child.text or "", False
        elif name in _BLANKS and not depth:
            yield " ", False
        elif name == "textpath":
            yield child.get("string") or "", True
        elif name not in _SKIPPED and name != "p":
            yield from _pieces(child, fields)
            depth = fields.depth
