"""A number with its noun, as texts for people say it. Imports nothing of ours."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """``1 row``, ``1,200 rows``; without ``many`` the plural is ``one`` with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
