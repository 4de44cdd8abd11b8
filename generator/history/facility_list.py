"""The list as filed: every column with its heading, every cell with its signs, the rows in their order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from slugify import slugify

from ..filed.facility_table import PlacedRow, without_covered
from ..filed.filed_blocks import Block, FiledCell
from ..model import BOLD, INTERNAL_COLUMNS, LIST_COLUMNS, Mineral
from ..model.folding import fold

_OF_ROLE = {"country": "country_as_filed"}
"""Role of a column to its key, where the two differ: what is filed as a country may be no country's name."""
_ROLES = {key: role for role, key in _OF_ROLE.items()}
_BY_HEADING = (
    ("city", re.compile(r"\bcity\b")),
    ("state", re.compile(r"\b(?:state|province)\b")),
)
_CONTINUED = re.compile(r"[\s,(–—-]*\b(?:continued|cont(?:’|')?d|cont\.?)\)?\s*$", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class ListColumn:
    """A column: its key in ``annex.columns``, and its heading as filed, empty where it has none."""

    key: str
    heading: str
    is_own: bool = False
    """Whether the program does not know it, so that ``annex.own_columns`` declares it."""
    is_shown: bool = True
    """False: the filing has no such column; what stands in it, other columns tell."""

    @property
    def title(self) -> str:
        """What stands above it in the workbook."""
        return self.heading or LIST_COLUMNS.get(_ROLES.get(self.key, self.key), self.key)


@dataclass
class ListPart:
    """The rows below one heading: all of them, or those of one metal where a heading names it."""

    heading: str
    """The heading that names the metal; empty where a column does."""
    mineral: Mineral | None
    placed: list[PlacedRow] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    """Column to cell, as filed."""


@dataclass(frozen=True)
class ListAsFiled:
    """The list of a filing."""

    columns: tuple[ListColumn, ...]
    parts: tuple[ListPart, ...]
    """In their order."""
    without_heading: tuple[str, ...] = ()
    """Columns without a heading that the program does not know by their cells."""

    @property
    def has_metal_column(self) -> bool:
        return any(column.key == "metal" for column in self.columns)


def list_as_filed(placed: Sequence[PlacedRow]) -> ListAsFiled | None:
    """The list; None where there are no rows."""
    if not placed:
        return None
    columns = _Columns()
    parts: list[ListPart] = []
    for group in _by_layout(placed):
        keys = columns.of(group)
        for one in group:
            part = _part_of(one, parts)
            part.placed.append(one)
            part.rows.append(_cells(one, keys))
    listed = ListAsFiled(tuple(columns.found), tuple(parts), tuple(columns.without_heading))
    if listed.has_metal_column:
        for part in parts:
            _fill_metals(part)
    elif any(part.mineral is None for part in parts):
        return _with_metals_of_parts(listed)
    return listed


def _with_metals_of_parts(listed: ListAsFiled) -> ListAsFiled:
    """With a column of metals that is not shown: headings name those of some rows, and nothing of others."""
    for part in listed.parts:
        for row in part.rows:
            row["metal"] = str(part.mineral or "")
    return replace(listed, columns=(*listed.columns, ListColumn("metal", "", is_shown=False)))


def _by_layout(placed: Sequence[PlacedRow]) -> Iterator[list[PlacedRow]]:
    """Rows that follow each other in one table, with columns in the same places."""
    for _, group in itertools.groupby(placed, key=lambda one: (one.block.table, sorted(one.roles.items()))):
        yield list(group)


def _part_of(one: PlacedRow, parts: list[ListPart]) -> ListPart:
    """The part to which a row belongs: that of the last heading, or of its own column of a table."""
    heading = _CONTINUED.sub("", one.metal_heading.text) if one.metal_heading else ""
    mineral = one.row.metal if one.metal_heading else None
    key = (fold(heading), mineral)
    beside = [part for part in parts if part.placed[-1].block.table == one.block.table]
    for part in [*parts[-1:], *beside]:
        if (fold(part.heading), part.mineral) == key:
            return part
    parts.append(ListPart(heading, mineral))
    return parts[-1]


def _cells(one: PlacedRow, keys: dict[int, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for cell in one.block.cells:
        key = keys.get(cell.column)
        if key and cell.text:
            found[key] = f"{found[key]} {as_filed(cell)}" if key in found else as_filed(cell)
    if "country_as_filed" in found:
        found["country_as_filed"] = without_covered(found["country_as_filed"])
    return found


def as_filed(cell: FiledCell) -> str:
    """The text of a cell with its signs; figures that stand raised stay so."""
    signs = "".join(mark.translate(_RAISED) if mark.isdecimal() else _set_off(mark) for mark in cell.marks)
    return f"{cell.text}{signs}"


def _set_off(mark: str) -> str:
    """A letter stands in brackets, where it would be a part of the name."""
    return f" ({mark})" if mark.isalpha() else mark


def _fill_metals(part: ListPart) -> None:
    """A metal that stands once for several rows stands in each of them."""
    metal = ""
    for row in part.rows:
        metal = row.get("metal", "") or metal
        if metal:
            row["metal"] = metal


class _Columns:
    """The columns of all tables of the list, told by what they hold and by their headings."""

    def __init__(self) -> None:
        self.found: list[ListColumn] = []
        self.without_heading: list[str] = []

    def of(self, group: Sequence[PlacedRow]) -> dict[int, str]:
        """Column of the cells to the key under which it is kept."""
        filled = sorted({cell.column for one in group for cell in one.block.cells if cell.text})
        headings = headings_over(group[0].heading, filled)
        keys: dict[int, str] = {}
        for column in filled:
            role = group[0].roles.get(column, "")
            keys[column] = self._key(role, headings.get(column, ""), set(keys.values()))
        return keys

    def _key(self, role: str, heading: str, taken: set[str]) -> str:
        known = "" if ":" in role else _OF_ROLE.get(role, role)  # a column of ticks is the filer's own
        same = next((one for one in self.found if heading and fold(one.heading) == fold(heading)), None)
        if known and known not in taken:
            key = known
        elif same is not None and same.key not in taken:
            key = same.key
        elif not heading:
            key = self._nameless(taken)
        else:
            key = self._by_heading(heading, taken)
        if all(one.key != key for one in self.found):
            self._add(key, heading)
        return key

    def _by_heading(self, heading: str, taken: set[str]) -> str:
        folded = fold(heading)
        key = next((key for key, words in _BY_HEADING if words.search(folded)), "")
        if key and key not in taken and all(one.key != key for one in self.found):
            return key
        plain = re.sub(r"[^a-z0-9]+", "_", slugify(heading)).strip("_")[:28]
        plain = plain if plain[:1].isalpha() else f"column_{plain}".rstrip("_")
        every = {one.key for one in self.found} | set(LIST_COLUMNS) | {"country_as_filed", "list"}
        names = (plain, *(f"{plain}_{number}" for number in range(2, 99)))
        return next(name for name in names if name not in every)

    def _nameless(self, taken: set[str]) -> str:
        number = next(n for n in range(1, 99) if f"column_{n}" not in taken)
        if f"column_{number}" not in self.without_heading:
            self.without_heading.append(f"column_{number}")
        return f"column_{number}"

    def _add(self, key: str, heading: str) -> None:
        is_own = key not in {*LIST_COLUMNS, "country_as_filed"}
        if is_own and not heading:
            heading = key.replace("_", " ").capitalize()
        internal = {title.casefold() for title in INTERNAL_COLUMNS}
        others = {fold(one.title) for one in self.found}
        if heading.casefold() in internal or fold(heading) in others:
            further = (f"{heading} (as filed{'' if n == 1 else f', {n}'})" for n in range(1, 99))
            heading = next(one for one in further if fold(one) not in others)
        self.found.append(ListColumn(key, heading, is_own))


def headings_over(heading: Block | None, filled: Sequence[int]) -> dict[int, str]:
    """Column to the text of its heading: of cells in the same places, or in the same order."""
    cells = [cell for cell in heading.cells if cell.text] if heading is not None else []
    if len(cells) == len(filled):
        return {column: cell.text for column, cell in zip(filled, cells, strict=True)}
    found = {cell.column: cell.text for cell in cells if cell.column in filled}
    for cell in cells:
        if cell.column not in filled:
            behind = [column for column in filled if column > cell.column and column not in found]
            if behind:
                found[behind[0]] = cell.text
    return found


def is_bold(one: PlacedRow) -> bool:
    """Whether the row stands in bold letters in the filing."""
    return BOLD in one.marks
