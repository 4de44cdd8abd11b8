"""The registrant's name where a report says whose it is, and the name that it uses in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..filed.company_names import FORMS, LAST_WORDS, OF_DOCUMENTS, PREPARES
from ..model import Passage
from ..model.folding import fold
from .stated import Gathered

_ENDING = rf"{FORMS}|{LAST_WORDS}|L\.P|ASA|Oyj|Kabushiki Kaisha|GmbH|B\.V"
_LEGAL = f"(?:{_ENDING}|{_ENDING.upper()})"
_TOKEN = r"[A-Z0-9&À-Þ][\w&’'/-]*(?:\.\w)*\.?"
_NAME = (
    rf"(?P<name>(?:The )?{_TOKEN}(?:,? (?:{_TOKEN}|of|and|the|de|for|&)){{0,9}}?,? {_LEGAL}\b"
    rf"(?:\.?,? {_LEGAL}\b)*\.?)"
)
_SAYS = (
    re.compile(
        r"\b(?i:conflict minerals|specialized disclosure|this) (?:(?i:disclosure )?)(?i:report)"
        rf"(?:\s*\([^)]*\))?,? (?i:of|for|by) (?:the )?{_NAME}"
    ),
    re.compile(rf"^{_NAME}(?:,?\s*\([^)]*\))?,? (?:{PREPARES})\b"),
    re.compile(
        rf"\b(?i:report|disclosure)\b[^.]{{0,120}}? (?i:presented|submitted|provided|filed|prepared|made) by"
        rf" (?:the )?{_NAME}"
    ),
    re.compile(rf"\bmeans? {_NAME},? (?:our|its|and its|and our|together with)\b"),
    re.compile(rf"^(?:EXHIBIT 1\.01\W+)?{_NAME}(?:’s|'s)? (?i:conflict minerals (?:report|disclosure))\b"),
    re.compile(rf"\b(?i:we|our|us|company)[,”\"’]* [^.]{{0,60}}\b(?:refers?|referring) to {_NAME}"),
)
_LINE = re.compile(_NAME)
_CUT_SHORT = re.compile(r"\b(?:Inc|Corp|Co|Ltd|S\.A|N\.V|L\.P|L\.L\.C|S\.p\.A|K\.K|B\.V)$")
"""Legal forms that end with a point."""
_TITLE_LINES = 25
_PARAGRAPH = 200
"""A text as long is no part of a title."""
_FIRST = 60
"""Passages among which a report says what it calls its registrant."""
_QUOTED = re.compile(r"[“\"]([^”\"]{2,40}?),?[”\"]")
_NOT_A_NAME = frozenset({
    "we", "our", "us", "the company", "company", "registrant", "the registrant", "report", "this report",
})  # fmt: skip


def registrant_of(passages: Sequence[Passage], into: Gathered, header: Passage | None) -> None:
    """Keeps ``registrant.name``, and ``short_name`` where the report sets it, as far as they are told.

    A form that was read before has told the name already. ``header`` is EDGAR's own spelling, which is taken
    where nothing else is there.
    """
    found = next(_named(passages), None)
    if found is not None:
        name, passage = found
        _must_agree(name, passage, into)
        into.know(("registrant", "name"), name, passage)
    elif header is not None:
        into.know(("registrant", "name"), header.text, header)
    if stated := into.find("registrant", "name"):
        into.change(("registrant", "name"), as_in_sentences(stated, passages))
        _short_name(into.find("registrant", "name"), passages, into)


def _must_agree(name: str, passage: Passage, into: Gathered) -> None:
    """A note where the report is another company's than the cover of the form says."""
    known = [into.find("registrant", "name"), into.find("registrant", "translation")]
    if known[0] and fold(name) not in [fold(one) for one in known if one]:
        message = (
            f"the report names '{name}', the cover of the form '{known[0]}'; that of the cover was taken"
        )
        into.doubt(message, passage.where, "Look whether form and report belong together.")


def as_in_sentences(name: str, passages: Sequence[Passage]) -> str:
    """The name in the letters of the sentences where a title has it in capitals; else as it stands."""
    if name != name.upper():
        return name
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", name)))
    pattern = re.compile(rf"\b{words}\b\.?", re.IGNORECASE)
    for passage in passages:
        for found in pattern.finditer(passage.text):
            if found[0] != found[0].upper():
                return found[0] if name.endswith(".") else found[0].rstrip(".")
    return name


def _named(passages: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    """The names that the report says are its registrant's, those of sentences first."""
    head = passages[: _TITLE_LINES * 2]
    for passage in head:
        for form in _SAYS:
            if (found := form.search(passage.text)) and not OF_DOCUMENTS.search(found["name"]):
                yield _trimmed(found["name"], passage.text[found.end() :]), passage
    title = next((at for at, one in enumerate(passages) if len(one.text) > _PARAGRAPH), len(passages))
    for passage in passages[: min(title, _TITLE_LINES)]:
        text = passage.text.strip()
        found = _LINE.match(text)
        is_line = found is not None and (found.end() == len(text) or OF_DOCUMENTS.search(text[found.end() :]))
        if found and is_line and not OF_DOCUMENTS.search(found["name"]):
            yield found["name"], passage


def _trimmed(name: str, behind: str) -> str:
    """The name; the point behind it belongs to it where a legal form is cut short by one."""
    return f"{name}." if _CUT_SHORT.search(name) and behind.startswith(".") else name


def _short_name(name: str, passages: Sequence[Passage], into: Gathered) -> None:
    """Keeps the first term with which the report calls its registrant and that begins the name."""
    own = fold(name).removeprefix("the ").split()
    for passage in passages[:_FIRST]:
        for term in _terms(name, passage.text):
            plain = fold(term).split()
            if plain and plain == own[: len(plain)] and len(plain) < len(own):
                into.know(("registrant", "short_name"), term, passage)
                return


def _terms(name: str, text: str) -> Iterator[str]:
    """``Garrett Motion Inc. (“Garrett,” “we”)``, or ``“Garrett” means Garrett Motion Inc.``"""
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", name)))
    in_brackets = rf"\b{words}\b\.?(?:[^().]{{0,80}})?\s?\((?P<terms>[^)]*[“\"][^)]*)\)"
    for found in re.finditer(in_brackets, text, re.IGNORECASE):
        terms = _QUOTED.findall(found["terms"])
        yield from (term.strip() for term in terms if fold(term) not in _NOT_A_NAME)
    if meant := re.search(rf"\bmeans? {words}\b", text, re.IGNORECASE):
        yield from (term.strip(" ,") for term in _QUOTED.findall(text[: meant.start()]))
