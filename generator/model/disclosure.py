"""One year's disclosure: all that may be published of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import unquote

from .addresses import IN_FOLDERS, Addresses
from .amendments import amended_name
from .folding import fold
from .given_files import EXPLANATORY_NOTE, Asset, Exhibit, OwnFile, Section
from .period import Period
from .places import LineRef
from .smelters import FacilityList, NoMining, Restriction, Smelter
from .stated.facts import DisclosureFacts
from .stated.reconciled import LastReconciliation
from .vocabulary import Layout, is_conflict_mineral
from .wording import WordingFile
from .words import says_recycled

NO_TERMS = "No license is stated."
"""What is said of the terms of use where ``disclosure.yml`` states none."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the year before says, to compare with."""

    year: int
    registrant: str
    sections: tuple[Section, ...]


_GIVEN = (
    "country", "status", "cid", "city", "state", "status_as_of", "recycled", "footnote", "aliases", "notes",
)  # fmt: skip


class _One:
    """A disclosure as a key by what it is and not by what it says: to compare all rows takes long."""

    __slots__ = ("it",)

    def __init__(self, it: Disclosure) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and self.it is other.it


@lru_cache(maxsize=16)
def _rows(one: _One) -> tuple[Smelter, ...]:
    return tuple(row for part in one.it.shown_lists for row in part.smelters)


@lru_cache(maxsize=16)
def _given(one: _One) -> frozenset[str]:
    """Columns in which any row has a value."""
    rows = _rows(one)
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
    """Those of the report."""
    form_files: tuple[Section, ...] = ()
    """The texts of ``form/``, in the order of the form, shown or not."""
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
    reconciled: LastReconciliation | None = None
    """What the last reconciliation gave; None where the list was never reconciled."""
    own_files: tuple[OwnFile, ...] = ()
    logo: OwnFile | None = None
    pictures: tuple[OwnFile, ...] = ()
    """The files of ``data/<year>/pictures/``, which sections show."""
    exhibits: tuple[Exhibit, ...] = ()
    """Further exhibits and parts of Exhibit 1.01, in the order of ``disclosure.yml``."""
    addresses: Addresses = IN_FOLDERS
    """How the site for which files are made writes the addresses of its pages."""
    eu_importer: Section | None = None
    """What the filer publishes as an importer into the European Union, in no document of the filing; None: it
    has no such text."""

    @property
    def year(self) -> int:
        return self.period.year

    @property
    def annex_address(self) -> str:
        """The address of the annex from the site's root."""
        return self.addresses.of_page(f"{self.year}/annex/")

    def file_name(self, name: str) -> str:
        """The name under which this filing publishes a file that the program makes."""
        return amended_name(name, self.facts.filing.amendment)

    @property
    def shown_pictures(self) -> tuple[OwnFile, ...]:
        """The pictures that a section or an exhibit names; only these are published."""
        return self.named_in_sections("pictures")

    def named_in_sections(self, folder: str) -> tuple[OwnFile, ...]:
        """The files of ``pictures`` or ``documents`` whose path stands in a section or an exhibit."""
        text = unquote("\n".join(section.text for section in self.written))
        files = self.pictures if folder == "pictures" else self.own_files
        return tuple(file for file in files if f"{folder}/{file.name}" in text)

    @property
    def exhibit_parts(self) -> tuple[Exhibit, ...]:
        """What stands in Exhibit 1.01 behind the report."""
        return tuple(one for one in self.exhibits if one.stated.is_part and one.is_filed)

    @property
    def further_exhibits(self) -> tuple[Exhibit, ...]:
        """The filed exhibits beside Exhibit 1.01."""
        return tuple(one for one in self.exhibits if not one.stated.is_part and one.is_filed)

    @property
    def written(self) -> tuple[Section, ...]:
        """Everything that people wrote in Markdown for the filing: sections, the form's texts, exhibits."""
        return (*self.all_sections, *self.written_exhibits)

    @property
    def written_exhibits(self) -> tuple[Section, ...]:
        """The exhibits that are Markdown, as sections."""
        return tuple(one.section for one in self.exhibits if one.suffix == ".md")

    @property
    def overview_sentence(self) -> Section | None:
        """The sentence on top of the overview, as a section whose lines are those of ``disclosure.yml``.

        None: the filer states none of its own.
        """
        if self.facts.overview is None:
            return None
        before = (self.where("overview", "sentence").line or 1) - 1
        text = "\n" * before + " ".join(self.facts.overview.sentence.split())
        return Section(0, "overview", self.file, text)

    @property
    def form_sections(self) -> tuple[Section, ...]:
        """The texts that the form shows; none where the form is not shown."""
        if not self.facts.has_form:
            return ()
        is_amended = self.facts.filing.amendment is not None
        return tuple(one for one in self.form_files if is_amended or one.slug != EXPLANATORY_NOTE)

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """Everything that people wrote and that is published: the report, then the form's own texts."""
        return (*self.sections, *self.form_sections)

    @property
    def shown_lists(self) -> tuple[FacilityList, ...]:
        """Every list; none where the filer gives none."""
        if self.lists or not self.smelters:
            return self.lists
        return (FacilityList("", self.annex_title, self.smelters),)

    @property
    def in_exhibit(self) -> Disclosure:
        """What the filing's documents have of it.

        A list of minerals beside the four of the rule stands in them only where the filer gives it a section;
        a filing that is restated is as it was filed.
        """
        if self.facts.filing.is_restated:
            return self
        kept = tuple(one for one in self.lists if one.section or not one.is_of_others)
        if len(kept) == len(self.lists):
            return self
        if len(kept) == 1:  # as if there were no other
            smelters = tuple(replace(row, list_key="") for row in kept[0].smelters)
            kept = (replace(kept[0], key="", smelters=smelters),)
        counted = (row for one in kept if one.is_counted for row in one.smelters)
        return replace(
            self, lists=kept, smelters=tuple(row for row in counted if is_conflict_mineral(row.metal))
        )

    @property
    def all_rows(self) -> tuple[Smelter, ...]:
        """The rows of all lists, those of other minerals and those that are not counted too."""
        return _rows(_One(self))

    def wanted(self, documents: Iterable[Asset]) -> tuple[Asset, ...]:
        """Those of the documents that are offered: without those for EDGAR where the year wants none."""
        has_edgar = self.facts.documents.edgar
        return tuple(one for one in documents if has_edgar or not one.is_for_edgar)

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
        return _given(_One(self))

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
        """The date of the data, as far as one is given: day of signature or filing, else of the newest list.

        The day of signature comes first: a document stays as it is when the day of filing is known.
        """
        lists = [status.as_of for status in self.facts.statuses if status.as_of]
        filing = self.facts.filing
        return filing.signed_on or filing.date or max(lists, default=None)

    @property
    def as_of(self) -> dt.date:
        """The data's own clock: its date, else the end of the period. Never shown as a date of the data."""
        return self.stated_as_of or self.period.last_day
