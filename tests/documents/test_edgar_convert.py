"""The site's HTML becomes HTML of fewer elements, with the same text."""

from __future__ import annotations

import re

import pytest

from generator.documents.edgar.convert import Converter, Noted
from generator.documents.edgar.elements import Node, elements
from generator.documents.edgar.form import SPECIAL
from generator.documents.edgar.links import EXHIBIT, FORM, with_links
from generator.documents.edgar.write import document, escaped
from generator.model.counted import counted
from generator.prose.element import Element
from generator.prose.html_tree import html_tree


def converted(html: str, *, keeping_ids: bool = False) -> str:
    """What becomes of the HTML, as one line."""
    nodes = Converter(SPECIAL, rows_in_words=lambda rows: counted(rows, "row")).flow(html_tree(html).children)
    shown = nodes if keeping_ids else with_links({EXHIBIT: nodes, FORM: ()}, [])[EXHIBIT]
    return "".join(map(_shown, shown))


def _shown(node: Node) -> str:
    if isinstance(node, str):
        return node
    attributes = "".join(f' {name}="{value}"' for name, value in node.attributes.items() if name != "style")
    return f"<{node.tag}{attributes}>{''.join(map(_shown, node.children))}</{node.tag}>"


def noted(html: str) -> list[tuple[str, str]]:
    """Code and thing of everything that was noted."""
    notes: list[Noted] = []
    with_links({EXHIBIT: Converter(SPECIAL, notes).flow(html_tree(html).children), FORM: ()}, notes)
    return [(note.rule.code, note.what) for note in notes]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>a <span class="x">b</span> <bdi>c</bdi></p>', "<p>a b c</p>"),
        ("<p>a <del>b</del> <ins>c</ins> <q>d</q></p>", "<p>a <strike>b</strike> <u>c</u> “d”</p>"),
        ("<section><p>a</p>\n<p>b</p></section>", "<p>a</p><p>b</p>"),
        ("<div>a</div><div>b</div>", "<div>a</div><div>b</div>"),
        ("<p>a<br>b</p>", "<p>a<br></br>b</p>"),
        ("<strong><p>a</p></strong>", "<p>a</p>"),
        ("<p>a<div>b</div></p>", "<p>a</p><div>b</div>"),
        ("<h1>a <div>b</div></h1>", '<h1 align="center">a b</h1>'),
        ("<details><summary>a</summary>b</details>", "<div><p>a</p>b</div>"),
        ("<p>a   \n  b</p>", "<p>a b</p>"),
        ("<p>a\u00a0b</p>", "<p>a\u00a0b</p>"),
        ("<p>a\x00\ufffeb</p>", "<p>ab</p>"),
        ("<pre>a\n  <small>b</small> <b>c</b></pre>", "<pre>a\n  b <b>c</b></pre>"),
    ],
)
def test_elements_that_edgar_does_not_take_become_those_that_it_takes(html: str, expected: str) -> None:
    assert converted(html) == expected


def test_lists_keep_their_labels() -> None:
    html = (
        '<ol type="a" start="3"><li><p>c</p></li><li>d<ul><li>e</li></ul></li></ol>'
        '<ol><li value="7">f</li></ol>'
    )
    assert converted(html) == (
        '<ol type="a" start="3"><li>c</li><li>d<ul><li>e</li></ul></li></ol><ol type="1"><li>f</li></ol>'
    )


def test_a_list_nested_five_deep_stays_one() -> None:
    html = "<ul><li>1<ul><li>2<ul><li>3<ul><li>4<ul><li>5</li></ul></li></ul></li></ul></li></ul></li></ul>"
    assert converted(html) == html


def test_headings_leave_out_no_level_on_the_way_down() -> None:
    html = "<h1>a</h1><h4>b</h4><h5>c</h5><h2>d</h2><h3>e</h3><h6>f</h6>"
    assert converted(html) == ('<h1 align="center">a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h3>e</h3><h4>f</h4>')


def test_text_in_a_list_outside_its_items_becomes_an_item_and_an_empty_list_nothing() -> None:
    assert converted("<ul>a<li>b</li> </ul><ul></ul>") == "<ul><li>a</li><li>b</li></ul>"


def test_definitions_lose_the_groups_around_them() -> None:
    assert converted("<dl><div><dt>a</dt><dd>b</dd></div></dl>") == "<dl><dt>a</dt><dd>b</dd></dl>"


