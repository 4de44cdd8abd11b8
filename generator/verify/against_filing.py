"""A filed document against the data: its rows, its figures, and what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..filed.values import FiledDocument
from ..findings import Finding
from ..model import Disclosure
from ..model.counted import counted
from .filed_claims import no_facility_in_covered_country
from .filed_figures import compare_figures
from .filed_rows import compare_rows, compared_columns, row_findings
from .values import ComparedFigure, ComparedFiling

_DATA = ("cid", "country", "status", "city", "state", "recycled", "footnote")
"""Columns of the data, as ``Smelter`` calls them, that a filing may have."""


def compare_filing(
    disclosure: Disclosure, filed: FiledDocument
) -> tuple[ComparedFiling, tuple[Finding, ...]]:
    """What is equal, and findings VE-003 to VE-009 for what is not."""
    rows, columns = compare_rows(disclosure, filed), compared_columns(disclosure, filed)
    annex = disclosure.facts.annex
    figures, figure_findings = compare_figures(disclosure, filed)
    compared = ComparedFiling(
        rows_filed=len(filed.rows),
        rows_equal=rows.equal,
        rows_spelled_differently=rows.spelled_differently,
        figures=figures,
        columns=columns,
        not_filed=tuple(one for one in _DATA if disclosure.gives(one) and one not in columns)
        + tuple(
            column.heading
            for key, column in (annex.own_columns.items() if annex else ())
            if disclosure.gives(key)
        ),
    )
    claims = no_facility_in_covered_country(disclosure, filed)
    return compared, (*row_findings(rows, filed.file), *figure_findings, *claims)


def filing_lines(filed: FiledDocument, compared: ComparedFiling) -> Iterator[str]:
    """What a person reads of a comparison: the table, its rows, and each figure with what says it."""
    if not compared.rows_filed:
        yield f"{filed.file}: no facility table, and the data has no list"
    else:
        size = counted(compared.rows_filed, "row")
        yield f"{filed.file}: a facility table of {size} ({', '.join(filed.columns)})"
        spelled = compared.rows_spelled_differently
        also = f", {spelled:,} spelled differently" if spelled else ""
        yield f"Rows: {compared.rows_equal:,} of {compared.rows_filed:,} equal to the data{also}"
        yield _columns_line(filed, compared)
    yield f"{'Figure':<58} {'data':>7} {'table':>7}  text"
    for figure in compared.figures:
        if figure.said or figure.counted is not None:
            yield _figure_line(figure)
    silent = [figure.name for figure in compared.figures if not figure.said and figure.counted is None]
    if silent:
        yield f"Not stated in the document: {counted(len(silent), 'more figure')} of the data"


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
    verdict = "equal" if figure.is_equal else "DIFFERENT"
    return f"{figure.name:<58} {figure.expected:>7} {figure.counted or '-':>7}  {text or '-'}: {verdict}"
