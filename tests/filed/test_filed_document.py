"""Filed exhibits as EDGAR serves them and as text: whatever their table looks like, its rows are found."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.filed.facility_headings import metal_of_heading
from generator.filed.filed_document import read_filed_document
from generator.filed.values import FiledDocument
from generator.model import Metal
from generator.model.words import metal_of
from tests.support.filing import restated

STATUSES = restated(
    statuses=[
        {"label": "Conformant", "class": "conformant", "definition": "On the list."},
        {"label": "Active", "class": "active", "definition": "On the other list."},
        {"label": "Unknown", "class": "indeterminable", "definition": "On no list."},
    ]
).facts.statuses

Row = tuple[Metal | None, str, str | None, str | None]

EXPECTED: list[Row] = [
    (Metal.GOLD, "Aida Chemical Industries Co., Ltd.", "JP", "Conformant"),
    (Metal.GOLD, "L'Orfebre S.A.", "AD", "Active"),
    (Metal.TIN, "PT Timah Tbk Kundur", "ID", "Unknown"),
]


def read(folder: Path, text: str | bytes, name: str = "ex101.htm") -> FiledDocument:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_filed_document(path, folder, STATUSES)


def rows(document: FiledDocument) -> list[Row]:
    return [(row.metal, row.name, row.country_code, row.status) for row in document.rows]


def problem(folder: Path, text: str | bytes, name: str = "ex101.htm") -> str:
    with pytest.raises(InputError) as caught:
        read(folder, text, name)
    return str(caught.value)


PLAIN = """<html><body><p>Annex</p><table>
<tr><th>Metal</th><th>Smelter Name</th><th>Country</th><th>Status</th></tr>
<tr><td>Gold</td><td>Aida Chemical Industries Co., Ltd.</td><td>JAPAN</td><td>Conformant</td></tr>
<tr><td>Gold</td><td>L'Orfebre S.A.</td><td>ANDORRA</td><td>Active</td></tr>
<tr><td>Tin</td><td>PT Timah Tbk Kundur</td><td>INDONESIA</td><td>Unknown</td></tr>
</table><p>After.</p></body></html>"""

OTHER_ORDER = """<HTML><BODY>
<TABLE><TR><TD><TABLE>
<TR><TD>Smelter&nbsp;or&nbsp;Refiner&nbsp;Name<TD>&nbsp;<TD>Status<TD>Location<TD>Mineral
<TR><TD>Aida Chemical Industries&nbsp;Co., Ltd.<TD>&nbsp;<TD>Conformant<TD>Japan<TD>Gold (Au)
<TR><TD>L&#146;Orfebre S.A.<TD>&nbsp;<TD>Active<TD>Andorra<TD>Gold (Au)
<TR><TD>PT Timah Tbk Kundur<TD>&nbsp;<TD>Unknown<TD>Jakarta, Indonesia<TD>Tin (Sn)
</TABLE></TD></TR></TABLE></BODY></HTML>"""

UNDER_METALS = """<html><body>
<p><b>Gold smelters</b></p>
<table><tr><td>Facility</td><td>Country</td><td>RMAP Status</td></tr>
<tr><td>Aida Chemical Industries Co., Ltd.</td><td>Japan</td><td>Conformant</td></tr>
<tr><td>L'Orfebre S.A.</td><td>Andorra</td><td>Active</td></tr>
<tr><td colspan="3"><b>TIN</b></td></tr>
<tr><td>PT Timah Tbk Kundur</td><td>Indonesia</td><td>Unknown</td></tr></table></body></html>"""

ASTERISKS = """<html><body><table>
<tr><td>Metal</td><td>Name</td><td>Country</td></tr>
<tr><td rowspan="2">Gold</td><td>Aida Chemical Industries Co., Ltd.*</td><td>Japan</td></tr>
<tr><td>L'Orfebre S.A.<sup>**</sup></td><td>Andorra</td></tr>
<tr><td>Tin</td><td>PT Timah Tbk Kundur</td><td>Indonesia</td></tr></table>
<p>* Listed as conformant by the RMAP on the date of this report.</p>
<p><sup>**</sup> Listed as active.</p></body></html>"""

NUMBERED_NOTES = (
    ASTERISKS.replace("Ltd.*", "Ltd.<sup>(1)</sup>")
    .replace("<sup>**</sup>", "<sup>2</sup>")
    .replace("<p>* Listed", "<p>(1) Listed")
)

TWO_PAGES = """<html><body><table>
<tr><td>Gold</td><td>Aida Chemical Industries Co., Ltd.</td><td>Japan</td><td>Conformant</td></tr>
<tr><td>Gold</td><td>L'Orfebre S.A.</td><td>Andorra</td><td>Active</td></tr></table>
<p>17</p><hr>
<table><tr><th>Metal</th><th>Smelter</th><th>Country</th><th>Status</th></tr>
<tr><td>Tin</td><td>PT Timah Tbk Kundur</td><td>Indonesia</td><td>Unknown</td></tr></table></body></html>"""

TABS = """Annex I

