"""What the templates of prose and pages may name: facts that know their own path.

A template reads ``{{ facilities.gold.conformant.total }}``; the value that comes out is a number that
remembers ``facilities.gold.conformant.total``, so that it can be marked, checked and shown with its source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import (
    BOLD,
    COVERED_COUNTRIES,
    UNMARKED,
    Counts,
    Disclosure,
    HighRiskAreas,
    Metal,
    Mineral,
    Product,
    Route,
    Smelter,
    StatedFigure,
    Status,
    StatusClass,
    SurveyGroup,
    percent,
)

LISTED = "listed facilities"
"""What the rows of a list are called in a sentence."""


class FactInt(int):
    """A number from the data; ``path`` says which."""

    path: str

    def __new__(cls, value: int, path: str) -> FactInt:
        self = super().__new__(cls, value)
        self.path = path
        return self


class FactStr(str):
    """A text from the data; ``path`` says which."""

    path: str

    def __new__(cls, value: str, path: str) -> FactStr:
        self = super().__new__(cls, value)
        self.path = path
        return self


def date_text(day: dt.date) -> str:
    """A date as a US filing writes it: ``May 31, 2022``."""
    return f"{day:%B} {day.day}, {day.year}"


def sentence_list(names: Iterable[str]) -> str:
    """Names as a sentence lists them: ``a, b and c`` with a comma before ``and`` from three on."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])}{',' if len(found) > 2 else ''} and {found[-1]}"


class Facts:
    """A group of facts at ``path``. Public attributes are what templates may read."""

    def __init__(self, path: str) -> None:
        self.path = path

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}"

    def _text(self, name: str, value: str | None) -> FactStr | None:
        return None if value is None else FactStr(value, self._at(name))

    def _date(self, name: str, value: dt.date | None) -> FactStr | None:
        return None if value is None else FactStr(date_text(value), self._at(name))

    def _figure(self, name: str, figure: StatedFigure | None) -> FactInt | FactStr | None:
        """A stated figure: a number where it is exact, else the filer's words."""
        if figure is None:
            return None
        exact = figure.exact
        return self._text(name, figure.text) if exact is None else self._count(name, exact)

    def _count(self, name: str, value: int) -> FactInt:
        return FactInt(value, self._at(name))


@dataclass(frozen=True)
class _Source:
    """What the numbers of all subsets rest on."""

    statuses: tuple[Status, ...]
    counts: Counts | None
    """Counts that the filing states; None: none."""
    high_risk: frozenset[str] | None
    """Codes of the high-risk areas; None: no list is stated."""
    has_list: bool
    listed: int
    """Rows of the list that count."""
    has_status: bool
    """Whether the list gives statuses."""
    has_country: bool


