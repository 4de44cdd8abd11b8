"""A short run of ``benchmarks.fuzz``: damaged sources give findings with their place, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.fuzz import judge
from benchmarks.fuzz.child import Outcome
from benchmarks.fuzz.run import cases

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are set as Linux does")

_NOT_YET = "SE-003 error: the section cannot be run"
"""Says what Jinja and Python say of a section, in their words."""


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_damaged_or_odd_is_refused_with_its_place(tmp_path: Path) -> None:
    done = list(cases(40, 7, tmp_path, is_short=True))
    assert not [str(one) for one in done if one.faults and _NOT_YET not in str(one)]
    assert sum(one.is_past_opening for one in done) > 15
    assert sum(bool(one.outcome.code) for one in done) > 15


@pytest.mark.parametrize(
    ("outcome", "fault"),
    [
        (Outcome(None, "", 30, is_hang=True), "hang"),
        (Outcome(None, "", 1), "killed"),
        (Outcome(70, "Traceback (most recent call last):", 1), "traceback"),
        (Outcome(1, "Something is wrong.", 1), "no place"),
        (Outcome(1, "a.yml: invalid literal for int()", 1), "inner words"),
        (Outcome(1, "a.yml: \x07", 1), "control"),
    ],
)
def test_each_fault_is_seen(outcome: Outcome, fault: str, tmp_path: Path) -> None:
    assert fault in judge.faults(outcome, {"a.yml": "1"}, {"a.yml": "1"}, tmp_path, "")


def test_a_file_that_changed_though_the_command_failed_is_damaged(tmp_path: Path) -> None:
    refused = Outcome(1, "a.yml:1 is wrong", 1)
    assert list(judge.faults(refused, {"a.yml": "1"}, {"a.yml": "2"}, tmp_path, "")) == ["damaged"]
    assert list(judge.faults(refused, {"a.yml": "1"}, {"a.yml": "1", "out/x": "1"}, tmp_path, "")) == [
        "damaged"
    ]
    assert list(judge.faults(Outcome(0, "", 1), {}, {"out/x": "1"}, tmp_path, "")) == []
