"""A list is read as it was filed: its columns, headings, marks, order, duplicates, identifiers, minerals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from generator.countries.table import read_countries
from generator.errors import InputError
from generator.findings import Finding
from generator.findings.together import spoken_together
from generator.model import DisclosureFacts, FacilityList, Metal, OtherMineral, is_conflict_mineral
from generator.year.smelter_list import read_lists
from tests.support.builders import stated_facts

HEAD = ("Metal", "Smelter Name")
COUNTRIES = read_countries(Path("none.csv"), "data/countries.csv")
STATUSES = [
    {"label": "Conformant", "class": "conformant", "mark": "*"},
    {"label": "Active", "class": "active", "mark": "**"},
]


def annex(*columns: str, **more: Any) -> dict[str, Any]:
    return {"title": "Invented list", "columns": list(columns), **more}


def read(
    folder: Path, facts: DisclosureFacts, *sheets: Sequence[Sequence[Any]], bold: Sequence[str] = ()
) -> tuple[tuple[FacilityList, ...], tuple[Finding, ...]]:
    """The lists of a workbook with these sheets, each with its headings; ``bold`` are cells of the first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    names = [one.sheet for one in facts.lists] or ["Smelter List"]
    for name, rows in zip(names, sheets, strict=True):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for cell in bold:
        book.worksheets[0][cell].font = Font(bold=True)
    book.save(folder / "smelters.xlsx")
    return read_lists(folder / "smelters.xlsx", "smelters.xlsx", countries=COUNTRIES, facts=facts)


def cells(lists: tuple[FacilityList, ...], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(row, name) for name in names) for one in lists for row in one.smelters]


def codes(found: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in found]


def test_a_list_of_metals_and_names_alone_is_read_without_a_finding(tmp_path: Path) -> None:
    facts = stated_facts(annex=annex("metal", "name"), statuses=None)
    lists, found = read(tmp_path, facts, [HEAD, ("Gold", "B Works"), ("Gold", "A Works")])
    assert found == ()
    assert cells(lists, "name", "country", "status", "cid") == [
        ("B Works", None, None, None),
        ("A Works", None, None, None),
    ]


def test_headings_of_the_filer_are_known(tmp_path: Path) -> None:
    headings = {"metal": "Mineral", "name": "SOR Name", "cid": "Facility No.", "country_as_filed": "Where"}
    facts = stated_facts(
        annex=annex("metal", "name", "cid", "country_as_filed", headings=headings), statuses=None
    )
    rows = [("Mineral", "SOR Name", "Facility No.", "Where"), ("Tin", "Works", "CIDSN2285", "PERU")]
    lists, found = read(tmp_path, facts, rows)
    assert found == ()
    assert cells(lists, "metal", "name", "cid", "anchor") == [(Metal.TIN, "Works", "CIDSN2285", "CIDSN2285")]


@pytest.mark.parametrize(
    ("text", "metal"),
    [
        ("Au", Metal.GOLD),
        ("Sn", Metal.TIN),
        ("Ta", Metal.TANTALUM),
        ("W", Metal.TUNGSTEN),
        ("Tin / Solder", Metal.TIN),
        ("Tungsten (W)", Metal.TUNGSTEN),
        ("GOLD", Metal.GOLD),
        ("wolfram", Metal.TUNGSTEN),
    ],
)
def test_a_metal_is_known_however_written_and_kept_as_filed(tmp_path: Path, text: str, metal: Metal) -> None:
    lists, found = read(tmp_path, stated_facts(), [HEAD, (text, "Works")])
    (row,) = lists[0].smelters
    assert (row.metal, row.as_filed("metal"), found) == (metal, text, ())


@pytest.mark.parametrize("text", ["Gold and tin", "Copper", "Tin, Tungsten", "Taw"])
def test_a_cell_that_is_no_one_metal_is_told(tmp_path: Path, text: str) -> None:
    lists, found = read(tmp_path, stated_facts(filing__signed_elsewhere=None), [HEAD, (text, "Works")])
    assert (lists[0].smelters, codes(found)) == ((), ["SM-004"])
    lists, found = read(tmp_path, stated_facts(), [HEAD, (text, "Works")])
    assert (cells(lists, "metal", "name"), codes(found)) == ([(text, "Works")], ["SM-004"])


@pytest.mark.parametrize(
    ("text", "metals"),
    [
        ("Tungsten/Tin", "Tin, Tungsten"),
        ("Gold, Tin", "Gold, Tin"),
        ("Tin & Tantalum", "Tantalum, Tin"),
        ("3TG", "Gold, Tantalum, Tin, Tungsten"),
        ("3T", "Tantalum, Tin, Tungsten"),
    ],
)
def test_a_cell_of_several_metals_becomes_a_row_for_each_and_none_is_guessed(
    tmp_path: Path, text: str, metals: str
) -> None:
    _, found = read(tmp_path, stated_facts(filing__signed_elsewhere=None), [HEAD, (text, "Works")])
    assert [str(one) for one in found] == [
        f"SM-004 error: metal '{text}' names several of the four, and a row names one (smelters.xlsx"
        f" 'Smelter List'!A2). Make it one row for each metal it names, alike but for the metal: {metals}."
    ]


