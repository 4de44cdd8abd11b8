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
from ..files.text_file import read_bytes
from ..files.yaml_model import KeyPath
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, FILE_TWICE, FILE_UNREADABLE, YAML_VALUE
from ..model import (
    COVERED_COUNTRIES,
    Disclosure,
    DisclosureFacts,
    Earlier,
    FacilityList,
    LineRef,
    OwnFile,
    Period,
    Smelter,
    is_conflict_mineral,
)
from .disclosure_yml import facts_of_list, names_a_list, notes_on_disclosure_yml, read_disclosure_yml
from .eu_importer import read_eu_importer
from .exhibits import read_exhibits
from .kept_names import with_kept_names
from .left_out import left_out
from .list_entries import mistakes_in_lists
from .pictures import read_pictures
from .reconciled_yml import read_reconciled
from .sections import read_form_texts, read_sections
from .smelter_list import read_lists
from .wording import FOLDER as WORDING_FOLDER
from .wording import read_wording

FACTS_FILE = "disclosure.yml"
LIST_FILES = ("smelters.xlsx", "smelters.csv")
_LOGO_KINDS = (".svg", ".png")


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
    folder = data_dir / str(year)
    shown = f"{data_dir.name}/{year}"
    if not folder.is_dir():
        there = ", ".join(str(known) for known in years_in(data_dir))
        message = f"there is no folder for {year}"
        return YearRead((Finding(FILE_MISSING, message, LineRef(shown), f"There are: {there}."),))
    found: list[Finding] = []
    countries = None
    with Collecting(found):
        countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
        restrictions = read_restrictions(data_dir, countries)
        no_mining = read_no_mining(data_dir, countries)
    facts, sections = None, None
    lines: Mapping[KeyPath, int] = {}
    with Collecting(found):
        facts, lines = read_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
        found += notes_on_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
    with Collecting(found):
        sections, section_findings = read_sections(folder / "report", f"{shown}/report")
        found += section_findings
    if countries is not None and facts is not None:
        with Collecting(found):
            amendment = facts.filing.amendment
            countries, name_findings = with_kept_names(folder, shown, countries, amendment)
            found += name_findings
    form_texts, section_findings = read_form_texts(folder / "form", f"{shown}/form")
    found += section_findings
    wording, wording_findings = read_wording(folder / WORDING_FOLDER, f"{shown}/{WORDING_FOLDER}")
    found += wording_findings
    reconciled = None
    with Collecting(found):
        reconciled = read_reconciled(folder, shown)
    of_lists: list[Finding] = []
    if facts is not None and sections is not None:
        of_lists += mistakes_in_lists(facts, sections, f"{shown}/{FACTS_FILE}", lines)
    found += of_lists
    exhibits, exhibit_findings = (
        ((), ()) if facts is None else read_exhibits(folder, shown, facts, f"{shown}/{FACTS_FILE}", lines)
    )
    pictures, picture_findings = read_pictures(folder, shown)
    eu_importer = None
    with Collecting(found):
        eu_importer, eu_findings = read_eu_importer(folder, shown)
        found += eu_findings
    found += [*exhibit_findings, *picture_findings, *left_out(folder, shown)]
    list_path = None
    with Collecting(found):
        list_path = _list_path(folder, shown, facts)
    has_errors = facts is None or sections is None or any(one.severity == "error" for one in found)
    stand_in = None if facts else facts_of_list(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}", year)
    known = facts or (stand_in.facts if stand_in else None)
    lists: tuple[FacilityList, ...] = ()
    is_told = bool(of_lists) or (facts is None and known is not None and known.annex is None)
    if list_path is not None and known is not None and countries is not None and not is_told:
        try:
            lists, list_findings = read_lists(
                list_path, f"{shown}/{list_path.name}", countries=countries, facts=known
            )
            found += list_findings
        except InputError as problem:
            found += problem.findings
            has_errors = True
    if known is None or countries is None:
        return YearRead(tuple(found))
    rest = Disclosure(
        period=Period(year),
        facts=known,
        smelters=tuple(_counted(lists)),
        lists=lists,
        sections=sections or (),
        form_files=form_texts,
        wording=wording,
        reconciled=reconciled,
        file=f"{shown}/{FACTS_FILE}",
        lines=lines,
        covered_codes=_codes(known.covered_countries or COVERED_COUNTRIES.values(), countries),
        origin_codes=_codes(known.origins.metals_by_country if known.origins else (), countries),
        high_risk_codes=_codes(known.high_risk_areas.countries if known.high_risk_areas else (), countries),
        pictures=pictures,
        exhibits=exhibits,
        eu_importer=eu_importer,
    )
    if has_errors:
        has_filing = facts is not None or (stand_in is not None and stand_in.has_filing)
        return YearRead(tuple(found), None, rest, has_facts=facts is not None, has_filing=has_filing)
    with Collecting(found):
        disclosure = replace(
            rest,
            restrictions=restrictions,
            no_mining=no_mining,
            earlier=_earlier(data_dir, year - 1),
            own_files=tuple(_own_files(folder / "documents", f"{shown}/documents")),
            logo=_logo(folder, shown, known, lines.get(("registrant", "logo"))),
        )
        return YearRead(tuple(found), disclosure)
    return YearRead(tuple(found), None, rest, has_facts=True, has_filing=True)


