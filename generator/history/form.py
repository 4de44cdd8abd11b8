"""A filed Form SD: its cover, the text of Item 1.01, its list of exhibits, its signature."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..countries.table import CountryTable
from ..filed.flow import Item, Paragraph
from ..filed.sections import flow_without_pages, markdown_of
from ..model import CONFLICT_MINERALS_HEADING, LineRef, Period
from ..model.folding import fold
from .cover import cover_of, layout_of
from .documents import Document
from .form_rows import FormRows
from .period import period_of
from .signature import signature_of
from .stated import Gathered

_ITEM = re.compile(r"\bitem\s*(?P<number>[1-3]\.0[1-3])\b", re.I)
_END = re.compile(r"^\W*(?:section\s*[2-4]\b|item\s*(?:1\.0[23]|[23]\.01)\b|signatures?\W*$)", re.I)
_REPORT = re.compile(r"\bexhibit\s*1\.0[12]\b", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]+", re.I)
_LISTED = re.compile(r"^\W*(?:exhibit\s*)?(?P<number>1\.0[1-9]|99(?:\.\d)?)\W+(?P<text>\S.{3,300})$", re.I)
_NOT_APPLICABLE = re.compile(r"^\W*(?:not applicable|none|n/a)\W*$", re.I)
_SHORT = 200


@dataclass(frozen=True)
class Form:
    """What is kept of the form beside facts."""

    file: str
    texts: Mapping[str, str]
    """Name of a text of the form to its Markdown."""
    body: str
    """The text of Item 1.01 as a section; without a report, what stands in the form's text is not in it."""
    names_report: bool
    """Whether a Conflict Minerals Report is filed as its exhibit."""


def read_form(document: Document, year: int, countries: CountryTable, into: Gathered) -> Form:
    """Keeps the facts of the form. Raises InputError where it is of another year."""
    rows = FormRows(document)
    period_of([rows.passage(row) for row in rows.rows], year, document.file, into)
    cover_of(rows, countries, into)
    if (layout := layout_of(rows)) and layout[0] is not Period(year).layout:
        into.know(("form", "layout"), str(layout[0]), layout[1])
    _amendment(rows, into)
    item = _item_text(flow_without_pages(document.text))
    _web_address(item, rows, into)
    _exhibits(rows, into)
    signature_of(rows, into)
    text = markdown_of(item)
    names_report = any(_REPORT.search(row.text) for row in rows.rows)
    body, own = (text, text) if names_report else _apart(text)
    texts = {"item-1-01": f"{own}\n"} if own else {}
    if any(_NOT_APPLICABLE.match(row.text) for row in rows.rows):
        texts["not-applicable"] = next(
            f"{row.text.strip()}\n" for row in rows.rows if _NOT_APPLICABLE.match(row.text)
        )
    return Form(document.file, texts, f"# {CONFLICT_MINERALS_HEADING}\n\n{body}\n", names_report)


def _apart(text: str) -> tuple[str, str]:
    """The disclosure of a form that has no report, and the words on where it is published."""
    for between in ("\n\n", "\n"):
        parts = text.split(between)
        at = next((n for n in range(len(parts) - 1, -1, -1) if _ADDRESS.search(parts[n])), len(parts) - 1)
        if len(parts) > 1:
            return between.join([*parts[:at], *parts[at + 1 :]]), parts[at]
    return text, text


def _item_text(items: Sequence[Item]) -> list[Item]:
    """What stands below the heading of Item 1.01, up to the next item."""
    starts = [
        at
        for at, item in enumerate(items)
        if isinstance(item, Paragraph)
        and len(item.text) < _SHORT
        and (found := _ITEM.search(_whole(item)))
        and found["number"] == "1.01"
    ]
    if not starts:
        return []
    body: list[Item] = []
    for item in items[starts[0] + 1 :]:
        if isinstance(item, Paragraph) and _END.match(_whole(item)):
            break
        is_caption = isinstance(item, Paragraph) and fold(item.text) in (
            fold(CONFLICT_MINERALS_HEADING),
            "conflict minerals disclosure and report",
        )
        if not is_caption:
            body.append(item)
    return body


def _whole(item: Paragraph) -> str:
    return f"{item.marker} {item.text}".strip()


def _web_address(items: Sequence[Item], rows: FormRows, into: Gathered) -> None:
    """Keeps ``registrant.disclosure_url``: the one address of the text, or the first, which is then told."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Paragraph):
            found += [one.rstrip(".,;:)]’'") for one in _ADDRESS.findall(item.text)]
    if not found:
        into.doubt(
            "Item 1.01 names no web address",
            LineRef(rows.file),
            "Without registrant.disclosure_url in disclosure.yml there is no page of the form.",
        )
        return
    first = found[0]
    row = next((row for row in rows.rows if first in row.text), rows.rows[0])
    address = first if first.lower().startswith("http") else f"https://{first}"
    into.know(("registrant", "disclosure_url"), address, rows.passage(row))
    if len(set(found)) > 1:
        message = (
            f"Item 1.01 names {len(set(found))} web addresses; '{first}' was taken for that of the disclosure"
        )
        into.doubt(
            message, rows.passage(row).where, "Correct registrant.disclosure_url, if it is another one."
        )


def _exhibits(rows: FormRows, into: Gathered) -> None:
    """Keeps each line of the list of exhibits by its number."""
    start = next(
        (
            at
            for at, row in enumerate(rows.rows)
            if re.search(r"\bitem\s*[23]\.01\b.*exhibits", row.text, re.I)
        ),
        None,
    )
    for row in rows.rows[start + 1 :] if start is not None else ():
        if re.match(r"^\W*signatures?\W*$", row.text, re.I):
            break
        if found := _LISTED.match(" ".join(row.text.split())):
            into.know(("exhibit", found["number"]), found["text"].strip(), rows.passage(row))


def _amendment(rows: FormRows, into: Gathered) -> None:
    found = next((row for row in rows.rows[:25] if re.search(r"\bform\s+sd/a\b", row.text, re.I)), None)
    if found is not None:
        message = "the filing is an amendment, Form SD/A; it was imported as the filing of the year"
        into.doubt(message, rows.passage(found).where, "Say in the notice of disclosure.yml what it amends.")
