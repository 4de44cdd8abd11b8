"""Blocks of a section: paragraphs, items, headings, rows of tables; and their text without signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIDDEN = re.compile(
    r"""<[^>\n]*>                      # tags
    |\]\([^)\n]*\)                     # targets of links
    |\[\^[^\]\n]*\]:?                 # footnotes' labels
    |\{[#.:][^}\n]*\}                  # attributes
    |https?://\S*[^\s.,;:)]
    |^\#+\s|^\s*(?:[-*+]|\d{1,2}[.)]|[a-zA-Z][.)])\s   # labels of headings and lists
    |[*`\[\]|_~]""",
    re.VERBOSE | re.MULTILINE,
)
_LINE = re.compile(r"[^\n]*(?:\n|$)")
_BEGINS = re.compile(r"(?:[-*+]|\d{1,2}[.)]|[a-z][.)])\s|\([ivxlc\d]{1,4}\)\s|#|<|\|")


def visible(text: str) -> str:
    """The text with a blank in the place of each sign of Markdown, so that positions stay."""
    return _HIDDEN.sub(lambda found: " " * len(found[0]), text).replace("\n", " ")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """From where to where paragraphs, items, headings, rows of tables and of HTML reach."""
    start = 0
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if not words or _BEGINS.match(words):
            yield start, line.start()
            start = line.start()
        if words.startswith(("#", "<", "|")):
            yield start, line.end()
            start = line.end()
    yield start, len(text)
