"""What one year withholds gets out with no other year, whatever command writes it or looks at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.confidential.hand_out import must_not_leak
from generator.confidential.search_of_years import NOTHING_ALLOWED
from generator.errors import InputError
from generator.pipeline import load
from tests.support.builders import HEADINGS, ROWS, YML, workbook, write_year

SUPPLIER = "Albatross Castings"
DRAFT = (
    YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
    .replace("state: final", "state: draft")
    .replace("  date: 2022-05-31\n", "")
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two years; the list of the later one has the supplier in a column that nothing publishes."""
    write_year(tmp_path / "data", yml=DRAFT)
    later = write_year(tmp_path / "data", year=2022, yml=DRAFT.replace("period: 2021", "period: 2022"))
    rows = [[*ROWS[0], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(later / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Invented\nplugins: [disclosure]\n", encoding="utf-8")
    return tmp_path


def thanked(project: Path) -> None:
    section = project / "data" / "2021" / "report" / "02-results.md"
    section.write_text(section.read_text(encoding="utf-8") + f"\nThanks to {SUPPLIER}.\n", encoding="utf-8")


def run(project: Path, command: str) -> Result:
    options = {
        "check": (),
        "sign": ("--role", "legal", "--name", "Ina Example"),
        "export": ("--only", "tables", "--to", str(project / "out")),
        "redline": ("--since", "2022", "--only", "html", "--to", str(project / "out")),
    }
    return CliRunner().invoke(main, [command, "2021", *options[command], "--data", str(project / "data")])


@pytest.mark.parametrize(
    ("command", "code"), [("check", "PV-006"), ("sign", "PV-006"), ("redline", "PV-001")]
)
def test_a_name_of_another_year_stops(project: Path, command: str, code: str) -> None:
    thanked(project)
    result = run(project, command)
    assert (result.exit_code, f"{code} error" in result.output) == (1, True)
    assert "2022/smelters.xlsx" in result.output
    assert SUPPLIER not in result.output
    assert not (project / "out").exists()


def test_a_name_of_another_year_stops_what_is_handed_out(project: Path) -> None:
    (year,) = load(project / "data", 2021)
    files = {"2021/a.txt": f"by {SUPPLIER}".encode()}
    with pytest.raises(InputError, match=r"PV-001 error: .* \(data/2022/smelters.xlsx"):
        must_not_leak(files, project / "data", [year], NOTHING_ALLOWED)


def test_a_smelter_that_another_year_lists_is_no_leak(project: Path) -> None:
    rows = [[*ROWS[0][:2], SUPPLIER, *ROWS[0][3:], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(project / "data" / "2022" / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    thanked(project)
    assert "PV-006" not in run(project, "check").output


def test_another_year_that_cannot_be_read_stops_nothing(project: Path) -> None:
    (project / "data" / "2022" / "smelters.xlsx").write_bytes(b"PK\x03\x04 damaged")
    result = run(project, "export")
    assert result.exit_code == 0, result.output
