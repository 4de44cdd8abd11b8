"""Where EMRT, AMRT and CRT keep what, and which of all layouts a workbook has.

Source: the official workbooks EMRT 1.1 to 2.1, AMRT 1.2 and 1.3, CRT 2.2; older ones of a kind are taken to
be as the oldest that is known, and newer ones as the newest. In EMRT 2.x and AMRT no row has a mineral of its
own: the supplier chooses minerals, and formulas write their names beside the answers, in alphabetical order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..minerals import COBALT, MICA
from ..templates import CompanyQuestion as C
from ..templates import Question as Q
from ..templates import TemplateKind
from .layouts import (
    COMPANY_ROWS,
    SHARES,
    SURVEYS,
    YES_NO,
    YES_NO_UNKNOWN,
    Layout,
    layout_of,
)

NOT_APPLICABLE = "Not applicable for this declaration"
NOT_DECLARING = "Not declaring"
NOT_SURVEYED = "Did not survey"
WHEN_VALIDATED = "Yes, when more processors are validated"
OTHER_CHOICE = "Other [specify below]"

_SURVEYS = ("Yes, in conformance with IPC1755 (e.g. EMRT)", *SURVEYS[1:])
_AUDITS = (*YES_NO, WHEN_VALIDATED)


def _moved(by: int) -> Mapping[str, int]:
    """The company's block, where all from the identifier on stands so much lower."""
    return {
        name: row + (by if row > COMPANY_ROWS["scope_description"] else 0)
        for name, row in COMPANY_ROWS.items()
    }


def _rows(questions: tuple[Q, ...], first: int, step: int) -> Mapping[Q, int]:
    return {question: first + step * number for number, question in enumerate(questions)}


_QUESTIONS_CRT = (Q.ADDED, Q.CAHRA, Q.RECYCLED, Q.RESPONSES, Q.ALL_IDENTIFIED, Q.ALL_REPORTED)
_QUESTIONS_EMRT = (Q.ADDED, Q.REMAINS, *_QUESTIONS_CRT[1:])
_QUESTIONS_AMRT = (Q.ADDED, Q.RESPONSES)

LAYOUT_CRT = Layout(
    company_rows=COMPANY_ROWS,
    questions=_rows(_QUESTIONS_CRT, 25, 6),
    company_questions={
        C.PUBLIC: 63, C.RISKS: 65, C.DUE_DILIGENCE: 67, C.SUPPLIERS_DILIGENCE: 69, C.AUDITED: 71,
        C.SUPPLIERS_RISKS: 73, C.SURVEY: 75, C.REVIEW: 77, C.CORRECTIVE_ACTION: 79,
    },
    is_searched=False,
    kind=TemplateKind.CRT,
    minerals=(COBALT,),
    answer_rows=1,
    options=dict.fromkeys(_QUESTIONS_CRT, YES_NO_UNKNOWN)
    | {Q.CAHRA: (*YES_NO_UNKNOWN, "DRC or adjoining countries only"), Q.RESPONSES: SHARES},
    company_options={C.SURVEY: ("Yes, CRT", *SURVEYS[1:])},
)  # fmt: skip
"""2.0 to 2.2; earlier ones are not known for certain."""

LAYOUT_EMRT_1 = Layout(
    company_rows=COMPANY_ROWS,
    questions=_rows(_QUESTIONS_EMRT, 25, 6),
    company_questions={
        C.POLICY: 69, C.PUBLIC: 71, C.AUDITED: 73, C.DUE_DILIGENCE: 77, C.SURVEY: 79, C.REVIEW: 81,
        C.CORRECTIVE_ACTION: 83,
    },
    is_searched=False,
    kind=TemplateKind.EMRT,
    minerals=(COBALT, MICA),
    answer_rows=2,
    not_asked=frozenset({(Q.RECYCLED, MICA)}),
    options=dict.fromkeys(_QUESTIONS_EMRT, YES_NO_UNKNOWN)
    | {Q.ADDED: (*YES_NO_UNKNOWN, NOT_APPLICABLE), Q.RESPONSES: SHARES},
    own_options={
        (Q.CAHRA, COBALT): (*YES_NO_UNKNOWN, "DRC only"),
        (Q.CAHRA, MICA): (*YES_NO_UNKNOWN, "India and/or Madagascar only"),
    },
    company_options={C.SURVEY: _SURVEYS, C.AUDITED: _AUDITS},
    by_mineral=frozenset({C.AUDITED}),
)  # fmt: skip

