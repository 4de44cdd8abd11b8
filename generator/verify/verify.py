"""Prove it: what is published, or was filed, against the data. Straight lines beside the pipeline."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

from ..documents.make import filing_trees
from ..documents.pdf import names as pdf_names
from ..documents.pictures import pictures_of
from ..documents.trees import page_tree
from ..errors import InputError
from ..filed.filed_document import read_filed_document
from ..filed.values import FiledDocument
from ..findings import Finding, in_order
from ..pipeline import EXPORTS, Year, export_files, load_year, year_pages
from ..year.year_folder import years_in
from .against_filing import compare_filing, filing_lines
from .document_texts import document_texts, headings_of
from .equal_words import Extras
from .equality import compare_bytes, compare_published, published_lines
from .list_columns import list_columns
from .published import (
    address_of,
    as_published,
    drawn_on_page,
    drawn_words,
    offers_any,
    read_published,
    text_of_page,
)
from .values import ComparedFiling, PublishedFile

__all__ = ["filing_lines", "published_lines", "verify_against", "verify_site"]


def verify_site(
    data_dir: Path, year: int, site: Path
) -> tuple[tuple[PublishedFile, ...], tuple[Finding, ...]]:
    """The published files of a year that were read, and where they differ from the data.

    Raises InputError where the data has an error, or there is no site.
    """
    loaded = _sound(data_dir, year)
    disclosure = loaded.disclosure
    assert disclosure is not None
    address = address_of(site, f"{year}/")
    has_pdf = offers_any(site, f"{year}/documents", pdf_names.of(disclosure))
    kinds = [kind for kind in EXPORTS if has_pdf or kind != "pdf"]
    made, _ = export_files([loaded], kinds, base_url=address)
    assets, missing = as_published(made, site)
    pages = tuple(year_pages(loaded, made, address))
    trees = filing_trees({str(page.meta["kind"]): page for page in pages}, disclosure.annex_title)
    shown = {page.file_uri: page_tree(page) for page in pages}
    shown |= {"index.html": shown[pages[0].file_uri]} if year == max(years_in(data_dir)) else {}
    drawn = {uri: drawn_on_page(tree, uri) for uri, tree in shown.items()}
    columns = list_columns(disclosure)
    texts = {uri: text_of_page(tree, uri, columns) for uri, tree in shown.items()}
    uris = list(texts)
    texts |= document_texts(disclosure, *trees)
    own = {f"{year}/documents/{file.name}" for file in disclosure.own_files}
    whole = [asset for asset in assets if asset.is_companion or asset.uri in own]
    published, unreadable = read_published(site, uris, [one for one in assets if one not in whole], columns)
    # Words of a file for which there is no text to compare with are not told as compared.
    published = tuple(file if file.file in texts else replace(file, passages=None) for file in published)
    extras = Extras(
        headings=tuple(heading for tree in trees if tree for heading in headings_of(tree)),
        drawings=tuple(drawn_words(picture) for picture in pictures_of(pages[0])),
    )
    compared = (
        compare_published(
            disclosure,
            file,
            texts.get(file.file),
            replace(extras, breaks_words=is_pdf),
            drawn=drawn.get(file.file, ()),
        )
        for file in published
        for is_pdf in [file.file.endswith(".pdf")]
    )
    found = [*missing, *unreadable, *itertools.chain.from_iterable(compared)]
    found += list(compare_bytes(made, assets, found))
    return (*published, *(PublishedFile(asset.uri) for asset in whole)), in_order(found)


def verify_against(
    data_dir: Path, year: int, path: Path
) -> tuple[FiledDocument, ComparedFiling, tuple[Finding, ...]]:
    """A filed document against the data of a year. Raises InputError where either cannot be used."""
    disclosure = _sound(data_dir, year).disclosure
    assert disclosure is not None
    filed = read_filed_document(
        path,
        data_dir,
        disclosure.facts.statuses,
        minerals=disclosure.facts.other_minerals,
        needs_list=disclosure.has_list,
    )
    compared, found = compare_filing(disclosure, filed)
    return filed, compared, in_order(found)


def _sound(data_dir: Path, year: int) -> Year:
    """The year, if no error stops it. Raises InputError where one does."""
    loaded = load_year(data_dir, year)
    if loaded.stopping:
        raise InputError(loaded.stopping)
    return loaded
