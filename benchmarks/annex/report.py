"""What the visits say: a table for each number of rows, and whether each aim is met."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from measure import Visit
from pages import CONTENDERS, OURS, PLAIN, Contender

KB = 1000
MB = 1000 * 1000


@dataclass(frozen=True)
class Result:
    """All visits of one page with one number of rows."""

    contender: Contender
    size: int
    transfer: int
    """Bytes of page, script and style beside the theme's own, packed."""
    visits: tuple[Visit, ...]

    @property
    def keys(self) -> list[float]:
        return [ms for visit in self.visits for ms in visit.keys]

    @property
    def first_keys(self) -> list[float]:
        return [visit.first_key for visit in self.visits]

    @property
    def clicks(self) -> list[float]:
        return [ms for visit in self.visits for ms in visit.clicks]

    @property
    def blocks(self) -> list[float]:
        return [ms for visit in self.visits for ms in visit.blocks]

    @property
    def waits(self) -> list[float]:
        return [ms for visit in self.visits for ms in visit.waits]

    @property
    def usable(self) -> list[float]:
        return [visit.usable for visit in self.visits]

    @property
    def memory(self) -> float:
        return median(visit.memory for visit in self.visits)


@dataclass(frozen=True)
class Aim:
    """A number that the annex is held to, and what was measured."""

    text: str
    limit: str
    measured: str
    is_met: bool


def p95(values: Sequence[float]) -> float:
    """The smallest value that 95 of 100 values do not exceed."""
    return sorted(values)[max(0, math.ceil(0.95 * len(values)) - 1)]


class Results:
    """Results of one run, by contender and number of rows."""

    def __init__(self, results: Sequence[Result], own_bytes: int, on_demand_bytes: int) -> None:
        self._results = {(result.size, result.contender.name): result for result in results}
        self.sizes = sorted({result.size for result in results})
        self.own_bytes = own_bytes
        """Script and style that the annex page loads, packed."""
        self.on_demand_bytes = on_demand_bytes

    def of(self, size: int, contender: Contender) -> Result:
        return self._results[size, contender.name]

    def libraries(self, size: int, *, holding_all: bool = False) -> list[Result]:
        found = [self.of(size, one) for one in CONTENDERS if one not in (PLAIN, OURS)]
        return [result for result in found if result.contender.holds_all or not holding_all]

    def fastest(self, size: int, *, holding_all: bool = False) -> Result:
        """The library with the lowest median from key to first screen."""
        return min(self.libraries(size, holding_all=holding_all), key=lambda result: median(result.keys))


def tables(results: Results) -> str:
    """Two Markdown tables for each number of rows."""
    parts = []
    for size in results.sizes:
        of_size = [results.of(size, one) for one in CONTENDERS]
        pages = _table(_PAGE, [_page_cells(results, result) for result in of_size])
        used = [result for result in of_size if result.contender is not PLAIN]
        parts += [f"### {size:,} rows", pages, _table(_USE, [_use_cells(results, result) for result in used])]
    return "\n\n".join(parts)


_PAGE = (
    "",
    "visits",
    "whole table in the page",
    "transfer kB",
    "usable ms",
    "x plain",
    "memory MB",
    "x plain",
)
_USE = (
    "", "key ms: median", "p95", "x fastest library", "x fastest with whole table", "key at once",
    "facet ms: median", "p95", "block ms: p95", "most", "next key waits ms: p95", "most",
)  # fmt: skip


def _page_cells(results: Results, result: Result) -> list[str]:
    plain = results.of(result.size, PLAIN)
    usable = median(result.usable)
    return [
        result.contender.name,
        str(len(result.visits)),
        "yes" if result.contender.holds_all else "no",
        f"{result.transfer / KB:.1f}",
        f"{usable:.0f}",
        f"{usable / median(plain.usable):.2f}",
        f"{result.memory / MB:.1f}",
        f"{result.memory / plain.memory:.2f}",
    ]


