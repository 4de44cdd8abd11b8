"""Answers about other minerals beside CMRTs: lists of their own, and no figure of the rule sees them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from generator.cli import main
from generator.findings import Severity
from generator.pipeline import Year as LoadedYear
from generator.pipeline import load
from tests.support.builders import workbook, write_year
from tests.support.cmrt_workbooks import by_id, cmrt
from tests.support.other_workbooks import other

LISTS = """
other_minerals: [Cobalt, Copper, Mica, Nickel, Silver, Zinc]
lists:
  - {sheet: Smelter List, title: Smelters and refiners}
  - {sheet: Cobalt, title: Cobalt refiners, minerals: [Cobalt]}
  - {sheet: Others, title: Further minerals, minerals: [Copper, Mica, Nickel, Silver, Zinc]}
"""


class Year:
    """A year with answers, and what a reconciliation of it wrote."""

    def __init__(self, folder: Path, lists: str = LISTS) -> None:
        self.data, self.answers = folder / "data", folder / "answers"
        self.year = write_year(self.data)
        (self.year / "smelters.xlsx").unlink()
        self.answers.mkdir()
        with (self.year / "disclosure.yml").open("a", encoding="utf-8") as file:
            file.write(lists)

    def run(self, *more: str) -> dict[str, Any]:
        command = [
            "reconcile",
            "2021",
            "--data",
            str(self.data),
            "--from",
            str(self.answers),
            "--json",
            *more,
        ]
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.output
        return dict(json.loads(result.stdout))

    def sheet(self, name: str) -> list[dict[str, str]]:
        return _rows(self.year / "smelters.xlsx", name)

    def review(self, name: str) -> list[dict[str, str]]:
        return _rows(self.year / "review" / "review.xlsx", name)

    def codes(self, report: dict[str, Any]) -> set[str]:
        asks = [one for asks in (*report["asked"].values(), *report["watched"].values()) for one in asks]
        return {one["code"] for one in (*report["findings"], *report["set_aside"], *asks)}


def _rows(path: Path, name: str) -> list[dict[str, str]]:
    headings, *rows = (
        CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)
    )
    return [dict(zip(map(str, headings), map(str, row), strict=True)) for row in rows]


@pytest.fixture
def year(tmp_path: Path) -> Year:
    return Year(tmp_path)


def _mixed(folder: Path) -> None:
    """A CMRT, an EMRT and an AMRT of one supplier, and an EMRT of another."""
    cmrt(folder / "cmrt.xlsx")
    other(folder / "emrt.xlsx")
    other(folder / "amrt.xlsx", "AMRT", "1.3", minerals=("Zinc", "Silver"))
    other(folder / "beta.xlsx", "EMRT", "1.3", company="Beta (invented)")


def test_files_of_all_kinds_of_a_supplier_all_count(year: Year) -> None:
    _mixed(year.answers)
    report = year.run()
    assert report["set_aside"] == []
    assert report["counts"]["list"]["by_metal"] == {"Gold": 1, "Tantalum": 1, "Tin": 1, "Tungsten": 1}
    assert [row["Key"] for row in year.sheet("Smelter List")] == [
        "Gold CID900001", "Tantalum CID900011", "Tin CID900021", "Tungsten CID900031",
    ]  # fmt: skip
    assert [row["Key"] for row in year.sheet("Cobalt")] == ["Cobalt CID903209"]
    assert [row["Key"] for row in year.sheet("Others")] == [
        "Mica CID903410", "Nickel CID903510", "Silver CID903806", "Zinc CID903807",
    ]  # fmt: skip
    others = report["other_minerals"]
    assert others["list"]["by_metal"] == {"Cobalt": 1, "Mica": 1, "Nickel": 1, "Silver": 1, "Zinc": 1}
    assert (others["suppliers"], others["adds_up"]) == (2, True)
    assert others["versions"] == {"AMRT 1.3": 1, "EMRT 1.3": 1, "EMRT 2.1": 1}
    cobalt = next(row for row in year.review("Rows") if row["Key"] == "Cobalt CID903209")
    assert cobalt["Reported By"] == "Beta (invented); Example Components Ltd. (invented)"


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_answers_in_other_formats_count_as_the_workbooks_do(year: Year, tmp_path: Path, suffix: str) -> None:
    _mixed(year.answers)
    report = year.run()
    lists = [year.sheet(name) for name in ("Smelter List", "Cobalt", "Others")]
    again = Year(tmp_path / "again")
    cmrt(again.answers / "cmrt.xlsx")
    other(again.answers / f"emrt.{suffix}")
    other(again.answers / f"amrt.{suffix}", "AMRT", "1.3", minerals=("Zinc", "Silver"), labelled=False)
    other(again.answers / f"beta.{suffix}", "EMRT", "1.3", company="Beta (invented)", labelled=False)
    of_copies = again.run()
    assert of_copies["set_aside"] == []
    assert of_copies["other_minerals"] == report["other_minerals"]
    assert [again.sheet(name) for name in ("Smelter List", "Cobalt", "Others")] == lists


def test_no_figure_of_the_rule_changes_with_an_emrt_beside(tmp_path: Path) -> None:
    """Every figure, the list, what a check compares with and the survey, byte for byte."""
    (tmp_path / "without").mkdir()
    (tmp_path / "with").mkdir()
    before, after = Year(tmp_path / "without"), Year(tmp_path / "with")
    for one in (before, after):
        cmrt(one.answers / "cmrt.xlsx")
    for name in ("emrt", "amrt"):
        other(after.answers / f"{name}.xlsx", name.upper(), "1.3", minerals=("Zinc",))
    reports = [before.run(), after.run()]
    for part in ("counts", "survey", "survey_details", "suggestions", "left_out"):
        assert reports[0][part] == reports[1][part], part
    assert before.sheet("Smelter List") == after.sheet("Smelter List")
    assert (before.year / "reconciled.yml").read_bytes() == (after.year / "reconciled.yml").read_bytes()
    assert before.review("Supplier survey") == after.review("Supplier survey")


def test_rows_of_a_metal_of_the_rule_in_another_template_are_in_no_list(year: Year) -> None:
    tin = {"B": "Tin", "C": "Smelter not listed", "D": "Invented Tin Yard", "E": "PERU"}
    cmrt(year.answers / "cmrt.xlsx")
    other(year.answers / "amrt.xlsx", "AMRT", "1.3", minerals=("Zinc",), rows=[{"A": "CID903807"}, tin])
    report = year.run()
    assert {"RC-025", "CS-015"} <= year.codes(report)
    assert len(year.sheet("Smelter List")) == 4
    assert [row["Key"] for row in year.sheet("Others")] == ["Zinc CID903807"]
    aside = report["other_minerals"]["rows"]["set_aside"]
    assert aside == {"a metal of the rule in a template for other minerals": 1}


def test_cobalt_in_a_cmrt_is_in_no_list(year: Year) -> None:
    cmrt(year.answers / "a.xlsx", rows=[by_id("CID900001"), {"B": "Cobalt", "C": "Refinery (invented)"}])
    report = year.run()
    assert [row["Key"] for row in year.sheet("Smelter List")] == ["Gold CID900001"]
    assert report["counts"]["rows"]["set_aside"] == {"no metal": 1}
    assert report["other_minerals"] is None


def test_an_identifier_of_a_metal_of_the_rule_does_not_make_a_cobalt_refinery(year: Year) -> None:
    cmrt(year.answers / "cmrt.xlsx")
    row = {
        "B": "Cobalt",
        "C": "Smelter not listed",
        "D": "Invented Refinery",
        "E": "FINLAND",
        "A": "CID900001",
    }
    other(year.answers / "emrt.xlsx", rows=[row])
    year.run()
    (cobalt,) = year.sheet("Cobalt")
    assert (cobalt["Smelter Identification Number"], cobalt["Smelter Name"]) == ("", "Invented Refinery")
    (flags,) = (one["Flags"] for one in year.review("Rows") if one["Key"] == cobalt["Key"])
    assert "CID900001 belongs to Gold" in flags


def test_copies_and_older_answers_of_a_kind_do_not_count_twice(year: Year) -> None:
    path = other(year.answers / "a.xlsx")
    shutil.copyfile(path, year.answers / "copy.xlsx")
    other(year.answers / "older.xlsx", rows=[{"A": "CID903210"}], date="2021-12-01")
    cmrt(year.answers / "cmrt.xlsx")
    files = year.run()["other_minerals"]["files"]
    assert files == {"found": 3, "used": 1, "replaced": 2, "set_aside": 0}
    assert [row["Key"] for row in year.sheet("Cobalt")] == ["Cobalt CID903209"]


def test_an_answer_for_fewer_minerals_replaces_none_for_more(year: Year) -> None:
    cmrt(year.answers / "cmrt.xlsx")
    other(year.answers / "both.xlsx", date="2022-01-01")
    other(year.answers / "nickel.xlsx", minerals=("Nickel",), date="2022-03-01")
    assert year.run()["other_minerals"]["files"]["used"] == 2
    assert len(year.sheet("Cobalt")) == 1


def test_answers_for_products_and_for_the_company_stand_beside_each_other(year: Year) -> None:
    cmrt(year.answers / "cmrt.xlsx")
    other(year.answers / "a.xlsx")
    other(year.answers / "b.xlsx", scope="B. Product (or List of Products)", products=["P-1"])
    assert year.run()["other_minerals"]["files"]["used"] == 2


def test_an_emrt_replaces_the_crt_before_it(year: Year) -> None:
    cmrt(year.answers / "cmrt.xlsx")
    other(year.answers / "crt.xlsx", "CRT", "2.2", rows=[{"A": "CID903210"}], date="2021-05-01")
    other(year.answers / "emrt.xlsx", "EMRT", "1.3")
    assert year.run()["other_minerals"]["files"] == {"found": 2, "used": 1, "replaced": 1, "set_aside": 0}


def test_statuses_are_those_of_the_mineral(year: Year) -> None:
    cmrt(year.answers / "cmrt.xlsx")
    other(year.answers / "a.xlsx", minerals=("Cobalt", "Copper"))
    rows = [("Cobalt", "CID903209", ""), ("Copper", "CID903209", ""), ("Gold", "CID900001", "")]
    headings = ("METAL", "SMELTER ID", "STANDARD SMELTER NAME")
    workbook(year.year / "rmi.xlsx", rows, headings=headings, sheets=["List"])
    report = year.run("--status-list", f"Conformant={year.year / 'rmi.xlsx'}")
    assert "RC-015" not in year.codes(report)
    assert [row["Status"] for row in year.sheet("Cobalt")] == ["Conformant"]
    assert [row["Status"] for row in year.sheet("Others")] == ["Open"]
    assert report["counts"]["list"]["by_status"] == {"Conformant": 1, "Open": 3}


def test_without_a_list_they_stand_in_the_review_alone_and_the_filer_is_told_how(tmp_path: Path) -> None:
    year = Year(tmp_path, lists="")
    _mixed(year.answers)
    report = year.run()
    (note,) = (one for one in report["findings"] if one["code"] == "RC-024")
    assert "1 row for cobalt" in note["message"]
    assert "under other_minerals: Cobalt, Mica, Nickel, Silver, Zinc" in note["advice"]
    assert "{sheet: Cobalt, title: Cobalt, minerals: [Cobalt]}" in note["advice"]
    assert CalamineWorkbook.from_path(year.year / "smelters.xlsx").sheet_names == ["Smelter List", "Read me"]
    assert "Cobalt CID903209" in {row["Key"] for row in year.review("Rows")}


def test_lists_that_are_named_later_are_filled_then(tmp_path: Path) -> None:
    year = Year(tmp_path, lists="")
    _mixed(year.answers)
    year.run()
    with (year.year / "disclosure.yml").open("a", encoding="utf-8") as file:
        file.write(LISTS)
    year.run()
    assert [row["Key"] for row in year.sheet("Cobalt")] == ["Cobalt CID903209"]
    assert len(year.sheet("Smelter List")) == 4
    before = (year.year / "smelters.xlsx").read_bytes()
    year.run()
    assert (year.year / "smelters.xlsx").read_bytes() == before


def _edit(year: Year, change: Callable[[Any], None]) -> None:
    path = year.year / "smelters.xlsx"
    book = openpyxl.load_workbook(path)
    change(book["Cobalt"])
    book.save(path)


def test_what_a_person_writes_into_such_a_list_stays(year: Year) -> None:
    _mixed(year.answers)
    year.run()
    _edit(year, lambda sheet: sheet.__setitem__("E2", "SWEDEN"))
    year.run()
    assert [row["Smelter Country"] for row in year.sheet("Cobalt")] == ["SWEDEN"]


def test_a_row_deleted_from_such_a_list_stays_out_of_it_and_of_no_other(year: Year) -> None:
    _mixed(year.answers)
    year.run()
    _edit(year, lambda sheet: sheet.delete_rows(2))
    report = year.run()
    assert year.sheet("Cobalt") == []
    assert len(year.sheet("Smelter List")) == 4
    assert [one["key"] for one in report["left_out"]] == ["Cobalt CID903209"]
    assert [row["Key"] for row in year.review("Left out")] == ["Cobalt CID903209"]
    year.run()
    assert year.sheet("Cobalt") == []


def test_a_supplier_gets_one_letter_about_all_its_answers(year: Year) -> None:
    cmrt(year.answers / "cmrt.xlsx", company_answers={"A": "No"})
    other(year.answers / "emrt.xlsx", answers={(1, "Cobalt"): "Unknown"})
    report = year.run()
    assert [letter["supplier"] for letter in report["letters"]] == ["Example Components Ltd. (invented)"]
    assert {one["code"] for one in report["asked"]["Example Components Ltd. (invented)"]} == {
        "CQ-015",
        "CQ-022",
    }
    assert sorted(report["letters"][0]["files"]) == ["cmrt.xlsx", "emrt.xlsx"]


def test_who_was_asked_and_sent_an_emrt_alone_is_asked_for_the_cmrt(year: Year) -> None:
    cmrt(year.answers / "a.xlsx", company="Alpha (invented)")
    other(year.answers / "b.xlsx", company="Beta (invented)")
    (year.year / "suppliers.yml").write_text("suppliers: [Alpha (invented), Beta (invented)]\n")
    report = year.run()
    assert report["survey"]["survey.answered"] == 1
    assert report["other_minerals"]["suppliers"] == 1
    (ask,) = report["asked"]["Beta (invented)"]
    assert ask["code"] == "RC-009"
    assert "We have your EMRT, and not your CMRT" in ask["text"]
    letter = (year.year / "review" / "follow-up" / "beta-invented.txt").read_text(encoding="utf-8")
    assert "Thank you for your Extended Minerals Reporting Template (EMRT) for 2021." in letter
    assert "We have your EMRT, and not your CMRT" in letter


def test_only_emrts_make_a_list_too(year: Year) -> None:
    other(year.answers / "b.xlsx")
    report = year.run()
    assert report["counts"]["list"]["rows"] == 0
    assert len(year.sheet("Cobalt")) == 1


def test_every_supplier_of_an_emrt_is_searched_for_in_what_is_published(year: Year) -> None:
    cmrt(year.answers / "a.xlsx")
    other(year.answers / "b.xlsx", company="Gamma Cathodes (invented)", answers={(1, "Cobalt"): "Yes"},
          cells={"Declaration": {"G30": "An invented remark about our cathodes"}})  # fmt: skip
    year.run()
    named = (year.year / "review" / "named.csv").read_text(encoding="utf-8-sig")
    assert "Gamma Cathodes (invented)" in named
    assert "An invented remark about our cathodes" in named


def test_the_year_with_such_lists_is_read_and_counts_the_metals_of_the_rule_alone(year: Year) -> None:
    _mixed(year.answers)
    year.run()
    (loaded,) = load(year.data, 2021)
    assert isinstance(loaded, LoadedYear)
    assert [
        one for one in loaded.findings if one.severity is Severity.ERROR and one.code[:2] in ("SM", "WB")
    ] == []
    lists = {one.title: [row.metal for row in one.smelters] for one in loaded.disclosure.lists}
    assert lists["Cobalt refiners"] == ["Cobalt"]
    assert lists["Further minerals"] == ["Mica", "Nickel", "Silver", "Zinc"]
    assert len(loaded.disclosure.smelters) == 4
    assert {finding.code for finding in loaded.findings} & {"RD-002", "RD-003"} == set()
