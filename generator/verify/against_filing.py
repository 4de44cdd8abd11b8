"""Filed documents against the data: rows, figures, names, countries, the cover, and what the text claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..filed.values import FiledDocument
from ..findings import Finding
from ..findings.catalogue import FILED_AGAINST_ITSELF, FILED_CLAIM, FILED_FIGURE_OPEN
from ..model import Disclosure
from ..model.counted import counted, named
from .filed_claims import all_have_a_status, no_facility_in_covered_country
from .filed_figures import compare_figures
from .filed_form import ComparedForm, compare_form
from .filed_names import ComparedName, compare_registrant
from .filed_origins import ComparedCountries, compare_countries
from .filed_row_findings import row_findings
from .filed_rows import ComparedRows, compare_rows, compared_columns
from .filed_texts import compared_texts
from .values import ComparedFigure, ComparedFiling

_DATA = ("cid", "country", "status", "city", "state", "recycled", "footnote")
"""Columns of the data, as ``Smelter`` calls them, that a filing may have."""
_NAMED = 6
"""Figures that are named one by one where no document has them; more are counted."""


def compare_filing(
    disclosure: Disclosure, filed: FiledDocument
) -> tuple[ComparedFiling, tuple[Finding, ...]]:
    """What is equal, what was not compared, and findings VE-003 to VE-009, VE-016 to VE-018 and VE-020."""
    rows, columns = compare_rows(disclosure, filed), compared_columns(disclosure, filed)
    annex = disclosure.facts.annex
    has_own_list = disclosure.facts.filing.imported and _is_the_same(rows, filed)
    figures, figure_findings = compare_figures(disclosure, filed, has_own_list=has_own_list)
    name, countries = compare_registrant(disclosure, filed), compare_countries(disclosure, filed)
    form = compare_form(disclosure, filed)
    not_filed = tuple(one for one in _DATA if disclosure.gives(one) and one not in columns) + tuple(
        column.heading
        for key, column in (annex.own_columns.items() if annex else ())
        if disclosure.gives(key)
    )
    rule = FILED_AGAINST_ITSELF if has_own_list else FILED_CLAIM
    claims = (
        *no_facility_in_covered_country(disclosure, filed, rule),
        *all_have_a_status(disclosure, filed, rule),
    )
    against_itself = sum(one.rule is FILED_AGAINST_ITSELF for one in (*figure_findings, *claims))
    open_figures = sum(one.code == FILED_FIGURE_OPEN.code for one in figure_findings)
    compared = ComparedFiling(
        rows_filed=len(filed.rows),
        rows_equal=rows.equal,
        rows_spelled_differently=rows.spelled_differently,
        figures=figures,
        columns=columns,
        not_filed=not_filed,
        has_list=disclosure.has_list,
        others=(*_others(name, countries, form), *compared_texts(disclosure, filed)),
        not_compared=tuple(_not_compared(filed, columns, countries, open_figures)),
        not_there=tuple(_not_there(disclosure, filed, figures, not_filed, name, countries, form)),
        own_contradictions=against_itself,
    )
    of_rows = row_findings(rows, filed.file) if filed.rows else ()
    found = (*of_rows, *figure_findings, *claims)
    return compared, (*found, *name.findings, *countries.findings, *form.findings)


def _is_the_same(rows: ComparedRows, filed: FiledDocument) -> bool:
    """Whether the list of the data is that of the document, row by row; also where neither has one."""
    return not rows.missing and not rows.extra and rows.equal == len(filed.rows)


def _others(name: ComparedName, countries: ComparedCountries, form: ComparedForm) -> Iterator[str]:
    if name.times:
        yield f"the registrant's name ({counted(name.times, 'place')})"
    if countries.origins:
        metals = " with metals" if countries.by_metal else ""
        yield f"{counted(countries.origins, 'country', 'countries')} of origin{metals}"
    if countries.covered:
        yield f"the covered countries ({counted(countries.covered, 'place')})"
    if form.equal or form.findings:
        yield f"{counted(len(form.equal) + len(form.findings), 'entry', 'entries')} of cover and signature"


def _not_compared(
    filed: FiledDocument, columns: Sequence[str], countries: ComparedCountries, open_figures: int
) -> Iterator[str]:
    lacking = [column for column in filed.columns if column not in columns]
    if lacking and filed.rows:
        yield f"the columns {named(lacking)}, which the data does not give"
    if countries.only_filed:
        number = counted(countries.only_filed, "country", "countries")
        yield f"{number} of origin, of which the data has none"
    if open_figures:
        yield f"{counted(open_figures, 'figure')} of which the data has none, listed below"


def _not_there(
    disclosure: Disclosure,
    filed: FiledDocument,
    figures: Sequence[ComparedFigure],
    not_filed: Sequence[str],
    name: ComparedName,
    countries: ComparedCountries,
    form: ComparedForm,
) -> Iterator[str]:
    if disclosure.has_list and not filed.rows:
        yield "the list, of which no table was found"
    elif not_filed:
        yield f"the columns {named(not_filed)}"
    silent = [one for one in figures if one.is_asked_for and not one.is_found and one.expected != "0"]
    if len(silent) > _NAMED:
        yield f"{counted(len(silent), 'figure')}, such as {silent[0].name} ({silent[0].expected})"
    else:
        yield from (f"{one.name} ({one.expected})" for one in silent)
    if disclosure.origin_countries and not countries.origins:
        yield f"{counted(len(disclosure.origin_countries), 'country', 'countries')} of origin"
    if countries.lacks_metals:
        yield "the metals of the countries of origin"
    if disclosure.facts.covered_countries and not countries.covered:
        yield "the covered countries"
    if not name.times:
        yield "the registrant's name"
    yield from form.lacking
