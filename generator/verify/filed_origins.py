"""The countries that a filed document lists as origins, or as covered, against those of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..filed.values import CountryList, FiledDocument, NamedCountry
from ..findings import Finding
from ..findings.catalogue import FILED_COUNTRIES
from ..model import COVERED_COUNTRIES, Disclosure, LineRef, Metal
from ..model.counted import named
from ..model.folding import fold

_ADVICE = "Find out which is right, the list in the filing or the entry {} of disclosure.yml."
_A_DEFINITION = 7
"""So many of the ten countries make a sentence one that lists them."""


@dataclass(frozen=True)
class ComparedCountries:
    """What was compared, in words, and the findings."""

    origins: int = 0
    """Countries of origin of the data that were held against a list."""
    by_metal: bool = False
    """Whether their metals were compared too."""
    lacks_metals: bool = False
    """Whether the data has their metals, and no list of the filing."""
    covered: int = 0
    """Places in which the filing lists the covered countries."""
    only_filed: int = 0
    """Countries of origin that the filing lists where the data has none."""
    findings: tuple[Finding, ...] = ()


def compare_countries(disclosure: Disclosure, filed: FiledDocument) -> ComparedCountries:
    """VE-017: each country of origin, with its metals where both tell them, and the covered countries."""
    lists = [one for one in filed.country_lists if one.kind == "origins"]
    own = {_key(name, code): name for name, code in disclosure.origin_countries}
    covered = [one for one in filed.country_lists if _defines_covered(one)]
    findings = tuple(_covered(disclosure, covered))
    complete = [one for one in lists if not one.is_partial]
    if not own or not complete:
        there = {_key(one.name, one.code) for one_list in complete for one in one_list.countries}
        return ComparedCountries(covered=len(covered), only_filed=len(there), findings=findings)
    main = _main_lists(complete)
    findings += tuple(_origins(own, main))
    metals = tuple(_metals(disclosure, main))
    return ComparedCountries(
        origins=len(own),
        by_metal=_gives_metals(disclosure) and any(one.metals for each in main for one in each.countries),
        lacks_metals=_gives_metals(disclosure)
        and not any(one.metals for each in main for one in each.countries),
        covered=len(covered),
        findings=(*findings, *(finding for finding in metals)),
    )


def _gives_metals(disclosure: Disclosure) -> bool:
    origins = disclosure.facts.origins
    return bool(origins and any(origins.metals_by_country.values()))


def _main_lists(lists: Sequence[CountryList]) -> list[CountryList]:
    """The lists that together are the whole: those that stand alone; sentences only where none does."""
    alone = [one for one in lists if one.is_alone]
    return alone or list(lists)


def _origins(own: dict[str, str], main: Sequence[CountryList]) -> Iterator[Finding]:
    there = {_key(one.name, one.code) for each in main for one in each.countries}
    missing = [name for key, name in own.items() if key not in there]
    largest = max(main, key=lambda one: len(one.countries))
    advice = _ADVICE.format("origins")
    if missing:
        message = f"the filing does not list {named(missing)} among the countries of origin, the data does"
        yield Finding(FILED_COUNTRIES, message, largest.where, advice)
    for each in main:
        extra = list(dict.fromkeys(one.name for one in each.countries if _key(one.name, one.code) not in own))
        if extra:
            message = f"the filing lists {named(extra)} among the countries of origin, the data does not"
            yield Finding(FILED_COUNTRIES, message, each.where, advice)


def _metals(disclosure: Disclosure, main: Sequence[CountryList]) -> Iterator[Finding]:
    """Differences of metals, for countries of which both say them."""
    origins = disclosure.facts.origins
    codes = dict(disclosure.origin_codes)
    own = {
        _key(name, codes.get(name)): (name, metals)
        for name, metals in (origins.metals_by_country if origins else {}).items()
        if metals
    }
    told: dict[str, set[Metal]] = {}
    places: dict[str, LineRef] = {}
    for each in main:
        for one in each.countries:
            if one.metals:
                told.setdefault(_key(one.name, one.code), set()).update(one.metals)
                places.setdefault(_key(one.name, one.code), each.where)
    for key, metals in told.items():
        if key in own and set(own[key][1]) != metals:
            name, expected = own[key]
            message = (
                f"the filing gives {name} as an origin of {_words(metals)}, the data of {_words(expected)}"
            )
            yield Finding(FILED_COUNTRIES, message, places[key], _ADVICE.format("origins"))


def _words(metals: Sequence[Metal] | set[Metal] | tuple[Metal, ...]) -> str:
    return " and ".join(metal.lower() for metal in Metal if metal in metals)


def _defines_covered(one: CountryList) -> bool:
    number = len({country.code for country in one.countries if country.is_covered})
    return one.kind == "covered" and number >= _A_DEFINITION and not one.is_partial


def _covered(disclosure: Disclosure, lists: Sequence[CountryList]) -> Iterator[Finding]:
    stated = {code: name for name, code in disclosure.covered_codes if code}
    own = stated or COVERED_COUNTRIES
    advice = _ADVICE.format("covered_countries") if stated else "The rule names the ten countries."
    for one in lists:
        there = {country.code for country in one.countries}
        missing = [name for code, name in own.items() if code not in there]
        extra = [country.name for country in _unlike(one.countries, own)]
        if missing:
            message = f"the filing does not list {named(missing)} among the covered countries"
            yield Finding(FILED_COUNTRIES, message, one.where, advice)
        if extra:
            message = f"the filing lists {named(extra)} among the covered countries, which is none"
            yield Finding(FILED_COUNTRIES, message, one.where, advice)


def _unlike(countries: Sequence[NamedCountry], own: dict[str, str]) -> list[NamedCountry]:
    return [country for country in countries if country.code not in own]


def _key(name: str, code: str | None) -> str:
    return code or fold(name)
