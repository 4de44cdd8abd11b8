"""HTML and text of others: what remains of it on a page, and what is told as left out."""

from __future__ import annotations

import pytest

from generator.prose.safe_html import safe_html, safe_text


def html(text: str, level: int = 2) -> str:
    return safe_html(text, level=level, prefix="e").html


def left_out(text: str) -> list[tuple[str, int | None]]:
    return [(one.what, one.line) for one in safe_html(text, level=2, prefix="e").left_out]


@pytest.mark.parametrize(
    "text",
    [
        "<p>A <b>b</b> <i>c</i></p>",
        "<ul><li>One</li></ul>",
        '<ol type="a" start="3"><li>One</li></ol>',
        '<table><tr><th colspan="2">A</th></tr><tr><td>1</td><td>2</td></tr></table>',
        "<blockquote><p>a</p></blockquote>",
        "<p>a<br>b</p><hr>",
    ],
)
def test_what_shows_words_stays_as_it_is(text: str) -> None:
    assert html(text) == text
    assert left_out(text) == []


def test_the_frame_of_a_file_is_no_part_of_it() -> None:
    text = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title></head><body><p>a</p></body></html>'
    )
    assert (html(text), left_out(text)) == ("<p>a</p>", [])


@pytest.mark.parametrize(
    ("level", "expected"),
    [(2, "<h2>A</h2><h3>B</h3>"), (3, "<h3>A</h3><h4>B</h4>"), (6, "<h6>A</h6><h6>B</h6>")],
)
def test_headings_stand_below_that_of_the_exhibit(level: int, expected: str) -> None:
    assert html("<h1>A</h1><h2>B</h2>", level) == expected
    assert html("<h3>A</h3><h4>B</h4>", level) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<p>a</p>\n<script>alert(1)</script>", "<p>a</p>"),
        ('<p>a</p>\n<iframe src="https://www.example.com/"></iframe>', "<p>a</p>"),
        ("<p>a</p>\n<style>p { color: red }</style>", "<p>a</p>"),
        ('<p>a</p>\n<link rel="stylesheet" href="a.css">', "<p>a</p>"),
        ('<p>a</p>\n<img src="a.png">', "<p>a</p>"),
        ("<p>a</p>\n<svg><script>alert(1)</script><text>b</text></svg>", "<p>a</p>"),
        ('<p>a</p>\n<form action="https://www.example.com/"><input></form>', "<p>a</p>"),
        ('<p>a</p>\n<object data="a.swf"></object>', "<p>a</p>"),
        ('<p>a</p>\n<div style="display: none">b</div>', "<p>a</p>"),
        ("<p>a</p>\n<p hidden>b</p>", "<p>a</p>"),
        ("<p>a</p>\n<ix:header><ix:hidden>b</ix:hidden></ix:header>", "<p>a</p>"),
    ],
)
def test_what_runs_loads_or_hides_is_left_out_and_told_with_its_line(text: str, kept: str) -> None:
    assert html(text) == kept
    assert [line for _, line in left_out(text)] in ([2], [None])


def test_a_picture_leaves_its_text() -> None:
    assert html('<p><img src="https://www.example.com/a.png" alt="A <b> plant"></p>') == (
        "<p>[Picture: A &lt;b&gt; plant]</p>"
    )


@pytest.mark.parametrize("name", ["onclick", "ONLOAD", "onmouseover"])
def test_no_attribute_runs_anything(name: str) -> None:
    assert html(f'<p {name}="alert(1)" class="fsd-annex" data-x="1">a</p>') == "<p>a</p>"
    assert left_out(f'<p {name}="alert(1)">a</p>') == [("a script in an attribute", 1)]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,a",
        "other.htm",
        "//example.com",
        "file:///a",
    ],
)
def test_a_link_leads_into_the_file_or_to_a_web_address(href: str) -> None:
    assert html(f'<p><a href="{href}">a</a></p>') == "<p>a</p>"
    assert len(left_out(f'<p><a href="{href}">a</a></p>')) == 1


def test_links_inside_the_file_keep_leading_there_and_no_id_is_one_of_the_page() -> None:
    assert html('<p id="fsd-annex">a</p><p><a href="#fsd-annex">b</a></p>') == (
        '<p id="e-fsd-annex">a</p><p><a href="#e-fsd-annex">b</a></p>'
    )
    assert html('<p id="a">a</p><p id="a">b</p>') == '<p id="e-a">a</p><p>b</p>'


def test_a_web_address_stays_a_link() -> None:
    text = '<p><a href="https://www.example.com/?a=1&amp;b=2" target="_blank">a</a></p>'
    assert html(text) == '<p><a href="https://www.example.com/?a=1&amp;b=2" rel="noopener">a</a></p>'


def test_words_that_a_style_makes_bold_or_italic_stay_so() -> None:
    text = '<p><span style="font-weight:700;font-style:italic">a</span><font color="red">b</font></p>'
    assert html(text) == "<p><i><b>a</b></i>b</p>"
    assert left_out(text) == [("its own look, but for bold, italic and underlined words", 1)]


def test_marks_of_the_program_cannot_be_written() -> None:
    assert html("<p>a\ue000b\x00c</p>") == "<p>abc</p>"
    assert html("<p>\uf0b7 a</p>") == "<p>• a</p>"


def test_what_is_nested_without_end_becomes_its_words() -> None:
    made = html("<div>" * 4_000 + "deep" + "</div>" * 4_000)
    assert "deep" in made
    assert made.count("<div>") < 100


def test_text_stays_as_it_is_laid_out_and_runs_nothing() -> None:
    assert safe_text("A\n  b   c\n<script>&\n").html == (
        '<pre class="fsd-exhibit__text">A\n  b   c\n&lt;script&gt;&amp;</pre>'
    )


def test_a_paragraph_in_one_line_is_broken_where_a_page_ends() -> None:
    lines = safe_text("word " * 100).html.split("\n")
    assert len(lines) > 4
    assert max(map(len, lines)) <= 90 + len('<pre class="fsd-exhibit__text">')
