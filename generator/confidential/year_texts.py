"""What people write for readers, searched before anything is made of it: a year's texts, pages, settings.

What is not published is left out: comments in sections and settings, entries for the people who check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..errors import InputError
from ..files.text_file import read_text
from ..findings import Finding, errors, in_order
from ..findings.catalogue import LEAK_IN_TEXT, LEAK_MAY_BE
from ..model import CellRef, Disclosure, LineRef, Place
from ..model.given_files import HTML_COMMENT, OPEN_NOTE
from ..pipeline import LoadedYear, Year
from .search import Search
from .search_of_years import Allowed, SearchOfYears, search_of_years
from .site_search import SEE_WHETHER, folder_of, out_already, says_it
from .site_text import UnsearchableError, texts_of
from .withheld import Withheld

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FACTS = "disclosure.yml"
_UNPUBLISHED = {"control", "waivers", "scorecard", "sheet", "may_be_published"}
"""Entries of ``disclosure.yml`` and ``mkdocs.yml`` that no page says."""
_JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_OPEN_NOTE = re.compile(rf"{OPEN_NOTE}.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with the place at which it begins."""

    text: str
    where: Place
    has_lines: bool = False
    """Whether the place is a file, whose lines tell where in it."""


def leaks_in_texts(
    data_dir: Path, years: Sequence[LoadedYear], allowed: Allowed, *, docs_dir: Path | None, settings: Path
) -> tuple[Finding, ...]:
    """PV-006: withheld values in what is written for readers, each with its line and the cell it comes from.

    PV-005 where a record says that it was published of the same year. ``docs_dir`` None: there are no such
    pages. Raises InputError where a file cannot be read.
    """
    readable = [year for year in years if isinstance(year, Year)]
    of_years = search_of_years(data_dir, readable, allowed, own_folders=None)
    if not of_years.search.values:
        return ()
    found: list[Finding] = []
    for year in readable:
        for one in _of_year(data_dir, year.disclosure):
            found += _found_in(one, of_years, year.year)
    for one in (*_of_docs(docs_dir), *_of_yaml(settings, settings.name)):
        found += _found_in(one, of_years, None)
    return in_order(dict.fromkeys(found))


def must_name_nobody(
    data_dir: Path, years: Sequence[LoadedYear], allowed: Allowed, *, docs_dir: Path | None, settings: Path
) -> None:
    """Raises InputError with the errors of ``leaks_in_texts``, so that nobody signs such a text."""
    found = leaks_in_texts(data_dir, years, allowed, docs_dir=docs_dir, settings=settings)
    if errors(found):
        raise InputError(errors(found))


def _of_year(data_dir: Path, disclosure: Disclosure) -> Iterator[_Text]:
    shown = f"{data_dir.name}/{disclosure.year}"
    yield from _of_yaml(data_dir / str(disclosure.year) / _FACTS, f"{shown}/{_FACTS}")
    written = [(one.file, one.text) for one in disclosure.written]
    written += [(one.file, one.text) for one in disclosure.wording]
    for place, text in written:
        yield _Text(_without_comments(text), LineRef(place), has_lines=True)
    for row in disclosure.all_rows:
        cells = (*(text for _, text in (*row.filed, *row.own)), row.cid, row.city, row.state, row.footnote)
        yield from (_Text(text, row.where) for text in cells if text)
    for exhibit in disclosure.exhibits:
        if exhibit.suffix != ".md":
            yield from _of_bytes(exhibit.content, exhibit.file)
    for folder, files in (("documents", disclosure.own_files), ("pictures", disclosure.shown_pictures)):
        for file in files:
            yield from _of_bytes(file.content, f"{shown}/{folder}/{file.name}")
    if disclosure.logo:
        yield from _of_bytes(disclosure.logo.content, f"{shown}/{disclosure.logo.name}")


