"""The words for a status, the lists of facilities and how they are shown, counts without a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from ..vocabulary import INTERNAL_COLUMNS, Metal, StatusClass
from ..words import metals_in
from .base import Day, Fact, StatedCount, Text

BOLD = "bold"
"""The mark of a status that the filer shows by bold letters."""

UNMARKED = "unmarked"
"""The mark of a status that the filer shows by leaving all signs out."""


class Status(Fact):
    """One word of the filer's status vocabulary."""

    label: Text
    status_class: StatusClass = Field(alias="class")
    definition: Text | None = None
    """What it means; None where the filing does not say."""
    list_name: Text | None = Field(default=None, alias="list")
    """The list that decides; None where no list does (indeterminable)."""
    as_of: Day | None = None
    """Date of that list; None where the filing does not say."""
    mark: Text | None = None
    """The sign for it in the list, such as ``*``, ``bold`` or ``unmarked``; None: its label stands there."""


KNOWN_COLUMNS = (
    "cid", "metal", "name", "country_as_filed", "country", "city", "state", "status",
    "status_as_of", "recycled", "footnote", "list",
)  # fmt: skip
"""Columns that the program knows; ``list`` names the list where there are several."""

ColumnName = str
"""One of ``KNOWN_COLUMNS``, or the key of an own column."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,30}$")]


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()


class OwnColumn(Fact):
    """A further column that the filer publishes."""

    heading: Text
    """Its heading in ``smelters.xlsx`` and everywhere."""
    meaning: Text | None = None
    can_be_filtered: bool = Field(default=False, alias="filter")
    legend: dict[Text, Text] = Field(default_factory=dict)
    """Sign to what it means, where its cells hold signs."""


class Note(Fact):
    """A sign in the list that is no status, and what the filer says of it."""

    mark: Text
    text: Text


class Annex(Fact):
    """How the facility list is shown."""

    title: Text
    columns: Annotated[tuple[Text, ...], Field(min_length=1)]
    headings: dict[Text, Text] = Field(default_factory=dict)
    """Column to its heading as filed; without an entry the program's own."""
    order: Literal["by-metal", "as-filed"] = "by-metal"
    marks_in: Literal["name", "metal", "status", "cid", "country_as_filed"] | None = None
    """The column whose cells end in signs; None: no signs, or a column of their own."""
    notes: tuple[Note, ...] = ()
    own_columns: dict[Key, OwnColumn] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _columns_are_known(self) -> Self:
        known = {*KNOWN_COLUMNS, *self.own_columns}
        if clash := sorted({*KNOWN_COLUMNS, "aliases"} & set(self.own_columns)):
            raise ValueError(f"another key for the own column {clash[0]}, which the program has itself")
        if unknown := sorted({*self.columns, *self.headings} - known):
            every = (*KNOWN_COLUMNS, *self.own_columns)
            meant = (
                f"; perhaps '{near[0]}' is meant" if (near := get_close_matches(unknown[0], every, 1)) else ""
            )
            raise ValueError(f"columns of {', '.join(every)}, not {unknown[0]}{meant}")
        internal = {title.casefold() for title in INTERNAL_COLUMNS}
        own = {key: column.heading for key, column in self.own_columns.items()}
        read = [*self.headings.values(), *own.values()]
        if withheld := next((heading for heading in read if heading.casefold() in internal), None):
            raise ValueError(f"other columns than '{withheld}', which is never published")
        columns = {
            ("country" if name == "country_as_filed" else name, _folded(heading)): heading
            for name, heading in {**self.headings, **own}.items()
        }
        headings = [heading for _, heading in columns]
        if twice := next((text for (_, one), text in columns.items() if headings.count(one) > 1), None):
            raise ValueError(f"each heading once; '{twice}' stands for two columns")
        if "name" not in self.columns:
            raise ValueError("the column name as well")
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("each column once")
        return self


def _must_be_other(name: str) -> str:
    if metals := metals_in(name):
        raise ValueError(f"minerals beside the four of the rule; this one names {' and '.join(metals)}")
    return name


SectionName = Annotated[Text, AfterValidator(lambda name: name.removesuffix(".md"))]
"""The name of a section's file, without its ending."""

OtherName = Annotated[Text, AfterValidator(_must_be_other)]
"""A mineral that the rule is not about: under such a name no total of the rule has a row."""


class FacilityListFacts(Fact):
    """One of several lists: a sheet of ``smelters.xlsx``."""

    sheet: Text
    title: Text
    minerals: tuple[Text, ...] = ()
    """The minerals of its rows; one alone holds for all rows of a sheet without that column."""
    section: SectionName | None = None
    """The section of the report behind which the list stands, such as ``07-annex``; None: at the end."""
    counted: bool = True
    """Whether its rows are part of the totals; lists of other minerals never are."""


class Counts(Fact):
    """Counts as the filing states them, for a filer without a list, or beside a list that lacks a column."""

    unit: Text = "facilities"
    total: StatedCount | None = None
    """None: not stated, or not as an exact number."""
    total_in_words: Text | None = None
    """The entry ``total`` where it is no exact number, such as ``approximately 250``."""
    by_metal: dict[Metal, StatedCount] = Field(default_factory=dict)
    by_status: dict[Text, StatedCount] = Field(default_factory=dict)
    by_metal_and_status: dict[Metal, dict[Text, StatedCount]] = Field(default_factory=dict)
    by_programme: dict[Text, StatedCount] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _words_are_no_number(cls, stated: object) -> object:
        """A total in words stands apart: nothing is computed with it."""
        if not isinstance(stated, dict) or not isinstance(total := stated.get("total"), str):
            return stated
        if not re.match(r"[A-Za-z]", total.strip()) or not re.search(r"\d", total):
            return stated
        return {**stated, "total": None, "total_in_words": " ".join(total.split())}

    def of(self, metal: Metal | None, labels: frozenset[str] | None) -> int | None:
        """The number for a metal (None: all) with any of some statuses (None: all); None: not stated."""
        if labels is None:
            return self.total_of(metal)
        known: Mapping[str, int] = (
            self.by_status if metal is None else self.by_metal_and_status.get(metal, {})
        )
        if metal is None and not labels <= known.keys():
            each = [self.of(one, labels) for one in self.by_metal_and_status]
            return None if not each or None in each else sum(number or 0 for number in each)
        return sum(known[label] for label in labels) if labels and labels <= known.keys() else None

    def total_of(self, metal: Metal | None) -> int | None:
        """The number stated for a metal; None as metal: for all. None: not stated."""
        if metal is None:
            return self.total
        return self.by_metal.get(metal)
