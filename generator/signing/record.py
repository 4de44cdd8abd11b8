"""What signing and publishing have in common: content without errors, and a record of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..pipeline import LoadedYear, Unreadable, Year
from ..record.records import RECORDS, Deed, Document, Snapshot
from ..record.write import write_record
from .archive import put_aside


def without_errors(loaded: LoadedYear, is_mended: Callable[[Finding], bool]) -> Year:
    """The year, where a new record mends its errors. Raises InputError with those that it does not mend."""
    found = [error for error in errors(loaded.findings) if not is_mended(error)]
    if found or isinstance(loaded, Unreadable):
        raise InputError(found)
    return loaded


def written(
    loaded: Year, data_dir: Path, name: str, deed: Deed, content: Snapshot, documents: Sequence[Document] = ()
) -> tuple[Path, Deed]:
    """Writes the record; its folder and what it says. Records of an earlier filing are put aside first."""
    put_aside(data_dir, loaded.year, loaded.disclosure.facts.filing.amendment)
    folder = data_dir / str(loaded.year) / RECORDS / name
    write_record(folder, deed, content, documents)
    return folder, deed
