"""The signature of a filed Form SD: who signed, as what, on which day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from ..model import LineRef, Passage
from ..model.folding import fold
from .form_rows import TYPED, FormRow, FormRows
from .stated import Gathered

_HEADING = re.compile(r"^\W*signatures?\W*$", re.I)
_SIGNED = re.compile(r"/\s?s\s?/\s*(?P<name>[^/\n(]{0,60})", re.I)
_GOES_ON = re.compile(
    r"\b(?:and|of|,|&|the|Vice|Chief|Corporate|Senior|Executive|General|Financial|Legal)\W*$"
)
_LABEL = re.compile(r"^(?P<label>by|name|title|its|date|dated)\s*:\s*(?P<value>.*)$", re.I | re.S)
_DATE = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\s+"
    r"(?P<day>\d{1,2}),?\s+(?P<year>20\d\d)\b",
    re.I,
)
_OFFICER = re.compile(
    r"\b(?:officer|president|secretary|counsel|treasurer|controller|director|chair\w*|manager|partner|head|CEO|CFO)\b",
    re.I,
)
_LONGEST_TITLE = 140
_REACH = 40
"""Rows behind the heading in which the block stands."""


def signature_of(rows: FormRows, into: Gathered) -> None:
    """Keeps ``filing.signatory`` and ``filing.signed_on``, as far as they are told without doubt."""
    at = next((n for n in range(len(rows.rows) - 1, -1, -1) if _HEADING.match(rows.rows[n].text)), None)
    if at is None:
        into.doubt("the form has no signature", LineRef(rows.file), "Look whether the whole form was given.")
        return
    block = rows.rows[at + 1 : at + 1 + _REACH]
    lines = list(_lines(block))
    signed = [n for n, (text, _) in enumerate(lines) if _SIGNED.search(text)]
    if len(signed) > 1:
        into.doubt(
            f"{len(signed)} persons sign the form; the first one was taken",
            rows.passage(block[0]).where,
            "Name the others below co_registrants in disclosure.yml, where they sign for other companies.",
        )
    _name_and_title(lines, signed[0] if signed else None, rows, into)
    _day(block, rows, into)


def _lines(block: Sequence[FormRow]) -> Iterator[tuple[str, FormRow]]:
    for row in block:
        for cell in row.cells:
            for line in cell.text.split("\n"):
                if re.search(r"\w", line):
                    yield " ".join(line.split()), row


def _name_and_title(
    lines: Sequence[tuple[str, FormRow]], at: int | None, rows: FormRows, into: Gathered
) -> None:
    """Keeps both of who signs, or neither: ``at`` is the line of the signature, None where there is none."""
    labels = _labelled(lines)
    name, row = labels.get("name", ("", None))
    begin = at if at is not None else 0
    if at is not None:
        found = _SIGNED.search(lines[at][0])
        signed = (found["name"] if found else "").strip(" _")
        if not signed and at + 1 < len(lines) and not _LABEL.match(lines[at + 1][0]):
            signed = lines[at + 1][0]
        name, row = (name, row) if name else (signed, lines[at][1])
    title, title_row = labels.get("title", labels.get("its", ("", None)))
    if not title and name:
        title, title_row = _title_below(lines[begin:], name)
    if name and row is not None:
        into.know(("filing", "signatory", "name"), name, rows.passage(row))
    if name and title and title_row is not None:
        into.know(("filing", "signatory", "title"), title, rows.passage(title_row))
    if not name or not title:
        where = rows.passage(lines[begin][1]).where if lines else LineRef(rows.file)
        into.doubt(
            "the signature does not tell name and title of who signs",
            where,
            "Write them below filing.signatory in disclosure.yml.",
        )
        into.forget([("filing", "signatory", "name"), ("filing", "signatory", "title")])


def _labelled(lines: Sequence[tuple[str, FormRow]]) -> dict[str, tuple[str, FormRow]]:
    """Label to the text behind it, or in the next cell."""
    found: dict[str, tuple[str, FormRow]] = {}
    for at, (text, row) in enumerate(lines):
        label = _LABEL.match(text)
        if not label or label["label"].lower() in found:
            continue
        value = label["value"].strip(" _")
        if not value and at + 1 < len(lines) and not _LABEL.match(lines[at + 1][0]):
            value, row = lines[at + 1][0].strip(" _"), lines[at + 1][1]
        if value:
            rest = _rest_of(lines, at + 1, row, value) if row.table == TYPED else ""
            found[label["label"].lower()] = (f"{value} {rest}".strip(), row)
    return found


def _rest_of(lines: Sequence[tuple[str, FormRow]], at: int, row: FormRow, value: str) -> str:
    """The next line of a text, where a title runs on into it."""
    if at >= len(lines) or not _GOES_ON.search(value):
        return ""
    text, below = lines[at]
    return text if below.line <= row.line + 1 and not _LABEL.match(text) else ""


def _title_below(lines: Sequence[tuple[str, FormRow]], name: str) -> tuple[str, FormRow | None]:
    """The line below the name that is an officer's title; or what stands behind the name in its own line."""
    for text, row in lines:
        plain = re.sub(r"^(?:by|name)\s*:\s*", "", text, flags=re.I)
        rest = plain[len(name) :].strip(" ,–—-") if fold(plain).startswith(fold(name)) else ""
        if rest and _OFFICER.search(rest):
            return rest, row
    for at, (text, row) in enumerate(lines):
        is_title = _OFFICER.search(text) and not _SIGNED.search(text) and len(text) < _LONGEST_TITLE
        if is_title and fold(name) not in fold(text):
            title = text.strip(" _()")
            for further, _ in lines[at + 1 :]:
                if not _GOES_ON.search(title) or _LABEL.match(further):
                    break
                title = f"{title} {further.strip(' _()')}"
            return title, row
    return "", None


def _day(block: Sequence[FormRow], rows: FormRows, into: Gathered) -> None:
    days: dict[str, Passage] = {}
    for row in block:
        for found in _DATE.finditer(" ".join(row.text.split())):
            text = f"{found['month'].capitalize()} {found['day']} {found['year']}"
            try:
                day = dt.datetime.strptime(text, "%B %d %Y").date().isoformat()
            except ValueError:
                continue
            days.setdefault(day, rows.passage(row))
    if len(days) == 1:
        ((day, passage),) = days.items()
        into.know(("filing", "signed_on"), day, passage)
    else:
        message = f"the signature has {len(days)} days" if days else "the signature has no day"
        where = next(iter(days.values())).where if days else LineRef(rows.file)
        into.doubt(message, where, "Write it as filing.signed_on in disclosure.yml.")
