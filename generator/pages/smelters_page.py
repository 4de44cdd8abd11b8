"""The page that lists every smelter and refiner with its years, and the way to it from each list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import escape
from slugify import slugify

from ..model import Disclosure, Smelter
from ..years.profiles import Profile
from .annex_links import NOT_STATED, country_key
from .annex_page import SMELTERS
from .common_page import filled, of_row
from .page import FrontMatter, Page, PageKind

TEMPLATE = "pages/smelters.md.j2"
URI = "smelters.md"
LINK_ID = "fsd-smelters"
"""By it ``annex-more.js`` finds where the smelters' pages are."""
_CID = re.compile(r"CID\d{6}")


@dataclass(frozen=True)
class Line:
    """A smelter or refiner."""

    name: str
    href: str
    cid: str
    metals: str
    years: str


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    first: str
    last: str
    lines: tuple[Line, ...]
    has_cid: bool


def render(found: Sequence[Profile], newest: Disclosure) -> Page:
    """``found`` are those of all years, at least one."""
    lines = tuple(_line(one) for one in found)
    years = sorted({one.year for profile in found for one in profile.rows})
    context = Context(str(years[0]), str(years[-1]), lines, any(line.cid for line in lines))
    meta = FrontMatter(
        title="Smelters and refiners over the years",
        description=f"Every smelter and refiner that {newest.facts.registrant.name} listed from {years[0]} to"
        f" {years[-1]}, with its years.",
        year=None,
        is_draft=False,
        kind=PageKind.SMELTER,
        notice=newest.facts.notice_on_top,
        is_searched=False,
    )
    return Page(uri=URI, meta=meta, marked=filled(TEMPLATE, context))


def _line(found: Profile) -> Line:
    return Line(
        name=of_row(found.name, found.rows[0].year, found.rows[0].row),
        href=f"{found.key}/",
        cid=next((one.row.cid for one in found.rows if one.row.cid), ""),
        metals=", ".join(dict.fromkeys(one.row.metal.value for one in found.rows)),
        years=", ".join(dict.fromkeys(str(one.year) for one in found.rows)),
    )


def with_way_to_smelters(annex: Page, disclosure: Disclosure, found: Sequence[Profile]) -> Page:
    """The annex page with the link to the smelters' pages; a script adds one to the detail of each row.

    A row's page is told by its identifier, else by its address in the list and its country. Rows for which
    that does not hold stand in the link.
    """
    rows = json.dumps(dict(_told_otherwise(disclosure, found)), separators=(",", ":"), ensure_ascii=False)
    told = f' data-rows="{escape(rows)}"' if rows != "{}" else ""
    line = (
        f'<p><a id="{LINK_ID}" href="../../smelters/"{told}>Each smelter and refiner over all years</a></p>'
    )
    return replace(annex, inserts={**annex.inserts, SMELTERS: line})


def _told_otherwise(disclosure: Disclosure, found: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    for profile in found:
        for one in profile.rows:
            if one.year == disclosure.year and _as_told(one.row) not in (profile.key, *profile.former):
                yield one.row.anchor, profile.key


def _as_told(row: Smelter) -> str:
    """The page's address as ``annex-more.js`` makes it."""
    if cid := _CID.match(row.anchor):
        return cid[0]
    country = "" if row.country is None else country_key(row.country).lower()
    name = row.anchor.removeprefix(f"{slugify(row.metal) or 'mineral'}-")
    return f"{name}-{country}" if country not in ("", NOT_STATED) else name
