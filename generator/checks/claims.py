"""Checks of what the report claims over named subsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Finding
from ..findings.catalogue import CLAIM_CONTRADICTED
from ..prose.claim import Claim
from .row_words import rows_in_words

_NAMED = 10


def claim_holds(claims: Sequence[Claim]) -> Iterator[Finding]:
    """CL-001: the sentence was written so that it is true; a person should read what it says now."""
    for claim in claims:
        if claim.holds:
            continue
        rows = rows_in_words(claim.contradicted_by, _NAMED)
        message = f"'{claim.says}' does not hold: {rows or claim.also_by}"
        advice = "The sentence says so instead. Read it, and the sentences around it."
        yield Finding(CLAIM_CONTRADICTED, message, claim.where, advice)
