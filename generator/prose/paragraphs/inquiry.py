"""Paragraphs on the survey of suppliers, and on what they answered."""

from __future__ import annotations

from ..wording.spec import Case, Spec
from .told import Paragraph, Told, blocks, lines, phrase

_INDETERMINABLE = "claim.none_in_covered_country(facilities.indeterminable)"


def _asked(told: Told) -> str:
    survey = told.facts.survey
    asked = phrase([told.text("all" if survey.suppliers is None else "number")])
    if not survey.tool:
        return told.text("without-questionnaire", asked=asked)
    parts = {
        "questionnaire": survey.tool,
        "abbreviation": survey.tool_abbreviation,
        "publisher": survey.tool_publisher,
        "version": survey.tool_version,
    }
    questionnaire = phrase(told.text(case) for case, value in parts.items() if value)
    sentence = told.text("with-questionnaire", asked=asked, questionnaire=questionnaire)
    return lines([sentence, told.text("what-it-asks")])


def answers_are_told(told: Told) -> bool:
    """Whether the filer says how many answered, in any way."""
    survey = told.facts.survey
    return bool(survey.answered is not None or survey.response_rate or survey.spend_share or survey.groups)


def _answers(told: Told) -> str:
    return told.text("answers") if answers_are_told(told) else ""


def _answer_level(told: Told) -> str:
    level = told.facts.survey.answer_level
    if level == "company" and told.facts.facilities.listed:
        return lines([told.text("company"), told.text("company-and-list")])
    return told.text(level) if level in ("company", "both", "product") else ""


def _outside(told: Told) -> str:
    return "" if told.facts.survey.outside_covered_countries is None else told.text("declared")


def _facilities_named(told: Told) -> str:
    facilities = told.facts.facilities
    if facilities.total is None:
        return ""
    first = told.text("with-countries" if facilities.countries else "without-countries")
    return lines([first, told.text("listed") if facilities.listed else ""])


def _by_status(told: Told) -> str:
    facilities = told.facts.facilities
    if facilities.total is None or not facilities.gives_status:
        return ""
    rows = []
    for status in told.facts.statuses:
        if status.facilities.total:
            share = status.facilities.share_of(facilities)
            rows.append(told.text("status-with-share" if share else "status", status=status, share=share))
    below = told.text("definitions") if told.has_table("status_definitions") else ""
    return blocks([told.text("above"), lines(rows), below])


def _undetermined(told: Told) -> str:
    facilities = told.facts.facilities
    is_told = facilities.total is not None and facilities.indeterminable.total and facilities.gives_country
    return told.text("undetermined") if is_told else ""


def _result(told: Told) -> str:
    return told.text("determined" if told.facts.origins.determined else "not-determined")


INQUIRY = (
    Paragraph(
        Spec(
            "asked",
            "Who was asked, and what",
            (
                Case("with-questionnaire", "where a questionnaire is named", ("questionnaire",)),
                Case("what-it-asks", "behind it", may_be_empty=True),
                Case("without-questionnaire", "where none is named"),
                Case(
                    "number",
                    "for {{ asked }} in these sentences, where it is given how many were asked",
                    ("survey.suppliers",),
                ),
                Case("all", "for {{ asked }} where it is not given"),
                Case("questionnaire", "for {{ questionnaire }}", ("survey.tool",)),
                Case(
                    "abbreviation",
                    "in {{ questionnaire }} where its short name is given",
                    ("survey.tool_abbreviation",),
                ),
                Case(
                    "publisher", "in {{ questionnaire }} where its publisher is given",
                    ("survey.tool_publisher",),
                ),
                Case(
                    "version",
                    "in {{ questionnaire }} where its version is given",
                    ("survey.tool_version",),
                ),
            ),
            ("asked", "questionnaire"),
        ),
        _asked,
    ),
    Paragraph(
        Spec(
            "answers",
            "How many answered",
            (Case("answers", "where figures of the answers are given", ("claim.all_answered()",)),),
        ),
        _answers,
    ),
    Paragraph(
        Spec(
            "answer-level",
            "What the answers were given for",
            (
                Case("company", "where suppliers answered for their companies as a whole"),
                Case("company-and-list", "behind it where there is a list", may_be_empty=True),
                Case("both", "where some did, and others answered for the products"),
                Case("product", "where they answered for the products"),
            ),
        ),
        _answer_level,
    ),
    Paragraph(
        Spec(
            "outside",
            "Declarations of suppliers",
            (
                Case(
                    "declared",
                    "where it is given how many declare that they do not source from covered countries",
                    ("claim.declared_outside()",),
                ),
            ),
        ),
        _outside,
    ),
    Paragraph(
        Spec(
            "facilities-named",
            "How many facilities the answers name",
            (
                Case(
                    "with-countries", "where their countries are given",
                    ("facilities.total",),
                ),
                Case("without-countries", "where they are not", ("facilities.total",)),
                Case("listed", "behind it where there is a list", may_be_empty=True),
            ),
        ),
        _facilities_named,
    ),
    Paragraph(
        Spec(
            "by-status",
            "The facilities by status",
            (
                Case("above", "above the lines, where statuses are given"),
                Case(
                    "status-with-share", "for each status with facilities",
                    ("status.label", "status.facilities.total", "share"),
                ),
                Case(
                    "status", "for each of them where the total is not known",
                    ("status.label", "status.facilities.total"),
                ),
                Case("definitions", "below them where statuses are explained", may_be_empty=True),
            ),
            ("status", "share"),
        ),
        _by_status,
    ),
    Paragraph(
        Spec(
            "undetermined",
            "Facilities whose status could not be determined",
            (Case("undetermined", "where there are some, and countries are given", (_INDETERMINABLE,)),),
        ),
        _undetermined,
    ),
    Paragraph(
        Spec(
            "inquiry-result",
            "What the inquiry found",
            (
                Case("determined", "where countries of origin are known"),
                Case("not-determined", "where none is"),
            ),
        ),
        _result,
    ),
)  # fmt: skip
