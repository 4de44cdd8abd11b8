"""How many of the suppliers that were asked answered, as far as the filer says it."""

from __future__ import annotations

from jinja2 import TemplateRuntimeError

from ..environment import Markdown
from ..survey_facts import SurveyFacts
from ..wording.spec import Case, Spec
from .said import Asked, together

_ASKED, _ANSWERED, _RATE = "survey.suppliers", "survey.answered", "survey.response_rate"
SPEC = Spec(
    "all-answered",
    "Answers of the suppliers",
    (
        Case("nobody-asked", "where no supplier was asked"),
        Case("one-answered", "where one supplier was asked and answered", ("answered", _RATE)),
        Case("one-not-answered", "where one supplier was asked and did not answer", ("did_not_answer",
             _RATE)),
        Case("all", "where every supplier answered", (_ASKED, "answered", _RATE)),
        Case("some", "where not every supplier answered", (_ASKED, _ANSWERED, "answered", _RATE,
             "survey.not_answered")),
        Case("asked-and-answered", "where the numbers are given, and at least one of them not exactly",
             (_ASKED, _ANSWERED, "answered")),
        Case("answered-only", "where it is not given how many were asked", (_ANSWERED, "answered")),
        Case("asked-only", "where it is not given how many answered", (_ASKED,)),
        Case("response-rate", "behind the last three sentences, or alone, where a rate is given", (_RATE,)),
        Case("answered", "for {{ answered }} in these sentences, where no questionnaire is named"),
        Case("returned", "for {{ answered }} where a questionnaire is named", ("survey.tool_abbreviation",)),
        Case("did-not-answer", "for {{ did_not_answer }} where no questionnaire is named"),
        Case("did-not-return", "for {{ did_not_answer }} where a questionnaire is named",
             ("survey.tool_abbreviation",)),
        Case("spend", "behind these sentences where a share of the spend is given", ("survey.spend_share",)),
        Case("group", "behind them for each group of suppliers", ("group.name", "parts")),
        Case("group-asked", "in {{ parts }} of a group: how many were asked", ("group.suppliers",)),
        Case("group-answered", "in {{ parts }} of a group: how many answered", ("group.answered",)),
        Case("group-rate", "in {{ parts }} of a group: its rate", ("group.response_rate",)),
        Case("group-spend", "in {{ parts }} of a group: its share of the spend", ("group.spend_share",)),
    ),
    ("answered", "did_not_answer", "group", "parts"),
)  # fmt: skip
_PARTS = {
    "group-asked": "suppliers",
    "group-answered": "answered",
    "group-rate": "response_rate",
    "group-spend": "spend_share",
}


def all_answered(asked: Asked) -> Markdown:
    """The sentence, then the share of the spend and the groups of suppliers, as far as they are given."""
    survey = asked.facts.survey
    if not survey.given:
        raise TemplateRuntimeError(
            "the claim needs a figure of the survey: fill survey in disclosure.yml, or write without it"
        )
    tool = bool(survey.tool_abbreviation)
    cases = [*_cases(survey), *(["spend"] if survey.spend_share else [])]
    words = {}
    if not {"nobody-asked", "asked-only"} & set(cases):
        words["answered"] = asked.text(SPEC.name, "returned" if tool else "answered")
    if "one-not-answered" in cases:
        words["did_not_answer"] = asked.text(SPEC.name, "did-not-return" if tool else "did-not-answer")
    return together([asked.texts(SPEC.name, cases, **words), *_groups(asked)])


def _cases(survey: SurveyFacts) -> list[str]:
    if survey.counted:
        if survey.suppliers == 0:
            return ["nobody-asked"]
        if survey.suppliers == 1:
            return ["one-answered" if survey.answered else "one-not-answered"]
        return ["all" if survey.not_answered == 0 else "some"]
    rate = ["response-rate"] if survey.response_rate else []
    if survey.suppliers is not None and survey.answered is not None:
        return ["asked-and-answered", *rate]
    if survey.answered is not None:
        return ["answered-only", *rate]
    return ["asked-only", *rate] if survey.suppliers is not None else rate


def _groups(asked: Asked) -> list[Markdown]:
    found = []
    for group in asked.facts.survey.groups:
        cases = [case for case, name in _PARTS.items() if getattr(group, name) not in (None, "")]
        parts = [asked.text(SPEC.name, case, group=group) for case in cases]
        if parts:
            found.append(asked.text(SPEC.name, "group", group=group, parts=Markdown(", ".join(parts))))
    return found
