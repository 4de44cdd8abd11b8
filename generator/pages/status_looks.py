"""How a status looks in pictures, legends and tables, so that it is told by more than its color.

Its class gives the color. The first label of a class has the shape and the pattern of the class; a further
label of that class has a shape and a pattern that no other label of the vocabulary has. ``components.css``
draws the same shapes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle

from ..model import StatusClass
from ..prose.facts import AllFacts

NONE = "none"
"""Stands in the place of a class for facilities for which no status is given."""


@dataclass(frozen=True)
class Look:
    """Marker and pattern of one status."""

    css: str
    """What stands behind ``fsd-status--``: its class, and its shape where that is not the class' own."""
    color: str
    """The class as CSS spells it: ``not-conformant``."""
    slug: str
    """Its name in addresses inside a picture; no other status has it."""
    pattern: str
    """Name of the pattern that fills its part of a bar; ``solid``: none."""
    outline: str
    """Its marker as a path in a square of 10 pixels."""


_OUTLINES: dict[str, str] = {
    StatusClass.CONFORMANT: "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z",
    StatusClass.ACTIVE: "M5 .5L10 9.5H0Z",
    StatusClass.INDETERMINABLE: "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0ZM5 2A3 3 0 1 0 5 8A3 3 0 1 0 5 2Z",
    StatusClass.NOT_CONFORMANT: "M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2Z",
    StatusClass.NOT_ENROLLED: "M.5 .5V9.5H9.5V.5ZM2.5 2.5H7.5V7.5H2.5Z",
    StatusClass.OTHER: "M0 3.5H10V6.5H0Z",
    NONE: "M3 5A2 2 0 1 1 7 5A2 2 0 1 1 3 5Z",
}

_PATTERNS: dict[str, str] = {
    StatusClass.CONFORMANT: "solid",
    StatusClass.ACTIVE: "rising",
    StatusClass.INDETERMINABLE: "dots",
    StatusClass.NOT_CONFORMANT: "crosses",
    StatusClass.NOT_ENROLLED: "level",
    StatusClass.OTHER: "upright",
    NONE: "empty",
}

_MORE_OUTLINES: dict[str, str] = {
    "diamond": "M5 0L10 5L5 10L0 5Z",
    "down": "M0 .5H10L5 9.5Z",
    "plus": "M3.5 0H6.5V3.5H10V6.5H6.5V10H3.5V6.5H0V3.5H3.5Z",
    "hourglass": "M0 0H10L6 5L10 10H0L4 5Z",
    "right": "M.5 0L9.5 5L.5 10Z",
    "left": "M9.5 0L.5 5L9.5 10Z",
    "half": "M0 5L10 5A5 5 0 0 1 0 5Z",
    "stairs": "M0 0H5V5H10V10H0Z",
    "arrow": "M5 0L10 5H7V10H3V5H0Z",
}
_MORE_PATTERNS = (
    "falling", "grid", "rings", "squares", "zigzag", "dashes",
    "rising", "dots", "crosses", "level", "upright",
)  # fmt: skip


def css_slug(status_class: str) -> str:
    """The class of a status as CSS classes and data attributes spell it: ``not-conformant``."""
    return status_class.replace("_", "-")


def status_looks(statuses: Iterable[tuple[str, str]]) -> dict[str, Look]:
    """Label to look, for the labels of a vocabulary with their classes, in its order.

    With more labels than there are shapes, the shapes begin again.
    """
    known = list(statuses)
    shapes = cycle(_MORE_OUTLINES.items())
    own = {_PATTERNS[status_class] for _, status_class in known}
    patterns = cycle([pattern for pattern in _MORE_PATTERNS if pattern not in own])
    found: dict[str, Look] = {}
    seen: set[str] = set()
    for label, status_class in known:
        if status_class in seen:
            shape, outline = next(shapes)
            found[label] = _further(css_slug(status_class), shape, outline, next(patterns), len(found))
        else:
            found[label] = look_of(status_class)
        seen.add(status_class)
    return found


def look_of(status_class: str) -> Look:
    """The look of a class, or of ``NONE``."""
    slug = css_slug(status_class)
    return Look(slug, slug, slug, _PATTERNS[status_class], _OUTLINES[status_class])


def _further(color: str, shape: str, outline: str, pattern: str, number: int) -> Look:
    return Look(f"{color} fsd-status--{shape}", color, f"{color}-{shape}-{number}", pattern, outline)


def looks_of(facts: AllFacts) -> dict[str, Look]:
    """How each status of the vocabulary looks, by its label."""
    return status_looks((str(status.label), status.status_class) for status in facts.statuses)
