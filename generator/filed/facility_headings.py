"""The headings of a facility table: of its columns, over the names alone, and those that name a metal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import Metal
from ..model.folding import fold
from ..model.words import metal_of
from .filed_blocks import Block

HEADING_WORDS = frozenset({
    "a", "and", "facilities", "facility", "for", "list", "listed", "metal", "mineral", "of", "or",
    "processors", "refineries", "refiner", "refiners", "refinery", "rows", "smelter", "smelters", "the",
})  # fmt: skip
STATUS_HEADING_WORDS = frozenset({"as", "is", "no", "rmap", "rmi", "status", "with", "y", "yes", "n"})
"""Words that stand beside a status in a heading over the facilities that have it."""
CID = re.compile(r"CID ?\d{6}", re.IGNORECASE)
_NAME_HEADING = frozenset({
    "a", "and", "company", "facility", "list", "listed", "name", "names", "of", "or", "processor", "refiner",
    "refiners", "refinery", "refineries", "smelter", "smelters", "sor", "sors", "the",
})  # fmt: skip
"""Words of a heading that stands alone over names."""
_OF_FACILITIES = re.compile(r"smelter|refiner|facilit|processor|\bsors?\b|^(?:company )?names?$")
"""A heading below which smelters stand, and not products or suppliers."""
_HINTS = (
    ("cid", re.compile(r"\b(?:cid|id|identification|number)\b")),
    ("state", re.compile(r"\b(?:state|province)\b")),
    ("city", re.compile(r"\bcity\b")),
    ("country", re.compile(r"country|location")),
    ("status", re.compile(r"status|conform|complian|certif|rmap|cfsp|audit|assess|validat")),
    ("metal", re.compile(r"metal|mineral")),
    ("name", re.compile(r"smelter|refiner|facilit|name|\bsors?\b")),
)
"""What a heading says of its column, the more telling words first."""
_HALF = 0.5
SHORT_HEADING = 60


def metal_of_heading(text: str) -> Metal | None:
    """The metal of a heading such as ``Tin smelters (76)``; None where it says more or names no metal."""
    if len(text) > SHORT_HEADING:
        return None
    words = [word for word in re.findall(r"[a-z]+", text.casefold()) if word not in HEADING_WORDS]
    return metal_of(" ".join(words))


def without_heading_words(text: str) -> str:
    """``Cobalt refiners (12)`` as ``cobalt``; empty where it is too long for a heading."""
    if len(text) > SHORT_HEADING:
        return ""
    return " ".join(w for w in re.findall(r"[^\W\d_]+", fold(text)) if w not in HEADING_WORDS)


def is_heading(row: Block) -> bool:
    """True where several cells are words of headings and none is a value, or one says that names follow."""
    texts = [cell.text for cell in row.cells if cell.text]
    if len(texts) == 1:
        return _names_follow(texts[0])
    hints = [text for text in texts if _hint(text) and len(text) < SHORT_HEADING]
    values = [text for text in texts if metal_of(text) or CID.fullmatch(text)]
    return len(hints) > 1 and len(hints) >= _HALF * len(texts) and not values


def hints_by_column(rows: Sequence[Block]) -> dict[int, str]:
    """Column to what its heading hints at."""
    for row in rows:
        if is_heading(row):
            return {cell.column: hint for cell in row.cells for hint in [_hint(cell.text)] if hint}
    return {}


def metal_of_row(row: Block) -> Metal | None:
    """The metal of a row that says nothing else, as it stands before the facilities of one metal."""
    return metal_of_heading(row.text) if sum(bool(cell.text) for cell in row.cells) == 1 else None


def texts_by_column(rows: Sequence[Block]) -> dict[int, list[str]]:
    """Column to the texts below its heading; metals that stand in rows of their own are in none."""
    found: dict[int, list[str]] = {}
    for row in rows:
        if is_heading(row) or metal_of_row(row):
            continue
        for cell in row.cells:
            if cell.text:
                found.setdefault(cell.column, []).append(cell.text)
    return dict(sorted(found.items()))


def names_facilities(roles: Mapping[int, str], rows: Sequence[Block]) -> bool:
    """Whether the columns are those of a list: names with countries or identifiers, or under a heading."""
    there = {role: column for column, role in roles.items()}
    if "name" not in there:
        return False
    if there.keys() & {"country", "cid"}:
        return True
    heading = next((row for row in rows if is_heading(row)), None)
    over = [cell.text for cell in (heading.cells if heading else ()) if cell.column == there["name"]]
    return any(_OF_FACILITIES.search(fold(text)) for text in over)


def _names_follow(text: str) -> bool:
    """Whether a text such as ``Smelter or Refiner Name`` is nothing else than a heading over names."""
    words = fold(text).split()
    return _hint(text) == "name" and all(word in _NAME_HEADING for word in words)


def _hint(text: str) -> str | None:
    folded = fold(text)
    return next((role for role, words in _HINTS if words.search(folded)), None)
