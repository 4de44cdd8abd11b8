"""Of several places that may say a fact, what is taken: one value, or none, and then it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Passage
from ..model.counted import named
from .stated import Gathered, Path


@dataclass(frozen=True)
class Candidate:
    """What a passage may say of a fact."""

    value: str
    passage: Passage


def chosen(found: Sequence[Candidate], path: Path, what: str, into: Gathered) -> str | None:
    """Keeps the one value that the places give; where they give several, none, and a note says which."""
    values = list(dict.fromkeys(one.value for one in found))
    if len(values) == 1:
        into.know(path, values[0], found[0].passage)
        return values[0]
    if values:
        said = named([f"'{value}'" for value in values])
        message = f"{what} may be any of {said}; none was taken"
        advice = f"Look which one is meant, and write it below {path[0]}.{path[-1]} in disclosure.yml."
        into.doubt(message, found[0].passage.where, advice)
    return None
