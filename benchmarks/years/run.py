"""What years cost: whole builds of one year and ten, of 300 rows and 3,000, and the preview, side by side.

Prints a Markdown table of the processor's time, which other work on the machine changes least. Exit code 1
where a ratio is above its aim.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.build.run import as_installed, cpu_of_children, write_bare_site
from benchmarks.years.world import NEWEST, REPO, write_site

_PREVIEWS = ("ten-preview", "one-preview")
PREVIEW = Path(__file__).with_name("preview.py")


@dataclass
class Contender:
    """A site, and what it took each time."""

    name: str
    settings: Path
    is_preview: bool = False
    cpu_seconds: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Builds the site once more, or begins its preview and renews it."""
        if self.is_preview:
            section = self.settings.parent / "data" / str(NEWEST) / "report" / "08-future-steps.md"
            told = called([str(PREVIEW), str(self.settings), str(section), "3"])
            self.cpu_seconds += [float(line) for line in told.split()]
            return
        before = cpu_of_children()
        called(["-m", "mkdocs", "build", "-q", "--strict", "--config-file", str(self.settings)])
        self.cpu_seconds.append(cpu_of_children() - before)

    @property
    def middle(self) -> float:
        return median(self.cpu_seconds)


def called(arguments: list[str]) -> str:
    """What a process of Python prints; stops the benchmark where it fails."""
    env = {**as_installed(), "PYTHONPATH": str(REPO)}
    done = subprocess.run([sys.executable, *arguments], env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} fails:\n{done.stdout}{done.stderr}")
    return done.stdout


@dataclass(frozen=True)
class Aim:
    """A ratio that must not be exceeded."""

    words: str
    most: float
    ratio: Callable[[], float]

    def told(self) -> str:
        found = self.ratio()
        return f"| {self.words} | {found:.2f} | {self.most} | {'met' if found <= self.most else 'missed'} |"


def contenders(folder: Path) -> dict[str, Contender]:
    one = write_site(folder / "one")
    ten = write_site(folder / "ten", years=10, smelter_pages=False)
    pages = write_site(folder / "pages", years=10)
    long = write_site(folder / "long", rows=3000)
    every = {
        "one": Contender("one year, 300 rows", one),
        "ten": Contender("ten years of 300 rows, without smelter pages", ten),
        "pages": Contender("ten years of 300 rows, with 300 smelter pages", pages),
        "long": Contender("one year, 3,000 rows", long),
        "one-preview": Contender("preview of one year, one page renewed", one, is_preview=True),
        "ten-preview": Contender("preview of ten years, one page renewed", ten, is_preview=True),
    }
    for key in ("one", "ten", "long", "pages"):  # fills caches, not counted
        if key == "pages":
            shutil.copytree(folder / "ten" / ".cache", folder / key / ".cache")
        every[key].run()
        every[key].cpu_seconds.clear()
    built = [page for page in (folder / "one" / "site").rglob("*.html") if page.name != "404.html"]
    bare = write_bare_site(folder / "bare", len(built))
    return {"bare": Contender("bare Material, as many pages as one year", bare), **every}


def aims(found: dict[str, Contender]) -> list[Aim]:
    def ratio(one: str, other: str) -> Callable[[], float]:
        return lambda: found[one].middle / found[other].middle

    return [
        Aim("one year to bare Material", 1.5, ratio("one", "bare")),
        Aim("ten years to one year, without smelter pages", 3, ratio("ten", "one")),
        Aim("3,000 rows to 300", 2, ratio("long", "one")),
        Aim(
            "preview of ten years to that of one, one page renewed", 1.5, ratio("ten-preview", "one-preview")
        ),
        Aim(
            "300 smelter pages as a part of the build with them",
            0.1,
            lambda: 1 - found["ten"].middle / found["pages"].middle,
        ),
    ]


def table(found: dict[str, Contender]) -> str:
    lines = ["| site | runs | median CPU s | min-max CPU s |", "|---|---:|---:|---:|"]
    for one in found.values():
        spread = f"{min(one.cpu_seconds):.2f}-{max(one.cpu_seconds):.2f}"
        lines.append(f"| {one.name} | {len(one.cpu_seconds)} | {one.middle:.2f} | {spread} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each site (default: 5)")
    parser.add_argument("--to", type=Path, help="a file for the result as well")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = contenders(Path(folder))
        for _ in range(max(1, asked.runs)):
            for contender in found.values():
                contender.run()
    told = aims(found)
    text = "\n".join(
        [
            "# Results of benchmarks/years",
            "",
            table(found),
            "",
            "| ratio | found | at most | |",
            "|---|---:|---:|---|",
            *(aim.told() for aim in told),
        ]
    )
    print(text)
    if asked.to:
        asked.to.write_text(f"{text}\n", encoding="utf-8")
    return 0 if all(aim.ratio() <= aim.most for aim in told) else 1


if __name__ == "__main__":
    sys.exit(main())
