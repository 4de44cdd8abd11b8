"""The facts of one year's disclosure, as frozen values. Imports nothing of ours.

What ``disclosure.yml`` states is declared here as pydantic models, so that its schema, its
validation and the values that templates read are one thing. Rows of the smelter list are plain
dataclasses, because there can be many thousands of them.

Everything in ``Disclosure`` may be published. What must not be published has no place here.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

COVERED_COUNTRIES: dict[str, str] = {
    "CD": "the Democratic Republic of the Congo",
    "AO": "Angola",
    "BI": "Burundi",
    "CF": "the Central African Republic",
    "CG": "the Republic of the Congo",
    "RW": "Rwanda",
    "SS": "South Sudan",
    "TZ": "Tanzania",
    "UG": "Uganda",
    "ZM": "Zambia",
}
"""ISO 3166-1 alpha-2 code to name in a sentence. Source: Form SD, Item 1.01(d)(1): the DRC and the
nine countries that share a border with it."""


CONFLICT_MINERALS_HEADING = "Conflict Minerals Disclosure"
"""The separate heading that Item 1.01(b) and (c) ask for, word for word."""

UNKNOWN_COUNTRY = "Unknown"
"""What a CMRT's look-up says of a smelter that is not yet identified, and the list of one whose country
nobody gave."""

CID_PATTERN = "CID[0-9]{6}"
"""The identifier that the Responsible Minerals Initiative gives to a smelter, as a regular expression."""
_CID = re.compile(CID_PATTERN)

HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""A comment in a section, which is not published."""

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

INTERNAL_COLUMNS = ("Internal Comment", "Reported By", "Flags", "Key")
"""Columns of that sheet that are never published. By ``Key`` the next reconciliation finds a row again."""

UNIT_OF_COUNTING = "One row is one facility for one metal; a facility that processes two metals has two rows."
"""What every file that holds the list says of its rows (design, decision 8)."""

NO_TERMS = "No license is stated."
"""What is said of the terms of use where ``disclosure.yml`` states none."""


def is_cid(text: str) -> bool:
    """Whether the text is CID and six digits, and nothing else."""
    return bool(_CID.fullmatch(text))


def percent(part: int, whole: int, decimals: int = 1) -> str:
    """``part`` of ``whole`` in percent, zeros at the end left out, for example ``79.5%``.

    A part that is not the whole never prints as 100%, and one that is not nothing never as 0%.
    """
    if whole == 0:
        return "0%"
    share = f"{100 * part / whole:.{decimals}f}"
    if part < whole and float(share) == 100:
        share = f"{100 - 10**-decimals:.{decimals}f}"
    if part and float(share) == 0:
        share = f"{10**-decimals:.{decimals}f}"
    return (share.rstrip("0").rstrip(".") if "." in share else share) + "%"


class Metal(StrEnum):
    """The four metals of Item 1.01(d)(3), in the order in which filers list them."""

    GOLD = "Gold"
    TANTALUM = "Tantalum"
    TIN = "Tin"
    TUNGSTEN = "Tungsten"


class StatusClass(StrEnum):
    """What a status label means, whatever words a filer uses for it."""

    CONFORMANT = "conformant"
    ACTIVE = "active"
    INDETERMINABLE = "indeterminable"
    NOT_CONFORMANT = "not_conformant"
    NOT_ENROLLED = "not_enrolled"
    OTHER = "other"


class Layout(StrEnum):
    """The two layouts of Form SD."""

    FROM_2013 = "2013-2019"
    """Rule 13p-1 only; exhibits are Section 2."""
    FROM_2020 = "from-2020"
    """Rules 13p-1 and 13q-1; resource extraction is Section 2, exhibits are Section 3."""


