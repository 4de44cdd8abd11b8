"""The table of the covered products."""

from __future__ import annotations

from ...prose.facts import AllFacts
from ...prose.wording.wording import wording_of
from ..table import Cell, Heading, Row, Table, one_line
from .words import WORDING


def products(facts: AllFacts) -> Table | None:
    """The covered products; a column that no product fills is left out. None where none are given."""
    categories = facts.products.categories
    if not categories:
        return None
    words = wording_of(facts.wording).words
    columns = [
        (heading, values)
        for heading, values in (
            ("description", [c.description for c in categories]),
            ("metals", [c.metals for c in categories]),
        )
        if any(values)
    ]
    rows = [
        Row(
            Cell(one_line(category.name)),
            tuple(Cell(one_line(values[number]) or words(WORDING, "not-stated")) for _, values in columns),
        )
        for number, category in enumerate(categories)
    ]
    return Table(
        id="fsd-products",
        caption=words(WORDING, "products"),
        headings=(
            Heading(words(WORDING, "product")),
            *(Heading(words(WORDING, heading)) for heading, _ in columns),
        ),
        rows=tuple(rows),
    )
