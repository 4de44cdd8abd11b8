"""The key of a row of the list, by which it is found again in every file: it names no supplier."""

from __future__ import annotations

import re

from .folding import fold

_NUMBER = re.compile(r" \(\d+\)$")
_OF_CID = re.compile(r"\w+ (CID\d{6})")


def row_key(metal: str, cid: str | None, name: str, country: str) -> str:
    """``Gold CID000035``, else metal, folded name and country: ``Gold invented works, PE``.

    ``country`` is its ISO code, or what stands for one; empty where it is not known.
    """
    return f"{metal} {cid}" if cid else f"{metal} {fold(name)}, {country or '?'}"


def cid_of_key(key: str) -> str:
    """The identifier that a key names; empty where it names none."""
    found = _OF_CID.fullmatch(key)
    return found[1] if found else ""


def numbered_key(key: str, number: int) -> str:
    """The key of a further row that a person made for the same smelter."""
    return f"{key} ({number})"


def plain_key(key: str) -> str:
    """A key without the number of a further row."""
    return _NUMBER.sub("", key)
