"""The page that sets the figures of all years beside each other, as filed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ..model import Disclosure, Metal, percent
from ..prose.fact_values import sentence_list
from ..years.trend import Break, YearFigures, breaks_in
from .common_page import filled, told
from .page import FrontMatter, Page, PageKind
from .table import Cell, Heading, Row, Table, html

TEMPLATE = "pages/years.md.j2"
URI = "years.md"
_NOT_STATED = "not stated"


@dataclass(frozen=True)
class Bar:
    """A year in a picture. Widths are percentages of the longest bar, as SVG has them."""

    year: str
    is_draft: bool
    href: str
    number: str
    width: str
    part: str
    """What of it is conformant, in words such as ``237 (79.5%)``; empty: not stated."""
    part_width: str
    """Empty: not stated."""
    new_words: str
    """What is counted or called otherwise from this year on; empty: nothing is."""


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    first: str
    last: str
    bars: tuple[Bar, ...]
    """The oldest year first; empty where no year states a number."""
    part_name: str
    breaks: tuple[str, ...]
    figures: Markup
    metals: Markup
    has_smelters: bool
    """Whether there is a page that lists the smelters over all years."""
    changes: tuple[tuple[str, str], ...]
    """Year and the year before it of each page of changes, the newest first."""


def render(years: Sequence[tuple[Disclosure, YearFigures]], *, has_smelters: bool = False) -> Page:
    """``years`` are two or more, the newest first."""
    ordered = sorted((figures for _, figures in years), key=lambda one: one.year)
    drafts = {one.year for one, _ in years if one.facts.filing.is_draft}
    breaks = breaks_in(ordered)
    newest = years[0][0]
    meta = FrontMatter(
        title=f"{ordered[0].year} to {ordered[-1].year}: the years beside each other",
        description=f"Figures of the conflict minerals disclosures of {newest.facts.registrant.name}"
        f" from {ordered[0].year} to {ordered[-1].year}.",
        year=None,
        is_draft=False,
        kind=PageKind.YEARS,
        notice=newest.facts.notice_on_top,
    )
    context = Context(
        first=str(ordered[0].year),
        last=str(ordered[-1].year),
        bars=_bars(ordered, drafts, breaks),
        part_name=_part_name(ordered),
        breaks=tuple(map(in_words, breaks)),
        figures=_html(_figures(ordered)),
        metals=_html(_metals(ordered)),
        has_smelters=has_smelters,
        changes=tuple((str(now.year), str(then.year)) for then, now in reversed(list(pairwise(ordered)))),
    )
    return Page(uri=URI, meta=meta, marked=filled(TEMPLATE, context))


def _bars(years: Sequence[YearFigures], drafts: set[int], breaks: Sequence[Break]) -> tuple[Bar, ...]:
    longest = max((one.rows or 0 for one in years), default=0)
    if not longest:
        return ()
    return tuple(
        Bar(
            year=str(one.year),
            is_draft=one.year in drafts,
            href=f"../{one.year}/",
            number=_NOT_STATED if one.rows is None else told(f"{one.rows:,}", one.rows),
            width=_width(one.rows, longest),
            part=_part(one),
            part_width=_width(one.conformant, longest) if _part(one) else "",
            new_words="; ".join(_words_of(found) for found in breaks if found.year == one.year),
        )
        for one in years
    )


def _width(number: int | None, longest: int) -> str:
    return f"{100 * (number or 0) / longest:.2f}%"


def _part(one: YearFigures) -> str:
    if one.conformant is None:
        return ""
    has_share = one.rows and one.conformant <= one.rows
    share = f" ({percent(one.conformant, one.rows or 0)})" if has_share else ""
    return told(f"{one.conformant:,}{share}", one.conformant)


def _part_name(years: Sequence[YearFigures]) -> str:
    """The filer's words for the conformant status, the newest first."""
    words = dict.fromkeys(
        word for one in reversed(years) for word in one.conformant_words if one.conformant is not None
    )
    return " or ".join(words)


def _words_of(found: Break) -> str:
    words = sentence_list(f"“{word}”" for word in found.after)
    return f"the status is called {words}" if found.what == "status" else f"{words} are counted"


def in_words(found: Break) -> str:
    """What changed, for people."""
    then, now = (sentence_list(f"“{word}”" for word in words) for words in (found.before, found.after))
    if found.what == "status":
        changed = f"From {found.year} on the status is called {now}, before it was {then}"
    else:
        changed = f"From {found.year} on the disclosure counts {now}, before it counted {then}"
    return f"{changed}: the numbers are no series."


def _figures(years: Sequence[YearFigures]) -> Table:
    """A line for each year; a column that no year states is not there."""
    columns: list[tuple[str, list[int | str | None]]] = [
        ("Listed", [one.rows for one in years]),
        (_part_name(years) or "Conformant", [one.conformant for one in years]),
        ("Countries", [one.countries for one in years]),
        ("In covered countries", [one.in_covered_countries for one in years]),
        ("Suppliers asked", [one.asked for one in years]),
        ("Answered", [one.answered for one in years]),
        ("Response rate", [one.response_rate for one in years]),
        ("Countries of origin", [one.origins for one in years]),
        ("Covered countries among them", [one.covered_origins for one in years]),
    ]
    return _by_year("fsd-figures-by-year", "What each disclosure states", years, columns)


def _metals(years: Sequence[YearFigures]) -> Table | None:
    columns: list[tuple[str, list[int | str | None]]] = [
        (metal.value, [dict(one.by_metal).get(metal) for one in years]) for metal in Metal
    ]
    table = _by_year("fsd-metals-by-year", "Listed facilities by metal", years, columns)
    return table if len(table.headings) > 1 else None


def _by_year(
    name: str,
    caption: str,
    years: Sequence[YearFigures],
    columns: Sequence[tuple[str, list[int | str | None]]],
) -> Table:
    stated = [(heading, values) for heading, values in columns if any(value is not None for value in values)]
    return Table(
        id=name,
        caption=caption,
        headings=(
            Heading("Year"),
            *(Heading(heading, is_number=_is_number(values)) for heading, values in stated),
        ),
        rows=tuple(
            Row(
                Cell(str(one.year), href=f"../{one.year}/"),
                tuple(_cell(values[at]) for _, values in stated),
            )
            for at, one in enumerate(years)
        ),
    )


def _is_number(values: Sequence[int | str | None]) -> bool:
    """Whether a column has numbers alone, which stand at its end, as its heading then does."""
    return not any(isinstance(value, str) for value in values)


def _cell(value: int | str | None) -> Cell:
    return Cell(_NOT_STATED if value is None else value)


def _html(table: Table | None) -> Markup:
    return Markup(html(table))
