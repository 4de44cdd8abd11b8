"""Suppliers' declarations as values, without workbooks: invented companies and smelters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from generator.model import CellRef, Metal
from generator.suppliers.declarations import (
    Answer,
    Choice,
    Company,
    Declaration,
    DeclaredSmelter,
    Resolution,
    SmelterEntry,
    Stated,
)
from generator.suppliers.look_ups import LookUp, LookupRow, look_up_of
from generator.suppliers.products import Product
from generator.suppliers.templates import Question, Scope, Template, TemplateKind

GOLD, TIN = Metal.GOLD, Metal.TIN


def stated(text: str, cell: str = "D8", file: str = "a.xlsx") -> Stated:
    return Stated(text, text, CellRef(file, "Declaration", cell))


def known(
    metal: Metal, cid: str, name: str, country: str = "JAPAN", *aliases: str, old_id: str = ""
) -> list[LookupRow]:
    """Rows of a look-up: a smelter under its name and its aliases."""
    return [LookupRow(metal, each, name, country, cid, old_id=old_id) for each in (name, *aliases)]


def look_up(*rows: Sequence[LookupRow], digest: str = "new") -> LookUp:
    return look_up_of(digest, [row for group in rows for row in group])


def entry(
    metal: Metal | None, name: str, cid: str | None = None, country: str = "", **given: Any
) -> SmelterEntry:
    """What a row says; ``reported_id`` is the CID unless given."""
    plain: dict[str, Any] = {
        "raw": ("",) * 17,
        "choice": Choice.NAMED,
        "reported_id": cid or "",
        "resolution": Resolution.INPUT_ID if cid else Resolution.NONE,
        "standard_name": None,
    }
    return SmelterEntry(metal=metal, name=name, cid=cid, country=country, **(plain | given))


def declared(
    supplier: str,
    *entries: SmelterEntry,
    file: str | None = None,
    date: dt.date | None = dt.date(2022, 3, 1),
    scope: Scope | None = Scope.COMPANY,
    description: str = "",
    version: tuple[int, int, str] = (6, 10, ""),
    look_up: LookUp | None = None,
    products: Sequence[str] = (),
    uses: str = "Yes",
) -> Declaration:
    """A supplier's answer with these rows, from row 5 on."""
    file = file or f"{supplier}.xlsx"
    blank = stated("", file=file)
    answers = [
        Answer(Question.ADDED, metal, 1, stated(uses, f"D{26 + at}", file), blank, ("Yes", "No"))
        for at, metal in enumerate(Metal)
    ]
    return Declaration(
        file=file,
        template=Template(TemplateKind.CMRT, "6.1", version, "English"),
        company=Company(stated(supplier, file=file), blank, blank, blank, blank),
        scope=scope,
        scope_stated=stated(str(scope or ""), "D9", file),
        scope_description=stated(description, "D10", file),
        effective_date=date,
        effective_date_stated=blank,
        answers=tuple(answers),
        company_answers=(),
        products=tuple(Product(number, at) for number, at in enumerate(products, start=6)),
        rows=tuple(DeclaredSmelter(file, number, one) for number, one in enumerate(entries, start=5)),
        look_up=look_up or look_up_of("", ()),
    )
