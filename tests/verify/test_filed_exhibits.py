"""Whole exhibits, invented, in other shapes than the data's: what is read of them, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.findings import Finding
from generator.pipeline import load_year
from generator.verify.filing_lines import filing_lines, verdict
from generator.verify.values import ComparedFiling
from generator.verify.verify import compare_documents
from tests.support.builders import YML, workbook, write_year

HEADINGS = ("Metal", "Smelter Name", "Smelter Country", "Status")
ROWS = (
    ("Gold", "Alder Gold Works", "JAPAN", "Conformant"),
    ("Gold", "Birch Refinery", "PERU", "Open"),
    ("Gold", "Cedar Mint", "BRAZIL", "Conformant"),
    ("Tin", "Dogwood Tin", "RWANDA", "Conformant"),
    ("Tin", "Elm Smelting", "PERU", "Open"),
    ("Tungsten", "Fir Tungsten", "CHINA", "Conformant"),
)
"""Six rows: gold 3, tin 2, tungsten 1; Conformant 4, Open 2."""
ORIGINS = "origins:\n  countries: [Brazil, Peru, Rwanda, Bolivia, Chile]\n"
TITLE = "<p>Conflict Minerals Report of Invented Devices, Inc.</p><p>For the year ended December 31, 2021</p>"


def compared(
    folder: Path, *pages: str, stated: str = "", yml: str = YML, rows: Sequence[Sequence[str]] = ROWS
) -> tuple[list[str], ComparedFiling, tuple[Finding, ...]]:
    """The lines for readers, the comparison, and the findings."""
    data = folder / "data"
    year = write_year(data, yml=yml + stated)
    workbook(year / "smelters.xlsx", rows, headings=HEADINGS)
    paths = [folder / f"page{at}.htm" for at, _ in enumerate(pages)]
    for path, page in zip(paths, pages, strict=True):
        path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    filed, result, found = compare_documents(load_year(data, 2021).disclosure, data, paths)
    return list(filing_lines(filed, result)), result, found


def messages(found: Sequence[Finding]) -> list[str]:
    return [f"{one.code} {one.message}" for one in found if one.code != "VE-008"]


def table(rows: Sequence[Sequence[str]], heading: Sequence[str] = HEADINGS) -> str:
    lines = [heading, *rows] if heading else rows
    return f"<table>{''.join(f'<tr>{_cells(line)}</tr>' for line in lines)}</table>"


def _cells(line: Sequence[str]) -> str:
    return "".join(f"<td>{cell}</td>" for cell in line)


def test_everything_that_was_compared_is_named_and_nothing_more(tmp_path: Path) -> None:
    lines, result, found = compared(tmp_path, TITLE + table(ROWS), stated=ORIGINS)
    assert messages(found) == []
    assert lines[-2].startswith("Compared: ")
    assert "6 rows (metal, name, country, status), the registrant's name (1 place)" in lines[-2]
    assert lines[-1] == (
        "Not found in these documents: suppliers asked (7); suppliers that answered (6); response rate"
        " (85.7%); date of the statuses (March 31, 2022); 5 countries of origin; cover and"
        " signature of the form."
    )
    assert verdict(result, 0) == "No difference in what was compared."


def test_no_difference_is_said_where_all_was_found(tmp_path: Path) -> None:
    text = (
        "<p>We asked 7 suppliers, and 6 suppliers responded, a response rate of 85.7%.</p>"
        "<p>The smelters were conformant as of March 31, 2022.</p>"
        "<p>Countries of origin</p><p>Brazil, Peru, Rwanda, Bolivia and Chile</p>"
    )
    form = (
        "<p>FORM SD</p><p>Specialized Disclosure Report</p><p>Invented Devices, Inc.</p><p>Ohio, Delaware"
        " 001-00042 00-0000042</p><p>1 Invented Street, Invented City 00042</p>"
        "<p>Ina Invented (555) 555-0142</p>"
        "<p>SIGNATURE</p><p>Ina Invented, Chief Invention Officer, May 31, 2022</p>"
    )
    _, result, found = compared(tmp_path, form, TITLE + text + table(ROWS), stated=ORIGINS)
    assert messages(found) == []
    assert (result.not_there, result.not_compared) == ((), ())
    assert verdict(result, 0) == "No difference."


SHAPES = ("paragraph", "semicolons", "column", "pages", "sentence")
GHANA = ("Chile", "Ghana", "the filing lists Ghana among the countries of origin, the data does not")
NO_CHILE = ("Chile", "", "the filing does not list Chile among the countries of origin, the data does")
NOWHERE = ("Chile", "Nowhereland", "the filing lists Nowhereland among the countries of origin")


@pytest.mark.parametrize(
    ("old", "new", "message", "shape"),
    [
        *((*change, shape) for change in (GHANA, NO_CHILE) for shape in SHAPES),
        *((*NOWHERE, shape) for shape in SHAPES if shape != "sentence"),  # which may say anything
    ],
)
def test_an_origin_that_only_one_of_them_has_is_told(
    tmp_path: Path, old: str, new: str, message: str, shape: str
) -> None:
    names = ["Bolivia", "Brazil", "Chile", "Peru", "Rwanda"]
    changed = [name for name in (new if name == old else name for name in names) if name]
    shapes = {
        "paragraph": lambda few: f"<p>Schedule C: Countries of Origin</p><p>{', '.join(few)}.</p>",
        "semicolons": lambda few: f"<p>The minerals may originate in:</p><p>{'; '.join(few)}</p>",
        "column": lambda few: "<p>Countries of origin</p>" + table([[name] for name in few], ()),
        "pages": lambda few: (
            f"<p>Countries of origin</p><p>{'; '.join(few)};</p>"
            f"<p>12</p><p>{'; '.join(few[3:] + few[:2])}</p>"
        ),
        "sentence": lambda few: f"<p>Our tin may come from {', '.join(few)}, and we report so.</p>",
    }
    page = shapes[shape]
    text = TITLE + "<p>We keep records.</p>" + table(ROWS)
    _, result, found = compared(tmp_path, text + page(names), stated=ORIGINS)
    assert messages(found) == []
    assert "5 countries of origin" in ", ".join(result.others)
    (tmp_path / "second").mkdir()
    _, _, found = compared(tmp_path / "second", text + page(changed), stated=ORIGINS)
    assert any(message in one for one in messages(found))


def test_origins_by_metal_are_compared_in_ticks_and_in_rows(tmp_path: Path) -> None:
    stated = "origins:\n  by_metal:\n    Gold: [Peru, Brazil]\n    Tin: [Rwanda, Peru]\n"
    ticks = table(
        [("Brazil", "X", ""), ("Peru", "X", "X"), ("Rwanda", "X", "X")],
        ("Country of origin", "Gold", "Tin"),
    )
    _, _, found = compared(tmp_path, TITLE + table(ROWS) + ticks, stated=stated)
    assert messages(found) == ["VE-017 the filing gives Rwanda as an origin of gold and tin, the data of tin"]


@pytest.mark.parametrize("tin", ["Tin", "Tin, gold"])
def test_metals_beside_a_country_are_compared(tmp_path: Path, tin: str) -> None:
    stated = "origins:\n  by_metal:\n    Gold: [Peru, Brazil]\n    Tin: [Rwanda, Peru]\n"
    rows = [("Brazil", "Gold"), ("Peru", "Gold and Tin"), ("Rwanda", tin)]
    page = TITLE + table(ROWS) + table(rows, ("Country of origin", "Minerals"))
    _, result, found = compared(tmp_path, page, stated=stated)
    assert "3 countries of origin with metals" in result.others
    assert len(messages(found)) == (tin != "Tin")


def test_other_sentences_on_origins_are_not_the_list(tmp_path: Path) -> None:
    text = (
        "<p>Countries of origin</p><p>Brazil, Peru, Rwanda, Bolivia and Chile</p><p>Most cobalt comes from"
        " Canada, Cuba and Morocco.</p><p>Tin is mined in China, Indonesia, Myanmar and Peru.</p>"
    )
    _, _, found = compared(tmp_path, TITLE + table(ROWS) + text, stated=ORIGINS)
    assert messages(found) == []


def test_places_of_smelters_and_covered_countries_are_no_origins(tmp_path: Path) -> None:
    text = (
        "<p>The smelters are located in Japan, Ghana, Norway and Peru.</p>"
        "<p>The Democratic Republic of the Congo or an adjoining country (Angola, Burundi, the Central"
        " African Republic, the Republic of the Congo, Rwanda, South Sudan, Tanzania, Uganda and Zambia) is a"
        " Covered Country.</p><p>We do not buy minerals that originate in Russia, Belarus or Iran.</p>"
    )
    _, result, found = compared(tmp_path, TITLE + table(ROWS) + text, stated=ORIGINS)
    assert messages(found) == []
    assert "the covered countries (1 place)" in result.others
    (tmp_path / "second").mkdir()
    _, _, found = compared(tmp_path / "second", TITLE + table(ROWS) + text.replace(", Uganda", ""))
    assert messages(found) == ["VE-017 the filing does not list Uganda among the covered countries"]


def test_a_page_on_which_no_country_is_known_is_part_of_the_list(tmp_path: Path) -> None:
    rows = [
        *ROWS[:4],
        ("Tin", "Elm Smelting", "Unknown", "Open"),
        ("Tungsten", "Fir Tungsten", "Unknown", "Open"),
    ]
    pages = table(rows[:4]) + "<p>2</p>" + table([(*row[:2], row[2].upper(), row[3]) for row in rows[4:]], ())
    lines, _, found = compared(tmp_path, TITLE + pages, rows=rows)
    assert messages(found) == []
    assert lines[1] == "Rows: 6 of 6 equal to the data in metal, name, country, status"


def test_tables_without_countries_several_for_a_metal_with_sums_are_lists(tmp_path: Path) -> None:
    gold = table(
        [("Gold", "Alder Gold Works"), ("Gold", "Birch Refinery"), ("", "2")], ("Metal", "Smelter Name")
    )
    rest = table(
        [("Gold", "Cedar Mint"), ("Gold", "Total"), ("Tin", "Dogwood Tin"), ("Tin", "Elm Smelting")], ()
    )
    last = table([("Tungsten", "Fir Tungsten"), ("Total", "6")], ("Metal", "Smelter Name"))
    lines, _, found = compared(tmp_path, TITLE + gold + "<p>3</p>" + rest + last)
    assert messages(found) == []
    assert lines[1] == "Rows: 6 of 6 equal to the data in metal, name"
    assert "not found in the filing: country, status" in lines[2]


BOLD_YML = YML.replace("    class: conformant\n", "    class: conformant\n    mark: bold\n").replace(
    "    class: indeterminable\n", "    class: indeterminable\n    mark: unmarked\n"
)


def bold(rows: Sequence[Sequence[str]], style: str) -> str:
    lines = [(row[0], style.format(row[1]) if row[3] == "Conformant" else row[1], row[2]) for row in rows]
    return table(lines, ("<b>Metal</b>", "<b>Smelter Name</b>", "<b>Smelter Country</b>"))


@pytest.mark.parametrize(
    "style", ["<b>{}</b>", "<strong>{}</strong>", '<font style="font-weight:bold">{}</font>']
)
def test_a_status_shown_by_bold_letters_is_compared(tmp_path: Path, style: str) -> None:
    lines, _, found = compared(tmp_path, TITLE + bold(ROWS, style), yml=BOLD_YML)
    assert messages(found) == []
    assert lines[1] == "Rows: 6 of 6 equal to the data in metal, name, country, status"
    wrong = [*ROWS[:5], (*ROWS[5][:3], "Open")]
    (tmp_path / "second").mkdir()
    _, _, found = compared(tmp_path / "second", TITLE + bold(wrong, style), yml=BOLD_YML)
    assert any(
        "the status of 'Fir Tungsten' (tungsten) is 'Open' in the filing" in one for one in messages(found)
    )


MARKED_YML = YML.replace("    class: conformant\n", "    class: conformant\n    mark: '*'\n").replace(
    "    class: indeterminable\n", "    class: indeterminable\n    mark: unmarked\n"
)


@pytest.mark.parametrize(
    ("legend", "differs"),
    [
        ("* Conformant with the standard.", False),
        ("* This smelter is conformant.", False),
        ("* This smelter is no longer conformant.", True),
        ("* Removed from the list of conformant smelters.", True),
        ("* Conformance expired in 2021.", True),
        ("* In conformance with the standard; others have been removed.", False),
        ("* Not conformant.", True),
    ],
)
def test_a_legend_that_says_the_opposite_is_told(tmp_path: Path, legend: str, *, differs: bool) -> None:
    lines = [(row[0], f"{row[1]}{'*' if row[3] == 'Conformant' else ''}", row[2]) for row in ROWS]
    page = TITLE + table(lines, HEADINGS[:3]) + f"<p>{legend}</p>"
    _, _, found = compared(tmp_path, page, yml=MARKED_YML)
    assert bool(messages(found)) is differs


@pytest.mark.parametrize(
    ("legend", "reads"),
    [
        ("* Listed as compliant with the standard.", None),
        ("* No longer conformant.", "not Full Compliant"),
        ("* Not yet in conformance with the standard.", "not Full Compliant"),
        ("* Formerly conformant.", "not Full Compliant"),
        ("* Conformance expired.", "not Full Compliant"),
    ],
)
def test_a_legend_in_other_words_than_the_label_is_read_by_phrases(
    tmp_path: Path, legend: str, reads: str | None
) -> None:
    lines = [(row[0], f"{row[1]}{'*' if row[3] == 'Conformant' else ''}", row[2]) for row in ROWS]
    page = TITLE + table(lines, HEADINGS[:3]) + f"<p>{legend}</p>"
    yml = YML.replace("label: Conformant", "label: Full Compliant")
    own = [(*row[:3], row[3].replace("Conformant", "Full Compliant")) for row in ROWS]
    _, _, found = compared(tmp_path, page, yml=yml, rows=own)
    told = {text for one in messages(found) for text in ("not Full Compliant",) if f"'{text}'" in one}
    assert told == ({reads} if reads else set())
    assert bool(messages(found)) is bool(reads)


def test_a_place_in_a_document_of_one_line_is_told_by_its_words(tmp_path: Path) -> None:
    page = TITLE + "<p>First of all.</p><p>In all, our suppliers named 7 smelters to us.</p>" + table(ROWS)
    _, _, found = compared(tmp_path, page)
    (one,) = [one for one in found if one.code == "VE-007"]
    assert str(one.where) == "page0.htm, “In all, our suppliers named 7 smelters to us.”"


def test_tables_of_figures_are_read_whichever_way_they_lie(tmp_path: Path) -> None:
    upright = table(
        [
            ("Gold", "3", "2", "67%"),
            ("Tin", "2", "1", "50%"),
            ("Tungsten", "1", "1", "90%"),
            ("Total", "6", "4", "67%"),
        ],
        ("Metal", "Known smelters", "Conformant smelters", "% of known smelters"),
    )
    lying = table(
        [("Conformant", "2", "1", "2"), ("Open", "1", "1", "0"), ("Total", "3", "2", "1")],
        ("Status of the smelters", "Gold", "Tin", "Tungsten"),
    )
    _, _, found = compared(tmp_path, TITLE + table(ROWS) + upright + lying)
    assert messages(found) == [
        "VE-007 the filing says 'Conformant: 2'; the data gives 1 (listed for tungsten with the status"
        " 'Conformant')",
        "VE-007 the filing says 'Total, Tungsten: 1'; 2 + 0 are 2",
        "VE-007 the filing says 'Tungsten: 90%'; 1 of 1 are 100%",
    ]


def test_tables_of_other_things_are_no_figures_of_the_list(tmp_path: Path) -> None:
    other = table(
        [("Gold", "9", "12"), ("Tin", "8", "11")], ("Metal", "Suppliers that use it", "Suppliers in 2020")
    )
    quarters = table([("Responses", "0%", "60%", "86%")], ("", "Q1", "Q2", "Q3"))
    _, _, found = compared(tmp_path, TITLE + table(ROWS) + other + quarters)
    assert messages(found) == []


def test_an_exhibit_without_a_list_is_compared_in_all_else(tmp_path: Path) -> None:
    page = TITLE + "<p>Our suppliers named 7 smelters; 81% of the 7 suppliers responded.</p>"
    lines, result, found = compared(tmp_path, page)
    assert [one.code for one in found] == ["VE-007", "VE-007"]
    assert lines[0] == "page0.htm: no facility table"
    assert "the list, of which no table was found" in result.not_there


def test_a_cell_that_spans_rows_stands_in_its_own_column_in_each(tmp_path: Path) -> None:
    page = (
        "<table><tr><td>Metal</td><td>Known smelters</td><td>Conformant smelters</td></tr>"
        '<tr><td rowspan="2">Gold</td><td colspan="2" rowspan="2">3</td><td rowspan="2">2</td></tr><tr></tr>'
        "<tr><td>Tin</td><td colspan='2'>2</td><td>1</td></tr></table>"
    )
    _, result, found = compared(tmp_path, TITLE + table(ROWS) + page)
    assert messages(found) == []
    said = {one.name: [said.value for said in one.said] for one in result.figures if one.said}
    assert said["listed for gold"] == ["3"]


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("For the fiscal year ended December 31, 2020", True),
        ("For the fiscal year ended December 31, 2021", False),
        ("See our Form 10-K for the fiscal year ended December 31, 2020.", False),
        ("We filed our Form SD on May 31, 2021, with a report for the year ended December 31, 2020.", False),
        ("In calendar year 2020, we identified 31 smelters, of which 20 were Conformant.", False),
        ("In calendar year 2020, we identified 6 smelters.", True),
        ("All of the smelters and refiners identified were Conformant.", True),
        ("All of the smelters and refiners that we buy from were Conformant.", False),
        ("Our suppliers identified 61 smelters and refiners.", True),
        ("We surveyed 9 suppliers in the prior year, when we surveyed 8 suppliers in person.", False),
    ],
)
def test_years_and_wholes_are_told_from_what_is_beside_them(
    tmp_path: Path, text: str, *, differs: bool
) -> None:
    _, _, found = compared(tmp_path, f"{TITLE}<p>{text}</p>{table(ROWS)}")
    assert bool(messages(found)) is differs
