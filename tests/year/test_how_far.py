"""How far a year is, by its folder alone: what may be final is never taken for a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.year.how_far import is_draft_alone, was_published
from generator.year.start import start_year


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        ("filing:\n  state: draft\n", True),
        ("filing:\n  state: 'draft'   # not yet\n", True),
        ('filing: {"state": draft, date: 2023-01-01}\n', True),
        ("registrant:\n\tname: [\nfiling:\n  state: draft\n", True),
        ("filing:\n  state: final\n", False),
        ("registrant: [\nfiling:\n  state: final\n", False),
        ("filing:\n  state: final\n  # state: draft\n", False),
        ("# state: draft\nfiling:\n  state:\n", False),
        ("filing:\n  state: fianl\n", False),
        ("filing:\n  estate: draft\n", False),
        ("", False),
    ],
)
def test_the_state_is_read_from_its_line_whatever_else_is_broken(
    tmp_path: Path, text: str, is_draft: bool
) -> None:
    (tmp_path / "disclosure.yml").write_text(text, encoding="utf-8")
    assert is_draft_alone(tmp_path) is is_draft


def test_a_year_without_facts_is_a_draft_unless_something_was_signed(tmp_path: Path) -> None:
    assert is_draft_alone(tmp_path)
    (tmp_path / "record" / "legal").mkdir(parents=True)
    assert not is_draft_alone(tmp_path)


@pytest.mark.parametrize("place", ["published", "original/published", "amendment-1/published"])
def test_what_was_published_is_no_draft_while_it_is_amended(tmp_path: Path, place: str) -> None:
    (tmp_path / "disclosure.yml").write_text("filing:\n  state: draft\n", encoding="utf-8")
    (tmp_path / "record" / place).mkdir(parents=True)
    assert was_published(tmp_path)
    assert not is_draft_alone(tmp_path)


def test_a_year_that_was_just_begun_is_a_draft(tmp_path: Path) -> None:
    start_year(tmp_path, 2022)
    assert is_draft_alone(tmp_path / "2022")
