"""The wheel: what is in it, and that it is the same files as an editable install finds."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from generator.files.program import PACKAGE, shipped
from tests.support.program import Program, build, install

SHIPPED = (
    "site_overrides", "docs", "data", "requirements.lock", "requirements-builders.lock", "CHANGELOG.md",
    "manual/guide.md",
)  # fmt: skip
VIEW = """\
import hashlib, json, sys
from pathlib import Path
from generator.files.program import PACKAGE, shipped
def view(top):
    paths = sorted(top.rglob("*")) if top.is_dir() else [top]
    return {path.relative_to(top.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in paths if path.is_file() and "__pycache__" not in path.parts}
both = {name: view(shipped(name)) for name in sys.argv[1:]}
print(json.dumps({**both, "generator": view(PACKAGE)}))
"""
"""Prints each file that the program finds with its checksum."""


@pytest.fixture(scope="module")
def wheel(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repo, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    return install(wheel, tmp_path_factory.mktemp("site-packages"))


@pytest.fixture(scope="module")
def littered(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it stands at somebody's desk: with confidential files, and another year begun."""
    desk = tmp_path_factory.mktemp("desk")
    for name in ("generator", "site_overrides", "docs", "data"):
        shutil.copytree(repo / name, desk / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "pyproject.toml",
        "mkdocs.yml",
        "requirements.lock",
        "requirements-builders.lock",
        "README.md",
        "CHANGELOG.md",
        ".gitignore",
    ):
        shutil.copy(repo / name, desk / name)
    (desk / "manual").mkdir()
    shutil.copy(repo / "manual" / "guide.md", desk / "manual")
    for name in (
        "data/2021/review/review.xlsx", "data/2021/suppliers.yml", "data/2025/disclosure.yml",
        "tests/test_x.py", "answers/alpha.xlsx", "site/index.html", ".cache/files/x",
        "data/2021/~$smelters.xlsx", ".env", "generator/__pycache__/cli.pyc",
    ):  # fmt: skip
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text("Invented secret", encoding="utf-8")
    return desk


def entries(archive: Path) -> dict[str, bytes]:
    """Name to content; of an sdist without its folder on top."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    with tarfile.open(archive) as packed:
        files = [one for one in packed.getmembers() if one.isfile()]
        return {one.name.partition("/")[2]: packed.extractfile(one).read() for one in files}  # type: ignore[union-attr]


def test_wheel_and_editable_install_find_the_same_files(program: Program, tmp_path: Path) -> None:
    result = program.python_run("-c", VIEW, *SHIPPED, folder=tmp_path)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    for name in SHIPPED:
        assert found[name] == view(shipped(name)), name
    code = {
        name: sum_ for name, sum_ in found["generator"].items() if not name.startswith("generator/shipped/")
    }
    assert code == view(PACKAGE)


def view(top: Path) -> dict[str, str]:
    """As ``VIEW`` prints it, of this repository."""
    paths = sorted(top.rglob("*")) if top.is_dir() else [top]
    return {
        path.relative_to(top.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_nothing_confidential_no_test_and_no_other_year_is_packed(
    littered: Path, tmp_path: Path, kind: str
) -> None:
    packed = entries(build(littered, tmp_path, kind))
    assert not [name for name, content in packed.items() if content == b"Invented secret"]
    assert any(name.endswith("data/2021/smelters.xlsx") for name in packed)
    assert not [name for name in packed if name.startswith("tests/")]


def test_a_wheel_of_the_sdist_is_the_wheel(repo: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build(repo, tmp_path / "sdist", "sdist")) as packed:
        packed.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    assert build(source, tmp_path / "again").read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("licence", ["DroidSansFallback.LICENSE", "world-atlas.LICENSE", "licenses.txt"])
def test_licences_of_what_others_made_are_in_the_wheel(wheel: Path, licence: str) -> None:
    assert [name for name in entries(wheel) if name.endswith(f"/{licence}")]


def test_an_editable_install_leads_to_the_repository(repo: Path, tmp_path: Path) -> None:
    script = "import sys; from hatchling.build import build_editable; print(build_editable(sys.argv[1]))"
    program = Program(sys.executable, (), Path(), dict(os.environ))
    made = program.python_run("-c", script, tmp_path, folder=repo)
    assert made.returncode == 0, made.stderr
    packed = entries(next(tmp_path.glob("*.whl")))
    (pth,) = (content for name, content in packed.items() if name.endswith(".pth"))
    assert Path(pth.decode().strip()) == repo
    assert not [name for name in packed if name.endswith(".py")]