LAYOUT_EMRT_2 = Layout(
    company_rows=_moved(4),
    questions=_rows(_QUESTIONS_EMRT, 29, 12),
    company_questions={
        C.POLICY: 115, C.PUBLIC: 117, C.AUDITED: 119, C.DUE_DILIGENCE: 131, C.SURVEY: 133, C.REVIEW: 135,
        C.CORRECTIVE_ACTION: 137,
    },
    is_searched=False,
    kind=TemplateKind.EMRT,
    minerals=(),
    answer_rows=10,
    choices=("D12", "E12", "G12", "D13", "E13", "G13"),
    options=dict.fromkeys(_QUESTIONS_EMRT, YES_NO_UNKNOWN)
    | {Q.ADDED: (*YES_NO_UNKNOWN, NOT_DECLARING), Q.RESPONSES: (*SHARES, NOT_SURVEYED)},
    company_options={C.SURVEY: _SURVEYS, C.AUDITED: _AUDITS},
    by_mineral=frozenset({C.AUDITED}),
)  # fmt: skip

_SMELTER_HEADINGS_12 = {
    "A": "Metal (*)", "B": "Smelter Name (*)", "C": "Smelter Country (*)", "D": "Smelter Identification",
}  # fmt: skip
_CHOICES_AMRT = tuple(f"{letter}{row}" for row in (12, 13) for letter in "DEGHI")

LAYOUT_AMRT_12 = Layout(
    company_rows=_moved(2),
    questions=_rows(_QUESTIONS_AMRT, 27, 12),
    company_questions={},
    is_searched=False,
    kind=TemplateKind.AMRT,
    minerals=(),
    answer_rows=10,
    choices=_CHOICES_AMRT,
    options={
        Q.ADDED: (*YES_NO_UNKNOWN, NOT_DECLARING),
        Q.RESPONSES: (*SHARES, "Unknown", NOT_SURVEYED),
    },
    smelter_letters=" AB CDEFGHIJKLMNO",
    smelter_headings=_SMELTER_HEADINGS_12,
)
"""Up to 1.21, and the pilot as far as it is known: no column to type an identifier, and no look-up."""

LAYOUT_AMRT_13 = replace(
    LAYOUT_AMRT_12,
    company_rows=_moved(5),
    questions=_rows(_QUESTIONS_AMRT, 30, 12),
    own_names=tuple(f"{letter}{row}" for row in (15, 16) for letter in "DEGHI"),
    smelter_letters=LAYOUT_CRT.smelter_letters,
    smelter_headings=LAYOUT_CRT.smelter_headings,
)

NEWEST_KNOWN = {
    TemplateKind.CMRT: (6, 60, "1"),
    TemplateKind.EMRT: (2, 10, ""),
    TemplateKind.AMRT: (1, 30, ""),
    TemplateKind.CRT: (2, 21, ""),
}
"""The newest version whose layout is known. A newer one is read by the newest layout, where that fits."""


def layout_for(
    kind: TemplateKind, number: tuple[int, int, str], *, has_mines: bool, has_look_up: bool
) -> Layout:
    """The layout of a version. Where the workbook does not say it, its sheets tell old and new apart."""
    if kind is TemplateKind.CMRT:
        return layout_of(number)
    if kind is TemplateKind.CRT:
        return LAYOUT_CRT
    is_said = number[0] > 0
    if kind is TemplateKind.EMRT:
        return LAYOUT_EMRT_1 if number[0] == 1 or not (is_said or has_mines) else LAYOUT_EMRT_2
    is_old = number < (1, 30, "") if is_said else not has_look_up
    return LAYOUT_AMRT_12 if is_old else LAYOUT_AMRT_13
