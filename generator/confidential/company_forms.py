"""How a company's name may be written: another legal form or none, ``and`` for ``&``, brackets or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..countries.legal_forms import ASIAN, JOINED, PLAIN_WORDS_TOO, without_legal_form
from .abbreviations import other_words
from .form import Form, Needs, is_telling, needs_of
from .letters import letter_spellings
from .squeezed import FIRST_UNSPACED, normal, squeeze, words_in

_BRACKETS = re.compile(r"[(\[（【]([^)\]）】]*)[)\]）】]")
_TRADES_AS = re.compile(
    r"\b(?:d[./]?b[./]?a|t/a|a/?k/?a|formerly(?: known as)?|f/?k/?a|trading as)\b\.?", re.IGNORECASE
)
_TOKEN = re.compile(r"[&+]|[^\W_]+")
_JOINS = frozenset({"and", "und", "et", "y", "e", "og", "och"})
_JOINER = "&"
_CUT = {("int", "l"): "intl", ("nat", "l"): "natl"}
"""What an apostrophe cuts in two."""
_LEAST_LETTERS_OF_BRAND = 5
_LEAST_LETTERS_OF_PART = 4
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
    for some in dict.fromkeys(tuple(one) for way in _genitives(words) for one in other_words(way)):
        needs = needs_of((word for word in some if word != _JOINER), ordinary)
        for joiner in _WRITTEN_JOINERS if _JOINER in some else ("",):
            written = [joiner if word == _JOINER else word for word in some]
            yield Form.of([word for word in written if word], needs, joiner)
    if is_telling(telling[-1], ordinary):  # several of them, or a possessive without its sign
        yield Form.of([*telling[:-1], f"{telling[-1]}s"], needs_of(telling, ordinary))
    brand = next((word for word in telling if is_telling(word, ordinary)), "")
    if len(telling) > 1 and len(brand) >= _LEAST_LETTERS_OF_BRAND and brand < FIRST_UNSPACED:
        yield Form.of([brand], Needs.BRAND)
        yield from (Form.of(some, Needs.PART) for some in _parts_of_words(telling, brand))


def _parts_of_words(words: list[str], brand: str) -> Iterator[list[str]]:
    """The words with the last or the first one at the other end, and the brand with each word behind it."""
    yield [words[-1], *words[:-1]]
    yield [*words[1:], words[0]]
    yield words[::-1]
    at = words.index(brand)
    yield from ([brand, word] for word in words[at + 2 :] if len(word) >= _LEAST_LETTERS_OF_PART)


def _genitives(words: list[str]) -> Iterator[list[str]]:
    """``applebrook s`` as it is, which is found as ``applebrooks`` too, and without the letter."""
    yield words
    if "s" in words[1:]:
        yield [word for at, word in enumerate(words) if not at or word != "s"]


def _words(name: str) -> list[str]:
    """The name's words without legal forms; what joins two of them as ``&``."""
    tokens = _uncut(_TOKEN.findall(normal(name)))
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


def _uncut(tokens: list[str]) -> list[str]:
    found: list[str] = []
    for token in tokens:
        if found and (whole := _CUT.get((found[-1], token))):
            found[-1] = whole
        else:
            found.append(token)
    return found


def _is_told_by_form(words: list[str]) -> bool:
    """Whether the name ends with a legal form that is no word: ``Inc``, but not ``AS``."""
    return len(words) > 1 and words[-1] in JOINED and words[-1] not in PLAIN_WORDS_TOO