class Collecting:
    """Takes the findings of an InputError into the list and goes on behind the block."""

    def __init__(self, found: list[Finding]) -> None:
        self._found = found

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, _: object) -> bool:
        if isinstance(problem, InputError):
            self._found.extend(problem.findings)
            return True
        return False


def _counted(lists: Iterable[FacilityList]) -> Iterator[Smelter]:
    """The rows that count under the rule."""
    for one in lists:
        if one.is_counted:
            yield from (row for row in one.smelters if is_conflict_mineral(row.metal))


def _list_path(folder: Path, shown: str, facts: DisclosureFacts | None) -> Path | None:
    """The list; None where the filer gives none: no file, and no entry that says how one is shown."""
    there = [folder / name for name in LIST_FILES if (folder / name).exists()]
    if len(there) > 1:
        advice = f"Keep one of them: {' or '.join(path.name for path in there)}."
        raise InputError([Finding(FILE_TWICE, "there are two smelter lists", LineRef(shown), advice)])
    if not there and not _needs_list(folder, shown, facts):
        return None
    if not there:
        others = sorted(
            path.name for path in folder.iterdir() if path.suffix.lower() in (".xlsx", ".xls", ".csv")
        )
        advice = f"Put {LIST_FILES[0]} into the folder" + (
            f"; there is {', '.join(others)}." if others else "."
        )
        entries = "entries annex and lists" if facts is not None and facts.lists else "entry annex"
        advice += (
            f" For a filer without a list, remove the {entries} from disclosure.yml{_about_list(folder)}."
        )
        raise InputError([Finding(FILE_MISSING, "there is no smelter list", LineRef(shown), advice)])
    return there[0]


def _about_list(folder: Path) -> str:
    """In words, the sections that cannot be without a list, because its title is theirs; they go with it."""
    paths = sorted((folder / "report").glob("*.md"))
    names = [
        f"report/{path.name}" for path in paths if path.is_file() and b"{{ annex_title" in path.read_bytes()
    ]
    return f", and {' and '.join(names)}" if names else ""


def _needs_list(folder: Path, shown: str, facts: DisclosureFacts | None) -> bool:
    """Whether the facts say how a list is shown; also where other mistakes leave no facts."""
    if facts is None:
        return names_a_list(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
    return facts.annex is not None or bool(facts.lists)


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


def _own_files(folder: Path, shown: str) -> Iterator[OwnFile]:
    """Visible files of ``documents/``, by name; Excel's and editors' lock files are left out.

    Raises InputError where one cannot be opened.
    """
    for path in sorted(folder.iterdir(), key=lambda path: path.name) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith((".", "~")):
            yield OwnFile(path.name, read_bytes(path, f"{shown}/{path.name}"))


def _logo(folder: Path, shown: str, facts: DisclosureFacts, line: int | None) -> OwnFile | None:
    name = facts.registrant.logo
    if name is None:
        return None
    where = LineRef(f"{shown}/{FACTS_FILE}", line)
    path = folder / name
    if path.suffix.lower() not in _LOGO_KINDS or not path.resolve().is_relative_to(folder.resolve()):
        message = f"'registrant.logo' is '{name}'"
        advice = "Expected: an SVG or PNG file inside the year's folder."
        raise InputError([Finding(YAML_VALUE, message, where, advice)])
    if not path.is_file():
        advice = "Put the file there or clear the entry."
        raise InputError([Finding(FILE_UNREADABLE, f"the logo '{name}' is not there", where, advice)])
    return OwnFile(path.name, read_bytes(path, f"{shown}/{name}"))
