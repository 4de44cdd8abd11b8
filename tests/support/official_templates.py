"""RMI's official blank templates, filled in a temporary copy without a spreadsheet program.

They are their publisher's and are no part of the project: they are read where they lie beside it, in
``../shared``, and tests that need them are skipped by name where they do not.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from xml.etree import ElementTree

SHARED = Path(__file__).resolve().parents[3] / "shared"

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STORED = re.compile(rb"(<f(?:/>|\s[^>]*/>|(?:\s[^>]*)?>[^<]*</f>))<v>[^<]*</v>")

Cells = Mapping[str, Mapping[str, str | float]]


def fill_as_excel_does(template: Path, path: Path, cells: Cells) -> Path:
    """The template with other values in some cells; everything else, stored values too, as it was."""
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        parts = parts_by_sheet(source)
        for info in source.infolist():
            content = source.read(info)
            sheet = parts.get(info.filename)
            if sheet in cells:
                content = with_cells(content.decode(), cells[sheet]).encode()
            made.writestr(info.filename, content)
    return path


def parts_by_sheet(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name of the part to name of the sheet."""
    rels = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {rel.attrib["Id"]: f"xl/{rel.attrib['Target']}" for rel in rels}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    return {
        targets[sheet.attrib[_RELATION]]: sheet.attrib["name"]
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet")
    }


def with_cells(xml: str, cells: Mapping[str, str | float]) -> str:
    for address, value in cells.items():
        style = re.search(rf'<c r="{address}"( s="\d+")?', xml)
        assert style, address
        shown = f't="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
        if isinstance(value, int | float):
            shown = f"><v>{value}</v></c>"
        cell = f'<c r="{address}"{style[1] or ""} {shown}'
        xml, times = re.subn(rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)', lambda _, c=cell: c, xml, count=1)
        assert times == 1, address
    return xml


def fill_as_programs_do(template: Path, path: Path, cells: Cells) -> Path:
    """The template as a program saves it that does not calculate: no formula has a stored value."""
    fill_as_excel_does(template, path.with_suffix(".tmp"), cells)
    with zipfile.ZipFile(path.with_suffix(".tmp")) as source, zipfile.ZipFile(path, "w") as made:
        for info in source.infolist():
            content = source.read(info)
            if info.filename.startswith("xl/worksheets/"):
                content = _STORED.sub(rb"\1<v></v>", content)
            made.writestr(info.filename, content)
    return path
