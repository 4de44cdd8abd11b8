"""Answers that are formulas without a stored value: people see them in Excel, and nobody else does.

Asked only of files that a program saved which does not calculate. The reader of workbooks shows values alone,
and openpyxl takes ten seconds for a template, so the two sheets are searched as they stand in the file.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree

from ...findings import Finding
from ...findings.catalogue import CMRT_FORMULA
from ...model import CellRef
from ..declarations import Declaration, Stated
from ..templates import DECLARATION_SHEET, SMELTER_SHEET, TemplateKind
from .layouts import HEADING_ROW
from .open_document import formulas_in

_FORMULA = re.compile(rb'<c r="([A-Z]{1,2}\d+)"[^>]*><f[ >/]')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TYPED_COLUMNS = "AD"
"""Of the smelter list: the template itself has no formulas there."""


def formulas_without_value(
    path: Path, declaration: Declaration, called: Mapping[str, str]
) -> Iterator[Finding]:
    """The cells for answers, and for identifiers and names of smelters, that hold a formula.

    ``called`` has the names of sheets in this file, where they are not the template's.
    """
    template = declaration.template
    is_old = template.kind is TemplateKind.CMRT and template.number[0] < 3
    if declaration.has_stored_values or is_old or not zipfile.is_zipfile(path):
        return
    answers = {stated.where.cell for stated in _stated(declaration) if not stated}
    with zipfile.ZipFile(path) as archive:
        for cell in _cells_of(archive, called.get(DECLARATION_SHEET, DECLARATION_SHEET)):
            if cell in answers:
                yield _finding(CellRef(declaration.file, DECLARATION_SHEET, cell))
        for cell in _cells_of(archive, called.get(SMELTER_SHEET, SMELTER_SHEET)):
            if cell[0] in _TYPED_COLUMNS and cell[1:].isdigit() and int(cell[1:]) > HEADING_ROW:
                yield _finding(CellRef(declaration.file, SMELTER_SHEET, cell))


def _stated(declaration: Declaration) -> Iterator[Stated]:
    company = declaration.company
    yield from (company.name, company.contact_name, company.contact_email, company.contact_phone)
    yield from (company.authorizer, declaration.scope_stated, declaration.effective_date_stated)
    yield from (answer.answer for answer in declaration.answers)
    yield from (answer.answer for answer in declaration.company_answers)


def _cells_of(archive: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    if "content.xml" in archive.namelist():
        return formulas_in(archive, sheet)
    return _formula_cells(archive.read(_parts(archive)[sheet]))


def _formula_cells(sheet: bytes) -> Iterator[str]:
    return (found[1].decode() for found in _FORMULA.finditer(sheet))


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name of a sheet to the part of the archive that holds it."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.attrib["Id"]: normpath(join("xl", one.attrib["Target"])) for one in relations}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    sheets = (one for one in book.iter() if one.tag.endswith("}sheet"))
    return {one.attrib["name"]: targets[one.attrib[_RELATION]].removeprefix("/") for one in sheets}


def _finding(where: CellRef) -> Finding:
    message = "the cell holds a formula without a stored value"
    advice = "Please open the file in Excel, save it, and send it again, or type the answer there."
    return Finding(
        CMRT_FORMULA, message, where, advice, together="cells hold a formula without a stored value"
    )
