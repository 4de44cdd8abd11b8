"""Names in the report's text: of the registrant, and of the covered countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..countries.legal_forms import TYPED, without_legal_form
from ..findings import Finding
from ..findings.catalogue import COUNTRY_NAME, COVERED_IN_PROSE, REGISTRANT_NAME
from ..model import COVERED_COUNTRIES
from ..model.comparing import as_written, folded
from .prose import Prose, Sentence

_LEGAL = re.compile(rf"(?:[A-Z][\w&.’'-]*,?\s+(?:&\s+)?){{1,6}}?(?:{TYPED})\b(?:(?<![A-Za-z]{{7}})\.)?")
_ACTS = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:has\s+(?:prepared|filed)|prepared|filed|files|presents|submits)\b"
)

_FORMERLY = re.compile(
    r"\b(?:formerly|previously|predecessor|former\s+name|renamed|known\s+as|until)\b", re.IGNORECASE
)
_OF_OTHERS = frozenset({"group"})
"""A form that tells a company from its subsidiary."""
_DEFINES = re.compile(
    r"\bcovered\s+countr(?:y|ies)\W{0,3}\s*(?:are|is|means?|includes?|comprises?|consists?|refers?|:|\(|–|—|,?\s*(?:namely|which\s+are|that\s+is|i\.e))"
    r"|\b(?:adjoin\w+|neighbo\w+|border\w*)\b[^.;]{0,40}?(?:are|includ\w+|namely|:|\(|comprise|being|such\s+as)"
    r"|\(\W*(?:collectively,?\s*)?(?:the\s+|each\s+an?\s+)?[“\"](?:covered|conflict)\s+countr",
    re.IGNORECASE,
)
"""How a sentence says that its list is that of the covered countries, and not of origins or places."""
_MEANT = {
    "CD": r"(?:Democratic\s+Republic\s+of\s+(?:the\s+)?Congo|DRC|DR\s+Congo|Congo[-\s(]+Kinshasa\)?|Zaire)",
    "AO": "Angola",
    "BI": "Burundi",
    "CF": r"(?:Central\s+African\s+Republic|CAR)",
    "CG": (
        r"(?:(?<!Democratic\s)Republic\s+of\s+(?:the\s+)?Congo|Congo\s+Republic"
        r"|Congo[-\s(]+Brazzaville\)?)"
    ),
    "RW": "Rwanda",
    "SS": r"South\s+Sudan",
    "TZ": r"(?:United\s+Republic\s+of\s+)?Tanzania",
    "UG": "Uganda",
    "ZM": "Zambia",
}
_NAMES = {code: re.compile(rf"\b{name}(?!\w)") for code, name in _MEANT.items()}
_WRONG = r"(?<!South\s)Sudan|Kenya|Zimbabwe|Gabon|Cameroon|Malawi|Mozambique|Ethiopia|Namibia|Botswana|Chad"
_OLD_NAME = {
    r"Democratic\s+Republic\s+of\s+Congo": "the Democratic Republic of the Congo",
    r"Congo[-\s(]+Kinshasa\)?|Zaire": "the Democratic Republic of the Congo",
    r"(?<!Democratic\s)Republic\s+of\s+Congo|Congo[-\s(]+Brazzaville\)?": "the Republic of the Congo",
}
_FEWEST = 4
"""As many covered countries in one sentence are meant to be the list of all."""


def registrant_has_one_name(prose: Prose) -> Iterator[Finding]:
    """WD-006: cover, text and signature name the same company, in the same letters."""
    stated = prose.disclosure.facts
    names = stated.registrant_names
    charters = [name for one in stated.registrants for name in (one.name, one.translation) if name]
    known = {as_written(name) for charter in charters for name in _names_of(charter)}
    known |= {name.upper() for name in known}  # headings in capitals
    earlier = prose.disclosure.earlier.registrant if prose.disclosure.earlier else names[0]
    for sentence in prose.sentences:
        for found in _LEGAL.finditer(sentence.text):
            name = as_written(found[0])
            if name in known or _FORMERLY.search(sentence.text) or not sentence.is_typed(*found.span()):
                continue
            meant = [one for one in names if _is_the_registrant(sentence, found, name, one, earlier)]
            if meant:
                where = "cover and signature have" if stated.has_form else "the registrant is"
                message = f"'{name}' stands where {where} '{meant[0]}'"
                at = names.index(meant[0])
                written = f"registrants[{at}].name" if at else "registrant.name"
                advice = f"Write {{{{ {written} }}}}."
                yield Finding(REGISTRANT_NAME, message, sentence.place(*found.span()), advice)


def _names_of(registrant: str) -> tuple[str, ...]:
    """The name, and where an English one stands in brackets behind it, each of the two."""
    both = re.fullmatch(r"(.+?)\s*\((.+)\)", registrant.strip())
    return (registrant, *both.groups()) if both else (registrant,)


def _is_the_registrant(
    sentence: Sentence, found: re.Match[str], name: str, registrant: str, earlier: str
) -> bool:
    """Whether the company that is named is the filer; a subsidiary has words that the filer's name"
    " has not."""
    if any(_words_of(name) == _words_of(one) for one in (*_names_of(registrant), earlier)):
        return True
    if any(_is_misspelt(name, one) for one in _names_of(registrant)):
        return True
    before, after = sentence.text[: found.start()], sentence.text[found.end() :]
    is_named_in_brackets = re.match(
        r"\s*\([^)]*[“\"](?:we|us|our|the\s+company|company|registrant)", after, re.IGNORECASE
    )
    of_report = re.search(r"\b(?:report|form\s+sd)\s+(?:of|by|for)\s+$", before, re.IGNORECASE)
    return bool(is_named_in_brackets or of_report or (not before.strip() and _ACTS.match(after)))


