"""The words for a status, the lists of facilities and how they are shown, counts without a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from ..vocabulary import INTERNAL_COLUMNS, Metal, StatusClass
from ..words import metals_in
from .base import Day, Fact, Misfit, StatedCount, Text

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
        own = {*KNOWN_COLUMNS, "aliases"} & set(self.own_columns)
        if clash := next((key for key in self.own_columns if key in own), None):
            expected = f"another key for the own column {clash}, which the program has itself"
            raise Misfit(expected, "own_columns", clash)
        for number, name in enumerate(self.columns):
            self._must_be_known(name, "columns", number)
            if name in self.columns[:number]:
                raise Misfit("each column once", "columns", number)
        for name in self.headings:
            self._must_be_known(name, "headings", name, is_name=True)
        if "name" not in self.columns:
            raise Misfit("the column name as well", "columns")
        return self

    def _must_be_known(self, name: str, *path: str | int, is_name: bool = False) -> None:
        every = (*KNOWN_COLUMNS, *self.own_columns)
        if name not in every:
            near = get_close_matches(name, every, 1)
            meant = f"; perhaps '{near[0]}' is meant" if near else ""
            raise Misfit(f"one of {', '.join(every)}{meant}", *path, is_name=is_name)

    @model_validator(mode="after")
    def _headings_are_told_apart(self) -> Self:
        internal = {title.casefold() for title in INTERNAL_COLUMNS}
        first: dict[str, str] = {}
        for column, heading, path in self._own_headings():
            if heading.casefold() in internal:
                raise Misfit(f"other columns than '{heading}', which is never published", *path)
            if first.setdefault(_folded(heading), column) != column:
                raise Misfit(f"each heading once; '{heading}' stands for two columns", *path)
        return self

    def _own_headings(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Each heading as filed with its column and where it stands; both columns of a country are one."""
        for name, heading in self.headings.items():
            column = "country" if name == "country_as_filed" else name
            yield column, heading, ("headings", name)
        for key, own in self.own_columns.items():
            yield key, own.heading, ("own_columns", key, "heading")


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

    @property
    def status_paths(self) -> Iterator[tuple[str, ...]]:
        """The keys from here to each count of a status; the last one is its label."""
        yield from (("by_status", label) for label in self.by_status)
        for metal, of_metal in self.by_metal_and_status.items():
            yield from (("by_metal_and_status", metal.value, label) for label in of_metal)

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
