"""Pages as ``mkdocs serve`` shows them: every value from the data knows its source (design, decision 4b).

Marks pass through Markdown with a number in place of their source, in characters that no Markdown rule and no
address knows; behind Markdown they become elements. Nothing of this is in a built site.
"""

from __future__ import annotations

import html as html_text
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from ..pages.page import Page
from ..prose.marks import BEGIN, END, MIDDLE, without_marks
from .sources import Sources

_DIGITS = str.maketrans("0123456789", "".join(chr(0xF0010 + digit) for digit in range(10)))
_FIGURES = {ord(sign): str(digit) for digit, sign in enumerate("0123456789".translate(_DIGITS))}
_OPENING = re.compile(f"{BEGIN}([^{MIDDLE}]*){MIDDLE}")
_MARKED = re.compile(f"{BEGIN}([^{MIDDLE}]*){MIDDLE}([^{BEGIN}{END}]*){END}")
_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_ROW_NAME = re.compile(r'(<tr role="row" id="([^"]*)">.*?<th scope="row"[^>]*>)(.*?)(</th>)', re.DOTALL)


@dataclass(frozen=True)
class Preview:
    """A page for the preview. ``sources`` says of each marked value, by its number, where it comes from."""

    page: Page
    text: str
    """Front matter and Markdown, with numbered marks."""
    sources: tuple[str, ...]
    rows: Mapping[str, str]
    """Address of each row of the facility list, where the page has it, to its cell."""

    def with_sources(self, html: str) -> str:
        """The page's HTML with an element around every value that came from data."""
        pieces = _TAG.split(html)
        pieces[::2] = [_MARKED.sub(self._element, text) for text in pieces[::2]]
        return without_marks("".join(pieces))

    def with_row_sources(self, insert: str) -> str:
        """A block with the facility list, with an element around each facility's name."""
        return _ROW_NAME.sub(self._row, insert) if self.rows else insert

    def _element(self, found: re.Match[str]) -> str:
        return _span(self.sources[int(found[1].translate(_FIGURES))], found[2])

    def _row(self, found: re.Match[str]) -> str:
        return f"{found[1]}{_span(self.rows[found[2]], found[3])}{found[4]}"


def preview(page: Page, sources: Sources, rows: Mapping[str, str]) -> Preview:
    """The page for the preview; ``rows`` as in ``Preview``."""
    paths: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        number = paths.setdefault(html_text.unescape(found[1]), str(len(paths)))
        return f"{BEGIN}{number.translate(_DIGITS)}{MIDDLE}"

    text = page.with_front_matter(_OPENING.sub(numbered, page.marked))
    return Preview(page, text, tuple(sources.of(path) for path in paths), rows)


def _span(source: str, value: str) -> str:
    return f'<span class="fsd-source" data-source="{escape(source)}">{value}</span>'
