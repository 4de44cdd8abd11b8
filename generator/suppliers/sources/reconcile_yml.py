"""``reconcile.yml``: how a year's answers are reviewed; ``suppliers.yml``: whom the filer asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
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
_ALIASES = "\n# Names on answers that stand for a supplier that was asked, where the two differ.\n"


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
    names = asked.suppliers or settings.suppliers
    joined = settings.model_copy(
        update={"suppliers": names, "aliases": {**settings.aliases, **asked.aliases}}
    )
    number = len(settings.suppliers) + len(settings.aliases)
    if not number:
        return joined, ()
    entries = " and ".join(name for name in ("suppliers", "aliases") if getattr(settings, name))
    message = f"{counted(number, 'name')} of suppliers ({entries}) in a file that is committed"
    advice = (
        f"Names stand in {SUPPLIERS_FILE} beside it, which is not committed; formsd reconcile writes it where"
        " there is none. See that it has all of them, and clear them here."
    )
    found = Finding(SUPPLIERS_TOLD, message, LineRef(f"{shown}/{RECONCILE_FILE}"), advice)
    return joined, (found,)


def suppliers_yml(names: Iterable[str], aliases: Mapping[str, str]) -> str:
    """The text of ``suppliers.yml``."""
    asked = "".join(f"  - {_quoted(name)}\n" for name in names)
    others = "".join(f"  {_quoted(name)}: {_quoted(of)}\n" for name, of in aliases.items())
    return f"{_ABOVE}suppliers:\n{asked}{_ALIASES}aliases:\n{others}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
