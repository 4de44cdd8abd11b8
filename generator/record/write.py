"""``data/<year>/record/``: what was signed and what was published, as files that git and people read."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from ..files.folder import put_back, swap
from ..files.formula_safe import formula_safe
from ..files.held import make_beside
from ..files.line_ends import checksum, checksums
from ..files.refused import refused
from ..files.synced import sync_folder, sync_tree, write_synced
from ..model import Disclosure, Filing, OwnFile
from ..model.columns import text_of
from ..model.list_table import Row, record_table
from ..prose.wording.frame import TABLES
from ..prose.wordings import needed
from .country_names import countries_csv
from .records import (
    COUNTRIES_FILE,
    DEED_FILE,
    DOCUMENTS_FILE,
    DOCUMENTS_FOLDER,
    FACTS_FILE,
    FILLED_FOLDER,
    ROWS_FILE,
    SECTIONS_FOLDER,
    SOURCES_FILE,
    SUMS_FILE,
    WORDING_FOLDER,
    Deed,
    Document,
    Snapshot,
    canonical,
    fingerprint,
    sums_of,
)
from .sources import NOT_CONTENT, flat, sources_of

_UNSAID = frozenset({"annex.order: by-metal", "origins.recycled: False", "example: False"})
"""What holds where nothing is stated, of entries that came later: what was signed before stays as it was."""
_AS_THEY_ARE = f"""\
# Git leaves the line ends of the published documents as they are.
{DOCUMENTS_FOLDER}/** -text
""".encode()
_HEADER = """\
# Written by the command formsd. Do not edit: where a file beside this one was changed by hand, it counts
# as no record. Names and days that stand here are not part of the fingerprint: keep their history in git.
# The fingerprint is the SHA-256 checksum of SHA256SUMS.txt, which has the checksum of each file here.
"""


def snapshot_of(
    disclosure: Disclosure, sections: Mapping[str, str], filled: Mapping[str, str] | None = None
) -> Snapshot:
    """The content of the year now. ``sections``: name such as ``04-inquiry`` to plain text.

    ``filled``: the same names to Markdown; None leaves out all that tells what people wrote from what the
    program makes of it, as earlier versions did.
    """
    texts = {f"{SECTIONS_FOLDER}/{name}.txt": text for name, text in sections.items()}
    texts |= {f"{WORDING_FOLDER}/{name}.txt": text for name, text in _wording(disclosure)}
    files = {ROWS_FILE: _rows(disclosure), FACTS_FILE: _facts(disclosure), **texts}
    if filled is not None:
        files |= {f"{FILLED_FOLDER}/{name}.md": text for name, text in filled.items()}
        files |= {SOURCES_FILE: sources_of(disclosure), COUNTRIES_FILE: countries_csv(disclosure)}
    same = {f"{kind}/{one.name}": checksums(one.name, one.content) for kind, one in _own_files(disclosure)}
    return Snapshot({name: canonical(text) for name, text in sorted(files.items())}, same)


def with_documents(snapshot: Snapshot, documents: Sequence[Document]) -> Snapshot:
    """The content with a text that says what its documents are, in their order."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["File", "Title", "Purpose"])
    writer.writerows([one.name, one.title, one.purpose] for one in documents)
    return Snapshot({**snapshot.files, DOCUMENTS_FILE: canonical(text.getvalue())}, snapshot.same)


def write_record(folder: Path, deed: Deed, snapshot: Snapshot, documents: Sequence[Document] = ()) -> None:
    """The record as the whole content of ``folder``, whose old content stays until the new one is whole.

    Raises DisclosureError where it cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        put_back(folder)
        beside = make_beside(folder)
        try:
            for name, content in _files(deed, snapshot, documents).items():
                write_synced(beside.path / name, content)
            sync_tree(beside.path)
            swap(beside.path, folder)
            sync_folder(folder.parent)
        finally:
            beside.discard()
    except OSError as problem:
        raise refused(problem, folder) from problem


def _files(deed: Deed, snapshot: Snapshot, documents: Sequence[Document]) -> dict[str, bytes]:
    stated = deed.model_dump(mode="json", exclude_none=True)
    text = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=1000)
    texts = {DEED_FILE: _HEADER + text, SUMS_FILE: sums_of(snapshot, documents), **snapshot.files}
    kept = {f"{DOCUMENTS_FOLDER}/{one.name}": one.content for one in documents}
    kept |= {".gitattributes": _AS_THEY_ARE} if documents else {}
    return {name: text.encode("utf-8") for name, text in texts.items()} | kept


def _wording(disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    """What the filed documents say outside the sections, whose texts have the claims and tables in them."""
    for spec in needed(disclosure):
        file = next((one for one in disclosure.wording if one.name == spec.name), None)
        if file is not None and spec is not TABLES:
            yield file.name, "\n".join(f"{case.name}: {case.text}" for case in file.cases)


def _rows(disclosure: Disclosure) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    table = record_table(disclosure)
    writer.writerow([*(column.heading for column in table.columns), "Row"])
    anchors = (row.anchor for row in disclosure.all_rows)
    writer.writerows(_row(row, anchor) for row, anchor in zip(table.rows, anchors, strict=True))
    return text.getvalue()


def _row(row: Row, anchor: str) -> list[str]:
    return [*(formula_safe(" ".join(text_of(value).split())) for value in row), f"#{anchor}"]


def _facts(disclosure: Disclosure) -> str:
    """A line for each entry, in the order of the fields; files that people added by their checksums."""
    stated = (one for one in flat(disclosure.facts) if not one[0].startswith(NOT_CONTENT))
    lines = [line for path, value in stated if (line := f"{path}: {value}") not in _UNSAID]
    lines += [f"{kind}/{one.name}: {checksum(one.name, one.content)}" for kind, one in _own_files(disclosure)]
    return "\n".join(lines)


def _own_files(disclosure: Disclosure) -> Iterator[tuple[str, OwnFile]]:
    """Files that people added, each with what it is."""
    yield from (("documents", file) for file in disclosure.own_files)
    yield from (("logo", file) for file in (disclosure.logo,) if file)
    yield from (("pictures", file) for file in disclosure.pictures)
    yield from (("exhibits", OwnFile(one.name, one.content)) for one in disclosure.exhibits)


def deed_of_sign_off(
    role: str, name: str, day: dt.date, snapshot: Snapshot, because: str | None = None
) -> Deed:
    """That a person signed this content for a role; ``because``: why the same person for a second one."""
    stated = {"what": "signed", "role": role, "name": name, "because": because, "date": day}
    return Deed.model_validate({**stated, "fingerprint": snapshot.fingerprint})


def deed_of_publication(
    day: dt.date, filing: Filing, snapshot: Snapshot, documents: Sequence[Document] = ()
) -> Deed:
    """That this content of a filing was published with these documents."""
    stated = {"what": "published", "date": day, "filed": filing.date, "edgar_url": filing.edgar_url}
    return Deed.model_validate({**stated, "fingerprint": fingerprint(sums_of(snapshot, documents))})
