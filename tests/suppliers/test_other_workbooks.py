"""EMRT, AMRT and CRT of invented layouts: kind, version, minerals by their labels, and what contradicts."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Metal, OtherMineral, Period
from generator.suppliers.declarations import Choice, Declaration
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.minerals import mineral_named, mineral_of, several_in
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import review_answer
from generator.suppliers.templates import Question, TemplateKind
from generator.suppliers.workbooks import read_workbook
from tests.support.builders import Formula
from tests.support.cmrt_workbooks import ROWS, cmrt
from tests.support.other_workbooks import other

KINDS = (
    ("CRT", "2.0"), ("CRT", "2.2"), ("EMRT", "1.0"), ("EMRT", "1.1"), ("EMRT", "1.3"), ("EMRT", "2.0"),
    ("EMRT", "2.1"), ("AMRT", "1.0"), ("AMRT", "1.1"), ("AMRT", "1.2"), ("AMRT", "1.21"), ("AMRT", "1.3"),
)  # fmt: skip
FOLLOWS_THE_DESCRIPTION = {
    ("CRT", "2.0"),
    ("EMRT", "1.0"),
    ("AMRT", "1.0"),
    ("AMRT", "1.1"),
    ("AMRT", "1.21"),
}
"""Versions of which nobody here saw a workbook: they are read as the nearest version that was seen."""


def read(path: Path) -> Declaration:
    declaration, found = read_workbook(path)
    assert declaration is not None, found
    return declaration


def codes(path: Path, year: int = 2021) -> list[str]:
    review = Review(ReviewSettings(), Period(year), lambda _: "FI", EMPTY_LOOK_UP)
    declaration, found = read_workbook(path)
    assert declaration is not None, found
    return sorted(finding.code for finding in (*found, *review_answer(declaration, review)))


@pytest.mark.parametrize(("kind", "version"), KINDS)
@pytest.mark.parametrize("labelled", [True, False], ids=["as Excel saves", "without stored values"])
def test_a_workbook_of_each_version_is_read(tmp_path: Path, kind: str, version: str, labelled: bool) -> None:
    minerals = ("Zinc", "Silver") if kind == "AMRT" else ("Cobalt", "Nickel")
    rows = (
        [{"A": "Zinc", "B": "Invented Zinc Works", "C": "PERU"}]
        if (kind, version < "1.3") == ("AMRT", True)
        else None
    )
    path = other(tmp_path / "x.xlsx", kind, version, minerals=minerals, rows=rows, labelled=labelled)
    declaration = read(path)
    template = declaration.template
    assert (template.kind, template.version) == (TemplateKind(kind), version)
    assert declaration.company.contact_email.text == "ina@example.com"
    assert declaration.has_stored_values is labelled
    fixed = {"CRT": ("Cobalt",), "EMRT1": ("Cobalt", "Mica")}.get(kind + version[0] * (kind == "EMRT"))
    assert declaration.minerals == (fixed or tuple(sorted(minerals)))
    for mineral in declaration.minerals:
        assert declaration.says(Question.ADDED, mineral) == "Yes"
        assert declaration.says(Question.RESPONSES, mineral) == "100%"
    assert all(row.metal in declaration.minerals for row in declaration.rows)
    assert (declaration.rows and declaration.rows[0].choice is Choice.NAMED) or not labelled


def _content(declaration: Declaration) -> str:
    """All that was read, without the name of the file; a whole number may be stored as either kind."""
    told = replace(declaration, look_up=EMPTY_LOOK_UP)
    return re.sub(r"(\d)\.0\b", r"\1", re.sub(r"x\.(?:xlsx|xls|ods)'", "x'", repr(told)))


@pytest.mark.parametrize(("kind", "version"), [one for one in KINDS if one not in FOLLOWS_THE_DESCRIPTION])
@pytest.mark.parametrize("labelled", [True, False], ids=["as Excel saves", "without stored values"])
@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_a_copy_in_another_format_says_the_same(
    tmp_path: Path, kind: str, version: str, labelled: bool, suffix: str
) -> None:
    minerals = ("Zinc", "Silver") if kind == "AMRT" else ("Cobalt", "Nickel")
    paths = [tmp_path / f"x{one}" for one in (".xlsx", suffix)]
    for path in paths:
        other(path, kind, version, minerals=minerals, labelled=labelled, products=["P-1"])
    book, copy = map(read, paths)
    assert (_content(copy), copy.look_up.rows) == (_content(book), book.look_up.rows)
    assert codes(paths[1]) == codes(paths[0])


def test_a_formula_that_opendocument_stores_without_a_value_is_told(tmp_path: Path) -> None:
    typed = Formula('=LOWER("YES")')
    shown = Formula('=LOWER("NO")', "No")
    cells = {"Declaration": {"D30": typed, "D43": shown}, "Smelter List": {"A6": typed, "B6": typed}}
    for name in ("x.xlsx", "x.ods"):
        _, found = read_workbook(other(tmp_path / name, labelled=False, cells=cells))
        assert [(one.code, str(one.where)) for one in found] == [
            ("CF-012", f"{name} 'Declaration'!D30"),
            ("CF-012", f"{name} 'Smelter List'!A6"),
        ]


@pytest.mark.parametrize("kind", ["EMRT", "AMRT"])
def test_a_version_that_is_not_known_yet_is_read_and_told(tmp_path: Path, kind: str) -> None:
    minerals = ("Zinc",) if kind == "AMRT" else ("Cobalt",)
    assert "CF-016" in codes(other(tmp_path / "x.xlsx", kind, "2.9", minerals=minerals))


def test_an_answer_belongs_to_the_mineral_of_its_label_and_not_to_its_place(tmp_path: Path) -> None:
    swapped = {"B30": "Nickel(*)", "B31": "Cobalt(*)", "D30": "No", "D31": "Yes"}
    declaration = read(other(tmp_path / "x.xlsx", cells={"Declaration": swapped}))
    assert declaration.says(Question.ADDED, mineral_of("Cobalt")) == "Yes"
    assert declaration.says(Question.ADDED, mineral_of("Nickel")) == "No"


def test_metals_of_a_cmrt_are_told_by_their_labels_too(tmp_path: Path) -> None:
    swapped = {"B26": "Tin(*)", "B27": "Tantalum(*)", "D26": "No", "D27": "Yes"}
    declaration = read(cmrt(tmp_path / "x.xlsx", cells={"Declaration": swapped}))
    assert declaration.says(Question.ADDED, Metal.TIN) == "No"
    assert declaration.says(Question.ADDED, Metal.TANTALUM) == "Yes"


@pytest.mark.parametrize(
    ("kind", "version", "title"),
    [
        ("EMRT", "1.3", "Conflict Minerals Reporting Template (CMRT)"),
        ("AMRT", "1.3", "Extended Minerals Reporting Template (EMRT)"),
        ("EMRT", "2.1", "Conflict Minerals Reporting Template (CMRT)"),
    ],
)
def test_a_workbook_under_another_templates_title_is_refused(
    tmp_path: Path, kind: str, version: str, title: str
) -> None:
    minerals = ("Zinc",) if kind == "AMRT" else ("Cobalt",)
    path = other(tmp_path / "x.xlsx", kind, version, title=title, minerals=minerals)
    declaration, found = read_workbook(path)
    assert (declaration, [finding.code for finding in found]) == (None, ["CF-002"])


def test_a_crt_under_the_title_that_was_left_over_is_a_crt(tmp_path: Path) -> None:
    path = other(tmp_path / "x.xlsx", "CRT", "2.2", title="Conflict Minerals Reporting Template (CMRT)")
    assert read(path).template.kind is TemplateKind.CRT


def test_the_japanese_title_has_wide_parentheses(tmp_path: Path) -> None:
    path = other(tmp_path / "x.xlsx", title="拡張鉱物報告テンプレート（EMRT）", language="日本語 Japanese")
    assert read(path).template.kind is TemplateKind.EMRT


def test_a_deleted_mineral_is_not_chosen(tmp_path: Path) -> None:
    cells = {"Declaration": {"G12": "(Delete Graphite)", "D13": ""}}
    assert read(other(tmp_path / "x.xlsx", cells=cells, labelled=False)).minerals == ("Cobalt", "Nickel")


def test_hidden_rows_of_the_template_are_no_answers(tmp_path: Path) -> None:
    declaration = read(other(tmp_path / "x.xlsx", "EMRT", "1.3"))
    assert {answer.metal for answer in declaration.answers} == {"Cobalt", "Mica"}
    assert not declaration.astray


def test_an_answer_beside_no_mineral_is_kept_apart_and_asked_about(tmp_path: Path) -> None:
    path = other(tmp_path / "x.xlsx", cells={"Declaration": {"D32": "Yes", "B32": "0"}})
    assert [one.where.cell for one in read(path).astray] == ["D32"]
    assert "CQ-023" in codes(path)


def test_did_not_survey_is_not_none(tmp_path: Path) -> None:
    path = other(tmp_path / "x.xlsx", answers={(5, "Cobalt"): "Did not survey"})
    assert read(path).says(Question.RESPONSES, mineral_of("Cobalt")) == "Did not survey"


def test_names_of_minerals_are_known_in_the_templates_languages() -> None:
    for text in ("Cobalt(*)", "钴（*）", "コバルト", "Kobalt", "Cobalt (Co)", "Co"):
        assert mineral_named(text) == "Cobalt"
    assert mineral_named("Étain") is Metal.TIN
    assert mineral_of("CERIUM") == mineral_of("cerium") == OtherMineral("Cerium")
    assert several_in("Ni / Co") == ("Nickel", "Cobalt")


@pytest.mark.parametrize(
    ("code", "place", "given"),
    [
        ("CC-001", "'Declaration'!D30", {"answers": {(1, "Cobalt"): ""}}),
        ("CC-001", "'Declaration'!D120", {"cells": {"Declaration": {"D120": ""}}}),
        ("CC-001", "'Declaration'!D12", {"minerals": ()}),
        ("CC-001", "'Declaration'!G15", {"kind": "AMRT", "version": "1.3", "minerals": ("Zinc",),
                                         "cells": {"Declaration": {"G12": "Other [specify below]"}}}),
        ("CC-013", "'Declaration'!D12", {"minerals": ("Tin", "Cobalt")}),
        ("CC-013", "'Declaration'!D12", {"kind": "AMRT", "version": "1.2", "minerals": ("Ni / Co",)}),
        ("CC-013", "'Declaration'!D12", {"kind": "AMRT", "version": "1.3", "minerals": ("Cobalt",)}),
        ("CQ-001", "'Declaration'!D30", {"rows": [{"A": "CID903510"}]}),
        ("CQ-002", "'Smelter List'!B5", {"answers": {(1, "Cobalt"): "Not declaring"}}),
        ("CQ-004", "'Declaration'!D54", {"answers": {(3, "Cobalt"): "Maybe"}}),
        ("CQ-006", "'Declaration'!D90", {"answers": {(5, "Cobalt"): "Did not survey"}}),
        ("CQ-008", "'Declaration'!D78", {"answers": {(5, "Cobalt"): "Did not survey"}}),
        ("CQ-015", "'Declaration'!D120", {"company_answers": {"C": "No"}}),
        ("CQ-016", "'Declaration'!G117", {"cells": {"Declaration": {"G117": ""}}}),
        ("CQ-022", "'Declaration'!D30", {"answers": {(1, "Cobalt"): "Unknown"}}),
        ("CQ-022", "'Declaration'!D42", {"answers": {(2, "Cobalt"): "Unknown"}}),
        ("CQ-024", "'Smelter List'!B5",
         {"minerals": ("Nickel",), "rows": [{"A": "CID903209"}, {"A": "CID903510"}]}),
        ("CQ-025", "'Smelter List'!E5", {"rows": [{"A": "CID903210"}, {"A": "CID903510"}]}),
        ("CS-003", "'Smelter List'!A5",
         {"rows": [{"A": "CID903510", "B": "Cobalt", "C": "Invented Nickel Works"}]}),
        ("CS-006", "'Smelter List'!B5", {"rows": [{"B": "Stardust", "C": "Invented Nickel Works"}]}),
        ("CS-015", "'Smelter List'!B5",
         {"rows": [{"B": "Tin", "C": "Smelter not listed", "D": "Tin Yard", "E": "PERU"}]}),
        ("CS-016", "'Smelter List'!C5", {"rows": [{"B": "Cobalt", "C": "Invented Twins"}]}),
    ],
)  # fmt: skip
def test_a_rule_names_its_cell(tmp_path: Path, code: str, place: str, given: dict[str, Any]) -> None:
    path = other(tmp_path / "x.xlsx", **given)
    countries = {"CONGO, DEMOCRATIC REPUBLIC OF THE": "CD", "PERU": "PE"}
    review = Review(ReviewSettings(), Period(2021), lambda name: countries.get(name, "FI"), EMPTY_LOOK_UP)
    found = list(review_answer(read(path), review))
    assert (code, f"x.xlsx {place}") in {(one.code, str(one.where)) for one in found}, found


def test_who_does_not_know_or_does_not_declare_is_asked_nothing_more(tmp_path: Path) -> None:
    for said in ("Unknown", "Not declaring", "No"):
        answers = {(number, "Cobalt"): "" for number in range(2, 8)} | {(1, "Cobalt"): said}
        path = other(tmp_path / f"{said}.xlsx", answers=answers, rows=[{"A": "CID903510"}])
        assert set(codes(path)) <= {"CC-005", "CQ-022"}, said


def test_the_amrts_checker_does_not_ask_how_many_suppliers_answered(tmp_path: Path) -> None:
    path = other(tmp_path / "x.xlsx", "AMRT", "1.3", minerals=("Zinc",), answers={(2, "Zinc"): ""})
    assert "CC-001" not in codes(path)


def test_the_oldest_version_is_that_of_the_template(tmp_path: Path) -> None:
    assert "CF-009" in codes(other(tmp_path / "a.xlsx", "EMRT", "1.1"), year=2025)
    assert "CF-009" not in codes(other(tmp_path / "b.xlsx", "AMRT", "1.2", minerals=("Zinc",)), year=2025)
    assert "CF-009" in codes(other(tmp_path / "c.xlsx", "CRT", "2.2"), year=2025)
    assert "CF-009" not in codes(other(tmp_path / "d.xlsx", "CRT", "2.2"), year=2021)


def test_links_are_the_amrts_own(tmp_path: Path) -> None:
    path = other(tmp_path / "x.xlsx", "AMRT", "1.3", minerals=("Zinc",))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<x/>")
    assert "CF-007" not in codes(path)


def test_cobalt_in_a_cmrt_counts_nowhere_and_is_sent_to_the_emrt(tmp_path: Path) -> None:
    path = cmrt(tmp_path / "x.xlsx", rows=[*ROWS, {"B": "Cobalt", "C": "Invented Cobalt Refinery"}])
    declaration = read(path)
    assert declaration.rows[-1].metal is None
    review = Review(ReviewSettings(), Period(2021), lambda _: "FI", EMPTY_LOOK_UP)
    said = [one.advice for one in review_answer(declaration, review) if one.code == "CS-006"]
    assert said == ["The CMRT is for tantalum, tin, tungsten and gold: please report cobalt in an EMRT."]


def test_an_ordinary_workbook_gives_no_finding(tmp_path: Path) -> None:
    for kind, version in (("EMRT", "1.3"), ("EMRT", "2.1"), ("AMRT", "1.3")):
        minerals = ("Zinc",) if kind == "AMRT" else ("Cobalt", "Nickel")
        path = other(tmp_path / f"{kind}{version}.xlsx", kind, version, minerals=minerals)
        assert codes(path) in ([], ["CC-005"])  # dated before these versions were released
