"""Text files as people save them: UTF-8, with or without a byte order mark."""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, FILE_UNREADABLE
from ..model import LineRef


def read_text(path: Path, shown: str) -> str:
    """The text of ``path`` with ``\\n`` line ends; ``shown`` is its name in findings.

    Raises InputError: the file is missing, cannot be opened, or is not UTF-8 (the line is named).
    """
    content = read_bytes(path, shown)
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


def read_bytes(path: Path, shown: str, *, if_missing: str = "") -> bytes:
    """The bytes of ``path``. Raises InputError where it is missing or cannot be opened.

    ``if_missing`` is what to do where it is missing; without it, to put the file there.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        advice = if_missing or f"Put {path.name} there."
        raise InputError(
            [Finding(FILE_MISSING, f"{path.name} is not there", LineRef(shown), advice)]
        ) from problem
    except OSError as problem:
        message = f"{path.name} cannot be opened: {problem.strerror or problem}"
        advice = "Close it in other programs and check who may read it."
        raise InputError([Finding(FILE_UNREADABLE, message, LineRef(shown), advice)]) from problem
