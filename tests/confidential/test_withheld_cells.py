"""What the data withholds, as it is read from where people write it."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from pydantic import ValidationError

from generator.confidential.withheld import WithheldKind
from generator.confidential.withheld_cells import machine_facts, read_withheld
from generator.errors import InputError
from tests.support.builders import HEADINGS, ROWS, csv_text, disclosure, workbook, write_year
from tests.support.withheld import SUPPLIERS, add_suppliers

K = WithheldKind


def found(folder: Path) -> list[tuple[str, str, str]]:
    """Kind, value and place of everything that is withheld."""
    return [(one.kind.name, one.value, str(one.where)) for one in read_withheld(folder, "2021")]


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The folder of an invented year."""
    return write_year(tmp_path / "data")


def test_a_list_without_internal_columns_withholds_nothing(year: Path) -> None:
    assert found(year) == []


def test_internal_columns_and_sheets_are_withheld(year: Path) -> None:
    book = workbook(
        year / "smelters.xlsx", ROWS, headings=(*HEADINGS, "Other Names", "Internal Comment", "Reported By")
    )
    add_suppliers(book)
    read = found(year)
    first = SUPPLIERS[0]
    assert [one for one in read if one[1] in first.values] == [
        ("COMMENT", first.comment, "2021/smelters.xlsx 'Smelter List'!G2"),
        ("SUPPLIER", first.name, "2021/smelters.xlsx 'Smelter List'!H2"),
        ("FILE", first.file, "2021/smelters.xlsx 'Evidence'!C2"),
        ("CONTACT", first.contact, "2021/smelters.xlsx 'Supplier survey'!B2"),
        ("EMAIL", first.email, "2021/smelters.xlsx 'Supplier survey'!C2"),
        ("TELEPHONE", first.telephone, "2021/smelters.xlsx 'Supplier survey'!D2"),
    ]
    assert {value for _, value, _ in read} == {value for one in SUPPLIERS for value in one.values}


def test_internal_columns_of_a_csv_are_withheld(year: Path) -> None:
    (year / "smelters.xlsx").unlink()
    rows = [("Gold", "", "Invented Gold Works", "JAPAN", "Conformant", "Example Parts | Example Tools")]
    (year / "smelters.csv").write_text(csv_text(rows, headings=(*HEADINGS, "Reported By")))
    assert found(year) == [
        ("SUPPLIER", "Example Parts", "2021/smelters.csv F2"),
        ("SUPPLIER", "Example Tools", "2021/smelters.csv F2"),
    ]


@pytest.mark.parametrize("heading", ["Smelter Name", "Suppliers answered", "Metal", "Anything", ""])
def test_a_name_is_withheld_in_any_sheet_that_is_no_list_whatever_its_heading(
    year: Path, heading: str
) -> None:
    sheet_with(year, ("Row", heading), ("1", "Example Works"))
    assert [value for _, value, _ in found(year)] == ["Example Works"]


def test_addresses_and_files_are_found_wherever_they_stand_in_an_internal_sheet(year: Path) -> None:
    sheet_with(year, ("What",), ("wrote to ina@parts.example on Monday",), ("sent Example-Parts.xlsx",))
    assert found(year) == [
        ("CELL", "wrote to ina@parts.example on Monday", "2021/smelters.xlsx 'Our notes'!A2"),
        ("EMAIL", "ina@parts.example", "2021/smelters.xlsx 'Our notes'!A2"),
        ("CELL", "sent Example-Parts.xlsx", "2021/smelters.xlsx 'Our notes'!A3"),
        ("FILE", "sent Example-Parts.xlsx", "2021/smelters.xlsx 'Our notes'!A3"),
    ]


def sheet_with(year: Path, *rows: tuple[str, ...]) -> None:
    """Add an internal sheet."""
    book = openpyxl.load_workbook(year / "smelters.xlsx")
    sheet = book.create_sheet("Our notes")
    for row in rows:
        sheet.append(row)
    book.save(year / "smelters.xlsx")


def test_comments_and_names_in_decisions_are_withheld(year: Path) -> None:
    (year / "decisions.yml").write_text(
        "accepted:\n  - metal: Gold\n    name: Invented Gold Wks\n    is: CID000001\n"
        "    comment: Ina asked the supplier\n    decided_by: Ina Invented\n"
    )
    assert found(year) == [
        ("COMMENT", "Ina asked the supplier", "2021/decisions.yml:5"),
        ("CONTACT", "Ina Invented", "2021/decisions.yml:6"),
    ]


