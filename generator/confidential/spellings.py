"""Many squeezed forms, looked for in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick import Automaton

from .writing import Writing


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a squeezed text, from letter ``first`` to letter ``last``."""

    form: str
    first: int
    last: int

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

    def find(self, writing: Writing) -> list[Found]:
        """Every place of every form, whether words begin and end there or not."""
        if not len(self._automaton):
            return []
        places = self._automaton.iter(writing.letters)
        return [Found(form, last + 1 - len(form), last) for last, form in places]
