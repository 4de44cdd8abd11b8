"""Exhibits that somebody else made or filed, searched when they are set beside the data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..filed.submission import text_of_file
from ..findings import Finding, in_order
from ..model import LineRef
from ..pipeline import Year
from .search_of_years import Allowed, other_years, search_of_years
from .unsearched import not_searched
from .written import Written
from .year_texts import found_in

_ADVICE = (
    "Take it out before it is filed. Of what is filed already, ask your counsel what follows; an amendment"
    " can leave it out. If it may be published, name it in mkdocs.yml under may_be_published."
)


def leaks_in_filed(
    paths: Sequence[Path], data_dir: Path, year: Year, allowed: Allowed
) -> tuple[Finding, ...]:
    """PV-006 and PV-008 of documents, as a form and its exhibits: withheld values, each with its line.

    PV-005 where a record says that it was published of the same year. What the years beside it withhold is
    looked for too; PV-004 and PV-007 say where that cannot be known. A document that holds no text has none;
    who reads it tells why. Raises InputError where it cannot be read what is withheld.
    """
    others = other_years(data_dir, [year])
    of_years = search_of_years(data_dir, [year], allowed, own_folders=None, left_out=others)
    found: list[Finding] = []
    for path in {path.resolve(): path for path in paths}.values() if of_years.search.values else ():
        try:
            text = text_of_file(path)
        except InputError:
            continue
        one = Written(text, LineRef(path.name), has_lines=True)
        found += found_in(one, of_years, year.year, _ADVICE, released=allowed.may_stay_unsearched)
    return (*in_order(dict.fromkeys(found)), *not_searched(data_dir, [year.year]))
