"""A text that is searched: its squeezed letters, and where each of them stands in it as it was written."""

from __future__ import annotations

from functools import cached_property, lru_cache

from .squeezed import FIRST_UNSPACED, edges, normal, squeeze, squeezed


class Writing:
    """A text; what only a find needs is worked out then, once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = normal(text)
        self.letters = squeezed(self._plain)

    def begins_word(self, first: int) -> bool:
        """Whether a word begins with this letter. Where no blanks are set, each may."""
        return first in self._edges[0] or self.letters[first] >= FIRST_UNSPACED or self._is_joint(first)

    def ends_word(self, last: int) -> bool:
        """Whether a word ends with this letter."""
        return last + 1 in self._edges[1] or self.letters[last] >= FIRST_UNSPACED or self._is_joint(last + 1)

    def begins_high(self, at: int) -> bool:
        """Whether the letter is no small one."""
        return not self.text[self._places[at]].islower()

    def as_written(self, first: int, last: int) -> str:
        return self.text[self._places[first] : self._places[last] + 1]

    def places(self, first: int, last: int) -> tuple[int, int]:
        """Where it begins and ends in the text."""
        return self._places[first], self._places[last] + 1

    def before(self, first: int, most: int) -> str:
        """At most so many characters before the letter."""
        place = self._places[first]
        return self.text[max(0, place - most) : place]

    def behind(self, last: int, most: int) -> str:
        """At most so many characters behind the letter."""
        place = self._places[last] + 1
        return self.text[place : place + most]

    @cached_property
    def _edges(self) -> tuple[frozenset[int], frozenset[int]]:
        return edges(self._plain)

    @cached_property
    def _places(self) -> list[int]:
        """Where each squeezed letter stands in the text."""
        if self.text.isascii():
            return [place for place, sign in enumerate(self.text) if sign.isalnum()]
        places = [place for place, sign in enumerate(self.text) for _ in range(_letters_of(sign))]
        missing = len(self.letters) - len(places)  # signs that fold otherwise beside others: none is known
        return places + [len(self.text) - 1] * missing

    def _is_joint(self, at: int) -> bool:
        """Whether words are joined before the letter: ``joinedWords``, ``words2021``."""
        if not 0 < at < len(self.letters):
            return False
        one, next_one = self.text[self._places[at - 1]], self.text[self._places[at]]
        return (one.islower() and next_one.isupper()) or (one.isalpha() and next_one.isdigit())


@lru_cache(maxsize=1 << 16)
def _letters_of(sign: str) -> int:
    return len(squeeze(sign))
