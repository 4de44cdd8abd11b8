"""What was signed and what was published: the content of a year at one time, kept as plain texts.

A snapshot is a few files: ``rows.csv``, ``facts.txt`` and a text for each section. Their fingerprints are the
SHA-256 checksums of exactly these bytes, so that git, ``shasum`` and any reviewer can check them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from ..model import Day, Fact, Text, WebAddress

DEED_FILE = "record.yml"
"""Says who did what on which day."""
SUMS_FILE = "SHA256SUMS.txt"
"""The fingerprints; the record's own fingerprint is the checksum of this file."""
ROWS_FILE, FACTS_FILE, SECTIONS_FOLDER = "rows.csv", "facts.txt", "sections"
WORDING_FOLDER = "wording"
"""The filer's words in filed documents beside the sections: the head of the report, those of the list."""
SOURCES_FILE = "sources.txt"
"""Checksums of what people wrote: sections, texts, wording, the facts that are stated, the rows as filed."""
FILLED_FOLDER = "filled"
"""Each section as Markdown with its values filled in, as the program wrote it when it was signed."""
COUNTRIES_FILE = "countries.csv"
"""The names of countries that the year used, from the program's table."""
RECORDS = "record"
"""Folder of the records inside the year's."""
PUBLISHED = "published"
"""Folder of the last published state."""
DOCUMENTS_FOLDER, DOCUMENTS_FILE = "documents", "documents.csv"
"""Of a published state: its documents, byte for byte, and what each of them is."""


class Role(StrEnum):
    """Who must sign before a final is published. A sign-off stands in the folder of this name."""

    LEGAL = "legal"
    COMPLIANCE = "compliance"
    IR = "ir"

    @property
    def words(self) -> str:
        """The role in a sentence."""
        return "investor relations" if self is Role.IR else self.value


def canonical(text: str) -> str:
    """The text as it is signed: the same on every system and after every editor.

    Composed characters (Unicode NFC), line ends as ``\\n``, no blanks at line ends, one line end at the end.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def fingerprint(text: str) -> str:
    """SHA-256 of the canonical text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(text).encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """The content of a year: what is signed and what is published."""

    files: Mapping[str, str]
    """Name with slashes to canonical text."""
    same: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    """Fact that is a checksum of a file of text to those that it has with other line ends."""

    @cached_property
    def sums(self) -> str:
        """The fingerprint of each file, as ``sha256sum --check`` reads them, by name."""
        return sums_of(self)

    @property
    def fingerprint(self) -> str:
        """One fingerprint for everything."""
        return fingerprint(self.sums)

    @cached_property
    def rows(self) -> tuple[dict[str, str], ...]:
        """The rows of the annex: heading to text."""
        return tuple(csv.DictReader(io.StringIO(self.files.get(ROWS_FILE, ""), newline="")))

    @cached_property
    def facts(self) -> dict[str, str]:
        """What ``disclosure.yml`` states, by path."""
        lines = self.files.get(FACTS_FILE, "").splitlines()
        return {path: value for path, _, value in (line.partition(": ") for line in lines)}

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text of each section by its name, such as ``04-inquiry``, in order."""
        return self._texts_in(f"{SECTIONS_FOLDER}/")

    @cached_property
    def wording(self) -> dict[str, str]:
        """The filer's words beside the sections, such as ``report``; none where an earlier version signed."""
        return self._texts_in(f"{WORDING_FOLDER}/")

    @cached_property
    def filled(self) -> dict[str, str]:
        """Each section as Markdown with its values filled in, by its name; none of earlier versions."""
        return self._texts_in(f"{FILLED_FOLDER}/")

    @property
    def sources(self) -> str:
        """Checksums of what people wrote; empty where an earlier version of this program signed."""
        return self.files.get(SOURCES_FILE, "")

    def _texts_in(self, folder: str) -> dict[str, str]:
        names = sorted(name for name in self.files if name.startswith(folder))
        return {name.removeprefix(folder).rpartition(".")[0]: self.files[name] for name in names}


@dataclass(frozen=True)
class Document:
    """A file of the year's documents as it was published."""

    name: str
    """With slashes, from the folder of the documents."""
    title: str
    """Empty: not listed."""
    purpose: str
    """Empty: its title says enough."""
    content: bytes = field(repr=False)


def sums_of(snapshot: Snapshot, documents: Iterable[Document] = ()) -> str:
    """The fingerprint of each text, and the checksum of each document's bytes, by name."""
    lines = [(name, fingerprint(text)) for name, text in snapshot.files.items()]
    lines += [
        (f"{DOCUMENTS_FOLDER}/{one.name}", hashlib.sha256(one.content).hexdigest()) for one in documents
    ]
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(lines))


class Deed(Fact):
    """Who signed, or that it was published, on which day, and what."""

    what: Literal["signed", "published"]
    role: Role | None = None
    """Only of what was signed."""
    name: Text | None = None
    """The person who signed."""
    because: Text | None = None
    """Why this person signed for a second role too, where it is so."""
    date: Day
    filed: Day | None = None
    """Only of what was published: the day of filing, where it was stated."""
    edgar_url: WebAddress | None = None
    """Only of what was published: the address of the filing, where it was stated."""
    fingerprint: Annotated[Text, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

    @model_validator(mode="after")
    def _signature_has_role_and_name(self) -> Self:
        if (self.what == "signed") != (self.role is not None and self.name is not None):
            raise ValueError("role and name of what was signed, and of nothing else")
        if self.because is not None and self.role is None:
            raise ValueError("a reason for a second role of what was signed, and of nothing else")
        return self


@dataclass(frozen=True)
class Record:
    """A state of the content that somebody signed, or that was published."""

    deed: Deed
    snapshot: Snapshot
    file: str
    """Its ``record.yml`` as findings name it."""
    documents: tuple[Document, ...] = ()
    """Only of what was published: the year's documents, in the order in which they were listed."""

    @property
    def amendment(self) -> int | None:
        """Number of the amendment that was signed or published; None: the original filing."""
        return amendment_in(self.snapshot)


def amendment_in(snapshot: Snapshot) -> int | None:
    """Number of the amendment of which a content is; None: the original filing.

    It is read from the facts, which the fingerprint covers: no record can be that of another filing.
    """
    number = snapshot.facts.get("filing.amendment", "")
    return int(number) if re.fullmatch(r"[1-9][0-9]{0,5}", number) else None


def archive_of(amendment: int | None) -> str:
    """Name of the folder that keeps the records of an earlier filing, inside that of the records."""
    return f"a{amendment}" if amendment else "original"


@dataclass(frozen=True)
class Change:
    """Something that is new, gone or other than before. ``before`` None: new; ``after`` None: gone."""

    name: str
    """Path of a fact, heading of a column, or name of a section."""
    before: str | None
    after: str | None


@dataclass(frozen=True)
class RowChange:
    """A row of the annex that is new, gone or other than before."""

    kind: Literal["new", "gone", "changed"]
    row: Mapping[str, str]
    """The row as it is, or as it was where it is gone."""
    changes: tuple[Change, ...] = ()
    """Columns that changed; empty where the row is new or gone."""


@dataclass(frozen=True)
class Differences:
    """What changed from one state to another."""

    rows: tuple[RowChange, ...]
    sections: tuple[Change, ...]
    """Sections with their whole texts."""
    facts: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.rows or self.sections or self.facts)
