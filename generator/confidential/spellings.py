"""Many squeezed forms, looked for in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick import Automaton

from .squeezed import FIRST_UNSPACED, edges, normal, squeezed


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a squeezed text, from letter ``first`` to letter ``last``."""

    form: str
    first: int
    last: int
    begins_word: bool
    ends_word: bool

    def is_in(self, others: Iterable[Found]) -> bool:
        """Whether another find reaches over all of it."""
        return any(other.first <= self.first and self.last <= other.last for other in others)


class Forms:
    """The forms as one automaton."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._automaton = Automaton()
        for form in forms:
            self._automaton.add_word(form, form)
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Found]:
        """Every place of every form. Where no blanks are set, each letter may begin a word."""
        if not len(self._automaton):
            return []
        plain = normal(text)
        letters = squeezed(plain)
        places = [(last + 1 - len(form), last, form) for last, form in self._automaton.iter(letters)]
        if not places:
            return []
        begins, ends = edges(plain)
        return [
            Found(
                form,
                first,
                last,
                begins_word=first in begins or letters[first] >= FIRST_UNSPACED,
                ends_word=last + 1 in ends or letters[last] >= FIRST_UNSPACED,
            )
            for first, last, form in places
        ]
