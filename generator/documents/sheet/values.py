"""What a filing sheet says, as values: all of it comes from the year and its documents."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...findings import Finding
from ...findings.catalogue import SHEET_WITHOUT_CIK
from ...model import REPORT_NUMBER, Asset, Disclosure, Period, Route
from ...pages.form_words import form_words
from ...prose.fact_values import date_text
from ..edgar.last_look import SIZE_LIMIT
from ..edgar.links import EXHIBIT, FORM, exhibit_file
from ..edgar.profile import FILE_NAME_LENGTH

BLANK = "________________"
"""What is not stated, to be filled in by hand."""
_LINK = re.compile(rb'href="(https?://[^"]+)"')
_ADDRESS = re.compile(r"https?://[^\s<>&\"()]+[^\s<>&\"().,;]")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY, _MONDAY, _MAY = 5, 0, 5


@dataclass(frozen=True)
class Filer:
    """A company for which the form is filed."""

    name: str
    cik: str
    file_number: str


@dataclass(frozen=True)
class FiledFile:
    """A document of the submission."""

    kind: str
    """Its type as EDGAR calls it, such as ``SD`` or ``EX-1.01``."""
    description: str
    name: str
    size: int
    checksum: str
    """SHA-256."""


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet."""

    title: str
    state: str
    """That it is a draft or an example, with what it lacks; empty: neither."""
    form_type: str
    filers: tuple[Filer, ...]
    period: str
    rule: str
    items: tuple[str, ...]
    files: tuple[FiledFile, ...]
    due: str
    checks: tuple[str, ...]
    """What a person looks at, each a sentence."""
    links: tuple[str, ...]
    """The addresses that the documents print or lead to."""


def sheet_of(disclosure: Disclosure, files: Sequence[Asset], missing: Sequence[str]) -> Sheet:
    """The sheet of a year with a form. ``files`` are what is submitted, ``missing`` what a draft lacks."""
    stated = disclosure.facts
    filing = stated.filing
    links = tuple(_links(files))
    return Sheet(
        title=f"Filing sheet: {filing.form_name} of {stated.registrants_in_short} for {disclosure.year}",
        state=" ".join(_state(disclosure, missing)),
        form_type="SD/A" if filing.amendment else "SD",
        filers=tuple(
            Filer(one.name, one.cik or BLANK, one.commission_file_number or BLANK)
            for one in stated.registrants
        ),
        period=date_text(dt.date(disclosure.year, 12, 31)),
        rule="Rule 13p-1 (17 CFR 240.13p-1)",
        items=tuple(_items(disclosure)),
        files=tuple(sorted((_file(disclosure, one) for one in files), key=_place)),
        due=due_in_words(disclosure.period, is_amendment=bool(filing.amendment)),
        checks=tuple(_checks(disclosure, files, links)),
        links=links,
    )


def sheet_has_cik(disclosure: Disclosure) -> Iterator[Finding]:
    """FS-001: the CIK of each registrant is stated, which the agent needs and no document prints."""
    if not disclosure.facts.has_form or disclosure.facts.filing.is_restated:
        return
    for one in disclosure.facts.registrants:
        if one.cik is None:
            message = f"the CIK of {one.name} is not stated: the filing sheet has a blank for it"
            advice = "Add cik below the registrant, or write it on the sheet."
            yield Finding(SHEET_WITHOUT_CIK, message, disclosure.where("registrant"), advice)


def due_in_words(period: Period, *, is_amendment: bool = False) -> str:
    """The due date with its reason. Source: General Instruction B of Form SD."""
    if is_amendment:
        return "An amendment has no due date of its own."
    day = dt.date(period.year + 1, _MAY, 31)
    reasons = []
    while day != period.due:
        reasons.append(f"{date_text(day)} is {_why_not(day)}")
        day += dt.timedelta(days=1)
    due = f"{_DAYS[day.weekday()]}, {date_text(day)}"
    if not reasons:
        return f"{due}: May 31 of the year after the period, a business day."
    return f"{due}, the next business day after May 31: {' and '.join(reasons)}."


def _why_not(day: dt.date) -> str:
    is_memorial_day = day.weekday() == _MONDAY and day.month == _MAY
    return "Memorial Day" if is_memorial_day else f"a {_DAYS[day.weekday()]}"


