"""What a supplier is asked: one question a matter, each finding behind one, no evidence to be erased."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.findings import Finding, Severity
from generator.findings.catalogue import CMRT_OLD, ROW_ID_FORM
from generator.model import CellRef, LineRef
from generator.suppliers.output.review_files import review_files
from generator.suppliers.questions import MOST, in_rounds, questions_of
from generator.suppliers.questions.missing import numbers_in_words
from generator.suppliers.questions.places import places_in_words
from generator.suppliers.reconciled import Ask
from generator.suppliers.rules import INTERNAL
from tests.support.cmrt_workbooks import METALS, ROWS, Known, by_id, by_name, cmrt, not_listed
from tests.support.reviews import asked, reconciled

REPO = Path(__file__).parents[2]
GOLD = [f"Invented Works {n:03}" for n in range(350)]
MANY = [Known("Gold", name, name, "JAPAN", f"CID91{n:04}") for n, name in enumerate(GOLD)]
"""A look-up of 350 smelters."""
ADDRESS = "Please give for each its identifier (CID), or its full name, street, city and country."


def asks(tmp_path: Path, **options: Any) -> tuple[Ask, ...]:
    return asked(cmrt(tmp_path / "a.xlsx", **options))


def texts(tmp_path: Path, **options: Any) -> list[str]:
    return [ask.text for ask in asks(tmp_path, **options)]


def told(tmp_path: Path, **options: Any) -> tuple[Ask, ...]:
    """What the filer alone is told."""
    (watched,) = reconciled(cmrt(tmp_path / "a.xlsx", **options)).watched.values()
    return watched


def with_rows(*rows: Any) -> dict[str, Any]:
    """A workbook whose further rows begin in row 9."""
    return {"rows": [*ROWS, *rows]}


def test_places_are_folded_into_ranges_sheet_by_sheet_and_column_by_column() -> None:
    cells = [("Declaration", "D22"), *(("Smelter List", f"E{row}") for row in (5, 6, 7, 8, 212))]
    cells.append(("Smelter List", "AA9"))
    places = [CellRef("a.xlsx", sheet, cell) for sheet, cell in cells]
    assert (
        places_in_words(places)
        == "sheet 'Declaration', cell D22; sheet 'Smelter List', cells E5:E8 and E212; AA9"
    )
    assert places_in_words([]) == ""


def test_numbers_of_questions_are_folded() -> None:
    assert numbers_in_words([3, 2, 4, 8, 6]) == "2 to 4, 6 and 8"
    assert numbers_in_words([1, 2, 7]) == "1, 2 and 7"


def test_a_clean_answer_is_asked_nothing(tmp_path: Path) -> None:
    assert texts(tmp_path) == []


# A column, and what many rows say alike


def test_a_column_that_is_empty_throughout_is_one_question_with_its_cells(tmp_path: Path) -> None:
    rows = [not_listed("Gold", f"Invented Smithy {n}") for n in range(60)]
    (ask,) = asks(tmp_path, metals=["Gold"], rows=rows)
    assert ask.text == (
        "All 60 smelters are on none of the lists that we have: 'Invented Smithy 0', 'Invented Smithy 1',"
        f" 'Invented Smithy 2' and 57 more (sheet 'Smelter List', cells D5:D64). {ADDRESS}"
    )
    assert ask.places == "sheet 'Smelter List', cells D5:D64"
    assert (len(ask.findings), ask.finding.severity) == (120, Severity.ERROR)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [by_id(f"1JPN{n:03}") for n in range(60)],
            "60 identifiers are not of the form 'CID' and six digits: '1JPN000', '1JPN001',"
            " '1JPN002' and 57 more"
            " (sheet 'Smelter List', cells A9:A68). For each smelter, please give the CID by which the"
            " Responsible Minerals Initiative lists it.",
        ),
        (
            [by_name("Iron", "Invented Mint", E="PERU") for _ in range(60)],
            "60 rows do not name one of the four metals (sheet 'Smelter List'): 'Iron' (B9:B68)."
            " Please choose",
        ),
        (
            [{"B": "Gold", "D": f"Invented Smithy {n}", "E": "PERU"} for n in range(60)],
            "60 smelters are on none of the lists that we have",
        ),
        (
            [not_listed("Gold", f"Invented Smithy {n}", str(n + 1)) for n in range(60)],
            "60 smelters are on none of the lists that we have",
        ),
    ],
    ids=["identifiers of the old form", "no metal known", "names in column D", "countries that are numbers"],
)
def test_a_column_that_is_wrong_throughout_is_one_question(tmp_path: Path, rows: Any, words: str) -> None:
    (ask,) = asks(tmp_path, **with_rows(*rows))
    assert ask.text.startswith(words)
    assert ":" in ask.places


def test_a_few_names_are_told_each_with_its_cells(tmp_path: Path) -> None:
    rows = [not_listed("Tin", name, "PERU") for name in ("Smithy A", "Smithy B", "Smithy A")]
    (text,) = texts(tmp_path, **with_rows(*rows))
    assert text == (
        "2 smelters are on none of the lists that we have (sheet 'Smelter List'): 'Smithy A' (D9 and D11) and"
        f" 'Smithy B' (D10). {ADDRESS}"
    )


# A name


def test_a_name_is_asked_about_once_over_all_rules_with_one_remedy(tmp_path: Path) -> None:
    rows = [
        not_listed("Tin", "Invented Smithy", F="unknown"),
        by_name("Tin", "Invented Smithy"),
        not_listed("Tin", "Invented Smithy", "Atlantis"),
    ]
    (ask,) = asks(tmp_path, **with_rows(*rows))
    assert ask.text == (
        "The tin smelter 'Invented Smithy' is on none of the lists that we have (sheet 'Smelter List', cells"
        " C10; D9 and D11). Please give its identifier (CID), or its full name, street, city and country."
    )
    assert {finding.code for finding in ask.findings} == {"RC-008", "CC-001", "CS-001", "CS-006", "CS-008"}


def test_words_that_name_no_smelter_are_one_question(
    tmp_path: Path,
) -> None:
    rows = [not_listed("Gold", name, "PERU") for name in ("Unknown", "China", "Confidential", "Recycled")]
    (ask,) = asks(tmp_path, **with_rows(*rows))
    assert ask.text == (
        "4 entries are not names of smelters (sheet 'Smelter List'): 'Unknown' (D9), 'China' (D10),"
        " 'Confidential' (D11) and 'Recycled' (D12). Please give for each the name of the company"
        " that smelts or"
        " refines the metal."
    )
    assert {"CS-008", "CQ-009"} <= {finding.code for finding in ask.findings}


def test_an_unknown_identifier_speaks_for_the_metal_that_the_template_cannot_find(tmp_path: Path) -> None:
    (ask,) = asks(tmp_path, **with_rows(by_id("CID999999")))
    assert ask.text.startswith("The identifier CID999999 is in none of the lists of smelters that we have")


def test_listed_smelters_marked_as_not_listed_are_one_question(tmp_path: Path) -> None:
    rows = [
        not_listed("Gold", "Invented Mint", "SWITZERLAND"),
        not_listed("Gold", "Invented Two Metals", "BELGIUM"),
    ]
    (text,) = texts(tmp_path, **with_rows(*rows))
    assert text == (
        "2 smelters are said not to be in the template's list, and are there (sheet 'Smelter List'):"
        " 'Invented"
        " Mint' as CID900002 (D9) and 'Invented Two Metals' as CID900003 (D10). Please choose each of them in"
        " column C, if that is the smelter."
    )


# What is missing


def test_the_answers_that_are_missing_for_a_metal_are_one_question(tmp_path: Path) -> None:
    blank = {(number, metal): "" for number in range(2, 9) for metal in ("Tantalum", "Tungsten")}
    answers = {(1, "Tantalum"): "n/a", (1, "Tungsten"): "NA", **blank}
    assert texts(tmp_path, answers=answers, rows=[ROWS[0], ROWS[2]]) == [
        "Question 1 for tantalum is answered 'n/a', which is not one of its options, and questions 2"
        " to 8 are not"
        " answered (sheet 'Declaration', cells D26, D32, D38, D44, D50, D56, D62 and D68). Please"
        " choose 'Yes'"
        " or 'No'. The other questions about tantalum need an answer unless it is 'No'.",
        "Question 1 for tungsten is answered 'NA', which is not one of its options, and questions 2"
        " to 8 are not"
        " answered (sheet 'Declaration', cells D29, D35, D41, D47, D53, D59, D65 and D71). Please"
        " choose 'Yes'"
        " or 'No'. The other questions about tungsten need an answer unless it is 'No'.",
    ]


def test_a_metal_without_answers_and_with_smelters_is_one_question(tmp_path: Path) -> None:
    answers = {(number, "Tin"): "" for number in range(1, 9)}
    (text,) = texts(tmp_path, answers=answers)
    assert text.startswith(
        "Questions 1 to 8 for tin are not answered, although the list names 1 smelter of tin ("
    )
    assert text.endswith("Please answer them.")


def test_one_question_that_is_not_answered_for_any_metal_is_one_question(tmp_path: Path) -> None:
    assert texts(tmp_path, answers={(5, metal): "" for metal in METALS}) == [
        "Question 5 for tantalum, tin, gold and tungsten is not answered (sheet 'Declaration', cells"
        " D50:D53)."
        " Please answer it."
    ]


def test_blank_fields_about_the_company_are_one_question(tmp_path: Path) -> None:
    blank = {"Declaration": dict.fromkeys(("D15", "D16", "D18", "D22"), "")}
    assert texts(tmp_path, cells=blank) == [
        "The contact's name, the contact's e-mail address, the authorizer's name and the effective date are"
        " missing (sheet 'Declaration', cells D15, D16, D18 and D22). Please fill them in."
    ]


def test_blank_questions_about_the_company_are_one_question(tmp_path: Path) -> None:
    assert texts(tmp_path, company_answers=dict.fromkeys("ACH", "")) == [
        "Questions A, C and H about the company are not answered (sheet 'Declaration', cells D75,"
        " D79 and D89)."
        " Please answer them."
    ]


def test_the_same_doubt_about_several_metals_is_one_question(tmp_path: Path) -> None:
    answers = {(3, metal): "Yes" for metal in ("Tin", "Gold")}
    assert texts(tmp_path, answers=answers) == [
        "Question 4 for tin and gold is answered 'No', although question 3 is answered 'Yes' (sheet"
        " 'Declaration',"
        " cells D45 and D46). Please check both: the covered countries normally count as conflict-affected or"
        " high-risk."
    ]


# Evidence


def test_what_none_of_several_metals_has_is_told_with_or(tmp_path: Path) -> None:
    (text,) = texts(tmp_path, rows=ROWS[:1], metals=["Gold", "Tin", "Tungsten"])
    assert (
        "for tin and tungsten is answered 'Yes', and the list names no smelter of tin or tungsten (" in text
    )
    assert "Please list the smelters of tin and tungsten (" in text


def test_a_date_that_may_be_two_days_is_asked_for_as_either_of_them(tmp_path: Path) -> None:
    (text,) = texts(tmp_path, date="03/04/2022")
    assert text.endswith("Please give it as 04-Mar-2022 or 03-Apr-2022.")


def test_rows_of_several_smelters_that_say_the_same_are_told_with_metal_and_cells(tmp_path: Path) -> None:
    twice = [by_name("Gold", "Invented Mint"), by_name("Tin", "Invented Tin Works")]
    (text,) = [ask.text for ask in told(tmp_path, **with_rows(*twice, twice[0]))]
    assert "CID900021 for tin in rows 7 and 10 (F7 and F10)" in text
    assert "CID900002 for gold in rows 9 and 11 (F9 and F11)" in text


def test_groups_of_rows_of_one_smelter_are_told_apart(tmp_path: Path) -> None:
    groups = [by_name("Gold", "Invented Mint", N=mine) for mine in ("Mine X", "Mine Y")]
    (text,) = [ask.text for ask in told(tmp_path, **with_rows(*groups, *groups))]
    assert "CID900002 for gold in rows 9 and 11 (F9 and F11)" in text
    assert "CID900002 for gold in rows 10 and 12 (F10 and F12)" in text


def test_rows_of_a_smelter_with_different_mines_are_evidence_and_no_question(tmp_path: Path) -> None:
    rows = [by_name("Gold", "Invented Mint", N=f"Mine {n}", O="PERU") for n in range(5)]
    assert texts(tmp_path, **with_rows(*rows)) == []
    other = [by_name("Gold", "Invented Mint", **{column: "x"}) for column in ("M", "N", "O", "Q")]
    assert texts(tmp_path, **with_rows(*other)) == []


def test_rows_that_say_the_same_are_told_once_and_nobody_is_asked_to_erase_one(tmp_path: Path) -> None:
    rows = with_rows(*[by_name("Gold", "Invented Mint", N="Mine X")] * 5)
    assert asks(tmp_path, **rows) == ()
    (ask,) = told(tmp_path, **rows)
    assert ask.finding.severity is Severity.INFO
    assert ask.text == (
        "CID900002 for gold stands in rows 9 to 13, which say the same (sheet 'Smelter List', cells F9:F13)."
        " The smelter is counted once. Nothing is asked of the supplier."
    )


def test_the_claim_of_recycled_material_is_asked_about_and_never_written_over(tmp_path: Path) -> None:
    rows = [
        by_name("Gold", "Invented Mint", P="Yes", N="Mine X; DRC", O="recycled"),
        by_name("Gold", "Invented Two Metals", P="Yes", N="recycled", O="DRC"),
    ]
    answers = {(3, "Gold"): "Yes", (4, "Gold"): "Yes"}
    (ask,) = asks(tmp_path, answers=answers, **with_rows(*rows))
    assert ask.finding.severity is Severity.WARNING
    assert ask.text == (
        "2 smelters are said to use recycled material or scrap alone (column P), and mines or their"
        " countries are"
        " named for them (sheet 'Smelter List'): 'Mine X; DRC' (N9) and 'DRC' (O10). Please tell us for each"
        " which of the two holds."
    )


def test_a_row_against_its_own_claim_and_against_the_answer_is_one_question(tmp_path: Path) -> None:
    row = by_name("Gold", "Invented Mint", P="Yes", N="Mine X")
    answers = {(5, "Gold"): "Yes"}
    (ask,) = asks(tmp_path, answers=answers, **with_rows(row))
    assert (len(ask.findings), ask.text.count("Mine X")) == (2, 1)


def test_smelters_of_a_metal_that_is_not_used_are_asked_about(
    tmp_path: Path,
) -> None:
    (text,) = texts(tmp_path, metals=["Tin", "Tantalum", "Tungsten"])
    assert text == (
        "The list names smelters of gold, and question 1 for gold is answered 'No' (sheet 'Smelter"
        " List', cell"
        " B5). Please tell us whether gold is used, and correct the answer if it is."
    )


ERASE = re.compile(r"[Pp]lease[^.]*\b(delete|remove|clear|erase|replace|overwrite|take away|leave)\b")


def test_no_text_asks_a_supplier_to_erase_anything() -> None:
    folder = REPO / "generator" / "suppliers"
    said = [
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    allowed = {"Please remove the password (File, Info, Protect Workbook) and send it again."}
    assert len(said) > 1000
    assert {text for text in said if ERASE.search(text)} <= allowed


# A list that is another's


def shuffled(number: int, seed: int = 1) -> list[Any]:
    rows = [by_id(one.cid) for one in MANY]
    random.Random(seed).shuffle(rows)
    return rows[:number]


def lists(tmp_path: Path, one: Sequence[Any], two: Sequence[Any]) -> dict[str, list[str]]:
    """The questions to each of two suppliers with these rows."""
    plain: dict[str, Any] = {"metals": ["Gold"], "look_up": MANY}
    books = (
        cmrt(tmp_path / "a.xlsx", company="A (invented)", rows=one, **plain),
        cmrt(tmp_path / "b.xlsx", company="B (invented)", rows=two, **plain),
    )
    return {name: [ask.text for ask in found] for name, found in reconciled(*books).asked.items()}


def test_a_list_that_is_mostly_another_s_is_the_only_question_about_the_list(tmp_path: Path) -> None:
    own = [not_listed("Gold", f"Invented Smithy {n}") for n in range(8)]
    one = shuffled(150)
    two = [*own, *one[:140]]
    found = lists(tmp_path, one, two)
    advice = "Please confirm that the list is of your own supply chain, or send us the one that is."
    assert found == {
        "A (invented)": [
            "140 of the 150 smelters in the list are those of another company's answer (sheet"
            " 'Smelter List', cell"
            f" B5). {advice}"
        ],
        "B (invented)": [
            "140 of the 148 smelters in the list are those of another company's answer (sheet"
            " 'Smelter List', cell"
            f" B5). {advice}"
        ],
    }


def test_what_the_rows_of_another_s_list_say_stands_behind_that_question(tmp_path: Path) -> None:
    one = shuffled(150)
    two = [not_listed("Gold", f"Invented Smithy {n}") for n in range(8)] + one[:140]
    plain: dict[str, Any] = {"metals": ["Gold"], "look_up": MANY}
    books = (
        cmrt(tmp_path / "a.xlsx", company="A (invented)", rows=one, **plain),
        cmrt(tmp_path / "b.xlsx", company="B (invented)", rows=two, **plain),
    )
    (ask,) = reconciled(*books).asked["B (invented)"]
    assert (ask.finding.code, ask.finding.severity) == ("CS-011", Severity.WARNING)
    assert {finding.code for finding in ask.findings} == {"CS-011", "RC-008", "CC-001"}
    assert "A (invented)" not in ask.text


def test_common_smelters_in_the_order_of_the_alphabet_are_no_copy(tmp_path: Path) -> None:
    rows = [by_id(one.cid) for one in MANY]
    assert lists(tmp_path, rows[:150], rows[2:150]) == {}


def test_the_same_smelters_in_another_order_are_no_copy(tmp_path: Path) -> None:
    one = shuffled(150)
    assert lists(tmp_path, one, random.Random(2).sample(one, 150)) == {}


def test_a_short_list_is_no_copy(tmp_path: Path) -> None:
    one = shuffled(40)
    assert lists(tmp_path, one, one[:38]) == {}


# The whole


def faulty(number: int) -> list[Any]:
    """A list with faults of many kinds, as one who fills it in without the template's help makes them."""
    kinds: list[Any] = [
        lambda n: by_id(MANY[n].cid),
        lambda n: not_listed("Gold", f"Invented Smithy {n}"),
        lambda n: by_name("Gold", f"Invented Foundry {n}"),
        lambda n: by_name("Gold", MANY[n].name, F=f"1JPN{n:03}"),
        lambda n: not_listed("Gold", "Unknown", "PERU"),
        lambda n: not_listed("Gold", f"Invented Metal Trading {n}", "CHINA"),
        lambda n: by_name("Gld", MANY[n].name),
        lambda n: by_name("Gold", MANY[n].name, F=MANY[n].cid, E="PERU"),
        lambda n: not_listed("Gold", MANY[n].name, "JAPAN"),
        lambda n: by_name("Gold", MANY[n].name, P="Yes", N=f"Mine {n}", O="DRC"),
        lambda n: by_name("Gold", MANY[n].name, P="Yes"),
        lambda n: by_id(f"CID99{n:04}"),
    ]
    return [kinds[n % len(kinds)](n) for n in range(number)]