class Facilities(Facts):
    """A named subset of the facilities. It counts annex rows: a facility for one metal.

    Where the filer gives no list, or one without statuses, the numbers are those that the filing states
    (``counts``); a number that neither gives is None. Subsets of a subset: ``facilities.gold.conformant``.
    ``words`` names the subset in a sentence.
    """

    def __init__(
        self,
        path: str,
        rows: Sequence[Smelter],
        words: str,
        source: _Source,
        metal: Metal | None = None,
        labels: frozenset[str] | None = None,
        *,
        is_countable: bool = True,
    ) -> None:
        super().__init__(path)
        self.rows = tuple(rows)
        self._words = words
        self._source = source
        self._metal_key, self._labels = metal, labels
        self._is_countable = is_countable
        """Whether the list, or a stated count, can say how many they are."""

    @property
    def words(self) -> str:
        """Names them after their number, for example ``listed facilities for gold``.

        A number that the filing states of more or others than are listed has the filing's word for them.
        """
        source = self._source
        if self._rows_tell or source.counts is None:
            return self._words
        if source.has_list and source.counts.total in (None, source.listed):
            return self._words
        return self._words.replace(LISTED, source.counts.unit, 1)

    @property
    def listed(self) -> bool:
        """To ask whether the filer gives a list."""
        return self._source.has_list

    @property
    def gives_status(self) -> bool:
        """To ask whether statuses are known, from the list or from stated counts."""
        counts = self._source.counts
        return self._source.has_status or bool(counts and (counts.by_status or counts.by_metal_and_status))

    @property
    def gives_country(self) -> bool:
        """To ask whether the list gives countries."""
        return self._source.has_country

    @property
    def total(self) -> FactInt | None:
        """Annex rows, else the number that the filing states; None where neither says."""
        number = self.number
        return None if number is None else self._count("total", number)

    @property
    def number(self) -> int | None:
        """``total`` as a plain number."""
        source = self._source
        rows_tell = source.has_list and (self._labels is None or source.has_status)
        if rows_tell:
            return len(self.rows) if self._is_countable else None
        if source.counts is None or not self._is_countable:
            return None
        return source.counts.of(self._metal_key, self._labels)

    @property
    def distinct_names(self) -> FactInt | None:
        """Distinct facility names, compared without regard to case; None without a list."""
        return self._count("distinct_names", len(self._names())) if self._rows_tell else None

    @property
    def under_several_metals(self) -> FactInt | None:
        """Distinct names that stand under more than one metal; None without a list."""
        if not self._rows_tell:
            return None
        several = [name for name, metals in self._names().items() if len(metals) > 1]
        return self._count("under_several_metals", len(several))

    @property
    def countries(self) -> FactInt | None:
        """Distinct countries in which they stand, as far as they are known; None without such a column."""
        if not self._rows_tell or not self._source.has_country:
            return None
        return self._count(
            "countries", len({row.country.name for row in self.rows if row.country and row.country.code})
        )

    @property
    def without_country(self) -> FactInt | None:
        """Rows for which no country is given or known; None where the list gives none at all."""
        if not self._rows_tell or not self._source.has_country:
            return None
        return self._count("without_country", sum(not _is_known(row) for row in self.rows))

    @property
    def without_status(self) -> FactInt | None:
        """Rows for which no status is given; None where the list gives none at all."""
        if not self._rows_tell or not self._source.has_status:
            return None
        return self._count("without_status", sum(row.status is None for row in self.rows))

    def share_of(self, whole: Facilities) -> FactStr | None:
        """Share in ``whole``, for example ``79.5%``; None where one of the two numbers is not known.

        Rows of all statuses count there, and rows without one. A stated number is a share of a stated one.
        """
        part, all_of_it = self.number, whole_of(self, whole)
        if part is None or all_of_it is None:
            return None
        return FactStr(percent(part, all_of_it), self._at(f"share_of({whole.path})"))

    @property
    def gold(self) -> Facilities:
        return self._metal(Metal.GOLD)

    @property
    def tantalum(self) -> Facilities:
        return self._metal(Metal.TANTALUM)

    @property
    def tin(self) -> Facilities:
        return self._metal(Metal.TIN)

    @property
    def tungsten(self) -> Facilities:
        return self._metal(Metal.TUNGSTEN)

    @property
    def conformant(self) -> Facilities:
        return self._class(StatusClass.CONFORMANT)

    @property
    def active(self) -> Facilities:
        return self._class(StatusClass.ACTIVE)

    @property
    def indeterminable(self) -> Facilities:
        return self._class(StatusClass.INDETERMINABLE)

    @property
    def not_conformant(self) -> Facilities:
        return self._class(StatusClass.NOT_CONFORMANT)

    @property
    def not_enrolled(self) -> Facilities:
        return self._class(StatusClass.NOT_ENROLLED)

    @property
    def other(self) -> Facilities:
        return self._class(StatusClass.OTHER)

    @property
    def in_covered_countries(self) -> Facilities:
        rows = [row for row in self.rows if row.country is not None and row.country.is_covered]
        return self._by_country("in_covered_countries", rows, f"{self.words} in a covered country")

    @property
    def in_high_risk_areas(self) -> Facilities | None:
        """Those in a country of the list that the filer states; None where no list is stated."""
        high_risk = self._source.high_risk
        if high_risk is None:
            return None
        rows = [row for row in self.rows if row.country is not None and row.country.code in high_risk]
        return self._by_country("in_high_risk_areas", rows, f"{self.words} in a high-risk area")

    def of_metal(self, metal: Metal) -> Facilities:
        return self._metal(metal)

    def of_status(self, status: Status) -> Facilities:
        rows = [row for row in self.rows if row.status == status]
        words = f"{self.words} with the status “{status.label}”"
        return self._part(
            f"of_status({status.label})", rows, words, self._metal_key, self._of_labels({status.label})
        )

    def _metal(self, metal: Metal) -> Facilities:
        rows = [row for row in self.rows if row.metal is metal]
        is_other = self._metal_key not in (None, metal)
        return self._part(
            metal.name.lower(),
            rows,
            f"{self.words} for {metal.lower()}",
            metal,
            self._labels,
            is_other=is_other,
        )

    def _class(self, status_class: StatusClass) -> Facilities:
        rows = [row for row in self.rows if row.status and row.status.status_class is status_class]
        labels = [s.label for s in self._source.statuses if s.status_class is status_class]
        named = " or ".join(f"“{label}”" for label in labels) or f"“{status_class.replace('_', ' ')}”"
        return self._part(
            status_class.value,
            rows,
            f"{self.words} with the status {named}",
            self._metal_key,
            self._of_labels(set(labels)),
        )

    def _of_labels(self, labels: set[str]) -> frozenset[str]:
        return frozenset(labels if self._labels is None else labels & self._labels)

    def _part(
        self,
        name: str,
        rows: Sequence[Smelter],
        words: str,
        metal: Metal | None,
        labels: frozenset[str] | None,
        *,
        is_other: bool = False,
    ) -> Facilities:
        countable = self._is_countable and (not is_other or self._source.has_list)
        return Facilities(self._at(name), rows, words, self._source, metal, labels, is_countable=countable)

    def _by_country(self, name: str, rows: Sequence[Smelter], words: str) -> Facilities:
        """A part that only a list with countries can tell; its number is None elsewhere."""
        countable = self._is_countable and self._source.has_list and self._source.has_country
        return Facilities(
            self._at(name),
            rows,
            words,
            self._source,
            self._metal_key,
            self._labels,
            is_countable=countable,
        )

    @property
    def _rows_tell(self) -> bool:
        return self._source.has_list and (self._labels is None or self._source.has_status)

    def _names(self) -> dict[str, set[Mineral]]:
        """Distinct names, without regard to case, and the minerals under which each stands."""
        metals: dict[str, set[Mineral]] = {}
        for row in self.rows:
            metals.setdefault(row.name.casefold(), set()).add(row.metal)
        return metals


