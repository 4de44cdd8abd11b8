"""Text files as people save them: UTF-8, with or without a byte order mark."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, FILE_UNREADABLE
from ..model import LineRef
from .ordinary import content_of
from .refused import what_to_do, why

_LARGEST, _LARGEST_TEXT = 200_000_000, 30_000_000
"""Bytes of a file, and of a text that is read as a whole; a list of 10,000 smelters has about 4 million."""


def read_text(path: Path, shown: str) -> str:
    """The text of ``path`` with ``\\n`` line ends; ``shown`` is its name in findings.

    Raises InputError: the file is missing, cannot be opened, is far too large, or is not UTF-8 (the line is
    named).
    """
    content = read_bytes(path, shown, largest=_LARGEST_TEXT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        message = _other_encoding(content, content[problem.start])
        kind = "as 'CSV UTF-8'" if path.suffix.lower() == ".csv" else "with the encoding UTF-8"
        advice = f"Save the file {kind}."
        raise InputError([Finding(FILE_UNREADABLE, message, LineRef(shown, line), advice)]) from problem
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _other_encoding(content: bytes, byte: int) -> str:
    """What the text seems to be instead: UTF-16 has a mark, and Windows-1252 has its curly quotes here."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and len(content) % 2 == 0:
        return "the file is UTF-16 text, which some programs call Unicode, and not UTF-8"
    sign = bytes([byte]).decode("cp1252", errors="ignore")
    if 0x80 <= byte < 0xA0 and sign:
        return f"byte {byte:#04x} is not UTF-8 text; in the older encoding Windows-1252 it is {sign}"
    return f"byte {byte:#04x} is not UTF-8 text"


def read_bytes(path: Path, shown: str, *, if_missing: str = "", largest: int = _LARGEST) -> bytes:
    """The bytes of ``path``. Raises InputError where it is missing, cannot be opened, or has too many.

    ``if_missing`` is what to do where it is missing; without it, to put the file there.
    """
    as_text = shown.encode("utf-8", "backslashreplace").decode()
    if as_text != shown:
        message = "the name of the file has bytes that are no text in UTF-8"
        raise InputError([Finding(FILE_UNREADABLE, message, LineRef(as_text), "Rename the file.")])
    try:
        if (size := path.stat().st_size) > largest:
            raise InputError([_too_large(size, largest, shown)])
        return content_of(path)
    except FileNotFoundError as problem:
        advice = if_missing or f"Put {path.name} there."
        raise InputError(
            [Finding(FILE_MISSING, f"{path.name} is not there", LineRef(shown), advice)]
        ) from problem
    except OSError as problem:
        message = f"{path.name} cannot be opened: {why(problem)}"
        raise InputError(
            [Finding(FILE_UNREADABLE, message, LineRef(shown), what_to_do(problem))]
        ) from problem


def _too_large(size: int, largest: int, shown: str) -> Finding:
    message = f"the file has {size // 1_000_000:,} MB, of {largest // 1_000_000:,} that are read"
    return Finding(FILE_UNREADABLE, message, LineRef(shown), "Look whether it is the file that you mean.")
