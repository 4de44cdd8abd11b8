"""The figures of all years beside each other: only what each year states, and where its words changed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Disclosure, Metal, StatusClass
from ..prose.facilities import Facilities
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What one year says of itself. None: the filer does not say it, or not as a number.

    Figures know from where they are, with their year before the path: ``2021:facilities.total``.
    """

    year: int
    unit: str | None
    """The filing's word for what it counts; None: the rows of its list."""
    rows: int | None
    by_metal: tuple[tuple[Metal, int], ...]
    """The metals of which a number is known, in the order of the rule."""
    conformant: int | None
    """Rows whose status is of the class ``conformant``."""
    conformant_words: tuple[str, ...]
    """The filer's words for that status; empty where it has none."""
    countries: int | None
    """Countries in which the facilities stand, as far as known."""
    in_covered_countries: int | None
    """Rows of facilities that stand in a covered country."""
    asked: int | str | None
    """Suppliers asked, a number or the filer's words."""
    answered: int | str | None
    response_rate: str | None
    """In the filer's words, else computed from both numbers."""
    origins: int | None
    """Countries of origin that the filer names; None: it names none."""
    covered_origins: int | None
    """Covered countries among them."""


def figures_of(disclosure: Disclosure, facts: AllFacts) -> YearFigures:
    """The figures of one year."""
    facilities, survey = facts.facilities, facts.survey
    conformant = facilities.conformant if facilities.gives_status else None
    words = tuple(
        status.label for status in disclosure.facts.statuses if status.status_class is StatusClass.CONFORMANT
    )
    year = disclosure.year
    covered = _counted(year, facilities.in_covered_countries) if facilities.gives_country else None
    return YearFigures(
        year=year,
        unit=None if facilities.unit is None else str(facilities.unit),
        rows=_counted(year, facilities),
        by_metal=tuple(_by_metal(year, facilities)),
        conformant=_counted(year, conformant) if conformant and words else None,
        conformant_words=words,
        countries=_number(year, facilities.countries),
        in_covered_countries=covered,
        asked=_figure(year, survey.suppliers),
        answered=_figure(year, survey.answered),
        response_rate=_text(year, survey.response_rate),
        origins=_number(year, facts.origins.count) if facts.origins.determined else None,
        covered_origins=_number(year, facts.origins.covered) if facts.origins.determined else None,
    )


def _counted(year: int, facilities: Facilities) -> int | None:
    number = facilities.number
    return None if number is None else FactInt(number, f"{year}:{facilities.path}.total")


def _by_metal(year: int, facilities: Facilities) -> Iterator[tuple[Metal, int]]:
    for metal in Metal:
        number = _counted(year, facilities.of_metal(metal))
        if number is not None:
            yield metal, number


def _number(year: int, value: FactInt | None) -> int | None:
    return None if value is None else FactInt(value, f"{year}:{value.path}")


def _text(year: int, value: FactStr | None) -> str | None:
    return None if value is None else FactStr(value, f"{year}:{value.path}")


def _figure(year: int, value: FactInt | FactStr | None) -> int | str | None:
    return _text(year, value) if isinstance(value, str) else _number(year, value)


@dataclass(frozen=True, slots=True)
class Break:
    """From one year to the next the filer counts or calls something otherwise: its figures are no series."""

    year: int
    """The first year with the new way."""
    what: str
    """``unit`` or ``status``."""
    before: tuple[str, ...]
    after: tuple[str, ...]


def breaks_in(years: Sequence[YearFigures]) -> tuple[Break, ...]:
    """Where the word for what is counted, or for the conformant status, changes between years that state it.

    ``years`` in any order.
    """
    return tuple(
        found
        for what in ("unit", "status")
        for found in _breaks(
            what, [(one.year, _said(one, what)) for one in sorted(years, key=lambda y: y.year)]
        )
    )


def _said(one: YearFigures, what: str) -> tuple[str, ...]:
    """The words of a year; empty where it counts nothing of the kind."""
    if what == "status":
        return one.conformant_words if one.conformant is not None else ()
    return (one.unit or "listed facilities",) if one.rows is not None else ()


def _breaks(what: str, said: Sequence[tuple[int, tuple[str, ...]]]) -> Iterator[Break]:
    stated = [(year, words) for year, words in said if words]
    for (_, before), (year, after) in itertools.pairwise(stated):
        if {word.casefold() for word in before} != {word.casefold() for word in after}:
            yield Break(year, what, before, after)
