"""Escapes undone, as the programs that show a text undo them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

_IN_SCRIPTS = re.compile(
    r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})|\\(.)", re.DOTALL
)
_IN_STYLES = re.compile(r"\\([0-9a-fA-F]{2,6})(?:\r\n|[ \t\r\n\f])?")
_IN_OCTAL = re.compile(r"\\([0-3][0-7]{2}|[0-7]{2})")
_IN_WORKBOOKS = re.compile(r"_x([0-9a-fA-F]{4})_")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
"""Soft hyphens, marks without width, marks of direction, selectors of variants: nobody sees them."""
_AROUND = 200
"""Characters beside a place of a text that are read again with it."""


def plain(text: str) -> str:
    """The text with the escapes of scripts, HTML (also of escapes) and addresses undone, and without
    characters that nobody sees."""
    if "\\" in text:
        text = _IN_SCRIPTS.sub(_unescaped, text)
    for _ in range(3):
        text = html.unescape(text) if "&" in text else text
    if "%" in text:
        text = unquote(text, errors="replace")
    if "_x" in text:
        text = _IN_WORKBOOKS.sub(lambda found: _character(int(found[1], 16)), text)
    return text if text.isascii() else _INVISIBLE.sub("", text)


def other_escapes(text: str) -> Iterator[str]:
    """The surroundings of escapes that mean another letter in a style sheet, or by octal digits."""
    if "\\" not in text:
        return
    for pattern, base in ((_IN_STYLES, 16), (_IN_OCTAL, 8)):
        yield from around(text, pattern, lambda found, base=base: _character(int(found[1], base)))  # type: ignore[misc]


def around(text: str, pattern: re.Pattern[str], becomes: Callable[[re.Match[str]], str]) -> Iterator[str]:
    """Each place of the text where the pattern stands, with what is beside it and with what it becomes."""
    end, letters = -1, ""
    for found in pattern.finditer(text):
        if end < 0 or found.start() > end + 2 * _AROUND:
            if end >= 0:
                yield f"{letters}{text[end : end + _AROUND]}"
            letters, end = "", max(found.start() - _AROUND, 0)
        letters += text[end : found.start()] + becomes(found)
        end = found.end()
    if end >= 0:
        yield f"{letters}{text[end : end + _AROUND]}"


def _unescaped(found: re.Match[str]) -> str:
    if found[4] is not None:
        return " " if found[4] in "nrtbfv0" else "" if found[4] == "\n" else found[4]
    return _character(int(found[1] or found[2] or found[3], 16))


def _character(code: int) -> str:
    """A blank for what is no letter: controls, halves of letters, numbers above all."""
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else " "
