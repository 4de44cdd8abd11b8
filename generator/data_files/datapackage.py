"""``datapackage.json``: what the CSV file holds, column by column, for programs that read and check it.

Source: Data Package 1.0 and Table Schema 1.0 of the Frictionless specifications.
"""

from __future__ import annotations

import json
from typing import Any

from ..files.formula_safe import formula_safe
from ..model import CID_PATTERN, Asset, Disclosure, Metal, StatusClass
from ..model.columns import Column, Kind
from ..model.list_table import ListTable
from . import statement

_TYPES: dict[Kind, dict[str, Any]] = {
    "text": {"type": "string"},
    "names": {"type": "string"},
    "date": {"type": "date", "format": "default"},
    "yes_no": {"type": "boolean", "trueValues": ["Yes"], "falseValues": ["No"]},
    "year": {"type": "year"},
}


def datapackage(disclosure: Disclosure, table: ListTable, csv: Asset) -> bytes:
    """The description of ``csv`` as UTF-8."""
    stated = disclosure.facts
    package = {
        "profile": "tabular-data-package",
        "name": f"smelters-{disclosure.year}",
        "title": statement.title(disclosure),
        "description": f"{statement.description(disclosure)} {disclosure.terms_text}",
        **({"homepage": address} if (address := stated.registrant.disclosure_url) else {}),
        **({"created": f"{day}T00:00:00Z"} if (day := disclosure.stated_as_of) else {}),
        "contributors": [{"title": name, "role": "author"} for name in stated.registrant_names],
        "sources": [_source(disclosure)],
        **_licenses(disclosure),
        "terms": disclosure.terms_text,
        "period": {
            "first_day": str(disclosure.period.first_day),
            "last_day": str(disclosure.period.last_day),
        },
        **({"as_of": str(day)} if day else {}),
        "unit_of_counting": statement.unit_of_counting(disclosure),
        "resources": [_resource(disclosure, table, csv)],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def _source(disclosure: Disclosure) -> dict[str, str]:
    address = disclosure.facts.filing.edgar_url
    return {"title": statement.filing(disclosure), **({"path": address} if address else {})}


def _licenses(disclosure: Disclosure) -> dict[str, Any]:
    """``licenses`` where terms have an address, which the specification asks for; else nothing."""
    terms = disclosure.facts.terms
    if terms is None or terms.url is None:
        return {}
    return {"licenses": [{"path": terms.url, "title": terms.text}]}


def _resource(disclosure: Disclosure, table: ListTable, csv: Asset) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": f"smelters-{disclosure.year}",
        "path": csv.name,
        "title": "The list of smelters and refiners",
        "format": "csv",
        "mediatype": csv.media_type,
        "encoding": "utf-8",
        "bytes": len(csv.content),
        "hash": f"sha256:{csv.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(disclosure, column) for column in table.columns],
            "primaryKey": ["Address"],
            "missingValues": [""],
        },
    }


def _field(disclosure: Disclosure, column: Column) -> dict[str, Any]:
    return {
        "name": formula_safe(column.heading),
        **_TYPES[column.kind],
        "description": column.meaning,
        "constraints": _constraints(disclosure, column),
    }


def _constraints(disclosure: Disclosure, column: Column) -> dict[str, Any]:
    minerals = (*Metal, *disclosure.facts.other_minerals)
    special: dict[str, dict[str, Any]] = {
        "metal": {"enum": [formula_safe(str(mineral)) for mineral in minerals]},
        "cid": {"pattern": CID_PATTERN},
        "country_code": {"pattern": "[A-Z]{2}"},
        "status": {"enum": _labels(disclosure)},
        "status_class": {"enum": [status_class.value for status_class in StatusClass]},
        "address": {"unique": True},
    }
    return {"required": column.is_always_given, **({} if column.is_own else special.get(column.name, {}))}


def _labels(disclosure: Disclosure) -> list[str]:
    """The labels of the vocabulary, and any other that a row has."""
    stated = [status.label for status in disclosure.facts.statuses]
    of_rows = [row.status.label for row in disclosure.all_rows if row.status]
    return [formula_safe(label) for label in dict.fromkeys([*stated, *of_rows])]
