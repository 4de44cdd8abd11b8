"""Counts that add up: every row that was read is kept, merged or set aside with a reason."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ...model import Metal, Mineral
from ...model.folding import fold
from ..counts import Counts, Tally
from ..reconciled import ListRow
from .merge import Merged

if TYPE_CHECKING:
    import pandas as pd

_NO_METAL = "no metal"
_KEPT, _MERGED = "kept", "merged"


def count(
    merged: Merged,
    rows: Sequence[ListRow],
    files: Mapping[str, int],
    kept_unreported: int,
    minerals: Sequence[Mineral] = tuple(Metal),
) -> Counts:
    """``files``: how many were used, replaced and set aside. Metals and suppliers come in their order."""
    import pandas as pd  # slow to import, and not needed by the processes that read answers

    reports = _reports(merged)
    listed = pd.DataFrame(
        {"metal": [row.metal.value for row in rows], "status": [row.status for row in rows]}, dtype=object
    )
    return Counts(
        files_found=sum(files.values()),
        files_used=files["used"],
        files_replaced=files["replaced"],
        files_aside=files["aside"],
        rows=_tally(reports["outcome"].value_counts().to_dict()),
        by_metal=_tallies(reports, "metal", _each([*minerals, *Metal, _NO_METAL])),
        by_supplier=_tallies(reports, "supplier", sorted(reports["supplier"].unique(), key=str.casefold)),
        kept_unreported=kept_unreported,
        listed=len(listed),
        listed_by_metal=_sizes(listed, "metal", minerals),
        listed_by_status=_sizes(listed, "status", sorted(listed["status"].unique())),
        listed_by_metal_and_status={
            metal.value: _sizes(part, "status", sorted(part["status"].unique()))
            for metal in minerals
            for part in [listed[listed["metal"] == metal.value]]
        },
    )


def _each(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _reports(merged: Merged) -> pd.DataFrame:
    """A line for each row that was read: metal, supplier, what became of it."""
    import pandas as pd

    shown: dict[str, str] = {}  # of names that differ in capitals or points alone, the first
    metals: list[str] = []
    suppliers: list[str] = []
    outcomes: list[str] = []
    for group in merged.groups:
        number = len(group.evidence)
        metals += [group.identity.metal.value] * number
        suppliers += [shown.setdefault(fold(one.supplier), one.supplier) for one in group.evidence]
        outcomes += [_KEPT, *[_MERGED] * (number - 1)]
    for one in merged.aside:
        metals.append(one.row.metal.value if one.row.metal else _NO_METAL)
        suppliers.append(shown.setdefault(fold(one.supplier), one.supplier))
        outcomes.append(one.reason.value)
    frame = pd.DataFrame({"metal": metals, "supplier": suppliers, "outcome": outcomes}, dtype=object)
    return frame.astype("category") if len(frame) else frame


def _tally(outcomes: Mapping[Hashable, int]) -> Tally:
    """``outcomes``: outcome to number of rows."""
    found = {str(outcome): int(number) for outcome, number in outcomes.items() if number}
    kept, again = found.pop(_KEPT, 0), found.pop(_MERGED, 0)
    return Tally(kept + again + sum(found.values()), kept, again, dict(sorted(found.items())))


def _tallies(reports: pd.DataFrame, column: str, order: Iterable[str]) -> dict[str, Tally]:
    if reports.empty:
        return {}
    table = reports.groupby([column, "outcome"], observed=True).size().unstack(fill_value=0)
    found = table.to_dict(orient="index")
    return {name: _tally(found[name]) for name in map(str, order) if name in found}


def _sizes(listed: pd.DataFrame, column: str, order: Iterable[str]) -> dict[str, int]:
    sizes = listed[column].value_counts()
    return {str(name): int(sizes[name]) for name in map(str, order) if name in sizes.index}
