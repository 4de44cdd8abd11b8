"""Paragraphs on due diligence, and on what is intended."""

from __future__ import annotations

from ..facts import LinkFacts
from ..wording.spec import Case, Spec
from .told import Paragraph, Told, blocks, lines


def _link(told: Told, link: LinkFacts | None) -> str:
    if link is None:
        return ""
    return told.text("with-address" if link.url else "without-address")


def _policy(told: Told) -> str:
    return _link(told, told.facts.policy)


def _grievance(told: Told) -> str:
    return _link(told, told.facts.grievance)


def _signatory(told: Told) -> str:
    return told.text("named" if told.facts.filing.signatory_name else "not-named")


def _controls(told: Told) -> str:
    has_tool = told.facts.survey.tool_abbreviation
    first = told.text("with-questionnaire" if has_tool else "without-questionnaire")
    return lines([first, told.text("listed") if told.facts.facilities.listed else ""])


def _answers_wanted(told: Told) -> str:
    return "" if told.facts.survey.answer_level == "product" else told.text("wanted")


def _undetermined_told(told: Told) -> str:
    return told.text("told") if told.facts.facilities.indeterminable.total else ""


def has_lists(told: Told) -> bool:
    """Whether facilities have a status, and a list that decides one is named."""
    return bool(told.facts.facilities.gives_status and any(one.list_name for one in told.facts.statuses))


def _lists_compared(told: Told) -> str:
    if not has_lists(told):
        return ""
    named = (status for status in told.facts.statuses if status.list_name)
    rows = [told.text("dated" if one.as_of else "not-dated", status=one) for one in named]
    return blocks([told.text("above"), lines(rows), told.text("below")])


def _lists_used(told: Told) -> str:
    return told.text("used") if has_lists(told) else ""


def _future_steps(told: Told) -> str:
    survey, facilities = told.facts.survey, told.facts.facilities
    others = (facilities.indeterminable, facilities.not_enrolled, facilities.not_conformant)
    steps = {
        "no-answer": survey.not_answered,
        "answers-wanted": survey.answer_level != "product",
        "undetermined": facilities.indeterminable.total,
        "not-assessed": any(part.total for part in others),
    }
    return lines(told.text(case) for case, holds in steps.items() if holds)


def _link_cases(name: str, given: str) -> tuple[Case, ...]:
    return (
        Case("with-address", f"where {given} with its address is given", (f"{name}.name", f"{name}.url")),
        Case("without-address", "where it is given without an address", (f"{name}.name",)),
    )


DILIGENCE = (
    Paragraph(Spec("policy", "The policy", _link_cases("policy", "a policy")), _policy),
    Paragraph(Spec("grievance", "The grievance mechanism", _link_cases("grievance", "one")), _grievance),
    Paragraph(
        Spec(
            "signatory",
            "Who signs",
            (
                Case(
                    "named",
                    "where the officer is named",
                    ("filing.signatory_name", "filing.signatory_title"),
                ),
                Case("not-named", "where nobody is named"),
            ),
        ),
        _signatory,
    ),
    Paragraph(
        Spec(
            "controls",
            "What the answers are used for",
            (
                Case(
                    "with-questionnaire",
                    "where the short name of a questionnaire is given",
                    ("survey.tool_abbreviation",),
                ),
                Case("without-questionnaire", "where it is not"),
                Case("listed", "behind it where there is a list", may_be_empty=True),
            ),
        ),
        _controls,
    ),
    Paragraph(
        Spec(
            "answers-wanted",
            "That answers for the products are wanted",
            (Case("wanted", "where not all answers were given for the products"),),
        ),
        _answers_wanted,
    ),
    Paragraph(
        Spec(
            "undetermined-told",
            "What suppliers of facilities without a determined status were told",
            (Case("told", "where there are facilities whose status could not be determined"),),
        ),
        _undetermined_told,
    ),
    Paragraph(
        Spec(
            "lists-compared",
            "The lists with which facilities were compared",
            (
                Case("above", "above the lists, where some are named"),
                Case(
                    "dated",
                    "for each list whose date is given",
                    ("status.list_name", "status.as_of", "status.label"),
                ),
                Case("not-dated", "for each other list", ("status.list_name", "status.label")),
                Case("below", "below the lists", may_be_empty=True),
            ),
            ("status",),
        ),
        _lists_compared,
    ),
    Paragraph(
        Spec(
            "lists-used",
            "What the lists were used for",
            (Case("used", "where such lists are named"),),
        ),
        _lists_used,
    ),
    Paragraph(
        Spec(
            "future-steps",
            "Steps that follow from the data",
            (
                Case("no-answer", "where suppliers did not answer", may_be_empty=True),
                Case(
                    "answers-wanted",
                    "where not all answers were given for the products",
                    may_be_empty=True,
                ),
                Case(
                    "undetermined",
                    "where there are facilities whose status could not be determined",
                    may_be_empty=True,
                ),
                Case(
                    "not-assessed",
                    "where there are such facilities, or others neither conformant nor active",
                    may_be_empty=True,
                ),
            ),
        ),
        _future_steps,
    ),
)
