"""What the published text says, sentence by sentence, each with its place in people's sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import LineRef, Passage, Section
from ..prose.element import Element
from ..prose.sentences import sentences_of
from .phrases import matches
from .trees import INLINE, level, text_of

_LONGEST = 220
"""Characters of a sentence that an answer quotes."""
_RUN = 4
"""Words that stand together in one line only, as a rule."""

_NOT_PRINTED = frozenset({"button", "form", "nav", "script", "style", "template"})
"""What a page offers on a screen, such as the choice of metals, and no document says."""


@dataclass(frozen=True)
class Said:
    """A sentence, a cell or a term that is published."""

    text: str
    heading: str
    """The heading above it; empty before the first one."""
    paragraph: int
    """Its number, to tell what stands beside each other."""
    links: tuple[str, ...]
    """Addresses that its paragraph leads to."""


def said_in(tree: Element) -> tuple[Said, ...]:
    """All sentences of a document, in order."""
    found: list[Said] = []
    heading = ""
    for number, block in enumerate(_blocks(tree)):
        text = text_of(block)
        if level(block):
            heading = text
        links = tuple(_links(block))
        for sentence in sentences_of([Passage(text, LineRef(""))]):
            found.append(Said(sentence.text, heading, number, links))
    return tuple(found)


def quotation(said: Said, about: str) -> str:
    """The words as an answer shows them: the sentence, or of a long one what stands around what was found."""
    found = next(matches(about, said.text), None)
    text = said.text
    if len(text) > _LONGEST:
        middle = (found.start() + found.end()) // 2 if found else 0
        begin = max(0, min(middle - _LONGEST // 2, len(text) - _LONGEST))
        part = text[begin : begin + _LONGEST]
        part = part if begin == 0 else "… " + part.partition(" ")[2]
        text = part if begin + _LONGEST >= len(text) else part.rpartition(" ")[0] + " …"
    return f"“{text.strip('“”')}”"


def place_of(text: str, sections: Sequence[Section]) -> LineRef | None:
    """The line of the section where the text begins; None where the program wrote all of it."""
    words = _words(text)
    runs = [words[at : at + _RUN] for at in range(max(1, len(words) - _RUN + 1))]
    lines = [(section.file, n, f" {' '.join(_words(line))} ") for section in sections
             for n, line in enumerate(section.text.split("\n"), start=1)]  # fmt: skip
    for run in runs:
        wanted = f" {' '.join(run)} "
        for file, number, line in lines:
            if run and wanted in line:
                return LineRef(file, number)
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _blocks(tree: Element) -> Iterator[Element]:
    """The innermost blocks: paragraphs, items, cells, headings."""
    if tree.tag in _NOT_PRINTED:
        return
    inner = [child for child in tree.children if isinstance(child, Element) and _is_block(child)]
    if not inner:
        yield tree
        return
    own = tuple(child for child in tree.children if child not in inner)
    if any(not isinstance(child, str) or child.strip() for child in own):
        yield Element("p", {}, own)
    for child in inner:
        yield from _blocks(child)


def _is_block(element: Element) -> bool:
    return element.tag not in INLINE or any(
        isinstance(child, Element) and _is_block(child) for child in element.children
    )


def _links(tree: Element) -> Iterator[str]:
    if tree.tag == "a" and tree.attributes.get("href", "").startswith(("http", "mailto:", "tel:")):
        yield tree.attributes["href"]
    for child in tree.children:
        if isinstance(child, Element):
            yield from _links(child)
