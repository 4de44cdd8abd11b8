"""Figures that somebody typed into the report: those that the data has, contradicts, or does not have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..findings import Finding
from ..findings.catalogue import (
    FIGURE_NOT_COMPARED,
    FIGURE_TYPED,
    FIGURE_UNKNOWN,
    PARTS_NOT_WHOLE,
)
from ..model.counted import counted, named
from . import chains, dates, figure_tables
from .judged import judged_figures
from .judgement import Judged, Verdict
from .prose import Prose


def figure_is_not_typed(prose: Prose) -> Iterator[Finding]:
    """TF-001: it is right today, and wrong as soon as the data changes."""
    for one in _judged(prose):
        if one.verdict is Verdict.RIGHT:
            figure = one.figure
            is_sum_of_shares = figure.is_share and len(one.paths) > 1
            facts = (" and " if is_sum_of_shares else " + ").join(one.paths)
            message = f"'{figure.text}' is typed; it is {facts}"
            words = "|words" if figure.is_word and not figure.is_share else ""
            advice = "Write " + " and ".join(f"{{{{ {path}{words} }}}}" for path in one.paths) + "."
            if is_sum_of_shares:
                advice = f'Mark it, for no fact gives both: {{{{ constant("{figure.text}", "together") }}}}.'
            elif len(one.paths) > 1:
                advice = f"Write {{{{ {facts} }}}}."
            yield Finding(FIGURE_TYPED, message, figure.sentence.place(figure.start, figure.end), advice)
    yield from figure_tables.typed(prose)
    yield from dates.typed(prose)


def figure_is_that_of_the_data(prose: Prose) -> Iterator[Finding]:
    """TF-002: the data has another figure for what the sentence counts."""
    for one in _judged(prose):
        if one.verdict is Verdict.WRONG:
            figure = one.figure
            is_own = not one.paths and " is " in one.says
            message = f"'{figure.text}' is typed; " + (one.says if is_own else f"the data gives {one.says}")
            advice = (
                f"Write {{{{ {' + '.join(one.paths)} }}}}, or correct the data."
                if one.paths
                else "Correct one of them."
            )
            yield Finding(FIGURE_UNKNOWN, message, figure.sentence.place(figure.start, figure.end), advice)
    yield from figure_tables.wrong(prose)
    yield from dates.wrong(prose)


def figures_are_compared(prose: Prose) -> Iterator[Finding]:
    """TF-003: figures that no data has; nobody will know next year where they come from."""
    unknown = [
        (one.figure.sentence, one.figure.start, one.figure.end)
        for one in _judged(prose)
        if one.verdict is Verdict.UNKNOWN
    ]
    unknown += [(cell, 0, len(cell.text)) for cell in figure_tables.not_compared(prose)]
    unknown.sort(key=lambda place: (place[0].section.file, place[0].start + place[1]))
    for _, group in groupby(unknown, key=lambda place: place[0].section.file):
        places = [sentence.place(start, end) for sentence, start, end in group]
        lines = [str(line) for line in dict.fromkeys(where.line for where in places)]
        are = counted(len(places), "figure is", "figures are")
        message = f"{are} not from the data: {'line' if len(lines) == 1 else 'lines'} {named(lines, 12)}"
        advice = (
            "Nothing to do, if they are right. What should not be asked again can be marked: "
            '{{ constant("5", "why it is so") }}.'
        )
        yield Finding(FIGURE_NOT_COMPARED, message, places[0], advice)


def parts_make_up_their_whole(prose: Prose) -> Iterator[Finding]:
    """TF-004: parts that are said to be all of a whole add up to it."""
    yield from chains.not_adding_up(prose, _judged(prose))
    for cell, says in figure_tables.sums(prose):
        where = cell.place(0, len(cell.text))
        yield Finding(PARTS_NOT_WHOLE, says, where, "Correct one of them.")


def _judged(prose: Prose) -> tuple[Judged, ...]:
    return prose.once(judged_figures)
