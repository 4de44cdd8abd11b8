"""``formsd reconcile``, from suppliers' workbooks to the site, and what people do between two runs."""

from __future__ import annotations

import json
import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from generator.cli import main
from generator.confidential.withheld import WithheldKind
from generator.confidential.withheld_cells import read_withheld
from generator.model import LIST_COLUMNS
from generator.pipeline import load
from generator.suppliers.output.list_workbook import list_workbook
from generator.suppliers.output.review_files import review_files
from generator.suppliers.output.review_workbook import review_workbook
from generator.suppliers.reconcile import no_check, reconcile
from generator.suppliers.sources.declared_files import files_in, read_files, with_look_ups
from generator.suppliers.sources.reconcile_sources import GivenList, read_sources
from generator.year.start import start_year
from tests.support.build import build_strictly
from tests.support.builders import workbook, write_year
from tests.support.built_site import files_in as files_of
from tests.support.cmrt_workbooks import ROWS as CMRT_ROWS
from tests.support.cmrt_workbooks import by_id, cmrt, not_listed
from tests.support.seven_suppliers import Case, make
from tests.support.started_year import copy_project

SITE_URL = "https://www.invented.internal/ir/"
ALONE = ("--processes", "1")
"""Reads a few answers in the time that starting another process takes."""


