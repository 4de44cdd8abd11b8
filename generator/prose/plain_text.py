"""A section of the report as plain text, for what is signed and for comparisons word by word.

One paragraph, heading, item or row of a table is one line, however the Markdown was wrapped. Addresses of
links stand behind their words, because they are part of what is signed.
"""

from __future__ import annotations

from collections.abc import Sequence

import markdown

from .element import Element
from .html_tree import html_tree
from .markdown import EXTENSIONS
from .marks import without_marks
from .prose import RenderedSection

_BLOCKS = {
    "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### ", "li": "- ",
    **dict.fromkeys(("p", "div", "ul", "ol", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot",
                     "blockquote", "pre", "figure", "figcaption", "hr", "section", "details", "summary"), ""),
}  # fmt: skip
"""Element that ends a line to what its own line begins with."""
_CELLS = ("td", "th")
_UNSEEN = ("script", "style", "svg")


def section_texts(sections: Sequence[RenderedSection]) -> dict[str, str]:
    """Name of each section, such as ``04-inquiry`` or ``form-item-1-01``, to its text."""
    return {section.name: section_text(section) for section in sections}


def section_text(section: RenderedSection) -> str:
    """The section as readers see it, without looks: its title as ``#``, its headings from ``##`` on."""
    return plain_text(section_tree(section))


def section_tree(section: RenderedSection) -> Element:
    """The section as HTML, its title as ``h1``."""
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    text = without_marks(section.at_level(1))
    return html_tree(markdown.markdown(text, extensions=list(settings), extension_configs=settings))


def plain_text(tree: Element) -> str:
    """The text of a page or a part of it, a line a block."""
    lines = _Lines()
    lines.take(tree)
    return lines.text()


class _Lines:
    def __init__(self) -> None:
        self._lines: list[str] = []
        self._start = ""
        self._words: list[str] = []

    def take(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._words.append(child)
            elif child.tag in _BLOCKS:
                self._block(child)
            elif child.tag == "tr":
                self._row(child)
            elif child.tag not in _UNSEEN:
                self._inline(child)

    def text(self) -> str:
        self._end()
        return "".join(f"{line}\n" for line in self._lines)

    def _block(self, element: Element) -> None:
        self._end()
        self._start = _BLOCKS[element.tag] or self._start
        self.take(element)
        self._end()
        self._start = ""

    def _row(self, element: Element) -> None:
        cells = [child for child in element.children if isinstance(child, Element) and child.tag in _CELLS]
        self._end()
        self._words.append(" | ".join(" ".join(plain_text(cell).split()) for cell in cells))
        self._end()

    def _inline(self, element: Element) -> None:
        self.take(element)
        address = element.attributes.get("href" if element.tag == "a" else "src", "")
        if address:
            words = element.attributes.get("alt", "")
            self._words.append(f"{words} <{address}>")
        if element.tag == "br":
            self._end()

    def _end(self) -> None:
        line = " ".join("".join(self._words).split())
        self._words.clear()
        if line:
            self._lines.append(self._start + line)
            self._start = ""
