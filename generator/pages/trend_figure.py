"""The share of conformant rows by year, as a small picture of the overview, with the way to all years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import percent
from ..prose.environment import page_environment
from ..years.trend import YearFigures, breaks_in
from .overview_page import SINCE
from .page import Page
from .years_page import in_words

TEMPLATE = "partials/trend.html.j2"
_MOST = 6
"""Years that have room on a phone: the newest ones."""
_HEIGHT, _PITCH, _WIDTH = 96, 66, 46
"""Of the full share, from bar to bar, and of a bar, in the units of the drawing."""
_TOP, _BELOW = 26, 30
"""Room for the numbers above the bars and for the years below them."""


@dataclass(frozen=True)
class Bar:
    """A year in the picture, in the units of the drawing."""

    year: str
    share: str
    x: int
    y: int
    height: int
    middle: int
    share_y: int
    is_new: bool
    """It is the year of the page."""


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    status: str
    """The filer's words for the conformant status in the year of the page."""
    bars: tuple[Bar, ...]
    width: int
    height: int
    bar_width: int
    base: int
    """Where the bars stand."""
    year_y: int
    left_out: tuple[str, ...]
    """Years that state no share."""
    breaks: tuple[str, ...]
    has_page: bool


def with_trend(overview: Page, year: int, years: Sequence[YearFigures], *, has_page: bool) -> Page:
    """The overview of the year with the picture below what changed since the year before.

    ``years`` are those of the site, in any order; only the year and those before it are shown, so that a page
    does not change when a newer year is added. As it is where fewer than two of them, or not the year itself,
    state how many of how many rows are conformant. ``has_page``: the site has a page of all years to lead to.
    """
    known = sorted((one for one in years if one.year <= year), key=lambda one: one.year)[-_MOST:]
    stated = [one for one in known if _states_share(one)]
    if len(stated) < 2 or stated[-1].year != year:
        return overview
    context = Context(
        status=" or ".join(stated[-1].conformant_words),
        bars=tuple(_bar(at, one, year) for at, one in enumerate(stated)),
        width=_PITCH * len(stated),
        height=_TOP + _HEIGHT + _BELOW,
        bar_width=_WIDTH,
        base=_TOP + _HEIGHT,
        year_y=_TOP + _HEIGHT + 20,
        left_out=tuple(str(one.year) for one in known if one not in stated),
        breaks=tuple(map(in_words, breaks_in(stated))),
        has_page=has_page,
    )
    figure = page_environment().get_template(TEMPLATE).render(vars(context))
    return replace(overview, inserts={**overview.inserts, SINCE: f"{overview.inserts[SINCE]}\n{figure}"})


def _states_share(one: YearFigures) -> bool:
    return bool(one.rows) and one.conformant is not None and one.conformant <= (one.rows or 0)


def _bar(at: int, one: YearFigures, year: int) -> Bar:
    rows, conformant = one.rows or 1, one.conformant or 0
    height, x = round(_HEIGHT * conformant / rows), _PITCH * at + (_PITCH - _WIDTH) // 2
    return Bar(
        year=str(one.year),
        share=percent(conformant, rows),
        x=x,
        y=_TOP + _HEIGHT - height,
        height=height,
        middle=x + _WIDTH // 2,
        share_y=_TOP + _HEIGHT - height - 7,
        is_new=one.year == year,
    )
