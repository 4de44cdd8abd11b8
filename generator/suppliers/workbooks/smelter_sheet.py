"""The sheet ``Smelter List``: each row that says anything, and its smelter by the file's own look-up.

What the template's formulas would show is worked out again from the columns that people fill: a file that
was saved by a program that does not calculate has no values in the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Metal, Mineral
from ..declarations import SMELTER_COLUMNS, Choice, DeclaredSmelter, Raw, Resolution, SmelterEntry
from ..identifiers import identifier_in
from ..look_ups import LookUp, LookupRow
from ..minerals import mineral_named, mineral_of
from ..templates import SMELTER_SHEET, TemplateKind
from .cells import Rows, fold, text_of_raw
from .headings import SmelterColumns
from .layouts import FALSE_WORDS, TRUE_WORDS, YES_NO_UNKNOWN
from .look_up import Shared
from .no_rows import is_no_row
from .opening import Book

_WIDTH = len(SMELTER_COLUMNS)
_CID = re.compile(r"CID[\s\-_–]*(\d{6})", re.IGNORECASE)
_DIGITS = re.compile(r"\d{6}")
_SYMBOL = re.compile(r"([A-Za-z]+)\s*\([A-Za-z]{1,2}\)|[A-Za-z]{1,2}\s*[-–]\s*([A-Za-z]+)")
"""``Gold (Au)`` of 2.x."""
_METALS = {metal.casefold(): metal for metal in Metal} | {
    "au": Metal.GOLD, "ta": Metal.TANTALUM, "sn": Metal.TIN, "w": Metal.TUNGSTEN,
}  # fmt: skip
_CHOICES = {
    "smelternotlisted": Choice.NOT_LISTED,
    "smelternotyetidentified": Choice.NOT_IDENTIFIED,
}
_YES_NO_UNKNOWN = {
    **{fold(option): option for option in YES_NO_UNKNOWN},
    **{fold(word): "Yes" for word in TRUE_WORDS},
    **{fold(word): "No" for word in FALSE_WORDS},
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row's words are held against."""

    book: Book
    look_up: LookUp
    kind: TemplateKind
    minerals: tuple[Mineral, ...]
    """Those of which the declaration speaks."""

    @property
    def key(self) -> str:
        """Workbooks with the same one read the same cells alike."""
        own = "" if self.kind is TemplateKind.CMRT else f"{self.kind} {self.minerals} "
        return own + self.look_up.digest


def rows_of(
    reading: Reading, rows: Rows, columns: SmelterColumns, shared: Shared
) -> tuple[tuple[DeclaredSmelter, ...], tuple[int, ...]]:
    """The rows down to the sheet's end, and the numbers of those that name nothing: people leave gaps.

    A row counts if one of the columns A to D says anything, or E or F does.
    """
    book = reading.book
    found: list[DeclaredSmelter] = []
    none: list[int] = []
    rows = _wide_enough(rows, max(_WIDTH, *(at + 1 for at in columns.at if at is not None)))
    entries = shared.entries.setdefault(reading.key, {})
    first = columns.first_row
    sheet = book.called.get(SMELTER_SHEET, SMELTER_SHEET)
    is_plain = columns.is_plain
    headings = _raw(_put_in_place(rows[first - 2], columns)) if len(rows) >= first else ()
    for number, cells in enumerate(rows[first - 1 :], start=first):
        if not is_plain:
            cells = _put_in_place(cells, columns)
        if not (cells[0] or cells[1] or cells[2] or cells[3] or cells[4] or cells[5]):
            continue
        raw = _raw(cells)
        if raw in entries:
            entry = entries[raw]
        else:
            entry = entries[raw] = None if is_no_row(raw, headings) else _entry(raw, reading)
        if entry is not None:
            found.append(DeclaredSmelter(book.shown, number, entry, columns.letters, sheet))
        elif is_no_row(raw, headings):
            none.append(number)
    return tuple(found), tuple(none)


def _wide_enough(rows: Rows, width: int) -> Rows:
    """The rows with all columns that are kept: a sheet ends with its last filled column."""
    missing = width - len(rows[0]) if rows else 0
    return [[*cells, *[""] * missing] for cells in rows] if missing > 0 else rows


def _raw(cells: Sequence[Raw]) -> tuple[Raw, ...]:
    """Columns A to Q, without the names and addresses of people in K and L."""
    return (*cells[:10], "", "", *cells[12:_WIDTH])


def _put_in_place(cells: Sequence[Raw], columns: SmelterColumns) -> tuple[Raw, ...]:
    return tuple("" if at is None else cells[at] for at in columns.at)


