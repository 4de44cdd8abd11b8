"""What was signed or published of a year, and the year now in the same shape, as sides of a redline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import markdown

from ..documents.trees import value_span
from ..model.columns import COLUMNS
from ..pipeline import Year
from ..prose.html_tree import html_tree
from ..prose.markdown import EXTENSIONS
from ..prose.spans import numbered, with_elements
from ..record.records import Snapshot
from ..texts.blocks import Block
from .of_year import blocks_of_tree, list_row
from .sides import ListRow, Side

_HEADINGS = {column.name: column.heading for column in COLUMNS}
_NAMES = {
    "metal": ("metal",),
    "cid": ("cid",),
    "name": ("name",),
    "country": ("country_as_filed", "country"),
    "status": ("status",),
}
"""Column of a redline to those of the record that give it, the first of which is there."""


def side_of_record(snapshot: Snapshot, name: str) -> Side:
    """The texts of the sections and the rows of the list, as they were kept."""
    texts = [snapshot.filled[one] for one in sorted(snapshot.filled)]
    return Side(name, tuple(blocks_of_texts(texts)), tuple(map(_list_row, snapshot.rows)))


def side_of_sections(year: Year, name: str) -> Side:
    """The year as a record of it would be."""
    sections = sorted((*year.sections, *year.form_texts), key=lambda section: section.name)
    blocks = blocks_of_texts([section.at_level(1) for section in sections])
    return Side(name, tuple(blocks), tuple(map(list_row, year.disclosure.all_rows)))


def blocks_of_texts(texts: Sequence[str]) -> Iterator[Block]:
    """The blocks of sections, whose values may stand in marks."""
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    for marked in texts:
        text, sources = numbered(marked)
        html = markdown.markdown(text, extensions=list(settings), extension_configs=settings)
        yield from blocks_of_tree(html_tree(with_elements(html, sources, value_span)))


def _list_row(row: dict[str, str]) -> ListRow:
    cells = {}
    for column, names in _NAMES.items():
        given = (row.get(_HEADINGS[name], "") for name in names if name in _HEADINGS)
        if text := next(filter(None, given), ""):
            cells[column] = text
    return ListRow(cells)