@pytest.fixture(scope="module")
def case(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The seven suppliers' answers; tests read them and never write there."""
    return make(repo, tmp_path_factory.mktemp("seven"))


@pytest.fixture(scope="module")
def project(repo: Path, case: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project whose list of 2021 is made from the answers."""
    folder = tmp_path_factory.mktemp("project")
    copy_project(repo, folder)
    year = shutil.copytree(repo / "data", folder / "data") / "2021"
    (year / "smelters.xlsx").unlink()
    (year / "decisions.yml").write_text(case.decisions, encoding="utf-8")
    shutil.copy(case.pairs, year / "old.csv")
    result = run(case, folder / "data")
    assert result.exit_code == 0, result.output
    (folder / "output.txt").write_text(result.stdout, encoding="utf-8")
    return folder


def run(case: Case, data: Path, *more: str) -> Result:
    """``formsd reconcile 2021`` with the case's lists."""
    lists = [f"Full Compliant={case.conformant}@2022-03-31", f"Active={case.active}"]
    given = [argument for one in lists for argument in ("--status-list", one)]
    command = ["reconcile", "2021", "--data", str(data), "--from", str(case.answers), *given, *more]
    return CliRunner().invoke(main, command)


def formsd(data: Path, answers: Path, *more: str) -> Result:
    command = ["reconcile", "2021", "--data", str(data), "--from", str(answers), *more]
    return CliRunner().invoke(main, command)


def sheet(path: Path, name: str = "Smelter List") -> list[dict[str, str]]:
    """The rows of a sheet by their headings."""
    headings, *rows = (
        CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)
    )
    return [dict(zip(map(str, headings), map(str, row), strict=True)) for row in rows]


def review(path: Path, name: str = "Rows") -> list[dict[str, str]]:
    """The rows of a sheet of the review that belongs to a list."""
    return sheet(path.parent / "review" / "review.xlsx", name)


def review_of(path: Path, **cells: str) -> dict[str, str]:
    """The row of the review that has these cells; ``_`` in a heading stands for a blank."""
    wanted = {title.replace("_", " "): text for title, text in cells.items()}
    return next(row for row in review(path) if wanted.items() <= row.items())


def delete(path: Path, **cells: str) -> None:
    """Deletes the rows of the list that have these cells."""
    book = openpyxl.load_workbook(path)
    listed = book["Smelter List"]
    columns = {cell.value: cell.column for cell in listed[1]}
    wanted = {columns[title.replace("_", " ")]: text for title, text in cells.items()}
    found = [
        number
        for number in range(2, listed.max_row + 1)
        if all(listed.cell(number, column).value == text for column, text in wanted.items())
    ]
    assert found
    for number in reversed(found):
        listed.delete_rows(number)
    book.save(path)


def edit(path: Path, sheet: str, row: Mapping[str, str], **values: Any) -> None:
    """Types ``values`` into the row that has ``row``; ``_`` in a heading stands for a blank."""
    book = openpyxl.load_workbook(path)
    cells = book[sheet]
    columns = {cell.value: cell.column for cell in cells[1]}
    for number in range(2, cells.max_row + 1):
        if all(cells.cell(number, columns[title]).value == value for title, value in row.items()):
            for title, value in values.items():
                heading = title.replace("_", " ")
                column = columns.setdefault(heading, len(columns) + 1)
                cells.cell(1, column).value = heading
                cells.cell(number, column).value = value
            break
    else:
        raise AssertionError(row)
    book.save(path)


def test_seven_suppliers_give_the_298_rows_of_the_annex(project: Path, case: Case) -> None:
    rows = sheet(project / "data" / "2021" / "smelters.xlsx")
    columns = ("Metal", "Smelter Identification Number", "Smelter Name", "Smelter Country", "Status")
    made = sorted(tuple(row[column] for column in columns) for row in rows)
    assert made == sorted((one.metal, one.cid, one.name, one.country, one.status) for one in case.smelters)
    assert Counter(row["Status"] for row in rows) == {
        "Full Compliant": 237,
        "Active": 16,
        "Indeterminable": 45,
    }
    assert {row["Status As Of"] for row in rows if row["Status"] == "Full Compliant"} == {"2022-03-31"}
    assert len(rows) == 298


def test_every_row_that_was_read_is_accounted_for(project: Path) -> None:
    lines = (project / "output.txt").read_text(encoding="utf-8").splitlines()
    assert "8 files: 7 used, 1 replaced by another answer, 0 set aside." in lines
    assert (
        "580 rows: 298 kept, 279 merged, 2 older answer of the same supplier, 1 smelter not yet identified."
        in lines
    )
    report = json.loads((project / "data" / "2021" / "review" / "report.json").read_text(encoding="utf-8"))
    tallies = [report["counts"]["rows"], *report["counts"]["by_supplier"].values()]
    assert all(t["read"] == t["kept"] + t["merged"] + sum(t["set_aside"].values()) for t in tallies)
    assert sum(t["read"] for t in report["counts"]["by_supplier"].values()) == 580
    assert report["survey"] == {
        "survey.suppliers": 7,
        "survey.answered": 7,
        "survey.outside_covered_countries": 7,
    }


def test_a_check_of_the_list_as_reconciled_misses_no_row_and_none_too_many(project: Path) -> None:
    (year,) = load(project / "data", 2021)
    assert {finding.code for finding in year.findings} & {"RD-002", "RD-003"} == set()
    text = (project / "data" / "2021" / "reconciled.yml").read_text(encoding="utf-8")
    assert text.count("\n  - ") == 298 + 2
    assert '{file: "conformant.xml", statuses: ["Full Compliant"], as_of: "2022-03-31"}' in text


def test_what_is_committed_names_no_supplier(project: Path) -> None:
    folder = project / "data" / "2021"
    report = json.loads((folder / "review" / "report.json").read_text(encoding="utf-8"))
    suppliers = {name.encode() for name in report["counts"]["by_supplier"]}
    cells = "\n".join(
        text for name in ("Smelter List", "Read me") for row in sheet(folder / "smelters.xlsx", name)
        for text in row.values()
    )  # fmt: skip
    committed = [cells.encode(), (folder / "reconciled.yml").read_bytes()]
    assert [name for name in suppliers for content in committed if name in content] == []
    ignored = (folder / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/review/", "/suppliers.yml"} <= {*ignored}


@pytest.mark.site
def test_the_site_builds_from_the_reconciled_list(project: Path, tmp_path: Path) -> None:
    build_strictly(project / "mkdocs.yml", tmp_path / "site", site_url=SITE_URL)
    page = (tmp_path / "site" / "2021" / "annex" / "index.html").read_text(encoding="utf-8")
    assert page.count(' id="CID9') == 283
    published = b"".join(files_of(tmp_path / "site").values())
    assert b"Example Alpha" not in published
    assert b"alpha.xlsx" not in published


def test_every_supplier_and_file_of_the_reconciled_list_is_withheld(project: Path, case: Case) -> None:
    withheld = read_withheld(project / "data" / "2021", "2021")
    of_kind = {kind: {one.value for one in withheld if one.kind is kind} for kind in WithheldKind}
    report = json.loads((project / "data" / "2021" / "review" / "report.json").read_text(encoding="utf-8"))
    assert of_kind[WithheldKind.SUPPLIER] == report["counts"]["by_supplier"].keys()
    used = {path.name for path in case.answers.rglob("*.xls*")} - {"eta-2021.xlsx"}
    assert of_kind[WithheldKind.FILE] == used


def test_the_order_of_files_does_not_change_a_byte(project: Path, case: Case) -> None:
    lists = [GivenList(case.conformant, "Full Compliant"), GivenList(case.active)]
    sources = read_sources(project / "data", 2021, lists, ())
    found = with_look_ups(read_files(files_in(case.answers)[0], no_check, processes=1))
    expected = _bytes(sources, found)
    for seed in (1, 2):
        mixed = random.Random(seed).sample(found, len(found))
        assert _bytes(sources, mixed) == expected


def _bytes(sources: Any, found: Any) -> tuple[bytes, dict[str, bytes]]:
    result = reconcile(sources, found)
    return list_workbook(result), {**review_files(result), "review": review_workbook(result)}


def test_a_rerun_changes_nothing(project: Path, case: Case, tmp_path: Path) -> None:
    data = shutil.copytree(project / "data", tmp_path / "data")
    before = files_of(data)
    assert run(case, data, *ALONE).exit_code == 0
    assert files_of(data) == before


def test_a_rerun_keeps_what_people_wrote(project: Path, case: Case, tmp_path: Path) -> None:
    data = shutil.copytree(project / "data", tmp_path / "data")
    path = data / "2021" / "smelters.xlsx"
    first = next(row for row in sheet(path) if row["Metal"] == "Gold")
    name = {"Smelter Name": first["Smelter Name"], "Metal": "Gold"}
    edit(path, "Smelter List", name, Status="Active", Reviewer="Ina")
    edit(path.parent / "review" / "review.xlsx", "Rows", name, Internal_Comment="called them")
    result = run(case, data, *ALONE)
    assert result.exit_code == 0, result.output
    row = next(row for row in sheet(path) if row["Smelter Name"] == first["Smelter Name"])
    assert (row["Status"], row["Reviewer"]) == ("Active", "Ina")
    reviewed = review_of(path, Key=row["Key"])
    assert reviewed["Internal Comment"] == "called them"
    assert "Status 'Active', computed 'Full Compliant'" in reviewed["Flags"]
    assert len(sheet(path)) == 298
    before = path.read_bytes()
    assert run(case, data, *ALONE).exit_code == 0
    assert review_of(path, Key=row["Key"]) == reviewed
    assert path.read_bytes() == before
    assert (data / "2021" / "review" / "review-before.xlsx").exists()


def small(tmp_path: Path) -> tuple[Path, Path]:
    """An invented year without a list, and an empty folder for answers."""
    (write_year(tmp_path / "data") / "smelters.xlsx").unlink()
    (tmp_path / "answers").mkdir()
    return tmp_path / "data", tmp_path / "answers"


def test_a_row_that_nobody_reports_any_more_stays_until_a_person_deletes_it(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    cmrt(answers / "a.xlsx", rows=[*CMRT_ROWS, not_listed("Tin", "Gone Works (invented)", "PERU")])
    assert formsd(data, answers).exit_code == 0
    cmrt(answers / "a.xlsx")
    result = formsd(data, answers)
    assert (
        "5 rows in the list, 1 of them reported by nobody: 1 gold, 1 tantalum, 2 tin, 1 tungsten."
        in result.output
    )
    gone = review_of(path, Smelter_Name="Gone Works (invented)")
    assert gone["Flags"] == "no longer reported: delete the row if that is right"
    assert formsd(data, answers).exit_code == 0
    assert review_of(path, Key=gone["Key"])["Flags"] == gone["Flags"]
    delete(path, Smelter_Name="Gone Works (invented)")
    assert formsd(data, answers).exit_code == 0
    assert len(sheet(path)) == 4


def test_nothing_alike_is_joined_before_a_person_decides(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    typed = not_listed("Gold", "Invented Gld Works", "JAPAN", Q="=1+1")
    cmrt(answers / "a.xlsx", rows=[*CMRT_ROWS, typed])
    assert "1 suggestion to decide" in formsd(data, answers).output
    assert len(sheet(path)) == 5
    (suggested,) = review(path, "Decisions")
    assert suggested["Reported as"] == "Invented Gld Works"
    assert suggested["Perhaps the same as"] == "CID900001"
    assert "same country" in suggested["Why"]
    reviewed = path.parent / "review" / "review.xlsx"
    edit(reviewed, "Rows", {"Smelter Name": "Invented Gld Works"}, Internal_Comment="asked")
    edit(reviewed, "Decisions", {"Rank": "1"}, Decision="accept", Comment="same street")
    result = formsd(data, answers)
    assert "5 rows: 4 kept, 1 merged." in result.output
    assert len(sheet(path)) == 4
    assert review_of(path, Metal="Gold")["Internal Comment"] == "asked"
    (kept,) = review(path, "Decisions")
    assert (kept["Decision"], kept["Comment"]) == ("accept", "same street")
    assert len(formsd(data, answers).output) > 0
    assert len(sheet(path)) == 4


def test_a_decision_is_used_again_next_year(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx", rows=[*CMRT_ROWS, not_listed("Gold", "Invented Gld Works", "JAPAN")])
    decided = "accepted:\n  - metal: Gold\n    name: Invented Gld Works\n    is: CID900001\n"
    shutil.copytree(data / "2021", data / "2020")
    (data / "2020" / "decisions.yml").write_text(decided)
    assert "5 rows: 4 kept, 1 merged." in formsd(data, answers).output


def test_rejected_suggestions_are_not_made_again(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    cmrt(answers / "a.xlsx", rows=[*CMRT_ROWS, not_listed("Gold", "Invented Gld Works", "JAPAN")])
    assert formsd(data, answers).exit_code == 0
    edit(path.parent / "review" / "review.xlsx", "Decisions", {"Rank": "1"}, Decision="reject")
    assert "to decide" not in formsd(data, answers).output
    assert [row["Decision"] for row in review(path, "Decisions")] == ["reject"]
    assert len(sheet(path)) == 5


def test_text_of_a_formula_stays_text_everywhere(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    evil = '=HYPERLINK("https://www.example.com","x")'
    cmrt(answers / "a.xlsx", company="=1+1 (invented)", rows=[*CMRT_ROWS, not_listed("Tin", evil, "PERU")])
    assert formsd(data, answers).exit_code == 0
    review = data / "2021" / "review"
    listed = data / "2021" / "smelters.xlsx"
    edit(listed, "Smelter List", {"Metal": "Gold"}, Footnote="'=2+2")
    assert formsd(data, answers).exit_code == 0
    for path, text in (
        (listed, evil),
        (review / "review.xlsx", "=1+1 (invented)"),
        (review / "follow-up.xlsx", "=1+1 (invented)"),
    ):
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert any(cell.value == text for cell in cells)
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    text = (data / "2021" / "review" / "evidence.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
    assert ",=HYPERLINK" not in text


def test_words_to_send_are_plain_text(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    rows = [*CMRT_ROWS, by_id("CID999999"), not_listed("Tin", "Gone_Works <x>", "PERU")]
    cmrt(answers / "a.xlsx", company="Acme_Parts & Sons* (invented)", rows=rows)
    assert formsd(data, answers).exit_code == 0
    (letter,) = (data / "2021" / "review" / "follow-up").glob("acme-parts*.txt")
    text = letter.read_text(encoding="utf-8")
    assert text.startswith("Acme_Parts & Sons* (invented): review of your reporting template for 2021\n")
    assert "\\" not in text
    assert "CID999999" in text


def test_a_supplier_called_like_a_device_of_windows_gets_a_letter(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx", company="CON", rows=[*CMRT_ROWS, by_id("CID999999")])
    assert formsd(data, answers).exit_code == 0
    letters = (data / "2021" / "review" / "follow-up").iterdir()
    assert sorted(letter.name for letter in letters) == ["supplier-con.eml", "supplier-con.txt"]


def test_a_rerun_keeps_files_of_people_and_does_not_replace_what_they_changed(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx")
    assert formsd(data, answers).exit_code == 0
    review = data / "2021" / "review"
    (review / "my notes.md").write_text("Called Acme.")
    assert formsd(data, answers).exit_code == 0
    assert (review / "my notes.md").read_text() == "Called Acme."
    (review / "report.md").write_text("Changed")
    before = (data / "2021" / "smelters.xlsx").read_bytes()
    result = formsd(data, answers)
    assert result.exit_code == 1
    assert "report.md was changed or put there by hand" in " ".join(result.output.split())
    assert (review / "report.md").read_text() == "Changed"
    assert (data / "2021" / "smelters.xlsx").read_bytes() == before


def test_an_interrupted_run_leaves_the_old_workbook_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx")
    assert formsd(data, answers).exit_code == 0
    before = (data / "2021" / "smelters.xlsx").read_bytes()
    cmrt(answers / "b.xlsx", company="Example Other Ltd. (invented)", rows=[by_id("CID900002")])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = formsd(data, answers)
    assert result.exit_code == 1
    assert "smelters.xlsx cannot be replaced: No space left on device" in result.output
    assert (data / "2021" / "smelters.xlsx").read_bytes() == before
    assert [path.name for path in (data / "2021").glob(".smelters*")] == []


def test_a_folder_without_any_answer_changes_nothing(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    (answers / "letter.pdf").write_bytes(b"%PDF-1.7 invented")
    result = formsd(data, answers)
    assert result.exit_code == 1
    assert "letter.pdf" in result.output
    assert result.output.splitlines()[-1] == "Nothing was written."
    assert not (data / "2021" / "smelters.xlsx").exists()


def test_the_list_holds_what_may_be_published_and_keys(project: Path) -> None:
    book = openpyxl.load_workbook(project / "data" / "2021" / "smelters.xlsx")
    assert book.sheetnames == ["Smelter List", "Read me"]
    cells = book["Smelter List"]
    assert [cell.value for cell in cells[1]] == [*LIST_COLUMNS.values(), "Key"]
    assert cells.freeze_panes == "D2"
    assert cells.auto_filter.ref == "A1:L299"
    choices = {str(one.sqref): one.formula1 for one in cells.data_validations.dataValidation}
    assert '"Full Compliant,Active,Indeterminable"' in choices.values()


def test_the_review_is_made_for_people(project: Path) -> None:
    book = openpyxl.load_workbook(project / "data" / "2021" / "review" / "review.xlsx")
    assert book.sheetnames == [
        "Rows", "Read me", "Decisions", "Left out", "Evidence", "Supplier survey", "As written",
    ]  # fmt: skip
    assert book["As written"].sheet_state == "veryHidden"
    flagged = [row for row in book["Rows"].iter_rows(min_row=2) if row[6].value]
    assert {row[6].fill.fgColor.rgb for row in flagged} <= {"FFF8D7DA", "FFFFE8CC", "FFDCEBFA"}
    assert any("covered country" in row[6].value for row in flagged)


def test_evidence_names_the_cell_of_each_report(project: Path) -> None:
    rows = review(project / "data" / "2021" / "smelters.xlsx", "Evidence")
    first = next(row for row in rows if "Example Alpha" in row["Where"])
    assert "Example Alpha Ltd. (invented): alpha.xlsx 'Smelter List'!C" in first["Where"]
    csv = (project / "data" / "2021" / "review" / "evidence.csv").read_text(encoding="utf-8-sig")
    assert len(csv.splitlines()) == 581


def test_json_gives_the_same_report(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx")
    report = json.loads(formsd(data, answers, "--json").stdout)
    assert report["counts"]["adds_up"] is True
    assert report["counts"]["list"]["rows"] == 4
    assert report == json.loads((data / "2021" / "review" / "report.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["Conformant=list.xlsx@2022-02-31", ""])
def test_a_status_list_that_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    data, answers = small(tmp_path)
    result = formsd(data, answers, "--status-list", text)
    assert result.exit_code == 2
    assert "[STATUS=]FILE[#SHEET][@DATE]" in result.output


def test_a_list_that_people_made_is_kept_row_by_row(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    rows = [
        ("Gold", "", "Invented Gold Works", "JAPAN", "Conformant"),
        ("Tin", "", "Works of last season (invented)", "PERU", "Open"),
    ]
    workbook(path, rows)
    cmrt(answers / "a.xlsx")
    result = formsd(data, answers)
    assert result.exit_code == 0, result.output
    made = {row["Smelter Name"]: row for row in sheet(path)}
    assert len(made) == 5
    gold = made["Invented Gold Works"]
    assert (gold["Smelter Identification Number"], gold["Status"]) == ("CID900001", "Conformant")
    assert "Status 'Conformant', computed 'Open'" in review_of(path, Key=gold["Key"])["Flags"]
    own = review_of(path, Smelter_Name="Works of last season (invented)")
    assert own["Flags"] == "edited by a person: row added by a person, reported by nobody"


def test_a_row_that_a_person_deleted_stays_out_until_a_person_wants_it_back(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    cmrt(answers / "a.xlsx")
    assert formsd(data, answers).exit_code == 0
    gold = review_of(path, Metal="Gold")
    edit(path.parent / "review" / "review.xlsx", "Rows", {"Metal": "Gold"}, Internal_Comment="closed")
    delete(path, Metal="Gold")
    for _ in range(2):
        result = formsd(data, answers)
        assert "1 smelter that suppliers report is left out, because its row was deleted" in result.output
        assert "1 left out, because its row was deleted from the list" in result.output
        assert [row["Metal"] for row in sheet(path)] == ["Tantalum", "Tin", "Tungsten"]
    (left,) = review(path, "Left out")
    assert (left["Key"], left["Reported By"]) == (gold["Key"], gold["Reported By"])
    assert left["Internal Comment"] == "closed"
    assert f"{gold['Key']}: its row was deleted" in (data / "2021" / "review" / "report.md").read_text(
        "utf-8"
    )
    edit(path.parent / "review" / "review.xlsx", "Left out", {"Key": gold["Key"]}, Bring_back="yes")
    assert "left out" not in formsd(data, answers).output
    assert review_of(path, Metal="Gold")["Key"] == gold["Key"]
    assert review(path, "Left out") == []


def test_a_deleted_row_is_back_once_a_person_enters_it_again(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    cmrt(answers / "a.xlsx")
    assert formsd(data, answers).exit_code == 0
    gold = next(row for row in sheet(path) if row["Metal"] == "Gold")
    delete(path, Metal="Gold")
    assert formsd(data, answers).exit_code == 0
    book = openpyxl.load_workbook(path)
    book["Smelter List"].append(["Gold", gold["Smelter Identification Number"]])
    book.save(path)
    assert formsd(data, answers).exit_code == 0
    back = next(row for row in sheet(path) if row["Metal"] == "Gold")
    assert back == gold
    assert review_of(path, Metal="Gold")["Reported By"]


def test_an_identifier_that_a_person_types_is_resolved_like_any_other(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    unlisted = not_listed("Gold", "Some works (invented)", "PERU")
    cmrt(answers / "a.xlsx", rows=[*CMRT_ROWS[1:], unlisted])
    status = ("--status-list", f"Conformant={_list_of_gold(tmp_path)}@2022-03-31")
    assert formsd(data, answers, *status).exit_code == 0
    edit(
        path, "Smelter List", {"Smelter Name": "Some works (invented)"},
        Smelter_Identification_Number="cid 900001", Footnote="as told by phone",
    )  # fmt: skip
    for _ in range(2):
        assert formsd(data, answers, *status).exit_code == 0
        (row,) = (row for row in sheet(path) if row["Metal"] == "Gold")
        assert row["Key"] == "Gold CID900001"
        assert row["Smelter Identification Number"] == "CID900001"
        assert (row["Smelter Name"], row["Status"]) == ("Invented Gold Works", "Conformant")
        assert row["Footnote"] == "as told by phone"
        assert review_of(path, Key="Gold CID900001")["Reported By"]
    (decided,) = review(path, "Decisions")
    assert (decided["Decision"], decided["Perhaps the same as"]) == ("accept", "CID900001")
    cmrt(answers / "b.xlsx", company="Example Other Ltd. (invented)", rows=[by_id("CID900001")])
    assert formsd(data, answers, *status).exit_code == 0
    assert review_of(path, Key="Gold CID900001")["Reported By"].count(";") == 1
    edit(path.parent / "review" / "review.xlsx", "Decisions", {"Rank": ""}, Decision="reject")
    assert formsd(data, answers, *status).exit_code == 0
    assert [row["Smelter Name"] for row in sheet(path) if row["Metal"] == "Gold"] == [
        "Invented Gold Works", "Some works (invented)",
    ]  # fmt: skip


def test_a_row_of_an_identifier_alone_is_filled_in(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    cmrt(answers / "a.xlsx", rows=CMRT_ROWS[1:])
    assert formsd(data, answers).exit_code == 0
    book = openpyxl.load_workbook(path)
    book["Smelter List"].append(["Gold", "CID900001"])
    book.save(path)
    assert formsd(data, answers).exit_code == 0
    row = next(row for row in sheet(path) if row["Metal"] == "Gold")
    assert (row["Smelter Name"], row["Status"], row["Key"]) == (
        "Invented Gold Works", "Open", "Gold CID900001",
    )  # fmt: skip
    assert "reported by nobody" in review_of(path, Key=row["Key"])["Flags"]
    cmrt(answers / "b.xlsx", company="Example Other Ltd. (invented)", rows=[by_id("CID900001")])
    assert formsd(data, answers).exit_code == 0
    assert len(sheet(path)) == 4
    assert review_of(path, Key=row["Key"])["Reported By"] == "Example Other Ltd. (invented)"


def _list_of_gold(folder: Path) -> Path:
    rows = [("Gold", "CID900001", "")]
    headings = ("METAL", "SMELTER ID", "STANDARD SMELTER NAME")
    return workbook(folder / "gold.xlsx", rows, headings=headings, sheets=["List"])


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (
            {"Metal": "Copper"},
            "SM-004 error: metal 'Copper' is not known (data/2021/smelters.xlsx 'Smelter List'!A2)",
        ),
        ({"Status_As_Of": "spring"}, "WB-013 error: 'spring' is not a date"),
    ],
)
def test_what_could_not_be_written_again_stops_before_anything_is_lost(
    tmp_path: Path, value: dict[str, str], says: str
) -> None:
    data, answers = small(tmp_path)
    path = data / "2021" / "smelters.xlsx"
    cmrt(answers / "a.xlsx")
    assert formsd(data, answers).exit_code == 0
    edit(path, "Smelter List", {"Metal": "Gold"}, **value)
    before = path.read_bytes()
    result = formsd(data, answers)
    assert result.exit_code == 1
    assert says in result.output
    assert path.read_bytes() == before


def test_a_list_in_csv_is_not_passed_over(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx")
    (data / "2021" / "smelters.csv").write_text("Metal,Smelter Name,Smelter Country,Status\n")
    result = formsd(data, answers)
    assert result.exit_code == 1
    assert "FI-003 error: the list is a CSV file (data/2021/smelters.csv)." in result.output
    assert not (data / "2021" / "smelters.xlsx").exists()


def test_lists_can_stand_in_the_settings(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    cmrt(answers / "a.xlsx")
    headings = ("METAL", "SMELTER ID", "STANDARD SMELTER NAME")
    workbook(data / "2021" / "rmi.xlsx", [("Gold", "CID900001", "")], headings=headings, sheets=["List"])
    settings = "status_lists:\n  - file: rmi.xlsx\n    status: Conformant\n    as_of: 2022-03-31\n"
    (data / "2021" / "reconcile.yml").write_text(settings)
    assert "Status: 1 Conformant, 3 Open." in formsd(data, answers).output
    gold = next(row for row in sheet(data / "2021" / "smelters.xlsx") if row["Metal"] == "Gold")
    assert gold["Status As Of"] == "2022-03-31"
    assert "RC-022" not in formsd(data, answers).output
    (data / "2021" / "reconcile.yml").write_text("status_lists:\n")
    again = formsd(data, answers).output
    assert "RC-022 warning: the last run used another status list: 'rmi.xlsx'" in again
    assert "Status: 4 Open." in again


def test_mistakes_of_all_sources_are_told_before_any_answer_is_read(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    (data / "2021" / "decisions.yml").write_text("accepted:\n  - metal: Unobtainium\n")
    result = formsd(data, answers, "--status-list", str(tmp_path / "none.xlsx"))
    codes = Counter(line.partition(" ")[0] for line in result.output.splitlines())
    assert codes == {"YM-003": 2, "YM-004": 1, "FI-001": 1, "Nothing": 1}


def test_a_supplier_whose_list_changed_wholly_is_asked_why(tmp_path: Path) -> None:
    data, answers = small(tmp_path)
    (tmp_path / "last").mkdir()
    cmrt(tmp_path / "last" / "a.xlsx", rows=[by_id("CID900002"), by_id("CID900023")])
    cmrt(answers / "a.xlsx")
    report = json.loads(formsd(data, answers, "--json", "--last-year", str(tmp_path / "last")).stdout)
    codes = [ask["code"] for asked in report["asked"].values() for ask in asked]
    assert "CS-013" in codes


def test_a_year_that_was_just_begun_can_be_reconciled(tmp_path: Path) -> None:
    """The documented order: begin the year, reconcile, take the figures over. Its cover is not needed."""
    start_year(tmp_path / "data", 2021)
    answers = tmp_path / "answers"
    answers.mkdir()
    cmrt(answers / "a.xlsx")
    done = formsd(tmp_path / "data", answers, *ALONE)
    assert done.exit_code == 0, done.output
    assert len(sheet(tmp_path / "data" / "2021" / "smelters.xlsx")) == len(CMRT_ROWS)


def test_a_mistake_in_the_status_words_stops_a_run(tmp_path: Path) -> None:
    start_year(tmp_path / "data", 2021)
    facts = tmp_path / "data" / "2021" / "disclosure.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("class: indeterminable", "class: open"), encoding="utf-8")
    answers = tmp_path / "answers"
    answers.mkdir()
    cmrt(answers / "a.xlsx")
    done = formsd(tmp_path / "data", answers, *ALONE)
    assert done.exit_code == 1
    assert "YM-004" in done.output
    assert "registrant" not in done.output


@pytest.mark.parametrize("is_archive", [True, False])
@pytest.mark.parametrize("is_alone", [True, False])
def test_many_bad_files_are_a_few_lines_and_all_of_them_in_the_report(
    is_archive: bool, is_alone: bool, tmp_path: Path
) -> None:
    data, answers = small(tmp_path)
    if not is_alone:
        cmrt(answers / "a.xlsx")
    if is_archive:
        with zipfile.ZipFile(answers / "b.zip", "w") as archive:
            for number in range(40):
                archive.writestr(f"{number}.pdf", b"%PDF-1.7")
    else:
        for number in range(40):
            (answers / f"{number}.pdf").write_bytes(b"%PDF-1.7")
    result = formsd(data, answers, *ALONE)
    told = [line for line in result.output.splitlines() if "CF-001" in line]
    where = "" if is_alone else ", in review/report.md"
    assert (len(told), told[-1]) == (4, f"… and 37 more of this kind (CF-001){where}")
    assert result.exit_code == int(is_alone)
    if not is_alone:
        report = (data / "2021" / "review" / "report.md").read_text("utf-8")
        assert report.count("the file is a PDF") == 40
