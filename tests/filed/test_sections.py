"""Exhibits as filers make them, invented here: each kind of heading, list and table becomes Markdown."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.filed.sections import (
    FiledReport,
    FiledTable,
    read_report,
    read_sections,
    report_of,
    tables_naming,
)
from tests.support.rendered import rendered, single, texts, visible

BODY = "We asked every supplier of our lamps where its metal comes from."


def report(*blocks: str) -> FiledReport:
    return report_of(f"<html><body>{''.join(blocks)}</body></html>")


def body(*blocks: str) -> str:
    """The Markdown of an exhibit that is one section."""
    (section,) = report(*blocks).sections
    return section.body


def p(text: str, style: str = "") -> str:
    return f'<p style="{style}">{text}</p>'


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def laid_out(marker: str, text: str, blank: str = "") -> str:
    """An entry of a list as a table of its own."""
    before = f'<td style="width:{blank}"></td>' if blank else ""
    return f'<table><tr>{before}<td style="width:18pt">{marker}</td><td>{text}</td></tr></table>'


# Headings


@pytest.mark.parametrize(
    "heading",
    [
        p("<b>Our inquiry</b>"),
        p("<u>Our inquiry</u>"),
        p("<i>Our inquiry</i>"),
        p('<font style="font-weight:700">Our inquiry</font>'),
        p('<span style="font:bold 10pt Arial">Our inquiry</span>'),
        p('<span style="text-decoration:underline">Our inquiry</span>'),
        p("Our inquiry", "text-align:center"),
        "<center><p>Our inquiry</p></center>",
        "<h2>Our inquiry</h2>",
        p("<b>Our</b> <b>inquiry</b>"),
        laid_out("", "<b>Our inquiry</b>"),
    ],
)
def test_bold_underlined_slanted_and_centered_lines_are_headings(heading: str) -> None:
    opening, section = report(p(BODY), heading, p(BODY)).sections
    assert (section.title, section.body) == ("Our inquiry", BODY)
    assert opening.is_opening


@pytest.mark.parametrize("tag", ["b", "u"])
def test_a_first_line_that_stands_out_is_a_heading(tag: str) -> None:
    opening, section = report(p(BODY), p(f"<{tag}>Our inquiry</{tag}><br>{BODY}")).sections
    assert (opening.body, section.title, section.body) == (BODY, "Our inquiry", BODY)


def test_a_line_in_capitals_is_a_heading() -> None:
    assert report(p(BODY), p("OUR INQUIRY"), p(BODY)).sections[1].title == "OUR INQUIRY"


def test_a_numbered_heading_keeps_its_number() -> None:
    _, first, second = report(
        p(BODY),
        laid_out("<b>I.</b>", "<b><u>Scope</u></b>"),
        p(BODY),
        p('<b>II.</b><b style="padding-left:8pt">Inquiry</b>', "padding-left:14pt;text-indent:-14pt"),
        p(BODY),
    ).sections
    assert (first.title, second.title) == ("I. Scope", "II. Inquiry")


def test_levels_follow_from_how_headings_look_and_where_they_stand() -> None:
    text = "".join(
        section.markdown
        for section in report(
            p("<b>Due diligence</b>"),
            p(BODY),
            p("<u>Step 1 - Systems</u>"),
            p("<i>Policy</i>"),
            p(BODY),
            p("<i>Training</i>"),
            p(BODY),
            p("<u>Step 2 - Risks</u>"),
            p(BODY),
            p("<b>Results</b>"),
            p(BODY),
        ).sections
    )
    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings == [
        "# Due diligence",
        "## Step 1 - Systems",
        "### Policy",
        "### Training",
        "## Step 2 - Risks",
        "# Results",
    ]


def test_numbers_set_levels_whatever_the_look() -> None:
    markdown = "".join(
        section.markdown
        for section in report(
            p("<b>4. Measures</b>"),
            p(BODY),
            p("<b>4.1. Systems</b>"),
            p(BODY),
            p("<b>4.2. Risks</b>"),
            p(BODY),
            p("<b>5. Results</b>"),
            p(BODY),
        ).sections
    )
    headings = [line for line in markdown.split("\n") if line.startswith("#")]
    assert headings == ["# 4. Measures", "## 4.1. Systems", "## 4.2. Risks", "# 5. Results"]


def test_a_label_and_the_title_below_it_are_one_heading() -> None:
    sections = report(p(BODY), p("<b>Step #1:</b>"), p("<b>Build systems</b>"), p(BODY)).sections
    assert sections[1].title == "Step #1: Build systems"


def test_headings_stay_headings_one_level_below_a_report() -> None:
    deep = "".join(f"<h{level}>Level {level}</h{level}>{p(BODY)}" for level in range(1, 7))
    (section,) = report(deep).sections
    assert max(len(line) - len(line.lstrip("#")) for line in section.markdown.split("\n")) == 5


def test_an_annex_begins_a_section_whatever_stood_before() -> None:
    sections = report(
        p("<b><u>Results</u></b>"),
        p(BODY),
        p("<b>Smelters</b>"),
        p(BODY),
        p("<b>Annex B</b> - List"),
        p(BODY),
    ).sections
    assert [section.title for section in sections] == ["Results", "Annex B - List"]


def test_bold_lines_that_nothing_follows_are_lines() -> None:
    lines = (
        p("<b>Lamps</b>"),
        p("<b>Lenses</b>"),
        p("<b>Mirrors</b>, among them small ones"),
        p("<b>Sockets</b>"),
    )
    (section,) = report(p("Our products", "text-align:center"), p(BODY), *lines).sections
    assert section.body.endswith(
        "**Lamps**\n\n**Lenses**\n\n**Mirrors**, among them small ones\n\n**Sockets**"
    )


def test_a_sentence_in_bold_is_no_heading() -> None:
    text = "We will stop buying from suppliers that do not answer. They were told so in May."
    assert body(p(BODY), p(f"<b>{text}</b>"), p(BODY)).count("#") == 0


def test_captions_are_no_headings() -> None:
    assert "**Table 1. Answers**" in body(p(BODY), p("<b>Table 1. Answers</b>"), p(BODY))


def test_the_cover_opens_the_report_and_gives_its_title() -> None:
    opening, _ = report(
        p("Exhibit 1.01", "text-align:right"),
        p("<b>LUMEN WORKS, INC.</b>", "text-align:center"),
        p("<b>Conflict Minerals Report of Lumen Works, Inc. under the</b>", "text-align:center"),
        p("<b>Securities Exchange Act</b>", "text-align:center"),
        p(BODY),
        p("<b>Scope</b>"),
        p(BODY),
    ).sections
    assert opening.title == "Conflict Minerals Report of Lumen Works, Inc. under the Securities Exchange Act"
    assert opening.body == f"Exhibit 1.01\n\nLUMEN WORKS, INC.\n\n{BODY}"


# Lists


@pytest.mark.parametrize("bullet", ["•", "·", "▪", "&#61623;", "-", "–", "o", "§", "➢"])
def test_bullets_laid_out_as_tables_are_one_list(bullet: str) -> None:
    assert body(p(BODY), laid_out(bullet, "Lamps"), p("&nbsp;"), laid_out(bullet, "Lenses")) == (
        f"{BODY}\n\n-   Lamps\n-   Lenses"
    )


def test_bullets_typed_as_characters_are_a_list() -> None:
    style = "padding-left:36pt;text-indent:-18pt"
    assert body(p("•Lamps", style), p('·<font style="padding-left:9pt">Lenses</font>', style)) == (
        "-   Lamps\n-   Lenses"
    )


def test_lists_of_html_are_lists() -> None:
    assert body("<ul><li>Lamps<ul><li>Small</li></ul></li><li><p>Lenses</p></li></ul>") == (
        "-   Lamps\n    -   Small\n-   Lenses"
    )


@pytest.mark.parametrize(
    "markers", ["1. 2. 3.", "a. b. c.", "i. ii. iii.", "A. B. C.", "I. II. III.", "4. 5. 6."]
)
def test_numbers_and_letters_are_lists_that_count_as_filed(markers: str) -> None:
    entries = [laid_out(marker, f"We did thing {marker[:-1]}") for marker in markers.split()]
    root = rendered(body(p(BODY), *entries))
    (listed,) = root.iter("ol")
    kind = markers[0] if markers[0] in "1aAiI" else "1"
    assert listed.get("type", "1") == kind
    assert listed.get("start", "1") == (markers[0] if markers[0] == "4" else "1")
    assert len(listed) == 3


def test_a_list_that_goes_on_behind_a_paragraph_goes_on_counting() -> None:
    entries = [laid_out(f"{letter}.", f"Thing {letter}") for letter in "abcd"]
    root = rendered(body(p(BODY), *entries[:2], p(BODY), *entries[2:]))
    assert [(listed.get("type"), listed.get("start", "1")) for listed in root.iter("ol")] == [
        ("a", "1"),
        ("a", "3"),
    ]


def test_numbers_in_brackets_stay_as_typed() -> None:
    root = rendered(
        body(p(BODY), laid_out("(i)", "Lamps"), laid_out("(ii)", "Lenses"), laid_out("1)", "Caps"))
    )
    assert visible(root) == f"{BODY} (i) Lamps (ii) Lenses 1) Caps"


def test_a_number_alone_is_no_list() -> None:
    root = rendered(body(p("1. Of our lamps we speak below."), p(BODY)))
    assert visible(root) == f"1. Of our lamps we speak below. {BODY}"
    assert not list(root.iter("ol"))


def test_entries_further_right_belong_to_the_entry_above() -> None:
    assert (
        body(
            laid_out("a.", "We act:", "20pt"),
            laid_out("-", "Letters", "40pt"),
            laid_out("-", "Visits", "40pt"),
            laid_out("b.", "We report.", "20pt"),
        )
        == "a.  We act:\n    -   Letters\n    -   Visits\nb.  We report."
    )


def test_a_paragraph_below_an_entry_belongs_to_it() -> None:
    root = rendered(
        body(
            p("•Lamps", "padding-left:36pt;text-indent:-18pt"),
            p("They shine.", "padding-left:36pt"),
            p("•Lenses", "padding-left:36pt;text-indent:-18pt"),
            p("After."),
        )
    )
    assert [single("".join(texts(entry))) for entry in root.iter("li")] == ["Lamps They shine.", "Lenses"]
    assert [single("".join(texts(part))) for part in root.xpath("/html/body/p")] == ["After."]


def test_bullets_and_numbers_side_by_side_are_two_lists() -> None:
    root = rendered(body(laid_out("•", "Lamps"), laid_out("1.", "First"), laid_out("2.", "Second")))
    assert [listed.tag for listed in root.xpath("//ul|//ol")] == ["ul", "ol"]


# Pages


PAGE_END = '<p align="center">{}</p><hr style="page-break-after:always">'


def test_page_numbers_and_links_to_the_contents_are_left_out_and_told() -> None:
    found = report(
        p(BODY),
        PAGE_END.format("4"),
        '<p><a href="#toc">Table of Contents</a></p>',
        p(BODY),
        PAGE_END.format("- 5 -"),
        p(BODY),
        p("Page 6 of 6", "text-align:center"),
    )
    assert found.sections[0].body == f"{BODY}\n\n{BODY}\n\n{BODY}"
    assert found.page_furniture == ("4", "Table of Contents", "- 5 -", "Page 6 of 6")


def test_headings_that_run_over_every_page_are_left_out() -> None:
    running = p("Lumen Works, Inc. Report for 2031", "text-align:center")
    found = report(p(BODY), *(PAGE_END.format(n) + running + p(f"{BODY} {n}") for n in (1, 2, 3)))
    assert "Lumen" not in found.sections[0].body
    assert found.page_furniture.count("Lumen Works, Inc. Report for 2031") == 3


def test_page_numbers_without_page_breaks_are_left_out() -> None:
    blocks = [p(f"{BODY} {word}") + p(str(n)) for n, word in ((1, "One."), (2, "Two."), (3, "Three."))]
    assert report(*blocks).page_furniture == ("1", "2", "3")


def test_a_paragraph_cut_by_a_page_break_is_one() -> None:
    cut = body(
        p("We asked every supplier of our"), PAGE_END.format(2), p("lamps where its metal comes from.")
    )
    assert cut == BODY


def test_a_paragraph_cut_above_footnotes_is_one() -> None:
    found = report(
        p("We asked<sup>1</sup> every supplier of our"),
        p("<sup>1</sup> By letter."),
        PAGE_END.format(2),
        p("lamps where its metal comes from."),
    )
    assert found.sections[0].body == BODY.replace("asked", "asked[^1]") + "\n\n[^1]: By letter."


def test_an_entry_of_a_list_cut_by_a_page_break_is_one() -> None:
    assert body(laid_out("•", "Lamps and"), PAGE_END.format(2), p("lenses")) == "-   Lamps and lenses"


def test_a_sentence_that_ends_with_its_page_is_not_joined() -> None:
    assert body(p(BODY), PAGE_END.format(2), p("Lamps are heavy.")) == f"{BODY}\n\nLamps are heavy."


def test_a_table_of_contents_is_left_out_with_its_page_numbers() -> None:
    contents = f"<table>{row('I. Scope', '2')}{row('II. Inquiry', '3')}{row('Annex', 'A-1')}</table>"
    found = report(p(BODY), p("<b>Table of Contents</b>"), contents, p("<b>I. Scope</b>"), p(BODY))
    assert [section.title for section in found.sections][1:] == ["I. Scope"]
    assert found.page_furniture[:3] == ("Table of Contents", "I. Scope", "2")


# Notes and emphasis


def test_raised_numbers_with_a_note_are_footnotes() -> None:
    text = body(
        p('Lamps<font style="position:relative;top:-3pt">1</font> and lenses<sup>2</sup> shine.'),
        "<table><tr><td><sup>1</sup></td><td>Of glass.</td></tr></table>",
        p("<sup>2</sup>Of *any* kind."),
    )
    assert text == ("Lamps[^1] and lenses[^2] shine.\n\n[^1]: Of glass.\n\n[^2]: Of \\*any\\* kind.")


def test_numbers_that_markdown_would_count_anew_stay_raised() -> None:
    text = body(p("Lamps<sup>3</sup> shine."), p("<sup>3</sup> Of glass."))
    assert text == "Lamps<sup>3</sup> shine.\n\n<sup>3</sup> Of glass."


def test_notes_without_numbers_stay_below_what_they_explain() -> None:
    assert body(p("Lamps<sup>*</sup> shine."), p("<sup>*</sup> Of glass.")) == (
        "Lamps<sup>\\*</sup> shine.\n\n<sup>\\*</sup> Of glass."
    )


def test_ordinals_are_typed_plain() -> None:
    assert body(p("The 3<sup>rd</sup> edition of H<sub>2</sub>O.")) == "The 3rd edition of H<sub>2</sub>O."


def test_emphasis_is_kept_and_stands_close_to_its_words() -> None:
    text = "We <b>always </b>ask, <i>never</i> guess, and <u>write</u> <b><i>all of it</i></b> down."
    assert body(p(text)) == "We **always** ask, *never* guess, and <u>write</u> ***all of it*** down."


def test_emphasis_breaks_no_word_and_is_never_empty() -> None:
    assert body(p("Con<b>flict</b> <b> </b>minerals<b>.</b> are <b>some</b>thing")) == (
        "**Conflict** minerals. are something"
    )


def test_emphases_that_touch_are_told_apart() -> None:
    root = rendered(body(p("See <b>Lamps:</b><i>(new)</i> here.")))
    assert [(e.tag, e.text) for e in root.xpath("//strong|//em")] == [("strong", "Lamps:"), ("em", "(new)")]


def test_links_lead_where_they_led_and_addresses_are_text() -> None:
    text = body(
        p(
            'See <a href="https://lumen.example/a_(b)"><u>our policy</u></a> at <u>https://lumen.example/c_d</u>.'
        )
    )
    assert text == "See [our policy](https://lumen.example/a%5F%28b%29) at https://lumen.example/c_d."


@pytest.mark.parametrize("target", ["#toc", "javascript:alert(1)", "ex102.htm"])
def test_links_inside_the_filing_are_text(target: str) -> None:
    assert body(p(f'See <a href="{target}">our policy</a>.')) == "See our policy."


def test_line_breaks_stay_and_two_of_them_end_a_paragraph() -> None:
    assert body(p("Lumen Works<br>Harbor Road 1<br><br>We make lamps.")) == (
        "Lumen Works<br>\nHarbor Road 1\n\nWe make lamps."
    )


def test_what_is_hidden_is_left_out_and_tags_of_inline_xbrl_are_text() -> None:
    hidden = '<div style="display:none"><ix:header><p>0001</p></ix:header></div>'
    assert body(hidden, p("<ix:nonNumeric>We make</ix:nonNumeric> lamps.")) == "We make lamps."


def test_a_picture_leaves_a_comment_that_readers_do_not_see() -> None:
    (section,) = report(p(BODY), p('<img src="g1.jpg" alt="Answers by year">'), p(BODY)).sections
    assert "<!-- picture g1.jpg: Answers by year -->" in section.body
    assert section.pictures == ("g1.jpg",)
    assert visible(rendered(section.body)) == f"{BODY} {BODY}"


# Tables


def test_a_table_is_a_table_with_merged_cells_resolved() -> None:
    table = (
        "<table><tr><th rowspan=2>Metal</th><th colspan=2>Facilities</th></tr>"
        "<tr><th>Known</th><th>Listed</th></tr>"
        f"<tr><td rowspan=2>Tin</td><td>4</td><td>3</td></tr>{row('5', '4')}</table>"
    )
    assert body(p(BODY), table).split("\n\n")[1] == (
        "| Metal | Facilities Known | Facilities Listed |\n"
        "| --- | --- | --- |\n| Tin | 4 | 3 |\n| Tin | 5 | 4 |"
    )


def test_empty_columns_and_signs_in_columns_of_their_own_are_no_columns() -> None:
    wide = "<td colspan=2><b>{}</b></td>"
    head = f"<tr><td><b>Metal</b></td><td></td>{wide.format('Share')}{wide.format('Spend')}</tr>"
    table = (
        f"<table>{head}{row('Tin', '', '82.7', '%', '$', '4')}{row('Gold', '', '5', '%', '$', '9')}</table>"
    )
    assert body(p(BODY), table).split("\n\n")[1] == (
        "| Metal | Share | Spend |\n| --- | --- | --- |\n| Tin | 82.7% | $4 |\n| Gold | 5% | $9 |"
    )


def test_a_table_around_tables_is_layout() -> None:
    inner = f"<table>{row('<b>Metal</b>', '<b>Known</b>')}{row('Tin', '4')}</table>"
    text = body(f"<table><tr><td>{p(BODY)}{inner}</td></tr></table>")
    assert text == f"{BODY}\n\n| Metal | Known |\n| --- | --- |\n| Tin | 4 |"


def test_a_table_without_headings_says_so() -> None:
    (section,) = report(p(BODY), f"<table>{row('Chile', 'Peru')}{row('Japan', 'Spain')}</table>").sections
    assert section.tables == (
        FiledTable(0, 1, ("", ""), (("Chile", "Peru"), ("Japan", "Spain")), section.body.split("\n\n")[1]),
    )


def test_headings_that_look_like_rows_are_told_by_what_they_say() -> None:
    by_words = f"<table>{row('Smelter Name', 'Country')}{row('Nova Tin', 'Peru')}</table>"
    by_figures = f"<table>{row('Lamps', 'Sold')}{row('Small', '4')}{row('Large', '12%')}</table>"
    (section,) = report(p(BODY), by_words, p(BODY), by_figures).sections
    assert [table.heading for table in section.tables] == [("Smelter Name", "Country"), ("Lamps", "Sold")]


def test_a_table_that_goes_on_over_a_page_break_is_one() -> None:
    head = row("<b>Country</b>", "<b>Metal</b>")
    (section,) = report(
        p(BODY),
        f"<table>{head}{row('Peru', 'Tin')}</table>",
        PAGE_END.format(3),
        f"<table>{head}{row('Chile', 'Gold')}</table>",
        PAGE_END.format(4),
        f"<table>{row('Japan', 'Tin')}{row('Spain', 'Tin')}</table>",
    ).sections
    assert [table.rows for table in section.tables] == [
        (("Peru", "Tin"), ("Chile", "Gold"), ("Japan", "Tin"), ("Spain", "Tin")),
    ]


def test_two_tables_on_two_pages_stay_two() -> None:
    (section,) = report(
        p(BODY),
        f"<table>{row('<b>Country</b>', '<b>Metal</b>')}{row('Peru', 'Tin')}</table>",
        PAGE_END.format(3),
        f"<table>{row('<b>Status</b>', '<b>Count</b>')}{row('Listed', '4')}</table>",
    ).sections
    assert len(section.tables) == 2


def test_tables_that_name_facilities_are_left_out_for_their_anchor(tmp_path: Path) -> None:
    path = tmp_path / "ex101.htm"
    rows = row("Tin", "Nova Tin*") + row("Gold", "Aurea, S.A.")
    listed = f"<table>{row('<b>Metal</b>', '<b>Name</b>')}{rows}</table>"
    counted = f"<table>{row('<b>Metal</b>', '<b>Known</b>')}{row('Tin', '4')}</table>"
    path.write_text(p(BODY) + counted + p("<b>Annex A</b>") + listed + p(BODY), encoding="utf-8")
    first, annex = read_sections(path, leave_out=tables_naming(["Nova Tin", "Aurea SA"]))
    assert [table.is_left_out for table in first.tables] == [False]
    assert annex.body == f"<!-- table 1 -->\n\n{BODY}"
    assert annex.tables[0].markdown == "<!-- table 1 -->"
    assert annex.tables[0].rows[0] == ("Tin", "Nova Tin*")


# Files


def test_an_exhibit_typed_as_text_is_read_alike() -> None:
    typed = """<PAGE>
                         CONFLICT MINERALS REPORT

