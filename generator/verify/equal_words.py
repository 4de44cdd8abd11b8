"""The words of a published file, and of its pictures, against those of the pages."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..findings.catalogue import PUBLISHED_TEXT
from ..model import LineRef, Passage
from .advice import ADVICE
from .values import PublishedFile

_CONTEXT = 6
_LABEL = re.compile(r"[•–‣]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]")
"""Bullets and numbers of lists, which some formats have as text."""
_MARK = re.compile(r"\(?[\da-z*†‡]{0,3}[.)]?")
"""What stands before the text of a footnote."""
_PAGE_NUMBER = re.compile(r"\d+|–")


@dataclass(frozen=True)
class Extras:
    """Words that a format has beside the text of the pages."""

    headings: tuple[str, ...] = ()
    """Headings that a table of contents may list."""
    drawings: tuple[tuple[str, ...], ...] = ()
    """The words of each picture that may stand there."""
    part_heads: tuple[str, ...] = ()
    """What may head a part of a list: its metals."""
    breaks_words: bool = False
    """A line may end inside a long word, and the place is not told from a blank."""


@dataclass(frozen=True)
class _Word:
    text: str
    where: LineRef


def words_of(passages: Sequence[Passage]) -> list[_Word]:
    return [_Word(word, passage.where) for passage in passages for word in passage.text.split()]


def text_findings(expected: Sequence[Passage], found: Sequence[Passage], extras: Extras) -> Iterator[Finding]:
    """The words that differ, each with the words before it."""
    own, there = words_of(expected), words_of(found)
    own_texts, texts = [word.text for word in own], [word.text for word in there]
    if own_texts == texts:
        return
    matcher = difflib.SequenceMatcher(None, own_texts, texts, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    for _, begin, end, first, last in _without_moved(changes, own_texts, texts):
        missing, added = own_texts[begin:end], texts[first:last]
        if not missing and _is_extra(added, extras):
            continue
        if extras.breaks_words and _is_broken(missing, added):
            continue
        before = " ".join(own_texts[max(begin - _CONTEXT, 0) : begin])
        where = there[min(first, len(there) - 1)].where if there else own[begin].where
        yield Finding(PUBLISHED_TEXT, _message(before, missing, added), where, ADVICE)


def drawn_findings(expected: Sequence[Passage], found: PublishedFile) -> Iterator[Finding]:
    """The words of pictures that differ. None may stand elsewhere: its place says what it is about."""
    own, there = words_of(expected), words_of(found.drawn)
    own_texts, texts = [word.text for word in own], [word.text for word in there]
    matcher = difflib.SequenceMatcher(None, own_texts, texts, autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(own_texts[max(begin - _CONTEXT, 0) : begin])
            where = there[min(first, len(there) - 1)].where if there else LineRef(found.file)
            message = f"in a picture, {_message(before, own_texts[begin:end], texts[first:last])}"
            yield Finding(PUBLISHED_TEXT, message, where, ADVICE)


def _is_broken(missing: Sequence[str], added: Sequence[str]) -> bool:
    """True where the words are the same, but for labels of lists and for lines that end inside words."""
    left = list(added)
    for word in missing:
        while left and _LABEL.fullmatch(left[0]) and not word.startswith(left[0]):
            left.pop(0)
        built = ""
        while left and len(built) < len(word):
            built += left.pop(0)
        if built != word:
            return False
    return all(_LABEL.fullmatch(word) for word in left)


_Opcode = tuple[str, int, int, int, int]


def _without_moved(changes: Sequence[_Opcode], own: Sequence[str], there: Sequence[str]) -> list[_Opcode]:
    """The changes without what only stands elsewhere, as footnotes stand at the foot of their page."""
    left = list(changes)
    for missing in [change for change in changes if change[3] == change[4]]:
        text = "".join(own[missing[1] : missing[2]])
        for added in [change for change in left if change[1] == change[2]]:
            before, found, after = "".join(there[added[3] : added[4]]).partition(text)
            if found and not after and _MARK.fullmatch(before):
                left.remove(missing)
                left.remove(added)
                break
    return left


def _is_extra(words: Sequence[str], extras: Extras) -> bool:
    """True for labels of lists, a table of contents, and the words of pictures."""
    if all(_LABEL.fullmatch(word) for word in words):
        return True
    if " ".join(words) in extras.part_heads:
        return True
    return _is_contents(words, extras.headings) or _are_drawings(words, extras.drawings)


def _is_contents(words: Sequence[str], headings: Sequence[str]) -> bool:
    """True where there are headings in their order, each with a number, and nothing else."""
    if words[0] != "Contents":
        return False
    left = [word.casefold() for word in words[1:] if not _PAGE_NUMBER.fullmatch(word)]
    for heading in headings:
        parts = [word.casefold() for word in heading.split() if not _PAGE_NUMBER.fullmatch(word)]
        if left[: len(parts)] == parts:
            del left[: len(parts)]
    return not left


def _are_drawings(words: Sequence[str], drawings: Sequence[Sequence[str]]) -> bool:
    left = Counter(words)
    for drawing in drawings:
        left = _without(left, Counter(drawing))
    return all(_LABEL.fullmatch(word) for word in left)


def _without(words: Counter[str], drawing: Counter[str]) -> Counter[str]:
    """The words without those of a drawing; all of them, where it is not whole among them.

    Labels that stand close together come out of a PDF as one word.
    """
    apart, left = drawing - words, words - drawing
    for word in list(left):
        parts = _parts(word, apart)
        if parts:
            apart -= Counter(parts)
            left -= Counter([word])
    return words if apart else left


def _parts(word: str, of: Counter[str]) -> list[str] | None:
    """The words, each as often as there is one, that make up a word; None where they do not."""
    if not word:
        return []
    for part in of:
        rest = _parts(word[len(part) :], of - Counter([part])) if word.startswith(part) else None
        if rest is not None:
            return [part, *rest]
    return None


def _message(before: str, missing: Sequence[str], added: Sequence[str]) -> str:
    after = f"after '… {before}' " if before else ""
    if not missing:
        return f"{after}there is '{_cut(added)}', which the data does not give"
    if not added:
        return f"{after}'{_cut(missing)}' is missing"
    return f"{after}there is '{_cut(added)}' where the data gives '{_cut(missing)}'"


def _cut(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= 200 else f"{text[:199]}…"
