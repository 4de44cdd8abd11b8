"""Signs of a list that nothing explains: in the cells where signs stand, and in the filer's own columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..findings.catalogue import SIGN_UNKNOWN
from .list_cells import NOT_STATED, Reading, has_signs
from .marks import is_sign, undeclared_sign, without_signs


def signed_column(reading: Reading) -> str:
    """The column whose cells end in signs, by its name in the list."""
    stated = reading.facts.annex.marks_in if reading.facts.annex else None
    name = "country" if stated == "country_as_filed" else stated or "name"
    return name if name in reading.columns else "name"


def report_undeclared(
    reading: Reading, row: int, rests: Mapping[str, str | None], explained: set[str]
) -> bool:
    """Whether a cell where signs stand ends in one that nothing explains, which is told."""
    if not has_signs(reading.facts):
        return False
    found = False
    for name in dict.fromkeys(("name", signed_column(reading))):
        rest = rests.get(name) or ""
        sign = undeclared_sign(rest, explained)
        if sign is not None:
            found = True
            reading.add(
                SIGN_UNKNOWN,
                row,
                name,
                f"the sign '{sign}' of '{rest}' is not declared",
                "Say what it means, under statuses or annex.notes in disclosure.yml, or remove it.",
                together="rows have a sign that is not declared",
                named=f"'{sign}'",
            )
    return found


def report_outside_legend(reading: Reading, row: int, values: Mapping[str, str]) -> None:
    """A value of an own column that its legend does not have is told."""
    own_columns = reading.facts.annex.own_columns if reading.facts.annex else {}
    for key, own in own_columns.items():
        text = values[key] if own.legend else ""
        known = {sign.casefold() for sign in own.legend}
        parts = [part for part in re.split(r"[\s,;/]+", text.casefold()) if part]
        if not text or text.casefold() in NOT_STATED or text.casefold() in known:
            continue
        if all(part in known or is_sign(part, list(known)) for part in parts):
            continue
        if without_signs(text, own.legend)[1]:
            continue
        reading.add(
            SIGN_UNKNOWN,
            row,
            key,
            f"'{text}' is not in the legend of the column '{own.heading}'",
            f"Use one of {', '.join(own.legend)}, or add it to annex.own_columns.{key}.legend.",
            together=f"rows have a value that the legend of '{own.heading}' does not have",
            named=f"'{text}'",
        )