def _of_docs(docs_dir: Path | None) -> Iterator[_Text]:
    for path in sorted(docs_dir.rglob("*")) if docs_dir and docs_dir.is_dir() else ():
        if path.is_file():
            shown = f"{docs_dir.name}/{path.relative_to(docs_dir).as_posix()}" if docs_dir else ""
            if path.suffix == ".md":
                text = path.read_text("utf-8", "replace")
                yield _Text(_blanked(_OPEN_NOTE, text), LineRef(shown), has_lines=True)
            else:
                yield from _of_bytes(path.read_bytes(), shown)


def _of_bytes(content: bytes, shown: str) -> Iterator[_Text]:
    """The texts of a file; of one that cannot be searched a build tells."""
    try:
        for one in texts_of(content):
            yield _Text(one.text, LineRef(shown))
    except UnsearchableError:
        return


def _of_yaml(path: Path, shown: str) -> Iterator[_Text]:
    """Every name and value that stands there, with its line. What is wrong with a file is told elsewhere."""
    if not path.is_file():
        return
    try:
        tree = yaml.compose(read_text(path, shown), Loader=_LOADER)
        nodes = list(_scalars(tree)) if tree else []
    except (yaml.YAMLError, InputError, RecursionError):  # an entry may hold itself
        return
    for node in nodes:
        yield _Text(node.value, LineRef(shown, node.start_mark.line + 1))


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value) not in _UNPUBLISHED:
                yield from _scalars(key)
                yield from _scalars(value)


def _without_comments(text: str) -> str:
    return _blanked(_JINJA_COMMENT, _blanked(HTML_COMMENT, text))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text without what the pattern finds, and with the line ends that stand in it."""
    return pattern.sub(lambda found: "\n" * found[0].count("\n"), text)


def _found_in(one: _Text, of_years: SearchOfYears, year: int | None) -> Iterator[Finding]:
    search = of_years.search
    name = f"{one.where.file}"
    hits = {**_hits(search, one.text), **_hits(search, name.replace("/", " / "))}
    for withheld, is_certain in hits.items():
        years = of_years.out_already.get(withheld, frozenset())
        where = _line_of(one, withheld, search)
        place = folder_of(name) if says_it(search, name) else ""
        if year in years:
            yield out_already(withheld, [place or str(where)], years)
            continue
        if not is_certain:
            message = (
                f"what may be {withheld.kind} that is withheld stands {f'in {place}' if place else 'here'}"
            )
            yield Finding(LEAK_MAY_BE, message, _folder(where) if place else where, SEE_WHETHER)
            continue
        source = f", which comes from {withheld.where}," if withheld.where else ""
        message = f"{withheld.kind}{source} is withheld, and stands {f'in {place}' if place else 'here'}"
        advice = (
            "Take it out, or write it without the name."
            " If it may be published, name it in mkdocs.yml under may_be_published."
        )
        yield Finding(LEAK_IN_TEXT, message, _folder(where) if place else where, advice)


def _hits(search: Search, text: str) -> dict[Withheld, bool]:
    """The values in the text, as it is written and as a page reads, and whether each is certainly meant.

    What the program says itself is none.
    """
    found = list(search.hits(text))
    if any(sign in text for sign in "<&%\\"):
        for one in texts_of(text.encode()):
            found += search.hits(one.text, is_code=one.is_code)
    values: dict[Withheld, bool] = {}
    for hit in found:
        if not hit.is_own:
            values[hit.withheld] = values.get(hit.withheld, False) or hit.is_certain
    return values


def _line_of(one: _Text, withheld: Withheld, search: Search) -> Place:
    """The line in which the value ends, where the text has lines."""
    if not one.has_lines or withheld not in _hits(search, one.text):
        return one.where
    lines = one.text.split("\n")
    first, last = 1, len(lines)
    while first < last:  # the fewest lines that hold it
        middle = (first + last) // 2
        if withheld in _hits(search, "\n".join(lines[:middle])):
            last = middle
        else:
            first = middle + 1
    return LineRef(one.where.file, first)


def _folder(where: Place) -> Place:
    """The place without the name of a file that must not be said."""
    if isinstance(where, CellRef):
        return where
    return LineRef(where.file.rpartition("/")[0] or ".")
