"""How a person's name may be written: either name first, initials, without middle names and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .form import Form, Needs, is_ordinary, is_telling, needs_of
from .letters import letter_spellings
from .squeezed import FIRST_UNSPACED, words_in

_BRACKETS = re.compile(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”")
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "doctor", "herr", "frau", "hr", "fr", "ing",
    "dipl", "mag", "sr", "sra", "srta", "don", "dona", "senor", "mme", "mlle", "m", "monsieur",
    "madame", "dott", "sig", "signora", "pan", "pani", "jr", "ii", "iii", "phd", "ph", "mba", "esq",
    "cpa", "msc", "bsc", "sir", "san", "shri", "smt", "bay", "bey", "hanim",
})  # fmt: skip
_ASIAN_TITLE = re.compile("(?:先生|女士|小姐|様|さん|씨|님)$")
_MOST_WORDS = 6
_LEAST_LETTERS_OF_LAST = 3


def person_forms(name: str, ordinary: frozenset[str]) -> Iterator[Form]:
    """Each spelling of a person's name; of more words than a name has, as it stands."""
    for spelling in letter_spellings(_BRACKETS.sub(" ", name)):
        words = _words(spelling)
        if len(words) > _MOST_WORDS:
            yield Form.of(words, needs_of(words, ordinary))
        elif len(words) > 1:
            yield from _of_person(words, ordinary)
        elif words:
            yield Form.of(words, needs_of(words, ordinary))


def _words(name: str) -> list[str]:
    """First names, then the last one; a comma says that the last one comes first."""
    last, comma, first = _ASIAN_TITLE.sub("", name.strip()).partition(",")
    both = (words_in(first), words_in(last)) if comma else (words_in(last), [])
    words = [word for part in both for word in part]
    return [word for word in words if word not in TITLES or len(words) == 1] or words


def _of_person(words: list[str], ordinary: frozenset[str]) -> Iterator[Form]:
    for order in dict.fromkeys(map(tuple, _orders(words))):
        says_nothing = all(is_ordinary(word, ordinary) for word in order)
        is_told = any(is_telling(word, ordinary) for word in order)
        yield Form.of(order, Needs.NAME if says_nothing else Needs.WORDS if is_told else Needs.PERSON)
    for order in dict.fromkeys(map(tuple, _with_initials(words))):
        yield Form.of(order, Needs.INITIAL)
    for last in dict.fromkeys(_last_names(words)):
        if len(last) >= _LEAST_LETTERS_OF_LAST or last >= FIRST_UNSPACED:
            is_told = is_telling(last, ordinary)
            yield Form.of([last], Needs.LAST if is_told else Needs.TITLE)


def _last_names(words: list[str]) -> Iterator[str]:
    """The last name; of two the first one; the one that comes first in Asia."""
    yield words[-1]
    if len(words) > 2 and len(words[-2]) > _LEAST_LETTERS_OF_LAST:
        yield words[-2]
    if words[0] >= FIRST_UNSPACED:
        yield words[0]


def _orders(words: list[str]) -> Iterator[list[str]]:
    """The words of a person's name as people write them: turned round, without the middle, with initials."""
    first, last, middle = words[0], words[-1], words[1:-1]
    yield words
    yield [last, *words[:-1]]
    yield [*words[1:], first]
    if len(first) > 1:
        yield [first, last]
        yield [last, first]
    if middle:
        yield [first, *(word[0] for word in middle), last]
        yield [last, first, *(word[0] for word in middle)]
    if middle and len(middle[-1]) > 1:  # of two last names the first alone
        yield [*words[:-1]]
        yield [first, middle[-1]]
        yield [*words[-2:], *words[:-2]]
    if len(middle) == 1 and len(middle[0]) > 1:  # two first names as one, as in China
        yield [first, middle[0] + last]
        yield [middle[0] + last, first]
        yield [first + middle[0], last]
    if len(middle) > 1:
        yield [first, middle[0], last]
        yield [first, *words[-2:]]


def _with_initials(words: list[str]) -> Iterator[list[str]]:
    initials, last = [word[0] for word in words[:-1]], words[-1]
    for some in (initials, initials[:1]):
        if len(last) > 1:
            yield [*some, last]
            yield [last, *some]
    if len(words) > 2 and len(words[-2]) > 1:  # of two last names the first alone
        yield [initials[0], words[-2]]
    if len(words) > 2 and len(words[0]) > 1:  # the last name comes first, as in Korea
        yield [*(word[0] for word in words[1:]), words[0]]
        yield [words[1][0], words[0]]
        yield [words[0], *(word[0] for word in words[1:])]
