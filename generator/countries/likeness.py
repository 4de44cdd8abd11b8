"""What a country text that no table has may be: a covered country, one of the Congos, or no name at all."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from ..model.folding import fold

CONGOS = ("CD", "CG")

_CONGO = ("congo", "kongo", "kinshasa", "brazzaville", "zaire")
_OF_CONGO = frozenset({"drc", "rdc", "droc", "drcongo"})
_COVERED = (
    *_CONGO,
    "angola",
    "burundi",
    "rwanda",
    "ruanda",
    "uganda",
    "tanzania",
    "tanganyika",
    "zanzibar",
    "zambia",
)
_TWO_WORDS = ("south sudan", "central african", "centrafrique")
_NEAR = 0.8
"""Least likeness of two words: ``ruanda`` and ``rwanda`` have 0.83."""
_SPELLINGS_KEPT = 10_000
"""Rows of a thousand lists write few countries in few ways; comparing letters takes longer than all else."""

SEVERAL = {
    "korea": ("KR", "KP"),
    "china taiwan": ("TW", "CN"),
    "republic china": ("TW", "CN"),
    "roc": ("TW", "CN"),
    "virgin islands": ("VG", "VI"),
    "samoa islands": ("WS", "AS"),
    "america": ("US",),
    "the states": ("US",),
    "england": ("GB",),
    "scotland": ("GB",),
    "wales": ("GB",),
    "emirates": ("AE",),
    "dubai": ("AE",),
    "timor": ("TL",),
}
"""Names that are no state's, by their ``telling_words``, to what they may mean: suggested, never read."""
_IN_MANY_NAMES = frozenset({
    "the", "of", "and", "s", "people", "peoples", "democratic", "socialist", "islamic", "federal",
    "federation", "commonwealth", "principality", "sultanate",
})  # fmt: skip
_NO_NAME = frozenset({
    "", "unknown", "not known", "country unknown", "unknown country", "not disclosed", "undisclosed",
    "withheld", "confidential", "not reported", "not specified", "unspecified", "not determined",
    "undetermined", "to be determined", "tbd", "not identified", "not applicable", "n a", "na",
    "none", "not available", "not provided", "not stated", "not given",
})  # fmt: skip


def is_no_name(filed: str) -> bool:
    """Whether the text says only that the country is not known or not told."""
    return fold(filed) in _NO_NAME


@lru_cache(maxsize=_SPELLINGS_KEPT)
def is_like_congo(filed: str) -> bool:
    """Whether a word of the text is the name of one of the two Congos, or near it."""
    words = joined_letters(fold(filed)).split()
    return any(word in _OF_CONGO or _is_near(word, _CONGO) for word in words)


def is_like_covered(filed: str) -> bool:
    """Whether the text names, or nearly names, a covered country, alone or among others."""
    text = joined_letters(fold(filed))
    words = text.split()
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return (
        is_like_congo(filed)
        or any(_is_near(word, _COVERED) for word in words)
        or any(_is_near(pair, _TWO_WORDS) for pair in (*words, *pairs))
        or ("sudan" in words and bool({"south", "s", "sud"} & set(words)))
    )


def telling_words(folded: str) -> str:
    """A folded name without words that many have: ``people s republic of china`` is ``china``.

    ``republic`` goes too where it is not all that tells the name: ``republic of china`` is no ``china``.
    """
    words = [word for word in folded.split() if word not in _IN_MANY_NAMES]
    rest = [word for word in words if word != "republic"]
    is_told = rest == ["china"] and "people" not in folded
    return " ".join(words if is_told else rest) or folded


def joined_letters(folded: str) -> str:
    """Letters that stand alone one after the other as one word: ``d r congo`` is ``dr congo``."""
    words: list[str] = []
    was_letter = False
    for word in folded.split():
        is_letter = len(word) == 1
        if is_letter and was_letter:
            words[-1] += word
        else:
            words.append(word)
        was_letter = is_letter
    return " ".join(words)


@lru_cache(maxsize=_SPELLINGS_KEPT)
def _is_near(word: str, names: tuple[str, ...]) -> bool:
    return any(word == name or _likeness(word, name) >= _NEAR for name in names)


def _likeness(word: str, name: str) -> float:
    """From 0 to 1; where the lengths alone tell that it is less than near, that most that it can be."""
    most = 2 * min(len(word), len(name)) / (len(word) + len(name))
    return SequenceMatcher(None, word, name).ratio() if most >= _NEAR else most
