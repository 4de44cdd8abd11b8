"""A document's tree of elements read: text, headings with what stands below them, tables."""

from __future__ import annotations

from collections.abc import Iterator

from ..prose.element import Element

INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup", "time", "u"})


def text_of(tree: Element) -> str:
    """The text of a tree with single blanks, and one between any two blocks."""
    return " ".join("".join(_parts(tree)).split())


def headings(tree: Element) -> Iterator[tuple[str, str]]:
    """Each heading, and the text between it and the next one of the same or a higher level."""
    nodes = list(_flat(tree))
    for at, node in enumerate(nodes):
        if not level(node):
            continue
        behind = nodes[at + 1 :]
        end = next((i for i, other in enumerate(behind) if 0 < level(other) <= level(node)), len(behind))
        yield text_of_node(node), " ".join(text_of_node(other) for other in behind[:end])


def rows(tree: Element) -> Iterator[tuple[str, ...]]:
    """The texts of the cells of every table's rows."""
    for child in tree.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "tr":
            cells = (
                cell for cell in child.children if isinstance(cell, Element) and cell.tag in ("td", "th")
            )
            yield tuple(text_of(cell) for cell in cells)
        else:
            yield from rows(child)


def tables(tree: Element) -> Iterator[list[tuple[str, ...]]]:
    """The rows of each table."""
    for child in tree.children:
        if isinstance(child, Element) and child.tag == "table":
            yield list(rows(child))
        elif isinstance(child, Element):
            yield from tables(child)


def terms(tree: Element) -> Iterator[tuple[str, ...]]:
    """Each term of a glossary, then what is said of it."""
    pair: list[str] = []
    for child in tree.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "dt":
            yield from [tuple(pair)] if pair else []
            pair = [text_of(child)]
        elif child.tag == "dd" and pair:
            pair.append(text_of(child))
        else:
            yield from terms(child)
    yield from [tuple(pair)] if pair else []


def text_of_node(node: Element | str) -> str:
    return " ".join(node.split()) if isinstance(node, str) else text_of(node)


def _parts(node: Element | str) -> Iterator[str]:
    if isinstance(node, str):
        yield node
        return
    is_block = node.tag not in INLINE
    yield " " if is_block else ""
    for child in node.children:
        yield from _parts(child)
    yield " " if is_block else ""


def _flat(tree: Element) -> Iterator[Element | str]:
    """Children in order; what holds headings is opened."""
    for child in tree.children:
        if isinstance(child, Element) and not level(child) and _holds_heading(child):
            yield from _flat(child)
        else:
            yield child


def level(node: Element | str) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    is_heading = isinstance(node, Element) and len(node.tag) == 2 and node.tag[0] == "h" and node.tag != "hr"
    return int(node.tag[1]) if isinstance(node, Element) and is_heading else 0


def _holds_heading(node: Element) -> bool:
    return any(isinstance(c, Element) and (level(c) > 0 or _holds_heading(c)) for c in node.children)
