"""What a file of Microsoft's compound format is: an old workbook, a protected one, a message of Outlook."""

from __future__ import annotations

import io
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import olefile


class Compound(Enum):
    """What a compound file holds, by the names of its streams."""

    OLD_WORKBOOK = auto()
    PASSWORD = auto()
    """A workbook of today behind a password."""
    LABELLED = auto()
    """A workbook of today behind a sensitivity label or rights management: it opens for chosen people."""
    MESSAGE = auto()
    OTHER = auto()


def compound_kind(content: bytes) -> Compound:
    """By the parsed directory of the file; ``OTHER`` also where it is damaged."""
    names = streams_of(content)
    if "EncryptedPackage" in names:
        return Compound.PASSWORD if "EncryptionInfo" in names else Compound.LABELLED
    if names & {"Workbook", "Book"}:
        return Compound.OLD_WORKBOOK
    is_message = any(name.startswith(("__substg1.0_", "__properties_version1.0")) for name in names)
    return Compound.MESSAGE if is_message else Compound.OTHER


def streams_of(content: bytes) -> frozenset[str]:
    """The names of its streams and folders; none where it is damaged."""
    import olefile  # needed for few files

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return frozenset(name for path in ole.listdir(streams=True, storages=True) for name in path)
    except Exception:  # its parser lets all errors through
        return frozenset()


def attachments(content: bytes) -> list[tuple[str, bytes]]:
    """Names and contents of the files attached to a message of Outlook, in its order.

    Raises ValueError where the message is damaged. Messages that are attached themselves are not opened.
    """
    import olefile  # as above

    found = []
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            folders = sorted(
                {path[0] for path in ole.listdir() if path[0].startswith("__attach_version1.0_")}
            )
            for folder in folders:
                names = [_text(ole, f"{folder}/{stream}") for stream in _NAME_STREAMS]
                name = next((one for one in names if one), folder)
                data = f"{folder}/{_DATA_STREAM}"
                if ole.exists(data):
                    found.append((name, ole.openstream(data).read()))
    except Exception as problem:  # its parser lets all errors through
        raise ValueError("the message is damaged") from problem
    return found


_NAME_STREAMS = ("__substg1.0_3707001F", "__substg1.0_3704001F", "__substg1.0_3707001E")
"""Properties of an attachment: its long name, its short one, its long one in an old encoding."""
_DATA_STREAM = "__substg1.0_37010102"


def _text(ole: olefile.OleFileIO, stream: str) -> str:
    if not ole.exists(stream):
        return ""
    encoding = "cp1252" if stream.endswith("E") else "utf-16-le"
    return str(ole.openstream(stream).read().decode(encoding, errors="replace")).strip("\0")
