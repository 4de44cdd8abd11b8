"""What the data has for something that a sentence counts: the number, and the fact that gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model import Disclosure, Metal, Status, StatusClass
from ..prose.facilities import Facilities
from ..prose.facts import AllFacts
from .counted import Counts


@dataclass(frozen=True)
class Known:
    """A number of the data, and the facts that give it, each as a section may name it."""

    number: Decimal
    paths: tuple[str, ...]

    @property
    def shown(self) -> str:
        return f"{self.number:,}"


def facilities_counted(counts: Counts, facts: AllFacts) -> Known | None:
    """The number of these facilities; None where the data does not have it."""
    metals: Sequence[Metal | None] = counts.metals or (None,)
    statuses: Sequence[Status | None] = counts.statuses or (None,)
    parts = [_part(facts, metal, status) for metal in metals for status in statuses]
    if counts.in_covered:
        parts = [part.in_covered_countries for part in parts]
    if counts.is_distinct:
        names = {row.name.casefold() for part in parts for row in part.rows}
        rows_tell = all(part.distinct_names is not None for part in parts)
        path = f"{parts[0].path}.distinct_names"
        return Known(Decimal(len(names)), (path,)) if rows_tell else None
    numbers = [part.number for part in parts]
    if any(number is None for number in numbers):
        return None
    total = sum(number for number in numbers if number is not None)
    paths = tuple(
        _path(facts, part, status) for part, (_, status) in zip(parts, _pairs(metals, statuses), strict=True)
    )
    if not counts.is_negated:
        return Known(Decimal(total), _together(facts, counts, paths))
    whole = facilities_counted(Counts(counts.noun, metals=counts.metals), facts)
    return Known(whole.number - total, ()) if whole else None


def share_of_facilities(counts: Counts, facts: AllFacts) -> tuple[Decimal, tuple[str, ...]] | None:
    """Their exact share in those of the same metal, in percent; None where the data does not have it."""
    part = facilities_counted(counts, facts)
    whole = facilities_counted(Counts(counts.noun, metals=counts.metals), facts)
    if part is None or whole is None or not whole.number:
        return None
    base = f"facilities{'.' + counts.metals[0].name.lower() if len(counts.metals) == 1 else ''}"
    paths = tuple(f"{path.removesuffix('.total')}.share_of({base})" for path in part.paths)
    return 100 * part.number / whole.number, paths


def taking_part(disclosure: Disclosure) -> Iterator[tuple[Status, ...]]:
    """The statuses of facilities that take part in a programme: conformant, and with them active."""
    statuses = disclosure.facts.statuses
    conformant = tuple(one for one in statuses if one.status_class is StatusClass.CONFORMANT)
    active = tuple(one for one in statuses if one.status_class is StatusClass.ACTIVE)
    yield from [conformant] if conformant else []
    yield from [conformant + active] if conformant and active else []


def _pairs(
    metals: Sequence[Metal | None], statuses: Sequence[Status | None]
) -> list[tuple[Metal | None, Status | None]]:
    return [(metal, status) for metal in metals for status in statuses]


def _part(facts: AllFacts, metal: Metal | None, status: Status | None) -> Facilities:
    part = facts.facilities.of_metal(metal) if metal else facts.facilities
    return part.of_status(status) if status else part


def _path(facts: AllFacts, part: Facilities, status: Status | None) -> str:
    """The plainest name: by class, where no other label shares it."""
    if status is None:
        return f"{part.path}.total"
    sharing = [
        number for number, one in enumerate(facts.statuses) if one.status_class == status.status_class.value
    ]
    base = part.path.removesuffix(f".of_status({status.label})")
    if len(sharing) == 1:
        return f"{base}.{status.status_class.value}.total"
    number = next(number for number, one in enumerate(facts.statuses) if str(one.label) == status.label)
    return (
        f"statuses[{number}].facilities.total"
        if base == "facilities"
        else f"statuses[{number}].facilities.{base.removeprefix('facilities.')}.total"
    )


def _together(facts: AllFacts, counts: Counts, paths: tuple[str, ...]) -> tuple[str, ...]:
    """One path for all labels of a class, where together they are meant."""
    classes = {status.status_class for status in counts.statuses}
    if len(counts.statuses) > 1 and len(classes) == 1 and len(counts.metals) <= 1:
        of_class = [status for status in facts.statuses if status.status_class == next(iter(classes)).value]
        if len(of_class) == len(counts.statuses):
            base = f"facilities{'.' + counts.metals[0].name.lower() if counts.metals else ''}"
            return (f"{base}.{next(iter(classes)).value}.total",)
    return paths
