"""All files of a reconciliation on disk, each in its place whole or not at all."""

from __future__ import annotations

from pathlib import Path

from ...errors import DisclosureError
from ...files.folder import write_folder
from ...files.swapped_file import write_swapped
from ...year.ignored_files import GITIGNORE, gitignore
from ...year.reconciled_yml import RECONCILED_FILE, reconciled_yml
from ..reconciled import BEFORE, LIST_FILE, REVIEW_BEFORE, REVIEW_FILE, REVIEW_FOLDER, Reconciled
from ..review_settings import ReviewSettings
from ..sources.reconcile_yml import SUPPLIERS_FILE, suppliers_yml
from .list_workbook import list_workbook
from .review_files import review_files
from .review_workbook import review_workbook


def write(folder: Path, result: Reconciled, settings: ReviewSettings) -> None:
    """The folder ``review``, then the list with what belongs to it; ``settings`` name the suppliers asked.

    Raises DisclosureError where a file cannot be written; then list and review are as they were.
    """
    _ignore(folder)
    review = folder / REVIEW_FOLDER
    made = {
        folder / LIST_FILE: list_workbook(result),
        review / REVIEW_FILE: review_workbook(result),
        folder / RECONCILED_FILE: reconciled_yml(result.last).encode(),
    }
    is_named = settings.suppliers or settings.aliases
    if is_named and not (folder / SUPPLIERS_FILE).exists():
        made[folder / SUPPLIERS_FILE] = suppliers_yml(settings.suppliers, settings.aliases).encode()
    copies = {BEFORE: folder / LIST_FILE, REVIEW_BEFORE: review / REVIEW_FILE}
    files = review_files(result)
    for name, place in copies.items():
        files |= _copy(review / name, place, made[place])
    write_folder(review, files, "review")
    _replace_all(made)


def _copy(kept: Path, place: Path, content: bytes) -> dict[str, bytes]:
    """The workbook that is replaced; where it stays as it is, the copy of the one before."""
    if not place.exists():
        return {}
    before = place if place.read_bytes() != content else kept
    return {kept.name: before.read_bytes()} if before.exists() else {}


def _replace_all(made: dict[Path, bytes]) -> None:
    """List and review belong together: where one cannot be replaced, the others are put back."""
    before = {path: path.read_bytes() if path.exists() else None for path in made}
    done: list[Path] = []
    try:
        for path, content in made.items():
            if content != before[path]:
                write_swapped(path, content)
                done.append(path)
    except DisclosureError:
        for path in done:
            content_before = before[path]
            if content_before is None:
                path.unlink()
            else:
                write_swapped(path, content_before)
        raise


def _ignore(folder: Path) -> None:
    """Keeps what is confidential out of the next commit, before any of it is there."""
    path = folder / GITIGNORE
    there = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    if (wanted := gitignore(there)) != there:
        write_swapped(path, wanted.encode("utf-8", errors="surrogateescape"))
