"""Is the name of a row one that the template offers, and does the row say so? S6 and S7."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ...findings.catalogue import ROW_IS_LISTED, ROW_NAME_UNKNOWN
from ...model import Mineral
from ..declarations import Choice, Declaration, DeclaredSmelter
from ..minerals import EMRT_MINERALS, mineral_named
from ..review_settings import Review
from .words import OF_ANOTHER_METAL, quoted

_LOOK_UP = "the template's list"


def row_name_is_known(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-006, S6: metal and name are in the template's lists, and together."""
    for row in declaration.rows:
        if row.metal is None:
            said = row.entry.text("B")
            yield Finding(
                ROW_NAME_UNKNOWN,
                f"the metal of this row is given as {quoted(said)}" if said else "the row has no metal",
                row.cell("B"),
                _advice_on_metal(declaration, said),
                named=quoted(said) if said else "no metal",
                together="rows do not name one of the four metals"
                if declaration.is_cmrt
                else "rows do not name one of the minerals of the declaration",
                advice_together="Please choose tantalum, tin, tungsten or gold for each."
                if declaration.is_cmrt
                else "Please choose one of the minerals that the cell offers for each.",
            )
        elif row.choice is Choice.BLANK and not row.cid:
            yield _unnamed(row)
        elif row.choice is Choice.NAMED and row.cid is None and declaration.look_up.rows:
            yield _unknown_name(row, row.metal, declaration)


def _advice_on_metal(declaration: Declaration, said: str) -> str:
    if not declaration.is_cmrt:
        return "Please choose one of the minerals that the cell offers."
    other = mineral_named(said)
    if other is not None:
        template = "EMRT" if other in EMRT_MINERALS else "AMRT"
        name = other.lower()
        return f"The CMRT is for tantalum, tin, tungsten and gold: please report {name} in an {template}."
    return "Please choose tantalum, tin, tungsten or gold."


def _unnamed(row: DeclaredSmelter) -> Finding:
    """Column C is empty; a name typed in column D is quoted. The AMRT up to 1.2 has one column of names."""
    typed = row.entry.text("D")
    column = row.letters[2]
    if typed:
        message = f"the smelter's name {quoted(typed)} stands in column D, and column C is empty"
        together = "names of smelters stand in column D, and column C is empty beside them"
        advice = "Please choose the smelter in column C, or 'Smelter not listed' if it is not offered there."
    else:
        message, together = "the row names no smelter", "rows name no smelter"
        advice = f"Please name the smelter in column {column}, or tell us what the row stands for."
        if column == "C":
            advice = "Please choose the smelter in column C, or tell us what the row stands for."
    named = quoted(typed) if typed else ""
    return Finding(ROW_NAME_UNKNOWN, message, row.cell("C"), advice, named=named, together=together)


def _unknown_name(row: DeclaredSmelter, metal: Mineral, declaration: Declaration) -> Finding:
    """CS-006: a name that the look-up does not have for the metal of its row, but may for another."""
    others = [
        other
        for other in _minerals_of(declaration)
        if (other, row.name.casefold()) in declaration.look_up.by_name
    ]
    if others:
        message = (
            f"{quoted(row.name)} is a smelter of {others[0].lower()}, and the row is for {metal.lower()}"
        )
        together = OF_ANOTHER_METAL
        advice = "Please correct the metal or the smelter."
        for_each = "Please correct the metal or the smelter of each."
    else:
        known = "or choose 'Smelter not listed' and give its name and country"
        message = f"{quoted(row.name)} is not in {_LOOK_UP} for {metal.lower()}"
        together = f"names are not in {_LOOK_UP} for their metal"
        advice = f"Please choose the smelter from the list, {known}."
        for_each = f"Please choose each smelter from the list, {known}."
    return Finding(
        ROW_NAME_UNKNOWN,
        message,
        row.cell("C"),
        advice,
        named=quoted(row.name),
        together=together,
        advice_together=for_each,
    )


def _minerals_of(declaration: Declaration) -> Iterator[Mineral]:
    """The minerals of the file's own list, each once."""
    yield from dict.fromkeys(row.metal for row in declaration.look_up.rows)


def row_is_not_listed(declaration: Declaration, review: Review) -> Iterator[Finding]:
    """CS-007, S7: 'Smelter not listed' is for smelters that the template does not list."""
    for row in declaration.rows:
        known = declaration.look_up.by_cid.get(row.cid or "")
        if row.choice is Choice.NOT_LISTED and known:
            name = quoted(row.name or known.standard_name)
            yield Finding(
                ROW_IS_LISTED,
                f"the row says that {name} is not in {_LOOK_UP}, and it is there as {known.cid}",
                row.cell("D"),
                f"Please choose {quoted(known.standard_name)} in column C, if that is the smelter.",
                named=f"{name} as {known.cid}",
                together=f"smelters are said not to be in {_LOOK_UP}, and are there",
                advice_together="Please choose each of them in column C, if that is the smelter.",
            )