def whole_of(part: Facilities, whole: Facilities) -> FactInt | None:
    """The number of which that of ``part`` is a share; None where it is not known.

    Where the filing states the one, the total that it states is meant, since a list may hold fewer or others.
    """
    number, counts = part.number, part._source.counts
    if counts is None or part._rows_tell or not whole._rows_tell:
        return whole.total
    stated = counts.total_of(whole._metal_key) if whole._labels is None else None
    if stated is not None:
        return FactInt(stated, f"{whole.path}.total")
    is_whole = number is not None and number <= len(whole.rows)
    return whole.total if is_whole else None


def words_of_whole(part: Facilities, whole: Facilities) -> str:
    """What those are called of which ``part`` is a share: the filing's word, where the filing counts them."""
    counts = part._source.counts
    if counts is None or part.words == part._words:
        return whole.words
    return whole._words.replace(LISTED, counts.unit, 1)


def _is_known(row: Smelter) -> bool:
    """Whether a row says in which country the facility stands, by a name that has a code."""
    return row.country is not None and row.country.code is not None


class RegistrantFacts(Facts):
    """The filer. All but the names may be None where a filing is restated without its cover."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("registrant")
        facts = disclosure.facts.registrant
        self.name = self._text("name", facts.name)
        """The exact name, as on the cover of the form."""
        self.short_name = self._text("short_name", facts.short_name or facts.name)
        """The name for sentences; the exact one where no other is given."""
        self.jurisdiction = self._text("jurisdiction", facts.jurisdiction)
        """State or country in which the company is incorporated."""
        self.commission_file_number = self._text("commission_file_number", facts.commission_file_number)
        """Its number at the SEC."""
        self.ein = self._text("ein", facts.ein)
        address, contact = facts.address, facts.contact
        self.street = self._text("address.street", address.street if address else None)
        """Street and number of its principal executive offices."""
        self.city = self._text("address.city", address.city if address else None)
        """City of its principal executive offices."""
        self.state = self._text("address.state", address.state if address else None)
        """State of its principal executive offices."""
        self.zip = self._text("address.zip", address.zip if address else None)
        """Zip code of its principal executive offices."""
        self.address = self._text("address", address.line if address else None)
        """The whole address on one line."""
        self.contact_name = self._text("contact.name", contact.name if contact else None)
        """The person to contact about the report."""
        self.contact_title = self._text("contact.title", contact.title if contact else None)
        """That person's title."""
        self.contact_telephone = self._text("contact.telephone", contact.telephone if contact else None)
        """That person's telephone number."""
        self.disclosure_url = self._text("disclosure_url", facts.disclosure_url)
        """The web address that the form gives for the disclosure."""


