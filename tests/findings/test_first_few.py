"""Many findings in one screen: the first ones, how many more there are, and where all of them are told."""

from __future__ import annotations

from generator.findings import Finding
from generator.findings.catalogue import FILE_MISSING, SECTION_TO_DO
from generator.findings.first_few import first_few
from generator.model import LineRef


def finding(number: int, *, is_error: bool = False, message: str = "invented") -> Finding:
    rule = FILE_MISSING if is_error else SECTION_TO_DO
    return Finding(rule, message, LineRef("data/2021/report/01.md", number), "Mend it.")


def test_few_findings_are_all_told() -> None:
    assert first_few([finding(1)], "See there.") == [
        "  SE-006 info: invented (data/2021/report/01.md:1). Mend it."
    ]


def test_errors_come_first_and_the_rest_is_counted() -> None:
    lines = first_few([*map(finding, range(1, 1_201)), finding(9, is_error=True)], "See there.")
    assert lines[0].startswith("  FI-001 error: invented (data/2021/report/01.md:9)")
    assert lines[1].startswith("  SE-006 info: invented (data/2021/report/01.md:1)")
    assert lines[5:] == ["  and 1,196 more. See there."]


def test_no_line_fills_a_window() -> None:
    (line,) = first_few([finding(1, message="long " * 1_000)], "See there.")
    assert len(line) < 320
    assert line.endswith("long… (data/2021/report/01.md:1). Mend it.")
