"""What the reporting templates are and what they ask, as frozen values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from ..model import CellRef

DECLARATION_SHEET = "Declaration"
SMELTER_SHEET = "Smelter List"
PRODUCT_SHEET = "Product List"
LOOK_UP_SHEET = "Smelter Look-up"
"""The sheets' names are English in every language of the template."""

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
