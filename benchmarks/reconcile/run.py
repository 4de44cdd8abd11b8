"""How long ``formsd reconcile`` takes, and how much memory, against python-calamine alone and openpyxl."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.reconcile.workbooks import make

REPOSITORY = Path(__file__).resolve().parents[2]
MOST_TIMES_ALONE, LEAST_TIMES_OPENPYXL, MOST_MB = 1.3, 8.0, 1000.0
MOST_GROWTH = 1.25
"""Time per workbook at the largest size, against the one at 100 workbooks or the next size above."""
_LOOK_SECONDS = 0.25


@dataclass(frozen=True)
class Measured:
    """One run of a contender."""

    seconds: float
    peak_mb: float
    """All its processes together; what they share is counted once."""


def measure(what: str, folder: Path, processes: int, reader: str = "") -> Measured:
    """Runs a contender in processes of its own; ``reader`` as ``measured.READER``."""
    command = [sys.executable, "-m", "benchmarks.reconcile.measured", what, str(folder), str(processes)]
    env = os.environ | {"PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1", "BENCHMARK_READER": reader}
    start = time.perf_counter()
    peak = 0.0
    with subprocess.Popen(command, cwd=REPOSITORY, env=env, stdout=subprocess.DEVNULL) as run:
        while run.poll() is None:
            peak = max(peak, _memory_mb(run.pid))
            time.sleep(_LOOK_SECONDS)
    if run.returncode:
        raise SystemExit(f"{what} failed on {folder}")
    return Measured(time.perf_counter() - start, peak)


def _memory_mb(pid: int) -> float:
    """Memory of a process and its children, in shares (PSS); 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    return own + sum(_memory_mb(int(child)) for child in children)


def compare(size: int, folder: Path, processes: int, runs: int) -> tuple[float, float, float]:
    """Median seconds of a reconciliation and of python-calamine alone, and the peak of memory."""
    ours, alone = [], []
    for _ in range(runs):
        alone.append(measure("alone", folder, processes))
        ours.append(measure("reconcile", folder, processes))
    seconds = statistics.median(one.seconds for one in ours)
    base = statistics.median(one.seconds for one in alone)
    peak = max(one.peak_mb for one in ours)
    print(
        f"{size:>6,} workbooks: {seconds:8.1f} s, {1000 * seconds / size:6.0f} ms each, {peak:5.0f} MB;"
        f" calamine alone {base:8.1f} s; {seconds / base:.2f} times"
    )
    return seconds, base, peak


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kind", choices=["CMRT", "EMRT"], default="CMRT")
    parser.add_argument("--openpyxl", type=int, default=60, help="workbooks for the comparison with openpyxl")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--in", dest="place", type=Path, help="folder for the workbooks, about 0.5 MB each")
    given = parser.parse_args()
    missed: list[str] = []
    with tempfile.TemporaryDirectory(dir=given.place) as place:
        each: dict[int, float] = {}
        for size in given.sizes:
            folder = Path(place) / str(size)
            make(folder, size, given.kind)
            runs = given.runs if size <= 1000 else 1
            seconds, base, peak = compare(size, folder, given.processes, runs)
            each[size] = seconds / size
            if size == 1000 or given.kind == "EMRT":
                missed += ["1.3 times calamine alone"] if seconds > MOST_TIMES_ALONE * base else []
                missed += ["1 GB"] if peak > MOST_MB else []
        missed += _growth(each)
        missed += (
            []
            if not given.openpyxl
            else _against_openpyxl(Path(place) / "openpyxl", given.openpyxl, given.processes)
        )
    print("missed: " + ", ".join(missed) if missed else "every number is kept")
    return 1 if missed else 0


def _growth(each: dict[int, float]) -> list[str]:
    """Whether a workbook costs the same at every size from 100 on; below, starting counts for more."""
    large = [size for size in each if size >= 100]
    if len(large) < 2:
        return []
    ratio = each[max(large)] / each[min(large)]
    print(f"a workbook costs {ratio:.2f} times as much among {max(large):,} as among {min(large):,}")
    return ["linear"] if ratio > MOST_GROWTH else []


def _against_openpyxl(folder: Path, number: int, processes: int) -> list[str]:
    """The whole reconciliation with each reader. openpyxl's read-only mode is shown for comparison."""
    make(folder, number)
    ours = measure("reconcile", folder, processes).seconds
    theirs = measure("reconcile", folder, processes, "openpyxl").seconds
    read_only = measure("reconcile", folder, processes, "openpyxl-read-only").seconds
    print(
        f"{number:>6,} workbooks: {ours:8.1f} s; on openpyxl {theirs:8.1f} s, {theirs / ours:.1f} times;"
        f" in its read-only mode {read_only:8.1f} s, {read_only / ours:.1f} times"
    )
    return [] if theirs / ours >= LEAST_TIMES_OPENPYXL else ["8 times openpyxl"]


if __name__ == "__main__":
    sys.exit(main())
