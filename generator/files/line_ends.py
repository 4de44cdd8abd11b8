"""Files of text that git, an editor or a mail program gave other line ends: still the same files.

A file of text is one whose name ends as such files do, and that holds no zero byte; all others are compared
as they are.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

_TEXTS = frozenset(
    {
        ".csv", ".css", ".htm", ".html", ".json", ".jsonld", ".md", ".rtf", ".svg", ".tsv", ".txt", ".xml",
        ".xsd", ".yaml", ".yml",
    }
)  # fmt: skip


def plain(name: str, content: bytes) -> bytes:
    """A file of text with the line ends of Linux and without a byte order mark; another file as it is."""
    if not _is_text(name, content):
        return content
    return content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def checksum(name: str, content: bytes) -> str:
    """SHA-256 of the plain file, as hexadecimal digits."""
    return hashlib.sha256(plain(name, content)).hexdigest()


def checksums(name: str, content: bytes) -> frozenset[str]:
    """That of the file as it is, and those that it has with other line ends and with a byte order mark."""
    return frozenset(hashlib.sha256(one).hexdigest() for one in _variants(name, content))


def as_recorded(name: str, content: bytes, recorded: str) -> bytes:
    """The file as it was when its SHA-256 was ``recorded``, where only line ends differ; else as it is."""
    variants = _variants(name, content)
    return next((one for one in variants if hashlib.sha256(one).hexdigest() == recorded), content)


def _variants(name: str, content: bytes) -> Iterator[bytes]:
    yield content
    if not _is_text(name, content):
        return
    own = plain(name, content)
    for text in (own, own.replace(b"\n", b"\r\n")):
        yield text
        yield codecs.BOM_UTF8 + text


def _is_text(name: str, content: bytes) -> bool:
    return PurePosixPath(name).suffix.lower() in _TEXTS and b"\0" not in content
