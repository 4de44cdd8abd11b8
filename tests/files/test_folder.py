"""A folder that is written again: what the program wrote goes, what people put there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DisclosureError
from generator.files.folder import write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the program has written."""
    folder = tmp_path / "review"
    write_folder(
        folder, {"report.md": b"one", "letters/acme.txt": b"one", "letters/gone.txt": b"one"}, "review"
    )
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Address to content of all files but the program's own list of them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".formsd-review"
    }


def test_what_is_no_longer_written_goes(folder: Path) -> None:
    write_folder(folder, {"report.md": b"two", "letters/acme.txt": b"one"}, "review")
    assert contents(folder) == {"report.md": b"two", "letters/acme.txt": b"one"}


def test_files_of_people_stay_run_after_run(folder: Path) -> None:
    (folder / "my notes.md").write_bytes(b"mine")
    (folder / "mine").mkdir()
    (folder / "mine" / "call.txt").write_bytes(b"mine")
    for _ in range(2):
        write_folder(folder, {"report.md": b"two"}, "review")
        assert contents(folder) == {"report.md": b"two", "my notes.md": b"mine", "mine/call.txt": b"mine"}


@pytest.mark.parametrize("name", ["letters/acme.txt", "letters/gone.txt", "new.md"])
def test_what_people_wrote_is_never_replaced(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"mine")
    before = contents(folder)
    with pytest.raises(DisclosureError, match="changed or put there by hand"):
        write_folder(folder, {"report.md": b"two", "letters/acme.txt": b"two", "new.md": b"two"}, "review")
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_changed_file_that_already_says_what_is_to_be_written_is_no_obstacle(folder: Path) -> None:
    (folder / "report.md").write_bytes(b"two")
    write_folder(folder, {"report.md": b"two"}, "review")
    assert contents(folder) == {"report.md": b"two"}


def test_what_another_command_wrote_is_left_alone(folder: Path) -> None:
    with pytest.raises(DisclosureError, match="was not written by this command"):
        write_folder(folder, {"report.md": b"two"}, "export")
    assert contents(folder)["report.md"] == b"one"


def test_a_link_stays_a_link(folder: Path) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    write_folder(link, {"report.md": b"two"}, "review")
    assert link.is_symlink()
    assert contents(folder) == {"report.md": b"two"}
    assert {path.name for path in folder.parent.iterdir()} == {"link", "review"}


@pytest.mark.parametrize("place", [".", ".."])
def test_the_folder_in_which_the_command_runs_is_refused(
    folder: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(DisclosureError, match="is the folder in which the command runs, or holds it"):
        write_folder(Path(place), {"report.md": b"two"}, "review")


def test_a_place_that_cannot_be_a_folder_is_told(folder: Path) -> None:
    for place in (folder / "report.md", folder / ("x" * 300)):
        with pytest.raises(DisclosureError, match="cannot be written: "):
            write_folder(place, {"report.md": b"two"}, "review")
