"""Do identifier, metal, name and country of a row belong together? S1 to S5, S9 and S10."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterator

from ...countries.no_facility import is_placeholder
from ...files.raw_table import rows_in_words
from ...findings import Finding
from ...findings.catalogue import (
    ROW_ID_FORM,
    ROW_ID_METAL,
    ROW_ID_UNKNOWN,
    ROW_IDS_DIFFER,
    ROW_NAME_DIFFERS,
    ROW_TWICE,
    ROW_WITHDRAWN,
)
from ...model import CellRef, Metal, Mineral, is_cid
from ..declarations import Declaration, DeclaredSmelter, Resolution
from ..look_ups import LookUp, LookupRow
from ..minerals import is_of_rule
from ..review_settings import Review
from .spelled_ids import is_of_row
from .words import folded, quoted

_ALIKE = "The smelter is counted once. Nothing is asked of the supplier."
_EVIDENCE = "EHIJMNOPQ"
"""Columns with what a row says of a smelter beside its name: where it stands, next steps, mines, comments."""
_OLD_ID = re.compile(r"[1-4][A-Z]{3}\d{3}")
_THE_CID = "the CID by which the Responsible Minerals Initiative lists it"


def row_cid_form(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-001, S1: an identifier is CID and six digits."""
    for row in declaration.rows:
        for column in ("A", "F"):
            text = row.entry.text(column)
            if not text or text == row.cid or text == "0" or text.startswith("#") or is_cid(text):
                continue
            if is_of_row(row, text, declaration):
                continue
            message = f"the identifier {quoted(text)} is not of the form 'CID' and six digits"
            yield Finding(
                ROW_ID_FORM,
                message,
                row.cell(column),
                _advice_on_id(text),
                named=quoted(text),
                together="identifiers are not of the form 'CID' and six digits",
                advice_together=f"For each smelter, please give {_THE_CID}.",
            )