def _use_cells(results: Results, result: Result) -> list[str]:
    key = median(result.keys)
    return [
        result.contender.name,
        f"{key:.1f}",
        f"{p95(result.keys):.1f}",
        f"{key / median(results.fastest(result.size).keys):.2f}",
        f"{key / median(results.fastest(result.size, holding_all=True).keys):.2f}",
        f"{median(result.first_keys):.1f}",
        f"{median(result.clicks):.1f}",
        f"{p95(result.clicks):.1f}",
        f"{p95(result.blocks):.0f}",
        f"{max(result.blocks):.0f}",
        f"{p95(result.waits):.0f}",
        f"{max(result.waits):.0f}",
    ]


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *["---:"] * (len(headings) - 1)]
    return "\n".join(map(_line, (headings, rule, *rows)))


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def aims(results: Results) -> list[Aim]:
    """Every number that the annex is held to."""
    found = [_own_files(results), _transfer(results)]
    found += [_usable(results, size) for size in results.sizes]
    found += [_key(results, size) for size in results.sizes]
    found += [_slow_key(results, size) for size in results.sizes if size == 3000]
    found += [_block(results, size) for size in results.sizes]
    found += [_memory(results, size) for size in results.sizes]
    return found


def aims_table(found: Sequence[Aim]) -> str:
    """The aims as Markdown."""
    rows = [(aim.text, aim.limit, aim.measured, "met" if aim.is_met else "**missed**") for aim in found]
    return "\n".join(map(_line, (("number", "aim", "measured", ""), ["---"] * 4, *rows)))


def _own_files(results: Results) -> Aim:
    size = results.own_bytes
    measured = (
        f"{size / KB:.2f} kB, and {results.on_demand_bytes / KB:.2f} kB with the first touch of the list"
    )
    return Aim("script and style, gzip -9", "at most 9.0 kB", measured, size <= 9 * KB)


def _transfer(results: Results) -> Aim:
    size = results.sizes[0]
    more = results.of(size, OURS).transfer - results.of(size, PLAIN).transfer
    text = f"transfer of the page beyond the plain table, {size:,} rows"
    return Aim(text, "at most 10.5 kB", f"{more / KB:.2f} kB", more <= 10.5 * KB)


def _usable(results: Results, size: int) -> Aim:
    ours, plain = (median(results.of(size, one).usable) for one in (OURS, PLAIN))
    measured = f"{ours:.0f} ms, {ours / plain:.2f} times {plain:.0f} ms"
    return Aim(f"usable, {size:,} rows", "at most 1.2 times plain", measured, ours <= 1.2 * plain)


def _key(results: Results, size: int) -> Aim:
    is_small = size < 3000
    other = results.fastest(size, holding_all=not is_small)
    ours, best = median(results.of(size, OURS).keys), median(other.keys)
    limit = "no slower than the fastest library" if is_small else "fastest of all with the whole table"
    measured = f"{ours:.1f} ms; {other.contender.name} {best:.1f} ms"
    return Aim(f"key to first screen, median, {size:,} rows", limit, measured, ours <= best)


def _slow_key(results: Results, size: int) -> Aim:
    slow = p95(results.of(size, OURS).keys)
    return Aim(f"key to first screen, p95, {size:,} rows", "at most 50 ms", f"{slow:.1f} ms", slow <= 50)


def _block(results: Results, size: int) -> Aim:
    ours = results.of(size, OURS)
    block, wait = p95(ours.blocks), p95(ours.waits)
    measured = f"longest block {block:.0f} ms (max {max(ours.blocks):.0f}), next key waits {wait:.0f} ms"
    text = f"what follows the first screen, p95, {size:,} rows"
    return Aim(text, "blocks at most 50 ms", measured, max(block, wait) <= 50)


def _memory(results: Results, size: int) -> Aim:
    ours, plain = results.of(size, OURS).memory, results.of(size, PLAIN).memory
    measured = f"{ours / MB:.1f} MB, {ours / plain:.2f} times {plain / MB:.1f} MB"
    return Aim(f"memory after use, {size:,} rows", "at most 1.3 times plain", measured, ours <= 1.3 * plain)
