"""Suppliers' CMRT workbooks of every layout, made in code: invented companies, smelters, labels.

``cmrt(path)`` writes a workbook that gives no finding. Options change one thing each, and ``cells`` overlays
any cell of any sheet, so that the oddity under test stands in the test. What the template's formulas show is
worked out here from its look-up, as Excel does; ``cached=False`` leaves them without stored values.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import md5
from pathlib import Path
from typing import Any

import msoffcrypto
import olefile
import xlsxwriter
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell
from xlwt.CompoundDoc import XlsDoc

from tests.support.builders import WORKBOOK_OPTIONS, Formula

Value = Any
"""What a cell is made of: a text, number, date, truth value, or ``Formula``."""
Cells = dict[str, Value]
"""Address such as ``D8`` to value."""
Sheets = dict[str, Cells]
SmelterCells = Mapping[str, Value]
"""A row of the sheet ``Smelter List``: letter to value, as the supplier types it."""

BLANK = object()
"""A cell that has a format and no value, as the template has many thousands."""

COMPANY = "Example Components Ltd. (invented)"
METALS = ("Tantalum", "Tin", "Gold", "Tungsten")
LANGUAGES = (
    "English", "中文 Chinese", "日本語 Japanese", "한국어 Korean", "Français", "Português", "Deutsch",
    "Español", "Italiano", "Türkçe",
)  # fmt: skip

STATED = {
    "2.03a": "Version 2.03a\nJuly 25, 2013",
    "3.01": "Revision 3.01\nMay 30, 2014",
    "4.20": "Revision 4.20\nNovember 30, 2016",
    "5.12": "Revision 5.12\nApril 26, 2019",
    "6.01": "Revision 6.01\nMay 19, 2020",
    "6.1": "Revision 6.1\nApril 28, 2021",
    "6.22": "Revision 6.22\nMay 11, 2022",
    "6.31": "Revision 6.31\nMay 26, 2023",
    "6.4": "Revision 6.4\nApril 26, 2024",
    "6.5": "Revision 6.5\nApril 25, 2025",
    "6.6": "Revision 6.6\nApril 24, 2026",
    "6.6.1": "Revision 6.6.1\nMay 4, 2026",
}
"""Version to the text that names it."""


@dataclass(frozen=True)
class Known:
    """A row of the look-up."""

    metal: str
    name: str
    standard_name: str
    country: str
    cid: str
    city: str = "Invented City"
    state: str = "Invented State"


def known(metal: str, name: str, country: str, cid: str, *aliases: str, **more: str) -> list[Known]:
    """A smelter of the look-up under its name and its aliases."""
    return [Known(metal, each, name, country, cid, **more) for each in (name, *aliases)]


LOOK_UP: tuple[Known, ...] = (
    *known("Gold", "Invented Gold Works", "JAPAN", "CID900001", "Gold Works (invented alias)"),
    *known("Gold", "Invented Mint", "SWITZERLAND", "CID900002"),
    *known("Gold", "Invented Two Metals", "BELGIUM", "CID900003"),
    *known("Tantalum", "Invented Tantalum Works", "CHINA", "CID900011"),
    *known("Tin", "Invented Tin Works", "PERU", "CID900021", "Tin Works (invented alias)"),
    *known("Tin", "Invented Two Metals", "BELGIUM", "CID900022"),
    *known("Tin", "Invented Kigali Tin", "RWANDA", "CID900023"),
    *known("Tungsten", "Invented Tungsten Works", "VIET NAM", "CID900031"),
)
"""Invented, in the template's order: gold, tantalum, tin, tungsten."""


def by_id(cid: str, **more: Value) -> SmelterCells:
    """A row by option A of the template: the identifier in column A."""
    return {"A": cid, **more}


def by_name(metal: str, name: str, **more: Value) -> SmelterCells:
    """A row by option B: metal and name chosen from the lists."""
    return {"B": metal, "C": name, **more}


def not_listed(metal: str, name: str = "", country: str = "", **more: Value) -> SmelterCells:
    """A row by option C: a smelter that the template does not know."""
    country_cell = {"E": country} if country else {}
    return {"B": metal, "C": "Smelter not listed", "D": name, **country_cell, **more}


