"""Where the templates keep what: one table for 6.0x to 6.6, and what is known of older versions.

Source: the official workbooks 6.01 to 6.5 and a 3.01. Rows and columns of the sheet ``Declaration`` and of
the sheet ``Smelter List`` do not move between 6.0 and 6.6. Up to 5.12 there are seven questions for each
metal, so the questions about the company stand higher.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model import Metal, Mineral
from ..declarations import SMELTER_COLUMNS
from ..templates import CompanyQuestion as C
from ..templates import Question as Q
from ..templates import TemplateKind

METALS = (Metal.TANTALUM, Metal.TIN, Metal.GOLD, Metal.TUNGSTEN)
"""The order of the four rows below each question, in every version."""

ANSWER = "D"
COMMENT = "G"
HEADING_ROW = 4
"""Of the sheet ``Smelter List`` and of the look-up."""
PRODUCT_HEADING_ROW = 5

YES_NO = ("Yes", "No")
YES_NO_UNKNOWN = ("Yes", "No", "Unknown")
SHARES = ("100%", "Greater than 90%", "Greater than 75%", "Greater than 50%", "50% or less", "None")
SURVEYS = ("Yes, in conformance with IPC1755 (e.g., CMRT)", "Yes, using other format (describe)", "No")
DISCLOSURES = ("Yes, with the SEC", "Yes, with the EU", "Yes, with the SEC and the EU", "No")

TRUE_WORDS = ("TRUE", "WAHR", "VRAI", "VERDADERO", "VERO", "VERDADEIRO", "WAAR", "PRAWDA", "ИСТИНА")
FALSE_WORDS = ("FALSE", "FALSCH", "FAUX", "FALSO", "ONWAAR", "FAŁSZ", "ЛОЖЬ")
"""A cell with a Boolean, and how Excel shows it: clear where the options are Yes and No."""

OTHER_WORDS = {
    "1": "100%",
    "Yes, 100%": "100%",
    "No, but greater than 75%": "Greater than 75%",
    "No, but greater than 50%": "Greater than 50%",
    "No, but greater than 25%": "50% or less",
    "No, but less than 25%": "50% or less",
    "Yes, in conformance with IPC-1755 [e.g., CMRT]": SURVEYS[0],
    "Did not survey": "None",
    **dict.fromkeys(TRUE_WORDS, "Yes"),
    **dict.fromkeys(FALSE_WORDS, "No"),
}
"""What other versions, and number cells, say for an option: 100% is stored as the number 1."""

COMPANY_ROWS = {
    "name": 8,
    "scope": 9,
    "scope_description": 10,
    "address": 14,
    "contact_name": 15,
    "contact_email": 16,
    "contact_phone": 17,
    "authorizer": 18,
    "authorizer_email": 20,
    "authorizer_phone": 21,
    "effective_date": 22,
}
"""Field to row of the sheet ``Declaration``, from 3.0 on."""

COMPANY_ROWS_2 = {
    "name": 8,
    "scope": 9,
    "scope_description": 10,
    "authorizer": 14,
    "authorizer_email": 16,
    "contact_phone": 17,
    "effective_date": 18,
}
"""Of 2.x, where only the rows from 13 on are known, and the representative is the only person named."""


SMELTER_HEADINGS = {
    "B": "Metal (*)",
    "C": "Smelter Look-up (*)",
    "D": "Smelter Name (1)",
    "E": "Smelter Country (*)",
    "F": "Smelter Identification",
}
"""Headings of row 4 that must stand where they belong, in English."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A version's rows on the sheet ``Declaration``."""

    company_rows: Mapping[str, int]
    questions: Mapping[Q, int]
    """Question to its heading row, in order; the metals stand in the four rows below."""
    company_questions: Mapping[C, int]
    """Question about the company to its row, in order."""
    is_searched: bool
    """The questions' rows may differ between versions and are looked for."""
    kind: TemplateKind = TemplateKind.CMRT
    minerals: tuple[Mineral, ...] = METALS
    """Those of the rows below each question, in order; empty: the supplier chooses them."""
    answer_rows: int = len(METALS)
    """Rows below each question."""
    choices: tuple[str, ...] = ()
    """Cells in which minerals are chosen, in the order in which the template's formulas take them."""
    own_names: tuple[str, ...] = ()
    """For each of these the cell with the mineral's name, where it says ``Other``; empty: there are none."""
    not_asked: frozenset[tuple[Q, Mineral]] = frozenset()
    """Questions of which the template hides the row of a mineral."""
    options: Mapping[Q, tuple[str, ...]] = field(default_factory=dict)
    """Question to its options; empty: those of the CMRT."""
    own_options: Mapping[tuple[Q, Mineral], tuple[str, ...]] = field(default_factory=dict)
    """The same for one mineral, where it has others."""
    company_options: Mapping[C, tuple[str, ...]] = field(default_factory=dict)
    by_mineral: frozenset[C] = frozenset()
    """Questions about the company that are asked for each mineral, in the rows below."""
    smelter_letters: str = SMELTER_COLUMNS
    """Where the columns A to Q of the CMRT stand on the sheet ``Smelter List``; a blank: there is none."""
    smelter_headings: Mapping[str, str] = field(default_factory=lambda: SMELTER_HEADINGS)
    """Headings of row 4 that must stand where they belong, in English, by the letter in this template."""

    @property
    def is_chosen(self) -> bool:
        """Whether the supplier chooses the minerals, so that no row has one of its own."""
        return not self.minerals

    @property
    def first_row(self) -> int:
        """Of the first question."""
        return next(iter(self.questions.values()), 25)

    @property
    def last_row(self) -> int:
        """The last row in which a question may begin."""
        return max((99, *self.questions.values(), *self.company_questions.values()))

    @property
    def is_plain(self) -> bool:
        """Whether the columns of the sheet ``Smelter List`` stand where the CMRT has them."""
        return self.smelter_letters == SMELTER_COLUMNS

    def allowed(self, question: Q, mineral: Mineral | None = None) -> tuple[str, ...]:
        """The options of a question for a mineral."""
        if self.options:
            own = self.own_options.get((question, mineral)) if mineral else None
            return own or self.options[question]
        if question is Q.RESPONSES:
            return SHARES
        if question in (Q.COVERED, Q.CAHRA, Q.RECYCLED):
            return YES_NO_UNKNOWN
        return YES_NO_UNKNOWN if question is Q.ALL_REPORTED and self.is_searched else YES_NO

    def company_allowed(self, question: C) -> tuple[str, ...]:
        """The options of a question about the company; a version before 5 has Yes and No throughout."""
        if self.options:
            return self.company_options.get(question, YES_NO)
        if question is C.SURVEY:
            return (*SURVEYS, "Yes") if self.is_searched else SURVEYS
        if question is C.DISCLOSURE:
            return (*DISCLOSURES, "Yes") if self.is_searched else DISCLOSURES
        return YES_NO


