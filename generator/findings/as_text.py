"""The findings for people: by file, each with the line of text that it is about, and a caret below."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..model import LineRef
from ..model.counted import counted
from . import Finding, Severity, printable, severities_counted

_WIDTH = 100
_LARGEST = 10_000_000
"""Bytes of a file from which lines are shown."""
"""Columns of a line that are shown."""
_BEFORE = 60
"""Columns before the place that are shown of a longer line."""
_WITHHELD = "PV-"
"""Codes of findings whose line holds what nobody may read: no finding about that line shows it."""


@dataclass(frozen=True)
class Line:
    """A line to print. ``severity`` says how it may be coloured; None: it is not."""

    text: str
    severity: Severity | None = None
    is_heading: bool = False


def by_file(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a file together, where the first of them stands; else in their order."""
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.where.file, []).append(finding)
    return [finding for of_file in files.values() for finding in of_file]


def finding_lines(
    findings: Iterable[Finding], data_dir: Path, may_show: Callable[[str], bool] = lambda _: True
) -> Iterator[Line]:
    """The findings, which are in order of their places, under a heading for each file.

    ``may_show``: whether a line of a file may be shown, beside those that a finding says to be withheld.
    """
    texts = _Texts(data_dir)
    findings = list(findings)
    withheld = {_line_of(finding) for finding in findings if finding.code.startswith(_WITHHELD)}
    for file, of_file in groupby(findings, key=lambda finding: finding.where.file):
        group = list(of_file)
        yield Line(printable(f"{file}: {severities_counted(group)}"), is_heading=True)
        for finding in group:
            yield Line(str(finding), None if finding.waiver else finding.severity)
            if _line_of(finding) not in withheld:
                yield from (Line(line) for line in _excerpt(finding, texts, may_show))
        yield Line("")


def _line_of(finding: Finding) -> tuple[str, int | str | None]:
    """The line or the cell, wherever in it the finding stands."""
    where = finding.where
    return where.file, where.line if isinstance(where, LineRef) else where.cell


def stopped_text(findings: Iterable[Finding], end: str) -> str:
    """How many errors there are, ``end``, and a line for each of them, also for one that is waived."""
    found = [finding for finding in findings if finding.severity is Severity.ERROR]
    first = f"The disclosure has {counted(len(found), 'error')}. {end}"
    return "\n".join([first, *(f"  {finding}" for finding in found)])


class _Texts:
    """The lines of the text files that findings name."""

    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir.parent
        self._lines: dict[str, list[str]] = {}

    def line(self, where: LineRef) -> str | None:
        """The line; None where the file has none of that number, or is no text."""
        if where.line is None:
            return None
        lines = self._lines.setdefault(where.file, self._read(where.file))
        return lines[where.line - 1] if where.line <= len(lines) else None

    def _read(self, file: str) -> list[str]:
        path = self._root / file
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return []
        # Findings count "\n" alone; ``splitlines`` would end a line at separators and form feeds too.
        return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")


def _excerpt(finding: Finding, texts: _Texts, may_show: Callable[[str], bool]) -> Iterator[str]:
    """The line of text, cut where it is long, and below it what the finding is about."""
    where = finding.where
    text = texts.line(where) if isinstance(where, LineRef) else None
    if not isinstance(where, LineRef) or text is None or not text.strip() or not may_show(text):
        return
    column = (where.column or 1) - 1
    start = max(column - _BEFORE, 0) if len(text) > _WIDTH else 0
    shown = _one_column_each(text[start : start + _WIDTH])
    dots = "…" if start else ""
    yield f"    | {dots}{shown}{'…' if start + _WIDTH < len(text) else ''}"
    if where.column is not None:
        length = min(where.length, _WIDTH - (column - start))
        blanks = " " * (len(dots) + _columns(shown[: column - start]))
        yield f"    | {blanks}{'^' * _columns(shown[column - start : column - start + length])}"


def _one_column_each(text: str) -> str:
    """Tabs and characters that a terminal would obey as one blank each, so that carets stand below."""
    return "".join(character if character.isprintable() else " " for character in text)


def _columns(text: str) -> int:
    """The columns that a terminal uses: letters of East Asia take two, accents that combine none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
