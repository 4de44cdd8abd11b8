"""A table as a value, and as complete HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..prose.environment import Markdown, page_environment
from ..prose.fact_values import FactStr

TEMPLATE = "partials/table.html.j2"


@dataclass(frozen=True)
class Cell:
    """One value of a table. A number stands at the end of its cell."""

    value: str | int
    status_class: str = ""
    """Gives the value the marker of its status, as ``Look.css`` has it; empty: no status."""
    tag: str = ""
    """A word of ours beside the value; empty: none."""
    share: str = ""
    """What part of a whole the number is, for example ``79.5%``; empty: not said."""
    href: str = ""
    """Where the value leads to; empty: nowhere."""

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, int)

    @property
    def is_zero(self) -> bool:
        return self.is_number and self.value == 0


@dataclass(frozen=True)
class Heading:
    """Heading of a column; a status of the vocabulary has its marker, as ``Look.css`` has it."""

    text: str
    is_number: bool = False
    status_class: str = ""
    is_total: bool = False
    """Whether the column has the totals of the others."""


@dataclass(frozen=True)
class Row:
    """A row: its heading first, then one cell a column."""

    heading: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """What the template of tables uses. ``totals`` None: the columns do not add up to anything."""

    id: str
    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    totals: Row | None = None


@lru_cache(maxsize=64)
def html(table: Table | None) -> Markdown:
    """The table inside its scrolling region, as one block that Markdown leaves alone; empty for None."""
    if table is None:
        return Markdown("")
    return Markdown(page_environment().get_template(TEMPLATE).render(vars(table)).rstrip("\n"))


def number_cells(numbers: Iterable[int | None]) -> tuple[Cell, ...]:
    """A cell a number; None is an empty one."""
    return tuple(map(number_cell, numbers))


def number_cell(number: int | None, share: str = "") -> Cell:
    """The cell of a number; empty for None."""
    return Cell("") if number is None else Cell(number, share=share)


def one_line(text: FactStr | None) -> FactStr:
    """The text without line breaks: at the start of a line, Markdown would read it before HTML does."""
    if text is None:
        return FactStr("", "")
    return FactStr(" ".join(text.splitlines()), text.path)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
