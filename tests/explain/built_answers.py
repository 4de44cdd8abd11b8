"""What the texts on suppliers' answers tell in words, made as workbooks: with the finding, and mended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.countries.table import standard_countries
from generator.model import Metal, Period
from generator.suppliers.look_ups import EMPTY_LOOK_UP, LookupRow, look_up_of
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import review_answer
from generator.suppliers.rules.across import list_changes_little
from generator.suppliers.workbooks import read_workbook
from tests.explain.sound_year import ALWAYS
from tests.support.cmrt_workbooks import (
    LOOK_UP,
    ROWS,
    Sheets,
    by_id,
    by_name,
    cmrt,
    known,
    not_listed,
    with_inserted,
)

Build = Callable[[Path], set[str]]

_REVIEW = Review(ReviewSettings(), Period(2021), standard_countries().find_code, EMPTY_LOOK_UP)


def _answer(review: Review = _REVIEW, **options: Any) -> Build:
    """An answer that is sound but for this, read and reviewed for 2021."""

    def build(folder: Path) -> set[str]:
        folder.mkdir()
        declaration, found = read_workbook(cmrt(folder / "a.xlsx", **options))
        assert declaration is not None
        return {one.code for one in (*found, *review_answer(declaration, review))} | {ALWAYS}

    return build


def _against_last_year(*cids: str) -> Build:
    """This year's answer names CID900001 alone, last year's these."""

    def build(folder: Path) -> set[str]:
        folder.mkdir()
        given = (("now", ("CID900001",)), ("before", cids))
        now, before = (
            read_workbook(cmrt(folder / f"{name}.xlsx", metals=["Gold"], rows=[by_id(cid) for cid in named]))[
                0
            ]
            for name, named in given
        )
        assert now is not None
        assert before is not None
        return {one.code for one in list_changes_little(now, before)} | {ALWAYS}

    return build


def _answers(answers: Mapping[tuple[int, str], Any], **options: Any) -> Build:
    return _answer(answers=answers, **options)


def _with_row(row: Mapping[str, Any], **options: Any) -> Build:
    return _answer(rows=[*ROWS, row], **options)


def _set(**settings: Any) -> Review:
    """The review with settings of ``reconcile.yml``."""
    return replace(_REVIEW, settings=ReviewSettings(**settings))


def _declaration(**cells: Any) -> Build:
    return _answer(cells={"Declaration": cells})


def _renamed(made: Sheets) -> Sheets:
    return {"smelter list" if name == "Smelter List" else name: cells for name, cells in made.items()}


def _copied(made: Sheets) -> Sheets:
    return {**made, "Smelter List (2)": made["Smelter List"] | {"A5": "CID900002"}}


def _inserted(made: Sheets) -> Sheets:
    return {**made, "Declaration": with_inserted(made["Declaration"], row=20)}


_SOUND = _answer()
_SAYS = {"N": "recycled", "O": "recycled"}
_MINT = by_name("Gold", "Invented Mint", O="Peru")
_KIVU = by_name("Gold", "Invented Mint", O="South Kivu province")
_RECYCLED = by_id("CID900001", N="recycled", O="recycled")

_COMPANY_ANSWER = "Yes, using other format (describe)"
_PRODUCTS = "B. Product (or List of Products)"
_USER = "C. User defined [Specify in 'Description of scope']"
_MANY = tuple(one for n in range(20) for one in known("Gold", f"Works {n}", "PERU", f"CID91{n:04}"))
_NEWEST = replace(
    _REVIEW,
    newest=look_up_of(
        "newest",
        [
            LookupRow(Metal(one.metal), one.name, one.standard_name, one.country, one.cid)
            for one in LOOK_UP
            if one.cid != "CID900003"
        ],
    ),
)
"""Against a list that has lost a smelter of gold."""

_COMPANY: Mapping[str, tuple[Build, Build]] = {
    "CC-001": (_declaration(D18=""), _SOUND),
    "CC-002": (_declaration(D15="same"), _SOUND),
    "CC-003": (_answer(date=dt.date(2029, 1, 1)), _SOUND),
    "CC-004": (_answer(date=dt.date(2020, 12, 31), version="6.01"), _SOUND),
    "CC-005": (_answer(version="6.22"), _SOUND),
    "CC-006": (_answer(scope=_USER), _answer(scope=_USER, description="Invented pumps")),
    "CC-007": (_answer(description="Only the plant in Invented City"), _SOUND),
    "CC-008": (_answer(_set(accept_company_level=False)), _SOUND),
    "CC-009": (_answer(date="soon"), _SOUND),
    "CC-010": (_answer(scope="Everything"), _SOUND),
    "CQ-015": (_answer(company_answers={"D": "No"}), _SOUND),
    "CQ-016": (_declaration(G77=""), _SOUND),
    "CQ-017": (_answer(company_answers={"E": _COMPANY_ANSWER}), _SOUND),
}
_METALS: Mapping[str, tuple[Build, Build]] = {
    "CQ-001": (_answer(rows=ROWS[:3]), _SOUND),
    "CQ-002": (_answer(metals=["Tin", "Tantalum", "Tungsten"]), _SOUND),
    "CQ-003": (
        _answer(metals=[], rows=[], scope=_PRODUCTS, products=[("P-1", "Solder wire")]),
        _answer(metals=[], rows=[], scope=_PRODUCTS, products=[("P-1", "Wooden box")]),
    ),
    "CQ-004": (_answers({(5, "Tin"): "Maybe"}), _answers({(5, "Tin"): "Unknown"})),
    "CQ-005": (_answers({(7, "Tin"): "No"}), _SOUND),
    "CQ-006": (_answers({(6, "Gold"): "Greater than 90%", (3, "Gold"): "Unknown"}), _SOUND),
    "CQ-007": (_answers({(8, "Gold"): "No"}), _SOUND),
    "CQ-008": (_answers({(6, "Gold"): "50% or less", (3, "Gold"): "Unknown", (7, "Gold"): "No"}), _SOUND),
    "CQ-009": (_with_row(by_name("Tin", "Smelter not yet identified")), _SOUND),
    "CQ-010": (
        _with_row({**_MINT, "O": "Peru; Congo, Democratic Republic of the"}),
        _with_row(_MINT),
    ),
    "CQ-011": (_answers({(3, "Gold"): "Yes", (4, "Gold"): "Yes"}), _SOUND),
    "CQ-012": (_answers({(3, "Gold"): "Yes"}), _SOUND),
    "CQ-013": (
        _answers({(5, "Gold"): "Yes"}, rows=[by_id("CID900001", P="No"), *ROWS[1:]]),
        _answers({(5, "Gold"): "Yes"}, rows=[by_id("CID900001", P="Yes", **_SAYS), *ROWS[1:]]),
    ),
    "CQ-014": (
        _with_row(by_name("Gold", "Invented Mint", P="Yes")),
        _with_row(by_name("Gold", "Invented Mint", P="Yes", **_SAYS)),
    ),
}
_SMELTERS: Mapping[str, tuple[Build, Build]] = {
    "CS-001": (_with_row({**_MINT, "F": "1JPN072"}), _with_row({**_MINT, "F": "CID900002"})),
    "CS-002": (
        _with_row(by_name("Gold", "Invented Mint", F="CID999999", E="SWITZERLAND")),
        _with_row({**_MINT, "F": "CID900002"}),
    ),
    "CS-003": (_with_row(by_id("CID900002", B="Tin")), _with_row(by_id("CID900002"))),
    "CS-004": (_with_row({**_MINT, "E": "PERU"}), _with_row({**_MINT, "E": "SWITZERLAND"})),
    "CS-005": (_with_row(by_id("CID900002", F="CID900003")), _with_row(by_id("CID900002", F="CID900002"))),
    "CS-006": (_with_row(by_name("Gold", "Invented Smithy", E="PERU")), _with_row(_MINT)),
    "CS-007": (_with_row(not_listed("Gold", "Invented Mint", "SWITZERLAND")), _with_row(_MINT)),
    "CS-008": (
        _with_row(not_listed("Gold", "China", "CHINA")),
        _with_row(not_listed("Gold", "Invented Smithy", "CHINA")),
    ),
    "CS-009": (_with_row(by_id("CID900001")), _SOUND),
    "CS-010": (_with_row(by_id("CID900003"), review=_NEWEST), _answer(_NEWEST)),
    "CS-011": (
        _answer(look_up=_MANY, metals=["Gold"], rows=[by_id(one.cid, N="Mine X") for one in _MANY]),
        _answer(look_up=_MANY, metals=["Gold"], rows=[by_id(one.cid) for one in _MANY]),
    ),
    "CS-012": (_answer(_set(countries_under_embargo=("Vietnam",))), _SOUND),
    "CS-013": (_against_last_year("CID900002", "CID900003"), _against_last_year("CID900001")),
}

ANSWERS: Mapping[str, tuple[Build, Build]] = {
    **_COMPANY,
    **_METALS,
    **_SMELTERS,
    "CC-011": (_declaration(D16="ina@example"), _declaration(D16="ina@example.com")),
    "CC-012": (_declaration(D17="see above"), _declaration(D17="+49 30 123456")),
    "CF-017": (_answer(arrange=_renamed), _SOUND),
    "CF-018": (_answer(arrange=_copied), _SOUND),
    "CF-020": (_answer(without=("L",)), _SOUND),
    "CF-021": (_with_row({"B": "End of list"}), _SOUND),
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
