"""Texts that no spreadsheet takes for a formula. Imports nothing of ours."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def formula_safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula. Source: OWASP, CSV injection."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA_STARTS) else text
