"""Countries of origin of the minerals, and countries that ask for a second look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..findings import Finding
from ..findings.catalogue import (
    COUNTRY_RESTRICTED,
    ORIGIN_IMPLAUSIBLE,
    ORIGIN_IS_PLACE,
    ORIGIN_IS_PLACE_TOLD,
    ORIGIN_ROUTE,
    ORIGIN_SMELTER,
    ORIGIN_TWICE,
    ORIGIN_UNKNOWN,
    STATED_COUNTRY,
)
from ..model import COVERED_COUNTRIES, Disclosure, LineRef, Metal, Restriction, Route, Smelter
from ..model.comparing import folded
from ..model.counted import named, row_in_words
from ..model.folding import fold
from ..model.words import says_recycled
from .prose import Prose

_FEWEST = 5
"""A list of fewer countries may be that of the facilities by chance."""
_PLACE_AS_ORIGIN = re.compile(
    r"\b(?:countr(?:y|ies)\s+of\s+origin|originat\w*)\b(?:(?!\band\b)[^.;,]){0,60}?\b(?:where|in\s+which|in\s+whose\s+country)"
    r"\s+(?:the\s+|these\s+|our\s+)?(?:smelters?|refiners?|facilit(?:y|ies))(?:\s+(?:and|or)\s+\w+)?"
    r"\s+(?:are|is|were|was|stand)\s+(?:located|situated|based)?"
    r"|\b(?:based\s+on|according\s+to|derived\s+from|from)\s+the\s+(?:location|place|country|countries)\s+of\s+"
    r"(?:the\s+|these\s+|our\s+)?(?:smelters?|refiners?|facilit(?:y|ies))[^.;]*\borigin",
    re.IGNORECASE,
)
_SPELLING = "Correct its name; a further spelling can be added in countries.csv of the data folder."
_SEVERAL = {
    "korea": "South Korea or North Korea",
    "samoa": "Samoa or American Samoa",
    "virgin islands": "the British or the U.S. Virgin Islands",
    "st martin": "Saint Martin or Sint Maarten",
    "saint martin": "Saint Martin or Sint Maarten",
}
"""Names that may be several countries, as ``fold`` gives them."""
_DENIED = re.compile(r"\b(?:not|no|none|never|nor)\b", re.IGNORECASE)


def stated_country_is_known(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-003: a country of high risk is known, and a country of origin is one, not one of several."""
    for name, code in disclosure.origin_codes:
        several = _several(name) if code is None else None
        if several:
            message = f"country of origin '{name}' may be {several}"
            advice = f"Name the one that is meant. {_SPELLING}"
            yield Finding(STATED_COUNTRY, message, _where_named(disclosure, name), advice)
    for number, (name, code) in enumerate(disclosure.high_risk_codes):
        if code is None:
            yield Finding(
                STATED_COUNTRY,
                f"country '{name}' is not known",
                disclosure.where("high_risk_areas", "countries", number),
                _SPELLING,
                together="countries are not known",
                named=f"'{name}'",
            )


def _several(name: str) -> str | None:
    """The countries that a name may mean; None where it means one, or none that is known."""
    return _SEVERAL.get(fold(name).removeprefix("the "))


