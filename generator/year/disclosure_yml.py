"""``disclosure.yml``: the facts of the year."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..files.yaml_file import KeyPath, read_yaml
from ..model import DisclosureFacts


def read_disclosure_yml(path: Path, shown: str) -> tuple[DisclosureFacts, Mapping[KeyPath, int]]:
    """The facts of ``path`` and the line of each entry; ``shown`` is its name in findings.

    Raises InputError with every mistake.
    """
    return read_yaml(path, shown, DisclosureFacts)
