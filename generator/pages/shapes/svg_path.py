"""Lines as SVG reads them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from .topology import Line


def path(lines: Sequence[Line], *, closed: bool) -> str:
    """SVG path in whole units, each step from the point before; a line is one ``m`` with all its points."""
    parts = []
    pen = (0, 0)
    for line in lines:
        points = [(round(x), round(y)) for x, y in line]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points) if a != b]
        if len(steps) < (3 if closed else 1):
            continue
        drawn = list(merged(steps[:-1] if closed else steps))
        start = (points[0][0] - pen[0], points[0][1] - pen[1])
        numbers = [number for step in (start, *drawn) for number in step]
        text = "".join(f"{n}" if n < 0 or i == 0 else f" {n}" for i, n in enumerate(numbers))
        parts.append(f"m{text}{'z' if closed else ''}")
        pen = points[0] if closed else points[-1]
    return "".join(parts)


def merged(steps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Steps in the same direction as one."""
    current = steps[0]
    for dx, dy in steps[1:]:
        if current[0] * dy == current[1] * dx and current[0] * dx + current[1] * dy > 0:
            current = (current[0] + dx, current[1] + dy)
        else:
            yield current
            current = (dx, dy)
    yield current
