"""Annexes, appendices and schedules that the text names: whether a heading has that name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import REFERENCE_NAME, REFERENCE_OPEN
from .prose import Prose, Sentence

_NAMED = re.compile(r"\b(?P<kind>Annex|Appendix|Schedule)\s+(?P<id>[IVX]{1,5}|[A-H]|\d{1,2})\b(?![-.(]\w)")
_HEADED = re.compile(
    r"\b(?P<kind>Annex|Appendix|Schedule)\s*(?P<id>[IVX]{1,5}|[A-H]|\d{1,2})\b", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"\b(?:OECD|Guidance|Regulation|Directive|Rule|Act|Convention|Form|Standard|Proxy|Report\s+on|10-K|Supplement|Protocol)\b"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def reference_leads_somewhere(prose: Prose) -> Iterator[Finding]:
    """CP-008: an annex, appendix or schedule that the text names is there, under whatever spelling.

    One with a number may be another document's.
    """
    for sentence, found, _, same in _references(prose):
        if not same and not found["id"].isdigit():
            message = f"there is no heading for '{found[0]}'"
            advice = "Correct the name, or add what it names."
            yield Finding(REFERENCE_OPEN, message, sentence.place(*found.span()), advice)


def reference_has_the_name_of_its_heading(prose: Prose) -> Iterator[Finding]:
    """CP-009: the heading may write its number otherwise, ``Annex I`` for ``Annex 1``."""
    for sentence, found, is_exact, same in _references(prose):
        if same and not is_exact:
            message = f"'{found[0]}' is headed '{same}'"
            yield Finding(REFERENCE_NAME, message, sentence.place(*found.span()), f"Write '{same}'.")


def _references(prose: Prose) -> Iterator[tuple[Sentence, re.Match[str], bool, str]]:
    """Each one with whether a heading has exactly its name, and the name of a heading that means the same."""
    exact: set[str] = set()
    meant: dict[tuple[str, str], str] = {}
    for text in _titles(prose):
        for found in _HEADED.finditer(text):
            exact.add(f"{found['kind'].capitalize()} {found['id'].upper()}")
            meant.setdefault((found["kind"].casefold(), _number(found["id"])), found[0])
    for sentence in prose.sentences:
        if _OF_OTHERS.search(sentence.text):
            continue
        for found in _NAMED.finditer(sentence.text):
            name = f"{found['kind']} {found['id']}"
            if sentence.is_typed(*found.span()):
                yield (
                    sentence,
                    found,
                    name in exact,
                    meant.get((found["kind"].casefold(), _number(found["id"])), ""),
                )


def _titles(prose: Prose) -> Iterator[str]:
    """Headings, the list's title, and short lines that stand alone, as headings pasted without their"
    " level do."""
    yield from (heading.text for heading in prose.headings)
    yield prose.disclosure.annex_title
    yield from (one.title for one in prose.disclosure.lists)
    for section in prose.sections:
        for line in section.text.splitlines():
            if (
                _HEADED.match(line.strip(" #*_<u>"))
                and len(line.split()) <= 12
                and not line.rstrip().endswith(".")
            ):
                yield line


def _number(text: str) -> str:
    return str(_ROMAN.get(text.upper(), text.upper()))
