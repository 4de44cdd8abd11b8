"""Pages as blocks and runs for the PDF."""

from __future__ import annotations

from typing import Any

import pytest

from generator.documents.pdf.blocks import blocks_of, footnotes_of
from generator.documents.pdf.runs import BREAK, Context, breakable, runs_of
from generator.prose.element import Element
from generator.prose.html_tree import html_tree


def context(**changes: Any) -> Context:
    plain: dict[str, Any] = {
        "target": lambda href: {"url": href} if href else None,
        "labels": lambda element: (
            [element.attributes["id"]] if element.attributes.get("id") == "here" else []
        ),
        "picture": lambda element: {"picture": element.attributes["src"], "words": "words"},
    }
    return Context(**{**plain, **changes})


def blocks(html: str) -> list[dict[str, Any]]:
    tree = html_tree(html)
    return blocks_of(tree, context(notes=footnotes_of(tree)))


def runs(html: str) -> list[Any]:
    return runs_of(html_tree(html).children, context())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("  a \n b  ", ["a b"]),
        ("a <b> b </b> c", ["a ", {"text": "b ", "styles": ["bold"]}, "c"]),
        ("a<br> b <br>", ["a", {"br": True}, "b"]),
        ("<i>a</i><i>b</i>", [{"text": "ab", "styles": ["italic"]}]),
        ('<a href="x"> y </a> z', [{"url": "x", "runs": ["y "]}, "z"]),
        ('<span id="here">a</span>', [{"label": "here"}, "a"]),
        ('<img src="p.png">', [{"picture": "p.png", "words": "words"}]),
        ("a<script>b</script>c<span data-site-only>d</span>", ["ac"]),
        ("a&nbsp;b", ["a\u00a0b"]),
        ("<q>a</q>", ["“a”"]),
    ],
)
def test_text_becomes_runs_with_single_blanks(html: str, expected: list[Any]) -> None:
    assert runs(html) == expected


def test_long_words_have_places_for_line_ends_and_keep_their_letters() -> None:
    word = "x" * 30
    broken = breakable(f"short {word} https://www.example.com/one/two")
    assert broken == f"short {'x' * 12}{BREAK}{'x' * 12}{BREAK}{'x' * 6} https://www.example.com/one/two"
    assert breakable("e\u0301" * 20, longest=4, piece=3).replace(BREAK, "") == "e\u0301" * 20
    assert f"{BREAK}\u0301" not in breakable("e\u0301" * 20, longest=4, piece=3)


@pytest.mark.parametrize(
    "word", ["โรงถลุงแร่" * 6, "ໂຮງງານ" * 8, "ဓာတ်သတ္တု" * 6, "រោងចក្រ" * 8, "有色金属冶炼" * 8]
)
def test_scripts_without_blanks_get_no_places_for_line_ends_in_the_midst_of_a_word(word: str) -> None:
    assert breakable(word) == word


def test_heading_levels_are_never_skipped() -> None:
    levels = [block["level"] for block in blocks("<h1>a</h1><h4>b</h4><h2>c</h2><h3>d</h3><h6>e</h6>")]
    assert levels == [1, 2, 2, 3, 4]


def test_what_needs_no_group_dissolves_and_what_looks_its_own_way_stays() -> None:
    kinds = [
        (block["kind"], block["role"]) for block in blocks('<div><p>a</p><p class="fsd-lede">b</p></div>c')
    ]
    assert kinds == [("paragraph", ""), ("paragraph", "lede"), ("paragraph", "")]
    (cover,) = blocks(
        '<div class="fsd-form__cover"><div class="fsd-form__row fsd-form__row--three"><p>a</p></div></div>'
    )
    assert (cover["role"], cover["blocks"][0]["role"]) == ("cover", "row-three")


