"""What was made last of the same objects: in a preview people change one year, and wait for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class OfSame(Generic[T]):
    """Keeps under each name what was made last, for as long as it is asked for of the very same objects.

    Objects that are equal are not the same: nothing is compared that may take long or tell too little. What
    is made must depend on nothing else that changes while this lives, and nobody may change the objects.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[tuple[object, ...], T]] = {}

    def get(self, name: Hashable, of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What is known under the name, if it was made ``of`` these objects; else what ``make`` gives."""
        known = self._known.get(name)
        if known is None or not _are_same(known[0], of):
            self._known.pop(name, None)
            self._known[name] = known = of, make()
        return known[1]


def _are_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))
