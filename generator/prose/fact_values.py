"""Facts as values: numbers, texts and groups of both that know their own path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..model import StatedFigure


class FactInt(int):
    """A number from the data; ``path`` says which."""

    path: str

    def __new__(cls, value: int, path: str) -> FactInt:
        self = super().__new__(cls, value)
        self.path = path
        return self


class FactStr(str):
    """A text from the data; ``path`` says which."""

    path: str

    def __new__(cls, value: str, path: str) -> FactStr:
        self = super().__new__(cls, value)
        self.path = path
        return self


def date_text(day: dt.date) -> str:
    """A date as a US filing writes it: ``May 31, 2022``."""
    return f"{day:%B} {day.day}, {day.year}"


def sentence_list(names: Iterable[str]) -> str:
    """Names as a sentence lists them: ``a, b and c`` with a comma before ``and`` from three on."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])}{',' if len(found) > 2 else ''} and {found[-1]}"


class Facts:
    """A group of facts at ``path``. Public attributes are what templates may read."""

    def __init__(self, path: str) -> None:
        self.path = path

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}"

    def _text(self, name: str, value: str | None) -> FactStr | None:
        return None if value is None else FactStr(value, self._at(name))

    def _date(self, name: str, value: dt.date | None) -> FactStr | None:
        return None if value is None else FactStr(date_text(value), self._at(name))

    def _figure(self, name: str, figure: StatedFigure | None) -> FactInt | FactStr | None:
        """A stated figure: a number where it is exact, else the filer's words."""
        if figure is None:
            return None
        exact = figure.exact
        return self._text(name, figure.text) if exact is None else self._count(name, exact)

    def _count(self, name: str, value: int) -> FactInt:
        return FactInt(value, self._at(name))
