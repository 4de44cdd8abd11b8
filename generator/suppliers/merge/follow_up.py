"""What to ask each supplier because of the whole list, in words to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...findings import Finding
from ...findings.catalogue import (
    ALIAS_UNUSED,
    CMRT_EMPTY,
    NOT_ANSWERED,
    NOT_ASKED,
    SMELTER_UNLISTED,
    SUPPLIER_ALIKE,
)
from ...model import LineRef
from ...model.folding import fold
from ..declarations import Declaration
from ..questions.wording import joined
from ..reconciled import FlagKind, ListRow, Surveyed
from ..set_aside import SetAside
from ..templates import Question, Scope
from .choose import supplier_key
from .names import essence

_LEVELS = {Scope.COMPANY: "company", Scope.PRODUCT: "product", Scope.USER_DEFINED: "user-defined"}
"""As the entry ``survey.by_level`` names them."""


def smelter_is_listed(rows: Iterable[ListRow]) -> Iterator[tuple[str, Finding]]:
    """RC-008, with the supplier: a smelter that no list has, at the row that reports it."""
    for row in rows:
        if not any(flag.kind is FlagKind.UNLISTED for flag in row.flags):
            continue
        for one in row.evidence:
            yield (
                one.supplier,
                Finding(
                    SMELTER_UNLISTED,
                    f"the {row.metal.lower()} smelter '{one.row.name}' is on none of the lists that we have",
                    one.row.cell("D" if one.row.entry.text("D") else "C"),
                    "Please give its identifier (CID), or its full name, street, city and country.",
                    named=f"'{one.row.name}'",
                    together="smelters are on none of the lists that we have",
                    advice_together="Please give for each its identifier (CID), or its full name, street,"
                    " city and country.",
                ),
            )


def supplier_has_answered(
    survey: Iterable[Surveyed],
    file: str,
    set_aside: Iterable[SetAside] = (),
    elsewhere: Iterable[Surveyed] = (),
) -> Iterator[tuple[str, Finding]]:
    """RC-009, with the supplier: asked, and no file came. ``file`` lists those asked.

    Not of one whose file was set aside, which is asked about that; nor while a person has not said whether an
    answer is its own. One that sent a blank template alone is told so, at that file. ``elsewhere``: one that
    sent an EMRT or AMRT alone is told that we have it.
    """
    others = {fold(one.supplier): one for one in elsewhere if one.answered}
    blank = {one.file for one in set_aside if one.finding.rule == CMRT_EMPTY}
    for one in survey:
        if not one.answered and not one.files and not one.perhaps:
            message = "we have not received your answer yet"
            advice = "Please send us your completed Conflict Minerals Reporting Template."
            other = others.get(fold(one.supplier))
            if other:
                message = f"we have your {joined(_kinds(other))}, and not your CMRT"
                advice = "Please send us your completed Conflict Minerals Reporting Template (CMRT) as well."
            where = LineRef(other.files[0] if other else file)
            yield one.supplier, Finding(NOT_ANSWERED, message, where, advice)
        elif not one.answered and one.files and blank.issuperset(one.files):
            message = "the template that you sent is blank"
            where = LineRef(one.files[0])
            yield one.supplier, Finding(NOT_ANSWERED, message, where, "Please fill it in and send it again.")


def _kinds(other: Surveyed) -> list[str]:
    return list(dict.fromkeys(version.partition(" ")[0] for version in other.versions))


def in_either(survey: Sequence[Surveyed], elsewhere: Iterable[Surveyed]) -> tuple[Surveyed, ...]:
    """The survey, with companies that were not asked and answered about other minerals alone."""
    known = {fold(one.supplier) for one in survey}
    return (*survey, *(one for one in elsewhere if not one.is_asked and fold(one.supplier) not in known))


def names_are_clear(survey: Iterable[Surveyed], file: str) -> Iterator[Finding]:
    """RC-018 and RC-019: companies that answered and were not asked, and whom they may be."""
    survey = tuple(survey)
    alike = {essence(one.perhaps): one.supplier for one in survey if one.perhaps}
    for one in survey:
        if one.is_asked:
            continue
        where = LineRef(one.files[0])
        if asked := alike.get(essence(one.supplier)):
            message = f"'{one.supplier}' answered and was not asked; '{asked}' was asked and has not answered"
            advice = (
                f"If they are one, write below 'aliases:' in {file}: '{one.supplier}: {asked}'."
                " Until then this answer is not counted among those asked."
            )
            yield Finding(SUPPLIER_ALIKE, message, where, advice)
        else:
            message = f"'{one.supplier}' answered and was not asked"
            advice = (
                "Its smelters are in the list, and the figures of the survey leave it out. Add it to those"
                f" asked, give the name that was asked below 'aliases:' in {file}, or remove its answer."
            )
            yield Finding(NOT_ASKED, message, where, advice)


def aliases_are_asked(aliases: Mapping[str, str], asked: Sequence[str], file: str) -> Iterator[Finding]:
    """RC-021: an alias stands for a supplier that was asked; nothing is said where nobody is named."""
    names = {fold(name) for name in asked}
    for alias, name in aliases.items():
        if names and fold(name) not in names:
            message = f"'{alias}' stands for '{name}', which is not among the suppliers that were asked"
            advice = "Write the name as it stands there."
            yield Finding(ALIAS_UNUSED, message, LineRef(file), advice)


def survey_of(
    kept: Sequence[Declaration], asked: Sequence[str], set_aside: Sequence[SetAside] = ()
) -> tuple[Surveyed, ...]:
    """Each supplier asked or heard from, in the order of names; ``asked`` may be empty: all that answered."""
    answers: dict[str, list[Declaration]] = {}
    for declaration in kept:
        answers.setdefault(supplier_key(declaration), []).append(declaration)
    names = {fold(name): name for name in asked}
    unusable: dict[str, list[str]] = {}
    for one in set_aside:
        unusable.setdefault(fold(one.supplier), []).append(one.file)
    lines = [_surveyed(ones, is_asked=not names or key in names) for key, ones in sorted(answers.items())]
    strangers = [one.supplier for one in lines if not one.is_asked]
    for key, name in names.items():
        if key not in answers:
            perhaps = next((other for other in strangers if essence(other) == essence(name)), "")
            files = tuple(unusable.get(key, ()))
            lines.append(Surveyed(name, answered=False, files=files, perhaps=perhaps))
    return tuple(sorted(lines, key=lambda one: (fold(one.supplier), one.supplier)))


def _surveyed(answers: Sequence[Declaration], *, is_asked: bool) -> Surveyed:
    """One supplier; where several answers count, the figures of the company's, else of the newest."""
    company = [one for one in answers if one.scope is Scope.COMPANY]
    first = (company or list(answers))[0]
    every = [first] if first.is_cmrt else [*answers]
    scopes = sorted({str(one.scope or one.scope_stated.text or "not stated") for one in answers})
    return Surveyed(
        supplier=answers[0].supplier,
        answered=True,
        files=tuple(one.file for one in answers),
        version=_version(first),
        language=first.template.language,
        scope=" and ".join(scopes),
        effective_date=first.effective_date,
        metals={metal.value: one.says(Question.ADDED, metal) for one in every for metal in one.minerals},
        covered={metal.value: one.says(Question.COVERED, metal) for one in every for metal in one.minerals},
        rows=sum(len(one.rows) for one in answers),
        levels=tuple(_LEVELS[one.scope] if one.scope else "" for one in answers),
        versions=tuple(_version(one) for one in answers),
        is_asked=is_asked,
    )


def _version(answer: Declaration) -> str:
    """``6.5`` of a CMRT, ``EMRT 2.1`` of another template."""
    template = answer.template
    return template.version if answer.is_cmrt else f"{template.kind} {template.version}".strip()
