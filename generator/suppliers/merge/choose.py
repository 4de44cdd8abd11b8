"""Which answers count: the newest of each supplier for what it covers, and answers that disagree.

An answer replaces an older one only where it covers all that the older one covers. One for the company, one
for products, one for a division and one that does not say stand beside each other; so do those for two
divisions, and those for products of which only some are the same.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...findings import Finding
from ...findings.catalogue import ANSWER_REPLACED, ANSWERS_DIFFER, ANSWERS_SAME_DATE
from ...model import LineRef, Mineral
from ...model.folding import fold
from ..declarations import Answer, Declaration
from ..questions.wording import joined
from ..reconciled import AsideReason
from ..templates import Question, Scope, TemplateKind


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
    ordered = sorted(declarations, key=lambda one: (*sent_in(one), one.file))
    for _, group in itertools.groupby(ordered, key=sent_in):
        winners: list[Declaration] = []
        for answer in sorted(group, key=_age, reverse=True):
            winner = next((one for one in winners if _replaces(one, answer)), None)
            if winner is None:
                winners.append(answer)
            else:
                replaced.append(Replaced(answer, _reason(answer, winner), winner.file))
                found.append(_replacement(winner, answer))
        winners.sort(key=lambda one: one.file)
        kept += winners
        found += _differences(winners)
    return Chosen(tuple(kept), tuple(replaced), tuple(found))


def supplier_key(declaration: Declaration) -> str:
    """The company's folded name; the file where there is none."""
    return fold(declaration.supplier)


def sent_in(declaration: Declaration) -> tuple[str, str]:
    """The supplier and the template: a CMRT and an EMRT are two answers. The EMRT has replaced the CRT."""
    kind = declaration.template.kind
    return supplier_key(declaration), TemplateKind.EMRT if kind is TemplateKind.CRT else kind


def _replaces(newer: Declaration, older: Declaration) -> bool:
    """Whether ``newer`` covers all that ``older`` covers; two copies of one answer do in any case."""
    if newer.scope is not older.scope or not _declared(older) <= _declared(newer):
        return False
    if newer.scope is Scope.USER_DEFINED:
        described = fold(newer.scope_description.text)
        is_same = bool(described) and described == fold(older.scope_description.text)
        return is_same or _content(newer) == _content(older)
    if newer.scope is not Scope.PRODUCT:
        return True
    before, after = _products(older), _products(newer)
    return before == after or bool(before and before < after and newer.effective_date != older.effective_date)


def _declared(answer: Declaration) -> frozenset[Mineral]:
    """The minerals of which an answer speaks: of an EMRT the supplier may choose or declare some alone."""
    none = ("Not declaring", "Not applicable for this declaration")
    return frozenset(one for one in answer.minerals if answer.says(Question.ADDED, one) not in none)


def _products(answer: Declaration) -> frozenset[str]:
    """The products of an answer by their numbers, where those are empty by their names."""
    return frozenset(fold(product.number or product.name) for product in answer.products)


def _age(answer: Declaration) -> tuple[dt.date, tuple[int, int, str], str]:
    """Later and newer is greater; at last the name of the file decides, so that the order never matters."""
    return (answer.effective_date or dt.date.min, answer.template.number, answer.file)


def _reason(one: Declaration, winner: Declaration) -> AsideReason:
    same = one.effective_date == winner.effective_date
    return AsideReason.SAME_DATE if same else AsideReason.OLDER


def _replacement(winner: Declaration, one: Declaration) -> Finding:
    where = LineRef(one.file)
    if _content(one) == _content(winner):
        message = f"'{one.supplier}' sent the same answer as '{winner.file}'"
        return Finding(ANSWER_REPLACED, message, where, "Nothing to do: one of the two counts.")
    if one.effective_date is None and winner.effective_date is not None:
        message = (
            f"'{one.supplier}' sent an answer without a date, and '{winner.file}' of {winner.effective_date}"
        )
        advice = f"Ask which one holds and remove the other. Until then '{winner.file}' counts."
        return Finding(ANSWERS_SAME_DATE, message, where, advice)
    if one.effective_date != winner.effective_date:
        message = f"'{one.supplier}' has a newer answer, '{winner.file}' of {winner.effective_date}"
        return Finding(ANSWER_REPLACED, message, where, "Nothing to do: the newer one counts.")
    message = f"'{one.supplier}' sent another answer of the same date, '{winner.file}', that differs"
    advice = f"Ask which one holds and remove the other. Until then '{winner.file}' counts."
    return Finding(ANSWERS_SAME_DATE, message, where, advice)


def which_holds(chosen: Chosen) -> Iterator[tuple[str, Finding]]:
    """RC-006 once more, with the supplier and in words for it; ``Chosen.findings`` are for the filer."""
    undecided = {one.where.file for one in chosen.findings if one.rule == ANSWERS_SAME_DATE}
    for one in chosen.replaced:
        answer, other = one.declaration, one.by.rpartition("/")[2]
        if answer.file not in undecided:
            continue
        if answer.effective_date:
            message = f"you sent another answer of the same date, '{other}', and the two differ"
        else:
            message = f"this answer has no date, and you sent another one, '{other}'"
        where = LineRef(answer.file)
        yield answer.supplier, Finding(ANSWERS_SAME_DATE, message, where, "Please tell us which one holds.")


def _content(answer: Declaration) -> object:
    """What two copies of one answer have in common."""
    said = tuple((one.question, one.metal, one.answer.text) for one in answer.answers)
    return said, frozenset((row.metal, row.cid, fold(row.name), row.country) for row in answer.rows)


def _differences(winners: Sequence[Declaration]) -> Iterator[Finding]:
    """Answers to the same question that differ, between answers of one supplier that all count."""
    for first, second in itertools.combinations(winners, 2):
        alike: dict[tuple[Question, str, str], list[tuple[Answer, Answer]]] = {}
        for one in first.answers:
            other = second.find_answer(one.question, one.metal)
            if other and one.answer and other.answer and one.answer.text != other.answer.text:
                said = (one.question, one.answer.text, other.answer.text)
                alike.setdefault(said, []).append((one, other))
        for (question, there, here), pairs in alike.items():
            metals = joined([other.metal.lower() for _, other in pairs])
            where, *others = [other.answer.where for _, other in pairs]
            yield Finding(
                ANSWERS_DIFFER,
                f"'{second.supplier}' answers '{here}' to '{question}' for {metals}, and '{there}' in"
                f" {pairs[0][0].answer.where if len(pairs) == 1 else first.file}",
                where,
                "Both answers count. Ask the supplier where the two are not meant to differ.",
                others=tuple(others),
            )
