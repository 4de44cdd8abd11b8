"""The parts that have a look of their own: cover, check boxes, signature, facility list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ...prose.element import Element
from ..trees import is_part
from .convert import Converter, Special
from .elements import Node, Nodes, cells_of, elements, rows_of
from .table_size import alike, is_even

DRAFT = "DRAFT: not signed, not dated and not filed"
RESTATED = "RESTATED from a filing that was signed and filed elsewhere: not to be submitted"
EXAMPLE = "EXAMPLE: no filing of the company that it names"
_LAYOUT = {"border": "0", "cellspacing": "0", "cellpadding": "5", "width": "100%", "style": "font-size: 11pt"}
_WIDTHS = {2: ["68%", "32%"]}
"""Widths of an address and its code; other fields are equally wide."""
_TITLE = {"align": "center", "style": "font-size: 16pt; line-height: 1.3"}
_BREAK = Element("hr", {"size": "1", "noshade": "noshade", "style": "page-break-after: always"})


def page_break() -> Element:
    """A line, and the end of a page where the document is printed."""
    return _BREAK


def is_page_break(node: Node) -> bool:
    """True for what ``page_break`` gives."""
    return node == _BREAK


def centered(*children: Node) -> Element:
    """A paragraph in the middle of the line."""
    return Element("p", {"align": "center"}, children)


def page_mark(text: str) -> Element:
    """What stands at the top of each page of a document that is not final, or is an example."""
    words = Element("b", {}, (text,))
    return centered(Element("font", {"color": "#B00000"}, (words,)))


def _cover(converter: Converter, node: Element) -> Nodes:
    return (*converter.flow(node.children), page_break())


def _centered(converter: Converter, node: Element) -> Nodes:
    return (centered(*converter.line(node.children)),)


def _title(converter: Converter, node: Element) -> Nodes:
    """The form's name and kind, each on a line."""
    lines = [converter.line((part,)) for part in elements(node)]
    broken = [(Element("br"), *line) if number else line for number, line in enumerate(lines)]
    return (Element(converter.heading(node), _TITLE, tuple(itertools.chain.from_iterable(broken))),)


def _row(converter: Converter, node: Element) -> Nodes:
    """Fields of the cover beside each other."""
    fields = elements(node)
    widths = _WIDTHS.get(len(fields), [f"{100 // max(len(fields), 1)}%"] * len(fields))
    return _layout([
        [
            Element(
                "td", {"width": width, "align": "center", "valign": "top"}, tuple(_field(converter, field))
            )
            for width, field in zip(widths, fields, strict=True)
        ]
    ])  # fmt: skip


def _field(converter: Converter, field: Element) -> Iterator[Element]:
    """A value, a line below it, and the form's caption."""
    for part in elements(field):
        text = converter.line(part.children)
        if "fsd-form__caption" in part.classes:
            yield Element("hr", {"size": "1", "width": "85%", "noshade": "noshade"})
            yield Element("div", {"align": "center"}, (Element("font", {"size": "2"}, text),))
        else:
            yield Element("div", {"align": "center"}, (Element("b", {}, text),))


def _rule(converter: Converter, node: Element) -> Nodes:
    """A check box, and the rule beside it."""
    box, rule = elements(node)[:1], elements(node)[1:]
    return _layout([
        (
            Element("td", {"width": "5%", "valign": "top", "align": "center"}, converter.line(box)),
            Element("td", {"valign": "top"}, converter.line(rule)),
        )
    ])  # fmt: skip


def _signature(converter: Converter, node: Element) -> Nodes:
    """The block that is signed, on the right half of the page."""
    rows = []
    for part in elements(node):
        if part.tag == "dl":
            rows += [_signature_row(converter, elements(group)) for group in elements(part)]
        else:
            name = Element("b", {}, converter.line(part.children))
            rows.append((_left_half(), Element("td", {"colspan": "2"}, (name,))))
    return _layout(rows)


