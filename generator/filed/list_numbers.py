"""The number of an entry as a list of HTML prints it."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

_LETTERS = {"a": ascii_lowercase, "A": ascii_uppercase}


def list_number(number: int, kind: str) -> str:
    """``kind`` is the list's ``type``: ``a``, ``A``, ``i``, ``I``; anything else counts in figures."""
    if kind in _LETTERS and 0 < number <= 26:
        return f"{_LETTERS[kind][number - 1]}."
    if kind == "I":
        return f"{_roman(number)}."
    if kind == "i":
        return f"{_roman(number).lower()}."
    return f"{number}."


def _roman(number: int) -> str:
    found = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            found, number = found + letters, number - value
    return found
