"""What the data says in each column of a row, once more: as pages show it, and as data files give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..model import BOLD, UNMARKED, Disclosure, Smelter, conflict_mineral_or_not, is_cid, is_conflict_mineral
from .list_columns import OWN

_Value = Callable[[Disclosure, Smelter], object]


def on_page(disclosure: Disclosure, row: Smelter, column: str) -> str:
    """The cell as it was filed, where the data keeps that; else the value. Empty: nothing stands there."""
    return _text(disclosure, row, column, _ON_PAGE)


def in_file(disclosure: Disclosure, row: Smelter, column: str) -> str:
    """The value, and in columns of their own the cells as filed. Empty: not known."""
    return _text(disclosure, row, column, _IN_FILE)


def file_columns(disclosure: Disclosure) -> Iterator[str]:
    """The columns that a data file must have: what is always there, and what any row has."""
    own = [f"{OWN}{key}" for key in disclosure.facts.annex.own_columns] if disclosure.facts.annex else []
    for name in (*_IN_FILE, *own):
        if name in _ONLY_WHERE_OTHER:
            is_there = any(_is_other(row, _ONLY_WHERE_OTHER[name]) for row in disclosure.all_rows)
        elif name == "list":
            is_there = len(disclosure.shown_lists) > 1
        elif name == "conflict_mineral":
            is_there = not all(is_conflict_mineral(row.metal) for row in disclosure.all_rows)
        else:
            is_there = any(in_file(disclosure, row, name) for row in disclosure.all_rows)
        if is_there:
            yield name


def _text(disclosure: Disclosure, row: Smelter, column: str, values: Mapping[str, _Value]) -> str:
    if column.startswith(OWN):
        return " ".join(row.own_text(column.removeprefix(OWN)).split())
    value = values[column](disclosure, row) if column in values else None
    return "" if value is None else " ".join(str(value).split())


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else "Yes" if value else "No"


def _list_title(disclosure: Disclosure, row: Smelter) -> str | None:
    return next((one.title for one in disclosure.shown_lists if one.key == row.list_key), None)


def _country_as_filed(_: Disclosure, row: Smelter) -> str | None:
    return row.as_filed("country_as_filed") or (row.country.filed if row.country else None)


def _country_on_page(_: Disclosure, row: Smelter) -> str | None:
    """The reader's name, with what the filer adds to it: a document that has it shows no other country."""
    return row.as_filed("country_as_filed") or (row.country.name if row.country else None)


def _country_for_readers(_: Disclosure, row: Smelter) -> str | None:
    """The reader's name; what was filed in its place where no country is known."""
    return row.country.name if row.country else row.as_filed("country_as_filed")


def _as_of(_: Disclosure, row: Smelter) -> object:
    return row.status_as_of or (row.status.as_of if row.status else None)


def _status_as_filed(_: Disclosure, row: Smelter) -> str | None:
    """Nothing where bold letters, or the lack of a sign, say the status."""
    filed = row.as_filed("status")
    if filed is not None or row.status is None or row.status.mark in (BOLD, UNMARKED):
        return filed
    return row.status.label


def _is_other(row: Smelter, column: str) -> bool:
    """Whether the row was filed with another cell than its value."""
    is_no_cid = column == "cid" and row.cid is not None and not is_cid(row.cid)
    return is_no_cid or row.as_filed(column) is not None


def _registrants(disclosure: Disclosure) -> str:
    """The names of all, as the column has them: ``A``, ``A and B``, ``A, B, and C``."""
    names = [one.name for one in (disclosure.facts.registrant, *disclosure.facts.co_registrants)]
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


_ON_PAGE: Mapping[str, _Value] = {
    "list": _list_title,
    "metal": lambda _, row: row.as_filed("metal") or row.metal.value,
    "cid": lambda _, row: row.as_filed("cid") or row.cid,
    "name": lambda _, row: row.as_filed("name") or row.name,
    "country_as_filed": _country_as_filed,
    "country": _country_on_page,
    "country_for_readers": _country_for_readers,
    "city": lambda _, row: row.city,
    "state_or_province": lambda _, row: row.state,
    "status": lambda _, row: row.as_filed("status") or (row.status.label if row.status else None),
    "status_as_of": _as_of,
    "recycled_or_scrap": lambda _, row: _yes_no(row.recycled),
    "note": lambda _, row: row.footnote,
    "address": lambda disclosure, row: (
        f"{disclosure.year}/annex{'/' if disclosure.addresses.has_folders else '.html'}#{row.anchor}"
    ),
}
"""Column of a page or a document to what stands in its cell."""

_IN_FILE: Mapping[str, _Value] = {
    "list": _list_title,
    "metal": lambda _, row: row.metal.value,
    "mineral_as_filed": _ON_PAGE["metal"],
    "conflict_mineral": lambda _, row: _yes_no(conflict_mineral_or_not(row.metal)),
    "cid": lambda _, row: row.cid if row.cid and is_cid(row.cid) else None,
    "identifier_as_filed": _ON_PAGE["cid"],
    "name": lambda _, row: row.name,
    "name_as_filed": _ON_PAGE["name"],
    "other_names": lambda _, row: " | ".join(row.aliases),
    "country_as_filed": _country_as_filed,
    "country": lambda _, row: row.country.name if row.country else None,
    "country_code": lambda _, row: row.country.code if row.country else None,
    "covered_country": lambda _, row: (
        _yes_no(row.country.is_covered) if row.country and row.country.code else None
    ),
    "city": _ON_PAGE["city"],
    "state_or_province": _ON_PAGE["state_or_province"],
    "status": lambda _, row: row.status.label if row.status else None,
    "status_as_filed": _status_as_filed,
    "status_class": lambda _, row: row.status.status_class.value if row.status else None,
    "status_as_of": _as_of,
    "recycled_or_scrap": _ON_PAGE["recycled_or_scrap"],
    "note": _ON_PAGE["note"],
    "registrant": lambda disclosure, _: _registrants(disclosure),
    "year": lambda disclosure, _: disclosure.year,
    "address": _ON_PAGE["address"],
}
"""Column of a data file to what the data says."""

_ONLY_WHERE_OTHER = {
    "mineral_as_filed": "metal",
    "identifier_as_filed": "cid",
    "name_as_filed": "name",
    "status_as_filed": "status",
}
"""Columns with cells as filed: there where some row has another cell than its value."""
