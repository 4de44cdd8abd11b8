"""Which spelling is planted where, and what the search says of each plant."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.confidential.search_of_years import NOTHING_ALLOWED
from generator.confidential.site_search import leaks
from generator.confidential.year_texts import leaks_in_texts
from generator.findings import Finding
from generator.pipeline import Year, load

from . import office_routes, packed_routes, pdf_routes, text_routes, year_routes
from .table import Spelling
from .world import Value, build

FILE_ROUTES = text_routes.ROUTES | office_routes.ROUTES | pdf_routes.ROUTES | packed_routes.ROUTES
IN_NAME = "name of a file"
"""The route by which the phrase is the name of a file of the site."""


class Outcome(StrEnum):
    """What the search says of a plant."""

    CAUGHT = "caught"
    WARNED = "warned"
    UNREAD = "unread"
    """The file cannot be searched, which stops a build."""
    MISSED = "missed"


_OUTCOMES = {
    "PV-001": Outcome.CAUGHT,
    "PV-006": Outcome.CAUGHT,
    "PV-008": Outcome.WARNED,
    "PV-003": Outcome.UNREAD,
}
"""Code of a finding to what it says, the first one counts."""


@dataclass(frozen=True)
class Plant:
    """A spelling at a place."""

    spelling: Spelling
    route: str

    @property
    def value(self) -> Value:
        return self.spelling.kind, self.spelling.value

    @property
    def is_of_year(self) -> bool:
        return self.route in year_routes.ROUTES


def plan(spellings: Sequence[Spelling], each: int | None) -> list[Plant]:
    """Every spelling by ``each`` routes in turn, and by one into the year's texts; None: by all of them.

    Every route also gets each value's first spelling, in which it is easy to see.
    """
    files, texts = [*FILE_ROUTES, IN_NAME], [*year_routes.ROUTES]
    found: dict[Plant, None] = {}
    for number, one in enumerate(spellings):
        by_files = files if each is None else [files[(number * each + at) % len(files)] for at in range(each)]
        by_texts = texts if each is None else [texts[number % len(texts)]]
        found.update(dict.fromkeys(Plant(one, route) for route in (*by_files, *by_texts)))
    easy = {one.kind: one for one in reversed(spellings) if one.is_recognised and one.way == "as it is"}
    found.update(dict.fromkeys(Plant(one, route) for one in easy.values() for route in (*files, *texts)))
    return list(found)


def outcomes(plants: Iterable[Plant], place: Path) -> Iterator[tuple[Plant, Outcome]]:
    """Every plant that its route can hold, with what the search says; in rounds that hold each value once.

    Raises AssertionError where something is said of a value that was not planted, or of another file.
    """
    given = list(plants)
    where = build(place / "project", dict.fromkeys(one.value for one in given))
    years = [year for year in load(place / "project" / "data") if isinstance(year, Year)]
    for number, some in enumerate(_rounds(given)):
        yield from _in_files([one for one in some if not one.is_of_year], place, number, years, where)
        yield from _in_texts([one for one in some if one.is_of_year], place, number, where)


def _rounds(plants: Iterable[Plant]) -> list[list[Plant]]:
    """Plants in rounds: in each a value stands once, and once a route of the year."""
    rounds: list[tuple[list[Plant], set[object]]] = []
    for one in plants:
        marks: set[object] = {one.value} | ({one.route} if one.is_of_year else set())
        free = next((some for some in rounds if not some[1] & marks), None)
        if free is None:
            rounds.append(free := ([], set()))
        free[0].append(one)
        free[1].update(marks)
    return [some for some, _ in rounds]


def _in_files(
    plants: Sequence[Plant], place: Path, number: int, years: Sequence[Year], where: Mapping[Value, str]
) -> Iterator[tuple[Plant, Outcome]]:
    site = place / f"site-{number}"
    (site / "files").mkdir(parents=True)
    made: dict[Plant, str] = {}
    for at, one in enumerate(plants):
        ending, make = FILE_ROUTES.get(one.route, ("txt", lambda _: b"Invented"))
        name = f"{at:03}" if one.route != IN_NAME else " ".join(one.spelling.phrase.split()).replace("/", " ")
        try:
            content = make(one.spelling)
        except ValueError:
            continue  # the route cannot hold these letters
        made[one] = f"files/{name}.{ending}"
        (site / made[one]).write_bytes(content)
    if made:
        found = leaks(site, place / "project" / "data", years)
        yield from _judged(made, found, where)
    shutil.rmtree(site)


def _in_texts(
    plants: Sequence[Plant], place: Path, number: int, where: Mapping[Value, str]
) -> Iterator[tuple[Plant, Outcome]]:
    if not plants:
        return
    project = place / f"year-{number}"
    shutil.copytree(place / "project", project)
    for one in plants:
        year_routes.ROUTES[one.route](project, one.spelling.phrase)
    found = leaks_in_texts(
        project / "data",
        load(project / "data"),
        NOTHING_ALLOWED,
        docs_dir=project / "docs",
        settings=project / "mkdocs.yml",
    )
    yield from _judged(dict.fromkeys(plants, ""), found, where)
    shutil.rmtree(project)


def _judged(
    made: Mapping[Plant, str], found: Iterable[Finding], where: Mapping[Value, str]
) -> Iterator[tuple[Plant, Outcome]]:
    said = [one for one in found if one.code in _OUTCOMES]
    for plant, file in made.items():
        own = [one for one in said if _is_of(one, where[plant.value], file)]
        said = [one for one in said if one not in own]
        codes = {one.code for one in own}
        yield plant, next((one for code, one in _OUTCOMES.items() if code in codes), Outcome.MISSED)
    assert not said, [str(one) for one in said]


def _is_of(finding: Finding, source: str, file: str) -> bool:
    """Whether a finding names the place that the value comes from, or the file that cannot be searched."""
    if finding.code == "PV-003":
        return file != "" and str(finding.where).startswith(file)
    return str(finding.where) == source or f"which comes from {source}," in finding.message
