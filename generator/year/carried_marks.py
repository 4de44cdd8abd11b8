"""What marks a text that came over from the year before, and the figures that somebody typed into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.given_files import HTML_COMMENT

CARRIED = re.compile(r"<!--\s*Carried over from (20\d\d)\b.*?-->[ \t]*\n*", re.DOTALL | re.IGNORECASE)
"""The mark in a text, which a person deletes."""

_TITLE = re.compile(r"# +\S.*\n+")
_NOT_SAID = re.compile(
    rf"{HTML_COMMENT.pattern}|\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{#.*?#\}}|\]\([^)\s]*\)", re.DOTALL
)
"""Comments, tags of the program, and the addresses of links."""
_COUNTED = (
    r"suppliers?|smelters?|refiners?|facilities|facility|companies|countries|answers?|responses?|products?"
    r"|employees|sites|respondents|declarations|templates?"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_TYPED = re.compile(
    rf"(?<![\d\w.,/-])(?:20[0-3]\d(?![\d\w/-])"
    rf"|(?:{_NUMBER})(?:\s*(?:%|percent\b|per cent\b)|\s+(?:{_COUNTED})\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Typed:
    """A year or a figure of a year in words that people wrote."""

    text: str
    line: int
    """Counted from 1."""


def with_mark(text: str, from_year: int, year: int) -> str:
    """The text with the mark below its title, or on top without one; an older mark goes."""
    plain = CARRIED.sub("", text)
    mark = f"<!-- Carried over from {from_year}: make this the text of {year}, then delete this line. -->"
    title = _TITLE.match(plain)
    end = title.end() if title else 0
    head = f"{plain[:end].rstrip()}\n\n" if end else ""
    return f"{head}{mark}\n\n{plain[end:]}"


def typed_in(text: str) -> Iterator[Typed]:
    """The years that are typed, shares in percent, and numbers of suppliers, smelters and the like.

    What the program fills in, comments and addresses of links are left alone.
    """
    said = _NOT_SAID.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _TYPED.finditer(said):
        yield Typed(" ".join(found[0].split()), said.count("\n", 0, found.start()) + 1)