def mass(tmp_path: Path) -> Path:
    answers = {(number, "Tin"): "" for number in range(1, 9)} | {(6, "Gold"): "None", (4, "Gold"): "Perhaps"}
    return cmrt(
        tmp_path / "a.xlsx",
        look_up=MANY,
        metals=["Gold"],
        rows=faulty(350),
        answers=answers,
        company_answers=dict.fromkeys("ACD", "No"),
        cells={"Declaration": {"D15": "", "D17": "", "D18": "same"}},
    )


def test_a_list_of_350_rows_full_of_faults_gives_a_letter_that_can_be_read(tmp_path: Path) -> None:
    result = reconciled(mass(tmp_path))
    (found,) = result.asked.values()
    assert 8 < len(found) <= MOST
    assert sum(len(ask.findings) for ask in found) > 350
    assert max(len(ask.text) for ask in found) < 800


def test_every_finding_stands_behind_one_question_and_in_the_table(tmp_path: Path) -> None:
    result = reconciled(mass(tmp_path))
    every = [finding for asks in (result.asked, result.watched) for ones in asks.values() for ask in ones
             for finding in ask.findings]  # fmt: skip
    assert len(every) == len({(one.code, one.message, one.where) for one in every})
    (tmp_path / "table.xlsx").write_bytes(review_files(result)["follow-up.xlsx"])
    book = openpyxl.load_workbook(tmp_path / "table.xlsx")
    assert sum(sheet.max_row - 1 for sheet in book) == len(every)


