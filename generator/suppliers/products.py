"""The products of a declaration, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


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
