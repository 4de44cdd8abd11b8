"""The environment that make builds holds what is locked, in the locked versions, and no other package."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "form-sd-microsite"


def locked(text: str) -> dict[str, str]:
    """Name to version of every package that a lock file has for this system and this Python."""
    lines = (line.partition(" \\")[0] for line in text.splitlines() if re.match(r"\w", line))
    wanted = [one for one in map(Requirement, lines) if one.marker is None or one.marker.evaluate()]
    return {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in wanted}


def installed() -> Iterator[tuple[str, str]]:
    """Name and version of every package of this environment, but for our own."""
    paths = sysconfig.get_paths()
    for one in distributions(path=list({paths["purelib"], paths["platlib"]})):
        name = canonicalize_name(one.metadata["Name"])
        if name != OURS:
            yield name, one.version


@pytest.mark.skipif(
    not (Path(sys.prefix) / ".dev").exists(),
    reason="make did not build this environment",
)
def test_the_environment_holds_what_is_locked_and_nothing_else(repo: Path) -> None:
    wanted, found = locked((repo / "requirements-dev.lock").read_text(encoding="utf-8")), dict(installed())
    assert {name: found[name] for name in found if wanted.get(name) != found[name]} == {}
    assert wanted.keys() - found.keys() == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_what_installs_is_locked_too(repo: Path, name: str) -> None:
    assert "pip" in locked((repo / name).read_text(encoding="utf-8"))
