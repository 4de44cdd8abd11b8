"""``disclosure.yml``: the facts of the year."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files.yaml_file import notes_on_yaml, read_yaml
from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..model import DisclosureFacts, OwnFacts


def read_disclosure_yml(path: Path, shown: str) -> tuple[DisclosureFacts, Mapping[KeyPath, int]]:
    """The facts of ``path`` and the line of each entry; ``shown`` is its name in findings.

    A filing that is restated may lack facts that the form of a new one needs. Raises InputError with every
    mistake.
    """
    return read_yaml(path, shown, DisclosureFacts, choose=_model_for)


def notes_on_disclosure_yml(path: Path, shown: str) -> tuple[Finding, ...]:
    """What stands in ``path`` and is not read, and may be a part of a text; none of a file with mistakes."""
    return notes_on_yaml(path, shown, DisclosureFacts)


def names_a_list(path: Path, shown: str) -> bool:
    """Whether ``path`` has entries that say how a list is shown, whatever mistakes stand in it.

    False where it cannot be read: then nobody knows.
    """
    entries: dict[str, Any] = {}

    def keep(stated: Mapping[str, Any]) -> type[DisclosureFacts]:
        entries.update(stated)
        return DisclosureFacts

    with suppress(InputError):
        read_yaml(path, shown, DisclosureFacts, choose=keep)
    return bool(entries.get("annex") or entries.get("lists"))


def _model_for(stated: Mapping[str, Any]) -> type[DisclosureFacts]:
    filing = stated.get("filing")
    is_restated = isinstance(filing, dict) and filing.get("signed_elsewhere")
    return DisclosureFacts if is_restated else OwnFacts