def _entry(raw: tuple[Raw, ...], reading: Reading) -> SmelterEntry | None:
    """What the columns say; None where there is nothing but blanks and zeros."""
    texts = [text_of_raw(value) for value in raw]
    input_id, metal_text, chosen, typed, country, column_id = (_worded(text) for text in texts[:6])
    if not (input_id or metal_text or chosen or typed or country or column_id):
        return None
    book, look_up = reading.book, reading.look_up
    metal = _mineral_of(metal_text, reading)
    choice = _choice_of(chosen)
    cid, resolution, row = _resolve(metal, choice, chosen, typed, (input_id, column_id), look_up)
    is_special = choice in (Choice.NOT_LISTED, Choice.NOT_IDENTIFIED)
    name = typed or ("" if is_special else chosen) if is_special or not chosen else chosen
    return SmelterEntry(
        raw=raw,
        choice=choice,
        metal=metal or (row.metal if row and not metal_text else None),
        name=name or (row.standard_name if row and not is_special else ""),
        reported_id=input_id or column_id,
        cid=cid,
        resolution=resolution,
        standard_name=row.standard_name if row else None,
        country=country or (row.country if row else ""),
        city=_worded(texts[8]) or (row.city if row else ""),
        state=_worded(texts[9]) or (row.state if row else ""),
        recycled=_yes_no_of(texts[15], book, reading.kind),
        mines=_worded(texts[13]),
        mine_countries=_worded(texts[14]),
        comment=_worded(texts[16]),
    )


def _worded(text: str) -> str:
    """The text; empty for the 0 that a formula leaves behind a blank cell of the look-up."""
    return "" if text == "0" else text


def _resolve(
    metal: Mineral | None,
    choice: Choice,
    chosen: str,
    typed: str,
    ids: tuple[str, str],
    look_up: LookUp,
) -> tuple[str | None, Resolution, LookupRow | None]:
    """CID, how it was found, and the row of the look-up: identifiers first, then names.

    The template itself looks for the name typed in D where C has one of the special values (6.22 on).
    """
    for text, resolution in zip(ids, (Resolution.INPUT_ID, Resolution.COLUMN_ID), strict=True):
        if cid := cid_of(text) or _by_digits(text, look_up):
            return cid, resolution, look_up.by_cid.get(cid)
    if metal is None:
        return None, Resolution.NONE, None
    names = ((chosen, Resolution.NAME),) if choice is Choice.NAMED else ()
    for name, resolution in (*names, (typed, Resolution.TYPED_NAME)):
        if name and (row := look_up.by_name.get((metal, name.casefold()))):
            return row.cid, resolution, row
    return None, Resolution.NONE, None


def cid_of(text: str) -> str | None:
    """``CID000801``, also where it is written ``CID 000801``, ``cid-000801`` or ``RMI CID000801 (Gold)``.

    None for anything else.
    """
    found = _CID.fullmatch(text if text.isascii() else unicodedata.normalize("NFKC", text))
    return f"CID{found[1]}" if found else identifier_in(text) if len(text) > len("CID000801") else None


def _by_digits(text: str, look_up: LookUp) -> str | None:
    """The identifier of six digits without their letters, where the look-up has it."""
    cid = f"CID{text}"
    return cid if _DIGITS.fullmatch(text) and cid in look_up.by_cid else None


def _choice_of(chosen: str) -> Choice:
    if not chosen:
        return Choice.BLANK
    return _CHOICES.get(fold(chosen), Choice.NAMED)


def _mineral_of(text: str, reading: Reading) -> Mineral | None:
    """The mineral: of a CMRT one of the four, else one that is known or of which the declaration speaks."""
    if reading.kind is TemplateKind.CMRT or not text:
        return _metal_of(text, reading.book)
    found = mineral_named(text)
    if found is None and (own := mineral_of(text)) in reading.minerals:
        return own
    return found


def _metal_of(text: str, book: Book) -> Metal | None:
    """The metal, also as ``Gold (Au)``, as its symbol, or in another language of the template."""
    if not text:
        return None
    found = _METALS.get(text.casefold())
    if found is None and (parts := _SYMBOL.fullmatch(text)):
        found = _METALS.get((parts[1] or parts[2]).casefold())
    return found or book.labels.find_metal(text)


def _yes_no_of(text: str, book: Book, kind: TemplateKind) -> str:
    folded = fold(text)
    if not folded:
        return ""
    known = () if kind is TemplateKind.CMRT else YES_NO_UNKNOWN
    return _YES_NO_UNKNOWN.get(folded) or book.labels.find_option(text, known) or text
