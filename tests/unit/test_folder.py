"""A folder that is written again: what the program wrote goes, what people put there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DisclosureError
from generator.export.folder import write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the program has written."""
    folder = tmp_path / "review"
    write_folder(folder, {"report.md": b"one", "letters/acme.txt": b"one", "letters/gone.txt": b"one"})
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Address to content of all files but the program's own list of them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".formsd-pages"
    }


def test_what_is_no_longer_written_goes(folder: Path) -> None:
    write_folder(folder, {"report.md": b"two", "letters/acme.txt": b"one"})
    assert contents(folder) == {"report.md": b"two", "letters/acme.txt": b"one"}


def test_files_of_people_stay_run_after_run(folder: Path) -> None:
    (folder / "my notes.md").write_bytes(b"mine")
    (folder / "mine").mkdir()
    (folder / "mine" / "call.txt").write_bytes(b"mine")
    for _ in range(2):
        write_folder(folder, {"report.md": b"two"})
        assert contents(folder) == {"report.md": b"two", "my notes.md": b"mine", "mine/call.txt": b"mine"}


@pytest.mark.parametrize("name", ["letters/acme.txt", "letters/gone.txt", "new.md"])
def test_what_people_wrote_is_never_replaced(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"mine")
    before = contents(folder)
    with pytest.raises(DisclosureError, match="changed or put there by hand"):
        write_folder(folder, {"report.md": b"two", "letters/acme.txt": b"two", "new.md": b"two"})
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_changed_file_that_already_says_what_is_to_be_written_is_no_obstacle(folder: Path) -> None:
    (folder / "report.md").write_bytes(b"two")
    write_folder(folder, {"report.md": b"two"})
    assert contents(folder) == {"report.md": b"two"}
