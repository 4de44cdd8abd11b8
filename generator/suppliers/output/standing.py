"""What stands in a year's folder before a run: what people may save meanwhile, what a stopped run left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...files.held import only_one_writes
from ...files.seen import Seen
from ...files.together import finish_change
from ...year.reconciled_yml import RECONCILED_FILE
from ..reconciled import LIST_FILE, REVIEW_FILE, REVIEW_FOLDER
from ..sources.reconcile_yml import SUPPLIERS_FILE

_REPLACED = (LIST_FILE, f"{REVIEW_FOLDER}/{REVIEW_FILE}", RECONCILED_FILE, SUPPLIERS_FILE)


@contextmanager
def standing(folder: Path) -> Iterator[Seen]:
    """The list, the review, decisions, settings and letters of the year as they are now.

    Until it ends no other command writes there. Raises DisclosureError where one does now.
    """
    with only_one_writes(folder):
        yield Seen.of([folder, folder / REVIEW_FOLDER / REVIEW_FILE])


def replaced(seen: Seen, folder: Path) -> dict[str, str | None]:
    """Name of what a run replaces, and people edit, to its digest; None where it was not there."""
    return {name: seen.digests.get(folder / name) for name in _REPLACED}


def finish_earlier(data_dir: Path, year: int) -> str:
    """Ends what a stopped run began, and says so; empty where there is nothing. Raises UnfinishedError."""
    folder = data_dir / str(year)
    if not (folder / REVIEW_FOLDER).is_dir():
        return ""
    with only_one_writes(folder):
        return finish_change(folder, folder / REVIEW_FOLDER)
