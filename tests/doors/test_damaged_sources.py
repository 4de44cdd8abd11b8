"""A short run of ``benchmarks.fuzz``: damaged sources give findings with their place, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.fuzz import judge
from benchmarks.fuzz.child import Outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are set as Linux does")

_RUN = """
import json, sys, warnings
from pathlib import Path
from benchmarks.fuzz.run import cases
warnings.simplefilter("ignore")
done = cases(40, 7, Path(sys.argv[1]), is_short=True)
told = [(str(one) if one.faults else "", one.is_past_opening, bool(one.outcome.code)) for one in done]
Path(sys.argv[2]).write_text(json.dumps(told), encoding="utf-8")
"""
"""A process of its own, since each case is a fork, which must not happen beside threads of the test run."""


def test_what_is_damaged_or_odd_is_refused_with_its_place(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    (tmp_path / "run").mkdir()
    subprocess.run(
        [sys.executable, "-c", _RUN, str(tmp_path / "run"), str(told)],
        cwd=Path(__file__).parents[2],
        check=True,
        timeout=250,
        stdin=subprocess.DEVNULL,
    )
    done = json.loads(told.read_text(encoding="utf-8"))
    assert not [fault for fault, _, _ in done if fault]
    assert sum(is_past_opening for _, is_past_opening, _ in done) > 15
    assert sum(is_refused for _, _, is_refused in done) > 15


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
