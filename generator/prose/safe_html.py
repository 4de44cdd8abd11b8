"""HTML and text that others wrote, as an exhibit: only what shows words, and what was left out by name.

Of HTML remain headings, paragraphs, lists, tables, links, and what is bold, in italics or underlined. All
else could run, load or hide something, or looks otherwise than the page around it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import escape

from .element import Element
from .html_tree import html_tree

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset({
    *_HEADINGS, "blockquote", "caption", "dd", "div", "dl", "dt", "hr", "li", "ol", "p", "pre", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_INLINE = frozenset(
    {"a", "b", "br", "cite", "code", "del", "em", "i", "ins", "s", "small", "strong", "sub", "sup", "u"}
)
_RENAMED = {"center": "div", "dir": "ul", "menu": "ul", "strike": "s", "tt": "code"}
_VOID = frozenset({"br", "hr"})
_DISSOLVED = frozenset({"meta", "title", "col", "colgroup", "wbr"})
"""What shows nothing of itself, and is not missed."""
_KINDS = {
    "a script": ("script", "applet"),
    "what stands there for want of scripts": ("noscript",),
    "a style sheet": ("style",),
    "a file that it loads": ("link", "source", "track", "object", "embed"),
    "an address for its links": ("base",),
    "a template": ("template",),
    "a picture": ("img", "picture", "map", "area"),
    "a drawing": ("svg", "canvas"),
    "a formula": ("math",),
    "a sound or film": ("audio", "video"),
    "another page": ("iframe", "frame", "frameset"),
    "a field to fill in": ("form", "input", "select", "textarea", "button"),
    "a dialog": ("dialog",),
    "moving text": ("marquee",),
    "data of a word processor": ("xml",),
}
_LEFT_OUT = {tag: words for words, tags in _KINDS.items() for tag in tags}
"""Element to what is said of it."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "b"),
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "i"),
    (re.compile(r"text-decoration[a-z-]*\s*:[^;]*underline", re.IGNORECASE), "u"),
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"']+", re.IGNORECASE)
_SPAN = re.compile(r"[1-9]\d{0,2}")
_NUMBERINGS = frozenset({"1", "a", "A", "i", "I"})
_UNSAFE_ID = re.compile(r"[^A-Za-z0-9_.-]+")
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
"""Controls, and signs without a meaning, which this program uses itself."""
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪"}
"""Signs of the font Symbol, as word processors write them."""
_WIDEST = 90
"""Signs of one width that a page has room for."""
_DEEPEST = 60
"""Elements inside each other, of which documents have ten or twenty."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of a file that is not shown."""

    what: str
    """In words, after which ``is left out`` can stand."""
    line: int | None
    """Where it stands first; None: not known."""


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML that can stand on a page of ours."""

    html: str
    left_out: tuple[LeftOut, ...] = ()


def safe_text(text: str) -> SafeHtml:
    """Plain text as it is laid out."""
    lines = _printed(text.replace("\f", "\n\n")).expandtabs(8).strip("\n").split("\n")
    words = "\n".join(part for line in lines for part in _of_page_width(line))
    return SafeHtml(f'<pre class="fsd-exhibit__text">{escape(words)}</pre>')


def _of_page_width(line: str) -> list[str]:
    """A line that no page has room for, as a paragraph saved in one line is, in several."""
    if len(line) <= _WIDEST:
        return [line]
    return textwrap.wrap(line, _WIDEST, break_long_words=False, break_on_hyphens=False)


def safe_html(text: str, *, level: int, prefix: str) -> SafeHtml:
    """The file's body; its highest headings have ``level``, and its ids begin with ``prefix``."""
    tree = html_tree(text)
    maker = _Maker(text, prefix)
    levels = [_HEADINGS.index(one.tag) + 1 for one in _all(tree) if one.tag in _HEADINGS]
    maker.shift = level - min(levels, default=level)
    html = "".join(maker.made(child, 0) for child in tree.children)
    return SafeHtml(html.strip(), tuple(LeftOut(what, line) for what, line in maker.left_out.items()))


