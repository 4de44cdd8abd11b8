"""What ``formsd check`` says of six real filings, each as a new final of this program.

Each exhibit is pasted as it is, with its own list and without ``signed_elsewhere``; what a new final needs
besides (cover, signature, products) is invented, and what is found of that is left aside: only words and
figures count. The filings are read where ``tests.support.filings`` finds them, and are no part of this
project.

    python -m benchmarks.prose.check
    python -m benchmarks.prose.check --all ford
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.findings import Finding, Severity
from generator.model import LineRef
from generator.pipeline import load_year
from tests.support.filings import FILERS, FILINGS, Filer, write_filing

FALSE_WARNINGS = 1.0
"""At most as many for 1,000 words."""

OF_WORDS = (
    "TF-",
    "CL-",
    "WD-",
    "CP-",
    "DT-005",
    "DT-006",
    "DT-007",
    "CO-003",
    "CO-005",
    "CO-008",
    "CO-009",
    "CO-010",
    "CO-011",
)
"""Codes of words and figures; others are about the list, the cover or who signs."""
ASIDE = ("CP-005", "CP-006", "CP-007")
"""Of the invented cover."""


@dataclass(frozen=True)
class TrueError:
    """An error that is right: the file's number (0: disclosure.yml), a line of it (0: any), and what"
    " it quotes."""

    filer: str
    code: str
    file: int
    line: int
    quotes: str
    times: int = 1
    """How often it stands there."""
    is_of_nine: bool = True


TRUE = (
    TrueError("microsoft", "CO-005", 0, 0, "43 countries"),
    TrueError("microsoft", "CP-002", 0, 0, "the mine or location"),
    TrueError("microsoft", "TF-002", 4, 23, "'84.9%'"),
    TrueError("caterpillar", "CO-003", 0, 0, "'Korea'"),
    TrueError("ford", "TF-002", 7, 10, "'350'", times=2),
    TrueError("ford", "TF-002", 7, 10, "'65%'"),
    TrueError("ford", "TF-002", 8, 7, "'350'"),
    TrueError("nike", "TF-002", 7, 44, "'12%'"),
    TrueError("ford", "TF-002", 7, 25, "'34'", is_of_nine=False),
)
"""The nine that the first reading found, and one cell that it missed."""

RIGHT_WARNINGS = {
    ("caterpillar", "CL-004"): 1,
    ("garrett", "CL-004"): 1,
    ("garrett", "CP-003"): 2,
}
"""Warnings that a person read and found right, by filer and code. TF-001 is right where the fact that it
names is the one that the sentence means; these were read too."""
WRONG_FACTS: dict[str, int] = {}
"""TF-001 that names another fact than the sentence means, by filer: none was found."""


@dataclass(frozen=True)
class Result:
    """What was found in one filing."""

    filer: Filer
    words: int
    findings: tuple[Finding, ...]
    seconds: float

    def of(self, severity: Severity) -> list[Finding]:
        return [one for one in self.findings if one.severity is severity]

    @property
    def missed(self) -> list[TrueError]:
        own = [true for true in TRUE if true.filer == self.filer.name]
        return [
            true for true in own if sum(is_that(one, true) for one in self.of(Severity.ERROR)) < true.times
        ]

    @property
    def false_errors(self) -> list[Finding]:
        own = [true for true in TRUE if true.filer == self.filer.name]
        return [one for one in self.of(Severity.ERROR) if not any(is_that(one, true) for true in own)]

    @property
    def false_warnings(self) -> int:
        by_code = Counter(one.code for one in self.of(Severity.WARNING))
        left = sum(
            max(0, number - RIGHT_WARNINGS.get((self.filer.name, code), 0))
            for code, number in by_code.items()
            if code != "TF-001"
        )
        return left + WRONG_FACTS.get(self.filer.name, 0)


