"""All text of a published file, whatever its kind: what stands in it, beside it, and packed inside it."""

from __future__ import annotations

import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from ..files.workbook_guard import OLE_SIGNATURE

_MAX_UNPACKED = 200_000_000
"""Bytes that one file may unpack to."""
_MAX_DEPTH = 4
"""How deep a file may be packed in another one: a CSV in a ZIP attached to a PDF is 2."""

_TAG = re.compile(r"<[^<>]*>")
_WORDS_IN_TAG = re.compile(
    r"""\b(?:alt|title|content|aria-label|placeholder|label|name|summary|value|href|src|desc)\s*=\s*"""
    r"""(?:"([^"]*)"|'([^']*)')|(?<=<!--)(.*)(?=-->)""",
    re.IGNORECASE,
)
"""Attributes with words, and comments."""
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
_HAS_NAME = 8
"""Flag of a gzip file that says the name of what is packed."""


class UnsearchableError(ValueError):
    """The file, or a part of it, is damaged, protected or too large to be searched."""


class PublishedText(NamedTuple):
    """A text of a published file."""

    part: str
    """Empty for the file as a whole, ``xl/workbook.xml`` for a part of a workbook."""
    text: str
    is_code: bool = False
    """Markup and scripts, which are made of words too."""


def texts_of(content: bytes, *, is_code: bool = False, depth: int = 0) -> Iterator[PublishedText]:
    """The texts of a file: words apart from markup, encodings undone, what is packed inside it unpacked.

    ``is_code``: it is a script or a style sheet. Raises UnsearchableError.
    """
    if depth > _MAX_DEPTH:
        raise UnsearchableError
    if content.startswith(b"PK\x03\x04"):
        yield from _of_zip(content, depth)
    elif content.startswith(b"\x1f\x8b"):
        yield from _of_gzip(content, depth)
    elif b"%PDF-" in content[:1024]:
        yield from _of_pdf(content, depth)
    elif content.startswith(b"\x89PNG"):
        yield from _of_png(content)
    elif content.startswith(OLE_SIGNATURE):
        yield PublishedText("", f"{content.decode('latin-1')} {content.decode('utf-16-le', 'ignore')}")
    else:
        yield from _of_text(_decoded(content), is_code)


def is_packed(content: bytes) -> bool:
    """Whether the text of the file cannot be seen in its bytes."""
    return content[:2] in (b"PK", b"\x1f\x8b") or b"%PDF-" in content[:1024] or content[:4] == b"\x89PNG"


def _of_text(text: str, is_code: bool) -> Iterator[PublishedText]:
    """The words outside tags and in the attributes that people read, then the tags.

    A tag becomes a blank, so that a name with a word in bold is one name.
    """
    if is_code or "<" not in text or ">" not in text:
        yield PublishedText("", plain(text), is_code)
        return
    tags = " ".join(_TAG.findall(text))
    yield PublishedText("", plain(_TAG.sub(" ", text)))
    yield PublishedText("", plain(" | ".join(map("".join, _WORDS_IN_TAG.findall(tags)))))
    yield PublishedText("", plain(tags), is_code=True)


def plain(text: str) -> str:
    """The text with the escapes of JSON, HTML (also twice) and web addresses undone."""
    if "\\" in text:
        text = _JSON_ESCAPE.sub(_unescaped, text)
    for _ in range(2):
        text = html.unescape(text) if "&" in text else text
    return unquote(text, errors="replace") if "%" in text else text


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        return " " if found[2] in "nrtbf" else found[2]
    code = int(found[1], 16)
    return " " if 0xD800 <= code < 0xE000 else chr(code)


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return content[2:].decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _of_zip(content: bytes, depth: int) -> Iterator[PublishedText]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MAX_UNPACKED:
                raise UnsearchableError
            yield PublishedText("", _decoded(archive.comment))
            for info in archive.infolist():
                yield PublishedText("", f"{info.filename} {_decoded(info.comment)}")
                for one in texts_of(archive.read(info), depth=depth + 1):
                    yield one._replace(part=f"{info.filename} {one.part}".strip())
    except _DAMAGED as problem:
        raise UnsearchableError from problem


def _of_gzip(content: bytes, depth: int) -> Iterator[PublishedText]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            unpacked = file.read(_MAX_UNPACKED + 1)
    except _DAMAGED as problem:
        raise UnsearchableError from problem
    if len(unpacked) > _MAX_UNPACKED:
        raise UnsearchableError
    if content[3] & _HAS_NAME:
        yield PublishedText("", content[10 : 10 + 256].partition(b"\0")[0].decode("latin-1"))
    yield from texts_of(unpacked, depth=depth + 1)


def _of_png(content: bytes) -> Iterator[PublishedText]:
    """The picture's text chunks, packed ones too; its bytes as they are, for what other programs put in."""
    yield PublishedText("", content.decode("latin-1"))
    at = 8
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if kind in (b"zTXt", b"iTXt"):
            packed = content[at + 8 : at + 8 + length]
            yield PublishedText("", _unpacked(packed))
        at += 12 + length


def _unpacked(chunk: bytes) -> str:
    """The text of a chunk whose packed part begins somewhere behind its keyword."""
    for start in (at for at in range(len(chunk)) if chunk[at] == 0x78):
        try:
            return zlib.decompress(chunk[start:]).decode("utf-8", "replace")
        except zlib.error:
            continue
    return chunk.decode("utf-8", "replace")


def _of_pdf(content: bytes, depth: int) -> Iterator[PublishedText]:
    """The words of the pages; every string of the file: metadata, bookmarks, notes; every attachment."""
    import pikepdf  # both take a while to import, and a site may have no PDF
    import pypdfium2

    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            inside = (string for each in document.objects for string in _strings(each))
            yield PublishedText("", " | ".join([*inside, *_strings(document.trailer, is_top=True)]))
            for stream in document.objects:
                if isinstance(stream, pikepdf.Stream) and _may_hold_text(stream):
                    yield from texts_of(stream.read_bytes(), depth=depth + 1)
        with pypdfium2.PdfDocument(content) as pages:
            for page in pages:
                yield PublishedText("", plain(page.get_textpage().get_text_bounded()))
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError) as problem:
        raise UnsearchableError from problem


def _may_hold_text(stream: object) -> bool:
    """Metadata and attachments; pictures, fonts and the drawing of pages are no text in their bytes."""
    kind = [str(stream.get(key, "")) for key in ("/Type", "/Subtype")]  # type: ignore[attr-defined]
    return kind[0] in ("/Metadata", "/EmbeddedFile") or kind[1] == "/XML"


def _strings(item: object, *, is_top: bool = False) -> Iterator[str]:
    """The strings of an object; what it only refers to comes up by itself."""
    import pikepdf

    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for one in item:
            yield from _strings(one) if not getattr(one, "is_indirect", False) else ()
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for one in item.values():
            yield from _strings(one) if is_top or not getattr(one, "is_indirect", False) else ()
