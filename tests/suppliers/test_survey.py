"""Who was asked and who answered: the figures that go into a filing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.countries.table import read_countries
from generator.findings import Finding
from generator.findings.catalogue import CMRT_OTHER_TEMPLATE, CMRT_SHEET_MISSING
from generator.model import DisclosureFacts, LineRef
from generator.suppliers.decisions import Decisions
from generator.suppliers.declarations import Declaration
from generator.suppliers.merge.names import essence
from generator.suppliers.output.review_files import as_json, summary
from generator.suppliers.reconcile import reconcile
from generator.suppliers.reconciled import EarlierList, Reconciled
from generator.suppliers.review_settings import ReviewSettings
from generator.suppliers.sources.declared_files import FileRead
from generator.suppliers.sources.reconcile_sources import Sources
from generator.suppliers.templates import Scope
from generator.suppliers.workbooks import company_in, is_blank, read_workbook
from tests.support.builders import STATED, change_part
from tests.support.cmrt_workbooks import cmrt
from tests.support.declaration_values import GOLD, declared, entry

WORKS = entry(GOLD, "Invented Works", country="PERU")


def run(*answers: Declaration | FileRead, **settings: Any) -> Reconciled:
    """The result for these answers and files set aside."""
    found = [one if isinstance(one, FileRead) else FileRead(one.file, one, ()) for one in answers]
    sources = Sources(
        year=2021,
        statuses=DisclosureFacts.model_validate(STATED).statuses,
        countries=read_countries(Path("countries.csv"), "countries.csv"),
        lists=(),
        reference=None,
        decisions=Decisions(),
        earlier=EarlierList(),
        last_year=(),
        findings=(),
        settings=ReviewSettings.model_validate(settings),
    )
    return reconcile(sources, found)


def figures(result: Reconciled) -> tuple[int, int, int]:
    """Suppliers, answered, and answered if a person joins the names that are alike."""
    report: dict[str, Any] = as_json(result)
    more = report["survey_details"]["answered_if_names_alike_are_one"]
    return report["survey"]["survey.suppliers"], report["survey"]["survey.answered"], more


def codes(result: Reconciled) -> list[str]:
    return [one.code for one in result.findings]


def aside(file: str, rule: Any, supplier: str) -> FileRead:
    finding = Finding(rule, "the workbook is an EMRT", LineRef(file), "Please send the CMRT.")
    return FileRead(file, None, (finding,), supplier)


def test_two_names_that_are_like_one_that_was_asked_are_both_told() -> None:
    result = run(
        declared("Alpha, Inc.", WORKS), declared("Alpha Corp", WORKS), suppliers=["Alpha Incorporated"]
    )
    assert codes(result) == ["RC-018", "RC-018"]
    assert figures(result) == (1, 0, 1)


def test_inc_and_incorporated_are_two_until_a_person_says_that_they_are_one() -> None:
    answer = declared("Alpha, Inc.", WORKS)
    result = run(answer, suppliers=["Alpha Incorporated", "Beta"])
    assert figures(result) == (2, 0, 1)
    assert codes(result) == ["RC-018"]
    assert "'Alpha, Inc.: Alpha Incorporated'" in result.findings[0].advice
    assert any("0 answered (1 if names that are alike are one" in line for line in summary(result))
    assert list(result.asked) == ["Alpha, Inc.", "Beta"]
    joined = run(
        answer, suppliers=["Alpha Incorporated", "Beta"], aliases={"Alpha Inc": "Alpha Incorporated"}
    )
    assert figures(joined) == (2, 1, 1)
    assert codes(joined) == []
    assert {one.supplier for one in joined.survey} == {"Alpha Incorporated", "Beta"}
    assert joined.rows[0].reported_by == ("Alpha Incorporated",)


def test_names_that_differ_in_punctuation_alone_are_one() -> None:
    assert figures(run(declared("ALPHA INC.", WORKS), suppliers=["Alpha, Inc"])) == (1, 1, 1)


def test_an_answer_of_a_company_that_was_not_asked_is_told_and_not_counted() -> None:
    result = run(declared("Stranger", WORKS), suppliers=["Beta"])
    assert figures(result) == (1, 0, 0)
    assert codes(result) == ["RC-019"]
    assert len(result.rows) == 1


def test_where_nobody_is_named_those_that_answered_are_counted() -> None:
    result = run(declared("Alpha", WORKS), declared("Beta", WORKS))
    assert figures(result) == (2, 2, 2)
    assert codes(result) == []


def test_an_alias_of_nobody_is_told() -> None:
    result = run(declared("Alpha", WORKS), suppliers=["Alpha"], aliases={"Beta Inc": "Betta"})
    assert codes(result) == ["RC-021"]


def test_an_emrt_beside_a_cmrt_asks_for_nothing() -> None:
    result = run(declared("Alpha", WORKS), aside("e.xlsx", CMRT_OTHER_TEMPLATE, "ALPHA"), suppliers=["Alpha"])
    assert figures(result) == (1, 1, 1)
    assert [one.finding.code for one in result.set_aside] == ["RC-020"]
    assert all(ask.finding.code != "CF-002" for asks in result.asked.values() for ask in asks)


def test_a_file_set_aside_is_asked_about_under_its_supplier() -> None:
    result = run(
        aside("b.xlsx", CMRT_SHEET_MISSING, "Beta"), declared("Alpha", WORKS), suppliers=["Alpha", "Beta"]
    )
    assert figures(result) == (2, 1, 1)
    assert [ask.finding.code for ask in result.asked["Beta"]] == ["CF-003"]
    (beta,) = (one for one in result.survey if one.supplier == "Beta")
    assert (beta.answered, beta.files) == (False, ("b.xlsx",))


def test_level_and_version_are_those_of_the_answers_that_count() -> None:
    product = declared("Beta", WORKS, scope=Scope.PRODUCT, products=("1",))
    result = run(declared("Alpha", WORKS), product, declared("Gamma", WORKS))
    details: Any = as_json(result)["survey_details"]
    assert details["by_level"] == {"company": 2, "product": 1}
    assert details["answer_level"] == result.last.survey.answer_level == "both"
    assert details["versions"] == {"6.1": 3}


def test_answers_for_a_division_have_no_level_of_the_filing() -> None:
    division = declared("Beta", WORKS, scope=Scope.USER_DEFINED, description="Division North")
    result = run(declared("Alpha", WORKS), division)
    assert result.last.survey.answer_level is None
    assert any(
        line.startswith("Level of the answers: 1 company, 1 user-defined.") for line in summary(result)
    )


def test_a_company_that_was_not_asked_has_no_part_in_the_level() -> None:
    product = declared("Beta", WORKS, scope=Scope.PRODUCT, products=("1",))
    result = run(declared("Alpha", WORKS), product, suppliers=["Alpha"])
    assert result.last.survey.answer_level == "company"


def test_a_blank_template_is_no_answer(tmp_path: Path) -> None:
    blank = {f"{column}{row}": "" for column in "DG" for row in range(8, 100)}
    path = cmrt(tmp_path / "blank.xlsx", rows=(), cells={"Declaration": blank})
    declaration, _ = read_workbook(path)
    assert declaration is not None
    assert is_blank(declaration)
    filled, _ = read_workbook(cmrt(tmp_path / "filled.xlsx", rows=()))
    assert filled is not None
    assert not is_blank(filled)


def test_the_company_of_another_template_is_read(tmp_path: Path) -> None:
    path = cmrt(tmp_path / "e.xlsx", kind="EMRT", company="Alpha Ltd.")
    assert company_in(path, "e.xlsx") == "Alpha Ltd."


def test_a_copied_sheet_is_read_under_its_new_name(tmp_path: Path) -> None:
    path = cmrt(tmp_path / "a.xlsx")
    change_part(path, "xl/workbook.xml", b'name="Smelter List"', b'name="Smelter List (2)"')
    declaration, _ = read_workbook(path)
    assert declaration is not None
    assert declaration.rows


def test_legal_forms_and_brackets_tell_little() -> None:
    assert essence("株式会社アルファ") == essence("アルファ(株)") == essence("アルファ")
    assert essence("Alpha Works (Japan) Co., Ltd.") == essence("ALPHA WORKS")
    assert essence("Alpha Incorporated") == essence("Alpha, Inc.")
    assert essence("(株)") != ""
