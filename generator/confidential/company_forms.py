"""How a company's name may be written: another legal form or none, ``and`` for ``&``, brackets or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..countries.legal_forms import ASIAN, JOINED, PLAIN_WORDS_TOO, without_legal_form
from .form import Form, Needs, needs_of
from .letters import letter_spellings
from .squeezed import normal, squeeze, words_in

_BRACKETS = re.compile(r"[(\[（【]([^)\]）】]*)[)\]）】]")
_TRADES_AS = re.compile(
    r"\b(?:d[./]?b[./]?a|t/a|a/?k/?a|formerly(?: known as)?|f/?k/?a|trading as)\b\.?", re.IGNORECASE
)
_TOKEN = re.compile(r"[&+]|[^\W_]+")
_JOINS = frozenset({"and", "und", "et", "y", "e", "og", "och"})
_JOINER = "&"
_WRITTEN_JOINERS = ("", "and", "und", "et", "y", "e", "og", "och", "n")


def company_forms(name: str, ordinary: frozenset[str]) -> Iterator[Form]:
    """Each spelling of a company's name."""
    for spelling in letter_spellings(name):
        for one in _parts(spelling):
            yield from _forms(one, ordinary)
        if (whole := squeeze(spelling)) and _is_told_by_form(words_in(spelling)):
            yield Form(whole, Needs.WORDS, (0, 1))


def _parts(name: str) -> Iterator[str]:
    """The name, without its brackets, with them but without the legal form before them, each of two names."""
    yield name
    plain = ASIAN.sub(" ", name)
    if found := _BRACKETS.search(plain):
        before, inner, after = plain[: found.start()], found[1], plain[found.end() :]
        yield f"{before} {after}"
        yield f"{' '.join(_words(before))} {inner} {after}"
    if len(names := _TRADES_AS.split(name)) > 1:
        yield from (part.strip(" ,()") for part in names if squeeze(part))


def _forms(name: str, ordinary: frozenset[str]) -> Iterator[Form]:
    words = _words(ASIAN.sub(" ", name))
    telling = [word for word in words if word != _JOINER]
    if not telling:
        return
    needs = needs_of(telling, ordinary)
    for joiner in _WRITTEN_JOINERS if _JOINER in words else ("",):
        written = [joiner if word == _JOINER else word for word in words]
        yield Form.of([word for word in written if word], needs, joiner)


def _words(name: str) -> list[str]:
    """The name's words without legal forms; what joins two of them as ``&``."""
    tokens = _TOKEN.findall(normal(name))
    last = len(tokens) - 1
    joined = [
        _JOINER if token == "+" or (token in _JOINS and 0 < at < last) else token
        for at, token in enumerate(tokens)
    ]
    while joined and joined[0] == _JOINER:
        joined.pop(0)
    while joined and joined[-1] == _JOINER:
        joined.pop()
    return without_legal_form(joined, _JOINER)


def _is_told_by_form(words: list[str]) -> bool:
    """Whether the name ends with a legal form that is no word: ``Inc``, but not ``AS``."""
    return len(words) > 1 and words[-1] in JOINED and words[-1] not in PLAIN_WORDS_TOO
