"""Bytes as text: Unicode in any form, with and without a mark, and the encodings that older files are in."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
OLDER = ("cp1252", "shift_jis", "gb18030", "big5", "euc_jp", "euc_kr", "cp1251", "cp1250")
"""Encodings of texts that are no Unicode: each gives another text, and nobody says which is meant."""
_ISO_2022 = re.compile(rb"\x1b\$[@AB()]")
_CONTROLS = bytes(one for one in range(32) if one not in b"\t\n\v\f\r\x1b")
_PRINTED = bytes(one for one in range(256) if one not in _CONTROLS)
_MOST_CONTROLS = 0.01
_SAMPLE = 100_000
"""Bytes of which the encoding is guessed."""


def decoded(content: bytes) -> Iterator[str]:
    """The text, once for each encoding that it may be in; nothing where the bytes are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield content[len(mark) :].decode(encoding, "replace")
            return
    if wide := _wide_encoding(content):
        yield content.decode(wide, "replace")
    elif _is_narrow(content):
        yield from _narrow(content)


def is_text(content: bytes) -> bool:
    """Whether the bytes are a text in some encoding."""
    return (
        any(content.startswith(mark) for mark, _ in _MARKS)
        or _wide_encoding(content) is not None
        or _is_narrow(content)
    )


def is_plain_text(content: bytes) -> bool:
    """Whether it is UTF-8, so that what it says can be seen in its bytes."""
    if not _is_narrow(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _ISO_2022.search(content)


def _narrow(content: bytes) -> Iterator[str]:
    try:
        yield content.decode("utf-8")
    except UnicodeDecodeError:
        yield content.decode("utf-8", "replace")
        for encoding in OLDER:
            yield content.decode(encoding, "replace")
        if len(content) < _SAMPLE:
            yield from (content.decode(wide, "replace") for wide in ("utf-16-le", "utf-16-be"))
        return
    if _ISO_2022.search(content):
        yield content.decode("iso2022_jp_2", "replace")


def _is_narrow(content: bytes) -> bool:
    return len(content.translate(None, _PRINTED)) <= _MOST_CONTROLS * len(content)


def _wide_encoding(content: bytes) -> str | None:
    """The form of Unicode with two or four bytes a letter; None: it is none, or nothing tells."""
    sample = content[: _SAMPLE - _SAMPLE % 4]
    if len(sample) < 4:
        return None
    if len(content) % 4 == 0:
        fourths = [sample[at::4].count(0) * 4 / len(sample) for at in range(4)]
        if fourths[3] == 1 and fourths[2] > 0.9 and fourths[0] < 0.1:
            return "utf-32-le"
        if fourths[0] == 1 and fourths[1] > 0.9 and fourths[3] < 0.1:
            return "utf-32-be"
    even, odd = (sample[at::2].count(0) * 2 / len(sample) for at in range(2))
    for encoding, is_likely in (
        ("utf-16-le", odd > 0.2 and even < 0.02),
        ("utf-16-be", even > 0.2 and odd < 0.02),
    ):
        if is_likely and _reads_as(sample, encoding):
            return encoding
    if _is_narrow(content):
        return None
    return next((one for one in ("utf-16-le", "utf-16-be") if _reads_as(sample, one)), None)


def _reads_as(sample: bytes, encoding: str) -> bool:
    """Whether nearly all of it is letters, digits, blanks and signs that people write."""
    try:
        text = sample[: len(sample) - len(sample) % 2].decode(encoding)
    except UnicodeDecodeError as problem:
        if problem.start < len(sample) - 4:
            return False
        text = sample[: problem.start].decode(encoding)
    return bool(text) and sum(one.isprintable() or one.isspace() for one in text) >= 0.97 * len(text)
