"""Figures that stand in words: what the filing counts beside its list, and what the survey gave; no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts
from ..prose.survey_facts import SurveyFacts, SurveyGroupFacts
from .common_page import in_markdown
from .status_counts import status_counts
from .table import capital, one_line

_Figure = FactInt | FactStr
_SURVEY = "Survey"
"""A term that its figure says without it."""


@dataclass(frozen=True)
class KeyFigure:
    """One figure. ``note`` is a sentence in parts, of which some are data."""

    term: str
    value: _Figure
    note: tuple[str | _Figure, ...]
    whole: _Figure | None = None
    """Of what the value is a part; None: not said."""

    @property
    def words(self) -> Markup:
        """Value and note for a Markdown paragraph; after what they are of."""
        is_alone, value = self.term == _SURVEY, self.value
        if is_alone and isinstance(value, FactStr):
            value = FactStr(capital(value), value.path)
        parts = [in_markdown(value)]
        if self.whole is not None:
            parts += [Markup(" of "), in_markdown(self.whole)]
        note = (" ", *self.note) if self.note else ()
        parts += [in_markdown(one) if isinstance(one, _Figure) else Markup(one) for one in note]
        term = in_markdown(self.term) if isinstance(self.term, FactStr) else Markup(self.term)
        return Markup("").join(parts if is_alone else [term, Markup(": "), *parts])


def stated_figures(disclosure: Disclosure, facts: AllFacts) -> Iterator[KeyFigure]:
    """What the filing counts beside its list, where that is not what is listed."""
    stated, listed = disclosure.facts.counts, len(facts.facilities.rows)
    if stated is None or not listed:
        return
    term = one_line(FactStr(capital(stated.unit), "counts.unit"))
    counts = status_counts(facts)
    if stated.total_in_words is not None:
        yield KeyFigure(term, FactStr(stated.total_in_words, "counts.total"), ())
    elif stated.total not in (None, listed) and counts.from_list:
        yield KeyFigure(term, FactInt(stated.total or 0, "counts.total"), ())
    for status in counts.totals if counts.from_list else ():
        number = stated.by_status.get(str(status.label))
        if number is not None and number != status.facilities.total:
            value = FactInt(number, f"counts.by_status.{status.label}")
            whole = None if stated.total is None else FactInt(stated.total, "counts.total")
            yield KeyFigure(one_line(status.label), value, (), whole)


def survey_figures(survey: SurveyFacts) -> Iterator[KeyFigure]:
    one, many = survey.supplier or FactStr("", ""), survey.supplier_plural or FactStr("", "")
    yield from _answers(_SURVEY, survey, one, many)
    if survey.spend_share is not None:
        yield KeyFigure("Spend", survey.spend_share, ("of the spend stands behind the answers",))
    for group in survey.groups:
        name = one_line(group.name)
        term = FactStr(capital(name), name.path)
        yield from _answers(term, group, one, many)
        if group.spend_share is not None:
            yield KeyFigure(term, group.spend_share, ("of the spend",))
    for level, figure in survey.by_level.items():
        if figure is not None:
            yield KeyFigure(f"Answers by {_LEVELS[level]}", figure, ("of the answers are at this level",))


_LEVELS = {"company": "company", "product": "product", "user-defined": "own scope"}


def _answers(
    term: str, asked: SurveyFacts | SurveyGroupFacts, one: FactStr, many: FactStr
) -> Iterator[KeyFigure]:
    """Who was asked and who answered, as far as the filer says it."""
    suppliers, answered, rate = asked.suppliers, asked.answered, asked.response_rate
    of_rate = (" (", rate, ")") if rate is not None else ()
    if answered is not None and suppliers is not None:
        noun = one if suppliers == 1 else many
        yield KeyFigure(term, answered, (noun, " answered", *of_rate), whole=suppliers)
    elif answered is not None:
        yield KeyFigure(term, answered, (one if answered == 1 else many, " answered", *of_rate))
    elif suppliers is not None:
        noun = one if suppliers == 1 else many
        rest = ("; response rate ", rate) if rate is not None else ()
        yield KeyFigure(term, suppliers, (noun, " were asked" if suppliers != 1 else " was asked", *rest))
    elif rate is not None:
        yield KeyFigure(term, rate, ("response rate of the ", many))
