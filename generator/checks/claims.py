"""Checks of what the report claims over named subsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Finding
from ..findings.catalogue import CLAIM_CONTRADICTED
from ..model.counted import named, row_in_words
from ..prose.claim import Claim

_NAMED = 10


def claim_holds(claims: Sequence[Claim]) -> Iterator[Finding]:
    """CL-001: the sentence was written so that it is true; a person should read what it says now."""
    for claim in claims:
        if claim.holds:
            continue
        against = [row_in_words(row, row.country.name) for row in claim.contradicted_by]
        rows = named(against, _NAMED, between="; ")
        message = f"'{claim.says}' does not hold: {rows or claim.also_by}"
        advice = "The sentence says so instead. Read it, and the sentences around it."
        yield Finding(CLAIM_CONTRADICTED, message, claim.where, advice)
