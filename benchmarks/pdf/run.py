"""Time the PDF export and measure its files, side by side with WeasyPrint on the same pages, in one run.

Prints a Markdown table. Exit code 1 where a number is worse than its aim. Every measurement is a process
of its own, so that nothing is warm; the two exporters take turns. The aims in seconds were set on a machine
on which WeasyPrint took 26 s for 3,000 rows; this one's seconds are converted by what it takes here.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import importlib.util
import json
import os
import resource
import subprocess
import sys
import threading
import time
from contextlib import suppress
from html import escape
from pathlib import Path
from statistics import median
from typing import Any

Measurements = dict[tuple[str, int], list[dict[str, Any]]]
"""Measurements by exporter and number of rows."""
REPO = Path(__file__).resolve().parents[2]
ROWS = (298, 3000)
AIMS = {
    "seconds at 298 rows": (1.0, "all three files, checked"),
    "seconds at 3,000 rows": (2.5, "website copy, checked"),
    "MB of memory at 3,000 rows": (350, "website copy, checked"),
    "KB of the website copy": (180, "298 rows"),
    "times as fast as WeasyPrint": (8, "at 298 rows, at least"),
}
WEASYPRINT_THEN = 26.0
"""Seconds that WeasyPrint took for 3,000 rows on the machine on which the aims were set."""
LETTER = "@page { size: letter; margin: 1in } table { border-collapse: collapse; font-size: 9pt }"


def source(rows: int) -> Any:
    """The trees of the 2021 pages with so many rows; a shorter list is repeated."""
    from generator.documents.pictures import pictures_of
    from generator.documents.trees import exhibit_tree, page_tree
    from generator.pages import (
        annex_page as annex,
    )
    from generator.pages import (
        form_sd_page as form_sd,
    )
    from generator.pages import (
        overview_page as overview,
    )
    from generator.pages import (
        report_page as report,
    )
    from generator.pipeline import load_year, sound

    (loaded,) = sound([load_year(REPO / "data", 2021)])
    facts, sections = loaded.facts, loaded.sections
    own = loaded.disclosure.smelters
    many = [dataclasses.replace(own[at % len(own)], anchor=f"row-{at}") for at in range(rows)]
    disclosure = (
        loaded.disclosure
        if rows == len(own)
        else dataclasses.replace(loaded.disclosure, smelters=tuple(many), lists=())
    )
    listed = annex.render(disclosure, facts)
    exhibit = exhibit_tree(report.render(disclosure, facts, sections), listed, disclosure)
    form = page_tree(form_sd.render(disclosure, facts, sections, loaded.form_texts))
    pictures = pictures_of(overview.render(disclosure, facts, ()))
    return disclosure, form, exhibit, pictures


def ours(rows: int, *, only_web: bool) -> tuple[float, float, bytes]:
    """Seconds and processor seconds of the export with its imports, and the website copy."""
    disclosure, form, exhibit, pictures = source(rows)
    start, cpu = time.perf_counter(), time.process_time()
    from generator.documents.pdf import files

    if only_web:
        from generator.documents.pdf.document import Source, web_copy

        made_of = Source(disclosure, form, exhibit, pictures)
        document = web_copy(made_of)
        content = files._set(document, made_of, is_long=rows > files.LONG)
        content, broken = files._finished(document, content)
        found: list[Any] = broken
    else:
        assets, found = files.pdf_files(disclosure, form, exhibit, pictures)
        content = assets[0].content
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    if found:
        sys.exit(f"the export has findings: {found}")
    return seconds, cpu, content


def weasyprint(rows: int) -> tuple[float, float, bytes]:
    """Seconds and processor seconds of WeasyPrint with its imports: both documents in one PDF/UA-1."""
    _, form, exhibit, _ = source(rows)
    page = f"<html lang=en><title>Form SD</title><style>{LETTER}</style>{html(form)}{html(exhibit)}</html>"
    start, cpu = time.perf_counter(), time.process_time()
    import weasyprint as other

    content = other.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return time.perf_counter() - start, time.process_time() - cpu, content


def html(node: Any) -> str:
    from generator.documents.pdf.runs import is_left_out

    if isinstance(node, str):
        return escape(node)
    if is_left_out(node):
        return ""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>{''.join(map(html, node.children))}</{node.tag}>"


class Memory:
    """The most memory that this process and those that it started had in use together, in bytes, on Linux."""

    def __init__(self) -> None:
        self.peak = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.wait(0.01):
            self.peak = max(self.peak, in_use())


def in_use() -> int:
    own = Path("/proc/self")
    numbers = [number for task in own.glob("task/*/children") for number in task.read_text().split()]
    pages = 0
    for folder in (own, *(Path("/proc", number) for number in numbers)):
        with suppress(OSError):  # a process that has just ended
            pages += int((folder / "statm").read_text().split()[1])
    return pages * resource.getpagesize()


def once(what: str, rows: int) -> None:
    """One measurement, in this process, as JSON."""
    with Memory() as memory:
        made = weasyprint(rows) if what == "weasyprint" else ours(rows, only_web=what == "web")
    seconds, cpu, content = made
    cpu += sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    digest = hashlib.sha256(content).hexdigest()
    print(
        json.dumps(
            {"seconds": seconds, "cpu": cpu, "bytes": len(content), "mb": memory.peak / 1e6, "sha256": digest}
        )
    )


def measure(what: str, rows: int, zone: str) -> dict[str, Any]:
    command = [sys.executable, __file__, "--once", what, "--rows", str(rows)]
    env = {**os.environ, "TZ": zone, "PYTHONPATH": str(REPO)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        sys.exit(f"{what} with {rows} rows failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="measurements of each at 298 rows (default: 5)")
    parser.add_argument("--to", type=Path, help="write the result into this file too")
    parser.add_argument("--once", help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=int, default=298, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        once(given.once, given.rows)
        return 0
    return report(max(1, given.runs), given.to)


def report(runs: int, to: Path | None) -> int:
    kinds = ["all", "web", *(["weasyprint"] if importlib.util.find_spec("weasyprint") else [])]
    zones = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]
    found: Measurements = {(kind, rows): [] for rows in ROWS for kind in kinds}
    for rows in ROWS:
        for run in range(runs if rows == ROWS[0] else max(1, runs // 3)):
            for kind in kinds:
                found[kind, rows].append(measure(kind, rows, zones[run % len(zones)]))
    numbers = results(found)
    notes = []
    if ("weasyprint", ROWS[-1]) in found:
        speed = WEASYPRINT_THEN / middle(found, "weasyprint", ROWS[-1], "seconds")
        notes.append(
            f"Seconds of the aims are those of the table times {speed:.2f}: WeasyPrint, 3,000 rows, 26 s."
        )
        numbers |= {name: value * speed for name, value in numbers.items() if name.startswith("seconds")}
    for name, value in numbers.items():
        aim, of = AIMS[name]
        notes.append(f"{name} ({of}): {value:.2f}, aim {aim}: {'met' if is_met(name, value) else 'missed'}")
    same = all(
        len({one["sha256"] for one in found[kind, rows]}) == 1 for kind in ("all", "web") for rows in ROWS
    )
    notes.append(f"same bytes over runs and time zones: {'yes' if same else 'no'}")
    text = "\n".join(["# Results of benchmarks/pdf", "", table(found), *(f"- {note}" for note in notes), ""])
    print(text)
    if to:
        to.write_text(text, encoding="utf-8")
    return 0 if same and all(is_met(name, value) for name, value in numbers.items()) else 1


def is_met(name: str, value: float) -> bool:
    aim = AIMS[name][0]
    return value >= aim if name.startswith("times") else value <= aim


def middle(found: Measurements, kind: str, rows: int, key: str) -> float:
    return median(one[key] for one in found[kind, rows])


def results(found: Measurements) -> dict[str, float]:
    few, many = ROWS
    numbers = {
        "seconds at 298 rows": middle(found, "all", few, "seconds"),
        "seconds at 3,000 rows": middle(found, "web", many, "seconds"),
        "MB of memory at 3,000 rows": middle(found, "web", many, "mb"),
        "KB of the website copy": middle(found, "web", few, "bytes") / 1000,
    }
    if ("weasyprint", few) in found:
        ratio = middle(found, "weasyprint", few, "seconds") / middle(found, "web", few, "seconds")
        numbers["times as fast as WeasyPrint"] = ratio
    return numbers


def table(found: Measurements) -> str:
    names = {
        "all": "this export, three files",
        "web": "this export, website copy",
        "weasyprint": "WeasyPrint, one file",
    }
    lines = [
        "| export | rows | runs | median s | min-max s | median CPU s | MB | KB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for (kind, rows), runs in found.items():
        seconds = [one["seconds"] for one in runs]
        cpu, memory, size = (median(one[key] for one in runs) for key in ("cpu", "mb", "bytes"))
        spread = f"{min(seconds):.2f}-{max(seconds):.2f}"
        cells = [names[kind], rows, len(runs), f"{median(seconds):.2f}", spread]
        cells += [f"{cpu:.2f}", f"{memory:.0f}", f"{size / 1000:.0f}"]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
