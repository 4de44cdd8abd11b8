"""Imported years build strictly: a filing with its form, one with lists by metal, a form alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.findings import errors
from generator.pipeline import load
from tests.support.build import build_strictly
from tests.support.filed_forms import LAMPS, LAMPS_INQUIRY
from tests.support.started_year import copy_project

pytestmark = pytest.mark.site


def built(repo: Path, folder: Path, year: int, given: Path) -> Path:
    settings = copy_project(repo, folder / "project")
    data = folder / "project" / "data"
    data.mkdir()
    (data / "countries.csv").write_bytes((repo / "data" / "countries.csv").read_bytes())
    result = CliRunner().invoke(main, ["import", str(year), "--data", str(data), "--exhibit", str(given)])
    assert result.exit_code == 0, result.output
    (loaded,) = load(data)
    assert [str(finding) for finding in errors(loaded.findings)] == []
    build_strictly(settings, folder / "site", site_url="https://www.invented.internal/ir/")
    return folder / "site" / str(year)


@pytest.mark.parametrize("name", ["ford", "microsoft"])
def test_a_filed_exhibit_is_built(repo: Path, shared: Path, tmp_path: Path, name: str) -> None:
    year = {"ford": 2023, "microsoft": 2025}[name]
    site = built(repo, tmp_path, year, shared / "filings" / f"{name}.htm")
    assert (site / "annex" / "index.html").exists()
    assert not (site / "form-sd").exists()


def test_a_submission_with_form_and_report_is_built(repo: Path, tmp_path: Path) -> None:
    given = tmp_path / "submission.txt"
    given.write_text(LAMPS, encoding="utf-8")
    site = built(repo, tmp_path, 2019, given)
    form = (site / "form-sd" / "index.html").read_text(encoding="utf-8")
    assert "Bob Sample" in form
    assert (site / "annex" / "index.html").exists()


def test_a_form_that_stands_alone_is_built(repo: Path, tmp_path: Path) -> None:
    given = tmp_path / "form-sd.htm"
    given.write_text(LAMPS_INQUIRY, encoding="utf-8")
    site = built(repo, tmp_path, 2018, given)
    assert "came from scrap" in (site / "form-sd" / "index.html").read_text(encoding="utf-8")


def test_the_filing_of_the_example_can_be_imported_and_built(
    repo: Path, shared: Path, tmp_path: Path
) -> None:
    """It is the company's filing then, and no example."""
    (given,) = (shared / "filing-2021").glob("*.txt")
    site = built(repo, tmp_path, 2021, given)
    assert "This is an example" not in (site / "index.html").read_text(encoding="utf-8")
