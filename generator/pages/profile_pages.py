"""A page for each smelter or refiner over all years, with an address of its own: ``/smelters/CID000058/``.

The pages are plain files. One page, the shell, goes through the site's frame; each of them is the shell with
other words in it, so that three hundred take no longer than a few pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from ..model import Disclosure, Smelter, Status
from ..model.addresses import IN_FOLDERS, Addresses
from ..prose.environment import page_environment
from ..prose.fact_values import date_text
from ..years.profiles import Listed, Profile
from .page import FrontMatter, Page, PageKind
from .status_looks import Look, status_looks

TEMPLATE = "partials/profile.html.j2"
FOLDER = "smelters"
SHELL = f"{FOLDER}/shell.md"
"""The source of the page that is no page: every profile is made of it, and it is taken away at the end."""
_TITLE, _DESCRIPTION, _CONTENT = "fsd-profile-title", "fsd-profile-description", "<!-- fsd:profile -->"
_LEADING = "This smelter or refiner has its page at another address:"
_SHELL_ADDRESS = f"{FOLDER}/shell/"


@dataclass(frozen=True)
class ProfilePage:
    """One page: what stands in the shell's places."""

    key: str
    """The folder of its address."""
    title: str
    description: str
    html: str
    former: tuple[str, ...] = ()
    """Folders of addresses that lead on to this one."""

    @property
    def address(self) -> str:
        return f"{FOLDER}/{self.key}/"

    @property
    def article(self) -> str:
        """The heading and what stands below it."""
        return f"<h1>{escape(self.title)}</h1>{self.html}"

    @property
    def leading_pages(self) -> Iterator[tuple[str, str]]:
        """Address and article of each page that leads on to this one."""
        article = f'<p>{_LEADING} <a href="../{self.key}/">{escape(self.title)}</a></p>'
        for name in self.former:
            yield f"{FOLDER}/{name}/", article


@dataclass(frozen=True)
class Line:
    """A row of a year. What the filer does not give is empty."""

    year: str
    href: str
    is_draft: bool
    metal: str
    name: str
    place: str
    status: str
    status_class: str
    status_as_of: str
    others: tuple[tuple[str, str], ...]
    """Heading and text of what else the list says: scrap, a footnote, own columns."""


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    name: str
    cid: str
    other_names: tuple[str, ...]
    lines: tuple[Line, ...]
    has_status: bool
    has_place: bool
    has_others: bool
    missing: tuple[str, ...]
    """Years with a list in which it does not stand, the newest first."""


def shell() -> Page:
    """The page of which the profiles are made."""
    meta = FrontMatter(
        title=_TITLE,
        description=_DESCRIPTION,
        year=None,
        is_draft=False,
        kind=PageKind.SMELTER,
        is_searched=False,
    )
    return Page(uri=SHELL, meta=meta, marked=f"# {_TITLE} {{: .fsd-profile #smelter }}\n\n{_CONTENT}\n")


def profile_pages(found: Sequence[Profile], years: Sequence[Disclosure]) -> tuple[ProfilePage, ...]:
    """A page for each profile. ``years`` are those of which the profiles were made."""
    by_year = {one.year: one for one in years if one.has_list}
    looks = {
        year: status_looks((one.label, one.status_class) for one in disclosure.facts.statuses)
        for year, disclosure in by_year.items()
    }
    return tuple(_page(profile, by_year, looks) for profile in found)


def _page(
    profile: Profile, years: Mapping[int, Disclosure], looks: Mapping[int, Mapping[str, Look]]
) -> ProfilePage:
    lines = tuple(_line(one, years[one.year], looks[one.year]) for one in profile.rows)
    there = {one.year for one in profile.rows}
    context = Context(
        name=profile.name,
        cid=next((one.row.cid for one in profile.rows if one.row.cid), ""),
        other_names=tuple(name for name in profile.names if name != profile.name),
        lines=lines,
        has_status=any(line.status for line in lines),
        has_place=any(line.place for line in lines),
        has_others=any(line.others for line in lines),
        missing=tuple(str(year) for year in sorted(years, reverse=True) if year not in there),
    )
    metals = ", ".join(dict.fromkeys(line.metal for line in lines))
    registrant = years[profile.rows[0].year].facts.registrant.name
    return ProfilePage(
        key=profile.key,
        title=profile.name,
        description=f"{profile.name} ({metals}) in the conflict minerals disclosures of {registrant}.",
        html=page_environment().get_template(TEMPLATE).render(vars(context)),
        former=profile.former,
    )


def _line(one: Listed, disclosure: Disclosure, looks: Mapping[str, Look]) -> Line:
    row, status = one.row, one.row.status
    as_of = _as_of(row, status)
    return Line(
        year=str(one.year),
        href=f"../../{one.year}/annex/#{row.anchor}",
        is_draft=disclosure.facts.filing.is_draft,
        metal=row.metal.value,
        name=row.called,
        place=", ".join(filter(None, (row.city, row.state, row.country.name if row.country else ""))),
        status=status.label if status else "",
        status_class=looks[status.label].css if status else "",
        status_as_of=as_of,
        others=tuple(_others(row, disclosure)),
    )


def _as_of(row: Smelter, status: Status | None) -> str:
    day = row.status_as_of or (status.as_of if status else None)
    return date_text(day) if day else ""


def _others(row: Smelter, disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    if row.recycled is not None:
        yield "All of its feed is recycled or scrap", "Yes" if row.recycled else "No"
    annex = disclosure.facts.annex
    for key, text in row.own:
        if text and annex and key in annex.own_columns:
            yield annex.own_columns[key].heading, text
    if row.footnote:
        yield "Footnote", row.footnote


def write_profiles(site: Path, pages: Sequence[ProfilePage], addresses: Addresses = IN_FOLDERS) -> None:
    """Puts the pages into the built site and takes the shell away; nothing where there is no shell."""
    built = site / addresses.file_of(_SHELL_ADDRESS)
    if not built.is_file():
        return
    frame = built.read_text(encoding="utf-8")
    built.unlink()
    if addresses.has_folders:
        built.parent.rmdir()
    for page in pages:
        files = {page.address: _filled(frame, page, addresses)}
        files |= {
            folder: _leading_to(page, folder, article, addresses) for folder, article in page.leading_pages
        }
        for folder, html in files.items():
            file = site / addresses.file_of(folder)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(html, encoding="utf-8")


def _leading_to(page: ProfilePage, folder: str, article: str, addresses: Addresses) -> str:
    """A page that leads on to another one, with and without the browser's help."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(page.title)}</title>\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={addresses.way(f"../{page.key}/", folder)}">\n'
        f"</head>\n<body>\n<article>{addresses.from_page(article, folder)}</article>\n</body>\n</html>\n"
    )


def _filled(frame: str, page: ProfilePage, addresses: Addresses) -> str:
    """The content goes in last: no word of it is taken for a place of the shell."""
    text = frame.replace(addresses.of_page(_SHELL_ADDRESS), addresses.of_page(page.address))
    text = text.replace(_TITLE, str(escape(page.title))).replace(_DESCRIPTION, str(escape(page.description)))
    before, _, after = text.partition(_CONTENT)
    return f"{before}{addresses.from_page(page.html, page.address)}{after}"
