"""What must not stand in the repository, because it is published."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

MACHINE_PATH = re.compile(
    r"""(?<![\w.~*}>)$-])               # not the rest of a longer path or address
        (?:/(?:home|Users|root|work|tmp)/[\w.-]
        |[A-Z]:\\Users\\\w)""",
    re.VERBOSE,
)

REGISTRY_ADDRESS = re.compile(
    r"""(?:pypi|pythonhosted|npmjs|npmmirror|yarnpkg)\.(?:org|com)/
        |deb\.debian\.org
        |--(?:extra-)?index-url
        |--find-links""",
    re.VERBOSE,
)

VENDORED = "tests/support/vendor/"
"""Folder of other people's files, kept as they were published."""

MADE = {".venv", "site", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache"}

SHEETS_OF_THE_TEMPLATE = re.compile(rb'name="(?:Smelter Look-up|Smelter Reference List|Declaration)"')


@pytest.fixture(scope="module")
def files(repo: Path) -> list[Path]:
    """Every file that is or would be committed; in a copy without git, every file that no command made."""
    if not (repo / ".git").exists():
        inside = (path for path in repo.rglob("*") if not MADE.intersection(path.relative_to(repo).parts))
        return sorted(path for path in inside if path.is_file())
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repo, capture_output=True, check=True, text=True).stdout
    paths = [repo / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


def places(pattern: re.Pattern[str], files: list[Path], repo: Path) -> list[str]:
    """Where the pattern stands, as ``file:line: what``, outside vendored files and this one."""
    found = []
    for path in files:
        name = path.relative_to(repo).as_posix()
        text = readable_text(path)
        if text is None or name.startswith(VENDORED) or path == Path(__file__):
            continue
        lines = enumerate(text.splitlines(), start=1)
        found += [f"{name}:{number}: {hit[0]}" for number, line in lines if (hit := pattern.search(line))]
    return found


def readable_text(path: Path) -> str | None:
    """The file as text; None where it is no text in UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def sheets_of_the_template(path: Path) -> int:
    """How many sheets of the supplier template a workbook has; 0 where it is no workbook."""
    if not zipfile.is_zipfile(path):
        return 0
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return 0
        return len(SHEETS_OF_THE_TEMPLATE.findall(archive.read("xl/workbook.xml")))


def test_no_path_of_a_machine_is_committed(files: list[Path], repo: Path) -> None:
    assert places(MACHINE_PATH, files, repo) == []


def test_no_address_of_a_package_registry_is_committed(files: list[Path], repo: Path) -> None:
    assert places(REGISTRY_ADDRESS, files, repo) == []


def test_no_workbook_of_the_responsible_minerals_initiative_is_committed(files: list[Path]) -> None:
    assert [path.name for path in files if sheets_of_the_template(path) > 0] == []


@pytest.mark.parametrize("text", ["/home/ann/x", "see /Users/ann", r"C:\Users\ann", "'/root/.cache'"])
def test_paths_of_machines_are_recognised(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize("text", ["https://example.com/home/page", "docs/home/", "the / sign", "../tmp/x"])
def test_other_paths_are_left_alone(text: str) -> None:
    assert not MACHINE_PATH.search(text)
