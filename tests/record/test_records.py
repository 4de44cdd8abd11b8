"""Fingerprints that hold on every system, and what changed between two states of the content."""

from __future__ import annotations

import hashlib

import pytest

from generator.model import Country, Metal, OwnFile
from generator.record.changes import differences
from generator.record.records import Change, Snapshot, canonical, fingerprint
from generator.record.write import snapshot_of
from tests.support.filing import restated

TEXT = "# Findings\nNone of the ten, said Zoë.\n"
COUNTRY = ("Country as filed", "Country", "Country code (ISO 3166-1)", "Covered country")
RWANDA = Country("RW", "RWANDA", "Rwanda")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT.replace("\n", "\r\n"), id="windows"),
        pytest.param(TEXT.replace("\n", "\r"), id="old-macos"),
        pytest.param(TEXT.replace("ë", "e\u0308"), id="decomposed"),
        pytest.param(TEXT.replace("\n", "  \n") + "\n\n", id="blanks-at-ends"),
        pytest.param(TEXT.rstrip("\n"), id="no-line-end"),
    ],
)
def test_a_text_has_the_same_fingerprint_on_every_system_and_after_every_editor(text: str) -> None:
    assert canonical(text) == TEXT
    assert fingerprint(text) == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("text", [TEXT.replace("ten", "eleven"), TEXT.replace(",", ""), TEXT.lower()])
def test_another_text_has_another_fingerprint(text: str) -> None:
    assert fingerprint(text) != fingerprint(TEXT)


def test_the_fingerprint_of_the_whole_is_that_of_the_list_of_fingerprints() -> None:
    snapshot = Snapshot({"rows.csv": "Metal\n", "facts.txt": "period: 2021\n"})
    lines = [f"{fingerprint('period: 2021')}  facts.txt\n", f"{fingerprint('Metal')}  rows.csv\n"]
    assert snapshot.sums == "".join(lines)
    assert snapshot.fingerprint == hashlib.sha256("".join(lines).encode()).hexdigest()


def snapshot(*rows: dict[str, object], sections: dict[str, str] | None = None, **changes: object) -> Snapshot:
    return snapshot_of(restated(rows=rows, **changes), sections or {})


def test_what_is_known_only_on_the_day_of_filing_and_what_is_not_published_is_not_signed() -> None:
    late = {
        "filing__state": "draft",
        "filing__date": None,
        "filing__edgar_url": "https://www.sec.gov/x",
        "filing__signed_elsewhere": None,
        "control__rows": 5,
        "waivers": [
            {"code": "CL-001", "place": "report/01-a.md:1", "reason": "Invented", "name": "Ina Invented"}
        ],
    }
    assert snapshot(**late).fingerprint == snapshot().fingerprint


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"survey__answered": 6}, "survey.answered"),
        ({"filing__signatory": {"name": "Ann", "title": "Officer"}}, "filing.signatory.name"),
        ({"notice": "Invented"}, "notice"),
        ({"registrant__ein": "77-0534145"}, "registrant.ein"),
        ({"files": (OwnFile("letter.pdf", b"invented"),)}, "documents/letter.pdf"),
    ],
)
def test_a_changed_fact_is_another_content_and_is_named(changes: dict[str, object], path: str) -> None:
    before, after = snapshot(), snapshot(**changes)
    assert before.fingerprint != after.fingerprint
    assert path in [change.name for change in differences(before, after).facts]


def test_rows_are_found_again_by_metal_and_id_then_by_metal_and_name() -> None:
    before = snapshot(
        {"name": "Old Name", "cid": "CID000001"},
        {"name": "Stays"},
        {"name": "Gets an ID"},
        {"name": "Goes"},
        {"name": "Stays", "metal": Metal.TIN},
    )
    after = snapshot(
        {"name": "New"},
        {"name": "STAYS", "status": 1},
        {"name": "New Name", "cid": "CID000001"},
        {"name": "Gets an ID", "cid": "CID000002", "country": RWANDA},
        {"name": "Stays", "metal": Metal.TIN},
    )
    found = [
        (row.kind, row.row["Smelter or refiner"], [one.name for one in row.changes if one.name != "Row"])
        for row in differences(before, after).rows
    ]
    assert [one for one in found if one[2] or one[0] != "changed"] == [
        ("new", "New", []),
        ("changed", "STAYS", ["Smelter or refiner", "Status", "Status class", "Status as of"]),
        ("changed", "New Name", ["Smelter or refiner"]),
        (
            "changed",
            "Gets an ID",
            ["Smelter ID (CID)", *COUNTRY],
        ),
        ("gone", "Goes", []),
    ]


def test_a_section_with_another_number_is_the_same_section() -> None:
    before = snapshot(sections={"01-inquiry": "# Inquiry\nOne", "02-results": "# Results"})
    after = snapshot(sections={"01-start": "# Start", "02-inquiry": "# Inquiry\nTwo"})
    assert differences(before, after).sections == (
        Change("start", None, "# Start\n"),
        Change("inquiry", "# Inquiry\nOne\n", "# Inquiry\nTwo\n"),
        Change("results", "# Results\n", None),
    )


def test_the_same_content_has_no_differences() -> None:
    rows = ({"name": "One"}, {"name": "Two", "footnote": "A note\nof two lines", "aliases": ("=x", "y")})
    assert not differences(snapshot(*rows), snapshot(*rows))


def test_sections_in_another_order_are_a_change_and_other_numbers_alone_are_none() -> None:
    before = snapshot(sections={"01-a": "A", "02-b": "B", "9-c": "C", "10-d": "D"})
    assert not differences(before, snapshot(sections={"01-a": "A", "03-b": "B", "11-c": "C", "12-d": "D"}))
    (change,) = differences(
        before, snapshot(sections={"01-a": "A", "02-b": "B", "11-c": "C", "10-d": "D"})
    ).facts
    assert change == Change("order of the sections", "c, d", "d, c")
