"""Plant withheld values in every place and in every spelling, and count what the search finds.

    python -m benchmarks.leaks.run                    # each spelling by four routes, which takes minutes
    python -m benchmarks.leaks.run --each 1 --no-alarms
    python -m benchmarks.leaks.run --to benchmarks/leaks/results.md

Prints Markdown tables: by kind of value and way of writing, by route, and the false alarms. Exit code 1 where
fewer than 95 % of what a person would recognise is caught or warned of, or where there is a false alarm.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from .alarms import alarms, corpora, withheld_values  # noqa: E402
from .plants import Outcome, Plant, outcomes, plan  # noqa: E402
from .table import spellings  # noqa: E402

AIM = 0.95
Done = Sequence[tuple[Plant, Outcome]]


def share_found(done: Done) -> float:
    """Of the plants that a person would recognise, the share that is found: caught, warned of or unread."""
    return sum(said is not Outcome.MISSED for _, said in done) / len(done) if done else 1.0


_FALSE = (Outcome.CAUGHT, Outcome.WARNED)


def by_way(done: Done) -> Iterator[str]:
    """A row for each kind of value and way of writing it."""
    yield "| value | way of writing | plants | caught | warned | unread | missed |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    ways = sorted(done, key=lambda one: (one[0].spelling.kind, one[0].spelling.way))
    for (kind, way), some in groupby(ways, key=lambda one: (one[0].spelling.kind, one[0].spelling.way)):
        yield _row((kind, way), list(some))


def by_route(done: Done) -> Iterator[str]:
    """A row for each route."""
    yield "| route | plants | caught | warned | unread | missed |"
    yield "|---|---:|---:|---:|---:|---:|"
    routes = sorted(done, key=lambda one: one[0].route)
    for route, some in groupby(routes, key=lambda one: one[0].route):
        yield _row((route,), list(some))


def _row(names: Iterable[str], done: Done) -> str:
    counts = [sum(said is one for _, said in done) for one in Outcome]
    return f"| {' | '.join(names)} | {len(done):,} | {' | '.join(f'{count:,}' for count in counts)} |"


def sums(done: Done) -> Iterator[str]:
    """A row for each kind, and one for all."""
    yield "| value | plants | caught | warned | unread | missed | found |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    kinds = dict.fromkeys(plant.spelling.kind for plant, _ in done)
    for kind in (*kinds, None):
        some = [one for one in done if kind in (None, one[0].spelling.kind)]
        yield f"{_row((kind or '**all**',), some)} {100 * share_found(some):.1f} % |"


def missed(done: Done) -> Iterator[str]:
    """Each spelling that was missed, with the routes."""
    some: dict[tuple[str, str], list[str]] = {}
    for plant, said in done:
        if said is Outcome.MISSED:
            key = (plant.spelling.value, " ".join(plant.spelling.phrase.split()))
            some.setdefault(key, []).append(plant.route)
    for (value, phrase), routes in some.items():
        yield f"- `{value}` as `{phrase}`: {'; '.join(routes)}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--each", type=int, default=4, help="Routes of each spelling.")
    parser.add_argument("--no-alarms", action="store_true", help="Plants alone.")
    parser.add_argument("--to", type=Path, help="Write the tables into this file too.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done = list(outcomes(plan(spellings(), options.each), Path(folder)))
        counted = {} if options.no_alarms else dict(_alarms(Path(folder)))
    lines = list(_report(done, counted))
    print("\n".join(lines))
    if options.to:
        options.to.write_text("\n".join([*lines, ""]), encoding="utf-8")
    recognised = [one for one in done if one[0].spelling.is_recognised]
    false = any(said in _FALSE for plant, said in done if not plant.spelling.is_recognised)
    sys.exit(1 if share_found(recognised) < AIM or false or any(map(any, counted.values())) else 0)


def _alarms(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Errors and warnings of each project without a leak."""
    values = withheld_values()
    for number, (name, write) in enumerate(corpora().items()):
        found = list(alarms(write, folder / f"sound-{number}", values))
        for one in found:
            print(f"{name}: {one}", file=sys.stderr)
        warnings = sum(one.code == "PV-008" for one in found)
        yield name, (len(found) - warnings, warnings)


def _report(done: Done, counted: dict[str, tuple[int, int]]) -> Iterator[str]:
    recognised = [one for one in done if one[0].spelling.is_recognised]
    others = [one for one in done if not one[0].spelling.is_recognised]
    ways = len({(one.spelling.value, one.spelling.way) for one, _ in recognised})
    routes = len({one.route for one, _ in done})
    yield from ("# What the search finds of planted values", "")
    yield (
        f"{len(recognised):,} plants of {ways:,} spellings that a person would recognise, by {routes:,}"
        " routes. All values are invented. Caught is an error, which stops a build or a signature; warned is"
        " PV-008, which a person must look at; unread is PV-003: the file stops a build, since it cannot be"
        " searched."
    )
    yield from ("", *sums(recognised), "", "## Missed", "", *missed(recognised))
    yield from ("", "## False alarms", "", "| where | errors | warnings |", "|---|---:|---:|")
    errors, warnings = (sum(said is one for _, said in others) for one in _FALSE)
    yield f"| {len(others):,} phrases that mean something else | {errors} | {warnings} |"
    yield from (f"| {name} | {errors} | {warnings} |" for name, (errors, warnings) in counted.items())
    yield from ("", "## By way of writing", "", *by_way(recognised))
    yield from ("", "## By route", "", *by_route(recognised))


if __name__ == "__main__":
    main()
