"""How filers and suppliers write the words of the field: metals, recycled material."""

from __future__ import annotations

import re

from .vocabulary import Metal

_METAL_WORDS = {
    "gold": Metal.GOLD, "au": Metal.GOLD, "tantalum": Metal.TANTALUM, "ta": Metal.TANTALUM, "tin": Metal.TIN,
    "sn": Metal.TIN, "tungsten": Metal.TUNGSTEN, "w": Metal.TUNGSTEN, "wolfram": Metal.TUNGSTEN,
}  # fmt: skip


def metal_of(text: str) -> Metal | None:
    """The metal of a cell such as ``Gold``, ``Au`` or ``Gold (Au)``; None where it is another text."""
    words = re.findall(r"[a-z]+", text.casefold())
    found = {_METAL_WORDS.get(word) for word in words}
    return found.pop() if len(found) == 1 else None


_RECYCLED = re.compile(r"\b(?:recycled?|recycling|scrap)\b", re.IGNORECASE)


def says_recycled(text: str) -> bool:
    """Whether a text that stands for a country says recycled or scrap material instead."""
    return bool(_RECYCLED.search(text))


_SYMBOLS = {"Au": Metal.GOLD, "Sn": Metal.TIN, "Ta": Metal.TANTALUM, "W": Metal.TUNGSTEN}
_NAMES = {
    "gold": Metal.GOLD, "tantalum": Metal.TANTALUM, "columbite": Metal.TANTALUM, "coltan": Metal.TANTALUM,
    "tin": Metal.TIN, "cassiterite": Metal.TIN, "tungsten": Metal.TUNGSTEN, "wolfram": Metal.TUNGSTEN,
    "wolframite": Metal.TUNGSTEN,
}  # fmt: skip


def metal_in(text: str) -> Metal | None:
    """The one metal of a cell in a column of metals: ``Gold``, ``Au``, ``Tin (Sn)``, ``Tin / Solder``.

    None where it names none, or several.
    """
    found = metals_in(text)
    return found[0] if len(found) == 1 else None


def metals_in(text: str) -> tuple[Metal, ...]:
    """Every metal that a text names, in the order of ``Metal``: ``Tungsten/Tin`` two, ``3TG`` all four."""
    words = re.findall(r"[^\W\d_]+", text)
    found = {_NAMES.get(word.casefold()) or _SYMBOLS.get(word) for word in words}
    if len(words) == 1 and (symbol := _SYMBOLS.get(words[0].capitalize())):
        found = {symbol}
    if together := re.search(r"\b3\s?TG?\b", text, re.IGNORECASE):
        found |= set(Metal) - ({Metal.GOLD} if together[0][-1] in "Tt" else set())
    return tuple(metal for metal in Metal if metal in found)
