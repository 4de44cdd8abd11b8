"""A command that writes files for others searches them first, and writes nothing where one holds a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.builders import HEADINGS, ROWS, SECTIONS, workbook, write_year

SUPPLIER = "Albatross Castings"
THANKS = {**SECTIONS, "08-future-steps.md": f"# Invented steps\n\nThanks to {SUPPLIER}.\n"}


def data_with(tmp_path: Path, sections: dict[str, str]) -> Path:
    """An invented year whose list names a supplier in a column that nothing publishes."""
    folder = write_year(tmp_path / "data", sections=sections)
    rows = [[*ROWS[0], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(folder / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    return tmp_path / "data"


def run(data: Path, command: str, *options: str) -> Result:
    to = str(data.parent / "out")
    return CliRunner().invoke(main, [command, "2021", "--data", str(data), "--to", to, *options])


@pytest.mark.parametrize(
    "command",
    [("pages",), ("export", "--only", "edgar"), ("export", "--only", "tables")],
    ids=["pages", "export of EDGAR", "export of tables"],
)
def test_a_supplier_in_what_a_command_makes_stops_it(tmp_path: Path, command: tuple[str, ...]) -> None:
    sections = THANKS
    data = data_with(tmp_path, sections)
    if "tables" in command:
        book = data / "2021" / "smelters.xlsx"
        rows = [[*ROWS[0], SUPPLIER, SUPPLIER], *([*row, "", ""] for row in ROWS[1:])]
        workbook(book, rows, headings=(*HEADINGS, "Bought from", "Footnote"))
    result = run(data, *command)
    assert result.exit_code == 1
    where = "docs/2021/" if "pages" in command else "2021/"
    assert f"PV-001 error: the text of an internal cell that is withheld stands in {where}" in result.output
    assert "(data/2021/smelters.xlsx 'Smelter List'!F2)" in result.output
    assert SUPPLIER not in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert not (data.parent / "out").exists()


@pytest.mark.parametrize("command", [("pages",), ("export", "--only", "tables")], ids=["pages", "export"])
def test_a_command_writes_where_nothing_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    data = data_with(tmp_path, dict(SECTIONS))
    result = run(data, *command)
    assert result.exit_code == 0, result.output
    assert "PV-001" not in result.output
    assert any((data.parent / "out").iterdir())


def test_a_command_writes_a_name_that_the_settings_release(tmp_path: Path) -> None:
    data = data_with(tmp_path, THANKS)
    (tmp_path / "mkdocs.yml").write_text(
        f"plugins:\n  - search\n  - disclosure:\n      may_be_published: [{SUPPLIER}]\n", encoding="utf-8"
    )
    assert run(data, "pages").exit_code == 0
