"""The words of a filed exhibit, its list and its pages' frame aside, taken by lxml alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.support.exhibit_text import INLINE, exhibit_of

_WORD = re.compile(r"[^\W_]+")


def exhibit_blocks(path: Path, names: frozenset[str]) -> tuple[str, ...]:
    """The text between one begin or end of a block and the next, in order, with single blanks."""
    return tuple(blocks_in(exhibit_of(path, names)))


def blocks_in(root: Any) -> Iterator[str]:
    found: list[str] = [""]

    def go_through(element: Any) -> None:
        if not isinstance(element.tag, str):
            return
        is_block = element.tag not in INLINE
        found.extend([""] if is_block else [])
        found[-1] += (" " if element.tag == "br" else "") + (element.text or "")
        for child in element:
            go_through(child)
            found[-1] += child.tail or ""
        found.extend([""] if is_block else [])

    go_through(root)
    yield from filter(None, (" ".join(text.split()) for text in found))


def words_of(blocks: tuple[str, ...]) -> list[str]:
    return [
        word for block in blocks for word in _WORD.findall(block.replace("\xad", "").replace("\u200b", ""))
    ]
