"""Checks of the smelter list, row against row."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence

from ..findings import Finding, Rule
from ..findings.catalogue import (
    CID_FORM,
    CID_MISSING,
    CID_TWICE,
    CID_TWO_METALS,
    NAME_PLACEHOLDER,
    NAME_TWICE,
)
from ..model import Disclosure, Smelter, is_cid

_PLACEHOLDERS = {
    "#n/a", "n/a", "na", "nan", "none", "not available", "not listed", "not supplied", "null", "other",
    "smelter not listed", "smelter not yet identified", "tbd", "unknown",
}  # fmt: skip


def cid_form(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-007: an identifier is ``CID`` and six digits."""
    for smelter in disclosure.smelters:
        if smelter.cid and not is_cid(smelter.cid):
            digits = "".join(str(int(digit)) for digit in re.findall(r"\d", smelter.cid))
            meant = f"Did you mean 'CID{digits}'?" if len(digits) == 6 else "Clear it where it is not known."
            message = f"identifier '{smelter.cid}' of '{smelter.name}' is not CID and six digits"
            yield Finding(CID_FORM, message, smelter.where, meant)


def cid_once_per_metal(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-001: (metal, CID) is the key of a row."""
    rows = [smelter for smelter in disclosure.smelters if smelter.cid]
    keys = [(smelter.metal, smelter.cid) for smelter in rows]
    for first, again in _repeated(rows, keys):
        message = f"{again.cid} '{again.name}' stands twice for {again.metal.lower()}"
        yield _twice(CID_TWICE, message, first, again)


def name_once_per_metal(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-002: a name stands once for a metal, unless different CIDs tell two facilities apart."""
    rows = disclosure.smelters
    keys = [(smelter.metal, smelter.name.casefold()) for smelter in rows]
    for first, again in _repeated(rows, keys):
        if not (first.cid and again.cid):
            yield _twice(NAME_TWICE, f"'{again.name}' stands twice for {again.metal.lower()}", first, again)


def cid_belongs_to_one_metal(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-009: RMI gives a facility one CID for each metal."""
    metal_rows: dict[str, Smelter] = {}
    for smelter in disclosure.smelters:
        if not smelter.cid:
            continue
        first = metal_rows.setdefault(smelter.cid, smelter)
        if first.metal is not smelter.metal:
            message = f"{smelter.cid} stands for {smelter.metal.lower()} and for {first.metal.lower()}"
            advice = f"Each metal has a CID of its own; the other row is {first.where.cell}."
            yield Finding(CID_TWO_METALS, message, smelter.where, advice)


def name_is_a_name(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-010: ``NA`` may be a company; it is published, and somebody should have looked."""
    for smelter in disclosure.smelters:
        if smelter.name.casefold() in _PLACEHOLDERS:
            message = f"smelter name '{smelter.name}' looks like a placeholder"
            yield Finding(NAME_PLACEHOLDER, message, smelter.where, "Enter the name or remove the row.")


def cid_is_given(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-011: readers find a facility in RMI's lists by its number only; names differ."""
    rows = disclosure.smelters
    if rows and not any(smelter.cid for smelter in rows):
        message = "no row has a Smelter Identification Number"
        advice = "Fill the column where the number is known, unless the list reproduces one filed without."
        yield Finding(CID_MISSING, message, rows[0].where, advice)


def _repeated(rows: Sequence[Smelter], keys: Sequence[Hashable]) -> Iterator[tuple[Smelter, Smelter]]:
    """Each row whose key an earlier row has, after that earlier row."""
    first_rows: dict[Hashable, Smelter] = {}
    for row, key in zip(rows, keys, strict=True):
        first = first_rows.setdefault(key, row)
        if first is not row:
            yield first, row


def _twice(rule: Rule, message: str, first: Smelter, again: Smelter) -> Finding:
    return Finding(
        rule, message, again.where, f"Remove one of the two rows; the other is {first.where.cell}."
    )
