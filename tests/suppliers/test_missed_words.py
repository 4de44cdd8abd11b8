"""What a reviewer's eye catches: addresses, covered countries in other words, recycling, identifiers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.countries.covered_words import find_covered_words
from generator.countries.table import standard_countries
from generator.findings import Finding
from generator.model import Period
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import INTERNAL, review_answer
from generator.suppliers.workbooks import read_workbook
from tests.support.cmrt_workbooks import ROWS, by_id, by_name, cmrt

REVIEW = Review(ReviewSettings(), Period(2021), standard_countries().find_code, EMPTY_LOOK_UP)


def found(tmp_path: Path, *codes: str, **options: Any) -> list[Finding]:
    """The findings of these codes; of every code where none is named."""
    declaration, problems = read_workbook(cmrt(tmp_path / "x.xlsx", **options))
    assert declaration is not None, problems
    return [one for one in review_answer(declaration, REVIEW) if not codes or one.code in codes]


def declaration_with(**cells: Any) -> dict[str, Any]:
    return {"cells": {"Declaration": cells}}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.com/policy", "www.example.com/policy", "example.com/policy", "WWW.EXAMPLE.CO.JP",
        "http:// www.example.de", "example.de", "see https://example.com, page 3", "例え.com/policy",
        "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ",
        "Our policy: example.com.tw/csr.pdf", "http//www.example.com",
        "https://example.international/a", "http:/example.com", "https://203.0.113.5/policy",
    ],
)  # fmt: skip
def test_a_web_address_is_one_with_and_without_its_beginning(tmp_path: Path, address: str) -> None:
    assert found(tmp_path, "CQ-021", "CQ-016", **declaration_with(G77=address)) == []


@pytest.mark.parametrize(
    "text",
    [
        "see attached", "on request", "n/a", "Responsible Minerals Policy 2024", "12 Invented Street, City",
        "policy.pdf", "Conflict minerals policy v1.2.docx", "ask ina@example.com", "Yes", "公司网站",
        "intranet",
    ],
)  # fmt: skip
def test_another_text_is_no_web_address(tmp_path: Path, text: str) -> None:
    [one] = found(tmp_path, "CQ-021", **declaration_with(G77=text))
    assert one.message == f"question B says that your policy is public, and '{text}' is no web address"
    assert str(one.where) == "x.xlsx 'Declaration'!G77"


def test_where_no_policy_is_public_no_address_is_asked_for(tmp_path: Path) -> None:
    options = declaration_with(G77="n/a") | {"company_answers": {"B": "No"}}
    assert found(tmp_path, "CQ-021", "CQ-016", **options) == []


@pytest.mark.parametrize(
    "text",
    ["ina@example.com", "Ina <ina@example.co.jp>", "a@example.com; b@example.com", "ｉｎａ＠example.com",
     "ina @ example.com", "mailto:ina@example.com", "o'ina+cm@sub.example.museum", "ina@例え.jp"],
)  # fmt: skip
def test_an_e_mail_address_may_be_written_in_many_ways(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "CC-011", "CC-001", **declaration_with(D16=text)) == []


@pytest.mark.parametrize(
    "text", ["ina@example", "@example.com", "ina@", "ina@example,com", "@", "ina@@x..com"]
)
def test_an_e_mail_address_that_cannot_be_one_is_asked_about(tmp_path: Path, text: str) -> None:
    [one] = found(tmp_path, "CC-011", **declaration_with(D16=text, D20=text.replace("ina", "otto")))[:1]
    assert one.message == f"the e-mail address of the contact, '{text}', cannot be one"


@pytest.mark.parametrize(
    "text",
    [5550142, 49301234567.0, "+49 (0)30 123-456 ext. 7", "030/123456", "555.0142; 555.0143",
     "０３－１２３４－５６７８",
     "1-800-EXAMPLE 55555", "12345"],
)  # fmt: skip
def test_a_telephone_number_may_be_national_and_have_an_extension(tmp_path: Path, text: object) -> None:
    assert found(tmp_path, "CC-012", **declaration_with(D17=text)) == []


@pytest.mark.parametrize(
    "text", ["n/a", "see above", "-", "ext. 12", "000000000", "8.6123E+12", "ina@example.com"]
)
def test_a_telephone_number_that_cannot_be_one_is_asked_about(tmp_path: Path, text: str) -> None:
    [one] = found(tmp_path, "CC-012", **declaration_with(D17=text))
    assert one.message == f"the contact's telephone number, '{text}', cannot be one"


COVERED = [
    "Kivu", "South Kivu province", "Katanga", "刚果民主共和国", "刚果（金）", "コンゴ民主共和国",
    "ルワンダ", "르완다",
    "Ruanda und Peru", "Tansania", "adjoining countries", "DRC plus adjoining countries", "covered countries",
    "Congo (East)", "Uganda (East Africa)", "Südsudan", "Zentralafrikanische Republik", "ex Zaire region",
    "several: Rwanda - Uganda",
]  # fmt: skip


@pytest.mark.parametrize("text", COVERED)
def test_a_covered_country_in_other_words_is_found_beside_a_no(tmp_path: Path, text: str) -> None:
    rows = [*ROWS, by_name("Gold", "Invented Mint", O=text)]
    [one] = found(tmp_path, "CQ-018", "CQ-010", rows=rows)
    assert one.message == f"question 3 for gold is answered 'No', and here stands '{text}'"
    assert str(one.where) == "x.xlsx 'Smelter List'!O9"


@pytest.mark.parametrize("text", ["D.R.C.", "DR Congo", "Zaire", "RW", "Congo (Kinshasa)", "Peru; TZA"])
def test_a_covered_country_by_itself_is_one_question(tmp_path: Path, text: str) -> None:
    rows = [*ROWS, by_name("Gold", "Invented Mint", O=text)]
    assert [one.code for one in found(tmp_path, "CQ-018", "CQ-010", rows=rows)] == ["CQ-010"]


@pytest.mark.parametrize("text", ["L1", "L3", "L1, L2", "Level 3", "CC"])
def test_a_code_for_a_group_of_countries_asks_for_their_names(tmp_path: Path, text: str) -> None:
    rows = [*ROWS, by_name("Gold", "Invented Mint", O=text)]
    [one] = found(tmp_path, "CQ-018", "CQ-010", rows=rows)
    assert one.message == f"question 3 for gold is answered 'No', and for countries stands the code '{text}'"


@pytest.mark.parametrize(
    "row",
    [
        {"N": "Kivu mine"}, {"N": "Bisie"}, {"N": "mine in D.R.C."}, {"Q": "Ore from Rwanda"},
        {"Q": "Sourced in Katanga"}, {"Q": "原料来自卢旺达"},
    ],
)  # fmt: skip
def test_mines_and_comments_are_read_as_well(tmp_path: Path, row: dict[str, str]) -> None:
    rows = [*ROWS, by_name("Gold", "Invented Mint", **row)]
    [one] = found(tmp_path, "CQ-018", rows=rows)
    assert str(one.where) == f"x.xlsx 'Smelter List'!{next(iter(row))}9"


def test_the_comment_beside_the_answer_is_read(tmp_path: Path) -> None:
    [one] = found(tmp_path, "CQ-018", **declaration_with(G39="Some ore comes from Uganda"))
    assert str(one.where) == "x.xlsx 'Declaration'!G39"


@pytest.mark.parametrize(
    "row",
    [
        {"O": "Niger"}, {"O": "Guinea"}, {"O": "Republic of China"}, {"O": "Sudan"}, {"O": "CF"},
        {"O": "Nigeria"},
        {"O": "not from the DRC"}, {"O": "Outside the covered countries"}, {"O": "DRC conflict free"},
        {"O": "非洲"}, {"O": "Peru, Bolivia"}, {"N": "Kongo Gumi Refining"}, {"N": "12 Angola Street, Lima"},
        {"N": "L1"}, {"Q": "Office in Kigali"}, {"N": "RDC Metals"},
        {"N": "Plant adjoining the mine"}, {"Q": "We comply with the law on minerals from the DRC"},
        {"Q": "Our supplier has an office in Lusaka"}, {"Q": "DRC conflict-free smelter, ore from Peru"},
        {"Q": "No ore from the DRC"}, {"Q": "不来自刚果民主共和国"}, {"N": "Minsur"}, {"O": "Mali / Kenya"},
    ],
)  # fmt: skip
def test_what_only_looks_like_a_covered_country_is_none(tmp_path: Path, row: dict[str, str]) -> None:
    rows = [*ROWS, by_name("Gold", "Invented Mint", **row)]
    assert found(tmp_path, "CQ-018", "CQ-010", rows=rows) == []


def test_beside_a_yes_or_unknown_no_words_are_asked_about(tmp_path: Path) -> None:
    rows = [*ROWS, by_name("Gold", "Invented Mint", O="Kivu")]
    for said in ("Yes", "Unknown"):
        assert found(tmp_path, "CQ-018", rows=rows, answers={(3, "Gold"): said}) == []


def test_a_smelter_in_a_covered_country_is_for_the_filer_to_look_at(tmp_path: Path) -> None:
    [one] = found(tmp_path, "CQ-019", "CQ-010", rows=[*ROWS, by_id("CID900023")])
    assert one.message == "question 3 for tin is answered 'No', and 'Invented Kigali Tin' stands in RWANDA"
    assert one.rule in INTERNAL


def test_every_word_of_the_table_is_found_and_says_what_it_is() -> None:
    lines = (
        (Path(__file__).parents[2] / "generator/countries/covered_words.csv").read_text("utf-8").splitlines()
    )
    table = [line.split(",", 3) for line in lines[1:]]
    codes = {*standard_countries().names}
    for words, code, where, comment in table:
        assert find_covered_words(words, of_countries=True), words
        assert bool(find_covered_words(words, of_countries=False)) or where == "countries", words
        assert code in {"", "group"} | codes
        assert comment
    assert len({words for words, *_ in table}) == len(table)


RECYCLED = {"N": "recycled", "O": "recycled"}


@pytest.mark.parametrize(
    "words", [RECYCLED, {"N": "Scrap"}, {"N": "n/a", "O": "回收"}, RECYCLED | {"P": "Yes"}]
)
def test_a_no_to_recycled_where_every_row_says_recycled_is_asked_about(
    tmp_path: Path, words: dict[str, str]
) -> None:
    rows = [*ROWS[1:], by_id("CID900001", **words)]
    [one] = found(tmp_path, "CQ-020", rows=rows)
    assert one.message == (
        "question 5 for gold is answered 'No', and its only row says that the material is recycled or scrap"
    )
    rows += [by_id("CID900002", **words)]
    [one] = found(tmp_path, "CQ-020", rows=rows)
    assert "and all its 2 rows say" in one.message


def test_one_recycler_among_others_does_not_contradict_a_no(tmp_path: Path) -> None:
    assert found(tmp_path, "CQ-020", rows=[*ROWS, by_id("CID900002", **RECYCLED)]) == []
    assert found(tmp_path, "CQ-020", rows=[*ROWS[1:], by_id("CID900002", P="No", **RECYCLED)]) == []
    rcoi = by_id("CID900002", N="RCOI confirmed as per RMI", O="RCOI confirmed as per RMI")
    assert found(tmp_path, "CQ-020", rows=[*ROWS[1:], rcoi]) == []


def test_a_yes_to_recycled_with_countries_of_mines_is_asked_about(tmp_path: Path) -> None:
    answers = {(5, "Gold"): "Yes"}
    rows = [*ROWS, by_id("CID900002", O="Peru, Bolivia")]
    [one] = found(tmp_path, "CQ-020", "CQ-013", rows=rows, answers=answers)
    assert one.message == "question 5 for gold is answered 'Yes', and a row names mines in 'Peru, Bolivia'"
    rows = [*ROWS, by_id("CID900002", O="recycled (Peru)")]
    assert found(tmp_path, "CQ-020", rows=rows, answers=answers) == []


@pytest.mark.parametrize(
    "typed",
    [
        {"A": "cid900021"}, {"A": "CID 900021"}, {"A": "\u200bCID900021"},
        {"A": "ＣＩＤ９０００２１"}, {"A": "CID-900021"}, {"A": "CID 900 021"}, {"A": "CID900021."},
        {"A": "RMI CID900021"}, {"A": "#CID900021"}, {"F": "900021"}, {"F": "CID9O0021"}, {"A": "C1D900021"},
        {"A": "CIDO900021"}, {"A": "CID900021/CID900022"}, {"A": "cid900021", "F": "CID900021"},
        {"A": "ＣＩＤ900021", "F": "CID 900021"},
    ],
)  # fmt: skip
def test_an_identifier_read_without_doubt_is_a_note_for_the_filer(
    tmp_path: Path, typed: dict[str, str]
) -> None:
    rows = [*ROWS, by_name("Tin", "Invented Tin Works", **typed)]
    every = found(tmp_path, rows=rows[:2] + rows[3:])
    assert {one.code for one in every} == {"CS-014"}, [str(one) for one in every]
    assert every[0].rule in INTERNAL
    assert "is read as CID900021" in every[0].message


@pytest.mark.parametrize(
    "typed",
    [
        {"A": "CID90002"},
        {"A": "CID9000211"},
        {"A": "CID900022 CID900023"},
        {"A": "2PER001"},
        {"A": "unknown"},
    ],
)
def test_an_identifier_that_leaves_doubt_is_asked_about(tmp_path: Path, typed: dict[str, str]) -> None:
    rows = [*ROWS[:2], ROWS[3], by_name("Tin", "Invented Tin Works", **typed)]
    assert [one.code for one in found(tmp_path, "CS-001", "CS-014", rows=rows)] == ["CS-001"]


def test_letters_for_digits_without_a_name_are_asked_about(tmp_path: Path) -> None:
    rows = [*ROWS, {"A": "CID9OOO21", "B": "Tin"}]
    assert [one.code for one in found(tmp_path, "CS-001", "CS-014", rows=rows)] == ["CS-001"]


@pytest.mark.parametrize("name", ["S01 clean.xlsx", "S02 ids.xlsx"])
def test_of_a_clean_answer_and_one_with_other_spellings_nothing_is_asked(shared: Path, name: str) -> None:
    path = shared / "cases" / "suppliers" / "letters" / name
    if not path.exists():
        pytest.skip(f"{name} is not among the reference material on this machine")
    declaration, problems = read_workbook(path)
    assert declaration is not None
    review = Review(ReviewSettings(), Period(2025), standard_countries().find_code, EMPTY_LOOK_UP)
    every = [*problems, *review_answer(declaration, review)]
    assert [str(one) for one in every if one.rule not in INTERNAL] == []
