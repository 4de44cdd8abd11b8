"""Facts that ``disclosure.yml`` can state: what was read in a shape that it cannot hold is told instead."""

from __future__ import annotations

from pydantic import ValidationError

from ..model import DisclosureFacts, Route
from .stated import Gathered, Known, Path, as_tree

_ROUNDS = 10


def leave_unusable(into: Gathered, year: int) -> None:
    """Forgets each fact that would be a mistake in the file, and notes it."""
    for _ in range(_ROUNDS):
        wrong = _wrong(into, year)
        if not wrong:
            return
        for fact in wrong:
            shown = f"'{fact.value}'" if isinstance(fact.value, str) else "what was read of it"
            name = ".".join(fact.path)
            into.doubt(
                f"{name} cannot be {shown}; it was left out", fact.where, "Write it into disclosure.yml."
            )
        into.forget(fact.path for fact in wrong)


def _wrong(into: Gathered, year: int) -> list[Known]:
    """The facts that do not fit, by the entries of which the model complains."""
    kept = [fact for fact in into.facts if fact.path[0] not in ("annex", "definition", "exhibit", "period")]
    tree = as_tree(kept)
    tree |= {"period": year, "form": {**tree.get("form", {}), "route": Route.REPORT.value}}
    tree["filing"] = {"state": "final", "signed_elsewhere": "-", **tree.get("filing", {})}
    try:
        DisclosureFacts.model_validate(tree)
    except ValidationError as problem:
        places = [tuple(map(str, one["loc"])) for one in problem.errors()]
        return [fact for fact in kept if any(_is_about(fact.path, place) for place in places)]
    return []


def _is_about(path: Path, place: Path) -> bool:
    """Whether a complaint is about a fact, or about an entry that lacks another one beside it."""
    return place[: len(path)] == path or (len(path) > 1 and len(place) > 1 and place[:-1] == path[:-1])
