"""The hidden sheet ``L``: every label and option of the template in ten languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Metal
from ..templates import DECLARATION_SHEET, SMELTER_SHEET
from .cells import Rows, fold, text_of_raw
from .layouts import METALS

_FIRST_LANGUAGE = 3
"""Column D; the sheet has the name of the sheet in B, the cell in C, English in D."""
_OPTION_CELLS = tuple(f"B{row}" for row in range(96, 112))
_RECYCLED_CELLS = ("AH5", "AH6", "AH7")
_METAL_CELLS = dict(zip(("B26", "B27", "B28", "B29"), METALS, strict=True))


@dataclass(frozen=True)
class Labels:
    """The texts by sheet and cell. Empty where the workbook has no sheet ``L``."""

    texts: Mapping[tuple[str, str], tuple[str, ...]]

    def english(self, sheet: str, cell: str) -> str:
        """The English text of a cell; empty where the sheet does not have it."""
        return self.texts.get((sheet, cell), ("",))[0]

    def in_any_language(self, sheet: str, cell: str) -> frozenset[str]:
        """The texts of a cell in all languages, folded."""
        return frozenset(fold(text) for text in self.texts.get((sheet, cell), ()) if text)

    def find_option(self, text: str, allowed: Sequence[str] = ()) -> str | None:
        """The English option that ``text`` says in another language; None where it is none.

        ``allowed``: looked for by their English words, wherever the sheet has these, since the EMRT's labels
        stand under cells of another version. Without them by the cells of the CMRT.
        """
        folded = fold(text)
        if allowed:
            english = {fold(option): option for option in allowed}
            said = (texts for texts in self.texts.values() if texts and fold(texts[0]) in english)
            return next((english[fold(texts[0])] for texts in said if folded in map(fold, texts)), None)
        cells = [(DECLARATION_SHEET, cell) for cell in _OPTION_CELLS]
        cells += [(SMELTER_SHEET, cell) for cell in _RECYCLED_CELLS]
        found = (self.english(*cell) for cell in cells if folded in self.in_any_language(*cell))
        return next(found, None)

    def find_metal(self, text: str) -> Metal | None:
        """The metal that ``text`` names in another language; None where it names none."""
        folded = fold(text)
        cells = _METAL_CELLS.items()
        found = (m for cell, m in cells if folded in self.in_any_language(DECLARATION_SHEET, cell))
        return next(found, None)


def labels_of(rows: Rows) -> Labels:
    """The labels of a sheet ``L``; a sheet without rows gives none."""
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for cells in rows[1:]:
        if len(cells) > _FIRST_LANGUAGE and cells[1] and cells[2]:
            found = tuple(text_of_raw(cell) for cell in cells[_FIRST_LANGUAGE : _FIRST_LANGUAGE + 10])
            texts.setdefault((str(cells[1]), str(cells[2])), found)
    return Labels(texts)
