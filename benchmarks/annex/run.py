"""Measure the annex page in a real browser against a plain table and table libraries, all in one run.

Prints Markdown tables and whether each aim is met. Exit code 1 where one is missed. Needs npm once, to
install the libraries.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[1]
sys.path.insert(0, str(REPO))

from command import parser, start, tell  # noqa: E402
from measure import BROWSER_ARGUMENTS, Visit, WrongRowsError, serve, visit  # noqa: E402
from pages import (  # noqa: E402
    CONTENDERS,
    ON_DEMAND_FILES,
    OURS,
    PLAIN,
    Case,
    Contender,
    install_libraries,
    make_case,
    own_bytes,
)
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from quiet import Others, wait_for_calm  # noqa: E402
from report import Result, Results, aims, aims_table, tables  # noqa: E402
from rows import filed_rows, grown  # noqa: E402

from tests.support.browser import NoBrowserError, open_browser  # noqa: E402

ROUNDS = 3
QUICK_ROUNDS = 1
DISTURBED = 0.1
"""A visit during which other programs took more than this share of the processors is made again."""
TRIES = 3
CALM_SECONDS = 20
SLOW_SECONDS = 20
SLOW_ROUNDS = 1
"""A page whose visit takes longer than that many seconds is visited in that many rounds only."""
TWICE = (OURS, PLAIN)
"""Visited twice in a round, because every aim is a number of theirs. With --quick, once as all others."""


def main() -> int:
    options = _options()
    install_libraries()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as stack:
        filed = filed_rows(REPO)
        cases = {size: make_case(REPO, Path(folder, str(size)), grown(filed, size)) for size in options.sizes}
        addresses = {size: stack.enter_context(serve(case.files)) for size, case in cases.items()}
        try:
            open_browser(playwright.chromium).close()  # installs one where there is none
        except NoBrowserError as error:
            sys.exit(str(error))
        browser = start(playwright.chromium, BROWSER_ARGUMENTS)
        run = _Run(browser, cases, addresses)
        try:
            if options.quick:
                run.make(QUICK_ROUNDS, tries=1)
            else:
                run.make(options.rounds, tries=TRIES)
        except WrongRowsError as error:
            sys.exit(str(error))
        text, is_met = _report(run, browser.version)
        browser.close()
    return tell(text, options.to, is_met=is_met)


def _options() -> argparse.Namespace:
    asked = parser(__doc__)
    asked.add_argument("--rounds", type=int, default=ROUNDS, help=f"rounds of visits (default: {ROUNDS})")
    quick = "one visit of each page, be it disturbed or not"
    asked.add_argument("--quick", action="store_true", help=quick)
    return asked.parse_args()


class _Run:
    """Rounds of visits: in each one every page once, some twice, in an order drawn anew."""

    def __init__(self, browser: Browser, cases: dict[int, Case], addresses: dict[int, str]) -> None:
        self.cases = cases
        self.visits: defaultdict[tuple[int, str], list[Visit]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        self._browser = browser
        self._addresses = addresses
        self._slow: set[tuple[int, Contender]] = set()

    def make(self, rounds: int, *, tries: int) -> None:
        """With more than one try, visits wait for a calm machine, and disturbed ones are made again."""
        chance = random.Random(rounds)
        contenders = CONTENDERS if tries == 1 else (*CONTENDERS, *TWICE)
        todo = [(size, contender) for size in self.cases for contender in contenders]
        for turn in range(rounds):
            if turn == SLOW_ROUNDS:
                todo = [one for one in todo if one not in self._slow]
            chance.shuffle(todo)
            for place, (size, contender) in enumerate(todo, start=1):
                page = f"page {place} of {len(todo)}: {contender.name}, {size:,} rows"
                _progress(f"round {turn + 1} of {rounds}, {page}")
                self.visits[size, contender.name].append(self._undisturbed(size, contender, turn, tries))
        _progress("")

    def _undisturbed(self, size: int, contender: Contender, turn: int, tries: int) -> Visit:
        """A visit that other programs left alone, or the last of a few that they did not."""
        for _ in range(tries):
            wait_for_calm(CALM_SECONDS if tries > 1 else 0)
            others = Others()
            start = time.monotonic()
            done = visit(self._browser, self._addresses[size], self.cases[size], contender, turn=turn)
            if time.monotonic() - start > SLOW_SECONDS:
                self._slow.add((size, contender))
            self.counts["visits"] += 1
            if (others.share() or 0) <= DISTURBED:
                return done
            self.counts["disturbed"] += 1
        self.counts["kept"] += 1
        return done

    def results(self) -> Results:
        found = [
            Result(contender, size, case.sizes[contender.name], tuple(self.visits[size, contender.name]))
            for size, case in self.cases.items()
            for contender in CONTENDERS
        ]
        files = next(iter(self.cases.values())).files
        return Results(found, own_bytes(files), own_bytes(files, ON_DEMAND_FILES))


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def _report(run: _Run, version: str) -> tuple[str, bool]:
    results = run.results()
    found = aims(results)
    most = max(map(len, run.visits.values()))
    counts = run.counts
    about = (
        f"Chromium {version}, headless, on {os.cpu_count()} processor cores. At most {most} visits of a page,"
        f" in an order drawn anew for each round. Of {counts['visits']} visits other programs disturbed"
        f" {counts['disturbed']}; {counts['kept']} of these were kept, the others made again."
    )
    parts = ["# Results of benchmarks/annex", about, "## Aims", aims_table(found), "## Measured"]
    return "\n\n".join([*parts, tables(results)]), all(aim.is_met for aim in found)


if __name__ == "__main__":
    sys.exit(main())
