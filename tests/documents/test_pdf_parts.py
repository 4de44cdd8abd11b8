"""Column widths, links and pictures of the PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.documents.pdf.links import FORM, REPORT, Links
from generator.documents.pdf.widths import PADDING, PAGE_WIDTH, WIDE_WIDTH, text_width, widths_of
from generator.documents.pictures import pictures_of
from generator.documents.still import coarser, looks_on_paper, static
from generator.model.addresses import Addresses
from generator.model.brand import Brand
from generator.pages.page import Page
from generator.prose.element import Element
from generator.prose.html_tree import html_tree
from tests.support.builders import page

SITE = "https://www.example.com/x/"
LOOKS = looks_on_paper(Brand().colours.light)


# Widths


def test_columns_fill_the_page_and_take_their_longest_words() -> None:
    columns = [["Gold", "Tantalum"], ["Works of a rather long name"] * 9, ["JAPAN", "Indeterminable"]]
    found = widths_of(columns)
    assert sum(found.columns) == pytest.approx(PAGE_WIDTH, abs=0.1)
    assert not found.is_wide
    for width, texts in zip(found.columns, columns, strict=True):
        longest = max(text_width(word) for text in texts for word in text.split())
        assert longest * found.size + PADDING <= width + 0.1
    assert found.columns[1] == max(found.columns)


def test_many_columns_go_onto_a_page_on_its_side_and_very_many_are_broken() -> None:
    wide = widths_of([["Indeterminable"]] * 9)
    assert (wide.is_wide, wide.breaks_words) == (True, False)
    assert sum(wide.columns) == pytest.approx(WIDE_WIDTH, abs=0.1)
    broken = widths_of([["Indeterminable" * 3]] * 20)
    assert broken.breaks_words
    assert sum(broken.columns) == pytest.approx(WIDE_WIDTH, abs=0.1)


def test_one_long_name_does_not_change_the_page() -> None:
    name = "\u200b".join(["x" * 12] * 30)
    assert not widths_of([["Gold"] * 20, ["Works"] * 19 + [name], ["JAPAN"] * 20]).is_wide


@pytest.mark.parametrize("name", ["有色金属冶炼有限责任公司" * 4, "โรงถลุงแร่" * 6])
def test_a_name_in_a_script_without_blanks_takes_several_lines_and_no_smaller_type(name: str) -> None:
    columns = [["Indeterminable"]] * 5
    assert widths_of([*columns, [name] * 3]).size == widths_of([*columns, ["Works of gold and tin"] * 3]).size


# Links

FORM_PAGE = html_tree(
    '<h2 id="item">I</h2>'
    '<p><a href="report.md">r</a><a href="annex.md">a</a><a href="report.md#gone">g</a></p>'
)
REPORT_PAGE = html_tree(
    '<h1>R</h1><p><a href="#one">1</a><a href="annex.md#row-1">2</a><a href="form-sd.md#item">3</a></p>'
    '<h2 id="one">O</h2><h2 id="list">L</h2><table class="fsd-annex"><tr id="row-1"><td>x</td></tr></table>'
)
LINKS = Links({FORM: FORM_PAGE, REPORT: REPORT_PAGE}, 2021, SITE)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("report.md", {"to": "report#"}),
        ("form-sd.md#item", {"to": "form-sd#item"}),
        ("annex.md", {"to": "report#list"}),
        ("annex.md#row-1", {"to": "report#row-1"}),
        ("#one", {"to": "report#one"}),
        ("../report/#one", {"to": "report#one"}),
        ("annex.md#status", {"url": f"{SITE}2021/annex/#status"}),
        ("../annex/?metal=gold", {"url": f"{SITE}2021/annex/?metal=gold"}),
        ("../glossary.md", {"url": f"{SITE}glossary/"}),
        ("index.md", {"url": f"{SITE}2021/"}),
        ("documents/a b.pdf", {"url": f"{SITE}2021/documents/a%20b.pdf"}),
        ("https://www.example.com/", {"url": "https://www.example.com/"}),
        ("mailto:ir@example.com", {"url": "mailto:ir@example.com"}),
        ("javascript:alert(1)", None),
        ("//www.example.com/", None),
        ("http://[bad", None),
        ("", None),
        ("https://www.example.com/" + "x" * 3000, None),
    ],
)
def test_links_lead_into_the_file_where_it_has_the_place_else_to_the_site(
    href: str, target: dict[str, str] | None
) -> None:
    assert LINKS.target(REPORT, href) == target


def test_without_an_address_of_the_site_its_other_pages_are_plain_text() -> None:
    links = Links({FORM: FORM_PAGE}, 2021)
    assert links.target(FORM, "report.md") is None
    assert links.target(FORM, "../glossary.md") is None


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("annex.md#status", "2021/annex.html#status"),
        ("../annex/?metal=gold", "2021/annex.html?metal=gold"),
        ("../glossary.md", "glossary.html"),
        ("../", "2021/index.html"),
        ("../documents/smelters-2021.csv", "2021/documents/smelters-2021.csv"),
    ],
)
def test_links_lead_to_the_pages_of_a_site_of_files(href: str, address: str) -> None:
    links = replace(LINKS, addresses=Addresses(has_folders=False))
    assert links.target(REPORT, href) == {"url": f"{SITE}{address}"}


def test_only_places_that_a_link_leads_to_have_labels() -> None:
    assert LINKS.labels(REPORT, Element("h2", {"id": "list"})) == ["report#list"]
    assert LINKS.labels(FORM, Element("h2", {"id": "other"})) == []
    assert LINKS.labels(FORM, Element("h2")) == []
    assert LINKS.start(REPORT) == ["report#"]
    assert LINKS.start(FORM) == []


# Pictures


def test_a_picture_says_its_own_colours_and_lengths() -> None:
    (svg,) = html_tree(
        '<svg class="fsd-picture" width="100%" height="40"><title>T</title>'
        '<a href="x"><rect class="fsd-picture__target" width="100%"/>'
        '<rect class="fsd-picture__bar" x="10%" y="19" width="50%" height="7"/></a></svg>'
    ).children
    assert isinstance(svg, Element)
    drawing = static(svg, 200, LOOKS)
    assert drawing.markup == '<rect fill="#14263d" x="20.00" y="19" width="100.00" height="7"></rect>'
    assert (drawing.width, drawing.height) == (200, 40)


def test_text_of_data_stays_text() -> None:
    (svg,) = html_tree('<svg height="9"><title>T</title><text>&lt;b&gt; &amp;</text></svg>').children
    assert isinstance(svg, Element)
    assert "&lt;b&gt; &amp;</text>" in static(svg, 10, LOOKS).markup


def overview_with(pictures: dict[str, str]) -> Page:
    """An overview with these pictures for documents."""
    return replace(page("overview"), in_documents=pictures)


def test_a_page_s_pictures_have_words_and_stand_beside_their_tables() -> None:
    chart = '<svg height="10"><title>One</title><desc>Two</desc></svg>'
    inserts = {"<!-- status_chart -->": chart, "<!-- table -->": "<table></table>"}
    (found,) = pictures_of(overview_with(inserts))
    assert (found.title, found.words, found.beside) == ("One", "One. Two.", "fsd-status-by-metal")
    assert found.svg.startswith("<svg xmlns=")


def legend_of(*classes: str) -> str:
    """The picture of bars with a marker of each class, and its legend."""
    markers = "".join(
        f'<path class="fsd-picture__marker fsd-picture__marker--{name}" d="M{i} 0H1"/>'
        for i, name in enumerate(classes)
    )
    items = "".join('<li><svg width="22" height="12"></svg> Label</li>' for _ in classes)
    html = f'<svg height="10"><title>One</title>{markers}</svg><ul class="fsd-legend">{items}</ul>'
    (found,) = pictures_of(overview_with({"<!-- status_chart -->": html}))
    return found.svg


def test_the_legend_has_the_markers_where_a_color_stands_for_several_statuses() -> None:
    assert legend_of("active", "active").count('d="M1 0H1"') == 2
    assert legend_of("active", "other").count('d="M1 0H1"') == 1


def test_outlines_lose_points_that_nobody_can_see() -> None:
    assert coarser("m0 0 1 0 1 0 20 0 0 20z", 5) == "M0 0 22 0 22 20z"
    assert coarser("M0 0C1 1 2 2 3 3", 5) == "M0 0C1 1 2 2 3 3"
