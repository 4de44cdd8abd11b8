"""The documents of years that are hard to set, as they come out: pages, tables, frame, what EDGAR gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from generator.documents.make import filing_files
from generator.documents.output import Output
from generator.documents.pdf import names
from generator.documents.pdf.gate import broken_rules
from generator.findings import errors
from generator.pipeline import export_files
from tests.support import document_cases
from tests.support.document_cases import CASES, SHARED, Case, shared_case
from tests.support.pdf_text import TaggedPdf, kids, walk_tags

MARGIN, WIDTH = 72.0, 612.0
"""In points: an inch, and letter paper upright."""


class Made:
    """The documents of one case, by name."""

    def __init__(self, case: Case) -> None:
        loaded = case.loaded()
        assets, found = filing_files(loaded.disclosure, case.pages(), Output())
        assert not errors(found), found
        self.findings = found
        self.disclosure = loaded.disclosure
        self.files = {asset.name: asset.content for asset in assets}
        self.web = self.files[names.web_of(loaded.disclosure)]

    def texts(self) -> list[str]:
        """The text of each page of the website copy."""
        document = pypdfium2.PdfDocument(self.web)
        return [page.get_textpage().get_text_range() for page in document]

    def html(self) -> dict[str, str]:
        return {name: content.decode() for name, content in self.files.items() if name.endswith(".htm")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


@pytest.fixture(scope="module")
def long_name(folder: Path) -> Made:
    return Made(document_cases.long_name(folder / "long-name"))


@pytest.fixture(scope="module")
def new_year(folder: Path) -> Made:
    return Made(document_cases.new_year(folder / "new-year"))


@pytest.fixture(scope="module")
def draft(folder: Path) -> Made:
    return Made(document_cases.draft(folder / "draft"))


@pytest.fixture(scope="module")
def no_report(folder: Path) -> Made:
    return Made(document_cases.no_report(folder / "no-report"))


@pytest.fixture(params=["long_name", "new_year", "draft", "no_report"])
def made(request: pytest.FixtureRequest) -> Made:
    found: Made = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=SHARED)
def handed_over(request: pytest.FixtureRequest, tmp_path: Path) -> Made:
    name = request.param
    if not (CASES / name).is_dir():
        pytest.skip(f"shared/cases/documents/{name} is not there")
    return Made(shared_case(name, SHARED[name], tmp_path / name))


# All of them


def test_every_file_keeps_to_its_rules(made: Made) -> None:
    for name, content in made.files.items():
        if name.endswith(".pdf"):
            assert broken_rules(content) == [], name


def test_cases_that_were_handed_over_keep_to_their_rules(handed_over: Made) -> None:
    assert handed_over.findings == []
    test_every_file_keeps_to_its_rules(handed_over)
    test_nothing_stands_outside_the_margins(handed_over)
    test_rows_stay_together(handed_over)


def test_nothing_stands_outside_the_margins(made: Made) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(made.web), start=1):
        width, height = page.get_size()
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = thing.get_bounds()
            if top - bottom > 60:  # the watermark
                continue
            assert left >= MARGIN - 2, (number, left)
            assert right <= width - MARGIN + 2, (number, right)
            assert bottom >= 20, (number, bottom)
            assert top <= height - 20, (number, top)


def test_no_page_ends_early_but_the_last_ones_of_their_parts(made: Made) -> None:
    """A page that is less than half full ends a part, or a list on paper on its side."""
    document = pypdfium2.PdfDocument(made.web)
    sides = [page.get_size() for page in document]
    ends = [lowest(page) for page in document]
    texts = made.texts()
    for number, end in enumerate(ends):
        if number == len(ends) - 1 or end < sides[number][1] * 0.55:
            continue
        width, height = sides[number]
        ends_list = width > height and sides[number + 1] != sides[number]
        begins = any(words in texts[number + 1] for words in ("SIGNATURES", "Conflict Minerals Report"))
        assert ends_list or begins, (number + 1, end)


def test_text_before_a_page_on_its_side_goes_onto_it_rather_than_onto_a_page_of_its_own(
    long_name: Made,
) -> None:
    """A table of countries fills the last upright page, and three short sections follow."""
    texts = long_name.texts()
    (turned, *_) = (
        number
        for number, page in enumerate(pypdfium2.PdfDocument(long_name.web))
        if page.get_width() > page.get_height()
    )
    assert "Zimbabwe" in texts[turned - 1]
    assert "Recycled or scrap sources" not in texts[turned - 1]
    for words in ("Recycled or scrap sources", "Conclusion", "Annex I – Smelter list", "CID100002"):
        assert words in texts[turned], words


def test_notes_of_a_list_stand_below_it_or_above_the_text_that_follows(long_name: Made) -> None:
    texts = long_name.texts()
    (place,) = (number for number, text in enumerate(texts) if "Joined under cross-recognition" in text)
    assert "CID1000" in texts[place] or "Future steps" in texts[place]


def lowest(page: Any) -> float:
    """How far above the paper's lower edge the page ends, without its number."""
    things = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT, pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    bottoms = [thing.get_bounds()[1] for thing in things]
    return min((bottom for bottom in bottoms if bottom > 60), default=0.0)


