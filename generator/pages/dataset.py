"""The list of smelters as something to find and to cite: schema.org data for machines, a line for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import escape

from ..model import UNIT_OF_COUNTING, Asset, Charter, Disclosure
from ..model.counted import counted
from ..prose.fact_values import date_text
from .annex_columns import filed_columns, minerals_word
from .annex_page import what_is_given
from .documents_page import CITE
from .facility_table import TABLE_ID, repeats
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

    ``base_url`` is the site's address with a slash at the end; empty: the address that Form SD names, if
    any.
    """
    stated = disclosure.facts
    address = f"{base_url}{disclosure.annex_address}" if base_url else stated.registrant.disclosure_url
    parts = [
        _as_sentence(stated.registrant_list),
        _as_sentence(f"{disclosure.annex_title}, {disclosure.year}"),
        _filing(disclosure),
        address,
        "(retrieved [date]).",
    ]
    return " ".join(filter(None, parts))


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
    page = f"{base_url}{disclosure.annex_address}" if base_url else ""
    root = disclosure.addresses.root_from(f"{disclosure.year}/annex/")
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{page}#{TABLE_ID}",
        "name": f"{stated.registrants_in_short}: {disclosure.annex_title}, {disclosure.year}",
        "description": _description(disclosure)[:_DESCRIPTION_LIMIT],
        **({"url": page, "identifier": page} if page else {}),
        "creator": _creators(disclosure),
        "isBasedOn": _form(disclosure),
        **({"datePublished": str(stated.filing.date)} if stated.filing.date else {}),
        **({"dateModified": str(day)} if (day := disclosure.stated_as_of) else {}),
        "creativeWorkStatus": "Draft" if stated.filing.is_draft else "Published",
        "inLanguage": "en",
        "temporalCoverage": f"{period.first_day}/{period.last_day}",
        **_places(disclosure),
        "isAccessibleForFree": True,
        **_license(disclosure),
        "creditText": citation(disclosure, base_url),
        **_technique(disclosure),
        "variableMeasured": list(filed_columns(disclosure).headings.values()),
        "distribution": [
            _download(asset, base_url or root) for asset in assets if asset.media_type
        ],
    }  # fmt: skip


def _description(disclosure: Disclosure) -> str:
    stated = disclosure.facts
    lists = "list in their" if stated.co_registrants else "lists in its"
    rows = counted(len(disclosure.all_rows), "row")
    sentences = [
        f"Smelters and refiners that {stated.registrant_list} {lists} conflict minerals disclosure for the"
        f" calendar year {disclosure.year}, with {what_is_given(disclosure)}: {rows}.",
        *_unit_of_counting(disclosure),
        _filing(disclosure),
        f"Terms: {disclosure.terms_text}",
        disclosure.facts.notice_on_top,
    ]
    return " ".join(filter(None, sentences))


def _unit_of_counting(disclosure: Disclosure) -> Iterator[str]:
    mineral = minerals_word(disclosure)
    yield UNIT_OF_COUNTING.replace("metal", mineral)
    if number := repeats(disclosure.all_rows):
        says = "names" if number == 1 else "name"
        yield f"{counted(number, 'row')} of these {says} a facility again, as filed."
    apart = len(disclosure.all_rows) - len(disclosure.smelters)
    if apart and disclosure.smelters:
        yield f"{counted(apart, 'row')} of these {'is' if apart == 1 else 'are'} part of no total."


def _creators(disclosure: Disclosure) -> dict[str, Any] | list[dict[str, Any]]:
    """The registrant; a list where there are several."""
    stated = disclosure.facts
    made = [_creator(one, stated.registrant.disclosure_url) for one in stated.registrants]
    return made if len(made) > 1 else made[0]


def _creator(registrant: Charter, address: str | None) -> dict[str, Any]:
    number = registrant.commission_file_number
    identifier = {"@type": "PropertyValue", "propertyID": "Commission file number", "value": number}
    return {
        "@type": "Organization",
        "name": registrant.name,
        **({"url": address} if address else {}),
        **({"identifier": identifier} if number else {}),
    }


def _places(disclosure: Disclosure) -> dict[str, Any]:
    """The countries in which the facilities stand; nothing where the lists give none."""
    names = _countries(disclosure)
    return {"spatialCoverage": [{"@type": "Country", "name": name} for name in names]} if names else {}


def _technique(disclosure: Disclosure) -> dict[str, str]:
    """The questionnaire; nothing where the filer does not name it."""
    tool = disclosure.facts.survey.tool
    return {"measurementTechnique": f"Survey of suppliers with the {tool}"} if tool else {}


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
    countries = (row.country for row in disclosure.all_rows)
    return sorted({country.name for country in countries if country and country.code})


def _filing(disclosure: Disclosure) -> str:
    filing = disclosure.facts.filing
    if filing.is_draft:
        return "Draft, not filed."
    day = f" on {date_text(filing.date)}" if filing.date else ""
    return f"{filing.form_name}, filed with the U.S. Securities and Exchange Commission{day}."


def _as_sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
