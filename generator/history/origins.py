"""The countries of origin that a report lists, with metals where it tells them, and the covered countries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..filed.values import CountryList, FiledDocument
from ..model import COVERED_COUNTRIES, Metal, Passage
from ..model.folding import fold
from ..prose.sentences import sentences_of
from .stated import Gathered

_UNDETERMINED = re.compile(
    r"\b(?:unable to|could not|cannot|not able to|insufficient information to|not have (?:sufficient|enough)"
    r" information to)(?: \w+ly)? (?:determine|identify|establish|conclude)(?: \w+ly)?"
    r"(?: (?:with certainty|conclusively),?)? (?:the|any) (?:specific )?countr(?:y|ies) of origin\b"
    r"(?! of (?:all|some|certain|at least|a portion|each|every|those|the remaining))",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:at least|a portion|some of|certain|remaining|other than|except|greater specificity|not all)\b",
    re.IGNORECASE,
)


def origins_of(document: FiledDocument, into: Gathered) -> None:
    """Keeps ``origins``: the lists that stand alone; of examples and of sentences a note is made."""
    lists = [one for one in document.country_lists if one.kind == "origins" and not one.is_partial]
    alone = [one for one in lists if one.is_alone]
    if not alone and lists:
        _note(lists[0], "a sentence that lists countries may tell the countries of origin", into)
    if alone:
        _keep(alone, into)
    else:
        _undetermined(document.passages, into)
    for one in document.country_lists:
        if one.is_alone and not one.kind and len(one.countries) > len(COVERED_COUNTRIES):
            _note(one, f"nothing says what a list of {len(one.countries)} countries is of", into)


def _keep(lists: Sequence[CountryList], into: Gathered) -> None:
    """Keeps countries with metals and those without apart; a note names those that no table knows."""
    countries = [one for each in lists for one in each.countries]
    metals = {
        one.name: {metal for other in countries if other.name == one.name for metal in other.metals}
        for one in countries
    }
    with_metals = {
        name: [str(metal) for metal in Metal if metal in own] for name, own in metals.items() if own
    }
    without = list(
        dict.fromkeys(one.name for one in countries if not one.metals and one.name not in with_metals)
    )
    first = next(each for each in lists if each.countries)
    if with_metals:
        place = next(each for each in lists if any(one.metals for one in each.countries))
        into.know(("origins", "by_country"), with_metals, Passage(_names(place), place.where))
    if without:
        place = next(each for each in lists if any(not one.metals for one in each.countries))
        into.know(("origins", "countries"), without, Passage(_names(place), place.where))
    unknown = list(dict.fromkeys(one.name for one in countries if one.code is None))
    if unknown:
        named = ", ".join(f"'{name}'" for name in unknown)
        _note(first, f"no table knows the countries of origin {named}; they stand as filed", into)


def _names(one: CountryList) -> str:
    return f"{one.words} {', '.join(country.name for country in one.countries)}".strip()


def _undetermined(passages: Sequence[Passage], into: Gathered) -> None:
    for sentence in sentences_of(passages):
        if _UNDETERMINED.search(sentence.text) and not _PART.search(sentence.text):
            into.know(("origins", "determined"), "no", Passage(sentence.text, sentence.where))
            return


def covered_of(document: FiledDocument, into: Gathered) -> None:
    """Keeps ``covered_countries`` where the report lists all ten, each once, as it writes them."""
    for one in document.country_lists:
        if one.kind != "covered":
            continue
        by_code = {country.code: country.name for country in reversed(one.countries)}
        plain = [name for code, name in by_code.items() if code in COVERED_COUNTRIES]
        if set(by_code) == set(COVERED_COUNTRIES) and len({fold(name) for name in plain}) == len(plain):
            names = [by_code[country.code] for country in one.countries if country.code]
            into.know(("covered_countries",), list(dict.fromkeys(names)), Passage(_names(one), one.where))
            return


def _note(one: CountryList, message: str, into: Gathered) -> None:
    advice = "Look whether it is a list of origins, and write it below origins in disclosure.yml."
    into.doubt(message, one.where, advice)
