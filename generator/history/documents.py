"""The given files as a form, its report, and further exhibits: single documents or whole submissions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError
from ..filed.submission import COVER, Part, parts_of, text_of_file
from ..findings import Finding
from ..findings.catalogue import IMPORT_NOT_A_FILING
from ..model import LineRef, Passage

_FORM = re.compile(r"specialized\s+disclosure\s+report", re.IGNORECASE)
_SUBJECT = re.compile(r"conflict[\s-]+minerals?", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SIGNATURES = re.compile(r"^[\s*_#]*signatures?[\s*_:]*$", re.IGNORECASE | re.MULTILINE)
_DATE = re.compile(r"\b[A-Z][a-z]+ \d{1,2}, 20\d\d\b")
_TITLE = re.compile(
    r"^[\s*_#]*(?:exhibit\s*1\.0[12]\b.*|.{0,60}\bconflict minerals (?:report|disclosure)\b.{0,60})$",
    re.IGNORECASE,
)
_HEADER = {
    "cik": re.compile(r"CENTRAL INDEX KEY:[ \t]*(\d{1,10})"),
    "name": re.compile(r"COMPANY CONFORMED NAME:[ \t]*(\S.*)"),
    "filed": re.compile(r"FILED AS OF DATE:[ \t]*(\d{8})"),
}
_HTML, _HTML_ENDS = re.compile(r"<html\b", re.IGNORECASE), re.compile(r"</html\s*>", re.IGNORECASE)
_HEAD = 4000
"""Letters at the beginning of a document among which its HTML begins."""
_LONGEST_TITLE = 3
"""Lines of a title that may stand above the words Conflict Minerals Report."""


@dataclass(frozen=True)
class Document:
    """A document: the file that holds it, its text, and where in the file it begins."""

    file: str
    text: str
    line: int = 1
    kind: str = ""
    """Its type in a submission, such as ``EX-1.02``."""
    name: str = ""
    description: str = ""

    @property
    def is_cut(self) -> bool:
        """It begins as HTML and does not end as such, as where a download broke off."""
        return bool(_HTML.search(self.text[:_HEAD]) and not _HTML_ENDS.search(self.text))


@dataclass(frozen=True)
class Filing:
    """The parts of a filing that were given."""

    form: Document | None
    exhibit: Document | None
    """The Conflict Minerals Report."""
    further: tuple[Document, ...] = ()
    """Exhibits beside it."""
    header: dict[str, Passage] | None = None
    """What EDGAR's header of a submission says: ``cik``, ``name``, ``filed``."""

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(one for one in (self.form, self.exhibit) if one is not None)


def read_filing(form: Path | None, exhibit: Path | None) -> Filing:
    """The parts of the given files, either of which may be a whole submission.

    A file is taken for what it is, whatever it is named. Raises InputError where one cannot be read or is
    no part of a filing on Form SD.
    """
    problems: list[Finding] = []
    filing = Filing(None, None)
    for path in dict.fromkeys(path for path in (form, exhibit) if path is not None):
        try:
            filing = _together(filing, _read(path))
        except InputError as problem:
            problems += problem.findings
    if problems:
        raise InputError(problems)
    return filing


def _read(path: Path) -> Filing:
    text = text_of_file(path)
    parts = parts_of(text)
    filing = _of_submission(path.name, parts) if parts[0].kind else _of_text(path.name, parts[0])
    if filing.form is None and filing.exhibit is None:
        message = "it is neither a Form SD nor a Conflict Minerals Report"
        advice = (
            "Name the form (form-sd.htm), its Exhibit 1.01, or the full submission text, as EDGAR has them."
        )
        raise InputError([Finding(IMPORT_NOT_A_FILING, message, LineRef(path.name), advice)])
    return replace(filing, header=_header(text, path.name))


def _together(one: Filing, other: Filing) -> Filing:
    """Both; of the same document the first one counts."""
    return Filing(
        one.form or other.form,
        one.exhibit or other.exhibit,
        (*one.further, *(part for part in other.further if part.name not in {p.name for p in one.further})),
        {**(other.header or {}), **(one.header or {})},
    )


def _of_submission(file: str, parts: Sequence[Part]) -> Filing:
    documents = [
        Document(file, part.text, part.line, part.kind, part.name, part.description)
        for part in parts
        if part.is_text
    ]
    forms = [one for one in documents if one.kind in ("SD", "SD/A")]
    exhibits = [one for one in documents if re.fullmatch(r"EX-(?:1\.\d{1,2}|99(?:\.\d+)?)", one.kind)]
    reports = [one for one in exhibits if one.kind.startswith("EX-1.") and _SUBJECT.search(_plain(one.text))]
    report = next(iter(sorted(reports, key=lambda one: one.kind != "EX-1.01")), None)
    further = tuple(one for one in exhibits if one is not report)
    return Filing(next(iter(forms), None), report, further)


def _of_text(file: str, part: Part) -> Filing:
    plain = _plain(part.text)
    is_form = bool(_FORM.search(plain) and COVER.search(plain))
    if is_form:
        form, report = _split(Document(file, part.text, part.line))
        return Filing(form, report)
    is_report = bool(_SUBJECT.search(plain))
    return Filing(None, Document(file, part.text, part.line) if is_report else None)


def _split(document: Document) -> tuple[Document, Document | None]:
    """A form, and the report that stands behind its signature in the same text, as in copies."""
    lines = document.text.split("\n")
    signed = next((at for at in range(len(lines) - 1, -1, -1) if _SIGNATURES.match(lines[at])), len(lines))
    dated = next((at for at in range(signed, len(lines)) if _DATE.search(lines[at])), len(lines))
    title = next((at for at in range(dated + 1, len(lines)) if _TITLE.match(lines[at])), None)
    if title is None or _HTML.search(document.text[:_HEAD]):
        return document, None
    begin = title
    while begin > dated + 1 and title - begin < _LONGEST_TITLE and lines[begin - 1].strip():
        begin -= 1
    form = replace(document, text="\n".join(lines[:begin]))
    return form, replace(document, text="\n".join(lines[begin:]), line=document.line + begin)


def _header(text: str, file: str) -> dict[str, Passage]:
    head = text[: text.upper().find("<DOCUMENT>")] if "<DOCUMENT>" in text.upper() else ""
    return dict(_entries(head, file))


def _entries(head: str, file: str) -> Iterator[tuple[str, Passage]]:
    for name, pattern in _HEADER.items():
        if found := pattern.search(head):
            yield name, Passage(found[1].strip(), LineRef(file, head.count("\n", 0, found.start()) + 1))


def _plain(text: str) -> str:
    return " ".join(_TAG.sub(" ", text.replace("&nbsp;", " ").replace("&#160;", " ")).split())
