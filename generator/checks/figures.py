"""Checks of figures: the computed ones against the stated ones. What nobody states is left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ..findings import Finding
from ..findings.catalogue import CONTROL, SHARES, SURVEY
from ..model import Disclosure, StatedFigure, Survey, SurveyGroup, percent
from ..model.counted import counted


def figures_match_control(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-001: what the program counts is what people know from elsewhere (entry ``control``).

    Without a list, what the filing counts itself is held against it.
    """
    control, counts = disclosure.facts.control, disclosure.facts.counts
    rows = disclosure.smelters
    by_metal = Counter(row.metal for row in rows)
    by_status = Counter(row.status.label for row in rows if row.status)
    countries = len({row.country.name for row in rows if row.country and row.country.code})
    has_counts = not rows and counts is not None
    source = "the filing counts" if has_counts else "the list has"

    def own(in_list: int, stated: int | None) -> int | None:
        return stated if has_counts else in_list

    expected_and_own = [
        ("rows", control.rows, own(len(rows), counts.total if counts else None)),
        ("countries", control.countries, own(countries, None)),
        *(
            (f"by_metal.{metal}", number, own(by_metal[metal], counts.total_of(metal) if counts else None))
            for metal, number in control.by_metal.items()
        ),
        *(
            (f"by_status.{label}", number, own(by_status[label], _of_label(disclosure, label)))
            for label, number in control.by_status.items()
        ),
    ]
    for name, expected, number in expected_and_own:
        if expected is not None and expected != number:
            message = f"control.{name} is {expected}, {source} {'none' if number is None else number}"
            advice = "Find the row that is missing or too many, or correct the control figure."
            yield Finding(CONTROL, message, disclosure.where("control", *name.split(".", 1)), advice)


def _of_label(disclosure: Disclosure, label: str) -> int | None:
    counts = disclosure.facts.counts
    return counts.of(None, frozenset({label})) if counts else None


def survey_adds_up(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-002: nobody answered who was not asked. Only exact numbers can contradict each other."""
    survey = disclosure.facts.survey
    yield from _more_answers(disclosure, survey.suppliers, survey.answered, "survey")
    yield from _another_rate(disclosure, survey, "survey")
    for number, group in enumerate(survey.groups):
        yield from _more_answers(disclosure, group.suppliers, group.answered, "survey", "groups", number)
        yield from _another_rate(disclosure, group, "survey", "groups", number)
    outside, answered = _exact(survey.outside_covered_countries), _exact(survey.answered)
    if outside is not None and answered is not None and outside > answered:
        message = (
            f"{counted(outside, 'supplier declares that it does', 'suppliers declare that they do')}"
            " not source from covered countries,"
            f" but only {answered} answered"
        )
        advice = "Correct survey.outside_covered_countries or survey.answered."
        yield Finding(SURVEY, message, disclosure.where("survey", "outside_covered_countries"), advice)


def _more_answers(
    disclosure: Disclosure, asked: StatedFigure | None, answered: StatedFigure | None, *path: str | int
) -> Iterator[Finding]:
    number, of = _exact(answered), _exact(asked)
    if number is not None and of is not None and number > of:
        message = f"{counted(number, 'supplier')} answered, but only {counted(of, 'was', 'were')} asked"
        entry = _entry(*path)
        advice = f"Correct {entry}.suppliers or {entry}.answered."
        yield Finding(SURVEY, message, disclosure.where(*path, "answered"), advice)


def _another_rate(
    disclosure: Disclosure, stated: Survey | SurveyGroup, *path: str | int
) -> Iterator[Finding]:
    """A rate of none where some answered, of some where none did, or of all where some did not.

    Between these a rate may be counted otherwise, by spend for example, and contradicts nothing.
    """
    answered, asked = _exact(stated.answered), _exact(stated.suppliers)
    shares = re.findall(r"\d+(?:\.\d+)?", stated.response_rate or "")
    if answered is None or len(shares) != 1:
        return
    share = Decimal(shares[0])
    is_less = asked is not None and share == 100 and answered * 1000 < asked * 995  # rounded, it is no 100%
    if (answered == 0) is (share == 0) and not is_less:
        return
    those = counted(answered, "supplier") + (f" of {asked:,}" if asked is not None else "")
    message = f"{those} answered, and the response rate is '{stated.response_rate}'"
    advice = f"Correct {_entry(*path)}.answered or {_entry(*path)}.response_rate."
    yield Finding(SURVEY, message, disclosure.where(*path, "response_rate"), advice)


def _entry(*path: str | int) -> str:
    """``survey``, or ``survey.groups[1]``: people count from 1."""
    return "survey" if len(path) == 1 else f"survey.groups[{int(path[-1]) + 1}]"


def _exact(figure: StatedFigure | None) -> int | None:
    return figure.exact if figure else None


def shares_add_up(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-003: shares with one decimal, as the report prints them; where a status is given for each row."""
    of_status = _by_status(disclosure)
    whole = sum(of_status.values())
    shares = [percent(number, whole) for number in of_status.values()]
    total = sum(Decimal(share.removesuffix("%")) for share in shares)
    if shares and total != 100:
        message = f"the rounded shares of the statuses, {', '.join(shares)}, add up to {total}%"
        advice = "Nothing to mend; where all of them are printed, say that they are rounded."
        yield Finding(SHARES, message, disclosure.where("statuses"), advice)


def _by_status(disclosure: Disclosure) -> dict[str, int]:
    """Facilities of each status; none where not every facility has one."""
    rows, counts = disclosure.smelters, disclosure.facts.counts
    found = Counter(row.status.label for row in rows if row.status)
    if found:
        return dict(found) if sum(found.values()) == len(rows) else {}
    if counts is None or sum(counts.by_status.values()) != counts.total:
        return {}
    return dict(counts.by_status)
