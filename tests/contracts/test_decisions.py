"""Every decision is numbered, has its three parts, is short, and stands in the index as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "decisions"
DECISIONS = sorted(FOLDER.glob("[0-9]*.md"))
OTHERS = {"README.md", "dependencies.md"}
"""What stands in the folder and is no decision."""

PARTS = ["Context", "Choice", "What would change our mind"]
STATUS = re.compile(r"in force|superseded by (?P<successor>\d{4})")
LIMIT = 4_000
"""Bytes of a decision."""

CONTRIBUTING_LIMIT = 15_000
"""Bytes of CONTRIBUTING.md without what is only looked up there."""

ROW = re.compile(r"^\| \[(\d{4})\]\((.+?)\) \| (.+) \| (.+) \|$", re.MULTILINE)


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [path.name[:5] for path in DECISIONS]
    assert numbers == [f"{number:04}-" for number in range(1, len(DECISIONS) + 1)]


def test_the_folder_holds_nothing_but_decisions_and_what_leads_to_them() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {path.name for path in DECISIONS} == OTHERS


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_number_status_and_its_three_parts(path: Path) -> None:
    head, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert re.fullmatch(rf"# {path.name[:4]}: .+\n\nStatus: .+\n\n", head)
    assert [part.partition("\n")[0] for part in parts] == PARTS
    assert all(part.partition("\n")[2].strip() for part in parts)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_in_force_or_names_a_later_one(path: Path) -> None:
    status = STATUS.fullmatch(status_of(path))
    assert status
    successor = status["successor"]
    assert successor is None or path.name[:4] < successor <= DECISIONS[-1].name[:4]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_short(path: Path) -> None:
    assert len(path.read_bytes()) <= LIMIT


def test_the_index_has_every_decision_as_it_is() -> None:
    rows = ROW.findall((FOLDER / "README.md").read_text(encoding="utf-8"))
    assert rows == [(path.name[:4], path.name, title_of(path), status_of(path)) for path in DECISIONS]


def test_contributing_can_be_read_in_one_sitting() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(text.partition("\n## Looked up")[0].encode()) <= CONTRIBUTING_LIMIT


def title_of(path: Path) -> str:
    """The heading without its number."""
    return path.read_text(encoding="utf-8").partition("\n")[0].partition(": ")[2]


def status_of(path: Path) -> str:
    """What the line ``Status:`` says; empty where there is none."""
    found = re.search(r"^Status: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""