def test_filed_order_stays_where_it_is_asked_for(tmp_path: Path) -> None:
    rows = [HEAD, ("Tin", "A"), ("Gold", "B"), ("Tin", "C")]
    as_filed, _ = read(tmp_path, stated_facts(annex=annex("metal", "name", order="as-filed")), rows)
    by_metal, _ = read(tmp_path, stated_facts(annex=annex("metal", "name")), rows)
    assert [name for (name,) in cells(as_filed, "name")] == ["A", "B", "C"]
    assert [name for (name,) in cells(by_metal, "name")] == ["B", "A", "C"]


def test_a_row_that_stands_twice_stays_with_an_address_of_its_own(tmp_path: Path) -> None:
    row = ("Tin", "CID000001", "Works", "PERU", "Open")
    headings = ("Metal", "Smelter Identification Number", "Smelter Name", "Smelter Country", "Status")
    lists, found = read(
        tmp_path, stated_facts(), [headings, row, row, (*row[:1], "", *row[2:]), (*row[:1], "", *row[2:])]
    )
    assert [anchor for (anchor,) in cells(lists, "anchor")] == [
        "CID000001",
        "CID000001-2",
        "tin-works",
        "tin-works-2",
    ]
    assert found == ()


def test_a_sign_behind_the_name_is_a_status_and_the_cell_stays_as_filed(tmp_path: Path) -> None:
    notes = [{"mark": "***", "text": "Invented note"}]
    facts = stated_facts(annex=annex("metal", "name", marks_in="name", notes=notes), statuses=STATUSES)
    rows = [
        ("Metal", "Smelter Name"),
        ("Gold", "A*"),
        ("Gold", "B, Inc.**"),
        ("Gold", "C"),
        ("Gold", "D* ***"),
    ]
    lists, found = read(tmp_path, facts, rows)
    assert [
        (row.name, row.status.label if row.status else None, row.as_filed("name"), row.notes)
        for row in lists[0].smelters
    ] == [
        ("A", "Conformant", "A*", ()),
        ("B, Inc.", "Active", "B, Inc.**", ()),
        ("C", None, None, ()),
        ("D", "Conformant", "D* ***", ("***",)),
    ]
    assert found == ()


def test_a_sign_in_a_column_of_its_own_is_a_status(tmp_path: Path) -> None:
    facts = stated_facts(statuses=[{"label": "Conformant", "class": "conformant", "mark": "✓"}])
    rows = [("Metal", "Smelter Name", "Status"), ("Gold", "A", "✓"), ("Gold", "B", "–"), ("Gold", "C", "")]
    lists, found = read(tmp_path, facts, rows)
    assert [
        (row.status.label if row.status else None, row.as_filed("status")) for row in lists[0].smelters
    ] == [
        ("Conformant", "✓"),
        (None, "–"),
        (None, None),
    ]
    assert found == ()


def test_bold_letters_and_no_sign_at_all_can_be_statuses(tmp_path: Path) -> None:
    statuses = [
        {"label": "Conformant", "class": "conformant", "mark": "bold"},
        {"label": "Other", "class": "other", "mark": "unmarked"},
    ]
    rows = [HEAD, ("Gold", "A"), ("Gold", "B")]
    lists, _ = read(tmp_path, stated_facts(statuses=statuses), rows, bold=["B2"])
    assert [row.status.label for row in lists[0].smelters if row.status] == ["Conformant", "Other"]


def test_what_single_rows_lack_is_one_warning_a_column(tmp_path: Path) -> None:
    rows = [("Metal", "Smelter Name", "Smelter Country", "Status")]
    rows += [("Gold", f"Works {n}", "" if n % 2 else "PERU", "" if n == 4 else "Open") for n in range(1, 7)]
    lists, found = read(tmp_path, stated_facts(), rows)
    assert [(f.code, str(f.severity), f.message, f.where.cell) for f in spoken_together(found)] == [  # type: ignore[union-attr]
        ("SM-003", "warning", "3 rows have no country, and others do: C2, C4 and C6", "C2"),
        ("SM-012", "warning", "smelter 'Works 4' has no status, and others do", "D5"),
    ]
    assert len(lists[0].smelters) == 6


