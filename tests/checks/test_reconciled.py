"""The year's facts and its list against the last reconciliation: rows in, places out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from generator.checks.reconciled import (
    list_dates_are_those_used,
    listed_rows_are_reconciled,
    reconciled_rows_are_listed,
    survey_is_as_reconciled,
)
from generator.model import Disclosure, Metal
from generator.model.stated.reconciled import LastReconciliation
from tests.support.builders import disclosure, smelter


def after(last: dict[str, Any] | None, *rows: Any, **changes: Any) -> Disclosure:
    """An invented disclosure whose list was last reconciled so."""
    made = disclosure(*rows, **changes)
    return replace(made, reconciled=LastReconciliation.model_validate(last) if last is not None else None)


def key(number: int) -> str:
    return f"Gold CID{number:06}"


def test_a_list_that_was_never_reconciled_is_compared_with_nothing() -> None:
    made = after(None, smelter())
    checks = (
        survey_is_as_reconciled, reconciled_rows_are_listed, listed_rows_are_reconciled,
        list_dates_are_those_used,
    )  # fmt: skip
    assert [finding for check in checks for finding in check(made)] == []


@pytest.mark.parametrize(
    ("last", "says"),
    [
        ({"suppliers": 7, "answered": 6, "answer_level": "company"}, []),
        ({"answered": 5}, ["survey.answered is 6, and the last reconciliation gave 5"]),
        ({"suppliers": 9}, ["survey.suppliers is 7, and the last reconciliation gave 9"]),
        ({"answer_level": "both"}, ["survey.answer_level is company, and the last reconciliation gave both"]),
        ({"outside_covered_countries": 3}, []),
    ],
)
def test_figures_of_the_survey_are_those_that_were_counted(last: dict[str, Any], says: list[str]) -> None:
    found = [finding.message for finding in survey_is_as_reconciled(after({"survey": last}, smelter()))]
    assert found == says


def test_an_approximate_figure_contradicts_nothing() -> None:
    made = after({"survey": {"suppliers": 9}}, smelter(), survey__suppliers="approximately 10")
    assert [*survey_is_as_reconciled(made)] == []


def test_ninety_of_ninety_one_rows_do_not_go_in_silence() -> None:
    made = after({"rows": [key(number) for number in range(91)]}, smelter(metal=Metal.GOLD, cid="CID000000"))
    (found,) = reconciled_rows_are_listed(made)
    assert found.message.startswith(
        "90 of the 91 rows that suppliers' answers gave are not in the list: Gold"
    )
    assert found.message.endswith(" and 82 more")
    assert str(found.where) == "reconciled.yml"


def test_a_row_that_was_deleted_and_is_reported_is_told() -> None:
    made = after({"rows": [key(1)], "left_out": [key(2)]}, smelter(metal=Metal.GOLD, cid="CID000001"))
    (found,) = reconciled_rows_are_listed(made)
    assert found.message == (
        "1 of the 2 rows that suppliers' answers gave is not in the list: Gold CID000002"
    )


def test_a_row_is_found_by_what_a_person_made_of_it() -> None:
    row = smelter(metal=Metal.GOLD, name="Mended Works", cid=None)
    listed = f"Gold mended works, {row.country.code}" if row.country else "Gold mended works, ?"
    last = {"rows": ["Gold mnded works, ?"], "listed_as": {"Gold mnded works, ?": listed}}
    made = after(last, row)
    assert [*reconciled_rows_are_listed(made), *listed_rows_are_reconciled(made)] == []


def test_rows_of_no_answer_are_told_with_their_cell() -> None:
    rows = [smelter(metal=Metal.GOLD, cid=f"CID00000{number}") for number in (1, 2, 3)]
    made = after({"rows": [key(1)], "unreported": [key(2)]}, *rows)
    found = [(finding.message, finding.where) for finding in listed_rows_are_reconciled(made)]
    assert found == [
        (f"'{rows[1].name}' is a row that no supplier reports", rows[1].where),
        (f"'{rows[2].name}' is a row that the last reconciliation did not give", rows[2].where),
    ]


def test_the_date_of_a_list_is_that_of_the_list_that_was_used() -> None:
    used = {"file": "conformant.xml", "as_of": dt.date(2022, 5, 2), "statuses": ["Conformant"]}
    (found,) = list_dates_are_those_used(after({"lists": [used]}, smelter()))
    assert found.message == (
        "the list of 'Conformant' is of 2022-03-31, and what was used is conformant.xml of 2022-05-02"
    )
    same = used | {"as_of": dt.date(2022, 3, 31)}
    assert [*list_dates_are_those_used(after({"lists": [same, used]}, smelter()))] == []
