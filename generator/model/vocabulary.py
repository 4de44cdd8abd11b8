"""The words of the field and of the rule: metals, classes of status, routes, layouts, covered countries."""

from __future__ import annotations

import re
from enum import StrEnum

COVERED_COUNTRIES: dict[str, str] = {
    "CD": "the Democratic Republic of the Congo",
    "AO": "Angola",
    "BI": "Burundi",
    "CF": "the Central African Republic",
    "CG": "the Republic of the Congo",
    "RW": "Rwanda",
    "SS": "South Sudan",
    "TZ": "Tanzania",
    "UG": "Uganda",
    "ZM": "Zambia",
}
"""ISO 3166-1 alpha-2 code to name in a sentence. Source: Form SD, Item 1.01(d)(1): the DRC and the
nine countries that share a border with it."""


CONFLICT_MINERALS_HEADING = "Conflict Minerals Disclosure"
"""The separate heading that Item 1.01(b) and (c) ask for, word for word."""


UNKNOWN_COUNTRY = "Unknown"
"""What a CMRT's look-up says of a smelter that is not yet identified, and the list of one whose country
nobody gave."""


CID_PATTERN = "CID[0-9]{6}"
"""The identifier that the Responsible Minerals Initiative gives to a smelter, as a regular expression."""


_CID = re.compile(CID_PATTERN)


KEY_COLUMN = "Key"
"""The column of a list by which a later reconciliation finds a row again. It names no supplier."""


INTERNAL_COLUMNS = ("Internal Comment", "Reported By", "Flags", KEY_COLUMN)
"""Columns of a list's sheet that are never published. All but the key stand in the review; lists of earlier
versions have them."""


UNIT_OF_COUNTING = "One row is one facility for one metal; a facility that processes two metals has two rows."
"""What every file that holds the list says of its rows (design, decision 8)."""


def is_cid(text: str) -> bool:
    """Whether the text is CID and six digits, and nothing else."""
    return bool(_CID.fullmatch(text))


class Metal(StrEnum):
    """The four metals of Item 1.01(d)(3), in the order in which filers list them."""

    GOLD = "Gold"
    TANTALUM = "Tantalum"
    TIN = "Tin"
    TUNGSTEN = "Tungsten"


class OtherMineral(str):
    """A mineral that a filer lists of its own accord, such as cobalt: no conflict mineral of Rule 13p-1.

    Its rows are shown as filed, and are never part of a total of the rule.
    """

    __slots__ = ()

    @property
    def value(self) -> str:
        return str(self)

    @property
    def name(self) -> str:
        return str(self)


class UnclearMineral(OtherMineral):
    """What a restated filing has where no one mineral is known: several, a word of its own, or nothing.

    Nobody can say whether it is a conflict mineral; no total has its rows.
    """

    __slots__ = ()


Mineral = Metal | OtherMineral


def conflict_mineral_or_not(mineral: Mineral) -> bool | None:
    """As ``is_conflict_mineral``; None where nobody can say."""
    return None if isinstance(mineral, UnclearMineral) else is_conflict_mineral(mineral)


def is_conflict_mineral(mineral: Mineral) -> bool:
    """Whether it is one of the four of Item 1.01(d)(3)."""
    return isinstance(mineral, Metal)


class StatusClass(StrEnum):
    """What a status label means, whatever words a filer uses for it."""

    CONFORMANT = "conformant"
    ACTIVE = "active"
    INDETERMINABLE = "indeterminable"
    NOT_CONFORMANT = "not_conformant"
    NOT_ENROLLED = "not_enrolled"
    OTHER = "other"


class Layout(StrEnum):
    """The two layouts of Form SD."""

    FROM_2013 = "2013-2019"
    """Rule 13p-1 only; exhibits are Section 2."""
    FROM_2020 = "from-2020"
    """Rules 13p-1 and 13q-1; resource extraction is Section 2, exhibits are Section 3."""


class Route(StrEnum):
    """How far Item 1.01 leads a filer."""

    REPORT = "conflict-minerals-report"
    """Item 1.01(c): Form SD with a Conflict Minerals Report as Exhibit 1.01."""
    INQUIRY = "country-of-origin-inquiry"
    """Item 1.01(b): Form SD alone, the inquiry gave no reason to believe in covered countries."""
    STAFF_STATEMENT = "staff-statement-2017"
    """Form SD alone with Item 1.01(a) and (b), under Corp Fin's statement of 7 April 2017."""
