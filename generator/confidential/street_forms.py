"""How the address of a company may be written: its street with the number before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .form import Form, Needs, is_telling
from .letters import letter_spellings
from .squeezed import words_in

_PARTS = re.compile(r"\s*[,;\n\r|]\s*")
_SAME = (
    ("street", "st", "str"), ("strasse", "str"), ("road", "rd"), ("avenue", "ave", "av"), ("lane", "ln"),
    ("boulevard", "blvd"), ("drive", "dr"), ("parkway", "pkwy"), ("highway", "hwy"), ("suite", "ste"),
)  # fmt: skip
_OTHERS = {word: [other for other in same if other != word] for same in _SAME for word in same} | {
    "str": ["street", "strasse"]
}
_INSIDE = ("suite", "ste", "unit", "floor", "fl", "room", "building", "bldg", "dept")
"""What stands behind the street: a part of the building."""
_LEAST_LETTERS = 8


def street_forms(address: str, ordinary: frozenset[str]) -> Iterator[Form]:
    """Each part with a number and a word that is no ``ordinary`` one, whichever of them comes first."""
    for spelling in letter_spellings(address):
        for part in _PARTS.split(spelling):
            words = words_in(part)
            has_number = any(any(map(str.isdigit, word)) for word in words)
            is_long = len("".join(words)) >= _LEAST_LETTERS
            if len(words) > 1 and has_number and is_long and any(is_telling(one, ordinary) for one in words):
                yield from _of_part(words)


def _of_part(words: list[str]) -> Iterator[Form]:
    inside = next((at for at, word in enumerate(words) if word in _INSIDE and at > 1), len(words))
    for some in (words, words[:inside]):
        for order in (some, [*some[1:], some[0]], [some[-1], *some[:-1]]):
            yield from (Form.of(one, Needs.WORDS) for one in (order, *_otherwise(order)))


def _otherwise(words: list[str]) -> Iterator[list[str]]:
    """With one word shortened or written out, the end of a joined word too: ``hauptstr``."""
    for at, word in enumerate(words):
        others = list(_OTHERS.get(word, ()))
        if word.endswith("strasse") and word != "strasse":
            others.append(word.removesuffix("asse"))
        elif word.endswith("str") and word != "str":
            others.append(f"{word}asse")
        yield from ([*words[:at], other, *words[at + 1 :]] for other in others)
