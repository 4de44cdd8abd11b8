"""How the words of a Word file look, as far as looks say something: bold, struck through, hidden, linked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .word_elements import R, W, value_of

_SWITCHES = {
    "b": "bold",
    "i": "italic",
    "caps": "in capitals",
    "smallCaps": "in small capitals",
    "strike": "struck through",
    "dstrike": "struck through",
    "vanish": "hidden",
}
"""What Word switches: a style of words within a style of paragraphs that has it too takes it off again."""
_OFF = frozenset({"0", "false", "off", "none"})
_RAISED = {"superscript": "raised", "subscript": "lowered"}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
"""Level of the outline of what is no heading."""
Given = Mapping[str, bool]
"""Names of looks, and whether they are switched on or off; what is left out is not said."""


class Looks:
    """The looks of runs: those of the file, of their paragraph's style, of their own style, and their own.

    An empty name of a style is the one that paragraphs have which name none.
    """

    def __init__(self, styles: Any | None, targets: Mapping[str, str]) -> None:
        found = [one for one in (styles if styles is not None else ()) if one.tag == f"{W}style"]
        self._styles = {one.get(f"{W}styleId") or "": one for one in found}
        self._usual = next((one.get(f"{W}styleId") or "" for one in found if _is_usual(one)), "")
        defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        self._defaults = _given(defaults)
        self.targets = targets
        """Addresses outside the file by the ids of their relations, of the part that is read."""
        self._made: dict[str, Given] = {}

    def of_run(self, run: Any, paragraph_style: str, link: str | None) -> tuple[str, ...]:
        """The names of its looks, in their order. ``link``: an address, empty in the file; None: no link."""
        own = run.find(f"{W}rPr")
        style = value_of(own.find(f"{W}rStyle")) if own is not None else ""
        names = self._names(
            self._of_style(paragraph_style), self._of_style(style) if style else {}, _given(own)
        )
        if link is not None:
            names.discard("underlined")  # as every program shows a link
        return tuple(sorted({*names, f"linked to {link}"} if link else names))

    def of_paragraph(self, style: str) -> frozenset[str]:
        """The looks that its style gives to all words of a paragraph."""
        return frozenset(self._names(self._of_style(style), {}, {}))

    def target(self, hyperlink: Any) -> str:
        """The address outside to which it leads; empty: it leads to a place in the file."""
        return self.targets.get(hyperlink.get(f"{R}id") or "", "")

    def is_item(self, style: str) -> bool:
        """Whether the style, or one on which it is based, makes a paragraph an item of a list."""
        numbers = (one.find(f"{W}pPr/{W}numPr/{W}numId") for one in self._chain(style))
        return next((value_of(one) != "0" for one in numbers if one is not None), False)

    def level(self, style: str) -> int:
        """Of the headings of a style: by the level of the outline or the name; 0: they are none."""
        for one in self._chain(style):
            level = value_of(one.find(f"{W}pPr/{W}outlineLvl"))
            if level.isdecimal():
                return int(level) + 1 if int(level) < _BODY_LEVEL else 0
            if name := _HEADING.fullmatch(value_of(one.find(f"{W}name"))):
                return int(name[1])
        return 0

    def _names(self, paragraph: Given, words: Given, own: Given) -> set[str]:
        given = {**self._defaults, **paragraph, **words}
        for name in _SWITCHES.values():
            switched = paragraph.get(name, False) != words.get(name, False)
            given[name] = self._defaults.get(name, False) or switched
        return {name for name, is_on in {**given, **own}.items() if is_on}

    def _chain(self, name: str) -> Iterator[Any]:
        """The style and those on which it is based."""
        seen: set[str] = set()
        name = name or self._usual
        while name not in seen and (element := self._styles.get(name)) is not None:
            yield element
            seen.add(name)
            name = value_of(element.find(f"{W}basedOn"))

    def _of_style(self, name: str) -> Given:
        name = name or self._usual
        if name not in self._made:
            given: dict[str, bool] = {}
            for one in self._chain(name):
                given = {**_given(one.find(f"{W}rPr")), **given}
            self._made[name] = given
        return self._made[name]


def _is_usual(style: Any) -> bool:
    return style.get(f"{W}type") == "paragraph" and (style.get(f"{W}default") or "0") not in _OFF


def _given(properties: Any | None) -> Given:
    found: dict[str, bool] = {}
    for one in properties if properties is not None else ():
        if not isinstance(one.tag, str):
            continue
        name, value = one.tag.removeprefix(W), value_of(one)
        if name in _SWITCHES:
            look = _SWITCHES[name]
            found[look] = found.get(look, False) or value not in _OFF
        elif name == "u":
            found["underlined"] = value not in _OFF
        elif name == "highlight":
            found["highlighted"] = value not in _OFF
        elif name == "vertAlign":
            found |= {look: value == key for key, look in _RAISED.items()}
    return found