class PeriodFacts(Facts):
    """The reporting period. ``year`` is text, so that no thousands separator enters it."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("period")
        period = disclosure.period
        self.year = self._text("year", str(period.year))
        """The calendar year that the report is about."""
        self.next_year = self._text("next_year", str(period.year + 1))
        """The year after it, in which the report is filed."""
        self.first_day = self._date("first_day", period.first_day)
        """The first day of the period."""
        self.last_day = self._date("last_day", period.last_day)
        """The last day of the period."""
        self.due = self._date("due", period.due)
        """The day on which the form is due."""


class FilingFacts(Facts):
    """State of the filing. ``date``, ``signatory_*``, ``amendment`` and ``edgar_url`` None: not given."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("filing")
        facts = disclosure.facts.filing
        self.state = self._text("state", facts.state)
        """``draft`` or ``final``."""
        self.is_final = facts.state == "final"
        self.date = self._date("date", facts.date)
        """The day of filing."""
        self.signatory_name = self._text("signatory.name", facts.signatory.name if facts.signatory else None)
        """The officer who signs the form."""
        self.signatory_title = self._text(
            "signatory.title", facts.signatory.title if facts.signatory else None
        )
        """The signing officer's title."""
        self.amendment = None if facts.amendment is None else self._count("amendment", facts.amendment)
        """Number of the amendment, where it is one."""
        self.edgar_url = self._text("edgar_url", facts.edgar_url)
        """Where EDGAR shows the filing."""
        self.has_report = disclosure.facts.form.route is Route.REPORT
        self.has_form = disclosure.facts.has_form
        """To ask whether Form SD is shown."""


class SurveyGroupFacts(Facts):
    """A group of suppliers; what the filer does not say of it is None."""

    def __init__(self, group: SurveyGroup, path: str) -> None:
        super().__init__(path)
        self.name = self._text("name", group.name)
        self.suppliers = self._figure("suppliers", group.suppliers)
        self.answered = self._figure("answered", group.answered)
        self.response_rate = self._text("response_rate", group.response_rate)
        self.spend_share = self._text("spend_share", group.spend_share)


