"""A filed exhibit as EDGAR serves it, or as text: its facility table, and what it says around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..countries.table import COUNTRIES_FILE, CountryTable, read_countries
from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import FILED_WITHOUT_LIST
from ..model import LineRef, Passage, Status
from .country_lists import country_lists
from .country_names import CountryFinder
from .facility_table import Found, find_facilities
from .filed_blocks import Block, blocks_of
from .places import Places
from .submission import documents_of, text_of_file
from .values import FiledDocument, FiledLine

_SENTENCE_CELL = 40


def read_filed_document(
    path: Path,
    data_dir: Path,
    statuses: Sequence[Status],
    *,
    minerals: Sequence[str] = (),
    needs_list: bool = True,
    lists_smelters: bool = False,
    country_names: Sequence[str] = (),
) -> FiledDocument:
    """The document at ``path``. ``statuses`` is the vocabulary by which its status column is known.

    ``minerals`` are those that it may list beside the four of the rule, ``country_names`` the filer's own
    beside the known ones. A whole submission (``.txt`` with several documents) is read too; its forms and
    their exhibits count. Raises InputError: it cannot be read, or no facility table is found in it; with
    ``needs_list`` False it may have none, and with ``lists_smelters`` none without metals.
    """
    countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
    blocks = [block for text, line in documents_of(text_of_file(path)) for block in blocks_of(text, line)]
    document, found = document_of(
        path.name, blocks, countries, statuses, minerals=minerals, country_names=country_names
    )
    if not found.rows and (needs_list or (lists_smelters and found.without_metal is not None)):
        raise InputError([_without_list(path, found.without_metal)])
    return document


def document_of(
    file: str,
    blocks: Sequence[Block],
    countries: CountryTable,
    statuses: Sequence[Status],
    *,
    minerals: Sequence[str] = (),
    country_names: Sequence[str] = (),
) -> tuple[FiledDocument, Found]:
    """The document that the blocks are, and its facility table as it stands in them."""
    places = Places(file, blocks)
    found = find_facilities(blocks, countries, statuses, places, minerals)
    lines = tuple(_lines(found.others, places))
    finder = CountryFinder(countries, country_names)
    document = FiledDocument(
        file=file,
        rows=found.rows,
        columns=found.columns,
        passages=tuple(_passages(found.others, places)),
        counts=tuple(_counts(found.others, places)),
        lines=lines,
        country_lists=country_lists(lines, finder),
    )
    return document, found


def _without_list(path: Path, without_metal: int | None) -> Finding:
    """``without_metal`` is the line of a table that would be the list if it told the metals."""
    if without_metal is None:
        message = "no facility table is found in it: a table with smelters and their metals"
        advice = "Name the file of the exhibit that holds the list, as HTML or as text."
    else:
        message = "the table has names and countries, but no metal can be told of its rows"
        advice = (
            "Name the metals in a copy of the document: in a column, in a row before the facilities of each"
            " metal, or in a heading above the table."
        )
    return Finding(FILED_WITHOUT_LIST, message, LineRef(path.name, without_metal), advice)


def _passages(blocks: Sequence[Block], places: Places) -> Iterator[Passage]:
    """Paragraphs, and cells long enough to hold a sentence."""
    for block in blocks:
        for cell in block.cells:
            if cell.text and (block.table is None or len(cell.text) >= _SENTENCE_CELL):
                yield Passage(cell.text, places.of(block))


def _counts(blocks: Sequence[Block], places: Places) -> Iterator[tuple[Passage, ...]]:
    """Rows of tables, without their empty cells."""
    for block in blocks:
        cells = tuple(Passage(cell.text, places.of(block)) for cell in block.cells if cell.text)
        if block.table is not None and len(cells) > 1:
            yield cells


def _lines(blocks: Sequence[Block], places: Places) -> Iterator[FiledLine]:
    for block in blocks:
        cells = tuple((cell.column, cell.text) for cell in block.cells if cell.text)
        yield FiledLine(cells, block.table, places.of(block))
