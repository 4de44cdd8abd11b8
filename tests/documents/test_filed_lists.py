"""Documents of filings as they were filed: without a form, without a list, with several lists."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pypdfium2
import pytest
from bs4 import BeautifulSoup, Tag

from generator.documents.make import filing_files, filing_trees
from generator.documents.output import Output
from generator.documents.pdf.gate import broken_rules as broken_pdf_rules
from generator.documents.pictures import PRINTED_HEIGHT, PRINTED_WIDTH, WIDTH, pictures_of
from generator.findings import Finding
from generator.model import Disclosure
from generator.pages.page import Page
from generator.prose.element import Element
from tests.support.edgar_rules import broken_rules
from tests.support.filed_pages import ON_THE_PAGE, annex_page, disclosure, page, pages_of, report_page

HEADINGS = ("Name", "Mineral Id", "Country")
GOLD = ("Works for gold", HEADINGS, [("One<b>*</b>", "A-1", "PERU"), ("Two**", "", "–")])
TIN = ("Works for tin", HEADINGS, [("Three", "A-3", "JAPAN")])
LEGEND = (
    '<table id="fsd-legend"><tr><th>Sign</th><th>Status</th></tr><tr><td>*</td><td>Listed</td></tr></table>'
)
REPORT = report_page(("Design", "Invented design."), ("Gold", "Invented gold."), ("Tin", "Invented tin."))
SECTIONS = ("01-design", "02-gold", "03-tin")
REPORT_PDF, EXHIBIT = "conflict-minerals-report-2021.pdf", "ex1-01.htm"


def made(found: Disclosure, pages: Mapping[str, Page], kinds: Any = ("pdf", "edgar")) -> dict[str, bytes]:
    """The documents, of which nothing is refused."""
    assets, findings = filing_files(found, pages, Output(kinds=kinds))
    assert _told(findings) == []
    return {asset.name: asset.content for asset in assets}


def _told(findings: list[Finding]) -> list[str]:
    return [str(finding) for finding in findings]


def exhibit(found: Disclosure, pages: Mapping[str, Page]) -> Element:
    _, tree = filing_trees(pages, found)
    assert tree is not None
    return tree


def order(tree: Element) -> list[str]:
    """Texts of headings and captions of the exhibit, in order."""
    found = []
    for child in tree.children:
        if isinstance(child, Element):
            found += [child.text.strip()] if child.tag in ("h2", "h3", "caption") else order(child)
    return found


def soup(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content.decode("ascii"), "lxml")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(content)) as pages:
        return "\n".join(one.get_textpage().get_text_bounded() for one in pages)


# Without a form, without a list


def test_filing_without_its_form_has_the_report_alone() -> None:
    files = made(disclosure(*SECTIONS), pages_of(REPORT, annex_page(GOLD)))
    assert list(files) == [REPORT_PDF, EXHIBIT]
    text = pdf_text(files[REPORT_PDF])
    assert "Invented gold." in text
    assert "SPECIALIZED DISCLOSURE REPORT" not in text.upper()
    assert broken_pdf_rules(files[REPORT_PDF]) == []


def test_form_page_is_not_filed_where_the_form_is_not_known() -> None:
    form = page("form", "# Form SD\n")
    assert filing_trees(pages_of(REPORT, annex_page(GOLD), form), disclosure(*SECTIONS))[0] is None


def test_filing_without_form_and_report_has_no_documents() -> None:
    pages = {"overview": page("overview", "# Overview\n")}
    assert made(disclosure(form__route="country-of-origin-inquiry"), pages) == {}


def test_report_without_a_list_ends_with_its_last_section() -> None:
    found = disclosure(*SECTIONS, annex=None)
    assert order(exhibit(found, pages_of(REPORT))) == ["Design", "Gold", "Tin"]
    files = made(found, pages_of(REPORT))
    assert "Invented annex" not in files[EXHIBIT].decode()
    assert soup(files[EXHIBIT]).find("table") is None


def test_links_to_the_form_become_text_where_it_is_not_known() -> None:
    linking = report_page(("Design", "It is an exhibit to [Form SD](form-sd.md)."))
    files = made(disclosure("01-design"), pages_of(linking, annex_page(GOLD)))
    assert not soup(files[EXHIBIT]).select('a[href^="form-sd"]')
    assert "exhibit to Form SD." in words(soup(files[EXHIBIT]))


# Places


def test_each_list_stands_behind_the_section_that_it_names() -> None:
    found = disclosure(*SECTIONS, lists={"gold": "02-gold", "tin": "03-tin"})
    tree = exhibit(found, pages_of(REPORT, annex_page(GOLD, TIN, below=LEGEND)))
    assert order(tree)[:5] == ["Design", "Gold", "Works for gold", "Works for gold: 2 rows", "Tin"]
    assert order(tree)[5:] == ["Works for tin", "Works for tin: 1 rows"]
    assert tree.text.index("Sign") > tree.text.index("Three")


def test_lists_are_told_by_their_keys_where_the_page_gives_these() -> None:
    found = disclosure(*SECTIONS, lists={"gold": "02-gold", "tin": "03-tin"})
    tree = exhibit(found, pages_of(REPORT, annex_page(TIN, GOLD, keys=("tin", "gold"))))
    assert order(tree).index("Works for gold") < order(tree).index("Tin") < order(tree).index("Works for tin")


def test_list_that_names_no_section_stands_at_the_end_under_the_title() -> None:
    found = disclosure(*SECTIONS, lists={"gold": "02-gold", "tin": None})
    tree = exhibit(found, pages_of(REPORT, annex_page(GOLD, TIN)))
    assert order(tree) == [
        "Design", "Gold", "Works for gold", "Works for gold: 2 rows", "Tin",
        "Invented annex", "Works for tin", "Works for tin: 1 rows",
    ]  # fmt: skip


def test_several_lists_in_one_section_keep_their_order() -> None:
    found = disclosure(*SECTIONS, lists={"gold": "02-gold", "tin": "02-gold"})
    tree = exhibit(found, pages_of(REPORT, annex_page(GOLD, TIN)))
    assert [text for text in order(tree) if "Works" in text and ":" not in text] == [GOLD[0], TIN[0]]
    assert order(tree)[-1] == "Tin"


# What stands there


def test_documents_have_the_lists_that_are_made_for_them() -> None:
    files = made(disclosure(*SECTIONS), pages_of(REPORT, annex_page(GOLD)))
    for text in (pdf_text(files[REPORT_PDF]), words(soup(files[EXHIBIT]))):
        assert "Works for gold" in text
        assert ON_THE_PAGE not in text


def test_every_cell_stands_in_the_exhibit_as_filed() -> None:
    files = made(
        disclosure(*SECTIONS, lists={"gold": "02-gold", "tin": None}),
        pages_of(REPORT, annex_page(GOLD, TIN, below=LEGEND)),
    )
    tables = [table for table in soup(files[EXHIBIT]).find_all("table") if "Mineral Id" in words(table)]
    read = [
        [[words(cell) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
        for table in tables
    ]
    assert read == [
        [list(HEADINGS), ["One *", "A-1", "PERU"], ["Two**", "", "–"]],
        [list(HEADINGS), ["Three", "A-3", "JAPAN"]],
    ]
    text = pdf_text(files[REPORT_PDF])
    for cell in ("One*", "Two**", "A-1", "–", "Sign", "Listed"):
        assert cell in text


def test_both_documents_of_odd_lists_are_taken() -> None:
    found = disclosure(*SECTIONS, lists={"gold": "02-gold", "tin": "03-tin"})
    files = made(found, pages_of(REPORT, annex_page(GOLD, TIN, below=LEGEND)))
    assert broken_rules({EXHIBIT: files[EXHIBIT]}) == {EXHIBIT: []}
    assert broken_pdf_rules(files[REPORT_PDF]) == []


@pytest.mark.parametrize(
    ("metals", "captions"),
    [
        (["Gold", "Gold", "Tin"], ["Gold: 2 rows", "Tin: 1 row"]),
        (["Gold", "Tin", "Gold"], ["All: 3 rows"]),
        (["Au", "Au", "Au"], ["Au: 3 rows"]),
    ],
    ids=["by metal", "mixed", "one metal"],
)
def test_list_is_parted_by_metals_where_it_is_in_their_order(metals: list[str], captions: list[str]) -> None:
    rows = [(f"Works {number}", metal) for number, metal in enumerate(metals)]
    pages = pages_of(REPORT, annex_page(("All", ("Name", "Metal"), rows)))
    shown = soup(made(disclosure(*SECTIONS), pages, ["edgar"])[EXHIBIT])
    assert [words(caption) for caption in shown.find_all("caption")] == captions


def test_eleven_columns_stand_on_a_page_on_its_side_in_whole_words() -> None:
    headings = ("Metal", "Smelter Identification Number", "Facility Name of Smelter or Refiner", "Country",
                "City", "RMAP Audit Status", "LBMA Good Delivery", "RJC Chain of Custody", "Business Segment",
                "Product Families", "Origin of Material")  # fmt: skip
    row = ("Gold", "CID000001", "Invented Refining Works Company Limited", "KOREA, REPUBLIC OF",
           "Gyeonggi-do", "RMI Due Diligence Review - Unable to Proceed", "✓", "", "Power Systems; Engines",
           "Turbochargers; Sensors", "Peru; recycled or scrap")  # fmt: skip
    pages = pages_of(REPORT, annex_page(("Wide list", headings, [row] * 30)))
    content = made(disclosure(*SECTIONS), pages, ["pdf"])[REPORT_PDF]
    assert broken_pdf_rules(content) == []
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        wide = [one for one in document if one.get_width() > one.get_height()]
        text = "".join(one.get_textpage().get_text_bounded() for one in wide)
    assert {"Invented", "Turbochargers;", "Identification", "CID000001", "✓", "REPUBLIC"} <= set(text.split())


# Long lists of names, and tall pictures


def test_long_list_of_names_stands_in_columns_and_keeps_its_order() -> None:
    names = [f"Country-{number:03}" for number in range(1, 141)]
    items = "".join(f"<li>{name}</li>" for name in names)
    report = report_page(("Origins", f'<ul class="fsd-columns">{items}</ul>'))
    content = made(disclosure("01-origins", annex=None), pages_of(report), ["pdf"])[REPORT_PDF]
    assert broken_pdf_rules(content) == []
    words_of_list = [word for word in pdf_text(content).split() if word.startswith("Country-")]
    assert words_of_list == names
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        assert len(document) <= 4


def test_picture_that_is_taller_than_a_page_is_set_smaller() -> None:
    svg = '<svg height="{}"><title>Works</title><text y="9">Works</text></svg>'
    place = "<!-- status -->"
    pages = [page("overview", place, {place: svg.format(height)}) for height in (300, 1500)]
    (small,), (tall,) = map(pictures_of, pages)
    assert small.width == PRINTED_WIDTH
    assert tall.width * 1500 / WIDTH <= PRINTED_HEIGHT


# Where lists begin


def test_several_lists_begin_no_page_each_and_stand_above_the_footnotes() -> None:
    report = report_page(("Design", "Invented design.[^1]\n\n[^1]: Invented note."))
    many = [(f"Works {at}", "", "PERU") for at in range(15)]
    pages = pages_of(report, annex_page(*((name, HEADINGS, many) for name in ("Gold list", "Tin list"))))
    files = made(disclosure("01-design"), pages)
    text = " ".join(files[EXHIBIT].decode().split())
    assert text.index("Works 14") < text.index("Invented note.")
    between = text[text.index("Gold list") : text.index("Tin list: 15 rows")]
    assert "page-break-after: always" not in between
    with pypdfium2.PdfDocument(io.BytesIO(files[REPORT_PDF])) as document:
        texts = [one.get_textpage().get_text_bounded() for one in document]
    assert any("Gold list" in one and "Tin list" in one for one in texts)


def test_the_order_of_the_text_is_that_of_the_report_around_several_lists_on_their_side() -> None:
    """What goes onto paper on its side, and which notes stay there, changes no order and loses nothing."""
    headings = tuple(f"Indeterminable heading {at}" for at in range(9))
    many = [tuple(f"Works {number} of {at}" for at in range(9)) for number in range(20)]
    paragraphs = [
        f"Paragraph {at} begins here. " + "Invented words. " * (at * 7 % 40 + 3) for at in range(60)
    ]
    for count in (3, 14, 60):
        report = report_page(("Design", "\n\n".join(paragraphs[:count])))
        notes = '<ol class="fsd-notes"><li>Invented note to all lists.</li></ol>'
        pages = pages_of(report, annex_page(("One", headings, many), ("Two", headings, many), below=notes))
        content = made(disclosure("01-design"), pages, ["pdf"])[REPORT_PDF]
        with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
            text = " ".join(" ".join(one.get_textpage().get_text_bounded() for one in document).split())
        begins = [f"Paragraph {at} begins" for at in range(count)]
        expected = [*begins, "One: 20 rows", "Two: 20 rows", "Invented note to all lists."]
        places = [text.index(words) for words in expected]
        assert places == sorted(places)
        assert [text.count(words) for words in expected] == [1] * len(expected)
