"""Records of an earlier filing are put aside before those of an amendment are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DisclosureError, InputError, UnfinishedError
from ..files.folder import put_back
from ..files.held import only_one_writes
from ..files.refused import refused, what_to_do, why
from ..files.seen import Seen
from ..model import filing_in_words
from ..record.read import NAMES, filing_stated_in, read_record
from ..record.records import RECORDS, archive_of


def put_aside(data_dir: Path, year: int, amendment: int | None) -> None:
    """Moves every record of a filing before ``amendment`` into the folder of that filing.

    Each move is one step of the file system, and every record says itself of which filing it is: a run that
    is killed between two moves leaves nothing lost, and the next one moves the rest. Raises DisclosureError
    where a record of an earlier filing is damaged, stands in its folder already, or cannot be moved; nothing
    is moved then, unless the file system refuses a later move.
    """
    year_folder, shown = data_dir / str(year), f"{data_dir.name}/{year}"
    try:
        moves = [move for name in NAMES if (move := _move(year_folder, shown, name, amendment))]
        for place, target in moves:
            target.parent.mkdir(exist_ok=True)
            place.rename(target)
    except OSError as problem:
        folder = f"{shown}/{RECORDS}"
        raise UnfinishedError(
            f"Records in {folder} cannot be put aside: {why(problem)}. {what_to_do(problem)} Nothing is lost:"
            " each record is whole, and running the command again moves the rest."
        ) from problem


def _move(year_folder: Path, shown: str, name: str, amendment: int | None) -> tuple[Path, Path] | None:
    """From where to where; None where there is nothing to move."""
    place = year_folder / RECORDS / name
    put_back(place)
    if not place.is_dir():
        return None
    number = _filing_of(year_folder, shown, name, amendment)
    if number == amendment:
        return None
    target = year_folder / RECORDS / archive_of(number) / name
    if target.exists():
        raise DisclosureError(
            f"{shown}/{RECORDS}/{name} is a record of {filing_in_words(number)}, of which another one stands"
            f" in {shown}/{RECORDS}/{archive_of(number)}/{name}. Keep the one that is right."
        )
    return place, target


def _filing_of(year_folder: Path, shown: str, name: str, amendment: int | None) -> int | None:
    """The filing of which a record is. Raises DisclosureError where it is damaged, maybe an earlier one's."""
    try:
        return read_record(year_folder, name, shown, amendment).amendment
    except InputError as problem:
        if filing_stated_in(year_folder / RECORDS / name) == amendment:
            return amendment  # a new record takes its place
        raise DisclosureError(
            f"{shown}/{RECORDS}/{name} is damaged, and may be the record of an earlier filing. Restore it"
            f" from git, or move it away, and run the command again.\n{problem}"
        ) from problem


@contextmanager
def as_read(data_dir: Path, year: int) -> Iterator[Callable[[], None]]:
    """While a record is made no other command writes there; what a killed run left aside is back first.

    Gives what must be called before the record is written: it raises DisclosureError where a source of the
    year has been changed since, so that nobody signs what was not read.
    """
    folder = data_dir / str(year)
    with only_one_writes(folder):
        try:
            for name in NAMES:
                put_back(folder / RECORDS / name)
        except OSError as problem:
            raise refused(problem, folder / RECORDS, "put back") from problem
        yield Seen.of([data_dir, folder, *(folder / part for part in _PARTS)]).must_be_same


_PARTS = ("report", "form", "wording", "pictures", "exhibits")
"""Folders of a year with what is signed."""
