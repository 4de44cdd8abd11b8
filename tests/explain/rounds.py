"""Rounds of suppliers' answers that have a finding, and the same mended."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import openpyxl

from generator.errors import InputError
from generator.findings import Finding
from generator.suppliers.reconcile import notes, reconcile_year
from generator.suppliers.reconciled import Reconciled
from generator.suppliers.sources import declared_files
from tests.support.builders import YML, Formula, change_part, workbook, write_year
from tests.support.cmrt_workbooks import COMPANY, ROWS, by_name, cmrt, not_listed
from tests.support.other_workbooks import other

Codes = set[str]
Build = Callable[[Path], Codes]
Make = Callable[[Path, Path], object]
"""Does something to the folder of a sound year and to that of the answers, in which ``a.xlsx`` is sound."""

_DAY, _LATER = dt.date(2022, 3, 1), dt.date(2022, 3, 15)
_OTHER = "Other Components (invented)"
_GOLD, *_REST = ROWS


def _nothing(folder: Path, answers: Path) -> None:
    """Leaves a sound round alone."""


def _round(make: Make = _nothing, *, then: Make | None = None) -> Build:
    """The answers reconciled; ``then`` is done to what a first run left, and they are reconciled again."""

    def build(data: Path) -> Codes:
        folder = write_year(data)
        (folder / "smelters.xlsx").unlink()
        answers = data.parent / f"{data.name} answers"
        answers.mkdir()
        cmrt(answers / "a.xlsx")
        make(folder, answers)
        if then is not None:
            reconcile_year(data, 2021, answers, processes=1)
            then(folder, answers)
        try:
            return {one.code for one in _said(reconcile_year(data, 2021, answers, processes=1))}
        except InputError as problem:
            return {one.code for one in problem.findings}

    return build


def _said(result: Reconciled) -> Iterator[Finding]:
    yield from notes(result)
    for said in (result.asked, result.watched):
        yield from (one.finding for asks in said.values() for one in asks)


def _answer(name: str = "b.xlsx", **options: Any) -> Make:
    """One more answer; ``a.xlsx`` changes the sound one."""
    return lambda _, answers: cmrt(answers / name, **options)


def _bytes(name: str, content: bytes) -> Make:
    return lambda _, answers: (answers / name).write_bytes(content)


def _both(*makes: Make) -> Make:
    def make(folder: Path, answers: Path) -> None:
        for one in makes:
            one(folder, answers)

    return make


def _file(name: str, text: str) -> Make:
    return lambda folder, _: (folder / name).write_text(f"{text}\n", encoding="utf-8")


def _asked(*names: str, more: str = "") -> Make:
    return _file("suppliers.yml", f"suppliers: [{', '.join(names)}]\n{more}")


def _status_list(*lines: str, entry: str = "file: rmi.csv") -> Make:
    """A status list in the year's folder, named in the settings."""
    return _both(
        _file("rmi.csv", "\n".join(lines)), _file("reconcile.yml", f"status_lists:\n  - {{{entry}}}")
    )


_NICKEL = {"A": "CID903510"}
_COBALT = [{"A": "CID903209"}, _NICKEL]
_LUBUMBASHI = [{"A": "CID903210"}, _NICKEL]
_TIN = [*_COBALT, {"B": "Tin", "C": "Smelter not listed", "D": "Invented Tin Yard", "E": "PERU"}]


def _emrt(**options: Any) -> Make:
    return lambda _, answers: other(answers / "emrt.xlsx", **options)


def _amrt(mineral: str, **options: Any) -> Make:
    return lambda _, answers: other(
        answers / "amrt.xlsx", "AMRT", "1.2", minerals=(mineral,), rows=[], **options
    )


_NO_ZINC = {(1, "Zinc"): "No", (2, "Zinc"): "No"}


def _mine(smelter: str) -> dict[str, dict[str, str]]:
    return {"Mine List": {"A5": "Cobalt", "B5": smelter, "C5": "Invented Mine"}}


def _scope(mineral: str) -> dict[str, dict[str, str]]:
    return {"Minerals Scope": {"B8": mineral}}


def _other_lists(folder: Path, _: Path) -> None:
    with (folder / "disclosure.yml").open("a", encoding="utf-8") as file:
        file.write(
            "other_minerals: [Cobalt, Nickel]\nlists:\n  - {sheet: Smelter List, title: Smelters}\n"
            "  - {sheet: Others, title: Cobalt and nickel, minerals: [Cobalt, Nickel]}\n"
        )


