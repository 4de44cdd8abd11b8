"""Checks of what the report claims over named subsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import CLAIM_CONTRADICTED, Finding
from ..model import Claim


def claim_holds(claims: Sequence[Claim]) -> Iterator[Finding]:
    """CL-001: the sentence was written so that it is true; a person should read what it says now."""
    for claim in claims:
        if claim.holds:
            continue
        rows = "; ".join(
            f"{row.name} ({row.metal.lower()}, {row.country.name}, {row.where.cell})"
            for row in claim.contradicted_by
        )
        message = f"'{claim.says}' does not hold: {rows}"
        advice = "The sentence names them instead. Read it, and the sentences around it."
        yield Finding(CLAIM_CONTRADICTED, message, claim.where, advice)
