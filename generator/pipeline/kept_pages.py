"""The pages of the years as they were made last; those of a year that was not read again stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from ..documents.output import Output
from .across_years import with_years_before
from .loaded import LoadedYear, Year, at_addresses, sound
from .same import OfSame
from .year_pages import RenderedYear, render_year


class KeptPages:
    """Makes the pages of the years again and again, for one output; for another one it begins anew."""

    def __init__(self) -> None:
        self._output: Output | None = None
        self._forget()

    def _forget(self) -> None:
        self._placed: OfSame[tuple[Year, ...]] = OfSame()
        self._made: OfSame[RenderedYear] = OfSame()
        self._complete: OfSame[RenderedYear] = OfSame()

    def years(self, loaded: Iterable[LoadedYear], output: Output) -> tuple[Year, ...]:
        """The years as they are for the output. Raises InputError where an error stops one."""
        if output != self._output:
            self._forget()
            self._output = output
        found = sound(loaded, is_preview=output.is_preview)
        placed = (
            self._placed.get(one.year, (one,), partial(at_addresses, [one], output.addresses))
            for one in found
        )
        return tuple(year for (year,) in placed)

    def made(self, years: Sequence[Year], output: Output) -> list[RenderedYear]:
        """Pages and files of each of the years that ``years`` gave for this output, by itself."""
        return [self._made.get(one.year, (one,), partial(render_year, one, output)) for one in years]

    def complete(
        self, made: Sequence[RenderedYear], years: Sequence[Year], beside: Sequence[Year]
    ) -> list[RenderedYear]:
        """What ``made`` gave of the years, with what is told of those before them among ``beside``."""
        has_page = len(beside) > 1
        found = []
        for one, year in zip(made, years, strict=True):
            before = [other for other in beside if other.year < year.year]
            make = partial(with_years_before, one, year, before, has_page=has_page)
            found.append(self._complete.get((year.year, has_page), (one, year, *before), make))
        return found
