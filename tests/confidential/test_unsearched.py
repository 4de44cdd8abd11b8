"""A clone without the confidential files is built, says that it was not searched, and nobody signs there."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.confidential.site_search import leaks
from generator.confidential.unsearched import must_be_searched, not_searched
from generator.confidential.withheld_cells import read_withheld
from generator.findings import Severity
from generator.pipeline import load, sound
from generator.suppliers.reconcile import reconcile_year
from tests.support.builders import YML, write_year
from tests.support.cmrt_workbooks import cmrt

SIGNED_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A year whose list was made from one answer, with all that a run leaves."""
    folder = write_year(tmp_path / "data", yml=SIGNED_HERE)
    (folder / "smelters.xlsx").unlink()
    (tmp_path / "answers").mkdir()
    cmrt(tmp_path / "answers" / "a.xlsx")
    reconcile_year(tmp_path / "data", 2021, tmp_path / "answers", processes=1)
    (folder / "suppliers.yml").touch()
    return tmp_path / "data"


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [words[0], "2021", "--data", str(data), *words[1:]])


def messages(data: Path) -> list[str]:
    return [one.message for one in not_searched(data, [2021])]


def test_with_all_files_there_is_nothing_to_say(data: Path) -> None:
    assert messages(data) == []


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        (("review/review.xlsx", "suppliers.yml"), "review/review.xlsx, suppliers.yml of 2021 are"),
        (("suppliers.yml",), "suppliers.yml of 2021 is"),
        (("review/review.xlsx",), "review/review.xlsx of 2021 is"),
    ],
)
def test_files_that_are_not_there_are_named(data: Path, lost: tuple[str, ...], named: str) -> None:
    for name in lost:
        (data / "2021" / name).unlink()
    (message,) = messages(data)
    assert message == f"not searched for suppliers: {named} not on this machine"


def test_a_list_that_was_never_reconciled_needs_no_such_files(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    assert messages(tmp_path / "data") == []


def test_it_is_a_note_and_the_last_thing_that_a_build_says(data: Path, tmp_path: Path) -> None:
    (data / "2021" / "review" / "review.xlsx").unlink()
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>An invented page.</p>", encoding="utf-8")
    years = sound(load(data), is_preview=True)
    last = leaks(site, data, years)[-1]
    assert (last.code, last.severity) == ("PV-004", Severity.INFO)
    assert "PV-004 info: not searched for suppliers" in run(data, "check").output


@pytest.mark.parametrize(
    ("command", "end"),
    [
        (("sign", "--role", "legal", "--name", "Ann Example"), "Nothing was signed."),
        (("publish",), "Nothing was recorded."),
    ],
)
def test_nobody_signs_or_publishes_without_them(data: Path, command: tuple[str, ...], end: str) -> None:
    (data / "2021" / "review" / "review.xlsx").unlink()
    result = run(data, *command)
    assert result.exit_code == 1
    assert "so nobody can know whether the text names one. To sign or publish, copy it from" in result.output
    assert result.output.endswith(f"{end}\n")
    assert not (data / "2021" / "record").exists()


def test_what_the_answers_name_is_kept_and_searched_for(data: Path) -> None:
    named = (data / "2021" / "review" / "named.csv").read_text(encoding="utf-8-sig")
    assert named.startswith("What,Value,File,Cell,Companies\n")
    values = {one.value: str(one.where) for one in read_withheld(data / "2021", "data/2021")}
    rows = list(csv.DictReader(io.StringIO(named, newline="")))
    assert {"supplier", "person", "e-mail", "telephone"} <= {row["What"] for row in rows}
    assert all(row["File"] == "a.xlsx" and row["Cell"].startswith("'Declaration'!") for row in rows)
    address = next(row["Value"] for row in rows if row["What"] == "e-mail")
    assert values[address].startswith("data/2021/review/named.csv B")
    section = data / "2021" / "report" / "02-results.md"
    section.write_text(f"{section.read_text(encoding='utf-8')}\nAsk {address}.\n", encoding="utf-8")
    result = run(data, "check")
    assert result.exit_code == 1
    assert "PV-006 error: an e-mail address, which comes from data/2021/review/named.csv B" in result.output
    assert address not in result.output


def test_a_review_of_an_earlier_version_is_told_and_may_be_signed(data: Path) -> None:
    (data / "2021" / "review" / "named.csv").unlink()
    (found,) = not_searched(data, [2021])
    assert (found.code, found.severity) == ("PV-007", Severity.INFO)
    must_be_searched(data, 2021)
