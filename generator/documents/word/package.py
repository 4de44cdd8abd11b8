"""The file around the body: python-docx gives the package and its parts. The same bytes each time."""

# Markup is read as it stands, in lines as long as its elements.
# ruff: noqa: E501

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

from .markup import escaped, paragraph, run
from .styles import numbering, styles

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_LONGEST, _SHORTEST, _MARGIN = 15840, 12240, 1440
"""Sides of the paper, US Letter, in twips."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_EMU_PER_PIXEL = 9525


class Package:
    """A new Word file, to which the body is given at the end."""

    def __init__(self) -> None:
        import docx  # takes a while, and only Word files need it

        self._document: Any = docx.Document()
        self._links: dict[str, str] = {}
        self._drawings = 0
        self._heads = ""

    @property
    def _part(self) -> Any:
        return self._document.part

    def link(self, address: str) -> str:
        """The id of the relation that leads to the address."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if address not in self._links:
            self._links[address] = self._part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return self._links[address]

    def picture(self, content: bytes, words: str, width: int, height: int) -> str:
        """The run of a picture; its sides in pixels of a page."""
        self._drawings += 1
        name, _ = self._part.get_or_add_image(io.BytesIO(content))
        wide, high, number = width * _EMU_PER_PIXEL, height * _EMU_PER_PIXEL, self._drawings
        said = escaped(words)
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" name="Picture {number}" descr="{said}"/><a:graphic><a:graphicData'
            ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Picture {number}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def heads(self, stamp: str, head: str) -> None:
        """What stands on top and at the foot of each page. ``stamp`` empty: there is none."""
        section = self._document.sections[0]
        top = paragraph(run(stamp), "FormsdStamp") if stamp else ""
        _fill(section.header._element, f"{top}{paragraph(run(head), 'FormsdHead')}")
        number = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
        _fill(section.footer._element, paragraph(number, "FormsdHead", '<w:jc w:val="center"/>'))
        references = section._sectPr.xpath("./w:headerReference | ./w:footerReference")
        kinds = [(one.tag.rpartition("}")[2], one.rId) for one in references]
        self._heads = "".join(f'<w:{kind} w:type="default" r:id="{name}"/>' for kind, name in kinds)

    def section(self, is_wide: bool) -> str:
        """The properties of a section."""
        wide, high = (_LONGEST, _SHORTEST) if is_wide else (_SHORTEST, _LONGEST)
        orient = ' w:orient="landscape"' if is_wide else ""
        return (
            f'<w:sectPr>{self._heads}<w:pgSz w:w="{wide}" w:h="{high}"{orient}/><w:pgMar w:top="{_MARGIN}"'
            f' w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="720" w:footer="720"'
            ' w:gutter="0"/></w:sectPr>'
        )

    def finished(self, body: str, notes: str, lists: list[tuple[str | None, int]]) -> None:
        """Puts in the body, the footnotes and what numbers the lists."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        _fill(self._document.element.body, body + self.section(False))
        _fill(self._part.numbering_part.element, numbering(lists))
        element = self._document.styles.element
        known = {one.get(f"{{{_W}}}styleId"): one for one in element.findall(f"{{{_W}}}style")}
        for name, text in styles():
            if name in known:
                element.replace(known[name], _parsed(text))
            else:
                element.append(_parsed(text))
        content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {_NAMES}>{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, content.encode(), self._part.package)
        for one in list(self._part.rels.values()):
            if one.is_external and f'r:id="{one.rId}"' in notes:
                part.rels.add_relationship(one.reltype, one.target_ref, one.rId, is_external=True)
        self._part.relate_to(part, _NOTES)
        settings = self._document.settings.element
        behind = settings.find(f"{{{_W}}}defaultTabStop")  # Word asks for an order
        behind.addprevious(_parsed(f'<w:trackRevisions xmlns:w="{_W}"/>'))

    def saved(self, title: str, author: str, keywords: str, day: dt.date) -> bytes:
        """The file, with these properties."""
        about = self._document.core_properties
        about.title, about.author, about.keywords, about.comments = title, author, keywords, ""
        about.last_modified_by, about.language, about.revision = author, "en-US", 1
        about.created = about.modified = dt.datetime(day.year, day.month, day.day)
        package = self._part.package
        for name, relation in list(package.rels.items()):
            if relation.reltype == _THUMBNAIL:
                package.rels.pop(name)
        stream = io.BytesIO()
        self._document.save(stream)
        return _without_times(stream.getvalue())


def _without_times(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.infolist():
            entry = zipfile.ZipInfo(one.filename, _NO_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, old.read(one))
    return made.getvalue()


def _field(name: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>{end}'


def _fill(element: Any, content: str) -> None:
    """The content in place of all that the element has."""
    for child in list(element):
        element.remove(child)
    for child in list(_parsed(f"<w:body {_NAMES}>{content}</w:body>")):
        element.append(child)


def _parsed(text: str) -> Any:
    from docx.oxml import parse_xml

    parse: Callable[[str], Any] = parse_xml
    return parse(text)
