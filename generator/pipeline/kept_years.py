"""The years as they were read last: in a preview people change one year, and wait for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..year.year_folder import years_in
from .loaded import LoadedYear
from .loading import load_year

State = tuple[tuple[str, int, int, int, int], ...]
"""Of each file its path, its length, when its content and its entry changed, and its number on the disk."""

_YEAR = re.compile(r"20\d\d")


class KeptYears:
    """Reads the years again and again; one of which no file has changed is as it was."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[State, LoadedYear]] = {}

    def load(self, data_dir: Path) -> tuple[LoadedYear, ...]:
        """All years, newest first, as ``load`` reads them, which says what is raised."""
        return tuple(self._year(data_dir, year) for year in years_in(data_dir))

    def _year(self, data_dir: Path, year: int) -> LoadedYear:
        state = _state(data_dir, year)  # before it is read: what changes meanwhile is read the next time
        known = self._known.get(year)
        if state is not None and known is not None and known[0] == state:
            return known[1]
        self._known.pop(year, None)
        loaded = load_year(data_dir, year)
        if state is not None:
            self._known[year] = state, loaded
        return loaded


def _state(data_dir: Path, year: int) -> State | None:
    """All on which the year depends: its folder, that of the year before, and what is of no year.

    None where it cannot be told: a folder is a link or cannot be read.
    """
    read = {str(year), str(year - 1)}
    try:
        others = {path.name for path in data_dir.iterdir() if _YEAR.fullmatch(path.name)} - read
        return tuple(sorted(_files(data_dir, others)))
    except OSError:
        return None


def _files(folder: Path | str, left_out: set[str]) -> Iterator[tuple[str, int, int, int, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name in left_out:
                continue
            if entry.is_symlink() and entry.is_dir():
                raise OSError(f"{entry.path} is a link")
            if entry.is_dir():
                yield entry.path, -1, 0, 0, 0
                yield from _files(entry.path, set())
                continue
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
