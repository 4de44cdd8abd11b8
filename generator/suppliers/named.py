"""What the answers name: suppliers, people, their addresses and numbers, comments.

A confidential file of the review keeps it, so that what is published can be searched for all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What a value is, as the file says it."""

    SUPPLIER = "supplier"
    PERSON = "person"
    EMAIL = "e-mail"
    TELEPHONE = "telephone"
    ADDRESS = "address"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Named:
    """A value that answers hold, once, with the place where it stands first."""

    what: What
    value: str
    file: str
    cell: str
    """With its sheet, such as ``'Declaration'!D15``; empty: of the file as a whole."""
    companies: int
    """How many companies say it in the same words."""
