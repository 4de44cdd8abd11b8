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
    COVERED_COUNTRIES,
    Disclosure,
    HighRiskAreas,
    Metal,
    Route,
    Smelter,
    Status,
    StatusClass,
    percent,
)


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

    def _count(self, name: str, value: int) -> FactInt:
        return FactInt(value, self._at(name))


class Facilities(Facts):
    """A named subset of the annex. It counts annex rows: a facility for one metal.

    Subsets of a subset: ``facilities.gold.conformant``. ``words`` names the subset in a sentence.
    """

    def __init__(
        self,
        path: str,
        rows: Sequence[Smelter],
        words: str,
        statuses: Sequence[Status],
        high_risk: frozenset[str] | None = None,
    ) -> None:
        super().__init__(path)
        self.rows = tuple(rows)
        self.words = words
        """Names the rows after their number, for example ``facilities listed for gold``."""
        self._statuses = statuses
        self._high_risk = high_risk

    @property
    def total(self) -> FactInt:
        """Annex rows."""
        return self._count("total", len(self.rows))

    @property
    def distinct_names(self) -> FactInt:
        """Distinct facility names, compared without regard to case."""
        return self._count("distinct_names", len(self._names()))

    @property
    def under_several_metals(self) -> FactInt:
        """Distinct names that stand under more than one metal."""
        several = [name for name, metals in self._names().items() if len(metals) > 1]
        return self._count("under_several_metals", len(several))

    @property
    def countries(self) -> FactInt:
        """Distinct countries in which the facilities stand, as far as they are known."""
        return self._count("countries", len({row.country.name for row in self.rows if row.country.code}))

    def share_of(self, whole: Facilities) -> FactStr:
        """Share of annex rows in ``whole``, for example ``79.5%``. Rows of all statuses count there."""
        return FactStr(percent(len(self.rows), len(whole.rows)), self._at(f"share_of({whole.path})"))

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
        rows = [row for row in self.rows if row.country.is_covered]
        return self._subset("in_covered_countries", rows, f"{self.words} in a covered country")

    @property
    def in_high_risk_areas(self) -> Facilities | None:
        """Those in a country of the list that the filer states; None where no list is stated."""
        if self._high_risk is None:
            return None
        rows = [row for row in self.rows if row.country.code in self._high_risk]
        return self._subset("in_high_risk_areas", rows, f"{self.words} in a high-risk area")

    def of_metal(self, metal: Metal) -> Facilities:
        return self._metal(metal)

    def of_status(self, status: Status) -> Facilities:
        rows = [row for row in self.rows if row.status == status]
        return self._subset(
            f"of_status({status.label})", rows, f"{self.words} with the status “{status.label}”"
        )

    def _metal(self, metal: Metal) -> Facilities:
        rows = [row for row in self.rows if row.metal is metal]
        return self._subset(metal.name.lower(), rows, f"{self.words} for {metal.lower()}")

    def _class(self, status_class: StatusClass) -> Facilities:
        rows = [row for row in self.rows if row.status.status_class is status_class]
        labels = [s.label for s in self._statuses if s.status_class is status_class]
        named = " or ".join(f"“{label}”" for label in labels) or f"“{status_class.replace('_', ' ')}”"
        return self._subset(status_class.value, rows, f"{self.words} with the status {named}")

    def _subset(self, name: str, rows: Sequence[Smelter], words: str) -> Facilities:
        return Facilities(self._at(name), rows, words, self._statuses, self._high_risk)

    def _names(self) -> dict[str, set[Metal]]:
        """Distinct names, without regard to case, and the metals under which each stands."""
        metals: dict[str, set[Metal]] = {}
        for row in self.rows:
            metals.setdefault(row.name.casefold(), set()).add(row.metal)
        return metals


class RegistrantFacts(Facts):
    """The filer."""

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
        """I.R.S. Employer Identification Number."""
        self.street = self._text("address.street", facts.address.street)
        """Street and number of its principal executive offices."""
        self.city = self._text("address.city", facts.address.city)
        """City of its principal executive offices."""
        self.state = self._text("address.state", facts.address.state)
        """State of its principal executive offices."""
        self.zip = self._text("address.zip", facts.address.zip)
        """Zip code of its principal executive offices."""
        self.address = self._text("address", facts.address.line)
        """The whole address on one line."""
        self.contact_name = self._text("contact.name", facts.contact.name)
        """The person to contact about the report."""
        self.contact_title = self._text("contact.title", facts.contact.title)
        """That person's title."""
        self.contact_telephone = self._text("contact.telephone", facts.contact.telephone)
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
        """Whether a Conflict Minerals Report is filed with the form."""


class SurveyFacts(Facts):
    """The survey of suppliers. ``tool_version`` and ``outside_covered_countries`` None: not given."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("survey")
        facts = disclosure.facts.survey
        self.suppliers = self._count("suppliers", facts.suppliers)
        """Suppliers that were asked."""
        self.answered = self._count("answered", facts.answered)
        """Suppliers that answered."""
        self.not_answered = self._count("not_answered", max(facts.suppliers - facts.answered, 0))
        """Suppliers that were asked and have not answered."""
        self.response_rate = self._text("response_rate", percent(facts.answered, facts.suppliers))
        """Share of the suppliers asked that answered."""
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
        """Whether suppliers answered for their ``company``, for the ``product``, or ``both``."""
        outside = facts.outside_covered_countries
        self.outside_covered_countries = (
            None if outside is None else self._count("outside_covered_countries", outside)
        )
        """Suppliers that declare not to source from covered countries."""


class StatusFacts(Facts):
    """One status: label, definition, list and the facilities that have it."""

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
        self.status_class = status.status_class.value
        self.facilities = facilities.of_status(status)
        """The facilities that have it."""


class ProductFacts(Facts):
    """A category of covered products; ``metals`` is a list in a sentence or None."""

    def __init__(self, disclosure: Disclosure, number: int) -> None:
        super().__init__(f"products.categories[{number}]")
        facts = disclosure.facts.products.categories[number]
        self.name = self._text("name", facts.name)
        """Name of the category."""
        self.description = self._text("description", facts.description)
        """What belongs to it."""
        self.metals = self._text("metals", sentence_list(m.lower() for m in facts.metals) or None)
        """Its metals, as a sentence lists them."""


class ProductsFacts(Facts):
    """The covered products."""

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("products")
        self.description = self._text("description", disclosure.facts.products.description)
        """The covered products in a few words."""
        self.categories = tuple(
            ProductFacts(disclosure, number) for number in range(len(disclosure.facts.products.categories))
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
        found = disclosure.facts.origins.metals_by_country if disclosure.facts.origins else {}
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
        """The names of those, as a sentence lists them."""
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
    annex_title: FactStr
    """Title of the list of smelters."""

    def as_dict(self) -> dict[str, Any]:
        return dict(vars(self))


def facts_of(disclosure: Disclosure) -> AllFacts:
    """The facts of one year under the names that templates use."""
    stated = disclosure.facts
    areas = stated.high_risk_areas
    high_risk = frozenset(code for _, code in disclosure.high_risk_codes if code) if areas else None
    facilities = Facilities(
        "facilities", disclosure.smelters, "listed facilities", stated.statuses, high_risk
    )
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
        annex_title=FactStr(stated.annex.title, "annex.title"),
    )
