"""The documents of a filing, each by itself: which is the form, and in which order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..filed.filed_blocks import Block, blocks_of
from ..filed.submission import COVER, documents_of, exhibits_of
from ..findings import Finding
from ..findings.catalogue import FILED_UNREADABLE
from ..model import LineRef

_HOLDS = 0.1
"""Share of an exhibit's paragraphs that a form must have to be one document with it."""


@dataclass(frozen=True)
class FiledDocument:
    """A form or an exhibit."""

    file: str
    text: str
    """As it was filed, without what a submission has around it."""
    blocks: tuple[Block, ...]
    """What it says; never empty."""

    @property
    def is_form(self) -> bool:
        return any(COVER.search(block.text) for block in self.blocks)

    @property
    def texts(self) -> set[str]:
        return {block.text for block in self.blocks if block.text}


def documents_in(file: str, text: str) -> list[FiledDocument]:
    """Those of the file, one or a whole submission. Raises InputError: there is no text in one."""
    parts = list(documents_of(text))
    if [part for part, _ in parts] == [text]:
        parts = [(part, 1) for part in exhibits_of(text)]
    return [FiledDocument(file, part, _blocks(file, part, line)) for part, line in parts]


def _blocks(file: str, text: str, line: int) -> tuple[Block, ...]:
    found = tuple(blocks_of(text, line))
    if not found:
        advice = "Save the exhibit from EDGAR as HTML, or copy its text into a file that ends in .txt."
        message = "the file has no text to compare"
        raise InputError([Finding(FILED_UNREADABLE, message, LineRef(file), advice)])
    return found


def in_order(filed: Sequence[FiledDocument], own: Sequence[FiledDocument]) -> list[FiledDocument]:
    """The forms first, then the exhibits as the year has them, in whatever order they were named."""
    exhibits = [one.texts for one in own if not one.is_form]

    def place(document: FiledDocument) -> tuple[bool, int]:
        if document.is_form:
            return False, 0
        common = [len(document.texts & texts) for texts in exhibits]
        most = max(common, default=0)
        return True, common.index(most) if most else len(exhibits)

    return sorted(filed, key=place)


def like(filed: Sequence[FiledDocument], own: Sequence[FiledDocument]) -> list[FiledDocument]:
    """Of the year's documents those of which some were given: the form, the exhibits, or both."""
    forms = [one for one in own if one.is_form]
    exhibits = [one for one in own if not one.is_form]
    has_exhibits = any(not one.is_form for one in filed) or any(
        len(one.texts & other.texts) >= _HOLDS * len(other.texts) for one in filed for other in exhibits
    )
    has_form = any(one.is_form for one in filed)
    return [*(forms if has_form else ()), *(exhibits if has_exhibits else ())]
