"""A folder of invented answers of all kinds, as they come in a round, with what each letter must ask.

``ANSWERS`` is the table to adjust: a supplier to its files and to the codes that its letter has. A supplier
without codes gets no letter.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.builders import change_part
from tests.support.cmrt_workbooks import (
    LOOK_UP,
    METALS,
    ROWS,
    Known,
    by_id,
    by_name,
    cmrt,
    known,
    not_listed,
    protect_xlsx,
)

ANSWER_BY = dt.date(2022, 4, 30)
HOSTILE = "X-ray\nBcc: evil@example.com\u202e Hostile"
MOST_QUESTIONS = 15
REMINDER = "RC-009"
"""In the letter of a supplier that was asked and sent nothing, or a blank template."""

LONG_LIST: tuple[Known, ...] = tuple(
    one
    for number in range(24)
    for one in known("Tin", f"Invented Works Number {number}", "PERU", f"CID91{number:04}")
)
_C = "C. User defined [Specify in 'Description of scope']"

Make = Callable[[Path], object]
"""Writes the file at a path."""


@dataclass(frozen=True)
class Answer:
    """What one supplier sent."""

    files: Mapping[str, Make]
    codes: tuple[str, ...] = ()
    """Of its letter, each once and in order; none: no letter."""
    is_asked: bool = True
    """Whether it stands in ``suppliers.yml``."""


def book(company: str, **given: Any) -> Make:
    """A workbook in which ``given`` alone is not as it should be."""
    return lambda path: cmrt(path, company=company, **given)


def cells(**declaration: Any) -> dict[str, dict[str, Any]]:
    return {"Declaration": declaration}


def _unanswered(*metals: str) -> dict[tuple[int, str], str]:
    return {(number, metal): "" for metal in metals for number in range(1, 9)}


def _renamed(company: str, name: str) -> Make:
    """The sheet of smelters under another name."""

    def make(path: Path) -> None:
        cmrt(path, company=company)
        change_part(path, "xl/workbook.xml", b'name="Smelter List"', f'name="{name}"'.encode())

    return make


def _protected(path: Path) -> None:
    protect_xlsx(cmrt(path, company="Nobody can read this"), "secret")


ANSWERS: dict[str, Answer] = {
    # Nothing to ask
    "Alpha Clean Ltd.": Answer({"alpha.xlsx": book("Alpha Clean Ltd.")}),
    "Alpha No Metals AG": Answer({"none.xlsx": book("Alpha No Metals AG", metals=(), rows=())}),
    "Alpha Replaced SpA": Answer(
        {
            "replaced-old.xlsx": book("Alpha Replaced SpA", date=dt.date(2022, 1, 5)),
            "replaced-new.xlsx": book("ALPHA REPLACED SPA"),
        }
    ),
    "Alpha And Emrt": Answer(
        {
            "both-cmrt.xlsx": book("Alpha And Emrt"),
            "both-emrt.xlsx": book("Alpha And Emrt", kind="EMRT"),
        }
    ),
    "Bravo Identifiers": Answer(
        {"odd.xlsx": book("Bravo Identifiers", rows=[by_id("cid900001"), *ROWS[1:]])}
    ),
    # Answers
    "Charlie Two Metals": Answer(
        {"metals.xlsx": book("Charlie Two Metals", answers=_unanswered("Tantalum", "Tungsten"))}, ("CC-001",)
    ),
    "Delta Recycled": Answer(
        {
            "recycled.xlsx": book(
                "Delta Recycled",
                rows=[by_id("CID900001", N="Mine One", O="DRC", P="Yes"), *ROWS[1:]],
            )
        },
        ("CQ-010", "CQ-013"),
    ),
    "Echo Covered": Answer(
        {"covered.xlsx": book("Echo Covered", rows=[by_id("CID900001", O="Peru; D.R.C."), *ROWS[1:]])},
        ("CQ-010",),
    ),
    "Echo In Place": Answer(
        {"place.xlsx": book("Echo In Place", rows=[*ROWS, by_name("Tin", "Invented Kigali Tin")])}
    ),
    "Foxtrot No Policy": Answer(
        {"policy.xlsx": book("Foxtrot No Policy", company_answers={"A": "No", "G": "No"})}, ("CQ-015",)
    ),
    # Company, date, template
    "Golf Old Template": Answer({"old.xlsx": book("Golf Old Template", version="4.20")}, ("CF-009",)),
    "Hotel Future": Answer({"future.xlsx": book("Hotel Future", date=dt.date(2029, 1, 1))}, ("CC-003",)),
    "India Ambiguous": Answer({"day.xlsx": book("India Ambiguous", date="03/04/2022")}, ("CC-009",)),
    "Juliet Nobody": Answer(
        {"contact.xlsx": book("Juliet Nobody", cells=cells(D15="same", D16="see above"))},
        ("CC-001", "CC-002"),
    ),
    "Kilo Divisions": Answer(
        {
            "division-east.xlsx": book(
                "Kilo Divisions", scope=_C, description="Eastern division", cells=cells(D18="")
            ),
            "west/division.xlsx": book(
                "KILO DIVISIONS",
                scope=_C,
                description="Western division",
                rows=ROWS[:1],
                metals=("Gold",),
                cells=cells(D18="", D17=""),
            ),
        },
        ("CC-001",),
    ),
    "Lima Two Of A Day": Answer(
        {
            "lima-1.xlsx": book("Lima Two Of A Day", answers={(3, "Tin"): "Unknown"}),
            "lima-2.xlsx": book("Lima Two Of A Day"),
        },
        ("RC-006",),
    ),
    # Smelters
    "Mike Mines": Answer(
        {
            "mines.xlsx": book(
                "Mike Mines",
                rows=[by_id("CID900001", N="Mine One"), by_id("CID900001", N="Mine Two"), *ROWS[1:]],
            )
        }
    ),
    "November Unknown": Answer(
        {"unknown.xlsx": book("November Unknown", rows=[*ROWS, not_listed("Tin", "Lost Works", "PERU")])},
        ("RC-008",),
    ),
    "Oscar No Name": Answer(
        {"names.xlsx": book("Oscar No Name", rows=[*ROWS, not_listed("Tin", "Confidential", "CHINA")])},
        ("CS-008",),
    ),
    "Papa Wrong Metal": Answer(
        {"metal.xlsx": book("Papa Wrong Metal", rows=[*ROWS, by_id("CID900001", B="Tin")])}, ("CS-003",)
    ),
    "Quebec Copied": Answer(
        {
            "copied-1.xlsx": book(
                "Quebec Copied",
                look_up=(*LOOK_UP, *LONG_LIST),
                rows=[*ROWS, *(by_id(one.cid) for one in LONG_LIST)],
            )
        },
        ("CS-011",),
    ),
    "Quebec Copier": Answer(
        {
            "copied-2.xlsx": book(
                "Quebec Copier",
                look_up=(*LOOK_UP, *LONG_LIST),
                rows=[*ROWS, *(by_id(one.cid) for one in LONG_LIST)],
            )
        },
        ("CS-011",),
    ),
    # Files
    "Romeo Renamed Oy": Answer({"renamed.xlsx": _renamed("Romeo Renamed Oy", "Smelters")}, ("CF-003",)),
    "Sierra Wrong Template": Answer({"emrt.xlsx": book("Sierra Wrong Template", kind="EMRT")}, ("CF-002",)),
    "Tango Blank": Answer(
        {
            "blank.xlsx": book(
                "Tango Blank",
                rows=(),
                answers=_unanswered(*METALS),
                company_answers=dict.fromkeys("ABCDEFGH", ""),
            )
        },
        (REMINDER,),
    ),
    "Uniform Protected": Answer({"uniform.xlsx": _protected}, ("CF-001",)),
    "Yankee Trader": Answer(
        {"trader.xlsx": book("Yankee Trader", rows=[*ROWS, not_listed("Tin", "Trading Co.", "CHINA")])},
        ("CS-008",),
    ),
    "Zulu Blank Behind": Answer({"zulu.xlsx": _renamed("Zulu Blank Behind", "Smelter List ")}),
    "Victor Silent": Answer({}, (REMINDER,)),
    "Whiskey Silent": Answer({}, (REMINDER,)),
    HOSTILE: Answer(
        {
            "hostile.xlsx": book(
                HOSTILE,
                cells=cells(D15="Eve\r\nBcc: evil@example.com", D16="a@example.com\nBcc: evil@example.com"),
                version="4.20",
            )
        },
        ("CF-009",),
        is_asked=False,
    ),
}
ALIASES = {"uniform.xlsx": "Uniform Protected"}

JUNK: dict[str, Make] = {
    "readme.txt": lambda path: path.write_text("Answers of the suppliers."),
    "logo.png": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n"),
    "print.pdf": lambda path: path.write_bytes(b"%PDF-1.7 invented"),
    "damaged.zip": lambda path: path.write_bytes(b"PK\x03\x04 cut off"),
    "cut.xlsx": lambda path: path.write_bytes(b"PK\x03\x04 cut off"),
    "secret.xlsx": _protected,
    "note.eml": lambda path: path.write_bytes(b"Subject: hello\r\n\r\nNothing is attached.\r\n"),
    "binary.xlsb": lambda path: _archive(path, "xl/workbook.bin"),
    "empty.zip": lambda path: _archive(path),
    "blank template.xlsx": lambda path: cmrt(
        path, company="", rows=(), answers=_unanswered(*METALS),
        company_answers=dict.fromkeys("ABCDEFGH", ""),
    ),
}  # fmt: skip
"""Files that no letter may come from, and of which the filer's report tells."""
LEFT_BEHIND: dict[str, Make] = {
    "Thumbs.db": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0"),
    "~$alpha.xlsx": lambda path: path.write_bytes(b"\x05lock"),
}
"""Files that programs leave behind, in the order of their names."""


def _archive(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"invented")


def write_answers(folder: Path) -> Path:
    """All files, and those that lie there by mistake."""
    made = {name: make for one in ANSWERS.values() for name, make in one.files.items()}
    for name, make in {**made, **JUNK, **LEFT_BEHIND}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    return folder


def suppliers_yml() -> str:
    asked = "".join(f"  - {name}\n" for name, one in ANSWERS.items() if one.is_asked)
    return f"suppliers:\n{asked}aliases:\n" + "".join(f"  {file}: {name}\n" for file, name in ALIASES.items())
