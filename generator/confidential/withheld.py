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
    COMMENT = "an internal comment"
    FILE = "the name of a supplier's file"
    PATH = "a path of this computer"
    USER = "the user name on this computer"
    HOST = "the name of this computer"

    @property
    def is_of_machine(self) -> bool:
        return self in (WithheldKind.PATH, WithheldKind.USER, WithheldKind.HOST)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A value that must not be published."""

    kind: WithheldKind
    value: str = field(repr=False)
    where: Place | None
    """Its cell or line; None where it is a fact of the computer."""
