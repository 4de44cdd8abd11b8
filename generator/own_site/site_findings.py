"""What is to be said of the site itself, and not of one year of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..findings.catalogue import SECTION_TO_DO
from ..pipeline import LoadedYear, Year, load, load_year
from ..record.sign_off import NOTES_OPEN
from .open_notes import open_notes
from .own_content import is_no_public_address, not_own


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


def needed_of_site(year: LoadedYear, about_site: Sequence[Finding], site_url: str | None) -> list[str]:
    """What a draft needs of the site before it can be final, beside what it needs itself, each in words."""
    needed = []
    if any(one.rule is SECTION_TO_DO for one in about_site) and NOTES_OPEN not in year.missing:
        needed.append(NOTES_OPEN)
    is_example = isinstance(year, Year) and year.disclosure.facts.example
    if site_url is not None and is_no_public_address(site_url) and not is_example:
        needed.append("the public address of the site (site_url in mkdocs.yml)")
    return needed