def test_suppliers_that_were_asked_are_withheld_and_lists_of_statuses_are_not(year: Path) -> None:
    (year / "reconcile.yml").write_text(
        "accept_company_level: yes\nsuppliers:\n  - Example Parts\n  - Example Tools\n"
        "status_lists:\n  - file: list of the RMI.xlsx\n"
    )
    assert found(year) == [
        ("SUPPLIER", "Example Parts", "2021/reconcile.yml:3"),
        ("SUPPLIER", "Example Tools", "2021/reconcile.yml:4"),
    ]


def test_names_of_suppliers_in_the_file_of_their_own_are_withheld(year: Path) -> None:
    (year / "suppliers.yml").write_text(
        "suppliers:\n  - Example Parts\n  - {name: Example Tools}\naliases:\n  Ex Parts: Example Parts\n"
    )
    values = [(kind, value) for kind, value, _ in found(year)]
    assert {("SUPPLIER", name) for name in ("Example Parts", "Example Tools", "Ex Parts")} <= {*values}


def test_what_the_review_holds_is_withheld(year: Path) -> None:
    (year / "review").mkdir()
    book = openpyxl.Workbook()
    rows = book.active
    assert rows is not None
    rows.title = "Rows"
    rows.append(["Key", "Smelter Name", "Reported By", "Internal Comment"])
    rows.append(["Gold CID000001", "Invented Gold Works", "Example Parts; Example Tools", "call Ina first"])
    left = book.create_sheet("Left out")
    left.append(["Key", "Smelter Name", "Reported By", "Bring back"])
    left.append(["Gold CID000002", "Closed Works", "Example Rods", ""])
    book.save(year / "review" / "review.xlsx")
    assert found(year) == [
        ("SUPPLIER", "Example Parts", "2021/review/review.xlsx 'Rows'!C2"),
        ("SUPPLIER", "Example Tools", "2021/review/review.xlsx 'Rows'!C2"),
        ("COMMENT", "call Ina first", "2021/review/review.xlsx 'Rows'!D2"),
        ("SUPPLIER", "Example Rods", "2021/review/review.xlsx 'Left out'!C2"),
    ]


def test_figures_above_a_table_and_words_inside_it_are_no_headings(year: Path) -> None:
    review_with(
        year,
        "Evidence",
        ("survey.suppliers (asked)", "", ""),
        (),
        ("Supplier", "Suppliers", "Known by", "Answered"),
        ("Example Parts", "12", "a person's decision, see comment", "Yes"),
        ("and 12 more", "3", "contact person", "No"),
    )
    assert found(year) == [("SUPPLIER", "Example Parts", "2021/review/review.xlsx 'Evidence'!A4")]


def test_smelters_and_figures_in_the_sheets_of_the_review_are_left_alone(year: Path) -> None:
    review_with(year, "Rows", ("Key", "Smelter Name"), ("Gold 1", "Example Refining Company"))
    assert found(year) == []


def review_with(year: Path, sheet: str, *rows: tuple[str, ...]) -> None:
    """A review with one sheet."""
    (year / "review").mkdir()
    book = openpyxl.Workbook()
    book.active.title = sheet  # type: ignore[union-attr]
    for row in rows:
        book[sheet].append(row)
    book.save(year / "review" / "review.xlsx")


def list_with(year: Path, heading: str, *cells: object) -> None:
    """A list that has a column of the filer's own, which nothing publishes."""
    rows = [
        ("Gold", "", f"Invented Works No. {n}", "JAPAN", "Conformant", cell) for n, cell in enumerate(cells)
    ]
    workbook(year / "smelters.xlsx", rows, headings=(*HEADINGS, heading))


@pytest.mark.parametrize(
    "cells",
    [
        ("Japan", "PERU", "Korea, Republic of", "United States of America"),
        ("Gold", "Tin; Tungsten", "3TG"),
        ("RMAP", "LBMA", "RJC, LBMA", "Responsible Minerals Assurance Process"),
        ("yes", "No", "n/a", "Unknown"),
        ("Conformant", "Active", "Not conformant"),
        (12, 1250, 0.5, True, dt.date(2021, 3, 31), 20210331),
        ("12 March 2021", "2021-03-31", "1,250", "Q3 2021", "CID000035", "A-12"),
        ("High", "low", "High", "Medium"),
        ("Direct supplier", "Indirect supplier", "Not yet known", "Direct supplier"),
        ("North America", "Western Europe", "Asia", "South East Asia"),
    ],
    ids=lambda cells: str(cells[0]),
)
def test_columns_of_ordinary_words_are_known_by_their_values(year: Path, cells: tuple[object, ...]) -> None:
    list_with(year, "Whatever", *cells)
    assert found(year) == []


