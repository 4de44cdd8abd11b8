"""The program as people get it: the wheel, installed in a folder outside the repository."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from generator import __version__

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


def remade(
    wheel: Path, folder: Path, version: str, *changes: tuple[str, str, str], before: str = __version__
) -> Path:
    """The wheel, of the version ``before``, as another version, in ``folder``, with texts changed.

    Each change is the end of a file's name, the text in it, and what stands in its place; each must be there.
    """
    with zipfile.ZipFile(wheel) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    now = f"-{before}.dist-info/"
    changes = (
        ("generator/__init__.py", f'"{before}"', f'"{version}"'),
        (f"{now}METADATA", f"\nVersion: {before}\n", f"\nVersion: {version}\n"),
        *changes,
    )
    for end, present, other in changes:
        name = next(name for name in files if name.endswith(end))
        assert present.encode() in files[name], (name, present)
        files[name] = files[name].replace(present.encode(), other.encode())
    files = {name.replace(now, f"-{version}.dist-info/"): content for name, content in files.items()}
    record = next(name for name in files if name.endswith("/RECORD"))
    sums = {name: base64.urlsafe_b64encode(hashlib.sha256(text).digest()) for name, text in files.items()}
    rows = (f"{name},sha256={sums[name].decode().rstrip('=')},{len(text)}" for name, text in files.items())
    files[record] = "\n".join(
        [*(row for row in rows if not row.startswith(record)), f"{record},,\n"]
    ).encode()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / wheel.name.replace(before, version)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path
