"""What the texts of the family ST tell in words, made: sites with a draft beside a final."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.own_site.chosen_years import chosen_years
from generator.pipeline import load
from tests.support.builders import YML, write_year
from tests.support.turn import DRAFT, LATER_DRAFT

Codes = set[str]


def _codes(data: Path, *, has_drafts: bool = False) -> Codes:
    return {one.code for one in chosen_years(data, load(data), has_drafts=has_drafts).findings}


def _beside_final(*, has_drafts: bool = False, is_damaged: bool = False) -> Callable[[Path], Codes]:
    def build(data: Path) -> Codes:
        write_year(data)
        folder = write_year(data, year=2022, yml=LATER_DRAFT)
        if is_damaged:
            (folder / "smelters.xlsx").write_bytes(b"damaged")
        return _codes(data, has_drafts=has_drafts)

    return build


def _alone(yml: str) -> Callable[[Path], Codes]:
    def build(data: Path) -> Codes:
        write_year(data, yml=yml)
        return _codes(data)

    return build


TURN = {
    "ST-003": (_beside_final(), _beside_final(has_drafts=True)),
    "ST-004": (_beside_final(is_damaged=True), _beside_final()),
    "ST-005": (_alone(DRAFT), _alone(YML)),
}
