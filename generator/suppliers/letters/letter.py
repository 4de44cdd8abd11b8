"""A letter as a value: to whom, about which workbooks, with which questions."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from slugify import slugify

from ...findings import Finding, Severity
from ...findings.catalogue import NOT_ANSWERED
from ...model import CellRef
from ...model.folding import fold
from ..correspondence import Contact, Received
from ..questions.wording import joined
from ..reconciled import Ask, Reconciled
from ..rules.words import day_in_words
from ..sources.reconcile_yml import SUPPLIERS_FILE
from ..templates import TITLES, TemplateKind
from .one_line import LONGEST, one_line

_NAME_LENGTH = 60
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
"""Names that Windows keeps for devices: no file can have them, whatever its ending."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask."""

    ask: Ask
    also: tuple[str, ...] = ()
    """Other workbooks of the supplier of which the same is asked, with the cell where it is another one."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of the supplier's, and what is asked about it."""

    file: str
    """Its own name, without the folders in which the filer keeps it."""
    received: Received | None
    """None: it could not be used."""
    questions: tuple[Question, ...]

    def of(self, severity: Severity) -> tuple[Question, ...]:
        return tuple(one for one in self.questions if one.ask.finding.severity is severity)


@dataclass(frozen=True, slots=True)
class Letter:
    """All that is asked of one supplier, whatever it sent."""

    name: str
    """That of its files in ``review/follow-up``, without ending."""
    supplier: str
    year: int
    contact: Contact
    workbooks: tuple[Workbook, ...]
    """In the order of their files; none in a reminder."""
    is_answered: bool = True
    """Whether an answer of the supplier counts."""
    answer_by: dt.date | None = None
    template: str = TITLES[TemplateKind.CMRT]
    """The reporting template, or the templates, in which it answered."""

    @property
    def is_reminder(self) -> bool:
        """The supplier was asked and sent nothing."""
        return not self.workbooks

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for one in self.workbooks for question in one.questions)

    @property
    def numbered(self) -> tuple[tuple[int, Workbook, Question], ...]:
        """The questions with their numbers, in the order in which the letter asks them."""
        order = [(one, asked) for one in self.workbooks for rank in Severity for asked in one.of(rank)]
        return tuple((number, one, asked) for number, (one, asked) in enumerate(order, start=1))

    def number_of(self, ask: Ask) -> int | None:
        """The number of a question, also of one that is asked of two workbooks at once; None: a reminder."""
        same = _matter(ask)
        asked = [(number, one.ask) for number, _, one in self.numbered]
        its_own = [number for number, one in asked if one is ask]
        return next(iter(its_own or [number for number, one in asked if _matter(one) == same]), None)


def letters_of(result: Reconciled) -> tuple[Letter, ...]:
    """A letter for each supplier that is asked something, in the order of suppliers."""
    wrote = result.correspondence
    templates = _templates(result)
    return tuple(
        Letter(
            name=name,
            supplier=one_line(supplier, LONGEST),
            year=result.year,
            contact=wrote.contacts.get(fold(supplier), Contact()),
            workbooks=tuple(_workbooks(asked, result)),
            is_answered=fold(supplier) in templates,
            template=joined(templates.get(fold(supplier), [TITLES[TemplateKind.CMRT]])),
            answer_by=wrote.answer_by,
        )
        for (supplier, asked), name in zip(result.asked.items(), _names(result.asked), strict=True)
    )


def _templates(result: Reconciled) -> dict[str, list[str]]:
    """Folded name of each supplier of which an answer counts, to the titles of its templates."""
    found: dict[str, dict[str, None]] = {}
    for one in (*result.survey, *result.other_survey):
        for version in one.versions if one.answered else ():
            kind = version.partition(" ")[0]
            known = TemplateKind(kind) if kind in TITLES else TemplateKind.CMRT
            found.setdefault(fold(one.supplier), {})[TITLES[known]] = None
    return {name: list(titles) for name, titles in found.items()}


def _workbooks(asked: Sequence[Ask], result: Reconciled) -> Iterator[Workbook]:
    """The questions by file, in the order of names; what a second file has as well is told with the first."""
    by_file: dict[str, list[Question]] = {}
    first: dict[object, tuple[str, int]] = {}
    for ask in sorted(asked, key=lambda ask: ask.finding.where.file):
        finding, file = ask.finding, ask.finding.where.file
        if finding.rule == NOT_ANSWERED and file == SUPPLIERS_FILE:
            continue
        questions = by_file.setdefault(file, [])
        there, at = first.setdefault(_matter(ask), (file, len(questions)))
        if there == file:
            questions.append(Question(ask))
            continue
        before = by_file[there][at]
        shown = f"{_told_apart(file, there, result)}{_place(finding, before.ask.finding)}"
        if shown not in before.also:
            by_file[there][at] = replace(before, also=(*before.also, shown))
    for file, questions in by_file.items():
        if questions:
            received = result.correspondence.received.get(file)
            yield Workbook(_own_name(file), received, tuple(questions))


def _matter(ask: Ask) -> object:
    """What two workbooks of a supplier may be asked in one question: of one cell wherever it stands, of many
    where all stand in the same places.
    """
    findings = ask.every
    if len(findings) == 1:
        (one,) = findings
        return one.code, one.message, one.advice
    return tuple((one.code, one.message, one.advice, *_cell(one)) for one in findings)


def _cell(finding: Finding) -> tuple[str, str]:
    where = finding.where
    return (where.sheet or "", where.cell) if isinstance(where, CellRef) else ("", "")


def _place(finding: Finding, other: Finding) -> str:
    """The cell, where it is not that of ``other``."""
    sheet, cell = _cell(finding)
    return f" (sheet '{sheet}', cell {cell})" if cell and (sheet, cell) != _cell(other) else ""


def _told_apart(file: str, other: str, result: Reconciled) -> str:
    """The file's name, with what it covers or its date where ``other`` has the same name."""
    name = f'"{_own_name(file)}"'
    received = result.correspondence.received.get(file)
    if _own_name(file) != _own_name(other) or received is None:
        return name
    day = received.effective_date
    of_day = f"of {day_in_words(day)}" if day else "without a date"
    return f"{name} ({', '.join(filter(None, (of_day, received.scope)))})"


def _own_name(file: str) -> str:
    return one_line(file.rpartition("/")[2], LONGEST)


def _names(suppliers: Iterable[str]) -> Iterator[str]:
    """A name for the files of each, which no other one has, whatever a system makes of capitals."""
    used: set[str] = set()
    for supplier in suppliers:
        slug = slugify(supplier, max_length=_NAME_LENGTH) or "supplier"
        slug = f"supplier-{slug}" if _DEVICE.fullmatch(slug) else slug
        numbered = (f"{slug}-{number}" for number in itertools.count(2))
        name = next(one for one in itertools.chain([slug], numbered) if one not in used)
        used.add(name)
        yield name