class SurveyFacts(Facts):
    """The survey of suppliers. Every figure may be None: the filer does not give it.

    A figure that is approximate, a range or words is text as the filer says it; an exact one is a number.
    """

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("survey")
        facts = disclosure.facts.survey
        self.suppliers = self._figure("suppliers", facts.suppliers)
        """Suppliers that were asked."""
        self.answered = self._figure("answered", facts.answered)
        """Suppliers that answered."""
        counted = facts.counted
        self.counted = counted is not None
        """To ask whether both numbers are exact, so that they can be counted with."""
        self.not_answered = (
            None if counted is None else self._count("not_answered", max(counted[0] - counted[1], 0))
        )
        """Suppliers that were asked and have not answered."""
        rate = facts.response_rate or (None if counted is None else percent(counted[1], counted[0]))
        self.response_rate = self._text("response_rate", rate)
        """Share of the suppliers asked that answered."""
        self.spend_share = self._text("spend_share", facts.spend_share)
        self.supplier = self._text("supplier_term.one", facts.supplier_term.one)
        """What a supplier is called."""
        self.supplier_plural = self._text("supplier_term.many", facts.supplier_term.many)
        """What suppliers are called."""
        self.tool = self._text("tool", facts.tool)
        """The template that was used."""
        self.tool_abbreviation = self._text("tool_abbreviation", facts.tool_abbreviation)
        """The template's abbreviation."""
        self.tool_publisher = self._text("tool_publisher", facts.tool_publisher)
        """Who publishes the template."""
        self.tool_version = self._text("tool_version", facts.tool_version)
        """Its version."""
        self.answer_level = self._text("answer_level", facts.answer_level)
        self.by_level = {
            level: self._figure(f"by_level.{level}", figure) for level, figure in facts.by_level.items()
        }
        self.outside_covered_countries = self._figure(
            "outside_covered_countries", facts.outside_covered_countries
        )
        """Suppliers that declare not to source from covered countries."""
        self.groups = tuple(
            SurveyGroupFacts(group, self._at(f"groups[{number}]"))
            for number, group in enumerate(facts.groups)
        )

    @property
    def given(self) -> bool:
        """To ask whether the filer gives any figure of a survey."""
        figures = (self.suppliers, self.answered, self.response_rate, self.spend_share)
        return any(figure is not None for figure in figures) or bool(self.groups or self.by_level)


_MARKS = {BOLD: "bold letters", UNMARKED: "no sign"}


class StatusFacts(Facts):
    """One status: label, definition, list, sign, and the facilities that have it."""

    def __init__(self, status: Status, number: int, facilities: Facilities) -> None:
        super().__init__(f"statuses[{number}]")
        self.label = self._text("label", status.label)
        """The word for the status."""
        self.definition = self._text("definition", status.definition)
        """What it means."""
        self.list_name = self._text("list", status.list_name)
        """The list that decides it."""
        self.as_of = self._date("as_of", status.as_of)
        """The date of that list."""
        self.mark = self._text("mark", _MARKS.get(status.mark or "", status.mark))
        """The sign that stands for it in the list."""
        self.status_class = status.status_class.value
        self.facilities = facilities.of_status(status)
        """The facilities that have it."""


class ProductFacts(Facts):
    """A category of covered products; ``metals`` is a list in a sentence or None."""

    def __init__(self, product: Product, number: int) -> None:
        super().__init__(f"products.categories[{number}]")
        self.name = self._text("name", product.name)
        """Name of the category."""
        self.description = self._text("description", product.description)
        """What belongs to it."""
        self.metals = self._text("metals", sentence_list(m.lower() for m in product.metals) or None)
        """Its metals, as a sentence lists them."""


class ProductsFacts(Facts):
    """The covered products; ``description`` None and no ``categories``: the filing says nothing."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("products")
        products = disclosure.facts.products
        self.description = self._text("description", products.description if products else None)
        """The covered products in a few words."""
        self.categories = tuple(
            ProductFacts(product, number)
            for number, product in enumerate(products.categories if products else ())
        )
        """The categories, one after the other."""


class CoveredCountriesFacts(Facts):
    """The covered countries: ``count`` and the list in a ``sentence``."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("covered_countries")
        names = disclosure.facts.covered_countries or tuple(COVERED_COUNTRIES.values())
        self.count = self._count("count", len(names))
        """How many there are."""
        self.names = tuple(FactStr(name, f"covered_countries[{i}]") for i, name in enumerate(names))
        self.sentence = self._text("sentence", sentence_list(names))
        """Their names, as a sentence lists them."""


class LinkFacts(Facts):
    """A named web address; ``url`` None where the text is not public."""

    def __init__(self, path: str, name: str, url: str | None) -> None:
        super().__init__(path)
        self.name = self._text("name", name)
        """Its name."""
        self.url = self._text("url", url)
        """Its web address."""


