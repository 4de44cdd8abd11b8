"""Do identifier, metal, name and country of a row belong together? S1 to S7, S9 and S10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...countries.no_facility import is_placeholder
from ...findings import Finding
from ...findings.catalogue import (
    ROW_ID_FORM,
    ROW_ID_METAL,
    ROW_ID_UNKNOWN,
    ROW_IDS_DIFFER,
    ROW_IS_LISTED,
    ROW_NAME_DIFFERS,
    ROW_NAME_UNKNOWN,
    ROW_TWICE,
    ROW_WITHDRAWN,
)
from ...model import CellRef, Metal, is_cid
from ..declarations import Choice, Declaration, DeclaredSmelter, Resolution
from ..look_ups import LookupRow
from ..review_settings import Review
from .spelled_ids import is_of_row
from .words import folded, quoted

_OLD_ID = re.compile(r"[1-4][A-Z]{3}\d{3}")
_LOOK_UP = "the template's list"


def row_cid_form(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-001, S1: an identifier is CID and six digits."""
    for row in declaration.rows:
        for column in ("A", "F"):
            text = row.entry.text(column)
            if not text or text == row.cid or text == "0" or text.startswith("#") or is_cid(text):
                continue
            if is_of_row(row, text, declaration):
                continue
            message = f"the identifier {quoted(text)} is not CID and six digits"
            yield Finding(ROW_ID_FORM, message, row.cell(column), _advice_on_id(text))


