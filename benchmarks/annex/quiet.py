"""How busy other programs keep the machine, so that a visit that they disturbed can be made again."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from pathlib import Path

_PROC = Path("/proc")
_CALM_SHARE = 0.05
_WAIT_SECONDS = 0.5


class Others:
    """What other programs took of the processors since this was made; None where the system does not tell."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._before = _ticks()

    def share(self) -> float | None:
        """Share of all processors, from 0 to 1."""
        now = _ticks()
        if self._before is None or now is None:
            return None
        all_ticks, own_ticks = (after - before for before, after in zip(self._before, now, strict=True))
        seconds = time.monotonic() - self._start
        capacity = seconds * os.sysconf("SC_CLK_TCK") * (os.cpu_count() or 1)
        return max(0.0, (all_ticks - own_ticks) / capacity)


def wait_for_calm(longest_seconds: float) -> None:
    """Wait until other programs leave the processors alone, but no longer than that."""
    end = time.monotonic() + longest_seconds
    while time.monotonic() < end:
        others = Others()
        time.sleep(_WAIT_SECONDS)
        share = others.share()
        if share is None or share <= _CALM_SHARE:
            return


def _ticks() -> tuple[int, int] | None:
    """Clock ticks that all programs used, and that this one and its children used."""
    try:
        line = (_PROC / "stat").read_text(encoding="ascii").splitlines()[0].split()
        processes = _processes()
    except OSError:
        return None
    user, nice, system, _idle, _iowait, irq, softirq, *rest = map(int, line[1:])
    steal = rest[0] if rest else 0
    return user + nice + system + irq + softirq + steal, _of_family(processes)


def _processes() -> dict[int, tuple[int, int]]:
    """Number of each process, to its parent's and to its ticks and those of its ended children."""
    found = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            try:
                values = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except OSError:  # it has ended
                continue
            found[int(folder.name)] = (int(values[1]), sum(map(int, values[11:15])))
    return found


def _of_family(processes: dict[int, tuple[int, int]]) -> int:
    children = defaultdict(list)
    for number, (parent, _) in processes.items():
        children[parent].append(number)
    ticks, todo = 0, [os.getpid()]
    while todo:
        number = todo.pop()
        ticks += processes[number][1] if number in processes else 0
        todo += children[number]
    return ticks