def _is_misspelt(name: str, registrant: str) -> bool:
    """Whether one long word alone differs, by a letter or two, and the legal form is the same."""
    words, own = folded(name).split(), folded(registrant).split()
    others = [(one, other) for one, other in zip(words, own, strict=False) if one != other]
    if len(words) != len(own) or len(others) != 1 or len(own) < _FEWEST_WORDS:
        return False
    one, other = others[0]
    is_long = min(len(one), len(other)) >= _LONG_WORD
    return is_long and SequenceMatcher(None, one, other).ratio() >= _ALIKE


_FEWEST_WORDS, _LONG_WORD, _ALIKE = 3, 6, 0.9


def _words_of(name: str) -> list[str]:
    """The words of a name without its legal form."""
    return without_legal_form(folded(name).split(), keep=_OF_OTHERS)


def covered_countries_are_exact(prose: Prose) -> Iterator[Finding]:
    """CO-008: where a sentence lists the covered countries, they are the ten."""
    for sentence in prose.sentences:
        named = {code: name.search(sentence.text) for code, name in _NAMES.items()}
        there = [found for found in named.values() if found and sentence.is_typed(*found.span())]
        if len(there) < _FEWEST or not _DEFINES.search(sentence.text):
            continue
        missing = [COVERED_COUNTRIES[code] for code, found in named.items() if found is None]
        wrong = [" ".join(found.split()) for found in re.findall(rf"\b(?:{_WRONG})\b", sentence.text)]
        parts = [f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"] if missing else []
        parts += [f"{', '.join(wrong)} {'is' if len(wrong) == 1 else 'are'} none of them"] if wrong else []
        if parts:
            message = f"a list of the covered countries is not the ten: {'; '.join(parts)}"
            where = sentence.place(min(f.start() for f in there), max(f.end() for f in there))
            advice = "Write {{ covered_countries.sentence }}."
            yield Finding(COVERED_IN_PROSE, message, where, advice)


def congo_has_its_name(prose: Prose) -> Iterator[Finding]:
    """CO-009: there are two countries of that name; a short or old form leaves open which one is meant."""
    pattern = re.compile("|".join(f"(?:{old})(?!\\w)" for old in _OLD_NAME))
    for sentence in prose.sentences:
        for found in pattern.finditer(sentence.text):
            if sentence.is_typed(*found.span()):
                present = next(now for old, now in _OLD_NAME.items() if re.fullmatch(old, found[0]))
                message = f"'{' '.join(found[0].split())}' is not its name; it is {present}"
                yield Finding(COUNTRY_NAME, message, sentence.place(*found.span()), f"Write '{present}'.")
