"""By what the rows of the facility lists can be chosen: the data attributes of their cells.

The facets of the finder ask for the same keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from slugify import slugify

from ..model import ColumnName, Disclosure, Mineral, Smelter, Status
from .annex_columns import AnnexColumns, annex_words, country_as_filed
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
    is_filed_in_capitals: bool
    """Whether the filing writes most countries as the page does, but in capitals: the table says so once."""

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
    return RowKeys(statuses, status_markers(disclosure), numbers, own, _is_in_capitals(disclosure, columns))


def _is_in_capitals(disclosure: Disclosure, columns: AnnexColumns) -> bool:
    if not disclosure.gives("country"):
        return False
    shown = _shown_country(columns)
    pairs = [(country_as_filed(row), shown(row)) for row in disclosure.all_rows]
    plain = sum(filed == name for filed, name in pairs)
    return sum(filed == name.upper() != name for filed, name in pairs) > plain


def _shown_country(columns: AnnexColumns) -> Callable[[Smelter], str]:
    return columns.texts[columns.country] if columns.country else _country_name


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
    """Column to what its cells say of a row; what no column shows is said at the name.

    The country as filed is said where the cell has another word for it, capitals apart where the table says
    that they are usual.
    """
    gives = disclosure.gives
    found: dict[str, list[tuple[str, Callable[[Smelter], str | int | None]]]] = {
        name: [] for name in columns.names
    }
    name = found["name"]
    name += [
        ("alias", lambda row: ", ".join(row.aliases) or None),
        *((column, _text_or_none(text)) for column, text in UNSEEN.items() if column not in columns.names),
        ("recycled", lambda row: keys.recycled(row) or None),
        ("changed", lambda row: row.status_as_of.year if row.status_as_of else None),
    ]
    if lists_differ(disclosure):
        name.append(("part", lambda row: row.list_key))
    found[columns.carrier("metal")].append(("metal", lambda row: slug(row.metal)))
    if gives("status"):
        found[columns.carrier("status")].append(("status", keys.status))
    if gives("country") and not columns.country:
        name.append(("land", _text_or_none(_country_name)))
    if gives("country"):
        country = (
            keys.country if columns.carrier(columns.country) == "name" else _country_key(disclosure, columns)
        )
        found[columns.carrier(columns.country)].append(("country", country))
        found[columns.carrier(columns.country)].append(
            ("filed", _filed_otherwise(columns, keys.is_filed_in_capitals))
        )
    for key, values in keys.own.items():
        found[key].append(("own", _own_key(key, values)))
    return {column: tuple(attributes) for column, attributes in found.items()}


def _country_key(disclosure: Disclosure, columns: AnnexColumns) -> Callable[[Smelter], str]:
    """The key of a row's country; empty where its cell shows a name that no other country has."""
    shown = _shown_country(columns)
    keys: dict[str, set[str]] = {}
    for row in disclosure.all_rows:
        if row.country:
            keys.setdefault(row.country.name, set()).add(country_key(row.country))

    def key(row: Smelter) -> str:
        is_shown = row.country is not None and row.country.name == shown(row)
        return "" if is_shown and len(keys[shown(row)]) == 1 else country_key(row.country)

    return key


def _own_key(key: str, values: Mapping[str, str]) -> Callable[[Smelter], str | None]:
    return lambda row: values.get(row.own_text(key))


def _filed_otherwise(columns: AnnexColumns, in_capitals: bool) -> Callable[[Smelter], str | None]:
    shown = _shown_country(columns)

    def filed(row: Smelter) -> str | None:
        usual = shown(row).upper() if in_capitals else shown(row)
        text = country_as_filed(row)
        return text if text and text != usual else None

    return filed


def _text_or_none(text: Callable[[Smelter], str]) -> Callable[[Smelter], str | None]:
    return lambda row: text(row) or None


def _country_name(row: Smelter) -> str:
    return row.country.name if row.country else ""


UNSEEN: dict[ColumnName, Callable[[Smelter], str]] = {
    "cid": lambda row: row.cid or "",
    "city": lambda row: row.city or "",
    "state": lambda row: row.state or "",
}
"""What readers search for, and find in the detail of a row, although no column of the filer's shows it."""


def unseen_headings(disclosure: Disclosure, columns: AnnexColumns) -> Iterator[tuple[str, str]]:
    """Attribute and heading of what only the detail of a row shows; what no row has is not spoken of."""
    if disclosure.gives("aliases"):
        yield "alias", "Other names"
    if disclosure.gives("country"):
        if not columns.country:
            yield "land", annex_words(disclosure, "column-country")
        yield "filed", annex_words(disclosure, "column-country-as-filed")
    for name in UNSEEN:
        if name not in columns.names and disclosure.gives(name):
            yield name, annex_words(disclosure, f"column-{name}")