ROWS: tuple[SmelterCells, ...] = (
    by_id("CID900001"),
    by_name("Tantalum", "Invented Tantalum Works"),
    by_name("Tin", "Invented Tin Works"),
    by_name("Tungsten", "Invented Tungsten Works"),
)
"""A smelter for each metal."""

ANSWERS_6: dict[int, Value] = {1: "Yes", 2: "Yes", 3: "No", 4: "No", 5: "No", 6: 1, 7: "Yes", 8: "Yes"}
"""Question to answer for every metal; 100% is stored as the number 1, as Excel stores it."""
ANSWERS_5: dict[int, Value] = {1: "Yes", 2: "Yes", 3: "No", 4: "No", 5: 1, 6: "Yes", 7: "Yes"}
ANSWERS_3 = ANSWERS_5 | {5: "Yes, 100%"}

_SURVEYED = "Yes, in conformance with IPC1755 (e.g., CMRT)"
COMPANY_6: dict[str, Value] = dict.fromkeys("ABCDFG", "Yes") | {"E": _SURVEYED, "H": "Yes, with the SEC"}
COMPANY_5: dict[str, Value] = dict.fromkeys("ABCDEGH", "Yes") | {"F": _SURVEYED, "I": "Yes, with the SEC"}
COMPANY_3: dict[str, Value] = dict.fromkeys("ABCDEFGHIJ", "Yes")

_COMPANY_LABELS = {
    8: "Company Name (*):", 9: "Declaration Scope or Class (*):", 10: "Description of Scope:",
    12: "Company Unique ID:", 13: "Company Unique ID Authority:", 14: "Address:", 15: "Contact Name (*):",
    16: "Email – Contact (*):", 17: "Phone – Contact (*):", 18: "Authorizer (*):", 19: "Title - Authorizer:",
    20: "Email - Authorizer (*):", 21: "Phone - Authorizer:", 22: "Effective Date (*):",
}  # fmt: skip
_SMELTER_HEADINGS = (
    "Smelter Identification Number Input Column", "Metal (*)", "Smelter Look-up (*)", "Smelter Name (1)",
    "Smelter Country (*)", "Smelter Identification", "Source of Smelter Identification Number",
    "Smelter Street ", "Smelter City", "Smelter Facility Location: State / Province",
    "Smelter Contact Name", "Smelter Contact Email", "Proposed next steps", "Name of Mine(s)",
    "Location (Country) of Mine(s)", "Does 100% of the feedstock come from recycled or scrap sources?",
    "Comments",
)  # fmt: skip
_LOOK_UP_HEADINGS = (
    "Metal", "Smelter Look-up (*)", "Standard Smelter Names", "Smelter Facility Location: Country",
    "Smelter ID", "Source of Smelter Identification Number", "Smelter Street ", "Smelter City",
    "Smelter Facility Location: State / Province", "METAL+Alias", "METAL+Alias",
)  # fmt: skip
_OPTIONS = {
    96: ("Yes", "是", "はい", "예", "Oui", "Sim", "Ja", "Si", "sì", "Evet"),
    97: ("No", "否", "いいえ", "아니오", "Non", "Não", "Nein", "No", "no", "Hayır"),
    98: ("Unknown", "未知", "不明", "모름", "Inconnu", "Desconhecido", "Nicht bekannt", "Desconocido",
         "Ignoto", "Bilinmiyor"),
    99: (1, 1, 1, 1, "100 %", 1, 1, 1, 1, "%100"),
    100: ("Greater than 90%", "大于 90%", "90%超", "90% 이상", "Plus de 90 %", "Acima de 90%",
          "Größer als 90 %", "Más del 90%", "Oltre il 90%", "%90'dan fazla"),
    105: (_SURVEYED.replace("IPC1755 (e.g., CMRT)", "IPC-1755 [e.g., CMRT]"),) + ("Ja, konform",) * 9,
}  # fmt: skip
"""Row of the sheet ``Declaration`` to the option in the ten languages."""
_METALS_TRANSLATED = {
    26: ("Tantalum", "钽", "タンタル", "탄탈륨", "Tantale", "Tântalo", "Tantal", "Tantalio", "Tantalio",
         "Tantal"),
    27: ("Tin", "锡", "錫", "주석", "Étain", "Estanho", "Zinn", "Estaño", "Stagno", "Kalay"),
    28: ("Gold", "金", "金", "금", "Or", "Ouro", "Gold", "Oro", "Oro", "Altın"),
    29: ("Tungsten", "钨", "タングステン", "텅스텐", "Tungstène", "Tungsténio", "Wolfram", "Tungsteno",
         "Tungsteno", "Tungsten"),
}  # fmt: skip
_SCOPES = (
    "A. Company",
    "B. Product (or List of Products)",
    "C. User defined [Specify in 'Description of scope']",
)


