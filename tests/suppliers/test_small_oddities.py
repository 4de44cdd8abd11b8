"""Sheets under other names, copies of sheets, inserted rows and columns: read, and told to the filer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.findings import Finding
from generator.suppliers.declarations import Declaration
from generator.suppliers.rules import INTERNAL
from generator.suppliers.workbooks import read_workbook
from tests.support.cmrt_workbooks import ROWS, Cells, Sheets, by_name, cmrt, with_inserted

Arrange = Callable[[Sheets], Sheets]


def read(tmp_path: Path, arrange: Arrange, **options: Any) -> tuple[Declaration | None, list[Finding]]:
    return read_workbook(cmrt(tmp_path / "x.xlsx", arrange=arrange, **options))


def said(declaration: Declaration | None) -> tuple[object, ...]:
    """What an answer says, without addresses."""
    assert declaration is not None
    return (
        declaration.company.name.text,
        declaration.company.authorizer.text,
        declaration.effective_date,
        declaration.scope_description.text,
        [(one.question, one.metal, one.answer.text, one.comment.text) for one in declaration.answers],
        [(one.letter, one.answer.text, one.comment.text) for one in declaration.company_answers],
        [(row.metal, row.cid, row.name, row.country, row.entry.mines) for row in declaration.rows],
    )


def plain(tmp_path: Path, **options: Any) -> tuple[object, ...]:
    return said(read(tmp_path, lambda made: made, **options)[0])


def renamed(sheet: str, name: str) -> Arrange:
    return lambda made: {name if one == sheet else one: cells for one, cells in made.items()}


@pytest.mark.parametrize(
    ("sheet", "name"),
    [
        ("Smelter List", "Smelter List "), ("Smelter List", "smelter list"), ("Smelter List", "SMELTER LIST"),
        ("Smelter List", "Smelter\u00a0List"), ("Smelter List", "Ｓｍｅｌｔｅｒ Ｌｉｓｔ"),
        ("Smelter List", "Smelter List."),
        ("Smelter List", "SmelterList"), ("Smelter List", "Smelter List (2)"),
        ("Smelter List", "Smelter List_2"),
        ("Declaration", "declaration "), ("Declaration", "Declaration (3)"),
        ("Smelter Look-up", "Smelter look-up "),
    ],
)  # fmt: skip
def test_a_sheet_is_known_by_a_name_that_is_nearly_its_own(tmp_path: Path, sheet: str, name: str) -> None:
    declaration, found = read(tmp_path, renamed(sheet, name))
    assert said(declaration) == plain(tmp_path)
    assert [one.code for one in found] == ["CF-017"]
    assert found[0].message == f"the sheet '{name}' was read as '{sheet}'"
    assert found[0].rule in INTERNAL


def test_addresses_name_the_sheet_as_the_file_does(tmp_path: Path) -> None:
    declaration, _ = read(tmp_path, renamed("Smelter List", "smelter list"))
    assert declaration is not None
    assert str(declaration.rows[0].cell("A")) == "x.xlsx 'smelter list'!A5"
    declaration, _ = read(tmp_path, renamed("Declaration", "Declaration (2)"))
    assert declaration is not None
    assert str(declaration.company.name.where) == "x.xlsx 'Declaration (2)'!D8"


def test_another_name_is_still_a_missing_sheet(tmp_path: Path) -> None:
    declaration, found = read(tmp_path, renamed("Smelter List", "Smelters of ours"))
    assert declaration is None
    assert [one.code for one in found] == ["CF-003"]


def with_copy(change: Cells, *, emptied: bool = False) -> Arrange:
    """The list with a copy in which cells differ; the original without its rows where ``emptied``."""

    def arrange(made: Sheets) -> Sheets:
        original = made["Smelter List"]
        if emptied:
            kept = {at: value for at, value in original.items() if int("".join(filter(str.isdigit, at))) < 5}
            made["Smelter List"] = kept
        return {**made, "Smelter List (2)": original | change}

    return arrange


def test_of_a_sheet_and_an_equal_copy_the_sheet_is_read(tmp_path: Path) -> None:
    declaration, found = read(tmp_path, with_copy({}))
    assert (said(declaration), found) == (plain(tmp_path), [])
    assert declaration is not None
    assert declaration.rows[0].sheet == "Smelter List"


def test_of_an_empty_sheet_and_a_filled_copy_the_copy_is_read(tmp_path: Path) -> None:
    declaration, found = read(tmp_path, with_copy({}, emptied=True))
    assert said(declaration) == plain(tmp_path)
    assert [one.message for one in found] == [
        "the sheet 'Smelter List' is empty, and its copy 'Smelter List (2)' was read"
    ]


def test_a_sheet_and_a_copy_that_differ_are_both_named(tmp_path: Path) -> None:
    declaration, found = read(tmp_path, with_copy({"C5": "Invented Mint", "A5": "CID900002"}))
    assert said(declaration) == plain(tmp_path)
    assert [(one.code, one.message) for one in found] == [
        (
            "CF-018",
            "the sheets 'Smelter List' and 'Smelter List (2)' are filled in and differ, "
            "and 'Smelter List' was read",
        )
    ]
    assert found[0].rule in INTERNAL


def inserted(sheet: str, **where: int) -> Arrange:
    return lambda made: {**made, sheet: with_inserted(made[sheet], **where)}


FULL: dict[str, Any] = {
    "description": "All plants",
    "rows": [*ROWS, by_name("Gold", "Invented Mint", N="A mine", O="Peru", Q="A comment")],
    "cells": {"Declaration": {"G26": "first", "G71": "last", "G89": "of the company"}},
}


@pytest.mark.parametrize("version", ["6.5", "6.1"])
@pytest.mark.parametrize("language", ["English", "中文 Chinese"])
@pytest.mark.parametrize(
    "where",
    [
        {"row": 1}, {"row": 8, "count": 3}, {"row": 15}, {"row": 24}, {"row": 28}, {"row": 43, "count": 2},
        {"row": 75}, {"row": 81}, {"column": 1}, {"column": 2}, {"column": 4}, {"column": 3, "count": 2},
        {"column": 7},
    ],
)  # fmt: skip
def test_a_declaration_is_read_around_what_was_inserted(
    tmp_path: Path, where: dict[str, int], language: str, version: str
) -> None:
    options = FULL | {"language": language, "version": version}
    declaration, found = read(tmp_path, inserted("Declaration", **where), **options)
    assert declaration is not None, found
    assert said(declaration) == plain(tmp_path, **options)
    assert [one.code for one in found] == ["CF-019"]
    assert found[0].rule in INTERNAL


def test_cells_keep_the_address_at_which_they_stand(tmp_path: Path) -> None:
    def arrange(made: Sheets) -> Sheets:
        moved = with_inserted(with_inserted(made["Declaration"], row=20, count=2), column=3)
        return {**made, "Declaration": moved}

    declaration, found = read(tmp_path, arrange)
    assert declaration is not None
    assert declaration.company.name.where.cell == "E8"
    assert declaration.effective_date_stated.where.cell == "E24"
    assert declaration.answers[0].answer.where.cell == "E28"
    assert declaration.answers[0].comment.where.cell == "H28"
    assert [one.message for one in found] == [
        "1 column inserted into the sheet 'Declaration' here; the rest stands as it was, and was read",
        "2 rows inserted into the sheet 'Declaration' here; the rest stands as it was, and was read",
    ]


def test_anchors_that_moved_by_different_amounts_are_refused_with_their_cell(tmp_path: Path) -> None:
    def twice(made: Sheets) -> Sheets:
        moved = with_inserted(with_inserted(made["Declaration"], row=60), row=20)
        return {**made, "Declaration": moved}

    declaration, found = read(tmp_path, twice)
    assert declaration is None
    assert [(one.code, str(one.where)) for one in found] == [("CF-005", "x.xlsx 'Declaration'!B21")]


def test_an_answer_of_an_older_version_is_read_around_rows_above(tmp_path: Path) -> None:
    options: dict[str, Any] = {"version": "5.12"}
    declaration, found = read(tmp_path, inserted("Declaration", row=5), **options)
    assert said(declaration) == plain(tmp_path, **options)
    assert [one.code for one in found] == ["CF-019"]


@pytest.mark.parametrize("language", ["English", "日本語 Japanese"])
@pytest.mark.parametrize(
    "where",
    [{"row": 1}, {"row": 4, "count": 4}, {"column": 1}, {"column": 2}, {"column": 4, "count": 3},
     {"column": 6}, {"column": 14}, {"column": 1, "count": 9}],
)  # fmt: skip
def test_a_list_is_read_around_what_was_inserted(
    tmp_path: Path, where: dict[str, int], language: str
) -> None:
    options = FULL | {"language": language}
    declaration, found = read(tmp_path, inserted("Smelter List", **where), **options)
    assert declaration is not None, found
    assert said(declaration) == plain(tmp_path, **options)
    assert [one.code for one in found] == ["CF-019"]


def test_rows_of_a_moved_list_have_their_own_addresses(tmp_path: Path) -> None:
    def arrange(made: Sheets) -> Sheets:
        return {**made, "Smelter List": with_inserted(with_inserted(made["Smelter List"], row=2), column=5)}

    declaration, _ = read(tmp_path, arrange)
    assert declaration is not None
    assert [declaration.rows[0].cell(column).cell for column in "ADE"] == ["A6", "D6", "F6"]


def test_columns_that_moved_by_different_amounts_are_refused_with_their_cell(tmp_path: Path) -> None:
    def twice(made: Sheets) -> Sheets:
        return {
            **made,
            "Smelter List": with_inserted(with_inserted(made["Smelter List"], column=5), column=3),
        }

    declaration, found = read(tmp_path, twice)
    assert declaration is None
    assert [one.code for one in found] == ["CF-005"]


@pytest.mark.parametrize(
    "row",
    [
        {"A": "End of list"}, {"B": "*** END OF LIST ***"}, {"C": "Total", "D": 4}, {"D": "Grand total:"},
        {"B": "Metal (*)", "C": "Smelter Look-up (*)", "D": "Smelter Name (1)"},
    ],
)  # fmt: skip
def test_a_row_that_names_no_smelter_is_none_and_the_filer_is_told(
    tmp_path: Path, row: dict[str, Any]
) -> None:
    declaration, found = read(tmp_path, lambda made: made, rows=[*ROWS, row])
    assert said(declaration) == plain(tmp_path)
    assert [(one.code, str(one.where)) for one in found] == [("CF-021", "x.xlsx 'Smelter List'!A9")]
    assert found[0].message.startswith("row 9 names no smelter")
    assert found[0].rule in INTERNAL


@pytest.mark.parametrize(
    "row",
    [
        {"B": "Gold", "C": "Total"}, {"C": "Total Metals Refining"}, {"B": "Gold"}, {"C": "Endo Works"},
        {"B": "Gold", "C": "Smelter not listed", "D": "Total", "E": "PERU"},
    ],
)  # fmt: skip
def test_a_row_that_may_name_a_smelter_stays_a_row(tmp_path: Path, row: dict[str, Any]) -> None:
    declaration, found = read(tmp_path, lambda made: made, rows=[*ROWS, row])
    assert declaration is not None
    assert declaration.rows[-1].row == 9
    assert "CF-021" not in [one.code for one in found]


@pytest.mark.parametrize(
    ("yes", "no"), [(True, False), ("TRUE", "FALSE"), ("Wahr", "Falsch"), ("VRAI", "FAUX")]
)
def test_a_truth_value_is_a_yes_or_a_no(tmp_path: Path, yes: object, no: object) -> None:
    rows = [{**ROWS[0], "P": yes}, *ROWS[1:]]
    answers = {(1, "Gold"): yes, (1, "Tin"): no}
    declaration, _ = read(tmp_path, lambda made: made, answers=answers, company_answers={"A": no}, rows=rows)
    meant, _ = read(
        tmp_path,
        lambda made: made,
        answers={(1, "Gold"): "Yes", (1, "Tin"): "No"},
        company_answers={"A": "No"},
        rows=[{**ROWS[0], "P": "Yes"}, *ROWS[1:]],
    )
    assert said(declaration) == said(meant)
    assert declaration is not None
    assert declaration.rows[0].entry.recycled == "Yes"
    assert all(one.is_allowed for one in declaration.answers)


def test_a_truth_value_is_no_share_of_suppliers(tmp_path: Path) -> None:
    declaration, _ = read(tmp_path, lambda made: made, answers={(6, "Gold"): True})
    assert declaration is not None
    assert [one.answer.text for one in declaration.answers if not one.is_allowed] == ["TRUE"]
