"""The figures of a year by name, as the data gives them and as a filed table counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..filed.values import FiledDocument
from ..model import (
    COVERED_COUNTRIES,
    Disclosure,
    Metal,
    Smelter,
    StatedFigure,
    StatusClass,
    is_conflict_mineral,
    percent,
)
from ..model.comparing import folded

TOTAL, DISTINCT, COUNTRIES, COVERED = "total", "distinct", "countries", "covered"
ASKED, ANSWERED, OUTSIDE, RATE, YEAR = "asked", "answered", "outside", "rate", "year"


def status_key(label: str) -> str:
    return f"status:{label}"


def metal_key(metal: Metal) -> str:
    return f"metal:{metal}"


def share_key(label: str) -> str:
    return f"share:{label}"


def cell_key(metal: Metal, label: str) -> str:
    return f"{metal_key(metal)},{status_key(label)}"


@dataclass(frozen=True)
class Figure:
    """A figure of the data. ``is_of_list``: a number of facilities in a sentence may be this one."""

    key: str
    name: str
    value: str
    is_of_list: bool = True


def figures_of(disclosure: Disclosure) -> dict[str, Figure]:
    """Key to figure, in the order in which they are shown."""
    return {figure.key: figure for figure in (*_list_figures(disclosure), *_survey_figures(disclosure))}


def _list_figures(disclosure: Disclosure) -> Iterable[Figure]:
    rows = disclosure.smelters
    if not rows:
        yield from _stated_figures(disclosure)
        return
    of_status, of_metal = _by_status(rows), Counter(row.metal for row in rows)
    labels = [status.label for status in disclosure.facts.statuses] if of_status else []
    yield Figure(TOTAL, "listed facilities (rows)", str(len(rows)))
    for label in labels:
        yield Figure(status_key(label), f"with the status '{label}'", str(of_status[label]))
    for metal in Metal:
        yield Figure(metal_key(metal), f"listed for {metal.lower()}", str(of_metal[metal]))
    yield Figure(DISTINCT, "distinct names", str(len({row.name.casefold() for row in rows})))
    if any(row.country for row in rows):
        countries = {row.country.code for row in rows if row.country and row.country.code}
        yield Figure(COUNTRIES, "countries in which they stand", str(len(countries)), False)
        covered = sum(row.country is not None and row.country.is_covered for row in rows)
        yield Figure(COVERED, "in a covered country", str(covered))
    of_both = Counter((row.metal, row.status.label) for row in rows if row.status)
    for metal, label in ((metal, label) for metal in Metal for label in labels):
        name = f"listed for {metal.lower()} with the status '{label}'"
        yield Figure(cell_key(metal, label), name, str(of_both[metal, label]), False)
    for label in labels:
        share = percent(of_status[label], len(rows))
        yield Figure(share_key(label), f"share with the status '{label}'", share, False)


def _stated_figures(disclosure: Disclosure) -> Iterable[Figure]:
    """The counts that the filing states, where the data has no list to count in."""
    counts = disclosure.facts.counts
    if counts is None:
        return
    if counts.total is not None:
        yield Figure(TOTAL, "facilities (as stated)", str(counts.total))
    for label, number in counts.by_status.items():
        yield Figure(status_key(label), f"with the status '{label}'", str(number))
    for metal, number in counts.by_metal.items():
        yield Figure(metal_key(metal), f"for {metal.lower()}", str(number))
    for metal, of_metal in counts.by_metal_and_status.items():
        for label, number in of_metal.items():
            name = f"for {metal.lower()} with the status '{label}'"
            yield Figure(cell_key(metal, label), name, str(number), False)


def _survey_figures(disclosure: Disclosure) -> Iterable[Figure]:
    survey = disclosure.facts.survey
    many = survey.supplier_term.many
    yield from _exact(ASKED, f"{many} asked", survey.suppliers)
    yield from _exact(ANSWERED, f"{many} that answered", survey.answered)
    if survey.counted is not None:
        asked, answered = survey.counted
        yield Figure(RATE, "response rate", percent(answered, asked), False)
    name = f"{many} that do not source from covered countries"
    yield from _exact(OUTSIDE, name, survey.outside_covered_countries)
    yield Figure(YEAR, "year of the reporting period", str(disclosure.year), False)


def _exact(key: str, name: str, figure: StatedFigure | None) -> Iterable[Figure]:
    if figure is not None and figure.exact is not None:
        yield Figure(key, name, str(figure.exact), False)


def counted_in(filed: FiledDocument, disclosure: Disclosure) -> dict[str, str]:
    """Key to what the filed table counts, as far as its columns tell.

    Nothing where the filing lists rows of the four metals too that are part of no total.
    """
    rows = [row for row in filed.rows if row.metal is None or is_conflict_mineral(row.metal)]
    of_rule = [row for row in disclosure.all_rows if is_conflict_mineral(row.metal)]
    if not rows or len(of_rule) != len(disclosure.smelters):
        return {}
    counts = {TOTAL: len(rows), DISTINCT: len({row.name.casefold() for row in rows if row.name})}
    if "status" in filed.columns or any(row.status for row in rows):
        of_status = Counter(folded(row.status or "") for row in rows)
        labels = [status.label for status in disclosure.facts.statuses]
        counts |= {status_key(label): of_status[folded(label)] for label in labels}
    of_metal = Counter(row.metal for row in rows)
    counts |= {metal_key(metal): of_metal[metal] for metal in Metal}
    if "country" in filed.columns:
        codes = [row.country_code for row in rows if row.country_code]
        counts |= {COUNTRIES: len(set(codes)), COVERED: sum(code in COVERED_COUNTRIES for code in codes)}
    return {key: str(count) for key, count in counts.items()}


def label_of_class(disclosure: Disclosure, status_class: StatusClass) -> str | None:
    """The one label of the vocabulary that means this; None where none or several do."""
    labels = [status.label for status in disclosure.facts.statuses if status.status_class is status_class]
    return labels[0] if len(labels) == 1 else None


def _by_status(rows: Iterable[Smelter]) -> Counter[str]:
    return Counter(row.status.label for row in rows if row.status)