def test_rows_stay_together(made: Made) -> None:
    """A table of up to twelve rows stands on one page; of a longer one three rows stay at each end."""
    tagged = TaggedPdf(made.web)
    for table in tagged.elements("/Table"):
        pages = [page_of(row) for row in walk_tags(table) if row.get("/S") == "/TR"]
        rows = [page for page in pages[1:] if page is not None]
        if len(rows) <= 12:
            assert len(set(rows)) <= 1, tagged.text_of(table)
            continue
        assert len(set(rows[:3])) == 1, tagged.text_of(table)
        assert len(set(rows[-3:])) == 1, tagged.text_of(table)
        for page in set(rows):
            assert rows.count(page) >= 3, tagged.text_of(table)


def page_of(row: Any) -> int | None:
    """The object number of the page on which a row begins; None for one without text."""
    for element in walk_tags(row):
        if "/Pg" in element and any(
            isinstance(kid, int) or kid.get("/Type") == "/MCR" for kid in kids(element)
        ):
            return int(element.raw_get("/Pg").idnum)
    return None


def test_cells_that_hold_rows_together_are_in_no_row(made: Made) -> None:
    for table in TaggedPdf(made.web).elements("/Table"):
        rows = [row for row in walk_tags(table) if row.get("/S") == "/TR"]
        counts = {len(kids(row)) for row in rows if len(kids(row)) > 1}
        assert len(counts) <= 1
        for row in rows:
            for cell in kids(row):
                spans = str(cell.get("/A", ""))
                assert "/RowSpan" not in spans


# 1. Notice, signature


def test_the_notice_stands_in_the_head_of_every_document(long_name: Made) -> None:
    notice = document_cases.NOTICE
    texts = [" ".join(text.split()) for text in long_name.texts()]
    assert notice in texts[0]
    first = next(text for text in texts if "Conflict Minerals Report The Venerable" in text)
    assert first.index(notice) < first.index("Conflict Minerals Report The Venerable")
    for name, html in long_name.html().items():
        assert notice in " ".join(html.split()), name


def test_what_restates_is_not_signed_for_edgar_and_says_so(long_name: Made) -> None:
    html = " ".join(long_name.html()["form-sd-a2.htm"].split())
    assert "/s/" not in html
    assert "RESTATED from a filing that was signed and filed elsewhere: not to be submitted" in html
    courtesy = pypdfium2.PdfDocument(long_name.files["form-sd-2021-edgar-a2.pdf"])
    assert "/s/" not in "".join(page.get_textpage().get_text_range() for page in courtesy)
    assert any("/s/ Bruce K. Posey" in text for text in long_name.texts())


def test_a_year_of_its_own_is_signed_for_edgar(folder: Path) -> None:
    case = document_cases.no_report(folder / "signed")
    document_cases.change_yml(folder / "signed" / "2025" / "disclosure.yml", filing__signed_elsewhere="")
    document_cases.sign(case.data_dir, case.year)
    html = Made(case).html()["form-sd.htm"]
    assert "/s/ Ina Invented" in html
    assert "RESTATED" not in html


# 3. Covered countries


