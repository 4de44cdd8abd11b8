"""``data/<year>/record/``: what was signed and what was published, as ``formsd`` wrote it."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import ValidationError

from ..errors import InputError
from ..files.text_file import read_text
from ..findings import Finding
from ..findings.catalogue import RECORD_CHANGED, RECORD_UNREADABLE
from ..model import LineRef
from .records import DEED_FILE, PUBLISHED, RECORDS, SUMS_FILE, Deed, Record, Role, Snapshot, canonical

_AGAIN = "Restore the folder from git, or run the command again that wrote it."


def read_records(year_folder: Path, shown: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The sign-offs in the order of the roles, then the published state, as far as they are whole.

    A record that somebody changed, or that cannot be read, is a finding and no record.
    """
    records: list[Record] = []
    found: list[Finding] = []
    for name in (*Role, PUBLISHED):
        folder = year_folder / RECORDS / name
        if not folder.is_dir():
            continue
        try:
            records.append(_read(folder, f"{shown}/{RECORDS}/{name}"))
        except InputError as problem:
            found += problem.findings
    return tuple(records), tuple(found)


def _read(folder: Path, shown: str) -> Record:
    """Raises InputError."""
    file = f"{shown}/{DEED_FILE}"
    deed = _deed(read_text(folder / DEED_FILE, file), file)
    if (deed.role or PUBLISHED) != folder.name:
        message = f"the record is that of '{deed.role or PUBLISHED}', the folder is '{folder.name}'"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(file), _AGAIN)])
    snapshot = Snapshot(_texts(folder, shown))
    sums = read_text(folder / SUMS_FILE, f"{shown}/{SUMS_FILE}")
    if other := sorted(set(sums.splitlines()) ^ set(snapshot.sums.splitlines())):
        name = other[0].partition("  ")[2]
        message = f"'{name}' is not as it was when the record was written"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(f"{shown}/{name}"), _AGAIN)])
    if snapshot.fingerprint != deed.fingerprint:
        message = f"the fingerprint is '{deed.fingerprint}', that of the files is '{snapshot.fingerprint}'"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(file), _AGAIN)])
    return Record(deed, snapshot, file)


def _deed(text: str, file: str) -> Deed:
    try:
        stated = yaml.load(text, Loader=yaml.BaseLoader)
        return Deed.model_validate(stated)
    except (yaml.YAMLError, ValidationError) as problem:
        message = "the record cannot be read"
        raise InputError([Finding(RECORD_UNREADABLE, message, LineRef(file), _AGAIN)]) from problem


def _texts(folder: Path, shown: str) -> dict[str, str]:
    """Every visible file of the record by its name with slashes, as canonical text."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    own = (DEED_FILE, SUMS_FILE)
    return {
        name: canonical(read_text(folder / name, f"{shown}/{name}"))
        for name in names
        if name not in own and not name.rpartition("/")[2].startswith((".", "~"))
    }
