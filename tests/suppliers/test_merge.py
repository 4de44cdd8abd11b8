"""Many declarations into one list, from literal rows to literal rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.countries.table import read_countries
from generator.errors import DisclosureError
from generator.model import CellRef, DisclosureFacts, Metal, Smelter, Status, StatusClass
from generator.model.status_phrases import class_of_status
from generator.suppliers.decisions import Decisions, SheetDecision
from generator.suppliers.declarations import Choice, Declaration
from generator.suppliers.earlier import EarlierRow, LeftOutRow, ListLayout
from generator.suppliers.look_ups import LookUp
from generator.suppliers.merge import listed as listed_module
from generator.suppliers.output.review_files import review_files, summary
from generator.suppliers.reconcile import reconcile
from generator.suppliers.reconciled import Change, EarlierList, FlagKind, ListRow, Reconciled
from generator.suppliers.review_settings import ReviewSettings, StatusListEntry
from generator.suppliers.sources.declared_files import FileRead
from generator.suppliers.sources.reconcile_sources import Sources, matches
from generator.suppliers.status_lists import ListedSmelter, StatusList
from generator.suppliers.templates import Scope
from tests.support.builders import STATED, smelter
from tests.support.declaration_values import GOLD, TIN, declared, entry, known, look_up

COUNTRIES = read_countries(Path("countries.csv"), "countries.csv")
NEW = look_up(
    known(GOLD, "CID900001", "Invented Mint", "JAPAN", "Mint (alias)", old_id="1JPN001"),
    known(GOLD, "CID900002", "Renamed Works", "PERU", "Former Works"),
    known(TIN, "CID900003", "Invented Mint", "JAPAN"),
)
OLD = look_up(
    known(GOLD, "CID900002", "Former Works", "PERU"),
    known(GOLD, "CID800009", "Closed Works", "PERU"),
    digest="old",
)


def run(*answers: Declaration, decisions: dict[str, Any] | None = None, **given: Any) -> Reconciled:
    """The result for these answers and nothing else but ``given``."""
    plain: dict[str, Any] = {
        "year": 2021,
        "statuses": DisclosureFacts.model_validate(STATED).statuses,
        "countries": COUNTRIES,
        "lists": (),
        "reference": NEW,
        "decisions": Decisions.model_validate(decisions or {}),
        "earlier": EarlierList(),
        "last_year": (),
        "findings": (),
        "settings": ReviewSettings(),
    }
    found = [FileRead(one.file, one, ()) for one in answers]
    return reconcile(Sources(**(plain | given)), found)


def keys(result: Reconciled) -> list[tuple[str, int]]:
    """Key of each row, and how many reports it has."""
    return [(row.key, len(row.evidence)) for row in result.rows]


def flags(row: ListRow) -> list[str]:
    return [str(flag) for flag in row.flags]


def listed(
    metal: Metal, cid: str | None, name: str, status: str, day: int = 1, **given: Any
) -> ListedSmelter:
    where = CellRef("list.xlsx", "List", "A2")
    plain: dict[str, Any] = {
        "country": "",
        "recognised_by": (),
        "as_of": dt.date(2022, 3, day),
        "where": where,
    }
    kind = class_of_status(status)
    return ListedSmelter(metal=metal, cid=cid, name=name, status=status, status_class=kind, **(plain | given))


def test_identifier_alias_and_old_identifier_are_one_row() -> None:
    result = run(
        declared("a", entry(GOLD, "Whatever Mint", "CID900001")),
        declared("b", entry(GOLD, "MINT - alias", country="JAPAN")),
        declared("c", entry(GOLD, "x", reported_id="1JPN001"), entry(GOLD, "y", reported_id="CID 900001")),
    )
    assert keys(result) == [("Gold CID900001", 4)]
    (row,) = result.rows
    assert (row.name, row.country, row.reported_by) == ("Invented Mint", "JAPAN", ("a", "b", "c"))


def test_one_of_a_kind_is_told_in_the_singular() -> None:
    result = run(declared("a", entry(GOLD, "Unknown Works", country="PERU")))
    result = replace(result, changes=(Change("Gold unknown works, PE", "added", "a new row"),))
    first, second, third, _, *rest = summary(result)
    assert first.startswith("1 file: 1 used")
    assert second.startswith("1 row: 1 kept")
    assert third.startswith("1 row in the list")
    assert rest == [
        "Survey: 1 supplier, 1 answered; 0 declare no covered countries.",
        "Level of the answers: 1 company. Version of the template: 6.1 (1).",
        "1 change since the last run; review/report.md lists it.",
        "1 supplier to ask: letters in review/follow-up. Nobody signs them yet. Before you send them, read"
        " 'Before you send the letters' in review/report.md.",
    ]
    assert ": 1 row\n" in review_files(result)["report.md"].decode()


def test_rows_never_meet_over_metals() -> None:
    result = run(
        declared("a", entry(GOLD, "Invented Mint", "CID900001"), entry(TIN, "Invented Mint", "CID900003")),
        declared("b", entry(TIN, "Invented Mint", "CID900001"), entry(TIN, "Other Works", "CID900001")),
    )
    assert keys(result) == [("Gold CID900001", 1), ("Tin CID900003", 2), ("Tin other works, ?", 1)]
    assert flags(result.rows[1]) == ["identifier of another metal: CID900001 belongs to Gold"]


def test_unknown_identifiers_are_kept_and_flagged() -> None:
    (row,) = run(declared("a", entry(TIN, "Any Works", "CID999999", "PERU"))).rows
    assert (row.cid, row.name, row.country, row.status) == ("CID999999", "Any Works", "PERU", "Open")
    assert flags(row) == ["unknown identifier: CID999999"]


def test_renamed_and_withdrawn_smelters_are_told_apart() -> None:
    old = declared(
        "a",
        entry(GOLD, "Former Works", "CID900002", standard_name="Former Works"),
        entry(GOLD, "Closed Works", "CID800009"),
        look_up=OLD,
    )
    closed, renamed = run(old).rows
    assert flags(renamed) == ["renamed: 'Former Works' in older look-ups"]
    assert (renamed.name, renamed.aliases) == ("Renamed Works", ("Former Works",))
    assert flags(closed) == ["withdrawn: not in the newest list"]


def test_without_a_reference_the_newest_look_up_of_the_answers_decides() -> None:
    result = run(
        declared("a", entry(GOLD, "x", "CID900002"), look_up=OLD, version=(6, 1, "")),
        declared("b", look_up=NEW, version=(6, 50, "")),
        reference=None,
    )
    assert [row.name for row in result.rows] == ["Renamed Works"]


def test_a_withdrawn_identifier_follows_the_mapping() -> None:
    answer = declared("a", entry(GOLD, "Closed Works", "CID800009"), look_up=OLD)
    result = run(answer, decisions={"identifiers": {"CID800009": "CID900001"}})
    assert keys(result) == [("Gold CID900001", 1)]


def test_unlisted_rows_join_by_metal_name_and_country_in_any_spelling() -> None:
    result = run(
        declared("a", entry(TIN, "New Works, Ltd.", country="VIET NAM")),
        declared("b", entry(TIN, "NEW WORKS LTD", country="Vietnam")),
        declared("c", entry(TIN, "New Works Ltd", country="PERU")),
    )
    assert keys(result) == [("Tin new works ltd, PE", 1), ("Tin new works ltd, VN", 2)]


def test_rows_that_name_nothing_are_set_aside_with_their_reason() -> None:
    result = run(
        declared(
            "a",
            entry(TIN, "", choice=Choice.NOT_IDENTIFIED),
            entry(TIN, "Unknown", choice=Choice.NOT_LISTED),
            entry(TIN, "", reported_id="n/a"),
            entry(None, "Works"),
        )
    )
    assert result.counts.rows.aside == {
        "neither a name nor an identifier": 1,
        "no metal": 1,
        "smelter not yet identified": 2,
    }
    assert result.counts.adds_up
    assert result.rows == ()


def test_a_row_without_a_metal_takes_the_one_of_its_identifier() -> None:
    assert keys(run(declared("a", entry(None, "", "CID900003")))) == [("Tin CID900003", 1)]


def test_a_person_s_decision_joins_and_its_reason_is_kept_as_evidence() -> None:
    decided = {"accepted": [{"metal": "Gold", "name": "invented mnt", "is": "CID900001"}]}
    result = run(declared("a", entry(GOLD, "Invented Mnt", country="JAPAN")), decisions=decided)
    (row,) = result.rows
    assert (row.key, row.evidence[0].means) == ("Gold CID900001", "a person's decision")
    assert row.former_keys == ("Gold invented mnt, JP",)


def test_a_decision_does_not_touch_an_identifier_that_a_list_has() -> None:
    decided = {"accepted": [{"metal": "Gold", "name": "Renamed Works", "is": "CID900001"}]}
    result = run(declared("a", entry(GOLD, "Renamed Works", "CID900002")), decisions=decided)
    assert keys(result) == [("Gold CID900002", 1)]


def test_suggestions_are_ranked_with_reasons_and_never_taken_over() -> None:
    result = run(
        declared(
            "a", entry(GOLD, "Invented Mnt Co., Ltd.", country="JAPAN"), entry(TIN, "Xyz", country="PERU")
        )
    )
    assert len(result.rows) == 2
    assert [(s.candidate, s.rank, s.reason) for s in result.suggestions] == [
        ("CID900001", 1, "name alike by 96 of 100, same country")
    ]


def test_a_suggestion_that_was_rejected_is_not_made_again() -> None:
    decided = {"rejected": [{"metal": "Gold", "name": "Invented Mnt", "is": "CID900001"}]}
    assert (
        run(declared("a", entry(GOLD, "Invented Mnt", country="JAPAN")), decisions=decided).suggestions == ()
    )


def test_numbers_in_names_keep_smelters_apart() -> None:
    units = look_up(known(GOLD, "CID900011", "Works Unit 1"), known(GOLD, "CID900012", "Works Unit 2"))
    result = run(declared("a", entry(GOLD, "Works, Unit 2 Ltd", country="JAPAN")), reference=units)
    assert result.suggestions[0].candidate == "CID900012"


def test_the_newest_answer_of_a_supplier_counts() -> None:
    result = run(
        declared("Acme Ltd.", entry(GOLD, "", "CID900001"), file="old.xlsx", date=dt.date(2021, 5, 1)),
        declared("ACME, Ltd", entry(GOLD, "", "CID900002"), file="new.xlsx"),
    )
    assert keys(result) == [("Gold CID900002", 1)]
    assert result.counts.rows.aside == {"older answer of the same supplier": 1}
    assert [(f.code, str(f.where)) for f in result.findings] == [("RC-005", "old.xlsx")]


def test_a_product_answer_stands_beside_the_company_s_and_differences_are_shown() -> None:
    result = run(
        declared("a", entry(GOLD, "", "CID900001"), file="company.xlsx"),
        declared(
            "a", entry(GOLD, "", "CID900002"), file="product.xlsx", scope=Scope.PRODUCT, products=["X-1"],
            date=dt.date(2022, 5, 1), uses="No",
        ),
    )  # fmt: skip
    assert keys(result) == [("Gold CID900001", 1), ("Gold CID900002", 1)]
    (found,) = result.findings
    assert found.code == "RC-007"
    assert "for gold, tantalum, tin and tungsten, and 'Yes' in company.xlsx" in found.message
    assert [str(where) for where in (found.where, *found.others)] == [
        f"product.xlsx 'Declaration'!D{row}" for row in (26, 27, 28, 29)
    ]


LATER = dt.date(2022, 5, 1)


def two_answers(older: dict[str, Any], newer: dict[str, Any]) -> list[str]:
    """The identifiers that are listed where one supplier sent two answers with a smelter each."""
    result = run(
        declared("a", entry(GOLD, "", "CID900001"), file="older.xlsx", **older),
        declared("a", entry(GOLD, "", "CID900002"), file="newer.xlsx", date=LATER, **newer),
    )
    return [row.cid for row in result.rows]


DIVISION, PRODUCTS = Scope.USER_DEFINED, Scope.PRODUCT


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({}, {"scope": DIVISION, "description": "Aero"}),
        ({"scope": DIVISION, "description": "Aero"}, {}),
        ({"scope": DIVISION, "description": "Aero"}, {"scope": DIVISION, "description": "Marine"}),
        ({"scope": DIVISION}, {"scope": DIVISION}),
        ({"scope": DIVISION, "description": "Aero"}, {"scope": DIVISION}),
        ({}, {"scope": None}),
        ({"scope": None}, {}),
        ({"scope": PRODUCTS, "products": ["X-1", "X-2"]}, {"scope": PRODUCTS, "products": ["X-2", "X-3"]}),
        ({"scope": PRODUCTS, "products": ["X-1", "X-2"]}, {"scope": PRODUCTS, "products": ["X-1"]}),
        ({"scope": PRODUCTS}, {"scope": PRODUCTS, "products": ["X-1"]}),
        ({"scope": PRODUCTS, "products": ["X-1"]}, {}),
    ],
)
def test_an_answer_that_covers_something_else_replaces_none(
    older: dict[str, Any], newer: dict[str, Any]
) -> None:
    assert two_answers(older, newer) == ["CID900001", "CID900002"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({}, {}),
        ({"scope": None}, {"scope": None}),
        ({"scope": DIVISION, "description": "Aero"}, {"scope": DIVISION, "description": "AERO "}),
        ({"scope": PRODUCTS, "products": ["X-1"]}, {"scope": PRODUCTS, "products": ["x 1", "X-2"]}),
        ({"scope": PRODUCTS, "products": ["X-1"]}, {"scope": PRODUCTS, "products": ["X-1"]}),
    ],
)
def test_an_answer_replaces_an_older_one_all_of_which_it_covers(
    older: dict[str, Any], newer: dict[str, Any]
) -> None:
    assert two_answers(older, newer) == ["CID900002"]


def test_a_copy_of_an_answer_without_a_description_counts_once() -> None:
    answers = [
        declared("a", entry(GOLD, "", "CID900001"), file=name, scope=DIVISION)
        for name in ("1.xlsx", "2.xlsx")
    ]
    assert run(*answers).counts.files_replaced == 1


def test_two_answers_of_one_date_that_differ_are_asked_about() -> None:
    result = run(
        declared("a", entry(GOLD, "", "CID900001"), file="one.xlsx"),
        declared("a", entry(GOLD, "", "CID900002"), file="two.xlsx"),
    )
    assert keys(result) == [("Gold CID900002", 1)]
    assert [(f.code, str(f.where)) for f in result.findings] == [("RC-006", "one.xlsx")]
    assert "RC-006" in [one.finding.code for one in result.asked["a"]]


def test_an_answer_without_a_date_is_not_said_to_be_older() -> None:
    result = run(
        declared("a", entry(GOLD, "", "CID900001"), file="undated.xlsx", date=None),
        declared("a", entry(GOLD, "", "CID900002"), file="dated.xlsx"),
    )
    assert keys(result) == [("Gold CID900002", 1)]
    assert [(f.code, str(f.where)) for f in result.findings] == [("RC-006", "undated.xlsx")]
    assert "without a date" in result.findings[0].message


def test_the_newest_status_list_wins_and_a_difference_is_flagged() -> None:
    lists = (
        StatusList("a.xlsx", None, (listed(GOLD, "CID900001", "", "Conformant", day=1),)),
        StatusList("b.xlsx", None, (listed(GOLD, None, "Mint (alias)", "Unknown", day=9),)),
    )
    (row,) = run(declared("a", entry(GOLD, "", "CID900001")), lists=lists).rows
    assert (row.status, row.status_as_of) == ("Open", dt.date(2022, 3, 9))
    assert flags(row) == [
        "status lists differ: Unknown in list.xlsx 'List'!A2; Conformant in list.xlsx 'List'!A2"
    ]


def test_rows_without_a_status_are_counted_in_words() -> None:
    statuses = [one for one in DisclosureFacts.model_validate(STATED).statuses if one.label != "Open"]
    result = run(declared("a", entry(GOLD, "", "CID900001")), statuses=statuses)
    assert "Status: 1 without a status." in summary(result)
    assert "| without a status | 1 |" in review_files(result)["report.md"].decode()


def test_a_status_without_a_word_of_the_filer_is_indeterminable_and_flagged() -> None:
    lists = (StatusList("a.xlsx", None, (listed(GOLD, "CID900001", "", "Outreach Required"),)),)
    result = run(declared("a", entry(GOLD, "", "CID900001")), lists=lists)
    (row,) = result.rows
    assert row.status == "Open"
    assert flags(row) == ["status without a word: 'Outreach Required' in list.xlsx 'List'!A2"]
    assert any(line.startswith("1 row has a status in a list for which") for line in summary(result))


def test_recognition_by_another_program_is_told() -> None:
    row = listed(GOLD, "CID900001", "", "CFSP Compliant", recognised_by=("LBMA RG",))
    (made,) = run(
        declared("a", entry(GOLD, "", "CID900001")), lists=(StatusList("a.xlsx", None, (row,)),)
    ).rows
    assert made.status == "Conformant"
    assert flags(made) == ["recognised by another program: LBMA RG"]


def test_a_name_on_a_status_list_is_known() -> None:
    lists = (
        StatusList("a.xlsx", None, (listed(TIN, "CID900077", "Listed Works", "Conformant", country="PERU"),)),
    )
    (row,) = run(declared("a", entry(TIN, "listed works", country="PERU")), lists=lists).rows
    assert (row.cid, row.name, row.status, flags(row)) == ("CID900077", "Listed Works", "Conformant", [])


def test_countries_that_differ_covered_and_under_embargo_are_flagged() -> None:
    reference = look_up(known(TIN, "CID900005", "Kigali Works", "RWANDA"))
    settings = ReviewSettings.model_validate({"countries_under_embargo": ["Rwanda", "KP"]})
    (row,) = run(
        declared("a", entry(TIN, "", "CID900005", "RWANDA"), entry(TIN, "", "CID900005", "Burundi")),
        reference=reference,
        settings=settings,
    ).rows
    assert flags(row) == [
        "countries differ: Burundi / RWANDA",
        "covered country: RWANDA",
        "country under embargo: RWANDA",
    ]


def test_spellings_of_one_country_do_not_differ() -> None:
    taiwan = look_up(known(TIN, "CID900006", "Works", "TAIWAN, PROVINCE OF CHINA"))
    (row,) = run(declared("a", entry(TIN, "", "CID900006", "TAIWAN")), reference=taiwan).rows
    assert flags(row) == []


def test_recycled_answers_that_differ_leave_the_column_empty() -> None:
    yes, no = (entry(GOLD, "", "CID900001", recycled=text) for text in ("Yes", "No"))
    (row,) = run(declared("a", yes), declared("b", no)).rows
    assert (row.recycled, flags(row)) == ("", ["recycled answers differ: 1 says Yes, 1 says No"])
    (row,) = run(declared("a", yes)).rows
    assert row.recycled == "Yes"


def test_new_gone_and_changed_smelters_are_told_from_last_year() -> None:
    def last(name: str, cid: str, **more: Any) -> Smelter:
        return smelter(name, cid=cid, **more)

    result = run(
        declared("a", entry(GOLD, "", "CID900001"), entry(TIN, "", "CID900003")),
        last_year=(last("Invented Mint", "CID900001"), last("Renamed Works", "CID900002")),
    )
    assert [flags(row) for row in result.rows] == [
        ["status changed since last year: Conformant → Open"],
        ["new since last year"],
    ]
    assert result.gone == ("Gold 'Renamed Works'",)


def test_another_word_for_the_same_class_is_no_change_since_last_year() -> None:
    words = {"label": "Open last year", "class": "indeterminable"}
    before = replace(smelter("Invented Mint", cid="CID900001"), status=Status.model_validate(words))
    (row,) = run(declared("a", entry(GOLD, "", "CID900001")), last_year=(before,)).rows
    assert row.status == "Open"
    assert flags(row) == []


def test_overrides_change_rows_and_leave_rows_out() -> None:
    decided = {
        "overrides": [
            {"metal": "Gold", "smelter": "CID900001", "status": "Conformant", "comment": "letter of 1 May"},
            {"metal": "Tin", "smelter": "Invented Mint", "leave_out": "yes"},
        ]
    }
    result = run(declared("a", entry(GOLD, "", "CID900001"), entry(TIN, "", "CID900003")), decisions=decided)
    (row,) = result.rows
    assert (row.status, row.comment) == ("Conformant", "letter of 1 May")
    assert flags(row) == ["edited by a person: status in decisions.yml, was 'Open'"]
    assert result.counts.rows.aside == {"left out by a person's decision": 1}


def test_a_supplier_s_own_spelling_is_not_among_the_published_names() -> None:
    decided = {"accepted": [{"metal": "Gold", "name": "Mnt of ACME's secret project", "is": "CID900001"}]}
    rows = (entry(GOLD, "Mnt of ACME's secret project"), entry(GOLD, "Mint (alias)"))
    (row,) = run(declared("a", *rows), decisions=decided).rows
    assert row.aliases == ("Mint (alias)",)


def test_suppliers_that_have_not_answered_are_in_the_survey_and_asked() -> None:
    settings = ReviewSettings.model_validate({"suppliers": ["a", "Silent Ltd."]})
    result = run(declared("A", entry(GOLD, "", "CID900001")), settings=settings)
    assert [(one.supplier, one.answered) for one in result.survey] == [("A", True), ("Silent Ltd.", False)]
    (ask,) = result.asked["Silent Ltd."]
    assert (
        ask.text
        == "We have not received your answer yet. Please send us your completed Conflict Minerals Reporting"
        " Template."
    )


def test_an_unlisted_smelter_is_asked_about_at_its_cell() -> None:
    raw = ("", "Tin", "Smelter not listed", "New Works", *[""] * 13)
    result = run(declared("a", entry(TIN, "New Works", country="PERU", raw=raw, choice=Choice.NOT_LISTED)))
    (ask,) = result.asked["a"]
    assert (ask.finding.code, str(ask.finding.where)) == ("RC-008", "a.xlsx 'Smelter List'!D5")


def test_counts_by_metal_supplier_and_status_add_up() -> None:
    result = run(
        declared(
            "a", entry(GOLD, "", "CID900001"), entry(GOLD, "", "CID900001"), entry(TIN, "", "CID900003")
        ),
        declared("b", entry(TIN, "", "CID900003")),
    )
    counts = result.counts
    assert (counts.rows.read, counts.rows.kept, counts.rows.merged) == (4, 2, 2)
    assert {name: (t.read, t.kept, t.merged) for name, t in counts.by_metal.items()} == {
        "Gold": (2, 1, 1),
        "Tin": (2, 1, 1),
    }
    assert {name: t.read for name, t in counts.by_supplier.items()} == {"a": 3, "b": 1}
    assert counts.listed_by_status == {"Open": 2}
    assert counts.adds_up
    assert not replace(counts, listed=3).adds_up
    assert not replace(counts, rows=replace(counts.rows, merged=1)).adds_up


def test_figures_that_do_not_add_up_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    right = run(declared("a", entry(TIN, "Works"))).counts
    wrong = replace(right, listed=right.listed - 1)
    monkeypatch.setattr(listed_module, "count", lambda *_: wrong)
    with pytest.raises(DisclosureError, match=r"may be missing from the list.* Please report this") as said:
        run(declared("Acme Works", entry(TIN, "Works")))
    assert "Acme" not in str(said.value)


def test_status_lists_of_the_settings_have_file_status_and_date() -> None:
    settings = ReviewSettings.model_validate(
        {"status_lists": [{"file": "rmi.xml", "status": "Conformant", "as_of": "2022-03-31"}]}
    )
    assert settings.status_lists == (
        StatusListEntry(file="rmi.xml", status="Conformant", as_of=dt.date(2022, 3, 31)),
    )


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_a_row_of_the_sheet_is_a_decision(verdict: str) -> None:
    cells = {
        "key": "Gold invented mnt, JP", "reported": "Invented Mnt", "country": "JAPAN",
        "candidate": "CID900001", "verdict": verdict.upper(),
    }  # fmt: skip
    one = SheetDecision(cells, CellRef("smelters.xlsx", "Decisions", "I2"))
    (match,) = matches([one], verdict)
    assert (match.metal, match.name, match.same_as) == (Metal.GOLD, "Invented Mnt", "CID900001")


def test_a_look_up_is_needed_by_nobody() -> None:
    empty = LookUp("", (), {}, {})
    result = run(declared("a", entry(GOLD, "Lone Works", country="PERU"), look_up=empty), reference=None)
    assert [(row.name, row.status) for row in result.rows] == [("Lone Works", "Open")]
    assert result.rows[0].flags[0].kind is FlagKind.UNLISTED
    assert StatusClass.INDETERMINABLE in {
        one.status_class for one in DisclosureFacts.model_validate(STATED).statuses
    }


def test_a_row_whose_metal_alone_differs_is_held_back_and_suggested() -> None:
    result = run(
        declared("a", entry(TIN, "Renamed Works", "CID900002", "PERU"), entry(GOLD, "", "CID900001")),
        declared("b", entry(TIN, "Renamed Works", "CID900002")),
    )
    assert keys(result) == [("Gold CID900001", 1)]
    assert {str(one.reason) for one in result.aside_rows} == {
        "identifier and name of a smelter of another metal; a person decides"
    }
    assert [(s.key, s.candidate, s.candidate_name, s.reason) for s in result.suggestions] == [
        (
            "Tin CID900002", "CID900002", "Renamed Works",
            "the lists have this identifier for gold; accept: the row counts there",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "cid", "country"),
    [
        ("Renamed Works K.K.", "CID900002", "PERU"),
        ("株式会社 Renamed Works", "CID900002", ""),
        ("CID900002 (Gold)", None, ""),
        ("RMI CID900002", None, "JAPAN"),
        ("Unknown", "CID900002", "JAPAN"),
    ],
)
def test_a_row_that_names_a_smelter_of_another_metal_in_other_words_is_held_back(
    name: str, cid: str | None, country: str
) -> None:
    result = run(declared("a", entry(TIN, name, cid, country)))
    assert keys(result) == []
    assert [(one.key, one.candidate) for one in result.suggestions] == [("Tin CID900002", "CID900002")]


def test_an_identifier_of_another_metal_without_a_name_never_becomes_a_smelter() -> None:
    decided = {"rejected": [{"metal": "Tin", "name": "Unknown", "is": "CID900002"}]}
    result = run(declared("a", entry(TIN, "Unknown", "CID900002", "JAPAN")), decisions=decided)
    assert (keys(result), len(result.aside_rows)) == ([], 1)


@pytest.mark.parametrize("name", ["CID900001/CID900002", "CID000058XX", "CID 90001", "RMI CID"])
def test_damaged_and_several_identifiers_are_no_name(name: str) -> None:
    result = run(declared("a", entry(GOLD, name, country="JAPAN")))
    assert (keys(result), len(result.aside_rows)) == ([], 1)


@pytest.mark.parametrize(
    ("verdict", "key"), [("accepted", "Gold CID900002"), ("rejected", "Tin renamed works, PE")]
)
def test_a_person_says_which_metal_holds(verdict: str, key: str) -> None:
    decided = {verdict: [{"metal": "Tin", "name": "Renamed Works", "is": "CID900002"}]}
    result = run(declared("a", entry(TIN, "Renamed Works", "CID900002", "PERU")), decisions=decided)
    assert keys(result) == [(key, 1)]
    assert result.aside_rows == ()


@pytest.mark.parametrize(("name", "country"), [("Other Works", "JAPAN"), ("Renamed Works", "JAPAN")])
def test_a_row_in_which_more_differs_stays_in_the_list_with_a_flag(name: str, country: str) -> None:
    (row,) = run(declared("a", entry(TIN, name, "CID900002", country))).rows
    assert "identifier of another metal: CID900002 belongs to Gold" in flags(row)


@pytest.mark.parametrize(
    "name", ["CID900001", "RMI CID900001", "cid 900001 (Gold)", "CID900001 - Smelter ID"]
)
def test_an_identifier_in_the_place_of_a_name_is_that_smelter(name: str) -> None:
    assert keys(run(declared("a", entry(GOLD, name, country="JAPAN")))) == [("Gold CID900001", 1)]


@pytest.mark.parametrize(
    "name",
    [
        "China",
        "LBMA",
        "RMAP",
        "Recycled",
        "100 % recycled scrap",
        "Gold",
        "12345",
        "A &amp; B",
        "MineraÃ§Ã£o",
    ],
)
def test_what_is_no_smelter_s_name_is_set_aside_with_its_cell(name: str) -> None:
    result = run(declared("a", entry(GOLD, name, country="JAPAN")))
    assert result.rows == ()
    (one,) = result.aside_rows
    assert (str(one.reason), one.row.row) == ("a word that is no smelter's name", 5)


@pytest.mark.parametrize(
    "name", ["-", "n/a", "TBD", "see attached", "不明", "알 수 없음", "Unbekannt", "Various (see attached)"]
)
def test_placeholders_are_set_aside(name: str) -> None:
    result = run(declared("a", entry(GOLD, name, country="JAPAN")))
    assert result.rows == ()
    assert result.counts.rows.aside == {"smelter not yet identified": 1}


def left_out_before(name: str, country: str = "JAPAN", cid: str = "", key: str = "") -> EarlierList:
    """A list of which a person deleted this row, and nothing else is known."""
    key = key or (f"Gold {cid}" if cid else f"Gold {name.casefold()}, JP")
    row = LeftOutRow(key, "Gold", cid, name, country, "its row was deleted from the list")
    return EarlierList(keys=frozenset({key}), left_out={key: row})


LEFT = left_out_before("Invented Nagoya Works")


@pytest.mark.parametrize(
    ("name", "earlier"),
    [
        ("Invented Nagoya Works Co., Ltd.", LEFT),
        ("Invented Nagoya Works (Japan)", LEFT),
        ("株式会社 Invented Nagoya Works", LEFT),
        ("Inventd Nagoya Works", LEFT),
        ("Invented Mints", left_out_before("Invented Mint", cid="CID900001")),
    ],
)
def test_a_smelter_left_out_under_another_spelling_has_a_row_and_is_shown(
    name: str, earlier: EarlierList
) -> None:
    result = run(declared("a", entry(GOLD, name, country="JAPAN")), earlier=earlier)
    (left,) = earlier.left_out.values()
    (row,) = result.rows
    assert f"perhaps left out before: '{left.name}'" in flags(row)
    (one,) = (one for one in result.suggestions if one.left_out_key)
    assert (one.reported, one.candidate_name) == (name, left.name)
    assert one.reason.endswith("a person left that one out, and accept leaves this one out too")
    (finding,) = (one for one in result.findings if one.code == "RC-023")
    assert finding.message == (
        "1 smelter of the list is perhaps one that a person left out:"
        f" Gold '{name}' (left out: '{left.name}')"
    )


def decide(result: Reconciled, verdict: str) -> dict[str, Any]:
    """The suggestions of a run, decided on the sheet, as the next run reads them."""
    where = CellRef("review.xlsx", "Decisions", "I2")
    sheet = [SheetDecision(one.cells | {"verdict": verdict}, where) for one in result.suggestions]
    return {f"{verdict}ed": list(matches(sheet, verdict))}


@pytest.mark.parametrize(
    ("left", "country"),
    [("JAPAN", "JAPAN"), ("JAPAN", ""), ("JAPAN", "PERU"), ("", "JAPAN"), ("Unknown", "JAPAN")],
)
def test_accept_keeps_a_smelter_out_and_reject_keeps_it_in(left: str, country: str) -> None:
    code = {"JAPAN": "JP", "Unknown": "unknown"}.get(left, "?")
    key = f"Gold invented nagoya works, {code}"
    earlier = left_out_before("Invented Nagoya Works", left or "Unknown", key=key)
    answer = declared("a", entry(GOLD, "Invented Nagoya Works Inc", country=country))
    first = run(answer, earlier=earlier)
    assert len(first.rows) == len(first.suggestions) == 1
    out = run(answer, earlier=earlier, decisions=decide(first, "accept"))
    assert (out.rows, [one.key for one in out.left_out]) == ((), [key])
    assert out.left_out[0].reported_by == ("a",)
    kept = run(answer, earlier=earlier, decisions=decide(first, "reject"))
    assert (len(kept.rows), kept.suggestions) == (1, ())
    assert "RC-023" not in {one.code for one in kept.findings}
    assert not any(flag.kind is FlagKind.PERHAPS_LEFT_OUT for flag in kept.rows[0].flags)


def test_what_decisions_leave_out_is_shown_under_another_spelling_too() -> None:
    decided = {"overrides": [{"metal": "Gold", "smelter": "Invented Nagoya Works", "leave_out": True}]}
    answer = declared("a", entry(GOLD, "Invented Nagoya Works GmbH", country="JAPAN"))
    first = run(answer, decisions=decided)
    assert [(one.candidate, one.left_out_key != "") for one in first.suggestions] == [
        ("Invented Nagoya Works", True)
    ]
    assert run(answer, decisions=decided | decide(first, "accept")).rows == ()


def test_a_smelter_left_out_that_a_list_has_now_is_shown_where_its_row_is_new() -> None:
    earlier = left_out_before("Invented Mint Co., Ltd.")
    answer = declared("a", entry(GOLD, "Invented Mint", "CID900001", "JAPAN"))
    result = run(answer, earlier=earlier)
    assert "perhaps left out before: 'Invented Mint Co., Ltd.'" in flags(result.rows[0])
    assert "RC-023" in {one.code for one in result.findings}


def test_two_smelters_of_the_lists_are_two_though_one_was_left_out() -> None:
    two = look_up(
        known(GOLD, "CID900001", "Invented Mint (North)", "JAPAN"),
        known(GOLD, "CID900002", "Invented Mint (South)", "JAPAN"),
    )
    earlier = left_out_before("Invented Mint (North)", cid="CID900001")
    result = run(
        declared("a", entry(GOLD, "Invented Mint (South)", "CID900002", "JAPAN")),
        earlier=earlier,
        reference=two,
    )
    assert "RC-023" not in {one.code for one in result.findings}


def test_a_row_that_a_person_kept_when_deleting_its_like_is_not_asked_about() -> None:
    kept = EarlierRow(
        "Gold invented nagoya works inc, JP",
        {"metal": "Gold", "name": "Invented Nagoya Works Inc", "country": "JAPAN"},
        "",
        {},
        CellRef("smelters.xlsx", "Smelter List", "A2"),
    )
    gone = "Gold invented nagoya works, JP"
    layout = ListLayout(1, {"metal": 1, "name": 2, "country": 3}, {}, {})
    earlier = EarlierList((kept,), layout=layout, keys=frozenset({gone, kept.key}), written={
        gone: {"metal": "Gold", "name": "Invented Nagoya Works", "country": "JAPAN"}
    })  # fmt: skip
    result = run(
        declared("a", entry(GOLD, "Invented Nagoya Works", country="JAPAN")),
        declared("b", entry(GOLD, "Invented Nagoya Works Inc", country="JAPAN")),
        earlier=earlier,
    )
    assert [row.key for row in result.rows] == [kept.key]
    assert "RC-023" not in {one.code for one in result.findings}
    assert [(one.verdict, one.cells["reason"]) for one in result.decided] == [
        ("reject", "you deleted that row and kept this one")
    ]


def test_a_row_whose_name_and_country_the_lists_have_for_one_other_metal_is_held_back() -> None:
    result = run(
        declared("a", entry(TIN, "RENAMED works", country="Peru")),
        declared("b", entry(TIN, "Former Works", country="PERU")),
    )
    assert keys(result) == []
    assert result.counts.rows.aside == {"name and country of a smelter of another metal; a person decides": 2}
    (one, _) = result.suggestions
    assert (one.key, one.candidate, one.candidate_name) == (
        "Tin renamed works, PE", "CID900002", "Renamed Works"
    )  # fmt: skip
    assert one.reason == "the lists have this name and country for gold; accept: the row counts there"


@pytest.mark.parametrize(
    ("verdict", "key"), [("accept", "Gold CID900002"), ("reject", "Tin renamed works, PE")]
)
def test_a_person_says_which_metal_holds_for_a_name(verdict: str, key: str) -> None:
    answer = declared("a", entry(TIN, "Renamed Works", country="PERU"))
    result = run(answer, decisions=decide(run(answer), verdict))
    assert keys(result) == [(key, 1)]
    assert (result.aside_rows, result.suggestions) == ((), ())


def test_a_decision_for_another_smelter_holds_for_a_row_of_another_metal_s_name() -> None:
    decided = {"accepted": [{"metal": "Tin", "name": "Renamed Works", "is": "CID900003"}]}
    for cid in (None, "CID900002"):
        result = run(declared("a", entry(TIN, "Renamed Works", cid, "PERU")), decisions=decided)
        assert keys(result) == [("Tin CID900003", 1)]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Renamed Works", "JAPAN"),
        ("Renamed Works", ""),
        ("Renamed Works K.K.", "PERU"),
        ("Both Works", "PERU"),
    ],
)
def test_a_name_of_another_metal_that_is_less_sure_is_a_row_with_a_flag(name: str, country: str) -> None:
    both = [
        known(metal, f"CID90010{n}", "Both Works", "PERU") for n, metal in enumerate((GOLD, Metal.TUNGSTEN))
    ]
    listed = look_up(known(GOLD, "CID900002", "Renamed Works", "PERU"), *both)
    (row,) = run(declared("a", entry(TIN, name, country=country)), reference=listed).rows
    expected = [f"'{name}' is listed for {metal}" for metal in ("Gold", "Tungsten")]
    found = [flag.text for flag in row.flags if flag.kind is FlagKind.FOREIGN_NAME]
    assert found == (expected if name == "Both Works" else ["'Renamed Works' is listed for Gold"])


def test_a_name_that_the_lists_have_for_this_metal_too_says_nothing_of_another() -> None:
    (row,) = run(declared("a", entry(TIN, "Invented Mint Ltd", country="JAPAN"))).rows
    assert not any(flag.kind is FlagKind.FOREIGN_NAME for flag in row.flags)


def test_a_row_that_stands_in_the_list_is_not_held_back_by_its_name() -> None:
    there = EarlierRow(
        "",
        {"metal": "Tin", "name": "Renamed Works", "country": "PERU"},
        "",
        {},
        CellRef("smelters.xlsx", "Smelter List", "A2"),
    )
    result = run(declared("a", entry(TIN, "Renamed Works", country="PERU")), earlier=EarlierList((there,)))
    assert keys(result) == [("Tin renamed works, PE", 1)]
    assert "name of another metal: 'Renamed Works' is listed for Gold" in flags(result.rows[0])


@pytest.mark.parametrize("smelter", ["Renamed Works", "CID900002"])
def test_a_row_of_another_metal_that_decisions_leave_out_is_not_suggested(smelter: str) -> None:
    decided = {"overrides": [{"metal": "Tin", "smelter": smelter, "leave_out": True}]}
    cid = smelter if smelter.startswith("CID") else None
    result = run(declared("a", entry(TIN, "Renamed Works", cid, "PERU")), decisions=decided)
    assert (keys(result), result.suggestions) == ([], ())
    assert result.counts.rows.aside == {"left out by a person's decision": 1}
