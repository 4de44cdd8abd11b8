"""What people do to the list and the review between two runs: none of it is lost, and a further run changes
nothing."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from generator.errors import DisclosureError, InputError
from generator.findings import Finding
from generator.pipeline import load
from generator.suppliers.reconcile import reconcile_year
from generator.suppliers.sources.reconcile_sources import GivenList
from generator.year.smelter_workbook import smelter_workbook
from tests.support.builders import YML, Formula, change_part, workbook, write_year
from tests.support.cmrt_workbooks import ROWS as CMRT_ROWS
from tests.support.cmrt_workbooks import by_id, cmrt, not_listed

CID, NAME = "Smelter Identification Number", "Smelter Name"
UNLISTED = [
    not_listed("Gold", "Invented Gld Works", "JAPAN"),
    not_listed("Tin", "Andes Works (invented)", "PERU"),
    not_listed("Tin", "=Works of signs (invented)", "PERU"),
    not_listed("Tungsten", "Zinnwerk Erfunden", "GERMANY"),
]


def begun(tmp_path: Path, yml: str = YML) -> tuple[Path, Path]:
    """A year that was reconciled once from one answer, and the folder of answers."""
    data, answers = tmp_path / "data", tmp_path / "answers"
    (write_year(data, yml=yml) / "smelters.xlsx").unlink()
    answers.mkdir()
    cmrt(answers / "a.xlsx", rows=[*CMRT_ROWS, *UNLISTED])
    run(data, answers)
    return data, answers


def run(data: Path, answers: Path) -> tuple[Finding, ...]:
    return reconcile_year(data, 2021, answers, processes=1).findings


def listed(data: Path, name: str = "Smelter List") -> list[dict[str, str]]:
    return _records(data / "2021" / "smelters.xlsx", name)


def reviewed(data: Path, name: str = "Rows") -> list[dict[str, str]]:
    return _records(data / "2021" / "review" / "review.xlsx", name)


def _records(path: Path, name: str) -> list[dict[str, str]]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name(name)
    headings, *rows = sheet.to_python(skip_empty_area=False)
    return [dict(zip(map(str, headings), map(str, row), strict=True)) for row in rows]


@dataclass
class Edits:
    """What a person did, and what must be there after every further run."""

    data: Path
    chance: random.Random
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    """(key, heading) to the value typed."""
    comments: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    order: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    """Names of the rows that the person added."""
    joined: dict[str, str] = field(default_factory=dict)
    """Key of a row that a decision or a typed identifier joins to another, to the key of that one."""

    def make(self) -> None:
        """Some of all kinds of edits, in both workbooks."""
        path = self.data / "2021" / "smelters.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book["Smelter List"]
        rows = [[cell.value for cell in cells] for cells in sheet.iter_rows()]
        rows = self._edited([list(map(str, rows[0])), *rows[1:]])
        for cells in sheet.iter_rows():
            for cell in cells:
                cell.value = None
        for number, row in enumerate(rows, start=1):
            for at, value in enumerate(row, start=1):
                sheet.cell(number, at).value = value
                if isinstance(value, str) and value.startswith("="):
                    sheet.cell(number, at).data_type = "s"
        self._other_sheet(book.create_sheet("Other minerals"))
        book.save(path)
        self._review()

    def _edited(self, rows: list[list[Any]]) -> list[list[Any]]:
        headings, *body = rows
        at = {title: number for number, title in enumerate(headings)}
        key = at["Key"]
        headings.append("Reviewer")
        for row in body:
            row.append(None)
        at["Reviewer"] = len(headings) - 1
        for row in self._some(body, 2):
            self.deleted.add(row[key])
            body.remove(row)
        for title, text in (
            (NAME, "Typed name (invented)"), ("Smelter Country", "CHILE"), ("Footnote", "typed note"),
            ("Smelter City", "Typed City"), ("Recycled or Scrap", "Yes"), ("Reviewer", "Ina"),
            ("Status", "Conformant"), ("Other Names", "One | Two"),
        ):  # fmt: skip
            for row in self._some(body, 2):
                row[at[title]] = text
                self.cells[row[key], title] = text
        for row in self._some([row for row in body if not row[at[CID]]], 1):
            if "Gold CID900001" not in self.deleted and row[at["Metal"]] == "Gold":
                row[at[CID]] = "CID900001"
                self.joined[row[key]] = "Gold CID900001"
        self.chance.shuffle(body)
        for number in range(self.chance.randint(0, 2)):
            name = f"Works of my own {number} (invented)"
            body.insert(self.chance.randint(0, len(body)), self._own_row(headings, name))
            self.added.append(name)
        self.order = [row[key] or "" for row in body]
        return [headings, *body]

    def _own_row(self, headings: list[str], name: str) -> list[Any]:
        own = {"Metal": "Tin", NAME: name, "Smelter Country": "PERU", "Status": "Open", "Footnote": "mine"}
        return [own.get(title) for title in headings]

    def _other_sheet(self, sheet: Worksheet) -> None:
        sheet.append(["Mineral", "Name"])
        sheet.append(["Cobalt", "Kept Works (invented)"])
        sheet["B2"].font = Font(bold=True)

    def _review(self) -> None:
        path = self.data / "2021" / "review" / "review.xlsx"
        book = openpyxl.load_workbook(path)
        rows = book["Rows"]
        headings = [cell.value for cell in rows[1]]
        comment = headings.index("Internal Comment") + 1
        for number in self._some(range(2, rows.max_row + 1), 3):
            key = str(rows.cell(number, 1).value)
            self.comments[key] = f"asked about {number}"
            rows.cell(number, comment).value = self.comments[key]
        decisions = book["Decisions"]
        verdict = [cell.value for cell in decisions[1]].index("Decision") + 1
        for number in self._some(range(2, decisions.max_row + 1), 1):
            metal = str(decisions.cell(number, 1).value).partition(" ")[0]
            target = f"{metal} {decisions.cell(number, 5).value}"
            is_accepted = self.chance.random() < 0.5 and " CID" in target and target not in self.deleted
            decisions.cell(number, verdict).value = "accept" if is_accepted else "reject"
            if is_accepted:
                self.joined[str(decisions.cell(number, 1).value)] = target
        book.save(path)

    def _some(self, of: Any, most: int) -> list[Any]:
        there = list(of)
        return self.chance.sample(there, min(self.chance.randint(0, most), len(there)))

    def lost(self) -> Iterator[str]:
        """Each edit that is not there."""
        rows = listed(self.data)
        by_key = {row["Key"]: row for row in rows}
        for (key, title), text in self.cells.items():
            target = self.joined.get(key, key)
            row = by_key.get(target, {})
            edited_there = (target, title) in self.cells
            if key not in self.joined and row.get(title) != text:
                yield f"{key} {title} is {row.get(title)}"
            elif key in self.joined and not edited_there and row.get(title) != text:
                yield f"{key} joined, {title} is {row.get(title)}"
        left = {row["Key"]: row["Internal Comment"] for row in reviewed(self.data, "Left out")}
        said = {row["Key"]: row["Internal Comment"] for row in reviewed(self.data)} | left
        for key, text in self.comments.items():
            if text not in said.get(self.joined.get(key, key), ""):
                yield f"comment on {key}"
        yield from (f"{key} is back" for key in self.deleted & by_key.keys())
        untold = self.deleted - self.joined.keys() - left.keys()
        yield from (f"{key} is not among those left out" for key in untold)
        names = {row[NAME] for row in rows}
        yield from (f"row '{name}'" for name in self.added if name not in names)
        order = [key for key in self.order if key and key not in self.joined]
        there = [row["Key"] for row in rows if row["Key"] in order]
        if order != there:
            yield f"order {there}, was {order}"
        other = openpyxl.load_workbook(self.data / "2021" / "smelters.xlsx")["Other minerals"]
        if (other["B2"].value, other["B2"].font.bold) != ("Kept Works (invented)", True):
            yield "the further sheet"


@pytest.mark.parametrize("seed", range(12))
def test_no_edit_is_lost_in_further_runs(seed: int, tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    edits = Edits(data, random.Random(seed))
    edits.make()
    run(data, answers)
    assert [*edits.lost()] == []
    folder = data / "2021"
    first = (folder / "smelters.xlsx").read_bytes(), (folder / "reconciled.yml").read_bytes(), reviewed(data)
    run(data, answers)
    assert [*edits.lost()] == []
    again = (folder / "smelters.xlsx").read_bytes(), (folder / "reconciled.yml").read_bytes(), reviewed(data)
    assert again == first
    (year,) = load(data, 2021)
    assert "RD-002" in {one.code for one in year.findings} or not edits.deleted


HEADINGS_AS_FILED = YML.replace(
    "annex:\n", "annex:\n  headings: {name: Facility, country_as_filed: Location}\n", 1
)


def test_headings_order_and_formulas_stay_as_a_person_made_them(tmp_path: Path) -> None:
    assert HEADINGS_AS_FILED != YML
    data, answers = begun(tmp_path, HEADINGS_AS_FILED)
    path = data / "2021" / "smelters.xlsx"
    shutil.rmtree(data / "2021" / "review")
    (data / "2021" / "reconciled.yml").unlink()
    headings = ("Facility", "Twice", "Metal", "Location", "Status")
    rows = [
        ("Zinnwerk Erfunden", Formula("=1+1", 2), "Tungsten", "GERMANY", "Open"),
        ("Andes Works (invented)", Formula("=LEN(A3)", 22), "Tin", "PERU", "Open"),
    ]
    workbook(path, rows, headings=headings, sheets=["Smelter List", "Notes"])
    for _ in range(2):
        run(data, answers)
        there = listed(data)
        assert [*there[0]][:5] == [*headings]
        assert [row["Facility"] for row in there if row["Twice"]] == [
            "Zinnwerk Erfunden", "Andes Works (invented)",
        ]  # fmt: skip
        assert [row["Twice"] for row in there if row["Twice"]] in (["2", "22"], ["2.0", "22.0"])
        assert len(there) == 8
        book = openpyxl.load_workbook(path)
        assert "Notes" in book.sheetnames
        formulas = [cell.value for cell in book["Smelter List"]["B"] if cell.data_type == "f"]
        assert formulas[0] == "=1+1"
        assert formulas[1].startswith("=LEN(A")
    (year,) = load(data, 2021)
    assert {one.code for one in year.findings} & {"WB-007", "WB-004", "RD-002"} == set()


def as_before(data: Path) -> None:
    """Makes of a reconciled year what earlier versions wrote: all of it in one workbook."""
    folder = data / "2021"
    book, review = (openpyxl.load_workbook(folder / name) for name in ("smelters.xlsx", "review/review.xlsx"))
    rows = {row["Key"]: row for row in reviewed(data)}
    sheet = book["Smelter List"]
    at = next(cell.column for cell in sheet[1] if cell.value == "Key")
    sheet.insert_cols(at, 3)
    for shift, title in enumerate(("Internal Comment", "Reported By", "Flags")):
        sheet.cell(1, at + shift).value = title
        for number in range(2, sheet.max_row + 1):
            sheet.cell(number, at + shift).value = rows[sheet.cell(number, at + 3).value][title]
    for name in ("Decisions", "Evidence", "Supplier survey", "As written"):
        made = book.create_sheet(name)
        for cells in review[name].iter_rows():
            for cell in cells:
                made[cell.coordinate].value = cell.value
                made[cell.coordinate].data_type = cell.data_type
    book["As written"].sheet_state = "veryHidden"
    book.save(folder / "smelters.xlsx")
    shutil.rmtree(folder / "review")
    (folder / "reconciled.yml").unlink()


@pytest.mark.parametrize("seed", range(4))
def test_a_workbook_of_earlier_versions_is_taken_over_without_loss(seed: int, tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    edits = Edits(data, random.Random(seed + 100))
    edits.make()
    run(data, answers)
    left = {row["Key"] for row in reviewed(data, "Left out")}
    before = listed(data), [row for row in reviewed(data) if row["Key"] not in left]
    as_before(data)
    run(data, answers)
    if not left:  # earlier versions did not know what was deleted
        assert (listed(data), reviewed(data)) == before
    book = openpyxl.load_workbook(data / "2021" / "smelters.xlsx")
    assert book.sheetnames == ["Smelter List", "Read me", "Other minerals"]
    headings = [cell.value for cell in book["Smelter List"][1]]
    assert not {"Internal Comment", "Reported By", "Flags"} & {*headings}


def test_names_of_suppliers_are_taken_over_into_the_file_that_is_not_committed(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    settings = data / "2021" / "reconcile.yml"
    settings.write_text("suppliers: [Silent Ltd.]\n")
    assert [one.code for one in run(data, answers)].count("RD-005") == 1
    assert '- "Silent Ltd."' in (data / "2021" / "suppliers.yml").read_text(encoding="utf-8")
    settings.write_text("oldest_version: 6.01\n")
    assert "RD-005" not in {one.code for one in run(data, answers)}
    assert "Silent Ltd." in {row["Supplier"] for row in _survey(data)}


def _survey(data: Path) -> list[dict[str, str]]:
    rows = CalamineWorkbook.from_path(data / "2021" / "review" / "review.xlsx")
    cells = rows.get_sheet_by_name("Supplier survey").to_python(skip_empty_area=False)
    at = next(number for number, row in enumerate(cells) if row[0] == "Supplier")
    return [dict(zip(map(str, cells[at]), map(str, row), strict=True)) for row in cells[at + 1 :]]


def test_a_copy_of_a_row_is_a_row_of_its_own(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    gold = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "CID900001")
    sheet.append([*gold[:10], "a second plant", *gold[11:]])
    sheet.append([gold[0], "CID900099", *gold[2:]])
    book.save(path)
    for _ in range(3):
        run(data, answers)
        keys = [row["Key"] for row in listed(data) if row["Metal"] == "Gold"]
        assert {"Gold CID900001", "Gold CID900001 (2)", "Gold CID900099"} <= {*keys}
        assert len(keys) == 4
        notes = [row["Footnote"] for row in listed(data) if row["Key"] == "Gold CID900001 (2)"]
        assert notes == ["a second plant"]


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda folder: None,
    "the review is gone": lambda folder: shutil.rmtree(folder / "review"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_deleted_row_stays_out_also_without_the_review(change: str, tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    sheet.delete_rows(next(row[0].row for row in sheet.iter_rows() if row[1].value == "CID900001"))
    book.save(path)
    for _ in range(2):
        CHANGES[change](data / "2021")
        run(data, answers)
        assert "Gold CID900001" not in {row["Key"] for row in listed(data)}
        assert [row["Key"] for row in reviewed(data, "Left out")] == ["Gold CID900001"]


def test_a_later_report_joins_the_row_that_a_person_added(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    book["Smelter List"].append(["Tin", "CID900099", "Works that I know (invented)", None, "PERU"])
    book.save(path)
    run(data, answers)
    cmrt(
        answers / "b.xlsx", company="Example Other Ltd. (invented)",
        rows=[{**not_listed("Tin", "Works they know", "PERU"), "A": "CID900099"}, by_id("CID900001")],
    )  # fmt: skip
    run(data, answers)
    (row,) = (row for row in reviewed(data) if row["Key"] == "Tin CID900099")
    assert row["Reported By"] == "Example Other Ltd. (invented)"
    assert row["Smelter Name"] == "Works that I know (invented)"


def test_an_identifier_of_another_metal_is_told_and_kept(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    number = next(row[0].row for row in sheet.iter_rows() if row[2].value == "Zinnwerk Erfunden")
    sheet.cell(number, 2).value = "CID900001"
    book.save(path)
    for _ in range(2):
        run(data, answers)
        (row,) = (row for row in reviewed(data) if row["Smelter Name"] == "Zinnwerk Erfunden")
        assert row["Key"] == "Tungsten CID900001"
        assert "CID900001 belongs to Gold" in row["Flags"]


def test_a_workbook_that_openpyxl_refuses_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    change_part(path, "xl/styles.xml", b'<family val="2"/>', b'<family val="200"/>')
    before = path.read_bytes(), reviewed(data)
    with pytest.raises(DisclosureError, match=r"smelters\.xlsx cannot be changed as it stands"):
        run(data, answers)
    assert (path.read_bytes(), reviewed(data)) == before


def test_what_a_joined_row_says_otherwise_is_told_and_stays_in_the_review(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    at = {str(cell.value): cell.column for cell in sheet[1]}
    reviewer = len(at) + 1
    sheet.cell(1, reviewer).value = "Reviewer"
    by_key = {str(cells[at["Key"] - 1].value): cells[0].row for cells in sheet.iter_rows(min_row=2)}
    joined = next(key for key, row in by_key.items() if not sheet.cell(row, at[CID]).value)
    metal = joined.partition(" ")[0]
    stays = next(key for key in by_key if key.startswith(f"{metal} CID"))
    for key, name, note in ((stays, "Ina", "note of one"), (joined, "Ole", "note of two")):
        sheet.cell(by_key[key], reviewer).value = name
        sheet.cell(by_key[key], at["Footnote"]).value = note
    sheet.cell(by_key[joined], at[CID]).value = stays.partition(" ")[2]
    name = sheet.cell(by_key[joined], at[NAME]).value
    book.save(path)
    for number in range(2):
        run(data, answers)
        (row,) = (row for row in listed(data) if row["Key"] == stays)
        assert (row["Reviewer"], row["Footnote"]) == ("Ina", "note of one")
        (row,) = (row for row in reviewed(data) if row["Key"] == stays)
        assert f"of '{name}': Reviewer 'Ole'" in row["Internal Comment"]
        assert f"of '{name}': Footnote 'note of two'" in row["Internal Comment"]
        report = (data / "2021" / "review" / "report.md").read_text(encoding="utf-8")
        assert ("of it only the comment in the review has: Footnote 'note of two'" in report) == (number == 0)


def test_rows_of_the_list_that_people_do_not_see_are_told_when_they_are_taken_over(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    assert not any(one.code.startswith("WB-") for one in run(data, answers))
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    rows = book["Smelter List"]
    rows.row_dimensions[3].hidden = True
    rows["C4"].font = Font(strike=True)
    book.save(path)
    number = len(listed(data))
    for _ in range(2):
        told = {one.code: one.message for one in run(data, answers)}
        assert told["WB-016"].startswith("row 3 is hidden or filtered out")
        assert told["WB-017"].startswith("row 4 has text that is struck through")
        assert len(listed(data)) == number
    assert {"WB-016", "WB-017"} <= {one.code for one in load(data, 2021)[0].findings}


def test_merged_cells_of_the_list_are_named_before_anything_is_written(tmp_path: Path) -> None:
    data, answers = begun(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    book["Smelter List"].merge_cells("B2:C3")
    book.save(path)
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"WB-009 error: the cells B2:C3 are merged \(.*'Smelter List'!B2\)"):
        run(data, answers)
    assert path.read_bytes() == before


def test_dates_of_statuses_are_dates_in_the_list_that_the_year_began_with(tmp_path: Path) -> None:
    data, answers = tmp_path / "data", tmp_path / "answers"
    empty = smelter_workbook([], ["Conformant", "Open"], dt.date(2021, 1, 1))
    (write_year(data) / "smelters.xlsx").write_bytes(empty)
    answers.mkdir()
    cmrt(answers / "a.xlsx")
    headings = ("METAL", "SMELTER ID", "STANDARD SMELTER NAME")
    of_tin = workbook(tmp_path / "tin.xlsx", [("Tin", "CID900021", "")], headings=headings, sheets=["List"])
    given = GivenList(of_tin, "Conformant", dt.date(2022, 3, 31))
    reconcile_year(data, 2021, answers, lists=[given], processes=1)
    rows = listed(data)
    assert [row["Status As Of"] for row in rows if row["Status"] == "Conformant"] == ["2022-03-31"]
    assert rows[0]["Status As Of"] == ""
