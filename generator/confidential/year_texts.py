"""What people write for readers, searched before anything is made of it: a year's texts, pages, settings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from ..errors import InputError
from ..files.excluded import Excluded
from ..findings import Finding, errors, in_order
from ..findings.catalogue import LEAK_FILE_RELEASED, LEAK_IN_TEXT, LEAK_MAY_BE, LEAK_UNSEARCHED_FILE
from ..model import CellRef, LineRef, Place
from ..pipeline import LoadedYear, Year
from .search import Search
from .search_of_years import Allowed, SearchOfYears, other_years, search_of_years
from .site_search import SEE_WHETHER, folder_of, out_already, says_it
from .site_text import UnsearchableError, texts_of
from .unsaid import in_no_message
from .unsearched import unsearched_files
from .withheld import Withheld
from .written import FEW, Closed, Written, beside_years, of_year

_TAKE_OUT = (
    "Take it out, or write it without the name."
    " If it may be published, name it in mkdocs.yml under may_be_published."
)


def leaks_in_texts(
    data_dir: Path,
    years: Sequence[LoadedYear],
    allowed: Allowed,
    *,
    docs_dir: Path | None,
    settings: Path,
    excluded: Excluded = FEW,
) -> tuple[Finding, ...]:
    """PV-006: withheld values in what is written for readers, each with its line and the cell it comes from.

    PV-005 where a record says that it was published of the same year; PV-003 of files that a site offers as
    they are, and that cannot be searched. What the years beside ``years`` withhold is looked for too.
    ``docs_dir`` None: there are no such pages; of its files, those ``excluded`` from the site are no leak,
    unless something may put them into a page. Raises InputError where a file cannot be read.
    """
    readable = [year for year in years if isinstance(year, Year)]
    others = other_years(data_dir, readable)
    of_years = search_of_years(data_dir, readable, allowed, own_folders=None, left_out=others)
    found: list[Finding] = []
    closed: list[Closed] = []
    given = [(year.year, of_year(data_dir, year.disclosure)) for year in readable]
    for number, texts in (*given, (None, beside_years(docs_dir, settings, excluded))):
        for one in texts:
            if isinstance(one, Closed):
                closed.append(one)
            elif of_years.search.values:
                found += found_in(one, of_years, number, released=allowed.may_stay_unsearched)
    reasons = {one.uri: one.reason for one in closed}
    places = {one.uri: one.where for one in closed}
    unsearched = unsearched_files(reasons, allowed.may_stay_unsearched, places)
    found += in_no_message(unsearched, of_years.search)
    return in_order(dict.fromkeys(found))


def must_name_nobody(
    data_dir: Path,
    years: Sequence[LoadedYear],
    allowed: Allowed,
    *,
    docs_dir: Path | None,
    settings: Path,
    excluded: Excluded = FEW,
) -> None:
    """Raises InputError with the errors of ``leaks_in_texts``, so that nobody signs such a text."""
    found = leaks_in_texts(data_dir, years, allowed, docs_dir=docs_dir, settings=settings, excluded=excluded)
    if errors(found):
        raise InputError(errors(found))


def found_in(
    one: Written,
    of_years: SearchOfYears,
    year: int | None,
    advice: str = _TAKE_OUT,
    *,
    released: Collection[str] = (),
) -> Iterator[Finding]:
    """PV-006, PV-008 and PV-005 of a text, as ``leaks_in_texts`` says; ``year`` None: it is of no year.

    ``advice``: what to do about a value that is certainly meant. PV-003 where a file is packed in the text
    that nothing opens, unless its page, or the text itself, is among the files that are ``released``: PV-009.
    """
    search = of_years.search
    name = f"{one.where.file}"
    in_text, closed = _read(search, one.text)
    if closed:
        yield from in_no_message([_closed(one.where, closed, year, released)], search)
    hits = {**in_text, **_hits(search, name.replace("/", " / "))}
    for withheld, is_certain in hits.items():
        years = of_years.out_already.get(withheld, frozenset())
        where = _line_of(one, withheld, search)
        place = folder_of(name) if says_it(search, name) else ""
        if year in years:
            yield out_already(withheld, [place or str(where)], years)
            continue
        source = f", which comes from {withheld.where}," if withheld.where else ""
        stands = f"is withheld, and stands {f'in {place}' if place else 'here'}"
        if not is_certain:
            message = f"what may be {withheld.kind}{source} {stands}"
            yield Finding(LEAK_MAY_BE, message, _folder(where) if place else where, SEE_WHETHER)
            continue
        message = f"{withheld.kind}{source} {stands}"
        yield Finding(LEAK_IN_TEXT, message, _folder(where) if place else where, advice)


def _hits(search: Search, text: str) -> dict[Withheld, bool]:
    """The values in the text, as it is written and as a page reads, and whether each is certainly meant.

    What the program says itself is none.
    """
    return _read(search, text)[0]


def _read(search: Search, text: str) -> tuple[dict[Withheld, bool], str]:
    """What ``_hits`` says, and why a file that is packed in the text cannot be searched; empty: none is."""
    found, closed = list(search.hits(text)), ""
    if any(sign in text for sign in "<&%\\"):
        try:
            for one in texts_of(text.encode()):
                found += search.hits(one.text, is_code=one.is_code)
        except UnsearchableError as problem:
            closed = str(problem)
    values: dict[Withheld, bool] = {}
    for hit in found:
        if not hit.is_own:
            values[hit.withheld] = values.get(hit.withheld, False) or hit.is_certain
    return values, closed


def _line_of(one: Written, withheld: Withheld, search: Search) -> Place:
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


def _closed(where: Place, reason: str, year: int | None, released: Collection[str]) -> Finding:
    """PV-003, or PV-009, of what is packed in a text."""
    place = PurePosixPath(where.file)
    uri = PurePosixPath(*place.parts[1:]) if len(place.parts) > 1 else place
    pages = {str(uri), str(uri.with_suffix(".html")), str(uri.with_suffix("") / "index.html")}
    if not pages.isdisjoint(released) or any(year and one.startswith(f"{year}/") for one in released):
        message = f"not searched for withheld values: {reason}, and mkdocs.yml lets it stay unsearched"
        return Finding(LEAK_FILE_RELEASED, message, where, "See for yourself that it names no supplier.")
    message = f"a file that is packed in the text cannot be searched for withheld values: {reason}"
    advice = (
        "Take it out of the text, or pack it so that it can be opened. If it must be published as it is, add"
        " each page that has it in mkdocs.yml under may_stay_unsearched."
    )
    return Finding(LEAK_UNSEARCHED_FILE, message, where, advice)


def _folder(where: Place) -> Place:
    """The place without the name of a file that must not be said."""
    if isinstance(where, CellRef):
        return where
    return LineRef(where.file.rpartition("/")[0] or ".")
