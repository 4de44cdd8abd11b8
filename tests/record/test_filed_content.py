"""What is signed of lists as filers give them; and that what was signed before still holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model import Disclosure, FacilityList, OtherMineral
from generator.record.changes import differences
from generator.record.records import Snapshot
from generator.record.write import snapshot_of
from tests.support.builders import PERU, disclosure, smelter

TOOL = {
    "survey__tool": "Conflict Minerals Reporting Template",
    "survey__tool_abbreviation": "CMRT",
    "survey__tool_publisher": "Responsible Minerals Initiative (RMI)",
    "survey__outside_covered_countries": 3,
}
PLAIN = (smelter(cid="CID000001"), smelter("Invented Tin Works", 3, status=1, country=PERU))
SIGNED_BEFORE = "bc5d58f769f61d0f688fee727b9a2c579499a92bb13ff7b891665edddd7c37f7"
"""Made by the version that knew none of the entries for other filers' lists."""


def signed(*rows: Any, **changes: Any) -> Snapshot:
    return snapshot_of(disclosure(*rows, **changes), {"01-inquiry": "# Inquiry\nAn invented text.\n"})


def of(found: Disclosure) -> Snapshot:
    return snapshot_of(found, {})


def test_what_was_signed_before_still_holds() -> None:
    stated = {**TOOL, "filing__signed_on": None, "origins": {"by_country": {"Peru": ["Tin"]}}}
    now = signed(*PLAIN, **stated)
    then = Snapshot({name: text for name, text in now.files.items() if not name.startswith("wording/")})
    assert then.fingerprint == SIGNED_BEFORE
    assert not differences(then, now)


def test_other_words_beside_the_sections_are_a_change_of_what_was_signed() -> None:
    before = signed(*PLAIN)
    name = "wording/report.txt"
    text = before.files[name].replace("This report is Exhibit 1.01", "This is Exhibit 1.01")
    (change,) = differences(before, Snapshot({**before.files, name: text})).sections
    assert change.name == "wording/report"


def test_cell_as_filed_is_signed_and_a_change_of_it_is_told() -> None:
    marked = (replace(PLAIN[0], filed=(("name", "Invented Gold Works*"),)), PLAIN[1])
    before, after = signed(*PLAIN), signed(*marked)
    for one, other in ((before, after), (after, before)):
        (row,) = differences(one, other).rows
        (change,) = row.changes
        assert (change.name, {change.before, change.after}) == (
            "Name as filed", {"Invented Gold Works", "Invented Gold Works*"}
        )  # fmt: skip


def test_own_column_is_signed_even_while_no_row_fills_it() -> None:
    own = {"annex__own_columns": {"group": {"heading": "Group"}}}
    before = signed(*PLAIN, **own)
    after = signed(replace(PLAIN[0], own=(("group", "North"),)), PLAIN[1], **own)
    (row,) = differences(before, after).rows
    assert [(one.name, one.before, one.after) for one in row.changes] == [("Group", "", "North")]


def test_rows_of_every_list_are_signed_with_their_list() -> None:
    here, mica = replace(PLAIN[0], list_key="a"), replace(PLAIN[1], list_key="b", metal=OtherMineral("Mica"))
    lists = (FacilityList("a", "In use", (here,)), FacilityList("b", "Mica", (mica,), is_counted=False))
    found = replace(disclosure(here, other_minerals=["Mica"]), lists=lists)
    rows = of(found).rows
    assert [(row["List"], row["Metal"], row["Smelter or refiner"]) for row in rows] == [
        ("In use", "Gold", "Invented Gold Works"),
        ("Mica", "Mica", "Invented Tin Works"),
    ]


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ({"counts": {"total": 9}}, "counts.total"),
        ({"origins": {"by_country": {"Peru": None}}}, "origins.by_country.Peru"),
        ({"origins": {"recycled": True}}, "origins.recycled"),
        ({"survey__suppliers": "approximately 7,000"}, "survey.suppliers"),
        ({"survey__groups": [{"name": "plants", "suppliers": 4}]}, "survey.groups[0].suppliers"),
        ({"annex__order": "as-filed"}, "annex.order"),
        ({"annex__headings": {"name": "Company"}}, "annex.headings.name"),
        ({"statuses": [{"label": "Conformant", "class": "conformant", "mark": "*"}]}, "statuses[0].mark"),
    ],
)
def test_every_entry_for_a_filing_as_filed_is_signed(entry: dict[str, Any], path: str) -> None:
    changes = differences(signed(), signed(**entry)).facts
    assert path in [change.name for change in changes if change.after is not None]


def test_rows_that_are_listed_three_times_are_found_again() -> None:
    rows = tuple(smelter("Invented Works", number, anchor=f"works-{number}") for number in (2, 3, 4))
    assert not differences(signed(*rows), signed(*rows)).rows
    (gone,) = differences(signed(*rows), signed(*rows[:2])).rows
    assert gone.kind == "gone"
