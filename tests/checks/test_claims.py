from __future__ import annotations

from generator.checks.claims import claim_holds
from generator.model import LineRef, Metal
from generator.prose.claim import Claim
from tests.support.builders import RWANDA, smelter

WHERE = LineRef("data/2021/report/02-results.md", 7)


def test_a_claim_that_holds_is_not_mentioned() -> None:
    assert list(claim_holds([Claim("none of facilities in a covered country", (), WHERE)])) == []


def test_a_claim_that_data_contradicts_is_a_warning_that_names_the_rows() -> None:
    rows = (smelter("A", 2, country=RWANDA), smelter("B", 3, country=RWANDA, metal=Metal.TIN))
    (finding,) = claim_holds([Claim("none of facilities in a covered country", rows, WHERE)])
    assert str(finding) == (
        "CL-001 warning: 'none of facilities in a covered country' does not hold: A (gold, Rwanda, C2); "
        "B (tin, Rwanda, C3) (data/2021/report/02-results.md:7). "
        "The sentence says so instead. Read it, and the sentences around it."
    )
