"""All files of a reconciliation on disk: all in their places, or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ...errors import DisclosureError
from ...files.folder import changes_of_folder
from ...files.seen import Seen
from ...files.swapped_file import write_swapped
from ...files.together import change_together
from ...year.ignored_files import GITIGNORE, gitignore
from ...year.reconciled_yml import RECONCILED_FILE, reconciled_yml
from ..reconciled import BEFORE, LIST_FILE, REVIEW_BEFORE, REVIEW_FILE, REVIEW_FOLDER, Reconciled
from ..review_settings import ReviewSettings
from ..sources.reconcile_yml import SUPPLIERS_FILE, suppliers_yml
from .list_workbook import list_workbook
from .review_files import review_files
from .review_workbook import review_workbook
from .standing import replaced


def write(folder: Path, result: Reconciled, settings: ReviewSettings, seen: Seen) -> None:
    """The folder ``review``, the list and what belongs to it; ``settings`` name the suppliers asked.

    ``seen``: what stood in the files when they were read. Raises DisclosureError where one was saved since,
    or cannot be written; then all are as they were.
    """
    review = f"{REVIEW_FOLDER}/"
    made: dict[str, bytes | None] = {
        LIST_FILE: list_workbook(result),
        f"{review}{REVIEW_FILE}": review_workbook(result),
        RECONCILED_FILE: reconciled_yml(result.last).encode(),
    }
    is_named = settings.suppliers or settings.aliases
    if is_named and not (folder / SUPPLIERS_FILE).exists():
        made[SUPPLIERS_FILE] = suppliers_yml(settings.suppliers, settings.aliases).encode()
    copies = {BEFORE: LIST_FILE, REVIEW_BEFORE: f"{review}{REVIEW_FILE}"}
    files = review_files(result)
    for name, place in copies.items():
        files |= _copy(folder / REVIEW_FOLDER / name, folder / place, made[place])
    of_review = changes_of_folder(folder / REVIEW_FOLDER, files, "review")
    made |= {f"{review}{name}": content for name, content in of_review.items()}
    seen.must_be_same()
    with _ignored(folder):
        change_together(folder, folder / REVIEW_FOLDER, made, replaced(seen, folder))


def _copy(kept: Path, place: Path, content: bytes | None) -> dict[str, bytes]:
    """The workbook that is replaced; where it stays as it is, the copy of the one before."""
    if not place.exists():
        return {}
    before = place if place.read_bytes() != content else kept
    return {kept.name: before.read_bytes()} if before.exists() else {}


@contextmanager
def _ignored(folder: Path) -> Iterator[None]:
    """Keeps what is confidential out of the next commit, before any of it is there; undone where it fails."""
    path = folder / GITIGNORE
    before = path.read_bytes() if path.exists() else None
    there = (before or b"").decode(errors="surrogateescape")
    wanted = gitignore(there)
    if wanted == there:
        yield
        return
    write_swapped(path, wanted.encode(errors="surrogateescape"))
    try:
        yield
    except DisclosureError:
        with suppress(OSError, DisclosureError):  # a line too many keeps a file from git, and does no harm
            if before is None:
                path.unlink()
            else:
                write_swapped(path, before)
        raise