def _advice_on_id(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if _OLD_ID.fullmatch(text):
        return "It is an identifier of the old form: please give the CID."
    if is_placeholder(text):
        return "Please give the CID, or clear the cell if the smelter has none."
    if text.upper().startswith("CID") and len(digits) == 6:
        return f"Did you mean 'CID{digits}'? Please correct it."
    return "Please give the CID by which the Responsible Minerals Initiative lists the smelter."


def row_cid_is_known(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-002, S2: an identifier that neither the file's own list nor the newest one has."""
    if not (declaration.look_up.rows or review.newest.rows):
        return
    for row in declaration.rows:
        if row.cid and _known(declaration, review, row.cid) is None:
            message = f"the identifier {row.cid} is in no list of smelters"
            advice = "Please check the identifier, or tell us where it comes from."
            yield Finding(ROW_ID_UNKNOWN, message, _id_cell(row), advice)


def _known(declaration: Declaration, review: Review, cid: str) -> LookupRow | None:
    return declaration.look_up.by_cid.get(cid) or review.newest.by_cid.get(cid)


def _id_cell(row: DeclaredSmelter) -> CellRef:
    """The cell with the row's identifier."""
    return row.cell("A" if row.resolution is Resolution.INPUT_ID else "F")


def row_cid_fits_metal(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-003, S3: an identifier belongs to one metal."""
    for row in declaration.rows:
        known = _known(declaration, review, row.cid) if row.cid else None
        if known and row.metal and known.metal is not row.metal:
            message = (
                f"the row is for {row.metal.lower()}, and {row.cid} is {quoted(known.standard_name)} "
                f"for {known.metal.lower()}"
            )
            yield Finding(ROW_ID_METAL, message, _id_cell(row), "Please correct the metal or the identifier.")


def row_name_fits_cid(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-004, S4: name and country are those of the identifier, by alias and by later name as well."""
    for row in declaration.rows:
        known = _known(declaration, review, row.cid) if row.cid else None
        if known is None or (row.metal and known.metal is not row.metal):
            continue
        if row.name and row.name != known.standard_name and not _is_name_of(row, declaration, review):
            other = declaration.look_up.by_name.get((known.metal, row.name.casefold()))
            whose = f", the name of {other.cid}" if other else ""
            message = (
                f"{row.cid} is {quoted(known.standard_name)}, and the row says {quoted(row.name)}{whose}"
            )
            column = "D" if row.entry.text("D") == row.name else "C"
            advice = "Please correct the name or the identifier, or confirm that they are the same smelter."
            yield Finding(ROW_NAME_DIFFERS, message, row.cell(column), advice)
        if not row.country or not known.country or row.country == known.country:
            continue
        if review.find_country_code(known.country) != review.find_country_code(row.country):
            message = f"{row.cid} stands in {known.country}, and the row says {quoted(row.country)}"
            advice = "Please correct the country, or tell us if the smelter has moved."
            yield Finding(ROW_NAME_DIFFERS, message, row.cell("E"), advice)


def _is_name_of(row: DeclaredSmelter, declaration: Declaration, review: Review) -> bool:
    names = {folded(row.name)}
    for look_up in (declaration.look_up, review.newest):
        known = look_up.by_cid.get(row.cid or "")
        if known is None:
            continue
        listed = look_up.by_name.get((known.metal, row.name.casefold()))
        if (listed and listed.cid == row.cid) or folded(known.standard_name) in names:
            return True
    return False


def row_has_one_cid(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-005, S5: columns A and F say the same."""
    for row in declaration.rows:
        typed = row.entry.text("A")
        shown = row.entry.text("F") if typed else ""
        if shown in ("", "0") or shown.startswith("#") or folded(typed) == folded(shown):
            continue
        if not all(is_of_row(row, text, declaration) for text in (typed, shown)):
            message = f"the identifier typed in column A is {quoted(typed)}, and here stands {quoted(shown)}"
            yield Finding(ROW_IDS_DIFFER, message, row.cell("F"), "Please say which of the two is right.")


def row_name_is_known(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-006, S6: metal and name are in the template's lists, and together."""
    for row in declaration.rows:
        if row.metal is None:
            said = row.entry.text("B")
            message = f"the metal is {quoted(said)}" if said else "the row has no metal"
            advice = "Please choose Tantalum, Tin, Tungsten or Gold."
            yield Finding(ROW_NAME_UNKNOWN, message, row.cell("B"), advice)
        elif row.choice is Choice.BLANK and not row.cid:
            message = "the row names no smelter"
            advice = "Please choose the smelter from the list, or remove the row."
            yield Finding(ROW_NAME_UNKNOWN, message, row.cell("C"), advice)
        elif row.choice is Choice.NAMED and row.cid is None and declaration.look_up.rows:
            yield _unknown_name(row, row.metal, declaration)


def _unknown_name(row: DeclaredSmelter, metal: Metal, declaration: Declaration) -> Finding:
    others = [other for other in Metal if (other, row.name.casefold()) in declaration.look_up.by_name]
    if others:
        message = f"{quoted(row.name)} is listed for {others[0].lower()}, and not for {metal.lower()}"
        advice = "Please correct the metal or the smelter."
    else:
        message = f"{quoted(row.name)} is not in {_LOOK_UP} for {metal.lower()}"
        advice = (
            "Please choose the smelter from the list, or choose 'Smelter not listed' and give its country."
        )
    return Finding(ROW_NAME_UNKNOWN, message, row.cell("C"), advice)


def row_is_not_listed(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-007, S7: 'Smelter not listed' is for smelters that the template does not list."""
    for row in declaration.rows:
        known = declaration.look_up.by_cid.get(row.cid or "")
        if row.choice is Choice.NOT_LISTED and known:
            message = (
                f"the smelter is not marked as listed, and {quoted(row.name)} is {known.cid} in {_LOOK_UP}"
            )
            advice = f"Please choose {quoted(known.standard_name)} in column C, if that is the smelter."
            yield Finding(ROW_IS_LISTED, message, row.cell("D"), advice)


def row_stands_once(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-009, S9: a smelter stands once for a metal."""
    first_rows: dict[tuple[Metal, str], DeclaredSmelter] = {}
    for row in declaration.rows:
        if not (row.metal and row.cid):
            continue
        first = first_rows.setdefault((row.metal, row.cid), row)
        if first is not row:
            message = f"{row.cid} is listed twice for {row.metal.lower()}, also in row {first.row}"
            yield Finding(ROW_TWICE, message, _id_cell(row), "One row is enough: please remove the other.")


def row_is_still_listed(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-010, S10: a smelter of an older list that the newest one no longer has.

    Identifiers are given in ascending order: a list whose last one is higher is the newer one.
    """
    if not review.newest.by_cid or max(declaration.look_up.by_cid, default="") > max(review.newest.by_cid):
        return
    for row in declaration.rows:
        cid = row.cid
        if cid and cid in declaration.look_up.by_cid and cid not in review.newest.by_cid:
            name = declaration.look_up.by_cid[cid].standard_name
            message = f"{cid} {quoted(name)} is no longer in the newest list of smelters"
            advice = (
                "Please confirm that it is still in your supply chain, or name the smelter that follows it."
            )
            yield Finding(ROW_WITHDRAWN, message, _id_cell(row), advice)
