"""Each text of ``formsd explain``: its example has the finding that it explains, and mended it has it not.

Nor has what is shown as mended another error.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.explain.codes import FAMILIES
from generator.explain.page import TEXTS, PageError, examples, find_page, parsed
from generator.findings import Severity
from generator.findings.catalogue import rules
from tests.explain.built import BUILT
from tests.explain.not_yet import NOT_YET
from tests.explain.sound_year import ALWAYS, codes_of_example, with_entries

RULES = {rule.code: rule for rule in rules()}
ERRORS = {code for code, rule in RULES.items() if rule.severity is Severity.ERROR}
WRITTEN = sorted(path.stem for path in TEXTS.glob("*.md"))
SHOWN = [code for code in WRITTEN if code not in BUILT]
"""Codes whose examples stand in their texts."""

_OF_AN_EMRT = {"CC-005", "RC-024", "CQ-001"}
"""Of an invented EMRT that is dated before its version was released, and whose minerals have no list."""
BESIDE = {
    "BP-002": {"BP-001"},
    "CF-012": {"CF-011"},
    "CL-005": {"CL-001"},
    "CO-004": {"CL-001"},
    "DC-009": {"PD-001"},
    "FM-007": {"SO-007"},
    "LT-004": {"LT-002"},
    "RC-007": {"CQ-005", "CQ-006"},
    "RC-010": {"RC-008"},
    "RC-023": {"RC-008"},
    **dict.fromkeys(
        ("RC-024", "CC-013", "CQ-022", "CQ-023", "CQ-024", "CQ-025", "CQ-026", "CS-016", "CS-017"),
        _OF_AN_EMRT,
    ),
    "RC-025": {*_OF_AN_EMRT, "CS-015"},
    "CS-015": {*_OF_AN_EMRT, "RC-025"},
    "CQ-005": {"CQ-007"},
    "CQ-008": {"CQ-007"},
    "CQ-012": {"CQ-011"},
    "SM-002": {"CP-003"},
    "FM-010": {"CL-001"},
    "SM-009": {"CP-003"},
    "TF-004": {"TF-003"},
    "VE-003": {"VE-007"},
    "VE-004": {"VE-007"},
    "WB-015": {"SM-010"},
    "WV-002": {"WV-001"},
    "SL-001": {"SL-005"},
    "SL-002": {"SL-005"},
    "SL-004": {"SL-005"},
    "SL-006": {"SL-005"},
}
"""What an example cannot be without: a missing row changes a count, a waiver without effect is not used,
an amendment has no record of the original, parts of something else are not from the data, what is on no list
is asked about, an answer that contradicts another one may be a matter of its own, a claim
speaks of covered countries."""


def test_each_code_has_a_text_or_stands_in_the_list_of_those_to_come() -> None:
    assert sorted(RULES.keys() - NOT_YET) == WRITTEN
    assert sorted(NOT_YET - RULES.keys()) == []


def test_each_code_belongs_to_a_family() -> None:
    assert {code.partition("-")[0] for code in RULES} == set(FAMILIES)


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_has_the_finding_and_the_mended_one_has_not(code: str, tmp_path: Path) -> None:
    page = find_page(code)
    assert page is not None
    assert examples(page.found), "without an example in its text it needs a builder in tests/explain/built.py"
    usual = ({ALWAYS} - {code}) | BESIDE.get(code, set())
    assert codes_of_example(tmp_path / "found", code, examples(page.found)) - usual == {code}
    mended = codes_of_example(tmp_path / "mended", code, examples(page.mended))
    assert mended & (ERRORS | {code}) == set(), "no advice leads into another error"


@pytest.mark.parametrize("code", BUILT)
def test_what_the_text_tells_in_words_has_the_finding_and_mended_has_not(code: str, tmp_path: Path) -> None:
    page = find_page(code)
    assert page is not None
    assert not examples(page.found + page.mended), "an example in the text needs no builder"
    found, mended = BUILT[code]
    beside = {ALWAYS, *BESIDE.get(code, ())} - {code}
    assert found(tmp_path / "found") - beside == {code}
    assert mended(tmp_path / "mended") & (ERRORS | {code}) == set(), "no advice leads into another error"


@pytest.mark.parametrize("code", WRITTEN)
def test_a_text_says_when_to_waive_exactly_where_that_can_be_done(code: str) -> None:
    page = find_page(code)
    assert page is not None
    assert bool(page.waiving) is RULES[code].is_waivable


@pytest.mark.parametrize("code", WRITTEN)
def test_a_text_is_no_wider_than_a_page_of_this_repository(code: str) -> None:
    lines = (TEXTS / f"{code}.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 140] == []


@pytest.mark.parametrize(
    "text",
    [
        "# TF-002\n\nMeans.\n\n## Found\n\na\n\n## Mended\n\nb\n",
        "# TF-001\n\nMeans.\n\n## Found\n\na\n",
        "# TF-001\n\nMeans.\n\n## Mended\n\na\n\n## Found\n\nb\n",
        "# TF-001\n\nMeans.\n\n## Found\n\n## Mended\n\nb\n",
        "# TF-001\n\nMeans.\n\n## Found\n\na\n\n## Mended\n\nb\n\n## When to weave\n\n## Found\n\nc\n",
        "TF-001 means.\n",
    ],
)
def test_a_text_without_its_headings_is_refused(text: str) -> None:
    with pytest.raises(PageError, match=r"^TF-001\.md has "):
        parsed("TF-001", text)


def test_a_heading_inside_an_example_is_none_of_the_text() -> None:
    example = "```markdown report/03-a.md\n# Title\n\n## Part\n```"
    page = parsed("TF-001", f"# TF-001\n\nMeans.\n\n## Found\n\n{example}\n\n## Mended\n\nb\n")
    [found] = examples(page.found)
    assert (found.kind, found.file, found.text) == ("markdown", "report/03-a.md", "# Title\n\n## Part\n")


def test_entries_of_an_example_take_the_place_of_those_of_the_same_name() -> None:
    own = "a:\n  b: 1\n  c: 2\nlist:\n  - x: 1\n    y: 2\nd: 3\n"
    assert with_entries(own, "a:\n  c: 5\n  e: 6\n") == own.replace("c: 2\n", "c: 5\n  e: 6\n")
    assert with_entries(own, "list:\n  - x: 9\n") == own.replace("x: 1\n    y: 2", "x: 9")
    assert with_entries(own, "d: 3\nd: 4\nf: 5\n") == f"{own}d: 4\nf: 5\n"
