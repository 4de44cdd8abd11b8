"""An invented filer with a survey, four metals and three statuses, for tests of words and figures.

50 rows, 48 distinct names, 9 countries; two rows stand in covered countries.
"""

from __future__ import annotations

from typing import Any

from generator.checks.catalogue import Needs, checks_that_need
from generator.checks.prose import Prose
from generator.findings import Finding
from generator.model import CellRef, Country, Disclosure, DisclosureFacts, Metal, Period, Section, Smelter
from generator.pages.tables.prose_tables import prose_tables
from generator.prose.facts import facts_of
from generator.prose.known import known_figures
from generator.prose.placed import placed_sections
from tests.support.builders import STATED, changed

CONFORMANT, ACTIVE, NOT_ENROLLED = range(3)
STATUSES = [
    {"label": "Conformant", "class": "conformant", "as_of": "2026-03-31"},
    {"label": "Active", "class": "active"},
    {"label": "Not Enrolled", "class": "not_enrolled"},
]
SURVEY = {"suppliers": 125, "answered": 97, "tool_version": "6.5"}
NUMBERS = {
    Metal.GOLD: {CONFORMANT: 15, ACTIVE: 2, NOT_ENROLLED: 3},
    Metal.TANTALUM: {CONFORMANT: 8},
    Metal.TIN: {CONFORMANT: 8, ACTIVE: 1, NOT_ENROLLED: 3},
    Metal.TUNGSTEN: {CONFORMANT: 9, NOT_ENROLLED: 1},
}
PLACES = [
    Country("JP", "JAPAN", "Japan"), Country("PE", "PERU", "Peru"), Country("DE", "GERMANY", "Germany"),
    Country("CN", "CHINA", "China"), Country("BR", "BRAZIL", "Brazil"),
    Country("ID", "INDONESIA", "Indonesia"), Country("US", "UNITED STATES", "United States"),
]  # fmt: skip
RWANDA, UGANDA = Country("RW", "RWANDA", "Rwanda"), Country("UG", "UGANDA", "Uganda")
NUMBERED_NAME = "4711 Invented Gold S.p.A."
FILE = "report/01-text.md"


def facts(year: int = 2025, **changes: Any) -> DisclosureFacts:
    """What the filer states; ``changes`` by path, dots as two underscores."""
    stated = {
        **STATED,
        "registrant": {**STATED["registrant"], "name": "Example Industries, Inc.", "short_name": "Example"},
        "period": year,
        "filing": {"state": "draft"},
        "survey": SURVEY,
        "statuses": STATUSES,
    }
    return DisclosureFacts.model_validate(changed(stated, changes))


def rows(stated: DisclosureFacts, *, with_status: bool = True) -> tuple[Smelter, ...]:
    """The list: gold, tantalum, tin, tungsten; two names stand under two metals."""
    found: list[Smelter] = []
    for metal, numbers in NUMBERS.items():
        for status, count in numbers.items():
            for number in range(count):
                found.append(_row(stated, metal, status, number, len(found) + 2, with_status=with_status))
    return tuple(found)


def _row(
    stated: DisclosureFacts, metal: Metal, status: int, number: int, line: int, *, with_status: bool
) -> Smelter:
    name = f"Invented {metal} Works {'ABC'[status]}{number}"
    if metal is Metal.GOLD and status == CONFORMANT and number == 0:
        name = NUMBERED_NAME
    if metal in (Metal.TIN, Metal.TUNGSTEN) and status == CONFORMANT and number in (1, 2):
        name = f"Invented Twin Works {number}"
    country = PLACES[line % len(PLACES)]
    if status == NOT_ENROLLED and metal is Metal.GOLD and number == 0:
        country = UGANDA
    if status == CONFORMANT and metal is Metal.TIN and number == 0:
        country = RWANDA
    return Smelter(
        metal=metal,
        name=name,
        country=country,
        status=stated.statuses[status] if with_status else None,
        anchor=f"row-{line}",
        where=CellRef("smelters.xlsx", "Smelter List", f"C{line}"),
    )


def example_prose(text: str, *, year: int = 2025, title: str = "Text", **changes: Any) -> Prose:
    """The report of this filer, with this text below its title, as checks read it."""
    stated = facts(year, **changes)
    sections = (Section(1, "text", FILE, f"# {title}\n\n{text}\n"),)
    disclosure = Disclosure(Period(year), stated, rows(stated), sections)
    found = facts_of(disclosure)
    written = placed_sections(sections, found, prose_tables(disclosure, found))
    return Prose(disclosure, written, known_figures(found))


COMPLETENESS = frozenset({"CP-001", "CP-002", "CP-004"})
"""What a report lacks as a whole; a sentence of a test is no report."""


def findings_in(text: str, **options: Any) -> list[Finding]:
    """What the checks of words and figures find in the text."""
    prose = example_prose(text, **options)
    return [
        finding
        for check in checks_that_need(Needs.PROSE)
        for finding in check.run(prose)
        if finding.code not in COMPLETENESS
    ]
