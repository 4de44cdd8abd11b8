"""What to ask each supplier because of the whole list, in words to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...findings import Finding
from ...findings.catalogue import NOT_ANSWERED, SMELTER_UNLISTED
from ...model import LineRef, Metal
from ...model.folding import fold
from ..declarations import Declaration
from ..reconciled import FlagKind, ListRow, Surveyed
from ..templates import Question, Scope
from .choose import supplier_key


def smelter_is_listed(rows: Iterable[ListRow]) -> Iterator[tuple[str, Finding]]:
    """RC-008, with the supplier: a smelter that no list has, at the row that reports it."""
    for row in rows:
        if not any(flag.kind is FlagKind.UNLISTED for flag in row.flags):
            continue
        for one in row.evidence:
            message = f"the {row.metal.lower()} smelter '{one.row.name}' is on none of the lists that we have"
            advice = (
                "Please give its identification number (CID), or its full name, street, city and country."
            )
            column = "D" if one.row.entry.text("D") else "C"
            yield one.supplier, Finding(SMELTER_UNLISTED, message, one.row.cell(column), advice)


def supplier_has_answered(survey: Iterable[Surveyed], file: str) -> Iterator[tuple[str, Finding]]:
    """RC-009, with the supplier: asked, and no file came. ``file`` lists those asked."""
    for one in survey:
        if not one.answered:
            message = f"'{one.supplier}' has not answered"
            advice = "Please send your completed Conflict Minerals Reporting Template."
            yield one.supplier, Finding(NOT_ANSWERED, message, LineRef(file), advice)


def survey_of(kept: Sequence[Declaration], asked: Sequence[str]) -> tuple[Surveyed, ...]:
    """Each supplier asked or heard from, in the order of names; ``asked`` may be empty."""
    answers: dict[str, list[Declaration]] = {}
    for declaration in kept:
        answers.setdefault(supplier_key(declaration), []).append(declaration)
    silent = {fold(name): name for name in asked if fold(name) not in answers}
    lines = [_surveyed(ones) for ones in answers.values()]
    lines += [Surveyed(name, answered=False) for name in silent.values()]
    return tuple(sorted(lines, key=lambda one: (fold(one.supplier), one.supplier)))


def _surveyed(answers: Sequence[Declaration]) -> Surveyed:
    """One supplier; where several answers count, the figures of the company's, else of the newest."""
    company = [one for one in answers if one.scope is Scope.COMPANY]
    first = (company or list(answers))[0]
    scopes = sorted({str(one.scope or one.scope_stated.text or "not stated") for one in answers})
    return Surveyed(
        supplier=answers[0].supplier,
        answered=True,
        files=tuple(one.file for one in answers),
        version=first.template.version,
        language=first.template.language,
        scope=" and ".join(scopes),
        effective_date=first.effective_date,
        metals={metal.value: first.says(Question.ADDED, metal) for metal in Metal},
        covered={metal.value: first.says(Question.COVERED, metal) for metal in Metal},
        rows=sum(len(one.rows) for one in answers),
    )
