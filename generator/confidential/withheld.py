"""What must not be published, as frozen values. Confidential, like ``declarations``: nothing of it has a
place in ``Disclosure``, and templates and exports never see these types."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ..model import Place


class WithheldKind(StrEnum):
    """What a withheld value is, as findings say it."""

    SUPPLIER = "a supplier's name"
    CONTACT = "a contact's name"
    EMAIL = "an e-mail address"
    TELEPHONE = "a telephone number"
    ADDRESS = "an address of a supplier"
    COMMENT = "an internal comment"
    CELL = "the text of an internal cell"
    NOTE = "a note at a cell"
    FILE = "the name of a supplier's file"
    PATH = "a path of this computer"
    USER = "the user name on this computer"
    HOST = "the name of this computer"

    @property
    def is_of_machine(self) -> bool:
        return self in (WithheldKind.PATH, WithheldKind.USER, WithheldKind.HOST)


_MOST_WORDS_OF_NAME = 5
"""More words in a cell or a note are sentences, and found by each of these."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A value that must not be published."""

    kind: WithheldKind
    value: str = field(repr=False)
    where: Place | None
    """Its cell or line; None where it is a fact of the computer."""

    @property
    def is_prose(self) -> bool:
        """Whether its sentences tell something each; else it is found as a whole."""
        if self.kind in (WithheldKind.CELL, WithheldKind.NOTE):
            return len(self.value.split()) > _MOST_WORDS_OF_NAME
        return self.kind is WithheldKind.COMMENT
