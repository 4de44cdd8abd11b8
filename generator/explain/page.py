"""A page that explains a code: ``texts/TF-001.md``, with fixed headings and examples that can be run.

An example is a fenced block whose first line names its kind and the file that it stands in::

    ```yaml disclosure.yml          entries that take the place of those of a sound year
    ```markdown report/03-survey.md the whole section
    ```csv smelters.xlsx            the whole list, headings first
    ```csv ../countries.csv         any other file of the folder, whole

Where an example cannot be written as text, such as a damaged workbook, both parts say it in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"

FOUND, MENDED, WAIVING = "Found", "Mended", "When to waive"
"""The headings below what the finding means, in their order."""

_FENCE = re.compile(r"^```(?P<kind>\w+) (?P<file>\S+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)

_HEADING = re.compile(rf"^(# [A-Z]{{2}}-\d{{3}}|## (?:{FOUND}|{MENDED}|{WAIVING}))\n", re.MULTILINE)
"""Of the page; an example may have headings of its own."""


class PageError(Exception):
    """A page that has not the form that all pages have. It is ours to mend."""


@dataclass(frozen=True)
class Example:
    """What stands in a file of the year's folder."""

    kind: str
    """``yaml``, ``markdown`` or ``csv``."""
    file: str
    """Its path from the year's folder."""
    text: str


@dataclass(frozen=True)
class ExplainedCode:
    """What a person should know of a finding. All texts are Markdown."""

    code: str
    meaning: str
    found: str
    """What has the finding."""
    mended: str
    """The same without it."""
    waiving: str = ""
    """When to waive it; empty where it cannot be waived."""


def examples(text: str) -> tuple[Example, ...]:
    """The examples of a part of a page, in their order."""
    return tuple(example for _, example in pieces(text) if example)


def pieces(text: str) -> Iterator[tuple[str, Example | None]]:
    """The paragraphs and examples of a part of a page, in their order: words on one line, or the example."""
    end = 0
    for found in (*_FENCE.finditer(text), None):
        between = text[end : found.start() if found else len(text)]
        yield from ((" ".join(words.split()), None) for words in between.split("\n\n") if words.strip())
        if found:
            yield "", Example(found["kind"], found["file"], found["text"])
            end = found.end()


@cache
def find_page(code: str) -> ExplainedCode | None:
    """The page of a code; None where none has been written yet."""
    path = TEXTS / f"{code}.md"
    return parsed(code, path.read_text(encoding="utf-8")) if path.is_file() else None


def parsed(code: str, text: str) -> ExplainedCode:
    """The parts of a page. Raises PageError where a heading is missing, twice, or not known."""
    title, *parts = _HEADING.split(text)[1:] or [""]
    headings = [part.removeprefix("## ") for part in parts[1::2]]
    if title != f"# {code}" or headings not in ([FOUND, MENDED], [FOUND, MENDED, WAIVING]):
        raise PageError(f"{code}.md has the headings {title!r}, {headings}")
    bodies = [part.strip() for part in parts[::2]]
    if not all(bodies):
        raise PageError(f"{code}.md has a heading with nothing below it")
    return ExplainedCode(code, *bodies)
