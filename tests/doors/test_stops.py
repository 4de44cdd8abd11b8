"""What an error of the text stops: a final, and no draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.pipeline import load_year, render
from tests.support.builders import SECTIONS, YML, write_year

WRONG = {**SECTIONS, "02-results.md": "# Results\n\nThe answers name 298 facilities.\n"}
OWN = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
OWN_DRAFT = OWN.replace("state: final", "state: draft")
DRAFT = YML.replace("state: final", "state: draft")


def test_a_draft_is_rendered_with_an_error_of_its_text(tmp_path: Path) -> None:
    write_year(tmp_path / "data", yml=DRAFT, sections=WRONG)
    year = load_year(tmp_path / "data", 2021)
    assert [finding.code for finding in year.findings] == ["TF-002"]
    assert year.stopping() == ()
    assert render((year,)).pages


def test_a_final_is_not(tmp_path: Path) -> None:
    write_year(tmp_path / "data", yml=OWN, sections=WRONG)
    with pytest.raises(InputError, match=r"TF-002 error: '298' is typed"):
        render((load_year(tmp_path / "data", 2021),))


def test_a_final_is_rendered_where_a_person_waived_the_error(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {code: TF-002, place: 'report/02-results.md:3', reason: It is so., name: Ina}\n"
    write_year(tmp_path / "data", yml=YML + waiver, sections=WRONG)
    year = load_year(tmp_path / "data", 2021)
    assert [(finding.code, finding.waiver is not None) for finding in year.findings] == [
        ("SO-006", False),
        ("TF-002", True),
    ]
    assert render((year,)).pages


def test_an_error_of_the_data_stops_a_draft_too(tmp_path: Path) -> None:
    write_year(
        tmp_path / "data",
        yml=OWN_DRAFT.replace("answered: 6", "answered: 8"),
    )
    with pytest.raises(InputError, match="FG-002 error"):
        render((load_year(tmp_path / "data", 2021),))


def test_the_text_is_not_checked_where_a_section_cannot_be_read(tmp_path: Path) -> None:
    sections = {**WRONG, "03-more.md": "# More\n\n{{ nothing }}\n"}
    write_year(tmp_path / "data", sections=sections)
    assert [finding.code for finding in load_year(tmp_path / "data", 2021).findings] == ["SO-006", "SE-002"]
