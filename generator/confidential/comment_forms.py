"""By what a comment is found: each sentence, and each few words in a row, that no other text would have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .form import Form, Needs
from .ordinary_words import TELL_A_REMARK
from .squeezed import words_in

_LEAST_WORDS = 3
_LEAST_LETTERS = 12
_WORDS_IN_A_ROW = 6
_LEAST_LETTERS_IN_A_ROW = 22
_TELLING_IN_A_ROW = 2
_ORDINARY_SENTENCE = 9
"""So many ordinary words in a row are no common phrase any more."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*[\n\r]+\s*")


def comment_forms(text: str, ordinary: frozenset[str]) -> Iterator[Form]:
    """Sentences of three words and more, and six words in a row of which two are no ``ordinary`` ones."""
    if "%" in text:
        yield from comment_forms(text.replace("%", " percent "), ordinary)
    for sentence in _SENTENCE.split(text):
        words = words_in(sentence)
        is_long = len(words) >= _LEAST_WORDS and len("".join(words)) >= _LEAST_LETTERS
        has_figure = len(words) >= _WORDS_IN_A_ROW and any(map(_is_figure, words))
        if is_long and (len(words) >= _ORDINARY_SENTENCE or has_figure or _telling(words, ordinary)):
            yield Form.of(words, Needs.WORDS)
    words = words_in(text)
    for number, least in ((_WORDS_IN_A_ROW, _TELLING_IN_A_ROW), (_ORDINARY_SENTENCE, 1)):
        for at in range(len(words) - number + 1):
            row = words[at : at + number]
            if len("".join(row)) >= _LEAST_LETTERS_IN_A_ROW and _telling(row, ordinary) >= least:
                yield Form.of(row, Needs.WORDS)


def _is_figure(word: str) -> bool:
    """Whether it is a number that a sentence can be told by, and no year."""
    return word.isdigit() and len(word) > 1 and not (len(word) == len("2021") and word[:2] in ("19", "20"))


def _telling(words: list[str], ordinary: frozenset[str]) -> int:
    """How many words are no ordinary ones; places and months tell a remark."""
    others = (word for word in words if word in TELL_A_REMARK or word not in ordinary)
    return sum(len(word) > 2 and not word.isdigit() for word in others)
