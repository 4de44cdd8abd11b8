"""Everything that ``disclosure.yml`` states, as one value."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, ModelWrapValidatorHandler, model_validator

from .base import Fact, Misfit, Text
from .checked import CarriedOver, Control, StatedAnswers, Waiver
from .exhibits import DocumentsWanted, ExhibitFacts
from .filer import Charter, CoRegistrant, Filing, Form, FullRegistrant, Registrant, Signatory
from .listing import Annex, Counts, FacilityListFacts, OtherName, Status
from .report import USUAL_TOOL, Audit, HighRiskAreas, Link, Origins, Overview, Products, Survey, Terms


def _said_once(statuses: tuple[Status, ...]) -> tuple[Status, ...]:
    labels = [status.label.casefold() for status in statuses]
    if len(set(labels)) != len(labels):
        twice = next(number for number, label in enumerate(labels) if label in labels[:number])
        raise Misfit("each label once", twice, "label")
    marks = [status.mark for status in statuses]
    for number, mark in enumerate(marks):
        if mark and mark in marks[:number]:
            raise Misfit(f"each mark once; '{mark}' stands for two statuses", number, "mark")
    return statuses


Statuses = Annotated[tuple[Status, ...], AfterValidator(_said_once)]


_EXAMPLE = "This is an example, and no filing or statement of the company that it names."
_RESTATED_EXAMPLE = (
    "This is an example that restates a public filing; the company that it names has neither made nor"
    " approved it."
)


class ListWords(Fact):
    """How the list is laid out and what its words mean; what else is stated is not looked at."""

    model_config = ConfigDict(extra="ignore")

    statuses: Statuses = ()
    annex: Annex | None = None
    lists: tuple[FacilityListFacts, ...] = ()
    other_minerals: tuple[OtherName, ...] = ()


class DisclosureFacts(Fact):
    """Everything that ``disclosure.yml`` states."""

    registrant: Registrant
    """The principal one, where there are several."""
    co_registrants: tuple[CoRegistrant, ...] = ()
    """Further companies for which the same form is filed."""
    period: Annotated[int, Field(ge=2013, le=2100)]
    """Calendar year of the reporting period."""
    form: Form
    filing: Filing
    products: Products | None = None
    survey: Survey = Field(default_factory=Survey)
    statuses: Statuses = ()
    """The filer's words for a status; empty: the list has none."""
    annex: Annex | None = None
    """None: the filer gives no list."""
    lists: tuple[FacilityListFacts, ...] = ()
    """Several lists; empty: one, the sheet ``Smelter List``."""
    other_minerals: tuple[OtherName, ...] = ()
    """Minerals that the filer lists of its own accord, such as cobalt; no total of the rule has them."""
    counts: Counts | None = None
    """Counts as the filing states them; None: what is counted is counted in the list."""
    example: bool = False
    """Whether it shows what the program makes, and is no disclosure of the company that it names."""
    notice: Text | None = None
    """A sentence shown on top of each page of the year; None means none."""
    overview: Overview | None = None
    """None: the data computes the sentence on top of the overview."""
    policy: Link | None = None
    grievance: Link | None = None
    terms: Terms | None = None
    """None: the filer states no terms, and the files say so."""
    covered_countries: tuple[Text, ...] | None = None
    """The ten covered countries as the filer writes them; None means the names used here."""
    origins: Origins | None = None
    """None: of a new disclosure, they were not determined; a restated filing says nothing of them."""
    high_risk_areas: HighRiskAreas | None = None
    """None: no list is stated, and nothing can be said of risk by place."""
    audit: Audit | None = None
    """None: no independent audit of the report."""
    documents: DocumentsWanted = Field(default_factory=DocumentsWanted)
    exhibits: tuple[ExhibitFacts, ...] = ()
    """Further exhibits, and further parts of Exhibit 1.01, in the order in which they stand."""
    control: Control = Field(default_factory=Control)
    waivers: tuple[Waiver, ...] = ()
    carried_over: CarriedOver | None = None
    """None: nothing came over from another year, or a person has looked at all of it."""
    scorecard: StatedAnswers = Field(default_factory=StatedAnswers)

    @model_validator(mode="after")
    def _labels_are_known(self) -> Self:
        labels = [status.label for status in self.statuses]
        for *path, label in self.counts.status_paths if self.counts else ():
            if label not in labels:
                known = f"one of {', '.join(labels)}" if labels else "no counts by status without statuses"
                expected = f"{known}, as the entry statuses has them"
                raise Misfit(expected, "counts", *path, label, is_name=True)
        return self

    @property
    def notice_on_top(self) -> str:
        """What stands on top of each page and in each file of the list: that it is an example, the notice."""
        words = _RESTATED_EXAMPLE if self.filing.is_restated else _EXAMPLE
        return " ".join(filter(None, (words if self.example else "", self.notice)))

    @property
    def is_to_be_submitted(self) -> bool:
        """Whether its documents for EDGAR may be submitted: not those of an example or a restatement."""
        return not (self.example or self.filing.is_restated)

    @property
    def lacks_origins(self) -> bool:
        """Whether the countries of origin were not determined; False also where the filing is silent."""
        if self.origins is None:
            return not self.filing.is_restated
        return self.origins.determined is False

    @property
    def has_form(self) -> bool:
        """Whether Form SD can be shown: a restated filing may be known without its cover or its signature."""
        one, filing = self.registrant, self.filing
        cover = (one.jurisdiction, one.commission_file_number, one.address, one.contact, one.disclosure_url)
        if None in cover:
            return False
        return not filing.is_restated or (filing.signed_on is not None and filing.signatory is not None)

    @property
    def registrants(self) -> tuple[Charter, ...]:
        """All companies for which the form is filed, the principal one first."""
        return (self.registrant, *self.co_registrants)

    @property
    def registrant_names(self) -> tuple[str, ...]:
        """Their exact names."""
        return tuple(one.name for one in self.registrants)

    @property
    def registrant_list(self) -> str:
        """Their exact names, as a sentence lists them."""
        *most, last = self.registrant_names
        return f"{', '.join(most)}{',' if len(most) > 1 else ''} and {last}" if most else last

    @property
    def registrants_in_short(self) -> str:
        """The principal's name and how many there are besides, where a list does not fit."""
        others = len(self.co_registrants)
        if not others:
            return self.registrant.name
        return f"{self.registrant.name} and {others} other registrant{'s' if others > 1 else ''}"

    def signatory_of(self, registrant: Charter) -> Signatory | None:
        """The officer who signs for one of the registrants; None: not known yet."""
        own = registrant.signatory if isinstance(registrant, CoRegistrant) else None
        return own or self.filing.signatory


class OwnFacts(DisclosureFacts):
    """The facts of a disclosure that is made here, and not restated: Form SD needs all of the cover."""

    registrant: FullRegistrant
    products: Products

    @model_validator(mode="wrap")
    @classmethod
    def _usual_tool(cls, stated: object, read: ModelWrapValidatorHandler[Self]) -> Self:
        """The questionnaire that everybody uses, where the file names none; it does not count as stated."""
        if isinstance(stated, dict) and isinstance(survey := stated.get("survey"), dict):
            facts = read({**stated, "survey": {**USUAL_TOOL, **survey}})
            facts.survey.model_fields_set.difference_update(USUAL_TOOL.keys() - survey.keys())
            return facts
        return read(stated)
