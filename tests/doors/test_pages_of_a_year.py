"""Which pages a year has follows from what the filing gives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator import pipeline
from generator.model import Disclosure, Route
from generator.pages.page import PageKind
from generator.pipeline import Year
from generator.prose.facts import facts_of
from generator.prose.prose import RenderedSection
from tests.support.filing import restated

NO_ADDRESS: dict[str, Any] = {"registrant__address": None}
NO_WEBSITE: dict[str, Any] = {"registrant__disclosure_url": None}
NO_LIST: dict[str, Any] = {"annex": None}
SECTION = RenderedSection(1, "inquiry", "The inquiry", "Invented text.", "01-inquiry.md")


def year(found: Disclosure) -> Year:
    return Year(found.year, (), found, facts_of(found), (SECTION,))


def with_list(**changes: Any) -> Year:
    return year(restated(rows=({},), **changes))


def without_list(**changes: Any) -> Year:
    return year(restated(**NO_LIST, **changes))


REPORT, INQUIRY = {"form__route": Route.REPORT.value}, {"form__route": Route.INQUIRY.value}


@pytest.mark.parametrize(
    ("loaded", "kinds"),
    [
        (with_list(**REPORT), ["overview", "form", "report", "annex"]),
        (without_list(**REPORT), ["overview", "form", "report"]),
        (with_list(**INQUIRY), ["overview", "form", "annex"]),
        (without_list(**INQUIRY), ["overview", "form"]),
        (with_list(**REPORT, **NO_ADDRESS), ["overview", "report", "annex"]),
        (without_list(**REPORT, **NO_ADDRESS), ["overview", "report"]),
        (with_list(**REPORT, **NO_WEBSITE), ["overview", "report", "annex"]),
        (without_list(**INQUIRY, **NO_ADDRESS), ["overview"]),
    ],
)
def test_a_year_has_the_pages_that_it_has_something_for(loaded: Year, kinds: list[str]) -> None:
    assert list(pipeline.filing_pages(loaded)) == kinds
    pages = pipeline.year_pages(loaded, (), "")
    assert list(pages) == [*kinds, "documents"]


def test_no_page_leads_to_a_pdf_of_a_form_that_is_not_shown() -> None:
    pages = pipeline.filing_pages(without_list(**REPORT, **NO_ADDRESS), has_pdf=True)
    assert "form-sd" not in pages["report"].markdown


def test_the_text_of_a_form_that_is_not_shown_stands_on_the_overview() -> None:
    pages = pipeline.filing_pages(without_list(**INQUIRY, **NO_ADDRESS))
    assert "Invented text." in pages["overview"].markdown
    pages = pipeline.filing_pages(without_list(**INQUIRY))
    assert "Invented text." in pages["form"].markdown
    assert "Invented text." not in pages["overview"].markdown


def test_a_year_without_a_list_says_nothing_to_cite() -> None:
    documents = pipeline.year_pages(without_list(), (), "https://www.example.com/")[PageKind.DOCUMENTS]
    assert documents.inserts == {}


def test_rows_that_are_not_counted_are_a_list_too() -> None:
    found = restated(rows=({},))
    found = replace(found, lists=found.shown_lists, smelters=())
    assert found.has_list
    assert "annex.md" in next(iter(pipeline.filing_pages(year(found)).values())).markdown
