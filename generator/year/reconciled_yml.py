"""``reconciled.yml`` beside the list: written by a reconciliation, read by every check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import InputError
from ..files.together import CHANGES
from ..files.yaml_file import read_yaml
from ..findings import Finding
from ..findings.catalogue import RUN_UNFINISHED
from ..model import LineRef
from ..model.stated.reconciled import LastReconciliation

RECONCILED_FILE = "reconciled.yml"

_ABOVE = """\
# What the last run of 'formsd reconcile' gave. 'formsd check' compares the disclosure with it.
# It names no supplier: keep it beside smelters.xlsx, and commit both. The next run writes it anew.
"""


def read_reconciled(folder: Path, shown: str) -> LastReconciliation | None:
    """None where the year's list was never reconciled. Raises InputError with every mistake.

    FI-007 is one: a reconciliation was stopped, and list and figures may not belong together.
    """
    if (folder / "review" / CHANGES).is_dir():
        message = "a reconciliation was stopped before all its files were in their places"
        advice = f"Run 'formsd reconcile {folder.name}' again: it first ends what was begun."
        raise InputError([Finding(RUN_UNFINISHED, message, LineRef(f"{shown}/review/{CHANGES}"), advice)])
    path = folder / RECONCILED_FILE
    if not path.exists():
        return None
    return read_yaml(path, f"{shown}/{RECONCILED_FILE}", LastReconciliation)[0]


def reconciled_yml(last: LastReconciliation) -> str:
    """The text of the file; every text in quotes, so that YAML reads it as it stands."""
    return _ABOVE + "".join(f"{line}\n" for line in _lines(last.model_dump(mode="json", exclude_none=True)))


def _lines(entries: Mapping[str, object]) -> Iterator[str]:
    for name, value in entries.items():
        if isinstance(value, dict) and value:
            yield f"{name}:"
            yield from (f"  {_key(key)}: {_scalar(one)}" for key, one in value.items())
        elif isinstance(value, list) and value:
            yield f"{name}:"
            for one in value:
                yield f"  - {_in_line(one) if isinstance(one, dict) else _scalar(one)}"
        elif value not in ({}, []):
            yield f"{name}: {_scalar(value)}"


def _in_line(entry: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{name}: {_scalar(value)}" for name, value in entry.items()) + "}"


def _key(name: str) -> str:
    return (
        name if name.replace("_", "").isalpha() and name.isascii() else json.dumps(name, ensure_ascii=False)
    )


def _scalar(value: object) -> str:
    """A number as it is, a text in quotes, a list in brackets."""
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
