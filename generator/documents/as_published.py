"""The documents of a filing as they were published, which later builds serve byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..data_files.year_files import as_listed
from ..findings import Finding
from ..findings.catalogue import PUBLISHED_BEFORE_FILED
from ..model import Asset, Disclosure, Filing, LineRef
from ..record.amended import FOLDER, keeps_documents
from ..record.changes import differences
from ..record.records import PUBLISHED, Document, Record, Snapshot
from .pdf import names as pdf_names


def find_published(disclosure: Disclosure, records: Sequence[Record], now: Snapshot) -> Record | None:
    """What was published of this filing, where its content is still that and its documents are kept."""
    if disclosure.facts.filing.is_draft:
        return None
    published = (one for one in records if one.deed.what == PUBLISHED and keeps_documents(one))
    return next((one for one in published if not differences(one.snapshot, now)), None)


def documents_as_published(disclosure: Disclosure, record: Record | None) -> tuple[Asset, ...]:
    """The documents in their order; none where they say less than the filing does by now.

    The day of filing and its address on EDGAR are known afterwards: with these, documents are made anew.
    """
    if record is None or _lacks(record, disclosure.facts.filing):
        return ()
    return tuple(_asset(disclosure, one) for one in record.documents)


def documents_are_current(disclosure: Disclosure, record: Record | None) -> Iterator[Finding]:
    """SO-014: the documents that were published say all that is known of the filing by now."""
    filing = disclosure.facts.filing
    if record is not None and (lacking := _lacks(record, filing)):
        message = f"the documents were published on {record.deed.date} without {lacking}, and are made anew"
        advice = _again(disclosure)
        yield Finding(PUBLISHED_BEFORE_FILED, message, LineRef(record.file), advice)


def pdf_is_published(disclosure: Disclosure, records: Sequence[Record]) -> Iterator[Finding]:
    """SO-014: the documents were published without PDF files, which a build now makes."""
    for record in records:
        if record.deed.what == PUBLISHED:
            message = (
                f"the documents were published on {record.deed.date} without PDF files, and are made anew"
            )
            advice = _again(disclosure)
            yield Finding(PUBLISHED_BEFORE_FILED, message, LineRef(record.file), advice)


def has_pdf(disclosure: Disclosure, documents: Sequence[Asset]) -> bool:
    """Whether the PDF file for readers is among them."""
    return any(one.name == pdf_names.web_of(disclosure) for one in documents)


def of_kind(kind: str, documents: Sequence[Asset], disclosure: Disclosure) -> list[Asset]:
    """Those of a kind: ``pdf``, ``edgar``, or ``tables`` with all that is neither."""
    return [one for one in documents if _kind_of(one, disclosure) == kind]


def _kind_of(asset: Asset, disclosure: Disclosure) -> str:
    if asset.name in pdf_names.of(disclosure):
        return "pdf"
    return "edgar" if asset.uri.startswith(f"{disclosure.year}/{FOLDER}/edgar/") else "tables"


def _again(disclosure: Disclosure) -> str:
    return f"Build the site, put it on its host, and run 'formsd publish {disclosure.year}'."


def _lacks(record: Record, filing: Filing) -> str:
    """In words; empty where nothing has changed."""
    words = ["the day of filing that is stated now"] if record.deed.filed != filing.date else []
    words += ["the address on EDGAR that is stated now"] if record.deed.edgar_url != filing.edgar_url else []
    return " and ".join(words)


def _asset(disclosure: Disclosure, document: Document) -> Asset:
    uri = f"{disclosure.year}/{FOLDER}/{document.name}"
    if document.name in pdf_names.of(disclosure):
        is_for_edgar = document.name != pdf_names.web_of(disclosure)
    else:
        is_for_edgar = document.name.startswith("edgar/")
    made = Asset(uri, document.content, document.title, document.purpose, is_for_edgar=is_for_edgar)
    return as_listed(disclosure, made)
