"""Load, check, render: straight lines from the sources of all years to pages and files."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .checks import claims, figures, files, form, smelters
from .checks import report as report_checks
from .errors import InputError
from .export.logo import site_logo
from .export.tables import reserved_names, year_assets
from .findings import Finding, errors, in_order
from .model import Asset, Disclosure, Route
from .read.year_folder import read_year, years_in
from .render.facts import AllFacts, facts_of
from .render.page import Page
from .render.pages import annex, documents, form_sd, overview, report
from .render.prose import RenderedSection, render_sections
from .render.tables import prose_tables

CHECKS = (
    smelters.cid_form,
    smelters.cid_once_per_metal,
    smelters.name_once_per_metal,
    smelters.cid_belongs_to_one_metal,
    smelters.name_is_a_name,
    figures.figures_match_control,
    figures.survey_adds_up,
    form.period_is_the_folder,
    form.filed_after_the_period,
    form.filed_by_the_due_date,
    form.status_date_before_filing,
    form.layout_is_in_force,
    form.ein_is_given,
    form.status_is_used,
    form.covered_countries_are_the_ten,
    report_checks.section_is_finished,
)
COUNTING_CHECKS = (figures.figures_match_control, form.status_is_used)


@dataclass(frozen=True)
class Year:
    """One year, read and checked. ``disclosure`` None: an error left nothing to render."""

    year: int
    findings: tuple[Finding, ...]
    disclosure: Disclosure | None = None
    facts: AllFacts | None = None
    sections: tuple[RenderedSection, ...] = ()


@dataclass(frozen=True)
class Site:
    """Everything that is published: pages, files, and what the theme needs to know."""

    years: tuple[int, ...]
    """Newest first."""
    registrant: str
    short_name: str
    as_of: str
    """Newest date of the data, year-month-day: the site's clock."""
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def load(data_dir: Path, year: int | None = None) -> tuple[Year, ...]:
    """All years, newest first, or the one asked for, read and checked. Findings are values, not raised.

    Raises InputError where there are no years to read.
    """
    years = years_in(data_dir) if year is None else (year,)
    return tuple(load_year(data_dir, number) for number in years)


def load_year(data_dir: Path, year: int) -> Year:
    """One year: sources, prose, checks."""
    disclosure, found = read_year(data_dir, year)
    if disclosure is None:
        return Year(year, in_order(found))
    facts = facts_of(disclosure)
    sections, prose_findings = render_sections(disclosure.sections, facts, prose_tables(disclosure, facts))
    checked = check(disclosure, sections, is_whole=not errors(found))
    findings = [*found, *prose_findings, *checked]
    return Year(year, in_order(findings), disclosure, facts, sections)


def check(
    disclosure: Disclosure, sections: Sequence[RenderedSection], *, is_whole: bool = True
) -> Iterator[Finding]:
    """The findings of every check over the facts, and over the claims of the sections.

    ``is_whole`` False: rows of the list could not be read, and checks that count rows are left out.
    """
    for run in CHECKS:
        if is_whole or run not in COUNTING_CHECKS:
            yield from run(disclosure)
    yield from files.own_file_name_is_free(disclosure, reserved_names(disclosure.year))
    yield from claims.claim_holds([claim for section in sections for claim in section.claims])


def render(years: Sequence[Year]) -> Site:
    """The whole site. Raises InputError where a year has an error."""
    stopping = errors(itertools.chain.from_iterable(year.findings for year in years))
    if stopping:
        raise InputError(stopping)
    newest = years[0].disclosure
    assert newest is not None
    assets = {year.year: tuple(year_assets(year.disclosure)) for year in years if year.disclosure}
    pages = [page for year in years for page in _year_pages(year, assets[year.year])]
    front = overview.render(newest, facts_of(newest), assets[newest.year], uri="index.md")
    return Site(
        years=tuple(year.year for year in years),
        registrant=newest.facts.registrant.name,
        short_name=newest.facts.registrant.short_name or newest.facts.registrant.name,
        as_of=max(year.disclosure.as_of for year in years if year.disclosure).isoformat(),
        pages=(front, *pages),
        assets=(site_logo(newest), *itertools.chain.from_iterable(assets.values())),
    )


def _year_pages(year: Year, assets: Sequence[Asset]) -> Iterator[Page]:
    disclosure, facts = year.disclosure, year.facts
    assert disclosure is not None
    assert facts is not None
    yield overview.render(disclosure, facts, assets, uri=f"{year.year}/index.md")
    yield form_sd.render(disclosure, facts, year.sections)
    if disclosure.facts.form.route is Route.REPORT:
        yield report.render(disclosure, facts, year.sections)
    yield annex.render(disclosure, facts)
    yield documents.render(disclosure, facts, assets)
