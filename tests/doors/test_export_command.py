"""``formsd export``: the documents and tables of a year without a website."""

from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.builders import write_year


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
    section.write_text(section.read_text(encoding="utf-8") + "\nIn Amharic: አማርኛ\n", encoding="utf-8")
    code, output = run(tmp_path / "data", folder, "--only", "pdf")
    assert code == 1
    assert "PD-001 error" in output
    assert f"{section.name}:" in output
    assert "Traceback" not in output
    assert {path: path.read_bytes() for path in folder.rglob("*.pdf")} == before


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    (tmp_path / "file").write_text("Invented")
    code, output = run(tmp_path / "data", tmp_path / "file" / "out", "--only", "edgar")
    assert code == 1
    assert f"{tmp_path / 'file' / 'out'} cannot be written:" in output
    assert "Nothing was written." in output
    assert "Traceback" not in output


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, folder: Path) -> None:
    write_year(tmp_path / "data")
    folder.mkdir()
    (folder / "letter.txt").write_text("Invented")
    code, output = run(tmp_path / "data", folder, "--only", "edgar")
    assert code == 1
    assert "is not empty and was not written by this command" in output
    assert files_in(folder) == {"letter.txt": b"Invented"}


def test_a_full_disk_leaves_what_was_written_before(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")
    assert run(tmp_path / "data", folder, "--only", "edgar")[0] == 0
    before, write = files_in(folder), Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "form-sd.htm":
            write(path, content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    code, output = run(tmp_path / "data", folder, "--only", "edgar")
    assert code == 1
    assert "cannot be written: No space left on device." in output
    assert files_in(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"data", "out"}


def test_no_room_for_temporary_files_is_told_and_no_letter_is_blamed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")

    def full(**_: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    code, output = run(tmp_path / "data", folder, "--only", "pdf")
    assert code == 1
    assert (
        "PD-002 error: the PDF cannot be made: files for the time being cannot be written: No space" in output
    )
    assert "PD-001" not in output
    assert not folder.exists()


KILLED = """
import os, sys
from pathlib import Path
write = Path.write_bytes
def killed(path, content):
    write(path, content[:10])
    if path.name == "form-sd.htm":
        os._exit(9)
Path.write_bytes = killed
from generator.cli import main
main()
"""


KILLED_BETWEEN_THE_MOVES = """
import os, sys
from pathlib import Path
rename = Path.rename
def killed(path, place):
    rename(path, place)
    os._exit(9)
Path.rename = killed
from generator.cli import main
main()
"""


def test_what_a_command_killed_between_its_two_moves_left_aside_is_back_even_if_the_next_one_fails(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")
    assert run(tmp_path / "data", folder, "--only", "edgar")[0] == 0
    before = files_in(folder)
    options = ["export", "2021", "--data", str(tmp_path / "data"), "--to", str(folder), "--only", "edgar"]
    command = [sys.executable, "-c", KILLED_BETWEEN_THE_MOVES, *options]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 9
    assert not folder.exists()

    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(tmp_path / "data", folder, "--only", "edgar")[0] == 1
    assert files_in(folder) == before


def test_a_killed_command_leaves_what_was_written_before_and_the_next_one_works(
    tmp_path: Path, folder: Path
) -> None:
    write_year(tmp_path / "data")
    assert run(tmp_path / "data", folder, "--only", "edgar")[0] == 0
    before = files_in(folder)
    options = ["export", "2021", "--data", str(tmp_path / "data"), "--to", str(folder), "--only", "edgar"]
    killed = subprocess.run([sys.executable, "-c", KILLED, *options], capture_output=True, check=False)
    assert killed.returncode == 9
    assert files_in(folder) == before
    assert run(tmp_path / "data", folder, "--only", "edgar")[0] == 0
    assert files_in(folder) == before
