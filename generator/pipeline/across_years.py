"""What is said of several years: changes since the one before, smelters over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Asset
from ..pages.page import Page, PageKind
from ..pages.profile_pages import shell as profile_shell
from ..years.profiles import Profile
from .loaded import Year
from .year_pages import RenderedYear


def with_years_before(
    made: RenderedYear, year: Year, before: Sequence[Year], *, has_page: bool
) -> RenderedYear:
    """The year with what changed against the one before it, and with the picture of the years until then.

    ``before`` are the years before it that are public, newest first; as it is without any. ``has_page``: the
    site has a page of all years.
    """
    if not before:
        return made
    since = changes_since(before[0], year)
    overview = told_trend(since.told_on(made.pages[PageKind.OVERVIEW]), year, before, has_page=has_page)
    order = list(PageKind)
    pages = made.pages | {PageKind.CHANGES: since.page, PageKind.OVERVIEW: overview}
    in_menu = dict(sorted(pages.items(), key=lambda item: order.index(item[1].meta.kind)))
    return replace(made, pages=in_menu, assets=(*made.assets, *since.files))


def told_trend(overview: Page, year: Year, before: Sequence[Year], *, has_page: bool) -> Page:
    """The overview of the year with the picture of the years until then, as far as there is one."""
    from ..pages.trend_figure import with_trend  # a check of the data has no use for pages
    from ..years.trend import figures_of

    figures = [figures_of(one.disclosure, one.facts) for one in (year, *before)]
    return with_trend(overview, year.year, figures, has_page=has_page)


@dataclass(frozen=True)
class Since:
    """What changed against an earlier year."""

    page: Page
    files: tuple[Asset, ...]
    line: str
    """What the overview says of it, as HTML."""

    def told_on(self, overview: Page) -> Page:
        """The overview of the year with the line at its place."""
        from ..pages.overview_page import SINCE  # as above

        return replace(overview, inserts={**overview.inserts, SINCE: self.line})


def changes_since(before: Year, year: Year) -> Since:
    """The page of a year that says what changed against an earlier one, its files and its line."""
    from ..data_files.changes_files import changes_files
    from ..pages import changes_page  # as above
    from ..years.changes import list_changes
    from ..years.trend import figures_of

    changes = list_changes(before.disclosure, year.disclosure)
    files = changes_files(year.disclosure, changes) if changes else ()
    figures = figures_of(before.disclosure, before.facts), figures_of(year.disclosure, year.facts)
    page = changes_page.render(before.disclosure, year.disclosure, changes, figures, files)
    return Since(page, files, changes_page.since_line(before.year, changes))


def with_smelters(made: RenderedYear, year: Year, found: Sequence[Profile]) -> RenderedYear:
    """The year whose annex leads to the smelters' pages; as it is without a list."""
    if PageKind.ANNEX not in made.pages:
        return made
    from ..pages.smelters_page import with_way_to_smelters  # as above

    annex = with_way_to_smelters(made.pages[PageKind.ANNEX], year.disclosure, found)
    return replace(made, pages={**made.pages, PageKind.ANNEX: annex})


def pages_of_all(years: Sequence[Year], found: Sequence[Profile]) -> Iterator[Page]:
    """The pages that set all years beside each other; none where there is one year.

    ``found`` are the smelters of which the site has pages.
    """
    if len(years) < 2:
        return
    from ..pages import smelters_page, years_page  # as above
    from ..years.trend import figures_of

    figures = [(one.disclosure, figures_of(one.disclosure, one.facts)) for one in years]
    yield years_page.render(figures, has_smelters=bool(found))
    if found:
        yield smelters_page.render(found, years[0].disclosure)
        yield profile_shell()


def found_smelters(years: Sequence[Year]) -> tuple[Profile, ...]:
    """Each smelter or refiner over all years; none where there is one year."""
    if len(years) < 2:
        return ()
    from ..years.profiles import profiles  # as above

    return profiles([year.disclosure for year in years])
