"""The values of what suppliers declare."""

from __future__ import annotations

import pytest

from generator.model import Metal
from generator.suppliers.look_ups import LookupRow, look_up_of
from generator.suppliers.templates import UNKNOWN_VERSION, version_number


@pytest.mark.parametrize(
    ("version", "number"),
    [
        ("6.22", (6, 22, "")),
        ("6.3", (6, 30, "")),
        ("6", (6, 0, "")),
        ("2.03a", (2, 3, "a")),
        ("6.6.1", (6, 60, "1")),
        ("newest", UNKNOWN_VERSION),
        ("", UNKNOWN_VERSION),
    ],
)
def test_a_version_has_a_number_for_comparing(version: str, number: tuple[int, int, str]) -> None:
    assert version_number(version) == number


def row(name: str, standard_name: str, cid: str) -> LookupRow:
    return LookupRow(Metal.TIN, name, standard_name, "PERU", cid)


def test_a_look_up_finds_the_standard_name_by_its_cid_whatever_the_order_of_aliases() -> None:
    alias = row("Invented alias", "Invented Works", "CID900001")
    standard = row("Invented Works", "Invented Works", "CID900001")
    for rows in ([alias, standard], [standard, alias]):
        look_up = look_up_of("digest", rows)
        assert look_up.by_cid["CID900001"] is standard
        assert look_up.by_name[(Metal.TIN, "invented alias")] is alias


def test_a_look_up_leaves_the_special_values_out_of_its_indexes() -> None:
    look_up = look_up_of("digest", [row("Smelter not listed", "", "")])
    assert (dict(look_up.by_cid), dict(look_up.by_name), len(look_up.rows)) == ({}, {}, 1)
