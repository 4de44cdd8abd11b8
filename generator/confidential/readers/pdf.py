"""PDF: the words of its pages, wherever they stand, every string and stream of every state that was saved.

Its bytes are read first, in ``pdf_bytes``: they bound what the libraries are asked to unpack, and hold what
no table of the file leads to any more.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from .escapes import plain
from .markup import words
from .pdf_bytes import is_binary, of_bytes, of_stream
from .pdf_unseen import unseen_pages
from .reading import DAMAGED, HAS_PASSWORD, TOO_MANY, PublishedText, Reading, Texts, UnsearchableError
from .runs import runs_in_any_encoding
from .streams import decoded_stream

_END = b"%%EOF"
_MARKS = (b"\xfe\xff", b"\xef\xbb\xbf")
"""How a string begins that states its encoding."""
_MOST_OBJECTS = 300_000
_MOST_PAGES = 3_000
_MOST_STATES = 30
"""How often a file may have been saved with its earlier states kept."""


def of_pdf(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    begin = content.find(b"%PDF-")
    if content[:begin].strip():
        yield from reading.inside(content[:begin], is_part=True)
    last = content.rfind(_END)
    if last >= 0 and content[last + len(_END) :].strip(b"\0 \t\r\n"):
        yield from reading.inside(content[last + len(_END) :], is_part=True)
    seen: set[bytes] = set()
    yield from of_bytes(content, reading, seen)
    states = _earlier(content, begin)
    for state in states:
        try:
            yield from _of_state(state, reading, seen)
        except UnsearchableError as problem:
            if str(problem) not in (DAMAGED, HAS_PASSWORD):
                raise
            continue  # the first section of a file for the web is no file; its bytes have been read
    yield from _of_state(content[begin:], reading, seen)


def _earlier(content: bytes, begin: int) -> list[bytes]:
    """The file as it was before each time that something was added behind its end."""
    ends, at = [], content.find(_END, begin)
    while at >= 0:
        ends.append(at + len(_END))
        at = content.find(_END, at + len(_END))
    if len(ends) > _MOST_STATES:
        raise UnsearchableError(TOO_MANY)
    return [content[begin:end] for end in ends[:-1]]


def _of_state(content: bytes, reading: Reading, seen: set[bytes]) -> Texts:
    import pikepdf  # both take a while to import, and a site may have no PDF
    import pypdfium2

    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            yield from _of_objects(document, reading, seen)
            unseen = unseen_pages(document, _MOST_PAGES)
        with pypdfium2.PdfDocument(content) as pages:
            if len(pages) > _MOST_PAGES:
                raise UnsearchableError(TOO_MANY)
            yield from _of_pages(pages)
        if unseen:
            with pypdfium2.PdfDocument(unseen) as pages:
                yield from _of_pages(pages)
    except pikepdf.PasswordError as problem:
        raise UnsearchableError(HAS_PASSWORD) from problem
    except (pikepdf.PdfError, RuntimeError) as problem:
        raise UnsearchableError(DAMAGED) from problem


def _of_pages(pages: Any) -> Texts:
    for page in pages:
        yield from words(page.get_textpage().get_text_range())


def _of_objects(document: Any, reading: Reading, seen: set[bytes]) -> Texts:
    import pikepdf

    if len(document.objects) > _MOST_OBJECTS:
        raise UnsearchableError(TOO_MANY)
    strings: dict[str, None] = {}
    names: dict[str, None] = {}
    attached: set[tuple[int, int]] = set()
    for one in (document.trailer, *document.objects):
        is_top = one is document.trailer
        for string in _leaves(one, is_top=is_top):
            kept = names if isinstance(string, str) else strings
            kept.update(dict.fromkeys(_texts_of(string)))
        attached.update(_attached(one))
    yield PublishedText("", " | ".join(strings))
    yield PublishedText("", plain(" | ".join(names).replace("/", " ").replace("#", "%")), is_code=True)
    for one in document.objects:
        if isinstance(one, pikepdf.Stream) and not _is_pixels(one) and not _is_outlines(one):
            is_attached = one.objgen in attached or one.get("/Type") == "/EmbeddedFile"
            content = decoded_stream(one, reading.room)
            yield from of_stream(content, reading, seen, is_attached=is_attached)


def _is_pixels(stream: Any) -> bool:
    """A picture whose bytes are colours; one in JPEG is a file with texts of its own."""
    return stream.get("/Subtype") == "/Image" and "DCTDecode" not in str(stream.get("/Filter", ""))


def _is_outlines(stream: Any) -> bool:
    """A font program, which says no more than the name of its font."""
    return "/Length1" in stream or str(stream.get("/Subtype", "")) in (
        "/Type1C",
        "/CIDFontType0C",
        "/OpenType",
    )


def _attached(item: Any) -> Iterator[tuple[int, int]]:
    """The streams that a file specification leads to, whether they say that they are files or not."""
    import pikepdf

    files = item.get("/EF") if isinstance(item, pikepdf.Dictionary) else None
    if isinstance(files, pikepdf.Dictionary):
        yield from (one.objgen for one in files.values() if isinstance(one, pikepdf.Stream))


def _texts_of(leaf: Any) -> Iterator[str]:
    """A string as PDF reads it, and, where it states no encoding, as people wrote it all the same."""
    if isinstance(leaf, str):
        yield leaf
        return
    raw = bytes(leaf)
    if raw.startswith(_MARKS):
        yield str(leaf)
    elif not is_binary(raw):
        yield str(leaf)
        yield from () if raw.isascii() else runs_in_any_encoding(raw)
    else:
        yield from runs_in_any_encoding(raw)


def _leaves(item: Any, *, is_top: bool = False) -> Iterator[Any]:
    """The strings and names of an object, keys too; what it only refers to comes up by itself."""
    import pikepdf

    if isinstance(item, pikepdf.String):
        yield item
    elif isinstance(item, pikepdf.Name):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for one in item:
            yield from _leaves(one) if not getattr(one, "is_indirect", False) else ()
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, one in item.items():
            yield key
            yield from _leaves(one) if is_top or not getattr(one, "is_indirect", False) else ()
