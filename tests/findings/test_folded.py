"""Findings that say the same of many places, as a few lines."""

from __future__ import annotations

from generator.findings import Finding
from generator.findings.catalogue import CMRT_UNREADABLE, FILE_OTHER, NOT_ASKED
from generator.findings.folded import folded
from generator.model import LineRef


def bad(number: int, message: str = "the file is a PDF") -> Finding:
    return Finding(CMRT_UNREADABLE, message, LineRef(f"{number}.pdf"), "Send the workbook.")


def test_many_of_a_kind_are_the_first_three_and_a_number() -> None:
    texts = [line.text for line in folded(map(bad, range(3_000)), ", in review/report.md")]
    assert texts == [
        *(str(bad(number)) for number in range(3)),
        "… and 2,997 more of this kind (CF-001), in review/report.md",
    ]


def test_five_of_a_kind_are_all_shown() -> None:
    assert len(list(folded(map(bad, range(5)), ""))) == 5


def test_other_messages_codes_and_severities_are_other_kinds() -> None:
    one = Finding(FILE_OTHER, "the file is a PDF", LineRef("a"), "Open it.")
    two = bad(1, "the file is empty")
    texts = [line.text for line in folded([*map(bad, range(9)), one, two], "")]
    assert texts[3:] == ["… and 6 more of this kind (CF-001)", str(one), str(two)]


def test_names_and_numbers_make_no_other_kind() -> None:
    told = [
        Finding(NOT_ASKED, f"'Supplier {n}' answered {n:,} times", LineRef(f"{n}"), "Ask.")
        for n in range(1_200)
    ]
    assert [line.text for line in folded(told, "")][-1] == "… and 1,197 more of this kind (RC-019)"