def origin_is_known(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-011: a country of origin that is not known is compared with nothing."""
    for name, code in disclosure.origin_codes:
        if code is not None:
            continue
        if says_recycled(name):
            message = f"'{name}' among the countries of origin is no country"
            advice = (
                "State it under origins.recycled, or leave it, if it was filed so; it counts as no country."
            )
            yield Finding(ORIGIN_UNKNOWN, message, _where_named(disclosure, name), advice)
            continue
        if _several(name):
            continue  # the matter of CO-003
        yield Finding(
            ORIGIN_UNKNOWN,
            f"country of origin '{name}' is not known",
            _where_named(disclosure, name),
            f"Nothing to do, if it was filed so; it counts as no covered country. {_SPELLING}",
            together="countries of origin are not known",
            named=f"'{name}'",
        )


def origin_has_one_name(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-013: two names of one country among the countries of origin; it counts once."""
    first: dict[str, str] = {}
    for name, code in disclosure.origin_codes:
        if code is None or first.setdefault(code, name) == name:
            continue
        yield Finding(
            ORIGIN_TWICE,
            f"countries of origin '{first[code]}' and '{name}' are one country, which counts once",
            _where_named(disclosure, name),
            "Use one name, or leave both, if it was filed so.",
            together="countries of origin stand under two names",
            named=f"'{first[code]}' and '{name}'",
        )


def origin_smelter_is_listed(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-012: who has origins of its own (``origins.by_smelter``) stands in the list under that name."""
    rows = disclosure.all_rows
    known = {folded(row.name) for row in rows} | {folded(row.cid) for row in rows if row.cid}
    origins = disclosure.facts.origins
    for name in (origins.by_smelter or {}) if origins and rows else ():
        if folded(name) not in known:
            yield Finding(
                ORIGIN_SMELTER,
                f"origins are given for '{name}', and the list has no such smelter",
                disclosure.where("origins", "by_smelter", name),
                "Write its name or identifier as in the list.",
                together="smelters with origins of their own are not in the list",
                named=f"'{name}'",
            )


def _where_named(disclosure: Disclosure, country: str) -> LineRef:
    """The line of the country, where it has one of its own; else that of the shape which gives it."""
    origins = disclosure.facts.origins
    if origins is None:
        return disclosure.where("origins")
    if country in (origins.by_country or {}):
        return disclosure.where("origins", "by_country", country)
    for metal, countries in (origins.by_metal or {}).items():
        if country in countries:
            return disclosure.where("origins", "by_metal", metal.value, countries.index(country))
    for smelter, countries in (origins.by_smelter or {}).items():
        if country in countries:
            return disclosure.where("origins", "by_smelter", smelter, countries.index(country))
    at = (origins.countries or ()).index(country) if country in (origins.countries or ()) else 0
    return disclosure.where("origins", "countries", at)


def origins_fit_the_route(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-004: who knows of an origin in a covered country owes due diligence and a report (Item 1.01(c))."""
    covered = [name for name, code in disclosure.origin_codes if code in COVERED_COUNTRIES]
    if covered and disclosure.facts.form.route is Route.INQUIRY:
        message = f"the countries of origin include {', '.join(covered)}, and the route is '{Route.INQUIRY}'"
        advice = f"Use the route '{Route.REPORT}', or correct the origins."
        yield Finding(ORIGIN_ROUTE, message, disclosure.where("form", "route"), advice)


def origin_is_not_the_place(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-005: a facility processes minerals from other countries than its own."""
    origins = {code for _, code in disclosure.origin_codes if code}
    places = {row.country.code for row in disclosure.smelters if row.country and row.country.code}
    if len(origins) >= _FEWEST and origins == places:
        message = f"the {len(origins)} countries of origin are exactly those in which the facilities stand"
        advice = "State where the minerals were mined, or leave the entry out where it is not known."
        yield Finding(ORIGIN_IS_PLACE, message, disclosure.where("origins"), advice)


def origin_is_told_from_place(prose: Prose) -> Iterator[Finding]:
    """CO-010: the report does not give the country of a facility for the origin of minerals."""
    for sentence in prose.sentences:
        found = _PLACE_AS_ORIGIN.search(sentence.text)
        if found and not _DENIED.search(sentence.text) and sentence.is_typed(*found.span()):
            message = f"'{sentence.words}' takes the place of a facility for the origin of minerals"
            advice = (
                "State the countries of origin in disclosure.yml (origins), or say that they are not known."
            )
            yield Finding(ORIGIN_IS_PLACE_TOLD, message, sentence.place(*found.span()), advice)
    for heading in prose.headings:
        about_origin = re.search(r"\borigin", heading.text, re.IGNORECASE)
        if about_origin and 'id="fsd-countries"' in heading.below and heading.level > 1:
            message = f"the table of the facilities' countries stands under the heading '{heading.text}'"
            advice = "Put it under another heading: it shows where facilities stand."
            yield Finding(ORIGIN_IS_PLACE_TOLD, message, heading.where, advice)


def country_is_not_restricted(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-006: an embargo, or parties that are listed by name, in the country of a facility or of origin."""
    of_country: dict[str, list[Smelter]] = {}
    for row in disclosure.smelters:
        if row.country:
            of_country.setdefault(row.country.name, []).append(row)
    for _, rows in sorted(of_country.items()):
        yield from _restricted_rows(disclosure, rows)
    for name, one in _restricted_origins(disclosure):
        message = f"'{name}' is a country of origin; {_measure(one.measure)} ({one.source})"
        yield Finding(COUNTRY_RESTRICTED, message, _where_named(disclosure, name), _LOOK)


def _restricted_rows(disclosure: Disclosure, rows: list[Smelter]) -> Iterator[Finding]:
    for one in disclosure.restrictions:
        found = [row for row in rows if _is_restricted(row, one, disclosure)]
        if found:
            rows_named = named([row_in_words(row) for row in found], between="; ")
            message = f"{one.name}: {_measure(one.measure)} ({one.source}): {rows_named}"
            yield Finding(COUNTRY_RESTRICTED, message, found[0].where, _LOOK)


def _is_restricted(row: Smelter, one: Restriction, disclosure: Disclosure) -> bool:
    metals = [row.metal] if isinstance(row.metal, Metal) else []
    return row.country is not None and one.applies(row.country.code, metals, disclosure.as_of)


_LOOK = "Have somebody who knows the rules look at it; the table of measures can be changed (embargo.csv)."


def _measure(measure: str) -> str:
    return "there is an embargo" if measure == "embargo" else "there may be listed parties"


def origin_is_plausible(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-007: a country without known mines of the metal is hardly its origin."""
    for name, reason in _without_mines(disclosure):
        message = f"'{name}' as a country of origin is not plausible: {reason}"
        advice = "Ask who reported it; a place of trade or processing is no origin."
        yield Finding(ORIGIN_IMPLAUSIBLE, message, _where_named(disclosure, name), advice)


def _without_mines(disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    metals = _metals_by_country(disclosure)
    for name, code in disclosure.origin_codes:
        for one in disclosure.no_mining:
            if one.code == code and set(metals.get(name) or Metal) & set(one.metals):
                yield name, one.reason[:1].lower() + one.reason[1:]


def _restricted_origins(disclosure: Disclosure) -> Iterator[tuple[str, Restriction]]:
    metals = _metals_by_country(disclosure)
    for name, code in disclosure.origin_codes:
        for one in disclosure.restrictions:
            if one.applies(code, metals.get(name, ()), disclosure.as_of):
                yield name, one


def _metals_by_country(disclosure: Disclosure) -> Mapping[str, tuple[Metal, ...]]:
    """The metals that are stated to come from each country; none where that is not told apart."""
    origins = disclosure.facts.origins
    return origins.metals_by_country if origins else {}