class Route(StrEnum):
    """How far Item 1.01 leads a filer."""

    REPORT = "conflict-minerals-report"
    """Item 1.01(c): Form SD with a Conflict Minerals Report as Exhibit 1.01."""
    INQUIRY = "country-of-origin-inquiry"
    """Item 1.01(b): Form SD alone, the inquiry gave no reason to believe in covered countries."""
    STAFF_STATEMENT = "staff-statement-2017"
    """Form SD alone with Item 1.01(a) and (b), under Corp Fin's statement of 7 April 2017."""


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell as Excel shows it: ``smelters.xlsx 'Smelter List'!F14`` (a CSV has no sheet)."""

    file: str
    sheet: str | None
    cell: str

    def __str__(self) -> str:
        return f"{self.file} '{self.sheet}'!{self.cell}" if self.sheet else f"{self.file} {self.cell}"


@dataclass(frozen=True, slots=True)
class LineRef:
    """A line of a text file, counted from 1; ``line`` None means the file as a whole."""

    file: str
    line: int | None = None
    column: int | None = None
    """First character, counted from 1; None means the line as a whole."""
    length: int = 1
    """How many characters from there on; only where there is a column."""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


Place = CellRef | LineRef


def _must_be_web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(c.isspace() or c in "<>\"'" for c in value):
        raise ValueError("a web address that begins with https://")
    return value


def _must_be_year_month_day(value: object) -> object:
    """pydantic alone takes a number for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a date such as 2022-05-31")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
WebAddress = Annotated[Text, AfterValidator(_must_be_web_address)]
Day = Annotated[dt.date, BeforeValidator(_must_be_year_month_day)]
Count = Annotated[int, Field(ge=0)]


class Fact(BaseModel):
    """Base of everything that ``disclosure.yml`` states: frozen, and unknown keys are mistakes."""

    # Only the whole is validated, so parts need no validator of their own (half of the import's time).
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Address(Fact):
    """Address of principal executive offices, as on the cover."""

    street: Text
    city: Text
    state: Text
    zip: Text

    @property
    def line(self) -> str:
        return f"{self.street}, {self.city}, {self.state} {self.zip}"


class Contact(Fact):
    """The person to contact in connection with the report."""

    name: Text
    title: Text | None = None
    telephone: Text


class Registrant(Fact):
    """The filer, as the cover of Form SD names it."""

    name: Text
    """Exact name as specified in its charter."""
    short_name: Text | None = None
    """Name used in sentences; None means the exact name."""
    jurisdiction: Text
    commission_file_number: Annotated[Text, StringConstraints(pattern=r"^\d{1,3}-\d{4,6}(-\d{2})?$")]
    ein: Annotated[Text, StringConstraints(pattern=r"^\d{2}-\d{7}$")] | None = None
    """I.R.S. Employer Identification No.; None where the cover does not show it."""
    address: Address
    contact: Contact
    disclosure_url: WebAddress
    """The web address that Form SD gives for the disclosure."""
    logo: Text | None = None
    """Path of an SVG or PNG beside ``disclosure.yml``; None means a monogram is drawn."""


class Signatory(Fact):
    """The executive officer who signs."""

    name: Text
    title: Text


class Form(Fact):
    """Which Form SD is published."""

    route: Route
    layout: Layout | None = None
    """Override of the layout that follows from the period; None means no override."""


class Filing(Fact):
    """State of the filing."""

    state: Literal["draft", "final"]
    date: Day | None = None
    """Day of filing with the SEC; required in state final."""
    signatory: Signatory | None = None
    """Required in state final."""
    amendment: Annotated[int, Field(ge=1)] | None = None
    """Number of the amendment (Form SD/A); None for an original filing."""
    edgar_url: WebAddress | None = None
    signed_elsewhere: Text | None = None
    """Why a final has no sign-offs here, for filings that were signed before this program was used."""

    @property
    def form_name(self) -> str:
        """``Form SD``, or ``Form SD/A (Amendment No. 2)``."""
        return f"Form SD/A (Amendment No. {self.amendment})" if self.amendment else "Form SD"

    @model_validator(mode="after")
    def _final_is_signed_and_dated(self) -> Self:
        missing = [name for name in ("date", "signatory") if getattr(self, name) is None]
        if self.state == "final" and missing:
            raise ValueError(f"{' and '.join(missing)}, because the state is final")
        return self


