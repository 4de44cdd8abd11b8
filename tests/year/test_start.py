"""``formsd start`` that was interrupted: run again, it ends what it began, and replaces nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import DisclosureError
from generator.files import added_files
from generator.model import Route
from generator.year.start import in_few_lines, start_year

SAVED = b"A person's own text.\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a year that was begun without an interruption."""
    data = tmp_path_factory.mktemp("whole")
    start_year(data, 2022)
    return contents(data / "2022")


@pytest.mark.parametrize(("where", "step"), [(added_files, "write_synced"), (Path, "rename")])
@pytest.mark.parametrize("after", [0, 1, 4, 9])
@pytest.mark.parametrize("has_folder", [False, True])
def test_an_interrupted_start_is_ended_by_the_next_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    whole: dict[str, bytes],
    where: object,
    step: str,
    after: int,
    has_folder: bool,
) -> None:
    folder = tmp_path / "2022"
    if has_folder:
        (folder / "report").mkdir(parents=True)
        (folder / "reconcile.yml").write_bytes(SAVED)
    plain, done = getattr(where, step), []

    def refuse(path: Path, value: object) -> object:
        done.append(path)
        if len(done) > after:
            raise OSError(28, "No space left on device", str(path))
        return plain(path, value)

    with monkeypatch.context() as patched:
        patched.setattr(where, step, refuse)
        with pytest.raises(DisclosureError, match="No space left on device"):
            start_year(tmp_path, 2022)
    start_year(tmp_path, 2022)
    own = {"reconcile.yml": SAVED} if has_folder else {}
    assert contents(folder) == whole | own
    assert [path.name for path in tmp_path.iterdir()] == ["2022"]


def test_what_a_person_wrote_after_an_interruption_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: dict[str, bytes]
) -> None:
    with monkeypatch.context() as patched:
        plain = Path.rename

        def refuse(path: Path, target: Path) -> Path:
            if path.name == "disclosure.yml":
                raise OSError(13, "Permission denied", str(path))
            return plain(path, target)

        patched.setattr(Path, "rename", refuse)
        with pytest.raises(DisclosureError, match="Permission denied"):
            start_year(tmp_path, 2022)
    (tmp_path / "2022").mkdir(exist_ok=True)
    (tmp_path / "2022" / "disclosure.yml").write_bytes(SAVED)
    start_year(tmp_path, 2022)
    assert contents(tmp_path / "2022") == whole | {"disclosure.yml": SAVED}


def test_a_year_that_is_begun_is_told_what_was_written_and_what_stays(tmp_path: Path) -> None:
    written, kept = start_year(tmp_path, 2022, Route.REPORT)
    assert "disclosure.yml" in written
    assert kept == []
    again, there = start_year(tmp_path, 2022)
    assert again == []
    assert "disclosure.yml" in there


def test_of_a_folder_with_many_files_their_number_is_said(tmp_path: Path) -> None:
    names = ["disclosure.yml", *(f"wording/{number}.md" for number in range(6)), "form/a.md", "form/b.md"]
    assert in_few_lines(names) == ["disclosure.yml", "form/a.md", "form/b.md", "wording: 6 files"]
    lines = CliRunner().invoke(main, ["start", "2021", "--data", str(tmp_path)]).output.splitlines()
    assert len(lines) <= 20
    assert any(line.startswith(f"written  {tmp_path}/2021/wording: ") for line in lines)
