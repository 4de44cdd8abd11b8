"""The filing's documents, PDF and HTML for EDGAR, from the pages of the site. Straight lines."""

from __future__ import annotations

import hashlib
import json
import platform
import zlib
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from ..errors import InputError
from ..files.kept import kept
from ..files.program import program_fingerprint
from ..findings import Finding, errors, in_order
from ..model import Asset, Disclosure
from ..pages.page import Page
from ..prose.element import Element
from .parcel import opened, parcel
from .pictures import pictures_of
from .printed import not_shown
from .trees import exhibit_tree, page_tree

DOCUMENTS = ("pdf", "edgar")
"""Kinds of documents."""

_LIBRARIES = ("typst", "pikepdf", "page-validation", "markdown", "pymdown-extensions")


def filing_files(
    disclosure: Disclosure,
    pages: Mapping[str, Page],
    kinds: Collection[str],
    *,
    base_url: str = "",
    cache: Path | None = None,
) -> tuple[list[Asset], list[Finding]]:
    """The filing's documents from the pages that the site shows, by kind, and what they do not show.

    Where Form SD cannot be shown, only the report's; none where there is no report either.

    ``cache`` is a folder in which documents without an error are kept from one run to the next: where
    nothing has changed, nothing that takes time is even imported. None keeps nothing.
    """
    wanted = [kind for kind in DOCUMENTS if kind in kinds]
    if not wanted:
        return [], []

    def make() -> bytes:
        assets, found = _made(disclosure, pages, wanted, base_url)
        if errors(found):
            raise InputError(found)
        return parcel(assets, found)

    key = _key(disclosure, pages, wanted, base_url) if cache else b""
    # Preview and build want other kinds: each keeps its own.
    name = "-".join(["filing", str(disclosure.year), *wanted])
    try:
        return opened(kept(cache and cache / name, key, make))
    except InputError as problem:
        return [], list(problem.findings)


def filing_trees(pages: Mapping[str, Page], disclosure: Disclosure) -> tuple[Element | None, Element | None]:
    """Form SD and its exhibit from pages by kind.

    None for the form: the filing that is restated is at hand without it. None for the exhibit: no report is
    filed with the form.
    """
    form = page_tree(pages["form"]) if disclosure.facts.has_form and "form" in pages else None
    if "report" not in pages:
        return form, None
    return form, exhibit_tree(pages["report"], pages.get("annex"), disclosure)


def _made(
    disclosure: Disclosure, pages: Mapping[str, Page], kinds: Sequence[str], base_url: str
) -> tuple[list[Asset], tuple[Finding, ...]]:
    form, exhibit = filing_trees(pages, disclosure)
    trees = [tree for tree in (form, exhibit) if tree is not None]
    if not trees:
        return [], ()
    assets: list[Asset] = []
    found = list(not_shown(disclosure, trees))
    if "pdf" in kinds:
        from .pdf.files import pdf_files  # takes a while to import

        pictures = pictures_of(pages["overview"])
        made, notes = pdf_files(disclosure, form, exhibit, pictures, site_url=base_url or None)
        assets, found = [*assets, *made], [*found, *notes]
    if "edgar" in kinds:
        from .edgar import edgar_files

        made, notes = edgar_files(disclosure, form, exhibit)
        assets, found = [*assets, *made], [*found, *notes]
    return assets, in_order(found)


def _key(disclosure: Disclosure, pages: Mapping[str, Page], kinds: Sequence[str], base_url: str) -> bytes:
    """Everything that the documents and their findings depend on."""
    parts = [
        _program(),
        [*kinds, base_url, disclosure.as_of.isoformat(), disclosure.file],
        disclosure.facts.model_dump_json(),
        [(kind, page.markdown, sorted(page.inserts.items())) for kind, page in sorted(pages.items())],
        [(section.file, section.text) for section in disclosure.sections],
        [(file.name, hashlib.sha256(file.content).hexdigest()) for file in disclosure.own_files],
    ]
    return json.dumps(parts).encode()


@lru_cache(maxsize=1)
def _program() -> list[str]:
    """What makes the documents: this program with its fonts, libraries, Python."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return [program_fingerprint(), *libraries, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION]