class Product(Fact):
    """A category of covered products. ``metals`` empty means: not broken down by metal."""

    name: Text
    description: Text | None = None
    metals: tuple[Metal, ...] = ()


class Products(Fact):
    """The covered products, Item 1.01(c)(2), in the filer's own words."""

    description: Text
    categories: Annotated[tuple[Product, ...], Field(min_length=1)]


class Term(Fact):
    """A word in singular and plural."""

    one: Text
    many: Text


class Survey(Fact):
    """The reasonable country of origin inquiry in figures."""

    suppliers: Count
    """Suppliers that were asked."""
    answered: Count
    supplier_term: Term = Field(default_factory=lambda: Term(one="supplier", many="suppliers"))
    tool: Text = "Conflict Minerals Reporting Template"
    tool_abbreviation: Text = "CMRT"
    tool_publisher: Text = "Responsible Minerals Initiative (RMI)"
    tool_version: Text | None = None
    """None where the filing does not say which."""
    answer_level: Literal["company", "product", "both"]
    """Whether answers covered the supplier's whole company or the products supplied."""
    outside_covered_countries: Count | None = None
    """Suppliers that declare that they do not source from covered countries; None: not evaluated."""


class Status(Fact):
    """One word of the filer's status vocabulary."""

    label: Text
    status_class: StatusClass = Field(alias="class")
    definition: Text
    list_name: Text | None = Field(default=None, alias="list")
    """The list that decides; None where no list does (indeterminable)."""
    as_of: Day | None = None
    """Date of that list; None where the filing does not say."""


ColumnName = Literal[
    "cid", "metal", "name", "country_as_filed", "country", "city", "state", "status",
    "status_as_of", "recycled", "footnote",
]  # fmt: skip


