"""All that a reconciliation reads besides suppliers' files: settings, lists, decisions, the earlier list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...countries.table import COUNTRIES_FILE, CountryTable, read_countries
from ...errors import InputError
from ...files.yaml_file import notes_on_yaml
from ...findings import Finding
from ...findings.catalogue import FILE_TWICE, LIST_NOT_USED, NO_INDETERMINABLE, SHEET_LOST
from ...model import (
    UNKNOWN_COUNTRY,
    LineRef,
    ListWords,
    Smelter,
    Status,
    StatusClass,
    conflict_mineral_or_not,
)
from ...model.counted import named as in_words
from ...year.collecting import Collecting
from ...year.disclosure_yml import FACTS_FILE, read_list_words
from ...year.year_folder import read_year
from ..correspondence import LetterTexts
from ..decisions import ACCEPT, REJECT, Decisions, Match, Override, SheetDecision
from ..earlier import EarlierList
from ..look_ups import LookUp
from ..minerals import of_key
from ..reconciled import LIST_FILE, REVIEW_BEFORE, REVIEW_FILE, REVIEW_FOLDER
from ..review_settings import AskedSuppliers, ReviewSettings, StatusListEntry
from ..status_lists import StatusList
from .decisions_yml import DECISIONS_FILE, read_decisions
from .earlier_review import read_earlier, read_sheet_decisions
from .letters_md import default_texts, read_letters
from .reconcile_yml import RECONCILE_FILE, SUPPLIERS_FILE, read_review_settings, with_suppliers
from .reference_list import each_mineral_is_in_one, joined, read_reference_list
from .status_list import read_status_list

_GIVEN_LIST = re.compile(
    r"(?:(?P<status>[^=]+)=)?(?P<file>[^#]+?)(?:#(?P<sheet>.+?))?(?:@(?P<day>\d{4}-\d{2}-\d{2}))?"
)

_FILES = (
    (RECONCILE_FILE, ReviewSettings),
    (SUPPLIERS_FILE, AskedSuppliers),
    (DECISIONS_FILE, Decisions),
)
"""Files of the year that people write for a reconciliation, each with what it may say."""


@dataclass(frozen=True)
class GivenList:
    """A status list as its user names it: ``Conformant=lists/rmi.xlsx#Conformant@2022-03-31``."""

    path: Path
    status: str | None = None
    as_of: dt.date | None = None
    sheet: str | None = None
    """None: the first one with a list."""

    @classmethod
    def of(cls, text: str) -> GivenList:
        """Raises ValueError where the date is none."""
        found = _GIVEN_LIST.fullmatch(text)
        if found is None:
            raise ValueError("name a file")
        day = dt.date.fromisoformat(found["day"]) if found["day"] else None
        return cls(Path(found["file"]), found["status"], day, found["sheet"])


@dataclass(frozen=True)
class Sources:
    """Everything but the suppliers' files: small, and read first, so that mistakes are told at once."""

    year: int
    statuses: tuple[Status, ...]
    """The words of ``disclosure.yml``: all that is read of it."""
    countries: CountryTable
    lists: tuple[StatusList, ...]
    reference: LookUp | None
    decisions: Decisions
    """Of this year and the last one, from the files and the workbooks."""
    earlier: EarlierList
    last_year: tuple[Smelter, ...]
    """The rows that counted under the rule."""
    findings: tuple[Finding, ...]
    settings: ReviewSettings
    reference_file: str | None = None
    """Names of the newest lists; None: the newest look-ups of the answers."""
    shown: str = "data"
    """The year's folder as findings name it."""
    letters: LetterTexts = field(default_factory=default_texts)
    others_last_year: tuple[Smelter, ...] = ()
    """Its rows for other minerals."""
    words: ListWords = field(default_factory=ListWords)
    """How ``disclosure.yml`` has the list, or the lists."""

    @property
    def embargoed(self) -> frozenset[str]:
        """Codes of countries."""
        named = self.settings.countries_under_embargo
        return frozenset(self.countries.find_code(name) or name.upper() for name in named)


