"""What the system refuses a command is told by the file and what to do; no traceback, and nothing hangs."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files

from generator import cli
from generator.errors import InputError
from generator.files.text_file import read_bytes
from generator.own_site.frame import not_shown
from generator.signing.archive import as_read
from generator.suppliers import reconcile as reconciliation
from tests.support.builders import YML, write_year
from tests.support.cmrt_workbooks import cmrt

posix_only = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")


def formsd(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(one) for one in arguments])


def pipe(path: Path) -> None:
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.symlink_to(path.name)


KINDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (pipe, "it is no ordinary file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "it is no ordinary file"),
    "a folder": (Path.mkdir, "Is a directory"),
    "a link in a circle": (circle, "Too many levels of symbolic links"),
}


@posix_only
@pytest.mark.parametrize(("make", "says"), KINDS.values(), ids=KINDS)
def test_what_is_no_file_is_told_and_never_waited_for(
    make: Callable[[Path], None], says: str, tmp_path: Path
) -> None:
    make(tmp_path / "note.md")
    with pytest.raises(InputError, match=f"FI-002 error: note.md cannot be opened: {says}"):
        read_bytes(tmp_path / "note.md", "data/note.md")


COMMANDS = {
    "check": ("check", "2021"),
    "score": ("check", "2021", "--score"),
    "pages": ("pages", "2021", "--to", "out"),
    "export": ("export", "2021", "--to", "out"),
    "start": ("start", "2021"),
    "facts": ("facts", "2021"),
    "sign": ("sign", "2021", "--role", "legal", "--name", "Ann Example"),
    "publish": ("publish", "2021"),
    "verify": ("verify", "2021"),
    "policy": ("policy",),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO, errno.EMFILE], ids=errno.errorcode.get)
def test_no_command_shows_a_traceback_where_a_folder_cannot_be_read(
    code: int, command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)

    def refuse(path: Path, *_: object) -> None:
        raise OSError(code, os.strerror(code), str(path))

    with monkeypatch.context() as patch:
        for name in ("iterdir", "glob", "rglob"):
            patch.setattr(Path, name, refuse)
        result = formsd(*command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    assert os.strerror(code) in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_workbook_that_a_person_saves_while_reconcile_runs_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, answers = tmp_path / "data", tmp_path / "answers"
    year = write_year(data, yml=YML)
    (year / "smelters.xlsx").unlink()
    answers.mkdir()
    cmrt(answers / "a.xlsx")
    read = reconciliation.read_answers

    def saved_meanwhile(*arguments: object) -> object:
        (year / "smelters.xlsx").write_bytes(b"saved by a person")
        return read(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reconciliation, "read_answers", saved_meanwhile)
    result = formsd("reconcile", 2021, "--data", data, "--from", answers, "--processes", 1)
    assert result.exit_code == 1
    assert "smelters.xlsx was changed while this command ran" in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert (year / "smelters.xlsx").read_bytes() == b"saved by a person"
    assert not (year / "review").exists()
    assert not (year / "reconciled.yml").exists()


def test_a_text_that_changed_since_it_was_read_is_not_signed(tmp_path: Path) -> None:
    year = write_year(tmp_path / "data")
    section = next((year / "report").glob("*.md"))
    with as_read(tmp_path / "data", 2021) as must_be_as_read:
        must_be_as_read()
        section.write_text("Another text.", encoding="utf-8")
        with pytest.raises(Exception, match=f"{section.name} was changed while this command ran"):
            must_be_as_read()


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
@pytest.mark.parametrize("part", ["report/09-{}.md", "form/{}.md", "pictures/{}.png", "documents/{}.pdf"])
def test_a_name_that_is_no_text_is_told(part: str, tmp_path: Path) -> None:
    year = write_year(tmp_path / "data")
    path = year / part.format(os.fsdecode(b"a\xff"))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"# Invented\n")
    result = formsd("check", 2021, "--data", tmp_path / "data")
    assert isinstance(result.exception, SystemExit), result.exception
    assert "\\udcff" in result.output


@pytest.mark.parametrize("command", ["pages", "export"])
@pytest.mark.parametrize("place", ["data", "data/2021/out", "docs", "docs/2021", "link"])
def test_nothing_for_others_is_written_into_what_a_site_is_made_of(
    place: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")
    (tmp_path / "docs").mkdir()
    (tmp_path / "link").symlink_to("docs")
    monkeypatch.chdir(tmp_path)
    result = formsd(command, 2021, "--to", place)
    assert result.exit_code == 1
    of = "data" if place.startswith("data") else "docs"
    assert f"{place} cannot be written: {of} holds what the site is made of" in result.output
    assert result.output.endswith("Name a folder beside it: --to out.\nNothing was written.\n")
    assert [path.name for path in (tmp_path / "docs").iterdir()] == []
    assert {path.name for path in (tmp_path / "data").iterdir()} == {"2021"}


AMONG_PAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (pipe, "it is no ordinary file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "it is no ordinary file"),
    "a link in a circle": (circle, "Too many levels of symbolic links"),
    "a link to nothing": (lambda path: path.symlink_to("nothing"), "No such file or directory"),
}


@posix_only
@pytest.mark.parametrize(("make", "says"), AMONG_PAGES.values(), ids=AMONG_PAGES)
def test_what_is_no_file_among_the_pages_is_told_and_never_waited_for(
    make: Callable[[Path], None], says: str, tmp_path: Path
) -> None:
    write_year(tmp_path / "data")
    (tmp_path / "docs" / "own").mkdir(parents=True)
    make(tmp_path / "docs" / "own" / "note.md")
    make(tmp_path / "docs" / "picture.png")
    make(tmp_path / "docs" / ".#note.md")  # a lock of an editor
    result = formsd("check", 2021, "--data", tmp_path / "data")
    assert result.exit_code == 1
    for name in ("docs/own/note.md", "docs/picture.png"):
        assert name in result.output
    assert result.output.count(says) == 2
    assert ".#note" not in result.output


def unreadable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses to list the folder, as it does who has no rights there."""
    listed = os.scandir

    def scandir(path: Any = ".") -> Any:
        if not isinstance(path, int) and Path(os.fsdecode(path)) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fsdecode(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)


