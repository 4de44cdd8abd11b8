"""Record that a year was published as it stands now."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ..errors import DisclosureError
from ..pipeline import load_year, snapshot
from ..record.records import PUBLISHED, RECORDS, Deed
from ..record.write import deed_of_publication
from .record import without_errors, written


def publish(data_dir: Path, year: int, day: dt.date) -> tuple[Path, Deed]:
    """Writes that the content of the year was published as it stands now.

    The folder written and what it says. Takes the place of what was published before. Raises InputError where
    the content has errors, DisclosureError where it is a draft or the record cannot be written.
    """
    own = f"{data_dir.name}/{year}/{RECORDS}/{PUBLISHED}/"
    loaded = without_errors(load_year(data_dir, year), lambda error: error.where.file.startswith(own))
    if loaded.disclosure.facts.filing.is_draft:
        raise DisclosureError(
            f"The state of {year} is draft, and a draft is not published. Set filing.state to final in"
            f" {loaded.disclosure.file}, build the site, and put it on the host first."
        )
    content = snapshot(loaded)
    return written(data_dir, year, PUBLISHED, deed_of_publication(day, content), content)