def test_errors_come_first_and_then_the_places_in_their_order(tmp_path: Path) -> None:
    found = asked(mass(tmp_path))
    order = list(Severity)
    weights = [order.index(ask.finding.severity) for ask in found]
    assert weights == sorted(weights)
    assert all(
        ask.finding.severity is min((f.severity for f in ask.findings), key=order.index) for ask in found
    )


def test_no_remedy_is_told_twice_in_a_letter(tmp_path: Path) -> None:
    remedies = [re.split(r"(?<=\.) (?=Please|For each)", ask.text)[-1] for ask in asked(mass(tmp_path))]
    assert len(remedies) == len(set(remedies))


def test_what_makes_a_letter_too_long_is_kept_for_the_next_one() -> None:
    findings = [
        Finding(ROW_ID_FORM, f"matter {n}", CellRef("a.xlsx", "S", f"A{n}"), f"Do {n}.") for n in range(1, 19)
    ]
    found = questions_of(findings, {})
    now, later = in_rounds(found)
    assert (len(now), len(later)) == (MOST, 3)
    assert [*now, *later] == list(found)


def test_what_rules_without_words_for_many_say_is_joined_by_its_advice() -> None:
    findings = [
        Finding(CMRT_OLD, f"matter {n}", CellRef("a.xlsx", "S", f"A{n}"), "Please mend it.")
        for n in range(1, 8)
    ]
    (ask,) = questions_of(findings, {})
    assert ask.text == (
        "Matter 1 (sheet 'S', cell A1); matter 2 (sheet 'S', cell A2); matter 3 (sheet 'S', cell"
        " A3); 4 more of this"
        " kind (sheet 'S', cells A4:A7). Please mend it."
    )


