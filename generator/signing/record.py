"""What signing and publishing have in common: content without errors, and a record of it."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..findings import Finding
from ..record.records import RECORDS, Deed, Snapshot
from ..record.write import write_record


def without_errors(found: list[Finding]) -> None:
    """Raises InputError with the errors, where there are any."""
    if found:
        raise InputError(found)


def written(data_dir: Path, year: int, name: str, deed: Deed, content: Snapshot) -> tuple[Path, Deed]:
    """Writes the record; its folder and what it says."""
    folder = data_dir / str(year) / RECORDS / name
    write_record(folder, deed, content)
    return folder, deed
