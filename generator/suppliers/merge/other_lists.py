"""Minerals beside the four of the rule: in which list they stand, and what is in none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...findings import Finding
from ...findings.catalogue import OTHER_MINERALS, RULES_METAL
from ...model import LineRef, ListWords, Mineral
from ...model.counted import counted, named
from ..earlier import OtherList
from ..minerals import mineral_of
from ..reconciled import REVIEW_FILE, REVIEW_FOLDER, AsideReason, AsideRow, ListRow
from .keep import Kept

_FACTS_FILE = "disclosure.yml"


def list_of(row: ListRow, lists: Sequence[OtherList]) -> OtherList | None:
    """The sheet of a row: where it stands already, else the first for its mineral; None: there is none."""
    stands_in = row.source.where.sheet if row.source else None
    for one in lists:
        if stands_in == one.sheet:
            return one
    return next((one for one in lists if row.metal in one.minerals), None)


def computed_of_lists(kept: Kept, lists: Sequence[OtherList]) -> Mapping[str, Mapping[str, str]]:
    """What was computed for rows that stand in a list. A row in none cannot be changed or deleted there."""
    placed = {row.key for row in kept.rows if list_of(row, lists)}
    return {key: texts for key, texts in kept.computed.items() if key in placed}


def other_minerals_have_lists(rows: Sequence[ListRow], words: ListWords, shown: str) -> Iterator[Finding]:
    """RC-024: what answers name for minerals that no list is for, and how to have one."""
    stated = {mineral_of(name) for one in words.lists for name in one.minerals}
    missing = Counter(row.metal for row in rows if row.metal not in stated)
    if missing:
        told = named(
            [f"{counted(number, 'row')} for {mineral.lower()}" for mineral, number in missing.items()]
        )
        message = f"{told} {'stands' if missing.total() == 1 else 'stand'} in no list of {_FACTS_FILE}"
        yield Finding(
            OTHER_MINERALS, message, LineRef(f"{shown}/{_FACTS_FILE}"), _advice(tuple(missing), words)
        )


def _advice(minerals: Sequence[Mineral], words: ListWords) -> str:
    names = {name.casefold() for name in words.other_minerals}
    more = [mineral for mineral in minerals if mineral.casefold() not in names]
    entries = [f"{{sheet: {mineral}, title: {mineral}, minerals: [{mineral}]}}" for mineral in minerals]
    if not words.lists:
        title = words.annex.title if words.annex else "Smelters and refiners"
        entries.insert(0, f"{{sheet: Smelter List, title: '{title}'}}")
    needed = f"under other_minerals: {', '.join(more)}; and " if more else ""
    return (
        f"Nothing to do, unless you want to list them. Then add {needed}under lists: {', '.join(entries)}."
        f" Until then they stand in {REVIEW_FOLDER}/{REVIEW_FILE} alone. No figure of the rule has them."
    )


def rows_of_the_rule(aside: Iterable[AsideRow]) -> Iterator[Finding]:
    """RC-025: rows for tantalum, tin, tungsten or gold in another template than the CMRT, a line a file."""
    by_file: dict[str, list[AsideRow]] = {}
    for one in aside:
        if one.reason is AsideReason.RULES_METAL:
            by_file.setdefault(one.row.file, []).append(one)
    for rows in by_file.values():
        metals = named(sorted({str(one.row.metal).lower() for one in rows}))
        number = counted(len(rows), "smelter")
        message = f"'{rows[0].supplier}' lists {number} of {metals} in a template for other minerals"
        advice = "They are in no list: the supplier is asked to report them in a CMRT."
        yield Finding(RULES_METAL, message, rows[0].row.cell("B"), advice)
