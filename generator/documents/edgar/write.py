"""A document as the bytes that are filed: ASCII, closed elements, short lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...prose.element import Element
from . import profile
from .elements import Node, Nodes

_WIDTH = 110
_BODY = {"bgcolor": "#FFFFFF", "text": "#000000", "link": "#0000CC", "vlink": "#551A8B"}
_PAGE = {
    "style": "font-family: 'Times New Roman', Times, serif; font-size: 11pt; line-height: 1.4;"
    " max-width: 7.5in; margin: 0 auto"
}
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_MARKUP = re.compile('[&<>"]')
_BLANK_OUTSIDE_TAGS = re.compile(r" (?![^<>]*>)")


def document(title: str, body: Nodes) -> bytes:
    """The whole document; ``title`` is what a browser's window shows."""
    page = Element("html", {"lang": "en"}, (
        Element("head", {}, (Element("title", {}, (title,)),)),
        Element("body", _BODY, (Element("div", _PAGE, body),)),
    ))  # fmt: skip
    return ("\n".join(_lines(page)) + "\n").encode("ascii")


def _lines(node: Element) -> Iterator[str]:
    """An element that holds blocks or parts over several lines, any other in one, wrapped."""
    if node.tag == "pre":
        yield _in_line(node)
    elif any(_begins_line(child) for child in node.children):
        yield _start(node)
        yield from _content(node.children)
        yield f"</{node.tag}>"
    else:
        yield from _wrapped(_in_line(node))


def _content(nodes: Iterable[Node]) -> Iterator[str]:
    """Blocks in lines of their own, and the text between them."""
    text: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and _begins_line(node):
            yield from _text(text)
            text = []
            yield from _lines(node)
        else:
            text.append(node)
    yield from _text(text)


def _text(nodes: Iterable[Node]) -> Iterator[str]:
    line = "".join(map(_in_line, nodes)).strip(" ")
    if line:
        yield from _wrapped(line)


def _begins_line(node: Node) -> bool:
    return isinstance(node, Element) and node.tag not in profile.INLINE


def _in_line(node: Node) -> str:
    if isinstance(node, str):
        return escaped(node)
    if node.tag in profile.VOID:
        return f"{_start(node)[:-1]} />"
    return f"{_start(node)}{''.join(map(_in_line, node.children))}</{node.tag}>"


def _start(node: Element) -> str:
    attributes = "".join(f' {name}="{escaped(value)}"' for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>"


def escaped(text: str) -> str:
    """Text in the characters that EDGAR takes; all others are numeric references."""
    named = _MARKUP.sub(lambda found: _NAMED[found[0]], text)
    return profile.REFUSED.sub(lambda found: f"&#{ord(found[0])};", named)


def _wrapped(line: str) -> Iterator[str]:
    """The line broken at blanks, where a browser shows a blank as well."""
    if len(line) <= _WIDTH:
        yield line
        return
    begun = ""
    for word in _BLANK_OUTSIDE_TAGS.split(line):
        if begun and len(begun) + 1 + len(word) > _WIDTH:
            yield begun
            begun = word
        else:
            begun = f"{begun} {word}" if begun else word
    yield begun