_HEADINGS = "Metal,Smelter ID,Smelter Name,Status,As of"
_LINE = "Gold,CID900001,Invented Gold Works,Conformant,2022-03-31"
_LISTED = _round(_status_list(_HEADINGS, _LINE))


def _two_sheets(entry: str) -> Make:
    def make(folder: Path, _: Path) -> None:
        book = openpyxl.Workbook()
        for sheet, name in ((book.active, "Conformant"), (book.create_sheet(), "Active")):
            assert sheet is not None
            sheet.title = name
            for line in (_HEADINGS, _LINE):
                sheet.append(line.split(","))
        book.save(folder / "rmi.xlsx")
        (folder / "reconcile.yml").write_text(f"status_lists:\n  - {{file: '{entry}'}}\n", encoding="utf-8")

    return make


def _cells(file: str, sheet: str, **cells: str) -> Make:
    """Cells of a workbook of the year typed over."""

    def make(folder: Path, _: Path) -> None:
        book = openpyxl.load_workbook(folder / file)
        for address, text in cells.items():
            book[sheet][address] = text
        book.save(folder / file)

    return make


def _own_sheet(folder: Path, _: Path) -> None:
    book = openpyxl.load_workbook(folder / "review" / "review.xlsx")
    book.create_sheet("My notes")
    book.save(folder / "review" / "review.xlsx")


def _own_workbook(folder: Path, _: Path) -> None:
    workbook(folder / "review" / "my-notes.xlsx", ())


def _no_row_named(*names: str) -> Make:
    """The rows of these names deleted from the list."""

    def make(folder: Path, _: Path) -> None:
        book = openpyxl.load_workbook(folder / "smelters.xlsx")
        rows = book["Smelter List"]
        found = [row[0].row for row in rows.iter_rows() if {cell.value for cell in row} & set(names)]
        for number in reversed(found):
            rows.delete_rows(number)
        book.save(folder / "smelters.xlsx")

    return make


def _hidden_row(_: Path, answers: Path) -> None:
    """In the XML itself: openpyxl would lose what the formulas of the template show."""
    row = b'<row r="6"'
    change_part(answers / "a.xlsx", "xl/worksheets/sheet5.xml", row, row + b' hidden="1"')


def _part(name: str) -> Make:
    """The sound answer with one more part in its archive."""

    def make(_: Path, answers: Path) -> None:
        with zipfile.ZipFile(answers / "a.xlsx", "a") as archive:
            archive.writestr(name, b"<x/>")

    return make


def _without_version(_: Path, answers: Path) -> None:
    cells = {sheet: {cell: ""} for sheet, cell in (("Declaration", "J3"), ("Smelter List", "Q3"))}
    revision = {"Revision": {"B13": "", "B14": "", "B15": ""}}
    cmrt(answers / "a.xlsx", cells=cells | revision)


def _stopping(build: Build) -> Build:
    """The same, where no reader gets through ``b.xlsx``."""
    read = declared_files.read_workbook

    def stopped(path: Path, *given: Any) -> Any:
        if path.name == "b.xlsx":
            raise ValueError("a fault inside")
        return read(path, *given)

    def stopping(data: Path) -> Codes:
        with mock.patch.object(declared_files, "read_workbook", stopped):
            return build(data)

    return stopping


_UNLISTED = not_listed("Gold", "Works of Nagoya (invented)", "JAPAN", H="1 Street", I="Nagoya")
_ALIKE = {**_UNLISTED, "D": "Works of Nagoya (invented) K.K."}
_MISSPELT = {**_UNLISTED, "D": "Invented Gold Wrks"}
_INDETERMINABLE = "class: indeterminable"
_SOUND = _round()
_TWO_COMPANIES = _answer(company=_OTHER)
_DIVISION: Mapping[str, Any] = {
    "scope": "C. User defined [Specify in 'Description of scope']",
    "description": "Invented pumps alone",
}
_NEWEST = _file("reconcile.yml", "newest_list: list.csv")
_NEWEST_TWO = _file("reconcile.yml", "newest_list: [new.csv, old.csv]")
_LIST_OF_GOLD = "Metal,Smelter Name,Smelter ID\nGold,Invented Gold Works,CID900001"
_LIMITED = COMPANY.replace("Ltd.", "Limited")


def _without_indeterminable(folder: Path, _: Path) -> None:
    assert _INDETERMINABLE in YML
    text = YML.replace(_INDETERMINABLE, "class: other")
    (folder / "disclosure.yml").write_text(text, encoding="utf-8")


