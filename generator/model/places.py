"""Places in files: a cell as Excel shows it, a line of a text, a passage with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell as Excel shows it: ``smelters.xlsx 'Smelter List'!F14`` (a CSV has no sheet)."""

    file: str
    sheet: str | None
    cell: str

    def __str__(self) -> str:
        return f"{self.file} '{self.sheet}'!{self.cell}" if self.sheet else f"{self.file} {self.cell}"


@dataclass(frozen=True, slots=True)
class LineRef:
    """A line of a text file, counted from 1; ``line`` None means the file as a whole."""

    file: str
    line: int | None = None
    column: int | None = None
    """First character, counted from 1; None means the line as a whole."""
    length: int = 1
    """How many characters from there on; only where there is a column."""
    words: str = ""
    """What stands there, where the line does not tell: a filed document may be one line."""

    def __str__(self) -> str:
        if self.words:
            return f"{self.file}, “{self.words}”"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


Place = CellRef | LineRef


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, item, caption or cell of a document, with single blanks."""

    text: str
    where: LineRef
