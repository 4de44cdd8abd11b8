"""Nobody signs a year while something that came over from the year before bears its mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.builders import SECTIONS, write_year
from tests.support.turn import DRAFT

OWN = DRAFT.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
MARK = "<!-- Carried over from 2020: make this the text of 2021, then delete this line. -->"
SIGN = ["sign", "2021", "--role", "legal", "--name", "Ina Invented"]


@pytest.mark.parametrize("where", ["text", "entry", "nowhere"])
def test_a_mark_that_is_left_keeps_a_year_from_being_signed(tmp_path: Path, where: str) -> None:
    entry = "carried_over: {from: 2020, entries: [products]}\n" if where == "entry" else ""
    results = SECTIONS["02-results.md"]
    marked = results.replace("\n\n", f"\n\n{MARK}\n\n", 1) if where == "text" else results
    write_year(tmp_path / "data", yml=OWN + entry, sections={**SECTIONS, "02-results.md": marked})
    result = CliRunner().invoke(main, [*SIGN, "--data", str(tmp_path / "data")])
    if where == "nowhere":
        assert result.exit_code == 0, result.output
        return
    assert result.exit_code == 1
    assert "ST-001 error" in result.output
    assert not (tmp_path / "data" / "2021" / "record").exists()
