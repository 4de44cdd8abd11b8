"""What is to be said of the site itself, and not of one year of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import InputError
from ..files.ordinary import refused_in
from ..files.refused import what_to_do, why
from ..findings import Finding, errors, printable
from ..findings.catalogue import FILE_UNREADABLE, SECTION_TO_DO
from ..model import LineRef
from ..pipeline import LoadedYear, Year, load, load_year
from ..record.sign_off import NOTES_OPEN
from .open_notes import open_notes
from .own_content import is_no_public_address, not_own
from .page_bounds import pages_that_are_too_much


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
    """Whether its files can be read, it is the company's own, and the notes that are open in its pages.

    Pages that are too much to read are named instead of what they say. ``site_url`` None: there are no
    settings. Raises InputError where ``may_stop`` and one is an error.
    """
    found = [*_unreadable(docs)]
    found = found or [*pages_that_are_too_much(docs)]
    if not errors(found):
        found += [*not_own(docs, years, site_url), *open_notes(docs, years)]
    if may_stop and errors(found):
        raise InputError(found)
    return found


def must_be_readable(docs: Path) -> None:
    """Raises InputError where something among the pages cannot be read, and would be left out in silence."""
    if found := [*_unreadable(docs)]:
        raise InputError(found)


def _unreadable(docs: Path) -> Iterator[Finding]:
    """FI-002: files and folders among the pages that cannot be opened; what is no file, such as a pipe."""
    for path, problem in refused_in(docs):
        where = LineRef(printable(path.relative_to(docs.parent).as_posix()))
        message = f"{printable(path.name)} cannot be opened: {why(problem)}"
        yield Finding(FILE_UNREADABLE, message, where, what_to_do(problem))


def needed_of_site(year: LoadedYear, about_site: Sequence[Finding], site_url: str | None) -> list[str]:
    """What a draft needs of the site before it can be final, beside what it needs itself, each in words."""
    needed = []
    if any(one.rule is SECTION_TO_DO for one in about_site) and NOTES_OPEN not in year.missing:
        needed.append(NOTES_OPEN)
    is_example = isinstance(year, Year) and year.disclosure.facts.example
    if site_url is not None and is_no_public_address(site_url) and not is_example:
        needed.append("the public address of the site (site_url in mkdocs.yml)")
    return needed
