"""A redline as a tree: a summary with links, how to read it, the text, and the list row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.counted import counted
from ..prose.element import Element
from .passages import Passage, Piece
from .rows import RowPair
from .sides import COLUMNS

Node = Element | str
_LABELS = {"new": "new", "gone": "deleted", "moved": "moved here"}
_NOUNS = {"row": "row", "footnote": "footnote", "heading": "heading"}
_ROWS = {"new": "New", "gone": "Gone", "renamed": "Renamed", "changed": "Changed", "same": ""}
_DATA_MARK = "d"
_LIST = "list"


@dataclass(frozen=True)
class Redline:
    """Everything that a redline says."""

    title: str
    before: str
    after: str
    passages: Sequence[Passage]
    rows: Sequence[RowPair]
    columns: Sequence[str]
    """Those of the list that are shown."""
    example: str = ""
    """That it is an example or a draft; empty: neither."""


def tree_of(redline: Redline) -> Element:
    """The whole redline, as the HTML file and the PDF show it."""
    return Element("div", {}, tuple(_nodes(redline)))


def _nodes(redline: Redline) -> Iterator[Node]:
    yield Element("h1", {}, (redline.title,))
    yield _p(f"What changed from {redline.before} to {redline.after}.")
    if redline.example:
        yield _p(f"{redline.example}.")
    yield Element("h2", {}, ("Summary",))
    yield from _summary(redline)
    yield Element("h2", {}, ("How to read it",))
    yield from _legend()
    yield Element("h2", {}, ("Text",))
    yield from _text(redline.passages)
    if redline.rows:
        yield Element("h2", {"id": _LIST}, ("List of smelters and refiners",))
        yield _table(redline)


def _summary(redline: Redline) -> Iterator[Node]:
    """Numbers of changes in the text and in the list, and links to the sections that have some."""
    kinds = Counter(one.kind for one in redline.passages)
    by_data = sum(one.is_by_data for one in redline.passages)
    if not (sum(kinds.values()) - kinds["same"]) and not _rows_changed(redline):
        yield _p("Nothing changed.")
        return
    changed = f"{counted(kinds['changed'], 'paragraph or row', 'paragraphs and rows')} of the text changed"
    lines: list[Node] = [
        f"{changed}, {by_data:,} of these by the data alone; {kinds['new']:,} new, {kinds['gone']:,} deleted,"
        f" {kinds['moved']:,} moved.",
        _words(redline.passages),
    ]
    if redline.rows:
        lines.append(_summary_of_list(redline.rows))
    yield Element("ul", {}, tuple(Element("li", {}, (line,)) for line in lines))
    sections = [one for one in _sections(redline.passages) if one[2]]
    if sections:
        yield _p("Sections with changes:")
        items = (
            Element("li", {}, (Element("a", {"href": f"#{name}"}, (title,)), f": {_count(number)}"))
            for name, title, number in sections
        )
        yield Element("ul", {}, tuple(items))


def _summary_of_list(rows: Sequence[RowPair]) -> Element:
    """How many rows changed, behind a link to the list."""
    kinds = Counter(pair.kind for pair in rows)
    moved = sum(pair.is_moved for pair in rows)
    link = Element("a", {"href": f"#{_LIST}"}, ("List",))
    said = (
        f": {kinds['new']:,} new, {kinds['gone']:,} gone, {kinds['renamed']:,} renamed,"
        f" {kinds['changed']:,} changed otherwise, {moved:,} at another place."
    )
    return Element("span", {}, (link, said))


def _rows_changed(redline: Redline) -> bool:
    return any(pair.kind != "same" or pair.is_moved for pair in redline.rows)


def _count(number: int) -> str:
    return counted(number, "change")


def _words(passages: Sequence[Passage]) -> str:
    words: Counter[tuple[str, bool]] = Counter()
    for piece in (piece for one in passages for piece in one.pieces):
        words[piece.kind, piece.is_data] += len(piece.text.split())
    data = words["new", True] + words["gone", True]
    new, gone = (words[kind, True] + words[kind, False] for kind in ("new", "gone"))
    return f"{counted(new, 'word')} new, {gone:,} struck; {data:,} of these are values from the data."


def _legend() -> Iterator[Node]:
    new, gone = Piece("new", "new words"), Piece("gone", "words that are gone")
    yield Element("p", {}, (*_piece(new), " are underlined, ", *_piece(gone), " are struck, in brackets."))
    data = Piece("new", "298", is_data=True)
    said = (
        f": a raised {_DATA_MARK} marks words that changed because the data did; all others a person wrote"
        " otherwise. Paragraphs that are new, deleted or moved as a whole say so at their beginning."
    )
    yield Element("p", {}, (*_piece(data), said))


def _sections(passages: Sequence[Passage]) -> Iterator[tuple[str, str, int]]:
    """Id, title and number of changes of each section, from one heading of the first levels to the next."""
    name, title, number = "part-0", "Beginning", 0
    for at, one in enumerate(passages):
        if _begins_section(one):
            yield name, title, number
            name, title, number = f"part-{at + 1}", one.block.text, 0
        number += one.kind != "same"
    yield name, title, number


def _begins_section(one: Passage) -> bool:
    return one.block.kind == "heading" and one.block.level <= 2 and one.kind != "gone"


def _text(passages: Sequence[Passage]) -> Iterator[Node]:
    """The passages in their order; rows that follow each other as a table, items as a list."""
    yield Element("div", {"id": "part-0"}, (Element("p", {}, ("What was compared, as it reads now.",)),))
    rows: list[Passage] = []
    items: list[Node] = []
    for at, one in enumerate(passages):
        if rows and (one.block.kind != "row" or _is_other_table(rows, one)):
            yield _rows_of(rows)
            rows = []
        if items and not one.block.is_item:
            yield Element("ul", {}, tuple(items))
            items = []
        if one.block.kind == "row":
            rows.append(one)
        elif one.block.is_item:
            items.append(Element("li", {}, tuple(_labelled(one))))
        elif one.block.kind == "heading":
            name = {"id": f"part-{at + 1}"} if _begins_section(one) else {}
            yield Element(f"h{min(max(one.block.level + 1, 3), 6)}", name, tuple(_labelled(one)))
        else:
            yield Element("p", {}, tuple(_labelled(one)))
    if rows:
        yield _rows_of(rows)
    if items:
        yield Element("ul", {}, tuple(items))


def _is_other_table(rows: Sequence[Passage], one: Passage) -> bool:
    """A row that is gone stays with the table around it."""
    tables = {row.block.table for row in rows if row.kind != "gone"}
    return one.kind != "gone" and bool(tables) and one.block.table not in tables


def _rows_of(rows: Sequence[Passage]) -> Element:
    width = max(len(row.cells) for row in rows)
    made = []
    for at, row in enumerate(rows):
        tag = "th" if at == 0 else "td"
        cells = [Element(tag, {}, tuple(_pieces(cell))) for cell in row.cells]
        if row.kind in _LABELS and cells:
            cells[0] = Element(tag, {}, (_label(row), *cells[0].children))
        cells += [Element(tag, {}, ())] * (width - len(cells))
        made.append(Element("tr", {}, tuple(cells)))
    return Element("table", {}, (Element("thead", {}, (made[0],)), Element("tbody", {}, tuple(made[1:]))))


def _labelled(one: Passage) -> Iterator[Node]:
    if one.kind in _LABELS:
        yield _label(one)
    yield from _pieces(one.pieces)


def _label(one: Passage) -> Element:
    noun = _NOUNS.get(one.block.kind, "item" if one.block.is_item else "paragraph")
    words = f"[{noun} {_LABELS[one.kind]}] " if one.kind == "moved" else f"[{_LABELS[one.kind]} {noun}] "
    return Element("em", {"class": "label"}, (words,))


def _pieces(pieces: Sequence[Piece]) -> Iterator[Node]:
    for piece in pieces:
        yield from _piece(piece)


def _piece(piece: Piece) -> Iterator[Node]:
    if piece.kind == "same":
        yield piece.text
        return
    words = piece.text.strip()
    if not words:
        yield piece.text
        return
    before, behind = piece.text[: piece.text.index(words)], piece.text[piece.text.index(words) + len(words) :]
    yield before
    if piece.kind == "new":
        yield Element("ins", {"class": "data"} if piece.is_data else {}, (words,))
    else:
        yield Element("del", {"class": "data"} if piece.is_data else {}, (f"[{words}]",))
    if piece.is_data:
        yield Element("sup", {}, (_DATA_MARK,))
    yield behind


def _table(redline: Redline) -> Element:
    heads = ["Change", *(COLUMNS[name] for name in redline.columns)]
    head = Element("tr", {}, tuple(Element("th", {"scope": "col"}, (text,)) for text in heads))
    rows = tuple(_row(pair, redline.columns) for pair in redline.rows)
    return Element("table", {}, (Element("thead", {}, (head,)), Element("tbody", {}, rows)))


def _row(pair: RowPair, columns: Sequence[str]) -> Element:
    word = _ROWS[pair.kind]
    if pair.is_moved:
        word = f"{word}, moved" if word else "Moved"
    cells = [Element("td", {}, tuple(_pieces(_cell(pair, name)))) for name in columns]
    label = Element("td", {}, (Element("strong", {}, (word,)),) if word else ())
    return Element("tr", {}, (label, *cells))


def _cell(pair: RowPair, column: str) -> tuple[Piece, ...]:
    before = pair.before.cell(column) if pair.before else ""
    after = pair.after.cell(column) if pair.after else ""
    if pair.kind in ("new", "gone"):
        return (Piece(pair.kind, after or before),) if after or before else ()
    if before == after or pair.kind == "same":
        return (Piece("same", after),) if after else ()
    pieces = (Piece("gone", before), Piece("same", " "), Piece("new", after))
    return tuple(piece for piece in pieces if piece.text)


def _p(text: str) -> Element:
    return Element("p", {}, (text,))