def cmrt(
    path: Path,
    *,
    version: str = "6.1",
    language: str = "English",
    company: str = COMPANY,
    scope: Value = _SCOPES[0],
    description: Value = "",
    date: Value = dt.date(2022, 3, 1),
    metals: Sequence[str] = METALS,
    answers: Mapping[tuple[int, str], Value] | None = None,
    company_answers: Mapping[str, Value] | None = None,
    rows: Iterable[SmelterCells | None] = ROWS,
    look_up: Sequence[Known] = LOOK_UP,
    products: Sequence[Sequence[Value]] = (),
    cells: Mapping[str, Mapping[str, Value]] | None = None,
    without: Sequence[str] = (),
    cached: bool = True,
    kind: str = "CMRT",
    template_rows: int = 0,
    arrange: Callable[[Sheets], Sheets] | None = None,
) -> Path:
    """A supplier's workbook at ``path``; a suffix ``.xls`` gives the old format.

    ``metals`` are those that the supplier uses; of the others question 1 says No and the rest is blank.
    ``answers`` by (number, metal) and ``company_answers`` by letter replace the ordinary ones. A row that is
    None leaves a gap. ``cells`` is laid over the sheets at the end, ``without`` names sheets to leave out,
    and ``arrange`` makes other sheets of them, such as ``with_inserted``.
    ``template_rows`` fills formulas and formats down to that row, which makes a file of the template's size.
    """
    made = sheets_of(
        version=version, language=language, company=company, scope=scope, description=description, date=date,
        metals=metals, answers=answers or {}, company_answers=company_answers or {}, rows=tuple(rows),
        look_up=look_up, products=products, cached=cached, kind=kind, template_rows=template_rows,
    )  # fmt: skip
    for sheet, overlay in (cells or {}).items():
        made.setdefault(sheet, {}).update(overlay)
    for sheet in without:
        del made[sheet]
    made = arrange(made) if arrange else made
    return write_xls(path, made) if path.suffix == ".xls" else write_xlsx(path, made)


def with_inserted(cells: Cells, *, row: int = 0, column: int = 0, count: int = 1) -> Cells:
    """A sheet with ``count`` rows more above a row, or columns to the left of a column (A is 1)."""
    moved: Cells = {}
    for address, value in cells.items():
        at_row, at_column = xl_cell_to_rowcol(address)
        at_row += count if row and at_row + 1 >= row else 0
        at_column += count if column and at_column + 1 >= column else 0
        moved[xl_rowcol_to_cell(at_row, at_column)] = value
    return moved


