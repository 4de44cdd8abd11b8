"""What the frame of the site takes from our pages: menu, search index, addresses, lean files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

from rcssmin import cssmin
from rjsmin import jsmin

from ..model.addresses import Addresses
from ..prose.environment import TEMPLATES
from ..prose.marks import without_marks
from .page import Page, PageKind
from .profile_pages import SHELL, ProfilePage, write_profiles
from .search_records import Record, short_forms, without_figures
from .smelters_page import URI as SMELTERS
from .used_styles import leave_out_unused

FRONT_PAGE = "index.md"
"""What the newest year says, in short, and the ways to it."""

MAY_BE_OWN = frozenset({"robots.txt"})
"""Files of the site that people may put into their folder of pages instead."""

REVIEW_ASSETS = ("assets/stylesheets/review.css", "assets/javascripts/review.js")
"""Files of the theme folder that only the preview has."""

EARLIER_YEARS = "Earlier years"
_YEARS_IN_A_LINE = 5
"""With more years than these the menu keeps one place less for years of their own."""

SITE_SEARCH = ("assets/javascripts/site-search.js", "assets/stylesheets/site-search.css")
"""The box of the search where the theme has none."""

_UNUSED = (
    "assets/javascripts/lunr/",  # stemmers of other languages, two megabytes
    "assets/javascripts/workers/",  # the theme's search: ours takes its place
    "assets/stylesheets/annex/",  # parts of annex.css
    "assets/javascripts/annex/",  # parts of annex.js and annex-more.js
    "assets/stylesheets/overview/",  # parts of overview.css
    "assets/javascripts/keyboard/",  # parts of keyboard.js
    "assets/javascripts/one-file.js",  # of the whole disclosure as one file, which no page is
    "assets/stylesheets/one-file.css",
    *SITE_SEARCH,
)

PARTS = tuple(f"assets/stylesheets/{name}.css" for name in ("brand", "theme", "components", "form"))
"""Styles that are parts of ``site.css``; the first one is made for the site."""


class Published(Protocol):
    """What the frame reads of a site."""

    @property
    def pages(self) -> Sequence[Page]: ...
    @property
    def profiles(self) -> Sequence[ProfilePage]: ...
    @property
    def search_records(self) -> Sequence[Record]: ...
    @property
    def as_of(self) -> str: ...
    @property
    def addresses(self) -> Addresses: ...
    @property
    def search_file(self) -> str: ...


LEAN = {".css": cssmin, ".js": jsmin}
"""What makes styles and scripts smaller; comments that begin with an exclamation mark stay: licenses."""

_IMPORT = re.compile(r'^(?:// )?@import "([\w/-]+\.(?:css|js))";\n', re.MULTILINE)
"""A file of a style (one component with its rules for print and phone) or script (what touches no page)."""

_LINK = re.compile(r'<a href="(https?://[^"]+)">(?=([^<]*)</a>)')
"""A link to the web with its text, whose signs may be written as entities."""


def year_menu(years: Sequence[int], pages: Sequence[Page]) -> list[dict[str, Any]]:
    """``Home``, each year with its pages, then all years: entries of ``nav``.

    ``years`` are the newest first. Of many years the older ones stand together: the menu stays a line.
    """
    entries = [{str(year): _menu_of(year, pages)} for year in years]
    if len(entries) > _YEARS_IN_A_LINE:
        newest, older = entries[: _YEARS_IN_A_LINE - 1], entries[_YEARS_IN_A_LINE - 1 :]
        entries = [*newest, {EARLIER_YEARS: older}]
    of_all = [page for page in pages if page.meta.kind is PageKind.YEARS]
    return [{"Home": FRONT_PAGE}, *entries, *({page.meta.menu_title: page.uri} for page in of_all)]


def _menu_of(year: int, pages: Sequence[Page]) -> list[Any]:
    return [{page.meta.menu_title: page.uri} for page in pages if page.uri.startswith(f"{year}/")]


def is_in_no_menu(uri: str) -> bool:
    """Whether it is the page of which those of smelters are made, or the one that lists them."""
    return uri in (SHELL, SMELTERS)


def in_sitemap(files: Iterable[Any], site: Published, address: str | None) -> list[Any]:
    """What the theme's sitemap reads: ``files`` without those of ``noindex``, and the smelters' pages.

    ``address`` is that of the site; None: it has none.
    """
    hidden = {SHELL} | {page.uri for page in site.pages if page.meta.is_draft}
    shown = [file for file in files if file.src_uri not in hidden]
    addresses = [f"{address or ''}{site.addresses.of_page(one.address)}" for one in site.profiles]
    return shown + [
        SimpleNamespace(page=SimpleNamespace(canonical_url=one, update_date=site.as_of, is_link=False))
        for one in addresses
    ]


def anchor_ids(html: str) -> list[str]:
    """The ids of all elements."""
    return re.findall(r'\bid="([^"]+)"', html)


def with_named_addresses(html: str) -> str:
    """The HTML in which links that are addresses themselves say so, so that a print does not repeat them."""
    return _LINK.sub(
        lambda found: _named(found) if unescape(found[2]) == unescape(found[1]) else found[0], html
    )


def _named(found: re.Match[str]) -> str:
    return f'<a class="fsd-address" href="{found[1]}">'


def watched(*folders: Path | str) -> list[str]:
    """Those of the folders, and of the templates, whose change a preview shows; not those of libraries."""
    there = (Path(folder) for folder in (*folders, *TEMPLATES))
    return [str(folder) for folder in there if folder.is_dir() and "site-packages" not in folder.parts]


def is_unused(uri: str, *, is_preview: bool) -> bool:
    """Whether no page asks for this file of the theme."""
    if uri in REVIEW_ASSETS:
        return not is_preview
    return uri.startswith(_UNUSED) or uri.endswith(".map") or uri in PARTS


class ThemeFile(Protocol):
    """A file of the theme, as the host knows it."""

    content_string: str

    @property
    def src_uri(self) -> str: ...
    @property
    def abs_src_path(self) -> str | None: ...


def joined(file: ThemeFile, made: Mapping[str, str]) -> str:
    """A style or script with each file of its folder that it imports in the place of the import.

    ``made`` are those that stand in no folder, by name: the style of the brand.
    """
    return _joined(file.content_string, Path(str(file.abs_src_path)).parent, made)


def joined_text(path: Path, made: Mapping[str, str] | None = None) -> str:
    """As ``joined``, of a file that the host does not know; ``made`` None: it imports none that is made."""
    return _joined(path.read_text(encoding="utf-8"), path.parent, made or {})


def _joined(text: str, folder: Path, made: Mapping[str, str]) -> str:
    def content(name: str) -> str:
        return made[name] if name in made else (folder / name).read_text(encoding="utf-8")

    return _IMPORT.sub(lambda found: content(found[1]), text)


def lean(name: str, text: str) -> str:
    """A style or script without what only people need."""
    smaller: str = LEAN[Path(name).suffix](text, keep_bang_comments=True)
    return smaller


def make_lean(file: ThemeFile, made: Mapping[str, str]) -> None:
    """Gives a style or script of ours everything that it imports, and nothing that only people need."""
    file.content_string = lean(file.src_uri, joined(file, made))


def add_search_records(site: Path, records: Sequence[Record], search_file: str) -> None:
    """Adds the rows of every annex to the index of the site's search, where there is one.

    Sections are shown without the figures of their tables. ``search_file`` is where the index then stands.
    """
    path = site / "search" / "search_index.json"
    if path.is_file():
        index = json.loads(path.read_bytes())
        for section in index["docs"]:
            section["text"] = without_figures(section["text"])
        index["docs"] += records
        index["short"] = short_forms()
        path.unlink()
        (site / search_file).write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def finish(folder: Path, site: Published, cache: Path | None) -> None:
    """What can be done when all pages are there. ``cache`` None: in a preview, which leaves styles alone."""
    add_search_records(folder, site.search_records, site.search_file)
    write_profiles(folder, site.profiles, site.addresses)
    if cache:
        leave_out_unused(folder, cache)


def strip_marks(entries: Iterable[Any]) -> None:
    """Leaves the words of the headings in a table of contents; entries have others below them."""
    for entry in entries:
        entry.title = without_marks(entry.title)
        strip_marks(entry.children)
