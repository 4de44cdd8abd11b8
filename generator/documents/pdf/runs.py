"""The text of a paragraph, a heading or a cell as runs: pieces of text that look the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...prose.element import Element
from ..printed import is_left_out
from ..trees import VALUE_SOURCE
from .scripts import BETWEEN_ANY, BY_WORDS

Run = str | dict[str, Any]
"""Plain text, or an object that ``document.typ`` reads: text with a style, a link, a note, a picture.

Where a tree has values with their sources, as that for Word has, also a ``value`` with its ``runs``."""
Block = dict[str, Any]
"""A heading, paragraph, list, table or the like, which its ``kind`` names, as ``document.typ`` reads it."""

_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic",
    "var": "italic", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "sup": "raised",
    "sub": "lowered", "small": "small", "del": "struck", "s": "struck", "strike": "struck",
    "ins": "underlined", "u": "underlined", "mark": "marked",
}  # fmt: skip
_STYLE_CLASSES = {
    "fsd-form__blank": "italic",
    "fsd-form__kind": "kind",
    "fsd-form__amendment": "kind",
    "fsd-tag": "tag",
    "fsd-notes__rows": "soft",
}
_OWN_LINES = frozenset({"fsd-form__name", "fsd-form__amendment", "fsd-form__kind"})
_SPACES = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")
_BETWEEN = rf"\s/?&=_.,;:\u2010-\u2015{BETWEEN_ANY}{BY_WORDS}-"
"""Behind these a line may end anyway."""
_LONGEST, _PIECE = 24, 12
"""Longer words, in letters, get a place for a line end after each piece of so many."""
BREAK = "\u200b"
"""Zero width space: a line may end here. ``document.typ`` sets an empty box for it, so that the text of the
file has no trace of it."""


@dataclass(frozen=True)
class Context:
    """What runs need to know of the document."""

    target: Callable[[str], dict[str, str] | None]
    """Where the link with an ``href`` leads, as keys of its run; None: it stays plain text."""
    labels: Callable[[Element], list[str]]
    """The label of an element, if some link of the document leads to it."""
    picture: Callable[[Element], Run | None]
    """The run for an ``img``; None: nothing is shown."""
    notes: Mapping[str, Element] = field(default_factory=dict)
    """Footnotes by the ``href`` of their marks."""
    noted: set[str] = field(default_factory=set)
    """The footnotes that have been printed already."""


def runs_of(nodes: Iterable[Element | str], context: Context) -> list[Run]:
    """The runs of a line of text, with single blanks, and none at its ends."""
    nodes = tuple(nodes)
    alone = _text_alone(nodes)
    if alone is not None:
        text = str(_styled(alone, ())).strip(" ")
        return [breakable(text)] if text else []
    return _tidy(_runs(nodes, context, ()))


def _text_alone(nodes: Sequence[Element | str]) -> str | None:
    """The text, where there is nothing else, as in most cells of a long list; None where there is."""
    if len(nodes) != 1:
        return None
    node = nodes[0]
    if isinstance(node, str):
        return node
    is_bare = node.tag == "span" and node.attributes.keys() == {"class"}
    if not is_bare or is_left_out(node) or node.classes & (_STYLE_CLASSES.keys() | _OWN_LINES):
        return None
    return _text_alone(node.children)


def breakable(text: str, *, longest: int = _LONGEST, piece: int = _PIECE) -> str:
    """The text with places at which a line may end inside long words, such as codes and addresses."""
    if len(text) <= longest:
        return text
    return re.sub(rf"[^{_BETWEEN}]{{{longest + 1},}}", lambda found: _in_pieces(found[0], piece), text)


def _in_pieces(word: str, piece: int) -> str:
    """Never between a letter and its accents."""
    return "".join(
        BREAK + letter if at and at % piece == 0 and not unicodedata.combining(letter) else letter
        for at, letter in enumerate(word)
    )


def plain(runs: Iterable[Run], *, keeps_breaks: bool = False) -> str:
    """The text of runs, without notes."""
    text = "".join(run if isinstance(run, str) else _plain(run) for run in runs)
    return text if keeps_breaks else text.replace(BREAK, "")


def _plain(run: dict[str, Any]) -> str:
    if "runs" in run:
        return plain(run["runs"], keeps_breaks=True)
    return "\n" if "br" in run else str(run.get("text", ""))


def _runs(nodes: Iterable[Element | str], context: Context, styles: tuple[str, ...]) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, str):
            yield _styled(node, styles)
        elif not is_left_out(node):
            yield from _element(node, context, styles)


def _styled(text: str, styles: tuple[str, ...]) -> Run:
    text = _SPACES.sub(" ", text.replace(BREAK, ""))
    return {"text": text, "styles": list(styles)} if styles else text


def _element(element: Element, context: Context, styles: tuple[str, ...]) -> Iterator[Run]:
    if element.tag == "br":
        yield {"br": True}
    elif element.tag == "wbr":
        yield BREAK
    elif element.tag == "img":
        picture = context.picture(element)
        if picture is not None:
            yield picture
    elif (note := _note(element, context)) is not None:
        yield note
    else:
        yield from _with_label(element, context, styles)


def _with_label(element: Element, context: Context, styles: tuple[str, ...]) -> Iterator[Run]:
    yield from ({"label": label} for label in context.labels(element))
    styles = (*styles, *_styles_of(element))
    inside = _quoted(element, _runs(element.children, context, styles), styles)
    target = context.target(element.attributes.get("href", "")) if element.tag == "a" else None
    if target:
        yield {**target, "runs": _joined(inside)}
    elif VALUE_SOURCE in element.attributes:
        yield {"value": element.attributes[VALUE_SOURCE], "runs": _joined(inside)}
    elif element.classes & _OWN_LINES:
        yield from ({"br": True}, *inside, {"br": True})
    else:
        yield from inside


def _styles_of(element: Element) -> Iterator[str]:
    found = [_STYLES.get(element.tag), *(_STYLE_CLASSES.get(name) for name in sorted(element.classes))]
    return (style for style in found if style)


def _quoted(element: Element, inside: Iterator[Run], styles: tuple[str, ...]) -> Iterator[Run]:
    if element.tag != "q":
        return inside
    return iter([_styled("“", styles), *inside, _styled("”", styles)])


def _note(element: Element, context: Context) -> Run | None:
    """The footnote whose mark this element is; its text stands with the first mark only."""
    if element.tag == "sup":
        inside = [child for child in element.children if isinstance(child, Element) or child.strip()]
        return _note(inside[0], context) if len(inside) == 1 and isinstance(inside[0], Element) else None
    href = element.attributes.get("href", "")
    if element.tag != "a" or href not in context.notes:
        return None
    run: dict[str, Any] = {"note": href.removeprefix("#"), "mark": element.text.strip()}
    if href not in context.noted:
        context.noted.add(href)
        run["paragraphs"] = [runs_of(part, context) for part in _paragraphs(context.notes[href])]
    return run


def _paragraphs(note: Element) -> list[tuple[Element | str, ...]]:
    """The footnote's paragraphs; everything in one where it has none."""
    found = [child.children for child in note.children if isinstance(child, Element) and child.tag == "p"]
    return found or [note.children]


