"""The calendar year of a disclosure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .vocabulary import Layout


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year and the dates that Form SD derives from it."""

    year: int

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, 1, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.year, 12, 31)

    @property
    def due(self) -> dt.date:
        """Due date of Form SD: 31 May of the next year, moved past weekends and Memorial Day.

        Source: General Instruction B. Memorial Day is the last Monday in May.
        """
        day = dt.date(self.year + 1, 5, 31)
        saturday, monday = 5, 0
        while day.weekday() >= saturday or (day.weekday() == monday and day.month == 5):
            day += dt.timedelta(days=1)
        return day

    @property
    def layout(self) -> Layout:
        """Layout in force: the amended form applies from the reports for 2020."""
        return Layout.FROM_2020 if self.year >= 2020 else Layout.FROM_2013
