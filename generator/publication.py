"""Sign off and publish: what was signed and what was published, kept beside the data of the year."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from .errors import DisclosureError, InputError
from .export.record import deed_of_publication, deed_of_sign_off, snapshot_of, write_record
from .findings import RECORD_CHANGED, RECORD_UNREADABLE, SIGN_OFF_MISSING, SIGNED_OTHER, Finding, errors
from .pipeline import Year, load_year
from .records import PUBLISHED, Deed, Role, Snapshot
from .render.plain_text import section_texts

__all__ = ["publish", "sign"]

_OF_SIGN_OFFS = (RECORD_CHANGED, RECORD_UNREADABLE, SIGN_OFF_MISSING, SIGNED_OTHER)
"""Errors that a sign-off mends, and that therefore do not stop it."""


def sign(data_dir: Path, year: int, role: Role, name: str, day: dt.date) -> tuple[Path, Deed]:
    """Writes the sign-off of ``name`` for ``role`` over the content of the year as it stands now.

    The folder written and what it says. Takes the place of an earlier sign-off of the role. Raises InputError
    where the content has errors, DisclosureError where the record cannot be written.
    """
    loaded = load_year(data_dir, year)
    _without_errors([error for error in errors(loaded.findings) if error.rule not in _OF_SIGN_OFFS])
    content = snapshot(loaded)
    deed = deed_of_sign_off(role, " ".join(name.split()), day, content)
    return _written(data_dir, year, role, deed, content)


def publish(data_dir: Path, year: int, day: dt.date) -> tuple[Path, Deed]:
    """Writes that the content of the year was published as it stands now.

    The folder written and what it says. Takes the place of what was published before. Raises InputError where
    the content has errors, DisclosureError where it is a draft or the record cannot be written.
    """
    loaded = load_year(data_dir, year)
    own = f"{data_dir.name}/{year}/record/{PUBLISHED}/"
    _without_errors([error for error in errors(loaded.findings) if not error.where.file.startswith(own)])
    assert loaded.disclosure is not None
    if loaded.disclosure.facts.filing.state != "final":
        raise DisclosureError(
            f"The state of {year} is draft, and a draft is not published. Set filing.state to final in"
            f" {loaded.disclosure.file}, build the site, and put it on the host first."
        )
    content = snapshot(loaded)
    return _written(data_dir, year, PUBLISHED, deed_of_publication(day, content), content)


def snapshot(loaded: Year) -> Snapshot:
    """The content of the year now, as it is signed and published."""
    assert loaded.disclosure is not None
    return snapshot_of(loaded.disclosure, section_texts(loaded.sections))


def _without_errors(found: list[Finding]) -> None:
    if found:
        raise InputError(found)


def _written(data_dir: Path, year: int, name: str, deed: Deed, content: Snapshot) -> tuple[Path, Deed]:
    folder = data_dir / str(year) / "record" / name
    write_record(folder, deed, content)
    return folder, deed
