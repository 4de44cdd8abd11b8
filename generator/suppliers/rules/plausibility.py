"""Is a row a smelter at all, is the list the supplier's own, and what must a filer watch? S8, S11, S12."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...countries.no_facility import NoFacility, is_placeholder, why_no_facility
from ...findings import Finding
from ...findings.catalogue import LIST_COPIED, ROW_NO_SMELTER, ROW_RISK
from ...model import StatusClass
from ..declarations import Choice, Declaration, DeclaredSmelter
from ..review_settings import Review
from .words import NAME_OF_EACH, folded, quoted, says_recycled

_TRADER = re.compile(
    r"\b(trad(?:er|ers|ing|e)|distribut(?:or|ors|ion)|broker|reseller|agent|dealer)\b", re.IGNORECASE
)
_SMELTS = re.compile(r"smelt|refin|metallurg|foundry|affin", re.IGNORECASE)
"""A company that says so does not only trade: ``Mineral Smelting and Trading Co.``"""
_WHOLE_SHARE = 0.95
_WHOLE_ROWS = 100
_ALIKE_ROWS = 20
_WATCHED = (StatusClass.CONFORMANT, StatusClass.ACTIVE)


def row_names_a_smelter(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-008, S8: a smelter that is not listed has the name of one, and a country that exists."""
    for row in declaration.rows:
        if row.choice is not Choice.NOT_LISTED or row.cid:
            continue
        name = row.entry.text("D")
        if name and (why := why_no_facility(name, review.find_country_code)):
            is_unsaid = why in (NoFacility.PLACEHOLDER, NoFacility.BROKEN)
            what = "does not name a smelter" if is_unsaid else f"is {why}, and does not name a smelter"
            message = f"{quoted(name)} {what}"
            yield _no_smelter(row, name, message, "entries are not names of smelters")
        elif name and _TRADER.search(name) and not _SMELTS.search(name):
            message = f"by its name, {quoted(name)} is a trading company"
            yield _no_smelter(row, name, message, "names are those of trading companies")
        if row.country and folded(row.country) != "unknown" and not review.find_country_code(row.country):
            of_name = f" of {quoted(name)}" if name else ""
            yield Finding(
                ROW_NO_SMELTER,
                f"we do not know {quoted(row.country)}, the country{of_name}",
                row.cell("E"),
                "Please choose the country from the list.",
                named=quoted(row.country),
                together="entries in the column of countries are no countries that we know",
                advice_together="Please choose each country from the list.",
            )


def _no_smelter(row: DeclaredSmelter, name: str, message: str, together: str) -> Finding:
    return Finding(
        ROW_NO_SMELTER,
        message,
        row.cell("D"),
        "Please give the name of the company that smelts or refines the metal.",
        named=quoted(name),
        together=together,
        advice_together=NAME_OF_EACH,
    )


def list_is_the_suppliers_own(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-011, S11: not the whole list of the template, and not the same words in every row."""
    listed = {row.cid for row in declaration.rows if row.cid}
    known = declaration.look_up.by_cid.keys()
    if len(listed) >= _WHOLE_ROWS and len(listed & known) >= _WHOLE_SHARE * len(known):
        message = f"the list names {len(listed & known)} of the {len(known)} smelters that the template has"
        advice = "Please confirm that all of them are in your supply chain, or tell us which of them are."
        yield Finding(LIST_COPIED, message, declaration.list_start, advice)
    alike = _same_mine(declaration)
    if alike:
        message = f"all {len(declaration.rows)} rows name the same mine, {quoted(alike)}"
        advice = "Please confirm this, or give for each smelter the mines that it uses."
        yield Finding(LIST_COPIED, message, declaration.rows[0].cell("N"), advice)


def _same_mine(declaration: Declaration) -> str | None:
    """The one mine that all rows of a long list name; None where they differ, or name no mine."""
    mines = {row.entry.mines for row in declaration.rows}
    if len(declaration.rows) < _ALIKE_ROWS or len(mines) != 1:
        return None
    mine = mines.pop()
    return mine if not is_placeholder(mine) and not says_recycled(mine) else None


def row_is_watched(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-012, S12: a country under embargo, or a status that is not conformant. For the filer's eyes only."""
    embargo = {review.find_country_code(name) or name for name in review.settings.countries_under_embargo}
    for row in declaration.rows:
        name = quoted(row.standard_name or row.name)
        if row.country and review.find_country_code(row.country) in embargo:
            yield Finding(
                ROW_RISK,
                f"{name} stands in {row.country}, which is under embargo",
                row.cell("E"),
                "Ask counsel before you rely on this answer.",
                named=f"{name} in {row.country}",
                together="smelters stand in a country under embargo",
            )
        status = _status(row, review)
        if status and status not in _WATCHED:
            said = status.replace("_", " ")
            yield Finding(
                ROW_RISK,
                f"{row.cid} {name} is {said}",
                row.cell("C"),
                "Ask the supplier what is done about it, if the smelter matters to you.",
                named=f"{row.cid} {name} ({said})",
                together="smelters are neither conformant nor active",
                advice_together="Ask the supplier what is done about those that matter to you.",
            )


def _status(row: DeclaredSmelter, review: Review) -> StatusClass | None:
    return review.statuses.get((row.metal, row.cid)) if row.metal and row.cid else None
