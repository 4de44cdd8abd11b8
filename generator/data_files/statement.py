"""What every file says of itself, in words: whose list, of which year, how filed, how counted."""

from __future__ import annotations

from collections import Counter

from ..model import COVERED_COUNTRIES, UNIT_OF_COUNTING, Disclosure, Metal, Status


def title(disclosure: Disclosure) -> str:
    """What the list is called."""
    return f"{disclosure.facts.registrant.name}: smelters and refiners, {disclosure.year}"


def description(disclosure: Disclosure) -> str:
    """The list in a few sentences; the notice of the year is one of them."""
    stated = disclosure.facts
    sentences = [
        f"Smelters and refiners that {stated.registrant.name} lists in its conflict minerals disclosure for"
        f" the calendar year {disclosure.year}.",
        UNIT_OF_COUNTING,
        "The country is where a facility stands; it does not say where minerals were mined.",
        stated.notice or "",
    ]
    return " ".join(filter(None, sentences))


def filing(disclosure: Disclosure) -> str:
    """State of the filing in a sentence."""
    stated = disclosure.facts.filing
    if stated.state == "draft":
        return "Draft, not filed."
    return f"{stated.form_name}, filed with the U.S. Securities and Exchange Commission on {stated.date}."


def rows_by_metal(disclosure: Disclosure) -> dict[str, int]:
    """Rows for each of the four metals, zeros included."""
    counted = Counter(row.metal for row in disclosure.smelters)
    return {metal.value: counted[metal] for metal in Metal}


def rows_of_status(disclosure: Disclosure, status: Status) -> int:
    """Rows that have the status."""
    return sum(row.status.label == status.label for row in disclosure.smelters)


def covered_countries(disclosure: Disclosure) -> tuple[tuple[str, str | None], ...]:
    """The covered countries as the filer writes them, each with its ISO code (None: not known)."""
    return disclosure.covered_codes or tuple((name, code) for code, name in COVERED_COUNTRIES.items())
