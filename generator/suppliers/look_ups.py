"""Lists by which a smelter's name or identifier is known: a workbook's own, or one that was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Mineral


@dataclass(frozen=True, slots=True)
class LookupRow:
    """A row of a template's look-up, or of a reference list."""

    metal: Mineral
    name: str
    """Standard name or alias."""
    standard_name: str
    country: str
    """As the list writes it, for example ``VIET NAM``."""
    cid: str
    """Empty for ``Smelter not listed`` and ``Smelter not yet identified``."""
    source: str = ""
    """Who gave the identifier: ``RMI``, ``CFSI``."""
    old_id: str = ""
    """Identifier such as ``1JPN072`` where the list has one beside the CID."""
    city: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class LookUp:
    """The look-up of one version: all files with the same content share it."""

    digest: str
    """Of the sheet's content; equal content has an equal digest on every machine."""
    rows: tuple[LookupRow, ...] = field(repr=False)
    by_cid: Mapping[str, LookupRow] = field(repr=False, compare=False)
    """CID to a row that has it (the one whose name is the standard name, where there is one)."""
    by_name: Mapping[tuple[Mineral, str], LookupRow] = field(repr=False, compare=False)
    """(metal, casefolded name) to its row, without the two special values; of two the first."""
    ambiguous: Mapping[tuple[Mineral, str], tuple[str, ...]] = field(
        repr=False, compare=False, default_factory=dict
    )
    """The names of ``by_name`` that stand for several smelters, with their CIDs."""


EMPTY_LOOK_UP = LookUp("", (), {}, {})
"""Of a workbook that has no look-up."""


def look_up_of(digest: str, rows: Sequence[LookupRow]) -> LookUp:
    """The rows with their indexes."""
    by_cid: dict[str, LookupRow] = {}
    by_name: dict[tuple[Mineral, str], LookupRow] = {}
    ids: dict[tuple[Mineral, str], dict[str, None]] = {}
    for row in rows:
        if row.cid and (row.cid not in by_cid or row.name == row.standard_name):
            by_cid[row.cid] = row
        if row.cid:
            by_name.setdefault((row.metal, row.name.casefold()), row)
            ids.setdefault((row.metal, row.name.casefold()), {})[row.cid] = None
    ambiguous = {name: tuple(found) for name, found in ids.items() if len(found) > 1}
    return LookUp(digest, tuple(rows), by_cid, by_name, ambiguous)
