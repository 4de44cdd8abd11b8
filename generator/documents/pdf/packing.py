"""A PDF of Typst made smaller, with what Typst cannot tag yet. The only module that knows pikepdf.

Typst writes the elements of the tag tree as plain objects, one after the other. They are found by their
text, which is far quicker than walking the tree, and changed through pikepdf.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
import pikepdf.settings
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from .short_cells import short_cells
from .table_tags import TableTags

pikepdf.settings.set_flate_compression_level(9)

_CAPTION = re.compile(rb"/Type/StructElem/S/Caption/")
_LIST = re.compile(rb"/Type/StructElem/S/L/P [^>]*/ListNumbering/Decimal")
_LINK = re.compile(rb"/Type/StructElem/S/Link/")
_PROOF = b"<xmpMM:RenditionClass>proof</xmpMM:RenditionClass>"
_FINAL = b"<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
_NUMBERINGS = {"a.": Name.LowerAlpha, "A.": Name.UpperAlpha, "i.": Name.LowerRoman, "I.": Name.UpperRoman}


@dataclass(frozen=True)
class Tags:
    """What the tag tree shall say, in the order of the document."""

    tables: Sequence[TableTags]
    """Each table with a head."""
    numberings: Sequence[str]
    """For each numbered list, its numbering."""
    titles: Sequence[str] = ()
    """For each heading, what its bookmark says."""
    is_final: bool = True
    """Else it is a proof."""


def packed(content: bytes, tags: Tags, *, keeps_links: bool) -> bytes:
    """The same document, packed; the same bytes each time.

    Without links no annotation, destination or bookmark is left.
    """
    with pikepdf.open(io.BytesIO(short_cells(content, tags.tables))) as pdf:
        _caption_tables(pdf, content)
        _number_lists(pdf, content, tags.numberings)
        if keeps_links:
            _open_with_bookmarks(pdf, tags.titles)
        else:
            _remove_links(pdf, content)
        if tags.is_final:
            _is_no_proof(pdf)
        file = io.BytesIO()
        pdf.save(
            file,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            # Packing Typst's streams once more takes seconds for long lists and saves a hundredth.
            recompress_flate=False,
            deterministic_id=True,
        )
    return _with_clear_ends(file.getvalue())


def _with_clear_ends(content: bytes) -> bytes:
    """Streams whose last byte is a carriage return end with one more, not with a line feed.

    Checkers would take the two for one line end, and the stream for a byte too short.
    """
    return content.replace(b"\r\nendstream", b"\r\rendstream")


def _open_with_bookmarks(pdf: Pdf, titles: Sequence[str]) -> None:
    """Bookmarks are shown when the file is opened; those of several lines have the dash of the contents."""
    if "/Outlines" not in pdf.Root:
        return
    pdf.Root.PageMode = Name.UseOutlines
    by_letters = {_letters(title): title for title in titles if " – " in title or "\n" in title}
    for item in _outline_items(pdf.Root.Outlines):
        title = by_letters.get(_letters(str(item.Title)))
        if title is not None:
            item.Title = title


def _outline_items(parent: Object) -> Iterator[Object]:
    item = parent.get("/First")
    while item is not None:
        yield item
        yield from _outline_items(item)
        item = item.get("/Next")


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _is_no_proof(pdf: Pdf) -> None:
    """Typst calls what it makes a proof."""
    metadata = pdf.Root.get("/Metadata")
    if isinstance(metadata, Stream):
        metadata.write(metadata.read_bytes().replace(_PROOF, _FINAL))


def _elements(pdf: Pdf, content: bytes, pattern: re.Pattern[bytes]) -> Iterator[Object]:
    """The elements of the tag tree whose text has the pattern. An object begins with a line ``12 0 obj``."""
    for found in pattern.finditer(content):
        end = content.rindex(b" 0 obj\n", 0, found.start())
        yield pdf.get_object(int(content[content.rindex(b"\n", 0, end) : end]), 0)


def _caption_tables(pdf: Pdf, content: bytes) -> None:
    """A caption that a page's end has parted from its table goes back into it."""
    for caption in _elements(pdf, content, _CAPTION):
        group = caption.P
        if str(group.S) != "/Div":
            continue
        table = next((found for kid in group.K if (found := _lone_table(kid)) is not None), None)
        if table is not None:
            group.K = Array([kid for kid in group.K if kid.objgen != caption.objgen])
            table.K = Array([caption, *table.K])
            caption.P = table


def _lone_table(element: Object) -> Object | None:
    """The element, or the one in its groups, that is a table."""
    while isinstance(element, Dictionary) and element.get("/S") == Name.Div and len(element.K) == 1:
        element = element.K[0]
    return element if isinstance(element, Dictionary) and element.get("/S") == Name.Table else None


def _number_lists(pdf: Pdf, content: bytes, numberings: Sequence[str]) -> None:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    lists = list(_elements(pdf, content, _LIST))
    if len(lists) != len(numberings):
        return
    lists.sort(key=lambda one: _place(one, pages))
    for one, numbering in zip(lists, numberings, strict=True):
        one.A = Array([Dictionary(O=Name.List, ListNumbering=_NUMBERINGS.get(numbering, Name.Decimal))])


def _place(element: Object, pages: dict[tuple[int, int], int]) -> tuple[int, int]:
    """Page and number of the element's first piece of content."""
    while isinstance(first := element.K[0], Dictionary):
        element = first
    return pages[element.Pg.objgen], int(first)


def _remove_links(pdf: Pdf, content: bytes) -> None:
    for link in _elements(pdf, content, _LINK):
        link.S = Name.Span
        link.K = Array([kid for kid in link.K if not _is_annotation(kid)])
    for holder in (pdf.Root, *(page.obj for page in pdf.pages)):
        for key in ("/Annots", "/Tabs", "/Outlines", "/Names", "/Dests", "/PageMode"):
            if key in holder:
                del holder[key]
    _forget_annotations(pdf)


def _is_annotation(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _forget_annotations(pdf: Pdf) -> None:
    """The parent tree keeps the pages' entries, which are lists, and loses those of annotations."""
    pairs = list(_pairs(pdf.Root.StructTreeRoot.ParentTree.Nums))
    kept = [part for number, parent in pairs if isinstance(parent, Array) for part in (number, parent)]
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array(kept)


def _pairs(numbers: Object) -> Iterator[tuple[Object, Object]]:
    entries = list(numbers)
    return zip(entries[::2], entries[1::2], strict=True)