@pytest.mark.parametrize("heading", ["Whatever", "Country", "Metal", "Smelter", "Version", "Number of parts"])
def test_a_name_among_ordinary_words_is_withheld_whatever_the_heading(year: Path, heading: str) -> None:
    list_with(year, heading, "Japan", "Peru", "Japan", "Yes", "Albatross Castings GmbH")
    assert [value for _, value, _ in found(year)] == ["Albatross Castings GmbH"]


def test_a_column_of_names_that_look_like_common_words_is_withheld(year: Path) -> None:
    list_with(year, "Who", "Gold Supply", "Gold Supply")
    assert [value for _, value, _ in found(year)] == ["Gold Supply"]


def test_a_number_that_may_be_dialled_is_withheld(year: Path) -> None:
    list_with(year, "Direct", 4930555001, "(555) 555-0142", 12)
    assert [value for _, value, _ in found(year)] == ["4930555001", "(555) 555-0142"]


def test_a_column_that_repeats_the_published_cities_is_ordinary_but_for_other_words(year: Path) -> None:
    cities = ("Invented Town", "Second Town", "Third Town", "Fourth Town")
    rows = [("Gold", f"Works {city}", city, city) for city in cities]
    rows.append(("Gold", "Works five", "Fifth Town", "Albatross Castings"))
    headings = ("Metal", "Smelter Name", "Smelter City", "Place by our database")
    workbook(year / "smelters.xlsx", rows, headings=headings)
    assert [value for _, value, _ in found(year)] == ["Albatross Castings"]


def test_a_second_column_of_a_published_heading_is_not_read_and_withheld(year: Path) -> None:
    rows = [("Gold", "Invented Works", "Albatross Castings")]
    workbook(year / "smelters.xlsx", rows, headings=("Metal", "Smelter Name", "Smelter Name"))
    assert [value for _, value, _ in found(year)] == ["Albatross Castings"]


def test_notes_at_cells_are_withheld_without_the_name_of_who_wrote_them(year: Path) -> None:
    book = openpyxl.load_workbook(year / "smelters.xlsx")
    sheet = book["Smelter List"]
    sheet["B2"].comment = Comment("Ina Invented:\nAlbatross Castings buys here", "Ina Invented")
    sheet["C2"].comment = Comment("not yet checked", "Ina Invented")
    book.save(year / "smelters.xlsx")
    assert found(year) == [("NOTE", "Albatross Castings buys here", "2021/smelters.xlsx 'Smelter List'!B2")]


