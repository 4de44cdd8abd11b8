"""What changed against the year before, as CSV and JSON: each row with both of its states."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from ..files.formula_safe import formula_safe
from ..model import Asset, Disclosure, Smelter
from ..years.changes import Kind, ListChanges, RowChange
from . import statement

_VERSION = 1
_BYTE_ORDER_MARK = "\ufeff"
_STATE: dict[str, Callable[[Smelter], str | None]] = {
    "name": lambda row: row.name,
    "cid": lambda row: row.cid,
    "country": lambda row: row.country.name if row.country else None,
    "country_code": lambda row: row.country.code if row.country else None,
    "city": lambda row: row.city,
    "status": lambda row: row.status.label if row.status else None,
    "status_class": lambda row: row.status.status_class.value if row.status else None,
    "row": lambda row: row.anchor,
}
"""What a file says of a row in one of the two years; ``row`` is its address in that year's annex."""


def changes_files(disclosure: Disclosure, changes: ListChanges) -> tuple[Asset, ...]:
    """Both files, in the folder of the page that shows the changes."""
    folder, years = f"{disclosure.year}/changes", f"{changes.year_before} to {changes.year}"
    return (
        Asset(
            f"{folder}/changes-{disclosure.year}.csv",
            _csv(changes),
            title=f"Changes from {years} as a table",
            purpose="Each row that changed, with what it was and what it is.",
            media_type="text/csv",
        ),
        Asset(
            f"{folder}/changes-{disclosure.year}.json",
            _json(disclosure, changes),
            title=f"Changes from {years} for programs",
            purpose="The same rows, with the kinds of change and what was compared.",
            media_type="application/json",
        ),
    )


def _csv(changes: ListChanges) -> bytes:
    """UTF-8 with byte order mark and CRLF, as the list itself; an empty cell says nothing of that year."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    states = [f"{name}_{when}" for name in _STATE for when in ("before", "now")]
    writer.writerow(["changes", "metal", *states, "may_be_the_same_as"])
    for change in changes.changes:
        cells = [
            read(row) if row else None for read in _STATE.values() for row in (change.before, change.after)
        ]
        kinds = "; ".join(kind.words for kind in change.kinds)
        perhaps = change.perhaps.called if change.perhaps else ""
        writer.writerow(
            [formula_safe(cell or "") for cell in (kinds, change.row.metal.value, *cells, perhaps)]
        )
    return (_BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def _json(disclosure: Disclosure, changes: ListChanges) -> bytes:
    stated = {
        "schema_version": _VERSION,
        "title": f"{statement.title(disclosure)}: changes since {changes.year_before}",
        "registrant": disclosure.facts.registrant.name,
        "year": changes.year,
        "year_before": changes.year_before,
        "state": disclosure.facts.filing.state,
        "notice": disclosure.facts.notice_on_top or None,
        "rows_before": changes.rows_before,
        "rows": changes.rows,
        "unchanged": changes.unchanged,
        "counts": {kind.value: changes.count(kind) for kind in Kind},
        "kinds": {kind.value: kind.words for kind in Kind},
        "compared": sorted({"metal", "name", *changes.compared}),
        "status_words": dict(zip(("before", "now"), map(list, changes.other_words), strict=True))
        if changes.other_words
        else None,
    }
    head = json.dumps(stated, ensure_ascii=False, indent=2)
    lines = ",\n".join(f"    {json.dumps(_record(one), ensure_ascii=False)}" for one in changes.changes)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{head[:-2]},\n  "changes": {body}\n}}\n'.encode()


def _record(change: RowChange) -> dict[str, Any]:
    """One change. ``before`` null: the row is new; ``now`` null: it is gone."""
    found = {
        "kinds": [kind.value for kind in change.kinds],
        "metal": change.row.metal.value,
        "before": _state(change.before),
        "now": _state(change.after),
    }
    return found | ({"may_be_the_same_as": _state(change.perhaps)} if change.perhaps else {})


def _state(row: Smelter | None) -> dict[str, str] | None:
    """What the list says of the row; what it does not give is left out."""
    if row is None:
        return None
    return {name: value for name, read in _STATE.items() if (value := read(row))}
