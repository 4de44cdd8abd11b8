"""A section filled in, as Markdown that can be kept in a file and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .marks import without_marks
from .prose import RenderedSection, title_and_body

_LINE_BREAK = re.compile(r"(?<=\S) {2,}\n")
"""In Markdown; files are kept without blanks at the ends of lines."""


def filled_texts(sections: Sequence[RenderedSection]) -> dict[str, str]:
    """Name of each section, such as ``04-inquiry`` or ``form-item-1-01``, to its Markdown without marks."""
    return {one.name: _LINE_BREAK.sub("<br>\n", without_marks(one.at_level(1))) for one in sections}


def as_filled(section: RenderedSection, text: str) -> RenderedSection:
    """The section with the title and the text of such a file."""
    title, body = title_and_body(text)
    return replace(section, title=title, body=body)


def replaced(
    sections: Sequence[RenderedSection], final: Mapping[str, str], kept: Mapping[str, str]
) -> tuple[RenderedSection, ...]:
    """The sections, those that are ``kept`` with another text as it is kept.

    ``final`` are the texts that the program writes of a final now: a section that a draft has otherwise stays
    as it is, because it says that it is a draft.
    """
    now = filled_texts(sections)
    return tuple(
        as_filled(one, kept[one.name])
        if one.name in kept
        and kept[one.name] != final.get(one.name)
        and now[one.name].strip() == final.get(one.name, "").strip()
        else one
        for one in sections
    )
