"""Runs ``mkdocs`` with another time of day: ``python -m tests.support.clock SECONDS build --strict …``.

Sets what Python programs ask for the time, before any other module of the build is imported.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable
from typing import Any


def set_clock(seconds: float) -> None:
    """Make ``seconds`` since 1970 the time of this process; the clock stands still."""
    time.time = lambda: seconds
    time.time_ns = lambda: int(seconds * 1_000_000_000)
    for name in ("ctime", "gmtime", "localtime"):
        setattr(time, name, _without_argument(getattr(time, name), seconds))
    real_date, real_datetime = datetime.date, datetime.datetime

    class AnyDate(type):
        def __instancecheck__(cls, value: Any) -> bool:
            return isinstance(value, real_datetime if issubclass(cls, real_datetime) else real_date)

    class Date(real_date, metaclass=AnyDate):
        @classmethod
        def today(cls) -> datetime.date:
            return cls.fromtimestamp(seconds)

    class DateTime(real_datetime, metaclass=AnyDate):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
            return cls.fromtimestamp(seconds, tz)

        @classmethod
        def today(cls) -> datetime.datetime:
            return cls.fromtimestamp(seconds)

        @classmethod
        def utcnow(cls) -> datetime.datetime:
            return cls.fromtimestamp(seconds, datetime.UTC).replace(tzinfo=None)

    datetime.date, datetime.datetime = Date, DateTime  # type: ignore[misc]


def _without_argument(real: Callable[[float], Any], seconds: float) -> Callable[..., Any]:
    return lambda given=None: real(seconds if given is None else given)


if __name__ == "__main__":
    set_clock(float(sys.argv.pop(1)))
    from mkdocs.__main__ import cli

    cli()
