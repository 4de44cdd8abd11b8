"""The registrant's name where a filed document says whose report it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..filed.company_names import FORMS, LAST_WORDS, OF_DOCUMENTS, PREPARES
from ..filed.places import first_words
from ..filed.values import FiledDocument
from ..findings import Finding
from ..findings.catalogue import FILED_REGISTRANT
from ..model import Disclosure, LineRef, Passage
from ..model.folding import fold

_TOKEN = r"[A-Z0-9&À-Þ][\w.&'’/-]*"
_NAME = rf"{_TOKEN}(?:,? (?:{_TOKEN}|of|and|the|de|for|&)){{0,9}}"
_STRICT = re.compile(rf"\b(?:{FORMS})\.?$", re.IGNORECASE)
_LEGAL_TOKEN = re.compile(rf"(?:{FORMS}|{LAST_WORDS}|L\.P)\.?,?", re.IGNORECASE)
_DECLARING = (
    re.compile(
        r"\b(?i:Conflict Minerals|Specialized|this)\W+(?i:Disclosure\W+)?(?i:Report)\b(?:\s*\([^)]*\))?,?\s+"
        rf"(?i:of|for|by)\s+(?i:the )?(?P<name>{_NAME})",
    ),
    re.compile(rf"^(?P<name>{_NAME})(?:,?\s*\([^)]*\))?,? (?:{PREPARES})\b"),
    re.compile(rf"\bmeans? (?P<name>{_NAME}),? (?:our|its|and its|and our|together with)\b"),
    re.compile(rf"\((?:including|together with) (?P<name>{_NAME}) and its\b"),
    re.compile(rf"[–—-] (?P<name>{_NAME}) CONFLICT MINERALS REPORT\b"),
    re.compile(rf"^(?P<name>{_NAME})(?:’s|'s)? (?i:Conflict Minerals (?:Report|Disclosure))\b"),
)
_ABOUT_ITSELF = re.compile(
    rf"(?P<name>{_NAME})(?:,?\s*\([^)]*\))? is an? (?:[\w-]+ ){{0,4}}"
    r"(?:company|corporation|manufacturer|provider|leader)"
)
"""How a report begins that says first who the company is."""
_FORMER = re.compile(
    r"\b(?:formerly|f/k/a|previously|predecessor|acquired?|subsidiar\w+)\b[^.;]{0,40}$", re.IGNORECASE
)
_TITLE_LINES, _TITLE_LENGTH = 25, 70
_PARAGRAPH = 200
"""A text as long is no part of a title."""
_ALIKE = 88
"""From this likeness on (0 to 100) a name is probably the registrant's, mistyped."""


@dataclass(frozen=True)
class ComparedName:
    """How often the registrant's name stands in the filing, and the findings."""

    times: int
    findings: tuple[Finding, ...]


def compare_registrant(disclosure: Disclosure, filed: FiledDocument) -> ComparedName:
    """VE-016: other names in the title, where the report says whose it is, and names that are nearly its own.

    Case and commas may differ; subsidiaries and former names are others.
    """
    own = _own_names(disclosure)
    passages = [
        Passage(line.text, line.where) for line in filed.lines if line.table is None
    ] or filed.passages
    times = sum(_has_name(passage.text, own) for passage in passages)
    found = [*_declared(passages, own), *_alike(passages, own)]
    by_text = {finding.message: finding for finding in reversed(found)}
    return ComparedName(times, tuple(reversed(by_text.values())))


def _own_names(disclosure: Disclosure) -> tuple[str, ...]:
    """The name, its English form in brackets, and the short one."""
    one = disclosure.facts.registrant
    inner = re.search(r"\(([^)]*[A-Za-z]{3}[^)]*)\)\s*$", one.name)
    parts = [one.name, *([one.name[: inner.start()].strip(), inner[1]] if inner else [])]
    return tuple(dict.fromkeys([*parts, *([one.short_name] if one.short_name else [])]))


def _declared(passages: Sequence[Passage], own: Sequence[str]) -> Iterator[Finding]:
    title = next((at for at, one in enumerate(passages) if len(one.text) > _PARAGRAPH), len(passages))
    for at, passage in enumerate(passages):
        texts = [
            (found["name"], found.start()) for form in _DECLARING for found in form.finditer(passage.text)
        ]
        line = passage.text.strip()
        is_title = at < min(title, _TITLE_LINES) and len(line) <= _TITLE_LENGTH
        is_company = _STRICT.search(line) or fold(line).split()[-1:] == fold(own[0]).split()[-1:]
        if is_title and is_company and re.fullmatch(_NAME, line):
            texts.append((line, 0))
        if at < _TITLE_LINES and (found := _ABOUT_ITSELF.match(line)) and "subsidiary" not in line:
            texts.append((found["name"], 0))
        for text, begin in texts:
            name = _to_legal_form(text)
            if (
                name
                and not OF_DOCUMENTS.search(name)
                and not _is_own(name, own)
                and not _FORMER.search(passage.text[:begin])
            ):
                yield _finding(name, own, passage)


def _alike(passages: Sequence[Passage], own: Sequence[str]) -> Iterator[Finding]:
    from rapidfuzz import fuzz  # needed only where names are alike

    first = fold(own[0])[:3]
    for passage in passages:
        if first not in fold(passage.text):
            continue
        for found in re.finditer(_NAME, passage.text):
            for name in _names_in(found[0]):
                if not _is_own(name, own) and max(fuzz.ratio(fold(name), fold(one)) for one in own) >= _ALIKE:
                    yield _finding(name, own, passage)


def _finding(name: str, own: Sequence[str], passage: Passage) -> Finding:
    where: LineRef = passage.where
    if where.words:
        where = replace(where, words=first_words(passage.text))
    message = f"the filing says '{name}', the registrant of the data is '{own[0]}'"
    advice = "Correct the one that is wrong: registrant.name is the exact name of the charter."
    return Finding(FILED_REGISTRANT, message, where, advice)


def _names_in(text: str) -> Iterator[str]:
    """The names with a legal form in a run of capitalized words, each from its first word on."""
    words = text.split()
    begin = 0
    for at in range(len(words)):
        is_legal = at > begin and _LEGAL_TOKEN.fullmatch(words[at])
        goes_on = at + 1 < len(words) and _LEGAL_TOKEN.fullmatch(words[at + 1])
        if is_legal and not goes_on:
            yield " ".join(words[begin : at + 1]).strip(" ,")
            begin = at + 1


def _to_legal_form(text: str) -> str:
    """The name up to its legal form; empty where it has none."""
    return next(_names_in(text), "")


def _is_own(name: str, own: Sequence[str]) -> bool:
    """Whether it is one of the own names, or one of these behind other words: ``Copyright Example, Inc.``."""
    plain = f" {fold(name).removeprefix('the ')}"
    return any(plain.endswith(f" {fold(one).removeprefix('the ')}") for one in own)


def _has_name(text: str, own: Sequence[str]) -> bool:
    plain = f" {fold(text)} "
    return f" {fold(own[0])} " in plain or (len(own) > 1 and any(f" {fold(one)} " in plain for one in own))