def test_a_list_has_its_numbering_and_its_start() -> None:
    (letters,) = blocks('<ol type="a" start="3"><li>x</li><li><p>y</p><ul><li>z</li></ul></li></ol>')
    assert (letters["numbering"], letters["start"]) == ("a.", 3)
    assert [block["kind"] for block in letters["items"][1]] == ["paragraph", "list"]
    (bullets,) = blocks("<ul><li>x</li></ul>")
    assert bullets["numbering"] is None


def test_a_check_box_has_its_mark_and_its_word() -> None:
    html = (
        '<p class="fsd-form__rule"><span class="fsd-form__box"><span>☒</span> <span>Checked</span></span>'
        '<span class="fsd-form__period">Rule 13p-1</span></p>'
    )
    (check,) = blocks(html)
    assert [one for one in check["box"] if one] == [["☒"], ["Checked"]]
    assert check["runs"] == ["Rule 13p-1"]


def test_a_footnote_goes_with_its_first_mark_and_one_without_a_mark_stays() -> None:
    html = (
        '<p>a<sup><a href="#fn:1">1</a></sup> b<sup><a href="#fn:1">1</a></sup></p>'
        '<div class="footnote"><ol><li id="fn:1"><p>one</p></li><li id="fn:2"><p>two</p></li></ol></div>'
    )
    paragraph, left = blocks(html)
    assert paragraph["runs"] == [
        "a",
        {"note": "fn:1", "mark": "1", "paragraphs": [["one"]]},
        " b",
        {"note": "fn:1", "mark": "1"},
    ]
    assert [item[0]["runs"] for item in left["items"]] == [["two"]]


def test_a_line_in_which_people_close_nothing_keeps_its_blocks() -> None:
    kinds = [block["kind"] for block in blocks("<p>a <b>b<h2>c</h2><table><tr><td>d</td></tr></table>")]
    assert kinds[0] == "paragraph"
    assert "heading" in kinds
    assert "table" in kinds


def table(html: str) -> dict[str, Any]:
    (block,) = blocks(f"<table>{html}</table>")
    return block


def test_a_table_has_head_body_and_foot_and_the_column_that_heads_its_rows() -> None:
    html = (
        "<caption>C</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td>1</td><th>2</th></tr></tbody>"
        '<tfoot><tr><td>x</td><th class="fsd-number">3</th></tr></tfoot>'
    )
    made = table(html)
    assert (made["head"], made["body"], made["foot"]) == ([["A", "B"]], [["1", "2"]], [["x", "3"]])
    assert (made["caption"], made["row_header"]) == (["C"], 1)
    assert sum(made["widths"]) == pytest.approx(468, abs=0.1)


def test_short_rows_are_filled_and_spans_stay_inside_the_table() -> None:
    made = table(
        '<tr><td rowspan="9">a</td><td colspan="99999">b</td><td>c</td></tr>'
        "<tr><td>d</td></tr><tr><td>e</td></tr>"
    )
    assert made["body"][0][0] == {"runs": ["a"], "rowspan": 3}
    widths = [
        sum(cell.get("colspan", 1) if isinstance(cell, dict) else 1 for cell in row) for row in made["body"]
    ]
    assert widths[1] == widths[2] == len(made["widths"]) - 1


def test_a_row_that_a_link_leads_to_has_a_label() -> None:
    made = table('<tr id="here"><td>a</td></tr>')
    assert made["body"] == [[{"runs": [{"label": "here"}, "a"]}]]


def test_no_cells_are_no_table() -> None:
    assert blocks("<table><tbody><tr></tr></tbody></table>") == []


def test_elements_know_their_text() -> None:
    assert Element("p", {}, ("a", Element("b", {}, ("c",)))).text == "ac"


def test_the_sentence_above_a_signature_stays_with_it() -> None:
    signature = '<div class="fsd-form__signature"><p>Inc.</p></div>'
    first, sentence, *signatures = blocks(f"<p>Other.</p><p>Pursuant.</p>{signature}{signature}")
    assert (first["role"], sentence["role"]) == ("", "signing")
    assert [block["role"] for block in signatures] == ["signature", "signature"]