def sheets_of(
    *,
    version: str,
    language: str,
    company: str,
    scope: Value,
    description: Value,
    date: Value,
    metals: Sequence[str],
    answers: Mapping[tuple[int, str], Value],
    company_answers: Mapping[str, Value],
    rows: Sequence[SmelterCells | None],
    look_up: Sequence[Known],
    products: Sequence[Sequence[Value]],
    cached: bool,
    kind: str,
    template_rows: int,
) -> Sheets:
    """The sheets in the template's order, each with its filled cells."""
    label = _Labels(language, cached)
    major = int(version.partition(".")[0])
    stated = STATED.get(version, f"Revision {version}")
    declaration: Cells = {
        "D2": label("Declaration", "D2", f"Conflict Minerals Reporting Template ({kind})"),
        "D3": language,
        "J3": stated,
        **{f"B{row}": label("Declaration", f"B{row}", text) for row, text in _COMPANY_LABELS.items()},
        "D8": company, "D9": scope, "D10": description, "D12": "00-000-0042", "D13": "Invented registry",
        "D14": "1 Invented Street, Invented City", "D15": "Ina Invented", "D16": "ina@example.com",
        "D17": 5550142, "D18": "Otto Invented", "D19": "Officer", "D20": "otto@example.com",
        "D21": "555-0143", "D22": date,
    }  # fmt: skip
    declaration |= _questions(major, label, metals, answers)
    declaration |= _company_questions(major, label, company_answers)
    if major >= 6:
        declaration |= {f"B{row}": texts[0] for row, texts in _OPTIONS.items()}
    smelters: Cells = {"Q3": stated, "W4": "Smelter not yet identified", "X4": "Smelter Not Listed"}
    smelters |= {
        f"{letter}4": label("Smelter List", f"{letter}4", heading)
        for letter, heading in zip("ABCDEFGHIJKLMNOPQ", _SMELTER_HEADINGS, strict=True)
    }
    smelters |= {"R4": "Standard Smelter Name", "S4": "Country Code", "T4": "State / Province Code"}
    for number, row in enumerate(rows, start=5):
        if row is not None:
            shown = _shown(row, look_up, version, cached)
            smelters |= {f"{letter}{number}": value for letter, value in shown.items() if value != ""}
    made: Sheets = {
        "Revision": {
            "B3": f"Conflict Minerals Reporting Template ({kind})",
            "B13": 1,
            "B14": 2,
            "B15": _number(version),
        },
        "Instructions": {"A1": "Invented instructions"},
        "Definitions": {"A1": "Invented definitions"},
        "Declaration": declaration,
        "Smelter List": smelters,
        "Checker": {"A3": "Required Fields", "H70": 17},
        "Product List": _products(version, label, products),
        _look_up_sheet(major): _look_up_cells(label, look_up),
        "L": label.sheet(),
        "C": {"A1": "Code", "B1": "Name"},
    }
    if major == 2:
        _make_old(made)
    if template_rows:
        _make_full_size(made, template_rows)
    return made


def _make_full_size(made: Sheets, last_row: int) -> None:
    """Formulas and styled blanks down to the template's last row, and as much text as it has in ``L``."""
    smelters = made["Smelter List"]
    for row in range(5, last_row + 1):
        formula = f'IF(ISERROR($V{row}),"",INDEX(\'Smelter Look-up\'!$D$4:$D$999,$V{row}-4,1)&"")'
        for letter in "BCEFGHIJRST":
            value = smelters.get(f"{letter}{row}", "")
            smelters[f"{letter}{row}"] = Formula(f"={formula}", value)
        smelters[f"V{row}"] = Formula(f'=IF(C{row}="",NA(),MATCH($B{row}&$C{row},J:J,0))', "#N/A")
        smelters[f"X{row}"] = Formula(f'=IF(AND(C{row}="",LEN(D{row})=0),1,0)', 0)
        smelters[f"AB{row}"] = Formula(f"=B{row}&C{row}")
        for letter in ("A", "D", *"KLMNOPQ", "U"):
            smelters.setdefault(f"{letter}{row}", BLANK)
    for row in range(6, 2_006):
        for letter in "ABCDE":
            made["Product List"].setdefault(f"{letter}{row}", BLANK)
    for row in range(101, 401):
        made["L"] |= {f"{letter}{row}": f"Invented text {letter}{row}. " * 12 for letter in "DEFGHIJKLM"}


class _Labels:
    """Texts of the template: formulas into the sheet ``L``, with what the supplier's language shows."""

    def __init__(self, language: str, cached: bool) -> None:
        self._language = LANGUAGES.index(language)
        self._cached = cached
        self._texts: dict[tuple[str, str], tuple[Value, ...]] = {}

    def __call__(self, sheet: str, cell: str, english: str) -> Formula:
        texts = tuple(_translated(english, language) for language in LANGUAGES)
        self._texts[(sheet, cell)] = texts
        key = f'MATCH("{sheet}{cell}",L!$A:$A,0)'
        return Formula(f"=INDEX(L!$D:$M,{key},1)", texts[self._language] if self._cached else "")

    def sheet(self) -> Cells:
        for row, texts in {**_OPTIONS, **_METALS_TRANSLATED}.items():
            self._texts[("Declaration", f"B{row}")] = texts
        for row, option in ((5, 96), (6, 97), (7, 98)):
            self._texts[("Smelter List", f"AH{row}")] = _OPTIONS[option]
        made: Cells = {"B1": "Sheets", "C1": "Cells"}
        made |= {f"{letter}1": language for letter, language in zip("DEFGHIJKLM", LANGUAGES, strict=True)}
        for number, ((sheet, cell), texts) in enumerate(self._texts.items(), start=2):
            made |= {f"A{number}": f"{sheet}{cell}", f"B{number}": sheet, f"C{number}": cell}
            made |= {f"{letter}{number}": text for letter, text in zip("DEFGHIJKLM", texts, strict=True)}
        return made


