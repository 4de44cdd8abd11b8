"""What is not searched: years whose suppliers' names are not on this machine, files that nothing opens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import DisclosureError
from ..findings import Finding
from ..findings.catalogue import (
    LEAK_FILE_RELEASED,
    LEAK_NAMES_MISSING,
    LEAK_NOT_SEARCHED,
    LEAK_UNSEARCHED_FILE,
)
from ..model import LineRef
from ..model.counted import named
from ..year.reconciled_yml import RECONCILED_FILE
from .answers_named import NAMED

_WITH_NAMES = ("review/review.xlsx", "suppliers.yml")
"""What a reconciliation writes and nobody commits."""
_ADVICE = "To sign or publish, copy {} from the machine on which the answers were reconciled."

NO_PLACES: Mapping[str, LineRef] = {}
_OPEN_IT = (
    "Open it, see that it names no supplier, and save it without a password, in a common format. If it must"
    " be published as it is, add '{}' in mkdocs.yml under may_stay_unsearched."
)


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


def unsearched_files(
    files: Mapping[str, str], released: Collection[str], places: Mapping[str, LineRef] = NO_PLACES
) -> Iterator[Finding]:
    """PV-003: a file that cannot be searched, ``files`` with the reasons; PV-009: one of the ``released``.

    A name counts for the file of exactly this path in the site. ``places``: where such a file lies, if not in
    the site.
    """
    for uri, reason in files.items():
        where = places.get(uri, LineRef(uri))
        if uri in released:
            message = f"not searched for withheld values: {reason}, and mkdocs.yml lets it stay unsearched"
            yield Finding(LEAK_FILE_RELEASED, message, where, "See for yourself that it names no supplier.")
        else:
            message = f"the file cannot be searched for withheld values: {reason}"
            yield Finding(LEAK_UNSEARCHED_FILE, message, where, _OPEN_IT.format(uri))


def needless_names(released: Iterable[str], found: Iterable[Finding]) -> Iterator[Finding]:
    """PV-009: a name that no file of the whole site needs, by what ``unsearched_files`` ``found``."""
    needed = {str(one.where) for one in found if one.rule == LEAK_FILE_RELEASED}
    for uri in dict.fromkeys(one for one in released if one not in needed):
        message = f"mkdocs.yml lets '{uri}' stay unsearched; the site has no such file, or it was searched"
        advice = "Remove it there under may_stay_unsearched, or write the path that the file has in the site."
        yield Finding(LEAK_FILE_RELEASED, message, LineRef("mkdocs.yml"), advice)


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