@dataclass(frozen=True)
class _Stated:
    """What people state for a reconciliation, and what names the lists that it reads."""

    countries: CountryTable
    words: ListWords
    settings: ReviewSettings
    letters: LetterTexts


def read_sources(data_dir: Path, year: int, lists: Sequence[GivenList], reference: Sequence[Path]) -> Sources:
    """Raises InputError with the mistakes of all sources; those of lists where what names them has none."""
    folder, shown = data_dir / str(year), f"{data_dir.name}/{year}"
    found: list[Finding] = []
    stated = _read_stated(data_dir, folder, shown, found)
    settings = stated.settings
    mistakes: list[Finding] = []
    newest = _read_newest((*reference, *(folder / name for name in settings.newest_list)), mistakes)
    found += () if reference else each_mineral_is_in_one(newest)
    given = (*lists, *(_given(folder, entry) for entry in settings.status_lists))
    status_lists = _read_status_lists(given, found, mistakes)
    with Collecting(mistakes):
        earlier, notes = _earlier(folder, shown, stated.words)
        found += [*notes, *_not_used_again(earlier, status_lists, f"{shown}/{RECONCILE_FILE}")]
    with Collecting(mistakes):
        decisions = _decisions(data_dir, year)
    if mistakes:
        raise InputError(mistakes)
    for name, model in _FILES:
        found += notes_on_yaml(folder / name, f"{shown}/{name}", model)
    last_year = read_year(data_dir, year - 1)[0] if (data_dir / str(year - 1)).is_dir() else None
    return Sources(
        year=year,
        statuses=stated.words.statuses,
        countries=stated.countries,
        lists=status_lists,
        reference=joined(newest),
        decisions=decisions,
        earlier=earlier,
        last_year=last_year.smelters if last_year else (),
        others_last_year=tuple(row for row in last_year.all_rows if _is_other(row)) if last_year else (),
        findings=tuple(found),
        settings=settings,
        reference_file=", ".join(name for name, _ in newest) or None,
        shown=shown,
        letters=stated.letters,
        words=stated.words,
    )


