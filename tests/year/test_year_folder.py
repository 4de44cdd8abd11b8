from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model import LineRef, OwnFile
from generator.year.year_folder import read_year, years_in
from tests.support.builders import SECTIONS, YML, write_year


def test_years_are_the_folders_named_after_years_newest_first(tmp_path: Path) -> None:
    for name in ("2021", "2023", "2022", "2021 old", "21", "1999", "drafts"):
        (tmp_path / name).mkdir()
    (tmp_path / "2024").write_text("no folder")
    assert years_in(tmp_path) == (2023, 2022, 2021)


def test_a_whole_year_is_read_without_a_finding(tmp_path: Path) -> None:
    write_year(tmp_path)
    disclosure, found = read_year(tmp_path, 2021)
    assert found == ()
    assert disclosure is not None
    assert (disclosure.year, len(disclosure.smelters), len(disclosure.sections)) == (2021, 2, 2)
    assert disclosure.file == f"{tmp_path.name}/2021/disclosure.yml"


def test_mistakes_of_several_sources_are_told_at_once(tmp_path: Path) -> None:
    folder = write_year(tmp_path / "data", yml="period: 2021\nannex: {title: Invented list}")
    (folder / "smelters.xlsx").unlink()
    (folder / "report" / "02-results.md").rename(folder / "report" / "results.md")
    (tmp_path / "data" / "countries.csv").write_text("Country\n")
    disclosure, found = read_year(tmp_path / "data", 2021)
    assert disclosure is None
    assert {finding.code for finding in found} == {"CO-002", "YM-003", "SE-001", "FI-001"}


def test_no_list_is_missed_where_the_facts_have_mistakes_and_name_none(tmp_path: Path) -> None:
    folder = write_year(tmp_path, yml="period: 2021\nannex:\ncounts: {total: x}\n")
    (folder / "smelters.xlsx").unlink()
    _, found = read_year(tmp_path, 2021)
    assert "FI-001" not in {finding.code for finding in found}


def test_peoples_own_files_are_those_that_can_be_seen(tmp_path: Path) -> None:
    folder = write_year(tmp_path)
    (folder / "documents" / "drafts").mkdir(parents=True)
    for name in ("letter.pdf", "annual report.pdf", ".DS_Store", "~$letter.docx", "drafts/old.pdf"):
        (folder / "documents" / name).write_bytes(name.encode())
    disclosure, _ = read_year(tmp_path, 2021)
    assert disclosure is not None
    assert disclosure.own_files == (
        OwnFile("annual report.pdf", b"annual report.pdf"),
        OwnFile("letter.pdf", b"letter.pdf"),
    )


def test_a_document_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_year(tmp_path)
    (folder / "documents").mkdir(exist_ok=True)
    (folder / "documents" / "letter.pdf").write_bytes(b"Invented")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "letter.pdf":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    disclosure, found = read_year(tmp_path, 2021)
    assert disclosure is None
    assert [str(one.where) for one in found] == [f"{tmp_path.name}/2021/documents/letter.pdf"]
    assert "cannot be opened: Permission denied" in found[0].message


@pytest.mark.usefixtures("paths_of_windows")
def test_peoples_own_files_stand_in_one_order_on_every_system(tmp_path: Path) -> None:
    folder = write_year(tmp_path)
    (folder / "documents").mkdir()
    for name in ("a.pdf", "B.pdf", "c.pdf"):
        (folder / "documents" / name).write_bytes(b"Invented")
    disclosure, _ = read_year(tmp_path, 2021)
    assert disclosure is not None
    assert [file.name for file in disclosure.own_files] == ["B.pdf", "a.pdf", "c.pdf"]


@pytest.mark.parametrize("name", ["logo.svg", "LOGO.PNG"])
def test_the_logo_is_a_file_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = write_year(tmp_path, yml=YML.replace("period:", f"  logo: {name}\nperiod:"))
    (folder / name).write_bytes(b"Invented")
    disclosure, found = read_year(tmp_path, 2021)
    assert found == ()
    assert disclosure is not None
    assert disclosure.logo == OwnFile(name, b"Invented")


def test_covered_countries_are_resolved_as_the_filer_writes_them(tmp_path: Path) -> None:
    names = "[the Democratic Republic of Congo, The Central African Republic, Congo, Sudan, Zambja]"
    write_year(tmp_path, yml=f"{YML}covered_countries: {names}\n")
    disclosure, _ = read_year(tmp_path, 2021)
    assert disclosure is not None
    assert [code for _, code in disclosure.covered_codes] == ["CD", "CF", "CG", "SD", None]


@pytest.mark.parametrize("ending", ["", ".md"])
def test_a_list_names_its_section_with_or_without_the_ending(tmp_path: Path, ending: str) -> None:
    name = f"{next(iter(SECTIONS)).removesuffix('.md')}"
    lists = f"lists: [{{sheet: Smelter List, title: One, section: {name}{ending}}}]\n"
    write_year(tmp_path, yml=YML + lists)
    disclosure, found = read_year(tmp_path, 2021)
    assert found == ()
    assert disclosure is not None
    assert [one.section for one in disclosure.lists] == [name]


def test_a_list_behind_a_section_that_is_not_there_is_an_error_with_those_there_are(tmp_path: Path) -> None:
    write_year(tmp_path, yml=f"{YML}lists:\n  - sheet: Smelter List\n    title: One\n    section: 99-none\n")
    disclosure, (one,) = read_year(tmp_path, 2021)
    assert disclosure is None
    assert (one.code, one.message) == (
        "YM-004",
        "'lists[1].section' is '99-none', and the report has no such section",
    )
    assert one.where == LineRef(f"{tmp_path.name}/2021/disclosure.yml", len(YML.splitlines()) + 4)
    assert one.advice == f"Expected: one of {', '.join(name.removesuffix('.md') for name in SECTIONS)}."


def test_a_sheet_is_one_list_and_not_two(tmp_path: Path) -> None:
    lists = "lists:\n  - {sheet: Smelter List, title: One}\n  - {sheet: Smelter list, title: Two}\n"
    write_year(tmp_path, yml=YML + lists)
    disclosure, (one,) = read_year(tmp_path, 2021)
    assert disclosure is None
    assert (one.code, one.message) == (
        "YM-004",
        "'lists[2].sheet' is 'Smelter list', and lists[1] has this sheet",
    )
    assert one.where == LineRef(f"{tmp_path.name}/2021/disclosure.yml", len(YML.splitlines()) + 3)


def test_a_folder_without_years_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as stopped:
        years_in(tmp_path)
    assert stopped.value.findings[0].code == "FI-001"
