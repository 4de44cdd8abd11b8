"""What is kept between builds is renewed by any change of the program."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from generator.files import program
from generator.files.program import PACKAGE, fingerprint_of, program_fingerprint, program_texts, shipped


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package that a test may change, without compiled code."""
    copy = tmp_path_factory.mktemp("program") / "generator"
    return shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))


def test_the_same_files_give_the_same_fingerprint_wherever_they_stand(package: Path) -> None:
    assert fingerprint_of(package) == program_fingerprint()


def test_a_change_of_any_file_gives_another_fingerprint(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = {path: str(path).encode() for path in package.rglob("*") if path.is_file()}
    files = list(contents)
    # What a disk would give again and again for each file; its own content is as good as its path.
    monkeypatch.setattr(
        program, "_named_files", lambda _: [(path.relative_to(package).as_posix(), path) for path in files]
    )
    monkeypatch.setattr(program, "open", lambda path, *_, **__: io.BytesIO(contents[path]), raising=False)
    names = [path for path in files if path.suffix == ".py"]
    assert len(names) > 100
    seen = {fingerprint_of(package)}
    for name in names:
        before = contents[name]
        contents[name] = before + b"\n"
        seen.add(fingerprint_of(package))
        contents[name] = before
    assert len(seen) == len(names) + 1


def test_a_moved_file_gives_another_fingerprint(package: Path) -> None:
    before = fingerprint_of(package)
    (package / "errors.py").rename(package / "mistakes.py")
    moved = fingerprint_of(package)
    (package / "mistakes.py").rename(package / "errors.py")
    assert moved != before


def test_compiled_code_changes_nothing(package: Path) -> None:
    before = fingerprint_of(package)
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "errors.cpython-311.pyc").write_bytes(b"compiled")
    assert fingerprint_of(package) == before


def test_a_folder_that_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="no folder rooms"):
        list(program_texts("rooms"))


def test_what_the_program_should_bring_along_and_does_not_is_named() -> None:
    assert (shipped("site_overrides") / "main.html").is_file()
    with pytest.raises(FileNotFoundError, match="the program has no overrides; install it again"):
        shipped("overrides")