1. SCOPE

We asked every supplier of our lamps
where its metal comes from.

  o   Lamps
  --------

Metal     Known
Tin       4
Gold      5

                              7
<PAGE>
After.
"""
    opening, section = report_of(typed).sections
    assert (opening.title, section.title) == ("CONFLICT MINERALS REPORT", "1. SCOPE")
    table = "| Metal | Known |\n| --- | --- |\n| Tin | 4 |\n| Gold | 5 |"
    assert section.body == f"{BODY}\n\n-   Lamps\n\n{table}\n\nAfter."


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("We **always** ask, and *never* _guess_.", "We **always** ask, and *never guess*."),
        (
            "We __always\nask__ them (*all*): ***each one***.",
            "We **always ask** them (*all*): ***each one***.",
        ),
        ("We **ask *all* of them** here.", "We **ask** ***all*** <strong>of them</strong> here."),
        ("Lamps* and *lenses are made.", "Lamps\\* and \\*lenses are made."),
        ("**Lamps are made, and **lenses.", "\\*\\*Lamps are made, and \\*\\*lenses."),
        ("It is 5*6*7, of a_b_c and ____ here.", "It is 5\\*6\\*7, of a_b_c and \\_\\_\\_\\_ here."),
    ],
)
def test_marks_around_words_of_a_typed_exhibit_are_looks(typed: str, read: str) -> None:
    assert report_of(f"{BODY}\n\n{typed}\n\n{BODY}\n").sections[0].body == f"{BODY}\n\n{read}\n\n{BODY}"


def test_marks_around_a_heading_and_in_cells_of_a_typed_exhibit_are_looks() -> None:
    typed = f"{BODY}\n\n**Our Inquiry**\n\n{BODY}\n\n*Metal*     Known\nTin         **4**\n"
    _, section = report_of(typed).sections
    assert section.title == "Our Inquiry"
    assert section.body == f"{BODY}\n\n| *Metal* | Known |\n| --- | --- |\n| Tin | **4** |"


def test_the_exhibit_of_a_whole_submission_is_read(tmp_path: Path) -> None:
    path = tmp_path / "0001.txt"
    part = "<DOCUMENT>\n<TYPE>{}\n<TEXT>\n<html><body><p>{}</p></body></html>\n</TEXT>\n</DOCUMENT>\n"
    path.write_text(
        "<SEC-HEADER>x</SEC-HEADER>\n" + part.format("SD", "The form.") + part.format("EX-1.01", BODY)
    )
    assert [section.body for section in read_report(path).sections] == [BODY]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ex.htm").write_bytes(content)
    with pytest.raises(InputError):
        read_report(tmp_path / "ex.htm")


# Hostile text

HOSTILE = [
    "{{ 7*7 }}",
    "{% if x %}",
    "{# x #}",
    "}}",
    "{: #id .class }",
    "<script>alert(1)</script>",
    "&lt;b&gt;",
    "AT&T; &copy; &#65; F&X",
    "a | b",
    "|---|---|",
    "*one* **two**",
    "_one_ __two__",
    "snake_case_name",
    "`code`",
    "```",
    "~~~",
    "# one",
    "## two ##",
    "> quote",
    "- entry",
    "+ entry",
    "* entry",
    "1. entry",
    "1) entry",
    "a. entry",
    "iv. entry",
    "A.  entry",
    "#. entry",
    "=====",
    "-----",
    "* * *",
    "[text](https://x.example)",
    "![alt](x.png)",
    "[x]: https://x.example",
    "[^1]: note",
    "[^1]",
    "*[ABC]: words",
    ": definition",
    "!!! note",
    "??? note",
    "\\ back \\* slash",
    "$5 and $x$",
    "<!-- comment -->",
    "<https://x.example>",
    "[TOC]",
    "end #",
    "two  blanks",
    '"quoted" and ’curly‘',
    "100% @ x^2 ~ y = z",
    "___",
    "***",
    "https://x.example/a_b_c?d=*e*",
    "\\",
    "Tin: 5*",
    "*) see below",
    "(*) see",
    "// ///",
    "--8<--",
    "::: block",
    "/// note",
    "x\\",
    "^^",
    "==x==",
    "S.p.A.",
]


def html_of(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shown_of(*blocks: str) -> str:
    return visible(rendered("\n\n".join(section.markdown for section in report(*blocks).sections)))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_as_filed_wherever_it_stands(text: str) -> None:
    plain, typed = single(text), html_of(text)
    told = f"We say {plain}"
    assert shown_of(p("<b>Scope</b>"), p(f"Before {typed} after.")) == f"Scope Before {plain} after."
    assert shown_of(p("<b>Scope</b>"), p(f"{BODY} {typed}"), p(BODY)) == f"Scope {BODY} {plain} {BODY}"
    if not told.endswith(";"):  # which ends no heading
        assert shown_of(p(f"<b>We say {typed}</b>"), p(BODY)) == f"{told} {BODY}"
    assert shown_of(p("<b>Scope</b>"), laid_out("•", f"We say {typed}"), p(BODY)) == f"Scope {told} {BODY}"
    cells = f"<table>{row('<b>A</b>', '<b>B</b>')}{row('x', typed)}{row(f'We say {typed}', 'y')}</table>"
    assert shown_of(p("<b>Scope</b>"), cells, p(BODY)) == f"Scope A B x {plain} {told} y {BODY}"
    assert shown_of(p(f"Lamps<sup>1</sup>. {BODY}"), p(f"<sup>1</sup> We say {typed}")).endswith(told)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_paragraph_that_begins_with_a_mark_is_shown_as_filed(text: str) -> None:
    shown = shown_of(
        p("<b>Scope</b>"), p(BODY), p(f"{html_of(text)} lamps and lenses that we sell."), p(BODY)
    )
    expected = f"Scope {BODY} {single(text)} lamps and lenses that we sell. {BODY}"
    bullet = text[:2] in ("- ", "+ ", "* ")
    assert shown in (expected, expected.replace(text[:2], "", 1) if bullet else expected)


def test_words_in_any_order_are_shown_as_filed() -> None:
    chosen = random.Random(5)
    for _ in range(150):
        words = [chosen.choice([*HOSTILE, "lamps", "We", "sell.", "Lenses", "and"]) for _ in range(9)]
        tags = [chosen.choice(["{}", "{}", "<b>{}</b>", "<i>{}</i>", "<u>{}</u>"]) for _ in words]
        typed = " ".join(tag.format(html_of(word)) for tag, word in zip(tags, words, strict=True))
        assert shown_of(p("<b>Scope</b>"), p(f"We {typed} end. {BODY}")) == single(
            f"Scope We {' '.join(words)} end. {BODY}"
        )


def test_an_editor_can_read_the_markdown() -> None:
    text = 'Sales of $67.5 billion (up 5%) - "lamps" & lenses: see snake_case, No. 4; a/b + c = d, I.B.M. #1!'
    assert body(p(text)) == text


def test_each_sentence_has_its_line() -> None:
    sentences = [
        "Lumen Works, Inc. makes lamps.",
        "In the U.S. Congo-Brazzaville is far.",
        "“Really?”",
        "We asked the RMI.",
        "Mr. Ito knew.",
    ]
    assert body(p(" ".join(sentences))).split("\n") == sentences
