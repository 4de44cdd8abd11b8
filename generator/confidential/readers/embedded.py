"""What stands in a text as base64: pictures and pages in data addresses, files in scripts and JSON.

Also what stands in it as lines of uuencode, as pictures and PDF do in a submission to EDGAR.
"""

from __future__ import annotations

import binascii
import re
from urllib.parse import unquote

from .decoding import is_plain_text
from .kinds import Kind, kind_of
from .reading import DAMAGED, Reading, Texts, UnsearchableError

_DATA = re.compile(
    r"""data:[^,"'<>\s]{0,200};\s*base64\s*,((?:[A-Za-z0-9+/=_-]|%[0-9A-Fa-f]{2}|\s|\\[nr/])+)""",
    re.IGNORECASE,
)
_UUENCODED = re.compile(
    r"^begin [0-7]{3,4} [^\n]*\n((?:[!-M][ -`]{1,84}\r?\n)+)(?:[` ]?\r?\n)?end\b", re.MULTILINE
)
_RUN = re.compile(r"[A-Za-z0-9+/_-]{7,}={0,2}")
_SHORT, _LONG = 16, 40
"""Digits of a run that none of the signs at its end tells, and of a line of many."""
_LINES = re.compile(r"(?:[A-Za-z0-9+/]{40,}(?:\s|\\[nr]){1,4})+[A-Za-z0-9+/]{2,}={0,2}")
_FOREIGN = re.compile(r"\\[nr]|[^A-Za-z0-9+/]")
_LETTERS = re.compile(r"[A-Za-z]{3}|[^\x00-\x7f]{2}")


def embedded(text: str, reading: Reading) -> Texts:
    """The texts of all that is packed in a text. Raises UnsearchableError."""
    if "base64" in text.lower():
        for found in _DATA.finditer(text):
            yield from reading.inside(_decoded(unquote(found[1])), is_part=True)
    for found in _UUENCODED.finditer(text):
        yield from _whole(_of_lines(found[1]), reading)
    runs = [one for one in _RUN.findall(text) if len(one) >= _SHORT or one[-1] == "="]
    if sum(len(one) >= _LONG for one in runs) > 1:
        runs += _LINES.findall(text)
    for written in runs:
        if written.islower() or written.isdigit():
            continue
        content = _decoded(written)
        if _tells(content):
            yield from _whole(content, reading)


def _whole(content: bytes, reading: Reading) -> Texts:
    """The texts of a file; of one that is cut, such as the first line of many, what can be read."""
    try:
        yield from reading.inside(content, is_part=True)
    except UnsearchableError as problem:
        if str(problem) != DAMAGED:
            raise


def _decoded(written: str) -> bytes:
    letters = _FOREIGN.sub("", written.replace("-", "+").replace("_", "/"))
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(whole + "=" * (-len(whole) % 4))


def _of_lines(written: str) -> bytes:
    """The bytes of lines of uuencode, whose first letter says how many a line has."""
    content = b""
    for line in written.splitlines():
        letters = ((ord(line[0]) - 32 & 63) * 4 + 5) // 3  # some put a sum behind them
        content += binascii.a2b_uu(line[:letters])
    return content


def _tells(content: bytes) -> bool:
    """Whether the bytes are a file, or words. What is no base64 gives bytes by chance, which are neither."""
    try:
        return _has_words(content.decode("utf-8"))
    except UnicodeDecodeError:
        kind = kind_of(content)
    if kind is Kind.TEXT:  # in UTF-16; the older encodings take any bytes
        return b"\0" in content[:64]
    return kind not in (Kind.UNKNOWN, Kind.MEDIA)


def _has_words(text: str) -> bool:
    controls = sum(not one.isprintable() and not one.isspace() for one in text)
    return controls <= 0.02 * len(text) and _LETTERS.search(text) is not None


def is_packed(content: bytes) -> bool:
    """Whether the text of a file cannot be seen in its bytes, or a page holds a file as a data address."""
    return not is_plain_text(content) or kind_of(content) is not Kind.TEXT or b";base64," in content
