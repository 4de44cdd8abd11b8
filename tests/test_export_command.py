"""``formsd export``: the documents and tables of a year without a website."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.builders import write_year


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


def run(data: Path, folder: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["export", "2021", "--data", str(data), "--to", str(folder), *options])
    return result.exit_code, result.output


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.name[0] != ".")


def test_only_the_kind_asked_for_is_written(tmp_path: Path, folder: Path) -> None:
    write_year(tmp_path / "data")
    assert run(tmp_path / "data", folder, "--only", "pdf")[0] == 0
    assert names(folder) == [
        "2021/documents/ex1-01-2021-edgar.pdf",
        "2021/documents/form-sd-2021-edgar.pdf",
        "2021/documents/form-sd-2021.pdf",
    ]


def test_all_kinds_are_written_where_none_is_asked_for(tmp_path: Path, folder: Path) -> None:
    write_year(tmp_path / "data")
    assert run(tmp_path / "data", folder)[0] == 0
    written = names(folder)
    for end in (".pdf", ".htm", ".csv", ".xlsx", ".json"):
        assert any(name.endswith(end) for name in written), end


def test_with_an_error_what_was_written_before_stays(tmp_path: Path, folder: Path) -> None:
    year = write_year(tmp_path / "data")
    assert run(tmp_path / "data", folder, "--only", "pdf")[0] == 0
    before = {path: path.read_bytes() for path in folder.rglob("*.pdf")}
    section = min((year / "report").glob("*.md"))
    section.write_text(section.read_text(encoding="utf-8") + "\nIn Thai: ไทย\n", encoding="utf-8")
    code, output = run(tmp_path / "data", folder, "--only", "pdf")
    assert code == 1
    assert "PD-001 error" in output
    assert f"{section.name}:" in output
    assert "Traceback" not in output
    assert {path: path.read_bytes() for path in folder.rglob("*.pdf")} == before
