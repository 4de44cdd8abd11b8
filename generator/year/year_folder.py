"""``data/<year>/``: all sources of one year, read into a ``Disclosure``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..countries.cautions import read_no_mining, read_restrictions
from ..countries.table import COUNTRIES_FILE, CountryTable, read_countries
from ..errors import InputError
from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING
from ..model import (
    COVERED_COUNTRIES,
    Disclosure,
    DisclosureFacts,
    Earlier,
    FacilityList,
    LineRef,
    NoMining,
    Period,
    Restriction,
    Section,
    Smelter,
    is_conflict_mineral,
)
from .beside import read_files_beside, read_texts_beside
from .collecting import Collecting
from .disclosure_yml import FACTS_FILE, facts_of_list, notes_on_disclosure_yml, read_disclosure_yml
from .kept_names import with_kept_names
from .list_entries import mistakes_in_lists
from .list_file import find_list
from .own_files import logo, own_files
from .sections import read_sections
from .smelter_list import read_lists


def years_in(data_dir: Path) -> tuple[int, ...]:
    """The years that have a folder, newest first. Raises InputError where there is none."""
    if not data_dir.is_dir():
        advice = "Run the command in the project's folder, or name the folder of the data."
        raise InputError([Finding(FILE_MISSING, "the folder is not there", LineRef(data_dir.name), advice)])
    names = [path.name for path in data_dir.iterdir() if path.is_dir() and re.fullmatch(r"20\d\d", path.name)]
    if not names:
        message = "no folder is named after a year"
        raise InputError(
            [Finding(FILE_MISSING, message, LineRef(data_dir.name), "Make one, for example 2021.")]
        )
    return tuple(sorted((int(name) for name in names), reverse=True))


@dataclass(frozen=True)
class YearRead:
    """What was read of a year's folder."""

    findings: tuple[Finding, ...]
    disclosure: Disclosure | None = None
    """None where an error leaves nothing to show."""
    rest: Disclosure | None = None
    """Where there is no disclosure: sections and rows that could be read, which are checked all the same;
    None: there are none."""
    has_facts: bool = False
    """Whether the facts of the rest are those of the year, and not made up."""
    has_filing: bool = False
    """Whether the entry ``filing`` is that of the year."""


def read_year(data_dir: Path, year: int) -> tuple[Disclosure | None, tuple[Finding, ...]]:
    """The disclosure of ``year`` and the findings; None where an error leaves nothing to show."""
    read = read_all(data_dir, year)
    return read.disclosure, read.findings


def read_all(data_dir: Path, year: int) -> YearRead:
    """The disclosure of ``year``, or the rest of it, and the findings.

    Every source is read even if another one has mistakes, so that all of them are told at once.
    """
    folder, shown = data_dir / str(year), f"{data_dir.name}/{year}"
    if not folder.is_dir():
        return YearRead((_no_folder(data_dir, year),))
    found: list[Finding] = []
    tables = _read_tables(data_dir, found)
    facts, lines = _read_facts(folder, shown, found)
    sections = _read_report(folder, shown, found)
    countries = _with_kept_names(folder, shown, tables.countries, facts, found)
    texts = read_texts_beside(folder, shown, found)
    of_lists = _mistakes_in_lists(facts, sections, shown, lines)
    found += of_lists
    files = read_files_beside(folder, shown, facts, lines, found)
    list_path = None
    with Collecting(found):
        list_path = find_list(folder, shown, facts)
    has_errors = facts is None or sections is None or any(one.severity == "error" for one in found)
    stand_in = None if facts else facts_of_list(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}", year)
    known = facts or (stand_in.facts if stand_in else None)
    if known is None or countries is None:
        return YearRead(tuple(found))
    is_told = bool(of_lists) or (facts is None and known.annex is None)
    lists = () if list_path is None or is_told else _read_lists(list_path, shown, countries, known, found)
    rest = Disclosure(
        period=Period(year),
        facts=known,
        smelters=tuple(_counted(lists or ())),
        lists=lists or (),
        sections=sections or (),
        form_files=texts.form_files,
        wording=texts.wording,
        reconciled=texts.reconciled,
        file=f"{shown}/{FACTS_FILE}",
        lines=lines,
        covered_codes=_codes(known.covered_countries or COVERED_COUNTRIES.values(), countries),
        origin_codes=_codes(known.origins.metals_by_country if known.origins else (), countries),
        high_risk_codes=_codes(known.high_risk_areas.countries if known.high_risk_areas else (), countries),
        pictures=files.pictures,
        exhibits=files.exhibits,
        eu_importer=files.eu_importer,
    )
    if has_errors or lists is None:
        has_filing = facts is not None or (stand_in is not None and stand_in.has_filing)
        return YearRead(tuple(found), None, rest, has_facts=facts is not None, has_filing=has_filing)
    with Collecting(found):
        return YearRead(tuple(found), _whole(rest, data_dir, tables))
    return YearRead(tuple(found), None, rest, has_facts=True, has_filing=True)


