"""Runs of text that look alike: what HTML tags and inline styles say of bold, italic, underlined, raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" *\n *")
_URL = re.compile(r"\(?(?:https?://|www\.)\S+", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|in|em|cm|mm|%)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "em": 10.0, "cm": 28.35, "mm": 2.835, "%": 6.12, None: 0.75}
"""Unit to points: an em is taken as 10 points, a percentage as one of a letter page's width."""
_LINKS = ("http://", "https://", "mailto:")
_TAGS: Mapping[str, Mapping[str, Any]] = {
    "b": {"bold": True}, "strong": {"bold": True}, "th": {"bold": True},
    "i": {"italic": True}, "em": {"italic": True}, "cite": {"italic": True}, "dfn": {"italic": True},
    "var": {"italic": True}, "address": {"italic": True},
    "u": {"underlined": True}, "ins": {"underlined": True},
    "sup": {"raised": True, "lowered": False}, "sub": {"lowered": True, "raised": False},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks alike; a line break in it is ``\\n``."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""

    @property
    def style(self) -> Run:
        """The same look without text, to compare with."""
        return replace(self, text="")


def styles_of(element: Any) -> dict[str, str]:
    """The element's inline style: property to value, both in small letters."""
    pairs = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if name.strip()}


def root_of(html: str, *, is_deep: bool = False) -> Any | None:
    """The root of a document's HTML; None where it holds no element and no text.

    ``is_deep``: also what stands in more than 256 elements inside each other.
    """
    import lxml.etree
    import lxml.html  # slow to import, and needed by few commands only

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=is_deep)
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", errors="replace"), parser=parser)
    except lxml.etree.ParserError:
        return None


def is_hidden(element: Any) -> bool:
    """Whether a style keeps the element from being shown."""
    style = styles_of(element)
    return style.get("display") == "none" or style.get("visibility") == "hidden"


def points(value: str) -> float:
    """A length in points; 0 where it is none."""
    found = _LENGTH.match(value.strip())
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def look_of(element: Any, outer: Run) -> Run:
    """How text inside the element looks, where text around it looks like ``outer``."""
    look = replace(outer, **_TAGS.get(element.tag, {}))
    if element.tag == "a" and (element.get("href") or "").strip().lower().startswith(_LINKS):
        look = replace(look, link=element.get("href").strip())
    style = styles_of(element)
    for name, read in (("font", _font), ("font-weight", _weight), ("font-style", _slant)):
        if name in style:
            look = replace(look, **read(style[name]))
    decoration = style.get("text-decoration", style.get("text-decoration-line", ""))
    if decoration:
        look = replace(look, underlined="underline" in decoration)
    return replace(look, **_height(style))


def _font(value: str) -> dict[str, Any]:
    return _weight(value.split(",")[0]) | _slant(value.split(",")[0])


def _weight(value: str) -> dict[str, Any]:
    return {"bold": bool(re.search(r"\bbold(?:er)?\b|(?<![\d.])[6-9]00(?![\d.%a-z])", value))}


def _slant(value: str) -> dict[str, Any]:
    return {"italic": "italic" in value or "oblique" in value}


def _height(style: Mapping[str, str]) -> dict[str, Any]:
    """Raised or lowered by style: ``super``, a length, or moved up from where it would stand."""
    align = style.get("vertical-align", "")
    moved = -points(style["top"]) if style.get("position") == "relative" and "top" in style else 0.0
    up = points(align) if align[:1].isdigit() or align[:1] == "-" else moved
    if align == "super" or up > 1:
        return {"raised": True, "lowered": False}
    if align == "sub" or up < -1:
        return {"lowered": True, "raised": False}
    return {}


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with single blanks, none at the ends, and joined where they look alike.

    A word looks one way only, and blanks look like what is on both sides of them.
    """
    found = _joined(_with_plain_blanks(list(_joined(runs))))
    text, spaced = "", []
    for run in found:
        squeezed = _BREAKS.sub("\n", _SPACES.sub(" ", run.text))
        if (not text or text[-1].isspace()) and squeezed.startswith(" "):
            squeezed = squeezed[1:]
        if text.endswith("\n") and squeezed.startswith("\n"):
            squeezed = squeezed.lstrip()
        if squeezed:
            spaced.append(replace(run, text=squeezed))
            text = squeezed
    while spaced and not spaced[-1].text.strip():
        spaced.pop()
    while spaced and not spaced[0].text.strip():
        spaced.pop(0)
    if spaced:
        spaced[-1] = replace(spaced[-1], text=spaced[-1].text.rstrip())
        spaced[0] = replace(spaced[0], text=spaced[0].text.lstrip())
    return tuple(_joined(_with_whole_words(spaced)))


def _joined(runs: Iterable[Run]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        if found and found[-1].style == run.style:
            found[-1] = replace(run, text=found[-1].text + run.text)
        elif run.text:
            found.append(run)
    return found


def _with_plain_blanks(runs: list[Run]) -> list[Run]:
    found = list(runs)
    for index, run in enumerate(runs):
        if run.text.strip():
            continue
        before = found[index - 1].style if index else Run("")
        after = runs[index + 1].style if index + 1 < len(runs) else Run("")
        found[index] = replace(before if before == after else Run(""), text=run.text)
    return found


def _with_whole_words(runs: list[Run]) -> list[Run]:
    """Where the look changes inside a word, the whole word looks like the longer part of it."""
    found = list(runs)
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        if _stands_apart(one) or _stands_apart(other) or one.link != other.link:
            continue
        head, tail = re.search(r"\w*$", one.text), re.match(r"\w*", other.text)
        if not head or not tail or not head[0] or not tail[0]:
            continue
        if len(head[0]) >= len(tail[0]):
            found[index] = replace(one, text=one.text + tail[0])
            found[index + 1] = replace(other, text=other.text[tail.end() :])
        else:
            found[index] = replace(one, text=one.text[: head.start()])
            found[index + 1] = replace(other, text=head[0] + other.text)
    return [run for run in found if run.text]


def _stands_apart(run: Run) -> bool:
    return run.raised or run.lowered


def is_address(text: str) -> bool:
    """True for the address of a page, which filers underline as browsers do."""
    return bool(_URL.fullmatch(text.strip(" .,;)")))


def plain_text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
