"""Invented EMRT, AMRT and CRT workbooks of every layout, made in code: minerals, labels, smelters.

``other(path, kind="EMRT", version="2.1")`` writes a workbook that gives no finding. Its addresses are typed
from a description of the templates once more: nothing of them is shared with the program that reads it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.builders import Formula
from tests.support.cmrt_workbooks import Cells, Known, Sheets, SmelterCells, Value, write_xls, write_xlsx
from tests.support.ods_workbooks import write_ods

COMPANY = "Example Components Ltd. (invented)"
WRITERS = {".xlsx": write_xlsx, ".xls": write_xls, ".ods": write_ods}
"""Suffix of a workbook to what writes it."""

DRC = "CONGO, DEMOCRATIC REPUBLIC OF THE"
LOOK_UP: tuple[Known, ...] = (
    Known("Cobalt", "Invented Cobalt Refinery", "Invented Cobalt Refinery", "FINLAND", "CID903209"),
    Known("Cobalt", "Refinery (alias)", "Invented Cobalt Refinery", "FINLAND", "CID903209"),
    Known("Cobalt", "Invented Lubumbashi Works", "Invented Lubumbashi Works", DRC, "CID903210"),
    Known("Cobalt", "Invented Twins", "Invented Twins", "CHINA", "CID903211"),
    Known("Cobalt", "Invented Twins", "Invented Twins", "JAPAN", "CID903212"),
    Known("Copper", "Invented Lubumbashi Works", "Invented Lubumbashi Works", DRC, "CID903310"),
    Known("Mica", "Invented Mica Mill", "Invented Mica Mill", "INDIA", "CID903410"),
    Known("Nickel", "Invented Nickel Works", "Invented Nickel Works", "INDONESIA", "CID903510"),
)  # fmt: skip
AMRT_LOOK_UP: tuple[Known, ...] = (
    Known("Silver", "Invented Silver Works", "Invented Silver Works", "POLAND", "CID903806"),
    Known("Zinc", "Invented Zinc Works", "Invented Zinc Works", "PERU", "CID903807"),
)


@dataclass(frozen=True)
class Shape:
    """Where a layout keeps what."""

    title: str
    date: int
    """Row of the effective date; the address stands eight rows above it."""
    first: int
    step: int
    questions: int
    rows: int
    company: Mapping[str, int]
    """Letter to row; C of the EMRT is asked for each mineral below."""
    choices: tuple[str, ...] = ()
    minerals: tuple[str, ...] = ()
    mines: bool = False
    version_cell: str = "Q3"


_SIX = ("D12", "E12", "G12", "D13", "E13", "G13")
_TEN = tuple(f"{letter}{row}" for row in (12, 13) for letter in "DEGHI")
SHAPES = {
    "CRT 2": Shape("Cobalt Reporting Template (CRT)", 22, 25, 6, 6, 1,
                   {letter: 63 + 2 * at for at, letter in enumerate("ABCDEFGHI")}, minerals=("Cobalt",)),
    "EMRT 1": Shape("Extended Mineral Reporting Template (EMRT)", 22, 25, 6, 7, 2,
                    {"A": 69, "B": 71, "C": 73, "D": 77, "E": 79, "F": 81, "G": 83},
                    minerals=("Cobalt", "Mica")),
    "EMRT 2": Shape("Extended Minerals Reporting Template (EMRT)", 26, 29, 12, 7, 10,
                    {"A": 115, "B": 117, "C": 119, "D": 131, "E": 133, "F": 135, "G": 137}, _SIX, mines=True),
    "AMRT 1.2": Shape("Additional Minerals Reporting Template (AMRT)", 24, 27, 12, 2, 10, {}, _TEN,
                      mines=True, version_cell="O3"),
    "AMRT 1.3": Shape("Additional Minerals Reporting Template (AMRT)", 27, 30, 12, 2, 10, {}, _TEN,
                      mines=True),
}  # fmt: skip
_USUAL = {
    "CRT": ("Yes", "No", "No", 1, "Yes", "Yes"),
    "EMRT": ("Yes", "Yes", "No", "No", 1, "Yes", "Yes"),
    "AMRT": ("Yes", 1),
}
_SURVEY = {"CRT": ("G", "Yes, CRT"), "EMRT": ("E", "Yes, in conformance with IPC1755 (e.g. EMRT)")}
_FIELDS = (
    "1 Invented Street", "Ina Invented", "ina@example.com", 5550142, "Otto Invented", "Officer",
    "otto@example.com", "555-0143",
)  # fmt: skip
_HEADINGS = (
    "Smelter Identification Number Input Column", "Metal (*)", "Smelter Look-up (*)", "Smelter Name (*)",
    "Smelter Country (*)", "Smelter Identification", "Source of Smelter Identification Number",
    "Smelter Street ", "Smelter City", "Smelter Facility Location: State / Province", "Smelter Contact Name",
    "Smelter Contact Email", "Proposed next steps", "Name of Mine(s)", "Location (Country) of Mine(s)",
    "Does 100% of the feedstock come from recycled or scrap sources?", "Comments",
)  # fmt: skip
_LOOK_UP_HEADINGS = (
    "Metal", "Smelter Look-up (*)", "Standard Smelter Names", "Smelter Facility Location: Country",
    "Smelter ID",
)  # fmt: skip


def shape_of(kind: str, version: str) -> Shape:
    """The layout of a kind and version."""
    if kind == "AMRT":
        return SHAPES["AMRT 1.3" if version >= "1.3" else "AMRT 1.2"]
    return SHAPES[f"{kind} {version[0]}"]


def other(
    path: Path,
    kind: str = "EMRT",
    version: str = "2.1",
    *,
    company: str = COMPANY,
    minerals: Sequence[str] = ("Cobalt", "Nickel"),
    scope: str = "A. Company",
    description: str = "",
    date: Value = dt.date(2022, 3, 1),
    answers: Mapping[tuple[int, str], Value] | None = None,
    company_answers: Mapping[str, Value] | None = None,
    rows: Iterable[SmelterCells] | None = None,
    look_up: Sequence[Known] | None = None,
    products: Sequence[str] = (),
    cells: Mapping[str, Mapping[str, Value]] | None = None,
    without: Sequence[str] = (),
    labelled: bool = True,
    language: str = "English",
    title: str = "",
) -> Path:
    """The workbook at ``path``, in the format of its suffix.

    ``minerals`` are those chosen, where the template has a choice. ``labelled`` False: formulas have no
    stored values. ``answers`` by (number, mineral).
    """
    shape = shape_of(kind, version)
    named = shape.minerals or tuple(sorted(minerals, key=str.casefold))
    usual = {
        (number, mineral): value
        for mineral in named
        for number, value in enumerate(_USUAL[kind], start=1)
    } | dict(answers or {})  # fmt: skip

    def label(text: str) -> Formula | str:
        return text if labelled else Formula('=INDEX("","")')

    declaration: Cells = {
        "D2": label(title or shape.title), "D3": language, "J3": f"Revision {version}\nOctober 17, 2025",
        "B8": label("Company Name (*):"), "D8": company, "B9": label("Declaration Scope or Class (*):"),
        "D9": scope, "B10": label("Description of Scope:"), "D10": description,
        f"B{shape.date}": label("Effective Date (*):"), f"D{shape.date}": date,
    }  # fmt: skip
    declaration |= {f"D{shape.date - 8 + at}": text for at, text in enumerate(_FIELDS)}
    declaration |= dict(zip(shape.choices, minerals, strict=False))
    for number in range(1, shape.questions + 1):
        heading = shape.first + shape.step * (number - 1)
        declaration |= {f"B{heading}": label(f"{number}) Invented question?(*)"),
                        f"D{heading}": label("Answer"), f"G{heading}": label("Comments")}  # fmt: skip
        for row, mineral in enumerate(named, start=heading + 1):
            if (kind, version[0], number, mineral) == ("EMRT", "1", 4, "Mica"):
                continue
            declaration |= {f"B{row}": label(f"{mineral}(*)"), f"D{row}": usual[number, mineral]}
        if shape.step == 6:  # hidden rows of the template's own
            declaration |= {f"D{heading + at}": "No" for at in range(shape.rows + 1, 5) if number < 3}
    asked = dict.fromkeys(shape.company, "Yes") | dict([_SURVEY[kind]] if kind in _SURVEY else [])
    asked |= dict(company_answers or {})
    for letter, row in shape.company.items():
        declaration[f"B{row}"] = label(f"{letter}. Invented question?(*)")
        if letter == "C" and kind == "EMRT":
            for at, mineral in enumerate(named, start=row + 1):
                declaration |= {f"B{at}": label(f"{mineral}(*)"), f"D{at}": asked[letter]}
        else:
            declaration[f"D{row}"] = asked[letter]
    public = {"CRT": "G63", "EMRT": f"G{shape.company.get('B', 0)}"}.get(kind)
    declaration |= {public: "https://www.example.com/policy"} if public else {}
    known = (AMRT_LOOK_UP if kind == "AMRT" else LOOK_UP) if look_up is None else look_up
    rows = [{"A": one.cid} for one in _first(known, named)] if rows is None else list(rows)
    made: Sheets = {
        "Revision": {"B3": title or shape.title, "B13": 1, "B14": version},
        "Instructions": {"A1": "Invented instructions"},
        "Declaration": declaration,
        **({"Minerals Scope": {"B7": "Mineral"}} if kind == "AMRT" else {}),
        "Smelter List": _smelters(kind, version, rows, known, shape, labelled),
        "Checker": {"A3": "Required Fields"},
        **({"Mine List": {"M3": f"Revision {version}", "A4": "Metal"}} if shape.mines else {}),
        "Product List": _products(kind, version, products),
        "L": {"B1": "Sheets", "C1": "Cells", "D1": "English"},
    }
    if not (kind == "AMRT" and version < "1.3"):
        made["Smelter Look-up"] = _look_up(known)
    for sheet, overlay in (cells or {}).items():
        made.setdefault(sheet, {}).update(overlay)
    for sheet in without:
        del made[sheet]
    return WRITERS[path.suffix](path, made)


def _first(known: Sequence[Known], minerals: Sequence[str]) -> list[Known]:
    """The first smelter of each mineral that has one."""
    found = {one.metal: one for one in reversed(known)}
    return [found[mineral] for mineral in minerals if mineral in found]


def _smelters(
    kind: str,
    version: str,
    rows: Sequence[SmelterCells],
    known: Sequence[Known],
    shape: Shape,
    labelled: bool,
) -> Cells:
    is_old = kind == "AMRT" and version < "1.3"
    headings = [_HEADINGS[1], *_HEADINGS[3:]] if is_old else list(_HEADINGS)
    letters = "ABCDEFGHIJKLMNOPQ"
    made: Cells = {shape.version_cell: f"Revision {version}"}
    if labelled:
        made |= {f"{letter}4": text for letter, text in zip(letters, headings, strict=False)}
    if not is_old:
        made |= {"R4": "Standard Smelter Name", "S4": "Country Code", "W4": "Smelter not yet identified"}
    if kind == "CRT" or (kind == "EMRT" and version < "2"):
        made |= {"AA3": "Cobalt"} | ({"AB3": "Mica"} if kind == "EMRT" else {})
    for number, row in enumerate(rows, start=5):
        typed = dict(row)
        found = next((one for one in known if one.cid == typed.get("A")), None)
        found = found or next(
            (one for one in known if (one.metal, one.name) == (typed.get("B"), typed.get("C"))), None
        )
        shown: Cells = {}
        if found and labelled and not is_old:
            shown = {"B": found.metal, "C": found.standard_name, "E": found.country, "F": found.cid, "H": 0}
        made |= {f"{letter}{number}": value for letter, value in (shown | typed).items()}
    return made


def _look_up(known: Sequence[Known]) -> Cells:
    made: Cells = {f"{letter}4": text for letter, text in zip("ABCDE", _LOOK_UP_HEADINGS, strict=True)}
    minerals = sorted({one.metal for one in known})
    special = [Known(mineral, "Smelter not listed", "", "", "") for mineral in minerals]
    for number, one in enumerate((*known, *special), start=5):
        cells = (one.metal, one.name, one.standard_name, one.country, one.cid)
        made |= {f"{letter}{number}": cell for letter, cell in zip("ABCDE", cells, strict=True) if cell}
    made[f"A{len(known) + len(special) + 5}"] = 0  # an unused row of the AMRT
    return made


def _products(kind: str, version: str, products: Sequence[str]) -> Cells:
    is_wide = version >= {"EMRT": "2.1", "AMRT": "1.3"}.get(kind, "9")
    headings = ["Number (*)", "Name", "Comments"]
    headings[2:2] = ["Requester's number", "Requester's name"] if is_wide else []
    made: Cells = {f"{letter}5": text for letter, text in zip("BCDEF", headings, strict=False)}
    return made | {f"B{row}": number for row, number in enumerate(products, start=6)}
