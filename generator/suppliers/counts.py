"""The figures of a run, as frozen values that say whether they add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of rows that were read: ``read`` is the sum of the others."""

    read: int
    kept: int
    """First report of a smelter: each gives one row of the list."""
    merged: int
    """Further reports of a smelter that another row gave."""
    aside: Mapping[str, int]
    """Reason to number."""

    @property
    def adds_up(self) -> bool:
        return self.read == self.kept + self.merged + sum(self.aside.values())


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a run, each step adding up to the next."""

    files_found: int
    files_used: int
    files_replaced: int
    files_aside: int
    rows: Tally
    by_metal: Mapping[str, Tally]
    by_supplier: Mapping[str, Tally]
    kept_unreported: int
    """Rows of the earlier workbook that stay although nobody reports them."""
    listed: int
    """Rows of the list: ``rows.kept + kept_unreported``."""
    listed_by_metal: Mapping[str, int]
    listed_by_status: Mapping[str, int]
    listed_by_metal_and_status: Mapping[str, Mapping[str, int]]

    @property
    def adds_up(self) -> bool:
        files = self.files_used + self.files_replaced + self.files_aside == self.files_found
        tallies = (self.rows, *self.by_metal.values(), *self.by_supplier.values())
        listed = self.listed == self.rows.kept + self.kept_unreported
        by_parts = self.listed == sum(self.listed_by_metal.values()) == sum(self.listed_by_status.values())
        return files and all(tally.adds_up for tally in tallies) and listed and by_parts