@dataclass
class _Maker:
    text: str
    prefix: str
    shift: int = 0
    left_out: dict[str, int | None] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def made(self, node: Element | str, depth: int) -> str:
        if isinstance(node, str):
            return str(escape(_printed(node)))
        tag = _RENAMED.get(node.tag, node.tag)
        if tag in _DISSOLVED:
            return ""
        if tag in _LEFT_OUT:
            return self._without(node, tag)
        style = node.attributes.get("style", "")
        if "hidden" in node.attributes or _HIDDEN.search(style) or tag in ("ix:header", "ix:hidden"):
            self._note("what the file itself hides", "display", "hidden")
            return ""
        self._look_at(node)
        if depth > _DEEPEST:
            self._note(f"what stands in more than {_DEEPEST} elements, of which the words alone remain")
            return str(escape(_printed(" ".join(_words(node)))))
        inner = "".join(self.made(child, depth + 1) for child in node.children)
        for look, name in _STYLES:
            if look.search(style) and inner.strip() and not _has_block(node):
                inner = f"<{name}>{inner}</{name}>"
        return self._element(tag, node, inner)

    def _element(self, tag: str, node: Element, inner: str) -> str:
        if tag in _HEADINGS:
            tag = f"h{min(max(_HEADINGS.index(tag) + 1 + self.shift, 1), 6)}"
        if tag in _VOID:
            return f"<{tag}>"
        if tag not in _BLOCKS | _INLINE:
            return inner
        attributes = self._attributes(tag, node)
        if tag == "a" and not attributes:
            return inner
        return f"<{tag}{attributes}>{inner}</{tag}>"

    def _attributes(self, tag: str, node: Element) -> str:
        given = node.attributes
        kept: dict[str, str] = {}
        address = self._id(given.get("id") or (given.get("name", "") if tag == "a" else ""))
        if address and address not in self._ids:
            self._ids.add(address)
            kept["id"] = address
        kept |= {name: given[name] for name in ("colspan", "rowspan") if _SPAN.fullmatch(given.get(name, ""))}
        if tag == "ol":
            kept |= {"type": given["type"]} if given.get("type") in _NUMBERINGS else {}
            kept |= {"start": given["start"]} if _SPAN.fullmatch(given.get("start", "")) else {}
        if tag == "a":
            kept |= self._link(given.get("href", "").strip())
        return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())

    def _link(self, href: str) -> dict[str, str]:
        if href.startswith("#") and self._id(href[1:]):
            return {"href": f"#{self._id(href[1:])}"}
        if _ADDRESS.fullmatch(href):
            return {"href": href, "rel": "noopener"}
        if href:
            self._note("a link that leads neither into the file nor to a web address", "href")
        return {}

    def _id(self, name: str) -> str:
        safe = _UNSAFE_ID.sub("-", name).strip("-")
        return f"{self.prefix}-{safe}" if safe else ""

    def _without(self, node: Element, tag: str) -> str:
        words = " ".join(node.attributes.get("alt", "").split()) if tag == "img" else ""
        self._note(f"{_LEFT_OUT[tag]} (<{node.tag}>)", f"<{node.tag}")
        return f"[Picture: {escape(_printed(words))}]" if words else ""

    def _look_at(self, node: Element) -> None:
        if any(name.startswith("on") for name in node.attributes):
            self._note("a script in an attribute", "on")
        if "style" in node.attributes or node.tag == "font":
            self._note("its own look, but for bold, italic and underlined words", "style", "<font")

    def _note(self, what: str, *fragments: str) -> None:
        if what not in self.left_out:
            places = [self.text.lower().find(fragment) for fragment in fragments]
            at = min((place for place in places if place >= 0), default=-1)
            self.left_out[what] = self.text.count("\n", 0, at) + 1 if at >= 0 else None


def _printed(text: str) -> str:
    return _UNPRINTED.sub("", text.translate(_BULLETS))


def _all(element: Element) -> Iterator[Element]:
    waiting = [element]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in element.children if isinstance(child, Element)]


def _has_block(element: Element) -> bool:
    return any(inside.tag in _BLOCKS for inside in _all(element) if inside is not element)


def _words(element: Element) -> Iterator[str]:
    """The texts inside, however deep; nothing of what is left out."""
    waiting: list[Element | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.tag not in _LEFT_OUT:
            waiting += reversed(node.children)
