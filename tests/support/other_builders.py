"""ProperDocs and Zensical in an environment of their own, with what is locked for them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

LOCK = "requirements-builders.lock"
_NOT_THERE = ("No matching distribution found", "Could not find a version that satisfies")
"""What pip says where the index has no such package or version."""


@dataclass(frozen=True)
class OtherBuilders:
    """The commands of the environment; they see this program as it stands in the repository."""

    programs: Path
    repo: Path

    def run(self, program: str, *arguments: str | Path, folder: Path, **variables: str) -> str:
        """What a command that must work prints."""
        of_system = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(self.repo), **variables}
        made = subprocess.run(
            [self.programs / program, *arguments],
            cwd=folder,
            env={**os.environ, **of_system},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        said = f"{made.stdout}\n{made.stderr}"
        assert made.returncode == 0, f"{program} {' '.join(map(str, arguments))}\n{said}"
        return said


def install(repo: Path, folder: Path) -> OtherBuilders:
    """The environment in ``folder``. The test is left out where the index lacks what is locked, by its name.

    The libraries of this program are those of the environment that runs the tests, in the same versions.
    """
    venv.create(folder, with_pip=False)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    line = [*pip, "--python", str(programs / "python"), "install", "--require-hashes", "-r", str(repo / LOCK)]
    made = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
    if made.returncode:
        lacking = next(
            (one for one in made.stderr.splitlines() if any(text in one for text in _NOT_THERE)), ""
        )
        if lacking:
            pytest.skip(f"the index of packages of this machine lacks a builder: {lacking}")
        pytest.fail(f"{LOCK} cannot be installed:\n{made.stderr}", pytrace=False)
    (packages,) = folder.glob("[Ll]ib/**/site-packages")
    (packages / "beside.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n", encoding="utf-8")
    return OtherBuilders(programs, repo)
