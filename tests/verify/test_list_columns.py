"""Facility lists of every shape, as published: read by the filer's headings, compared cell by cell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import pytest

from generator.model import Asset, Disclosure, FacilityList, Metal, OtherMineral, Smelter, Status
from generator.verify.equality import compare_published, counts_of
from generator.verify.list_columns import list_columns
from generator.verify.published import read_published_file, read_published_page
from tests.support.builders import RWANDA, disclosure, smelter

ANNEX = {
    "title": "Invented annex",
    "columns": ["metal", "name", "cid", "programme", "country_as_filed"],
    "headings": {"metal": "Mineral", "name": "SOR Name", "cid": "ID", "country_as_filed": "Where"},
    "own_columns": {"programme": {"heading": "Status", "filter": True}},
    "marks_in": "name",
}
PAGE = "2021/annex/index.html"


def rows() -> tuple[Smelter, ...]:
    """Two equal rows, one whose cells were filed otherwise, and one that gives nothing but a name."""
    plain = smelter("Works", 2, cid="CID000001", anchor="CID000001", own=(("programme", "✓"),))
    marked = smelter(
        "Marked Works", 4, cid="CIDAU0001", country=RWANDA, anchor="CIDAU0001",
        filed=(("metal", "Au"), ("name", "Marked Works**")), own=(("programme", ""),),
    )  # fmt: skip
    bare = smelter("Bare Works", 5, metal=Metal.TIN, country=None, anchor="tin-bare-works")
    bare = replace(bare, status=None, filed=(("country_as_filed", "–"),))
    return (plain, replace(plain, anchor="CID000001-2"), marked, bare)


HEADINGS = ["Mineral", "SOR Name", "ID", "Status", "Where"]
CELLS = [
    ["Gold", "Works", "CID000001", "✓", "JAPAN"],
    ["Gold", "Works", "CID000001", "✓", "JAPAN"],
    ["Au", "Marked Works**", "CIDAU0001", "", "RWANDA"],
    ["Tin", "Bare Works", "", "", "–"],
]
ANCHORS = ["CID000001", "CID000001-2", "CIDAU0001", "tin-bare-works"]


def stated(**changes: Any) -> Disclosure:
    found = disclosure(*rows(), **{"annex": ANNEX, **changes})
    return replace(found, lists=(FacilityList("", "Invented annex", rows()),))


def table(headings: Sequence[str], cells: Sequence[Sequence[str]], anchors: Sequence[str] = ANCHORS) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in headings)
    lines = (
        f'<tr id="{anchor}">{"".join(f"<td>{escape(text)}</td>" for text in row)}</tr>'
        for anchor, row in zip(anchors, cells, strict=True)
    )
    return f"<table><tr>{head}</tr>{''.join(lines)}</table>"


def of_page(folder: Path, said: Disclosure, body: str, uri: str = PAGE) -> list[str]:
    path = folder / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")
    file = read_published_page(folder, uri, list_columns(said))
    return [f"{one.code} {one.message}" for one in compare_published(said, file, None)]


def of_file(folder: Path, said: Disclosure, name: str, content: str) -> list[str]:
    asset = Asset(f"2021/documents/{name}", content.encode())
    file = read_published_file(asset, folder, list_columns(said))
    assert file is not None
    return [f"{one.code} {one.message}" for one in compare_published(said, file, None)]


def test_a_page_with_the_filers_headings_and_cells_is_equal(tmp_path: Path) -> None:
    assert of_page(tmp_path, stated(), table(HEADINGS, CELLS)) == []


@pytest.mark.parametrize(
    ("row", "column", "text", "message"),
    [
        (0, 3, "✗", "'Works' (gold): programme is '✗' there and '✓' in the data (C2)"),
        (2, 0, "Gold", "'Marked Works' (gold): metal is 'Gold' there and 'Au' in the data (C4)"),
        (2, 1, "Marked Works", "name is 'Marked Works' there and 'Marked Works**' in the data"),
        (2, 2, "CID000009", "cid is 'CID000009' there and 'CIDAU0001' in the data"),
        (3, 4, "", "'Bare Works' (tin): country as filed is '' there and '–' in the data (C5)"),
    ],
)
def test_a_cell_that_is_not_as_filed_is_told(
    tmp_path: Path, row: int, column: int, text: str, message: str
) -> None:
    cells = [list(line) for line in CELLS]
    cells[row][column] = text
    [found] = of_page(tmp_path, stated(), table(HEADINGS, cells))
    assert found.startswith("VE-012")
    assert message in found


def test_a_column_of_which_the_filer_gives_nothing_must_stand_nowhere(tmp_path: Path) -> None:
    bare = tuple(replace(row, cid=None, own=()) for row in rows())
    said = replace(stated(), smelters=bare, lists=(FacilityList("", "Invented annex", bare),))
    headings = ["Mineral", "SOR Name", "Where"]
    cells = [[*row[:2], row[4]] for row in CELLS]
    assert of_page(tmp_path, replace(said, facts=without_programme(said)), table(headings, cells)) == []


def without_programme(said: Disclosure) -> Any:
    """The facts, whose own column no longer shares its heading with the country."""
    annex = {**ANNEX, "columns": ["metal", "name", "cid", "country_as_filed"], "own_columns": {}}
    return disclosure(annex=annex, period=said.year).facts


def test_a_page_without_its_list_is_told(tmp_path: Path) -> None:
    assert of_page(tmp_path, stated(), "<p>Nothing.</p>") == ["VE-012 no facility list is found in it"]
    assert of_page(tmp_path, stated(), "<p>Nothing.</p>", "2021/index.html") == []


def test_a_filer_without_a_list_needs_none(tmp_path: Path) -> None:
    said = disclosure(annex=None, statuses=None, counts={"total": 5, "by_metal": {"Gold": 5}})
    body = "<table><tr><th>Metal</th><th>Number</th></tr><tr><td>Gold</td><td>5</td></tr></table>"
    assert of_page(tmp_path, said, body) == []


def test_another_table_with_some_of_the_headings_is_no_list(tmp_path: Path) -> None:
    totals = "<table><tr><th>Mineral</th><th>SOR Name</th><th>Rows</th></tr><tr><td>x</td></tr></table>"
    assert of_page(tmp_path, stated(), totals + table(HEADINGS, CELLS)) == []


def several() -> Disclosure:
    """Two lists: one of tin and of cobalt at the end, and one that stands behind a section."""
    one, two = smelter("Gold Works", 2, anchor="a", list_key="one"), smelter("Tin Works", 2, anchor="b")
    two, three = replace(two, metal=Metal.TIN, list_key="two"), smelter("Cobalt Works", 3, anchor="c")
    three = replace(three, metal=OtherMineral("Cobalt"), list_key="two")
    annex = {"title": "Annex", "columns": ["list", "metal", "name"]}
    said = disclosure(one, two, annex=annex, other_minerals=["Cobalt"])
    lists = (
        FacilityList("two", "Second list", (two, three)),
        FacilityList("one", "First list", (one,), section="02-first"),
    )
    return replace(said, smelters=(two, one), lists=lists)


def test_several_lists_are_compared_in_the_order_of_the_page_or_of_the_report(tmp_path: Path) -> None:
    headings = ["List", "Mineral", "Smelter or refiner"]
    first = table(headings, [["First list", "Gold", "Gold Works"]], ["a"])
    second = table(
        headings, [["Second list", "Tin", "Tin Works"], ["Second list", "Cobalt", "Cobalt Works"]], ["b", "c"]
    )
    assert of_page(tmp_path, several(), second + first) == []
    assert of_page(tmp_path, several(), first + second) == []
    assert len(of_page(tmp_path, several(), second)) == 1


def test_a_caption_counts_a_mineral_under_its_name_where_writings_vary(
    tmp_path: Path,
) -> None:
    parts = (
        f"<p>{caption}</p>{table(HEADINGS, cells, anchors)}"
        for caption, cells, anchors in (
            ("Gold: 3 rows", CELLS[:3], ANCHORS[:3]),
            ("Tin: 1 row", CELLS[3:], ANCHORS[3:]),
        )
    )
    html = f"<html><body>{''.join(parts)}</body></html>"
    assert of_file(tmp_path, stated(), "edgar/ex1-01.htm", html) == []
    wrong = html.replace("Gold: 3 rows", "Gold: 2 rows")
    assert of_file(tmp_path, stated(), "edgar/ex1-01.htm", wrong) == [
        "VE-014 rows listed for gold: 2 there, 3 in the data"
    ]


CSV = """\
Metal,Mineral as filed,Smelter ID (CID),Identifier as filed,Smelter or refiner,Name as filed,\
Country as filed,Country,Country code (ISO 3166-1),Covered country,Status,Status class,Status as of,\
Status (own),Registrant,Reporting year,Address
Gold,Gold,CID000001,CID000001,Works,Works,JAPAN,Japan,JP,No,Conformant,conformant,2022-03-31,✓,\
"Invented Devices, Inc.",2021,2021/annex/#CID000001
Gold,Gold,CID000001,CID000001,Works,Works,JAPAN,Japan,JP,No,Conformant,conformant,2022-03-31,✓,\
"Invented Devices, Inc.",2021,2021/annex/#CID000001-2
Gold,Au,,CIDAU0001,Marked Works,Marked Works**,RWANDA,Rwanda,RW,Yes,Conformant,conformant,2022-03-31,,\
"Invented Devices, Inc.",2021,2021/annex/#CIDAU0001
Tin,Tin,,,Bare Works,Bare Works,–,,,,,,,,"Invented Devices, Inc.",2021,2021/annex/#tin-bare-works
"""


def test_a_data_file_has_values_cells_as_filed_and_own_columns(tmp_path: Path) -> None:
    assert of_file(tmp_path, stated(), "smelters-2021.csv", CSV) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Works**", "Works*", "name as filed is 'Marked Works*' there and 'Marked Works**' in the data"),
        ("Gold,Au,", "Gold,Gold,", "mineral as filed is 'Gold' there and 'Au' in the data"),
        ("31,✓", "31,", "programme is '' there and '✓' in the data"),
        (",CIDAU0001,", ",,", "identifier as filed is '' there and 'CIDAU0001' in the data"),
        ("Name as filed", "Other", "name as filed is '' there and 'Works' in the data"),
    ],
)
def test_a_changed_cell_of_a_data_file_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    found = of_file(tmp_path, stated(), "smelters-2021.csv", CSV.replace(old, new, 1))
    assert any(message in one for one in found), found


def test_own_columns_of_the_json_file_stand_in_one_field(tmp_path: Path) -> None:
    said = several()
    records = [
        {"list": "Second list", "metal": "Tin", "conflict_mineral": True, "name": "Tin Works"},
        {"list": "Second list", "metal": "Cobalt", "conflict_mineral": False, "name": "Cobalt Works"},
        {"list": "First list", "metal": "Gold", "conflict_mineral": True, "name": "Gold Works"},
    ]
    common = {
        "country_as_filed": "JAPAN", "country": "Japan", "country_code": "JP", "covered_country": False,
        "status": "Conformant", "status_class": "conformant", "status_as_of": "2022-03-31",
    }  # fmt: skip
    smelters = [
        {**record, **common, "address": f"2021/annex/#{anchor}"}
        for record, anchor in zip(records, "bca", strict=True)
    ]
    counts = {
        "rows": 3,
        "in_totals": 2,
        "by_metal": {"Gold": 1, "Tin": 1},
        "by_other_mineral": {"Cobalt": 1},
    }
    content = json.dumps({"smelters": smelters, "counts": counts})
    assert of_file(tmp_path, said, "smelters-2021.json", content) == []
    wrong = json.dumps({"smelters": smelters, "counts": {**counts, "in_totals": 3}})
    assert of_file(tmp_path, said, "smelters-2021.json", wrong) == [
        "VE-014 rows that are part of the totals: 3 there, 2 in the data"
    ]


def test_a_status_that_bold_letters_say_is_no_cell_as_filed(tmp_path: Path) -> None:
    bold = Status.model_validate({"label": "Conformant", "class": "conformant", "mark": "bold"})
    row = replace(smelter("Works", 2, cid="CID000001", anchor="CID000001"), status=bold, country=None)
    other = replace(row, anchor="b", status=None, filed=(("status", "–"),))
    said = disclosure(row, other, annex={"title": "Annex", "columns": ["metal", "name"]})
    head = "Metal,Smelter ID (CID),Smelter or refiner,Status,Status as filed,Status class,Registrant,"
    lines = [
        f"{head}Reporting year,Address",
        'Gold,CID000001,Works,Conformant,,conformant,"Invented Devices, Inc.",2021,2021/annex/#CID000001',
        'Gold,CID000001,Works,,–,,"Invented Devices, Inc.",2021,2021/annex/#b',
    ]
    assert of_file(tmp_path, said, "smelters-2021.csv", "\n".join(lines)) == []


def test_a_metal_that_the_list_writes_in_several_ways_is_counted_under_its_name() -> None:
    rows = [
        smelter("First Works", 2, filed=(("metal", "Au"),)),
        smelter("Second Works", 3),
        smelter("Third Works", 4, metal=Metal.TIN, filed=(("metal", "Sn"),)),
        smelter("Fourth Works", 5, metal=Metal.TIN, filed=(("metal", "Sn"),)),
    ]
    said = disclosure(*rows)
    listed = {name: count for name, count in counts_of(said).items() if name.startswith("rows listed for ")}
    assert listed == {"rows listed for gold": 2, "rows listed for sn": 2}
    assert list_columns(said).minerals == {"Au", "Gold", "Sn", "Tin"}
