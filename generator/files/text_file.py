"""Text files as people save them: UTF-8, with or without a byte order mark."""

from __future__ import annotations

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
        message = f"byte {content[problem.start]:#04x} is not UTF-8 text"
        kind = "as 'CSV UTF-8'" if path.suffix.lower() == ".csv" else "with the encoding UTF-8"
        advice = f"Save the file {kind}."
        raise InputError([Finding(FILE_UNREADABLE, message, LineRef(shown, line), advice)]) from problem
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
