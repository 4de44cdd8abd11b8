"""``data/<year>/wording/``: the sentences of the report that the data chooses, a heading a case."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import InputError
from ..files.text_file import read_text
from ..findings import Finding
from ..model import HTML_COMMENT, Route, WordingCase, WordingFile
from .too_large import too_large

FOLDER = "wording"
_LONGEST = 300_000
"""Signs of a file; the longest that comes with the program has some 5,000."""
TEMPLATES = Path(__file__).with_name("templates") / FOLDER
PARAGRAPHS = TEMPLATES.with_name("paragraphs")
_PARAGRAPH = re.compile(r"\bparagraph\s*\.\s*([a-z_]+)")
_HEADING = re.compile(r"^##[ \t]+(.*?)[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^#[ \t].*$", re.MULTILINE)


def default_files(route: Route) -> Iterator[Path]:
    """The files to start from: those for every route, then those for this one."""
    yield from sorted(TEMPLATES.glob("*.md"))
    yield from sorted((TEMPLATES / route.value).glob("*.md"))


def paragraph_files(route: Route, texts: Iterable[str]) -> Iterator[Path]:
    """The files to start from of those paragraphs that the texts of sections print, by name.

    A route has files of its own where its words differ from those for every route.
    """
    named = {name.replace("_", "-") for text in texts for name in _PARAGRAPH.findall(text)}
    for name in sorted(named):
        both = (PARAGRAPHS / route.value / f"{name}.md", PARAGRAPHS / f"{name}.md")
        yield from itertools.islice((path for path in both if path.is_file()), 1)


def all_paragraph_files(route: Route) -> Iterator[Path]:
    """Those of all paragraphs, whether a section prints them or not."""
    yield from sorted(PARAGRAPHS.glob("*.md"))
    yield from sorted((PARAGRAPHS / route.value).glob("*.md"))


def read_wording(folder: Path, shown: str) -> tuple[tuple[WordingFile, ...], tuple[Finding, ...]]:
    """Every Markdown file of the folder, by name, and the findings of those that cannot be read."""
    files: list[WordingFile] = []
    found: list[Finding] = []
    for path in sorted(folder.glob("*.md"), key=lambda path: path.name) if folder.is_dir() else ():
        file = f"{shown}/{path.name}"
        try:
            files.append(wording_file(path, file))
        except InputError as problem:
            files.append(WordingFile(path.stem, file, "", (), is_read=False))
            found += problem.findings
    return tuple(files), tuple(found)


def wording_file(path: Path, shown: str) -> WordingFile:
    """The file with its cases. Comments are blanks, since they name what a text must contain.

    Raises InputError where it cannot be read.
    """
    text = read_text(path, shown)
    if problem := too_large(text, shown, "wording", _LONGEST):
        raise InputError([problem])
    bare = HTML_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    begin = bare.find("<!--")
    open_comment = None if begin < 0 else text.count("\n", 0, begin) + 1
    return WordingFile(path.stem, shown, text, tuple(_cases(bare)), open_comment)


def _cases(bare: str) -> Iterator[WordingCase]:
    headings = list(_HEADING.finditer(bare))
    above = _TITLE.sub(lambda found: " " * len(found[0]), bare[: headings[0].start() if headings else None])
    if above.strip():
        yield _case("", above, 0, bare, 0)
    for number, heading in enumerate(headings):
        behind = headings[number + 1].start() if number + 1 < len(headings) else len(bare)
        yield _case(heading[1], bare[heading.end() : behind], heading.end(), bare, heading.start())


def _case(name: str, text: str, start: int, bare: str, heading: int) -> WordingCase:
    offset = start + len(text) - len(text.lstrip())
    lines = [bare.count("\n", 0, at) + 1 for at in (heading, offset)]
    return WordingCase(name, text.strip(), offset, *lines)