def test_a_table_loses_head_body_and_foot_and_keeps_their_order() -> None:
    html = (
        "<table><caption><span>c</span></caption><tfoot><tr><th>f</th><td>9</td></tr></tfoot>"
        '<thead><tr><th scope="col">h</th><th class="fsd-number">n</th></tr></thead>'
        '<tbody><tr><th scope="row">r</th><td class="fsd-number" colspan="1">1</td></tr></tbody></table>'
    )
    assert converted(html) == (
        '<table border="1" cellspacing="0" cellpadding="4" width="100%"><caption><b>c</b></caption>'
        '<tr valign="bottom" bgcolor="#E8E8E8"><th align="left">h</th><th align="right">n</th></tr>'
        '<tr valign="top"><th align="left">r</th><td align="right">1</td></tr>'
        '<tr valign="top"><th align="left">f</th><td>9</td></tr></table>'
    )


def test_a_table_inside_a_table_becomes_lines_and_is_noted() -> None:
    html = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table></td></tr></table>"
    assert "<td>a<div>b; c</div><div>d</div></td>" in converted(html)
    assert noted(html) == [("ED-011", "a table inside a table")]


def test_the_facility_list_becomes_a_table_for_each_metal_under_repeated_headings() -> None:
    html = (
        '<table id="fsd-annex" class="fsd-annex"><caption>List: 3 rows</caption>'
        '<thead><tr><th data-column="metal">Metal</th><th data-column="name">Name</th></tr></thead>'
        '<tbody><tr id="g1"><td>Gold</td><th>A</th></tr></tbody>'
        '<tbody><tr id="t1"><td>Tin</td><th>B</th></tr>'
        '<tr id="t2"><td>Tin</td><th>C</th></tr></tbody></table>'
    )
    text = converted(html)
    assert text.startswith("<p><b>List: 3 rows</b></p>")
    assert text.count("<table") == 2
    assert len(re.findall(r'<th align="left" width="\d+%">Metal</th>', text)) == 2
    assert "<caption><b>Gold: 1 row</b></caption>" in text
    assert "<caption><b>Tin: 2 rows</b></caption>" in text
    assert text.index(">A<") < text.index(">B<") < text.index(">C<")


def a_list(*rows: tuple[str, ...]) -> list[Element]:
    """The tables that become of a facility list with such rows, the first column of which is the metal."""
    head = "".join(f'<th data-column="{at or "metal"}">Column {at}</th>' for at in range(len(rows[0])))
    body = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    html = (
        '<table class="fsd-annex"><caption>List</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    nodes = Converter(SPECIAL, rows_in_words=str).flow(html_tree(html).children)
    return [node for node in nodes if isinstance(node, Element) and node.tag == "table"]


def widths_in(table: Element) -> list[str | None]:
    head = next(row for row in elements(table) if row.tag == "tr")
    return [cell.attributes.get("width") for cell in elements(head)]


def test_the_metals_of_a_list_have_one_size_of_type_and_the_same_widths() -> None:
    gold, tin = a_list(("Gold", "Works", "Peru"), ("Tin", "Works of a name that is longer", "Germany"))
    assert gold.attributes["style"] == tin.attributes["style"]
    assert widths_in(gold) == widths_in(tin)
    assert all(widths_in(gold))


def test_crowded_metals_share_their_size_of_type_and_browsers_find_the_widths() -> None:
    crowded = ("Gold", *("Indeterminablecountry",) * 8)
    gold, tin = a_list(crowded, ("Tin", *("a",) * 8))
    assert gold.attributes["style"] == tin.attributes["style"]
    assert gold.attributes["cellpadding"] == tin.attributes["cellpadding"]
    assert widths_in(gold) == [None] * 9


def test_a_list_whose_cells_go_over_columns_keeps_its_own_sizes() -> None:
    html = (
        '<table class="fsd-annex"><caption>List</caption><thead><tr><th data-column="metal">Metal</th>'
        '<th data-column="name">Name</th></tr></thead><tbody><tr><td>Gold</td><td>A</td></tr>'
        '<tr><td colspan="2">Tin</td></tr></tbody></table>'
    )
    assert 'width="5' not in converted(html)
    assert converted(html).count("<table") == 2


def test_what_is_made_for_the_site_only_is_left_out_without_a_note() -> None:
    html = (
        '<p>a</p><div data-site-only><p>b</p></div><div class="fsd-finder">c</div><nav>d</nav>'
        '<button>e</button><svg><title>f</title></svg><dialog>g</dialog><p>h<input value="i"></p>'
    )
    assert converted(html) == "<p>a</p><p>h</p>"
    assert noted(html) == []


@pytest.mark.parametrize("tag", ["script", "iframe", "video", "object", "form", "style"])
def test_active_content_is_left_out(tag: str) -> None:
    assert converted(f"<p>a</p><{tag}>b</{tag}>") == "<p>a</p>"


def test_a_picture_becomes_its_text_and_one_without_text_nothing() -> None:
    assert converted('<p><img src="x/plant.png" alt="The plant"></p>') == "<p>[Picture: The plant]</p>"
    assert converted('<p>a <img src="x/plant.png"></p>') == "<p>a</p>"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("#there", '<a href="#there">t</a>'),
        ("report.md#there", '<a href="#there">t</a>'),
        ("../report/#there", '<a href="#there">t</a>'),
        ("form-sd.md", '<a href="form-sd.htm">t</a>'),
        ("form-sd.md#gone", '<a href="form-sd.htm">t</a>'),
        (
            "https://www.sec.gov/Archives/edgar/data/1",
            '<a href="https://www.sec.gov/Archives/edgar/data/1">t</a>',
        ),
        ("#gone", "t"),
        ("report.md", "t"),
        ("annex.md?metal=gold", "t"),
        ("documents.md", "t"),
        ("../2020/report.md", "t"),
        ("../glossary.md", "t"),
        ("https://t/", "t"),
        ("javascript:alert(1)", "t"),
        ("data:text/html,x", "t"),
        ("//evil.example/t", "t"),
        ("http://[", "t"),
    ],
)
def test_links_lead_to_the_two_files_and_to_filed_documents_only(href: str, expected: str) -> None:
    text = converted(f'<p id="there">p</p><p><a href="{href}" target="_blank">t</a></p>')
    assert text.endswith(f"<p>{expected}</p>")


