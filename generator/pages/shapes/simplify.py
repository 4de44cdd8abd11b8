"""Lines with fewer points.

Source: Visvalingam and Whyatt, Line generalisation by repeated elimination of points, 1993.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from .projection import Point
from .topology import Line


def simplified(line: Line, smallest: Sequence[float]) -> Line:
    """The line without points whose triangle is too small; both ends stay, and a ring keeps four points."""
    left = [i - 1 for i in range(len(line))]
    right = [i + 1 for i in range(len(line))]
    is_ring = line[0] == line[-1]
    remaining = len(line)
    weight = {i: area(line[i - 1], line[i], line[i + 1]) / smallest[i] for i in range(1, len(line) - 1)}
    heap = [(w, i) for i, w in weight.items()]
    heapq.heapify(heap)
    while heap and heap[0][0] < 1 and remaining > (4 if is_ring else 2):
        w, i = heapq.heappop(heap)
        if weight.get(i) != w:
            continue
        del weight[i]
        remaining -= 1
        a, b = left[i], right[i]
        right[a], left[b] = b, a
        for j in (a, b):
            if j in weight:
                weight[j] = max(w, area(line[left[j]], line[j], line[right[j]]) / smallest[j])
                heapq.heappush(heap, (weight[j], j))
    return [line[i] for i in range(len(line)) if i in weight or i in (0, len(line) - 1)]


def area(a: Point, b: Point, c: Point) -> float:
    """Of a triangle, in the square of its units."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
