"""``eu-importer.md``: what a filer that imports into the European Union publishes beside its filing.

The program has headings for it and not a word of text. It is a page of the website, and in no document that
is filed in the United States.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..files.text_file import read_text
from ..findings import Finding
from ..findings.catalogue import EU_UNWRITTEN, SECTION_TITLE
from ..model import HTML_COMMENT, LineRef, Section
from .too_large import too_large

EU_FILE = "eu-importer.md"
_LONGEST = 1_000_000
_HEADING = re.compile(r"#{1,6} .*")


def read_eu_importer(folder: Path, shown: str) -> tuple[Section | None, tuple[Finding, ...]]:
    """The text, and what is wrong with it; None where the file is not there, or has headings alone.

    Headings without a text below them are left out. Raises InputError where it cannot be read.
    """
    path, file = folder / EU_FILE, f"{shown}/{EU_FILE}"
    if not os.path.lexists(path):  # a pipe, or a link that leads nowhere, is told
        return None, ()
    text = read_text(path, file)
    if problem := too_large(text, file, "section", _LONGEST):
        return None, (problem,)
    plain = HTML_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    if not any(line.strip() and not _HEADING.fullmatch(line) for line in plain.split("\n")):
        message = "there are headings and no text, so the year has no such page"
        advice = "Write below the headings, or remove the file if you import nothing into the European Union."
        return None, (Finding(EU_UNWRITTEN, message, LineRef(file, 1), advice),)
    found: tuple[Finding, ...] = ()
    if not text.startswith("# "):
        advice = "Begin the file with '# ' and the title of the page."
        found = (Finding(SECTION_TITLE, "the text has no title", LineRef(file, 1), advice),)
    return Section(0, "eu-importer", file, with_filled_headings(plain)), found


def with_filled_headings(text: str) -> str:
    """The text with blank lines in place of headings of parts that say nothing; lines stay where they are."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        level = len(line) - len(line.lstrip("#"))
        if number and _HEADING.fullmatch(line) and _is_blank(lines[number + 1 :], level):
            lines[number] = ""
    return "\n".join(lines)


def _is_blank(below: list[str], level: int) -> bool:
    """Whether nothing stands below a heading before the next one of its level or a higher one."""
    for line in below:
        if _HEADING.fullmatch(line):
            if len(line) - len(line.lstrip("#")) <= level:
                return True
        elif line.strip():
            return False
    return True