def test_a_country_or_status_that_no_table_knows_is_told_and_the_row_stays(tmp_path: Path) -> None:
    rows = [("Metal", "Smelter Name", "Smelter Country", "Status"), ("Gold", "Works", "Atlantis", "Odd")]
    lists, found = read(tmp_path, stated_facts(), rows)
    (row,) = lists[0].smelters
    assert row.country is not None
    assert row.status is not None
    assert (row.country.filed, row.country.code, row.status.label) == ("Atlantis", None, "Odd")
    assert codes(found) == ["SM-006", "SM-005"]


def test_own_columns_are_read_by_their_headings(tmp_path: Path) -> None:
    own = {"programme": {"heading": "Programme", "filter": "yes"}, "segment": {"heading": "Business Segment"}}
    facts = stated_facts(annex=annex("metal", "name", "programme", "segment", own_columns=own), statuses=None)
    rows = [
        ("Metal", "Smelter Name", "Business Segment", "Programme"),
        ("Gold", "Works", "Invented cars", "LBMA"),
    ]
    lists, found = read(tmp_path, facts, rows)
    (row,) = lists[0].smelters
    assert row.own == (("programme", "LBMA"), ("segment", "Invented cars"))
    assert found == ()


def test_an_own_column_that_is_shown_must_be_there(tmp_path: Path) -> None:
    own = {"programme": {"heading": "Programme"}}
    facts = stated_facts(annex=annex("metal", "name", "programme", own_columns=own))
    with pytest.raises(InputError, match="column 'Programme' not found"):
        read(tmp_path, facts, [HEAD, ("Gold", "Works")])


def test_an_own_column_may_stand_in_one_of_several_lists(tmp_path: Path) -> None:
    own = {"programme": {"heading": "Programme"}}
    sheets = [{"sheet": "One", "title": "One"}, {"sheet": "Two", "title": "Two"}]
    facts = stated_facts(annex=annex("metal", "name", "programme", own_columns=own), lists=sheets)
    lists, found = read(tmp_path, facts, [HEAD, ("Gold", "A")], [(*HEAD, "Programme"), ("Gold", "B", "LBMA")])
    assert [row for (row,) in cells(lists, "own")] == [(("programme", ""),), (("programme", "LBMA"),)]
    assert found == ()


def test_an_own_column_that_no_list_has_is_one_error(tmp_path: Path) -> None:
    own = {"programme": {"heading": "Programme"}}
    sheets = [{"sheet": "One", "title": "One"}, {"sheet": "Two", "title": "Two"}]
    facts = stated_facts(annex=annex("metal", "name", "programme", own_columns=own), lists=sheets)
    with pytest.raises(InputError) as stopped:
        read(tmp_path, facts, [HEAD, ("Gold", "A")], [HEAD, ("Gold", "B")])
    assert [(one.code, str(one.where)) for one in stopped.value.findings] == [
        ("WB-004", "smelters.xlsx 'One'!A1")
    ]


def test_several_lists_keep_their_rows_apart(tmp_path: Path) -> None:
    lists = [
        {"sheet": "One", "title": "Facilities of group one", "minerals": ["Gold"]},
        {
            "sheet": "Two",
            "title": "Facilities that closed",
            "counted": "no",
            "section": "03-annex",
        },
    ]
    facts = stated_facts(annex=annex("name"), lists=lists, statuses=None)
    found_lists, found = read(tmp_path, facts, [("Smelter Name",), ("A",), ("B",)], [HEAD, ("Tin", "A")])
    assert [(one.key, one.section, one.is_counted, len(one.smelters)) for one in found_lists] == [
        ("facilities-of-group-one", None, True, 2),
        ("facilities-that-closed", "03-annex", False, 1),
    ]
    assert [row.metal for row in found_lists[0].smelters] == [Metal.GOLD, Metal.GOLD]
    assert found == ()


def test_a_row_of_another_metal_than_its_list_names_is_a_warning_at_the_cell(tmp_path: Path) -> None:
    facts = stated_facts(lists=[{"sheet": "One", "title": "Gold list", "minerals": ["Gold"]}])
    lists, found = read(tmp_path, facts, [HEAD, ("Gold", "A"), ("Tin", "B")])
    assert [row.metal for row in lists[0].smelters] == [Metal.GOLD, Metal.TIN]
    assert [(one.code, one.message, str(one.where)) for one in found] == [
        ("SM-015", "metal 'Tin' is none of the list 'Gold list': Gold", "smelters.xlsx 'One'!A3")
    ]


def test_a_list_of_one_mineral_that_is_not_known_needs_the_column(tmp_path: Path) -> None:
    facts = stated_facts(lists=[{"sheet": "One", "title": "A list", "minerals": ["Cobalt"]}])
    with pytest.raises(InputError, match="column 'Metal' not found"):
        read(tmp_path, facts, [("Smelter Name",), ("A",)])


