"""What suppliers declare in their CMRT workbooks, as frozen values. Imports nothing of ours but ``model``.

Everything here is confidential: names of suppliers, their contacts, their answers. Nothing of it has a
place in ``Disclosure``; templates and exports of the site never see these types.

There can be ten thousand workbooks of three hundred rows, so what many of them say alike is held once:
a row's ``SmelterEntry``, the texts, and the look-up of a template's version.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from ..findings import Finding
from ..model import CellRef, Day, Fact, Metal, Period, StatusClass, Text

Raw = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""A value as it stands in a cell; an empty cell is an empty text."""

DECLARATION_SHEET = "Declaration"
SMELTER_SHEET = "Smelter List"
PRODUCT_SHEET = "Product List"
LOOK_UP_SHEET = "Smelter Look-up"
"""The sheets' names are English in every language of the template."""

SMELTER_COLUMNS = "ABCDEFGHIJKLMNOPQ"
"""Letters of the columns of sheet ``Smelter List`` that a row keeps."""

_PLACE = {letter: place for place, letter in enumerate(SMELTER_COLUMNS)}

UNKNOWN_VERSION = (0, 0, "")
_VERSION = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?([a-z]?)", re.IGNORECASE)


def version_number(version: str) -> tuple[int, int, str]:
    """For comparing versions of the template: ``6.22`` is (6, 22, ""), ``6.3`` is (6, 30, ""), and later.

    ``2.03a`` is (2, 3, "a"), ``6.6.1`` is (6, 60, "1"). ``UNKNOWN_VERSION`` for anything that is no version.
    """
    found = _VERSION.fullmatch(version)
    if not found:
        return UNKNOWN_VERSION
    major, minor, third, letter = found.groups()
    return int(major), int((minor or "0").ljust(2, "0")), (third or "") + letter.lower()


class TemplateKind(StrEnum):
    """The reporting templates of the Responsible Minerals Initiative, by the acronym in their title."""

    CMRT = "CMRT"
    EMRT = "EMRT"
    AMRT = "AMRT"
    CRT = "CRT"


class Scope(StrEnum):
    """What a declaration covers (``Declaration!D9``)."""

    COMPANY = "A. Company"
    PRODUCT = "B. Product (or List of Products)"
    USER_DEFINED = "C. User defined"


class Question(StrEnum):
    """What is asked for each metal. The number differs between versions, see ``Answer.number``."""

    ADDED = "intentionally added or used"
    REMAINS = "remains in the product"
    COVERED = "smelters source from the covered countries"
    CAHRA = "smelters source from conflict-affected and high-risk areas"
    """New in 6.0."""
    RECYCLED = "all from recycled or scrap sources"
    RESPONSES = "share of suppliers that answered"
    ALL_IDENTIFIED = "all smelters identified"
    ALL_REPORTED = "all smelter information reported"


class CompanyQuestion(StrEnum):
    """What is asked of the company. The letter differs between versions, see ``CompanyAnswer.letter``."""

    POLICY = "policy on responsible sourcing"
    PUBLIC = "policy published on the website"
    CONFLICT_FREE = "suppliers must be DRC conflict-free"
    """Up to 5.12."""
    AUDITED = "suppliers must use audited smelters"
    DUE_DILIGENCE = "due diligence measures"
    SURVEY = "survey of suppliers"
    OLD_G = "question G of 3.x and 4.x"
    """Dropped in 5.0."""
    REVIEW = "review of suppliers' information"
    CORRECTIVE_ACTION = "corrective action"
    DISCLOSURE = "annual disclosure required"


class Choice(StrEnum):
    """What column C of a row says: a name, one of the two special values, or nothing."""

    NAMED = "named"
    NOT_LISTED = "Smelter not listed"
    NOT_IDENTIFIED = "Smelter not yet identified"
    BLANK = "blank"


class Resolution(StrEnum):
    """How the CID of a row was found."""

    INPUT_ID = "identifier in column A"
    COLUMN_ID = "identifier in column F"
    NAME = "name in column C, in the file's own look-up"
    TYPED_NAME = "name in column D, in the file's own look-up"
    NONE = "not found"


@dataclass(frozen=True, slots=True)
class Template:
    """Which template a workbook is, and of which version."""

    kind: TemplateKind
    version: str
    """As the workbook says it: ``6.22``, ``2.03a``; empty where it does not say."""
    number: tuple[int, int, str]
    """For comparing, see ``version_number``."""
    language: str
    """As ``Declaration!D3`` names it, for example ``中文 Chinese``; empty where it does not."""
    stated: str = ""
    """The text that names the version, untouched."""
    where: CellRef | None = None
    """Where that text stands."""
    release: dt.date | None = None
    """Date of that version's release; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of a cell."""

    text: str
    """Cleaned, a number as its digits, an answer as the template's English option; empty: blank cell."""
    raw: Raw
    where: CellRef

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question for one metal, and the comment beside it."""

    question: Question
    metal: Metal
    number: int
    """The question's number in this version of the template."""
    answer: Stated
    comment: Stated
    allowed: tuple[str, ...]
    """The options of the template, in its words; the share is ``100%``, ``Greater than 90%`` … ``None``."""

    @property
    def is_allowed(self) -> bool:
        return self.answer.text in self.allowed


