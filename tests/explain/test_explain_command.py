"""``formsd explain``: what a person reads of a code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.explain.codes import FAMILIES, Line, catalogue, explained
from generator.findings.catalogue import RETIRED, rules
from tests.explain.not_yet import NOT_YET
from tests.support.builders import write_year
from tests.support.terminal import at_terminal

CODES = [rule.code for rule in rules()]


def explain(*code: str) -> Result:
    return CliRunner(env={"COLUMNS": "80"}).invoke(main, ["explain", *code])


def test_a_code_is_explained_with_an_example_and_the_example_mended() -> None:
    result = explain("TF-001")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[:4] == [
        "TF-001 warning: A typed figure that the data has.",
        "It stops nothing; it can be waived. The check is called figure_is_not_typed.",
        "",
        "Somebody typed a figure that the data has too. It is right today. When a row is",
    ]
    begin = lines.index("An example that has it")
    assert lines[begin : lines.index("The example mended")] == [
        "An example that has it",
        "",
        "Harbor Lights Instruments asked seven suppliers, and somebody typed so.",
        "",
        "report/03-survey.md:",
        "    # Survey",
        "",
        "    We asked 7 suppliers about the metals in our products.",
        "",
    ]
    assert "    We asked {{ survey.suppliers|words }} suppliers about the metals in our products." in lines
    assert "When to waive" in lines
    assert "```" not in result.output


def test_rows_of_a_list_stand_below_each_other() -> None:
    assert (
        "    Metal  Smelter Identification Number  Smelter Name            Smelter Country  Status\n"
        "    Gold   CID000001                      Invented Gold Works     JAPAN            Conformant\n"
    ) in explain("SM-001").output


def test_a_code_may_be_written_in_small_letters() -> None:
    assert explain("tf-001").output == explain("TF-001").output


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("TF-01", "Did you mean TF-001?"),
        ("tf1", "Did you mean TF-001?"),
        ("SM 9", "Did you mean SM-009?"),
        ("TFF-001", "Did you mean TF-001"),
        ("everything", "'formsd explain' without a code lists all of them."),
    ],
)
def test_a_code_that_is_not_there_is_an_error_that_names_near_ones(code: str, meant: str) -> None:
    result = explain(code)
    assert result.exit_code == 1
    assert result.output.startswith(f"There is no code '{code}'. {meant}")


@pytest.mark.parametrize("code", sorted(RETIRED))
def test_a_retired_code_says_that_it_is_retired(code: str) -> None:
    result = explain(code.lower())
    assert result.exit_code == 0
    assert result.output == (
        f"{code} is retired: no finding has it any more, and it is not given to another one.\n"
    )


def test_a_code_without_a_text_says_what_the_catalogue_knows() -> None:
    assert [line.text for line in explained("WD-001")] == [
        "WD-001 warning: A former name of a programme.",
        "It stops nothing; it can be waived. The check is called programme_has_its_present_name.",
        "",
        "There is no longer text on this code yet.",
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_explained(code: str) -> None:
    lines = list(explained(code, width=100))
    assert lines[0].is_heading
    assert lines[0].text.startswith(f"{code} ")
    assert ("There is no longer text on this code yet." in [line.text for line in lines]) is (code in NOT_YET)


def test_what_a_restated_filing_lowers_says_so() -> None:
    said = "In a year that restates a filing (filing.signed_elsewhere) it is a warning, and stops nothing."
    told = {code for code in CODES if said in [line.text for line in explained(code)]}
    assert {"SM-004", "SM-005", "CO-001", "DT-004", "TF-002", "FG-002"} <= told
    assert not {"SM-001", "FG-001", "SE-005", "YM-003", "TF-001"} & told


def test_what_cannot_be_waived_says_so() -> None:
    assert explain("WB-001").output.endswith(
        "It cannot be waived: as long as it stands, there is nothing that could be\npublished.\n"
    )
    assert explain("VE-001").output.endswith("It stops the command that says it, and no build.\n")


def test_without_a_code_all_are_listed_by_family() -> None:
    result = explain()
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [
        rule.code for letters in FAMILIES for rule in rules() if rule.code.startswith(letters)
    ]
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == CODES
    assert "  TF-001  warning  A typed figure that the data has." in lines
    assert Line("FI  Files", is_heading=True) in list(catalogue())


def test_a_check_without_a_terminal_does_not_advertise(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "data")])
    assert "error" in result.output
    assert "formsd explain" not in result.output


def test_a_check_at_a_terminal_says_once_where_a_code_is_explained(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    _, shown = at_terminal(tmp_path, ["check", "2021"], shows_all=True)
    assert shown.splitlines()[-1] == "'formsd explain CODE' says more about a code, with an example."
    assert shown.count("formsd explain") == 1


def test_the_texts_are_not_read_for_another_command(repo: Path) -> None:
    script = (
        "import sys; from click.testing import CliRunner; from generator.cli import main\n"
        "CliRunner().invoke(main, ['check', '2021', '--data', 'data'])\n"
        "print([name for name in sys.modules if name.startswith('generator.explain')])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=repo, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
