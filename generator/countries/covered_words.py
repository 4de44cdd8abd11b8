"""Words for covered countries inside a text: other spellings, provinces, towns, groups of countries.

The table ``covered_words.csv`` beside this module has them, each with what it is. ``find_code`` reads a text
that is a country's name and nothing else; this is for texts that say more. Where a text denies (``not from
the DRC``), nothing is found: what it denies is for people to read.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from ..model.folding import fold

_TABLE = Path(__file__).with_name("covered_words.csv")
_DENIED = re.compile(
    r"\b(?:no|not|non|none|never|without|outside|exclud\w+|except|other than|neither|nor|kein\w*|nicht"
    r"|ohne|pas|aucun\w*|sin|sans|sem|ningun\w*|nenhum\w*|nessun\w*|degil|disinda)\b|不|无|無|未|以外|除外|ない|なし|아님|없"
)
_STATUS = re.compile(r"\bdrc(?: conflict)? (?:free|conformant|compliant)\b")
"""``DRC conflict free`` is said of a smelter anywhere."""
_NAMED_AFTER = re.compile(
    r"\s+(?:street|str|st|road|rd|avenue|ave|strasse|straße|rue|calle|lane|square|platz)\b"
)
"""What follows a name that is part of an address: ``Angola Street``."""


class Where(StrEnum):
    """In which texts the words are looked for."""

    COUNTRIES = "countries"
    """Where the names of countries are asked for."""
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class CoveredWords:
    """Words found in a text."""

    words: str
    """As the text has them, without accents and capitals."""
    is_group_code: bool
    """A letter or number for a group of countries, such as ``L3``, which names none."""


def find_covered_words(text: str, *, of_countries: bool) -> CoveredWords | None:
    """The first words of a text that name a covered country, or a group of countries in which one may be.

    None where there are none, or where the text denies. ``of_countries``: countries are asked for there.
    """
    folded = _STATUS.sub(" ", fold(text))
    if not folded or _DENIED.search(folded):
        return None
    for found in _pattern(of_countries).finditer(folded):
        if not _NAMED_AFTER.match(folded, found.end()):
            return CoveredWords(found[0], _table()[found[0]][0] == "group")
    return None


@cache
def _table() -> dict[str, tuple[str, Where]]:
    """Folded words to code and where they are looked for."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return {fold(row["Words"]): (row["Code"], Where(row["Where"])) for row in csv.DictReader(lines)}


@cache
def _pattern(of_countries: bool) -> re.Pattern[str]:
    """Longer words first. Words of letters stand alone; those of other scripts have no blanks around them."""
    words = [words for words, (_, where) in _table().items() if of_countries or where is not Where.COUNTRIES]
    ordered = sorted(words, key=lambda one: (-len(one), one))
    return re.compile(
        "|".join(rf"\b{re.escape(one)}\b" if one.isascii() else re.escape(one) for one in ordered)
    )