def test_two_workbooks_of_a_supplier_are_asked_about_apart() -> None:
    findings = [
        Finding(CMRT_OLD, "the version is old", CellRef(file, "S", "A1"), "Please mend it.")
        for file in ("a", "b")
    ]
    assert [ask.finding.where.file for ask in questions_of(findings, {})] == ["a", "b"]


def test_a_file_has_no_place(tmp_path: Path) -> None:
    (ask,) = questions_of([Finding(CMRT_OLD, "the file is old", LineRef("a.xlsx"), "Please mend it.")], {})
    assert (ask.text, ask.places) == ("The file is old. Please mend it.", "")


def test_a_letter_speaks_to_the_supplier_alone(tmp_path: Path) -> None:
    books = [
        cmrt(tmp_path / name, rows=[by_id(cid)], metals=["Gold"])
        for name, cid in (("a.xlsx", "CID900001"), ("b.xlsx", "CID900002"))
    ]
    result = reconciled(*books)
    (ask,) = [ask for asks in result.asked.values() for ask in asks]
    assert ask.text == (
        "You sent another answer of the same date, 'b.xlsx', and the two differ."
        " Please tell us which one holds."
    )
    assert any("Ask which one holds" in finding.advice for finding in result.findings)


def test_what_is_internal_is_in_no_letter(tmp_path: Path) -> None:
    answers = {(3, "Gold"): "Yes", (4, "Gold"): "Yes"}
    result = reconciled(cmrt(tmp_path / "a.xlsx", version="6.22", answers=answers))
    assert result.asked == {}
    (watched,) = result.watched.values()
    assert {ask.finding.code for ask in watched} == {"CC-005", "CQ-011"}
    assert {ask.finding.rule for ask in watched} <= INTERNAL