def _translated(english: str, language: str) -> str:
    """An invented label in another language; the title and the numbers of questions stay."""
    if language == "English" or "Reporting Template" in english:
        return english
    number, bracket, text = english.partition(") ")
    if bracket and number.isdigit():
        return f"{number}{'）' if language.startswith('日') else ') '}{_foreign(text, language)}"
    letter, dot, text = english.partition(". ")
    return (
        f"{letter}. {_foreign(text, language)}" if dot and len(letter) == 1 else _foreign(english, language)
    )


def _foreign(text: str, language: str) -> str:
    return f"{language.split()[0]}: {text[::-1]}"


def _number(version: str) -> Value:
    """The version as the list of revisions has it: a number that has lost its zeros."""
    return float(version) if version.count(".") == 1 and version[-1].isdigit() else version


def _questions(
    major: int, label: _Labels, metals: Sequence[str], answers: Mapping[tuple[int, str], Value]
) -> Cells:
    ordinary = ANSWERS_6 if major >= 6 else ANSWERS_5 if major == 5 else ANSWERS_3
    made: Cells = {}
    for number, usual in ordinary.items():
        heading = 25 + 6 * (number - 1)
        made[f"B{heading}"] = label("Declaration", f"B{heading}", f"{number}) Invented question {number}?(*)")
        made[f"D{heading}"] = label("Declaration", "D25", "Answer")
        made[f"G{heading}"] = label("Declaration", "G25", "Comments")
        for row, metal in enumerate(METALS, start=heading + 1):
            made[f"B{row}"] = f"{metal}(*)"
            given = usual if metal in metals else ("No" if number == 1 else "")
            made[f"D{row}"] = answers.get((number, metal), given)
    return made


def _company_questions(major: int, label: _Labels, answers: Mapping[str, Value]) -> Cells:
    ordinary = COMPANY_6 if major >= 6 else COMPANY_5 if major == 5 else COMPANY_3
    first = 75 if major >= 6 else 69
    made: Cells = {}
    for number, letter in enumerate(sorted(ordinary)):
        row = first + 2 * number
        made[f"B{row}"] = label("Declaration", f"B{row}", f"{letter}. Invented question {letter}?")
        made[f"D{row}"] = answers.get(letter, ordinary[letter])
        if letter == "B":
            made[f"G{row}"] = "https://www.example.com/policy"
    return made


def _shown(row: SmelterCells, look_up: Sequence[Known], version: str, cached: bool) -> Cells:
    """What a row of the smelter list shows: what was typed, and the rest by the template's formulas."""
    typed = dict(row)
    if not cached:
        formulas = {letter: Formula("=INDEX(1,1)") for letter in "BCEFGHIJRST"}
        return formulas | typed
    found = next((one for one in look_up if one.cid == typed.get("A")), None)
    shown: Cells = {"B": found.metal, "C": found.standard_name} if found else {}
    shown |= typed
    is_special = str(shown.get("C", "")).casefold() in ("smelter not listed", "smelter not yet identified")
    name = shown.get("D", "") if is_special and version >= "6.22" else shown.get("C", "")
    key = (str(shown.get("B", "")).casefold(), str(name).casefold())
    match = next((one for one in look_up if (one.metal.casefold(), one.name.casefold()) == key), None)
    if match:
        derived = {"E": match.country, "F": match.cid, "G": "RMI", "H": 0, "I": match.city, "J": match.state}
        shown = derived | {"R": match.standard_name} | shown
    return shown


def _look_up_sheet(major: int) -> str:
    if major <= 3:
        return "Standard Smelter Names"
    return "Smelter Reference List" if major == 4 else "Smelter Look-up"