def _no_folder(data_dir: Path, year: int) -> Finding:
    there = ", ".join(str(known) for known in years_in(data_dir))
    where = LineRef(f"{data_dir.name}/{year}")
    return Finding(FILE_MISSING, f"there is no folder for {year}", where, f"There are: {there}.")


@dataclass
class _Tables:
    """The tables of countries, as far as they could be read."""

    countries: CountryTable | None = None
    restrictions: tuple[Restriction, ...] = ()
    no_mining: tuple[NoMining, ...] = ()


def _read_tables(data_dir: Path, found: list[Finding]) -> _Tables:
    tables = _Tables()
    with Collecting(found):
        countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
        tables.countries = countries
        tables.restrictions = read_restrictions(data_dir, countries)
        tables.no_mining = read_no_mining(data_dir, countries)
    return tables


def _read_facts(
    folder: Path, shown: str, found: list[Finding]
) -> tuple[DisclosureFacts | None, Mapping[KeyPath, int]]:
    """The facts, None where they have mistakes, and the line of each entry."""
    facts: DisclosureFacts | None = None
    lines: Mapping[KeyPath, int] = {}
    with Collecting(found):
        facts, lines = read_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
        found += notes_on_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
    return facts, lines


def _read_report(folder: Path, shown: str, found: list[Finding]) -> tuple[Section, ...] | None:
    """The sections; None where a file cannot be read."""
    with Collecting(found):
        sections, findings = read_sections(folder / "report", f"{shown}/report")
        found += findings
        return sections
    return None


def _with_kept_names(
    folder: Path,
    shown: str,
    countries: CountryTable | None,
    facts: DisclosureFacts | None,
    found: list[Finding],
) -> CountryTable | None:
    """The table with the names that the filing was signed with; as it is where they cannot be read."""
    if countries is None or facts is None:
        return countries
    with Collecting(found):
        named, findings = with_kept_names(folder, shown, countries, facts.filing.amendment)
        found += findings
        return named
    return countries


def _mistakes_in_lists(
    facts: DisclosureFacts | None,
    sections: tuple[Section, ...] | None,
    shown: str,
    lines: Mapping[KeyPath, int],
) -> list[Finding]:
    if facts is None or sections is None:
        return []
    return list(mistakes_in_lists(facts, sections, f"{shown}/{FACTS_FILE}", lines))


def _read_lists(
    path: Path, shown: str, countries: CountryTable, facts: DisclosureFacts, found: list[Finding]
) -> tuple[FacilityList, ...] | None:
    """Every list with its rows; None where one cannot be read at all."""
    with Collecting(found):
        lists, findings = read_lists(path, f"{shown}/{path.name}", countries=countries, facts=facts)
        found += findings
        return lists
    return None


def _whole(rest: Disclosure, data_dir: Path, tables: _Tables) -> Disclosure:
    """The rest with what is read only where nothing has an error. Raises InputError."""
    year, facts = rest.year, rest.facts
    folder, shown = data_dir / str(year), f"{data_dir.name}/{year}"
    return replace(
        rest,
        restrictions=tables.restrictions,
        no_mining=tables.no_mining,
        earlier=_earlier(data_dir, year - 1),
        own_files=tuple(own_files(folder / "documents", f"{shown}/documents")),
        logo=logo(folder, shown, facts, LineRef(rest.file, rest.lines.get(("registrant", "logo")))),
    )


def _counted(lists: Iterable[FacilityList]) -> Iterator[Smelter]:
    """The rows that count under the rule."""
    for one in lists:
        if one.is_counted:
            yield from (row for row in one.smelters if is_conflict_mineral(row.metal))


def _codes(names: Iterable[str], countries: CountryTable) -> tuple[tuple[str, str | None], ...]:
    """Each name with the ISO code of its country; None where no table knows it."""
    found = [(name, countries.find(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))) for name in names]
    return tuple((name, country.code if country else None) for name, country in found)


def _earlier(data_dir: Path, year: int) -> Earlier | None:
    """What the year before says; its own mistakes are told where that year is read."""
    folder = data_dir / str(year)
    if not folder.is_dir():
        return None
    shown = f"{data_dir.name}/{year}"
    with suppress(InputError):
        facts, _ = read_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
        sections, _ = read_sections(folder / "report", f"{shown}/report")
        return Earlier(year, facts.registrant.name, sections)
    return None
