"""Identifiers in another spelling than the template's that are read without doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...files.cell_text import clean
from ...findings import Finding
from ...findings.catalogue import ROW_ID_SPELLED
from ...model import is_cid
from ..declarations import Declaration, DeclaredSmelter
from ..identifiers import identifier_in
from ..review_settings import Review
from .words import quoted

_LIKE_DIGITS = str.maketrans("OILSB", "01158")
_IDS = re.compile(r"CID[\s_–-]*(\d{6})(?!\d)")


def row_id_is_plain(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-014: an identifier in another spelling, read without doubt. For the filer's eyes only."""
    for row in declaration.rows:
        for column in ("A", "F"):
            text = row.entry.text(column)
            if text and not is_cid(text) and row.cid and (how := how_read(row, text, declaration)):
                message = f"the identifier {quoted(text)} is read as {row.cid}: {how}"
                advice = "Nothing is asked of the supplier. Compare the row where that seems wrong to you."
                yield Finding(ROW_ID_SPELLED, message, row.cell(column), advice)


def how_read(row: DeclaredSmelter, text: str, declaration: Declaration) -> str:
    """Why a text can only mean the row's identifier; empty where it may mean another, or none.

    Letters for digits, leading zeros that are gone, and two identifiers in one cell are read where the row's
    name gives the identifier as well.
    """
    cid = row.cid
    if cid is None:
        return ""
    plain = _plain(text)
    if identifier_in(plain) == cid:
        return "the same letters and digits"
    is_named = _is_named(row, declaration)
    if plain.isdecimal() and int(plain) == int(cid[3:]) and (is_named or len(plain) == len(cid) - 3):
        return "its digits without letters"
    if not is_named:
        return ""
    among = {f"CID{digits}" for digits in _IDS.findall(plain)}
    if cid in among:
        others = ", ".join(sorted(among - {cid}))
        return f"the name is that of {cid}, and {others} is left out"
    return "letters that look like digits, and the name" if _alike(plain) == _alike(cid) else ""


def is_of_row(row: DeclaredSmelter, text: str, declaration: Declaration) -> bool:
    """Whether a text says the row's identifier, in its own spelling or in another."""
    return text == row.cid or bool(how_read(row, text, declaration))


def _is_named(row: DeclaredSmelter, declaration: Declaration) -> bool:
    """Whether the row's metal and name give its identifier, too."""
    known = declaration.look_up.by_name.get((row.metal, row.name.casefold())) if row.metal else None
    return known is not None and known.cid == row.cid


def _plain(text: str) -> str:
    """The text without signs that nobody sees, in capitals and in one width."""
    return unicodedata.normalize("NFKC", clean(text)[0]).strip(" .,;:#'\"").upper()


def _alike(plain: str) -> str:
    letters = "".join(c for c in plain if c.isalnum()).translate(_LIKE_DIGITS)
    return re.sub(r"^C1D0*", "", letters)
