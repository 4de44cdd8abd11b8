"""Texts and lengths that bars of every kind have."""

from __future__ import annotations

from ...model.counted import counted

_LABEL_LENGTH = 34
"""Letters of a label that fit beside its number on a phone."""


def shortened(label: str) -> str:
    """A label that fits: its first letters and an ellipsis where it is too long. The table has it whole."""
    return label if len(label) <= _LABEL_LENGTH else f"{label[: _LABEL_LENGTH - 1].rstrip()}…"


def number_text(count: int | None) -> str:
    """Empty where it is not stated."""
    return "" if count is None else f"{count:,}"


def facilities(count: int) -> str:
    return counted(count, "facility", "facilities")


def share_of(part: int, whole: int) -> str:
    """Percentage of a length with three decimals at most; the same text on every machine."""
    return f"{100 * part / whole:.3f}".rstrip("0").rstrip(".") + "%" if whole else "0%"
