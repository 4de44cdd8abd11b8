"""Checks of the lists of facilities, row against row. What was filed twice is shown twice, and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from enum import Enum

from ..countries.no_facility import NoFacility, is_broken, why_no_facility
from ..countries.table import standard_countries
from ..findings import Finding, Rule
from ..findings.catalogue import (
    CID_FORM,
    CID_MISSING,
    CID_OTHER,
    CID_TWICE,
    CID_TWO_METALS,
    LETTERS_LOST,
    NAME_PLACEHOLDER,
    NAME_TWICE,
)
from ..model import Disclosure, Smelter, is_cid

_EARLIER = re.compile(r"CID[A-Z]{1,2}\d{3,5}")
"""Identifiers of the years before the present ones, such as CIDSN2285: the metal's symbol and figures."""
_OF_RMI = re.compile(r"\bcid\b|\brmi\b|\bsmelter\s+(?:id\b|ident)", re.IGNORECASE)
"""A heading that speaks of the identifiers of the Responsible Minerals Initiative."""
_LOOK = "Nothing to do, if it was filed so; else"


class _Form(Enum):
    """In what form an identifier is written."""

    PRESENT = "CID and six digits"
    EARLIER = "the form of earlier years"
    GARBLED = "CID and something else than six digits"
    OTHER = "another scheme"


def cid_form(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-007: an identifier has the form of the others. One that begins with CID has six digits."""
    usual = _usual_forms(disclosure)
    for row in disclosure.all_rows:
        if row.cid and _form(row.cid) not in usual:
            digits = "".join(str(int(digit)) for digit in re.findall(r"\d", row.cid))
            meant = f"Did you mean 'CID{digits}'?" if len(digits) == 6 else f"{_LOOK} correct or clear it."
            yield Finding(
                CID_FORM,
                f"identifier '{row.cid}' of '{row.name}' is not CID and six digits",
                row.where,
                meant,
                together="identifiers are not CID and six digits",
                named=f"'{row.cid}'",
            )


def cid_is_of_rmi(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-013: another scheme, or identifiers of earlier years, where most of the list has them."""
    usual = _usual_forms(disclosure)
    for row in disclosure.all_rows:
        if row.cid and _form(row.cid) in usual - {_Form.PRESENT}:
            yield Finding(
                CID_OTHER,
                f"identifier '{row.cid}' of '{row.name}' is none of RMI's present ones, and stays as filed",
                row.where,
                "Nothing to do; readers find no such row in RMI's lists by its number.",
                together="identifiers are none of RMI's present ones, and stay as filed",
                named=f"'{row.cid}'",
            )


def _usual_forms(disclosure: Disclosure) -> set[_Form]:
    """Forms that are no mistake: RMI's, that of most rows, others below a heading that does not name RMI."""
    forms = Counter(_form(row.cid) for row in disclosure.all_rows if row.cid)
    half = sum(forms.values()) / 2
    usual = {_Form.PRESENT, *(form for form, number in forms.items() if number > half)}
    heading = disclosure.facts.annex.headings.get("cid") if disclosure.facts.annex else None
    if heading and not _OF_RMI.search(heading):
        usual |= {_Form.EARLIER, _Form.OTHER}
    return usual - {_Form.GARBLED}


def _form(cid: str) -> _Form:
    if is_cid(cid):
        return _Form.PRESENT
    if _EARLIER.fullmatch(cid):
        return _Form.EARLIER
    return _Form.GARBLED if re.match(r"\W*CID", cid, re.IGNORECASE) else _Form.OTHER


def cid_once_per_metal(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-001: (metal, identifier) is the key of a row in its list."""
    rows = [row for row in disclosure.all_rows if row.cid]
    keys = [(row.list_key, row.metal, row.cid) for row in rows]
    for first, again in _repeated(rows, keys):
        words = f"{again.cid} '{again.name}'"
        yield _twice(CID_TWICE, words, first, again, "have the metal and identifier of a row above")


def name_once_per_metal(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-002: a name stands once for a metal, unless different identifiers tell two facilities apart."""
    rows = [row for row in disclosure.all_rows if row.name]
    keys = [(row.list_key, row.metal, row.name.casefold()) for row in rows]
    for first, again in _repeated(rows, keys):
        if not (first.cid and again.cid):
            yield _twice(
                NAME_TWICE, f"'{again.name}'", first, again, "have the metal and name of a row above"
            )


def cid_belongs_to_one_metal(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-009: RMI gives a facility one identifier for each metal; other schemes may not."""
    metal_rows: dict[str, Smelter] = {}
    for row in disclosure.all_rows:
        if not row.cid or not is_cid(row.cid):
            continue
        first = metal_rows.setdefault(row.cid, row)
        if first.metal != row.metal:
            metals = f"{row.metal.lower()} and for {first.metal.lower()}"
            yield Finding(
                CID_TWO_METALS,
                f"{row.cid} stands for {metals} ({first.where.cell})",
                row.where,
                f"{_LOOK} correct one of the two: RMI gives each metal an identifier of its own.",
                together="identifiers stand for two metals",
                named=f"{row.cid} for {metals}",
            )


def name_is_a_name(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-010: ``NA`` may be a company; it is published, and somebody must have looked."""
    for row in disclosure.all_rows:
        why = why_no_facility(row.name, standard_countries().find_code) if row.name else None
        if why is None or is_broken(row.name):
            continue
        what = f"looks like {why}" if why is NoFacility.PLACEHOLDER else f"is {why}"
        is_garbled = why is NoFacility.BROKEN
        yield Finding(
            NAME_PLACEHOLDER,
            f"smelter name '{row.name}' {what}",
            row.where,
            "Type the name again, with its own letters."
            if is_garbled
            else "Enter the name or remove the row.",
            together="smelter names are no facility's",
            named=f"'{row.name}'",
        )


def letters_are_whole(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-016: the mark that stands for letters which are lost (U+FFFD); nobody writes it."""
    for row in disclosure.all_rows:
        country = row.country.filed if row.country else ""
        own = [text for _, text in row.own]
        texts = (row.name, *row.aliases, country, row.city, row.state, row.footnote, *own)
        for text in dict.fromkeys(one for one in texts if one and is_broken(one)):
            yield Finding(
                LETTERS_LOST,
                f"letters of '{text}' are lost: the mark \ufffd stands in their place",
                row.where,
                "Type the text again, with its own letters.",
                together="texts have lost letters",
                named=f"'{text}'",
            )


def cid_is_given(disclosure: Disclosure) -> Iterator[Finding]:
    """SM-011: readers find a facility in RMI's lists by its number only; names differ.

    A list that was filed without identifiers stays without.
    """
    rows = disclosure.smelters
    if rows and not disclosure.facts.filing.is_restated and not any(row.cid for row in rows):
        message = "no row has a Smelter Identification Number"
        yield Finding(CID_MISSING, message, rows[0].where, "Fill the column where the number is known.")


def _repeated(rows: Sequence[Smelter], keys: Sequence[Hashable]) -> Iterator[tuple[Smelter, Smelter]]:
    """Each row whose key an earlier row has, after that earlier row."""
    first_rows: dict[Hashable, Smelter] = {}
    for row, key in zip(rows, keys, strict=True):
        first = first_rows.setdefault(key, row)
        if first is not row:
            yield first, row


def _twice(rule: Rule, words: str, first: Smelter, again: Smelter, together: str) -> Finding:
    return Finding(
        rule,
        f"{words} stands twice for {again.metal.lower()}, here and in {first.where.cell}",
        again.where,
        f"{_LOOK} remove one of the two rows.",
        together=f"rows {together}",
        named=words,
    )
