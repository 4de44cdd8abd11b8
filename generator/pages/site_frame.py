"""What the frame of the site takes from our pages: menu, search index, addresses, lean files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from rcssmin import cssmin
from rjsmin import jsmin

from ..prose.environment import TEMPLATES
from ..prose.marks import without_marks
from .page import Page
from .search_records import Record

FRONT_PAGE = "index.md"
"""The newest year's overview under another address."""

REVIEW_ASSETS = ("assets/stylesheets/review.css", "assets/javascripts/review.js")
"""Files of the theme folder that only the preview has."""

_UNUSED = "assets/javascripts/lunr/"  # stemmers of other languages, two megabytes

LEAN = {".css": cssmin, ".js": jsmin}
"""What makes styles and scripts smaller; comments that begin with an exclamation mark stay: licenses."""

_LINK = re.compile(r'<a href="(https?://[^"]+)">(?=([^<]*)</a>)')
"""A link to the web with its text, whose signs may be written as entities."""


def year_menu(years: Iterable[int], pages: Sequence[Page]) -> list[dict[str, Any]]:
    """``Home``, then each year with its pages, as ``nav`` of ``mkdocs.yml`` has entries."""
    entries: list[dict[str, Any]] = [{"Home": FRONT_PAGE}]
    for year in years:
        of_year = [page for page in pages if page.uri.startswith(f"{year}/")]
        entries.append({str(year): [{page.meta.menu_title: page.uri} for page in of_year]})
    return entries


def not_for_search_engines(pages: Iterable[Page]) -> set[str]:
    """Sources of the pages that say ``noindex``, or that another address is theirs."""
    return {FRONT_PAGE} | {page.uri for page in pages if page.meta.is_draft}


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
    return uri.startswith(_UNUSED) or uri.endswith(".map") or (uri in REVIEW_ASSETS and not is_preview)


def lean(name: str, text: str) -> str:
    """A style or script without what only people need."""
    smaller: str = LEAN[Path(name).suffix](text, keep_bang_comments=True)
    return smaller


def add_search_records(site: Path, records: Sequence[Record]) -> None:
    """Adds the rows of every annex to the index of the site's search, where there is one."""
    path = site / "search" / "search_index.json"
    if path.is_file():
        index = json.loads(path.read_bytes())
        index["docs"] += records
        path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def strip_marks(entries: Iterable[Any]) -> None:
    """Leaves the words of the headings in a table of contents; entries have others below them."""
    for entry in entries:
        entry.title = without_marks(entry.title)
        strip_marks(entry.children)
