"""The figures that a filed document says and counts, against those of the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..filed.values import FiledDocument
from ..findings import Finding, Rule
from ..findings.catalogue import FILED_AGAINST_ITSELF, FILED_FIGURE, FILED_FIGURE_OPEN
from ..model import Disclosure, LineRef
from .figures import (
    OF_SURVEY,
    Figure,
    counted_in,
    figures_of,
)
from .said import Said
from .said_figures import SentenceReader
from .said_lines import figures_in_lines
from .tabled_figures import figures_in_tables, lines_of
from .values import ComparedFigure, SaidFigure

_WHICH = "Find out which is right, the list or the sentence."


def compare_figures(
    disclosure: Disclosure, filed: FiledDocument, *, has_own_list: bool = False
) -> tuple[tuple[ComparedFigure, ...], tuple[Finding, ...]]:
    """Each figure with what the document counts and says of it, and the findings VE-007, VE-008 and VE-020.

    ``has_own_list``: the list of the data is the document's, and what its text says against it is its own.
    """
    figures = figures_of(disclosure)
    counted = {key: count for key, count in counted_in(filed, disclosure).items() if key in figures}
    said = [
        *SentenceReader(disclosure, figures).read(filed.passages),
        *figures_in_lines(filed.passages, disclosure, figures),
        *figures_in_tables(filed.lines or lines_of(filed.counts), disclosure, figures),
    ]
    keys = {one.key for one in said}
    said = [
        replace(one, key=one.may_be) if one.may_be in figures and one.may_be not in keys else one
        for one in said
    ]
    compared = tuple(
        ComparedFigure(
            figure.name,
            figure.value,
            counted.get(figure.key),
            tuple(SaidFigure(one.value, one.quote, one.where) for one in said if one.key == figure.key),
            figure.is_asked_for,
            figure.also,
            is_own_list=has_own_list and _is_of_list(figure),
        )
        for figure in figures.values()
    )
    return compared, tuple(_findings(figures, counted, said, filed.file, has_own_list=has_own_list))


def _is_of_list(figure: Figure) -> bool:
    return figure.key.partition(":")[0] not in OF_SURVEY


def _findings(
    figures: Mapping[str, Figure],
    counted: Mapping[str, str],
    said: Sequence[Said],
    file: str,
    *,
    has_own_list: bool,
) -> Iterator[Finding]:
    for key, count in counted.items():
        if count != figures[key].value:
            message = f"{figures[key].name}: the filed table has {count}, the data {figures[key].value}"
            yield Finding(FILED_FIGURE, message, LineRef(file), "The rows that differ are listed too.")
    for one in said:
        yield from _of_said(one, figures, has_own_list=has_own_list)


def _of_said(one: Said, figures: Mapping[str, Figure], *, has_own_list: bool) -> Iterator[Finding]:
    def rule(known: Figure | None) -> Rule:
        is_own = has_own_list and (known is None or _is_of_list(known))
        return FILED_AGAINST_ITSELF if is_own else FILED_FIGURE

    figure, whole = figures.get(one.key or ""), figures.get(one.within or "")
    if one.wrong:
        yield Finding(rule(None), f"the filing says '{one.quote}'; {one.wrong}", one.where, _WHICH)
    elif figure is not None and one.value not in (figure.value, *figure.also):
        message = f"the filing says '{one.quote}'; the data gives {figure.value} ({figure.name})"
        yield Finding(rule(figure), message, one.where, _WHICH)
    elif whole is not None and one.value.isdigit() and int(one.value) > _largest(whole):
        message = f"the filing says '{one.quote}', a part of {whole.value} ({whole.name})"
        yield Finding(rule(whole), message, one.where, _WHICH)
    elif one.key is None and one.is_pointing and any(known.is_of_list for known in figures.values()):
        message = f"the filing says '{one.quote}'; {_why_unknown(figures, one.value)}"
        yield Finding(rule(None), message, one.where, _WHICH)
    elif figure is None:
        message = f"'{one.quote}': the data has no such figure, it was not compared"
        yield Finding(FILED_FIGURE_OPEN, message, one.where, "Check it by hand.")


def _largest(figure: Figure) -> int:
    """What a part of it cannot exceed; of a rough figure, its number and a tenth."""
    exact = [int(value) for value in (figure.value, *figure.also) if value.isdigit()]
    return max(exact, default=int(figure.number * 1.1))


def _why_unknown(figures: Mapping[str, Figure], value: str) -> str:
    """Why a number that points back, or to all, is none that it can be."""
    of_list = [figure for figure in figures.values() if figure.is_of_list]
    if any(figure.value == value for figure in of_list):
        return f"it has not spoken of {value} before"
    near = min(of_list, key=lambda figure: abs(figure.number - int(value)))
    return f"no figure of the data is {value}, the nearest is {near.value} ({near.name})"
