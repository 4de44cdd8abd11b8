"""The figures of a year by name, as the data gives them and as a filed table counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..filed.values import FiledDocument
from ..model import COVERED_COUNTRIES, Disclosure, Metal, Smelter, StatusClass, percent
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
    of_status, of_metal = _by_status(rows), Counter(row.metal for row in rows)
    yield Figure(TOTAL, "listed facilities (rows)", str(len(rows)))
    for status in disclosure.facts.statuses:
        name = f"with the status '{status.label}'"
        yield Figure(status_key(status.label), name, str(of_status[status.label]))
    for metal in Metal:
        yield Figure(metal_key(metal), f"listed for {metal.lower()}", str(of_metal[metal]))
    yield Figure(DISTINCT, "distinct names", str(len({row.name.casefold() for row in rows})))
    countries = {row.country.code for row in rows if row.country.code}
    yield Figure(COUNTRIES, "countries in which they stand", str(len(countries)), False)
    covered = sum(row.country.is_covered for row in rows)
    yield Figure(COVERED, "in a covered country", str(covered))
    of_both = Counter((row.metal, row.status.label) for row in rows)
    for metal, label in ((m, status.label) for m in Metal for status in disclosure.facts.statuses):
        name = f"listed for {metal.lower()} with the status '{label}'"
        yield Figure(cell_key(metal, label), name, str(of_both[metal, label]), False)
    for status in disclosure.facts.statuses:
        share = percent(of_status[status.label], len(rows))
        yield Figure(share_key(status.label), f"share with the status '{status.label}'", share, False)


def _survey_figures(disclosure: Disclosure) -> Iterable[Figure]:
    survey = disclosure.facts.survey
    many = survey.supplier_term.many
    yield Figure(ASKED, f"{many} asked", str(survey.suppliers), False)
    yield Figure(ANSWERED, f"{many} that answered", str(survey.answered), False)
    yield Figure(RATE, "response rate", percent(survey.answered, survey.suppliers), False)
    if survey.outside_covered_countries is not None:
        name = f"{many} that do not source from covered countries"
        yield Figure(OUTSIDE, name, str(survey.outside_covered_countries), False)
    yield Figure(YEAR, "year of the reporting period", str(disclosure.year), False)


def counted_in(filed: FiledDocument, disclosure: Disclosure) -> dict[str, str]:
    """Key to what the filed table counts, as far as its columns tell."""
    rows = filed.rows
    counts = {TOTAL: len(rows), DISTINCT: len({row.name.casefold() for row in rows})}
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
    return Counter(row.status.label for row in rows)
