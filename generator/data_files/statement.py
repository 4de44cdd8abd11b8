"""What every file says of itself, in words: whose list, of which year, how filed, how counted."""

from __future__ import annotations

from collections import Counter

from ..model import (
    COVERED_COUNTRIES,
    UNIT_OF_COUNTING,
    Disclosure,
    FacilityList,
    Metal,
    Status,
    is_conflict_mineral,
)


def title(disclosure: Disclosure) -> str:
    """What the list is called."""
    return f"{disclosure.facts.registrants_in_short}: smelters and refiners, {disclosure.year}"


def description(disclosure: Disclosure) -> str:
    """The list in a few sentences; the notice of the year is one of them."""
    stated = disclosure.facts
    place = "The country is where a facility stands; it does not say where minerals were mined."
    lists = "list in their" if stated.co_registrants else "lists in its"
    sentences = [
        f"Smelters and refiners that {stated.registrant_list} {lists} conflict minerals"
        f" disclosure for the calendar year {disclosure.year}.",
        unit_of_counting(disclosure),
        place if disclosure.gives("country") else "",
        stated.notice_on_top,
    ]
    return " ".join(filter(None, sentences))


def filing(disclosure: Disclosure) -> str:
    """State of the filing in a sentence, with its day where that is known."""
    stated = disclosure.facts.filing
    if stated.state == "draft":
        return "Draft, not filed."
    day = f" on {stated.date}" if stated.date else ""
    return f"{stated.form_name}, filed with the U.S. Securities and Exchange Commission{day}."


def unit_of_counting(disclosure: Disclosure) -> str:
    """What one row is; rows that the filing repeats, and several lists, are told."""
    rows = disclosure.all_rows
    words = UNIT_OF_COUNTING
    if not all(is_conflict_mineral(row.metal) for row in rows):
        words = words.replace("metal", "mineral")
    if len(disclosure.shown_lists) > 1:
        words += " A facility that stands in several lists has a row in each."
    every = Counter(
        (row.list_key, row.metal, row.name, row.cid, row.country, row.status, row.own) for row in rows
    )
    if max(every.values(), default=1) > 1:
        words += " A row that the filing repeats is repeated here."
    return words


def rows_by_metal(disclosure: Disclosure) -> dict[str, int]:
    """Rows that count under the rule, for each of the four metals that has any."""
    counted = Counter(row.metal for row in disclosure.smelters)
    return {metal.value: counted[metal] for metal in Metal if counted[metal]}


def rows_by_other_mineral(disclosure: Disclosure) -> dict[str, int]:
    """Rows for each mineral that is no conflict mineral of the rule, as named in ``other_minerals``."""
    counted = Counter(str(row.metal) for row in disclosure.all_rows if not is_conflict_mineral(row.metal))
    return {name: counted[name] for name in disclosure.facts.other_minerals if counted[name]}


def rows_by_list(disclosure: Disclosure) -> list[tuple[FacilityList, int]]:
    """Each list with the number of its rows; none where there is one list alone."""
    lists = disclosure.shown_lists
    return [(one, len(one.smelters)) for one in lists] if len(lists) > 1 else []


def rows_not_counted(disclosure: Disclosure) -> int:
    """Rows that are part of no total of the rule: of other minerals, or of lists that are not counted."""
    return len(disclosure.all_rows) - len(disclosure.smelters)


def rows_of_status(disclosure: Disclosure, status: Status) -> int | None:
    """Rows of all lists that have the status; None where the lists give no statuses."""
    if not disclosure.gives("status"):
        return None
    return sum(row.status is not None and row.status.label == status.label for row in disclosure.all_rows)


def covered_countries(disclosure: Disclosure) -> tuple[tuple[str, str | None], ...]:
    """The covered countries as the filer writes them, each with its ISO code (None: not known).

    None at all where neither the list nor the origins name a country.
    """
    if not disclosure.gives("country") and not disclosure.origin_codes:
        return ()
    return disclosure.covered_codes or tuple((name, code) for code, name in COVERED_COUNTRIES.items())
