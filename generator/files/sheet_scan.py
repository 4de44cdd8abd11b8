"""What a sheet of a workbook holds, seen in its parsed elements, however its XML is spelled.

Prefixes, the order of attributes and the kind of quotes change nothing. Nothing is kept but a few numbers,
and reading stops as soon as the sheet is too large to be read by anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from .raw_table import column_letters

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_YES = ("1", "true")
_DEEPEST = 50
"""Elements inside each other; a cell stands four deep."""
_VALUES = ("v", "is", "f")
"""Elements of a cell that say something: a value, a text, a formula."""


class _Enough(Exception):
    """What was looked for is found, or cannot come any more."""


class TooFar(Exception):
    """The rectangle from A1 to the last filled cell is larger than the limit."""


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """A cell that holds an error, or a formula without a stored value."""

    cell: str
    error: str
    """The error as Excel writes it, such as ``#N/A``; empty: a formula has no value."""
    formula: str
    """With the sign ``=``; empty where it is part of a formula that stands in another cell, or an error."""


@dataclass
class SheetScan:
    """What was seen of a sheet so far."""

    most_cells: int
    """Largest rectangle from A1 that is borne."""
    struck_styles: frozenset[str] = frozenset()
    """Numbers of the styles whose letters are struck through."""
    columns: int = 0
    """Number of the last column with a value."""
    rows: int = 0
    """Number of the last row with a value."""
    has_formulas: bool = False
    has_errors: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    """Numbers of the rows that are hidden, or filtered out, and hold something, in order."""
    struck_rows: list[int] = field(default_factory=list)
    """Numbers of the rows with something that is struck through, in order."""
    faults: list[FaultyCell] = field(default_factory=list)
    """In the order of rows."""
    farthest: str = ""
    """The cell with a value that stands in the last column."""
    _depth: int = 0
    _row: int = 0
    _column: int = 0
    _is_hidden: bool = False
    _is_struck: bool = False
    _kind: str = ""
    _inside: str = ""
    _has_formula: bool = False
    _formula: list[str] = field(default_factory=list)
    _value: list[str] = field(default_factory=list)

    def read(self, blocks: Iterable[bytes]) -> None:
        """Raises TooFar, and ValueError where it is no XML or declares entities."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse
        try:
            for block in blocks:
                parser.Parse(block, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError) as problem:
            raise ValueError(f"the sheet is no XML: {problem}") from problem

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("the sheet is nested too deeply")
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "row":
            self._row = int(attributes.get("r") or self._row + 1)
            self._column = 0
            self._is_hidden = attributes.get("hidden") in _YES
        elif tag in _VALUES:
            self._begin_value(tag)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        if found := _CELL.fullmatch(attributes.get("r", "")):
            self._column, self._row = column_number(found[1]), int(found[2])
        self._kind = attributes.get("t", "")
        self._is_struck = attributes.get("s", "") in self.struck_styles
        self._has_formula = False
        self._formula, self._value = [], []
        self.has_errors = self.has_errors or self._kind == "e"

    def _begin_value(self, tag: str) -> None:
        self._inside = tag
        self._has_formula = self._has_formula or tag == "f"
        self.has_formulas = self.has_formulas or tag == "f"
        if self._column > self.columns:
            self.columns, self.farthest = self._column, f"{column_letters(self._column - 1)}{self._row}"
        self.rows = max(self.rows, self._row)
        if self.columns * self.rows > self.most_cells:
            raise TooFar
        if self._is_hidden and self.hidden_rows[-1:] != [self._row]:
            self.hidden_rows.append(self._row)
        if self._is_struck and self.struck_rows[-1:] != [self._row]:
            self.struck_rows.append(self._row)

    def _text(self, text: str) -> None:
        if self._inside == "f":
            self._formula.append(text)
        elif self._inside == "v":
            self._value.append(text)

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        self._depth -= 1
        if tag in _VALUES:
            self._inside = ""
        if tag != "c":
            return
        formula, value = "".join(self._formula).strip(), "".join(self._value).strip()
        cell = f"{column_letters(self._column - 1)}{self._row}"
        if self._kind == "e":
            self.faults.append(FaultyCell(cell, value or "#N/A", ""))
        elif self._has_formula and not value and self._kind not in ("str", "inlineStr"):
            self.faults.append(FaultyCell(cell, "", f"={formula}" if formula else ""))


def _refuse(*declared: object) -> None:
    raise ValueError("the sheet declares entities")


def stated_reach(head: bytes) -> int | None:
    """How many cells the rectangle has that a sheet says it fills, by the beginning of its XML.

    None where the beginning does not say it.
    """
    found: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "dimension":
            found.append(attributes.get("ref", ""))
        if tag in ("dimension", "sheetData"):
            raise _Enough

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(head, False)
    except _Enough:
        pass
    except (expat.ExpatError, ValueError, LookupError):
        return None
    last = _CELL.fullmatch(found[0].rpartition(":")[2].upper()) if found else None
    return column_number(last[1]) * int(last[2]) if last else None


def column_number(letters: str) -> int:
    """``A`` is 1, ``Z`` is 26, ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