@dataclass(frozen=True, slots=True)
class CompanyAnswer:
    """The answer to one question about the company, and the comment beside it."""

    question: CompanyQuestion
    letter: str
    """The question's letter in this version of the template."""
    answer: Stated
    comment: Stated
    allowed: tuple[str, ...]

    @property
    def is_allowed(self) -> bool:
        return self.answer.text in self.allowed


@dataclass(frozen=True, slots=True)
class Company:
    """Company, contact and authorizer, as far as an answer is reviewed by them.

    Address, identifiers, title and telephone of the authorizer are not read: what is not here cannot leak.
    """

    name: Stated
    contact_name: Stated
    contact_email: Stated
    contact_phone: Stated
    authorizer: Stated
    authorizer_email: Stated | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A row of sheet ``Product List``."""

    row: int
    number: str
    """The supplier's own number."""
    name: str = ""
    requester_number: str = ""
    """The customer's number; from 6.6 on."""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class LookupRow:
    """A row of a template's look-up, or of a reference list."""

    metal: Metal
    name: str
    """Standard name or alias."""
    standard_name: str
    country: str
    """As the list writes it, for example ``VIET NAM``."""
    cid: str
    """Empty for ``Smelter not listed`` and ``Smelter not yet identified``."""
    source: str = ""
    """Who gave the identifier: ``RMI``, ``CFSI``."""
    old_id: str = ""
    """Identifier such as ``1JPN072`` where the list has one beside the CID."""
    city: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class LookUp:
    """The look-up of one version: all files with the same content share it."""

    digest: str
    """Of the sheet's content; equal content has an equal digest on every machine."""
    rows: tuple[LookupRow, ...] = field(repr=False)
    by_cid: Mapping[str, LookupRow] = field(repr=False, compare=False)
    """CID to a row that has it (the one whose name is the standard name, where there is one)."""
    by_name: Mapping[tuple[Metal, str], LookupRow] = field(repr=False, compare=False)
    """(metal, casefolded name) to its row, without the two special values."""


@dataclass(frozen=True, slots=True)
class SmelterEntry:
    """What a row of sheet ``Smelter List`` says. Files that say it alike share one."""

    raw: tuple[Raw, ...]
    """Columns A to Q, untouched, except that K and L (personal data) are always empty."""
    choice: Choice
    metal: Metal | None
    """None: blank, or no metal that the template knows."""
    name: str
    """The name reported: column D where one was typed, else C, else the standard name of the CID."""
    reported_id: str
    """Column A, else F, cleaned; any text, such as ``1JPN072`` or ``unknown``. Empty where there is none."""
    cid: str | None
    """``CID`` and six digits, known to the file's look-up or not; None where none was found."""
    resolution: Resolution
    standard_name: str | None
    """By the file's own look-up; None where that does not have the smelter."""
    country: str
    """Column E, else the look-up's; as written there, empty where neither says."""
    city: str = ""
    state: str = ""
    recycled: str = ""
    """Column P as ``Yes``, ``No``, ``Unknown``, or the text that stands there."""
    mines: str = ""
    """Column N: names of mines, or ``recycled`` or ``scrap``."""
    mine_countries: str = ""
    """Column O."""
    comment: str = ""
    """Column Q."""

    def text(self, column: str) -> str:
        """A column's raw value as text, stripped: ``A`` to ``Q``."""
        value = self.raw[_PLACE[column]]
        if isinstance(value, str):
            return value.strip()
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@dataclass(frozen=True, slots=True)
class DeclaredSmelter:
    """A row of a supplier's sheet ``Smelter List``."""

    file: str
    row: int
    """As Excel numbers it."""
    entry: SmelterEntry
    letters: str = SMELTER_COLUMNS
    """Letters of the columns A to Q in this file: some versions keep them elsewhere."""

    def cell(self, column: str) -> CellRef:
        """The address of this row in a column that today is ``A`` to ``Q``."""
        letter = self.letters[SMELTER_COLUMNS.index(column)]
        return CellRef(self.file, SMELTER_SHEET, f"{letter}{self.row}")

    @property
    def metal(self) -> Metal | None:
        return self.entry.metal

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def cid(self) -> str | None:
        return self.entry.cid

    @property
    def resolution(self) -> Resolution:
        return self.entry.resolution

    @property
    def standard_name(self) -> str | None:
        return self.entry.standard_name

    @property
    def country(self) -> str:
        return self.entry.country

    @property
    def choice(self) -> Choice:
        return self.entry.choice


