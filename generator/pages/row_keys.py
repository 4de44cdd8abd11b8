"""By what the rows of the facility lists can be chosen: the data attributes of their cells.

The facets of the finder ask for the same keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from slugify import slugify

from ..model import Disclosure, Mineral, Smelter, Status
from .annex_columns import AnnexColumns
from .annex_links import country_key, status_keys
from .status_looks import status_looks

Attributes = tuple[tuple[str, Callable[[Smelter], str | int | None]], ...]
"""Name of a data attribute, without ``data-``, and its value for a row; None: no attribute."""


@dataclass(frozen=True)
class RowKeys:
    """How rows, and the page's address, say what a row has."""

    statuses: Mapping[str, Status]
    """The labels of the vocabulary, then those that rows have beside it; a row says the place, from 0."""
    looks: Mapping[str, str]
    """Label to what stands behind ``fsd-status--`` in the class of its marker."""
    numbers: Mapping[str, str]
    """Label to that place."""
    own: Mapping[str, Mapping[str, str]]
    """Own column that can be filtered, to what its cells say and the key for that, in natural order."""

    def status(self, row: Smelter) -> str:
        """Empty: the row has none."""
        return self.numbers[row.status.label] if row.status else ""

    def country(self, row: Smelter) -> str:
        return country_key(row.country)

    def recycled(self, row: Smelter) -> str:
        """Whether a facility takes recycled or scrap feed only; empty: not known."""
        return {True: "yes", False: "no", None: ""}[row.recycled]

    def nothing(self, column: str) -> str:
        """How the page's address names cells of an own column in which nothing stands."""
        taken = self.own[column].values()
        return next(key for key in ("none", "none-given", "none-at-all") if key not in taken)


@lru_cache(maxsize=64)
def slug(mineral: Mineral) -> str:
    """``gold``, ``rare-earths``."""
    return slugify(mineral) or "mineral"


def row_keys(disclosure: Disclosure, columns: AnnexColumns) -> RowKeys:
    """The keys of one year's lists."""
    statuses = _statuses(disclosure)
    annex = disclosure.facts.annex
    filtered = [
        key
        for key, column in (annex.own_columns if annex else {}).items()
        if column.can_be_filtered and key in columns.names
    ]
    numbers = {label: str(number) for number, label in enumerate(statuses)}
    own = {key: _own_values(disclosure, key) for key in filtered}
    return RowKeys(statuses, status_markers(disclosure), numbers, own)


def status_markers(disclosure: Disclosure) -> dict[str, str]:
    """Label to what stands behind ``fsd-status--`` in the class of its marker."""
    classes = [(label, status.status_class.value) for label, status in _statuses(disclosure).items()]
    return {label: look.css for label, look in status_looks(classes).items()}


def _statuses(disclosure: Disclosure) -> dict[str, Status]:
    """The vocabulary, and behind it what rows have beside it, by label."""
    stated = {status.label: status for status in disclosure.facts.statuses}
    found = {row.status.label: row.status for row in disclosure.all_rows if row.status}
    return {**stated, **{label: status for label, status in found.items() if label not in stated}}


def _own_values(disclosure: Disclosure, key: str) -> dict[str, str]:
    texts = {row.own_text(key) for row in disclosure.all_rows} - {""}
    return status_keys(sorted(texts, key=_natural))


def _natural(text: str) -> list[tuple[int, str]]:
    """Sorts ``Plant 9`` before ``Plant 10``, without regard to case."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts] + [(-1, text)]


def lists_differ(disclosure: Disclosure) -> bool:
    """Whether to choose a list is other than to choose a metal: not where each list is that of one metal."""
    lists = disclosure.shown_lists
    minerals = [{row.metal for row in one.smelters} for one in lists]
    is_each_its_own = all(len(one) == 1 for one in minerals) and len(set().union(*minerals)) == len(lists)
    return len(lists) > 1 and not is_each_its_own


def cell_attributes(disclosure: Disclosure, columns: AnnexColumns, keys: RowKeys) -> Mapping[str, Attributes]:
    """Column to what its cells say of a row; what no column shows is said at the name."""
    gives = disclosure.gives
    found: dict[str, list[tuple[str, Callable[[Smelter], str | int | None]]]] = {
        name: [] for name in columns.names
    }
    name = found["name"]
    also = _unseen(columns)
    name += [
        ("alias", lambda row: ", ".join(row.aliases) or None),
        ("also", lambda row: " | ".join(filter(None, (text(row) for text in also))) or None),
        ("recycled", lambda row: keys.recycled(row) or None),
        ("changed", lambda row: row.status_as_of.year if row.status_as_of else None),
    ]
    if lists_differ(disclosure):
        name.append(("part", lambda row: row.list_key))
    found[columns.carrier("metal")].append(("metal", lambda row: slug(row.metal)))
    if gives("status"):
        found[columns.carrier("status")].append(("status", keys.status))
    if gives("country"):
        found[columns.carrier(columns.country)].append(("country", keys.country))
    for key, values in keys.own.items():
        found[key].append(("own", _own_key(key, values)))
    return {column: tuple(attributes) for column, attributes in found.items()}


def _own_key(key: str, values: Mapping[str, str]) -> Callable[[Smelter], str | None]:
    return lambda row: values.get(row.own_text(key))


_SEARCHED: dict[str, Callable[[Smelter], str]] = {
    "cid": lambda row: row.cid or "",
    "country_as_filed": lambda row: row.country.filed if row.country else "",
    "country": lambda row: row.country.name if row.country else "",
    "city": lambda row: row.city or "",
    "state": lambda row: row.state or "",
}
"""What readers search for although the filer may have chosen to show no such column."""


def _unseen(columns: AnnexColumns) -> tuple[Callable[[Smelter], str], ...]:
    return tuple(text for column, text in _SEARCHED.items() if column not in columns.names)
