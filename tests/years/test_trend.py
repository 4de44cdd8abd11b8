"""The figures of all years beside each other."""

from typing import Any

from generator.model import Metal
from generator.prose.facts import facts_of
from generator.years.trend import YearFigures, breaks_in, figures_of
from tests.support.builders import PERU, RWANDA, disclosure, smelter


def figures(*rows: Any, **facts: Any) -> YearFigures:
    one = disclosure(*rows, **facts)
    return figures_of(one, facts_of(one))


def test_the_list_is_counted() -> None:
    found = figures(
        smelter(),
        smelter("Tin", 3, metal=Metal.TIN, country=RWANDA),
        smelter("Third", 4, country=PERU, status=1),
    )
    assert (found.rows, found.countries, found.in_covered_countries) == (3, 3, 1)
    assert dict(found.by_metal) == {Metal.GOLD: 2, Metal.TANTALUM: 0, Metal.TIN: 1, Metal.TUNGSTEN: 0}
    assert found.unit is None


def test_what_is_not_stated_is_none() -> None:
    found = figures(annex=None, counts=None, survey={"suppliers": None}, origins=None)
    assert (found.rows, found.conformant, found.countries, found.in_covered_countries) == (
        None,
        None,
        None,
        None,
    )
    assert (found.origins, found.covered_origins, found.by_metal) == (None, None, ())


def test_a_list_without_statuses_has_no_conformant_rows_to_count() -> None:
    from dataclasses import replace

    assert figures(replace(smelter(), status=None, country=None)).conformant is None


def year(number: int, words: tuple[str, ...], unit: str | None = None) -> YearFigures:
    return YearFigures(
        number, unit, 10, (), 5 if words else None, words, None, None, None, None, None, None, None
    )


def test_other_words_for_a_status_are_a_break() -> None:
    found = breaks_in([year(2023, ("Conformant",)), year(2022, ("Compliant",)), year(2024, ("CONFORMANT",))])
    assert [(one.year, one.what, one.before, one.after) for one in found] == [
        (2023, "status", ("Compliant",), ("Conformant",))
    ]


def test_a_year_that_states_nothing_is_looked_over() -> None:
    assert breaks_in([year(2021, ("Conformant",)), year(2022, ()), year(2023, ("Conformant",))]) == ()


def test_another_unit_is_a_break() -> None:
    found = breaks_in([year(2021, ("C",), "sources"), year(2022, ("C",))])
    assert [(one.what, one.after) for one in found] == [("unit", ("listed facilities",))]
