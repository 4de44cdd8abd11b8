"""The filings of one year: what is kept of the earlier ones, and checks that nothing of them is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..files.line_ends import plain
from ..files.picture_notes import offered
from ..findings import Finding
from ..findings.catalogue import (
    AMENDED_DAY,
    AMENDMENT_DATE,
    AMENDMENT_GONE,
    EARLIER_NOT_KEPT,
    OWN_FILE_NAME,
    PUBLISHED_OTHER,
    SIGNED_LATE,
)
from ..model import Asset, Disclosure, KeptFiling, LineRef, filing_in_words
from ..prose.fact_values import sentence_list
from .changes import differences
from .records import DOCUMENTS_FILE, PUBLISHED, RECORDS, Record, Snapshot, archive_of
from .sign_off import what_changed

FOLDER = "documents"
"""Of the year's documents on the site, where those of earlier filings stay."""


def of_present_filing(records: Iterable[Record], amendment: int | None) -> tuple[Record, ...]:
    """Those of the filing that is being written or was published last."""
    return tuple(record for record in records if record.amendment == amendment)


def of_earlier_filings(records: Iterable[Record], amendment: int | None) -> tuple[Record, ...]:
    """Those of the filings before, the oldest first."""
    earlier = (record for record in records if _number(record.amendment) < _number(amendment))
    return tuple(sorted(earlier, key=lambda record: _number(record.amendment)))


def kept_filings(year: int, earlier: Iterable[Record]) -> tuple[KeptFiling, ...]:
    """The earlier filings of which documents are kept, the oldest first."""
    published = {one.amendment: one for one in earlier if keeps_documents(one)}
    return tuple(
        KeptFiling(
            amendment=number,
            published=record.deed.date,
            filed=record.deed.filed,
            edgar_url=record.deed.edgar_url,
            files=tuple(
                Asset(f"{year}/{FOLDER}/{file.name}", file.content, file.title, file.purpose)
                for file in record.documents
            ),
        )
        for number, record in published.items()
    )


def kept_files(kept: Iterable[KeptFiling], own: Iterable[Asset]) -> tuple[Asset, ...]:
    """The files of the earlier filings, each once, without those that this filing offers unchanged."""
    files = {file.uri: file for filing in kept for file in filing.files}
    offered = {file.uri for file in own}
    return tuple(file for uri, file in files.items() if uri not in offered)


def earlier_filing_is_kept(disclosure: Disclosure, kept: Sequence[KeptFiling]) -> Iterator[Finding]:
    """SO-007: the documents of every filing before an amendment stay on the site."""
    amendment = disclosure.facts.filing.amendment
    there = {filing.amendment for filing in kept}
    before = (None, *range(1, amendment)) if amendment else ()
    missing = [filing_in_words(number) for number in before if number not in there]
    if missing:
        message = f"no documents are kept of {sentence_list(missing)}, so the site no longer has them"
        advice = (
            "Return to the state in which it was published, build the site, run 'formsd publish"
            f" {disclosure.year}' and keep the folder record. If it was published without this program, put"
            " its files into the folder documents under names of your own."
        )
        yield Finding(EARLIER_NOT_KEPT, message, disclosure.where("filing", "amendment"), advice)


def amendment_has_own_date(disclosure: Disclosure, earlier: Iterable[Record]) -> Iterator[Finding]:
    """SO-010: the day of filing and the address on EDGAR are not still those of the filing before."""
    filing = disclosure.facts.filing
    before = [record for record in earlier if record.deed.what == PUBLISHED][-1:]
    for record in before:
        deed, name, own = record.deed, filing_in_words(record.amendment), filing_in_words(filing.amendment)
        if filing.date and deed.filed and filing.date <= deed.filed:
            message = f"the date of {own} is {filing.date}; {name} was filed on {deed.filed}"
            advice = "Give the day on which the amendment is filed, or clear the entry until it is known."
            yield Finding(AMENDMENT_DATE, message, disclosure.where("filing", "date"), advice)
        if filing.edgar_url and filing.edgar_url == deed.edgar_url:
            message = f"the address on EDGAR is still that of {name}: '{filing.edgar_url}'"
            advice = "Clear the entry until the amendment is filed."
            yield Finding(AMENDMENT_DATE, message, disclosure.where("filing", "edgar_url"), advice)


def amendment_has_its_own_day(disclosure: Disclosure, earlier: Iterable[Record]) -> Iterator[Finding]:
    """SO-011: an amendment is signed anew, on a day after that on which the filing before it was signed.

    Nothing of one that restates a filing: it was signed elsewhere.
    """
    filing = disclosure.facts.filing
    if filing.is_restated or filing.signed_on is None:
        return
    for record in [record for record in earlier if record.deed.what == PUBLISHED][-1:]:
        before = record.snapshot.facts.get("filing.signed_on")  # year-month-day; none in old records
        if before and str(filing.signed_on) <= before:
            name, own = filing_in_words(record.amendment), filing_in_words(filing.amendment)
            message = f"the day of signature of {own} is {filing.signed_on}; {name} was signed on {before}"
            advice = "Give the day on which the amendment is signed."
            yield Finding(AMENDED_DAY, message, disclosure.where("filing", "signed_on"), advice)


