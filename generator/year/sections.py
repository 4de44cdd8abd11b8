"""The report's sections: ``report/NN-title.md``, in the order of their numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from ..files.text_file import read_text
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, FILE_TWICE, SECTION_NAME, SECTION_TITLE
from ..model import LineRef, Section

_NAME = re.compile(r"(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")


def read_sections(folder: Path, shown: str) -> tuple[tuple[Section, ...], tuple[Finding, ...]]:
    """The sections of ``folder`` and the findings. Raises InputError where a file cannot be read.

    A section's first line is its title, ``# Title``. Files that are no Markdown are left alone.
    """
    sections = []
    found = []
    for path in sorted(folder.glob("*.md"), key=lambda path: path.name) if folder.is_dir() else ():
        file = f"{shown}/{path.name}"
        name = _NAME.fullmatch(path.name)
        if name is None:
            advice = "Use two digits, a hyphen, and small letters, for example 04-due-diligence.md."
            found.append(Finding(SECTION_NAME, f"'{path.name}' is not NN-title.md", LineRef(file), advice))
            continue
        text = read_text(path, file)
        sections.append(Section(int(name[1]), name[2], file, text))
        if not re.match(r"# +\S", text):
            advice = "Begin the file with '# ' and the section's title."
            found.append(Finding(SECTION_TITLE, "the section has no title", LineRef(file, 1), advice))
    found += _repeated_numbers(sections)
    if not sections:
        advice = "Put the sections there, one Markdown file each, for example 01-introduction.md."
        found.append(Finding(FILE_MISSING, "the report has no sections", LineRef(shown), advice))
    return tuple(sections), tuple(found)


def _repeated_numbers(sections: list[Section]) -> Iterator[Finding]:
    for before, section in itertools.pairwise(sections):
        if before.number == section.number:
            message = f"number {section.number:02} is used by {Path(before.file).name} as well"
            yield Finding(FILE_TWICE, message, LineRef(section.file), "Give one of them another number.")
