"""By what a comment is found: each sentence, and each few words in a row, that no other text would have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .form import Form, Needs
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
    for sentence in _SENTENCE.split(text):
        words = words_in(sentence)
        is_long = len(words) >= _LEAST_WORDS and len("".join(words)) >= _LEAST_LETTERS
        if is_long and (len(words) >= _ORDINARY_SENTENCE or _telling(words, ordinary)):
            yield Form.of(words, Needs.WORDS)
    words = words_in(text)
    for number, least in ((_WORDS_IN_A_ROW, _TELLING_IN_A_ROW), (_ORDINARY_SENTENCE, 1)):
        for at in range(len(words) - number + 1):
            row = words[at : at + number]
            if len("".join(row)) >= _LEAST_LETTERS_IN_A_ROW and _telling(row, ordinary) >= least:
                yield Form.of(row, Needs.WORDS)


def _telling(words: list[str], ordinary: frozenset[str]) -> int:
    """How many words are no ordinary ones."""
    return sum(len(word) > 2 and word not in ordinary and not word.isdigit() for word in words)
