"""A short run of ``benchmarks/leaks``: values are found however they are written and wherever they stand."""

from __future__ import annotations

import pytest

from benchmarks.leaks.plants import FILE_ROUTES, Outcome, Plant, outcomes
from benchmarks.leaks.table import Spelling, spellings
from benchmarks.leaks.year_routes import ROUTES as YEAR_ROUTES

PLANTED = (
    ("Krokodek Parts Ltd.", "legal form written out", "PDF: text"),
    ("Brünhäuser Söhne GmbH", "umlauts as two letters", "workbook: note"),
    ("Quandel & Fürst GmbH & Co. KG", "ampersand as und", "ZIP in a ZIP"),
    ("Oskalden (Shenzhen) Precision Co., Ltd.", "brackets dropped", "HTML: comment over lines"),
    ("Micro-Zentrik AG", "hyphen as blank", "SVG: words apart"),
    ("Applebrook's Tooling plc", "typographic apostrophe", "mkdocs.yml: inherited"),
    ("Jolanda Q. Vestergreen", "last name first", "JSON: base64"),
    ("Dr. Ximena Fuentebella Orrantia", "one last name", "list: footnote"),
    ("jorina.veld@blenkhouse-forge.example", "at in square brackets", "PDF: attachment"),
    ("o.trimbal@gmail.com", "at in brackets", "disclosure.yml: product"),
    ("+49 (0)7032 5550-142", "double nought", "document: runs inside words"),
    ("+1 (419) 555-0187", "points", "section"),
    ("CFO refuses to sign. Do not quote their 62% response rate!", "first sentence", "PNG: behind the end"),
)  # fmt: skip
"""Value, way of writing and route; each value once, so that one round holds them all."""


def spelling(value: str, way: str) -> Spelling:
    return next(one for one in spellings() if (one.value, one.way) == (value, way))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Plant, Outcome]:
    plants = [Plant(spelling(value, way), route) for value, way, route in PLANTED]
    return dict(outcomes(plants, tmp_path_factory.mktemp("leaks")))


def test_each_plant_is_caught(found: dict[Plant, Outcome]) -> None:
    assert {(one.spelling.value, one.route): str(said) for one, said in found.items()} == {
        (value, route): "caught" for value, _, route in PLANTED
    }


def test_the_table_holds_what_the_measure_promises() -> None:
    recognised = [one for one in spellings() if one.is_recognised]
    assert len(recognised) >= 200
    assert any(not one.is_recognised for one in spellings())
    assert len({(one.value, one.way) for one in recognised}) == len(recognised)
    assert len(FILE_ROUTES) + len(YEAR_ROUTES) >= 100