def test_other_minerals_are_named_and_never_count_under_the_rule(tmp_path: Path) -> None:
    lists = [{"sheet": "One", "title": "3TG"}, {"sheet": "Two", "title": "Cobalt", "minerals": ["Cobalt"]}]
    facts = stated_facts(annex=annex("metal", "name"), lists=lists, other_minerals=["Cobalt"], statuses=None)
    found_lists, found = read(tmp_path, facts, [HEAD, ("Gold", "A")], [("Smelter Name",), ("Works",)])
    (row,) = found_lists[1].smelters
    assert row.metal == OtherMineral("Cobalt")
    assert not is_conflict_mineral(row.metal)
    assert [one.is_counted for one in found_lists] == [True, False]
    assert found == ()


def test_a_list_without_the_entry_that_says_how_it_is_shown_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the entry annex, which says how it is shown, is not given"):
        read(tmp_path, stated_facts(annex=None), [HEAD, ("Gold", "Works")])


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_for_an_identifier_is_none_and_is_shown(tmp_path: Path, dash: str) -> None:
    facts = stated_facts(annex=annex("metal", "name", "cid"), statuses=None)
    head = (*HEAD, "Smelter Identification Number")
    lists, found = read(tmp_path, facts, [head, ("Gold", "A Works", dash), ("Gold", "B Works", dash)])
    assert found == ()
    assert cells(lists, "cid", "filed") == [(None, (("cid", dash),))] * 2


SIGNS = [
    {"label": "Conformant", "class": "conformant", "mark": "*"},
    {"label": "Active", "class": "active", "mark": "†"},
    {"label": "Neither", "class": "indeterminable", "mark": "unmarked"},
]


def signed(tmp_path: Path, *names: str, **more: Any) -> tuple[list[tuple[str, str | None]], list[str]]:
    """Name and status of each row, and the findings, of a list in which names end in signs."""
    facts = stated_facts(annex=annex("metal", "name", marks_in="name", **more), statuses=SIGNS)
    lists, found = read(tmp_path, facts, [HEAD, *(("Gold", name) for name in names)])
    rows = [(row.name, row.status.label if row.status else None) for one in lists for row in one.smelters]
    return rows, [f"{finding.code} {finding.message}" for finding in found]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("India Works**", "**"),
        ("India Works ***", "***"),
        ("Hotel Works§", "§"),
        ("Works‡", "‡"),
        ("Works Ltd.¶", "¶"),
        ("Works^", "^"),
        ("Works²", "²"),
        ("Works (1)", "(1)"),
        ("Works#", "#"),
        ("Works +", "+"),
        ("Works*§", "§"),
    ],
)
def test_a_sign_that_nothing_explains_is_told_and_gives_no_status(
    tmp_path: Path, name: str, sign: str
) -> None:
    rows, found = signed(tmp_path, name, "Other Works")
    assert rows == [(name, None), ("Other Works", "Neither")]
    assert found == [f"SM-014 the sign '{sign}' of '{name}' is not declared"]


@pytest.mark.parametrize("name", ["C+", "Works C+", "Plant #3 Works", "A+B Works", "Works 2", "Works (Pty)"])
def test_what_belongs_to_a_name_is_no_sign(tmp_path: Path, name: str) -> None:
    assert signed(tmp_path, name) == ([(name, "Neither")], [])


def test_a_sign_that_a_note_explains_is_no_finding(tmp_path: Path) -> None:
    rows, found = signed(tmp_path, "Works§", "Works*§", notes=[{"mark": "§", "text": "Closed."}])
    assert (rows, found) == ([("Works", "Neither"), ("Works", "Conformant")], [])


def test_a_row_with_two_signs_of_a_status_has_none_and_is_told(tmp_path: Path) -> None:
    rows, found = signed(tmp_path, "Juliet Works*†")
    assert rows == [("Juliet Works", None)]
    assert found == ["SM-014 smelter 'Juliet Works' has signs of several statuses: '*' and '†'"]


def test_a_value_that_the_legend_of_its_column_does_not_have_is_told(tmp_path: Path) -> None:
    own = {"audit": {"heading": "Audit", "legend": {"A": "Audited.", "P": "Planned."}}}
    facts = stated_facts(annex=annex("metal", "name", "audit", own_columns=own), statuses=None)
    values = ["A", "p", "A, P", "(A)", "-", "", "X"]
    _, found = read(
        tmp_path, facts, [(*HEAD, "Audit"), *(("Gold", f"W{n}", v) for n, v in enumerate(values))]
    )
    assert [(one.code, one.message, str(one.where)) for one in found] == [
        ("SM-014", "'X' is not in the legend of the column 'Audit'", "smelters.xlsx 'Smelter List'!C8")
    ]
