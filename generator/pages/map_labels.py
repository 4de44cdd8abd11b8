"""Where the names of countries stand on the map: a rule, so that no list needs a hand.

Largest first, each name takes the first of eight places around its dot at which it covers no dot and no other
name. That is asked for the narrowest picture that shows it; in a wider one everything is farther apart. Names
that find no place there are tried again for wider pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .map_dots import Dot, Label

LETTER_PX, LINE_PX = 6.2, 11.0
"""What a letter takes of a line at most, and how high a line is, in pixels."""
_GAP_PX = 3.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def labelled(
    dots: Sequence[Dot], shape: tuple[float, float], widths: Sequence[int], taken: Sequence[Dot] = ()
) -> tuple[Dot, ...]:
    """The dots, largest first, with a label each where there is a place for it.

    ``shape`` is the panel's width and height, in any unit; ``widths`` are those of pictures, the narrowest
    first; ``taken`` are dots that have no name and may not be covered either.
    """
    found: dict[int, Label] = {}
    for width in widths:
        size = (float(width), width * shape[1] / shape[0])
        boxes = {("dot", place): _dot_box(dot, size) for place, dot in enumerate((*dots, *taken))}
        boxes |= {("label", place): _label_box(dots[place], label, size) for place, label in found.items()}
        for place, dot in enumerate(dots):
            if place in found:
                continue
            others = [box for key, box in boxes.items() if key != ("dot", place)]
            for label in _places(dot, width):
                box = _label_box(dot, label, size)
                if _is_inside(box, size) and not any(_meet(box, other) for other in others):
                    found[place] = label
                    boxes["label", place] = box
                    break
    return tuple(replace(dot, label=found.get(place)) for place, dot in enumerate(dots))


def _places(dot: Dot, width: int) -> Iterator[Label]:
    """Right, left, above, below, then the corners."""
    beside = float(dot.radius) + _GAP_PX
    slant = 0.7 * float(dot.radius) + _GAP_PX
    count = "" if dot.number and dot.fits_on_phone else dot.count
    for dx, dy, anchor in (
        (beside, 4.0, "start"),
        (-beside, 4.0, "end"),
        (0.0, -beside - 1, "middle"),
        (0.0, beside + LINE_PX - 2, "middle"),
        (slant, -slant, "start"),
        (-slant, -slant, "end"),
        (slant, slant + LINE_PX - 3, "start"),
        (-slant, slant + LINE_PX - 3, "end"),
    ):
        x, y = (f"{number:.1f}".removesuffix(".0") for number in (dx, dy))
        yield Label(dot.country, count, bool(dot.number), x, y, anchor, width)


def _middle(dot: Dot, size: tuple[float, float]) -> tuple[float, float]:
    return float(dot.x.rstrip("%")) / 100 * size[0], float(dot.y.rstrip("%")) / 100 * size[1]


def _dot_box(dot: Dot, size: tuple[float, float]) -> Box:
    x, y = _middle(dot, size)
    side = float(dot.radius) + 1
    return (x - side, y - side, x + side, y + side)


def _label_box(dot: Dot, label: Label, size: tuple[float, float]) -> Box:
    x, y = _middle(dot, size)
    x, y = x + float(label.dx), y + float(label.dy)
    long = LETTER_PX * len(f"{label.text} {label.count}".rstrip())
    left = x - {"start": 0.0, "middle": long / 2, "end": long}[label.anchor]
    return (left, y - LINE_PX + 2, left + long, y + 2)


def _is_inside(box: Box, size: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
