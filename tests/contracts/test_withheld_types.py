"""What templates and exports can reach is what may be published, and nothing else (design, decision 7).

That no module of pages and site files imports a confidential one is held by the import contracts.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import typing
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel

from generator import suppliers
from generator.confidential import withheld
from generator.model import INTERNAL_COLUMNS, Annex, Disclosure, OwnColumn
from generator.prose.fact_values import Facts
from generator.prose.facts import AllFacts, facts_of
from generator.suppliers import declarations
from generator.year.list_columns import fold_heading, list_headings
from tests.support.builders import disclosure, smelter
from tests.support.template_contexts import CONTEXTS

ALLOWED = {
    "Address": "city country state street zip",
    "Addresses": "has_folders",
    "Annex": "columns headings marks_in notes order own_columns title",
    "Audit": "auditor conclusion standard",
    "CarriedOver": "entries files year",
    "CellRef": "cell file sheet",
    "Charter": "address cik commission_file_number contact ein jurisdiction name short_name translation",
    "CoRegistrant": (
        "address cik commission_file_number contact ein jurisdiction name short_name signatory translation"
    ),
    "Contact": "name telephone title",
    "Control": "by_metal by_status countries rows",
    "Counts": "by_metal by_metal_and_status by_programme by_status total total_in_words unit",
    "Country": "code filed name",
    "Disclosure": (
        "addresses covered_codes earlier eu_importer exhibits facts file form_files high_risk_codes lines"
        " lists logo no_mining origin_codes own_files period pictures reconciled restrictions sections"
        " smelters wording"
    ),
    "DisclosureFacts": (
        "annex audit carried_over co_registrants control counts covered_countries documents example exhibits"
        " filing form grievance high_risk_areas lists notice origins other_minerals overview period"
        " policy products registrant scorecard statuses survey terms waivers"
    ),
    "DocumentsWanted": "edgar",
    "Earlier": "registrant sections year",
    "Exhibit": "content entry file stated text",
    "ExhibitFacts": "description file number",
    "FacilityList": "is_counted key section smelters title",
    "FacilityListFacts": "counted minerals section sheet title",
    "Filing": "amendment date edgar_url imported signatory signed_elsewhere signed_on state",
    "Form": "layout route",
    "HighRiskAreas": "as_of countries name url",
    "LastReconciliation": "left_out listed_as lists newest_list rows survey unreported",
    "Link": "name url",
    "NoMining": "code metals reason",
    "Note": "mark text",
    "Origins": "by_country by_metal by_smelter countries determined recycled",
    "Overview": "sentence",
    "OwnColumn": "can_be_filtered heading legend meaning",
    "OwnFile": "content name",
    "Period": "year",
    "Product": "description metals name",
    "Products": "categories description",
    "ReconciledSurvey": "answer_level answered outside_covered_countries suppliers",
    "Registrant": (
        "address cik commission_file_number contact disclosure_url ein former_name jurisdiction logo name"
        " short_name translation"
    ),
    "Restriction": "code first_day last_day measure metals name source",
    "Section": "file is_of_form number slug text",
    "Signatory": "name title",
    "Smelter": (
        "aliases anchor cid city country filed footnote list_key metal name notes own recycled state status"
        " status_as_of where"
    ),
    "StatedAnswer": "answer evidence words",
    "StatedAnswers": (
        "due_diligence_is_described improvement_is_described management_is_described mitigation_is_described"
        " origin_efforts_are_described result_is_stated risks_are_assessed risks_are_reported"
        " site_is_accessible years_are_compared"
    ),
    "StatedFigure": "is_exact text value",
    "Status": "as_of definition label list_name mark status_class",
    "Survey": (
        "answer_level answered by_level groups outside_covered_countries response_rate spend_share"
        " supplier_term suppliers tool tool_abbreviation tool_publisher tool_version"
    ),
    "SurveyGroup": "answered name response_rate spend_share suppliers",
    "Term": "many one",
    "Terms": "text url",
    "UsedList": "about as_of file statuses",
    "Waiver": "code name place reason",
    "WordingCase": "heading_line line name offset text",
    "WordingFile": "cases file is_read name open_comment text",
}
"""Type to its fields, of everything that a ``Disclosure`` holds. A new one needs a line, and a thought."""

NOT_FOR_READERS = {
    "Control", "LastReconciliation", "ReconciledSurvey", "StatedAnswer", "StatedAnswers", "UsedList",
    "Waiver",
}  # fmt: skip
"""Of these, what is for the people who check the disclosure: no page and no file of the site takes it."""


def held_by(kind: Any, seen: dict[type, set[str]] | None = None) -> dict[type, set[str]]:
    """Every type of ours that a value of this type can hold, with its fields."""
    seen = {} if seen is None else seen
    for argument in typing.get_args(kind):
        held_by(argument, seen)
    if not (isinstance(kind, type) and kind.__module__.startswith("generator.")) or kind in seen:
        return seen
    seen[kind] = set(fields_of(kind))
    hints = typing.get_type_hints(kind, include_extras=False)
    for name in seen[kind]:
        held_by(hints.get(name), seen)
    for name, given in vars(kind).items():
        if isinstance(given, property) and not name.startswith("_"):
            names = vars(importlib.import_module(kind.__module__))
            held_by(typing.get_type_hints(given.fget, names).get("return"), seen)
    return seen


def fields_of(kind: type) -> list[str]:
    if dataclasses.is_dataclass(kind):
        return [field.name for field in dataclasses.fields(kind)]
    return list(kind.model_fields) if issubclass(kind, BaseModel) else []


def types_of(module: ModuleType) -> set[type]:
    names = vars(module).values()
    return {one for one in names if isinstance(one, type) and one.__module__ == module.__name__}


def modules_of(package: ModuleType) -> list[ModuleType]:
    """The modules that stand in the folder of the package itself."""
    found = pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(module.name) for module in found if not module.ispkg]


CONFIDENTIAL = {one for module in (*modules_of(suppliers), withheld) for one in types_of(module)}


def test_a_disclosure_holds_the_allowed_fields_and_no_other() -> None:
    held = {kind.__name__: " ".join(sorted(names)) for kind, names in held_by(Disclosure).items() if names}
    assert held == ALLOWED


def test_a_new_field_or_property_would_be_seen() -> None:
    def first(self: object) -> None: ...

    first.__annotations__["return"] = withheld.Withheld
    fields = [("suppliers", tuple[declarations.Stated, ...])]
    grown = dataclasses.make_dataclass("Grown", fields, namespace={"first": property(first)})
    grown.__module__ = Disclosure.__module__
    held = held_by(grown)
    assert held[grown] == {"suppliers"}
    assert {declarations.Stated, withheld.Withheld} <= held.keys()


@pytest.mark.parametrize("title", INTERNAL_COLUMNS)
@pytest.mark.parametrize("sign", ["", " (*)", " (1) (*)"])
def test_no_setting_has_a_column_read_that_is_withheld(title: str, sign: str) -> None:
    own = {"note": OwnColumn.model_construct(heading=f"{title}{sign}")}
    annex = Annex.model_construct(own_columns=own, headings={"city": f"{title.upper()}{sign}"})
    assert fold_heading(title) not in list_headings(annex)


@pytest.mark.parametrize("template", CONTEXTS)
def test_a_template_reaches_nothing_that_is_withheld(template: str) -> None:
    reached = held_by(CONTEXTS[template]).keys()
    assert reached & CONFIDENTIAL == set()
    assert {one.__name__ for one in reached} & NOT_FOR_READERS == set()
    assert Disclosure not in reached


def test_the_prose_reaches_nothing_that_is_withheld() -> None:
    """What facts hold is set in ``__init__``, so the values of a year are walked and not their types."""
    reached = set(values_of(year_facts()))
    assert len(reached) > 10
    assert reached & CONFIDENTIAL == set()
    assert {one.__name__ for one in reached} & NOT_FOR_READERS == set()


def year_facts() -> AllFacts:
    return facts_of(disclosure(smelter()))


def values_of(value: object, depth: int = 0) -> Iterator[type]:
    """The types of everything that a section can name from here on."""
    if depth > 3 or not type(value).__module__.startswith("generator."):
        return
    yield type(value)
    names = [name for name in dir(value) if not name.startswith("_")]
    for name in names if isinstance(value, Facts | AllFacts) else ():
        held = getattr(value, name)
        for one in held if isinstance(held, tuple) else (held,):
            yield from values_of(one, depth + 1)
