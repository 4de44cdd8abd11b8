"""Cells as people name them in a letter: ``sheet 'Smelter List', cells E5:E212 and F9``."""

from __future__ import annotations

from collections.abc import Iterable

from ...findings import Finding
from ...findings.together import cells_in_words
from ...model import CellRef


def places_of(findings: Iterable[Finding]) -> list[CellRef]:
    """The cells that findings are about, each once, as they come; files and lines are left out."""
    places = [place for one in findings for place in (one.where, *one.others)]
    return list(dict.fromkeys(place for place in places if isinstance(place, CellRef)))


def places_in_words(places: Iterable[CellRef]) -> str:
    """Sheet by sheet, the cells of each column folded into ranges. Empty for no place."""
    sheets: dict[str, list[CellRef]] = {}
    for place in places:
        sheets.setdefault(place.sheet or "", []).append(place)
    return "; ".join(_of_sheet(sheet, there) for sheet, there in sheets.items())


def cells_folded(places: Iterable[CellRef]) -> str:
    """``C5:C9 and C14``, ``C5; D7 and D9``: the cells alone, column by column."""
    columns: dict[str, list[CellRef]] = {}
    for place in places:
        columns.setdefault(column_of(place), []).append(place)
    words = [
        cells_in_words([place.cell for place in sorted(columns[column], key=row_of)])
        for column in sorted(columns, key=lambda column: (len(column), column))
    ]
    return ("; " if any(" and " in one for one in words) else " and ").join(words)


def _of_sheet(sheet: str, places: list[CellRef]) -> str:
    cells = f"cell{'s' if len(places) > 1 else ''} {cells_folded(places)}"
    return f"sheet '{sheet}', {cells}" if sheet else cells


def column_of(place: CellRef) -> str:
    """``D`` for ``D14``."""
    return place.cell.rstrip("0123456789")


def row_of(place: CellRef) -> int:
    """14 for ``D14``."""
    return int(place.cell[len(column_of(place)) :] or 0)
