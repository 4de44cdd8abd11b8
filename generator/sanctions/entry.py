"""What a list of sanctions says of a company. Persons, ships and aircraft are left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

OFAC_SDN, OFAC_OTHER = "OFAC's SDN list", "OFAC's consolidated (non-SDN) list"
EU = "the EU's consolidated list of financial sanctions"


@dataclass(slots=True)
class Entry:
    """A company, group or other body with all of its names; aliases may stand in another file."""

    number: str
    """As the list gives it: OFAC's UID, the EU's reference number."""
    names: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)

    def add(self, name: str = "", programme: str = "") -> None:
        """A name and a programme that are not there yet."""
        name, programme = " ".join(name.split()), " ".join(programme.split())
        if name and name not in self.names:
            self.names.append(name)
        if programme and programme not in self.programmes:
            self.programmes.append(programme)


@dataclass(frozen=True)
class ListFile:
    """What one file holds; ``entries`` by number."""

    path: Path
    shown: str
    title: str
    entries: dict[str, Entry]
    stated_on: dt.date | None = None
    """The day that the file itself states; None: its format has none."""
    needs: str = ""
    """A file of aliases that belongs to this one and was not given; empty: none is missing."""

    @property
    def day(self) -> dt.date:
        """The day that it states, else the day on which the file was saved."""
        saved = dt.datetime.fromtimestamp(self.path.stat().st_mtime, dt.UTC).date()
        return self.stated_on or saved

    @property
    def of_day(self) -> str:
        """The list with its day, in words."""
        how = "of" if self.stated_on else "without a date, saved on"
        return f"{self.title} {how} {self.day}"


class NotAListError(Exception):
    """The file is none of the known formats, or is damaged at ``line`` (None: as a whole)."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
