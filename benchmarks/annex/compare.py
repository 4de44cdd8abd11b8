"""What the annex costs the processor beside that of an earlier revision, visit by visit in turn, in one run.

Prints a Markdown table. Exit code 1 where a step costs more than a tenth more than before.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[1]
sys.path.insert(0, str(REPO))

from command import parser, start, tell  # noqa: E402
from cpu import PARTS, STEPS, Spent, spend  # noqa: E402
from measure import serve  # noqa: E402
from pages import build_site  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from rows import YEAR, Row, filed_rows, grown  # noqa: E402

BEFORE = "b4284df"
"""The last revision with the annex of before: no rail of facets, no detail, the list below the fold."""
TURNS = 7
MOST = 1.1
JUDGED = ("usable", "key", "click")
"""What a reader waits for. What follows, while the page can be used, is told beside it."""


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        before = _checked_out(options.before, Path(folder, "before"))
        filed = filed_rows(REPO)
        browser = start(playwright.chromium)
        found = {}
        for size in options.sizes:
            rows = grown(filed, size)
            sites = [
                _site(repo, Path(folder, f"{size}-{at}"), rows) for at, repo in enumerate((before, REPO))
            ]
            found[size] = _visited(browser, sites, options.turns)
        text, is_met = report(found, options.before, options.turns, browser.version)
        browser.close()
    return tell(text, options.to, is_met=is_met)


def _options() -> argparse.Namespace:
    asked = parser(__doc__)
    asked.add_argument("--before", default=BEFORE, help=f"the earlier revision (default: {BEFORE})")
    asked.add_argument("--turns", type=int, default=TURNS, help=f"visits of each page (default: {TURNS})")
    return asked.parse_args()


def _checked_out(revision: str, folder: Path) -> Path:
    """The files of the earlier revision."""
    packed = subprocess.run(["git", "archive", revision], cwd=REPO, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        files.extractall(folder, filter="data")
    return folder


def _site(repo: Path, folder: Path, rows: list[Row]) -> dict[str, bytes]:
    """Address to content, built by the program of ``repo``."""
    folder.mkdir()
    site = build_site(repo, folder, rows)
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def _visited(browser, sites: list[dict[str, bytes]], turns: int) -> list[list[Spent]]:
    """The visits of each site, which take turns in beginning."""
    visits: list[list[Spent]] = [[] for _ in sites]
    with ExitStack() as stack:
        addresses = [stack.enter_context(serve(files)) for files in sites]
        for turn in range(turns):
            for at in sorted(range(len(sites)), reverse=bool(turn % 2)):
                visits[at].append(spend(browser, f"{addresses[at]}{YEAR}/annex/"))
    return visits


def report(found: dict[int, list[list[Spent]]], before: str, turns: int, version: str) -> tuple[str, bool]:
    """The table as Markdown, and whether no judged step costs too much more than before."""
    lines = [
        "| rows | step | before ms | now ms | x before | script | layout | style | |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    is_met = True
    for size, (old, new) in found.items():
        for step in STEPS:
            was, now = ({part: _typical(visits, step, part) for part in PARTS} for visits in (old, new))
            times = now["task"] / was["task"]
            word = "" if step not in JUDGED else "met" if times <= MOST else "**missed**"
            is_met = is_met and word != "**missed**"
            parts = [f"{was[part]:.0f} → {now[part]:.0f}" for part in ("script", "layout", "style")]
            cells = [
                f"{size:,}",
                step,
                f"{was['task']:.0f}",
                f"{now['task']:.0f}",
                f"{times:.2f}",
                *parts,
                word,
            ]
            lines.append(f"| {' | '.join(cells)} |")
    about = (
        f"Time of the processor in the page's own thread, in ms, beside the annex of {before}: median of"
        f" {turns} visits of each, in turn in one run. Chromium {version}, headless, on {os.cpu_count()}"
        f" processor cores; load of the machine {os.getloadavg()[0]:.0f}. Aim: what a reader waits for costs"
        f" at most {MOST} times what it did."
    )
    return "\n\n".join([about, "\n".join(lines)]), is_met


def _typical(visits: list[Spent], step: str, part: str) -> float:
    return median(median(spent.steps[step][part]) for spent in visits)


if __name__ == "__main__":
    sys.exit(main())
