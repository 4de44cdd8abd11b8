"""Texts between other bytes: metadata of pictures, streams of old Office files, any file of a known kind.

Each run of letters comes alone, so that the bytes beside it cannot make a word with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .escapes import plain

_LETTERS = rb"[\x20-\x7e\t]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_UTF8 = re.compile(rb"(?:%b){5,}" % _LETTERS)
_LATIN = re.compile(rb"[\x20-\x7e\t\x80-\xff]{5,}")
_UTF16_LE = re.compile(rb"(?:[\x20-\x7e\t\xa0-\xff]\0|[\0-\xff][\x01-\x05\x1e\x20\x21]){5,}")
_UTF16_BE = re.compile(rb"(?:\0[\x20-\x7e\t\xa0-\xff]|[\x01-\x05\x1e\x20\x21][\0-\xff]){5,}")
_TELLING = re.compile(r"[^\W_]{3}")
"""Letters or digits beside each other, without which a run names nobody."""
_SMALL = 70_000
"""Bytes of metadata that are read in every encoding."""


def runs(content: bytes) -> Iterator[str]:
    """Texts in UTF-8 and in UTF-16."""
    for pattern, encoding in ((_UTF8, "utf-8"), (_UTF16_LE, "utf-16-le"), (_UTF16_BE, "utf-16-be")):
        for found in pattern.finditer(content):
            text = found[0].decode(encoding, "replace")
            if _TELLING.search(text):
                yield from dict.fromkeys((text, plain(text)))


def runs_in_any_encoding(content: bytes) -> Iterator[str]:
    """Texts of metadata, whose encoding nobody states; of large ones those in Unicode alone."""
    yield from runs(content)
    if len(content) > _SMALL:
        return
    for found in _LATIN.finditer(content):
        if not found[0].isascii():
            for encoding in ("cp1252", "shift_jis", "gb18030", "big5"):
                yield found[0].decode(encoding, "replace")
    for start in range(2):
        yield content[start:].decode("utf-16-le", "replace")
        yield content[start:].decode("utf-16-be", "replace")
