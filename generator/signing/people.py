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


def is_somebody(name: str) -> bool:
    """Whether it can be a person's name: more than one letter, and no placeholder such as ``First Last``."""
    letters = sum(character.isalpha() for character in name)
    return letters > 1 and _folded(name) not in _NOBODY


def is_same(one: str, other: str) -> bool:
    """Whether two names are one person's; capitals, accents, signs and the words' order do not count."""
    return sorted(_folded(one).split()) == sorted(_folded(other).split())


def signed_by_same(deeds: Iterable[Deed], role: Role, name: str) -> Deed | None:
    """The sign-off that this person gave for another role; None: there is none."""
    others = (deed for deed in deeds if deed.role not in (None, role) and deed.name)
    return next((deed for deed in others if is_same(deed.name or "", name)), None)


def _folded(name: str) -> str:
    """Small letters without accents, the words with one blank between them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))
