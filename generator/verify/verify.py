"""Prove it: what is published, or was filed, against the data. Straight lines beside the pipeline."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..documents.make import filing_trees, further_trees
from ..documents.output import Output, addresses_in
from ..documents.own_pictures import KINDS
from ..documents.pdf import names as pdf_names
from ..documents.pictures import pictures_of
from ..documents.trees import page_tree
from ..errors import InputError
from ..filed.filed_document import read_filed_document
from ..filed.values import FiledDocument, together
from ..findings import Finding, errors, in_order
from ..findings.catalogue import FILED_UNREADABLE, PUBLISHED_STAYS
from ..model import Asset, Disclosure, LineRef, Metal
from ..model.brand import Brand
from ..model.counted import named
from ..pages.page import Page, PageKind
from ..pages.profile_pages import FOLDER, SHELL, profile_pages
from ..pages.smelters_page import with_way_to_smelters
from ..pipeline import (
    EXPORTS,
    Since,
    Year,
    at_addresses,
    changes_since,
    export_files,
    found_smelters,
    front_page,
    load_year,
    pages_of_all,
    sound,
    told_trend,
    year_pages,
)
from ..progress import Progress, unheard
from ..record.amended import kept_files
from ..year.how_far import is_draft_alone
from ..year.year_folder import years_in
from .against_filing import compare_filing
from .document_texts import document_texts, headings_of, words_in_drawings
from .equal_words import Extras
from .equality import compare_bytes, compare_published, published_lines
from .filing_lines import filing_lines, verdict
from .list_columns import list_columns
from .published import (
    address_of,
    as_published,
    drawn_on_page,
    drawn_words,
    offers_any,
    read_published,
    text_of_html,
    text_of_page,
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
    public = _public_years(data_dir)
    output = Output(kinds, address, brand=brand or Brand(), addresses=addresses)
    made, _ = export_files([loaded], output, progress)
    stays, earlier = _published_otherwise(loaded, made, output)
    kept = kept_files(loaded.kept, made)
    beside = _beside(data_dir, loaded, site)
    assets, missing = as_published([*made, *kept, *beside.files], site)
    pages = year_pages(loaded, made, address)
    if beside.since:
        pages[PageKind.OVERVIEW] = beside.since.told_on(pages[PageKind.OVERVIEW])
        pages[PageKind.OVERVIEW] = told_trend(
            pages[PageKind.OVERVIEW], loaded, beside.before, has_page=len(public) > 1
        )
    if (site / FOLDER).is_dir() and PageKind.ANNEX in pages and year in public:
        pages[PageKind.ANNEX] = with_way_to_smelters(pages[PageKind.ANNEX], disclosure, ())
    overview = pages[PageKind.OVERVIEW]
    trees = filing_trees(pages, disclosure)
    further = further_trees(pages, disclosure)
    shown = {addresses.file_of(page.address): page_tree(page) for page in (*pages.values(), *beside.pages)}
    if year == public[0]:
        shown["index.html"] = page_tree(front_page(loaded, public))
    drawn = {uri: drawn_on_page(tree, uri) for uri, tree in shown.items()}
    columns = list_columns(disclosure)
    texts = {uri: text_of_page(tree, uri, columns) for uri, tree in shown.items()}
    texts |= {uri: text_of_html(html, uri, columns) for uri, html in beside.plain.items()}
    uris = list(texts)
    texts |= document_texts(disclosure, *trees, further)
    own = {f"{year}/documents/{file.name}" for file in disclosure.own_files}
    own |= {file.uri for file in (*kept, *beside.files)}
    own |= {f"{year}/documents/{one.name}" for one in disclosure.exhibits if not one.is_filed}
    own |= stays
    whole = [asset for asset in assets if asset.is_companion or asset.uri in own or _is_picture(asset)]
    published, unreadable = read_published(
        site, uris, [one for one in assets if one not in whole], columns, progress
    )
    # Words of a file for which there is no text to compare with are not told as compared.
    published = tuple(file if file.file in texts else replace(file, passages=None) for file in published)
    extras = Extras(
        headings=tuple(
            heading for tree in (*trees, *further.values()) if tree for heading in headings_of(tree)
        ),
        drawings=(
            *(drawn_words(picture) for picture in pictures_of(overview)),
            *words_in_drawings(disclosure),
        ),
        part_heads=tuple(columns.minerals | {metal.value for metal in Metal}),
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
    found = [*missing, *unreadable, *earlier, *itertools.chain.from_iterable(compared)]
    found += list(compare_bytes([*made, *kept, *beside.files], assets, found))
    return (*published, *(PublishedFile(asset.uri) for asset in whole)), in_order(found)


def _public_years(data_dir: Path) -> list[int]:
    """The years of the front page, the newest first: those that are no drafts, else all of them."""
    years = years_in(data_dir)
    return [year for year in years if not is_draft_alone(data_dir / str(year))] or [*years]


@dataclass(frozen=True)
class _Beside:
    """What the site has of a year beside other years; nothing where there is one year."""

    pages: tuple[Page, ...] = ()
    files: tuple[Asset, ...] = ()
    plain: Mapping[str, str] = field(default_factory=dict)
    """Address of each smelter's page to its HTML, where the site has such pages."""
    since: Since | None = None
    """What changed against the year before; None: the site has none."""
    before: tuple[Year, ...] = ()
    """The years before it, the newest first."""


def _beside(data_dir: Path, loaded: Year, site: Path) -> _Beside:
    """What changed against the year before; with the newest public year also the pages of all years.

    A year that is not on the site is none of them. A draft beside a final is beside no year but itself.
    """
    public = _public_years(data_dir)
    on_site = [year for year in {loaded.year, *public} if (site / str(year) / "index.html").is_file()]
    pages: list[Page] = []
    files: tuple[Asset, ...] = ()
    plain: dict[str, str] = {}
    since: Since | None = None
    earlier = sound(
        [load_year(data_dir, year) for year in sorted(on_site, reverse=True) if year < loaded.year]
    )
    if earlier:
        since = changes_since(earlier[0], loaded)
        pages.append(since.page)
        files = since.files
    if earlier and loaded.year in public and loaded.year == max(on_site):
        years = (loaded, *earlier)
        found = found_smelters(years) if (site / FOLDER).is_dir() else ()
        profiles = profile_pages(found, [one.disclosure for one in years])
        pages += [page for page in pages_of_all(years, found) if page.uri != SHELL]
        addresses = loaded.disclosure.addresses
        plain = {addresses.file_of(one.address): one.article for one in profiles}
        plain |= {addresses.file_of(folder): html for one in profiles for folder, html in one.leading_pages}
    return _Beside(tuple(pages), files, plain, since, tuple(earlier))


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
