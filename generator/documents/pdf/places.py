"""Where in the sources stands what a PDF cannot print."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ...model import Disclosure, LineRef, Place


def places_of_letter(disclosure: Disclosure, letter: str) -> Iterator[tuple[str, Place]]:
    """The texts that have the letter, each with its place: rows of the list, facts, sections."""
    for row in disclosure.all_rows:
        country = (row.country.filed, row.country.name) if row.country else ()
        cells = (text for _, text in (*row.filed, *row.own))
        texts = dict.fromkeys((row.name, row.cid, *country, row.city, row.state, row.footnote, *cells))
        yield from ((text, row.where) for text in texts if text and letter in text)
    yield from ((text, where) for text, where in stated_texts(disclosure) if letter in text)
    for section in disclosure.written:
        for number, line in enumerate(section.text.split("\n"), start=1):
            if letter in line:
                yield line.strip(), LineRef(section.file, number)


def stated_texts(disclosure: Disclosure) -> Iterator[tuple[str, Place]]:
    """Every text that ``disclosure.yml`` states, with its line."""
    for path, text in _facts(disclosure.facts, ()):
        yield text, LineRef(disclosure.file, _line(disclosure, path))


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
