"""Sign off the content of a year, for a role."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ..errors import DisclosureError
from ..findings.catalogue import RECORD_CHANGED, RECORD_UNREADABLE, SIGN_OFF_MISSING, SIGNED_OTHER
from ..pipeline import Year, load_year, snapshot
from ..record.records import Deed, Role, Snapshot
from ..record.write import deed_of_sign_off
from .record import without_errors, written

_OF_SIGN_OFFS = (RECORD_CHANGED, RECORD_UNREADABLE, SIGN_OFF_MISSING, SIGNED_OTHER)
"""Errors that a sign-off mends, and that therefore do not stop it."""


def sign(data_dir: Path, year: int, role: Role, name: str, day: dt.date) -> tuple[Path, Deed]:
    """Writes the sign-off of ``name`` for ``role`` over the content of the year as it stands now.

    The folder written and what it says. Takes the place of an earlier sign-off of the role. Raises InputError
    where the content has errors, DisclosureError where it is not whole or the record cannot be written.
    """
    loaded = without_errors(load_year(data_dir, year), lambda error: error.rule in _OF_SIGN_OFFS)
    content = snapshot(loaded)
    _whole(loaded, content)
    deed = deed_of_sign_off(role, " ".join(name.split()), day, content)
    return written(loaded, data_dir, role, deed, content)


def _whole(loaded: Year, content: Snapshot) -> None:
    """Raises DisclosureError where the text of the final would lack something."""
    filing, file = loaded.disclosure.facts.filing, loaded.disclosure.file
    if filing.signed_on is None or filing.signatory is None:
        raise DisclosureError(
            "What is signed is the text of the final, with the day of signature and the officer who"
            f" signs. Fill in filing.signed_on and filing.signatory in {file} first."
        )
    if len(content.sections) < len(loaded.sections) + len(loaded.form_texts):
        raise DisclosureError(
            "A section cannot be rendered for the state final. Set filing.state to final in"
            f" {file}, run formsd check {loaded.year}, and mend what it says."
        )