def _state(disclosure: Disclosure, missing: Sequence[str]) -> Iterator[str]:
    if disclosure.facts.example:
        yield "An example: nothing of this is to be filed."
    if disclosure.facts.filing.is_draft:
        yield "A draft: not to be filed as it is."
        if missing:
            yield f"It lacks: {', '.join(missing)}."


def _items(disclosure: Disclosure) -> Iterator[str]:
    words = form_words(disclosure.layout, disclosure.facts.filing.form)
    has_report = disclosure.facts.form.route is Route.REPORT
    yield words.disclosure.item.text
    if has_report:
        yield words.exhibit_item.text
    if has_report or disclosure.further_exhibits:
        yield words.exhibits.item.text


def _file(disclosure: Disclosure, asset: Asset) -> FiledFile:
    name = asset.uri.rpartition("/")[2]
    kind, description = _kind(disclosure, name)
    return FiledFile(kind, description, name, len(asset.content), hashlib.sha256(asset.content).hexdigest())


def _place(file: FiledFile) -> tuple[bool, bool, str]:
    """As EDGAR asks for it: the form first, which is no PDF; then its exhibits; copies and pictures last."""
    is_document = file.name.endswith(".htm")
    return not is_document, not file.kind.startswith("SD"), file.kind


def _kind(disclosure: Disclosure, name: str) -> tuple[str, str]:
    """Type and description of a file as EDGAR asks for them; a file that is no document is a picture."""
    form_type = "SD/A" if disclosure.facts.filing.amendment else "SD"
    exhibits = {EXHIBIT: (REPORT_NUMBER, "Conflict Minerals Report")}
    exhibits |= {
        exhibit_file(one.key): (one.stated.number, one.stated.description)
        for one in disclosure.further_exhibits
    }
    published = {
        disclosure.file_name(file): (f"EX-{number}", words) for file, (number, words) in exhibits.items()
    }
    published[disclosure.file_name(FORM)] = (form_type, disclosure.facts.filing.form_name)
    if name in published:
        return published[name]
    if name.endswith(".pdf"):
        is_exhibit = name.startswith("ex")
        kind = f"EX-{REPORT_NUMBER}" if is_exhibit else form_type
        return kind, f"Courtesy copy (PDF) of the {'exhibit' if is_exhibit else 'form'}"
    return "GRAPHIC", "A picture of a document"


def _links(files: Sequence[Asset]) -> Iterator[str]:
    found: dict[str, None] = {}
    for one in files:
        if one.name.endswith(".htm"):
            text = one.content.decode("ascii", "replace")
            found |= dict.fromkeys(link.decode() for link in _LINK.findall(one.content))
            found |= dict.fromkeys(_ADDRESS.findall(re.sub(r"<[^>]*>", " ", text)))
    yield from found


def _checks(disclosure: Disclosure, files: Sequence[Asset], links: Sequence[str]) -> Iterator[str]:
    stated = disclosure.facts
    signatory = stated.filing.signatory
    signer = signatory.name if signatory else "the signatory"
    yield (
        f"The authentication document is signed by {signer} before or at the time of filing, and is kept for"
        " five years (Regulation S-T, Rule 302(b))."
    )
    if stated.filing.signed_on:
        yield f"The signature block bears the day of signature: {date_text(stated.filing.signed_on)}."
    if stated.registrant.disclosure_url:
        yield (
            "The website shows the same disclosure at the address that the form gives:"
            f" {stated.registrant.disclosure_url}."
        )
    if links:
        yield "Each address below opens, without a password."
    yield from _within_limits(files)
    yield "CIK and CCC of each registrant are at hand, and the period and the items are those above."
    yield "A test filing was accepted before the live one."


def _within_limits(files: Sequence[Asset]) -> Iterator[str]:
    names = [one.uri.rpartition("/")[2] for one in files]
    long = [name for name in names if len(name) > FILE_NAME_LENGTH]
    large = [name for one, name in zip(files, names, strict=True) if len(one.content) > SIZE_LIMIT]
    if not long and not large:
        yield (
            "File names and sizes are within EDGAR's limits; the program has looked: no name has more than"
            f" {FILE_NAME_LENGTH} letters, no document more than {SIZE_LIMIT:,} bytes."
        )
    for name in long:
        yield f"The name {name} has more than {FILE_NAME_LENGTH} letters, which EDGAR refuses: change it."
    for name in large:
        yield f"The document {name} has more than {SIZE_LIMIT:,} bytes: make it smaller, or ask the agent."
