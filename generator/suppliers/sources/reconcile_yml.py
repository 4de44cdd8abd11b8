"""``reconcile.yml``: how a year's answers are reviewed."""

from __future__ import annotations

from pathlib import Path

from ...files.yaml_file import read_yaml
from ..review_settings import ReviewSettings

RECONCILE_FILE = "reconcile.yml"


def read_review_settings(folder: Path, shown: str) -> ReviewSettings:
    """The settings of a year's folder; the ordinary ones where it has no such file.

    Raises InputError with every mistake.
    """
    path = folder / RECONCILE_FILE
    if not path.exists():
        return ReviewSettings()
    return read_yaml(path, f"{shown}/{RECONCILE_FILE}", ReviewSettings)[0]
