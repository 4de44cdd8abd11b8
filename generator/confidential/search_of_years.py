"""The search for what the years withhold: its values, and what alone excuses a hit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel

from ..errors import InputError
from ..files.ordinary import pages_in
from ..files.program import program_texts
from ..findings import Finding
from ..findings.catalogue import DRAFT_BROKEN
from ..model import Disclosure, DisclosureFacts
from ..pipeline import LoadedYear, Year
from ..record.records import PUBLISHED
from ..year.year_folder import read_year, years_in
from .search import Search
from .withheld import Withheld
from .withheld_cells import machine_facts, read_withheld
from .withheld_forms import MIN_LETTERS

_MAKERS = ("documents", "pages", "data_files", "prose", "year")
"""Folders of the program that make pages and files."""
_OF_LIBRARIES = "Microsoft Excel, Adobe, Typst, Material for MkDocs"
"""What libraries write into the files that they make."""
INTERNAL = frozenset({"carried_over", "control", "waivers", "scorecard"})
"""Entries of ``disclosure.yml`` that are for the people who check it."""


class Options(Protocol):
    """The options of the plugin that are about the search."""

    @property
    def may_be_published(self) -> Sequence[str]: ...
    @property
    def min_letters(self) -> int: ...
    @property
    def may_stay_unsearched(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Allowed:
    """What ``mkdocs.yml`` says of the search."""

    released: Sequence[str] = ()
    """Names that a person allows to be published: ``may_be_published``."""
    min_letters: int = MIN_LETTERS
    may_stay_unsearched: Sequence[str] = ()
    """Paths of files of the site that a person lets be published without a search."""

    @classmethod
    def stated(cls, options: Options) -> Allowed:
        """What the options of the plugin say."""
        return cls(options.may_be_published, options.min_letters, options.may_stay_unsearched)


NOTHING_ALLOWED = Allowed()


@dataclass(frozen=True)
class OtherYear:
    """A year that is not asked for, as it is read."""

    year: int
    disclosure: Disclosure | None
    """None: an error leaves nothing to show."""


@dataclass(frozen=True)
class SearchOfYears:
    """The search, and of which years a published record says what it finds."""

    search: Search
    years: Sequence[Year]
    unread: tuple[Finding, ...] = ()
    """ST-004 of drafts that no site shows, and whose withheld values cannot be read."""

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
    left_out: Sequence[LoadedYear | OtherYear] = (),
) -> SearchOfYears:
    """The search for what the years withhold, and for facts of the computer.

    ``own_folders`` are folders of this computer whose paths must not be published either; None: its facts are
    not looked for. ``docs_dir`` holds pages that people wrote. ``left_out`` are drafts that are not shown,
    and years that are not asked for: what they withhold must not stand in another year either. Raises
    InputError where a file of ``years`` cannot be read.
    """
    shown = data_dir.name
    per_year = (
        read_withheld(data_dir / str(one.year), f"{shown}/{one.year}", one.disclosure.facts) for one in years
    )
    of_machine = () if own_folders is None else machine_facts(data_dir, *own_folders)
    of_drafts, unread = _of_drafts(data_dir, left_out)
    values = (*chain.from_iterable(per_year), *of_drafts, *of_machine)
    others = (_disclosure(one) for one in left_out)
    named = (*(one.disclosure for one in years), *(one for one in others if one))
    written = tuple(_written(years, docs_dir)) if of_machine else ()
    return SearchOfYears(public_search(values, named, allowed, written), years, unread)


def public_search(
    values: Sequence[Withheld], named: Sequence[Disclosure], allowed: Allowed, written: Sequence[str] = ()
) -> Search:
    """The search for these values. Names and places of those ``named`` excuse a hit; ``written`` as there."""
    public = tuple(dict.fromkeys(chain.from_iterable(map(_names, named))))
    places = tuple(dict.fromkeys(chain.from_iterable(map(_places, named))))
    return Search(values, public, written, places, _own_texts, allowed.min_letters, allowed.released)


def other_years(data_dir: Path, years: Sequence[LoadedYear]) -> tuple[OtherYear, ...]:
    """The years beside these, whose names must not get out with these either."""
    given = {one.year for one in years}
    try:
        there = [year for year in years_in(data_dir) if year not in given]
    except (InputError, OSError):
        return ()
    return tuple(OtherYear(year, read_year(data_dir, year)[0]) for year in there)


def _disclosure(year: LoadedYear | OtherYear) -> Disclosure | None:
    return year.disclosure if isinstance(year, Year | OtherYear) else None


def _of_drafts(
    data_dir: Path, drafts: Sequence[LoadedYear | OtherYear]
) -> tuple[tuple[Withheld, ...], tuple[Finding, ...]]:
    """What they withhold, and the warnings where it cannot be read: a draft stops no other year."""
    values: list[Withheld] = []
    found: list[Finding] = []
    for one in drafts:
        disclosure = _disclosure(one)
        facts = disclosure.facts if disclosure else None
        try:
            values += read_withheld(data_dir / str(one.year), f"{data_dir.name}/{one.year}", facts)
        except InputError as problem:
            first = problem.findings[0]
            message = (
                f"what {one.year} withholds cannot be read, and nothing was searched for it: {first.message}"
            )
            found.append(Finding(DRAFT_BROKEN, message, first.where, first.advice))
    return tuple(values), tuple(found)


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


def _places(disclosure: Disclosure) -> Iterator[str]:
    """Where the smelters are."""
    for row in disclosure.all_rows:
        country = (row.country.name, row.country.filed) if row.country else ()
        yield from filter(None, (*country, row.city, row.state))


@cache
def _own_texts() -> tuple[str, ...]:
    """Of what the program makes pages and files, besides data."""
    return (*program_texts(*_MAKERS), _OF_LIBRARIES)


def _written(years: Sequence[Year], docs_dir: Path | None) -> Iterator[str]:
    """What people wrote for readers: a word of it that the computer is named by says nothing."""
    for year in years:
        yield from (section.text for section in year.disclosure.written)
        facts = year.disclosure.facts
        published = DisclosureFacts.model_fields.keys() - INTERNAL
        yield from chain.from_iterable(_texts(getattr(facts, name)) for name in published)
        for row in year.disclosure.all_rows:
            country = (row.country.name, row.country.filed) if row.country else ()
            yield from filter(
                None, (*country, row.city, row.state, row.footnote, *(text for _, text in row.own))
            )
    for path in pages_in(docs_dir):
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
