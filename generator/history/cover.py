"""The cover of a filed Form SD: what stands above or before each caption of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..countries.table import CountryTable
from ..model import Layout, Passage
from .address import address_in
from .form_rows import TYPED, FormCell, FormRow, FormRows
from .stated import Gathered

_CAPTIONS = {
    "name": re.compile(r"\(?\s*exact\s+name\s+of\s+(?:the\s+)?registrant", re.I),
    "translation": re.compile(r"\(?\s*translation\s+of\s+(?:the\s+)?registrant", re.I),
    "jurisdiction": re.compile(
        r"\(?\s*state\s+(?:or|of)\s+(?:other\s+)?(?:jurisdiction|incorporation)", re.I
    ),
    "file_number": re.compile(r"\(?\s*commission\s+file|\(\s*commission\b", re.I),
    "ein": re.compile(r"\(?\s*(?:I\.?\s?R\.?\s?S\.?\s+employer|employer\s+identification)", re.I),
    "address": re.compile(
        r"\(?\s*(?:full\s+)?address\s+of\s+(?:the\s+)?(?:registrant[’']s\s+)?principal", re.I
    ),
    "zip": re.compile(r"\(?\s*zip\s+code", re.I),
    "contact": re.compile(r"\(?\s*name\s+and\s+telephone\s+number", re.I),
    "phone": re.compile(r"\(?\s*(?:registrant[’']s\s+)?telephone\s+number", re.I),
    "check": re.compile(r"check\s+the\s+appropriate\s+box", re.I),
}
_FRAME = re.compile(
    r"securities\s+and\s+exchange\s+commission|washington,?\s+d\.?\s?c|form\s+sd(?:/a)?\W*$|specialized\s+disclosure|united\s+states\W*$",
    re.I,
)
_FILE_NUMBER = re.compile(r"\b\d{1,3}-\d{3,6}(?:-\d{1,3})?\b")
_EIN = re.compile(r"\b\d{2}-\d{7}\b")
_NUMBERS = {"file_number": (_FILE_NUMBER, "commission_file_number"), "ein": (_EIN, "ein")}
"""Caption of a number to its shape, and to its entry below ``registrant``."""
_PHONE = re.compile(r"\(?\+?\d[\d()\s./–-]{6,}\d")
_LABEL = re.compile(r"\b(?:telephone|tel|phone)(?:\s+(?:number|no))?\s*[.:]*\s*", re.I)
_BLANK = re.compile(r"^[\s_.–—-]*$")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|Esq|Ph\.?D|CPA|J\.?D)\.?$", re.I)

Values = dict[str, tuple[FormRow, list[str]]]
"""Caption to the row with its value, and to the lines of the value."""


def cover_of(rows: FormRows, countries: CountryTable, into: Gathered) -> None:
    """Keeps what stands below ``registrant``, as far as the cover gives it; notes tell what it does not."""
    cover = _until_items(rows.rows)
    values = {name: (row, lines) for name, row, lines in _values(cover)}
    _name(values, rows, into)
    _jurisdiction(values, rows, into)
    for caption, (shape, entry) in _NUMBERS.items():
        _number(values, caption, shape, entry, rows, into)
    for caption, (shape, entry) in _NUMBERS.items():
        if caption in values:
            _by_shape(cover, shape, entry, rows, into)
    _address(values, rows, countries, into)
    _contact(values, rows, into)


def layout_of(rows: FormRows) -> tuple[Layout, Passage] | None:
    """The layout of the form: with the rule on resource extraction or without; None: it names none."""
    found = next((row for row in rows.rows if re.search(r"\b13q-1\b", row.text)), None)
    if found is not None:
        return Layout.FROM_2020, rows.passage(found)
    found = next((row for row in rows.rows if re.search(r"\brule\s+13p-1\b", row.text, re.I)), None)
    return (Layout.FROM_2013, rows.passage(found)) if found is not None else None


def _until_items(rows: Sequence[FormRow]) -> list[FormRow]:
    end = next(
        (at for at, row in enumerate(rows) if re.search(r"\bitem\s*1\.01\b", row.text, re.I)), len(rows)
    )
    return list(rows[:end])


def _values(cover: Sequence[FormRow]) -> Iterator[tuple[str, FormRow, list[str]]]:
    """Caption, the row with its value, and the lines of the value."""
    for at, row in enumerate(cover):
        for cell in row.cells:
            names = _captions(cell.text)
            if not names or names[0][0] == "check":
                continue
            own = _lines(cell.text[: names[0][1]])
            where, lines = (row, own) if own else _above(cover, at, row, cell)
            for name, _ in names if lines else ():
                yield name, where, lines


def _captions(text: str) -> list[tuple[str, int]]:
    """The captions in a text with their places, in order; that of a telephone is no other one."""
    found = [(name, match.start()) for name, pattern in _CAPTIONS.items() if (match := pattern.search(text))]
    names = {name for name, _ in found}
    dropped = {"phone"} if "contact" in names else set()
    return sorted((one for one in found if one[0] not in dropped), key=lambda one: one[1])


def _above(cover: Sequence[FormRow], at: int, row: FormRow, cell: FormCell) -> tuple[FormRow, list[str]]:
    """The lines above a caption, up to the caption or the frame before."""
    lines: list[str] = []
    where = row
    for before in reversed(cover[:at]):
        above = _cell_above(before, row, cell)
        if above is None or (lines and before.table != where.table and before.table is not None):
            break
        is_caption = _captions(above.text) or above.text.count(")") > above.text.count("(")
        if is_caption or _FRAME.search(above.text) or (lines and _is_apart(before, where)):
            break
        own = _lines(above.text)
        if own:
            lines, where = [*own, *lines], before
    return where, lines


def _is_apart(before: FormRow, below: FormRow) -> bool:
    """Whether a blank line stands between two lines of a text."""
    return before.table == TYPED and below.line - before.line > 1


def _cell_above(before: FormRow, row: FormRow, cell: FormCell) -> FormCell | None:
    if before.table == row.table and row.table is not None:
        over = [one for one in before.cells if one.begin < cell.end and one.end > cell.begin]
        if over:
            return over[0]
        return (
            None if any(_captions(one.text) for one in before.cells) else FormCell("", cell.begin, cell.end)
        )
    if len(before.cells) == len(row.cells):
        return before.cells[row.cells.index(cell)]
    return before.cells[0] if len(before.cells) == 1 and len(row.cells) == 1 else None


def _lines(text: str) -> list[str]:
    parts = (line.strip().strip("_").strip() for line in text.split("\n"))
    return [" ".join(line.split()) for line in parts if not _BLANK.match(line)]


def _name(values: Values, rows: FormRows, into: Gathered) -> None:
    """Keeps the name, and the translation in brackets behind or below it."""
    if "name" not in values:
        return
    row, lines = values["name"]
    lines = [line for line in lines if not _FRAME.search(line)]
    if not lines:
        return
    bracketed = re.match(r"^\((.+)\)$", lines[-1])
    *_, name = ("", *(lines[:-1] if bracketed else lines))
    inner = re.match(r"^(.+?)\s*\(([^()]*[A-Za-z]{3}[^()]*)\)$", name)
    translation = bracketed[1] if bracketed else ""
    if inner and not translation:
        name, translation = inner[1], inner[2]
    if name:
        into.know(("registrant", "name"), name, rows.passage(row, " ".join(lines)))
    if translation:
        into.know(("registrant", "translation"), translation, rows.passage(row, " ".join(lines)))


def _jurisdiction(values: Values, rows: FormRows, into: Gathered) -> None:
    if "jurisdiction" not in values:
        return
    row, lines = values["jurisdiction"]
    text = " ".join(lines)
    if not _BLANK.match(text):
        into.know(("registrant", "jurisdiction"), text, rows.passage(row, text))


def _number(
    values: Values, caption: str, shape: re.Pattern[str], entry: str, rows: FormRows, into: Gathered
) -> None:
    """Keeps the number at its caption, where one of its shape stands there."""
    if caption not in values:
        return
    row, lines = values[caption]
    text = " ".join(lines)
    if found := shape.search(text):
        into.know(("registrant", entry), found[0], rows.passage(row, text))


def _by_shape(
    cover: Sequence[FormRow], pattern: re.Pattern[str], path: str, rows: FormRows, into: Gathered
) -> None:
    """A number of a shape that nothing else on the cover has, wherever it stands; only where there is one."""
    if into.find("registrant", path) is not None:
        return
    found = {
        (match[0], row.line): row for row in cover for match in pattern.finditer(_without_phones(row.text))
    }
    values = {value for value, _ in found}
    if len(values) == 1:
        (value,) = values
        into.know(("registrant", path), value, rows.passage(next(iter(found.values()))))


def _without_phones(text: str) -> str:
    return re.sub(r"\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b|\b\d{5}-\d{4}\b", " ", text)


def _address(values: Values, rows: FormRows, countries: CountryTable, into: Gathered) -> None:
    """Keeps the address in its parts; a note where its lines are not understood."""
    if "address" not in values:
        return
    row, lines = values["address"]
    _, codes = values.get("zip", (None, []))
    code = codes[-1] if codes and codes != lines else ""
    address = address_in(lines, code, countries)
    if address is not None:
        passage = rows.passage(row, " ".join([*lines, code]).strip())
        for key, value in address.items():
            into.know(("registrant", "address", key), value, passage)
    else:
        into.doubt(
            f"the address of the cover is not understood: '{', '.join(lines)}'",
            rows.passage(row).where,
            "Write it below registrant.address in disclosure.yml.",
        )


def _contact(values: Values, rows: FormRows, into: Gathered) -> None:
    """Keeps name, title and telephone number; a note where name or number are not told."""
    if "contact" not in values:
        return
    row, lines = values["contact"]
    _, beside = values.get("phone", (None, []))
    others = [cell.text for cell in row.cells if not set(_lines(cell.text)) & set(lines)]
    text = "\n".join([*lines, *others, *beside])
    phone = _PHONE.search(text)
    before = _LABEL.sub("", text[: phone.start()] if phone else text)
    parts = [
        part.strip(" ;–—-") for part in re.split(r",|\n|\s{3,}|\s[–—-]\s", before) if part.strip(" ;–—-")
    ]
    parts = [part for part in parts if not _captions(part)]
    if not parts or not phone:
        into.doubt(
            f"the contact of the cover is not understood: '{' '.join(lines)}'",
            rows.passage(row).where,
            "Write it below registrant.contact in disclosure.yml.",
        )
        return
    name, *title = parts
    if not title:
        behind = [part.strip(" ;–—-") for part in re.split(r",|\n", text[phone.end() :])]
        title = [part for part in behind if part and not _captions(part) and re.search(r"[A-Za-z]{3}", part)]
    while title and _SUFFIX.match(title[0]):
        name, title = f"{name}, {title[0]}", title[1:]
    passage = rows.passage(row, " ".join(text.split()))
    into.know(("registrant", "contact", "name"), name, passage)
    if title:
        into.know(("registrant", "contact", "title"), ", ".join(title), passage)
    into.know(("registrant", "contact", "telephone"), " ".join(phone[0].split()), passage)
