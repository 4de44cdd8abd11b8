"""The command ``formsd``, run in this process."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.prose.marks import BEGIN, END, MIDDLE
from tests.support.bad_input import BAD_INPUTS, Bad
from tests.support.builders import ROWS, YML, workbook, write_year

FINE = """\
data/2021/disclosure.yml: 1 note
SO-006 info: the final has no sign-offs, because: 'Invented, so that nobody signs' \
(data/2021/disclosure.yml:25). Remove the entry, unless it is so.
    |   signed_elsewhere: Invented, so that nobody signs

0 errors, 0 warnings, 1 note. Nothing stops publishing."""

PAGES = {
    "index.md",
    "2021/index.md",
    "2021/form-sd/index.md",
    "2021/report/index.md",
    "2021/annex/index.md",
    "2021/documents/index.md",
}


OWN_DRAFT = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "state: final", "state: draft"
)
"""The draft of a disclosure that is made here, and restates no filing."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of the data, with one invented year without a finding."""
    write_year(tmp_path / "data")
    return tmp_path / "data"


def formsd(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def files_in(folder: Path) -> dict[str, bytes]:
    """Path inside the folder to content, of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_data_without_a_finding_says_so_and_exits_with_0(data: Path) -> None:
    result = formsd("check", "2021", "--data", data)
    assert (result.exit_code, result.output) == (0, f"{FINE}\n")


def test_the_filing_of_2021_has_no_error(repo: Path) -> None:
    result = formsd("check", "--data", repo / "data")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1].startswith("0 errors, ")


def test_the_scorecard_is_printed_for_people_and_for_programs(data: Path) -> None:
    printed = formsd("check", "2021", "--data", data, "--score")
    assert printed.exit_code == 0
    first, *lines = printed.output.splitlines()
    assert first == "Scorecard for 2021: statutory 15 of 18, good practice 10 of 21"
    assert "   E3  met            The PDF is tagged." in lines
    (card,) = json.loads(formsd("check", "--data", data, "--score", "--json").output)["scorecards"]
    assert [group["points"] for group in card["groups"]] == [9, 6, 4, 2, 4]


def test_there_is_no_scorecard_of_data_with_errors(data: Path) -> None:
    (data / "2021" / "disclosure.yml").write_text(OWN_DRAFT.replace("answered: 6", "answered: 8"))
    result = formsd("check", "--data", data, "--score")
    assert result.exit_code == 1
    assert result.output.startswith("FG-002 error: 8 suppliers answered, but only 7 were asked")
    assert result.output.endswith("There is no scorecard where the data has errors.\n")


@pytest.mark.parametrize("bad", BAD_INPUTS.values(), ids=BAD_INPUTS)
def test_bad_input_is_named_word_for_word_and_exits_with_1(data: Path, bad: Bad) -> None:
    bad.make(data / "2021")
    result = formsd("check", "2021", "--data", data)
    *findings, summary = result.output.splitlines()
    number = "1 error" if len(bad.says) == 1 else f"{len(bad.says)} errors"
    assert tuple(line for line in findings if " error: " in line) == bad.says
    assert summary.startswith(f"{number}, ")
    assert summary.endswith(" A site with errors is not published.")
    assert result.exit_code == 1


def test_warnings_and_notes_do_not_change_the_exit_code(data: Path) -> None:
    yml = YML.replace("date: 2022-05-31", "date: 2022-06-01")
    (data / "2021" / "disclosure.yml").write_text(yml)
    result = formsd("check", "2021", "--data", data)
    assert result.output.splitlines() == [
        "data/2021/disclosure.yml: 1 warning, 1 note",
        "DT-003 warning: the filing date 2022-06-01 lies after the due date 2022-05-31 "
        "(data/2021/disclosure.yml:21). Check the date.",
        "    |   date: 2022-06-01",
        "SO-006 info: the final has no sign-offs, because: 'Invented, so that nobody signs' "
        "(data/2021/disclosure.yml:25). Remove the entry, unless it is so.",
        "    |   signed_elsewhere: Invented, so that nobody signs",
        "",
        "0 errors, 1 warning, 1 note. Nothing stops publishing.",
    ]
    assert result.exit_code == 0


def test_colours_are_for_terminals_only(data: Path) -> None:
    (data / "2021" / "disclosure.yml").write_text(YML.replace("date: 2022-05-31", "date: 2022-06-01"))
    arguments = ["check", "2021", "--data", str(data)]
    assert "\x1b[33mDT-003 warning" in CliRunner().invoke(main, arguments, color=True).output
    assert "\x1b" not in CliRunner().invoke(main, arguments).output


def test_sarif_has_the_findings_and_goes_alone(data: Path) -> None:
    (data / "2021" / "disclosure.yml").write_text(OWN_DRAFT.replace("answered: 6", "answered: 8"))
    result = formsd("check", "--data", data, "--sarif")
    assert result.exit_code == 1
    [run] = json.loads(result.output)["runs"]
    assert "FG-002" in [found["ruleId"] for found in run["results"]]
    refused = formsd("check", "--data", data, "--sarif", "--json")
    assert "--sarif goes with neither --json nor --score." in refused.output
    assert refused.exit_code != 0


def test_json_has_the_findings_with_their_places_and_the_counts(data: Path) -> None:
    other, third = ("Tin", 35, "Other Tin Works", "PERU", "Opn"), ("Tin", "", "Third Works", "PERU", "Open")
    workbook(data / "2021" / "smelters.xlsx", [ROWS[0], other, ROWS[1], third])
    (data / "2021" / "disclosure.yml").write_text(OWN_DRAFT)
    result = formsd("check", "2021", "--data", data, "--json")
    where = {"file": "data/2021/smelters.xlsx", "sheet": "Smelter List", "line": None, "column": None}
    nobody = {"waiver": None, "others": []}
    assert json.loads(result.output) == {
        "findings": [
            {
                "code": "WB-015",
                "name": "cell_is_no_number",
                "severity": "warning",
                "stops": "nothing",
                "message": "'35' is a number, where text is meant",
                "advice": "If zeros or digits are missing, format the cell as Text and type it again.",
                "cell": "B3",
                **where,
                **nobody,
            },
            {
                "code": "SM-007",
                "name": "cid_form",
                "severity": "warning",
                "stops": "nothing",
                "message": "identifier '35' of 'Other Tin Works' is not CID and six digits",
                "advice": "Nothing to do, if it was filed so; else correct or clear it.",
                "cell": "C3",
                **where,
                **nobody,
            },
            {
                "code": "SM-005",
                "name": "status_is_known",
                "severity": "error",
                "stops": "a final",
                "message": "status 'Opn' of smelter 'Other Tin Works' is not known",
                "advice": "Did you mean 'Open'?",
                "cell": "E3",
                **where,
                **nobody,
            },
        ],
        "counts": {"error": 1, "warning": 2, "info": 0, "waived": 0},
    }
    assert result.exit_code == 1


def test_without_a_year_every_year_is_checked(data: Path) -> None:
    folder = write_year(data, year=2020, yml=YML.replace("2021", "2020").replace("2022", "2021"))
    (folder / "smelters.xlsx").unlink()
    (data / "2021" / "smelters.xlsx").write_bytes(b"")
    assert formsd("check", "--data", data).stdout.splitlines() == [
        "data/2021/smelters.xlsx: 1 error",
        "WB-001 error: the file is empty (data/2021/smelters.xlsx). Save the workbook again.",
        "",
        "data/2020: 1 error",
        "FI-001 error: there is no smelter list (data/2020). Put smelters.xlsx into the folder. "
        "For a filer without a list, remove the entry annex from disclosure.yml.",
        "",
        "2 errors, 0 warnings, 0 notes. A site with errors is not published.",
    ]
    assert formsd("check", "2021", "--data", data).output.count("error:") == 1


@pytest.mark.parametrize("command", [("check",), ("pages", "--to", "pages")], ids=["check", "pages"])
def test_a_year_that_is_not_there_is_named_with_those_that_are(data: Path, command: tuple[str, ...]) -> None:
    result = formsd(*command, "2019", "--data", data)
    assert "FI-001 error: there is no folder for 2019 (data/2019). There are: 2021." in result.output
    assert result.exit_code == 1


def test_a_year_before_the_rule_is_refused(data: Path) -> None:
    result = formsd("check", "2012", "--data", data)
    assert "2012 is not in the range 2013<=x<=2100" in result.output
    assert result.exit_code == 2


def test_a_folder_of_data_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = formsd("check", "--data", tmp_path / "dta")
    assert result.output.splitlines()[1] == (
        "FI-001 error: the folder is not there (dta). "
        "Run the command in the project's folder, or name the folder of the data."
    )
    assert result.exit_code == 1


def test_a_folder_of_data_without_a_year_is_named(tmp_path: Path) -> None:
    (tmp_path / "data" / "year 2021").mkdir(parents=True)
    result = formsd("check", "--data", tmp_path / "data")
    assert result.output.splitlines()[1] == (
        "FI-001 error: no folder is named after a year (data). Make one, for example 2021."
    )
    assert result.exit_code == 1


def test_pages_are_whole_markdown_files_beside_the_files_of_the_year(data: Path, tmp_path: Path) -> None:
    result = formsd("pages", "2021", "--data", data, "--to", tmp_path / "pages")
    written = files_in(tmp_path / "pages" / "docs")
    assert result.exit_code == 0, result.output
    assert {name for name in written if name.endswith(".md")} == PAGES
    assert {"assets/logo.svg", "2021/documents/smelters-2021.csv"} <= set(written)
    annex = written["2021/annex/index.md"].decode()
    assert annex.startswith("---\n")
    assert "Invented Tin Works" in annex
    for name in PAGES:
        text = written[name].decode()
        assert "<!-- formsd:" not in text
        assert not {BEGIN, MIDDLE, END} & set(text)


def test_pages_written_twice_are_the_same_bytes(data: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        formsd("pages", "--data", data, "--to", tmp_path / name)
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_pages_take_the_place_of_pages_that_the_command_wrote(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data / "2021", data / "2020")
    facts = data / "2020" / "disclosure.yml"
    facts.write_text(facts.read_text().replace("2021", "2020").replace("2022", "2021"))
    formsd("pages", "--data", data, "--to", tmp_path / "pages")
    assert (tmp_path / "pages" / "docs" / "2020").is_dir()
    (tmp_path / "pages" / "notes.md").write_text("Invented")
    shutil.rmtree(data / "2020")
    result = formsd("pages", "--data", data, "--to", tmp_path / "pages")
    assert result.exit_code == 0, result.output
    written = files_in(tmp_path / "pages")
    assert not [uri for uri in written if uri.startswith("docs/2020/")]
    assert written["notes.md"] == b"Invented"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "pages"]


def test_pages_into_a_folder_of_somebody_else_are_refused(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_text("Invented")
    result = formsd("pages", "--data", data, "--to", folder)
    assert result.output.splitlines() == [
        f"{folder} is not empty and was not written by this command. Name a new or an empty folder.",
        "Nothing was written.",
    ]
    assert result.exit_code == 1
    assert files_in(folder) == {"letter.txt": b"Invented"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "letters"]


def test_pages_into_a_folder_that_cannot_be_made_are_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Invented")
    folder = tmp_path / "file" / "pages"
    result = formsd("pages", "--data", data, "--to", folder)
    first, last = result.output.splitlines()
    assert first.startswith(f"{folder} cannot be written: ")
    assert last == "Nothing was written."
    assert result.exit_code == 1


def test_pages_of_bad_data_are_not_written_and_the_old_ones_stay(data: Path, tmp_path: Path) -> None:
    formsd("pages", "--data", data, "--to", tmp_path / "pages")
    before = files_in(tmp_path / "pages")
    (data / "2021" / "smelters.xlsx").write_bytes(b"")
    result = formsd("pages", "--data", data, "--to", tmp_path / "pages")
    assert result.output.splitlines() == [
        "WB-001 error: the file is empty (data/2021/smelters.xlsx). Save the workbook again.",
        "Nothing was written.",
    ]
    assert result.exit_code == 1
    assert files_in(tmp_path / "pages") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "pages"]


def test_pages_without_a_report_are_those_of_the_form_alone(tmp_path: Path) -> None:
    write_year(
        tmp_path / "data",
        yml=YML.replace("route: conflict-minerals-report", "route: country-of-origin-inquiry"),
    )
    result = formsd("pages", "--data", tmp_path / "data", "--to", tmp_path / "pages")
    assert result.exit_code == 0, result.output
    written = files_in(tmp_path / "pages" / "docs")
    assert {name for name in written if name.endswith(".md")} == PAGES - {"2021/report/index.md"}
    assert "Invented inquiry" in written["2021/form-sd/index.md"].decode()


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_the_commands(option: str) -> None:
    result = formsd(option)
    assert result.exit_code == 0
    assert "check" in result.output
    assert "pages" in result.output
