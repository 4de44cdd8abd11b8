"""Archives and messages among the answers: what they hold is read as if it lay in the folder itself.

Nothing is written but copies under names of ours, into a folder that is thrown away. What cannot be opened is
named as what it is, with what the filer can do.
"""

from __future__ import annotations

import email
import email.policy
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ...errors import InputError
from ...files.compound_file import Compound, attachments, compound_kind
from ...files.text_file import read_bytes
from ...files.workbook_guard import DAMAGED, MAX_UNPACKED
from ...findings import Finding
from ...findings.catalogue import FILE_OTHER
from ...model import LineRef
from ..workbooks.other_kinds import damaged
from .declared_files import FileRead, Job, as_text, is_left_behind

_MESSAGES = {".msg", ".eml"}
_KINDS = {".zip", *_MESSAGES}
_MOST_DEEP = 3
"""An archive in a message in an archive is opened; what lies deeper is not."""
_MOST_BYTES = 500_000_000
"""Of all files of an archive or a message together."""
_MOST_FILES = 10_000
_OF_MESSAGES = {
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".htm", ".html", ".txt", ".ics", ".vcf", ".p7s", ".p7m", "",
}  # fmt: skip
"""What messages carry beside an answer: pictures of a signature, their own text."""

_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks and archives begin, whatever a mail program calls them."""

_Member = tuple[str, bytes]
"""Name and content."""


def opened(jobs: Iterable[Job], place: Path, *, depth: int = 0) -> tuple[list[Job], list[FileRead]]:
    """The files to read, with what archives and messages hold in their place, and those set aside.

    ``place`` is an empty folder for copies. A file of an archive is named ``answers.zip/answer.xlsx``.
    """
    found: list[Job] = []
    aside: list[FileRead] = []
    for path, shown in jobs:
        if path.suffix.lower() not in _KINDS:
            found.append((path, shown))
            continue
        try:
            members = _members(path, shown) if depth < _MOST_DEEP else None
        except InputError as problem:
            aside.append(FileRead(shown, None, problem.findings))
            continue
        if members is None:
            found.append((path, shown))
            continue
        inner = list(_copies(members, shown, place, len(found) + len(aside), depth))
        more, left = opened(inner, place, depth=depth + 1)
        found += more
        aside += left
    return found, aside


def _copies(members: list[_Member], shown: str, place: Path, number: int, depth: int) -> Iterator[Job]:
    folder = place / f"{depth}-{number}-{sum(1 for _ in place.iterdir())}"
    folder.mkdir()
    for at, (name, content) in enumerate(members):
        copy = folder / f"{at}{PurePosixPath(name).suffix[:10]}"
        copy.write_bytes(content)
        yield copy, f"{shown}/{as_text(name)}"


def _members(path: Path, shown: str) -> list[_Member] | None:
    """What an archive or a message holds; None where it is a workbook under another name.

    Raises InputError where it cannot be opened, or holds nothing that may be an answer.
    """
    content = read_bytes(path, shown)
    if content.startswith(b"PK"):
        return _of_archive(path, shown)
    if not content:
        return None
    kind = compound_kind(content)
    is_mail = path.suffix.lower() in _MESSAGES
    if kind in (Compound.OLD_WORKBOOK, Compound.PASSWORD, Compound.LABELLED):
        return None
    if kind is not Compound.MESSAGE and not is_mail:
        return None
    try:
        found = attachments(content) if kind is Compound.MESSAGE else list(_of_mail(content))
    except ValueError as problem:
        raise InputError([damaged(shown)]) from problem
    kept = [one for one in found if one[1].startswith(_BOOKS) or not _is_of_message(one[0])]
    if not kept:
        raise _stopped(
            "it is a message without a workbook", "Save the answer itself there, if it has one.", shown
        )
    if sum(len(one[1]) for one in kept) > _MOST_BYTES or any(len(one[1]) > MAX_UNPACKED for one in kept):
        raise _stopped("its attachments are too large", "Save those that are answers.", shown)
    return kept


def _of_mail(content: bytes) -> Iterator[_Member]:
    """The attached files of a message as mail programs save it. Raises ValueError where it is none."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    if content.startswith(_BOOKS) or not message.keys():
        raise ValueError("it has no head")
    for number, part in enumerate(message.walk(), start=1):
        data = part.get_payload(decode=True)
        name = part.get_filename() or ""
        if isinstance(data, bytes) and (name or data.startswith(_BOOKS)):
            yield name.replace("\\", "/").rpartition("/")[2] or f"part {number}", data


def _is_of_message(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _OF_MESSAGES


def _of_archive(path: Path, shown: str) -> list[_Member] | None:
    unpack = "Unpack it, and put the workbooks there."
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names:
                return None
            parts = [part for part in archive.infolist() if not part.is_dir() and not _is_left(part.filename)]
            if not parts:
                raise _stopped("it is an archive without a file", "Ask for the answer again.", shown)
            if any(part.flag_bits & 1 for part in parts):
                raise _stopped("it is an archive behind a password", unpack, shown)
            if _is_large(parts):
                raise _stopped("it is an archive of too many or too large files", unpack, shown)
            return [(part.filename, archive.read(part)) for part in parts]
    except DAMAGED as problem:
        raise _stopped("it is a damaged archive", "Ask for it again, or unpack it.", shown) from problem


def _is_large(parts: list[zipfile.ZipInfo]) -> bool:
    """By the sizes that the archive states: no more than these are ever unpacked."""
    sizes = [part.file_size for part in parts]
    return len(sizes) > _MOST_FILES or sum(sizes) > _MOST_BYTES or max(sizes) > MAX_UNPACKED


def _is_left(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(is_left_behind(part) or part == "__MACOSX" for part in parts)


def _stopped(message: str, advice: str, shown: str) -> InputError:
    return InputError([Finding(FILE_OTHER, message, LineRef(shown), advice)])
