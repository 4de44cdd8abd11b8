"""Checks of figures: the computed ones against the stated ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ..findings import Finding
from ..findings.catalogue import CONTROL, SHARES, SURVEY
from ..model import Disclosure, percent
from ..model.counted import counted


def figures_match_control(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-001: what the program counts is what people know from elsewhere (entry ``control``)."""
    control = disclosure.facts.control
    rows = disclosure.smelters
    by_metal = Counter(row.metal for row in rows)
    by_status = Counter(row.status.label for row in rows)
    countries = len({row.country.name for row in rows if row.country.code})
    expected_and_own = [
        ("rows", control.rows, len(rows)),
        ("countries", control.countries, countries),
        *((f"by_metal.{metal}", number, by_metal[metal]) for metal, number in control.by_metal.items()),
        *((f"by_status.{label}", number, by_status[label]) for label, number in control.by_status.items()),
    ]
    for name, expected, own in expected_and_own:
        if expected is not None and expected != own:
            message = f"control.{name} is {expected}, the list has {own}"
            advice = "Find the row that is missing or too many, or correct the control figure."
            yield Finding(CONTROL, message, disclosure.where("control", *name.split(".", 1)), advice)


def survey_adds_up(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-002: nobody answered who was not asked."""
    survey = disclosure.facts.survey
    if survey.answered > survey.suppliers:
        asked = counted(survey.suppliers, "was", "were")
        message = f"{counted(survey.answered, 'supplier')} answered, but only {asked} asked"
        advice = "Correct survey.suppliers or survey.answered."
        yield Finding(SURVEY, message, disclosure.where("survey", "answered"), advice)
    outside = survey.outside_covered_countries
    if outside is not None and outside > survey.answered:
        message = (
            f"{counted(outside, 'supplier declares that it does', 'suppliers declare that they do')}"
            " not source from covered countries,"
            f" but only {survey.answered} answered"
        )
        advice = "Correct survey.outside_covered_countries or survey.answered."
        yield Finding(SURVEY, message, disclosure.where("survey", "outside_covered_countries"), advice)


def shares_add_up(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-003: shares with one decimal, as the report prints them."""
    of_status = Counter(row.status.label for row in disclosure.smelters)
    shares = [percent(of_status[label], len(disclosure.smelters)) for label in of_status]
    total = sum(Decimal(share.removesuffix("%")) for share in shares)
    if shares and total != 100:
        message = f"the rounded shares of the statuses, {', '.join(shares)}, add up to {total}%"
        advice = "Nothing to mend; where all of them are printed, say that they are rounded."
        yield Finding(SHARES, message, disclosure.where("statuses"), advice)
