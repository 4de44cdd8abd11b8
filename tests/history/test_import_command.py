"""``formsd import``: what cannot be used is told, and then nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.history import import_filing
from tests.support.filed_forms import LAMPS
from tests.support.imports import REPO, run_import

REPORT = (
    "<html><body><p>This Conflict Minerals Report of Invented Devices, Inc. is for the calendar year 2019."
    "</p></body></html>"
)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.4 abc", "VE-001 error: the file is a PDF (exhibit.htm)."),
        (b"", "VE-001 error: the file is empty (exhibit.htm)."),
        (b"<html><body><p>hello</p></body></html>", "IM-002 error: it is neither a Form SD nor"),
        (b"<DOCUMENT>\n<TYPE>EX-1.01\n<TEXT>\n<p\n", "IM-002 error: it is neither a Form SD nor"),
        (
            b"<html><body><p>Our conflict minerals report.</p></body></html>",
            "IM-004 error: nothing in it says whose",
        ),
        (REPORT.replace("<p>", "<div>" * 9000).encode(), "IM-002 error: its elements stand too deep"),
        (REPORT.replace("2019", "2018").encode(), "IM-003 error: the filing is for 2018: '"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, content: bytes, message: str
) -> None:
    made = run_import(tmp_path, 2019, exhibit=content)
    assert made.exit_code == 1
    assert message in made.output
    assert made.output.endswith("Nothing was written.\n")
    assert files_in(made.data) == ["countries.csv"]
    assert files_in(tmp_path) == ["data", "exhibit.htm"]


def test_a_year_that_is_there_is_refused_and_stays(tmp_path: Path) -> None:
    first = run_import(tmp_path, 2019, exhibit=REPORT)
    before = {path: path.read_bytes() for path in first.folder.rglob("*") if path.is_file()}
    again = run_import(tmp_path, 2019, exhibit=REPORT.replace("Devices", "Lamps"))
    assert again.exit_code == 1
    assert "IM-001 error: the year is there already (data/2019)." in again.output
    assert {path: path.read_bytes() for path in first.folder.rglob("*") if path.is_file()} == before


def test_without_a_file_it_says_which_it_needs(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["import", "2019", "--data", str(tmp_path)])
    assert result.exit_code == 2
    assert "--form form-sd.htm --exhibit ex1-01.htm" in result.output


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["import", "2019", "--data", str(REPO / "data"), "--exhibit", str(tmp_path / "ex.htm")]
    )
    assert (result.exit_code, "ex.htm" in result.output) == (1, True)
    assert not (REPO / "data" / "2019").exists()


def test_the_folder_of_the_data_is_made_where_it_is_missing(tmp_path: Path) -> None:
    given = tmp_path / "exhibit.htm"
    given.write_text(REPORT, encoding="utf-8")
    command = ["import", "2019", "--data", str(tmp_path / "new"), "--exhibit", str(given)]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert (tmp_path / "new" / "2019" / "disclosure.yml").exists()
    lost = ["import", "2019", "--data", str(tmp_path / "no" / "new"), "--exhibit", str(given)]
    result = CliRunner().invoke(main, lost)
    assert (result.exit_code, "Nothing was written." in result.output) == (1, True)


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(new: Path, place: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(import_filing, "swap", fail)
    made = run_import(tmp_path, 2019, exhibit=REPORT)
    assert made.exit_code == 1
    assert "cannot be written: No space left on device." in made.output
    assert files_in(made.data) == ["countries.csv"]
    assert files_in(tmp_path) == ["data", "exhibit.htm"]


def test_the_same_filing_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (run_import(tmp_path / name, 2019, form=LAMPS) for name in ("one", "other"))
    files = sorted(path.relative_to(one.folder) for path in one.folder.rglob("*") if path.is_file())
    assert [
        name for name in files if (one.folder / name).read_bytes() != (other.folder / name).read_bytes()
    ] == []


def test_it_says_what_it_wrote_and_what_comes_next(tmp_path: Path) -> None:
    made = run_import(tmp_path, 2019, form=LAMPS)
    assert "with a list of 4 rows, 4 sections and" in made.output
    assert "Next: formsd verify 2019 --against" in made.output
    notes = (made.folder / "import.md").read_text(encoding="utf-8")
    assert "- survey.suppliers: 42 (form.txt:" in notes


def test_further_exhibits_of_a_submission_are_exhibits_of_the_year(tmp_path: Path) -> None:
    head = "<TYPE>EX-99.1\n<SEQUENCE>4\n<FILENAME>a.txt\n<DESCRIPTION>Notes on the inquiry\n"
    further = f"<DOCUMENT>\n{head}<TEXT>\nA note.\n</TEXT>\n</DOCUMENT>\n"
    made = run_import(tmp_path, 2019, form=LAMPS.replace("</SEC-DOCUMENT>", f"{further}</SEC-DOCUMENT>"))
    assert made.facts["exhibits"] == [
        {"number": "99.1", "description": "Notes on the inquiry", "file": "exhibit-1.txt"}
    ]
    assert (made.folder / "exhibits" / "exhibit-1.txt").read_text(encoding="utf-8") == "A note.\n"


def test_an_exhibit_without_text_is_told_and_the_year_is_without_it(tmp_path: Path) -> None:
    head = "<TYPE>EX-99.1\n<SEQUENCE>4\n<FILENAME>a.txt\n"
    further = f"<DOCUMENT>\n{head}<TEXT>\n \n</TEXT>\n</DOCUMENT>\n"
    made = run_import(tmp_path, 2019, form=LAMPS.replace("</SEC-DOCUMENT>", f"{further}</SEC-DOCUMENT>"))
    assert "exhibits" not in made.facts
    assert (
        "IM-005 info: the exhibit EX-99.1 has no text, and the year is without it (form.txt:" in made.output
    )


def test_a_document_that_breaks_off_is_told_and_a_whole_one_is_not(tmp_path: Path) -> None:
    whole = REPORT.replace("</p>", "</p><p>We asked all suppliers.</p>")
    assert "breaks off" not in run_import(tmp_path / "whole", 2019, exhibit=whole).output
    cut = run_import(tmp_path / "cut", 2019, exhibit=whole[: whole.index(" suppliers")])
    assert "IM-005 info: the document breaks off" in cut.output
    assert "breaks off" in (cut.folder / "import.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_document_is_read_as_windows_saves_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "exhibit.htm"
    path.write_bytes(REPORT.replace("Devices", "Déviçes").encode(kind))
    done = CliRunner().invoke(
        main, ["import", "2019", "--exhibit", str(path), "--data", str(tmp_path / "data")]
    )
    assert done.exit_code == 0, done.output
    assert "Invented Déviçes, Inc." in (tmp_path / "data/2019/disclosure.yml").read_text(encoding="utf-8")
