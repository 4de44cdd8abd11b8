"""A year that is imported from EDGAR is searched for what another year withholds, wherever it stands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.builders import HEADINGS, ROWS, workbook, write_year
from tests.support.filed_forms import LAMPS
from tests.support.imports import Import, run_import

SUPPLIER = "Albatross Castings"
FORM = LAMPS.partition("<DOCUMENT>\n<TYPE>EX-1.01")[0].replace("001-12345", "001-00042")
EXHIBIT = """\
<html><body><h2>Conflict Minerals Report</h2>
<p>This Conflict Minerals Report of Invented Devices, Inc. is for the calendar year 2019.</p>
<h3>Due diligence</h3><p>We thank {paragraph} for its answer.</p><ul><li>asked {item} twice</li></ul>
<h3>{heading}</h3><p>Text of a section.</p>
<table><tr><td>Question</td><td>Answer</td></tr><tr><td>Who was late?</td><td>{cell}</td></tr></table>
<p>"Active" means that {definition} says so.</p>
<h3>Annex</h3>
<table><tr><th>Metal</th><th>Smelter Name</th><th>Smelter Country</th><th>Status</th><th>Remark</th></tr>
<tr><td>Gold</td><td>Invented Gold Works</td><td>JAPAN</td><td>Conformant</td><td>{remark}</td></tr>
<tr><td>Tin</td><td>Luna Smelter*</td><td>RWANDA</td><td>Active</td><td>-</td></tr></table>
<p>* Named by {footnote}.</p></body></html>
"""
PLACES = {
    "paragraph": "data/2019/report/",
    "item": "data/2019/report/",
    "heading": "data/2019/report/",
    "cell": "data/2019/report/",
    "definition": "data/2019/disclosure.yml",
    "remark": "data/2019/smelters.xlsx",
    "footnote": "data/2019/disclosure.yml",
}
"""Where it stands in the exhibit, and the beginning of the place in the year that is told."""


def imported(top: Path, form: str = FORM, **said: str) -> Import:
    """The year 2019 beside an invented 2021, of whose list a column names the supplier."""
    year = write_year(top / "data")
    countries = Path(__file__).resolve().parents[2] / "data" / "countries.csv"
    (top / "data" / "countries.csv").write_bytes(countries.read_bytes())
    rows = [[*ROWS[0], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(year / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    (top / "docs").mkdir()
    settled(top, [])
    exhibit = EXHIBIT.format(**dict.fromkeys(PLACES, "somebody") | said)
    made = run_import(top, 2019, form=form, exhibit=exhibit)
    assert made.exit_code == 0, made.output
    return made


def settled(top: Path, released: list[str]) -> None:
    options = json.dumps({"disclosure": {"pdf": False, "may_be_published": released}})
    settings = "site_name: Invented\nsite_url: https://www.invented.com/\ntheme: material\n"
    (top / "mkdocs.yml").write_text(f"{settings}plugins: [search, {options}]\n", encoding="utf-8")


def told(made: Import) -> list[str]:
    """The places of PV-006 that ``check`` names."""
    result = CliRunner().invoke(main, ["check", "2019", "--data", str(made.data), "--json"])
    assert "albatross" not in result.output.lower()
    return [one["file"] for one in json.loads(result.output)["findings"] if one["code"] == "PV-006"]


def test_a_filing_that_names_nobody_is_clean(tmp_path: Path) -> None:
    assert told(imported(tmp_path)) == []


@pytest.mark.parametrize("place", PLACES)
def test_check_tells_it_wherever_the_exhibit_had_it(tmp_path: Path, place: str) -> None:
    found = told(imported(tmp_path, **{place: SUPPLIER}))
    assert any(one.startswith(PLACES[place]) for one in found)


def test_check_tells_it_in_a_text_of_the_form(tmp_path: Path) -> None:
    form = FORM.replace("The report is filed", f"{SUPPLIER} says that it is filed")
    assert told(imported(tmp_path, form)) == ["data/2019/form/item-1-01.md"]


def test_the_import_itself_names_nobody(tmp_path: Path) -> None:
    made = imported(tmp_path, paragraph='<img src="albatross-castings.png"> somebody')
    assert "IM-005" in made.output
    assert "the filing shows the picture '(withheld)'" in made.output
    assert "albatross" not in made.output.lower()


@pytest.mark.site
def test_build_and_publish_stop_at_it(tmp_path: Path, repo: Path) -> None:
    made = imported(tmp_path, paragraph=SUPPLIER)

    def build() -> tuple[int, str]:
        result = subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", "build"], cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(repo)}, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return result.returncode, result.stdout + result.stderr

    code, said = build()
    assert (code, "PV-001 error" in said, "albatross" in said.lower()) == (1, True, False), said
    assert not (tmp_path / "site").exists()
    settled(tmp_path, [SUPPLIER])
    code, said = build()
    assert code == 0, said
    settled(tmp_path, [])
    command = ["publish", "2019", "--data", str(made.data), "--site", str(tmp_path / "site")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "PV-001 error" in result.output
    assert "Nothing was recorded." in result.output
    assert "albatross" not in result.output.lower()
    assert not (made.folder / "record").exists()
