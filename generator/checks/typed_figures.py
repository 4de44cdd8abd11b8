"""Figures that somebody typed into the report: counts, percentages, number words and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Finding
from ..findings.catalogue import FIGURE_TYPED, FIGURE_UNKNOWN
from ..model.counted import named
from ..prose.sentences import number_of
from .prose import Prose, Sentence

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_STEPS = r"(?:\d|one|two|three|four|five)"

LAW = re.compile(
    rf"""\bRules?\s+\d+\w*(?:-\d+)?(?:\(\w+\))*
    |\b(?:Items?|Exhibits?|Sections?|Articles?|Parts?|Titles?|Annex(?:es)?|Appendix|Regulation)\s+
        [\dIVX]+[\w.-]*(?:\(\w+\))*(?:\s*(?:,|and|or|to|through)\s+\d+\b(?!\s+(?:CFR|U\.?S|FR))[\w.]*(?:\(\w+\))*)*
    |§+\s*[\d.]+(?:\(\w+\))*
    |\bAct\s+of\s+\d{{4}}
    |\b\d+\s+(?:CFR|U\.S\.C\.|USC|FR)\s+(?:Part\s+|§+\s*)?[\d.a-z()-]+
    |\bReleases?(?:\s+Nos?\.)?\s+[\d-]+
    |\b(?:Regulation|Directive)\s+(?:\(E[UC]\)\s+)?(?:No\.?\s+)?\d+/\d+
    |\bForms?\s+\d+-[A-Z]+(?:/A)?
    |\b{_STEPS}[- ]steps?\b
    |\b[Ss]teps?\s+{_STEPS}\b(?:\s*(?:,|to|through|and|–|-)\s*{_STEPS}\b)*
    |\b(?:ISO|IEC|IPC)[/\w]*[ -]\d+(?:[:-]\d+)*
    |\b(?:ten|nine|10|9)\s+(?:covered|adjoining|neighbou?ring)\s+countries
    |\bfour\s+(?:conflict\s+)?(?:minerals|metals)\b
    |\(\d{{1,2}}\)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Numbers of the law, of standards and of their parts, which no data has."""

YEAR = r"\b(?:19|20)\d{2}\b"

_DATE = (
    rf"(?:{_MONTH})\s+\d{{1,2}}(?:,\s*\d{{4}})?\b|\b\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}"
    r"|\b\d{4}-\d{2}-\d{2}\b"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}|{_ONES}|zero)"
_LARGE = r"(?:hundreds?|thousands?|millions?|dozens?)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*(?:-\d+)*"
_FIGURE = re.compile(
    rf"""(?P<date>{_DATE})
    |(?P<percent>(?<![\w.-])(?:\d+(?:\.\d+)?|{_WORD})\s*(?:%|per\s?cent\b))
    |(?P<digits>(?<![\w.-]){_DIGITS}(?![\w%]))
    |(?P<word>\b(?:{_WORD}(?:\s+{_LARGE})?|half|one-third|two-thirds|{_LARGE})\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_NOUNS = "smelter refiner refinery facility supplier manufacturer vendor country mine product answer response"
_NO_COUNT = re.compile(r"\b(?:no|every|each|any|another|which|this|that|the|as|only)\s+$|-$", re.IGNORECASE)

_UNIT = re.compile(r"\s+(?:\w+\s+){0,2}?(?:for|per)\s+(?:one|each|every)\b", re.IGNORECASE)
"""Follows a ``one`` that says what is counted: ``one facility for one metal``, ``one for each facility``."""

_GROUPS = {
    "smelter": "facilities", "refiner": "facilities", "facilit": "facilities", "countr": "countries",
    "supplier": "survey", "manufacturer": "survey", "vendor": "survey",
}  # fmt: skip
_NEAR = 40
"""Characters behind a figure in which the noun stands that it counts."""


@dataclass(frozen=True)
class _Figure:
    """A typed figure: ``value`` as facts print it, and from where to where it stands in its sentence."""

    sentence: Sentence
    start: int
    end: int
    value: str

    @property
    def text(self) -> str:
        return " ".join(self.sentence.text[self.start : self.end].split())


def _constant(figure: _Figure) -> str:
    """How a section marks the figure as one that no data has."""
    return f'{{{{ constant("{figure.text}", "why it is so") }}}}'


def figure_is_not_typed(prose: Prose) -> Iterator[Finding]:
    """TF-001: it is right today, and wrong as soon as the data changes."""
    for figure, meant in prose.once(_typed_figures):
        if not meant:
            continue
        message = f"'{figure.text}' is typed; its value is that of {named(meant, 3)}"
        words = "|words" if figure.text.isalpha() else ""
        advice = f"Write {{{{ {meant[0]}{words} }}}}"
        advice += f", or the one that is meant; if none is, {_constant(figure)}." if meant[1:] else "."
        yield Finding(FIGURE_TYPED, message, figure.sentence.place(figure.start, figure.end), advice)


def figure_is_in_the_data(prose: Prose) -> Iterator[Finding]:
    """TF-002: nobody can say where it comes from."""
    for figure, meant in prose.once(_typed_figures):
        if not meant:
            message = f"'{figure.text}' is typed, and no figure of the data has that value"
            advice = f"Name the fact that is meant, or mark a figure that no data has: {_constant(figure)}."
            yield Finding(FIGURE_UNKNOWN, message, figure.sentence.place(figure.start, figure.end), advice)


def _typed_figures(prose: Prose) -> Iterator[tuple[_Figure, list[str]]]:
    """Every typed figure of the report, with the facts that it may mean."""
    return ((figure, _meant(figure, prose)) for figure in _figures(prose))


def _figures(prose: Prose) -> Iterator[_Figure]:
    near = prose.disclosure.year, prose.disclosure.year + 1
    nouns = [*_NOUNS.split(), prose.disclosure.facts.survey.supplier_term.one.split()[-1]]
    for sentence in prose.sentences:
        figures = list(_FIGURE.finditer(sentence.text))
        law = [found.span() for found in LAW.finditer(sentence.text)] if figures else []
        for found in figures:
            inside = any(start <= found.start() and found.end() <= end for start, end in law)
            if inside or not sentence.is_typed(*found.span()) or _is_no_count(found, sentence.text, nouns):
                continue
            years = [int(year) for year in re.findall(YEAR, found[0])]
            if re.fullmatch(YEAR, found[0]) or any(year not in near for year in years):
                continue  # a year is the matter of other checks
            yield _Figure(sentence, *found.span(), _value(found))


def _is_no_count(found: re.Match[str], text: str, nouns: list[str]) -> bool:
    """Whether a word counts nothing: ``no one``, ``one-sided``, ``one for each``."""
    word = found[0].casefold()
    after = text[found.end() :]
    if word == "zero":
        return bool(re.match(r"[\s-]tolerance", after))
    if word == "one" and _UNIT.match(after):
        return True
    if word != "one" and not re.fullmatch(_LARGE, word):
        return False
    ends = "|".join(re.escape(noun.removesuffix("y")) + r"(?:y|ies|s)?" for noun in nouns)
    counts = re.match(rf"\s+(?:of\s+(?:the|our|its|these|those)\s+)?(?:\w+\s+){{0,2}}?(?:{ends})\b", after)
    return counts is None or bool(_NO_COUNT.search(text[: found.start()]))


def _value(found: re.Match[str]) -> str:
    """The figure as facts print it: ``298``, ``79.5%``, ``May 31, 2022``."""
    text = " ".join(found[0].split())
    if found["date"]:
        european = re.fullmatch(rf"(\d+) ({_MONTH}) (\d{{4}})", text)
        return f"{european[2]} {european[1]}, {european[3]}" if european else text
    number = re.sub(r"\s*(?:%|per\s?cent)$", "", text, flags=re.IGNORECASE).replace(",", "")
    if re.fullmatch(_WORD, number, re.IGNORECASE):
        number = str(number_of(number))
    return f"{number}%" if found["percent"] else number


def _meant(figure: _Figure, prose: Prose) -> list[str]:
    """The facts of that value; first those of what is counted, then those the sentence has words of."""
    paths = [path for path, value in prose.figures.items() if _is_that(figure.value, value)]
    words = figure.sentence.text.casefold()
    counted = _counted(figure)

    def likeness(path: str) -> tuple[bool, int]:
        parts = re.split(r"[._]", path)
        return (counted in (parts[0], parts[-1]), sum(part[:6] in words for part in parts[:-1]))

    return sorted(paths, key=likeness, reverse=True)


def _is_that(typed: str, value: str) -> bool:
    """Whether a fact's value is the typed one; a date may leave its year out."""
    is_day = re.fullmatch(rf"(?:{_MONTH}) \d+", typed) is not None
    return value.startswith(f"{typed}, ") if is_day else value.replace(",", "") == typed.replace(",", "")


def _counted(figure: _Figure) -> str:
    """The group of facts that the noun behind the figure belongs to; empty: no noun that is known."""
    behind = figure.sentence.text[figure.end : figure.end + _NEAR].casefold()
    found = re.search(r"smelter|refiner|facilit|supplier|manufacturer|vendor|countr", behind)
    return _GROUPS[found[0]] if found else ""
