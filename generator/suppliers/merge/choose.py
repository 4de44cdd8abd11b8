"""Which answers count: the newest of each supplier, and answers that disagree.

An answer for products does not replace one for the company, and two answers for different products do not
replace each other.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...findings import Finding
from ...findings.catalogue import ANSWER_REPLACED, ANSWERS_DIFFER, ANSWERS_SAME_DATE
from ...model import LineRef
from ...model.folding import fold
from ..declarations import Declaration
from ..reconciled import AsideReason
from ..templates import Scope


@dataclass(frozen=True, slots=True)
class Replaced:
    """An answer that does not count, and the file that does instead."""

    declaration: Declaration
    reason: AsideReason
    by: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Answers that count, and answers that do not, each in the order of suppliers."""

    kept: tuple[Declaration, ...]
    replaced: tuple[Replaced, ...]
    findings: tuple[Finding, ...]


def choose(declarations: Iterable[Declaration]) -> Chosen:
    """The same for any order of the declarations."""
    kept: list[Declaration] = []
    replaced: list[Replaced] = []
    found: list[Finding] = []
    ordered = sorted(declarations, key=lambda one: (supplier_key(one), one.file))
    for _, group in itertools.groupby(ordered, key=supplier_key):
        winners = []
        for answers in _competing(list(group)):
            winner, *others = answers
            winners.append(winner)
            replaced += [Replaced(one, _reason(one, winner), winner.file) for one in others]
            found += _replacements(winner, others)
        kept += winners
        found += _differences(winners)
    return Chosen(tuple(kept), tuple(replaced), tuple(found))


def supplier_key(declaration: Declaration) -> str:
    """The company's folded name; the file where there is none."""
    return fold(declaration.supplier)


def is_product_level(declaration: Declaration) -> bool:
    return declaration.scope is Scope.PRODUCT


def _competing(answers: Sequence[Declaration]) -> Iterator[list[Declaration]]:
    """Answers of one supplier that replace each other, the newest first."""
    groups: dict[object, list[Declaration]] = {}
    for answer in answers:
        groups.setdefault(_covers(answer), []).append(answer)
    for group in groups.values():
        yield sorted(group, key=_age, reverse=True)


def _covers(answer: Declaration) -> object:
    """What an answer is about: the company, or these products."""
    if not is_product_level(answer):
        return "company"
    return frozenset(fold(product.number) for product in answer.products)


def _age(answer: Declaration) -> tuple[dt.date, tuple[int, int, str], str]:
    """Later and newer is greater; at last the name of the file decides, so that the order never matters."""
    return (answer.effective_date or dt.date.min, answer.template.number, answer.file)


def _reason(one: Declaration, winner: Declaration) -> AsideReason:
    same = one.effective_date == winner.effective_date
    return AsideReason.SAME_DATE if same else AsideReason.OLDER


def _replacements(winner: Declaration, others: Sequence[Declaration]) -> Iterator[Finding]:
    for one in others:
        where = LineRef(one.file)
        if one.effective_date != winner.effective_date:
            message = f"'{one.supplier}' has a newer answer, {winner.file} of {winner.effective_date}"
            yield Finding(ANSWER_REPLACED, message, where, "Nothing to do: the newer one counts.")
        elif _content(one) == _content(winner):
            message = f"'{one.supplier}' sent the same answer as {winner.file}"
            yield Finding(ANSWER_REPLACED, message, where, "Nothing to do: one of the two counts.")
        else:
            message = f"'{one.supplier}' sent another answer of the same date, {winner.file}, that differs"
            advice = f"Ask which one holds and remove the other. Until then {winner.file} counts."
            yield Finding(ANSWERS_SAME_DATE, message, where, advice)


def _content(answer: Declaration) -> object:
    """What two copies of one answer have in common."""
    said = tuple((one.question, one.metal, one.answer.text) for one in answer.answers)
    return said, frozenset((row.metal, row.cid, fold(row.name), row.country) for row in answer.rows)


def _differences(winners: Sequence[Declaration]) -> Iterator[Finding]:
    """Answers to the same question that differ, between answers of one supplier that all count."""
    for first, second in itertools.combinations(winners, 2):
        for one in first.answers:
            other = second.find_answer(one.question, one.metal)
            if other and one.answer and other.answer and one.answer.text != other.answer.text:
                message = (
                    f"'{second.supplier}' answers '{other.answer.text}' to '{other.question}' for"
                    f" {other.metal.lower()}, and '{one.answer.text}' in {one.answer.where}"
                )
                advice = "Both answers count. Ask the supplier where the two are not meant to differ."
                yield Finding(ANSWERS_DIFFER, message, other.answer.where, advice)
