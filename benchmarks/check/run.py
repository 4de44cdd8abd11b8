"""Time ``formsd check 2021`` against the bare import of the libraries that it loads, in turn.

Prints a Markdown table. Exit code 1 where the check takes longer beyond that import than the aim.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

REPO = Path(__file__).resolve().parents[2]
AIM_SECONDS = 0.5
BYTECODE = Path(tempfile.gettempdir(), "formsd-benchmark-bytecode")

CHECK = "from generator.cli import main; main(['check', '2021'], standalone_mode=False)"
LOADED = """
import atexit, json, sys
def tell():
    names = [n for n, m in sys.modules.items() if n.partition('.')[0] not in ours and m.__spec__]
    print(json.dumps(names), file=sys.stderr)
ours = {'generator', '__main__'} | sys.stdlib_module_names
atexit.register(tell)
"""


@dataclass
class Contender:
    """A program to run, and what its counted runs took."""

    name: str
    code: str
    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    """Time of the processor, which other work on the machine hardly changes."""

    def run(self) -> None:
        """Run once in a process of its own and count it."""
        cpu, start = cpu_of_children(), time.perf_counter()
        run_python(self.code)
        self.seconds.append(time.perf_counter() - start)
        self.cpu_seconds.append(cpu_of_children() - cpu)


def cpu_of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def run_python(code: str) -> str:
    """What the program says on its error stream; stops the benchmark where it fails."""
    env = {**os.environ, "PYTHONPATH": str(REPO), "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a laptop, what was compiled once is kept
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):  # 1: the data has errors
        sys.exit(f"the program failed:\n{done.stderr}")
    return done.stderr


def libraries() -> list[str]:
    """The modules of others that a check loads, in the order in which it loads them."""
    names: list[str] = json.loads(run_python(LOADED + CHECK).splitlines()[-1])
    return names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    imports = "\n".join(f"import {name}" for name in libraries() if name.replace(".", "").isidentifier())
    bare, check = Contender("import of its libraries", imports), Contender("formsd check 2021", CHECK)
    for _ in range(runs + 1):  # the first run of each fills caches
        for contender in (bare, check):
            contender.run()
    print("| | median s | fastest s | slowest s | processor s |")
    print("|---|---|---|---|---|")
    for one in (bare, check):
        counted, cpu = one.seconds[1:], one.cpu_seconds[1:]
        print(
            f"| {one.name} | {median(counted):.2f} | {min(counted):.2f} | {max(counted):.2f} "
            f"| {median(cpu):.2f} |"
        )
    beyond = median(check.seconds[1:]) - median(bare.seconds[1:])
    cpu_beyond = median(check.cpu_seconds[1:]) - median(bare.cpu_seconds[1:])
    print(f"\nBeyond the import: {beyond:.2f} s ({cpu_beyond:.2f} s of the processor), aim {AIM_SECONDS} s.")
    sys.exit(0 if min(beyond, cpu_beyond) <= AIM_SECONDS else 1)


if __name__ == "__main__":
    main()
