"""``data/<year>/record/``: what was signed and what was published, as ``formsd`` wrote it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import yaml
from pydantic import ValidationError

from ..errors import InputError
from ..files.line_ends import as_recorded
from ..files.text_file import read_bytes, read_text
from ..files.yaml_bounds import loaded
from ..findings import Finding
from ..findings.catalogue import RECORD_CHANGED, RECORD_UNREADABLE
from ..model import LineRef
from .records import (
    DEED_FILE,
    DOCUMENTS_FILE,
    DOCUMENTS_FOLDER,
    FACTS_FILE,
    PUBLISHED,
    RECORDS,
    SUMS_FILE,
    Deed,
    Document,
    Record,
    Role,
    Snapshot,
    amendment_in,
    archive_of,
    canonical,
    fingerprint,
    sums_of,
)

_AGAIN = "Restore the folder from git, or run the command again that wrote it."
_RESTORE = (
    "Restore the folder from git: it may be the record of an earlier filing, which no command writes again."
)
NAMES = (*Role, PUBLISHED)
"""Names of the folders that are records, in their order."""


def read_records(
    year_folder: Path, shown: str, amendment: int | None = None
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The sign-offs in the order of the roles, then the published state, as far as they are whole.

    Those of earlier filings that were put aside come first, the original's before its amendments'. A record
    that somebody changed, or that cannot be read, is a finding and no record. ``amendment`` is the number of
    the present filing, whose records can be written again.
    """
    records: list[Record] = []
    found: list[Finding] = []
    for folder in (*_archives(year_folder / RECORDS), ""):
        for name in NAMES:
            place = f"{folder}/{name}" if folder else name
            if not (year_folder / RECORDS / place).is_dir():
                continue
            try:
                records.append(read_record(year_folder, place, shown, amendment))
            except InputError as problem:
                found += problem.findings
    return tuple(records), tuple(found)


def _archives(folder: Path) -> Iterator[str]:
    """Names of the folders that keep records of earlier filings, in the order of these."""
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    yield from (name for name in names if name == archive_of(None))
    amended = (name for name in names if re.fullmatch(r"a[1-9][0-9]{0,5}", name))
    yield from sorted(amended, key=lambda name: int(name[1:]))


def read_record(year_folder: Path, place: str, shown: str, amendment: int | None) -> Record:
    """The record in ``place``, such as ``legal`` or ``original/legal``; ``amendment`` is the present filing.

    Raises InputError where it is not whole, or is that of another role or filing than its folder says.
    """
    folder, file = year_folder / RECORDS / place, f"{shown}/{RECORDS}/{place}/{DEED_FILE}"
    archive = place.rpartition("/")[0]
    is_present = not archive and filing_stated_in(folder) == amendment
    record = _read(folder, f"{shown}/{RECORDS}/{place}", _AGAIN if is_present else _RESTORE)
    if archive and archive != (own := archive_of(record.amendment)):
        message = f"the record is that of '{own}', the folder is '{archive}'"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(file), _RESTORE)])
    return record


def filing_stated_in(folder: Path) -> int | None:
    """Number of the amendment that the facts of a record state, whether it is whole or not."""
    try:
        facts = read_text(folder / FACTS_FILE, FACTS_FILE)
    except InputError:
        return None
    return amendment_in(Snapshot({FACTS_FILE: facts}))


def _read(folder: Path, shown: str, advice: str) -> Record:
    """Raises InputError."""
    file = f"{shown}/{DEED_FILE}"
    deed = _deed(read_text(folder / DEED_FILE, file), file, advice)
    if (deed.role or PUBLISHED) != folder.name:
        message = f"the record is that of '{deed.role or PUBLISHED}', the folder is '{folder.name}'"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(file), advice)])
    snapshot = Snapshot(_texts(folder, shown))
    sums = read_text(folder / SUMS_FILE, f"{shown}/{SUMS_FILE}")
    found = _documents(folder, shown, snapshot.files.get(DOCUMENTS_FILE, ""))
    documents = tuple(_as_published(found, sums))
    whole = sums_of(snapshot, documents)
    if other := sorted(set(sums.splitlines()) ^ set(whole.splitlines())):
        name = other[0].partition("  ")[2]
        message = f"'{name}' is not as it was when the record was written"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(f"{shown}/{name}"), advice)])
    if fingerprint(whole) != deed.fingerprint:
        message = f"the fingerprint is '{deed.fingerprint}', that of the files is '{fingerprint(whole)}'"
        raise InputError([Finding(RECORD_CHANGED, message, LineRef(file), advice)])
    return Record(deed, snapshot, file, documents)


def _deed(text: str, file: str, advice: str) -> Deed:
    try:
        stated = loaded(text, yaml.BaseLoader)
        return Deed.model_validate(stated)
    except (yaml.YAMLError, ValidationError, RecursionError) as problem:
        message = "the record cannot be read"
        if isinstance(problem, ValidationError):
            entries = {f"'{part}'" for error in problem.errors() for part in error["loc"][:1]}
            message += f": {', '.join(sorted(entries))}" if entries else ""
            if any(error["type"] == "extra_forbidden" for error in problem.errors()):
                message += ", which this version of the program does not know"
                advice = f"If a newer version wrote it, use that one. {advice}"
        raise InputError([Finding(RECORD_UNREADABLE, message, LineRef(file), advice)]) from problem


def _texts(folder: Path, shown: str) -> dict[str, str]:
    """Every visible file of the record by its name with slashes, as canonical text; no documents."""
    own = (DEED_FILE, SUMS_FILE)
    return {
        name: canonical(read_text(folder / name, f"{shown}/{name}"))
        for name in _visible(folder)
        if name not in own and not name.startswith(f"{DOCUMENTS_FOLDER}/")
    }


def _documents(folder: Path, shown: str, listed: str) -> Iterator[Document]:
    """The documents as they are now, in the order of the list; those that are not on it come last."""
    titles = _titles(listed)
    there = _visible(folder / DOCUMENTS_FOLDER)
    for name in (
        *(name for name in titles if name in there),
        *(name for name in there if name not in titles),
    ):
        title, purpose = titles.get(name, ("", ""))
        place = f"{DOCUMENTS_FOLDER}/{name}"
        yield Document(name, title, purpose, read_bytes(folder / place, f"{shown}/{place}"))


def _as_published(documents: Iterable[Document], sums: str) -> Iterator[Document]:
    """The documents with the bytes that the list of checksums names, where only their line ends differ."""
    lines = (line.partition("  ") for line in sums.splitlines())
    recorded = {name: digest for digest, _, name in lines}
    for one in documents:
        digest = recorded.get(f"{DOCUMENTS_FOLDER}/{one.name}", "")
        yield replace(one, content=as_recorded(one.name, one.content, digest))


def _titles(listed: str) -> dict[str, tuple[str, str]]:
    """Name of each document to its title and its purpose; a list that cannot be read is none."""
    try:
        rows = list(csv.reader(io.StringIO(listed)))[1:]
    except csv.Error:
        return {}
    return {row[0]: (row[1], row[2]) for row in rows if len(row) == 3}


def _visible(folder: Path) -> list[str]:
    """Every file by its name with slashes, but for what editors and systems put there."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [name for name in names if not name.rpartition("/")[2].startswith((".", "~"))]