def date_is_told_once(disclosure: Disclosure, found: Sequence[Finding]) -> list[Finding]:
    """The findings without DT-008 where SO-010 says the same of ``filing.date``, and what to do."""
    where = disclosure.where("filing", "date")
    is_told = any(one.rule is AMENDMENT_DATE and one.where == where for one in found)
    return [one for one in found if not (is_told and one.rule is SIGNED_LATE)]


def amendment_is_not_lost(disclosure: Disclosure, records: Sequence[Record]) -> Iterator[Finding]:
    """SO-008: no record is that of a later filing, none was put aside while its filing is the present one.

    Each record stands once.
    """
    amendment = disclosure.facts.filing.amendment
    where, own = disclosure.where("filing", "amendment"), filing_in_words(amendment)
    later = max((_number(record.amendment) for record in records), default=0)
    if later > _number(amendment):
        message = (
            f"filing.amendment says that this is {own}, and there are records of {filing_in_words(later)}"
        )
        advice = f"Set filing.amendment to {later} again. Without such an amendment, move its records away."
        yield Finding(AMENDMENT_GONE, message, where, advice)
        return
    folder = f"{RECORDS}/{archive_of(amendment)}"
    if any(f"/{folder}/" in record.file for record in records):
        message = f"filing.amendment says that this is {own}, whose records were put aside in {folder}"
        advice = f"State the number of the amendment, or move the records back into {RECORDS}."
        yield Finding(AMENDMENT_GONE, message, where, advice)
        return
    seen: dict[tuple[int, str], Record] = {}
    for record in records:
        before = seen.setdefault((_number(record.amendment), record.deed.role or PUBLISHED), record)
        if before is not record:
            message = f"the same record of {filing_in_words(record.amendment)} stands in {before.file} too"
            yield Finding(AMENDMENT_GONE, message, LineRef(record.file), "Keep the one that is right.")


def published_content_is_unchanged(
    disclosure: Disclosure, records: Iterable[Record], now: Snapshot
) -> Iterator[Finding]:
    """SO-009: what was published is changed by an amendment, whose number is stated."""
    for record in records:
        if record.deed.what == PUBLISHED and (changes := differences(record.snapshot, now)):
            own, number = filing_in_words(record.amendment), _number(record.amendment) + 1
            message = f"{own} was published on {record.deed.date} with other content: {what_changed(changes)}"
            advice = (
                f"If it was filed, state 'amendment: {number}' under filing, for a Form SD/A. If not, publish"
                f" it again: build the site, put it on its host, run 'formsd publish {disclosure.year}'."
            )
            yield Finding(PUBLISHED_OTHER, message, LineRef(record.file), advice)
        elif record.deed.what == PUBLISHED and disclosure.facts.filing.is_draft:
            own, number = filing_in_words(record.amendment), _number(record.amendment) + 1
            message = f"{own} was published on {record.deed.date}, and its state is draft"
            advice = (
                "With this, the site shows it as not filed. Set filing.state to final again, or state"
                f" 'amendment: {number}' for a Form SD/A."
            )
            yield Finding(PUBLISHED_OTHER, message, disclosure.where("filing", "state"), advice)


def own_file_is_not_replaced(disclosure: Disclosure, kept: Iterable[KeptFiling]) -> Iterator[Finding]:
    """FI-004: a file of people's own does not take the address of another one that was published before.

    Their own are those of the folder ``documents`` and exhibits that are PDF files.
    """
    folder = f"{disclosure.file.rpartition('/')[0]}/{FOLDER}"
    own = {one.name: (offered(one, disclosure), f"{folder}/{one.name}") for one in disclosure.own_files}
    own |= {one.name: (one.content, one.file) for one in disclosure.exhibits if not one.is_filed}
    names = {f"{disclosure.year}/{FOLDER}/{name}".casefold(): name for name in own}
    for filing in kept:
        for file in filing.files:
            name = names.pop(file.uri.casefold(), "")
            content, place = own.get(name, (b"", ""))
            if name and (name, plain(name, content)) != (file.name, plain(name, file.content)):
                before = filing_in_words(filing.amendment)
                message = f"'{file.name}' was published with {before}, with other content"
                advice = "Give the new file another name: what was published keeps its address."
                yield Finding(OWN_FILE_NAME, message, LineRef(place), advice)


def keeps_documents(record: Record) -> bool:
    """Also where the filing had none; records of earlier versions of this program keep none."""
    return record.deed.what == PUBLISHED and DOCUMENTS_FILE in record.snapshot.files


def _number(amendment: int | None) -> int:
    return amendment or 0