def test_every_table_says_which_countries_are_covered_countries(new_year: Made) -> None:
    html = " ".join(new_year.html()["ex1-01.htm"].split())
    cells = re.findall(r"<t[dh][^>]*>((?:Rwanda|Peru)[^<]*)<", html)
    assert {cell for cell in cells if cell.startswith("Rwanda")} == {"Rwanda (covered country)"}
    assert {cell for cell in cells if cell.startswith("Peru")} == {"Peru"}
    text = " ".join(" ".join(new_year.texts()).split())
    assert text.count("Rwanda (covered country)") >= 5


# 5. Each metal's rows


def test_each_metal_has_a_head_that_says_where_it_goes_on(long_name: Made) -> None:
    text = "\n".join(long_name.texts())
    assert "Gold (continued)" in text
    begin = next(page for page in long_name.texts() if "Annex I – Smelter list: 84 rows" in page)
    assert re.search(r"^Gold\s*$", begin, re.MULTILINE)


def test_pictures_stay_in_their_subsection(new_year: Made) -> None:
    text = " ".join(" ".join(new_year.texts()).split())
    places = [
        text.index(words)
        for words in (
            "Listed facilities by metal and status",
            "Number of listed facilities by metal and status",
            "What each status means Status",
            "Listed facilities by the country",
            "Map of the countries",
            "Countries of origin of the minerals",
        )
    ]
    assert places == sorted(places)
    assert "Listed facilities by country China" not in text


# 7. Running head


def test_the_running_head_stays_in_one_line(long_name: Made) -> None:
    for text in long_name.texts()[1:]:
        head = text.replace("\r", "").split("\n")[0]
        assert head.startswith("Venerable Metals"), head


def test_a_draft_of_an_example_says_so_on_every_page(draft: Made) -> None:
    for text in draft.texts():
        assert "EXAMPLE: NO FILING OF THE COMPANY THAT IT NAMES. DRAFT: NOT FILED" in " ".join(text.split())


# 8. Bookmarks and what the file says of itself


def test_bookmarks_are_open_and_have_the_break_between_lines(long_name: Made) -> None:
    reader = TaggedPdf(long_name.web).reader
    assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"
    titles = [str(one["/Title"]) for one in flat(reader.outline)]
    assert titles[0] == "FORM SD/A (Amendment No. 2) – Specialized Disclosure Report"


def flat(outline: Any) -> Iterator[Any]:
    for one in outline:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one


def test_items_stand_below_their_sections_in_the_bookmarks(new_year: Made) -> None:
    form = TaggedPdf(new_year.web).reader.outline[1]
    titles = [[str(one["/Title"]) for one in flat([part])] for part in form if isinstance(part, list)]
    assert titles[0][0] == "Item 1.01 Conflict Minerals Disclosure and Report"


def test_a_file_says_what_it_is_about_and_a_final_is_no_proof(new_year: Made, draft: Made) -> None:
    for made, words in ((new_year, b"default"), (draft, b"proof")):
        reader = TaggedPdf(made.web).reader
        assert (
            "Rule 13p-1 for the reporting period from January 1 to December 31, 2025"
            in reader.metadata.subject
        )
        assert "conflict minerals" in reader.metadata["/Keywords"]
        xmp = reader.trailer["/Root"]["/Metadata"].get_data()
        assert b"<xmpMM:RenditionClass>" + words in xmp


def test_only_a_document_of_more_than_six_pages_has_contents(new_year: Made, no_report: Made) -> None:
    assert any(text.strip().startswith("Contents") or "\nContents" in text for text in new_year.texts())
    assert len(no_report.texts()) <= 6
    assert "Contents" not in "".join(no_report.texts())


# 9. Links


def test_the_annex_does_not_link_to_itself(new_year: Made) -> None:
    html = " ".join(new_year.html()["ex1-01.htm"].split())
    assert "The annex lists" in html
    assert "annex</a> lists" not in html


def test_a_year_may_leave_out_what_is_for_edgar(folder: Path) -> None:
    case = document_cases.no_report(folder / "without-edgar")
    settings = folder / "without-edgar" / "2025" / "disclosure.yml"
    document_cases.change_yml(settings, documents={"edgar": "no"})
    made, found = export_files([case.loaded()])
    assert found == ()
    names_made = [asset.name for asset in made]
    assert "form-sd-2025.pdf" in names_made
    assert [name for name in names_made if "edgar" in name or name.endswith(".htm")] == []
