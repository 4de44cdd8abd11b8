"""The wording to start from, as ``formsd start`` writes it, for years that tests make."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from generator.model import Route, WordingFile
from generator.prose.paragraphs import PARAGRAPHS
from generator.year.wording import FOLDER, default_files, paragraph_files, wording_file


@cache
def wording(route: Route = Route.REPORT) -> tuple[WordingFile, ...]:
    """Every file that a year of this route has, as if it stood in the folder of 2021."""
    return tuple(wording_file(path, f"data/2021/{FOLDER}/{path.name}") for path in wording_files(route))


def wording_files(route: Route) -> list[Path]:
    """Those of every year, and those of all paragraphs."""
    return [*default_files(route), *paragraph_files(route, [f"paragraph.{name}" for name in PARAGRAPHS])]


def write_wording(folder: Path, route: Route = Route.REPORT) -> None:
    """Put the files into the folder of a year."""
    (folder / FOLDER).mkdir()
    for path in wording_files(route):
        shutil.copy(path, folder / FOLDER / path.name)
