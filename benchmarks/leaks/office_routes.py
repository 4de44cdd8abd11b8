"""Where a phrase may stand in a workbook, a document or slides."""

# ruff: noqa: E501

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter
import xlwt

from .table import Spelling
from .text_routes import Make

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def _book(change: Callable[[Any, Any, str], object]) -> Make:
    """A workbook to which something was done: the book, its sheet, the phrase."""

    def make(one: Spelling) -> bytes:
        content = io.BytesIO()
        book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_urls": False})
        sheet = book.add_worksheet("Invented")
        sheet.write("A1", "Invented")
        change(book, sheet, one.phrase)
        book.close()
        return content.getvalue()

    return make


def _hidden_sheet(book: Any, _sheet: Any, phrase: str) -> None:
    hidden = book.add_worksheet("Old")
    hidden.write("C3", phrase)
    hidden.very_hidden()


def _hidden_column(_book: Any, sheet: Any, phrase: str) -> None:
    sheet.write("H9", phrase)
    sheet.set_column("H:H", None, None, {"hidden": True})


def _rich(book: Any, sheet: Any, phrase: str) -> None:
    """Bold letters inside of words."""
    if len(phrase) < 6:
        raise ValueError("too short")
    bold = book.add_format({"bold": True})
    at = len(phrase) // 2
    sheet.write_rich_string("B2", phrase[: at - 2], bold, phrase[at - 2 : at + 2], phrase[at + 2 :])


def _chart(book: Any, sheet: Any, phrase: str) -> None:
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Invented!$A$1:$A$2"})
    chart.set_title({"name": phrase})
    sheet.insert_chart("D2", chart)


def _formula(_book: Any, sheet: Any, phrase: str) -> None:
    text = phrase.replace('"', '""').replace("\n", " ")
    sheet.write_formula("B2", f'=IF(A1="Invented","{text}","")', None, "")


def _validation(_book: Any, sheet: Any, phrase: str) -> None:
    sheet.data_validation("B2", {"validate": "any", "input_title": "Invented", "input_message": phrase[:255]})


def _head(_book: Any, sheet: Any, phrase: str) -> None:
    sheet.set_header('&L&"Arial,Bold"&10' + phrase.replace("&", "&&")[:200] + "&RPage &P")


def _foot(_book: Any, sheet: Any, phrase: str) -> None:
    sheet.set_footer("&C&8" + phrase.replace("&", "&&")[:200])


def _zip(parts: Mapping[str, str], first: str = "") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        else:
            archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def _document(inside: Callable[[Spelling], str], part: str = "word/document.xml") -> Make:
    def make(one: Spelling) -> bytes:
        body = f"<w:document {_W}><w:body>{inside(one)}</w:body></w:document>"
        empty = f"<w:document {_W}><w:body/></w:document>"
        return _zip({"word/document.xml": empty, part: body})

    return make


def _text(one: Spelling) -> str:
    return html.escape(one.phrase, quote=False)


def _paragraph(one: Spelling) -> str:
    return f"<w:p><w:r><w:t>{_text(one)}</w:t></w:r></w:p>"


def _in_runs(one: Spelling) -> str:
    """Runs that end inside of words, as a spell check leaves them."""
    pieces = [one.phrase[at : at + 4] for at in range(0, len(one.phrase), 4)]
    runs = (
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t></w:r>'
        for piece in pieces
    )
    return f"<w:p>{''.join(runs)}</w:p>"


def _deleted(one: Spelling) -> str:
    return f'<w:p><w:del w:author="Invented"><w:r><w:delText>{_text(one)}</w:delText></w:r></w:del></w:p>'


def _properties(one: Spelling) -> bytes:
    core = f'<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:description>{_text(one)}</dc:description></cp:coreProperties>'
    return _zip({"word/document.xml": f"<w:document {_W}/>", "docProps/core.xml": core})


def _slide(part: str) -> Make:
    def make(one: Spelling) -> bytes:
        text = f"<p:sld xmlns:p='c' {_A}><a:p><a:r><a:t>{_text(one)}</a:t></a:r></a:p></p:sld>"
        return _zip({"ppt/presentation.xml": "<p:presentation xmlns:p='c'/>", part: text})

    return make


def _open_document(kind: str, inside: Callable[[str], str]) -> Make:
    def make(one: Spelling) -> bytes:
        content = f"<office:document-content xmlns:office='a' xmlns:text='b' xmlns:table='c'>{inside(_text(one))}</office:document-content>"
        return _zip({"content.xml": content}, f"application/vnd.oasis.opendocument.{kind}")

    return make


def _rtf(one: Spelling) -> bytes:
    signs = (
        sign if sign.isascii() and sign not in "\\{}" else f"\\u{_signed(ord(sign))}?" for sign in one.phrase
    )
    return rb"{\rtf1\ansi Invented. " + "".join(signs).encode("ascii") + rb"\par}"


def _signed(code: int) -> int:
    if code > 0xFFFF:
        raise ValueError("two halves")
    return code - 0x10000 if code > 0x7FFF else code


def _old_book(one: Spelling) -> bytes:
    book, content = xlwt.Workbook(), io.BytesIO()
    book.add_sheet("Invented").write(1, 1, one.phrase)
    book.save(content)
    return content.getvalue()


ROUTES: dict[str, tuple[str, Make]] = {
    "workbook: cell": ("xlsx", _book(lambda _book, sheet, phrase: sheet.write("B7", phrase))),
    "workbook: cell with bold letters": ("xlsx", _book(_rich)),
    "workbook: hidden sheet": ("xlsx", _book(_hidden_sheet)),
    "workbook: hidden column": ("xlsx", _book(_hidden_column)),
    "workbook: note": ("xlsx", _book(lambda _book, sheet, phrase: sheet.write_comment("B2", phrase))),
    "workbook: formula": ("xlsx", _book(_formula)),
    "workbook: message of a validation": ("xlsx", _book(_validation)),
    "workbook: text box": ("xlsx", _book(lambda _book, sheet, phrase: sheet.insert_textbox("B2", phrase))),
    "workbook: title of a chart": ("xlsx", _book(_chart)),
    "workbook: head": ("xlsx", _book(_head)),
    "workbook: foot": ("xlsx", _book(_foot)),
    "workbook: properties": ("xlsx", _book(lambda book, _, phrase: book.set_properties({"comments": phrase}))),
    "workbook: property of one's own": (
        "xlsx", _book(lambda book, _, phrase: book.set_custom_property("Source", phrase[:255]))
    ),
    "workbook: old format": ("xls", _old_book),
    "document: text": ("docx", _document(_paragraph)),
    "document: runs inside words": ("docx", _document(_in_runs)),
    "document: deleted and tracked": ("docx", _document(_deleted)),
    "document: comment": ("docx", _document(_paragraph, "word/comments.xml")),
    "document: foot": ("docx", _document(_paragraph, "word/footer1.xml")),
    "document: properties": ("docx", _properties),
    "slides: text": ("pptx", _slide("ppt/slides/slide1.xml")),
    "slides: notes": ("pptx", _slide("ppt/notesSlides/notesSlide1.xml")),
    "open document: text": ("odt", _open_document("text", lambda text: f"<text:p>{text}</text:p>")),
    "open document: cell": (
        "ods", _open_document("spreadsheet", lambda text: f"<table:table-cell><text:p>{text}</text:p></table:table-cell>")
    ),
    "RTF": ("rtf", _rtf),
}  # fmt: skip
"""Route to the ending of the file and what makes it."""
