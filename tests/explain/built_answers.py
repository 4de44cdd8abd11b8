"""What the texts on suppliers' answers tell in words, made as workbooks: with the finding, and mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.countries.table import standard_countries
from generator.model import Period
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import review_answer
from generator.suppliers.workbooks import read_cmrt
from tests.explain.sound_year import ALWAYS
from tests.support.cmrt_workbooks import ROWS, Sheets, by_id, by_name, cmrt, with_inserted

Build = Callable[[Path], set[str]]

_REVIEW = Review(ReviewSettings(), Period(2021), standard_countries().find_code, EMPTY_LOOK_UP)


def _answer(**options: Any) -> Build:
    """An answer that is sound but for this, read and reviewed for 2021."""

    def build(folder: Path) -> set[str]:
        folder.mkdir()
        declaration, found = read_cmrt(cmrt(folder / "a.xlsx", **options))
        assert declaration is not None
        return {one.code for one in (*found, *review_answer(declaration, _REVIEW))} | {ALWAYS}

    return build


def _declaration(**cells: Any) -> Build:
    return _answer(cells={"Declaration": cells})


def _renamed(made: Sheets) -> Sheets:
    return {"smelter list" if name == "Smelter List" else name: cells for name, cells in made.items()}


def _copied(made: Sheets) -> Sheets:
    return {**made, "Smelter List (2)": made["Smelter List"] | {"A5": "CID900002"}}


def _inserted(made: Sheets) -> Sheets:
    return {**made, "Declaration": with_inserted(made["Declaration"], row=20)}


_SOUND = _answer()
_MINT = by_name("Gold", "Invented Mint", O="Peru")
_KIVU = by_name("Gold", "Invented Mint", O="South Kivu province")
_RECYCLED = by_id("CID900001", N="recycled", O="recycled")

ANSWERS: Mapping[str, tuple[Build, Build]] = {
    "CC-011": (_declaration(D16="ina@example"), _declaration(D16="ina@example.com")),
    "CC-012": (_declaration(D17="see above"), _declaration(D17="+49 30 123456")),
    "CF-017": (_answer(arrange=_renamed), _SOUND),
    "CF-018": (_answer(arrange=_copied), _SOUND),
    "CF-019": (_answer(arrange=_inserted), _SOUND),
    "CQ-018": (_answer(rows=[*ROWS, _KIVU]), _answer(rows=[*ROWS, _MINT])),
    "CQ-019": (_answer(rows=[*ROWS, by_id("CID900023")]), _SOUND),
    "CQ-020": (
        _answer(rows=[_RECYCLED, *ROWS[1:]]),
        _answer(rows=[_RECYCLED, *ROWS[1:]], answers={(5, "Gold"): "Yes"}),
    ),
    "CQ-021": (_declaration(G77="see attached"), _declaration(G77="www.example.com/policy")),
    "CS-014": (
        _answer(rows=[*ROWS[:2], by_name("Tin", "Invented Tin Works", F="cid900021"), ROWS[3]]),
        _SOUND,
    ),
}
"""By code: with the finding, and mended."""