def _signature_row(converter: Converter, term_and_value: Sequence[Element]) -> Sequence[Element]:
    widths = ("10%", "45%")
    return (
        _left_half(),
        *(
            Element("td", {"width": width, "valign": "top"}, converter.line(part.children))
            for width, part in zip(widths, term_and_value, strict=False)
        ),
    )


def _left_half() -> Element:
    return Element("td", {"width": "45%"}, ("\u00a0",))


def _layout(rows: Sequence[Sequence[Element]]) -> Nodes:
    """A table without lines, which only puts things beside each other."""
    made = tuple(Element("tr", {}, tuple(cells)) for cells in rows if cells)
    return (Element("table", _LAYOUT, made),) if made else ()


def _section_heading(converter: Converter, node: Element) -> Nodes:
    """A heading of the form; that of the signatures begins a page."""
    address = node.attributes.get("id", "")
    begins_page = address == "signatures"
    look = {"align": "center"} if begins_page else {}
    look |= {"id": address, "style": "font-size: 13pt; margin-top: 1.6em; page-break-after: avoid"}
    heading = Element(converter.heading(node), look, converter.line(node.children))
    return (page_break(), heading) if begins_page else (heading,)


def _facility_list(converter: Converter, node: Element) -> Nodes:
    """The facility list as a table for each metal, each with the column headings; its caption above them.

    A list that is not in the order of metals, or has one alone, is one table.
    """
    headings, *rows = rows_of(node)
    metal = _metal_column(headings)
    caption = next((part for part in elements(node) if part.tag == "caption"), None)
    if caption is None or converter.is_in_table or metal is None or not rows:
        return converter.table(node)
    cells = [cells_of(row) for row in rows]
    groups = _groups([row[metal] if metal < len(row) else row[0] for row in cells])
    if groups is None or not all(name for name, _ in groups):  # a row was filed without a metal
        return converter.table(node)
    words = Element("b", {}, converter.line(caption.children))
    above = Element("p", {"id": node.attributes.get("id", "annex")}, (words,))
    bare = Element("table", {}, node.children)
    made: list[Element] = []
    for name, of_metal in groups:
        count = converter.rows_in_words(len(of_metal))
        shown = (headings, *(rows[at] for at in of_metal))
        tables = converter.table(bare, rows=shown, caption=f"{name}: {count}")
        made += (table for table in tables if isinstance(table, Element))
    return (above, *(alike(made) if is_even(made) else made))


def _groups(cells: Sequence[Element]) -> list[tuple[str, list[int]]] | None:
    """The metals in their order, each with the places of its rows; None where they are mixed.

    A metal that is written in several ways, such as ``Tin`` and ``Tin / Solder``, has the name that the page
    knows it by.
    """
    keys = [cell.attributes.get("data-metal") or _text(cell) for cell in cells]
    groups = [(key, list(places)) for key, places in itertools.groupby(range(len(keys)), keys.__getitem__)]
    if len(groups) > len(set(keys)):
        return None
    named = []
    for key, places in groups:
        words = {_text(cells[at]) for at in places}
        named.append((words.pop() if len(words) == 1 else key.capitalize(), places))
    return named


def _metal_column(headings: Element) -> int | None:
    """The place of the column with the metal; None where the list has none."""
    columns = [cell.attributes.get("data-column") for cell in cells_of(headings)]
    return columns.index("metal") if "metal" in columns else None


def _text(cell: Element) -> str:
    return " ".join(cell.text.split())


def _part(converter: Converter, node: Element) -> Nodes:
    """A further part of the exhibit, on pages of its own; one of several lists follows the one before."""
    return (*((page_break(),) if is_part(node) else ()), *converter.flow(node.children))


SPECIAL: dict[str, Special] = {
    "fsd-annex": _facility_list,
    "fsd-form__commission": _centered,
    "fsd-form__cover": _cover,
    "fsd-form__draft": _centered,
    "fsd-form__row": _row,
    "fsd-form__rule": _rule,
    "fsd-form__section": _section_heading,
    "fsd-form__signature": _signature,
    "fsd-form__title": _title,
    "fsd-lede": _centered,
    "fsd-part": _part,
}
"""Class of the site to what makes its elements."""
