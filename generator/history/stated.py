"""What a filing gives for ``disclosure.yml``, each with its place; and what is to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..findings import Finding
from ..findings.catalogue import IMPORT_TO_CONFIRM
from ..model import LineRef, Passage

Path = tuple[str, ...]
"""The entries that lead to a value: ``("survey", "suppliers")``."""


@dataclass(frozen=True)
class Known:
    """A fact as the filing gives it."""

    path: Path
    value: Any
    """Text, yes or no, a list or a mapping, as ``disclosure.yml`` writes it."""
    where: LineRef
    words: str
    """The words of the filing from which it was taken."""


@dataclass
class Gathered:
    """What is gathered of a filing, in the order in which it is read."""

    facts: list[Known] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    """What is to be confirmed."""

    def know(self, path: Path, value: object, passage: Passage) -> None:
        """Keeps a fact; the first one of a path stays."""
        if all(one.path != path for one in self.facts):
            self.facts.append(Known(path, value, passage.where, passage.text))

    def doubt(self, message: str, where: LineRef, advice: str) -> None:
        """Keeps what is not sure, for a person to look at."""
        self.notes.append(Finding(IMPORT_TO_CONFIRM, message, where, advice))

    def find(self, *path: str) -> Any:
        """The value of a path; None where it is not known."""
        return next((one.value for one in self.facts if one.path == path), None)

    def change(self, path: Path, value: object) -> None:
        """Writes a known fact otherwise; its place stays."""
        self.facts = [replace(one, value=value) if one.path == path else one for one in self.facts]

    def forget(self, paths: Iterable[Path]) -> None:
        gone = set(paths)
        self.facts = [one for one in self.facts if one.path not in gone]


def as_tree(facts: Sequence[Known]) -> dict[str, Any]:
    """The facts as ``disclosure.yml`` nests them."""
    tree: dict[str, Any] = {}
    for fact in facts:
        at = tree
        for key in fact.path[:-1]:
            at = at.setdefault(key, {})
        at[fact.path[-1]] = fact.value
    return tree


def places(facts: Sequence[Known]) -> Mapping[Path, Known]:
    """The facts by their paths."""
    return {fact.path: fact for fact in facts}
