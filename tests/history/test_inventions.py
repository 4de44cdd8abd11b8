"""Invented reports: lists of many shapes, signs, ticks, inline XBRL, figures that disagree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.imports import run_import

ROWS = (
    ("Gold", "Aurum Works", "Japan", "Conformant"),
    ("Gold", "Halden Refining AG", "Switzerland", "Active"),
    ("Tin", "Nova Tin", "Peru", "Conformant"),
    ("Tin", "Kigali Smelter", "Rwanda", "Not Enrolled"),
    ("Tungsten", "Wolf Powder Co., Ltd.", "China", "Conformant"),
)


def p(text: str, style: str = "") -> str:
    return f'<p style="{style}">{text}</p>'


def table(*rows: Sequence[str], heads: int = 1) -> str:
    """The first rows in bold letters; a row of one cell goes over all columns."""
    width = max(map(len, rows))
    made = ""
    for number, row in enumerate(rows):
        across = f" colspan={width}" if len(row) == 1 else ""
        cells = (f"<b>{text}</b>" if number < heads else text for text in row)
        made += f"<tr>{''.join(f'<td{across}>{text}</td>' for text in cells)}</tr>"
    return f"<table>{made}</table>"


CENTER = "text-align:center"
INTRODUCTION = (
    p("<b>Exhibit 1.01</b>", CENTER)
    + p("<b>Invented Devices, Inc.</b>", CENTER)
    + p("<b>Conflict Minerals Report</b>", CENTER)
    + p("For the year ended December 31, 2019", CENTER)
    + p("<b>Introduction</b>")
    + p(
        "This Conflict Minerals Report of Invented Devices, Inc. (“Invented,” “we”) is for the reporting"
        " period from January 1 to December 31, 2019. We make lamps that contain tin and gold."
    )
)
ANNEX = p("<b>Annex A</b>")


def page(*parts: str) -> str:
    return f"<html><head><title>x</title></head><body>{INTRODUCTION}{''.join(parts)}</body></html>"


@pytest.mark.parametrize(
    ("title", "text", "name", "short"),
    [
        ("ACME WORLDWIDE HOLDINGS PLC", "We make valves.", "ACME WORLDWIDE HOLDINGS PLC", None),
        (
            "Report",
            "This Conflict Minerals Report (“CMR”) of The Sample & Sons Company (“Sample,” “we”) is here.",
            "The Sample & Sons Company",
            "Sample",
        ),
        (
            "Report",
            "References to “we,” “our” or “Muster” refer to Muster N.V. and its subsidiaries.",
            "Muster N.V.",
            None,
        ),
        (
            "Conflict Minerals Report of A. O. Example Corporation",
            "We acquired Other, Inc.",
            "A. O. Example Corporation",
            None,
        ),
        ("Sample Oil, Inc. Conflict Minerals Report", "We drill.", "Sample Oil, Inc.", None),
        (
            "Report",
            "This report is presented by Taiwan Sample Company Limited to comply with the rule.",
            "Taiwan Sample Company Limited",
            None,
        ),
    ],
)
def test_the_registrant_is_named_in_title_or_first_sentences(
    tmp_path: Path, title: str, text: str, name: str, short: str | None
) -> None:
    body = (
        p("Exhibit 1.01", CENTER)
        + p(title, CENTER)
        + p("Conflict minerals, calendar year 2019", CENTER)
        + p(text)
    )
    made = run_import(tmp_path, 2019, exhibit=f"<html><body>{body}</body></html>")
    assert made.facts["registrant"].get("name") == name
    assert made.facts["registrant"].get("short_name") == short


def test_metals_in_rows_of_their_own_are_lists(tmp_path: Path) -> None:
    gold, tin = ([row[1:] for row in ROWS if row[0] == metal] for metal in ("Gold", "Tin"))
    head = ("Smelter or Refiner", "Country", "Status")
    made = run_import(
        tmp_path, 2019, exhibit=page(ANNEX, table(head, ("Gold",), *gold, ("Tin",), *tin, ("Total: 4",)))
    )
    assert made.sheets == {"Gold": [head, *gold], "Tin": [head, *tin]}
    assert [(one["title"], one["minerals"], one["section"]) for one in made.facts["lists"]] == [
        ("Gold", ["Gold"], "03-annex-a"),
        ("Tin", ["Tin"], "03-annex-a"),
    ]
    assert "Total: 4" in made.report
    assert made.verify().endswith("No difference.\n")


def test_columns_of_metals_are_lists(tmp_path: Path) -> None:
    columns = table(("Gold", "Tin"), ("Aurum Works", "Nova Tin"), ("Halden Refining AG", ""))
    made = run_import(tmp_path, 2019, exhibit=page(ANNEX, p("The smelters are:"), columns))
    assert {name: rows[1:] for name, rows in made.sheets.items()} == {
        "Gold": [("Aurum Works",), ("Halden Refining AG",)],
        "Tin": [("Nova Tin",)],
    }
    made.verify()


def test_ticks_tell_the_status_and_stay_as_filed(tmp_path: Path) -> None:
    ticked = [(*row[:3], "X" * (row[3] == "Conformant"), "X" * (row[3] == "Active")) for row in ROWS]
    head = ("Metal", "Smelter Name", "Country", "Conformant", "Active")
    made = run_import(tmp_path, 2019, exhibit=page(ANNEX, table(head, *ticked)))
    assert made.facts["annex"]["columns"] == ["metal", "name", "country_as_filed", "conformant", "active"]
    (rows,) = made.sheets.values()
    assert [row[:5] for row in rows] == [head, *ticked]
    assert [row[5] for row in rows] == ["Status", "Conformant", "Active", "Conformant", "", "Conformant"]
    assert "5 of 5 equal to the data in metal, name, country, status" in made.verify()


def test_headings_above_facilities_tell_their_status(tmp_path: Path) -> None:
    head = ("Metal", "Smelter Name", "Country")
    by_status = {label: [row[:3] for row in ROWS if row[3] == label] for label in ("Conformant", "Active")}
    parts = [p(f"<b>{label} smelters</b>") + table(head, *rows) for label, rows in by_status.items()]
    made = run_import(tmp_path, 2019, exhibit=page(p("<b>Annex A</b>"), p("This is our list."), *parts))
    assert [(one["label"], one["class"]) for one in made.facts["statuses"]] == [
        ("Conformant", "conformant"),
        ("Active", "active"),
    ]
    assert "4 of 4 equal to the data in metal, name, country, status" in made.verify()


def test_a_list_over_pages_in_nested_tables_or_side_by_side_is_one(tmp_path: Path) -> None:
    head = ("Metal", "Smelter Name", "Country")
    rows = [row[:3] for row in ROWS]
    paged = table(head, *rows[:3]) + "<p>7</p><hr style='page-break-after:always'>" + table(head, *rows[3:])
    beside = table((*head, *head), (*rows[0], *rows[2]), (*rows[1], *rows[3]))
    nested = f"<table><tr><td>{ANNEX}{table(head, *rows)}</td></tr></table>"
    for number, part in enumerate((ANNEX + paged, nested)):
        made = run_import(tmp_path / str(number), 2019, exhibit=page(part))
        assert made.sheets == {"Smelter List": [head, *rows]}
        assert "\n7\n" not in made.report
        made.verify()
    made = run_import(tmp_path / "beside", 2019, exhibit=page(ANNEX, beside))
    assert made.sheets == {"Smelter List": [head, *rows[:4]]}


def test_every_other_column_is_kept_under_its_heading(tmp_path: Path) -> None:
    rows = [(str(n), *row[:3], "Kyoto", "Kansai", f"seen {n}", f"CID00010{n}") for n, row in enumerate(ROWS)]
    head = ("No.", "Metal", "Smelter Name", "Country", "City", "State/Province", "Programme", "RMI ID")
    made = run_import(tmp_path, 2019, exhibit=page(ANNEX, table(head, *rows)))
    assert made.sheets == {"Smelter List": [head, *rows]}
    keys = ["no", "metal", "name", "country_as_filed", "city", "state", "programme", "cid"]
    assert made.facts["annex"]["columns"] == keys
    made.verify()


def test_a_column_without_a_heading_is_told(tmp_path: Path) -> None:
    rows = [(*row[:3], f"seen {number}") for number, row in enumerate(ROWS)]
    made = run_import(tmp_path, 2019, exhibit=page(ANNEX, table(*rows, heads=0)))
    assert made.sheets["Smelter List"][1:] == rows
    assert ["'Column 1'" in note for note in made.notes] == [True]


def test_two_tables_that_look_like_the_list_are_told(tmp_path: Path) -> None:
    head = ("Metal", "Smelter Name", "Country")
    some = [row[:3] for row in ROWS if row[3] == "Conformant"]
    every = [row[:3] for row in ROWS]
    made = run_import(
        tmp_path, 2019, exhibit=page(ANNEX, table(head, *some), p("<b>Annex B</b>"), table(head, *every))
    )
    assert made.sheets == {"Annex A": [head, *some], "Annex B": [head, *every]}
    assert [
        "two tables look like facility lists, and 3 rows stand in both" in note for note in made.notes
    ] == [True]
    made.verify()


def test_a_list_without_metals_stays_in_the_report_and_is_told(tmp_path: Path) -> None:
    made = run_import(
        tmp_path, 2019, exhibit=page(ANNEX, table(("Smelter Name", "Country"), *(row[1:3] for row in ROWS)))
    )
    assert "| Kigali Smelter | Rwanda |" in made.report
    assert not (made.folder / "smelters.xlsx").exists()
    assert ["no metal can be told" in note for note in made.notes] == [True]


@pytest.mark.parametrize(
    ("signs", "legend", "shown"),
    [
        (("<sup>(1)</sup>", "<sup>(2)</sup>"), ("<sup>(1)</sup> ", "<sup>(2)</sup> "), ("(1)", "(2)")),
        (("<sup>1</sup>", "<sup>2</sup>"), ("<sup>1</sup> ", "<sup>2</sup> "), ("¹", "²")),
        (("*", "**"), ("* ", "** "), ("*", "**")),
    ],
)
def test_signs_tell_the_status(
    tmp_path: Path, signs: Sequence[str], legend: Sequence[str], shown: Sequence[str]
) -> None:
    marks = {"Conformant": signs[0], "Active": signs[1], "Not Enrolled": ""}
    rows = [(row[0], row[1] + marks[row[3]], row[2]) for row in ROWS]
    below = p(f"{legend[0]}Conformant to the standard as of March 31, 2020.") + p(
        f"{legend[1]}Active in the program."
    )
    made = run_import(
        tmp_path, 2019, exhibit=page(ANNEX, table(("Metal", "Smelter Name", "Country"), *rows), below)
    )
    names = [row[1] for row in made.sheets["Smelter List"][1:3]]
    assert names == [f"Aurum Works{shown[0]}", f"Halden Refining AG{shown[1]}"]
    first, second = made.facts["statuses"]
    assert (first["label"], first["class"], first["as_of"]) == ("Conformant", "conformant", "2020-03-31")
    assert (second["label"], second["definition"]) == ("Active", "Active in the program.")
    assert "Active in the program." in made.report
    assert "in metal, name, country, status" in made.verify()


def test_a_sign_that_is_no_status_is_a_note_and_one_that_nothing_explains_is_told(tmp_path: Path) -> None:
    rows = [
        ("Gold", "Aurum Works*", "Japan"),
        ("Tin", "Nova Tin†", "Peru"),
        ("Tin", "Kigali Smelter", "Rwanda"),
    ]
    made = run_import(
        tmp_path,
        2019,
        exhibit=page(
            ANNEX, table(("Metal", "Smelter Name", "Country"), *rows), p("* This works was sold in May.")
        ),
    )
    assert made.facts["annex"]["notes"] == [{"mark": "*", "text": "This works was sold in May."}]
    assert ["'†'" in note for note in made.notes] == [True]


def test_bold_letters_tell_the_status_where_a_sentence_says_so(tmp_path: Path) -> None:
    rows = [(row[0], f"<b>{row[1]}</b>" if row[3] == "Conformant" else row[1], row[2]) for row in ROWS]
    told = p("Smelters in bold letters are conformant.")
    made = run_import(
        tmp_path, 2019, exhibit=page(ANNEX, told, table(("Metal", "Smelter Name", "Country"), *rows))
    )
    assert [(one["label"], one["mark"]) for one in made.facts["statuses"]] == [("Conformant", "bold")]
    assert "in metal, name, country, status" in made.verify()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "We sent the CMRT, version 5.12, to 125 direct suppliers. We received responses from 97"
            " suppliers, a response rate of 77.6%. In 2018, we surveyed 110 suppliers. We trained 30 buyers.",
            {"suppliers": "125", "answered": "97", "response_rate": "77.6%", "tool_version": "5.12"},
        ),
        (
            "Of the 48 suppliers that we surveyed, 44 of 48 suppliers responded.",
            {"suppliers": "48", "answered": "44"},
        ),
        ("We surveyed approximately 1,200 suppliers.", {"suppliers": "approximately 1,200"}),
        ("We received a response rate of more than 95%.", {"response_rate": "more than 95%"}),
        (
            "We requested CMRTs from our 312 direct suppliers and received 280 completed CMRTs.",
            {"suppliers": "312", "answered": "280"},
        ),
        ("Of the 1,250 suppliers surveyed, 1,100 responded.", {"suppliers": "1250", "answered": "1100"}),
        (
            "We identified 95 in-scope suppliers. Of these 95 suppliers, 90 provided completed CMRTs.",
            {"suppliers": "95", "answered": "90"},
        ),
        ("We conducted a survey of 217 of our suppliers.", {"suppliers": "217"}),
        (
            "For 2019, 502 suppliers were contacted and 421 responded, a response rate of 84%.",
            {"suppliers": "502", "answered": "421", "response_rate": "84%"},
        ),
        (
            "Our provider contacted 410 suppliers; 385 of those suppliers submitted a CMRT.",
            {"suppliers": "410", "answered": "385"},
        ),
        (
            "52 of the 57 suppliers responded (91%).",
            {"suppliers": "57", "answered": "52", "response_rate": "91%"},
        ),
        ("Our response rate was 85%, compared with 82% in 2018.", {"response_rate": "85%"}),
        ("We have over 5,000 suppliers. Seventeen suppliers did not respond.", {}),
        ("These suppliers stand for 80% of our spend.", {}),
        ("We plan to survey 200 suppliers next year. We audited 12 suppliers.", {}),
        ("We surveyed 30 cobalt suppliers with the EMRT.", {}),
        ("We sent the survey to our twelve vendors.", {"suppliers": "12"}),
        (
            "We surveyed one hundred and forty-two suppliers. One hundred and nineteen suppliers responded.",
            {"suppliers": "142", "answered": "119"},
        ),
        ("Of our roughly two thousand suppliers we asked a hundred and twelve.", {"suppliers": "112"}),
        ("Of our 2,000 direct suppliers, we contacted 112, the largest by spend.", {"suppliers": "112"}),
        ("From our 2,000 suppliers we selected and surveyed about 110.", {"suppliers": "about 110"}),
        ("Of our 2,000 suppliers, we asked all.", {"suppliers": "2000"}),
        ("Of our 2,000 suppliers we sent three reminders to some.", {"suppliers": "2000"}),
    ],
)
def test_figures_of_the_survey(tmp_path: Path, text: str, stated: dict[str, str]) -> None:
    made = run_import(tmp_path, 2019, exhibit=page(p("<b>Inquiry</b>"), p(text)))
    keys = ("suppliers", "answered", "response_rate", "tool_version")
    survey = made.facts.get("survey", {})
    assert {key: survey[key] for key in keys if key in survey} == stated


def test_a_figure_that_two_sentences_say_differently_is_not_taken(tmp_path: Path) -> None:
    text = "We surveyed 125 suppliers. For this report we contacted 127 suppliers with the CMRT."
    made = run_import(tmp_path, 2019, exhibit=page(p(text)))
    assert "suppliers" not in made.facts["survey"]
    assert ["any of '125', '127'; none was taken" in note for note in made.notes] == [True]


def test_origins_by_metal(tmp_path: Path) -> None:
    told = p("The countries of origin of the minerals may include the following:")
    made = run_import(
        tmp_path, 2019, exhibit=page(told, p("Gold: Peru, Chile, Japan"), p("Tin: Bolivia, Brazil, Peru"))
    )
    assert made.facts["origins"]["by_country"] == {
        "Peru": ["Gold", "Tin"],
        "Chile": ["Gold"],
        "Japan": ["Gold"],
        "Bolivia": ["Tin"],
        "Brazil": ["Tin"],
    }
    assert "5 countries of origin with metals" in made.verify()


def test_more_sections_than_two_digits_count_stand_in_the_last_file(tmp_path: Path) -> None:
    sections = "".join(p(f"<b>Part {n}</b>") + p(f"This is the text of part {n}.") for n in range(1, 120))
    made = run_import(tmp_path, 2019, exhibit=page(sections))
    assert len(list((made.folder / "report").glob("*.md"))) == 99
    assert "This is the text of part 119." in made.report


def test_bytes_of_windows_are_read(tmp_path: Path) -> None:
    made = run_import(tmp_path, 2019, exhibit=page(p("Our supplier’s “tin” – and gold.")).encode("cp1252"))
    assert "Our supplier’s “tin” – and gold." in made.report


def test_what_inline_xbrl_hides_is_not_read(tmp_path: Path) -> None:
    fact = "<ix:nonNumeric>Hidden</ix:nonNumeric>"
    hidden = f"<div style='display:none'><ix:header><ix:hidden>{fact}</ix:hidden></ix:header></div>"
    shown = INTRODUCTION.replace("We make", "<ix:nonNumeric name='sd:a'>We make").replace(
        "gold.</p>", "gold.</ix:nonNumeric></p>"
    )
    listed = table(("Metal", "Smelter Name", "Country", "Status"), *ROWS)
    text = (
        "<?xml version='1.0' encoding='ASCII'?><html xmlns='http://www.w3.org/1999/xhtml'"
        f" xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'><body>{hidden}{shown}{ANNEX}{listed}</body></html>"
    )
    made = run_import(tmp_path, 2019, exhibit=text)
    assert "Hidden" not in made.report
    assert "We make lamps" in made.report
    assert len(made.sheets["Smelter List"]) == 6


def test_what_a_filing_writes_is_no_code_and_no_markup(tmp_path: Path) -> None:
    rows = [("Gold", "=1+1 {{ x }} Works", "Japan"), ("Tin", "&lt;b&gt;Nova&lt;/b&gt;: #1", "Peru")]
    text = p("We say {{ registrant.name }} and {% raw %} and &lt;script&gt;: yes # no.")
    made = run_import(
        tmp_path, 2019, exhibit=page(text, ANNEX, table(("Metal", "Smelter Name", "Country"), *rows))
    )
    assert made.sheets["Smelter List"][1:] == [
        ("Gold", "=1+1 {{ x }} Works", "Japan"),
        ("Tin", "<b>Nova</b>: #1", "Peru"),
    ]
    assert "{{" not in made.report
    assert "<script" not in made.report
    made.verify()