class OriginsFacts(Facts):
    """Countries of origin of the minerals, as far as they were determined."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("origins")
        stated = disclosure.facts.origins
        found = stated.metals_by_country if stated else {}
        self.determined = bool(found)
        """Whether any country of origin is known."""
        self.count = self._count("count", len(found))
        """How many countries of origin are known."""
        self.sentence = self._text("sentence", sentence_list(found))
        """Their names, as a sentence lists them."""
        covered = [name for name, code in disclosure.origin_codes if code in COVERED_COUNTRIES]
        self.covered = self._count("covered", len(covered))
        """How many of them are covered countries."""
        self.covered_sentence = self._text("covered_sentence", sentence_list(covered))
        self.recycled = bool(stated and stated.recycled)
        """To ask whether recycled or scrap material is named as an origin."""
        metals = stated.recycled if stated and isinstance(stated.recycled, tuple) else ()
        self.recycled_metals = self._text("recycled", sentence_list(m.lower() for m in metals) or None)
        self.rows = tuple(
            (FactStr(c, "origins"), FactStr(sentence_list(m.lower() for m in metals), "origins"))
            for c, metals in found.items()
        )


class HighRiskAreasFacts(Facts):
    """The stated list of conflict-affected and high-risk areas."""

    def __init__(self, areas: HighRiskAreas) -> None:
        super().__init__("high_risk_areas")
        self.name = self._text("name", areas.name)
        """The list's name."""
        self.url = self._text("url", areas.url)
        """The list's web address."""
        self.as_of = self._date("as_of", areas.as_of)
        """The list's date."""
        self.count = self._count("count", len(areas.countries))
        """How many countries are on it."""
        self.sentence = self._text("sentence", sentence_list(areas.countries))
        """Their names, as a sentence lists them."""


class AuditFacts(Facts):
    """Independent private sector audit of the report."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("audit")
        facts = disclosure.facts.audit
        self.done = facts is not None
        """Whether the report was audited."""
        self.auditor = self._text("auditor", facts.auditor if facts else None)
        """Who audited it."""
        self.standard = self._text("standard", facts.standard if facts else None)
        """The standard of the audit."""
        self.conclusion = self._text("conclusion", facts.conclusion if facts else None)
        """The auditor's conclusion."""


@dataclass(frozen=True)
class AllFacts:
    """Every name that a section of the report, or a page, may use."""

    registrant: RegistrantFacts
    period: PeriodFacts
    filing: FilingFacts
    products: ProductsFacts
    survey: SurveyFacts
    facilities: Facilities
    statuses: tuple[StatusFacts, ...]
    covered_countries: CoveredCountriesFacts
    origins: OriginsFacts
    high_risk_areas: HighRiskAreasFacts | None
    audit: AuditFacts
    policy: LinkFacts | None
    grievance: LinkFacts | None
    annex_title: FactStr | None
    """None where the filer gives no list."""

    def as_dict(self) -> dict[str, Any]:
        return dict(vars(self))


def facts_of(disclosure: Disclosure) -> AllFacts:
    """The facts of one year under the names that templates use."""
    stated = disclosure.facts
    areas = stated.high_risk_areas
    high_risk = frozenset(code for _, code in disclosure.high_risk_codes if code) if areas else None
    source = _Source(
        statuses=stated.statuses,
        counts=stated.counts,
        high_risk=high_risk,
        has_list=bool(disclosure.smelters) or (stated.annex is not None and stated.counts is None),
        listed=len(disclosure.smelters),
        has_status=any(row.status for row in disclosure.smelters),
        has_country=any(row.country for row in disclosure.smelters),
    )
    facilities = Facilities("facilities", disclosure.smelters, LISTED, source)
    policy, grievance = stated.policy, stated.grievance
    return AllFacts(
        registrant=RegistrantFacts(disclosure),
        period=PeriodFacts(disclosure),
        filing=FilingFacts(disclosure),
        products=ProductsFacts(disclosure),
        survey=SurveyFacts(disclosure),
        facilities=facilities,
        statuses=tuple(StatusFacts(s, i, facilities) for i, s in enumerate(stated.statuses)),
        covered_countries=CoveredCountriesFacts(disclosure),
        origins=OriginsFacts(disclosure),
        high_risk_areas=HighRiskAreasFacts(areas) if areas else None,
        audit=AuditFacts(disclosure),
        policy=LinkFacts("policy", policy.name, policy.url) if policy else None,
        grievance=LinkFacts("grievance", grievance.name, grievance.url) if grievance else None,
        annex_title=FactStr(stated.annex.title, "annex.title") if stated.annex else None,
    )