BLANK_ANSWERS: Mapping[str, Any] = {
    "company": "",
    "date": "",
    "scope": "",
    "metals": (),
    "rows": (),
    "answers": {(1, metal): "" for metal in ("Tantalum", "Tin", "Gold", "Tungsten")},
    "company_answers": dict.fromkeys("ABCDEFGH", ""),
    "cells": {
        "Declaration": {f"D{row}": "" for row in range(9, 23)} | {f"G{row}": "" for row in range(75, 91)}
    },
}


def _reports(row: Mapping[str, Any]) -> Make:
    """The sound answer with one more smelter."""
    return _answer("a.xlsx", rows=(*ROWS, row))


def _is_another(verdict: str) -> Make:
    names = f"name: {_ALIKE['D']}, is: {_UNLISTED['D']}"
    return _file("decisions.yml", f"{verdict}:\n  - {{metal: Gold, {names}}}")


_LEFT_OUT_AND_BACK = _both(_no_row_named(_UNLISTED["D"]), _reports(_ALIKE))


ROUNDS: Mapping[str, tuple[Build, Build]] = {
    "RC-001": (_round(_status_list("Metal,Smelter ID", "Gold,CID900001")), _LISTED),
    "RC-002": (_round(_status_list(_HEADINGS, _LINE, "Gold,8853,,Active,2022-03-31")), _LISTED),
    "RC-003": (
        _round(
            _both(
                _file("old.csv", "Old identifier,CID\n1JPN001,CID9001"),
                _file("decisions.yml", "identifier_files: [old.csv]"),
            )
        ),
        _round(
            _both(
                _file("old.csv", "Old identifier,CID\n1JPN001,CID900001"),
                _file("decisions.yml", "identifier_files: [old.csv]"),
            )
        ),
    ),
    "RC-004": (
        _round(
            _both(_file("list.csv", "Number,Place\n1,Peru"), _file("reconcile.yml", "newest_list: list.csv"))
        ),
        _round(
            _both(
                _file("list.csv", "Metal,Smelter Name,Smelter ID\nGold,Invented Gold Works,CID900001"),
                _NEWEST,
            )
        ),
    ),
    "RC-005": (_round(_answer(date=_LATER, rows=[*_REST, by_name("Gold", "Invented Mint")])), _SOUND),
    "RC-006": (_round(_answer(date=_DAY, rows=[*_REST, by_name("Gold", "Invented Mint")])), _SOUND),
    "RC-007": (
        _round(_answer(**_DIVISION, answers={(6, "Tin"): "Greater than 90%"})),
        _round(_answer(**_DIVISION)),
    ),
    "RC-008": (_round(_reports(_UNLISTED)), _SOUND),
    "RC-009": (_round(_asked(COMPANY, _OTHER)), _round(_both(_asked(COMPANY, _OTHER), _TWO_COMPANIES))),
    "RC-012": (_round(then=_own_sheet), _round(then=_own_workbook)),
    "RC-013": (_round(_without_indeterminable), _SOUND),
    "RC-014": (_round(_two_sheets("rmi.xlsx")), _round(_two_sheets("rmi.xlsx#Active"))),
    "RC-015": (
        _round(_status_list(_HEADINGS, _LINE, "Unobtainium,CID900101,Invented Works,Active,2022-03-31")),
        _LISTED,
    ),
    "RC-016": (_round(_status_list(_HEADINGS, _LINE.replace("2022-03-31", "03/04/2022"))), _LISTED),
    "RC-017": (_round(_status_list(_HEADINGS, _LINE, _LINE.replace("Conformant", "Active"))), _LISTED),
    "RC-018": (
        _round(_asked(COMPANY.replace("Ltd.", "Limited"))),
        _round(
            _asked(
                COMPANY.replace("Ltd.", "Limited"),
                more=f"aliases:\n  {COMPANY}: {COMPANY.replace('Ltd.', 'Limited')}",
            )
        ),
    ),
    "RC-019": (_round(_both(_asked(COMPANY), _TWO_COMPANIES)), _SOUND),
    "RC-020": (_round(_answer(kind="EMRT")), _SOUND),
    "RC-021": (
        _round(_asked(COMPANY, more=f"aliases:\n  Example Parts: {_OTHER}")),
        _round(_asked(COMPANY, more=f"aliases:\n  Example Parts: {COMPANY}")),
    ),
    "RC-022": (
        _round(_status_list(_HEADINGS, _LINE), then=_file("reconcile.yml", "status_lists: []")),
        _round(_status_list(_HEADINGS, _LINE), then=_nothing),
    ),
    "RC-010": (
        _round(_reports(_MISSPELT), then=_cells("review/review.xlsx", "Decisions", I2="perhaps")),
        _round(_reports(_MISSPELT), then=_cells("review/review.xlsx", "Decisions", I2="accept")),
    ),
    "RC-023": (
        _round(_reports(_UNLISTED), then=_LEFT_OUT_AND_BACK),
        _round(_reports(_UNLISTED), then=_both(_LEFT_OUT_AND_BACK, _is_another("rejected"))),
    ),
    "RC-024": (_round(_emrt()), _round(_both(_emrt(), _other_lists))),
    "RC-025": (_round(_emrt(rows=_TIN)), _round(_emrt())),
    "RC-026": (
        _round(_both(_file("old.csv", _LIST_OF_GOLD), _file("new.csv", _LIST_OF_GOLD), _NEWEST_TWO)),
        _round(_both(_file("new.csv", _LIST_OF_GOLD), _file("reconcile.yml", "newest_list: new.csv"))),
    ),
    "CC-013": (
        _round(_amrt("Ni / Co")),
        _round(_amrt("Zinc", answers=_NO_ZINC)),
    ),
    "CQ-022": (_round(_emrt(answers={(1, "Cobalt"): "Unknown"})), _round(_emrt())),
    "CQ-023": (_round(_emrt(cells={"Declaration": {"D32": "Yes"}})), _round(_emrt())),
    "CQ-024": (_round(_emrt(minerals=("Nickel",), rows=_COBALT)), _round(_emrt(rows=_COBALT))),
    "CQ-025": (
        _round(_emrt(rows=_LUBUMBASHI)),
        _round(_emrt(rows=_LUBUMBASHI, answers={(3, "Cobalt"): "Unknown"})),
    ),
    "CS-017": (_round(_emrt(cells=_mine("Nobody's Works"))), _round(_emrt(cells=_mine("Invented Cobalt")))),
    "CQ-026": (
        _round(_amrt("Zinc", cells=_scope("Silver"), answers=_NO_ZINC)),
        _round(_amrt("Zinc", cells=_scope("Zinc"), answers=_NO_ZINC)),
    ),
    "CS-015": (_round(_emrt(rows=_TIN)), _round(_emrt())),
    "CS-016": (
        _round(_emrt(rows=[{"B": "Cobalt", "C": "Invented Twins"}, _NICKEL])),
        _round(_emrt(rows=[{"A": "CID903212"}, _NICKEL])),
    ),
    "RC-011": (_stopping(_round(_TWO_COMPANIES)), _round(_TWO_COMPANIES)),
    "CF-001": (_round(_bytes("b.pdf", b"%PDF-1.7")), _SOUND),
    "CF-002": (_round(_answer(kind="EMRT", company=_OTHER)), _round(_TWO_COMPANIES)),
    "CF-003": (_round(_answer(company=_OTHER, without=["Smelter List"])), _round(_TWO_COMPANIES)),
    "CF-004": (
        _round(_answer(company=_OTHER, cells={"Smelter List": {"C10200": "far below"}})),
        _round(_TWO_COMPANIES),
    ),
    "CF-005": (
        _round(_answer(company=_OTHER, cells={"Smelter List": {"B4": "Country", "E4": "Metal"}})),
        _round(_TWO_COMPANIES),
    ),
    "CF-006": (_round(_part("xl/vbaProject.bin")), _SOUND),
    "CF-007": (_round(_part("xl/externalLinks/externalLink1.xml")), _SOUND),
    "CF-008": (_round(_without_version), _SOUND),
    "CF-009": (_round(_answer("a.xlsx", version="5.12")), _SOUND),
    "CF-010": (_round(_answer("a.xlsx", cells={"Declaration": {"G26": "謹啓 不明"}})), _SOUND),
    "CF-011": (_round(_answer("a.xlsx", cached=False)), _SOUND),
    "CF-012": (
        _round(_answer("a.xlsx", cached=False, cells={"Smelter List": {"A9": Formula("=A5")}})),
        _SOUND,
    ),
    "CF-013": (_round(_bytes("b.zip", b"PK")), _SOUND),
    "CF-014": (_round(_answer(**BLANK_ANSWERS)), _SOUND),
    "CF-015": (_round(_hidden_row), _SOUND),
    "CF-016": (_round(_answer("a.xlsx", version="7.0")), _SOUND),
}
"""Code to a round that has the finding, and to the same mended."""
