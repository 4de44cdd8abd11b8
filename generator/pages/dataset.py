"""The list of smelters as something to find and to cite: schema.org data for machines, a line for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markupsafe import escape

from ..model import UNIT_OF_COUNTING, Asset, Disclosure
from ..model.counted import counted
from ..prose.facts import date_text
from .annex_page import HEADINGS
from .documents_page import CITE
from .page import Page, PageKind

JSON_LD = "<!-- formsd:json-ld -->"

_DESCRIPTION_LIMIT = 5_000  # characters; search engines that read data sets take no more


def with_dataset(page: Page, disclosure: Disclosure, assets: Sequence[Asset], base_url: str) -> Page:
    """``page`` with the line to cite, and the annex with schema.org data, at their places or at the end."""
    ours = {CITE: cite_html(disclosure, base_url)}
    if page.meta.kind is PageKind.ANNEX:
        ours[JSON_LD] = dataset_script(disclosure, assets, base_url)
    missing = [f"\n{place}\n" for place in ours if place not in page.marked]
    return replace(page, marked="".join([page.marked, *missing]), inserts={**page.inserts, **ours})


def citation(disclosure: Disclosure, base_url: str) -> str:
    """Registrant, title, year, filing, address, and room for the day of reading, as a line of text.

    ``base_url`` is the site's address with a slash at the end; empty: the address that Form SD names.
    """
    stated = disclosure.facts
    address = f"{base_url}{disclosure.year}/annex/" if base_url else stated.registrant.disclosure_url
    return (
        f"{_as_sentence(stated.registrant.name)} {_as_sentence(f'{stated.annex.title}, {disclosure.year}')}"
        f" {_filing(disclosure)} {address} (retrieved [date])."
    )


def cite_html(disclosure: Disclosure, base_url: str) -> str:
    """``citation`` as a paragraph; one click on the text selects all of it."""
    text = escape(citation(disclosure, base_url))
    return (
        f'<p class="fsd-cite"><strong>Cite this list</strong> <span class="fsd-cite__text">{text}</span></p>'
    )


def dataset_script(disclosure: Disclosure, assets: Sequence[Asset], base_url: str) -> str:
    """The element for the annex page. Browsers never run it, whatever their content security policy."""
    return f'<script type="application/ld+json">{dataset_json_ld(disclosure, assets, base_url)}</script>'


def dataset_json_ld(disclosure: Disclosure, assets: Sequence[Asset], base_url: str) -> str:
    """The list as a schema.org ``Dataset`` in JSON-LD, safe inside a ``script`` element.

    Source: schema.org/Dataset. ``base_url`` is the site's address with a slash at the end; empty: addresses
    are relative to the annex page.
    """
    # A line an entry, because two braces side by side begin and end an expression in template languages.
    text = json.dumps(_dataset(disclosure, assets, base_url), ensure_ascii=False, indent=0)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _dataset(disclosure: Disclosure, assets: Sequence[Asset], base_url: str) -> dict[str, Any]:
    stated, period = disclosure.facts, disclosure.period
    page = f"{base_url}{disclosure.year}/annex/" if base_url else ""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{page}#fsd-annex",
        "name": f"{stated.registrant.name}: {stated.annex.title}, {disclosure.year}",
        "description": _description(disclosure)[:_DESCRIPTION_LIMIT],
        **({"url": page, "identifier": page} if page else {}),
        "creator": _creator(disclosure),
        "isBasedOn": _form(disclosure),
        **({"datePublished": str(stated.filing.date)} if stated.filing.date else {}),
        "dateModified": str(disclosure.as_of),
        "creativeWorkStatus": "Draft" if stated.filing.is_draft else "Published",
        "inLanguage": "en",
        "temporalCoverage": f"{period.first_day}/{period.last_day}",
        "spatialCoverage": [{"@type": "Country", "name": name} for name in _countries(disclosure)],
        "isAccessibleForFree": True,
        **_license(disclosure),
        "creditText": citation(disclosure, base_url),
        "measurementTechnique": f"Survey of suppliers with the {stated.survey.tool}",
        "variableMeasured": [HEADINGS[column] for column in stated.annex.columns],
        "distribution": [
            _download(asset, base_url or "../../") for asset in assets if asset.media_type
        ],
    }  # fmt: skip


def _description(disclosure: Disclosure) -> str:
    registrant = disclosure.facts.registrant.name
    rows = counted(len(disclosure.smelters), "row")
    sentences = [
        f"Smelters and refiners that {registrant} lists in its conflict minerals disclosure for the calendar"
        f" year {disclosure.year}, with metal, country and status: {rows}.",
        UNIT_OF_COUNTING,
        _filing(disclosure),
        f"Terms: {disclosure.terms_text}",
        disclosure.facts.notice or "",
    ]
    return " ".join(filter(None, sentences))


def _creator(disclosure: Disclosure) -> dict[str, Any]:
    registrant = disclosure.facts.registrant
    number = {
        "@type": "PropertyValue",
        "propertyID": "Commission file number",
        "value": registrant.commission_file_number,
    }
    return {
        "@type": "Organization",
        "name": registrant.name,
        "url": registrant.disclosure_url,
        "identifier": number,
    }


def _form(disclosure: Disclosure) -> dict[str, str]:
    filing = disclosure.facts.filing
    address = {"url": filing.edgar_url} if filing.edgar_url else {}
    return {"@type": "CreativeWork", "name": f"{filing.form_name} for {disclosure.year}", **address}


def _license(disclosure: Disclosure) -> dict[str, Any]:
    """Nothing where no terms are stated: the description says so."""
    terms = disclosure.facts.terms
    if terms is None:
        return {}
    return {"license": terms.url or {"@type": "CreativeWork", "name": terms.text}}


def _download(asset: Asset, root: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": asset.title,
        "contentUrl": f"{root}{asset.uri}",
        "encodingFormat": asset.media_type,
        "contentSize": f"{len(asset.content)} B",
        "sha256": asset.sha256,
    }


def _countries(disclosure: Disclosure) -> list[str]:
    """Countries in which facilities stand, as far as they are known, in alphabetical order."""
    return sorted({row.country.name for row in disclosure.smelters if row.country.code})


def _filing(disclosure: Disclosure) -> str:
    filing = disclosure.facts.filing
    if filing.is_draft or filing.date is None:
        return "Draft, not filed."
    day = date_text(filing.date)
    return f"{filing.form_name}, filed with the U.S. Securities and Exchange Commission on {day}."


def _as_sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
