"""Prove it: what is published, or was filed, against the data. Straight lines beside the pipeline."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..documents.output import Output, addresses_in
from ..documents.own_pictures import KINDS
from ..documents.pdf import names as pdf_names
from ..errors import InputError
from ..filed.filed_document import read_filed_document
from ..filed.values import FiledDocument, together
from ..findings import Finding, errors, in_order
from ..findings.catalogue import FILED_UNREADABLE, PUBLISHED_STAYS
from ..model import Asset, Disclosure, LineRef
from ..model.brand import Brand
from ..model.counted import named
from ..pipeline import (
    EXPORTS,
    Year,
    at_addresses,
    export_files,
    load_year,
    sound,
    year_pages,
)
from ..progress import Progress, unheard
from ..record.amended import kept_files
from .against_filing import compare_filing
from .equality import compare_bytes, compare_published, published_lines
from .expected_site import ExpectedSite, beside_of, expected_site
from .filing_lines import filing_lines, verdict
from .list_columns import list_columns
from .published import (
    address_of,
    as_published,
    offers_any,
    read_published,
)
from .values import ComparedFiling, PublishedFile

__all__ = ["compare_documents", "filing_lines", "published_lines", "verdict", "verify_site"]


def verify_site(
    data_dir: Path, year: int, site: Path, progress: Progress = unheard, *, brand: Brand | None = None
) -> tuple[tuple[PublishedFile, ...], tuple[Finding, ...]]:
    """The published files of a year that were read, and where they differ from the data.

    ``brand`` None: documents look as the program's own. Raises InputError where the data has an error, or
    there is no site.
    """
    addresses = addresses_in(site, year)
    (loaded,) = at_addresses(sound([load_year(data_dir, year)]), addresses)
    disclosure = loaded.disclosure
    address = address_of(site, f"{year}/")
    has_pdf = offers_any(site, f"{year}/documents", pdf_names.of(disclosure))
    kinds = [kind for kind in EXPORTS if has_pdf or kind != "pdf"]
    output = Output(kinds, address, brand=brand or Brand(), addresses=addresses)
    made, _ = export_files([loaded], output, progress)
    stays, earlier = _published_otherwise(loaded, made, output)
    beside = beside_of(data_dir, loaded, site)
    others = (*kept_files(loaded.kept, made), *beside.files)
    assets, missing = as_published([*made, *others], site)
    columns = list_columns(disclosure)
    expected = expected_site(loaded, year_pages(loaded, made, address), beside, columns)
    own = {*_published_as_they_are(disclosure), *(file.uri for file in others), *stays}
    whole = [asset for asset in assets if asset.is_companion or asset.uri in own or _is_picture(asset)]
    in_words = [one for one in assets if one not in whole]
    published, unreadable = read_published(site, expected.pages, in_words, columns, progress)
    # Words of a file for which there is no text to compare with are not told as compared.
    published = tuple(
        file if file.file in expected.texts else replace(file, passages=None) for file in published
    )
    different = itertools.chain.from_iterable(_compared(disclosure, file, expected) for file in published)
    found = [*missing, *unreadable, *earlier, *different]
    found += list(compare_bytes([*made, *others], assets, found))
    return (*published, *(PublishedFile(asset.uri) for asset in whole)), in_order(found)


def _compared(disclosure: Disclosure, file: PublishedFile, expected: ExpectedSite) -> Iterable[Finding]:
    extras = replace(expected.extras, breaks_words=file.file.endswith(".pdf"))
    text, drawn = expected.texts.get(file.file), expected.drawn.get(file.file, ())
    return compare_published(disclosure, file, text, extras, drawn=drawn)


def _published_as_they_are(disclosure: Disclosure) -> set[str]:
    """Addresses of the filer's files that are served byte for byte."""
    names = [file.name for file in disclosure.own_files]
    names += [one.name for one in disclosure.exhibits if not one.is_filed]
    return {f"{disclosure.year}/documents/{name}" for name in names}


def _published_otherwise(
    loaded: Year, made: Sequence[Asset], output: Output
) -> tuple[set[str], tuple[Finding, ...]]:
    """Addresses of published documents that would be made otherwise now, and VE-019, which says so.

    These are compared with the record byte for byte, and not word by word with what the program writes today.
    """
    if not loaded.published_for(output):
        return set(), ()
    anew, _ = export_files([replace(loaded, published=())], output)
    sums = {asset.uri: asset.sha256 for asset in anew}
    other = [asset for asset in made if sums.get(asset.uri) != asset.sha256]
    if not other:
        return set(), ()
    message = (
        f"published with an earlier state of the program, and compared with the record alone:"
        f" {named([asset.name for asset in other])}"
    )
    advice = "Nothing need be done: what was published stays."
    where = LineRef(f"{loaded.year}/documents")
    return {asset.uri for asset in other}, (Finding(PUBLISHED_STAYS, message, where, advice),)


def compare_documents(
    disclosure: Disclosure, data_dir: Path, paths: Sequence[Path]
) -> tuple[FiledDocument, ComparedFiling, tuple[Finding, ...]]:
    """Filed documents, as a form and its exhibits, against a year; one that is given twice is read once.

    Raises InputError where one of them cannot be used, or nothing in them can be compared.
    """
    filed = together(_read_documents(disclosure, data_dir, paths))
    compared, found = compare_filing(disclosure, filed)
    if not compared.has_any and not errors(found):
        message = f"nothing in it is about {disclosure.year} as the data has it, and nothing was compared"
        advice = "Name the form or the exhibit that was filed for this year."
        raise InputError([Finding(FILED_UNREADABLE, message, LineRef(filed.file), advice)])
    return filed, compared, in_order(found)


def _read_documents(disclosure: Disclosure, data_dir: Path, paths: Sequence[Path]) -> list[FiledDocument]:
    """Each document. Raises one InputError with what is wrong with all of them."""
    documents: list[FiledDocument] = []
    problems: list[Finding] = []
    for path in {path.resolve(): path for path in paths}.values():
        try:
            document = read_filed_document(
                path,
                data_dir,
                disclosure.facts.statuses,
                minerals=disclosure.facts.other_minerals,
                needs_list=False,
                lists_smelters=disclosure.has_list,
                country_names=[name for name, _ in disclosure.origin_countries],
            )
        except InputError as problem:
            problems += problem.findings
        else:
            documents.append(document)
    if problems:
        raise InputError(problems)
    return documents


def _is_picture(asset: Asset) -> bool:
    """A picture of a section, on the website or beside a document for EDGAR."""
    return asset.uri.lower().endswith(tuple(KINDS))
