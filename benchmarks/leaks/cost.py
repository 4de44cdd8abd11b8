"""What the search costs a build: the example with and without it, in turn, each build a process of its own.

    python -m benchmarks.leaks.cost --runs 5

The example's year withholds every value of the table, as a company's does. Prints seconds of the processor,
which other work on the machine changes least, and the ratio. A later build has what the one before it kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .table import spellings
from .world import hold

REPO = Path(__file__).resolve().parents[2]
_WITHOUT = "import generator.plugin as plugin; plugin.leaks = lambda *given, **named: (); "
_BUILD = "import sys; from mkdocs.__main__ import cli; sys.argv = ['mkdocs', 'build', '-q']; cli()"
_CACHE = ".cache"


def project(folder: Path) -> Path:
    """The example in the folder, with suppliers and a review that hold the values."""
    for name in ("data", "docs", "site_overrides"):
        shutil.copytree(REPO / name, folder / name)
    shutil.copy(REPO / "mkdocs.yml", folder / "mkdocs.yml")
    for year in sorted((folder / "data").glob("[0-9]*")):
        hold(year, list(dict.fromkeys((one.kind, one.value) for one in spellings())))
    return folder


def seconds(folder: Path, *, is_searched: bool) -> float:
    """Of the processor, for one build. Raises CalledProcessError where it fails."""
    before = os.times()
    environment = {**os.environ, "PYTHONPATH": str(REPO), "NO_MKDOCS_2_WARNING": "1"}
    line = [sys.executable, "-c", ("" if is_searched else _WITHOUT) + _BUILD]
    subprocess.run(line, cwd=folder, env=environment, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def rows(folder: Path, runs: int) -> Iterator[str]:
    """A row for builds that begin without a cache, and one for those that have it."""
    yield "| build | without, s | with, s | ratio |"
    yield "|---|---:|---:|---:|"
    for name, has_cache in (("first", False), ("later", True)):
        found: dict[bool, list[float]] = {False: [], True: []}
        for is_searched in (False, True) if has_cache else ():
            seconds(folder, is_searched=is_searched)
        for is_searched in (False, True) * runs:
            if not has_cache:
                shutil.rmtree(folder / _CACHE, ignore_errors=True)
            found[is_searched].append(seconds(folder, is_searched=is_searched))
        without, with_it = (statistics.median(found[one]) for one in (False, True))
        yield f"| {name} | {without:.1f} | {with_it:.1f} | {with_it / without:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(rows(project(Path(folder) / "site"), options.runs)))


if __name__ == "__main__":
    main()
