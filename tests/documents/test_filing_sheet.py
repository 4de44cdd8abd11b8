"""The filing sheet: what the agent asks, the due date with its reason, and what to look at."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import main
from generator.documents.output import Output
from generator.documents.sheet.values import due_in_words
from generator.model import Period
from generator.pipeline import EXPORT, export_files, filing_sheets, load, render
from tests.support.builders import YML, write_form, write_year


def sheet(data: Path, output: Output = EXPORT) -> tuple[str, str, dict[str, bytes]]:
    """The text, the HTML, and all files by name."""
    years = load(data, 2021)
    assets, _ = export_files(years, output)
    assets += filing_sheets(years, assets)[0]
    files = {one.uri: one.content for one in assets}
    names = {name.rpartition("/")[2]: content for name, content in files.items()}
    return files["2021/filing-sheet.txt"].decode(), files["2021/filing-sheet.html"].decode(), names


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2021, "Tuesday, May 31, 2022: May 31 of the year after the period, a business day."),
        (2024, "Monday, June 2, 2025, the next business day after May 31: May 31, 2025 is a Saturday and"
               " June 1, 2025 is a Sunday."),
        (2019, "Monday, June 1, 2020, the next business day after May 31: May 31, 2020 is a Sunday."),
        (2020, "Tuesday, June 1, 2021, the next business day after May 31: May 31, 2021 is Memorial Day."),
    ],
)  # fmt: skip
def test_the_due_date_has_its_reason(year: int, words: str) -> None:
    assert due_in_words(Period(year)) == words


def test_an_amendment_has_no_due_date() -> None:
    assert due_in_words(Period(2021), is_amendment=True) == "An amendment has no due date of its own."


def test_it_says_what_the_agent_asks(tmp_path: Path) -> None:
    yml = YML.replace("  short_name: Invented Devices\n", "  short_name: Invented Devices\n  cik: 1107843\n")
    write_year(tmp_path / "data", yml=yml)
    text, page, names = sheet(tmp_path / "data")
    lines = [" ".join(line.split()) for line in text.split("\n")]
    assert "Form type: SD" in lines
    assert "Registrant: Invented Devices, Inc.; CIK 1107843; Commission file number 001-00042" in lines
    assert "Period of report: December 31, 2021" in lines
    assert "Filed pursuant to: Rule 13p-1 (17 CFR 240.13p-1)" in lines
    assert (
        "Items: Item 1.01 Conflict Minerals Disclosure and Report; Item 1.02 Exhibit; Item 3.01 Exhibits"
        in lines
        or "Items: Item 1.01 Conflict Minerals Disclosure and Report; Item 1.02 Exhibit; Item 2.01 Exhibits"
        in lines
    )
    shown = " ".join(BeautifulSoup(page, "lxml").get_text(" ").split())
    for kind, name in (("SD", "form-sd.htm"), ("EX-1.01", "ex1-01.htm"), ("SD", "form-sd-2021-edgar.pdf")):
        content = names[name]
        digest = hashlib.sha256(content).hexdigest()
        assert f"{len(content):,} bytes, SHA-256 {digest}" in lines
        assert any(f"{kind} {name}" in line for line in lines)
        assert f"{name} {len(content):,} {digest}" in shown
    assert not any(name.endswith(".xml") for name in names)


def test_it_lists_what_to_look_at_before_submission(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    text, page, _ = sheet(tmp_path / "data")
    checks = [line for line in text.split("\n") if line.startswith("[ ] ")]
    assert len(BeautifulSoup(page, "lxml").select("ul.checks li")) == len(checks)
    whole = "\n".join(checks)
    assert "signed by Ina Invented before or at the time of filing, and is kept for five years" in whole
    assert "https://www.example.com/conflict-minerals/2021/." in whole
    assert "no name has more than 32 letters" in whole
    assert "https://www.example.com/conflict-minerals/2021" in text.partition("Addresses in the documents")[2]


def test_the_form_is_the_first_document_and_copies_come_last(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    text, page, _ = sheet(tmp_path / "data")
    listed = text.partition("Documents\n")[2].partition("Before submission")[0]
    names = [line.split()[2] for line in listed.split("\n") if line[:1].isdigit()]
    assert names == ["form-sd.htm", "ex1-01.htm", "form-sd-2021-edgar.pdf", "ex1-01-2021-edgar.pdf"]
    assert page.index("form-sd.htm") < page.index("ex1-01.htm") < page.index("form-sd-2021-edgar.pdf")


def test_an_amendment_is_sd_a(tmp_path: Path) -> None:
    yml = YML.replace("  state: final\n", "  state: final\n  amendment: 1\n")
    folder = write_year(tmp_path / "data", yml=yml)
    write_form(folder, explanatory_note="# Purpose\n\nInvented.\n")
    text, _, names = sheet(tmp_path / "data", Output(kinds=("edgar",)))
    assert "1. SD/A  form-sd-a1.htm  Form SD/A (Amendment No. 1)" in text
    assert "An amendment has no due date of its own." in text
    assert "form-sd.htm" not in names


def test_a_draft_says_that_it_is_not_to_be_filed_and_what_it_lacks(tmp_path: Path) -> None:
    yml = YML.replace("state: final", "state: draft")
    yml = yml.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
    write_year(tmp_path / "data", yml=yml)
    text, page, _ = sheet(tmp_path / "data", Output(kinds=("edgar",)))
    assert "A draft: not to be filed as it is. It lacks: " in text
    assert "A draft: not to be filed as it is." in page


def test_what_people_wrote_is_no_markup(tmp_path: Path) -> None:
    yml = YML.replace("name: Invented Devices, Inc.", "name: Invented <b>Devices</b> & Sons")
    write_year(tmp_path / "data", yml=yml)
    _, page, _ = sheet(tmp_path / "data", Output(kinds=("edgar",)))
    assert "Invented &lt;b&gt;Devices&lt;/b&gt; &amp; Sons" in page
    assert "<b>" not in page


def test_it_is_written_with_the_documents_for_edgar_alone_and_never_in_the_site(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    for only, expected in (("edgar", 2), ("pdf", 0), ("tables", 0), ("word", 0)):
        to = tmp_path / only
        command = ["export", "2021", "--data", str(tmp_path / "data"), "--to", str(to), "--only", only]
        assert CliRunner().invoke(main, command).exit_code == 0
        assert len(list(to.rglob("filing-sheet.*"))) == expected
    assert not [one.uri for one in render(load(tmp_path / "data")).assets if "filing-sheet" in one.uri]
