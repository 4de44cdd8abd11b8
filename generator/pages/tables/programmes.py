"""The table of facilities by program."""

from __future__ import annotations

from ...model import Disclosure
from ...prose.fact_values import FactInt, FactStr
from ...prose.wording.wording import wording_of
from ..table import Cell, Heading, Row, Table, one_line
from .words import WORDING


def programmes(disclosure: Disclosure) -> Table | None:
    """Facilities by program, as the filing states them; one facility may be in several."""
    counts = disclosure.facts.counts
    if counts is None or not counts.by_programme:
        return None
    rows = tuple(
        Row(Cell(one_line(FactStr(name, "counts.by_programme"))), (Cell(FactInt(n, "counts.by_programme")),))
        for name, n in counts.by_programme.items()
    )
    words = wording_of(disclosure.wording).words
    headings = (Heading(words(WORDING, "program")), Heading(words(WORDING, "number"), is_number=True))
    caption = words(WORDING, "stated-by-program", unit=counts.unit)
    return Table("fsd-programmes", caption, headings, rows)
