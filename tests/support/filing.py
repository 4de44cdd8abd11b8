"""Small disclosures made by hand after the 2021 filing, for tests that need no files."""

from __future__ import annotations

from typing import Any

from generator.model import (
    CellRef,
    Country,
    Disclosure,
    DisclosureFacts,
    Metal,
    OwnFile,
    Period,
    Smelter,
)
from tests.support.builders import form_texts
from tests.support.wording import wording

STATED: dict[str, Any] = {
    "registrant": {
        "name": "Qualys, Inc.",
        "short_name": "Qualys",
        "jurisdiction": "Delaware",
        "commission_file_number": "001-35662",
        "address": {
            "street": "919 E. Hillsdale Boulevard, 4th Floor",
            "city": "Foster City",
            "state": "California",
            "zip": "94404",
        },
        "contact": {
            "name": "Bruce K. Posey",
            "title": "Chief Legal Officer and Corporate Secretary",
            "telephone": "(650) 801-6100",
        },
        "disclosure_url": "https://investor.qualys.com/financials-filings/sec-filings",
    },
    "period": 2021,
    "form": {"route": "conflict-minerals-report"},
    "filing": {
        "state": "final",
        "signed_on": "2022-05-31",
        "date": "2022-05-31",
        "signatory": {"name": "Bruce K. Posey", "title": "Chief Legal Officer and Corporate Secretary"},
        "signed_elsewhere": "Signed and filed in 2022",
    },
    "products": {"description": "scanner appliances", "categories": [{"name": "Scanner appliances"}]},
    "survey": {"suppliers": 7, "answered": 7, "answer_level": "company"},
    "statuses": [
        {
            "label": "Full Compliant",
            "class": "conformant",
            "definition": "On the list.",
            "as_of": "2022-03-01",
        },
        {"label": "Indeterminable", "class": "indeterminable", "definition": "On no list."},
    ],
    "annex": {"title": "Annex I – Smelter list", "columns": ["metal", "name", "country_as_filed", "status"]},
}


def restated(
    *, rows: tuple[dict[str, Any], ...] = (), files: tuple[OwnFile, ...] = (), **changes: Any
) -> Disclosure:
    """The filing with ``changes`` by path, dots as two underscores: ``registrant__ein="77-0534145"``."""
    stated = _changed(STATED, changes)
    facts = DisclosureFacts.model_validate(stated)
    period = Period(facts.period)
    smelters = tuple(_smelter(facts, number, row) for number, row in enumerate(rows))
    return Disclosure(
        period, facts, smelters, sections=(), form_files=form_texts(), own_files=files, wording=wording()
    )


def _changed(stated: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    found = dict(stated)
    for path, value in changes.items():
        first, _, rest = path.partition("__")
        found[first] = _changed(found.get(first, {}), {rest: value}) if rest else value
    return found


def _smelter(facts: DisclosureFacts, number: int, row: dict[str, Any]) -> Smelter:
    """A row from its differences to a plain one; ``status`` is the number of the status, None is none."""
    given = {
        "metal": Metal.GOLD,
        "name": "8853 S.p.A.",
        "country": Country("IT", "ITALY", "Italy"),
        "anchor": f"row-{number}",
        "where": CellRef("smelters.xlsx", "Smelter List", f"A{number + 2}"),
        **row,
    }
    number = given.get("status", 0 if facts.statuses else None)
    return Smelter(**{**given, "status": None if number is None else facts.statuses[number]})
