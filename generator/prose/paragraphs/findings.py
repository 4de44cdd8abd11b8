"""Paragraphs on what was found: facilities, places, countries of origin, the audit."""

from __future__ import annotations

from ..wording.spec import Case, Spec
from .diligence import has_lists
from .told import Paragraph, Told, blocks


def _facilities_listed(told: Told) -> str:
    return told.text("listed") if told.facts.facilities.listed else ""


def _facilities_counted(told: Told) -> str:
    facilities = told.facts.facilities
    is_by_status = facilities.gives_status
    found = []
    if told.has_table("status_by_metal") and not is_by_status and not facilities.listed:
        found.append(told.text("table"))
    elif not is_by_status and not facilities.listed and facilities.total is not None:
        found.append(told.text("total"))
    elif not is_by_status and not facilities.listed and facilities.total_in_words is not None:
        found.append(told.text("total-in-words"))
    if told.has_table("programmes"):
        found.append(told.text("programs"))
    if is_by_status and told.has_table("status_by_metal"):
        found.append(told.text("table"))
    if is_by_status and told.has_table("status_definitions"):
        found.append(told.text("definitions"))
    return blocks(found)


_CLASSES = ("conformant", "active", "indeterminable")
"""Those of which a report has to say what they do not mean, in this order."""


def _status_meanings(told: Told) -> str:
    if not told.facts.facilities.gives_status:
        return ""
    return blocks(
        told.text(status_class, status=status)
        for status_class in _CLASSES
        for status in told.facts.statuses
        if status.status_class == status_class and status.facilities.total
    )


def _for_companies(told: Told) -> str:
    is_told = told.facts.survey.answer_level == "company" and told.facts.facilities.listed
    return told.text("company") if is_told else ""


def _places(told: Told) -> str:
    is_told = told.facts.facilities.gives_country and told.has_table("countries")
    return told.text("places") if is_told else ""


def _covered_not_undetermined(told: Told) -> str:
    facilities = told.facts.facilities
    if not facilities.gives_country or not facilities.in_covered_countries.total:
        return ""
    return "" if facilities.indeterminable.in_covered_countries.total else told.text("note")


def _facilities_in_countries(told: Told) -> str:
    return told.text("places") if told.facts.facilities.gives_country else ""


def _countries_of_origin(told: Told) -> str:
    origins = told.facts.origins
    if origins.determined:
        return told.text("determined")
    return told.text("recycled-only" if origins.recycled else "not-determined")


def _recycled(told: Told) -> str:
    origins = told.facts.origins
    if not origins.recycled:
        return told.text("not-known")
    return told.text("reported-of-metals" if origins.recycled_metals else "reported")


def _location(told: Told) -> str:
    return told.text("with-lists" if has_lists(told) else "without-lists")


def _audit(told: Told) -> str:
    return told.text("audited" if told.facts.audit.done else "not-audited")


FINDINGS = (
    Paragraph(
        Spec(
            "facilities-listed",
            "That the facilities are listed",
            (Case("listed", "where there is a list"),),
        ),
        _facilities_listed,
    ),
    Paragraph(
        Spec(
            "facilities-counted",
            "The numbers of facilities",
            (
                Case("table", "where numbers by metal or status are known", ("table.status_by_metal",)),
                Case(
                    "total",
                    "where the total alone is stated",
                    ("facilities.words", "facilities.total"),
                ),
                Case(
                    "total-in-words",
                    "where it is stated in words, such as “approximately 250”",
                    ("facilities.words", "facilities.total_in_words"),
                ),
                Case("programs", "where numbers by program are stated", ("table.programmes",)),
                Case("definitions", "where statuses are explained", ("table.status_definitions",)),
            ),
        ),
        _facilities_counted,
    ),
    Paragraph(
        Spec(
            "status-meanings",
            "What the statuses do not mean",
            (
                Case("conformant", "for each status of this class with facilities", ("status.label",)),
                Case("active", "for each status of this class with facilities", ("status.label",)),
                Case("indeterminable", "for each status of this class with facilities", ("status.label",)),
            ),
            ("status",),
        ),
        _status_meanings,
    ),
    Paragraph(
        Spec(
            "for-companies",
            "What answers for companies mean for the list",
            (Case("company", "where there is a list, and suppliers answered for their companies"),),
        ),
        _for_companies,
    ),
    Paragraph(
        Spec(
            "places",
            "Where the facilities stand",
            (
                Case(
                    "places",
                    "where countries are listed",
                    ("facilities.countries", "table.countries", "claim.none_in_covered_country(facilities)"),
                ),
            ),
        ),
        _places,
    ),
    Paragraph(
        Spec(
            "facilities-in-countries",
            "Facilities in covered countries",
            (
                Case(
                    "places",
                    "where countries are listed",
                    ("claim.none_in_covered_country(facilities)",),
                ),
            ),
        ),
        _facilities_in_countries,
    ),
    Paragraph(
        Spec(
            "covered-not-undetermined",
            "Which facilities in covered countries there are",
            (
                Case(
                    "note",
                    "where facilities stand in covered countries, none of them without a determined status",
                ),
            ),
        ),
        _covered_not_undetermined,
    ),
    Paragraph(
        Spec(
            "countries-of-origin",
            "Where the minerals came from",
            (
                Case("determined", "where countries of origin are known", ("table.origins",)),
                Case(
                    "recycled-only",
                    "where recycled or scrap material is the only origin",
                    ("claim.origin()",),
                ),
                Case("not-determined", "where no origin is known", may_be_empty=True),
            ),
        ),
        _countries_of_origin,
    ),
    Paragraph(
        Spec(
            "recycled-sources",
            "Recycled or scrap material",
            (
                Case("reported", "where it is an origin"),
                Case(
                    "reported-of-metals",
                    "as before, where its metals are given",
                    ("origins.recycled_metals",),
                ),
                Case("not-known", "where it is not"),
            ),
        ),
        _recycled,
    ),
    Paragraph(
        Spec(
            "location-of-origin",
            "Efforts to find the mine or location of origin",
            (
                Case("with-lists", "where lists of assessed facilities are named"),
                Case("without-lists", "where none is"),
            ),
        ),
        _location,
    ),
    Paragraph(
        Spec(
            "audit",
            "The independent private sector audit",
            (
                Case(
                    "audited",
                    "where the report was audited",
                    ("audit.auditor", "audit.standard", "audit.conclusion"),
                ),
                Case("not-audited", "where it was not", may_be_empty=True),
            ),
        ),
        _audit,
    ),
)
