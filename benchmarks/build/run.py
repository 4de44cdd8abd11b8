"""Time whole builds of this site and of a bare Material site with as many pages, in turn.

Prints a Markdown table. Exit code 1 where the ratio of the medians is above the aim.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

REPO = Path(__file__).resolve().parents[2]
AIM = 1.5

BARE_CONFIG = """\
site_name: Bare
site_url: https://www.example.com/
theme:
  name: material
  font: false
plugins:
  - search
"""

PARAGRAPH = (
    "The registrant asked its suppliers in good faith where the minerals in its products come from, "
    "compared the answers with public lists, and describes the result here in plain words. " * 3
)


@dataclass
class Contender:
    """A site to build, and what its counted builds took."""

    name: str
    config: Path
    site: Path
    seconds: list[float] = field(default_factory=list)
    """From the start of the process to its end."""
    cpu_seconds: list[float] = field(default_factory=list)
    """Time of the processor, which other work on the machine hardly changes; 0 on Windows."""

    def build(self) -> None:
        """Build once, count it, and stop the benchmark where the site does not build."""
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        command += ["--config-file", str(self.config), "--site-dir", str(self.site)]
        start, cpu_start = time.perf_counter(), cpu_of_children()
        done = subprocess.run(command, env=as_installed(), capture_output=True, text=True, check=False)
        self.seconds.append(time.perf_counter() - start)
        self.cpu_seconds.append(cpu_of_children() - cpu_start)
        if done.returncode != 0:
            sys.exit(f"{self.name} does not build:\n{done.stderr}")

    def forget(self) -> None:
        """Count from here: the first build fills caches."""
        self.seconds.clear()
        self.cpu_seconds.clear()

    @property
    def pages(self) -> int:
        """Built pages but the one for wrong addresses, which no Markdown file stands for."""
        return sum(1 for page in self.site.rglob("*.html") if page.name != "404.html")


def as_installed() -> dict[str, str]:
    """The environment of a build whose compiled modules are kept, as those of an installed program are.

    Where ``PYTHONDONTWRITEBYTECODE`` is set, a repository's modules would be compiled in each build.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def cpu_of_children() -> float:
    """Processor seconds of all processes that this one started and that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def write_bare_site(folder: Path, pages: int) -> Path:
    """A Material site with that many Markdown files; its configuration file."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for number in range(pages):
        name = "index.md" if number == 0 else f"page-{number}.md"
        text = "\n\n".join([f"# Page {number}", *[PARAGRAPH] * 6])
        (docs / name).write_text(text + "\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(BARE_CONFIG, encoding="utf-8")
    return config


def compare(runs: int, folder: Path) -> tuple[Contender, Contender]:
    """The bare site and this one after ``runs`` builds each; a first build of each does not count."""
    ours = Contender("this site", REPO / "mkdocs.yml", folder / "ours")
    ours.build()
    bare = Contender("bare Material", write_bare_site(folder / "bare-source", ours.pages), folder / "bare")
    bare.build()
    for contender in (bare, ours):
        contender.forget()
    for _ in range(runs):
        for contender in (bare, ours):
            contender.build()
    return bare, ours


def table(bare: Contender, ours: Contender) -> str:
    """The result as Markdown."""
    lines = [
        "| site | pages | builds | median s | min-max s | ratio | median CPU s |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for one in (bare, ours):
        middle = median(one.seconds)
        spread = f"{min(one.seconds):.2f}-{max(one.seconds):.2f}"
        cells = [one.name, one.pages, len(one.seconds), f"{middle:.2f}", spread]
        cells += [f"{middle / median(bare.seconds):.2f}", f"{median(one.cpu_seconds):.2f}"]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="counted builds of each site (default: 7)")
    runs = max(1, parser.parse_args().runs)
    with tempfile.TemporaryDirectory() as folder:
        bare, ours = compare(runs, Path(folder))
        print(table(bare, ours))
    ratio = median(ours.seconds) / median(bare.seconds)
    print(f"\nThe aim is a ratio of at most {AIM}: {'met' if ratio <= AIM else 'missed'}.")
    return 0 if ratio <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
