"""Where a phrase may stand in a PDF, seen or unseen."""

# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
import pypdf
import typst
from pikepdf import Dictionary, Name

from .table import Spelling
from .text_routes import Make

_FIRST_ASIAN = "\u0e00"


@cache
def _set(text: str) -> bytes:
    """A page with the text, in letters by two-byte numbers."""
    if any(sign >= _FIRST_ASIAN for sign in text):
        raise ValueError("the fonts at hand lack these letters")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return bytes(typst.compile(f'#set text(lang: "en")\n#text("{escaped}")'.encode()))  # type: ignore[arg-type]


def _empty() -> bytes:
    return _set("An invented page")


def _changed(change: Callable[[pikepdf.Pdf, str], object]) -> Make:
    """A PDF to which something was done, with the phrase."""

    def make(one: Spelling) -> bytes:
        content = io.BytesIO()
        with pikepdf.open(io.BytesIO(_empty())) as document:
            change(document, one.phrase)
            document.save(content, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return content.getvalue()

    return make


def _drawn(operators: str) -> Callable[[pikepdf.Pdf, str], None]:
    """The phrase drawn on the page in one of the fonts that every reader has."""

    def draw(document: pikepdf.Pdf, phrase: str) -> None:
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        page = document.pages[0]
        page.obj.Resources.Font["/Own"] = document.make_indirect(font)
        page.contents_add(f"BT /Own 12 Tf {operators} ".encode() + _shown(phrase) + b" ET")

    return draw


def _shown(phrase: str) -> bytes:
    """Letters set closer and wider inside of words."""
    raw = [
        piece.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
        for piece in (phrase[at : at + 5] for at in range(0, len(phrase), 5))
    ]
    return b"[" + b" -12 ".join(b"(" + piece + b")" for piece in raw) + b"] TJ"


def _attached(document: pikepdf.Pdf, phrase: str) -> None:
    document.attachments["notes.txt"] = f"Invented. {phrase}\n".encode()


def _attached_archive(document: pikepdf.Pdf, phrase: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", f"Gold,{phrase}\n")
    document.attachments["a.bin"] = content.getvalue()


def _property(document: pikepdf.Pdf, phrase: str) -> None:
    document.docinfo["/Subject"] = phrase


def _metadata(document: pikepdf.Pdf, phrase: str) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:description"] = phrase


def _note(document: pikepdf.Pdf, phrase: str) -> None:
    one = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=phrase)
    document.pages[0].obj.Annots = [document.make_indirect(one)]


def _field(document: pikepdf.Pdf, phrase: str) -> None:
    one = Dictionary(T="a", V=phrase, FT=Name.Tx)
    document.Root.AcroForm = Dictionary(Fields=[document.make_indirect(one)])


def _bookmark(document: pikepdf.Pdf, phrase: str) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(phrase, 0))


def _script(document: pikepdf.Pdf, phrase: str) -> None:
    text = phrase.replace("\\", "\\\\").replace("'", "\\'")
    stream = document.make_stream(f"app.alert('{text}')".encode())
    document.Root.OpenAction = document.make_indirect(Dictionary(S=Name.JavaScript, JS=stream))


def _read_aloud(document: pikepdf.Pdf, phrase: str) -> None:
    """Text that stands for a picture, in a tag."""
    one = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=phrase))
    document.Root["/Own"] = Dictionary(K=one)


def _layer(document: pikepdf.Pdf, phrase: str) -> None:
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name="Hidden"))
    document.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary(OFF=[group]))
    document.pages[0].obj.Resources.Properties = Dictionary(Own=group)
    document.pages[0].contents_add(b"/OC /Own BDC")
    _drawn("50 50 Td")(document, phrase)
    document.pages[0].contents_add(b"EMC")


def _as_form(document: pikepdf.Pdf, phrase: str) -> pikepdf.Stream:
    """What draws a page with the phrase, as a drawing of its own, in letters by two-byte numbers."""
    with pikepdf.open(io.BytesIO(_set(phrase))) as other:
        return document.copy_foreign(other.make_indirect(other.pages[0].as_form_xobject()))


def _appearance(document: pikepdf.Pdf, phrase: str) -> None:
    one = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 90, 90], AP=Dictionary(N=_as_form(document, phrase))
    )
    document.pages[0].obj.Annots = [document.make_indirect(one)]


def _unused(document: pikepdf.Pdf, phrase: str) -> None:
    document.pages[0].obj.Resources.XObject = Dictionary(Own=_as_form(document, phrase))


def _lost_page(document: pikepdf.Pdf, phrase: str) -> None:
    """A page that was taken out of the order of pages and is kept for something else."""
    with pikepdf.open(io.BytesIO(_set(phrase))) as other:
        page = other.pages[0].obj
        del page["/Parent"]
        document.Root["/Own"] = document.copy_foreign(page)


def _earlier(one: Spelling) -> bytes:
    writer, content = pypdf.PdfWriter(io.BytesIO(_set(one.phrase)), incremental=True), io.BytesIO()
    empty = writer._add_object(pypdf.generic.StreamObject())
    writer.pages[0][pypdf.generic.NameObject("/Contents")] = empty
    writer.write(content)
    return content.getvalue()


def _left_over(one: Spelling) -> bytes:
    content, lost = _empty(), zlib.compress(f"<a>{one.phrase}</a>".encode())
    at = content.rfind(b"startxref")
    return content[:at] + b"99 0 obj\n<< >>\nstream\n" + lost + b"\nendstream\nendobj\n" + content[at:]


ROUTES: dict[str, tuple[str, Make]] = {
    "PDF: text": ("pdf", lambda one: _set(one.phrase)),
    "PDF: text by kerning": ("pdf", _changed(_drawn("50 500 Td"))),
    "PDF: outside of the page": ("pdf", _changed(_drawn("-900 -900 Td"))),
    "PDF: invisible": ("pdf", _changed(_drawn("3 Tr 50 500 Td"))),
    "PDF: hidden layer": ("pdf", _changed(_layer)),
    "PDF: attachment": ("pdf", _changed(_attached)),
    "PDF: archive attached": ("pdf", _changed(_attached_archive)),
    "PDF: property": ("pdf", _changed(_property)),
    "PDF: metadata": ("pdf", _changed(_metadata)),
    "PDF: note": ("pdf", _changed(_note)),
    "PDF: field": ("pdf", _changed(_field)),
    "PDF: bookmark": ("pdf", _changed(_bookmark)),
    "PDF: script": ("pdf", _changed(_script)),
    "PDF: text for a picture": ("pdf", _changed(_read_aloud)),
    "PDF: stamp": ("pdf", _changed(_appearance)),
    "PDF: drawing that no page uses": ("pdf", _changed(_unused)),
    "PDF: page that was taken out": ("pdf", _changed(_lost_page)),
    "PDF: earlier revision": ("pdf", _earlier),
    "PDF: object that nothing leads to": ("pdf", _left_over),
    "PDF: behind the end": ("pdf", lambda one: _empty() + f"\n{one.phrase}\n".encode()),
    "PDF: remark between objects": (
        "pdf", lambda one: _empty().replace(b"%PDF-1.7\n", f"%PDF-1.7\n% {' '.join(one.phrase.split())}\n".encode(), 1)
    ),
}  # fmt: skip
"""Route to the ending of the file and what makes it."""
