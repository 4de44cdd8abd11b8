"""Invented CMRT and EMRT workbooks of the official template's size, as many as wanted.

A few are written whole; each further one is such a workbook with another company, so that ten thousand are
made in minutes. Its other parts are copied as they are packed.
"""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path
from typing import IO

from tests.support.cmrt_workbooks import Known, by_id, by_name, cmrt, not_listed
from tests.support.other_workbooks import other

METALS = ("Gold", "Tantalum", "Tin", "Tungsten")
MINERALS = ("Cobalt", "Copper", "Lithium", "Mica", "Nickel")
COMPANY = "Example Company 00000 (invented)"
SMELTERS, NAMES_EACH, ROWS = 300, 2, 300
BASES = 6

# Measured in two official templates: cells, formulas and texts.
_TEMPLATE_ROWS, _PRODUCT_ROWS, _SUBDIVISIONS, _LABELS = 2504, 2006, 6200, 1000
_COLUMNS = [chr(ord("A") + number) for number in range(24)]
_FORMULA = (
    'IF(OR(B{row}="",C{row}=""),"",INDEX(\'Smelter Look-up\'!$A:$K,$V{row},7)&amp;LEFT("",LEN(C{row})))'
)
_SHEET_PARTS = {"xl/worksheets/sheet5.xml": _TEMPLATE_ROWS, "xl/worksheets/sheet7.xml": _PRODUCT_ROWS}
"""Part of ``Smelter List`` and ``Product List`` to its last row."""
_EMRT_PARTS = {"xl/worksheets/sheet4.xml": _TEMPLATE_ROWS, "xl/worksheets/sheet7.xml": _PRODUCT_ROWS}
_ROW = re.compile(r'<row r="(\d+)"[^>]*>(.*?)</row>', re.DOTALL)
_CELL = re.compile(r'<c r="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


def look_up(metals: tuple[str, ...] = METALS) -> list[Known]:
    """600 rows: 300 smelters, each under its name and an alias."""
    made = []
    for number in range(SMELTERS):
        metal = metals[number * len(metals) // SMELTERS]
        name = f"Invented {metal} Smelting and Refining Works No. {number} Co., Ltd."
        cid = f"CID9{number:05d}"
        names = (name, f"Works {number} (invented alias)")
        made += [Known(metal, each, name, "JAPAN", cid) for each in names]
    return made


def make_base(path: Path, number: int, kind: str = "CMRT") -> Path:
    """A workbook with 300 rows: by identifier, by alias, and a few that no list has."""
    known = look_up(METALS if kind == "CMRT" else MINERALS)
    rows = [by_id(one.cid) for one in known[:ROWS:NAMES_EACH]]
    rows += [by_name(one.metal, one.name) for one in known[ROWS + 1 :: NAMES_EACH]][number:-5]
    metal = known[-1].metal if kind == "EMRT" else "Tin"
    rows += [not_listed(metal, f"Invented Yard {number} {at}", "PERU") for at in range(ROWS - len(rows))]
    lines = range(2, _SUBDIVISIONS)
    cells = {
        "SorP": {f"A{row}": f"XX-{row:04d}" for row in lines}
        | {f"B{row}": f"Invented subdivision {row}" for row in lines},
        "L": {
            f"{letter}{row}": f"Invented label {row} in column {letter}, as long as labels are there"
            for row in range(150, _LABELS)
            for letter in "DEFGHIJKLM"
        },
    }
    if kind == "EMRT":
        other(path, "EMRT", "2.1", company=COMPANY, minerals=MINERALS, look_up=known, rows=rows, cells=cells)
        return _at_full_size(path, _EMRT_PARTS)
    cmrt(path, version="6.1", company=COMPANY, look_up=known, rows=rows, cells=cells)
    return _at_full_size(path, _SHEET_PARTS)


def _at_full_size(path: Path, sheets: dict[str, int]) -> Path:
    """The workbook with formulas and formatted blank cells down to the template's last rows."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, last in sheets.items():
        parts[name] = _filled(parts[name].decode(), last, has_formulas=last == _TEMPLATE_ROWS).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _filled(sheet: str, last: int, *, has_formulas: bool) -> str:
    head, _, rest = sheet.partition("<sheetData>")
    data, _, tail = rest.partition("</sheetData>")
    there = {
        int(row[1]): {cell[1]: cell[0] for cell in _CELL.finditer(row[2])} for row in _ROW.finditer(data)
    }
    columns = _COLUMNS if has_formulas else _COLUMNS[:5]
    made = []
    for row in range(1, last + 1):
        cells = there.get(row, {})
        blank = {
            letter: _formula(letter, row) if has_formulas and row > 4 and letter in "BCEFGHIJRSTUVX" else ""
            for letter in columns
        }
        every = [cells.get(letter) or blank[letter] or f'<c r="{letter}{row}" s="1"/>' for letter in columns]
        made.append(f'<row r="{row}">{"".join(every)}</row>')
    return f"{head}<sheetData>{''.join(made)}</sheetData>{tail}"


def _formula(letter: str, row: int) -> str:
    return f'<c r="{letter}{row}" s="1" t="str"><f>{_FORMULA.format(row=row)}</f><v></v></c>'


def make(folder: Path, number: int, kind: str = "CMRT") -> None:
    """``number`` workbooks in the folder, CMRTs or EMRTs."""
    folder.mkdir(parents=True)
    bases = [make_base(folder / f".base-{at}.xlsx", at, kind) for at in range(min(BASES, number))]
    for at in range(number):
        company = f"Example Company {at:05d} (invented)"
        _copy(bases[at % len(bases)], folder / f"answer-{at:05d}.xlsx", company)
    for base in bases:
        base.unlink()


def _copy(base: Path, path: Path, company: str) -> None:
    """The workbook with another company; all parts but its texts are taken over packed."""
    with zipfile.ZipFile(base) as source, base.open("rb") as raw, zipfile.ZipFile(path, "w") as target:
        texts = source.read("xl/sharedStrings.xml").replace(COMPANY.encode(), company.encode())
        assert company.encode() in texts
        target.writestr("xl/sharedStrings.xml", texts, zipfile.ZIP_DEFLATED, 1)
        for part in source.infolist():
            if part.filename != "xl/sharedStrings.xml":
                _take_over(part, raw, target)


def _take_over(part: zipfile.ZipInfo, raw: IO[bytes], target: zipfile.ZipFile) -> None:
    """A part as it is packed; zipfile itself can only unpack and pack again."""
    raw.seek(part.header_offset)
    head = raw.read(30)
    name_length, extra_length = struct.unpack_from("<HH", head, 26)
    packed = head + raw.read(name_length + extra_length + part.compress_size)
    file = target.fp
    assert file is not None
    part.header_offset = file.tell()
    file.write(packed)
    target.filelist.append(part)
    target.NameToInfo[part.filename] = part
    target.start_dir = file.tell()