COMMANDS_OF_PAGES = {"check": ("check", 2021), "stage": ("stage", "out")}


@pytest.mark.parametrize("command", COMMANDS_OF_PAGES)
@pytest.mark.parametrize("name", ["docs", "docs/own"])
def test_a_folder_of_pages_that_cannot_be_read_is_told_and_never_taken_for_empty(
    name: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")
    (tmp_path / "docs" / "own").mkdir(parents=True)
    (tmp_path / "docs" / "own" / "about.md").write_text("# About\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    unreadable(tmp_path / name, monkeypatch)
    result = formsd(*COMMANDS_OF_PAGES[command], "--data", tmp_path / "data")
    assert result.exit_code == 1
    assert f"cannot be opened: Permission denied ({name})" in result.output
    assert not (tmp_path / "out").exists()


@posix_only
@pytest.mark.skipif(sys.platform == "darwin", reason="takes no such names")
@pytest.mark.parametrize("command", COMMANDS_OF_PAGES)
@pytest.mark.parametrize("name", [b"\xff.md", b"\xff.pdf", b"\xff/about.md"])
def test_a_name_among_the_pages_that_is_no_text_is_told(
    name: bytes, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_year(tmp_path / "data")
    path = Path(os.fsdecode(os.fsencode(tmp_path / "docs") + b"/" + name))
    path.parent.mkdir(parents=True)
    path.write_text("# About\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = formsd(*COMMANDS_OF_PAGES[command], "--data", tmp_path / "data")
    assert result.exit_code == 1
    assert "its name has bytes that are no text in UTF-8" in result.output


@posix_only
@pytest.mark.parametrize("name", ["mkdocs.yml", "data/2021/disclosure.yml", "data/2021/report/02-results.md"])
@pytest.mark.parametrize(("make", "says"), [KINDS["a pipe"], KINDS["a device"]], ids=["a pipe", "a device"])
def test_what_is_no_file_among_the_sources_is_told_and_never_waited_for(
    make: Callable[[Path], None], says: str, name: str, tmp_path: Path
) -> None:
    write_year(tmp_path / "data")
    (tmp_path / name).unlink(missing_ok=True)
    make(tmp_path / name)
    result = formsd("check", 2021, "--data", tmp_path / "data")
    assert result.exit_code == 1
    assert f"{Path(name).name} cannot be opened: {says}" in " ".join(result.output.split())


@posix_only
def test_a_preview_leaves_out_what_is_no_file(tmp_path: Path) -> None:
    """MkDocs would read it, and wait."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text("# Invented\n")
    pipe(docs / "pipe.md")
    config = MkDocsConfig()
    config.load_dict({"site_name": "Invented", "docs_dir": str(docs), "site_dir": str(tmp_path / "site")})
    assert config.validate() == ([], [])
    files = get_files(config)
    config.plugins._current_plugin = "disclosure"
    made = File.generated(config, "made.md", content="# Made")
    files.append(made)
    assert [one.src_uri for one in not_shown(files, is_nothing=False)] == ["pipe.md"]
    assert {one.src_uri for one in not_shown(files, is_nothing=True)} == {"page.md", "pipe.md", "made.md"}


@posix_only
@pytest.mark.parametrize("command", ["build", "serve"])
def test_settings_that_are_no_file_are_told(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(tmp_path / "mkdocs.yml")
    monkeypatch.chdir(tmp_path)
    result = formsd(command)
    assert (result.exit_code, result.output.partition(" in ")[0]) == (1, "There is no mkdocs.yml")


@pytest.mark.parametrize("command", ["init", "example"])
def test_a_folder_that_cannot_be_made_is_told(command: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Invented")
    (tmp_path / "circle").symlink_to("circle")
    for place, says in (
        ("file", "file is a file. Name a new or an empty folder."),
        ("file/own", "Not a directory. A part of its place is a file and no folder"),
        ("circle", "circle"),
        ("n" * 300, "File name too long. Give it a shorter name"),
    ):
        result = formsd(command, tmp_path / place)
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit), (place, result.exception)
        assert says in result.output
        assert result.output.endswith("Nothing was written.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["circle", "file"]


@posix_only
def test_a_build_names_what_is_no_file_among_its_pages_and_does_not_wait(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    (tmp_path / "docs").mkdir()
    pipe(tmp_path / "docs" / "note.md")
    text = "site_name: Invented\ntheme: material\nplugins:\n  - disclosure:\n      pdf: false\n"
    (tmp_path / "mkdocs.yml").write_text(text)
    line = [sys.executable, "-P", "-m", "mkdocs", "build", "-f", str(tmp_path / "mkdocs.yml")]
    ended = subprocess.run(line, capture_output=True, text=True, check=False, timeout=250)
    assert ended.returncode == 1
    assert "FI-002 error: note.md cannot be opened: it is no ordinary file" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "site").exists()
