"""A number with its noun, as texts for people say it. Imports nothing of ours."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """``1 row``, ``1,200 rows``; without ``many`` the plural is ``one`` with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


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
