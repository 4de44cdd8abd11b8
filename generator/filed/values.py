"""What a filed exhibit says, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.places import LineRef, Passage
from ..model.vocabulary import COVERED_COUNTRIES, Metal, Mineral


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A row of the facility table of a filed document. None: the table does not say, or not legibly."""

    metal: Mineral | None
    name: str
    """As filed, without footnote marks."""
    country: str | None
    country_code: str | None
    """ISO 3166-1 alpha-2; None where no table knows the country's name."""
    status: str | None
    """A cell of the table, or the label that the footnote mark stands for."""
    cid: str | None
    where: LineRef


@dataclass(frozen=True, slots=True)
class FiledLine:
    """A paragraph, or a row of a table outside the facility table."""

    cells: tuple[tuple[int, str], ...]
    """The column in which a cell begins, from 0, and its text; empty cells are left out."""
    table: int | None
    """Number of the table in its document; None: a paragraph."""
    where: LineRef

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.cells)


@dataclass(frozen=True, slots=True)
class NamedCountry:
    """A country of a list, as it is written there."""

    name: str
    code: str | None
    """ISO 3166-1 alpha-2; None where no table knows the name."""
    metals: tuple[Metal, ...] = ()
    """The metals that are said to come from there; empty: the list does not say of which."""

    @property
    def is_covered(self) -> bool:
        return self.code in COVERED_COUNTRIES


@dataclass(frozen=True, slots=True)
class CountryList:
    """Countries that a document lists together."""

    kind: str
    """``origins``, ``covered`` or ``places`` (of smelters); empty: nothing says what they are."""
    countries: tuple[NamedCountry, ...]
    where: LineRef
    is_alone: bool = False
    """Whether it is a paragraph or a table of its own, and no sentence."""
    is_partial: bool = False
    """Whether it gives examples only."""
    words: str = ""
    """What its sentence says before the first country."""


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A filed exhibit, or the text of one, as far as it can be compared with the data."""

    file: str
    rows: tuple[FiledRow, ...]
    """The facility table, whatever the order of its columns, over all its pages."""
    columns: tuple[str, ...]
    """What the columns of that table hold, in its order."""
    passages: tuple[Passage, ...]
    """The text outside that table."""
    counts: tuple[tuple[Passage, ...], ...] = ()
    """Rows of the other tables that hold numbers."""
    lines: tuple[FiledLine, ...] = ()
    """Paragraphs and rows outside the facility table, in the document's order."""
    country_lists: tuple[CountryList, ...] = ()


def together(documents: Sequence[FiledDocument]) -> FiledDocument:
    """Several documents of one filing, such as the form and its exhibits, as one."""
    if len(documents) == 1:
        return documents[0]
    lists = [one for one in documents if one.rows]
    return FiledDocument(
        file=", ".join(dict.fromkeys(one.file for one in lists or documents)),
        rows=tuple(row for one in documents for row in one.rows),
        columns=tuple(dict.fromkeys(name for one in lists for name in one.columns)),
        passages=tuple(passage for one in documents for passage in one.passages),
        counts=tuple(row for one in documents for row in one.counts),
        lines=tuple(line for one in documents for line in one.lines),
        country_lists=tuple(found for one in documents for found in one.country_lists),
    )
