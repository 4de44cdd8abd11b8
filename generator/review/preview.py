"""Pages as ``mkdocs serve`` shows them: every value from the data knows its source (design, decision 4b).

Nothing of this is in a built site.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from ..pages.page import Page
from ..prose.sources import Sources, SourcesBeside
from ..prose.spans import numbered, with_elements, with_row_elements


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
        return with_elements(html, self.sources, _span)

    def with_row_sources(self, insert: str) -> str:
        """A block with the facility list, with an element around each facility's name."""
        return with_row_elements(insert, self.rows, _span)


@dataclass(frozen=True)
class Numbered:
    """A page whose marks have numbers."""

    page: Page
    text: str
    """As in ``Preview``."""
    paths: tuple[str, ...]
    """Of each number the path of the value."""

    def preview(self, sources: Sources | SourcesBeside, rows: Mapping[str, str]) -> Preview:
        """The page for the preview; ``rows`` as in ``Preview``."""
        return Preview(self.page, self.text, tuple(sources.of(path) for path in self.paths), rows)


def number_marks(page: Page) -> Numbered:
    text, paths = numbered(page.marked)
    return Numbered(page, page.with_front_matter(text), paths)


def _span(source: str, value: str) -> str:
    return f'<span class="fsd-source" data-source="{escape(source)}">{value}</span>'
