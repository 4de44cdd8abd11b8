"""``formsd explain``: a code in words, or all codes by family."""

from __future__ import annotations

import csv
import io
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ..errors import DisclosureError
from ..findings import Rule, Stops
from ..findings.catalogue import RETIRED, rules
from . import page

FAMILIES = {
    "FI": "Files",
    "YM": "disclosure.yml",
    "WB": "The smelter list as a workbook",
    "SM": "Smelters and refiners",
    "CO": "Countries",
    "SL": "Lists of sanctions that you download",
    "DT": "Dates",
    "FM": "The form",
    "FG": "Figures",
    "SE": "Sections of the report",
    "WO": "Sentences that the data chooses, in the folder wording",
    "TF": "Figures in the text",
    "CL": "Sentences that data can contradict",
    "WD": "Wording",
    "CP": "Completeness of the report",
    "BP": "The year before",
    "WV": "Waivers",
    "SO": "Sign-offs and records",
    "OW": "The company's own site",
    "BR": "How a company's site looks",
    "DC": "Documents: the PDF and the files for EDGAR",
    "ED": "EDGAR",
    "ST": "The turn of the year: drafts beside a final, what was carried over",
    "PD": "PDF",
    "PV": "Confidentiality",
    "VE": "What is published or filed, against the data",
    "IM": "A filing that is imported",
    "CM": "A Word file that came back from counsel",
    "FS": "The filing sheet",
    "RL": "A redline",
    "RC": "Lists and decisions for reconciling",
    "LT": "Letters to suppliers",
    "RD": "The list and the facts, against the last reconciliation",
    "CF": "A supplier's file",
    "CC": "A supplier's company, contact, date and scope",
    "CQ": "A supplier's answers",
    "CS": "A supplier's smelters",
}
"""The first letters of codes to what these are about, in the order in which a year is worked on."""

_CANNOT = {
    Stops.EVERY_BUILD: "It cannot be waived: as long as it stands, there is nothing that could be published.",
    Stops.FINAL: "It cannot be waived.",
    Stops.COMMAND: "It cannot be waived. It stops the command that says it, and no build.",
    Stops.ANSWER: "It cannot be waived. It is about one supplier's answer, and stops no build.",
    Stops.NOTHING: "It cannot be waived, and it stops nothing.",
}
_STOPS = {
    Stops.EVERY_BUILD: "It stops every build",
    Stops.FINAL: "It stops a final and no draft",
    Stops.COMMAND: "It stops the command that finds it",
    Stops.ANSWER: "One supplier's answer is not accepted",
    Stops.NOTHING: "It stops nothing",
}
_RESTATED = "In a year that restates a filing (filing.signed_elsewhere) it is a warning, and stops nothing."
_NOT_YET = "There is no longer text on this code yet."


@dataclass(frozen=True)
class Line:
    """A line to print."""

    text: str
    is_heading: bool = False


class UnknownCodeError(DisclosureError):
    """There is no such code."""


def get_rule(code: str) -> Rule | None:
    """The rule of a code in any case; None where the code is retired. Raises UnknownCodeError."""
    known = {rule.code: rule for rule in rules()}
    wanted = code.strip().upper()
    if wanted in RETIRED:
        return None
    if wanted not in known:
        raise UnknownCodeError(f"There is no code '{code}'. {_meant(wanted, known)}")
    return known[wanted]


def _meant(wanted: str, known: dict[str, Rule]) -> str:
    """What was probably meant: the same letters and number written otherwise, or a code that looks alike."""
    parts = re.fullmatch(r"([A-Z]+)\W*0*(\d{1,3})", wanted)
    near = [f"{parts[1]}-{int(parts[2]):03}"] if parts else []
    near = [code for code in near if code in known] or get_close_matches(wanted, known, n=3)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return "'formsd explain' without a code lists all of them."


def explained(code: str, width: int = 80) -> Iterator[Line]:
    """The lines on one code, paragraphs no wider than ``width``. Raises UnknownCodeError."""
    rule = get_rule(code)
    if rule is None:
        text = "is retired: no finding has it any more, and it is not given to another one."
        yield Line(f"{code.strip().upper()} {text}")
        return
    yield Line(f"{rule.code} {rule.severity}: {rule.summary}", is_heading=True)
    waived = "can be waived" if rule.is_waivable else "cannot be waived"
    yield Line(f"{_STOPS[rule.stops]}; it {waived}. The check is called {rule.name}.")
    if rule.is_lowered_when_restated:
        yield Line(_RESTATED)
    yield Line("")
    found = page.find_page(rule.code)
    if found is None:
        yield Line(_NOT_YET)
        return
    yield from _plain(found.meaning, width)
    for heading, text in parts_of(rule, found):
        yield Line("")
        yield Line(heading, is_heading=True)
        yield Line("")
        yield from _plain(text, width)


def parts_of(rule: Rule, found: page.ExplainedCode) -> Iterator[tuple[str, str]]:
    """Heading and text of what stands below the meaning; also of a code that cannot be waived."""
    yield "An example that has it", found.found
    yield "The example mended", found.mended
    yield page.WAIVING, found.waiving or _CANNOT[rule.stops]


def _plain(text: str, width: int) -> Iterator[Line]:
    """Markdown for a terminal: paragraphs wrapped, examples indented below the name of their file."""
    for number, (words, example) in enumerate(page.pieces(text)):
        if number:
            yield Line("")
        if example is None:
            yield from map(Line, textwrap.wrap(words, width))
            continue
        yield Line(f"{example.file}:")
        for line in _in_columns(example.text) if example.kind == "csv" else example.text.splitlines():
            yield Line(f"    {line}".rstrip())


def _in_columns(text: str) -> Iterator[str]:
    """A table with its columns below each other."""
    rows = list(csv.reader(io.StringIO(text)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))


def catalogue() -> Iterator[Line]:
    """All codes with what they find, by family."""
    for letters, title in FAMILIES.items():
        yield Line(f"{letters}  {title}", is_heading=True)
        yield from (
            Line(f"  {rule.code}  {rule.severity:<7}  {rule.summary}")
            for rule in rules()
            if rule.code.startswith(f"{letters}-")
        )
        yield Line("")
    yield Line("'formsd explain CODE' says more about one, with an example.")
