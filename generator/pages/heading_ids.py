"""Headings that people named as the program names its own parts give way: no id stands twice."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from markdown.extensions.toc import slugify

from ..prose.marks import without_marks
from .page import Page
from .site_frame import anchor_ids

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>[^\n{]*[^\n{#\s])[ \t]*#*[ \t]*$", re.MULTILINE)
"""A heading that names no id itself."""
_UNDERLINED = re.compile(
    r"""(?:\A|^[ \t]*\n|^[ ]{0,3}\#{1,6}[ \t][^\n]*\n|(?<=\S\n)(?:=+|-+)[ ]*\n)   # above stands no other text
    [ ]{0,3}(?P<words>[^\s{][^\n{]*(?<!\s))[ \t]*(?=\n[=-]+[ ]*$)""",
    re.VERBOSE | re.MULTILINE,
)
"""A heading with a line of ``=`` or ``-`` below it that names no id itself."""
_SIGNS = re.compile(r"[*`\\]|!?\[|\]\([^)]*\)|<[^>]*>")
"""What is no word of a heading."""
_OF_THE_PROGRAM = ("fsd-", "__")
"""How ids of the program's parts and of the theme's begin."""


def with_free_headings(page: Page) -> Page:
    """The page, each heading of which has an id that no part of the program's has."""
    parts = (page.marked, *page.inserts.values())
    taken = frozenset(name for part in parts for name in anchor_ids(part))
    return replace(page, marked=free_headings(page.marked, taken))


def free_headings(text: str, taken: Container[str] = ()) -> str:
    """Markdown whose headings get another id where theirs would be among ``taken``, or begin as ours do."""

    def named(heading: re.Match[str]) -> str:
        own = slugify(_SIGNS.sub("", without_marks(heading["words"])), "-")
        if own not in taken and not own.startswith(_OF_THE_PROGRAM):
            return heading[0]
        other = f"section-{own}"
        while other in taken:
            other = f"section-{other}"
        return f"{heading[0]} {{: #{other} }}"

    return _UNDERLINED.sub(named, _HEADING.sub(named, text))
