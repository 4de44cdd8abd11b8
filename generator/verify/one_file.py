"""The whole disclosure as one file, read back and compared with the data: sections, frame, files inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from ..documents.one_file.make import inside
from ..documents.one_file.sections import HOST_ONLY, key_of
from ..documents.trees import page_tree
from ..errors import InputError
from ..files.text_file import read_bytes
from ..findings import Finding, in_order
from ..findings.catalogue import PUBLISHED_BYTES, PUBLISHED_MISSING
from ..model import Asset, Disclosure, LineRef
from ..model.addresses import IN_FOLDERS, Addresses
from ..pages.page import Page, PageKind
from ..pipeline import at_addresses, load_year, one_file_pages, sound
from ..prose.element import Element
from .equal_words import Extras
from .equality import compare_bytes, compare_published
from .html_text import drawn_in, for_the_site, list_rows, lists_in, parsed, passages_of
from .list_columns import ListColumns, list_columns
from .published import drawn_on_page, read_published_file, text_of_page
from .values import PublishedFile

_ADVICE = "Write it anew with 'formsd export --only one-file', or name the file that it wrote."
_NOTICE_OF_DRAFT = "Draft, not filed."


def verify_one_file(
    data_dir: Path, year: int, path: Path, addresses: Addresses = IN_FOLDERS
) -> tuple[tuple[PublishedFile, ...], tuple[Finding, ...]]:
    """The parts of the file that were read, and where they differ from the data.

    ``addresses`` are as the site has them for which the file was made. Raises InputError where the data has
    an error, or the file is none of this program.
    """
    (loaded,) = at_addresses(sound([load_year(data_dir, year)]), addresses)
    disclosure = loaded.disclosure
    root = parsed(read_bytes(path, path.name))
    if next(root.iter("article"), None) is None:
        raise InputError([_missing(path.name, "it is no disclosure in one file")])
    pages, files = one_file_pages(loaded, _address(root, addresses.of_page(f"{year}/")))
    found = list(_frame_findings(disclosure, root, path.name))
    read: list[PublishedFile] = []
    for part, findings in (
        *_sections(disclosure, inside(pages), root, path.name),
        *(_file_inside(disclosure, file, root, path.name) for file in files),
    ):
        read += [part] if part else []
        found += findings
    return tuple(read), in_order(found)


Compared = tuple[PublishedFile | None, list[Finding]]
"""What was read of a part of the file, None where it is not there, and where it differs."""


def _sections(disclosure: Disclosure, pages: Sequence[Page], root: Any, name: str) -> Iterator[Compared]:
    """Each section, those first that must be there."""
    articles = {str(one.get("id")): one for one in root.iter("article")}
    columns = list_columns(disclosure)
    for page in pages:
        key = key_of(page)
        uri = f"{name}#{key}"
        if (article := articles.pop(key, None)) is None:
            yield None, [_missing(uri, "the section is not there")]
            continue
        has_list = any(True for _ in lists_in(article, columns))
        lacks_list = page.meta.kind is PageKind.ANNEX and not has_list
        found = [_missing(uri, "no facility list is found in it")] if lacks_list else []
        tree = _without_host(page_tree(replace(page, in_documents=page.inserts)))
        address = disclosure.addresses.of_page(page.address) if has_list else None
        section = _section(article, uri, columns, address)
        text, drawn = text_of_page(tree, uri, columns), drawn_on_page(tree, uri)
        yield section, [*found, *compare_published(disclosure, section, text, Extras(), drawn=drawn)]
    for key in articles:
        message = "a section is there that the data does not give"
        yield None, [Finding(PUBLISHED_BYTES, message, LineRef(f"{name}#{key}"), _ADVICE)]


def _file_inside(disclosure: Disclosure, expected: Asset, root: Any, name: str) -> Compared:
    uri = f"{name}/{expected.name}"
    content = _held(root, expected.name)
    if content is None:
        return None, [_missing(uri, "the file inside is not there")]
    held = replace(expected, uri=uri, content=content)
    read = read_published_file(held, Path(), list_columns(disclosure))
    part = read or PublishedFile(uri)
    told = list(compare_published(disclosure, part, None))
    return part, [*told, *compare_bytes([replace(expected, uri=uri)], [held], told)]


def _section(article: Any, name: str, columns: ListColumns, address: str | None) -> PublishedFile:
    """A section; ``address`` is that of its rows, None where it has no list."""
    rows = list_rows(article, name, columns, address) if address is not None else None
    return PublishedFile(
        name, rows, passages_of(for_the_site(article), name, columns), drawn=drawn_in(article, name)
    )


def _frame_findings(disclosure: Disclosure, root: Any, name: str) -> Iterator[Finding]:
    """What stands above the sections: whose disclosure it is, for which year, and whether it is a draft."""
    header = next(root.iter("header"), None)
    text = " ".join(header.text_content().split()) if header is not None else ""
    stated = disclosure.facts
    wanted = [stated.registrants_in_short, str(disclosure.year), stated.notice_on_top]
    wanted += [_NOTICE_OF_DRAFT] if stated.filing.is_draft else []
    for words in filter(None, wanted):
        if " ".join(words.split()) not in text:
            yield _missing(name, f"its head does not say “{words}”")
    if not stated.filing.is_draft and _NOTICE_OF_DRAFT in text:
        yield Finding(
            PUBLISHED_BYTES, "it is marked as a draft, and the data is final", LineRef(name), _ADVICE
        )


def _address(root: Any, overview: str) -> str:
    """The address of the site for which the file was made, with a slash at the end; empty: none.

    ``overview`` is the place of the year's overview on it.
    """
    for link in chain.from_iterable(footer.iter("a") for footer in root.iter("footer")):
        if (href := str(link.get("href", ""))).endswith(f"/{overview}"):
            return href.removesuffix(overview)
    return ""


def _held(root: Any, name: str) -> bytes | None:
    """The content of a file inside, which is the address of a link."""
    for link in root.iter("a"):
        href = str(link.get("href", ""))
        if link.get("download") == name and href.startswith("data:"):
            return unquote_to_bytes(href.partition(",")[2])
    return None


def _without_host(tree: Element) -> Element:
    """The tree of a page without what is true only of a site that has files beside its pages."""
    children = tuple(
        child if isinstance(child, str) else _without_host(child)
        for child in tree.children
        if isinstance(child, str) or HOST_ONLY not in child.attributes
    )
    return replace(tree, children=children)


def _missing(file: str, message: str) -> Finding:
    return Finding(PUBLISHED_MISSING, message, LineRef(file), _ADVICE)