def _look_up_cells(label: _Labels, look_up: Sequence[Known]) -> Cells:
    made: Cells = {
        f"{letter}4": heading for letter, heading in zip("ABCDEFGHIJK", _LOOK_UP_HEADINGS, strict=True)
    }
    made |= {
        f"{letter}4": label("Smelter Look-up", f"{letter}4", made[f"{letter}4"]) for letter in "ABCDEFGHI"
    }
    special = [Known(metal, "Smelter not listed", "", "", "", "", "") for metal in sorted(METALS)]
    for number, one in enumerate((*look_up, *special), start=5):
        cells = (one.metal, one.name, one.standard_name, one.country, one.cid, "RMI" if one.cid else "", "")
        cells += (one.city, one.state, one.metal + one.name, one.metal + one.name)
        made |= {f"{letter}{number}": cell for letter, cell in zip("ABCDEFGHIJK", cells, strict=True) if cell}
    return made


def _products(version: str, label: _Labels, products: Sequence[Sequence[Value]]) -> Cells:
    """Three columns up to 6.5, five from 6.6 on."""
    headings = ["Responder’s Product Number (*)", "Responder’s Product Name", "Comments"]
    if version >= "6.6":
        headings[2:2] = ["Requester’s Product Number", "Requester’s Product Name"]
    elif version < "6.5":
        headings[:2] = ["Manufacturer’s Product Number (*)", "Manufacturer’s Product Name"]
    made: Cells = {
        f"{c}5": label("Product List", f"{c}5", text) for c, text in zip("BCDEF", headings, strict=False)
    }
    made["B1002"] = "© Invented. All rights reserved."
    for number, product in enumerate(products, start=6):
        made |= {f"{column}{number}": value for column, value in zip("BCDEF", product, strict=False)}
    return made


def _make_old(sheets: Sheets) -> None:
    """2.x: a shorter company block, other questions, and no column for identifiers to type."""
    old: Cells = {
        "D2": "Conflict Minerals Reporting Template",
        "D3": "English",
        "J3": sheets["Declaration"]["J3"],
    }
    now = sheets["Declaration"]
    moved = {8: 8, 9: 9, 10: 10, 13: 14, 14: 18, 15: 19, 16: 20, 17: 21, 18: 22}
    for row, was in moved.items():
        old |= {f"{column}{row}": now[f"{column}{was}"] for column in "BDG" if f"{column}{was}" in now}
    sheets["Declaration"] = old
    smelters = sheets["Smelter List"]
    headings = {
        "A4": "Metal (*)", "B4": "Smelter Reference List (*)", "C4": "Standard Smelter Name",
        "D4": "Smelter Facility Location: Country (*)", "E4": "Smelter ID", "F4": "Comments",
    }  # fmt: skip
    places = {"B": "A", "C": "B", "D": "C", "E": "D", "F": "E", "Q": "F"}
    rows = {
        f"{places[address[0]]}{address[1:]}": value
        for address, value in smelters.items()
        if address[0] in places and address[1:].isdigit() and int(address[1:]) > 4
    }
    sheets["Smelter List"] = {"Q3": smelters["Q3"], **headings, **rows}


def write_xlsx(path: Path, sheets: Sheets) -> Path:
    """The sheets as an Excel workbook; texts stay texts. Of equal sheets, one is written and then copied."""
    content = repr(sheets)
    if content not in _written:
        _write_xlsx(path, sheets)
        _written[content] = path.read_bytes()
    path.write_bytes(_written[content])
    return path


_written: dict[str, bytes] = {}


def _write_xlsx(path: Path, sheets: Sheets) -> None:
    book = xlsxwriter.Workbook(path, WORKBOOK_OPTIONS)
    book.set_properties({"created": dt.datetime(2022, 1, 1)})
    day = book.add_format({"num_format": "d-mmm-yyyy"})
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for address, value in cells.items():
            place = _position(address)
            if isinstance(value, Formula):
                sheet.write_formula(*place, value.text, None, value.value)
            elif value is BLANK:
                sheet.write_blank(*place, None, day)
            elif isinstance(value, dt.date):
                sheet.write_datetime(*place, value, day)
            elif isinstance(value, str) and value:
                sheet.write_string(*place, value)
            elif value != "" and value is not None:
                sheet.write(*place, value)
        if name in ("L", "C"):
            sheet.hide()
    book.close()


