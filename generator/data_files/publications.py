"""What was published and when, for programs: ``index.json`` of the whole site, and an Atom feed.

Both stand at the root of the site under names that stay. A draft is in neither: nobody published it.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..model import Asset, Disclosure, KeptFiling, Publication
from ..model.amendments import form_name_of
from . import statement

INDEX, INDEX_SCHEMA, FEED = "index.json", "index.schema.json", "feed.xml"
_SCHEMA = Path(__file__).parent / "schema" / "index.schema.json"
_VERSION = 1


@dataclass(frozen=True)
class PublishedYear:
    """A year that is final, with what stands on the site of it."""

    disclosure: Disclosure
    pages: tuple[tuple[str, str], ...]
    """Kind and address of each page from the root of the site, in the order of the menu."""
    assets: tuple[Asset, ...]
    """Files of the present filing that the documents page lists, and those of the changes."""
    kept: tuple[KeptFiling, ...]
    publications: tuple[Publication, ...]
    """The newest first; the first one is that of the present filing. Empty: no day is known."""


def site_files(years: Sequence[PublishedYear], base_url: str) -> tuple[Asset, ...]:
    """The index, its schema and the feed; nothing where no year is final. ``years`` are the newest first.

    ``base_url`` is the site's address with a slash at the end; empty: addresses are relative to the root.
    """
    if not years:
        return ()
    return (
        Asset(INDEX, index_file(years, base_url)),
        Asset(INDEX_SCHEMA, schema_file()),
        Asset(FEED, feed_file(years, base_url)),
    )


@cache
def schema_file() -> bytes:
    """The JSON Schema (2020-12) of ``index.json``."""
    return _SCHEMA.read_bytes()


def index_file(years: Sequence[PublishedYear], base_url: str) -> bytes:
    """Years, pages, files with checksums, and each publication, as UTF-8."""
    newest = years[0].disclosure
    stated = {
        "$schema": INDEX_SCHEMA,
        "schema_version": _VERSION,
        "title": f"{newest.facts.registrants_in_short}: conflict minerals disclosures",
        "registrant": newest.facts.registrant.name,
        "cik": newest.facts.registrant.cik,
        "base_url": base_url or None,
        "newest_year": newest.year,
        "feed": FEED,
        "years": [_year(one) for one in years],
    }
    return (json.dumps(stated, ensure_ascii=False, indent=2) + "\n").encode()


def _year(one: PublishedYear) -> dict[str, Any]:
    stated = one.disclosure.facts
    return {
        "year": one.disclosure.year,
        "registrant": stated.registrant.name,
        "form": stated.filing.form_name,
        "signed_on": _day(stated.filing.signed_on),
        "filed_on": _day(stated.filing.date),
        "edgar_url": stated.filing.edgar_url,
        "restates_a_filing": stated.filing.signed_elsewhere is not None,
        "notice": stated.notice_on_top or None,
        "rows": len(one.disclosure.all_rows) if one.disclosure.has_list else None,
        "pages": [{"kind": kind, "path": path} for kind, path in one.pages],
        "files": [_file(asset, stated.filing.form_name) for asset in one.assets],
        "earlier_files": [_file(asset, kept.form_name) for kept in one.kept for asset in kept.files],
        "publications": [
            {
                "form": form_name_of(each.amendment),
                "day": _day(each.day),
                "is_recorded": each.is_recorded,
                "fingerprint": each.fingerprint or None,
            }
            for each in one.publications
        ],
    }


def _file(asset: Asset, form: str) -> dict[str, Any]:
    return {
        "path": asset.uri,
        "title": asset.title or asset.name,
        "form": form,
        "bytes": len(asset.content),
        "sha256": asset.sha256,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def feed_file(years: Sequence[PublishedYear], base_url: str) -> bytes:
    """An Atom feed (RFC 4287) with an entry for each publication, the newest first."""
    newest = years[0].disclosure
    entries = sorted(_entries(years), key=lambda one: (one[1].day, one[0].disclosure.year), reverse=True)
    updated = entries[0][1].day if entries else newest.as_of
    name = newest.facts.registrant.name
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(newest.facts.registrants_in_short)}: conflict minerals disclosures</title>",
        f"<id>{_id(newest, 'feed')}</id>",
        f"<updated>{_time(updated)}</updated>",
        f"<author><name>{_text(name)}</name></author>",
        *([f'<link rel="self" href={_quoted(base_url + FEED)}/>'] if base_url else []),
        f"<link href={_quoted(base_url + newest.addresses.of_page('') or './')}/>",
        *(line for year, one in entries for line in _entry(year, one, base_url)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entries(years: Sequence[PublishedYear]) -> Iterator[tuple[PublishedYear, Publication]]:
    yield from ((year, one) for year in years for one in year.publications)


def _entry(year: PublishedYear, one: Publication, base_url: str) -> Iterator[str]:
    disclosure, form = year.disclosure, form_name_of(one.amendment)
    is_present = one is year.publications[0]
    yield "<entry>"
    yield f"<title>{_text(f'Conflict minerals disclosure for {disclosure.year}: {form}')}</title>"
    yield f"<id>{_id(disclosure, f'{disclosure.year} {form}')}</id>"
    yield f"<updated>{_time(one.day)}</updated>"
    page = disclosure.addresses.of_page(f"{disclosure.year}/{'' if is_present else 'original/'}")
    yield f"<link href={_quoted(f'{base_url}{page}')}/>"
    yield f"<summary>{_text(' '.join(_summary(year, is_present=is_present)))}</summary>"
    yield "</entry>"


def _summary(year: PublishedYear, *, is_present: bool) -> Iterator[str]:
    if not is_present:
        yield "Amended since; its files are kept."
        return
    yield statement.filing(year.disclosure)
    if year.disclosure.has_list:
        yield f"The list has {len(year.disclosure.all_rows):,} rows."
    if notice := year.disclosure.facts.notice_on_top:
        yield notice


def _id(disclosure: Disclosure, what: str) -> str:
    """The same for ever, wherever the site stands: it names company and filing."""
    registrant = disclosure.facts.registrant
    company = registrant.cik or registrant.commission_file_number
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'form-sd {company} {what}')}"


def _time(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    """Escaped, without characters that XML has no room for."""
    return html.escape("".join(c for c in text if c >= " " or c in "\t\n\r"), quote=False)


def _quoted(address: str) -> str:
    """An address as the value of an attribute; ``xml.sax`` does the same, and takes long to import."""
    return '"' + html.escape(address, quote=False).replace('"', "&quot;") + '"'
