"""Kinds of sentences that real reports have: what the checks say of each, and that they say nothing else."""

from __future__ import annotations

import pytest

from generator.findings import Severity
from tests.support.example_industries import findings_in
from tests.support.prose_cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.text[:40]}")
def test_each_kind_of_sentence_is_judged_as_a_reader_would(case: Case) -> None:
    findings = findings_in(case.text, **case.options)
    said = [one for one in findings if one.severity is not Severity.INFO]
    left = list(said)
    for code, quoted in case.found:
        match = next((one for one in left if one.code == code and quoted in one.message), None)
        assert match is not None, f"{code} {quoted} in {[str(one) for one in findings]}"
        left.remove(match)
    assert [str(one) for one in left] == []
    if case.is_silent:
        assert [str(one) for one in findings] == []
