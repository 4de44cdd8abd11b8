"""What signing and publishing have in common: content without errors, and a record of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..pipeline import LoadedYear, Unreadable, Year
from ..record.records import RECORDS, Deed, Snapshot
from ..record.write import write_record


def without_errors(loaded: LoadedYear, is_mended: Callable[[Finding], bool]) -> Year:
    """The year, where a new record mends its errors. Raises InputError with those that it does not mend."""
    found = [error for error in errors(loaded.findings) if not is_mended(error)]
    if found or isinstance(loaded, Unreadable):
        raise InputError(found)
    return loaded


def written(data_dir: Path, year: int, name: str, deed: Deed, content: Snapshot) -> tuple[Path, Deed]:
    """Writes the record; its folder and what it says."""
    folder = data_dir / str(year) / RECORDS / name
    write_record(folder, deed, content)
    return folder, deed
