"""A country's name by its words: in any order, with articles, dots and the usual abbreviations."""

from __future__ import annotations

from ..model.folding import fold
from .likeness import joined_letters

_LEFT_OUT = frozenset({"the", "of", "and"})
_IN_FULL = {
    "rep": "republic", "repub": "republic", "dem": "democratic", "demo": "democratic", "democr": "democratic",
    "fed": "federation", "st": "saint", "is": "islands", "isl": "islands", "afr": "african",
    "peoples": "people s",
}  # fmt: skip

_CONGO = frozenset({"congo", "kongo"})
_KINSHASA = frozenset({"kinshasa", "drc", "rdc", "droc", "drcongo", "zaire", "cod"})
_DEMOCRATIC = frozenset({"democratic", "dr", "rd", "democratique", "demokratische"})
_BRAZZAVILLE = frozenset({"brazzaville", "cog"})
_REPUBLIC = frozenset({"republic", "republique", "republik"})
_BESIDE = frozenset({"the", "of", "du", "de", "formerly", "former", "ex", "now"})


def words_of(name: str) -> tuple[str, ...]:
    """The words that make a name, sorted: those of ``Korea, Rep. of`` are those of ``Republic of Korea``."""
    return tuple(sorted(word for word in _in_full(name) if word not in _LEFT_OUT))


def code_of_congo(filed: str) -> str | None:
    """Which of the two Congos a text names; None where its words leave it open, or say more than that.

    Kinshasa, DRC, Zaire and a democratic republic are ``CD``; Brazzaville and Congo alone are ``CG``.
    """
    words = _in_full(filed)
    found = set(words)
    known = _CONGO | _KINSHASA | _DEMOCRATIC | _BRAZZAVILLE | _REPUBLIC | _BESIDE
    if found - known or any(sum(word in kind for word in words) > 1 for kind in (_CONGO, _REPUBLIC)):
        return None
    is_democratic = bool(found & _DEMOCRATIC)
    is_kinshasa = bool(found & _KINSHASA) or (is_democratic and bool(found & _CONGO))
    if not is_kinshasa:
        return "CG" if not is_democratic and found & (_CONGO | _BRAZZAVILLE) else None
    names_two = bool(found & _BRAZZAVILLE) or (bool(found & _REPUBLIC) and not is_democratic)
    return None if names_two else "CD"


def _in_full(name: str) -> list[str]:
    words = joined_letters(fold(name)).split()
    return " ".join(_IN_FULL.get(word, word) for word in words).split()
