"""Damage every kind of source in many ways, and count what the program does with it.

    python -m benchmarks.fuzz.run --inputs 2000 --seed 1
    python -m benchmarks.fuzz.run --seed 1 --only 417      # one case again, with what was printed

Prints a Markdown table. Exit code 1 where any count of faults is not 0.
"""

# ruff: noqa: E501

from __future__ import annotations

import argparse
import gc
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from . import child, judge, raw, world  # noqa: E402
from .kinds import KINDS, Kind  # noqa: E402

_LOADED = (
    "generator.pipeline", "generator.suppliers.reconcile", "generator.verify.verify", "generator.signing.sign",
    "generator.score.score", "generator.explain.names", "generator.history.import_filing", "generator.documents.edgar", "pandas",
)  # fmt: skip
"""Imported once, so that a case costs only its own work."""


@dataclass(frozen=True)
class Case:
    """One damaged file and what became of the command that read it."""

    number: int
    kind: Kind
    is_past_opening: bool
    how: str
    file: str
    command: str
    outcome: child.Outcome
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.number}: {', '.join(self.faults)}: {self.file}, {self.how}, formsd {self.command}"
            f" ({self.outcome.seconds:.1f} s): {judge.first_line_of_fault(self.outcome.output)}"
        )


def cases(
    number: int, seed: int, place: Path, only: int | None = None, *, is_short: bool = False
) -> Iterator[Case]:
    """So many cases, the same for each seed; every kind in turn by its weight, each second one past opening.

    ``is_short``: each kind is read by its first command alone, which takes the least time.
    """
    for module in _LOADED:
        __import__(module)
    base = _new(place / "base")
    child.apart(lambda: world.build(base))
    world.warm_up(base)
    plan = [kind for kind in KINDS for _ in range(kind.weight)]
    Random(seed).shuffle(plan)
    gc.freeze()  # what is loaded stays shared with each process that is forked
    for at in range(number):
        if only is None or at == only:
            yield _case(at, plan[at % len(plan)], Random(f"{seed}/{at}"), base, place, is_short=is_short)


def _case(
    number: int, kind: Kind, random: Random, base: Path, place: Path, *, is_short: bool = False
) -> Case:
    root = base / kind.root
    files = sorted(path for pattern in kind.files for path in root.glob(pattern) if path.is_file())
    source = random.choice(files)
    is_past_opening = bool(kind.content) and random.random() < 0.6  # some kinds can only be damaged
    mutator = random.choice(kind.content if is_past_opening else kind.opening)
    try:
        data = _in_time(mutator, source.read_bytes(), random)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, TimeoutError) as problem:
        mutator, is_past_opening = raw.flipped, False  # openpyxl refuses some, and others take it too long
        data = mutator(source.read_bytes(), random)
        print(f"{number}: not made: {problem!r}"[:200], file=sys.stderr)
    folder = place / "case"
    shutil.rmtree(folder, ignore_errors=True)
    others = [
        name for name in ("csv", "lists", "round", "filed", "edgar") if not kind.files[0].startswith(name)
    ]
    shutil.copytree(root, folder, ignore=lambda at, _: others if Path(at) == root else [])
    name = source.relative_to(root).as_posix()
    (folder / name).write_bytes(data)
    command = kind.commands[0] if is_short else random.choice(kind.commands)
    before = judge.state(folder)
    outcome = child.run(command, folder, place / "log")
    found = judge.faults(outcome, before, judge.state(folder), folder, data.decode("utf-8", "replace"))
    return Case(
        number, kind, is_past_opening, mutator.__name__, name, " ".join(command), outcome, tuple(found)
    )


def _in_time(mutator: Callable[[bytes, Random], bytes], data: bytes, random: Random) -> bytes:
    """What a mutator of ours makes. Raises TimeoutError where it needs more than a command may."""

    def late(*_: object) -> None:
        raise TimeoutError("it takes too long")

    signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, child.SECONDS)  # of the processor, since others may use the machine
    try:
        return mutator(data, random)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def table(done: list[Case]) -> Iterator[str]:
    """A row for each kind, and the sum."""
    yield f"| source | inputs | past opening | refused | {' | '.join(judge.FAULTS)} |"
    yield f"|---|{'---:|' * (3 + len(judge.FAULTS))}"
    rows = [(kind.name, [one for one in done if one.kind is kind]) for kind in KINDS]
    for name, some in [*rows, ("**all**", done)]:
        counts = Counter(fault for one in some for fault in one.faults)
        past, refused = (
            sum(map(bool, flags))
            for flags in ([one.is_past_opening for one in some], [one.outcome.code for one in some])
        )
        yield f"| {name} | {len(some):,} | {past:,} | {refused:,} | {' | '.join(str(counts[fault]) for fault in judge.FAULTS)} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="This case alone, with all that it prints.")
    parser.add_argument("--minutes", type=float, help="Begin no input after so many.")
    parser.add_argument("--to", type=Path, help="Write the table into this file too.")
    parser.add_argument("--short", action="store_true", help="Each kind by its first command alone.")
    options = parser.parse_args()
    started, done = time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder:
        inputs = max(options.inputs, (options.only or 0) + 1)
        for one in cases(inputs, options.seed, Path(folder), options.only, is_short=options.short):
            done.append(one)
            if one.faults:
                print(one, file=sys.stderr, flush=True)
            if options.only is not None:
                print(one, one.outcome.output, sep="\n")
                shutil.copytree(
                    Path(folder, "case"), Path(tempfile.gettempdir(), "fuzz-case"), dirs_exist_ok=True
                )
            if options.minutes and time.monotonic() - started > 60 * options.minutes:
                break
    lines = [*table(done), "", _summary(done, options.seed, time.monotonic() - started)]
    print("\n".join(lines))
    if options.to:
        options.to.write_text("\n".join(["# Damaged sources", "", *lines, ""]), encoding="utf-8")
    sys.exit(1 if any(one.faults for one in done) else 0)


def _summary(done: list[Case], seed: int, seconds: float) -> str:
    slowest = max((one.outcome.seconds for one in done), default=0)
    return (
        f"Seed {seed}, {len(done):,} inputs in {seconds:,.0f} s, the slowest {slowest:.1f} s; limits"
        f" {child.SECONDS} s of the processor and {child.BYTES // 1024**3} GB a case. Each fault should be 0."
    )


if __name__ == "__main__":
    main()
