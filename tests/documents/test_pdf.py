"""The PDF files of the 2021 filing: their text, tags, links, bytes; and what happens with odd input."""

from __future__ import annotations

import dataclasses
import io
import re
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.documents.pdf import files as files_of_year
from generator.documents.pdf import setting
from generator.documents.pdf.document import Source, form_copy
from generator.documents.pdf.files import pdf_files
from generator.documents.pdf.gate import broken_rules
from generator.documents.pdf.typesetting import TypesettingError, typeset
from generator.documents.picture import Picture
from generator.documents.pictures import pictures_of
from generator.documents.trees import exhibit_tree, page_tree, unsigned
from generator.findings import Finding
from generator.model import Asset, Disclosure, OwnFile, Section, Smelter
from generator.pages import (
    annex_page as annex,
)
from generator.pages import (
    form_sd_page as form_sd,
)
from generator.pages import (
    overview_page as overview,
)
from generator.pages import (
    report_page as report,
)
from generator.pipeline import load_year, sound
from generator.prose.element import Element
from generator.prose.html_tree import html_tree
from generator.verify.pdf_text import read_pdf
from tests.support.filing import restated
from tests.support.pdf_text import TaggedPdf, attribute, fonts_of, page_words, words_off

REPO = Path(__file__).resolve().parents[2]
SITE = "https://www.example.com/filings/"
WEB, FORM, EXHIBIT = "form-sd-2021.pdf", "form-sd-2021-edgar.pdf", "ex1-01-2021-edgar.pdf"

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)


@dataclasses.dataclass(frozen=True)
class Year:
    """What the PDF files are made of."""

    disclosure: Disclosure
    form: Element
    exhibit: Element
    pictures: tuple[Picture, ...]

    def made(self, **changes: Any) -> tuple[dict[str, bytes], list[Finding]]:
        """The files by name, and the findings."""
        year = dataclasses.replace(self, **changes)
        return made(year.disclosure, year.form, year.exhibit, year.pictures)


def made(
    facts: Disclosure, form: Element, exhibit: Element | None, pictures: Sequence[Picture] = ()
) -> tuple[dict[str, bytes], list[Finding]]:
    assets, found = pdf_files(facts, form, exhibit, pictures, site_url=SITE)
    return {asset.name: asset.content for asset in assets}, found


@pytest.fixture(scope="module")
def year() -> Year:
    (loaded,) = sound([load_year(REPO / "data", 2021)])
    assert loaded.facts is not None
    facts, sections = loaded.facts, loaded.sections
    listed = annex.render(loaded.disclosure, facts)
    exhibit = exhibit_tree(report.render(loaded.disclosure, facts, sections), listed, loaded.disclosure)
    return Year(
        loaded.disclosure,
        page_tree(form_sd.render(loaded.disclosure, facts, sections, loaded.form_texts)),
        exhibit,
        pictures_of(overview.render(loaded.disclosure, facts, ())),
    )


@pytest.fixture(scope="module")
def files(year: Year) -> dict[str, bytes]:
    content, found = year.made()
    assert found == []
    return content


@pytest.fixture(scope="module")
def pdfs(files: dict[str, bytes]) -> dict[str, TaggedPdf]:
    return {name: TaggedPdf(content) for name, content in files.items()}


# The filing as it is


def test_there_is_a_website_copy_and_a_courtesy_copy_of_each_document(files: dict[str, bytes]) -> None:
    assert sorted(files) == sorted([WEB, FORM, EXHIBIT])
    assert len(files[WEB]) <= 185_000  # the mark of the example on each page takes 2 kB of it