def _read_stated(data_dir: Path, folder: Path, shown: str, found: list[Finding]) -> _Stated:
    """Raises InputError with the mistakes of all of it; remarks are added to ``found``."""
    mistakes: list[Finding] = []
    with Collecting(mistakes):
        countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
    with Collecting(mistakes):
        words = read_list_words(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
        _check_vocabulary(words.statuses, f"{shown}/{FACTS_FILE}")
    with Collecting(mistakes):
        settings, told = with_suppliers(read_review_settings(folder, shown), folder, shown)
        found += told
    with Collecting(mistakes):
        letters, told = read_letters(folder, shown)
        found += told
    if mistakes:
        raise InputError(mistakes)
    return _Stated(countries, words, settings, letters)


def _read_newest(paths: Iterable[Path], mistakes: list[Finding]) -> list[tuple[str, LookUp]]:
    """The newest lists with the names of their files; what is wrong with one is added to ``mistakes``."""
    newest: list[tuple[str, LookUp]] = []
    for path in paths:
        with Collecting(mistakes):
            newest.append((path.name, read_reference_list(path, path.name)))
    return newest


def _read_status_lists(
    lists: Iterable[GivenList], found: list[Finding], mistakes: list[Finding]
) -> tuple[StatusList, ...]:
    """Those that can be read; rows that they leave out are told in ``found``."""
    read: list[StatusList] = []
    for one in lists:
        with Collecting(mistakes):
            listed, left_out = read_status_list(
                one.path, one.path.name, status=one.status, as_of=one.as_of, sheet=one.sheet
            )
            read.append(listed)
            found += left_out
    return tuple(read)


def _is_other(row: Smelter) -> bool:
    return conflict_mineral_or_not(row.metal) is False


def _not_used_again(earlier: EarlierList, lists: Sequence[StatusList], settings: str) -> Iterator[Finding]:
    """RC-022: a list that was forgotten turns the statuses that it gave into indeterminable ones."""
    forgotten = [name for name in earlier.lists_used if name not in {one.file for one in lists}]
    if forgotten:
        names = in_words([f"'{name}'" for name in forgotten])
        others = "another status list" if len(forgotten) == 1 else "other status lists"
        message = f"the last run used {others}: {names}"
        advice = (
            "Name it again, with --status-list or below status_lists, or its statuses are lost; nothing to do"
            " where a newer list has taken its place."
        )
        yield Finding(LIST_NOT_USED, message, LineRef(settings), advice)


def _given(folder: Path, entry: StatusListEntry) -> GivenList:
    """An entry of ``reconcile.yml``; a file may bear the name of its sheet: ``lists.xlsx#Active``."""
    file, _, sheet = entry.file.partition("#")
    return GivenList(folder / file, entry.status, entry.as_of, sheet or None)


def _check_vocabulary(statuses: Iterable[Status], shown: str) -> None:
    """Raises InputError where nothing can be said of a smelter that is on no list."""
    if not any(one.status_class is StatusClass.INDETERMINABLE for one in statuses):
        message = "no status has the class indeterminable, which every smelter on no list gets"
        advice = "Add one to the entry 'statuses'."
        raise InputError([Finding(NO_INDETERMINABLE, message, LineRef(shown), advice)])


def _earlier(folder: Path, shown: str, words: ListWords) -> tuple[EarlierList, tuple[Finding, ...]]:
    """The list and the review as people left them, and what of them a further run does not keep."""
    as_csv = folder / "smelters.csv"
    if as_csv.exists():
        advice = f"Remove it, or save its list as {LIST_FILE}, which this command writes."
        where = LineRef(f"{shown}/{as_csv.name}")
        raise InputError([Finding(FILE_TWICE, "the list is a CSV file", where, advice)])
    earlier, found = read_earlier(folder, shown, words)
    where = LineRef(f"{shown}/{REVIEW_FOLDER}/{REVIEW_FILE}")
    advice = f"It stands in {REVIEW_FOLDER}/{REVIEW_BEFORE}; keep such sheets in a workbook of their own."
    lost = [
        Finding(SHEET_LOST, f"the sheet '{name}' is not kept", where, advice) for name in earlier.own_sheets
    ]
    return earlier, (*found, *lost)


def _decisions(data_dir: Path, year: int) -> Decisions:
    """Those of this year, then those of last year that this year does not contradict.

    Overrides are of their year only. Raises InputError with the mistakes of both files.
    """
    accepted: list[Match] = []
    rejected: list[Match] = []
    identifiers: dict[str, str] = {}
    overrides: tuple[Override, ...] = ()
    for at in (year, year - 1):
        folder, shown = data_dir / str(at), f"{data_dir.name}/{at}"
        stated = read_decisions(folder, shown)
        on_sheet = read_sheet_decisions(folder, shown)
        refused = {(one.metal, one.name, one.same_as) for one in rejected}
        newly = [*stated.accepted, *matches(on_sheet, ACCEPT)]
        accepted += [one for one in newly if (one.metal, one.name, one.same_as) not in refused]
        rejected += [*stated.rejected, *matches(on_sheet, REJECT)]
        identifiers = stated.identifiers | identifiers
        overrides = overrides or (stated.overrides if at == year else ())
    return Decisions(
        accepted=tuple(accepted), rejected=tuple(rejected), identifiers=identifiers, overrides=overrides
    )


def matches(decisions: Iterable[SheetDecision], verdict: str) -> Iterator[Match]:
    """The decisions of the sheet ``Decisions`` with this verdict."""
    for one in decisions:
        key = one.cells.get("key", "")
        metal = of_key(key)
        if metal and one.verdict == verdict and one.is_whole:
            yield Match.model_validate({
                "metal": metal,
                "name": one.cells["reported"],
                "country": one.cells.get("country") or None,
                "is": one.cells["candidate"],
                "its_country": _country(one.cells.get("candidate_country", "")),
            })  # fmt: skip


def _country(text: str) -> str | None:
    return None if text in ("", UNKNOWN_COUNTRY) else text
