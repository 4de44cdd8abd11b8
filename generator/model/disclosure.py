"""One year's disclosure: all that may be published of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from .folding import fold
from .places import LineRef
from .smelters import FacilityList, NoMining, Restriction, Smelter
from .stated.facts import DisclosureFacts
from .vocabulary import Layout
from .wording import WordingFile
from .words import says_recycled

HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""A comment in a section, which is not published."""


NO_TERMS = "No license is stated."
"""What is said of the terms of use where ``disclosure.yml`` states none."""


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year and the dates that Form SD derives from it."""

    year: int

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, 1, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.year, 12, 31)

    @property
    def due(self) -> dt.date:
        """Due date of Form SD: 31 May of the next year, moved past weekends and Memorial Day.

        Source: General Instruction B. Memorial Day is the last Monday in May.
        """
        day = dt.date(self.year + 1, 5, 31)
        saturday, monday = 5, 0
        while day.weekday() >= saturday or (day.weekday() == monday and day.month == 5):
            day += dt.timedelta(days=1)
        return day

    @property
    def layout(self) -> Layout:
        """Layout in force: the amended form applies from the reports for 2020."""
        return Layout.FROM_2020 if self.year >= 2020 else Layout.FROM_2013


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report as a person wrote it: Markdown with Jinja, the title first."""

    number: int
    slug: str
    file: str
    """Path as findings show it, for example ``data/2021/report/04-inquiry.md``."""
    text: str


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that people put into ``data/<year>/documents/`` to be offered as it is."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the pages, for example ``2021/documents/smelters-2021.csv``."""

    uri: str
    """Address with slashes, from the site's root."""
    content: bytes = field(repr=False)
    title: str = ""
    """What it is, as the documents page says it; empty: not listed there."""
    purpose: str = ""
    """What it is for, in a sentence; empty: its title says enough."""
    media_type: str = ""
    """Its type, where the file is the list of smelters itself, for example ``text/csv``."""
    is_companion: bool = False
    """It describes other files, as checksums and schemas do, and is listed on the documents page only."""
    is_for_edgar: bool = False
    """It is made for the SEC; readers have the same in other files. Listed on the documents page only."""

    @property
    def name(self) -> str:
        """Its file name."""
        return self.uri.rpartition("/")[2]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the year before says, to compare with."""

    year: int
    registrant: str
    sections: tuple[Section, ...]


_GIVEN = (
    "country", "status", "cid", "city", "state", "status_as_of", "recycled", "footnote", "aliases", "notes",
)  # fmt: skip


@lru_cache(maxsize=4)
def _given(rows: tuple[Smelter, ...]) -> frozenset[str]:
    """Columns in which any row has a value."""
    fields = {name for name in _GIVEN if any(getattr(row, name) not in (None, ()) for row in rows)}
    return frozenset(fields | {key for row in rows for key, text in row.own if text})


@dataclass(frozen=True, slots=True)
class Disclosure:
    """All publishable facts of one year."""

    period: Period
    """The folder's year."""
    facts: DisclosureFacts
    smelters: tuple[Smelter, ...]
    """The rows that count under the rule, of all lists, in the order in which they are shown."""
    sections: tuple[Section, ...]
    covered_codes: tuple[tuple[str, str | None], ...] = ()
    """The covered countries as the filer writes them, each with its ISO code (None: not known)."""
    origin_codes: tuple[tuple[str, str | None], ...] = ()
    """The countries of origin as the filer writes them, each with its ISO code (None: not known)."""
    high_risk_codes: tuple[tuple[str, str | None], ...] = ()
    """The high-risk areas as the filer writes them, each with its ISO code (None: not known)."""
    restrictions: tuple[Restriction, ...] = ()
    no_mining: tuple[NoMining, ...] = ()
    earlier: Earlier | None = None
    """The year before; None where there is none, or where it cannot be read."""
    file: str = "disclosure.yml"
    """``disclosure.yml`` as findings name it."""
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict, repr=False)
    """Line of each entry of that file, by its keys and list positions."""
    lists: tuple[FacilityList, ...] = ()
    """All lists with all rows, other minerals too; empty: ``smelters`` are the one list, if there is any."""
    wording: tuple[WordingFile, ...] = ()
    """The texts that the data chooses: of claims, of tables, of what stands beside the sections."""
    own_files: tuple[OwnFile, ...] = ()
    logo: OwnFile | None = None

    @property
    def year(self) -> int:
        return self.period.year

    @property
    def shown_lists(self) -> tuple[FacilityList, ...]:
        """Every list; none where the filer gives none."""
        if self.lists or not self.smelters:
            return self.lists
        return (FacilityList("", self.annex_title, self.smelters),)

    @property
    def all_rows(self) -> tuple[Smelter, ...]:
        """The rows of all lists, those of other minerals and those that are not counted too."""
        return tuple(row for one in self.shown_lists for row in one.smelters)

    @property
    def has_list(self) -> bool:
        return bool(self.all_rows)

    @property
    def annex_title(self) -> str:
        """Title of the list; empty where there is none."""
        return self.facts.annex.title if self.facts.annex else ""

    def gives(self, column: str) -> bool:
        """Whether any row has a value there: what no row has the filer does not give, and nothing speaks of.

        ``column`` is a field of ``Smelter`` or the key of an own column.
        """
        return column in self._given

    @property
    def origin_countries(self) -> tuple[tuple[str, str | None], ...]:
        """Each country of origin once, under the first of its names, with its ISO code (None: not known).

        Recycled or scrap material among the countries is none.
        """
        codes, origins = dict(self.origin_codes), self.facts.origins
        found: dict[str, tuple[str, str | None]] = {}
        for name in origins.named_countries if origins else ():
            if not says_recycled(name):
                found.setdefault(codes.get(name) or fold(name) or name, (name, codes.get(name)))
        return tuple(found.values())

    @property
    def _given(self) -> frozenset[str]:
        return _given(self.all_rows)

    @property
    def layout(self) -> Layout:
        """Layout to print: the override, else the one in force for the period."""
        return self.facts.form.layout or self.period.layout

    def where(self, *path: str | int) -> LineRef:
        """The line of an entry of ``disclosure.yml``, or of the nearest entry above it that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        return LineRef(self.file, self.lines.get(path, 1))

    @property
    def terms_text(self) -> str:
        """The terms of use in a sentence, which may be that none are stated."""
        terms = self.facts.terms
        if terms is None:
            return NO_TERMS
        return f"{terms.text} ({terms.url})" if terms.url else terms.text

    @property
    def stated_as_of(self) -> dt.date | None:
        """The date of the data, as far as one is given: filing date, else date of the newest list."""
        lists = [status.as_of for status in self.facts.statuses if status.as_of]
        return self.facts.filing.date or max(lists, default=None)

    @property
    def as_of(self) -> dt.date:
        """The data's own clock: its date, else the end of the period. Never shown as a date of the data."""
        return self.stated_as_of or self.period.last_day
