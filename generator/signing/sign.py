"""Sign off the content of a year, for a role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..documents.output import DOCUMENTS, Output
from ..errors import DisclosureError, InputError, RefusedError
from ..findings.catalogue import RECORD_CHANGED, RECORD_UNREADABLE, SIGN_OFF_MISSING, SIGNED_OTHER
from ..model.counted import counted
from ..pipeline import Year, export_files, load_year, snapshot
from ..record.records import Deed, Role
from ..record.write import deed_of_sign_off
from .archive import as_read
from .people import is_somebody, signed_by_same
from .record import without_errors, written

_OF_SIGN_OFFS = (RECORD_CHANGED, RECORD_UNREADABLE, SIGN_OFF_MISSING, SIGNED_OTHER)
"""Errors that a sign-off mends, and that therefore do not stop it."""


def sign(
    data_dir: Path,
    year: int,
    role: Role,
    name: str,
    day: dt.date,
    because: str | None = None,
    *,
    searched: Callable[[Year], object],
) -> tuple[Path, Deed]:
    """Writes the sign-off of ``name`` for ``role`` over the content of the year as it stands now.

    The folder written and what it says. Takes the place of an earlier sign-off of the role. ``because`` says
    why a person signs for a second role. ``searched`` raises where the year's texts hold what is withheld.
    Raises DisclosureError where a final would be refused, where nobody
    or a person of another role signs, or where the record cannot be written.
    """
    if not is_somebody(name):
        raise DisclosureError(f"'{name}' is nobody's name. Give the first and last name of who signs.")
    with as_read(data_dir, year) as must_be_as_read:
        loaded = _ready(data_dir, year, searched)
        content = snapshot(loaded)
        own = " ".join(name.split())
        reason = " ".join((because or "").split()) or None
        current = (record.deed for record, changes in loaded.signed if not changes)
        if (before := signed_by_same(current, role, own)) and before.role and reason is None:
            raise DisclosureError(
                f"{before.name} has signed for {before.role.words} on {before.date}. Each role is another"
                " person's, so that three read what is filed. If one person must sign for two, or if another"
                " person has such a name, say so with --because: the reason is kept with the sign-off and"
                " shown to reviewers."
            )
        deed = deed_of_sign_off(role, own, day, content, reason)
        must_be_as_read()
        return written(loaded, data_dir, role, deed, content)


def _ready(data_dir: Path, year: int, searched: Callable[[Year], object]) -> Year:
    """The year as a final, whose documents can be made. Raises DisclosureError where it would be refused."""
    try:
        loaded = without_errors(
            load_year(data_dir, year, as_final=True), lambda error: error.rule in _OF_SIGN_OFFS
        )
    except InputError as problem:
        raise _refused(problem, f"'formsd check {year}' lists what is left, with its places.") from problem
    _whole(loaded)
    searched(loaded)
    try:
        # Errors that a sign-off mends do not keep the documents from being made.
        export_files([replace(loaded, findings=())], Output(DOCUMENTS))
    except InputError as problem:
        raise _refused(problem, "A build lists all of them.") from problem
    return loaded


def _refused(problem: InputError, where_all: str) -> RefusedError:
    number = counted(len(problem.findings), "error")
    first = f"What is signed is what a final publishes, and a final would be refused: {number}."
    return RefusedError(problem.findings, first, where_all)


def _whole(loaded: Year) -> None:
    """Raises DisclosureError where the text of the final would lack something."""
    filing, file = loaded.disclosure.facts.filing, loaded.disclosure.file
    if filing.signed_on is None or filing.signatory is None:
        raise DisclosureError(
            "What is signed is the text of the final, with the day of signature and the officer who"
            f" signs. Fill in filing.signed_on and filing.signatory in {file} first."
        )