def _advice_on_id(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if _OLD_ID.fullmatch(text):
        return "It is an identifier of the old form: please give the CID."
    if is_placeholder(text):
        return "Please give the CID, if the smelter has one."
    if text.upper().startswith("CID") and len(digits) == 6:
        return f"Did you mean 'CID{digits}'? Please correct it."
    return f"Please give the smelter's identifier, {_THE_CID}."


def row_cid_is_known(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-002, S2: an identifier that neither the file's own list nor the newest one has.

    Nothing is said of a mineral of which they list no smelter, such as graphite in an EMRT.
    """
    every = (row for look_up in (declaration.look_up, review.newest) for row in look_up.rows)
    listed = {row.metal for row in every if row.cid and is_of_rule(row.metal) is declaration.is_cmrt}
    if not listed:
        return
    for row in declaration.rows:
        is_judged = row.metal in listed or (row.metal is None and declaration.is_cmrt)
        if is_judged and row.cid and _known(declaration, review, row.cid) is None:
            yield Finding(
                ROW_ID_UNKNOWN,
                f"the identifier {row.cid} is in none of the lists of smelters that we have",
                _id_cell(row),
                "Please check the identifier, or tell us where it comes from.",
                named=row.cid,
                together="identifiers are in none of the lists of smelters that we have",
                advice_together="Please check each of them, or tell us where they come from.",
            )


def _known(declaration: Declaration, review: Review, cid: str) -> LookupRow | None:
    return declaration.look_up.by_cid.get(cid) or review.newest.by_cid.get(cid)


def _id_cell(row: DeclaredSmelter) -> CellRef:
    """The cell with the row's identifier."""
    return row.cell("A" if row.resolution is Resolution.INPUT_ID else "F")


def row_cid_fits_metal(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-003, S3: an identifier belongs to one metal."""
    for row in declaration.rows:
        known = _known(declaration, review, row.cid) if row.cid else None
        if known and row.metal and known.metal != row.metal:
            metal, other = row.metal.lower(), known.metal.lower()
            name = quoted(known.standard_name)
            yield Finding(
                ROW_ID_METAL,
                f"the row is for {metal}, and {row.cid} is {name}, a smelter of {other}",
                _id_cell(row),
                "Please correct the metal or the identifier.",
                named=f"{row.cid} (of {other}) in a row for {metal}",
                together="identifiers are those of a smelter of another metal",
                advice_together="Please correct the metal or the identifier of each.",
            )


def row_name_fits_cid(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-004, S4: name and country are those of the identifier, by alias and by later name as well."""
    for row in declaration.rows:
        known = _known(declaration, review, row.cid) if row.cid else None
        if known is None or (row.metal and known.metal != row.metal):
            continue
        if row.name and row.name != known.standard_name and not _is_name_of(row, declaration, review):
            other = declaration.look_up.by_name.get((known.metal, row.name.casefold()))
            whose = f", the name of {other.cid}" if other else ""
            message = (
                f"{row.cid} is {quoted(known.standard_name)}, and the row says {quoted(row.name)}{whose}"
            )
            either = "or confirm that they are the same smelter."
            yield Finding(
                ROW_NAME_DIFFERS,
                message,
                row.cell("D" if row.entry.text("D") == row.name else "C"),
                f"Please correct the name or the identifier, {either}",
                named=f"{quoted(row.name)} for {row.cid}",
                together="names are not those of the identifiers beside them",
                advice_together=f"Please correct the name or the identifier of each, {either}",
            )
        if not row.country or not known.country or row.country == known.country:
            continue
        if review.find_country_code(known.country) != review.find_country_code(row.country):
            yield Finding(
                ROW_NAME_DIFFERS,
                f"the lists have {row.cid} in {known.country}, and the row says {quoted(row.country)}",
                row.cell("E"),
                "Please correct the country, or tell us if the smelter has moved.",
                named=f"{quoted(row.country)} for {row.cid}",
                together="countries are not those in which the lists have the smelters",
                advice_together="Please correct the countries, or tell us which smelters have moved.",
            )


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
            yield Finding(
                ROW_IDS_DIFFER,
                message,
                row.cell("F"),
                "Please tell us which of the two is right.",
                named=f"{quoted(typed)} and {quoted(shown)}",
                together="rows have one identifier in column A and another in column F",
                advice_together="Please tell us for each which of the two is right.",
            )


def row_stands_once(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-009, S9: rows of one smelter that say all the same. For the filer's eyes only.

    Rows that name other mines, countries, sources or comments are evidence, and nothing is said of them.
    """
    times = Counter((row.metal, row.cid) for row in declaration.rows)
    alike: dict[Hashable, list[DeclaredSmelter]] = {}
    for row in declaration.rows:
        if row.metal and row.cid and times[row.metal, row.cid] > 1:
            alike.setdefault((row.metal, row.cid, *map(row.entry.text, _EVIDENCE)), []).append(row)
    for first, *others in alike.values():
        if others and first.metal:
            rows = rows_in_words([one.row for one in (first, *others)])
            yield Finding(
                ROW_TWICE,
                f"{first.cid} for {first.metal.lower()} stands in {rows}, which say the same",
                _id_cell(first),
                _ALIKE,
                named=f"{first.cid} for {first.metal.lower()} in {rows}",
                together="smelters stand in several rows that say the same",
                others=tuple(_id_cell(one) for one in others),
            )


def row_is_still_listed(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-010, S10: a smelter of an older list that the newest one no longer has.

    Identifiers are given in ascending order: a list whose last one is higher is the newer one. Templates have
    lists of their own, so only those of the same minerals are compared.
    """
    own = {one.metal for one in declaration.look_up.rows}
    listed = {one.metal for one in review.newest.rows if one.metal in own}
    compared = set(Metal) if declaration.is_cmrt else listed
    if not listed or _last_id(declaration.look_up, compared) > _last_id(review.newest, compared):
        return
    for row in declaration.rows:
        cid = row.cid
        if row.metal not in listed:  # the newest list is of other minerals
            continue
        if cid and cid in declaration.look_up.by_cid and cid not in review.newest.by_cid:
            name = quoted(declaration.look_up.by_cid[cid].standard_name)
            yield Finding(
                ROW_WITHDRAWN,
                f"{name} ({cid}) is no longer in the newest list of smelters",
                _id_cell(row),
                "Please confirm that it is still in your supply chain, or name the smelter that follows it.",
                named=f"{name}, {cid}",
                together="smelters are no longer in the newest list of smelters",
                advice_together="Please confirm that each is still in your supply chain, or name the smelter"
                " that follows it.",
            )


def _last_id(look_up: LookUp, minerals: Collection[Mineral]) -> str:
    """The highest identifier that a list has for these minerals; empty where it has none."""
    return max((row.cid for row in look_up.rows if row.metal in minerals), default="")
