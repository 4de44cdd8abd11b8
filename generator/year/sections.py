"""What people write: the report's sections ``report/NN-title.md``, and the texts of the form in ``form/``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError
from ..files.nearest import did_you_mean
from ..files.text_file import read_text
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, FILE_TWICE, SECTION_NAME, SECTION_TITLE
from ..model import FORM_TEXTS, LineRef, Section
from .too_large import too_large

_NAME = re.compile(r"(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")

_LONGEST = 2_000_000
"""Signs of a section; a whole report has some 60,000."""


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
        if problem := too_large(text, file, "section", _LONGEST):
            found.append(problem)
            continue
        sections.append(Section(int(name[1]), name[2], file, text))
        if not re.match(r"# +\S", text):
            advice = "Begin the file with '# ' and the section's title."
            found.append(Finding(SECTION_TITLE, "the section has no title", LineRef(file, 1), advice))
    found += _repeated_numbers(sections)
    if not sections:
        advice = "Put the sections there, one Markdown file each, for example 01-introduction.md."
        found.append(Finding(FILE_MISSING, "the report has no sections", LineRef(shown), advice))
    return tuple(sections), tuple(found)


def read_form_texts(folder: Path, shown: str) -> tuple[tuple[Section, ...], tuple[Finding, ...]]:
    """The texts of the form in its order, and the findings, errors of those that cannot be read among them.

    A text needs no title: the captions of the form stand above it. A folder that is not there has none.
    """
    there = {path.stem: path for path in sorted(folder.glob("*.md"))} if folder.is_dir() else {}
    kept, found = list[Section](), list[Finding]()
    for name in (one for one in FORM_TEXTS if one in there):
        file = f"{shown}/{name}.md"
        try:
            text = read_text(there[name], file)
        except InputError as problem:
            found += problem.findings
            continue
        if problem_of_size := too_large(text, file, "section", _LONGEST):
            found.append(problem_of_size)
        else:
            kept.append(Section(0, name, file, text, is_of_form=True))
    found += (_unknown_text(name, shown) for name in there if name not in FORM_TEXTS)
    return tuple(kept), tuple(found)


def _unknown_text(name: str, shown: str) -> Finding:
    known = [f"{one}.md" for one in FORM_TEXTS]
    advice = f"Known: {', '.join(known)}. {did_you_mean(f'{name}.md', known)}".strip()
    return Finding(SECTION_NAME, f"'{name}.md' is no text of the form", LineRef(f"{shown}/{name}.md"), advice)


def _repeated_numbers(sections: list[Section]) -> Iterator[Finding]:
    for before, section in itertools.pairwise(sections):
        if before.number == section.number:
            message = f"number {section.number:02} is used by {Path(before.file).name} as well"
            yield Finding(FILE_TWICE, message, LineRef(section.file), "Give one of them another number.")
