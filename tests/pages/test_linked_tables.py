"""Tables beside the pictures: shares, and links to the annex."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from generator.model import Country, Metal
from generator.pages import linked_tables, tables
from generator.pages.annex_links import AnnexLinks
from generator.prose.facts import facts_of
from generator.prose.marks import without_marks
from tests.support.filing import restated

LINKS = AnnexLinks("annex/", ("Full Compliant", "Indeterminable"))
CHINA = Country("CN", "CHINA", "China")
HONG_KONG = Country("HK", "HONG KONG", "China")
UNKNOWN = Country(None, "Unknown", "Unknown")
ROWS: tuple[dict[str, Any], ...] = ({}, {"status": 1}, {}, {"metal": Metal.TIN, "country": CHINA})


def soup(table: tables.Table) -> BeautifulSoup:
    return BeautifulSoup(without_marks(tables.html(table)), "lxml")


def lines(table: BeautifulSoup) -> list[str]:
    return [" ".join(row.get_text(" ", strip=True).split()) for row in table("tr")]


def addresses(table: BeautifulSoup) -> dict[str, str]:
    return {link.get_text(): str(link["href"]) for link in table("a")}


def test_each_number_has_its_share_of_the_metal() -> None:
    table = soup(linked_tables.status_by_metal(facts_of(restated(rows=ROWS)), LINKS))
    assert lines(table) == [
        "Metal Full Compliant Indeterminable Total",
        "Gold 2 66.7% 1 33.3% 3",
        "Tin 1 100% 0 0% 1",
        "All metals 3 75% 1 25% 4",
    ]


def test_metals_that_have_rows_lead_to_them() -> None:
    table = soup(linked_tables.status_by_metal(facts_of(restated(rows=ROWS)), LINKS))
    assert addresses(table) == {"Gold": "annex/?metal=gold#facilities", "Tin": "annex/?metal=tin#facilities"}


def test_every_country_leads_to_its_rows() -> None:
    rows = ({}, {"country": CHINA}, {"country": UNKNOWN})
    table = soup(linked_tables.countries(restated(rows=rows), LINKS))
    assert addresses(table) == {
        "China": "annex/?country=CN#facilities",
        "Italy": "annex/?country=IT#facilities",
        "Unknown": "annex/?country=unknown#facilities",
    }


def test_one_name_of_two_countries_leads_to_both() -> None:
    table = soup(linked_tables.countries(restated(rows=({"country": CHINA}, {"country": HONG_KONG})), LINKS))
    assert addresses(table) == {"China": "annex/?country=CN&country=HK#facilities"}


def test_the_numbers_are_those_of_the_plain_table() -> None:
    year = restated(rows=ROWS)
    plain, linked = tables.countries(year), linked_tables.countries(year, LINKS)
    assert [row.cells for row in plain.rows] == [row.cells for row in linked.rows]
    assert plain.totals == linked.totals


def test_a_name_of_several_lines_and_with_markup_is_a_link_like_any_other() -> None:
    name = 'A\n"><b>B'
    table = soup(linked_tables.countries(restated(rows=({"country": Country(None, name, name)},)), LINKS))
    assert addresses(table) == {'A "><b>B': "annex/?country=a-b-b#facilities"}


def test_stated_counts_have_shares_and_no_links() -> None:
    counts = {
        "unit": "known SORs",
        "total": 99,
        "by_metal": {"Gold": 55, "Tin": 44},
        "by_metal_and_status": {"Tin": {"Full Compliant": 42}},
    }
    facts = facts_of(restated(annex=None, counts=counts))
    table = soup(linked_tables.status_by_metal(facts, None))
    assert lines(table) == [
        "Metal Full Compliant Total",
        "Gold 55",
        "Tin 42 95.5% 44",
        "All metals 99",
    ]
    assert addresses(table) == {}


def test_rows_without_a_country_lead_nowhere() -> None:
    table = soup(linked_tables.countries(restated(rows=({}, {"country": None})), LINKS))
    assert addresses(table) == {"Italy": "annex/?country=IT#facilities"}