@pytest.mark.parametrize("name", [WEB, FORM, EXHIBIT])
def test_every_file_conforms_to_pdf_ua_1_and_pdf_a_2a(files: dict[str, bytes], name: str) -> None:
    assert broken_rules(files[name]) == []


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def without_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def without_shown_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def without_words_for_pictures(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
            del one.Alt


@pytest.mark.parametrize(
    ("break_rule", "rule"),
    [
        (without_language, "PDFUA1-TEXT-LANGUAGE-001"),
        (without_tags, "PDFUA1-STRUCT-TREE-ROOT-001"),
        (without_shown_title, "PDFUA1-VIEWER-PREFERENCES-001"),
        (without_words_for_pictures, "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
    ],
)
def test_a_file_that_breaks_a_known_rule_is_seen(
    files: dict[str, bytes], break_rule: Callable[[pikepdf.Pdf], None], rule: str
) -> None:
    """The only judge of the files is a library of others: it must still find fault where there is one."""
    broken = io.BytesIO()
    with pikepdf.open(io.BytesIO(files[WEB])) as pdf:
        break_rule(pdf)
        pdf.save(broken)
    assert any(found.startswith(f"PDF/UA-1, {rule}: ") for found in broken_rules(broken.getvalue()))


def test_the_text_of_the_files_is_the_text_of_the_pages(year: Year, pdfs: dict[str, TaggedPdf]) -> None:
    notice = year.disclosure.facts.notice_on_top.split()
    form, exhibit = [*notice, *page_words(year.form)], [*notice, *page_words(year.exhibit)]
    assert len(exhibit) > 3000
    assert words_off(form + exhibit, without_metal_heads(pdfs[WEB].words())) == []
    unsigned_form = [*notice, *page_words(unsigned(year.form))]
    assert words_off(unsigned_form, pdfs[FORM].words()) == []
    assert words_off(exhibit, without_metal_heads(pdfs[EXHIBIT].words())) == []


def without_metal_heads(words: list[str]) -> list[str]:
    """The words without the head that each metal's rows have: the metal, twice where the first row begins."""
    metals = ("Gold", "Tantalum", "Tin", "Tungsten")
    start = max(at for at, word in enumerate(words) if word == "298")
    left = list(words)
    for metal in metals:
        at = next(n for n in range(start, len(left) - 1) if left[n] == left[n + 1] == metal)
        del left[at]
    return left


def test_one_changed_character_is_seen(year: Year, pdfs: dict[str, TaggedPdf]) -> None:
    shown, printed = page_words(year.exhibit), pdfs[EXHIBIT].words()
    for at in (0, len(printed) // 2, len(printed) - 1):
        changed = [*printed[:at], printed[at][:-1] + "§", *printed[at + 1 :]]
        assert words_off(shown, changed) != []


def test_the_facility_list_is_one_table_with_a_heading_row(year: Year, pdfs: dict[str, TaggedPdf]) -> None:
    rows = len(year.disclosure.smelters)
    for name in (WEB, EXHIBIT):
        pdf = pdfs[name]
        lists = [table for table in pdf.elements("/Table") if "Annex I" in pdf.text_of(table)]
        assert len(lists) == 1
        inside = [one for group in kids_of(lists[0]) for one in kids_of(group) if one.get("/S") == "/TR"]
        assert len(inside) == rows + 5  # each metal has a head
        assert "/Caption" in [one.get("/S") for one in kids_of(lists[0])]
        heads = [[cell.get("/S") for cell in kids_of(row)] for row in inside]
        assert set(heads[0]) == {"/TH"}
        of_metals = [kids_of(row)[0] for row in inside[1:] if len(kids_of(row)) == 1]
        assert [pdf.text_of(cell) for cell in of_metals] == ["Gold", "Tantalum", "Tin", "Tungsten"]
        assert {attribute(cell, "/ColSpan") for cell in of_metals} == {4}
        inside = [row for row in inside if len(kids_of(row)) > 1]
        assert {tuple(head) for head in heads[1:] if len(head) > 1} == {("/TD", "/TH", "/TD", "/TD")}
        assert {attribute(kids_of(row)[1], "/Scope") for row in inside[1:]} == {"/Row"}
        assert {attribute(cell, "/Scope") for cell in kids_of(inside[0])} == {"/Column"}


def kids_of(element: Any) -> list[Any]:
    inside = element.get("/K", [])
    found = inside if isinstance(inside, list) else [inside]
    return [one.get_object() for one in found if not isinstance(one, int)]


def test_lettered_lists_say_that_they_are_lettered(pdfs: dict[str, TaggedPdf]) -> None:
    lists = pdfs[WEB].elements("/L")
    lettered = [one for one in lists if "Policy." in pdfs[WEB].text_of(one)]
    assert [attribute(one, "/ListNumbering") for one in lettered] == ["/LowerAlpha"]
    assert pdfs[WEB].text_of(lettered[0]).startswith("a. Policy.")


def test_the_same_input_gives_the_same_bytes_in_every_time_zone(
    year: Year, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        if hasattr(time, "tzset"):
            time.tzset()
        assert year.made()[0] == files
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.parametrize("name", [FORM, EXHIBIT])
def test_a_courtesy_copy_has_no_link_script_attachment_or_password(
    files: dict[str, bytes], pdfs: dict[str, TaggedPdf], name: str
) -> None:
    reader = pdfs[name].reader
    assert not reader.is_encrypted
    assert {"/Outlines", "/Names", "/OpenAction", "/AA", "/AcroForm", "/AF"}.isdisjoint(pdfs[name].root)
    for page in reader.pages:
        assert {"/Annots", "/AA"}.isdisjoint(page)
    assert pdfs[name].elements("/Link") == []
    for word in (b"/URI", b"/JavaScript", b"/EmbeddedFile", b"/GoTo", b"/Launch"):
        assert word not in files[name]


def test_the_website_copy_has_bookmarks_and_links(pdfs: dict[str, TaggedPdf]) -> None:
    reader = pdfs[WEB].reader
    titles = [one["/Title"] for one in reader.outline if not isinstance(one, list)]
    assert titles[-1] == "Conflict Minerals Report"
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    outside = {link["/A"]["/URI"] for link in links if "/A" in link and "/URI" in link["/A"]}
    assert outside == {"https://investor.qualys.com/financials-filings/sec-filings"}
    assert all("/Contents" in link for link in links)


def test_a_link_to_another_page_of_the_site_is_plain_text_where_the_site_has_no_address(year: Year) -> None:
    assets, _ = pdf_files(year.disclosure, year.form, year.exhibit)
    web = next(asset for asset in assets if asset.name == WEB)
    reader = TaggedPdf(web.content).reader
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    assert {link["/A"]["/URI"] for link in links if "/A" in link} == {
        "https://investor.qualys.com/financials-filings/sec-filings"
    }


def test_every_page_has_its_number_and_all_but_the_cover_a_running_head(pdfs: dict[str, TaggedPdf]) -> None:
    for name, document in ((WEB, "Form SD"), (EXHIBIT, "Exhibit 1.01 to Form SD")):
        texts = [" ".join(page.extract_text().split()) for page in pdfs[name].reader.pages]
        for number, text in enumerate(texts, start=1):
            assert f"Page {number} of {len(texts)}" in text
        period = "for the reporting period from January 1 to December 31, 2021"
        assert all(period in text for text in texts)
        assert f"Qualys, Inc. {document} {period}" in texts[2 if name == WEB else 0]


def test_the_contents_give_the_pages(pdfs: dict[str, TaggedPdf]) -> None:
    reader = pdfs[WEB].reader
    contents = " ".join(reader.pages[1].extract_text().split())
    (number,) = re.findall(r"Annex I – Smelter list (\d+)", contents)
    assert "Annex I – Smelter list: 298 rows" in " ".join(
        reader.pages[int(number) - 1].extract_text().split()
    )


def test_the_pictures_are_figures_with_words(year: Year, pdfs: dict[str, TaggedPdf]) -> None:
    assert len(year.pictures) == 2
    words = [str(figure["/Alt"]) for figure in pdfs[WEB].elements("/Figure")]
    assert words == [picture.words for picture in year.pictures]
    assert "Gold, 133 facilities: 100 Full Compliant" in words[0]
    assert not any(name == "/Image" for page in pdfs[WEB].reader.pages for name in kinds_of_objects(page))


def kinds_of_objects(page: Any) -> list[str]:
    objects = page["/Resources"].get("/XObject", {})
    return [str(one.get_object()["/Subtype"]) for one in objects.values()]


# Other filings


def small(
    body: str = "<p>Text</p>", *, sections: str = "", **changes: Any
) -> tuple[dict[str, bytes], list[Finding]]:
    """The files of a small filing whose report has that body."""
    facts = restated(**changes)
    if sections:
        facts = dataclasses.replace(facts, sections=(Section(1, "s", "report/01-s.md", sections),))
    return made(facts, FORM_TREE, html_tree(f"<h1>Conflict Minerals Report</h1>{body}"))


FORM_TREE = html_tree(
    '<div class="fsd-form"><div class="fsd-form__cover"><h1>FORM SD</h1></div><h2>Item</h2></div>'
)


def text_of(content: bytes) -> str:
    return " ".join(TaggedPdf(content).words())


def test_a_draft_is_stamped_on_every_page() -> None:
    body = "".join(f"<h2>Section {number}</h2>{'<p>Text</p>' * 40}" for number in range(3))
    content, found = small(body, filing__state="draft", filing__date=None)
    assert found == []
    for name in (WEB, FORM, EXHIBIT):
        pages = TaggedPdf(content[name]).reader.pages
        assert all("DRAFT: NOT FILED" in page.extract_text() for page in pages), name
    assert len(TaggedPdf(content[WEB]).reader.pages) > 4


def test_a_final_filing_has_no_stamp(pdfs: dict[str, TaggedPdf]) -> None:
    assert not any("DRAFT" in page.extract_text() for page in pdfs[WEB].reader.pages)


NAMES = (
    "Société Générale d’Affinage",
    "Ελληνικός Χρυσός",
    "Приокский завод",
    "中国黄金冶炼厂",
    "田中貴金属工業（株）",
    "고려아연 제련소",
    "Công ty Thiếc Việt Nam",
    "<script>alert(1)</script>",
    '#link("x")[y] $a$ *b* _c_ `d` \\ @ref <l>',
    """O'Neil & "Söhne" // /* x */""",
    "A" * 400,
    "名" * 60,
)


def table(*names: str) -> str:
    rows = "".join(f'<tr><td>Gold</td><th scope="row">{escaped(name)}</th></tr>' for name in names)
    head = "<thead><tr><th>Metal</th><th>Name</th></tr></thead>"
    return f'<h2>List</h2><table class="fsd-annex"><caption>List</caption>{head}<tbody>{rows}</tbody></table>'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_names_in_many_scripts_and_hostile_names_print_as_they_are() -> None:
    body = table(*NAMES)
    content, found = small(body)
    assert found == []
    tree = html_tree(f"<h1>Conflict Minerals Report</h1>{body}")
    assert words_off(page_words(tree), TaggedPdf(content[EXHIBIT]).words()) == []
    fonts = fonts_of(TaggedPdf(content[WEB]).reader)
    assert any("DroidSansFallback" in name for name in fonts)
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts), "every font is a subset"
    assert len(content[WEB]) < 120_000


def test_a_long_word_leaves_nothing_but_its_letters_in_the_file() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitaen"
    content, found = small(f"<h2>{word}</h2><p>See <b>{word}</b>.</p>{table(word, 'A' * 400)}")
    assert found == []
    assert "\u200b" not in "".join(TaggedPdf(content[EXHIBIT]).words())
    read = read_pdf(Asset(EXHIBIT, content[EXHIBIT]))
    text = "\n".join(passage.text for passage in read.passages or ())
    assert text.count(word) >= 3  # heading, paragraph, row
    assert "\u200b" not in text


def test_a_letter_that_no_font_has_names_the_row_and_no_file_is_made() -> None:
    name = "โรงงาน 😀"
    content, found = small(table(name), rows=({"name": "Plain"}, {"name": name}))
    assert content == {}
    assert {str(finding.where) for finding in found} == {"smelters.xlsx 'Smelter List'!A3"}
    assert [finding.code for finding in found] == ["PD-001"]
    assert "'😀' (U+1F600)" in found[0].message
    assert name in found[0].message


def test_a_letter_in_a_fact_or_a_section_names_the_line() -> None:
    _, found = small("<p>ක</p>", sections="# T\n\nInvented ක\n", products__description="ක products")
    assert {str(finding.where) for finding in found} == {"disclosure.yml", "report/01-s.md:3"}


def test_raw_html_is_left_out() -> None:
    content, found = small(
        "<h2>T</h2><script>alert(1)</script><iframe src='x'></iframe><p>Text <b>bold</p><h2>Next</h2>"
    )
    assert found == []
    assert text_of(content[EXHIBIT]) == "Conflict Minerals Report T Text bold Next"


def test_a_picture_needs_words_and_a_file() -> None:
    body = '<p><img alt="" src="documents/a.png"></p><p><img alt="A map" src="map.png"></p>'
    body += '<p>Logo <img alt="A logo" src="documents/b.png"> here</p>'
    files = (OwnFile("a.png", PIXEL), OwnFile("b.png", PIXEL))
    content, found = small(body, files=files)
    assert found == []
    pdf = TaggedPdf(content[EXHIBIT])
    assert " ".join(pdf.words()) == "Conflict Minerals Report [Picture: A map] Logo here"
    assert [str(figure["/Alt"]) for figure in pdf.elements("/Figure")] == ["A logo"]


def test_a_damaged_picture_is_named() -> None:
    body = '<p><img alt="A logo" src="documents/b.png"></p>'
    content, found = small(body, files=(OwnFile("b.png", b"\x89PNG nothing"),))
    assert content == {}
    assert [(finding.code, str(finding.where)) for finding in found] == [("PD-007", "2021/documents/b.png")]


def test_a_heading_that_skips_a_level_follows_the_one_above_it() -> None:
    content, found = small("<h2>Two</h2><h5>Deep</h5><p>Text</p><h2>Again</h2>")
    assert found == []
    pdf = TaggedPdf(content[EXHIBIT])
    assert [pdf.text_of(one) for one in pdf.elements("/H3")] == ["Deep"]
    assert text_of(content[EXHIBIT]) == "Conflict Minerals Report Two Deep Text Again"


def test_a_list_nested_five_deep_keeps_its_items() -> None:
    items = "<ul><li>one" * 5 + "</li></ul>" * 5
    content, found = small(items)
    assert found == []
    pdf = TaggedPdf(content[EXHIBIT])
    assert len(pdf.elements("/L")) == 5
    assert text_of(content[EXHIBIT]).split()[3:] == ["one"] * 5


def test_a_table_wider_than_the_page_stands_on_a_page_on_its_side_within_its_margins() -> None:
    cells = "".join(f"<td>incomprehensibilities {number}</td>" for number in range(24))
    heads = "".join(f"<th>Column {number}</th>" for number in range(24))
    body = f"<h2>Wide</h2><table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    content, found = small(body)
    assert found == []
    pdf = TaggedPdf(content[EXHIBIT])
    wide = [page for page in pdf.reader.pages if page.mediabox.width > page.mediabox.height]
    assert len(wide) == 1
    tree = html_tree(f"<h1>Conflict Minerals Report</h1>{body}")
    assert "".join(pdf.words()) == "".join(page_words(tree))


def test_a_footnote_stands_once_however_often_it_is_marked() -> None:
    mark = '<sup id="fnref{0}:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    body = f"<p>First{mark.format('')} and again{mark.format('2')}.</p>"
    body += '<div class="footnote"><hr><ol><li id="fn:1"><p>The note.</p></li></ol></div>'
    content, found = small(body)
    assert found == []
    assert text_of(content[EXHIBIT]).count("The note.") == 1
    assert len(TaggedPdf(content[EXHIBIT]).elements("/Note")) == 1


def test_a_filing_without_a_report_is_one_document_and_a_short_one_has_no_contents() -> None:
    facts = restated(form__route="country-of-origin-inquiry")
    content, found = made(facts, FORM_TREE, None)
    assert found == []
    assert sorted(content) == [FORM, WEB]
    assert TaggedPdf(content[FORM]).elements("/TOC") == []


def test_assets_stand_in_the_documents_of_the_year(year: Year) -> None:
    assets: list[Asset] = pdf_files(year.disclosure, year.form, None)[0]
    assert [asset.uri for asset in assets] == [f"2021/documents/{name}" for name in (WEB, FORM)]
    assert all(asset.title and asset.purpose for asset in assets)


@lru_cache(maxsize=1)
def rows_of_a_long_list() -> tuple[Smelter, ...]:
    return restated(rows=tuple({"name": f"Works {number}"} for number in range(1100))).smelters


def test_a_list_longer_than_the_checker_s_own_limit_is_made() -> None:
    content, found = small(table(*(row.name for row in rows_of_a_long_list())))
    assert found == []
    (long,) = TaggedPdf(content[EXHIBIT]).elements("/Table")
    assert len([one for group in kids_of(long) for one in kids_of(group) if one.get("/S") == "/TR"]) == 1101


def test_a_long_document_is_set_in_a_process_of_its_own_to_the_same_bytes(year: Year) -> None:
    document = form_copy(Source(year.disclosure, year.form, year.exhibit), year.form)
    day = year.disclosure.as_of
    assert typeset(document.data, {}, day, is_long=True) == typeset(document.data, {}, day)


def test_what_typst_refuses_is_the_same_in_a_process_of_its_own(year: Year) -> None:
    document = form_copy(Source(year.disclosure, None, None), html_tree("<h1>ሀለ</h1>"))
    said = []
    for is_long in (False, True):
        with pytest.raises(TypesettingError) as refused:
            typeset(document.data, {}, year.disclosure.as_of, is_long=is_long)
        said.append(str(refused.value))
    assert said[0] == said[1] != ""


def test_a_process_that_ends_early_is_told(
    year: Year, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ending = tmp_path / "ending.py"
    ending.write_text("import sys; sys.exit('Invented end')")
    monkeypatch.setattr(setting, "__file__", str(ending))
    document = form_copy(Source(year.disclosure, year.form, None), year.form)
    with pytest.raises(TypesettingError, match="Invented end"):
        typeset(document.data, {}, year.disclosure.as_of, is_long=True)


def test_a_year_with_a_long_list_gives_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_of_year, "LONG", 0)
    long, found = small()
    monkeypatch.undo()
    assert found == []
    assert long == small()[0]
