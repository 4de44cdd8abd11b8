"""The sentence on top of the overview: what the filing says, in one sentence that the data computes.

It has two halves, of which one may be missing: how many of the smelters are conformant, and what is known of
the origin of the minerals. The texts are the filer's (``wording/overview.md``); a sentence of its own
(``overview.sentence``) takes the place of both.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Route
from .environment import Markdown
from .facilities import Facilities, whole_of
from .fact_values import FactInt, FactStr
from .facts import AllFacts
from .wording.spec import Case, Spec
from .wording.wording import Wording, WordingError, wording_of

_PART = ("part", "whole", "labels")
OVERVIEW = Spec(
    "overview",
    "The sentence on top of the overview",
    (
        Case("both", "where there are two halves", ("first", "second")),
        Case("alone", "where there is one half alone", ("first",)),
        Case("none", "as the first half where no smelter is conformant", ("whole", "labels")),
        Case("none-known", "as the first half where none is, and some have no status", ("whole", "labels")),
        Case("few", "as the first half where at most half of the smelters are conformant", _PART),
        Case("most", "as the first half where more than half are", _PART),
        Case("all", "as the first half where all are", ("whole", "labels")),
        Case("single", "as the first half where one smelter is listed, and it is conformant", ("labels",)),
        Case("single-not", "as the first half where it is not", ("labels",)),
        Case("listed", "as the first half where the list tells no conformant ones", ("facilities.total",)),
        Case(
            "listed-in-countries",
            "as the first half where it gives countries",
            ("facilities.total", "facilities.countries"),
        ),
        Case(
            "listed-in-countries-known",
            "as the first half where it gives the countries of some",
            ("facilities.total", "facilities.countries", "known"),
        ),
        Case("stated", "as the first half where the filing states numbers and no list", (*_PART, "unit")),
        Case("stated-all", "as the first half where that is all of them", ("whole", "unit", "labels")),
        Case("stated-none", "as the first half where it is none of them", ("whole", "unit", "labels")),
        Case("stated-part", "as the first half where it states no total", ("part", "unit", "labels")),
        Case("stated-total", "as the first half where it states a total alone", ("whole", "unit")),
        Case(
            "report",
            "as the first half where nothing is counted, and there is a report",
            ("registrant.short_name",),
        ),
        Case(
            "form-alone",
            "as the first half where nothing is counted, and Form SD stands alone",
            ("registrant.short_name",),
        ),
        Case("inquiry", "as the second half where Form SD alone tells the result of the inquiry"),
        Case("staff-statement", "as the second half where Form SD follows the SEC staff’s statement of 2017"),
        Case("origins-not-determined", "as the second half where no country of origin was determined"),
        Case("origins-recycled", "as the second half where recycled or scrap material alone is an origin"),
        Case("origins-one", "as the second half where one country is known, and it is no covered country"),
        Case("origins-one-covered", "as the second half where it is a covered country"),
        Case(
            "origins-none-covered",
            "as the second half where no known country is a covered country",
            ("origins.count",),
        ),
        Case(
            "origins-some-covered",
            "as the second half where some are",
            ("origins.count", "origins.covered"),
        ),
    ),
    ("first", "second", "part", "whole", "labels", "unit", "known"),
)  # fmt: skip


def overview_sentence(facts: AllFacts, route: Route) -> Markdown:
    """The sentence as Markdown on one line; empty where its wording is not there.

    A year that was begun before there was such a wording has none, and its overview an ordinary title.
    """
    if not is_worded(facts):
        return Markdown("")
    wording = wording_of(facts.wording)
    try:
        halves = [half for half in _halves(_Halves(facts, route, wording)) if half]
        first, *rest = [_capital(half) if number == 0 else half for number, half in enumerate(halves)]
        names = {"first": first, **({"second": rest[0]} if rest else {})}
        text = wording.text(OVERVIEW.name, "both" if rest else "alone", {**facts.as_dict(), **names})
    except WordingError:
        return Markdown("")
    return Markdown(" ".join(text.split()))


def is_worded(facts: AllFacts) -> bool:
    """Whether the year has the wording of the sentence."""
    return any(file.name == OVERVIEW.name for file in facts.wording)


class _Halves:
    """The data of the sentence, and the filer's text for each case of it."""

    def __init__(self, facts: AllFacts, route: Route, wording: Wording) -> None:
        self.facts, self.route, self._wording = facts, route, wording
        names = [s.label for s in facts.statuses if s.status_class == "conformant"]
        path = names[0].path if names and names[0] else ""
        self.labels = FactStr(" or ".join(str(name) for name in names), path) if names else None

    def text(self, case: str, **names: object) -> Markdown:
        return self._wording.text(OVERVIEW.name, case, {**self.facts.as_dict(), **names})


def _halves(of: _Halves) -> Iterator[Markdown]:
    facilities = of.facts.facilities
    if facilities.rows:
        yield _listed(of, facilities)
    elif facilities.total is not None or facilities.total_in_words or facilities.conformant.total is not None:
        yield _stated(of, facilities)
    else:
        yield of.text("report" if of.route is Route.REPORT else "form-alone")
    if case := _origin_case(of):
        yield of.text(case)


def _listed(of: _Halves, facilities: Facilities) -> Markdown:
    """What the list tells: statuses first, else countries."""
    part, whole, lacking = facilities.conformant.total, facilities.total, facilities.without_status
    if of.labels is None or lacking is None or part is None or whole is None:
        return _in_countries(of, facilities)
    if whole == 1 and not lacking:
        return of.text("single" if part else "single-not", labels=of.labels)
    if part == 0:
        return of.text("none-known" if lacking else "none", whole=whole, labels=of.labels)
    case = "all" if part == whole else "most" if 2 * part > whole else "few"
    return of.text(case, part=part, whole=whole, labels=of.labels)


def _in_countries(of: _Halves, facilities: Facilities) -> Markdown:
    total, without = facilities.total, facilities.without_country
    if not facilities.countries or total is None:
        return of.text("listed")
    if not without:
        return of.text("listed-in-countries")
    return of.text("listed-in-countries-known", known=FactInt(total - without, "facilities.with_country"))


def _stated(of: _Halves, facilities: Facilities) -> Markdown:
    """What the filing counts itself; it names its unit."""
    part = facilities.conformant.total if of.labels else None
    whole = whole_of(facilities.conformant, facilities) or facilities.total_in_words
    unit = FactStr(facilities.unit or facilities.words, "counts.unit")
    if part is None:
        return of.text("stated-total", whole=facilities.total or facilities.total_in_words, unit=unit)
    if not whole:
        return of.text("stated-part", part=part, unit=unit, labels=of.labels)
    case = "stated-none" if part == 0 else "stated-all" if part == whole and whole > 1 else "stated"
    return of.text(case, part=part, whole=whole, unit=unit, labels=of.labels)


def _origin_case(of: _Halves) -> str:
    """The case of the second half; empty where the filing says nothing of origins."""
    origins = of.facts.origins
    if origins.determined:
        if origins.count == 1:
            return "origins-one-covered" if origins.covered else "origins-one"
        return "origins-some-covered" if origins.covered else "origins-none-covered"
    if origins.recycled:
        return "origins-recycled"
    if of.route is not Route.REPORT:
        return "inquiry" if of.route is Route.INQUIRY else "staff-statement"
    return "origins-not-determined" if origins.undetermined else ""


def _capital(text: Markdown) -> Markdown:
    return Markdown(text[:1].upper() + text[1:])
