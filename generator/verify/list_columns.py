"""The columns of a year's facility lists: under which headings they stand, on pages and in files.

Written from what ``disclosure.yml`` states, and from no code that writes: a proof shares none with what it
proves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Disclosure, is_conflict_mineral
from ..pages.annex_columns import annex_words
from ..prose.wording.frame import TABLES
from ..prose.wording.wording import wording_of

OWN = "own."
"""Begins the name of a column that the filer has declared itself; its key follows."""

_HEADINGS = {
    "list": "List",
    "metal": "Metal",
    "cid": "Smelter ID (CID)",
    "name": "Smelter or refiner",
    "country_as_filed": "Country as filed",
    "country": "Country",
    "city": "City",
    "state_or_province": "State or province",
    "status": "Status",
    "status_as_of": "Status as of",
    "recycled_or_scrap": "Recycled or scrap",
    "note": "Note",
}
"""Column to its heading, where neither ``annex.headings`` nor the wording has one."""
_IN_FILES = {
    **_HEADINGS,
    "mineral_as_filed": "Mineral as filed",
    "conflict_mineral": "Conflict mineral",
    "identifier_as_filed": "Identifier as filed",
    "name_as_filed": "Name as filed",
    "status_as_filed": "Status as filed",
    "other_names": "Other names",
    "country_code": "Country code (ISO 3166-1)",
    "covered_country": "Covered country",
    "status_class": "Status class",
    "registrant": "Registrant",
    "year": "Reporting year",
    "address": "Address",
}
"""Column to its heading in data files, whatever the filer's own is."""
_NAMES = {"state": "state_or_province", "recycled": "recycled_or_scrap", "footnote": "note"}
"""Column as ``annex`` calls it to its name in the data files, where that is another."""
_OWN_APART = re.compile(r" \(own(?: \d+)?\)$")
"""How a data file tells an own heading from another one that is the same."""


@dataclass(frozen=True)
class ListColumns:
    """Names and headings of columns. Names are those of the data files; own ones begin with ``own.``."""

    shown: tuple[tuple[str, str], ...]
    """Name and heading of each column that pages and documents may show; the filer's choice comes first."""
    chosen: tuple[str, ...]
    """The columns that the filer shows, in its order."""
    own: tuple[tuple[str, str], ...]
    """Name and heading of the filer's own columns."""
    minerals: frozenset[str]
    """What stands in the column of the minerals, and their names, for captions where writings differ."""
    rows_in_words: tuple[str, ...] = ()
    """How a number of rows is said in the filer's words, from none to all of them."""

    covered: str = ""
    """What the filer calls a covered country, behind its name in brackets."""

    def on_page(self, headings: Sequence[str]) -> list[str]:
        """The columns under these headings; none where it is no table of facilities."""
        names = _matched(headings, self.shown)
        return names if "name" in names and all(names) else []

    def in_file(self, headings: Sequence[str]) -> list[str]:
        """The columns under the headings of a data file; a heading that is not known stands for itself."""
        known = {heading: name for name, heading in _IN_FILES.items()}
        own = _matched(
            ["" if one in known else _OWN_APART.sub("", one).casefold() for one in headings],
            [(name, heading.casefold()) for name, heading in self.own],
        )
        return [known.get(heading) or name or heading for heading, name in zip(headings, own, strict=True)]


def list_columns(disclosure: Disclosure) -> ListColumns:
    """The columns of the lists of a year; without a list nothing is one."""
    annex = disclosure.facts.annex
    own = {f"{OWN}{key}": column.heading for key, column in annex.own_columns.items()} if annex else {}
    filed = {_name(name, own): heading for name, heading in annex.headings.items()} if annex else {}
    headings = {**{name: _usual(disclosure, name) for name in _HEADINGS}, **own, **filed}
    chosen = tuple(_name(name, own) for name in annex.columns) if annex else ()
    others = [name for name in headings if name not in chosen]
    return ListColumns(
        shown=tuple((name, _blanks(headings[name])) for name in (*chosen, *others)) if annex else (),
        chosen=chosen,
        own=tuple((name, _blanks(heading)) for name, heading in own.items()),
        minerals=frozenset(
            name for row in disclosure.all_rows for name in (row.as_filed("metal"), row.metal.value) if name
        ),
        rows_in_words=tuple(
            annex_words(disclosure, "rows", rows=number) for number in range(len(disclosure.all_rows) + 1)
        ),
        covered=wording_of(disclosure.wording).words(TABLES.name, "covered-country"),
    )


def _usual(disclosure: Disclosure, name: str) -> str:
    """The heading by the year's wording, or by the program's where that has none."""
    has_others = not all(is_conflict_mineral(row.metal) for row in disclosure.all_rows)
    in_annex = {ours: column for column, ours in _NAMES.items()}
    column = "mineral" if name == "metal" and has_others else in_annex.get(name, name)
    words = annex_words(disclosure, f"column-{column.replace('_', '-')}")
    return words or ("Mineral" if column == "mineral" else _HEADINGS[name])


def _name(column: str, own: dict[str, str]) -> str:
    return f"{OWN}{column}" if f"{OWN}{column}" in own else _NAMES.get(column, column)


def _matched(headings: Sequence[str], known: Sequence[tuple[str, str]]) -> list[str]:
    """The name for each heading, empty where there is none; two columns of one heading in their order."""
    left = list(known)
    names: list[str] = []
    for heading in headings:
        found = next((one for one in left if one[1] == heading), None)
        if found:
            left.remove(found)
        names.append(found[0] if found else "")
    return names


def _blanks(text: str) -> str:
    return " ".join(text.split())
