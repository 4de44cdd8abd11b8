"""``review/mines.csv``: the mines that EMRTs and AMRTs name. They are in no list and in no figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ...files.formula_safe import formula_safe
from ..reconciled import NamedMine

MINES_FILE = "mines.csv"
_HEADINGS = (
    "Mineral", "Smelter", "Mine", "Identifier", "Country", "Comment", "Supplier", "File", "Sheet", "Cell",
)  # fmt: skip


def mines_file(mines: Sequence[NamedMine]) -> str:
    """A line for each, in the order of suppliers and files."""
    stream = io.StringIO(newline="")
    lines = csv.writer(stream)
    lines.writerow(_HEADINGS)
    for one in mines:
        mine, where = one.mine, one.mine.where
        texts = (mine.mineral, mine.smelter, mine.name, mine.identifier, mine.country, mine.comment)
        place = (one.supplier, where.file, where.sheet or "", where.cell)
        lines.writerow([formula_safe(text) for text in (*texts, *place)])
    return stream.getvalue()
