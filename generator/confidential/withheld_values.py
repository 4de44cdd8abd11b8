"""The values of a cell or an entry that is withheld: several names in one, addresses and files within."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import CellRef, LineRef
from .withheld import Withheld, WithheldKind

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WORKBOOK = re.compile(r"[^\\/:*?\"<>|]+\.xls[xm]?", re.IGNORECASE)
_REST = re.compile(r"and [\d,]+ more")
_SEVERAL = re.compile(r"\s*(?:[|;\n\r]|,\s*\n)\s*")
_NAMES = (WithheldKind.SUPPLIER, WithheldKind.CONTACT, WithheldKind.FILE)


def values_of(kind: WithheldKind, text: str, where: CellRef | LineRef) -> Iterator[Withheld]:
    """A cell's values: several suppliers stand in one cell, and a comment may name an address."""
    parts: Sequence[str] = [text] if _is_whole(kind, text, where) else _SEVERAL.split(text)
    for part in parts:
        is_count = kind in _NAMES and (_REST.fullmatch(part) or not re.search(r"[^\W\d_]", part))
        if part and not is_count:
            yield Withheld(kind, _name_of_file(part) if kind is WithheldKind.FILE else part, where)
    if kind is not WithheldKind.EMAIL:
        yield from (Withheld(WithheldKind.EMAIL, one, where) for one in _EMAIL.findall(text))


def addresses_and_files(text: str, where: CellRef | LineRef) -> Iterator[Withheld]:
    """E-mail addresses and names of workbooks, wherever they stand in a text."""
    if "@" in text or ".xls" in text.casefold():
        yield from (Withheld(WithheldKind.EMAIL, one, where) for one in _EMAIL.findall(text))
        yield from (Withheld(WithheldKind.FILE, one.strip(), where) for one in _WORKBOOK.findall(text))


def _is_whole(kind: WithheldKind, text: str, where: CellRef | LineRef) -> bool:
    """Whether the text is prose, which no sign divides into names."""
    return Withheld(kind, text, where).is_prose or kind is WithheldKind.NOTE


def _name_of_file(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