def test_comments_that_answer_each_other_are_withheld(year: Path) -> None:
    book = openpyxl.load_workbook(year / "smelters.xlsx")
    book["Smelter List"]["B2"].comment = Comment("to be replaced", "Ina")
    book.save(year / "smelters.xlsx")
    threaded = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="C3"><text>ask Albatross Castings</text></threadedComment></ThreadedComments>'
    )
    with zipfile.ZipFile(year / "smelters.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = next(name for name in parts if name.startswith("xl/worksheets/_rels/"))
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    target = "/xl/threadedComments/threadedComment1.xml"
    relation = f'<Relationship Id="t1" Type="{kind}" Target="{target}"/></Relationships>'
    parts[relations] = parts[relations].replace(b"</Relationships>", relation.encode())
    parts[target.lstrip("/")] = threaded.encode()
    with zipfile.ZipFile(year / "smelters.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert ("NOTE", "ask Albatross Castings", "2021/smelters.xlsx 'Smelter List'!C3") in found(year)


def test_what_the_answers_name_is_withheld_with_its_line_of_the_review(year: Path) -> None:
    (year / "review").mkdir()
    (year / "review" / "named.csv").write_text(
        "\ufeffWhat,Value,File,Cell,Companies\r\n"
        "supplier,Albatross Castings,a.xlsx,'Declaration'!D8,1\r\n"
        "person,Ina Albatrossova,a.xlsx,'Declaration'!D15,1\r\n"
        "e-mail,ina@albatross.example,a.xlsx,'Declaration'!D16,1\r\n"
        "telephone,'+1 555 555 0142,a.xlsx,'Declaration'!D17,1\r\n"
        "address,\"1 Albatross Road, Invented City\",a.xlsx,'Declaration'!D14,1\r\n"
        "comment,\"We buy from Bellwether; then, from others\",a.xlsx,'Declaration'!G26,1\r\n"
        "comment,We follow the policy of the group at www.example.com,a.xlsx,'Declaration'!G27,3\r\n"
        "comment,see our website,a.xlsx,'Declaration'!G28,1\r\n",
        encoding="utf-8",
    )
    assert found(year) == [
        ("SUPPLIER", "Albatross Castings", "2021/review/named.csv B2"),
        ("CONTACT", "Ina Albatrossova", "2021/review/named.csv B3"),
        ("EMAIL", "ina@albatross.example", "2021/review/named.csv B4"),
        ("TELEPHONE", "+1 555 555 0142", "2021/review/named.csv B5"),
        ("ADDRESS", "1 Albatross Road, Invented City", "2021/review/named.csv B6"),
        ("COMMENT", "We buy from Bellwether; then, from others", "2021/review/named.csv B7"),
    ]


def test_the_filers_own_people_whom_the_form_names_are_no_secret(year: Path) -> None:
    (year / "decisions.yml").write_text("accepted:\n  - decided_by: Ina B. Invented\n", encoding="utf-8")
    facts = disclosure(filing__signatory={"name": "Ina B. Invented", "title": "Chief Officer"}).facts
    assert read_withheld(year, "2021", facts) == ()
    assert [value for _, value, _ in found(year)] == ["Ina B. Invented"]


def test_the_street_of_the_filer_is_no_secret_where_a_company_of_its_group_answers(year: Path) -> None:
    (year / "review").mkdir()
    own = 'What,Value\naddress,"1 Invented Street, Invented City"\n'
    (year / "review" / "named.csv").write_text(own, encoding="utf-8")
    assert read_withheld(year, "2021", disclosure().facts) == ()
    assert [value for _, value, _ in found(year)] == ["1 Invented Street, Invented City"]


def test_workbooks_that_suppliers_sent_are_withheld_by_name(year: Path) -> None:
    for name in ("cmrt/Example Parts.xlsx", "cmrt/note.txt", "documents/own.xlsx", "review/follow-up.xlsx"):
        (year / name).parent.mkdir(exist_ok=True)
        (year / name).write_bytes(b"")
    assert found(year) == [("FILE", "Example Parts.xlsx", "2021/cmrt")]


def test_a_damaged_workbook_is_told(year: Path) -> None:
    (year / "smelters.xlsx").write_bytes(b"PK\x03\x04 invented")
    with pytest.raises(InputError, match="WB-001 error: the workbook is damaged or cut off"):
        read_withheld(year, "2021")


def test_facts_of_the_computer_are_its_paths_and_names(tmp_path: Path) -> None:
    facts = {one.kind: one.value for one in machine_facts(tmp_path)}
    assert facts.keys() == {K.PATH, K.USER, K.HOST}
    assert str(tmp_path) in {one.value for one in machine_facts(tmp_path)}


def test_a_withheld_value_does_not_show_in_messages() -> None:
    (fact, *_) = machine_facts()
    assert fact.value not in repr(fact)


OWN = {
    "annex__own_columns": {"note": {"heading": "Supplier group"}},
    "annex__headings": {"name": "Contact name"},
}


def test_own_columns_and_headings_of_the_filing_are_published_and_not_withheld(year: Path) -> None:
    headings = ("Metal", "Contact name", "Supplier  Group", "Reported By")
    workbook(
        year / "smelters.xlsx", [("Gold", "Invented Works", "North", "Example Parts")], headings=headings
    )
    read = read_withheld(year, "2021", disclosure(**OWN).facts)
    assert [(one.value, str(one.where)) for one in read] == [
        ("Example Parts", "2021/smelters.xlsx 'Smelter List'!D2")
    ]


def test_each_of_several_lists_is_a_list_and_its_internal_columns_are_withheld(year: Path) -> None:
    book = openpyxl.load_workbook(year / "smelters.xlsx")
    sheet = book.create_sheet("North")
    sheet.append(["Metal", "Smelter Name", "Supplier group", "Reported By"])
    sheet.append(["Gold", "Invented@Works.example", "East", "Example Parts"])
    book.save(year / "smelters.xlsx")
    lists = [{"sheet": "North", "title": "North"}]
    read = read_withheld(year, "2021", disclosure(**OWN, lists=lists).facts)
    assert [one.value for one in read] == ["Example Parts"]


@pytest.mark.parametrize(
    "published",
    [
        {"annex__own_columns": {"a": {"heading": "reported by"}}},
        {"annex__headings": {"name": "Internal Comment"}},
    ],
)
def test_internal_column_cannot_be_declared_public(published: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="which is never published"):
        disclosure(**published)


def test_a_stray_cell_far_to_the_right_takes_no_time_and_is_withheld(year: Path) -> None:
    book = openpyxl.load_workbook(year / "smelters.xlsx")
    book.worksheets[0]["XFD250"] = "Example Parts Ltd."
    book.save(year / "smelters.xlsx")
    assert found(year) == [("CELL", "Example Parts Ltd.", "2021/smelters.xlsx 'Smelter List'!XFD250")]
