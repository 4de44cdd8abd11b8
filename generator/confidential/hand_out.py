"""The one way by which a command writes files for others: searched first, then written.

A command that makes such files calls ``hand_out``, or ``must_not_leak`` where another function writes them;
``tests/contracts/test_commands_that_write.py`` lists the commands, so that none can forget it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import InputError
from ..files.folder import write_folder
from ..findings import Finding, errors
from ..pipeline import LoadedYear, Year
from .search_of_years import Allowed
from .site_search import leaks_in

_CACHE = ".cache/files"
"""Beside the folder of the data, where a build has made it."""


def hand_out(
    folder: Path,
    files: Mapping[str, bytes],
    kind: str,
    data_dir: Path,
    years: Sequence[LoadedYear],
    allowed: Allowed,
) -> tuple[Finding, ...]:
    """Writes the files, address to content, into the folder; what the search says that stops nothing.

    ``kind`` names the command. Raises InputError where a file holds what is withheld, and DisclosureError
    where the folder cannot be written; then nothing is.
    """
    found = must_not_leak(files, data_dir, years, allowed)
    write_folder(folder, files, kind)
    return found


def must_not_leak(
    files: Mapping[str, bytes], data_dir: Path, years: Sequence[LoadedYear], allowed: Allowed
) -> tuple[Finding, ...]:
    """Raises InputError where a file holds what is withheld; else what the search says that stops nothing."""
    cache = data_dir.parent / _CACHE
    readable = [year for year in years if isinstance(year, Year)]
    found = leaks_in(files, data_dir, readable, allowed, cache_dir=cache if cache.is_dir() else None)
    if errors(found):
        raise InputError(errors(found))
    return found