class Annex(Fact):
    """How the facility list is shown."""

    title: Text
    columns: Annotated[tuple[ColumnName, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _columns_needed(self) -> Self:
        missing = [name for name in ("metal", "name", "status") if name not in self.columns]
        if not {"country", "country_as_filed"} & set(self.columns):
            missing.append("country_as_filed")
        if missing:
            raise ValueError(f"the columns {', '.join(missing)} as well")
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("each column once")
        return self


class Link(Fact):
    """A named web address; ``url`` None where the text is not public."""

    name: Text
    url: WebAddress | None = None


class Terms(Fact):
    """Terms under which others may use the list: a license by name, or a sentence."""

    text: Text
    url: WebAddress | None = None


class Origins(Fact):
    """Countries of origin of the minerals: one list, a list per metal, or metals per country.

    Never derived from where a facility stands (Item 1.01(c)(2) asks for the origin of minerals).
    """

    countries: tuple[Text, ...] | None = None
    by_metal: dict[Metal, tuple[Text, ...]] | None = None
    by_country: dict[Text, tuple[Metal, ...]] | None = None

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        if sum(shape is not None for shape in (self.countries, self.by_metal, self.by_country)) != 1:
            raise ValueError("exactly one of countries, by_metal and by_country")
        return self

    @property
    def metals_by_country(self) -> dict[str, tuple[Metal, ...]]:
        """Country to its metals, both in order; no metals where the list is not broken down."""
        if self.by_country is not None:
            return dict(sorted(self.by_country.items()))
        if self.by_metal is None:
            return dict.fromkeys(sorted(self.countries or ()), ())
        found = sorted({country for countries in self.by_metal.values() for country in countries})
        return {c: tuple(m for m in Metal if c in self.by_metal.get(m, ())) for c in found}


class HighRiskAreas(Fact):
    """A list of conflict-affected and high-risk areas, on which an assessment of risk by place rests."""

    name: Text
    """The list's name, as a sentence says it after "the list"."""
    url: WebAddress | None = None
    as_of: Day | None = None
    countries: Annotated[tuple[Text, ...], Field(min_length=1)]


class Audit(Fact):
    """Independent private sector audit of the report, Item 1.01(c)(1)(ii)."""

    auditor: Text
    standard: Text
    conclusion: Text


class Control(Fact):
    """Figures known from elsewhere; the computed ones are held against them."""

    rows: Count | None = None
    countries: Count | None = None
    by_metal: dict[Metal, Count] = {}
    by_status: dict[Text, Count] = {}


class Waiver(Fact):
    """A finding that does not apply at one place, with the reason and who says so."""

    code: Annotated[Text, StringConstraints(pattern=r"^[A-Z]{2}-\d{3}$")]
    place: Text
    """File of the year's folder, or a line or cell of it: ``report/06-findings.md``, ``….md:12``,
    ``smelters.xlsx C14``. Without folders, as ``disclosure.yml`` sees it."""
    reason: Text
    name: Text
    """Who waived it."""


class StatedAnswer(Fact):
    """What a person answers to a check of the scorecard that no program can answer."""

    answer: bool
    evidence: Text | None = None
    """Where a reviewer finds it; needed for a yes."""
    words: Text | None = None
    """Words of the published text that show it; the answer counts only while they stand there."""

    @model_validator(mode="after")
    def _yes_has_evidence(self) -> Self:
        if self.answer and self.evidence is None:
            raise ValueError("evidence as well, because the answer is yes")
        return self


class StatedAnswers(Fact):
    """The checks of the scorecard that people answer; None: not answered, which counts as no."""

    result_is_stated: StatedAnswer | None = None
    due_diligence_is_described: StatedAnswer | None = None
    origin_efforts_are_described: StatedAnswer | None = None
    management_is_described: StatedAnswer | None = None
    risks_are_assessed: StatedAnswer | None = None
    risks_are_reported: StatedAnswer | None = None
    mitigation_is_described: StatedAnswer | None = None
    improvement_is_described: StatedAnswer | None = None
    years_are_compared: StatedAnswer | None = None
    site_is_accessible: StatedAnswer | None = None


class DisclosureFacts(Fact):
    """Everything that ``disclosure.yml`` states."""

    registrant: Registrant
    period: Annotated[int, Field(ge=2013, le=2100)]
    """Calendar year of the reporting period."""
    form: Form
    filing: Filing
    products: Products
    survey: Survey
    statuses: Annotated[tuple[Status, ...], Field(min_length=1)]
    annex: Annex
    notice: Text | None = None
    """A sentence shown on top of each page of the year; None means none."""
    policy: Link | None = None
    grievance: Link | None = None
    terms: Terms | None = None
    """None: the filer states no terms, and the files say so."""
    covered_countries: tuple[Text, ...] | None = None
    """The ten covered countries as the filer writes them; None means the names used here."""
    origins: Origins | None = None
    """None: the countries of origin were not determined."""
    high_risk_areas: HighRiskAreas | None = None
    """None: no list is stated, and nothing can be said of risk by place."""
    audit: Audit | None = None
    """None: no independent audit of the report."""
    control: Control = Field(default_factory=Control)
    waivers: tuple[Waiver, ...] = ()
    scorecard: StatedAnswers = Field(default_factory=StatedAnswers)

    @field_validator("statuses")
    @classmethod
    def _labels_once(cls, statuses: tuple[Status, ...]) -> tuple[Status, ...]:
        labels = [status.label.casefold() for status in statuses]
        if len(set(labels)) != len(labels):
            raise ValueError("each label once")
        return statuses


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
    """A smelter or refiner for one metal: one row of the annex, the unit of counting."""

    metal: Metal
    name: str
    country: Country
    status: Status
    anchor: str
    """Stable address of the row inside the annex: the CID, else a slug of metal and name."""
    where: CellRef
    """The row's first cell."""
    cid: str | None = None
    city: str | None = None
    state: str | None = None
    status_as_of: dt.date | None = None
    """Date of the status of this row; None: the date of the status' list, if that has one."""
    recycled: bool | None = None
    """True: 100% recycled or scrap feed; None: not known."""
    footnote: str | None = None
    aliases: tuple[str, ...] = ()
    """Other names of the same facility, by which readers search for it."""


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
class Run:
    """Characters of a section, from ``start`` to the next run, that come from one source."""

    start: int
    """Position in ``Written.text``."""
    source: str
    """Path of a fact such as ``facilities.total``; TYPED or MADE."""
    file: str
    offset: int
    """Position in that file: of the first character where it was typed, else of the expression."""

    TYPED: ClassVar[str] = ""
    """The source of what a person wrote into the section."""
    MADE: ClassVar[str] = "made"
    """The source of words that this program wrote: sentences of claims, tables."""
    COMPUTED: ClassVar[str] = "computed"
    """The source of an expression that is no fact, such as ``{{ 7 * 6 }}``."""
    CONSTANT: ClassVar[str] = "constant"
    """The source of a figure that a person marked as one that no data has."""


@dataclass(frozen=True)
class Written:
    """A section as it is read, with the source of each character. Comments are blanks."""

    file: str
    text: str
    runs: tuple[Run, ...]
    """In order; the first begins at 0."""
    files: Mapping[str, str] = field(repr=False)
    """The texts of the section files, by name."""

    def sources(self, start: int, end: int) -> frozenset[str]:
        """Where the characters from ``start`` to ``end`` come from."""
        first, behind = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        return frozenset(run.source for run in self.runs[first:behind])

    def is_typed(self, start: int, end: int) -> bool:
        """Whether a person typed one of these characters, or computed it from no fact."""
        return not self.sources(start, end).isdisjoint({Run.TYPED, Run.COMPUTED})

    def place(self, start: int, end: int | None = None) -> LineRef:
        """Line and column, in the file, of the characters from ``start`` to ``end``."""
        run = self._run(start)
        is_typed = run.source == Run.TYPED
        offset = run.offset + (start - run.start if is_typed else 0)
        before = self.files[run.file][:offset]
        length = max(end - start, 1) if end is not None and is_typed else 1
        return LineRef(run.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, length)

    def _run(self, position: int) -> Run:
        return self.runs[bisect_right(self._starts, position) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that data can contradict, as it came out for one subset."""

    says: str
    """What was claimed, for example ``none of facilities.indeterminable in a covered country``."""
    contradicted_by: tuple[Smelter, ...]
    """Rows that contradict it; empty where it holds."""
    where: LineRef
    """Section and line."""
    also_by: str = ""
    """What else contradicts it, in words; empty: nothing."""

    @property
    def holds(self) -> bool:
        return not self.contradicted_by and not self.also_by


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
class Element:
    """An element of the HTML that a page shows, for the formats that are derived from it."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Element | str, ...] = ()

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text inside, as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of the facts that needs no style sheet, for formats without one."""

    title: str
    words: str
    """What it shows, for readers who cannot see it."""
    svg: str
    width: int
    """In points."""
    beside: str
    """Id of the table that has the same numbers."""
    note: str = ""
    """What must be said below it; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the year before says, to compare with."""

    year: int
    registrant: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """All publishable facts of one year."""

    period: Period
    """The folder's year."""
    facts: DisclosureFacts
    smelters: tuple[Smelter, ...]
    """In annex order: metal, then the order of the list."""
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
    own_files: tuple[OwnFile, ...] = ()
    logo: OwnFile | None = None

    @property
    def year(self) -> int:
        return self.period.year

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
    def as_of(self) -> dt.date:
        """The data's own clock: filing date, else date of the newest list, else end of the period."""
        lists = [status.as_of for status in self.facts.statuses if status.as_of]
        return self.facts.filing.date or max(lists, default=self.period.last_day)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, item, caption or cell of a document, with single blanks."""

    text: str
    where: LineRef


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A row of the facility table of a filed document. None: the table does not say, or not legibly."""

    metal: Metal | None
    name: str
    """As filed, without footnote marks."""
    country: str | None
    country_code: str | None
    """ISO 3166-1 alpha-2; None where no table knows the country's name."""
    status: str | None
    """A cell of the table, or the label that the footnote mark stands for."""
    cid: str | None
    where: LineRef


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A filed exhibit, or the text of one, as far as it can be compared with the data."""

    file: str
    rows: tuple[FiledRow, ...]
    """The facility table, whatever the order of its columns, over all its pages."""
    columns: tuple[str, ...]
    """What the columns of that table hold, in its order."""
    passages: tuple[Passage, ...]
    """The text outside that table."""
    counts: tuple[tuple[Passage, ...], ...] = ()
    """Rows of the other tables that hold numbers."""


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row of the annex as a published file shows it: column of the data files to text."""

    values: Mapping[str, str]
    where: LineRef | CellRef


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A published form of the disclosure, read back."""

    file: str
    rows: tuple[PublishedRow, ...] | None = None
    """None: the file holds no facility list."""
    passages: tuple[Passage, ...] | None = None
    """None: the file holds no text of the pages."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Figures that the file states beside its rows, by name."""
    drawn: tuple[Passage, ...] = ()
    """What is written in the pictures of a page."""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as a filed document says it."""

    value: str
    quote: str
    """The words around it."""
    where: LineRef


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure of the data, and what a filed document counts and says of it."""

    name: str
    expected: str
    counted: str | None
    """The count in the document's facility table; None where no table gives it."""
    said: tuple[SaidFigure, ...]
    """Every place of its text and its other tables that states the figure."""

    @property
    def is_equal(self) -> bool:
        """True where nothing contradicts the data."""
        found = [one.value for one in self.said] + ([] if self.counted is None else [self.counted])
        return all(value == self.expected for value in found)


@dataclass(frozen=True, slots=True)
class ComparedFiling:
    """What a comparison of a filed document with the data gave, besides findings."""

    rows_filed: int
    rows_equal: int
    rows_spelled_differently: int
    figures: tuple[ComparedFigure, ...]


class Tier(StrEnum):
    """Who asks for it."""

    STATUTORY = "statutory"
    """Rule 13p-1 and Form SD."""
    GOOD_PRACTICE = "good practice"
    """The OECD guidance, and those who rate reports."""


class Outcome(StrEnum):
    """What a check of the scorecard gave."""

    MET = "met"
    MISSING = "missing"
    NOT_APPLICABLE = "not applicable"
    """The route of the form does not ask for it; no point can be had."""


@dataclass(frozen=True, slots=True)
class ScoredCheck:
    """One of the forty checks, with its answer."""

    number: str
    """Letter of the group and number in it, for example ``A5``."""
    name: str
    question: str
    """What must be so, as a sentence."""
    tier: Tier
    outcome: Outcome
    is_computed: bool
    """False: a person answers it in ``disclosure.yml``."""
    found: str
    """What the answer rests on."""
    where: Place
    """Where to look, or what to change."""
    advice: str
    """What to do; empty unless it is missing."""

    @property
    def is_met(self) -> bool:
        return self.outcome is Outcome.MET

    @property
    def is_missing(self) -> bool:
        return self.outcome is Outcome.MISSING


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """Checks of one kind, in their order."""

    letter: str
    title: str
    tier: Tier
    checks: tuple[ScoredCheck, ...]

    @property
    def points(self) -> int:
        return sum(check.is_met for check in self.checks)

    @property
    def possible(self) -> int:
        """Points that can be had: one for each check that applies."""
        return sum(check.outcome is not Outcome.NOT_APPLICABLE for check in self.checks)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The forty checks of a year in their five groups."""

    year: int
    groups: tuple[ScoreGroup, ...]

    def points(self, tier: Tier | None = None) -> int:
        """Points of the tier; None: of both."""
        return sum(group.points for group in self.groups if tier in (None, group.tier))

    def possible(self, tier: Tier | None = None) -> int:
        return sum(group.possible for group in self.groups if tier in (None, group.tier))

    @property
    def missing(self) -> tuple[ScoredCheck, ...]:
        """What is still to do, statutory first."""
        return tuple(check for group in self.groups for check in group.checks if check.is_missing)