Gold\tAida Chemical Industries Co., Ltd.\tJAPAN\tConformant

Gold\tL'Orfebre S.A.\tANDORRA\tActive
Tin\tPT Timah Tbk Kundur\tINDONESIA\tUnknown

Future steps
"""

BLANKS = """<TABLE>
<CAPTION>
<S>        <C>                                   <C>          <C>
Metal      Smelter                               Country      Status
Gold       Aida Chemical Industries Co., Ltd.    Japan        Conformant
Gold       L'Orfebre S.A.                        Andorra      Active
Tin        PT Timah Tbk Kundur                   Indonesia    Unknown
</TABLE>
"""

BARS = """| Metal | Smelter | Country | Status |
|---|---|---|---|
| Gold | Aida Chemical Industries Co., Ltd. | Japan | Conformant |
| Gold | L'Orfebre S.A. | Andorra | Active |
| Tin | PT Timah Tbk Kundur | Indonesia | Unknown |
"""

SUBMISSION = f"""<SEC-DOCUMENT>x.txt
<DOCUMENT>
<TYPE>GRAPHIC
<TEXT>
begin 644 logo.jpg
M_]C_X  02D9)1@ ! 0 0
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-1.01
<SEQUENCE>2
<TEXT>
{PLAIN}
</TEXT>
</DOCUMENT>
"""


@pytest.mark.parametrize(
    "text",
    [PLAIN, OTHER_ORDER, UNDER_METALS, ASTERISKS, NUMBERED_NOTES, TWO_PAGES, TABS, BLANKS, BARS, SUBMISSION],
    ids=[
        "plain", "other order, nested, no-break blanks", "metals as headings", "asterisks", "numbered notes",
        "two pages", "tabs", "blanks", "bars", "submission",
    ],
)  # fmt: skip
def test_the_rows_are_found_whatever_the_table_looks_like(tmp_path: Path, text: str) -> None:
    found = rows(read(tmp_path, text))
    assert [(metal, name.replace("’", "'"), *rest) for metal, name, *rest in found] == EXPECTED


HEADING = "<tr><td>Smelter Name</td><td>Smelter Country</td><td>Status</td></tr>"
GROUPS = (
    "<tr><td>Aida Chemical Industries Co., Ltd.</td><td>JAPAN</td><td>Conformant</td></tr>"
    "<tr><td>L'Orfebre S.A.</td><td>ANDORRA</td><td>Active</td></tr>",
    "<tr><td>PT Timah Tbk Kundur</td><td>INDONESIA</td><td>Unknown</td></tr>",
)


def grouped(metal_row: str, *, repeated: bool = False) -> str:
    """A table in which ``metal_row`` stands before each group, and before its headings where these repeat."""
    first, second = (metal_row.format(metal) for metal in ("Gold", "Tin"))
    begin = first + HEADING if repeated else HEADING + first
    again = HEADING if repeated else ""
    return f"<p>Annex</p><table>{begin}{GROUPS[0]}{second}{again}{GROUPS[1]}</table>"


METAL_ROWS = {
    "spanning": "<tr><td colspan=3>{}</td></tr>",
    "one bold cell": "<tr><td><b>{}</b></td></tr>",
    "empty cells": "<tr><td>{}</td><td>&nbsp;</td><td></td></tr>",
    "empty cells before": "<tr><td></td><td>{}</td><td></td></tr>",
    "heading cell": "<tr><th colspan=3>{}</th></tr>",
    "with symbol and count": "<tr><td colspan=3>{} smelters (2)</td></tr>",
}


@pytest.mark.parametrize("repeated", [False, True], ids=["headings once", "headings repeated"])
@pytest.mark.parametrize("metal_row", METAL_ROWS.values(), ids=METAL_ROWS)
def test_metals_in_rows_of_their_own_are_those_of_the_rows_below(
    tmp_path: Path, metal_row: str, repeated: bool
) -> None:
    document = read(tmp_path, grouped(metal_row, repeated=repeated))
    assert rows(document) == EXPECTED
    assert document.columns == ("name", "country", "status")


def test_metals_of_one_row_each_are_no_names(tmp_path: Path) -> None:
    metals = ("Gold", "Tantalum", "Tin", "Tungsten")
    groups = "".join(f"<tr><td>{metal}</td></tr>{GROUPS[1] * (metal == 'Tin')}" for metal in metals)
    assert rows(read(tmp_path, f"<table>{HEADING}{groups}</table>")) == EXPECTED[2:]


def test_the_metal_goes_on_in_a_table_that_continues(tmp_path: Path) -> None:
    text = grouped(METAL_ROWS["spanning"]) + f"<p>17</p><table>{HEADING}{GROUPS[0]}</table>"
    assert [row.metal for row in read(tmp_path, text).rows] == [Metal.GOLD, Metal.GOLD, *[Metal.TIN] * 3]


def test_a_list_of_which_no_metal_can_be_told_is_told(tmp_path: Path) -> None:
    assert problem(tmp_path, f"<p>Annex</p>\n<table>\n{HEADING}{''.join(GROUPS)}</table>") == (
        "VE-002 error: the table has names and countries, but no metal can be told of its rows"
        " (ex101.htm:3). Name the metals in a copy of the document: in a column, in a row before the"
        " facilities of each metal, or in a heading above the table."
    )


def test_an_identification_number_is_read_and_is_no_name(tmp_path: Path) -> None:
    text = (
        "<table><tr><th>Smelter ID</th><th>Country</th><th>Standard Smelter Names</th><th>Metal</th></tr>"
        "<tr><td>CID000019</td><td>Japan</td><td>Aida Chemical Industries Co., Ltd.</td><td>Gold</td></tr>"
        "<tr><td>CID001477</td><td>Indonesia</td><td>PT Timah Tbk Kundur</td><td>Tin</td></tr></table>"
    )
    document = read(tmp_path, text)
    assert document.columns == ("cid", "country", "name", "metal")
    assert [(row.cid, row.name) for row in document.rows] == [
        ("CID000019", "Aida Chemical Industries Co., Ltd."),
        ("CID001477", "PT Timah Tbk Kundur"),
    ]


def test_a_country_beside_its_code_and_its_city_is_the_country(tmp_path: Path) -> None:
    text = (
        "<table><tr><th>Metal</th><th>Smelter</th><th>Smelter City</th><th>Smelter Country</th></tr>"
        "<tr><td>Gold</td><td>Works One</td><td>Singapore</td><td>Singapore</td></tr>"
        "<tr><td>Gold</td><td>Works Two</td><td>Mexico</td><td>Japan</td></tr></table>"
    )
    assert [row.country_code for row in read(tmp_path, text).rows] == ["SG", "JP"]


def test_a_country_that_no_table_knows_stays_as_filed(tmp_path: Path) -> None:
    row = read(tmp_path, PLAIN.replace("INDONESIA", "INDONESLA")).rows[2]
    assert (row.country, row.country_code) == ("INDONESLA", None)


def test_a_digit_at_the_end_of_a_name_is_no_mark(tmp_path: Path) -> None:
    found = rows(read(tmp_path, PLAIN.replace("L'Orfebre S.A.", "OOO “Technolom” 1")))
    assert found[1][1] == "OOO “Technolom” 1"


def test_rows_know_their_lines_and_text_its_place(tmp_path: Path) -> None:
    document = read(tmp_path, PLAIN)
    assert [row.where.line for row in document.rows] == [3, 4, 5]
    assert [(passage.text, passage.where.line) for passage in document.passages] == [
        ("Annex", 1),
        ("After.", 6),
    ]
    inside = read(tmp_path, SUBMISSION, "whole.txt")
    assert [row.where.line for row in inside.rows] == [15, 16, 17]


def test_lists_of_countries_and_of_figures_are_no_facility_lists(tmp_path: Path) -> None:
    text = PLAIN.replace(
        "<p>After.</p>",
        "<p>Tin</p><table><tr><td>Brazil</td><td>Peru</td><td>Japan</td></tr>"
        "<tr><td>Chile</td><td>Ghana</td><td>Spain</td></tr></table>"
        "<table><tr><td>Country</td><td>Gold</td><td>Tin</td></tr><tr><td>Peru</td><td>X</td><td></td></tr>"
        "<tr><td>Japan</td><td>X</td><td>X</td></tr></table>",
    )
    assert rows(read(tmp_path, text)) == EXPECTED


def test_windows_characters_and_entities_are_read(tmp_path: Path) -> None:
    text = PLAIN.replace("L'Orfebre S.A.", "JSC &ldquo;Kirovgrad&#8221; &#151; – &amp; &eacute;")
    document = read(tmp_path, text.encode("cp1252"))
    assert document.rows[1].name == "JSC “Kirovgrad” — – & é"


@pytest.mark.parametrize(
    ("text", "metal"),
    [("Gold", Metal.GOLD), ("gold (Au)", Metal.GOLD), ("Sn", Metal.TIN), ("Tungsten (W)", Metal.TUNGSTEN),
     ("Tantalum / Ta", Metal.TANTALUM), ("Gold, Tin", None), ("Golden Works", None), ("", None)],
)  # fmt: skip
def test_metals_are_known_by_name_and_symbol(text: str, metal: Metal | None) -> None:
    assert metal_of(text) is metal


def test_a_heading_may_say_that_smelters_follow_and_a_sentence_is_no_heading() -> None:
    assert metal_of_heading("List of Tin Smelters and Refiners (76)") is Metal.TIN
    assert metal_of_heading("We use tin") is None


def test_a_document_without_a_list_is_told(tmp_path: Path) -> None:
    assert problem(tmp_path, "<p>We have no list.</p>") == (
        "VE-002 error: no facility table is found in it: a table with smelters and their metals"
        " (ex101.htm). Name the file of the exhibit that holds the list, as HTML or as text."
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"%PDF-1.7 ...", "a PDF"), (b"PK\x03\x04", "a Word document or another zipped file"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document in the old format")],
)  # fmt: skip
def test_other_formats_are_named(tmp_path: Path, content: bytes, what: str) -> None:
    assert problem(tmp_path, content) == (
        f"VE-001 error: the file is {what} (ex101.htm)."
        " Save the exhibit from EDGAR as HTML (.htm), or copy its text into a .txt file."
    )


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    assert problem(tmp_path, b" \n") == (
        "VE-001 error: the file is empty (ex101.htm). Save the filed document again."
    )


@pytest.mark.parametrize("name", ["gone.htm", "no folder/gone.htm"])
def test_a_missing_file_is_told_with_its_path_as_given(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_filed_document(tmp_path / name, tmp_path, STATUSES)
    assert str(caught.value) == (
        f"FI-001 error: gone.htm is not there ({tmp_path / name})."
        " Check the name of the file and of its folder."
    )


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02" * 100, b"<table>" * 3000, b"<" * 5000, b"<html>" + b"<div>" * 3000 + b"x",
     "\t\u202e\ud7ff|".encode() * 50,
     b"<table><tr><td rowspan=99999999 colspan=99999999>Gold</td></tr></table>"],
)  # fmt: skip
def test_broken_files_give_a_message_and_no_traceback(tmp_path: Path, content: bytes) -> None:
    assert "VE-002" in problem(tmp_path, content)


def test_names_below_a_heading_are_a_list_without_countries_and_identifiers(tmp_path: Path) -> None:
    text = """<table><tr><td><u>Mineral</u></td><td></td><td><u>Smelter Name</u></td></tr>
    <tr><td>Gold</td><td></td><td>Invented Gold Works</td></tr>
    <tr><td>Gold</td><td></td><td>Other Gold Works</td></tr>
    <tr><td>Tin</td><td></td><td>Invented Tin Works</td></tr></table>"""
    document = read(tmp_path, text)
    assert document.columns == ("metal", "name")
    assert rows(document) == [
        (Metal.GOLD, "Invented Gold Works", None, None),
        (Metal.GOLD, "Other Gold Works", None, None),
        (Metal.TIN, "Invented Tin Works", None, None),
    ]


def test_names_alone_below_a_heading_for_each_metal_are_a_list(tmp_path: Path) -> None:
    text = """<p>Gold</p><table><tr><th>Smelter or Refiner Name</th></tr>
    <tr><td>Invented Gold Works</td></tr><tr><td>Other Gold Works</td></tr><tr><td>Total: 2</td></tr></table>
    <p>Tin smelters (2)</p><table><tr><th>Smelter or Refiner Name</th></tr>
    <tr><td>Invented Tin Works</td></tr><tr><td>Other Tin Works</td></tr></table>"""
    assert rows(read(tmp_path, text)) == [
        (Metal.GOLD, "Invented Gold Works", None, None),
        (Metal.GOLD, "Other Gold Works", None, None),
        (Metal.TIN, "Invented Tin Works", None, None),
        (Metal.TIN, "Other Tin Works", None, None),
    ]


@pytest.mark.parametrize(
    "heading", ["Product Name", "Supplier Name", "Use", "Description of the program", "Program name"]
)
def test_other_tables_with_metals_are_no_list(tmp_path: Path, heading: str) -> None:
    text = f"""<table><tr><th>Metal</th><th>{heading}</th></tr>
    <tr><td>Gold</td><td>Invented connectors</td></tr>
    <tr><td>Tin</td><td>Invented solder of boards</td></tr></table>"""
    assert problem(tmp_path, text).startswith("VE-002")


def test_a_tick_below_a_status_says_that_status(tmp_path: Path) -> None:
    text = """<table><tr><th>Metal</th><th>Smelter Name</th><th>Conformant</th><th>Active</th></tr>
    <tr><td>Gold</td><td>Invented Gold Works</td><td>✓</td><td></td></tr>
    <tr><td>Tin</td><td>Invented Tin Works</td><td></td><td>✓</td></tr>
    <tr><td>Tin</td><td>Other Tin Works</td><td></td><td></td></tr></table>"""
    document = read(tmp_path, text)
    assert document.columns == ("metal", "name", "status")
    assert [row.status for row in document.rows] == ["Conformant", "Active", None]


def test_signs_mean_what_the_data_states(tmp_path: Path) -> None:
    statuses = [
        STATUSES[0].model_copy(update={"mark": "*"}),
        STATUSES[1].model_copy(update={"mark": "**"}),
        STATUSES[2].model_copy(update={"mark": "unmarked"}),
    ]
    text = """<table><tr><th>Metal</th><th>Smelter Name</th></tr>
    <tr><td>Gold</td><td>Invented Gold Works*</td></tr><tr><td>Gold</td><td>Other Gold Works**</td></tr>
    <tr><td>Tin</td><td>Invented Tin Works</td></tr><tr><td>Tin</td><td>Other Tin Works****</td></tr></table>
    <p>**** This works is active in a sanctioned country.</p>"""
    (tmp_path / "ex101.htm").write_text(text, encoding="utf-8")
    document = read_filed_document(tmp_path / "ex101.htm", tmp_path, statuses)
    assert [row.status for row in document.rows] == ["Conformant", "Active", "Unknown", "Unknown"]
    assert document.rows[3].name == "Other Tin Works"


def test_identifiers_of_another_scheme_are_found_below_their_heading(tmp_path: Path) -> None:
    text = """<table><tr><th>Metal</th><th>Smelter Name</th><th>Register no. (ID)</th></tr>
    <tr><td>Gold</td><td>Invented Gold Works</td><td>CIDAU0001</td></tr>
    <tr><td>Tin</td><td>Invented Tin Works</td><td>CIDSN0002</td></tr></table>"""
    assert [row.cid for row in read(tmp_path, text).rows] == ["CIDAU0001", "CIDSN0002"]


def test_other_minerals_are_found_where_the_data_names_them(tmp_path: Path) -> None:
    text = """<p>Cobalt refiners (2)</p><table><tr><th>Smelter Name</th><th>Country</th></tr>
    <tr><td>Invented Cobalt Works</td><td>FINLAND</td></tr>
    <tr><td>Other Cobalt Works</td><td>JAPAN</td></tr></table>"""
    (tmp_path / "ex101.htm").write_text(text, encoding="utf-8")
    document = read_filed_document(tmp_path / "ex101.htm", tmp_path, STATUSES, minerals=["Cobalt"])
    assert [(row.metal, row.name) for row in document.rows] == [
        ("Cobalt", "Invented Cobalt Works"),
        ("Cobalt", "Other Cobalt Works"),
    ]


def test_a_document_may_have_no_list_where_the_data_has_none(tmp_path: Path) -> None:
    (tmp_path / "ex101.htm").write_text("<p>We know 12 smelters.</p>", encoding="utf-8")
    document = read_filed_document(tmp_path / "ex101.htm", tmp_path, STATUSES, needs_list=False)
    assert (document.rows, document.columns) == ((), ())
    assert [passage.text for passage in document.passages] == ["We know 12 smelters."]


@pytest.mark.parametrize("company", ["caterpillar", "ford", "garrett", "honda", "microsoft"])
def test_every_row_of_a_real_list_is_found_in_its_order(shared: Path, tmp_path: Path, company: str) -> None:
    folder = shared / "filings"
    with (folder / f"{company}-list.csv").open(encoding="utf-8-sig", newline="") as file:
        headings, *listed = csv.reader(file)
    at = next(number for number, heading in enumerate(headings) if "Name" in heading)
    names = [" ".join(row[at].rstrip("* ").split()) for row in listed]
    document = read_filed_document(folder / f"{company}.htm", tmp_path, STATUSES)
    assert [" ".join(row.name.split()) for row in document.rows] == names
    assert all(row.metal for row in document.rows)