def test_an_address_behind_other_words_is_noted_and_one_that_is_written_out_is_not() -> None:
    assert noted('<a href="https://example.com/policy">our policy</a>') == [
        ("ED-012", "the address 'https://example.com/policy'")
    ]
    assert noted('<a href="https://example.com/policy">example.com/policy</a>') == []
    assert noted('<a href="mailto:ir@example.com">write to us</a>') == [
        ("ED-012", "the address 'mailto:ir@example.com'")
    ]
    assert noted('<a href="../glossary.md">glossary</a>') == []


def test_a_link_inside_a_link_becomes_text() -> None:
    html = '<p id="x"><a href="#x">a<b><a href="#x">b</a></b></a></p>'
    assert converted(html) == '<p id="x"><a href="#x">a<b>b</b></a></p>'


def test_ids_are_ascii_begin_with_a_letter_and_stand_once() -> None:
    html = (
        '<h1 id="1-a">a</h1><h2 id="é">b</h2><h2 id="ü">c</h2><h2 id="1-a">d</h2><p id="idle">e</p>'
        '<p><a href="#ü">f</a><a href="#%C3%A9">g</a></p>'
    )
    assert converted(html) == (
        '<h1 id="id-1-a" align="center">a</h1><h2 id="id-">b</h2><h2 id="id--2">c</h2><h2>d</h2><p>e</p>'
        '<p><a href="#id--2">f</a><a href="#id-">g</a></p>'
    )


def test_footnotes_keep_their_numbers_and_lose_the_arrows_back() -> None:
    html = (
        '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
        '<div class="footnote"><hr><ol><li id="fn:1"><p>b&#160;'
        '<a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>'
    )
    assert converted(html) == (
        '<p>a<sup><a href="#fn-1">1</a></sup></p>'
        '<hr size="1" noshade="noshade"></hr><ol type="1"><li id="fn-1">b\u00a0</li></ol>'
    )


def test_a_word_without_a_place_to_break_may_break_anywhere() -> None:
    name = "X" * 400
    text = document("t", Converter().flow(html_tree(f"<table><tr><td>{name}</td></tr></table>").children))
    assert b'<td style="word-wrap: break-word; overflow-wrap: anywhere">' in text


def test_text_is_ascii_and_holds_no_character_that_edgar_refuses() -> None:
    assert escaped('a<b>&"^\u00a0é漢😀') == "a&lt;b&gt;&amp;&quot;&#94;&#160;&#233;&#28450;&#128512;"


def test_lines_break_at_blanks_and_never_inside_a_tag() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    link = Element("a", {"href": "form-sd.htm", "title": " ".join(["t"] * 80)}, ("x",))
    text = document("t", (Element("p", {}, (words, " ", link)),)).decode()
    paragraph = text[text.index("<p>") : text.index("</p>")]
    assert max(len(line) for line in paragraph.split("\n") if "<a" not in line) <= 110
    assert " ".join(["t"] * 80) in paragraph
    assert " ".join(paragraph.split()).startswith(f"<p>{words}")


def test_items_look_alike_whether_they_have_a_long_word_or_not() -> None:
    address = "https://www.example.com/a-rather-long-address"
    html = f"<ol><li><p>short</p></li><li><p>at {address}</p></li></ol>"
    assert converted(html) == f'<ol type="1"><li>short</li><li>at {address}</li></ol>'
    (made,) = Converter(SPECIAL).flow(html_tree(html).children)
    assert isinstance(made, Element)
    styles = [item.attributes.get("style") for item in made.children if isinstance(item, Element)]
    assert styles == [None, "word-wrap: break-word; overflow-wrap: anywhere"]
