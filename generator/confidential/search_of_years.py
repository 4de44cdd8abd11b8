"""The search for what the years withhold: its values, and what alone excuses a hit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..files.program import program_texts
from ..model import Disclosure, DisclosureFacts
from ..pipeline import Year
from ..record.records import PUBLISHED
from .search import Search
from .withheld import Withheld
from .withheld_cells import machine_facts, read_withheld
from .withheld_forms import MIN_LETTERS

_MAKERS = ("documents", "pages", "data_files", "prose", "year")
"""Folders of the program that make pages and files."""
_OF_LIBRARIES = "Microsoft Excel, Adobe, Typst, Material for MkDocs"
"""What libraries write into the files that they make."""
_INTERNAL = {"control", "waivers", "scorecard"}
"""Entries of ``disclosure.yml`` that are for the people who check it."""


@dataclass(frozen=True)
class Allowed:
    """What ``mkdocs.yml`` says of the search."""

    released: Sequence[str] = ()
    """Names that a person allows to be published: ``may_be_published``."""
    min_letters: int = MIN_LETTERS
    may_stay_unsearched: Sequence[str] = ()
    """Paths of files of the site that a person lets be published without a search."""


NOTHING_ALLOWED = Allowed()


@dataclass(frozen=True)
class SearchOfYears:
    """The search, and of which years a published record says what it finds."""

    search: Search
    years: Sequence[Year]

    @cached_property
    def out_already(self) -> Mapping[Withheld, frozenset[int]]:
        """Values that stand in what was published of a year, as its records keep it, to these years."""
        found: dict[Withheld, set[int]] = {}
        for year in self.years:
            for text in _published_texts(year):
                for hit in self.search.hits(text):
                    if not hit.is_own:
                        found.setdefault(hit.withheld, set()).add(year.year)
        return {withheld: frozenset(years) for withheld, years in found.items()}


def search_of_years(
    data_dir: Path,
    years: Sequence[Year],
    allowed: Allowed = NOTHING_ALLOWED,
    *,
    docs_dir: Path | None = None,
    own_folders: Sequence[Path] | None = (),
) -> SearchOfYears:
    """The search for what the years withhold, and for facts of the computer.

    ``own_folders`` are folders of this computer whose paths must not be published either; None: its facts are
    not looked for. ``docs_dir`` holds pages that people wrote. Raises InputError where a file cannot be read.
    """
    shown = data_dir.name
    per_year = (
        read_withheld(data_dir / str(one.year), f"{shown}/{one.year}", one.disclosure.facts) for one in years
    )
    of_machine = () if own_folders is None else machine_facts(data_dir, *own_folders)
    values = (*chain.from_iterable(per_year), *of_machine)
    public = tuple(dict.fromkeys(chain.from_iterable(_names(one.disclosure) for one in years)))
    written = tuple(_written(years, docs_dir)) if of_machine else ()
    search = Search(values, public, written, _own_texts, allowed.min_letters, allowed.released)
    return SearchOfYears(search, years)


def _names(disclosure: Disclosure) -> Iterator[str]:
    """The names that excuse a hit: of the companies that file, and of the smelters, also as in addresses."""
    facts = disclosure.facts
    former = facts.registrant.former_name
    companies = [
        former,
        *(name for one in facts.registrants for name in (one.name, one.translation, one.short_name)),
    ]
    smelters = (
        name
        for row in disclosure.all_rows
        for name in (row.name, row.as_filed("name"), *row.aliases, row.anchor)
    )
    yield from filter(None, (*companies, *smelters))


def _own_texts() -> Iterator[str]:
    """Of what the program makes pages and files, besides data."""
    yield from program_texts(*_MAKERS)
    yield _OF_LIBRARIES


def _written(years: Sequence[Year], docs_dir: Path | None) -> Iterator[str]:
    """What people wrote for readers: a word of it that the computer is named by says nothing."""
    for year in years:
        yield from (section.text for section in year.disclosure.written)
        facts = year.disclosure.facts
        published = DisclosureFacts.model_fields.keys() - _INTERNAL
        yield from chain.from_iterable(_texts(getattr(facts, name)) for name in published)
        for row in year.disclosure.all_rows:
            country = (row.country.name, row.country.filed) if row.country else ()
            yield from filter(
                None, (*country, row.city, row.state, row.footnote, *(text for _, text in row.own))
            )
    for path in docs_dir.rglob("*.md") if docs_dir else ():
        yield path.read_text("utf-8", "replace")


def _texts(item: Any) -> Iterator[str]:
    if isinstance(item, BaseModel):
        yield from chain.from_iterable(_texts(getattr(item, name)) for name in type(item).model_fields)
    elif isinstance(item, Mapping):
        yield from chain.from_iterable(map(_texts, chain.from_iterable(item.items())))
    elif isinstance(item, tuple | list):
        yield from chain.from_iterable(map(_texts, item))
    elif isinstance(item, str):
        yield str(item)


def _published_texts(year: Year) -> Iterator[str]:
    """The texts of every filing of the year that was recorded as published, the present one too."""
    for record in (*year.earlier, *year.records):
        if record.deed.what == PUBLISHED:
            yield from record.snapshot.files.values()
