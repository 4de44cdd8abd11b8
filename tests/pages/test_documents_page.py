"""The list of all documents of a year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import markdown
from bs4 import BeautifulSoup

from generator.model import UNIT_OF_COUNTING, Asset, FacilityList, OtherMineral
from generator.pages import documents_page as documents
from generator.pages.documents_page import CITE
from generator.pages.page import Page
from generator.prose.facts import facts_of
from tests.support.filing import restated

CSV = Asset(
    "2021/documents/smelters-2021.csv",
    b"abc",
    title="Smelters and refiners of 2021 as a table",
    purpose="For any spreadsheet.",
    media_type="text/csv",
)
SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def documents_page(*files: Asset, **changes: Any) -> Page:
    year = restated(**{"rows": ({},), **changes})
    return documents.render(year, facts_of(year), files)


def html(page: Page) -> BeautifulSoup:
    extensions = ["attr_list", "md_in_html", "toc", "def_list"]
    return BeautifulSoup(markdown.markdown(page.markdown, extensions=extensions), "lxml")


def table(page: Page) -> list[list[str]]:
    rows = html(page).select(".fsd-documents__table tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])] for row in rows]


def facts(page: Page, section: str) -> list[tuple[str, str]]:
    """Terms and descriptions in the list below the heading."""
    terms = html(page).select(f"#{section} + dl dt")
    return [(term.get_text(), term.find_next("dd").get_text()) for term in terms]


def addresses(page: Page) -> list[str]:
    return [str(link["href"]) for link in html(page).find_all("a")]


def offers(page: Page, section: str) -> list[list[str]]:
    """Name, purpose, type and size of what the section offers, each where there is one."""
    lines = html(page).select(f"#{section} ~ .fsd-offers")[0].select(".fsd-offer")
    parts = ("name", "purpose", "kind")
    found = [[line.select_one(f".fsd-offer__{part}") for part in parts] for line in lines]
    return [[" ".join(part.get_text(" ").split()) for part in line if part] for line in found]


def test_file_has_title_purpose_type_and_size() -> None:
    assert offers(documents_page(CSV), "list") == [
        ["Smelters and refiners of 2021 as a table", "For any spreadsheet.", "CSV 3 Bytes"]
    ]


def test_files_stand_by_who_needs_them() -> None:
    folder = "2021/documents/"
    page = documents_page(
        Asset(f"{folder}a.htm", b"", "Form SD (HTML for EDGAR)", is_for_edgar=True),
        Asset(f"{folder}b.json", b"", "Schema", is_companion=True),
        Asset(f"{folder}SHA256SUMS.txt", b"", "Checksums", is_companion=True),
        Asset(f"{folder}c.pdf", b"", "Everything"),
        Asset(f"{folder}our.pdf", b"", "Own file"),
        CSV,
    )
    names = {key: [line[0] for line in offers(page, key)] for key in ("read", "list", "filing", "build")}
    assert names == {
        "read": [
            "Everything",
            "Own file",
            "Form SD",
            "Conflict Minerals Report",
            "List of smelters and refiners",
        ],
        "list": ["Smelters and refiners of 2021 as a table"],
        "filing": ["Form SD (HTML for EDGAR)"],
        "build": ["Schema"],
    }


def test_sections_without_a_file_are_not_there() -> None:
    headings = [heading["id"] for heading in html(documents_page()).select("h2")]
    assert headings == ["read", "filing", "use"]


def test_files_of_the_list_say_how_many_rows_they_have() -> None:
    page = documents_page(CSV, rows=({}, {"anchor": "b"}))
    assert "Each file has 2 rows." in html(page).get_text()


def test_checksums_are_folded_and_name_every_file() -> None:
    page = documents_page(CSV, Asset("2021/documents/SHA256SUMS.txt", b"", "Checksums", is_companion=True))
    (fold,) = html(page).select("details")
    assert not fold.has_attr("open")
    assert table(page)[:2] == [["File", "SHA-256 checksum"], ["smelters-2021.csv", SHA_256_OF_ABC]]
    assert [row[0] for row in table(page)[1:]] == ["smelters-2021.csv", "SHA256SUMS.txt"]


def test_address_of_how_to_check_a_file_is_outside_of_the_fold() -> None:
    heading = html(documents_page(CSV)).select_one("#how-to-check-a-file")
    assert heading is not None
    assert heading.find_parent("details") is None


def test_sizes_are_for_people() -> None:
    page = documents_page(Asset("2021/documents/a.pdf", b"x" * 1_234_567, "A"))
    assert offers(page, "read")[0] == ["A", "PDF 1.2 MB"]


def test_files_without_a_title_are_not_listed() -> None:
    assert len(table(documents_page(CSV, Asset("assets/logo.svg", b"<svg/>")))) == 2


def test_addresses_of_files_are_relative_to_the_built_page() -> None:
    elsewhere = Asset("assets/map.csv", b"", "A map")
    found = addresses(documents_page(CSV, elsewhere))
    assert {"smelters-2021.csv", "../../assets/map.csv"} <= set(found)


def test_hostile_file_names_are_shown_and_linked_as_they_are() -> None:
    name = '<img src=x onerror=alert(1)> "a" & #b?c=d:e *f* {{ g }}.zip'
    page = documents_page(Asset(f"2021/documents/{name}", b"", f"Title {name}"))
    assert offers(page, "read")[0][0] == f"Title {name}"
    assert table(page)[1][0] == name
    assert not html(page).find_all("img")
    assert (
        "%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E%20%22a%22%20%26%20%23b%3Fc%3Dd%3Ae%20%2Af%2A%20"
        "%7B%7B%20g%20%7D%7D.zip" in addresses(page)
    )


def test_name_that_looks_like_a_scheme_stays_a_file() -> None:
    page = documents_page(Asset("2021/documents/javascript:alert(1)", b"", "A"))
    assert "javascript%3Aalert%281%29" in addresses(page)


def test_a_year_without_files_says_so() -> None:
    page = documents_page()
    assert "There are no files for this year." in page.markdown
    assert table(page) == []
    assert "Get-FileHash" not in page.markdown


def test_checksum_commands_are_for_windows_macos_and_linux() -> None:
    sums = Asset("2021/documents/SHA256SUMS.txt", b"", "Checksums", is_companion=True)
    one_by_one = ["Get-FileHash FILE", "shasum -a 256 FILE"]
    assert commands(documents_page(CSV, sums)) == [*one_by_one, "shasum -a 256 -c SHA256SUMS.txt"]
    assert commands(documents_page(CSV)) == one_by_one, "a file that is not there is not named"


def commands(page: Page) -> list[str]:
    return [code.get_text() for code in html(page).select("li code")]


def test_pages_of_a_filing_with_a_report() -> None:
    assert addresses(documents_page())[:3] == ["../form-sd/", "../report/", "../annex/"]


def test_pages_of_a_form_alone() -> None:
    assert addresses(documents_page(form__route="country-of-origin-inquiry"))[:2] == [
        "../form-sd/",
        "../annex/",
    ]


def test_filing_with_all_its_addresses() -> None:
    address = (
        "https://www.sec.gov/Archives/edgar/data/1107843/000110784322000045/0001107843-22-000045-index.htm"
    )
    page = documents_page(filing__edgar_url=address)
    assert facts(page, "filing") == [
        ("Filed", "Form SD, May 31, 2022"),
        ("The filing on EDGAR", address),
        ("All filings on EDGAR", "Filings under Commission file number 001-35662"),
        (
            "Address that Form SD names for the disclosure",
            "https://investor.qualys.com/financials-filings/sec-filings",
        ),
    ]
    assert addresses(page)[3:] == [
        address,
        "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&filenum=001-35662",
        "https://investor.qualys.com/financials-filings/sec-filings",
    ]


def test_amendment_is_named() -> None:
    assert facts(documents_page(filing__amendment=2), "filing")[0] == (
        "Filed",
        "Form SD/A (Amendment No. 2), May 31, 2022",
    )


def test_draft_says_when_it_is_due() -> None:
    assert facts(documents_page(filing={"state": "draft"}), "filing")[0] == (
        "Filed",
        "Not filed yet: this is a draft. Due date: May 31, 2022",
    )


def test_use_of_the_list_says_what_it_covers_how_it_is_counted_and_under_which_terms() -> None:
    page = documents_page(rows=({}, {"anchor": "b"}))
    assert facts(page, "use") == [
        ("Covers", "Qualys, Inc., January 1, 2021 to December 31, 2021"),
        ("Counted", f"2 rows. {UNIT_OF_COUNTING}"),
        ("Terms of use", "No license is stated."),
    ]


def test_lists_that_decide_a_status_stand_there_once_with_their_dates() -> None:
    status = {"class": "other", "definition": "Defined.", "list": "RMAP list"}
    statuses = [
        {**status, "label": "A", "as_of": "2022-03-01"},
        {**status, "label": "B", "as_of": "2022-03-01"},
        {**status, "label": "C", "list": "Other list"},
        {**status, "label": "D", "list": None},
    ]
    assert facts(documents_page(statuses=statuses), "use")[2:-1] == [
        ("RMAP list", "As of March 1, 2022"),
        ("Other list", "The filing gives no date for it."),
    ]


def test_terms_with_an_address_are_a_link() -> None:
    page = documents_page(terms={"text": "CC <BY>", "url": "https://www.example.com/by"})
    assert facts(page, "use")[-1] == ("Terms of use", "CC <BY>")
    assert "https://www.example.com/by" in addresses(page)


NO_COVER: dict[str, Any] = {
    **{f"registrant__{name}": None for name in ("jurisdiction", "commission_file_number", "address")},
    "registrant__contact": None,
    "registrant__disclosure_url": None,
    "filing__date": None,
    "filing__signatory": None,
}


def test_without_a_list_nothing_is_said_of_its_use() -> None:
    page = documents_page(rows=(), annex=None)
    assert facts(page, "use") == []
    assert CITE not in page.markdown
    assert "../annex/" not in addresses(page)


def test_a_restated_filing_shows_the_facts_of_its_cover_that_are_given() -> None:
    page = documents_page(**NO_COVER)
    assert facts(page, "filing") == [("Filed", "Form SD")]
    assert addresses(page)[:2] == ["../report/", "../annex/"]


def test_a_year_with_nothing_but_an_overview_leads_to_it() -> None:
    page = documents_page(rows=(), annex=None, form__route="country-of-origin-inquiry", **NO_COVER)
    assert addresses(page)[0] == "../"


def test_rows_that_are_not_counted_are_told_apart() -> None:
    year = restated(rows=({}, {"metal": OtherMineral("Cobalt")}))
    year = replace(
        year,
        smelters=year.smelters[:1],
        lists=tuple(FacilityList(str(i), "A", (row,)) for i, row in enumerate(year.smelters)),
    )
    page = documents.render(year, facts_of(year), ())
    assert dict(facts(page, "use"))["Counted"].startswith(
        "2 rows, of which 1 is part of the totals of the four conflict minerals."
    )


def test_line_to_cite_has_its_place() -> None:
    assert CITE in documents_page().markdown


def test_page_says_to_the_theme_what_it_is() -> None:
    page = documents_page(notice="An example.")
    assert page.uri == "2021/documents.md"
    assert page.meta.as_data() == {
        "title": "2021 documents",
        "description": "Documents of the 2021 conflict minerals disclosure of Qualys, Inc.: files with their"
        " checksums, and the filing with the SEC.",
        "year": 2021,
        "state": "final",
        "kind": "documents",
        "notice": "An example.",
    }


def test_published_text_has_no_marks() -> None:
    assert not re.search("[\U000f0001-\U000f0003]", documents_page(CSV).complete)