def _tidy(runs: Iterable[Run]) -> list[Run]:
    """Without doubled blanks and blanks at line ends, without line breaks at both ends, equal runs joined."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if isinstance(run, dict) and "br" in run:
            lines.append([])
        else:
            lines[-1].append(run)
    filled = [line for line in map(_line, lines) if line]
    return [run for number, line in enumerate(filled) for run in ([{"br": True}] if number else []) + line]


def _line(runs: list[Run]) -> list[Run]:
    spaced, _ = _single_spaced(runs, after_space=True)
    return _joined(_without_end_space(spaced))


def _single_spaced(runs: Iterable[Run], *, after_space: bool) -> tuple[list[Run], bool]:
    found: list[Run] = []
    for run in runs:
        if isinstance(run, dict) and "runs" in run:
            inner, after_space = _single_spaced(run["runs"], after_space=after_space)
            if inner:
                found.append({**run, "runs": inner})
            continue
        text = run if isinstance(run, str) else run.get("text")
        if text is None:
            found.append(run)
            after_space = False if "label" not in run else after_space
            continue
        text = text.lstrip(" ") if after_space else text
        if text:
            after_space = text.endswith(" ")
            found.append(_with_text(run, text))
    return found, after_space


def _without_end_space(runs: list[Run]) -> list[Run]:
    for at in range(len(runs) - 1, -1, -1):
        run = runs[at]
        if isinstance(run, dict) and "runs" in run:
            inner = _without_end_space(run["runs"])
            return [*runs[:at], *([{**run, "runs": inner}] if inner else []), *runs[at + 1 :]]
        text = run if isinstance(run, str) else run.get("text")
        if text is None:
            if "label" in run:
                continue
            return runs
        if text.rstrip(" "):
            return [*runs[:at], _with_text(run, text.rstrip(" ")), *runs[at + 1 :]]
        runs = runs[:at] + runs[at + 1 :]
    return runs


def _with_text(run: Run, text: str) -> Run:
    return text if isinstance(run, str) else {**run, "text": text}


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of the same style as one run, with places for line ends in long words."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if isinstance(run, str) and isinstance(last, str):
            found[-1] = last + run
        elif isinstance(run, dict) and isinstance(last, dict) and _same_style(last, run):
            found[-1] = {**last, "text": last["text"] + run["text"]}
        else:
            found.append(run)
    return [_breakable(run) for run in found]


def _same_style(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return "styles" in one and "styles" in other and one["styles"] == other["styles"]


def _breakable(run: Run) -> Run:
    if isinstance(run, str):
        return breakable(run)
    return {**run, "text": breakable(run["text"])} if "text" in run else run
