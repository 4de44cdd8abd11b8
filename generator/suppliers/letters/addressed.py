"""Whom a finding is for: a supplier, who gets a letter, or the filer, whose report says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...findings import Finding
from ...findings.catalogue import CMRT_EMPTY, FILE_STOPPED, FILE_UNREADABLE, NOT_ANSWERED
from ...model.folding import fold
from ..reconciled import Surveyed
from ..rules import INTERNAL
from ..set_aside import SetAside
from ..sources.declared_files import FileRead
from ..sources.reconcile_yml import SUPPLIERS_FILE

FOR_THE_FILER = INTERNAL | {FILE_STOPPED, FILE_UNREADABLE}
"""Nothing in these is asked of a supplier: the file lies badly, or this program cannot cope with it."""
NOBODY = ""
"""The sender of a file that names none: it makes no supplier, and brings no letter."""
_WHOSE = (
    "If it is no supplier's answer, take it out of the folder. If it is one, write its sender below"
    f" 'aliases:' in {SUPPLIERS_FILE}, as 'the name of the file: the name that you asked', and run again: the"
    " letter to that supplier then asks for what can be used."
)


def is_for_supplier(supplier: str, finding: Finding) -> bool:
    """Whether the supplier is asked about it, and not the filer told."""
    return supplier != NOBODY and finding.rule not in FOR_THE_FILER


def for_the_filer(found: Iterable[FileRead]) -> list[FileRead]:
    """The files; where one cannot be used and names no sender, the advice is for the filer instead."""
    return [_told(one) if one.declaration is None and not one.supplier else one for one in found]


def _told(read: FileRead) -> FileRead:
    return replace(read, findings=tuple(_to_filer(one) for one in read.findings))


def _to_filer(finding: Finding) -> Finding:
    if finding.rule in FOR_THE_FILER:
        return finding
    return replace(finding, advice=_WHOSE)


def with_sender(aside: SetAside) -> Finding:
    """Why a file was set aside, for the filer: what its sender has to do is what the letter asks."""
    finding = aside.finding
    if not is_for_supplier(aside.supplier, finding):
        return finding
    return replace(finding, advice=f"The letter to '{aside.supplier}' asks for it: {finding.advice}")


def asked_already(
    said: Sequence[tuple[str, Finding]], set_aside: Iterable[SetAside]
) -> tuple[list[tuple[str, Finding]], tuple[SetAside, ...]]:
    """Both; of a blank template the filer is told, where a letter asks for the answer, that it does."""
    reminded = {fold(supplier) for supplier, finding in said if finding.rule == NOT_ANSWERED}

    def told(supplier: str, finding: Finding) -> Finding:
        if finding.rule != CMRT_EMPTY or fold(supplier) not in reminded:
            return finding
        return replace(finding, advice=f"The letter to '{supplier}' asks for the answer.")

    aside = tuple(replace(one, finding=told(one.supplier, one.finding)) for one in set_aside)
    return [(supplier, told(supplier, finding)) for supplier, finding in said], aside


def under_one_name(
    said: Iterable[tuple[str, Finding]], survey: Iterable[Surveyed]
) -> Iterator[tuple[str, Finding]]:
    """Supplier and finding; names that differ in capitals or points alone become the one of the survey."""
    names = {fold(one.supplier): one.supplier for one in survey}
    for supplier, finding in said:
        yield (names.setdefault(fold(supplier), supplier) if supplier else NOBODY), finding
