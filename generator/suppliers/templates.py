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
MINE_SHEET = "Mine List"
"""Of the EMRT from 2.0 on, and of the AMRT."""
SCOPE_SHEET = "Minerals Scope"
"""Of the AMRT."""
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


RELEASES = {
    "2.0": dt.date(2012, 8, 29),
    "2.01": dt.date(2012, 12, 21),
    "2.02": dt.date(2013, 3, 29),
    "2.03": dt.date(2013, 7, 12),
    "2.03a": dt.date(2013, 7, 25),
    "3.0": dt.date(2014, 4, 9),
    "3.01": dt.date(2014, 5, 30),
    "3.02": dt.date(2014, 11, 7),
    "4.0": dt.date(2015, 4, 30),
    "4.01": dt.date(2015, 6, 12),
    "4.01a": dt.date(2015, 8, 6),
    "4.01b": dt.date(2015, 11, 16),
    "4.2": dt.date(2016, 11, 30),
    "5.0": dt.date(2017, 5, 12),
    "5.01": dt.date(2017, 6, 21),
    "5.1": dt.date(2017, 12, 1),
    "5.11": dt.date(2018, 4, 27),
    "5.12": dt.date(2019, 4, 26),
    "6.0": dt.date(2020, 5, 13),
    "6.01": dt.date(2020, 5, 19),
    "6.1": dt.date(2021, 4, 28),
    "6.2": dt.date(2022, 4, 27),
    "6.21": dt.date(2022, 5, 6),
    "6.22": dt.date(2022, 5, 11),
    "6.3": dt.date(2023, 5, 5),
    "6.31": dt.date(2023, 5, 26),
    "6.4": dt.date(2024, 4, 26),
    "6.5": dt.date(2025, 4, 25),
    "6.6": dt.date(2026, 4, 17),
}
"""Version to the date of its release. 4.1 is left out: the template gives another version's date for it."""


class TemplateKind(StrEnum):
    """The reporting templates of the Responsible Minerals Initiative, by the acronym in their title."""

    CMRT = "CMRT"
    EMRT = "EMRT"
    AMRT = "AMRT"
    """Up to 1.1 it was called Pilot Reporting Template (PRT)."""
    CRT = "CRT"
    """The EMRT has taken its place."""

    @property
    def with_article(self) -> str:
        return f"an {self}" if self[0] in "EA" else f"a {self}"


TITLES = {
    TemplateKind.CMRT: "Conflict Minerals Reporting Template (CMRT)",
    TemplateKind.EMRT: "Extended Minerals Reporting Template (EMRT)",
    TemplateKind.AMRT: "Additional Minerals Reporting Template (AMRT)",
    TemplateKind.CRT: "Cobalt Reporting Template (CRT)",
}

RELEASES_OF: dict[TemplateKind, dict[str, dt.date]] = {
    TemplateKind.CMRT: RELEASES,
    TemplateKind.CRT: {
        "1.0": dt.date(2018, 3, 1),
        "1.1": dt.date(2018, 12, 21),
        "2.0": dt.date(2019, 10, 30),
        "2.1": dt.date(2020, 5, 13),
        "2.11": dt.date(2020, 5, 19),
        "2.2": dt.date(2020, 10, 28),
    },
    TemplateKind.EMRT: {
        "1.0": dt.date(2021, 10, 20),
        "1.01": dt.date(2021, 11, 23),
        "1.02": dt.date(2021, 12, 23),
        "1.1": dt.date(2022, 10, 14),
        "1.11": dt.date(2022, 11, 4),
        "1.2": dt.date(2023, 5, 12),
        "1.3": dt.date(2024, 4, 26),
        "2.0": dt.date(2025, 4, 25),
        "2.1": dt.date(2025, 10, 17),
    },
    TemplateKind.AMRT: {
        "1.0": dt.date(2022, 11, 11),
        "1.01": dt.date(2022, 12, 14),
        "1.1": dt.date(2023, 10, 27),
        "1.2": dt.date(2024, 10, 4),
        "1.21": dt.date(2025, 5, 16),
        "1.3": dt.date(2025, 10, 17),
    },
}
"""Their numbers collide: EMRT 1.2 and AMRT 1.2 are two templates."""

_RELEASED = {
    (kind, version_number(version)): date
    for kind, releases in RELEASES_OF.items()
    for version, date in releases.items()
}


def find_release(kind: TemplateKind, number: tuple[int, int, str]) -> dt.date | None:
    """The date of a version's release, by ``version_number``; None where it is not known."""
    return _RELEASED.get((kind, number))


def newest_before(day: dt.date, kind: TemplateKind = TemplateKind.CMRT) -> str:
    """The first version of the yearly release that was the newest before ``day``; empty: there was none.

    A yearly release and its corrections ask the same and list the same smelters: 6.2, 6.21 and 6.22 are one.
    """
    before = [version for version, date in RELEASES_OF[kind].items() if date < day]
    if not before:
        return ""
    newest = _yearly(before[-1])
    return next(version for version in before if _yearly(version) == newest)


def _yearly(version: str) -> tuple[int, int]:
    """Major version and yearly release: (6, 2) of ``6.22``."""
    major, minor, _ = version_number(version)
    return major, minor // 10


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


EXCUSED = frozenset({"Unknown", "Not declaring", "Not applicable for this declaration"})
"""Answers to questions 1 and 2 after which an EMRT, AMRT or CRT asks nothing more about a mineral."""


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
    RISKS = "policy on the risks of the OECD's Annex II"
    """Of the CRT alone, as the two that follow."""
    SUPPLIERS_DILIGENCE = "suppliers must exercise due diligence"
    SUPPLIERS_RISKS = "suppliers' due diligence on the risks of the OECD's Annex II"
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