def write_xls(path: Path, sheets: Sheets) -> Path:
    """The sheets in Excel's old format, formulas as the values that they show."""
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="D-MMM-YYYY")
    for name, cells in sheets.items():
        sheet = book.add_sheet(name)
        for address, value in cells.items():
            row, column = _position(address)
            shown = value.value if isinstance(value, Formula) else value
            if shown != "" and shown is not None:
                args = (day,) if isinstance(shown, dt.date) else ()
                sheet.write(row, column, shown, *args)
    book.save(str(path))
    return path


@cache
def _position(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return int(address[len(letters) :]) - 1, column - 1


def protect_xlsx(path: Path, password: str) -> Path:
    """Encrypt the workbook, as Excel does where a password to open it is set."""
    plain = io.BytesIO(path.read_bytes())
    with path.open("wb") as file:
        OOXMLFile(plain).encrypt(password, file)
    return path


def protect_xls(path: Path, password: str) -> Path:
    """Encrypt a workbook of the old format with RC4, as Excel 97 to 2003 do ([MS-XLS] 2.2.10)."""
    with olefile.OleFileIO(str(path)) as ole:
        stream = ole.openstream("Workbook").read()
    stream = stream[: max(at + length for kind, at, length in _records(stream) if kind == _END)]
    salt = bytes(range(16))
    verifier = bytes(range(16, 32))
    block = _rc4(_block_key(password, salt, 0))
    hidden = block(verifier)
    hidden_hash = block(md5(verifier, usedforsecurity=False).digest())
    pass_record = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + salt + hidden + hidden_hash
    first = 4 + struct.unpack_from("<H", stream, 2)[0]
    moved = _moved_sheets(stream[:first] + pass_record + stream[first:], len(pass_record))
    # The zeros that fill the file up to a whole sector must be whole records of four bytes.
    filler = -len(moved) % 4
    moved += struct.pack("<HH", 0, filler) + bytes(filler)
    XlsDoc().save(str(path), _encrypted_records(moved, password, salt))
    return path


_UNENCRYPTED = {0x0809, 0x002F, 0x00E1, 0x0194, 0x0195, 0x0196, 0x0138, 0x013D}
_SHEET_RECORD = 0x0085
_END = 0x000A


def _records(stream: bytes) -> Iterable[tuple[int, int, int]]:
    """Type, place of the content, and its length, of each record."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        at += 4 + length


def _moved_sheets(stream: bytes, by: int) -> bytes:
    """The same stream with the places of its sheets corrected after ``by`` bytes were put in."""
    made = bytearray(stream)
    for kind, at, _ in _records(stream):
        if kind == _SHEET_RECORD:
            struct.pack_into("<I", made, at, struct.unpack_from("<I", made, at)[0] + by)
    return bytes(made)


def _encrypted_records(stream: bytes, password: str, salt: bytes) -> bytes:
    """Contents of records encrypted in blocks of 1024 bytes; heads and places of sheets stay readable."""
    keys = b"".join(
        _rc4(_block_key(password, salt, number))(bytes(1024)) for number in range(len(stream) // 1024 + 1)
    )
    made = bytearray(stream)
    for kind, at, length in _records(stream):
        if kind not in _UNENCRYPTED:
            start = at + 4 if kind == _SHEET_RECORD else at
            for place in range(start, at + length):
                made[place] ^= keys[place]
    return bytes(made)


@cache
def _block_key(password: str, salt: bytes, block: int) -> bytes:
    """Key of a block ([MS-OFFCRYPTO] 2.3.6.2)."""
    short = md5(password.encode("utf-16-le"), usedforsecurity=False).digest()[:5]
    middle = md5((short + salt) * 16, usedforsecurity=False).digest()[:5]
    return md5(middle + struct.pack("<I", block), usedforsecurity=False).digest()


def _rc4(key: bytes) -> Any:
    """A function that encrypts one piece after the other with one key stream."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    place = [0, 0]

    def apply(data: bytes) -> bytes:
        made = bytearray()
        i, j = place
        for byte in data:
            i = (i + 1) % 256
            j = (j + state[i]) % 256
            state[i], state[j] = state[j], state[i]
            made.append(byte ^ state[(state[i] + state[j]) % 256])
        place[:] = i, j
        return bytes(made)

    return apply


def is_protected(path: Path) -> bool:
    """Whether a password stands before the workbook: the tests' own check of what they made."""
    with path.open("rb") as file:
        return bool(msoffcrypto.OfficeFile(file).is_encrypted())
