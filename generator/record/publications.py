"""The publications of a year: of each filing the day on which it was put on the site."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Disclosure, Publication
from .records import PUBLISHED, Record


def publications_of(
    disclosure: Disclosure, records: Iterable[Record], earlier: Iterable[Record]
) -> tuple[Publication, ...]:
    """The newest first. Without a record the present filing has its day of filing, else of signature.

    ``records`` are those of the present filing, ``earlier`` those of the filings before it, the oldest first.
    """
    before = [_recorded(one) for one in earlier if one.deed.what == PUBLISHED]
    now = [_recorded(one) for one in records if one.deed.what == PUBLISHED]
    filing = disclosure.facts.filing
    day = filing.date or filing.signed_on
    if not now and day:
        now = [Publication(filing.amendment, day, is_recorded=False, fingerprint="")]
    return (*now, *reversed(before))


def _recorded(record: Record) -> Publication:
    return Publication(
        record.amendment, record.deed.date, is_recorded=True, fingerprint=record.deed.fingerprint
    )
