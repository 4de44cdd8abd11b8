"""What is withheld is found in the disclosure as one file, in its pages and in the files inside it."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.confidential.site_search import leaks_in
from generator.pipeline import load, one_file_of, sound
from tests.support.withheld import SUPPLIERS, add_suppliers

NAME = SUPPLIERS[2].name


@pytest.fixture(scope="module")
def data(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the example, whose workbook names seven suppliers."""
    folder = shutil.copytree(repo / "data", tmp_path_factory.mktemp("project") / "data")
    add_suppliers(folder / "2021" / "smelters.xlsx")
    return folder


def test_the_file_holds_none_of_it_and_what_is_planted_is_found(data: Path) -> None:
    years = sound(load(data, 2021))
    file = one_file_of(years[0])
    html = file.content.decode("utf-8")

    def found(text: str) -> list[str]:
        return [
            one.code for one in leaks_in({file.uri: text.encode()}, data, years) if one.severity == "error"
        ]

    assert found(html) == []
    assert found(html.replace("</article>", f"<p>{NAME}</p></article>", 1)) == ["PV-001"]
    assert found(
        html.replace("data:text/csv;charset=utf-8,", f"data:text/csv;charset=utf-8,{quote(NAME)},")
    ) == ["PV-001"]


def test_an_export_that_would_hold_it_writes_nothing(data: Path, tmp_path: Path) -> None:
    section = next((data / "2021" / "report").glob("*.md"))
    before = section.read_text(encoding="utf-8")
    section.write_text(f"{before}\n\nWe thank {NAME} for its answer.\n", encoding="utf-8")
    out = tmp_path / "out"
    args = ["export", "2021", "--data", str(data), "--to", str(out), "--only", "one-file"]
    result = CliRunner().invoke(main, args)
    section.write_text(before, encoding="utf-8")
    assert result.exit_code == 1
    assert "PV-001" in result.output
    assert not out.exists()
