"""Where in the sources stands what a PDF cannot print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pydantic import BaseModel

from ...model import Disclosure, LineRef, Place

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|\{[{%#].*?[}%#]\}|<https?:[^>]*>", re.DOTALL | re.MULTILINE)
"""What is no HTML in a section: code, Jinja, addresses in angle brackets."""
_NEED_NO_END = frozenset({
    "area", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
})  # fmt: skip


def places_of_letter(disclosure: Disclosure, letter: str) -> Iterator[tuple[str, Place]]:
    """The texts that have the letter, each with its place: rows of the list, facts, sections."""
    for row in disclosure.smelters:
        texts = (row.name, row.country.filed, row.country.name, row.city, row.state, row.footnote)
        yield from ((text, row.where) for text in texts if text and letter in text)
    for path, text in _facts(disclosure.facts, ()):
        if letter in text:
            yield text, LineRef(disclosure.file, _line(disclosure, path))
    for section in disclosure.sections:
        for number, line in enumerate(section.text.split("\n"), start=1):
            if letter in line:
                yield line.strip(), LineRef(section.file, number)


def places_in_sections(disclosure: Disclosure, fragment: re.Pattern[str]) -> Iterator[LineRef]:
    """The lines of people's sections in which the fragment stands."""
    for section in disclosure.sections:
        for number, line in enumerate(section.text.split("\n"), start=1):
            if fragment.search(line):
                yield LineRef(section.file, number)


def unclosed(disclosure: Disclosure) -> Iterator[tuple[str, LineRef]]:
    """Elements that people began in a section and never ended, each with its line."""
    for section in disclosure.sections:
        parser = _Tags()
        parser.feed(_CODE.sub(lambda code: "\n" * code[0].count("\n"), section.text))
        yield from ((tag, LineRef(section.file, line)) for tag, line in parser.open)


class _Tags(HTMLParser):
    """Keeps the elements that are open, with the lines where they began."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _NEED_NO_END:
            self.open.append((tag, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        places = [at for at, (name, _) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1]]


def _facts(fact: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text that ``disclosure.yml`` states, with its keys."""
    if isinstance(fact, str):
        yield path, fact
    elif isinstance(fact, BaseModel):
        for name in type(fact).model_fields:
            yield from _facts(getattr(fact, name), (*path, name))
    elif isinstance(fact, dict):
        for key, value in fact.items():
            yield from _facts(key, (*path, str(key)))
            yield from _facts(value, (*path, str(key)))
    elif isinstance(fact, tuple | list):
        for number, value in enumerate(fact):
            yield from _facts(value, (*path, number))


def _line(disclosure: Disclosure, path: tuple[str | int, ...]) -> int | None:
    """The line of the entry, or of the nearest one around it."""
    while path and path not in disclosure.lines:
        path = path[:-1]
    return disclosure.lines.get(path)
