"""The filing's documents, PDF and HTML for EDGAR, from the pages of the site. Straight lines."""

from __future__ import annotations

import hashlib
import json
import platform
import zlib
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version

from ..errors import InputError
from ..files.kept import kept
from ..files.program import program_fingerprint
from ..findings import Finding, errors, in_order
from ..model import Asset, Disclosure
from ..pages.page import Page, PageKind
from ..prose.element import Element
from .led_links import with_led_links
from .output import Output
from .parcel import opened, parcel
from .pictures import pictures_of
from .trees import exhibit_tree, page_tree

_LIBRARIES = ("pillow", "typst", "pikepdf", "page-validation", "markdown", "pymdown-extensions")


def filing_files(
    disclosure: Disclosure,
    pages: Mapping[str, Page],
    output: Output,
) -> tuple[list[Asset], list[Finding]]:
    """The filing's documents from the pages that the site shows, by kind, and what they do not show.

    Where Form SD cannot be shown, only the report's; none where there is no report either. Documents without
    an error are kept from one run to the next: where nothing has changed, nothing that takes time is even
    imported.
    """
    if not output.documents:
        return [], []

    def make() -> bytes:
        assets, found = _made(disclosure, pages, output)
        if errors(found):
            raise InputError(found)
        return parcel(assets, found)

    key = _key(disclosure, pages, output) if output.cache else b""
    # Preview and build want other kinds: each keeps its own.
    name = "-".join(["filing", str(disclosure.year), *output.documents])
    try:
        return opened(kept(output.cache and output.cache / name, key, make))
    except InputError as problem:
        return [], list(problem.findings)


def filing_trees(
    pages: Mapping[str, Page],
    disclosure: Disclosure,
    rows: Mapping[str, str] | None = None,
    *,
    base_url: str = "",
) -> tuple[Element | None, Element | None]:
    """Form SD and its exhibit from pages by kind.

    None for the form: the filing that is restated is at hand without it. None for the exhibit: no report is
    filed with the form. ``rows`` as in ``exhibit_tree``: every value has its source. ``base_url`` as in
    ``with_led_links``.
    """
    pages = with_led_links(pages, base_url)
    with_values = rows is not None
    has_form = disclosure.facts.has_form and PageKind.FORM in pages
    form = page_tree(pages[PageKind.FORM], with_values=with_values) if has_form else None
    if PageKind.REPORT not in pages:
        return form, None
    annex = pages.get(PageKind.ANNEX)
    return form, exhibit_tree(pages[PageKind.REPORT], annex, disclosure.in_exhibit, rows)


def further_trees(
    pages: Mapping[str, Page], disclosure: Disclosure, *, with_values: bool = False, base_url: str = ""
) -> dict[str, Element]:
    """The further exhibits by the last part of their page's address, in the order of the form's list."""
    pages = with_led_links(pages, base_url)
    return {
        one.key: page_tree(pages[one.key], with_values=with_values)
        for one in disclosure.further_exhibits
        if one.key in pages
    }


def _made(
    disclosure: Disclosure, pages: Mapping[str, Page], output: Output
) -> tuple[list[Asset], tuple[Finding, ...]]:
    """The documents that the output asks for, and what they do not show as the pages do.

    Nothing where there is neither form nor report.
    """
    form, exhibit = filing_trees(pages, disclosure, base_url=output.base_url)
    if form is None and exhibit is None:
        return [], ()
    further = further_trees(pages, disclosure, base_url=output.base_url)
    assets: list[Asset] = []
    found: list[Finding] = []
    if "pdf" in output.documents:
        from .pdf.files import pdf_files  # takes a while to import

        pictures = pictures_of(pages[PageKind.OVERVIEW], output.brand)
        made, notes = pdf_files(
            disclosure,
            form,
            exhibit,
            pictures,
            site_url=output.base_url or None,
            further=further,
            brand=output.brand,
        )
        assets, found = [*assets, *made], [*found, *notes]
    if "edgar" in output.documents:
        from .edgar import edgar_files

        made, notes = edgar_files(disclosure, form, exhibit, further)
        assets, found = [*assets, *made], [*found, *notes]
    return assets, in_order(found)


def _key(disclosure: Disclosure, pages: Mapping[str, Page], output: Output) -> bytes:
    """Everything that the documents and their findings depend on."""
    parts = [
        _program(),
        [
            *output.documents,
            output.base_url,
            output.brand.fingerprint,
            disclosure.addresses.has_folders,
            disclosure.as_of.isoformat(),
            disclosure.file,
        ],
        disclosure.facts.model_dump_json(),
        [
            (kind, page.markdown, sorted({**page.inserts, **page.in_documents}.items()))
            for kind, page in sorted(pages.items())
        ],
        [(section.file, section.text) for section in disclosure.all_sections],
        [(file.file, file.text) for file in disclosure.wording],
        [
            (file.name, hashlib.sha256(file.content).hexdigest())
            for file in (*disclosure.own_files, *disclosure.pictures, *filter(None, [disclosure.logo]))
        ],
        [(one.file, one.text) for one in disclosure.exhibits],
    ]
    return json.dumps(parts).encode()


@lru_cache(maxsize=1)
def _program() -> list[str]:
    """What makes the documents: this program with its fonts, libraries, Python."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return [program_fingerprint(), *libraries, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION]
