"""Names of companies compared without legal forms: the same, or alike enough for a person to look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from ..countries.legal_forms import WORDS
from ..model.comparing import folded

_FORMS = WORDS - {"group"} | {"open", "closed", "ao", "fzc", "fz", "est", "ve", "of", "de", "la"}
"""Words of legal forms, and those that lists write among them; a group is not its member."""
_IN_MANY = frozenset({
    "metal", "metals", "metallurgical", "metallurgy", "metalurgica", "refinery", "refineries", "refining",
    "refiner", "smelter", "smelters", "smelting", "gold", "tin", "tantalum", "tungsten", "precious",
    "mining", "mineral", "minerals", "industry", "industries", "industrial", "international", "trading",
    "trade", "group", "holding", "holdings", "manufacturing", "materials", "technology", "resources",
    "products", "chemical", "chemicals", "nonferrous", "ferrous", "rare", "works", "plant", "factory",
    "state", "national", "general", "central", "global", "enterprise", "enterprises", "china", "india",
    "russia", "iran", "korea", "united", "first", "new",
})  # fmt: skip
"""Words that many companies have: that two names share one tells nothing."""
_LEAST_LETTERS = 4
_LONG_WORD = 6
"""Letters from which on a word may differ in one of them."""
_ALIKE = 0.9


class Match(NamedTuple):
    """A name of ours and one of a list."""

    own: str
    listed: str
    is_same: bool
    """The same without legal forms; else alike."""


class Names:
    """Names of our own, ready to be compared with many."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._words: dict[str, tuple[str, ...]] = {}
        self._with_word: dict[str, set[str]] = defaultdict(set)
        for name in dict.fromkeys(names):
            words = words_of(name)
            self._by_key["".join(words)].append(name)
            self._words[name] = words
            for word in words:
                if len(word) >= _LEAST_LETTERS and word not in _IN_MANY:
                    for form in _near(word):
                        self._with_word[form].add(name)

    def compared(self, listed: str) -> Iterator[Match]:
        """Each of our names that is the listed one, or alike."""
        words = words_of(listed)
        key = "".join(words)
        same = self._by_key.get(key, ()) if key else ()
        yield from (Match(own, listed, is_same=True) for own in same)
        near = {
            own
            for word in words
            if len(word) >= _LEAST_LETTERS and word not in _IN_MANY
            for form in _near(word)
            for own in self._with_word.get(form, ())
        }
        for own in sorted(near.difference(same)):
            if _are_alike(self._words[own], words):
                yield Match(own, listed, is_same=False)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that are no legal form; all of them where nothing else would be left."""
    words = tuple(folded(name).split())
    return tuple(word for word in words if word not in _FORMS) or words


def _near(word: str) -> Iterator[str]:
    """The word, and a long one without each of its letters: two that differ in one meet in one of these."""
    yield word
    if len(word) >= _LONG_WORD:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _are_alike(own: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    if sorted(own) == sorted(listed):
        return True
    shorter, longer = sorted((set(own), set(listed)), key=len)
    telling = [word for word in shorter if word not in _IN_MANY and len(word) >= _LEAST_LETTERS]
    if shorter <= longer and len(telling) > 1:
        return True
    one, other = "".join(own), "".join(listed)
    lengths = sorted((len(one), len(other)))
    if lengths[0] < _ALIKE * lengths[1] * 0.9:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
