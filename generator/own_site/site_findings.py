"""What is to be said of the site itself, and not of one year of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..pipeline import LoadedYear
from .open_notes import open_notes
from .own_content import not_own


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
