"""Words that are a withheld one but for a letter: read as that word, a text shows which names it may mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from .squeezed import normal

LEAST_LETTERS = 5
"""Shorter words have too many others beside them."""
_ANY_BEGINNING = 8
"""A word of so many letters may differ in the first one too."""
_MOST_READINGS = 3
"""Of a word that is like several ones, so many are tried."""
_WORD = re.compile(r"[^\W_]+")


class Reading(NamedTuple):
    """A text in which words were put right."""

    text: str
    places: tuple[tuple[int, int], ...]
    """Where these words begin and end in it."""


class Misspelt:
    """The words of names, and what may stand for one of them."""

    def __init__(self, words: Iterable[str], known: Collection[str]) -> None:
        """``words`` without case and accents; ``known`` ones of any text are no misspelt names."""
        self._words = frozenset(word for word in words if len(word) >= LEAST_LETTERS and word.isalpha())
        self._known = known
        self._shorter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            for one in {word, *_without_one(word)}:
                self._shorter[one].append(word)
        self._found: dict[str, tuple[str, ...]] = {}

    def readings(self, text: str) -> Iterator[Reading]:
        """The text with each misspelt word as the one that it is like; once more for a second such one."""
        if not self._words:
            return
        like = {word: found for word in set(_WORD.findall(text)) if (found := self._like(word))}
        for number in range(max(map(len, like.values()), default=0)):
            yield _put_right(text, {word: found[min(number, len(found) - 1)] for word, found in like.items()})

    def _like(self, word: str) -> tuple[str, ...]:
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = tuple(self._find(normal(word)))[:_MOST_READINGS]
        return found

    def _find(self, word: str) -> Iterator[str]:
        if len(word) < LEAST_LETTERS or word in self._words or self._is_known(word):
            return
        near = {one for form in {word, *_without_one(word)} for one in self._shorter.get(form, ())}
        for one in sorted(near):
            is_long = min(len(one), len(word)) >= _ANY_BEGINNING
            if (is_long or one[0] == word[0]) and is_one_off(word, one):
                yield one

    def _is_known(self, word: str) -> bool:
        return word in self._known or word.removesuffix("s") in self._known


def is_one_off(one: str, other: str) -> bool:
    """Whether a letter is missing, added or another, or two that stand together have changed places."""
    if len(one) > len(other):
        one, other = other, one
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, other_rest = one[same:], other[same:]
    if len(one) < len(other):
        return rest == other_rest[1:]
    return rest[1:] == other_rest[1:] or (rest[1::-1] == other_rest[:2] and rest[2:] == other_rest[2:])


def _without_one(word: str) -> Iterator[str]:
    """The word without one of its letters."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _put_right(text: str, words: dict[str, str]) -> Reading:
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    for found in _WORD.finditer(text):
        if right := words.get(found[0]):
            right = _cased(right, found[0])
            pieces += (text[at : found.start()], right)
            length += found.start() - at
            places.append((length, length + len(right)))
            length, at = length + len(right), found.end()
    return Reading("".join((*pieces, text[at:])), tuple(places))


def _cased(word: str, like: str) -> str:
    """The word in capitals, with one, or in small letters, as the other is."""
    return word.upper() if like.isupper() else word.capitalize() if like[0].isupper() else word
