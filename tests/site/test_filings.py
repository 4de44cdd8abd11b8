"""Six real filings, published: each list is as it was filed, each paragraph is there, nothing else is said.

Pages, PDF, EDGAR files and CSV are read by lxml, pypdf and csv, which share nothing with what wrote them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from playwright.sync_api import Browser, expect

from generator.findings import errors
from generator.pipeline import load
from tests.support.annex import box, said
from tests.support.browser import open_context
from tests.support.build import BuildFailedError, build_strictly
from tests.support.exhibit_text import BULLET, MARKER, bare, names_in, paragraphs_of, texts
from tests.support.filings import FILERS, METALS, Filer, filed_rows, write_filing
from tests.support.pdf_text import TaggedPdf, walk_tags
from tests.support.server import serve

pytestmark = pytest.mark.site

LISTED = [filer for filer in FILERS if filer.columns]


@dataclass(frozen=True)
class Published:
    """A filing as this program publishes it."""

    filer: Filer
    data: Path
    site: Path

    @property
    def year(self) -> Path:
        return self.site / str(self.filer.year)

    @property
    def rows(self) -> list[list[str]]:
        """The rows as filed, without headings."""
        return filed_rows(self.filer)[1:]


@pytest.fixture(scope="session")
def published(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    """Filers by name, built on demand."""
    return {}


@pytest.fixture
def filing(
    request: pytest.FixtureRequest,
    shared: Path,
    published: dict[str, Published],
    tmp_path_factory: pytest.TempPathFactory,
) -> Published:
    """The filing that the test names, built once a run."""
    filer: Filer = request.param
    if filer.name not in published:
        folder = tmp_path_factory.mktemp(filer.name)
        settings = write_filing(filer, folder / "project")
        try:
            build_strictly(settings, folder / "site", site_url="https://www.invented.internal/ir/")
        except BuildFailedError as error:
            raise pytest.fail.Exception(f"{filer.name} does not build:\n{error}", pytrace=False) from None
        published[filer.name] = Published(filer, folder / "project" / "data", folder / "site")
    return published[filer.name]


every = pytest.mark.parametrize("filing", FILERS, ids=lambda filer: filer.name, indirect=True)
with_list = pytest.mark.parametrize("filing", LISTED, ids=lambda filer: filer.name, indirect=True)


def html(path: Path) -> Any:
    return lxml.html.parse(str(path), parser=lxml.html.HTMLParser(encoding="utf-8")).getroot()


def line(element: Any) -> str:
    return " ".join("".join(texts(element)).replace("\xad", "").replace("\u200b", "").split())


def without_covered(cell: str) -> str:
    """The country as filed, without the program's own words behind it."""
    return cell.removesuffix(" (covered country)")


@every
def test_it_is_final_and_nothing_stops_it(filing: Published) -> None:
    (year,) = load(filing.data)
    assert [str(finding) for finding in errors(year.findings)] == []


@with_list
def test_the_page_has_the_rows_as_filed(filing: Published) -> None:
    """In the page's order of columns; a country as filed is what its cell holds."""
    tables = html(filing.year / "annex" / "index.html").xpath("//table[contains(@class, 'fsd-annex')]")
    for table in tables:
        for cell in table.xpath(".//td[@data-country]"):
            usual = line(cell).upper() if table.get("data-filed") == "capitals" else line(cell)
            for child in list(cell):
                cell.remove(child)
            cell.text = cell.get("data-filed", usual)
    assert list(map(sorted, rows_of(tables, filing.filer))) == list(map(sorted, filing.rows))


@with_list
def test_the_edgar_exhibit_has_the_rows_as_filed(filing: Published) -> None:
    root = html(filing.year / "documents" / "edgar" / "ex1-01.htm")
    names = {row[-len(filing.rows[0]) + 1 if filing.filer.has_metal_headings else 1] for row in filing.rows}
    tables = [table for table in root.iter("table") if is_list(table, names, filing.filer)]
    assert [list(map(without_covered, row)) for row in rows_of(tables, filing.filer)] == filing.rows


