"""One way to write a withheld value, and what must stand around it in a text to tell that it is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from .squeezed import FIRST_UNSPACED

_LETTERS_OF_A_SIGN = 2
"""A sign of China's or Japan's writing tells as much as so many letters."""


class Needs(Enum):
    """What tells that the value is meant, and how certain that is."""

    WORDS = auto()
    """Whole words: it is certain."""
    ONE_WORD = auto()
    """A capital letter; in small letters it may be another word."""
    PERSON = auto()
    """Each word with a capital letter: ``Li Wei``."""
    NAME = auto()
    """Capitals, and a legal form or a word such as supplier beside it. Capitals alone: it may be."""
    SHORT = auto()
    """The capitals of the value itself, and the like beside it. The capitals alone: it may be."""
    BRAND = auto()
    """Capitals, and no other name beside it; then it may be: the one telling word of a company's name."""
    PART = auto()
    """Capitals; then it may be: two words of a company's name, or all of them in another order."""
    INITIAL = auto()
    """Capitals, and a gap behind the first letter: ``J. Doe``."""
    TITLE = auto()
    """``Ms`` or the like before it: it may be."""
    LAST = auto()
    """A first name of the value before it; as with ``TITLE``, it may be."""
    LOGIN = auto()
    """Capitals, or a sign that joins its words: it may be."""
    DOT = auto()
    """A point in it, as in a domain."""
    CALL = auto()
    """``Telephone`` or the like before it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A squeezed text to look for."""

    letters: str
    needs: Needs = Needs.WORDS
    starts: tuple[int, ...] = (0,)
    """The letters with which its words begin, but for those that only join."""
    needs_end: bool = True
    """Whether a word must end with it."""

    @classmethod
    def of(cls, words: Sequence[str], needs: Needs, joining: str = "") -> Form:
        """Of words of which ``joining`` ones stand between names: ``and``."""
        starts, at = [], 0
        for word in words:
            if word != joining:
                starts.append(at)
            at += len(word)
        return cls("".join(words), needs, tuple(starts))

    @property
    def weight(self) -> int:
        """Letters, of which a sign of Asia's writing counts as two."""
        return sum(_LETTERS_OF_A_SIGN if letter >= FIRST_UNSPACED else 1 for letter in self.letters)

    @property
    def has_words(self) -> bool:
        """Whether it is of several words, so that it tells something in code too."""
        return len(self.starts) > 1


def needs_of(words: Iterable[str], ordinary: frozenset[str]) -> Needs:
    """What a name of these words needs: little where one of them is no ``ordinary`` one."""
    each = list(words)
    if not any(is_telling(word, ordinary) for word in each):
        return Needs.NAME
    return Needs.WORDS if len(each) > 1 or each[0] >= FIRST_UNSPACED else Needs.ONE_WORD


_LEAST_LETTERS = 4


def is_telling(word: str, ordinary: frozenset[str]) -> bool:
    """Whether the word alone tells a name from a sentence."""
    return word >= FIRST_UNSPACED or (
        len(word) >= _LEAST_LETTERS and not is_ordinary(word, ordinary) and not word.isdigit()
    )


def is_ordinary(word: str, ordinary: frozenset[str]) -> bool:
    """Whether it is one of the words, or their plural."""
    return word in ordinary or word.removesuffix("s") in ordinary
