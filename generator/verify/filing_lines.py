"""What a person reads of a comparison with filed documents: each figure, and what was compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..filed.values import FiledDocument
from ..model.counted import counted
from .values import ComparedFigure, ComparedFiling


def filing_lines(filed: FiledDocument, compared: ComparedFiling) -> Iterator[str]:
    """The table and its rows, each figure with what says it, then all that was compared and what was not."""
    if not compared.rows_filed:
        yield f"{filed.file}: no facility table{'' if compared.has_list else ', and the data has no list'}"
    else:
        size = counted(compared.rows_filed, "row")
        yield f"{filed.file}: a facility table of {size} ({', '.join(filed.columns)})"
        spelled = compared.rows_spelled_differently
        also = f", {spelled:,} spelled differently" if spelled else ""
        number, columns = f"{compared.rows_equal:,} of {compared.rows_filed:,}", _listed(compared.columns)
        yield f"Rows: {number} equal to the data in {columns}{also}"
        yield _columns_line(filed, compared)
    figures = [figure for figure in compared.figures if figure.is_found]
    if figures:
        yield f"{'Figure':<58} {'data':>7} {'table':>7}  text"
        yield from map(_figure_line, figures)
    yield f"Compared: {', '.join(_compared(compared, len(figures))) or 'nothing'}."
    if compared.not_compared:
        yield f"Not compared: {'; '.join(compared.not_compared)}."
    if compared.not_there:
        yield f"Not found in these documents: {'; '.join(compared.not_there)}."


def verdict(compared: ComparedFiling, differences: int) -> str:
    """The last line: no difference at all is said only where everything was found and compared."""
    if differences:
        return f"{differences:,} to look at."
    none = "No difference." if compared.is_whole else "No difference in what was compared."
    if not compared.own_contradictions:
        return none
    return f"{none} The filing contradicts itself in {counted(compared.own_contradictions, 'place')}."


def _compared(compared: ComparedFiling, figures: int) -> Iterator[str]:
    if figures:
        yield counted(figures, "figure")
    if compared.rows_filed:
        yield f"{counted(compared.rows_filed, 'row')} ({', '.join(compared.columns)})"
    yield from compared.others


def _columns_line(filed: FiledDocument, compared: ComparedFiling) -> str:
    """Which columns were compared, and which were not, since only one of the two has them."""
    parts = [f"Columns compared: {', '.join(compared.columns) or 'none'}"]
    lacking = [name for name in filed.columns if name not in compared.columns]
    parts += [f"not in the data: {', '.join(lacking)}"] if lacking else []
    parts += [f"not found in the filing: {', '.join(compared.not_filed)}"] if compared.not_filed else []
    return "; ".join(parts)


def _figure_line(figure: ComparedFigure) -> str:
    said = Counter(one.value for one in figure.said)
    text = ", ".join(value if times == 1 else f"{value} ({times} times)" for value, times in said.items())
    equal = "equal" if figure.is_equal else "so in the filing" if figure.is_own_list else "DIFFERENT"
    return f"{figure.name:<58} {figure.expected:>7} {figure.counted or '-':>7}  {text or '-'}: {equal}"


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(columns) or "no column"
