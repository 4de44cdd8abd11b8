"""``reconcile.yml``: how a year's answers are reviewed; ``suppliers.yml``: whom the filer asked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from ...files.yaml_file import read_yaml
from ...findings import Finding
from ...findings.catalogue import SUPPLIERS_TOLD
from ...model import LineRef
from ...model.counted import counted
from ..review_settings import AskedSuppliers, ReviewSettings

RECONCILE_FILE, SUPPLIERS_FILE = "reconcile.yml", "suppliers.yml"

_ABOVE = """\
# The suppliers that were asked for this year, one a line after '- '. Names of suppliers are for your eyes:
# this file is never committed and never published.
"""


def read_review_settings(folder: Path, shown: str) -> ReviewSettings:
    """The settings of a year's folder; the ordinary ones where it has no such file.

    Raises InputError with every mistake.
    """
    path = folder / RECONCILE_FILE
    if not path.exists():
        return ReviewSettings()
    return read_yaml(path, f"{shown}/{RECONCILE_FILE}", ReviewSettings)[0]


def with_suppliers(
    settings: ReviewSettings, folder: Path, shown: str
) -> tuple[ReviewSettings, tuple[Finding, ...]]:
    """The settings with the suppliers of ``suppliers.yml``, and a finding where others stand in the settings.

    ``suppliers.yml`` holds where both files name suppliers. Raises InputError with every mistake.
    """
    path = folder / SUPPLIERS_FILE
    asked = AskedSuppliers()
    if path.exists():
        asked, _ = read_yaml(path, f"{shown}/{SUPPLIERS_FILE}", AskedSuppliers)
    if not settings.suppliers:
        return settings.model_copy(update={"suppliers": asked.suppliers}), ()
    names = asked.suppliers or settings.suppliers
    number = counted(len(settings.suppliers), "name")
    message = f"{number} of suppliers in the entry 'suppliers', and this file is committed"
    advice = f"Clear the entry: {SUPPLIERS_FILE}, which is not committed, has {counted(len(names), 'name')}."
    found = Finding(SUPPLIERS_TOLD, message, LineRef(f"{shown}/{RECONCILE_FILE}"), advice)
    return settings.model_copy(update={"suppliers": names}), (found,)


def suppliers_yml(names: Iterable[str]) -> str:
    """The text of ``suppliers.yml``."""
    lines = "".join(f"  - {json.dumps(name, ensure_ascii=False)}\n" for name in names)
    return f"{_ABOVE}suppliers:\n{lines}"
