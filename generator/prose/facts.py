"""What the templates of prose and pages may name: facts that know their own path.

A template reads ``{{ facilities.gold.conformant.total }}``; the value that comes out is a number that
remembers ``facilities.gold.conformant.total``, so that it can be marked, checked and shown with its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import (
    BOLD,
    COVERED_COUNTRIES,
    UNMARKED,
    Disclosure,
    HighRiskAreas,
    Metal,
    Product,
    Status,
    WordingFile,
)
from ..model.words import says_recycled
from .facilities import LISTED, Facilities
from .facility_source import Source
from .fact_values import Facts, FactStr, sentence_list
from .filer_facts import CharterFacts, FilingFacts, PeriodFacts, RegistrantFacts, co_registrants_of
from .survey_facts import SurveyFacts

_SEEN = {BOLD: "bold-letters", UNMARKED: "no-sign"}
"""The filer's words for what is seen instead of a sign: cases of the wording ``annex``."""


class StatusFacts(Facts):
    """One status: label, definition, list, sign, and the facilities that have it."""

    def __init__(self, status: Status, number: int, facilities: Facilities, seen: Mapping[str, str]) -> None:
        super().__init__(f"statuses[{number}]")
        self.label = self._text("label", status.label)
        """The word for the status."""
        self.definition = self._text("definition", status.definition)
        """What it means."""
        self.list_name = self._text("list", status.list_name)
        """The list that decides it."""
        self.as_of = self._date("as_of", status.as_of)
        """The date of that list."""
        self.mark = self._text("mark", seen.get(_SEEN[status.mark]) if status.mark in _SEEN else status.mark)
        """The sign that stands for it in the list, or what is seen instead of one."""
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
    """The covered products.

    ``description`` None and no ``categories``: the filing says nothing.
    """

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
        names = dict(disclosure.origin_countries)
        self.determined = bool(names)
        """Whether any country of origin is known."""
        self.undetermined = disclosure.facts.lacks_origins
        """Whether they were not determined. Not so where a restated filing says nothing of origins."""
        self.count = self._count("count", len(names))
        """How many countries of origin are known, each once, by whatever names it stands."""
        self.sentence = self._text("sentence", sentence_list(names))
        """Their names, as a sentence lists them."""
        covered = [name for name, code in names.items() if code in COVERED_COUNTRIES]
        self.covered = self._count("covered", len(covered))
        """How many of them are covered countries."""
        self.covered_sentence = self._text("covered_sentence", sentence_list(covered))
        """The names of those, as a sentence lists them."""
        self.recycled = bool(stated and stated.recycled) or any(map(says_recycled, found))
        """Whether recycled or scrap material is named as an origin."""
        metals = stated.recycled if stated and isinstance(stated.recycled, tuple) else ()
        self.recycled_metals = self._text("recycled", sentence_list(m.lower() for m in metals) or None)
        """The metals of which it is, as a sentence lists them; missing where none are said."""
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
    registrants: tuple[CharterFacts, ...]
    """All companies for which the form is filed, the principal one first."""
    period: PeriodFacts
    filing: FilingFacts
    products: ProductsFacts
    survey: SurveyFacts
    facilities: Facilities
    statuses: tuple[StatusFacts, ...]
    """The filer's words for a status, one after the other."""
    covered_countries: CoveredCountriesFacts
    origins: OriginsFacts
    high_risk_areas: HighRiskAreasFacts | None
    audit: AuditFacts
    policy: LinkFacts | None
    grievance: LinkFacts | None
    annex_title: FactStr | None
    """Title of the list of smelters; missing where the filer gives none."""
    annex_minerals: FactStr | None
    """The minerals of which the list has facilities, as a sentence lists them; missing without a list."""

    wording: tuple[WordingFile, ...]
    """The filer's texts of claims, of tables and of what stands beside the sections; no section names it."""

    def as_dict(self) -> dict[str, Any]:
        """The names that a section may use."""
        return {name: value for name, value in vars(self).items() if name != "wording"}


def facts_of(disclosure: Disclosure, *, is_whole: bool = True) -> AllFacts:
    """The facts of one year under the names that templates use.

    ``is_whole`` False: rows of the list could not be read, and may have given what the others do not.
    """
    stated = disclosure.facts
    areas = stated.high_risk_areas
    high_risk = frozenset(code for _, code in disclosure.high_risk_codes if code) if areas else None
    source = Source(
        statuses=stated.statuses,
        counts=stated.counts,
        high_risk=high_risk,
        has_list=bool(disclosure.smelters) or (stated.annex is not None and stated.counts is None),
        listed=len(disclosure.smelters),
        has_status=not is_whole or any(row.status for row in disclosure.smelters),
        has_country=not is_whole or any(row.country for row in disclosure.smelters),
    )
    facilities = Facilities("facilities", disclosure.smelters, LISTED, source)
    policy, grievance = stated.policy, stated.grievance
    seen = _words_of("annex", disclosure.wording)
    registrant = RegistrantFacts(disclosure)
    return AllFacts(
        registrant=registrant,
        registrants=(registrant, *co_registrants_of(disclosure)),
        period=PeriodFacts(disclosure),
        filing=FilingFacts(disclosure),
        products=ProductsFacts(disclosure),
        survey=SurveyFacts(disclosure),
        facilities=facilities,
        statuses=tuple(StatusFacts(s, i, facilities, seen) for i, s in enumerate(stated.statuses)),
        covered_countries=CoveredCountriesFacts(disclosure),
        origins=OriginsFacts(disclosure),
        high_risk_areas=HighRiskAreasFacts(areas) if areas else None,
        audit=AuditFacts(disclosure),
        policy=LinkFacts("policy", policy.name, policy.url) if policy else None,
        grievance=LinkFacts("grievance", grievance.name, grievance.url) if grievance else None,
        annex_title=FactStr(stated.annex.title, "annex.title") if stated.annex else None,
        annex_minerals=_minerals(disclosure),
        wording=disclosure.wording,
    )


def _words_of(name: str, files: Iterable[WordingFile]) -> dict[str, str]:
    """The texts of a wording that has words alone, by case; none where the file is not there."""
    return {one.name: " ".join(one.text.split()) for file in files if file.name == name for one in file.cases}


def _minerals(disclosure: Disclosure) -> FactStr | None:
    """The conflict minerals of the list in the order of ``Metal``, then the others as they come."""
    named = dict.fromkeys(row.metal for row in disclosure.all_rows)
    ordered = [*(metal for metal in Metal if metal in named), *(m for m in named if m not in set(Metal))]
    return FactStr(sentence_list(m.lower() for m in ordered), "annex.minerals") if named else None
