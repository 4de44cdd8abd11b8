"""What all processes of a run need is made by the first of them that asks."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 250
"""Seconds for which a process waits for what another one makes."""


class NotMadeError(Exception):
    """Another process could not make it, and said why; or never ended."""


def once_a_run(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, filled by ``make`` once, whichever process asks first; the others wait and read it.

    Its parent must exist and be the same for all processes. Raises what ``make`` raises in the process that
    made it, and NotMadeError with the same words in the others.
    """
    told = folder.with_name(f"{folder.name}-is-made.txt")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(told)
        if problem := told.read_text(encoding="utf-8"):
            raise NotMadeError(problem) from None
        return folder
    problem = "the process that made it was ended"
    try:
        make(folder)
        problem = ""
    except Exception as error:
        problem = f"{type(error).__name__}: {error}"
        raise
    finally:
        own = told.with_suffix(".part")
        own.write_text(problem, encoding="utf-8")
        own.rename(told)
    return folder


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.is_file():
        if time.monotonic() > end:
            raise NotMadeError(f"{path.name} is not there after {PATIENCE} seconds")
        time.sleep(0.05)
