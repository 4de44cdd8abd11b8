"""The survey of suppliers in words, as far as the filer gives it: nothing is computed or filled in."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import StatedFigure, Survey, SurveyGroup

Line = tuple[str, ...]


def survey_lines(survey: Survey) -> Iterator[Line]:
    """What is known of the answers on which the list rests; no line where the filer says nothing."""
    if sentence := _sentence(survey):
        yield ("Source", sentence)
    for group in survey.groups:
        if words := _group(group, survey.supplier_term.many):
            yield (f"Survey of {group.name}", words)
    for level, figure in survey.by_level.items():
        yield (f"Answers at {level} level", _words(figure))


def _sentence(survey: Survey) -> str:
    """The survey in one sentence; empty where no figure of all suppliers is given."""
    many = survey.supplier_term.many
    if survey.suppliers and survey.answered:
        subject = (
            f"Answers of {_words(survey.answered)} of {_words(survey.suppliers)} {many}{_tool(survey, 'to')}"
        )
    elif survey.answered:
        subject = f"Answers of {_words(survey.answered)} {many}{_tool(survey, 'to')}"
    elif survey.suppliers:
        subject = f"Survey of {_words(survey.suppliers)} {many}{_tool(survey, 'with')}"
    elif survey.response_rate or survey.spend_share:
        subject = f"Survey of {many}{_tool(survey, 'with')}"
    else:
        return ""
    made = "combined into one list by the registrant" if survey.counted else ""
    return f"{', '.join(filter(None, (subject, *_shares(survey), made)))}."


def _tool(survey: Survey, word: str) -> str:
    if survey.tool is None:
        return ""
    short = f" ({survey.tool_abbreviation})" if survey.tool_abbreviation else ""
    return f" {word} the {survey.tool}{short}"


def _group(group: SurveyGroup, many: str) -> str:
    """The figures of a group; empty where none is given."""
    asked = f"{_words(group.suppliers)} {many} asked" if group.suppliers else ""
    answered = f"{_words(group.answered)} answered" if group.answered else ""
    return ", ".join(filter(None, (asked, answered, *_shares(group))))


def _shares(of: Survey | SurveyGroup) -> Iterator[str]:
    """Shares as the filer words them."""
    if of.response_rate:
        yield f"response rate {of.response_rate}"
    if of.spend_share:
        yield f"share of spend {of.spend_share}"


def _words(figure: StatedFigure) -> str:
    """An exact number with commas; anything else in the filer's words."""
    return figure.text if figure.exact is None else f"{figure.exact:,}"
