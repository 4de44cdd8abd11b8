"""Every dependency says what it is for, and every file of others has its licence beside it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "decisions" / "dependencies.md").read_text(encoding="utf-8")
PACKAGES, OF_OTHERS = TEXT.split("## Files of others kept in the tree")
FILES = re.findall(r"^\| `(.+?)` \| .+ \| (.+) \|$", OF_OTHERS, re.MULTILINE)
"""Each file with what its row says of the licence."""


def test_every_dependency_has_a_line_and_no_other_package_has_one() -> None:
    assert listed() == required()


@pytest.mark.parametrize(("file", "licence"), FILES)
def test_a_file_of_others_has_its_licence_beside_it(file: str, licence: str) -> None:
    path, *_ = (one for wing in ("generator", "tests") for one in (ROOT / wing).rglob(Path(file).name))
    names = {Path(name).name for name in re.findall(r"`(.+?)`", licence)}
    assert names
    assert names <= {one.name for one in path.parent.iterdir()}


def listed() -> list[str]:
    """The packages of the tables, in order; several may share a line."""
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", PACKAGES, re.MULTILINE)
    return sorted(normal(name) for row in rows if row != "package" for name in row.split(", "))


def required() -> list[str]:
    """What the package, its installation and its tests ask for."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    names = [*settings["project"]["dependencies"], *groups["build"], *groups["dev"]]
    return sorted(normal(re.split(r"[<>=]", name)[0]) for name in names)


def normal(name: str) -> str:
    """A package's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
