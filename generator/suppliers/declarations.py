"""What suppliers declare in their workbooks (CMRT, EMRT, AMRT, CRT), as frozen values.

Everything here is confidential: names of suppliers, their contacts, their answers. Nothing of it has a
place in ``Disclosure``; templates and exports of the site never see these types.

There can be ten thousand workbooks of three hundred rows, so what many of them say alike is held once:
a row's ``SmelterEntry``, the texts, and the look-up of a template's version.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..model import CellRef, Metal, Mineral
from .company_names import is_company
from .look_ups import LookUp
from .mines import Mine
from .products import Product
from .templates import EXCUSED, SMELTER_SHEET, CompanyQuestion, Question, Scope, Template, TemplateKind

Raw = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""A value as it stands in a cell; an empty cell is an empty text."""

SMELTER_COLUMNS = "ABCDEFGHIJKLMNOPQ"
"""Letters of the columns of sheet ``Smelter List`` that a row keeps."""

_PLACE = {letter: place for place, letter in enumerate(SMELTER_COLUMNS)}


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
    """The answer to one question for one mineral, and the comment beside it."""

    question: Question
    metal: Mineral
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
    metal: Mineral | None = None
    """None: the question is asked once, and not for each mineral."""

    @property
    def is_allowed(self) -> bool:
        return self.answer.text in self.allowed


@dataclass(frozen=True, slots=True)
class Company:
    """Company, contact, authorizer: what an answer is reviewed by and a published file searched for."""

    name: Stated
    contact_name: Stated
    contact_email: Stated
    contact_phone: Stated
    authorizer: Stated
    authorizer_email: Stated | None = None
    authorizer_phone: Stated | None = None
    address: Stated | None = None

    @property
    def is_named(self) -> bool:
        """Whether the name is one: not blank, not signs alone, not 'N/A'. ``X`` may be a company."""
        return is_company(self.name.text)


@dataclass(frozen=True, slots=True)
class SmelterEntry:
    """What a row of sheet ``Smelter List`` says. Files that say it alike share one."""

    raw: tuple[Raw, ...]
    """Columns A to Q, untouched, except that K and L (personal data) are always empty."""
    choice: Choice
    metal: Mineral | None
    """None: blank, or none that the template knows. Of a CMRT one of the four, or None."""
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
    sheet: str = SMELTER_SHEET
    """The sheet's name in this file."""

    def cell(self, column: str) -> CellRef:
        """The address of this row in a column that today is ``A`` to ``Q``."""
        letter = self.letters[SMELTER_COLUMNS.index(column)]
        return CellRef(self.file, self.sheet, f"{letter}{self.row}")

    @property
    def metal(self) -> Mineral | None:
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
    """In the template's order: question, then tantalum, tin, gold, tungsten, or the minerals that it has."""
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
    minerals: tuple[Mineral, ...] = tuple(Metal)
    """Those that it speaks of: the four of a CMRT, else those that the template has, or that were chosen."""
    choices: tuple[Stated, ...] = ()
    """The cells in which minerals were chosen, each with a mineral's name, where there are such cells."""
    unnamed: tuple[Stated, ...] = ()
    """Cells for the name of a mineral that was chosen as 'Other', and that are blank."""
    astray: tuple[Stated, ...] = ()
    """Answers that stand beside no mineral."""
    mines: tuple[Mine, ...] = ()
    scope_of_minerals: tuple[Stated, ...] = ()
    """Minerals that the customer wrote on the sheet ``Minerals Scope``."""

    @property
    def is_cmrt(self) -> bool:
        """Whether it is about the four metals of the rule: only these rows stand in the list of the rule."""
        return self.template.kind is TemplateKind.CMRT

    @property
    def supplier(self) -> str:
        """The company's name, or the file's where none is given: two of 'N/A' are not one company."""
        return self.company.name.text if self.company.is_named else self.file

    @property
    def smelter_sheet(self) -> str:
        """The name of the sheet from which the rows were read."""
        return self.rows[0].sheet if self.rows else SMELTER_SHEET

    @property
    def list_start(self) -> CellRef:
        """The first cell of the list: where something is said of it as a whole."""
        return CellRef(self.file, self.smelter_sheet, "B5")

    def find_answer(self, question: Question, metal: Mineral) -> Answer | None:
        """None where this version does not ask the question."""
        found = (a for a in self.answers if a.question is question and a.metal == metal)
        return next(found, None)

    def find_company_answer(self, question: CompanyQuestion) -> CompanyAnswer | None:
        """None where this version does not ask the question."""
        return next((a for a in self.company_answers if a.question is question), None)

    def says(self, question: Question, metal: Mineral) -> str:
        """The answer's text; empty where it is blank or not asked."""
        found = self.find_answer(question, metal)
        return found.answer.text if found else ""

    def says_one_of_its_options(self, question: Question, metal: Mineral) -> str:
        """As ``says``; empty also where the text is no option: what it means is asked first."""
        found = self.find_answer(question, metal)
        return found.answer.text if found and found.is_allowed else ""

    def is_needed(self, metal: Mineral) -> bool:
        """Whether smelters of the metal are asked for: unless question 1 or 2 says No.

        The templates for other minerals let off whoever does not know, or does not declare the mineral.
        """
        said = (self.says(Question.ADDED, metal), self.says(Question.REMAINS, metal))
        return "No" not in said and (self.is_cmrt or not EXCUSED.intersection(said))

    def needed_answers(self, question: Question) -> Iterator[Answer]:
        """The answers to a question for the metals that are used."""
        return (a for a in self.answers if a.question is question and self.is_needed(a.metal))

    def rows_of(self, metal: Mineral) -> Iterator[DeclaredSmelter]:
        return (row for row in self.rows if row.entry.metal == metal)
