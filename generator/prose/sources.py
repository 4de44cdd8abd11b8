"""Where a value on a page comes from, in words: an entry of ``disclosure.yml``, or cells of the list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import LIST_COLUMNS, Disclosure, LineRef, Smelter, StatusClass
from ..model.counted import counted
from .facilities import Facilities
from .facts import AllFacts

_ROWS_NAMED = 4
"""A count of more rows than these gives the first and the last one only."""
_STEP = re.compile(r"\.((?:of_status|in|share_of)\(.*?\)(?=\.|$)|\w+)")
_PART = re.compile(r"(\w+)|\[(\d+)\]")
_SMELTER = re.compile(r"smelters\[(\d+)\](?:\.(\w+))?")
_COLUMNS = {**LIST_COLUMNS, "country_as_filed": LIST_COLUMNS["country"]}
_CONDITIONS = ("in", "of_status", "of_unknown_country")
_OF_STATUS = frozenset(StatusClass)
"""Subsets that only a list with statuses, or a stated count, can tell."""
_COUNTED = {
    "distinct_names": "Distinct names counted in",
    "under_several_metals": "Names under more than one metal, counted in",
    "countries": "Distinct countries counted in",
}


class SourcesBeside:
    """The sources of a page that shows several years: a path may have its year before it."""

    def __init__(self, own: Sources, by_year: Mapping[str, Sources]) -> None:
        """``own``: of what says no year. ``by_year``: ``2021`` to the sources of that year."""
        self._own = own
        self._by_year = by_year

    def of(self, path: str) -> str:
        """The source in words, as ``Sources`` has it: ``2020:facilities.total`` is of the year 2020."""
        year, _, rest = path.partition(":")
        return self._by_year[year].of(rest) if year in self._by_year else self._own.of(path)


class Sources:
    """The sources of one year's values, by the path that a mark carries."""

    def __init__(self, disclosure: Disclosure, facts: AllFacts) -> None:
        self._disclosure = disclosure
        self._facts = facts
        self._cells = {str(row.where) for row in disclosure.all_rows}
        self._told: dict[str, str] = {}

    def of(self, path: str) -> str:
        """The source in words, its path last: ``data/2021/disclosure.yml, line 96 · survey.suppliers``."""
        if path not in self._told:
            self._told[path] = self._in_words(path)
        return self._told[path]

    def _in_words(self, path: str) -> str:
        if path in self._cells:
            return path
        if path == "computed":
            return "Computed by the section itself"
        return f"{self._place(path)} · {path}"

    def _place(self, path: str) -> str:
        if row := _SMELTER.fullmatch(path):
            return self._row(int(row[1]), row[2])
        if path.startswith("facilities."):
            return self._counted(path)
        return self._stated(path)

    def _row(self, number: int, column: str | None) -> str:
        """The cell's row and the heading of its column, as the filer heads it."""
        place = str(self._disclosure.smelters[number].where)
        heading = self._heading(column) if column else None
        return f"{place}, column “{heading}”" if heading else place

    def _heading(self, column: str) -> str | None:
        annex = self._disclosure.facts.annex
        if annex and column in annex.own_columns:
            return annex.own_columns[column].heading
        filed = annex.headings.get(column) if annex else None
        return filed or _COLUMNS.get(column)

    def _counted(self, path: str) -> str:
        steps = _STEP.findall(path.removeprefix("facilities"))
        if not steps or not all(map(_is_subset, steps[:-1])):
            return "Computed from the list of smelters"
        if not self._rows_tell(steps[:-1]):
            return self._stated("counts")
        group = self._group(steps[:-1])
        if steps[-1].startswith("share_of("):
            whole = self._group(
                _STEP.findall(steps[-1].removeprefix("share_of(facilities").removesuffix(")"))
            )
            return f"Share of {_cells(group)} in {len(whole):,}"
        return f"{_COUNTED.get(steps[-1], 'Counted:')} {_cells(group)}"

    def _rows_tell(self, steps: Sequence[str]) -> bool:
        """Whether the number is counted in the list; else it is one that the filing states."""
        asks_status = any(step in _OF_STATUS or step.startswith("of_status(") for step in steps)
        counts = self._disclosure.facts.counts
        return counts is None or (
            self._disclosure.gives("status") if asks_status else bool(self._disclosure.smelters)
        )

    def _group(self, steps: Sequence[str]) -> tuple[Smelter, ...]:
        """The rows of a subset of the list, by the steps of its path."""
        rows: tuple[Smelter, ...] = self._disclosure.smelters
        for step in steps:
            name, _, argument = step.removesuffix(")").partition("(")
            rows = _narrowed(rows, name, argument, self._facts)
        return rows

    def _stated(self, path: str) -> str:
        """The line of the entry, or of the nearest one above it from which the value follows."""
        whole = tuple(name or int(number) for name, number in _PART.findall(path))
        keys = whole
        while keys and keys not in self._disclosure.lines:
            keys = keys[:-1]
        if not keys:
            return f"Not stated in {self._disclosure.file}: a usual value"
        where = LineRef(self._disclosure.file, self._disclosure.lines[keys])
        place = f"{where.file}, line {where.line}"
        return place if keys == whole else f"Follows from {place}"


def _is_subset(step: str) -> bool:
    """Whether the step leads to rows: a property of a group of facilities, or a condition."""
    name = step.partition("(")[0]
    return name in _CONDITIONS or isinstance(getattr(Facilities, name, None), property)


def _narrowed(rows: tuple[Smelter, ...], name: str, argument: str, facts: AllFacts) -> tuple[Smelter, ...]:
    if name == "in":
        return tuple(row for row in rows if row.country and row.country.name == argument)
    if name == "of_status":
        return tuple(row for row in rows if row.status and row.status.label == argument)
    if name == "of_unknown_country":
        return tuple(row for row in rows if row.country and row.country.code is None)
    kept = {id(row) for row in _subset(facts.facilities, name).rows}
    return tuple(row for row in rows if id(row) in kept)


def _subset(facilities: Facilities, name: str) -> Facilities:
    found = getattr(facilities, name)
    assert isinstance(found, Facilities), name
    return found


def _cells(rows: Sequence[Smelter]) -> str:
    """How many rows, and which: ``3 rows of smelters.xlsx 'Smelter List': A5, A9, A11``."""
    if not rows:
        return "no row of the list"
    where = rows[0].where
    listed = f"{where.file} '{where.sheet}'" if where.sheet else where.file
    number = counted(len(rows), "row")
    cells = [row.where.cell for row in rows]
    if len(cells) > _ROWS_NAMED:
        return f"{number} of {listed}, from {cells[0]} to {cells[-1]}"
    return f"{number} of {listed}: {', '.join(cells)}"
