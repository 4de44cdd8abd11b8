"""The published files of a year read back: words of pages and documents, rows of every form of the list.

Knows nothing of how these files are made; what it finds is compared with the data.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from ..documents.picture import Picture
from ..errors import InputError
from ..files.raw_table import Cell
from ..files.table_source import read_sheet
from ..files.text_file import read_bytes
from ..findings import Finding
from ..findings.catalogue import PUBLISHED_MISSING, PUBLISHED_UNREADABLE
from ..model import Asset, CellRef, LineRef, Passage
from ..progress import Progress, told, unheard
from ..prose.element import Element
from .apostrophes import without_apostrophe
from .edgar_frame import without_frame
from .html_text import (
    drawn_in,
    for_the_site,
    list_rows,
    lists_in,
    parsed,
    parsed_tree,
    passages_of,
)
from .list_columns import OWN, ListColumns
from .pdf_text import read_pdf
from .values import PublishedFile, PublishedRow

_CHECKSUMS = "SHA256SUMS.txt"
LIST_SHEET, SOURCES_SHEET = "Smelters and refiners", "Sources and definitions"


def address_of(site: Path, uri: str) -> str:
    """The public address for which the site was built, with a slash at the end; empty where it has none.

    ``uri`` is a page of it, such as ``2021/``, whose canonical address tells. Raises InputError where
    there is no such site.
    """
    path = site / uri / "index.html"
    if not path.is_file():
        message = f"there is no website of this year in the folder '{site.name}'"
        advice = "Build it with 'mkdocs build', or name its folder with --site."
        raise InputError([Finding(PUBLISHED_MISSING, message, LineRef(f"{uri}index.html"), advice)])
    root = parsed(read_bytes(path, f"{uri}index.html"))
    for link in root.iter("link"):
        address = link.get("href", "").removesuffix("index.html")
        if link.get("rel") == "canonical" and address.endswith(uri):
            return str(address).removesuffix(uri)
    return ""


def as_published(assets: Sequence[Asset], site: Path) -> tuple[tuple[Asset, ...], tuple[Finding, ...]]:
    """The files with what the site has of them, and findings for those that it lacks."""
    there = [asset for asset in assets if (site / asset.uri).is_file()]
    missing = [missing_file(asset.uri) for asset in assets if asset not in there]
    published = (replace(asset, content=read_bytes(site / asset.uri, asset.uri)) for asset in there)
    return tuple(published), tuple(missing)


def offers_any(site: Path, folder: str, names: Iterable[str]) -> bool:
    """Whether the site has, or its checksums name, one of these files: it may be built without PDF files."""
    uri = f"{folder}/{_CHECKSUMS}"
    sums = read_bytes(site / uri, uri) if (site / uri).is_file() else b""
    return any((site / folder / name).is_file() or name.encode() in sums for name in names)


def missing_file(uri: str) -> Finding:
    advice = "Build the site anew, or name its folder with --site."
    return Finding(PUBLISHED_MISSING, "the file is not there", LineRef(uri), advice)


def read_published_page(site: Path, uri: str, columns: ListColumns) -> PublishedFile:
    """A page of the site: what stands in its article. Raises InputError where there is none."""
    if not (site / uri).is_file():
        raise InputError([missing_file(uri)])
    root = parsed(read_bytes(site / uri, uri))
    article = next(root.iter("article"), None)
    if article is None:
        raise InputError([_damaged(uri, "the page has no article")])
    address = uri.removesuffix("index.html")
    rows = list_rows(article, uri, columns, address) if _has_list(article, columns) else None
    passages = passages_of(for_the_site(article), uri, columns)
    return PublishedFile(uri, rows, passages, drawn=drawn_in(article, uri))


def _has_list(root: Any, columns: ListColumns) -> bool:
    return any(True for _ in lists_in(root, columns))


def text_of_page(tree: Element, uri: str, columns: ListColumns) -> tuple[Passage, ...]:
    """The text that a page has, read as that of a published page is."""
    return passages_of(for_the_site(parsed_tree(tree)), uri, columns)


def text_of_html(html: str, uri: str, columns: ListColumns) -> tuple[Passage, ...]:
    """The text that a page has that is HTML already, read as that of a published page is."""
    root = parsed(f"<html><body><article>{html}</article></body></html>".encode())
    return passages_of(for_the_site(next(root.iter("article"))), uri, columns)


def drawn_on_page(tree: Element, uri: str) -> tuple[Passage, ...]:
    """What is written in the pictures of a page, read as that of a published page is."""
    return drawn_in(parsed_tree(tree), uri)


def text_of_trees(
    trees: Sequence[Element], name: str, columns: ListColumns, *, with_lists: bool = False
) -> tuple[Passage, ...]:
    """The text that documents have of trees of pages, read as that of a published file is."""
    return tuple(
        passage
        for tree in trees
        for passage in passages_of(parsed_tree(tree), name, columns, with_lists=with_lists)
    )


def drawn_words(picture: Picture) -> tuple[str, ...]:
    """The words of a picture: its caption, what is written in it, its note."""
    root = parsed(f"<html><body>{picture.svg}</body></html>".encode())
    drawn = [text.text or "" for text in root.iter("text", "tspan")]
    return tuple(" ".join([picture.title, *drawn, picture.note]).split())


def read_published(
    site: Path,
    pages: Sequence[str],
    assets: Sequence[Asset],
    columns: ListColumns,
    progress: Progress = unheard,
) -> tuple[tuple[PublishedFile, ...], tuple[Finding, ...]]:
    """The pages and files of the site that hold text or the list, and findings for what cannot be read."""
    files: list[PublishedFile] = []
    found: list[Finding] = []
    readers: list[Callable[[], PublishedFile | None]] = [
        *(partial(read_published_page, site, uri, columns) for uri in pages),
        *(partial(read_published_file, asset, site, columns) for asset in assets),
    ]
    for read in told("published files read", readers, progress):
        try:
            file = read()
        except InputError as problem:
            found += problem.findings
        else:
            files += [file] if file else []
    return tuple(files), tuple(found)


def read_published_file(asset: Asset, site: Path, columns: ListColumns) -> PublishedFile | None:
    """A published file by its name; None where it is of a kind that holds neither list nor report.

    Raises InputError where it is damaged.
    """
    reader = next((read for end, read in _READERS.items() if asset.name.endswith(end)), None)
    if reader is None or asset.is_companion:
        return None
    try:
        return reader(asset, site, columns)
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration, csv.Error) as problem:
        raise InputError([_damaged(asset.uri, f"the file cannot be read: {problem}")]) from problem


def _damaged(uri: str, message: str) -> Finding:
    return Finding(PUBLISHED_UNREADABLE, message, LineRef(uri), "Build the site anew.")


def _edgar(asset: Asset, site: Path, columns: ListColumns) -> PublishedFile:
    root = parsed(asset.content)
    body = next(root.iter("body"))
    passages = list(without_frame(passages_of(body, asset.uri, columns)))
    captions = [_caption(one.text, columns) for one in passages]
    counts: Counter[str] = Counter()
    for mineral, number in filter(None, captions):
        counts[f"rows listed for {mineral.lower()}"] += number
    texts = tuple(one for one, caption in zip(passages, captions, strict=True) if caption is None)
    rows = list_rows(body, asset.uri, columns) if _has_list(body, columns) else None
    return PublishedFile(asset.uri, rows, texts, counts)


def _caption(text: str, columns: ListColumns) -> tuple[str, int] | None:
    """Mineral and number of a caption such as ``Gold: 12 rows``; None where it is another text."""
    mineral, _, words = text.rpartition(": ")
    is_caption = mineral in columns.minerals and words in columns.rows_in_words
    return (mineral, columns.rows_in_words.index(words)) if is_caption else None


def _pdf(asset: Asset, site: Path, columns: ListColumns) -> PublishedFile:
    return read_pdf(asset)


def _csv(asset: Asset, site: Path, columns: ListColumns) -> PublishedFile:
    lines = list(csv.reader(io.StringIO(asset.content.decode("utf-8-sig"), newline=""), strict=True))
    return PublishedFile(asset.uri, tuple(_rows(lines, asset.uri, None, columns, without_apostrophe)))


def _xlsx(asset: Asset, site: Path, columns: ListColumns) -> PublishedFile:
    table = read_sheet(site / asset.uri, asset.uri, LIST_SHEET)
    sources = read_sheet(site / asset.uri, asset.uri, SOURCES_SHEET)
    rows = tuple(_rows(table.rows, asset.uri, LIST_SHEET, columns, _cell_text))
    return PublishedFile(asset.uri, rows, None, dict(_stated_counts(sources.rows)))


def _rows(
    lines: Sequence[Sequence[Cell]],
    file: str,
    sheet: str | None,
    columns: ListColumns,
    text: Callable[[Cell], str],
) -> Iterator[PublishedRow]:
    names = columns.in_file([text(heading) for heading in lines[0]])
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(names):
            raise ValueError(f"line {number} has not the {len(names)} cells of the first line")
        values = {name: text(cell) for name, cell in zip(names, cells, strict=True)}
        yield PublishedRow(values, CellRef(file, sheet, f"A{number}"))


def _cell_text(cell: Cell) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:g}"
    return str(cell)


def _stated_counts(lines: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, int]]:
    """The figures of the sheet of sources: rows, rows for a metal, rows with a status."""
    in_statuses = False
    for cells in lines:
        texts = [_cell_text(cell) for cell in cells]
        filled = [text for text in texts if text]
        if len(filled) == 1:
            in_statuses = filled[0] == "Statuses"
        elif texts[0].startswith("Rows") and len(filled) == 2 and filled[1].isdigit():
            yield texts[0].lower().removesuffix(", no conflict mineral"), int(filled[1])
        elif in_statuses and filled[-1].isdigit():
            yield f"rows with the status '{texts[0]}'", int(filled[-1])


def _json(asset: Asset, site: Path, columns: ListColumns) -> PublishedFile:
    data = json.loads(asset.content)
    rows = tuple(
        PublishedRow(dict(_json_cells(row)), LineRef(asset.uri, number))
        for number, row in enumerate(data["smelters"], start=1)
    )
    stated = data["counts"]
    counts = {"rows": stated["rows"]}
    counts |= {"rows that are part of the totals": stated["in_totals"]} if "in_totals" in stated else {}
    of_minerals = {**stated["by_metal"], **stated.get("by_other_mineral", {})}
    counts |= {f"rows for {mineral.lower()}": count for mineral, count in of_minerals.items()}
    counts |= {
        f"rows with the status '{one['label']}'": one["rows"]
        for one in data.get("statuses", ())
        if "rows" in one
    }
    return PublishedFile(asset.uri, rows, None, counts)


def _json_cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Column and text of each field; the filer's own columns stand together in one."""
    for name, value in row.items():
        if name == "own" and isinstance(value, dict):
            yield from ((f"{OWN}{key}", _json_text(text)) for key, text in value.items())
        else:
            yield name, _json_text(value)


def _json_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)


_READERS: Mapping[str, Callable[[Asset, Path, ListColumns], PublishedFile]] = {
    ".htm": _edgar,
    ".pdf": _pdf,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
}
