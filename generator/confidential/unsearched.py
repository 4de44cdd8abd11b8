"""Years of which the suppliers' names are not on this machine, so that nothing can be searched for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import DisclosureError
from ..findings import Finding
from ..findings.catalogue import LEAK_NAMES_MISSING, LEAK_NOT_SEARCHED
from ..model import LineRef
from ..model.counted import named
from ..year.reconciled_yml import RECONCILED_FILE
from .answers_named import NAMED

_WITH_NAMES = ("review/review.xlsx", "suppliers.yml")
"""What a reconciliation writes and nobody commits."""
_ADVICE = "To sign or publish, copy {} from the machine on which the answers were reconciled."


def not_searched(data_dir: Path, years: Iterable[int]) -> Iterator[Finding]:
    """PV-004: a list that was reconciled, whose suppliers' names are not at hand; no list, no finding.

    PV-007: they are, but an earlier version of the program wrote the review, without what else answers name.
    """
    for year in years:
        if missing := _missing(data_dir / str(year)):
            where = LineRef(f"{data_dir.name}/{year}/{RECONCILED_FILE}")
            message = f"not searched for suppliers: {named(missing)} of {year} are not on this machine"
            if len(missing) == 1:
                message = message.replace(" are not on", " is not on")
            yield Finding(LEAK_NOT_SEARCHED, message, where, _ADVICE.format("them" if missing[1:] else "it"))
        elif _was_reconciled(data_dir / str(year)) and not (data_dir / str(year) / NAMED).is_file():
            message = (
                "not searched for contacts and comments of the answers: the review does not keep them yet"
            )
            where = LineRef(f"{data_dir.name}/{year}/{RECONCILED_FILE}")
            yield Finding(
                LEAK_NAMES_MISSING, message, where, f"Run formsd reconcile again: it writes {NAMED}."
            )


def must_be_searched(data_dir: Path, year: int) -> None:
    """Raises DisclosureError where suppliers' names, which signing and publishing need, are not at hand."""
    for finding in not_searched(data_dir, [year]):
        if finding.rule is not LEAK_NOT_SEARCHED:
            continue
        raise DisclosureError(
            f"{finding.message}, so nobody can know whether the text names one. {finding.advice}"
        )


def _missing(folder: Path) -> list[str]:
    if not _was_reconciled(folder):
        return []
    return [name for name in _WITH_NAMES if not (folder / name).is_file()]


def _was_reconciled(folder: Path) -> bool:
    return (folder / RECONCILED_FILE).is_file()
