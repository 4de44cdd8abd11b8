"""The key figures of a year: what the list gives, what the filing states, what the survey gave; no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Disclosure
from ..prose.facilities import Facilities, whole_of
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts, StatusFacts
from ..prose.survey_facts import SurveyFacts, SurveyGroupFacts
from .status_counts import status_counts
from .table import capital, one_line
from .tables import looks_of

_Figure = FactInt | FactStr

STATED = "as the filing states"
"""Stands beside a number that is not counted in a list."""


@dataclass(frozen=True)
class KeyFigure:
    """One figure. ``note`` is a sentence in parts, of which some are data."""

    term: str
    value: _Figure
    note: tuple[str | _Figure, ...]
    status_class: str = ""
    """Gives the term the marker of its status, as ``Look.css`` has it; empty: no status."""
    whole: _Figure | None = None
    """Of what the value is a part; None: not said."""


def key_figures(disclosure: Disclosure, facts: AllFacts) -> tuple[KeyFigure, ...]:
    """Facilities, statuses, countries and survey, in this order."""
    return (
        *_listed(facts),
        *_stated_total(disclosure, facts),
        *_statuses(disclosure, facts),
        *_countries(facts.facilities),
        *_survey(facts.survey),
    )


def _listed(facts: AllFacts) -> Iterator[KeyFigure]:
    facilities = facts.facilities
    total, names = facilities.total, facilities.distinct_names
    if not facilities.rows or total is None or names is None:
        return
    note: list[str | _Figure] = [
        "Rows of the annex: one facility for one metal. ",
        names,
        " distinct name" if names == 1 else " distinct names",
    ]
    if facilities.under_several_metals:
        note += [", ", facilities.under_several_metals, " of them under more than one metal"]
    yield KeyFigure("Listed facilities", total, (*note, "."))


def _stated_total(disclosure: Disclosure, facts: AllFacts) -> Iterator[KeyFigure]:
    """What the filing counts, where that is not what is listed."""
    counts, listed = disclosure.facts.counts, len(facts.facilities.rows)
    if counts is None:
        return
    term = one_line(FactStr(capital(counts.unit), "counts.unit"))
    if counts.total is not None and counts.total != listed:
        yield KeyFigure(term, FactInt(counts.total, "counts.total"), (STATED,))
    elif counts.total_in_words is not None:
        yield KeyFigure(term, FactStr(counts.total_in_words, "counts.total"), (STATED,))
    elif counts.total is None and not listed and not counts.by_status:
        for metal, number in counts.by_metal.items():
            yield KeyFigure(
                metal.value, FactInt(number, f"counts.by_metal.{metal.value}"), (term, ", ", STATED)
            )


def _statuses(disclosure: Disclosure, facts: AllFacts) -> Iterator[KeyFigure]:
    counts, stated = status_counts(facts), disclosure.facts.counts
    looks = looks_of(facts)
    for status in counts.totals:
        look = looks[str(status.label)].css
        part = status.facilities
        total, whole, share = part.total, whole_of(part, facts.facilities), part.share_of(facts.facilities)
        if total is None:
            continue
        note: tuple[str | _Figure, ...]
        if counts.from_list:
            note = (share or "", " of the listed facilities")
        else:
            unit = one_line(FactStr(stated.unit if stated else "facilities", "counts.unit"))
            note = (unit, ", ", STATED, *(("; computed share: ", share) if share else ()))
        yield KeyFigure(one_line(status.label), total, note, look, whole)
        if counts.from_list and stated:
            yield from _stated_status(
                status, int(total), stated.by_status.get(str(status.label)), look, stated.total
            )


def _stated_status(
    status: StatusFacts, listed: int, stated: int | None, look: str, whole: int | None
) -> Iterator[KeyFigure]:
    """What the filing states of a status beside its list, where that is another number."""
    if stated is None or stated == listed:
        return
    path = f"counts.by_status.{status.label}"
    yield KeyFigure(
        one_line(status.label),
        FactInt(stated, path),
        (STATED,),
        look,
        None if whole is None else FactInt(whole, "counts.total"),
    )


def _countries(facilities: Facilities) -> Iterator[KeyFigure]:
    countries, total, without = facilities.countries, facilities.total, facilities.without_country
    if countries is None or total is None or not (countries or without):
        return
    if not without:
        yield KeyFigure("Countries", countries, ("in which the ", total, " listed facilities stand"))
        return
    known = FactInt(total - without, "facilities.with_country")
    note = (
        "in which ",
        known,
        " of the ",
        total,
        " listed facilities stand; no country is known of the others",
    )
    yield KeyFigure("Countries", countries, note)


def _survey(survey: SurveyFacts) -> Iterator[KeyFigure]:
    one, many = survey.supplier or FactStr("", ""), survey.supplier_plural or FactStr("", "")
    yield from _answers("Survey", survey, one, many)
    if survey.spend_share is not None:
        yield KeyFigure("Spend", survey.spend_share, ("of the spend stands behind the answers",))
    for group in survey.groups:
        name = one_line(group.name)
        term = FactStr(capital(name), name.path)
        yield from _answers(term, group, one, many)
        if group.spend_share is not None:
            yield KeyFigure(term, group.spend_share, ("of the spend",))
    for level, figure in survey.by_level.items():
        if figure is not None:
            yield KeyFigure(f"Answers by {_LEVELS[level]}", figure, ("of the answers are at this level",))


_LEVELS = {"company": "company", "product": "product", "user-defined": "own scope"}


def _answers(
    term: str, asked: SurveyFacts | SurveyGroupFacts, one: FactStr, many: FactStr
) -> Iterator[KeyFigure]:
    """Who was asked and who answered, as far as the filer says it."""
    suppliers, answered, rate = asked.suppliers, asked.answered, asked.response_rate
    of_rate = (" (", rate, ")") if rate is not None else ()
    if answered is not None and suppliers is not None:
        noun = one if suppliers == 1 else many
        yield KeyFigure(term, answered, (noun, " answered", *of_rate), whole=suppliers)
    elif answered is not None:
        yield KeyFigure(term, answered, (one if answered == 1 else many, " answered", *of_rate))
    elif suppliers is not None:
        noun = one if suppliers == 1 else many
        rest = ("; response rate ", rate) if rate is not None else ()
        yield KeyFigure(term, suppliers, (noun, " were asked" if suppliers != 1 else " was asked", *rest))
    elif rate is not None:
        yield KeyFigure(term, rate, ("response rate of the ", many))
