"""The program as people get it: the wheel, installed in a folder outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

EVERY_PYTHON = "FORMSD_PYTHON"
"""The variable with which ``make test-wheel`` names a Python that has the wheel and its dependencies."""


@dataclass(frozen=True)
class Program:
    """An installed ``formsd``: its Python, how that starts it, and where ``generator`` comes from."""

    python: str
    start: tuple[str, ...]
    place: Path
    environment: dict[str, str]

    def run(self, *command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
        """``formsd COMMAND`` in a folder."""
        return self.python_run(*self.start, *command, folder=folder)

    def python_run(self, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
        """The Python of the program, in a folder whose files it does not import."""
        return subprocess.run(
            [self.python, "-P", *map(str, arguments)],
            cwd=folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )


def build(repo: Path, folder: Path, kind: str = "wheel") -> Path:
    """The wheel, or the ``sdist``, made of ``repo``."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    made = subprocess.run(command, cwd=repo, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    (path,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return path


def install(wheel: Path, folder: Path) -> Program:
    """The wheel in ``folder``, beside the dependencies of the Python that runs the tests.

    Where ``make test-wheel`` has installed it in another Python, that one.
    """
    other = os.environ.get(EVERY_PYTHON)
    if other:
        python = Path(other)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return Program(other, _start(python.parent), python.parents[1], environment)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    command = [*pip, "--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return Program(sys.executable, _start(folder / "bin"), folder, {**os.environ, "PYTHONPATH": str(folder)})


def _start(folder: Path) -> tuple[str, ...]:
    """The script that the installer wrote; on Windows, where it is a program, what the script does."""
    script = folder / "formsd"
    return (str(script),) if script.exists() else ("-c", "from generator.cli import main; main()")
