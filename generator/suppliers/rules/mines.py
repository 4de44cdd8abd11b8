"""The sheets that no template's own Checker looks at: the mines, and the minerals that the customer wrote."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import ANSWER_SCOPE, MINE_SMELTER
from ..declarations import Declaration
from ..minerals import mineral_of, several_in
from ..review_settings import Review
from .words import folded, quoted


def mine_has_a_listed_smelter(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-017: who is said to source from a mine stands in the list. Several may stand in one cell."""
    if not declaration.mines:
        return
    listed = {
        name
        for row in declaration.rows
        for text in (row.name, row.standard_name or "", row.entry.text("D"), row.cid or "")
        if (name := folded(text))
    }
    for mine in declaration.mines:
        said = folded(mine.smelter)
        if not said or any(name in said or said in name for name in listed):
            continue
        name = quoted(mine.smelter)
        yield Finding(
            MINE_SMELTER,
            f"the mine list names the smelter {name}, which the list of smelters does not have",
            mine.where,
            "Please add the smelter to the list of smelters, or correct its name in the mine list.",
            named=name,
            together="rows of the mine list name smelters that the list of smelters does not have",
            advice_together="Please add these to the list of smelters, or correct their names in the mine"
            " list.",
        )


def scope_of_minerals_is_declared(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CQ-026: what the customer wrote is no declaration, and may be another customer's."""
    for stated in declaration.scope_of_minerals:
        for mineral in several_in(stated.text) or (mineral_of(stated.text),):
            if mineral in declaration.minerals:
                continue
            name = mineral.lower()
            yield Finding(
                ANSWER_SCOPE,
                f"the sheet '{stated.where.sheet}' asks for {name}, and the answer does not declare it",
                stated.where,
                "Ask the supplier for it, if you have asked for this mineral: another customer may have.",
                named=name,
                together="minerals are asked for on the sheet 'Minerals Scope', and the answer does not"
                " declare them",
            )
