"""The people who sign: each role another one, and each of them somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..record.records import Deed, Role

_NOBODY = frozenset(
    {
        "first last", "firstname lastname", "first name last name", "first and last name", "last first",
        "your name", "my name", "full name", "name", "the name", "name surname", "name here",
        "nn", "n n", "na", "n a", "nomen nescio", "none", "nobody", "no name", "noname", "unknown",
        "anonymous",
        "tbd", "t b d", "tba", "t b a", "tbc", "to be determined", "to be decided", "to do", "todo",
        "test", "test test", "tester", "test user", "testing", "user", "admin", "sample", "example",
        "example name",
        "xx", "xxx", "xxxx", "xyz", "abc", "asdf", "foo", "bar", "foo bar", "placeholder",
        "john doe", "jane doe", "max mustermann", "erika mustermann", "someone", "somebody", "signer",
        "person",
        "legal", "compliance", "ir", "investor relations", "legal department", "legal team", "ir team",
    }
)  # fmt: skip
"""Folded names that stand where a name is still to come, or for a department."""
_NO_NAMES = frozenset(
    {
        "first", "last", "middle", "firstname", "lastname", "surname", "forename", "name", "names", "your",
        "my", "full", "given", "family", "here", "the", "of", "and", "or", "to", "be", "confirmed",
        "placeholder", "signer", "signatory", "who", "signs", "person", "vorname", "nachname", "nom",
        "prenom",
        "legal", "compliance", "ir", "investor", "relations", "department", "team", "counsel", "general",
        "chief", "officer", "manager", "director", "mr", "mrs", "ms", "dr", "esq",
    }
)  # fmt: skip
"""Folded words: a text of these alone is no person's name."""
_OTHER_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters with strokes, which Unicode does not take apart."""


def is_somebody(name: str) -> bool:
    """Whether it can be a person's name: more than one letter, and no placeholder such as ``First Last``."""
    letters = sum(character.isalpha() for character in name)
    words = _folded(name).split()
    return letters > 1 and " ".join(words) not in _NOBODY and not _NO_NAMES.issuperset(words)


def is_same(one: str, other: str) -> bool:
    """Whether two names seem to be one person's.

    Capitals, accents, signs and the words' order do not count. A title, a middle name or an initial makes no
    other person: each word of the shorter name stands in the longer one, one of them at least in full.
    """
    words, there = sorted((_folded(one).split(), _folded(other).split()), key=len)
    if len(words) < 2:
        return words == there
    left = sorted(there, key=len)  # initials first, so that a full name is left for a full name
    in_full = 0
    for word in sorted(words, key=len, reverse=True):
        found = next((each for each in (word, *left) if each in left and _is_same_word(word, each)), None)
        if found is None:
            return False
        in_full += len(word) > 1 and word == found
        left.remove(found)
    return in_full > 0


def _is_same_word(one: str, other: str) -> bool:
    is_initial = 1 in (len(one), len(other))
    return one == other or (is_initial and one[0] == other[0])


def signed_by_same(deeds: Iterable[Deed], role: Role, name: str) -> Deed | None:
    """The sign-off that this person gave for another role; None: there is none."""
    others = (deed for deed in deeds if deed.role not in (None, role) and deed.name)
    return next((deed for deed in others if is_same(deed.name or "", name)), None)


def _folded(name: str) -> str:
    """Small letters without accents, the words with one blank between them."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = "".join(c for c in letters if unicodedata.category(c) != "Cf")  # nor signs that nobody sees
    return " ".join(re.findall(r"[^\W_]+", plain.casefold().translate(_OTHER_LETTERS)))
