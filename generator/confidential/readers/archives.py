"""ZIP and tar: members, their names and remarks, and what stands between and behind them."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from .reading import (
    CANNOT_OPEN,
    DAMAGED,
    HAS_PASSWORD,
    TOO_LARGE,
    TOO_MANY,
    PublishedText,
    Reading,
    Texts,
    UnsearchableError,
)
from .runs import runs, runs_in_any_encoding

_DAMAGED = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, ValueError, KeyError)
_ENCRYPTED = 1
"""Flag of a member with a password."""
_OFFICE = {"[Content_Types].xml", "mimetype"}
"""Members that only office files and books have."""
_MACROS = "vbaProject.bin"
_HEADER = 30
"""Bytes before the name of a member."""


def of_zip(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            yield from _remark(archive.comment)
            is_office = bool(_OFFICE & {one.filename for one in members})
            for info in members:
                yield from _member(archive, info, reading, is_office)
            yield from _between(content, archive, members, reading)
    except UnsearchableError:
        raise
    except NotImplementedError as problem:
        raise UnsearchableError(CANNOT_OPEN) from problem
    except RuntimeError as problem:
        raise UnsearchableError(HAS_PASSWORD) from problem
    except _DAMAGED as problem:
        raise UnsearchableError(DAMAGED) from problem


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, reading: Reading, is_office: bool) -> Texts:
    if info.flag_bits & _ENCRYPTED:
        raise UnsearchableError(HAS_PASSWORD)
    yield PublishedText("", info.filename)
    yield from _remark(info.comment)
    yield from _remark(info.extra)
    if info.is_dir() and not info.file_size:
        return
    if info.filename.endswith(_MACROS):
        raise UnsearchableError(f"{CANNOT_OPEN}: macros")
    if info.file_size > reading.room.unpacked:
        raise UnsearchableError(TOO_LARGE)
    with archive.open(info) as file:
        unpacked = file.read(reading.room.unpacked + 1)
    for one in reading.inside(unpacked, is_part=is_office):
        yield one._replace(part=f"{info.filename} {one.part}".strip())


def _between(
    content: bytes, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], reading: Reading
) -> Texts:
    """What belongs to no member: before the first, between two, behind the end."""
    at = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        yield from _beside(content[at : info.header_offset], reading)
        name = int.from_bytes(content[info.header_offset + 26 : info.header_offset + 28], "little")
        extra = int.from_bytes(content[info.header_offset + 28 : info.header_offset + 30], "little")
        at = max(at, info.header_offset + _HEADER + name + extra + info.compress_size)
    yield from _beside(content[at : archive.start_dir], reading)
    end = content.rfind(b"PK\x05\x06")
    yield from _beside(content[end + 22 + len(archive.comment) :], reading)


def _beside(content: bytes, reading: Reading) -> Texts:
    """A description of a member's size, of 24 bytes at most, says nothing."""
    if len(content) > 24 or not content.startswith(b"PK\x07\x08"):
        if content.strip(b"\0") and len(content) > 16:
            yield from reading.inside(content, is_part=True)
        else:
            yield from _remark(content)


def _remark(content: bytes) -> Texts:
    yield from (PublishedText("", text) for text in runs_in_any_encoding(content[:100_000]) if content)


def of_tar(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    yield from (PublishedText("", text) for text in runs(content))
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for number, info in enumerate(archive):
                if number >= reading.room.parts:
                    raise UnsearchableError(TOO_MANY)
                yield PublishedText("", " | ".join(_names(info)))
                if not info.isreg():
                    continue
                if info.size > reading.room.unpacked:
                    raise UnsearchableError(TOO_LARGE)
                file = archive.extractfile(info)
                for one in reading.inside(file.read() if file else b""):
                    yield one._replace(part=f"{info.name} {one.part}".strip())
            rest = content[archive.offset :].strip(b"\0")
    except UnsearchableError:
        raise
    except _DAMAGED as problem:
        raise UnsearchableError(DAMAGED) from problem
    if rest:
        yield from reading.inside(rest, is_part=True)


def _names(info: tarfile.TarInfo) -> Iterator[str]:
    yield from (info.name, info.linkname, info.uname, info.gname)
    for key, value in info.pax_headers.items():
        yield from (key, str(value))
