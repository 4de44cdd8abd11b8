"""What a site must have of a year: its pages and their texts, and those of documents, from the data alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..documents.make import filing_trees, further_trees
from ..documents.pictures import pictures_of
from ..documents.trees import page_tree
from ..model import Asset, Metal, Passage
from ..pages.page import Page, PageKind
from ..pages.profile_pages import FOLDER, SHELL, profile_pages
from ..pages.smelters_page import with_way_to_smelters
from ..pipeline import (
    Since,
    Year,
    changes_since,
    found_smelters,
    front_page,
    load_year,
    pages_of_all,
    sound,
    told_trend,
)
from ..year.how_far import is_draft_alone
from ..year.year_folder import years_in
from .document_texts import document_texts, headings_of, words_in_drawings
from .equal_words import Extras
from .list_columns import ListColumns
from .published import drawn_on_page, drawn_words, text_of_html, text_of_page


@dataclass(frozen=True)
class Beside:
    """What the site has of a year beside other years; nothing where there is one year."""

    pages: tuple[Page, ...] = ()
    files: tuple[Asset, ...] = ()
    plain: Mapping[str, str] = field(default_factory=dict)
    """Address of each smelter's page to its HTML, where the site has such pages."""
    since: Since | None = None
    """What changed against the year before; None: the site has none."""
    before: tuple[Year, ...] = ()
    """The years before it, the newest first."""
    public: tuple[int, ...] = ()
    """The years of the front page, the newest first: those that are no drafts, else all of them."""
    has_smelters: bool = False
    """Whether the site has pages of the smelters."""


def beside_of(data_dir: Path, loaded: Year, site: Path) -> Beside:
    """What changed against the year before; with the newest public year also the pages of all years.

    A year that is not on the site is none of them. A draft beside a final is beside no year but itself.
    """
    public, has_smelters = _public_years(data_dir), (site / FOLDER).is_dir()
    on_site = [year for year in {loaded.year, *public} if (site / str(year) / "index.html").is_file()]
    pages: list[Page] = []
    files: tuple[Asset, ...] = ()
    plain: dict[str, str] = {}
    since: Since | None = None
    earlier = sound(
        [load_year(data_dir, year) for year in sorted(on_site, reverse=True) if year < loaded.year]
    )
    if earlier:
        since = changes_since(earlier[0], loaded)
        pages.append(since.page)
        files = since.files
    if earlier and loaded.year in public and loaded.year == max(on_site):
        years = (loaded, *earlier)
        found = found_smelters(years) if has_smelters else ()
        profiles = profile_pages(found, [one.disclosure for one in years])
        pages += [page for page in pages_of_all(years, found) if page.uri != SHELL]
        addresses = loaded.disclosure.addresses
        plain = {addresses.file_of(one.address): one.article for one in profiles}
        plain |= {addresses.file_of(folder): html for one in profiles for folder, html in one.leading_pages}
    return Beside(tuple(pages), files, plain, since, tuple(earlier), public, has_smelters)


def _public_years(data_dir: Path) -> tuple[int, ...]:
    """The years of the front page, the newest first: those that are no drafts, else all of them."""
    years = years_in(data_dir)
    return tuple(year for year in years if not is_draft_alone(data_dir / str(year))) or years


@dataclass(frozen=True)
class ExpectedSite:
    """Addresses are below the site, such as ``2021/annex/index.html``."""

    pages: tuple[str, ...]
    """Addresses of the pages."""
    texts: Mapping[str, tuple[Passage, ...]]
    """Of each page and each document of the filing, by address."""
    drawn: Mapping[str, tuple[Passage, ...]]
    """What is written in the pictures of each page."""
    extras: Extras
    """What documents have beside the text of the pages."""


def expected_site(
    loaded: Year, pages: Mapping[str, Page], beside: Beside, columns: ListColumns
) -> ExpectedSite:
    """``pages`` are those of the year by kind, as they are without other years."""
    disclosure = loaded.disclosure
    pages = _with_other_years(loaded, pages, beside)
    trees, further = filing_trees(pages, disclosure), further_trees(pages, disclosure)
    addresses = disclosure.addresses
    shown = {addresses.file_of(page.address): page_tree(page) for page in (*pages.values(), *beside.pages)}
    if loaded.year == beside.public[0]:
        shown["index.html"] = page_tree(front_page(loaded, beside.public))
    texts = {uri: text_of_page(tree, uri, columns) for uri, tree in shown.items()}
    texts |= {uri: text_of_html(html, uri, columns) for uri, html in beside.plain.items()}
    filed = (tree for tree in (*trees, *further.values()) if tree)
    pictures = pictures_of(pages[PageKind.OVERVIEW])
    return ExpectedSite(
        pages=tuple(texts),
        texts={**texts, **document_texts(disclosure, *trees, further)},
        drawn={uri: drawn_on_page(tree, uri) for uri, tree in shown.items()},
        extras=Extras(
            headings=tuple(heading for tree in filed for heading in headings_of(tree)),
            drawings=(*map(drawn_words, pictures), *words_in_drawings(disclosure)),
            part_heads=tuple(columns.minerals | {metal.value for metal in Metal}),
        ),
    )


def _with_other_years(loaded: Year, pages: Mapping[str, Page], beside: Beside) -> dict[str, Page]:
    """The pages with what other years say on them: what changed, the picture of the years, the smelters."""
    complete = dict(pages)
    if beside.since:
        overview = beside.since.told_on(complete[PageKind.OVERVIEW])
        has_page = len(beside.public) > 1
        complete[PageKind.OVERVIEW] = told_trend(overview, loaded, beside.before, has_page=has_page)
    if beside.has_smelters and PageKind.ANNEX in complete and loaded.year in beside.public:
        annex = complete[PageKind.ANNEX]
        complete[PageKind.ANNEX] = with_way_to_smelters(annex, loaded.disclosure, ())
    return complete
