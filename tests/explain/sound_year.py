"""An invented year without a finding, and what the real check says of it once an example stands in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.errors import InputError
from generator.explain.page import Example
from generator.findings import Finding
from generator.pipeline import export_files, load
from tests.support.builders import YML, workbook, write_year

ALWAYS = "SO-006"
"""What every final says that nobody signed here; the invented year is one."""
_DOCUMENTS = ("DC-", "ED-", "PD-")
"""Codes that come up when the documents are made."""

OWN = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "state: final", "state: draft"
)
"""The same year while it is written: an example is about a disclosure that is made here."""

Make = Callable[[Path], object]
"""Does something to the folder of a sound year."""


def write_example(folder: Path, example: Example) -> None:
    """Put an example where its first line says, in the folder of a sound year."""
    path = folder / example.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if example.file == "disclosure.yml":
        path.write_text(with_entries(OWN, example.text), encoding="utf-8")
    elif example.file == "smelters.xlsx":
        headings, *rows = csv.reader(io.StringIO(example.text))
        workbook(path, rows, headings=headings)
    else:
        path.write_text(example.text, encoding="utf-8")


def with_entries(text: str, entries: str) -> str:
    """``disclosure.yml`` with these entries in place of those of the same name; others stay.

    It is done line by line, because an example may be no valid YAML. Entries below an entry are taken one by
    one where both texts have some there; a list takes the place of a list.
    """
    own, given = _blocks(text), _blocks(entries)
    for name, lines in given.items():
        below, own_below = lines[1:], own.get(name, [])[1:]
        if _is_group(lines) and _is_group(own.get(name, [])):
            merged = with_entries("\n".join(own_below), "\n".join(below))
            own[name] = [own[name][0], *merged.splitlines()]
        else:
            own[name] = lines
    return "".join(f"{line}\n" for lines in own.values() for line in lines)


def _blocks(text: str) -> dict[str, list[str]]:
    """Name of each entry of the outermost level to its lines and those below it; one given twice has both."""
    blocks: dict[str, list[str]] = {}
    name, outermost = "", re.match(r" *", text)
    begin = re.compile(rf"{outermost[0] if outermost else ''}(\w+):")
    for line in text.splitlines():
        found = begin.match(line)
        name = found[1] if found else name
        blocks.setdefault(name, []).append(line)
    return blocks


def _is_group(lines: list[str]) -> bool:
    """Whether an entry has entries below it, each on a line of its own."""
    first, *rest = lines or [""]
    below = [line for line in rest if not line.lstrip().startswith("#")]
    return first.rstrip().endswith(":") and bool(below) and re.match(r" +\w+:", below[0]) is not None


def codes_of_example(data: Path, code: str, examples: Iterable[Example]) -> set[str]:
    """What the check, and for codes of documents the export, finds in a sound year with these examples."""
    folder = write_year(data, yml=OWN)
    for example in examples:
        write_example(folder, example)
    return codes_of_year(data, with_documents=code.startswith(_DOCUMENTS))


def codes_after(data: Path, make: Make, *, with_documents: bool = False) -> set[str]:
    """What is found in a sound year to which something was done."""
    make(write_year(data))
    return codes_of_year(data, with_documents=with_documents)


def codes_of_year(data: Path, *, with_documents: bool = False) -> set[str]:
    """The codes of all findings of 2021 that nobody waived."""
    (year,) = load(data, 2021)
    found: tuple[Finding, ...] = year.findings
    if with_documents and not year.stopping():
        try:
            found += export_files([year])[1]
        except InputError as problem:
            found += problem.findings
    return {finding.code for finding in found if finding.waiver is None}
