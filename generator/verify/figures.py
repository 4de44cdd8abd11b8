"""The figures of a year by name, as the data gives them and as a filed table counts them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..filed.values import FiledDocument, FiledRow
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
VERSION, AS_OF = "version", "as-of"


OF_SURVEY = frozenset({ASKED, ANSWERED, OUTSIDE, RATE, YEAR, VERSION, AS_OF})
"""Figures that no list gives."""


def status_key(label: str) -> str:
    return f"status:{label}"


def metal_key(metal: Metal) -> str:
    return f"metal:{metal}"


def share_key(label: str) -> str:
    return f"share:{label}"


def union_key(labels: Iterable[str]) -> str:
    """Statuses taken together, in whatever order a sentence names them."""
    return "statuses:" + "|".join(sorted(labels))


def group_key(key: str, group: str) -> str:
    return f"{key}:{group}"


def cell_key(metal: Metal, label: str) -> str:
    return f"{metal_key(metal)},{status_key(label)}"


@dataclass(frozen=True)
class Figure:
    """A figure of the data. ``is_of_list``: a number of facilities in a sentence may be this one."""

    key: str
    name: str
    value: str
    is_of_list: bool = True
    is_asked_for: bool = True
    """Whether it is told where no document has it; what follows from other figures is not."""
    also: tuple[str, ...] = ()
    """Other values that are right too: a total that the filer states beside a shorter list."""

    @property
    def number(self) -> float:
        """Its number; 0 where it has none."""
        found = re.search(r"\d[\d,]*(?:\.\d+)?", self.value)
        return float(found[0].replace(",", "")) if found else 0.0


def figures_of(disclosure: Disclosure) -> dict[str, Figure]:
    """Key to figure, in the order in which they are shown."""
    every = (*_list_figures(disclosure), *_survey_figures(disclosure), *_date_figures(disclosure))
    return {figure.key: figure for figure in every}


def _list_figures(disclosure: Disclosure) -> Iterable[Figure]:
    rows, counts = disclosure.smelters, disclosure.facts.counts
    if not rows:
        yield from _stated_figures(disclosure)
        return
    of_status, of_metal = _by_status(rows), Counter(row.metal for row in rows)
    if not of_status and counts:
        of_status = Counter(dict(counts.by_status))
    labels = [status.label for status in disclosure.facts.statuses] if of_status else []
    stated = counts.total if counts else None
    total = stated if stated and labels and not _by_status(rows) else len(rows)
    also = (str(stated),) if stated and stated != len(rows) else ()
    yield Figure(TOTAL, "listed facilities (rows)", str(len(rows)), also=also)
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
    for metal, label in ((metal, label) for metal in Metal for label in labels if of_both):
        name = f"listed for {metal.lower()} with the status '{label}'"
        yield Figure(cell_key(metal, label), name, str(of_both[metal, label]), False)
    yield from _shares(labels, of_status, total)
    yield from _unions(disclosure, of_status, total)
    for programme, number in counts.by_programme.items() if counts else ():
        yield Figure(f"programme:{programme}", f"of the programme '{programme}'", str(number), False)


def _shares(labels: Iterable[str], of_status: Mapping[str, int], total: int) -> Iterable[Figure]:
    for label in labels:
        share = percent(of_status[label], total)
        yield Figure(share_key(label), f"share with the status '{label}'", share, False, is_asked_for=False)


def _unions(disclosure: Disclosure, of_status: Mapping[str, int], total: int | None) -> Iterable[Figure]:
    """Two statuses taken together, as filers do with conformant and active ones."""
    labels = [status.label for status in disclosure.facts.statuses if status.label in of_status]
    for one, other in itertools.combinations(labels, 2):
        both, name = of_status[one] + of_status[other], f"with the status '{one}' or '{other}'"
        key = union_key((one, other))
        yield Figure(key, name, str(both), False, is_asked_for=False)
        if total:
            share = percent(both, total)
            yield Figure(f"share:{key}", f"share {name}", share, False, is_asked_for=False)


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
    for programme, number in counts.by_programme.items():
        yield Figure(f"programme:{programme}", f"of the programme '{programme}'", str(number), False)
    if counts.total:
        yield from _shares(counts.by_status, counts.by_status, counts.total)
    yield from _unions(disclosure, counts.by_status, counts.total)


def _survey_figures(disclosure: Disclosure) -> Iterable[Figure]:
    survey = disclosure.facts.survey
    many = survey.supplier_term.many
    yield from _figure(ASKED, f"{many} asked", survey.suppliers)
    yield from _figure(ANSWERED, f"{many} that answered", survey.answered)
    if survey.counted is not None:
        asked, answered = survey.counted
        yield Figure(RATE, "response rate", percent(answered, asked), False)
    elif survey.response_rate is not None:
        yield Figure(RATE, "response rate", _percent(survey.response_rate), False)
    name = f"{many} that do not source from covered countries"
    yield from _figure(OUTSIDE, name, survey.outside_covered_countries)
    for group in survey.groups:
        yield from _figure(group_key(ASKED, group.name), f"{group.name} asked", group.suppliers)
        yield from _figure(group_key(ANSWERED, group.name), f"{group.name} that answered", group.answered)
        if group.response_rate is not None:
            key, share = group_key(RATE, group.name), _percent(group.response_rate)
            yield Figure(key, f"response rate of {group.name}", share, False)


def _date_figures(disclosure: Disclosure) -> Iterable[Figure]:
    yield Figure(YEAR, "year of the reporting period", str(disclosure.year), False)
    survey = disclosure.facts.survey
    if survey.tool_version:
        yield Figure(VERSION, "version of the questionnaire", survey.tool_version.lstrip("vV "), False)
    days = {one.as_of for one in disclosure.facts.statuses if one.as_of}
    days |= {row.status_as_of for row in disclosure.smelters if row.status_as_of}
    if days:
        written = ", ".join(f"{day:%B} {day.day}, {day.year}" for day in sorted(days))
        yield Figure(AS_OF, "date of the statuses", written, False)


def _percent(share: str) -> str:
    return re.sub(r"\s?per ?cent", "%", share).replace(" %", "%")


def _figure(key: str, name: str, figure: StatedFigure | None) -> Iterable[Figure]:
    """The figure, as the filer says it where it is no exact number; nothing where it has no number at all."""
    if figure is not None and figure.value is not None:
        yield Figure(key, name, str(figure.value) if figure.is_exact else figure.text, False)


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
        labels = _labels_told(rows, filed, disclosure)
        counts |= {status_key(label): of_status[folded(label)] for label in labels}
    of_metal = Counter(row.metal for row in rows)
    counts |= {metal_key(metal): of_metal[metal] for metal in Metal}
    if {"status", "metal"} <= set(compared_labels(filed)):
        of_both = Counter((row.metal, folded(row.status or "")) for row in rows)
        labels = _labels_told(rows, filed, disclosure)
        counts |= {cell_key(m, label): of_both[m, folded(label)] for m in Metal for label in labels}
    if "country" in filed.columns:
        codes = [row.country_code for row in rows if row.country_code]
        counts |= {COUNTRIES: len(set(codes)), COVERED: sum(code in COVERED_COUNTRIES for code in codes)}
    return {key: str(count) for key, count in counts.items()}


def _labels_told(rows: Sequence[FiledRow], filed: FiledDocument, disclosure: Disclosure) -> list[str]:
    """The statuses that can be counted: not those of rows that bear no sign, where several bear none."""
    labels = [status.label for status in disclosure.facts.statuses]
    if "status" in filed.columns or all(row.status for row in rows):
        return labels
    told = {folded(row.status) for row in rows if row.status}
    return [label for label in labels if folded(label) in told]


def compared_labels(filed: FiledDocument) -> Iterable[str]:
    """The columns that a filed table tells, the metal by its headings and the status by its marks too."""
    yield from filed.columns
    yield from ("metal" for _ in range(any(row.metal for row in filed.rows)))
    yield from ("status" for _ in range(any(row.status for row in filed.rows)))


def label_of_class(disclosure: Disclosure, status_class: StatusClass) -> str | None:
    """The one label of the vocabulary that means this; None where none or several do."""
    labels = [status.label for status in disclosure.facts.statuses if status.status_class is status_class]
    return labels[0] if len(labels) == 1 else None


def _by_status(rows: Iterable[Smelter]) -> Counter[str]:
    return Counter(row.status.label for row in rows if row.status)
