"""What was published of a year: each filing with its day, and the documents of earlier ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .amendments import form_name_of
from .given_files import Asset


@dataclass(frozen=True, slots=True)
class KeptFiling:
    """The documents of an earlier filing, which stay at their addresses."""

    amendment: int | None
    """None: the original filing."""
    published: dt.date
    """The day on which it was recorded as published."""
    filed: dt.date | None
    """None: not stated when it was recorded."""
    edgar_url: str | None
    """None: not stated when it was recorded."""
    files: tuple[Asset, ...]
    """In the order in which they were listed."""

    @property
    def form_name(self) -> str:
        """``Form SD``, or ``Form SD/A (Amendment No. 2)``."""
        return form_name_of(self.amendment)


@dataclass(frozen=True, slots=True)
class Publication:
    """One filing that stands, or stood, on the site."""

    amendment: int | None
    """None: the original filing."""
    day: dt.date
    """The day on which it was recorded as published, else of its filing, else of its signature."""
    is_recorded: bool
    """Whether a record says that day."""
    fingerprint: str
    """Of the content that was published; empty where nothing is recorded."""
