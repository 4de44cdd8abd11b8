"""Nothing withheld gets published: the finished site against what its data withholds. Straight lines."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..files.kept import kept
from ..files.program import program_fingerprint, program_texts
from ..findings import Finding, in_order
from ..findings.catalogue import LEAK, LEAK_MAY_BE, LEAK_UNSEARCHED_FILE, LEAK_UNSEARCHED_VALUE
from ..model import Disclosure, DisclosureFacts, LineRef, Place
from ..model.counted import counted, named
from ..pipeline import Year
from ..record.records import PUBLISHED
from .search import Hit, Search
from .site_text import PublishedText, UnsearchableError, is_packed, texts_of
from .unsearched import not_searched
from .withheld import Withheld
from .withheld_cells import machine_facts, read_withheld
from .withheld_forms import MIN_LETTERS

__all__ = ["MIN_LETTERS", "leaks"]

_MAKERS = ("documents", "pages", "data_files", "prose", "year")
"""Folders of the program that make pages and files."""
_CODE = {".css", ".js", ".map"}
_PUBLISHED = DisclosureFacts.model_fields.keys() - {"control", "waivers", "scorecard"}
"""Entries of ``disclosure.yml``, without those that are for the people who check it."""
_OF_LIBRARIES = "Microsoft Excel, Adobe, Typst, Material for MkDocs"
"""What libraries write into the files that they make."""


def leaks(
    site: Path,
    data_dir: Path,
    years: Sequence[Year],
    *,
    docs_dir: Path | None = None,
    own_folders: Sequence[Path] = (),
    min_letters: int = MIN_LETTERS,
    released: Sequence[str] = (),
    cache_dir: Path | None = None,
) -> tuple[Finding, ...]:
    """Withheld values that stand in a file of the site: errors, which say where the value comes from.

    Notes say what could not be searched. ``docs_dir`` holds the pages that people wrote; ``own_folders`` are
    folders of this computer whose paths must not be published either; ``released`` are names that a person
    allows to be published; ``cache_dir`` keeps the text of packed files from one build to the next.
    """
    search = replace(
        _search(data_dir, years, docs_dir, own_folders), min_letters=min_letters, released=released
    )
    found: dict[Withheld, list[str]] = defaultdict(list)
    may_be: dict[Withheld, list[str]] = defaultdict(list)
    said_by_program: dict[Withheld, None] = {}
    unsearched: list[Finding] = []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        uri = path.relative_to(site).as_posix()
        try:
            for (withheld, is_own, is_certain), place in _hits(search, path, uri, cache_dir):
                if is_own:
                    said_by_program[withheld] = None
                else:
                    (found if is_certain else may_be)[withheld].append(place)
        except UnsearchableError:
            unsearched.append(_unsearched_file(uri))
    errors = map(_leak, found, found.values())
    doubts = (_may_be_leak(one, places) for one, places in may_be.items() if one not in found)
    told = in_order([*errors, *doubts, *unsearched, *_untold((*search.too_short, *said_by_program))])
    return (*told, *not_searched(data_dir, [one.year for one in years]))


def _search(data_dir: Path, years: Sequence[Year], docs_dir: Path | None, folders: Sequence[Path]) -> Search:
    shown = data_dir.name
    per_year = (
        read_withheld(data_dir / str(one.year), f"{shown}/{one.year}", one.disclosure.facts) for one in years
    )
    values = (*chain.from_iterable(per_year), *machine_facts(data_dir, *folders))
    said = chain.from_iterable((_public(year.disclosure), _published_before(year)) for year in years)
    public = tuple(dict.fromkeys(chain.from_iterable(said)))
    sections = (section.text for year in years for section in year.disclosure.written)
    pages = (path.read_text("utf-8", "replace") for path in docs_dir.rglob("*.md")) if docs_dir else ()
    return Search(values, public, (*sections, *pages), _own_texts)


def _own_texts() -> Iterator[str]:
    """Of what the program makes pages and files, besides data."""
    yield from program_texts(*_MAKERS)
    yield _OF_LIBRARIES


def _public(disclosure: Disclosure) -> Iterator[str]:
    """Every text that the facts publish: of ``disclosure.yml``, and of the list."""
    stated = disclosure.facts
    yield from chain.from_iterable(_texts(getattr(stated, name)) for name in _PUBLISHED)
    for row in disclosure.all_rows:
        country = (row.country.name, row.country.filed) if row.country else ()
        cells = (text for _, text in (*row.filed, *row.own))
        names = (row.name, *row.aliases, *country, *cells)
        yield from filter(None, (*names, row.cid, row.city, row.state, row.footnote))


def _published_before(year: Year) -> Iterator[str]:
    """Every text of the list and the facts that an earlier filing of the year published, which stays."""
    for record in year.earlier:
        if record.deed.what == PUBLISHED:
            yield from chain.from_iterable(row.values() for row in record.snapshot.rows)
            yield from record.snapshot.facts.values()


def _texts(item: Any) -> Iterator[str]:
    """Every text of an entry, but for names of sheets and files, which no page says."""
    if isinstance(item, BaseModel):
        for name in type(item).model_fields:
            if name not in ("sheet", "file"):
                yield from _texts(getattr(item, name))
    elif isinstance(item, Mapping):
        yield from chain.from_iterable(map(_texts, chain.from_iterable(item.items())))
    elif isinstance(item, tuple | list):
        yield from chain.from_iterable(map(_texts, item))
    elif isinstance(item, str):
        yield str(item)


def _hits(search: Search, path: Path, uri: str, cache_dir: Path | None) -> Iterator[tuple[Hit, str]]:
    """Each value in the file or its name, and what may be said of the place.

    Raises UnsearchableError.
    """
    is_code = path.suffix in _CODE
    for hit in search.hits(uri.replace("/", " / "), is_code=is_code):
        yield hit, _folder_of(uri)
    keep = cache_dir and cache_dir / _kept_name(uri)
    for one in _texts_to_search(search, path.read_bytes(), keep, is_code=is_code):
        for hit in search.hits(one.text, is_code=one.is_code):
            yield hit, _named(uri, one.part, search)


def _texts_to_search(
    search: Search, content: bytes, keep: Path | None, *, is_code: bool
) -> Iterator[PublishedText]:
    """The texts of a file; none where its bytes show that a search finds nothing."""
    if not is_packed(content):
        yield from texts_of(content, is_code=is_code) if search.may_find(content) else ()
        return
    texts = kept(
        keep, program_fingerprint().encode() + content, lambda: json.dumps(list(texts_of(content))).encode()
    )
    if search.may_find(texts):
        yield from (PublishedText(*one) for one in json.loads(texts))


def _kept_name(uri: str) -> str:
    return f"text-of-{uri.replace('/', '-')}"


def _named(uri: str, part: str, search: Search) -> str:
    """The file and its part, unless a name says what must not be said."""
    if _says_it(search, uri):
        return _folder_of(uri)
    return f"{uri} ({part})" if part and not _says_it(search, part) else uri


def _says_it(search: Search, name: str) -> bool:
    return any(not hit.is_own for hit in search.hits(name))


def _folder_of(uri: str) -> str:
    return f"a file in the folder '{uri.rpartition('/')[0] or '.'}' whose name holds it"


def _leak(withheld: Withheld, files: Sequence[str]) -> Finding:
    each = list(dict.fromkeys(files))
    message = f"{withheld.kind} that is withheld stands in {named(each)}"
    advice = (
        "Remove it where it was written: a section, a public column, a page, or a file of your own."
        " If it may be published, name it in mkdocs.yml under may_be_published."
    )
    return Finding(LEAK, message, withheld.where or LineRef(each[0]), advice)


def _may_be_leak(withheld: Withheld, files: Sequence[str]) -> Finding:
    each = list(dict.fromkeys(files))
    message = f"what may be {withheld.kind} that is withheld stands in {named(each)}"
    advice = (
        "See whether it is meant, and remove it then; if it is another, or may be published, name it in"
        " mkdocs.yml under may_be_published."
    )
    return Finding(LEAK_MAY_BE, message, withheld.where or LineRef(each[0]), advice)


def _unsearched_file(uri: str) -> Finding:
    message = "the file cannot be searched for withheld values"
    advice = "Open it, see that it names no supplier, and save it without password."
    return Finding(LEAK_UNSEARCHED_FILE, message, LineRef(uri), advice)


def _untold(values: Sequence[Withheld]) -> Iterator[Finding]:
    """One note for each column: the first cell, and how many there are."""
    columns: dict[str, list[Place]] = defaultdict(list)
    for one in values:
        if one.where is not None:
            columns[str(one.where).rstrip("0123456789")].append(one.where)
    for places in columns.values():
        number = counted(len(places), "withheld value is", "withheld values are")
        message = f"{number} too short or too common to be told from other words"
        advice = "The site may hold them by chance, or not; see for yourself."
        yield Finding(LEAK_UNSEARCHED_VALUE, message, places[0], advice)