def is_that(finding: Finding, true: TrueError) -> bool:
    """Whether the finding is this true one, at its sentence."""
    where = finding.where
    file = where.file.rpartition("/")[2]
    number = int(file[:2]) if file[:2].isdigit() else 0
    line = where.line if isinstance(where, LineRef) else None
    is_there = (true.file, true.line) in ((0, 0), (number, 0), (number, line))
    return finding.code == true.code and is_there and true.quotes in finding.message


def as_new_final(settings: Path, filer: Filer) -> Path:
    """The filing's year with the facts that a new final needs; the folder ``data``."""
    data = settings.parent / "data"
    path = data / str(filer.year) / "disclosure.yml"
    stated: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    stated["filing"] = {
        "state": "final",
        "signed_on": f"{filer.year + 1}-05-29",
        "date": f"{filer.year + 1}-05-29",
        "signatory": {"name": "Ina Invented", "title": "Chief Invention Officer"},
    }
    stated["registrant"] |= {
        "jurisdiction": "Delaware",
        "commission_file_number": "001-00042",
        "address": {"street": "1 Invented Street", "city": "Invented City", "state": "Ohio", "zip": "00042"},
        "contact": {"name": "Ina Invented", "telephone": "(555) 555-0142"},
        "disclosure_url": f"https://www.example.com/{filer.year}/",
    }
    stated["products"] = {"description": "invented products", "categories": [{"name": "Invented products"}]}
    path.write_text(yaml.safe_dump(stated, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return data


def checked(filer: Filer, folder: Path) -> Result:
    """The filing, checked."""
    data = as_new_final(write_filing(filer, folder / filer.name), filer)
    report = data / str(filer.year) / "report"
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in report.glob("*.md"))
    start = time.perf_counter()
    findings = load_year(data, filer.year).findings
    seconds = time.perf_counter() - start
    unread = [str(one) for one in findings if one.severity is Severity.ERROR and one.code.startswith("YM-")]
    if unread:
        raise SystemExit(f"{filer.name} was not read, so nothing of it was checked: {unread[0]}")
    counted = tuple(one for one in findings if one.code.startswith(OF_WORDS) and one.code not in ASIDE)
    return Result(filer, words, counted, seconds)


def lines_of(result: Result) -> Iterator[str]:
    """What is printed of one filing."""
    errors, warnings, notes = (result.of(one) for one in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    rate = 1000 * result.false_warnings / result.words
    yield (
        f"{result.filer.name}: {result.words:,} words, {result.seconds:.1f} s; errors {len(errors)} "
        f"({len(result.false_errors)} false, {len(result.missed)} missed), warnings {len(warnings)} "
        f"({result.false_warnings} false, {rate:.1f} for 1,000 words), notes {len(notes)}"
    )
    for name, found in (("errors", errors), ("warnings", warnings), ("notes", notes)):
        by_code = Counter(one.code for one in found)
        yield f"  {name}: " + (
            ", ".join(f"{code} {number}" for code, number in sorted(by_code.items())) or "none"
        )
    yield from (f"  FALSE: {one}" for one in result.false_errors)
    yield from (f"  MISSED: {one.code} {one.quotes}" for one in result.missed)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all", metavar="FILER", default="", help="print all that is found in this filing")
    options = parser.parse_args(arguments)
    if not FILINGS.is_dir():
        print(f"There are no filings at {FILINGS}.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        results = [checked(filer, Path(folder)) for filer in FILERS]
    for result in results:
        print("\n".join(lines_of(result)))
        if result.filer.name == options.all:
            print("\n".join(f"  {one}" for one in result.findings))
    false = sum(len(result.false_errors) for result in results)
    missed = sum(one.is_of_nine for result in results for one in result.missed)
    is_noisy = any(1000 * result.false_warnings > FALSE_WARNINGS * result.words for result in results)
    print(
        f"\nfalse errors {false} (aim 0), true findings missed {missed} (aim 0), too many false"
        f" warnings: {is_noisy}"
    )
    return 1 if false or missed or is_noisy else 0


if __name__ == "__main__":
    sys.exit(main())
