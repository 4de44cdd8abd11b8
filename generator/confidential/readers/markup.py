"""The words of a text that may hold markup: pages, drawings, feeds, parts of office files, scripts, styles.

Nothing is left out: what stands between tags, in attributes, in comments over any number of lines, in CDATA,
in scripts and styles, and the tags themselves. A parser of HTML would drop what it does not know; these
expressions cut the text, and every piece of it comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .escapes import around, other_escapes, plain
from .reading import PublishedText, Texts

_TOKEN = re.compile(
    r"<!--.*?(?:--!?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    r"""|</?[A-Za-z!](?:[^<>"']+|"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))*+(?:>|(?=<)|\Z)""",
    re.DOTALL,
)
"""Comments, CDATA, instructions and tags. Each is a match, however it ends, so that none is read twice."""
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"'<>]+))""")
_TECHNICAL = re.compile(
    r"class|id|for|re[lv]|role|type|style|d|points|transform|viewbox|width|height|[xyrst][12]?|c[xy]|r[xy]|fill|stroke|"
    r"lang|dir|target|method|charset|xmlns|tabindex|scope|colspan|rowspan|loading|hreflang|media|spans|data-md-.*",
    re.IGNORECASE,
)
"""Attributes that hold no words. The tags come as code as well, with all of their attributes."""
_INLINE = re.compile(
    r"(?<=\w)(?:</?(?!/?(?:[a-z]+:)?(?:address|article|aside|blockquote|br|c|caption|cell|comment|dd|del|dialog|div|"
    r"dl|dt|fieldset|figcaption|figure|footer|form|h|h[1-6r]|header|item|label|legend|li|line-break|main|nav|ol|"
    r"option|p|path|pre|row|script|section|select|si|style|summary|svg|table|table-cell|table-row|tab|tbody|tc|td|"
    r"textarea|text|tfoot|th|thead|title|tr|tspan|ul|v)[\s/>])[A-Za-z][^<>]*>)+(?=\w)",
    re.IGNORECASE,
)
"""Tags inside of a word: those of blocks end it."""
_HEAD_OR_FOOT = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)")
_HEAD_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z])')
"""What sets the font, the size and the place in the head or foot of a sheet."""
_SMALLEST = re.compile(r"<[^<>]*>")
_LONG_TAG = 1_000
_CHUNK, _OVERLAP = 2_000_000, 2_000
"""Characters that are read at once, and how many of them the next piece has again."""
_ROUNDS = 3
"""How often markup may stand inside of what escapes make: a page in an attribute is 1."""


def words(text: str, *, is_code: bool = False) -> Texts:
    """The texts of a text, in pieces that fit into memory."""
    for start in range(0, max(len(text), 1), _CHUNK):
        chunk = text[max(start - _OVERLAP, 0) : start + _CHUNK]
        yield from _code(chunk) if is_code else _words(chunk, _ROUNDS)


def _code(text: str) -> Texts:
    yield PublishedText("", plain(text), is_code=True)
    for piece in other_escapes(text):
        yield PublishedText("", piece, is_code=True)


def _words(text: str, rounds: int) -> Texts:
    yield from map(_text, other_escapes(text))
    if not rounds:
        yield _text(plain(text))
        yield _text(plain(_SMALLEST.sub(" ", text)))
        return
    if "<" not in text:
        yield from _unescaped(text, rounds)
        return
    tokens = _TOKEN.findall(text)
    tags = " ".join(one for one in tokens if not one.startswith(("<!--", "<![")))
    yield from _unescaped(_TOKEN.sub(" ", text), rounds)
    yield from _unescaped(" | ".join(_attributes(tags)), rounds)
    for one in tokens:
        if one.startswith(("<!--", "<![")):
            yield from _words(one.lstrip("<!-").removeprefix("[CDATA["), rounds - 1)
        elif len(one) > _LONG_TAG or one[-1] != ">":  # a quotation mark that nothing closes swallows text
            yield _text(plain(_SMALLEST.sub(" ", one)))
    yield PublishedText("", plain(tags), is_code=True)
    for piece in around(text, _INLINE, lambda _: ""):
        yield _text(plain(_SMALLEST.sub(" ", piece)))
    if "Header>" in text or "Footer>" in text:
        heads = (plain(found) for found in _HEAD_OR_FOOT.findall(text))
        yield _text(" | ".join(_HEAD_CODE.sub(" ", head) for head in heads))


def _unescaped(text: str, rounds: int) -> Texts:
    """The text, and what its escapes hid: a page in an attribute, a passage in a search index."""
    shown = plain(text)
    yield _text(shown)
    if shown != text and "<" in shown and _TOKEN.search(shown):
        yield from _words(shown, rounds - 1)


def _attributes(tags: str) -> Iterator[str]:
    for name, double, single, bare in _ATTRIBUTE.findall(tags):
        if not _TECHNICAL.fullmatch(name):
            yield double or single or bare


def _text(text: str) -> PublishedText:
    return PublishedText("", text)
