"""Look-ups of all templates, their columns found by their headings or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pytest

from generator.suppliers.workbooks.look_up import Shared, read_look_up
from generator.suppliers.workbooks.opening import Book


@dataclass
class OneSheet:
    """A book with one sheet."""

    name: str
    cells: Sequence[Sequence[str]]

    @property
    def sheet_names(self) -> list[str]:
        return [self.name]

    def has(self, name: str) -> bool:
        return name == self.name

    def rows(self, name: str) -> Sequence[Sequence[str]]:
        return self.cells


def read(name: str, cells: Sequence[Sequence[str]]) -> list[tuple[str, str, str, str, str]]:
    """Metal, name, country, identifier and old identifier of each row."""
    look_up = read_look_up(cast("Book", OneSheet(name, cells)), Shared())
    return [(row.metal.value, row.name, row.country, row.cid, row.old_id) for row in look_up.rows]


OF_3_01 = ["Metal", "Standard Smelter Names", "Country", "Old Smelter ID", "New Smelter ID"]
NOW = [
    "Metal", "Smelter Look-up (*)", "Standard Smelter Names", "Smelter Facility Location: Country",
    "Smelter ID",
    "Source of Smelter Identification Number", "Smelter Street", "Smelter City",
]  # fmt: skip


def test_the_look_up_of_3_01_has_its_columns_one_to_the_left() -> None:
    rows = [OF_3_01, ["Gold", "Invented Mint", "JAPAN", "1JPN001", "CID900001"]]
    assert read("Standard Smelter Names", rows) == [
        ("Gold", "Invented Mint", "JAPAN", "CID900001", "1JPN001")
    ]


def test_columns_in_another_order_are_found_by_their_headings() -> None:
    cells = dict(zip(NOW, ["Tin", "Works", "Works", "PERU", "CID900002", "RMI", "", "Lima"], strict=True))
    order = sorted(NOW)
    assert read("Smelter Look-up", [[], order, [cells[name] for name in order]]) == [
        ("Tin", "Works", "PERU", "CID900002", "")
    ]


@pytest.mark.parametrize("headings", [["金属"] * 8, [""] * 8])
def test_without_known_headings_the_template_s_own_columns_count(headings: list[str]) -> None:
    row = ["Tin", "Works", "Works", "PERU", "CID900002", "RMI", "", "Lima"]
    assert read("Smelter Look-up", [[], [], [], headings, row]) == [("Tin", "Works", "PERU", "CID900002", "")]


@pytest.mark.parametrize(
    "row",
    [
        ["Tin", "Works", "PERU", "CID900002", "RMI", "", "Lima"],
        ["Tin", "Works", "Works", "CID900002", "PERU", "RMI", "", "Lima"],
        ["Tin", "CID900002", "Works", "PERU", "Works", "RMI", "", "Lima"],
    ],
)
def test_a_look_up_whose_columns_hold_something_else_is_refused(row: list[str]) -> None:
    assert read("Smelter Look-up", [[], [], [], ["?"] * 8, row]) == []
