"""The words for a status, and how the list is shown."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..vocabulary import StatusClass
from .base import Day, Fact, Text


class Status(Fact):
    """One word of the filer's status vocabulary."""

    label: Text
    status_class: StatusClass = Field(alias="class")
    definition: Text
    list_name: Text | None = Field(default=None, alias="list")
    """The list that decides; None where no list does (indeterminable)."""
    as_of: Day | None = None
    """Date of that list; None where the filing does not say."""


ColumnName = Literal[
    "cid", "metal", "name", "country_as_filed", "country", "city", "state", "status",
    "status_as_of", "recycled", "footnote",
]  # fmt: skip


class Annex(Fact):
    """How the facility list is shown."""

    title: Text
    columns: Annotated[tuple[ColumnName, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _columns_needed(self) -> Self:
        missing = [name for name in ("metal", "name", "status") if name not in self.columns]
        if not {"country", "country_as_filed"} & set(self.columns):
            missing.append("country_as_filed")
        if missing:
            raise ValueError(f"the columns {', '.join(missing)} as well")
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("each column once")
        return self
