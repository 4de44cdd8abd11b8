"""A PDF as it lies on the disk: streams and strings that no table of the file may lead to any more."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from .packed import inflated
from .reading import DAMAGED, PublishedText, Reading, Texts, UnsearchableError
from .runs import runs_in_any_encoding

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_WORDLESS = re.compile(rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType)\b|/Length1\b")
"""Pixels and outlines of letters."""
_LITERAL = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_KERNING = re.compile(rb"(?<!\\)\)\s*-?\d{0,3}(?:\.\d*)?\s*\(")
"""Between two parts of a word, which are set closer or wider."""
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_SHOWN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b" ", b"f": b" "}
_DICTIONARY = 2_000
"""Bytes before a stream in which its dictionary is looked for."""


def of_bytes(content: bytes, reading: Reading, seen: set[bytes]) -> Texts:
    """The strings outside of streams, and every stream that is not packed or by zlib.

    Raises UnsearchableError where they unpack to too much.
    """
    outside, at = [], 0
    for found in _STREAM.finditer(content):
        if found.start() < at:
            continue
        end = content.find(b"endstream", found.end())
        end = len(content) if end < 0 else end
        outside.append(content[at : found.start()])
        ahead = content[max(found.start() - _DICTIONARY, at) : found.start()]
        at = end
        if not _WORDLESS.search(ahead[ahead.rfind(b" obj") :]):
            yield from _raw(content[found.end() : end], reading, seen)
    outside.append(content[at:])
    for part in outside:
        yield from _strings(part)
        yield from _remarks(part)


def of_stream(content: bytes, reading: Reading, seen: set[bytes], *, is_attached: bool = False) -> Texts:
    """The texts of an unpacked stream: what draws a page, objects, a file; none where it was read before."""
    digest = hashlib.sha256(content).digest()
    if digest in seen and not is_attached:
        return
    seen.add(digest)
    if not is_attached and _is_pdf_syntax(content):
        reading.room.take(len(content))
        if b"BT" in content and _numbers_of_letters(content):
            return
        yield from _strings(content)
    else:
        yield from reading.inside(content, is_part=not is_attached)


def _raw(packed: bytes, reading: Reading, seen: set[bytes]) -> Texts:
    if packed[:1] and packed[0] & 0x0F == 8 and int.from_bytes(packed[:2], "big") % 31 == 0:
        try:
            yield from of_stream(inflated(packed, reading.room.unpacked), reading, seen)
        except UnsearchableError as problem:
            if str(problem) != DAMAGED:
                raise
    else:
        yield from of_stream(packed.rstrip(b"\r\n"), reading, seen)


def _is_pdf_syntax(content: bytes) -> bool:
    """Operators of a page, a table of letters, or a stream of objects: their strings are what they say."""
    ahead = content[:4_000]
    is_objects = b"<<" in ahead and re.match(rb"\s*\d+\s+\d+[\s<]", content) is not None
    return (
        is_objects
        or b"begincmap" in ahead
        or (b"BT" in content and re.search(rb"[)>\]]\s*T[jJ]\b", content) is not None)
    )


def _numbers_of_letters(content: bytes) -> bool:
    """Whether it draws letters by their numbers in a font, of two bytes: the words of a page tell them."""
    return content.count(b"\0") + 4 * content.count(b"\\000") > 0.05 * len(content)


def _strings(content: bytes) -> Texts:
    joined = _KERNING.sub(b"", content)
    for text in dict.fromkeys((content, joined)):
        literal = (_unescaped(found[0][1:-1]) for found in _LITERAL.finditer(text))
        written = (_from_hex(found[1]) for found in _HEX.finditer(text))
        texts = [shown for one in (*literal, *written) for shown in _shown(one)]
        if texts:
            yield PublishedText("", " | ".join(texts))


def _remarks(content: bytes) -> Texts:
    """Comments, and whatever else stands between objects."""
    lines = [line for line in content.splitlines() if b"%" in line]
    for text in runs_in_any_encoding(b"\n".join(lines)):
        yield PublishedText("", text)


_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def _shown(raw: bytes) -> Iterator[str]:
    if raw.startswith(b"\xfe\xff"):
        yield raw[2:].decode("utf-16-be", "replace")
    elif raw.startswith(b"\xff\xfe"):
        yield raw[2:].decode("utf-16-le", "replace")
    else:
        try:
            yield raw.decode("utf-8")
        except UnicodeDecodeError:
            if is_binary(raw):
                yield from runs_in_any_encoding(raw)
            else:
                yield raw.decode("cp1252", "replace")


def is_binary(raw: bytes) -> bool:
    """Whether a string is no text in an encoding of one byte a sign, such as the identifier of a file.

    Read as text it could say any short name by chance; its runs of letters are read all the same.
    """
    return bool(_CONTROLS.search(raw))


def _unescaped(raw: bytes) -> bytes:
    return _ESCAPE.sub(_escaped, raw) if b"\\" in raw else raw


def _escaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] else _SHOWN.get(found[3], found[3])


def _from_hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
