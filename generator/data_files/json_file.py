"""The list of smelters as JSON, and the published schema of that file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ..model import Asset, Charter, Disclosure, Filing, Period, Registrant
from ..model.columns import Column, Value
from ..model.list_table import ListTable, Row
from . import statement

_SCHEMA = Path(__file__).parent / "schema" / "smelters.schema.json"
_VERSION = 2
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_STATED_ONCE = ("registrant", "year")  # for the whole file, not in every row
_ONLY_WHERE_GIVEN = frozenset(
    {"co_registrants", "lists", "own_columns", "stated_counts", "statuses", "signs", "covered_countries"}
)
"""Fields of the file that are not there where the filer gives nothing for them."""


@cache
def schema_file() -> bytes:
    """The JSON Schema (2020-12) of ``json_file``, the same for every year."""
    return _SCHEMA.read_bytes()


def json_file(disclosure: Disclosure, table: ListTable, csv: Asset, *, schema_name: str) -> bytes:
    """The list as UTF-8 with exact values, one line a row; ``schema_name`` is the schema's file beside it.

    A field that the filer does not give for any row is in none.
    """
    records = [_record(table.columns, row) for row in table.rows]
    stated = {"$schema": schema_name, **_head(disclosure, table, records, csv)}
    head = json.dumps(stated, ensure_ascii=False, indent=2)
    lines = ",\n".join(f"    {_ENCODER.encode(record)}" for record in records)
    body = f"[\n{lines}\n  ]" if records else "[]"
    return f'{head[:-2]},\n  "smelters": {body}\n}}\n'.encode()


def rows_sha256(records: Sequence[dict[str, Any]]) -> str:
    """SHA-256 of the rows in canonical form, which is the same however a file is laid out.

    Source: RFC 8785; names of fields are ASCII and there are no numbers, so sorting and no blanks suffice.
    """
    canonical = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _record(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """The fields of a row; the filer's own columns stand together in one, by their keys."""
    cells = list(zip(columns, map(_json_value, row), strict=True))
    own = {column.name: value for column, value in cells if column.is_own}
    fields = {
        column.name: value for column, value in cells
        if not column.is_own and column.name not in _STATED_ONCE
    }  # fmt: skip
    return {**fields, **({"own": own} if own else {})}


def _json_value(value: Value) -> str | int | bool | list[str] | None:
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _head(
    disclosure: Disclosure, table: ListTable, records: Sequence[dict[str, Any]], csv: Asset
) -> dict[str, Any]:
    """What the file says before its rows, in the order of the schema."""
    stated = disclosure.facts
    head = {
        "schema_version": _VERSION,
        "title": statement.title(disclosure),
        "description": statement.description(disclosure),
        "registrant": _registrant(stated.registrant),
        "co_registrants": [_registrant(one) for one in stated.co_registrants],
        "period": _period(disclosure.period),
        "filing": _filing(stated.filing),
        **({"as_of": day.isoformat()} if (day := disclosure.stated_as_of) else {}),
        "notice": stated.notice_on_top or None,
        "terms": _terms(disclosure),
        "unit_of_counting": statement.unit_of_counting(disclosure),
        "counts": _counts(disclosure),
        "lists": [
            {"title": one.title, "rows": number, "is_part_of_the_totals": one.is_counted}
            for one, number in statement.rows_by_list(disclosure)
        ],
        "own_columns": [
            {"name": column.name, "heading": column.heading, "meaning": column.meaning}
            for column in table.columns
            if column.is_own
        ],
        "stated_counts": _stated_counts(disclosure),
        "statuses": _statuses(disclosure),
        "signs": _signs(disclosure),
        "covered_countries": [
            {"name": name, "code": code} for name, code in statement.covered_countries(disclosure)
        ],
        "checksums": _checksums(records, csv),
    }
    return {name: value for name, value in head.items() if value or name not in _ONLY_WHERE_GIVEN}


def _period(period: Period) -> dict[str, Any]:
    return {
        "year": period.year,
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
    }


def _filing(filing: Filing) -> dict[str, Any]:
    return {
        "form": filing.form_name,
        "state": filing.state,
        "date": _json_value(filing.date),
        "edgar_url": filing.edgar_url,
    }


def _terms(disclosure: Disclosure) -> dict[str, Any]:
    """The terms of use, or the sentence that none are stated; without an address it is null."""
    terms = disclosure.facts.terms
    return {"text": terms.text if terms else disclosure.terms_text, "url": terms.url if terms else None}


def _checksums(records: Sequence[dict[str, Any]], csv: Asset) -> dict[str, Any]:
    rows = {"sha256": rows_sha256(records), "of": "the value of smelters in canonical form (RFC 8785)"}
    return {"rows": rows, "csv": {"file": csv.name, "bytes": len(csv.content), "sha256": csv.sha256}}


def _registrant(registrant: Charter) -> dict[str, str]:
    """The name, and of the rest what is known."""
    stated = {
        "name": registrant.name,
        "translation": registrant.translation,
        "commission_file_number": registrant.commission_file_number,
        "cik": registrant.cik,
        "disclosure_url": registrant.disclosure_url if isinstance(registrant, Registrant) else None,
    }
    return {name: value for name, value in stated.items() if value}


def _counts(disclosure: Disclosure) -> dict[str, Any]:
    others = statement.rows_by_other_mineral(disclosure)
    counted = {"in_totals": len(disclosure.smelters)} if statement.rows_not_counted(disclosure) else {}
    return {
        "rows": len(disclosure.all_rows),
        **counted,
        "by_metal": statement.rows_by_metal(disclosure),
        **({"by_other_mineral": others} if others else {}),
    }


def _stated_counts(disclosure: Disclosure) -> dict[str, Any]:
    """The counts that the filing states itself; empty where it states none."""
    counts = disclosure.facts.counts
    stated = counts.model_dump(mode="json", exclude_none=True) if counts else {}
    return {name: value for name, value in stated.items() if value != {}}


def _signs(disclosure: Disclosure) -> list[dict[str, str]]:
    annex = disclosure.facts.annex
    statuses = [(status.mark, status.label) for status in disclosure.facts.statuses if status.mark]
    notes = [(note.mark, note.text) for note in annex.notes] if annex else []
    return [{"sign": sign, "text": text} for sign, text in (*statuses, *notes)]


def _statuses(disclosure: Disclosure) -> list[dict[str, Any]]:
    """The vocabulary; without numbers of rows where the list gives no statuses."""
    counted = disclosure.gives("status")
    return [
        {
            "label": status.label,
            "class": status.status_class.value,
            "definition": status.definition,
            "list": status.list_name,
            "as_of": _json_value(status.as_of),
            **({"rows": statement.rows_of_status(disclosure, status)} if counted else {}),
        }
        for status in disclosure.facts.statuses
    ]
