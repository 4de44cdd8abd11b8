"""The list of smelters as JSON, and the published schema of that file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ..model import UNIT_OF_COUNTING, Asset, Disclosure
from ..model.columns import COLUMNS, Row, Value
from . import statement

_SCHEMA = Path(__file__).parent / "schema" / "smelters.schema.json"
_VERSION = 1
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_STATED_ONCE = ("registrant", "year")  # for the whole file, not in every row

_FIELDS = tuple((at, column.name) for at, column in enumerate(COLUMNS) if column.name not in _STATED_ONCE)


@cache
def schema_file() -> bytes:
    """The JSON Schema (2020-12) of ``json_file``, the same for every year."""
    return _SCHEMA.read_bytes()


def json_file(disclosure: Disclosure, rows: Iterable[Row], csv: Asset, *, schema_name: str) -> bytes:
    """The list as UTF-8 with exact values, one line a row; ``schema_name`` is the schema's file beside it."""
    records = [_record(row) for row in rows]
    head = json.dumps(
        {"$schema": schema_name, **_head(disclosure, records, csv)}, ensure_ascii=False, indent=2
    )
    lines = ",\n".join(f"    {_ENCODER.encode(record)}" for record in records)
    body = f"[\n{lines}\n  ]" if records else "[]"
    return f'{head[:-2]},\n  "smelters": {body}\n}}\n'.encode()


def rows_sha256(records: Sequence[dict[str, Any]]) -> str:
    """SHA-256 of the rows in canonical form, which is the same however a file is laid out.

    Source: RFC 8785; names of fields are ASCII and there are no numbers, so sorting and no blanks suffice.
    """
    canonical = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _record(row: Row) -> dict[str, Any]:
    return {name: _json_value(row[at]) for at, name in _FIELDS}


def _json_value(value: Value) -> str | int | bool | list[str] | None:
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _head(disclosure: Disclosure, records: Sequence[dict[str, Any]], csv: Asset) -> dict[str, Any]:
    stated = disclosure.facts
    return {
        "schema_version": _VERSION,
        "title": statement.title(disclosure),
        "description": statement.description(disclosure),
        "registrant": {
            "name": stated.registrant.name,
            "commission_file_number": stated.registrant.commission_file_number,
            "disclosure_url": stated.registrant.disclosure_url,
        },
        "period": {
            "year": disclosure.year,
            "first_day": disclosure.period.first_day.isoformat(),
            "last_day": disclosure.period.last_day.isoformat(),
        },
        "filing": {
            "form": stated.filing.form_name,
            "state": stated.filing.state,
            "date": _json_value(stated.filing.date),
            "edgar_url": stated.filing.edgar_url,
        },
        "as_of": disclosure.as_of.isoformat(),
        "notice": stated.notice,
        "terms": {
            "text": disclosure.terms_text if stated.terms is None else stated.terms.text,
            "url": stated.terms.url if stated.terms else None,
        },
        "unit_of_counting": UNIT_OF_COUNTING,
        "counts": {"rows": len(records), "by_metal": statement.rows_by_metal(disclosure)},
        "statuses": _statuses(disclosure),
        "covered_countries": [
            {"name": name, "code": code} for name, code in statement.covered_countries(disclosure)
        ],
        "checksums": {
            "rows": {
                "sha256": rows_sha256(records),
                "of": "the value of smelters in canonical form (RFC 8785)",
            },
            "csv": {"file": csv.name, "bytes": len(csv.content), "sha256": csv.sha256},
        },
    }


def _statuses(disclosure: Disclosure) -> list[dict[str, Any]]:
    return [
        {
            "label": status.label,
            "class": status.status_class.value,
            "definition": status.definition,
            "list": status.list_name,
            "as_of": _json_value(status.as_of),
            "rows": statement.rows_of_status(disclosure, status),
        }
        for status in disclosure.facts.statuses
    ]
