"""Covered countries that rows and comments name in other words, beside a No to the question about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...countries.covered_words import find_covered_words
from ...countries.no_facility import is_placeholder
from ...findings import Finding
from ...findings.catalogue import ANSWER_COVERED_PLACE, ANSWER_COVERED_WORDS
from ...model import COVERED_COUNTRIES, CellRef
from ..declarations import Answer, Declaration, DeclaredSmelter
from ..review_settings import Review
from ..templates import Question
from .words import COUNTRIES_APART, of_question, quoted

_SOURCING = re.compile(
    r"sourc|origin|\bmin(?:e[sd]?|ing)\b|\bore\b|purchas|procur|\bfrom\b|herkunft|aus |provien"
    r"|origen|来自|來自|产地|產地|矿|礦|から|産|산지",
    re.IGNORECASE,
)
"""Without one of these words a comment may speak of anything, such as an office in Kigali."""
_OF_RULES = re.compile(
    r"polic(?:y|ies)|compl(?:y|ies|iance)|conform(?!ant)|(?:compliant|conformant) (?:with|to)|oecd|guidance"
    r"|regulation|dodd|\blaws?\b|\bacts?\b|\brules?\b",
    re.IGNORECASE,
)
"""A comment with one of these words tells what the supplier keeps to, and names the country for that.

A conformant smelter may source from anywhere.
"""
_SYMBOL = re.compile(r"bi|cd", re.IGNORECASE)
"""Bismuth and cadmium, or Burundi and the Democratic Republic of the Congo."""
_NO_CODE = "CF"
"""``CF`` in a column of countries is said of what is conflict-free, too."""


def places_of_mines(row: DeclaredSmelter, review: Review) -> Iterator[tuple[str, str]]:
    """Column and text of each covered country that the column of mines' countries names by itself, once.

    A name with a comma in it, such as ``Tanzania, United Republic of``, is one.
    """
    said = row.entry.mine_countries.strip()
    if not said:
        return
    is_one = review.find_country_code(said) is not None
    found: dict[str, str] = {}
    parts = [said] if is_one else [part for one in COUNTRIES_APART.split(said) if (part := one.strip())]
    codes = {part: review.find_country_code(part) for part in parts if part != _NO_CODE}
    are_countries = _are_countries(codes)
    for part, code in codes.items():
        if code in COVERED_COUNTRIES and (are_countries or not _SYMBOL.fullmatch(part)):
            found.setdefault(code, part)
    yield from (("O", part) for part in found.values())


def _are_countries(codes: Mapping[str, str | None]) -> bool:
    """Whether what looks like a symbol is a code: all that stands there is a country, and not in the letters
    of symbols alone, as in ``Bi, Cd``. Words such as ``unknown`` say nothing about that.
    """
    named = {part: code for part, code in codes.items() if not is_placeholder(part)}
    return all(named.values()) and not all(part in ("Bi", "Cd") for part in named)


def covered_no_fits_the_words(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-018: no covered countries, and neither a row nor the answer's comment names one in other words."""
    for answer in declaration.needed_answers(Question.COVERED):
        if answer.answer.text != "No":
            continue
        yield from _words(answer, ((answer.comment.where, answer.comment.text),), is_comment=True)
        for row in declaration.rows_of(answer.metal):
            entry = row.entry
            if not (entry.mine_countries or entry.mines or entry.comment):
                continue
            if next(places_of_mines(row, review), None) is None:
                yield from _words(answer, ((row.cell("O"), entry.mine_countries),), of_countries=True)
                yield from _words(answer, ((row.cell("N"), entry.mines),))
                yield from _words(answer, ((row.cell("Q"), entry.comment),), is_comment=True)


def _words(
    answer: Answer,
    texts: tuple[tuple[CellRef, str], ...],
    *,
    of_countries: bool = False,
    is_comment: bool = False,
) -> Iterator[Finding]:
    for where, text in texts:
        found = find_covered_words(text, of_countries=of_countries)
        if found is None or (is_comment and not _speaks_of_sources(text)):
            continue
        if found.is_group_code:
            message = (
                f"{of_question(answer)} is answered 'No', and for countries stands the code {quoted(text)}"
            )
            advice = "Please name the countries: the code does not say which they are."
        else:
            message = f"{of_question(answer)} is answered 'No', and here stands {quoted(text)}"
            advice = "Please check where this material comes from and correct one of the two."
        yield Finding(ANSWER_COVERED_WORDS, message, where, advice)


def _speaks_of_sources(comment: str) -> bool:
    return bool(_SOURCING.search(comment)) and not _OF_RULES.search(comment)


def smelter_place_is_watched(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-019: a smelter in a covered country beside a No. For the filer's eyes only.

    Where a smelter stands is not where its material comes from, so the two do not contradict each other.
    """
    for answer in declaration.needed_answers(Question.COVERED):
        if answer.answer.text != "No":
            continue
        for row in declaration.rows_of(answer.metal):
            if row.country and review.find_country_code(row.country) in COVERED_COUNTRIES:
                name = quoted(row.standard_name or row.name)
                message = f"{of_question(answer)} is answered 'No', and {name} stands in {row.country}"
                advice = "Look at where this smelter's material comes from before you rely on the answer."
                yield Finding(ANSWER_COVERED_PLACE, message, row.cell("E"), advice)