# The six answers

LETTERS = REPO.parent / "shared" / "cases" / "suppliers" / "letters"


def of_letter(name: str) -> list[Ask]:
    """What is asked about an answer of the six; whether it is too old is another matter."""
    path = LETTERS / name
    if not path.exists():
        pytest.skip("the folder ../shared/cases/suppliers/letters is not there")
    return [ask for ask in asked(path, year=2025) if ask.finding.code != "CC-004"]


def test_the_clean_one_of_the_six_is_asked_nothing() -> None:
    assert of_letter("S01 clean.xlsx") == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("S04 not listed.xlsx", ["RC-008", "CS-008", "CS-007"]),
        ("S25 answers 7.xlsx", ["CC-001", "CC-001"]),
        ("T09 dupes with mines.xlsx", ["CQ-012", "CQ-002"]),
        ("T10 recycled with DRC.xlsx", ["CQ-012", "CQ-013"]),
    ],
)
def test_four_of_the_six_are_asked_a_few_questions(name: str, codes: list[str]) -> None:
    found = of_letter(name)
    assert len(found) == len(codes), [ask.text for ask in found]
    for ask, code in zip(found, codes, strict=True):
        assert code in {finding.code for finding in ask.findings}
    assert not any(ERASE.search(ask.text) for ask in found)


def test_a_name_in_capitals_is_counted_and_told_once(tmp_path: Path) -> None:
    names = ("Foo Refining", "FOO REFINING", "Bar Works")
    rows = with_rows(*(by_name("Gold", name, E="PERU") for name in names))
    text = next(one for one in texts(tmp_path, **rows) if "Foo Refining" in one)
    assert text.startswith("2 smelters are on none of the lists")
    assert "FOO REFINING" not in text
    assert "'Foo Refining' (C9 and C10)" in text