def is_list(table: Any, names: set[str], filer: Filer) -> bool:
    """Whether more than half of its rows name a facility of the list."""
    rows = [[line(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    return sum(bool(names & set(row)) for row in rows) * 2 > len(rows)


def rows_of(tables: list[Any], filer: Filer) -> Iterator[list[str]]:
    """The rows below the headings; a metal that was a heading above the table stands in one above it."""
    for table in tables:
        metal = []
        if filer.has_metal_headings:
            above = table.xpath("caption | preceding::*[self::h2 or self::h3 or self::h4 or self::h5][1]")
            words = " ".join(line(one) for one in above)
            metal = [
                next(
                    one for one in ("Gold", "Tantalum", "Tin", "Tungsten") if re.search(rf"\b{one}\b", words)
                )
            ]
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            if any(cell.tag == "td" for cell in cells) and not all(is_heading(cell) for cell in cells):
                yield [*metal, *map(line, cells)]


def is_heading(cell: Any) -> bool:
    return cell.tag == "th" and cell.get("scope") == "col"


@with_list
def test_the_pdf_has_the_rows_as_filed(filing: Published) -> None:
    pdf = TaggedPdf(
        (filing.year / "documents" / f"conflict-minerals-report-{filing.filer.year}.pdf").read_bytes()
    )
    found = []
    at = 1 if filing.filer.has_metal_headings else 0
    names = {bare(row[at if filing.filer.columns[0] == "name" else at + 1]) for row in filing.rows}
    metal = ""
    for element in walk_tags(pdf.root["/StructTreeRoot"]):
        kind = element.get("/S")
        if kind in ("/H1", "/H2", "/H3", "/H4", "/Caption"):
            words = pdf.text_of(element)
            metal = next(
                (one for one in ("Gold", "Tantalum", "Tin", "Tungsten") if words.startswith(one)), metal
            )
        if kind != "/TR":
            continue
        cells = [bare(pdf.text_of(cell)) for cell in walk_tags(element) if cell.get("/S") in ("/TD", "/TH")]
        if names & set(cells):
            found.append([metal, *cells] if filing.filer.has_metal_headings else cells)
    untagged = [[cell.removesuffix("(coveredcountry)") for cell in row] for row in found]
    assert untagged == [list(map(bare, row)) for row in filing.rows]


@with_list
def test_the_csv_has_the_rows_as_filed(filing: Published) -> None:
    path = filing.year / "documents" / f"smelters-{filing.filer.year}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    filed = {
        "metal": ("Mineral as filed", "Metal as filed", "Metal"),
        "name": ("Name as filed", "Smelter or refiner"),
        "country_as_filed": ("Country as filed",),
        "cid": ("Smelter ID (CID)", "Identifier as filed", "Identifier"),
        "status": ("Status as filed", "Status"),
    }
    shown = (
        ["metal", *filing.filer.columns] if filing.filer.has_metal_headings else list(filing.filer.columns)
    )
    found = [
        [
            next(row[heading] for heading in filed[column] if row.get(heading)).removeprefix("'")
            for column in shown
        ]
        for row in rows
    ]
    assert found == filing.rows


@every
def test_every_paragraph_of_the_exhibit_is_in_the_published_report(filing: Published) -> None:
    names = names_in(filing.filer.list_file)
    root = html(filing.year / "report" / "index.html")
    notes = [bare(line(entry)) for entry in root.xpath("//div[@class='footnote']/ol/li")]
    shown = bare("".join(texts(root)))
    missing = [
        paragraph
        for paragraph in paragraphs_of(filing.filer.exhibit, names)
        if not MARKER.fullmatch(paragraph)
        and BULLET.sub("", paragraph) not in shown
        and not any(note.startswith(re.sub(r"^\d+", "", paragraph)) for note in notes)
        and paragraph not in METALS  # headings of lists stand with the lists
    ]
    assert missing == []


ABSENT = {
    "caterpillar": ("Not stated", "0 of", "in which the"),
    "garrett": ("located in a covered country", "in which the"),
    "honda": ("located in a covered country", "7,000 of 7,000", "in which the"),
    "microsoft": (),
    "ford": (),
    "nike": ("distinct names", "in which the", "The rows are"),
}
"""Words of the program that would say of these filings what they do not say."""


@every
def test_no_page_says_what_the_filing_does_not(filing: Published) -> None:
    pages = [path for path in filing.year.rglob("*.html") if path.parent.name != "report"]
    for path in (filing.site / "index.html", *sorted(pages)):
        words = line(html(path))
        for phrase in ABSENT[filing.filer.name]:
            assert phrase not in words, f"{path.relative_to(filing.site)}: {phrase}"


@every
def test_there_is_no_form_where_the_exhibit_alone_is_known(filing: Published) -> None:
    assert not (filing.year / "form-sd").exists()
    assert not (filing.year / "documents" / "edgar" / "form-sd.htm").exists()
    front = html(filing.year / "index.html")
    assert [
        link for link in front.xpath("//a/@href") if "form-sd" in link and not link.endswith(".pdf")
    ] == []


def test_a_filing_without_list_has_neither_annex_nor_data_files(
    shared: Path, published: dict[str, Published], tmp_path_factory: pytest.TempPathFactory, request: Any
) -> None:
    folder = tmp_path_factory.mktemp("nike-alone")
    nike = next(filer for filer in FILERS if not filer.columns)
    build_strictly(
        write_filing(nike, folder / "project"), folder / "site", site_url="https://www.invented.internal/"
    )
    year = folder / "site" / str(nike.year)
    assert not (year / "annex").exists()
    assert [path.name for path in (year / "documents").glob("smelters-*")] == []


ASKED = ("tin", "gold", "tin rwanda", "indeterminable", "full compliant", "usa", "uae", "uk")
IN_SHORT = {"UNITED STATES OF AMERICA": "USA", "UNITED ARAB EMIRATES": "UAE", "UNITED KINGDOM": "UK"}


@pytest.mark.browser
@pytest.mark.parametrize(
    "filing",
    [one for one in FILERS if one.name in ("ford", "honda")],
    ids=lambda one: one.name,
    indirect=True,
)
def test_what_people_type_finds_as_many_rows_as_the_list_has(filing: Published, browser: Browser) -> None:
    with serve(filing.site) as address, open_context(browser, address, refused=[]) as context:
        page = context.new_page()
        page.goto(f"{filing.filer.year}/annex/")
        for query in ASKED:
            box(page).fill(query)
            number = counted_in_list(filing.filer.list_file, query.split())
            expect(said(page)).to_have_text(f"{number} of {len(filing.rows)} rows")


def counted_in_list(path: Path, asked: list[str]) -> int:
    """Rows of the file in which each word begins one of the row's, or the short name of its country."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [[*row.values(), IN_SHORT.get(row.get("Smelter Country", ""), "")] for row in rows]
    words = [re.findall(r"[^\W_]+", " ".join(text).casefold()) for text in texts]
    return sum(all(any(word.startswith(one) for word in of_row) for one in asked) for of_row in words)
