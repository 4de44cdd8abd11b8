"""Numbers with their nouns, and rows and other things by name, as texts for people say them."""

from __future__ import annotations

from collections.abc import Sequence

from .smelters import Smelter


def counted(number: int, one: str, many: str = "") -> str:
    """``1 row``, ``1,200 rows``; without ``many`` the plural is ``one`` with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def named(items: Sequence[str], most: int = 5, *, between: str = ", ", noun: str = "") -> str:
    """The first items, and how many more there are: ``a, b and 3 more``, or ``and 3 more rows``."""
    shown, left = between.join(items[:most]), len(items) - most
    if left <= 0:
        return shown
    return f"{shown} and {counted(left, f'more {noun}') if noun else f'{left:,} more'}"


def row_in_words(row: Smelter, *details: str) -> str:
    """A row by name, metal and cell, such as ``Luna Smelter, Ltd. (tin, Rwanda, C196)``."""
    return f"{row.called} ({', '.join((row.metal.lower(), *details, row.where.cell))})"


def percent(part: int, whole: int, decimals: int = 1) -> str:
    """``part`` of ``whole`` in percent, zeros at the end left out, for example ``79.5%``.

    A part that is not the whole never prints as 100%, and one that is not nothing never as 0%.
    """
    if whole == 0:
        return "0%"
    share = f"{100 * part / whole:.{decimals}f}"
    if part < whole and float(share) == 100:
        share = f"{100 - 10**-decimals:.{decimals}f}"
    if part and float(share) == 0:
        share = f"{10**-decimals:.{decimals}f}"
    return (share.rstrip("0").rstrip(".") if "." in share else share) + "%"
