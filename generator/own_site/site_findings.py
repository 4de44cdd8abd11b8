"""What is to be said of the site itself, and not of one year of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..pipeline import LoadedYear, load, load_year
from .open_notes import open_notes
from .own_content import not_own


def must_be_own(data_dir: Path, year: int) -> None:
    """Raises InputError where the content of the year, as a final, is not the company's own.

    The address and the pages of ``docs`` are no part of what is signed: a build looks at them.
    """
    years = [one if one.year != year else load_year(data_dir, year, as_final=True) for one in load(data_dir)]
    own = f"{data_dir.name}/{year}/"
    found = not_own(data_dir / "no pages", years, None)
    if stopping := [one for one in errors(found) if one.where.file.startswith(own)]:
        raise InputError(stopping)


def site_findings(
    docs: Path, years: Sequence[LoadedYear], site_url: str | None, *, may_stop: bool = False
) -> list[Finding]:
    """Whether it is the company's own, and the notes that are open in its pages.

    ``site_url`` None: there are no settings. Raises InputError where ``may_stop`` and one is an error.
    """
    found = [*not_own(docs, years, site_url), *open_notes(docs, years)]
    if may_stop and errors(found):
        raise InputError(found)
    return found
