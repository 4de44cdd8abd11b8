"""What EDGAR takes of HTML: elements, attributes, characters and file names.

Source: EDGAR Filer Manual, volume II, chapter 5. Where the manual's document type allows more than the
SEC's own validator knows (``thead``, ``span``), the narrower of the two stands here.
"""

from __future__ import annotations

import re

INLINE = frozenset({
    "a", "b", "big", "br", "cite", "code", "dfn", "em", "font", "i", "img", "kbd", "samp", "small",
    "strike", "strong", "sub", "sup", "tt", "u", "var",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"dir", "dl", "menu", "ol", "ul"})
BLOCKS = HEADINGS | LISTS | frozenset({"address", "blockquote", "center", "div", "hr", "p", "pre", "table"})
PARTS = {
    "caption": {"table"},
    "tr": {"table"},
    "td": {"tr"},
    "th": {"tr"},
    "li": {"dir", "menu", "ol", "ul"},
    "dt": {"dl"},
    "dd": {"dl"},
}
"""Elements that stand in certain others only."""
FRAME = frozenset({"html", "head", "title", "body"})
ELEMENTS = FRAME | INLINE | BLOCKS | frozenset(PARTS)

VOID = frozenset({"br", "hr", "img"})
INLINE_ONLY = INLINE | HEADINGS | frozenset({"caption", "dt", "p", "pre"})
"""Elements that hold no block; a link also holds no link."""

_CORE = frozenset({"class", "id", "style", "title"})
_COMMON = _CORE | {"dir", "lang"}
_CELL = frozenset({"align", "bgcolor", "colspan", "height", "nowrap", "rowspan", "valign", "width"})
_ATTRIBUTES = {
    "html": frozenset({"lang"}),
    "head": frozenset(),
    "title": frozenset(),
    "body": _COMMON | {"alink", "bgcolor", "link", "text", "vlink"},
    "br": _CORE | {"clear"},
    "a": _COMMON | {"href", "name", "rel", "rev"},
    "font": _COMMON | {"color", "size"},
    "hr": _COMMON | {"align", "noshade", "size", "width"},
    "img": _COMMON | {"align", "alt", "border", "height", "name", "src", "width"},
    "li": _COMMON | {"type"},
    "ol": _COMMON | {"compact", "start", "type"},
    "ul": _COMMON | {"compact", "type"},
    "caption": _COMMON | {"align"},
    "table": _COMMON | {"align", "bgcolor", "border", "cellpadding", "cellspacing", "summary", "width"},
    "tr": _COMMON | {"align", "bgcolor", "valign"},
    "td": _COMMON | _CELL,
    "th": _COMMON | _CELL,
} | dict.fromkeys(HEADINGS | {"div", "p"}, _COMMON | {"align"})

ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
FILE_NAME = re.compile(r"[a-z][a-z0-9._-]*\.htm")
PICTURE_NAME = re.compile(r"[a-z][a-z0-9._-]*\.(?:jpg|gif)")
FILE_NAME_LENGTH = 32
FILED_DOCUMENT = re.compile(r"https?://www\.sec\.gov/(ix\?doc=/)?Archives/edgar/data/")
"""The only addresses outside the filing that a link may lead to."""

REFUSED = re.compile(r"""[^0-9A-Za-z`~!@#$%&*()._+ {}\[\]|\\:;"'<>,?/=\t\n\r\f-]""")
"""A character that a file must not hold. The manual's table leaves out the circumflex."""

_DISPLAYS_NOTHING = re.compile(
    r"""[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]   # controls, halves, no characters
    |[\ufffe\uffff\U0001fffe\U0001ffff]""",
    re.VERBOSE,
)


def attributes_of(tag: str) -> frozenset[str]:
    """The attributes that the element may have."""
    return _ATTRIBUTES.get(tag, _COMMON)


def displayable(text: str) -> str:
    """The text without characters that no HTML document can hold."""
    return _DISPLAYS_NOTHING.sub("", text)