@dataclass(frozen=True, slots=True)
class Declaration:
    """One supplier's workbook."""

    file: str
    """As findings name it: the path below the folder of answers."""
    template: Template
    company: Company
    scope: Scope | None
    """None: blank or not one of the template's; ``scope_stated`` has the text."""
    scope_stated: Stated
    scope_description: Stated
    effective_date: dt.date | None
    """None: blank or no date; ``effective_date_stated`` has the text."""
    effective_date_stated: Stated
    answers: tuple[Answer, ...]
    """In the template's order: question, then tantalum, tin, gold, tungsten."""
    company_answers: tuple[CompanyAnswer, ...]
    products: tuple[Product, ...]
    rows: tuple[DeclaredSmelter, ...]
    """Every row of the smelter list that says anything, in its order."""
    look_up: LookUp
    """The file's own; without rows where the file has none."""
    free_texts: tuple[Stated, ...] = field(default=(), repr=False)
    """Comments and descriptions that are not blank."""
    missing_sheets: tuple[str, ...] = ()
    """Sheets of the template that the file does not have, although it could be read without them."""
    has_stored_values: bool = True
    """False: a program that does not calculate saved the file, and formulas have no values."""

    @property
    def supplier(self) -> str:
        """The company's name, or the file's where it is blank."""
        return self.company.name.text or self.file

    def find_answer(self, question: Question, metal: Metal) -> Answer | None:
        """None where this version does not ask the question."""
        found = (a for a in self.answers if a.question is question and a.metal is metal)
        return next(found, None)

    def find_company_answer(self, question: CompanyQuestion) -> CompanyAnswer | None:
        """None where this version does not ask the question."""
        return next((a for a in self.company_answers if a.question is question), None)

    def says(self, question: Question, metal: Metal) -> str:
        """The answer's text; empty where it is blank or not asked."""
        found = self.find_answer(question, metal)
        return found.answer.text if found else ""

    def is_needed(self, metal: Metal) -> bool:
        """Whether smelters of the metal are asked for: unless question 1 or 2 says No."""
        return "No" not in (self.says(Question.ADDED, metal), self.says(Question.REMAINS, metal))

    def needed_answers(self, question: Question) -> Iterator[Answer]:
        """The answers to a question for the metals that are used."""
        return (a for a in self.answers if a.question is question and self.is_needed(a.metal))

    def rows_of(self, metal: Metal) -> Iterator[DeclaredSmelter]:
        return (row for row in self.rows if row.entry.metal is metal)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that could not be used, and why."""

    file: str
    finding: Finding


class StatusListEntry(Fact):
    """A list of smelters that have a status."""

    file: Text
    """In the year's folder."""
    status: Text | None = None
    """What the list says of its rows; None: its own column says it."""
    as_of: Day | None = None
    """Date of the list."""


class ReviewSettings(Fact):
    """``reconcile.yml``: how suppliers' answers are reviewed."""

    oldest_version: Annotated[Text, StringConstraints(pattern=r"^\d+(\.\d+){0,2}[a-z]?$")] = "6.01"
    """Version of the template that is still accepted."""
    reviewed_on: Day | None = None
    """An answer dated later is in the future; None: the day on which Form SD is due."""
    oldest_answer_months: Annotated[int, Field(ge=1)] = 12
    """Age on the day of the review from which an answer is too old."""
    accept_company_level: bool = True
    """Whether an answer for the whole company is enough; False: products were asked for."""
    countries_under_embargo: tuple[Text, ...] = ()
    """Names or ISO 3166-1 codes."""
    suppliers: tuple[Text, ...] = ()
    """Names of the suppliers that were asked; empty: those that answered."""
    newest_list: Text | None = None
    """The newest list of smelters, a file in the year's folder; None: the newest look-up of the answers."""
    status_lists: tuple[StatusListEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What an answer is reviewed against."""

    settings: ReviewSettings
    period: Period
    find_country_code: Callable[[str], str | None]
    """ISO 3166-1 alpha-2 code of a country as anybody writes it; None: not known."""
    newest: LookUp
    """The newest list of smelters that was given; without rows where none was."""
    statuses: Mapping[tuple[Metal, str], StatusClass] = field(default_factory=dict)
    """(metal, CID) to what the status lists say; empty where none was given."""

    @property
    def day(self) -> dt.date:
        return self.settings.reviewed_on or self.period.due

    @property
    def oldest_day(self) -> dt.date:
        """The first day that is recent enough: in the period, and not too many months ago."""
        months = self.day.year * 12 + self.day.month - 1 - self.settings.oldest_answer_months
        first = dt.date(months // 12, months % 12 + 1, 1)
        days = min(self.day.day, calendar.monthrange(first.year, first.month)[1])
        return max(self.period.first_day, first.replace(day=days))


EMPTY_LOOK_UP = LookUp("", (), {}, {})
"""Of a workbook that has no look-up."""


def look_up_of(digest: str, rows: Sequence[LookupRow]) -> LookUp:
    """The rows with their indexes."""
    by_cid: dict[str, LookupRow] = {}
    by_name: dict[tuple[Metal, str], LookupRow] = {}
    for row in rows:
        if row.cid and (row.cid not in by_cid or row.name == row.standard_name):
            by_cid[row.cid] = row
        if row.cid:
            by_name.setdefault((row.metal, row.name.casefold()), row)
    return LookUp(digest, tuple(rows), by_cid, by_name)
