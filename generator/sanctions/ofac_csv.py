"""OFAC's tables: ``SDN.CSV`` and ``CONS_PRIM.CSV`` with names, ``ALT.CSV`` and ``CONS_ALT.CSV`` with aliases.

They have no headings and no date; ``-0-`` stands for nothing. Source: OFAC, data specification of the
SDN list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .entry import Entry, NotAListError

_COLUMNS = {12: "names", 5: "aliases", 6: "addresses", 2: "comments"}
_NOTHING = "-0-"
_END = "\x1a"
"""The sign of an older system with which the files end."""

Row = tuple[int, list[str]]
"""Number of the line on which a row ends, and its cells."""


def kind_of(cells: list[str]) -> str | None:
    """What a table holds by its first row: ``names``, ``aliases`` and so on; None: it is another table."""
    return _COLUMNS.get(len(cells)) if cells and cells[0].strip().isdigit() else None


def read_names(rows: Iterable[Row]) -> dict[str, Entry]:
    """The companies of ``SDN.CSV``: number, name, type (none for a company), programme."""
    entries: dict[str, Entry] = {}
    for cells in _cells(rows, 12):
        number, name, kind, programme = cells[:4]
        if not kind:
            entry = entries.setdefault(number, Entry(number))
            entry.add(name)
            for one in programme.replace("[", "").split("]"):
                entry.add(programme=one)
    return entries


def read_aliases(rows: Iterable[Row]) -> dict[str, Entry]:
    """The aliases of ``ALT.CSV``: number of the entry, number of the alias, kind, name."""
    entries: dict[str, Entry] = {}
    for cells in _cells(rows, 5):
        entries.setdefault(cells[0], Entry(cells[0])).add(cells[3])
    return entries


def _cells(rows: Iterable[Row], width: int) -> Iterator[list[str]]:
    """The cells of each row, empty where nothing is said. Raises NotAListError at a row of another form."""
    for line, row in rows:
        if not any(row) or row[0].strip() == _END:
            continue
        cells = ["" if cell.strip() == _NOTHING else cell.strip() for cell in row]
        if len(cells) != width:
            raise NotAListError(f"a row of {len(cells)} columns, where OFAC's table has {width}", line)
        if not cells[0].isdigit():
            raise NotAListError(f"a row that begins with '{cells[0][:20]}', and not with a number", line)
        yield cells