_QUESTIONS_6 = (
    Q.ADDED, Q.REMAINS, Q.COVERED, Q.CAHRA, Q.RECYCLED, Q.RESPONSES, Q.ALL_IDENTIFIED, Q.ALL_REPORTED,
)  # fmt: skip
_COMPANY_4 = (
    C.POLICY, C.PUBLIC, C.CONFLICT_FREE, C.AUDITED, C.DUE_DILIGENCE, C.SURVEY, C.OLD_G, C.REVIEW,
    C.CORRECTIVE_ACTION, C.DISCLOSURE,
)  # fmt: skip
_QUESTIONS_5 = tuple(question for question in _QUESTIONS_6 if question is not Q.CAHRA)
_COMPANY_5 = tuple(question for question in _COMPANY_4 if question is not C.OLD_G)
_COMPANY_6 = tuple(question for question in _COMPANY_5 if question is not C.CONFLICT_FREE)


def _layout(
    questions: tuple[Q, ...],
    company: tuple[C, ...],
    company_row: int,
    is_searched: bool = True,
) -> Layout:
    return Layout(
        COMPANY_ROWS,
        {question: 25 + 6 * number for number, question in enumerate(questions)},
        {question: company_row + 2 * number for number, question in enumerate(company)},
        is_searched,
    )


LAYOUT_6 = _layout(_QUESTIONS_6, _COMPANY_6, 75, is_searched=False)
LAYOUT_5 = _layout(_QUESTIONS_5, _COMPANY_5, 69)
LAYOUT_3 = _layout(_QUESTIONS_5, _COMPANY_4, 69)
LAYOUT_2 = Layout(COMPANY_ROWS_2, {}, {}, is_searched=True)
"""Of 2.x only company, date and smelter list are read: what its questions ask is not known for certain."""


def layout_of(number: tuple[int, int, str]) -> Layout:
    """The layout of a version; of a version that is not known, the newest."""
    major = number[0]
    if major in (1, 2):
        return LAYOUT_2
    if major in (3, 4):
        return LAYOUT_3
    return LAYOUT_5 if major == 5 else LAYOUT_6


OTHER_SMELTER_HEADINGS = {"C": ("Smelter Reference List (*)",), "D": ("Smelter Name (*)",)}
"""How other versions name them."""
