"""Smelters and refiners with their countries, and what is known of countries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from .places import CellRef
from .stated.listing import Status
from .vocabulary import COVERED_COUNTRIES, Metal, Mineral, conflict_mineral_or_not

LIST_SHEET = "Smelter List"
"""Sheet of ``smelters.xlsx`` that holds the list."""


LIST_COLUMNS = {
    "metal": "Metal",
    "cid": "Smelter Identification Number",
    "name": "Smelter Name",
    "aliases": "Other Names",
    "country": "Smelter Country",
    "city": "Smelter City",
    "state": "Smelter Facility Location: State / Province",
    "status": "Status",
    "status_as_of": "Status As Of",
    "recycled": "Recycled or Scrap",
    "footnote": "Footnote",
}
"""Published columns: field of ``Smelter`` to heading; the headings are the CMRT's own where it has one."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country of a facility. ``code`` (ISO 3166-1 alpha-2) None: the CMRT's ``Unknown``."""

    code: str | None
    filed: str
    """The name as filed, untouched."""
    name: str
    """The reader's name, for example South Korea."""

    @property
    def is_covered(self) -> bool:
        return self.code in COVERED_COUNTRIES


@dataclass(frozen=True, slots=True)
class Smelter:
    """A smelter or refiner for one mineral: one row of the annex, the unit of counting."""

    metal: Mineral
    name: str
    """Without signs of a status or a note."""
    country: Country | None
    """None: the filer gives no country for it."""
    status: Status | None
    """None: the filer gives no status for it."""
    anchor: str
    """Stable address of the row inside the annex: the identifier, else a slug of metal and name."""
    where: CellRef
    """The row's first cell."""
    cid: str | None = None
    """The identifier as filed: CID and six digits, an older one, or one of another scheme."""
    city: str | None = None
    state: str | None = None
    status_as_of: dt.date | None = None
    """Date of the status of this row; None: the date of the status' list, if that has one."""
    recycled: bool | None = None
    """True: 100% recycled or scrap feed; None: not known."""
    footnote: str | None = None
    aliases: tuple[str, ...] = ()
    """Other names of the same facility, by which readers search for it."""
    own: tuple[tuple[str, str], ...] = ()
    """Key of an own column to what stands there, in the order of ``annex.own_columns``."""
    filed: tuple[tuple[str, str], ...] = ()
    """Column to its cell as filed, where that is more or other than the value: ``Au``, ``Works, Inc.**``."""
    notes: tuple[str, ...] = ()
    """Signs of the list that are notes to this row, such as ``****``."""
    list_key: str = ""
    """The list in which it stands; empty where there is one list alone."""

    @property
    def called(self) -> str:
        """Its name; of a row that was filed without one, what else tells it apart: identifier or cell."""
        return self.name or self.cid or self.where.cell

    def as_filed(self, column: str) -> str | None:
        """The cell of a column as filed, where that differs from the value; None: it does not."""
        return dict(self.filed).get(column)

    def own_text(self, key: str) -> str:
        """What stands in an own column; empty where nothing does."""
        return dict(self.own).get(key, "")


@dataclass(frozen=True, slots=True)
class FacilityList:
    """One of a filer's lists: the smelters of a metal, of a segment, of a company that was bought."""

    key: str
    """Its address and its value in the facet; empty where there is one list alone."""
    title: str
    smelters: tuple[Smelter, ...]
    """In the order in which they are shown."""
    section: str | None = None
    """File of the section behind which it stands, without its ending; None: at the end of the report."""
    is_counted: bool = True
    """Whether its rows are part of the totals of the rule."""

    @property
    def is_of_others(self) -> bool:
        """Whether all its rows are for minerals beside the four of the rule; False where nobody can say."""
        minerals = {row.metal for row in self.smelters}
        return bool(minerals) and all(conflict_mineral_or_not(one) is False for one in minerals)


@dataclass(frozen=True, slots=True)
class Restriction:
    """A public measure against a country, for some metals, in a span of time."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """The reader's name of the country."""
    measure: str
    """``embargo``, or ``listed parties`` where only named persons and companies are affected."""
    metals: tuple[Metal, ...]
    first_day: dt.date
    last_day: dt.date
    source: str

    def applies(self, code: str | None, metals: Iterable[Metal], day: dt.date) -> bool:
        """Whether it holds on ``day`` for one of ``metals`` of the country; no metals means any."""
        concerned = set(metals) or set(self.metals)
        in_force = self.first_day <= day <= self.last_day
        return in_force and self.code == code and bool(concerned & set(self.metals))


@dataclass(frozen=True, slots=True)
class NoMining:
    """A country in which no mine of some metals is known, so that it is hardly an origin of them."""

    code: str
    metals: tuple[Metal, ...]
    reason: str
