"""Nothing withheld gets published: files that go out, against what their data withholds. Straight lines."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from ..errors import InputError
from ..files.kept import kept
from ..files.program import program_fingerprint
from ..findings import Finding, errors, in_order
from ..findings.catalogue import LEAK, LEAK_MAY_BE, LEAK_OUT_ALREADY, LEAK_UNSEARCHED_VALUE
from ..model import LineRef, Place
from ..model.counted import counted, named
from ..pipeline import LoadedYear, Year
from .readers.embedded import is_packed
from .readers.reading import PublishedText, UnsearchableError
from .search import Hit, Search
from .search_of_years import NOTHING_ALLOWED, Allowed, SearchOfYears, other_years, search_of_years
from .unsaid import in_no_message
from .unsearched import needless_names, not_searched, unsearched_files
from .withheld import Withheld
from .withheld_forms import MIN_LETTERS

__all__ = ["MIN_LETTERS", "leaks", "leaks_in", "search_for"]

_CODE = {".css", ".js", ".map"}
_OF_ALL_YEARS = ("index.html", "404.html", "search/", "sitemap.xml")
"""Files of a site that repeat what stands in the folders of its years."""


SEE_WHETHER = (
    "See whether it is meant, and remove it then; if it is another, or may be published, name it in"
    " mkdocs.yml under may_be_published."
)


def leaks(
    site: Path,
    data_dir: Path,
    years: Sequence[Year],
    allowed: Allowed = NOTHING_ALLOWED,
    *,
    docs_dir: Path | None = None,
    own_folders: Sequence[Path] = (),
    cache_dir: Path | None = None,
    left_out: Sequence[LoadedYear] = (),
) -> tuple[Finding, ...]:
    """As ``leaks_in``, of the files in a folder. ``left_out`` are drafts of which the site has nothing."""
    files = ((path, path.relative_to(site).as_posix()) for path in sorted(site.rglob("*")) if path.is_file())
    contents = ((uri, path.read_bytes()) for path, uri in files)
    search = search_of_years(
        data_dir, years, allowed, docs_dir=docs_dir, own_folders=own_folders, left_out=left_out
    )
    found = _leaks_in(contents, data_dir, search, cache_dir, allowed.may_stay_unsearched)
    return (*found, *needless_names(allowed.may_stay_unsearched, found))


def leaks_in(
    files: Mapping[str, bytes],
    data_dir: Path,
    years: Sequence[Year],
    allowed: Allowed = NOTHING_ALLOWED,
    *,
    cache_dir: Path | None = None,
) -> tuple[Finding, ...]:
    """Withheld values that stand in a file, address to content: errors, which say where the value comes from.

    What the years beside ``years`` withhold is looked for too. A warning where it stands in what was
    published of the same year before. Notes say what could not be searched. ``cache_dir`` keeps the text of
    packed files from one run to the next.
    """
    others = other_years(data_dir, years)
    search = search_of_years(data_dir, years, allowed, own_folders=(data_dir.parent,), left_out=others)
    return _leaks_in(files.items(), data_dir, search, cache_dir, allowed.may_stay_unsearched)


def search_for(data_dir: Path, allowed: Allowed) -> Callable[[Mapping[str, bytes], Year], None]:
    """A search of files of a year, for who may not know what is withheld; it raises InputError."""

    def search(files: Mapping[str, bytes], year: Year) -> None:
        if found := errors(leaks_in(files, data_dir, [year], allowed)):
            raise InputError(found)

    return search


def _leaks_in(
    files: Iterable[tuple[str, bytes]],
    data_dir: Path,
    of_years: SearchOfYears,
    cache_dir: Path | None,
    may_stay_unsearched: Sequence[str],
) -> tuple[Finding, ...]:
    """What the files say of withheld values, then which of these could not be looked for.

    ``files``: address and content. A value that is certainly meant somewhere is told once, as that.
    """
    search = of_years.search
    found: dict[Withheld, list[tuple[str, str]]] = defaultdict(list)
    may_be: dict[Withheld, list[tuple[str, str]]] = defaultdict(list)
    said_by_program: dict[Withheld, None] = {}
    unsearched: dict[str, str] = {}
    for uri, content in files:
        try:
            for (withheld, is_own, is_certain), place in _hits(search, content, uri, cache_dir):
                if is_own:
                    said_by_program[withheld] = None
                else:
                    (found if is_certain else may_be)[withheld].append((uri, place))
        except UnsearchableError as problem:
            unsearched[uri] = str(problem)
    told = [finding for withheld, places in found.items() for finding in _leak(withheld, places, of_years)]
    for withheld, places in may_be.items():
        if withheld not in found:
            told += _leak(withheld, places, of_years, is_certain=False)
    told += in_no_message(unsearched_files(unsearched, may_stay_unsearched), search)
    told += _untold((*search.too_short, *said_by_program))
    told += of_years.unread
    return (*in_order(told), *not_searched(data_dir, [one.year for one in of_years.years]))


def _hits(search: Search, content: bytes, uri: str, cache_dir: Path | None) -> Iterator[tuple[Hit, str]]:
    """Each value in the file or its name, and what may be said of the place.

    Raises UnsearchableError.
    """
    is_code = PurePosixPath(uri).suffix in _CODE
    for hit in search.hits(uri.replace("/", " / "), is_code=is_code):
        yield hit, folder_of(uri)
    keep = cache_dir and cache_dir / _kept_name(uri)
    for one in _texts_to_search(search, content, keep, is_code=is_code):
        for hit in search.hits(one.text, is_code=one.is_code):
            yield hit, _named(uri, one.part, search)


def _texts_to_search(
    search: Search, content: bytes, keep: Path | None, *, is_code: bool
) -> Iterator[PublishedText]:
    """The texts; none where the bytes show that a search finds nothing. Raises UnsearchableError."""
    if not search.may_find(content) and not is_packed(content):
        return
    key = f"{program_fingerprint()}{is_code}".encode() + content
    texts = kept(keep, key, lambda: _read(content, is_code=is_code))
    if search.may_find(texts):
        yield from (PublishedText(*one) for one in json.loads(texts))


def _read(content: bytes, *, is_code: bool) -> bytes:
    from .site_text import texts_of  # readers of every kind; a build that has kept all texts needs none

    return json.dumps(list(texts_of(content, is_code=is_code))).encode()


def _kept_name(uri: str) -> str:
    return f"text-of-{uri.replace('/', '-')}"


def _named(uri: str, part: str, search: Search) -> str:
    """The file and its part, unless a name says what must not be said."""
    if says_it(search, uri):
        return folder_of(uri)
    return f"{uri} ({part})" if part and not says_it(search, part) else uri


def says_it(search: Search, name: str) -> bool:
    """Whether a name of a file holds a withheld value, so that no message may say it."""
    return any(not hit.is_own for hit in search.hits(name.replace("/", " / ")))


def folder_of(uri: str) -> str:
    """What may be said of such a file instead."""
    return f"a file in the folder '{uri.rpartition('/')[0] or '.'}' whose name holds it"


def _leak(
    withheld: Withheld, places: Sequence[tuple[str, str]], of_years: SearchOfYears, *, is_certain: bool = True
) -> Iterator[Finding]:
    """The finding, and the warning of places that repeat what was published of their year before."""
    years = of_years.out_already.get(withheld, frozenset())
    before = [place for uri, place in places if _repeats(uri, years)]
    new = list(dict.fromkeys(place for uri, place in places if not _repeats(uri, years)))
    if new and is_certain:
        message = f"{withheld.kind} that is withheld stands in {named(new)}"
        advice = (
            "Remove it where it was written: a section, a public column, a page, or a file of your own."
            " If it may be published, name it in mkdocs.yml under may_be_published."
        )
        yield Finding(LEAK, message, withheld.where or LineRef(new[0]), advice)
    elif new:
        message = f"what may be {withheld.kind} that is withheld stands in {named(new)}"
        yield Finding(LEAK_MAY_BE, message, withheld.where or LineRef(new[0]), SEE_WHETHER)
    if before:
        yield out_already(withheld, list(dict.fromkeys(before)), years)


def out_already(withheld: Withheld, places: Sequence[str], years: Iterable[int]) -> Finding:
    """PV-005: what was published cannot be taken back by a build, so it stops none."""
    of_years = named([str(year) for year in sorted(years)])
    message = (
        f"{withheld.kind} that is withheld stands in {named(places)}, as in what was published of {of_years}"
    )
    advice = "What is out stays. Ask your counsel what follows; an amendment can leave it out."
    return Finding(LEAK_OUT_ALREADY, message, withheld.where or LineRef(places[0]), advice)


def _repeats(uri: str, years: Iterable[int]) -> bool:
    """Whether the file belongs to one of the years, or only repeats what stands in the years' folders."""
    return any(uri.startswith((f"{year}/", *_OF_ALL_YEARS)) for year in years)


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
