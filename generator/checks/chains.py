"""Parts of a whole that a paragraph tells one after the other, down to the remaining ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, groupby

from ..findings import Finding
from ..findings.catalogue import PARTS_NOT_WHOLE
from .judgement import Judged
from .noun_patterns import Noun
from .numbers import Bound
from .phrases.no_counts import WORD
from .prose import Prose

_WHOLE = re.compile(
    r"(?:^|[.;:,(—–-]|\band)\W*(?:of|out\s+of|among)\s+(?:(?:the|these|those|our|all|its)\s+)*$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:the|our|all)\s+(?:remaining|other|rest(?:,|\s+of\s+(?:the|these))?)\s+$", re.IGNORECASE
)
_SUB = re.compile(r"\b(?:of|out\s+of)\s+(?:which|whom|these|those|them),?\s+(?:only\s+)?$", re.IGNORECASE)
_THEN = re.compile(rf"[^.;:,]{{0,60}},\s*(?:only\s+|some\s+)?(?:\d|{WORD}\b)", re.IGNORECASE)
"""``of these 40, 31``: the first number is the whole."""
_CONSISTS = re.compile(
    r"[^.;:]{0,60}?\b(?:consist(?:s|ed|ing)?\s+of|made\s+up\s+of|composed\s+of)\b", re.IGNORECASE
)
_WITHIN = re.compile(r"\b(?:of\s+(?:which|whom|these|those|them)|including)\b", re.IGNORECASE)
_FEWEST_PARTS = 2
_OF = re.compile(r"\s*(?:out\s+)?of\s+(?:(?:the|our|all|these|those|its)\s+)*", re.IGNORECASE)
_MOST_PARTS = 6


@dataclass
class _Whole:
    """A whole, and the parts of it that were told."""

    figure: Judged
    parts: list[Judged] = field(default_factory=list)

    def takes(self, rest: Judged) -> bool:
        """Whether the rest and some of the parts make it up; parts may overlap, so that not all count."""
        wanted = _value(self.figure) - _value(rest)
        numbers = [_value(part) for part in self.parts[:_MOST_PARTS]]
        return any(
            sum(some) == wanted for size in range(1, len(numbers) + 1) for some in combinations(numbers, size)
        )


def not_adding_up(prose: Prose, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Where the remaining ones and the parts before them are not their whole."""
    figures = (one for one in judged if not one.figure.is_share and one.figure.value is not None)
    for _, block in groupby(
        figures, key=lambda one: (one.figure.sentence.section.file, one.figure.sentence.block)
    ):
        yield from _of_figures(list(block))


def _of_figures(block: Sequence[Judged]) -> Iterator[Finding]:
    yield from _of_block(block)
    yield from _composed(block)


def _composed(block: Sequence[Judged]) -> Iterator[Finding]:
    """``97 answers, made up of 60 and 40``: what a whole is said to consist of."""
    for number, whole in enumerate(block):
        if not _CONSISTS.match(whole.figure.after):
            continue
        parts = [one for one in block[number + 1 :] if one.figure.sentence == whole.figure.sentence]
        tail = whole.figure.after
        is_plain = not _WITHIN.search(tail) and all(
            one.figure.bound is Bound.EXACT for one in (whole, *parts)
        )
        total = sum(_value(part) for part in parts)
        if len(parts) >= _FEWEST_PARTS and is_plain and total != _value(whole):
            yield _not_the_whole(parts, whole, whole)


def _not_the_whole(parts: Sequence[Judged], whole: Judged, at: Judged) -> Finding:
    texts = [part.figure.text for part in parts]
    total = sum(_value(part) for part in parts)
    message = f"{', '.join(texts[:-1])} and {texts[-1]} are {total:,} and not {whole.figure.text}"
    where = at.figure.sentence.place(at.figure.start, at.figure.end)
    return Finding(PARTS_NOT_WHOLE, message, where, "Correct the part, or the whole.")


def _of_block(block: Sequence[Judged]) -> Iterator[Finding]:
    open_wholes: list[_Whole] = []
    for number, one in enumerate(block):
        before = one.figure.before[-80:]
        if _WHOLE.search(before) and (not _SUB.search(before) or _THEN.match(one.figure.after)):
            _open(open_wholes, one)
        elif number and _of_it(block[number - 1], one):
            open_wholes.append(_Whole(one, [block[number - 1]]))
        elif _REST.search(before):
            yield from _closed(open_wholes, one)
        elif _SUB.search(before) and number:
            whole = _Whole(block[number - 1], [one])
            open_wholes.append(whole)
        elif open_wholes and _is_part(one, open_wholes[-1]):
            open_wholes[-1].parts.append(one)


def _of_it(part: Judged, whole: Judged) -> bool:
    """``40 of the 50 smelters``: the part stands right before its whole."""
    between = whole.figure.sentence.text[part.figure.end : whole.figure.start]
    is_same = part.figure.sentence == whole.figure.sentence
    return is_same and _OF.fullmatch(between) is not None and _value(part) <= _value(whole)


def _open(open_wholes: list[_Whole], one: Judged) -> None:
    """A new whole; where it is a part of the one before, that stays open."""
    while open_wholes and not any(_value(part) == _value(one) for part in open_wholes[-1].parts):
        open_wholes.pop()
    open_wholes.append(_Whole(one))


def _closed(open_wholes: list[_Whole], rest: Judged) -> Iterator[Finding]:
    """The rest ends the innermost whole that has a part, or one around it."""
    candidates = [whole for whole in open_wholes if whole.parts and _is_same_noun(whole.figure, rest)]
    fitting = next((whole for whole in reversed(candidates) if whole.takes(rest)), None)
    if fitting:
        del open_wholes[open_wholes.index(fitting) :]
        return
    if not candidates:
        return
    whole = candidates[-1]
    del open_wholes[open_wholes.index(whole) :]
    yield _not_the_whole([*whole.parts, rest], whole.figure, rest)


def _is_part(one: Judged, whole: _Whole) -> bool:
    """Whether it stands in the sentence of the whole, and counts no other things."""
    is_near = one.figure.sentence == whole.figure.figure.sentence
    return is_near and _is_same_noun(whole.figure, one) and _value(one) <= _value(whole.figure)


def _is_same_noun(whole: Judged, part: Judged) -> bool:
    nouns = {one.counts.noun for one in (whole, part) if one.counts}
    return len(nouns) <= 1 or nouns == {Noun.SUPPLIER, Noun.ANSWER}


def _value(one: Judged) -> Decimal:
    assert one.figure.value is not None
    return one.figure.value
