"""``make test-wheel``: a new user's year with the wheel, in every Python from 3.11 on that is there.

For each, an environment of its own with the locked dependencies and the wheel; the tests themselves run in
the Python that starts this.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.program import EVERY_PYTHON, build

REPO = Path(__file__).resolve().parents[2]
TESTS = ("tests/own_site/test_wheel.py", "tests/own_site/test_from_nothing.py")
_NAME = re.compile(r"python3(\.\d+)?(\.exe)?")
_ASK = "import sys, ensurepip, venv; print('.'.join(map(str, sys.version_info[:2])))"


def main() -> None:
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(REPO, folder / "wheel")
        for version, python in sorted(pythons().items()):
            print(f"Python {version}: {python}", flush=True)  # noqa: T201
            other = environment(python, folder / version, wheel)
            run = [sys.executable, "-m", "pytest", "-q", "-n0", *TESTS]
            made = subprocess.run(run, cwd=REPO, env={**os.environ, EVERY_PYTHON: str(other)}, check=False)
            failed += [version] if made.returncode else []
    if failed:
        sys.exit(f"The wheel fails with Python {', '.join(failed)}.")


def pythons() -> dict[str, str]:
    """Version to program, each version once, of all that the search path has and this project supports."""
    found = {}
    for python in (sys.executable, *_on_path()):
        asked = subprocess.run([python, "-c", _ASK], capture_output=True, text=True, check=False)
        version = asked.stdout.strip()
        if asked.returncode == 0 and tuple(map(int, version.split("."))) >= (3, 11):
            found.setdefault(version, python)
    return found


def _on_path() -> Iterator[str]:
    for folder in map(Path, os.get_exec_path()):
        names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        for name in filter(_NAME.fullmatch, names):
            if shutil.which(name, path=str(folder)):
                yield str(folder / name)


def environment(python: str, folder: Path, wheel: Path) -> Path:
    """The Python of a new environment with what is locked and the wheel."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    other = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    # -I: what another Python has must not count as installed.
    pip = [str(other), "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--require-hashes", "-r", str(REPO / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    return other


if __name__ == "__main__":
    main()
