"""The whole disclosure of a year as one HTML file, from the pages of the site. Straight lines.

The file needs no host, no network and no storage: it works from a folder, an e-mail, a frame of another page
and an archive of records, with scripts and without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...model import Asset, Disclosure
from ...model.brand import Brand
from ...pages.logo import SiteLogos
from ...pages.page import Page, PageKind
from . import looks
from .links import data_address
from .sections import Section, sections_of

_LEFT_OUT = frozenset(
    {PageKind.CHANGES, PageKind.ORIGINAL, PageKind.REVIEW, PageKind.YEARS, PageKind.SMELTER}
)
"""Pages that set filings or years beside each other: the file holds one disclosure."""
_WIDE = "annex-wide.css"
"""The style that lists of many columns ask for."""
_STYLE, _SCRIPT, _PLAIN = "one-file.css", "one-file.js", "annex-plain.css"


@dataclass(frozen=True)
class Context:
    """What the frame of the file uses."""

    title: str
    description: str
    registrant: str
    year: int
    notice: str
    is_draft: bool
    logo: str
    """The registrant's logo as a data address."""
    logo_dark: str
    """Its form for the dark scheme; empty: there is none, and the other one stands on white."""
    website: str
    """The address of the year on the site; empty: none that readers can reach is known."""
    sections: tuple[Section, ...]
    policy: str
    style: Markup
    plain_style: Markup
    """What is there for readers without scripts; empty: there is no list."""
    script: Markup
    """Empty: nothing in the file needs one."""


def one_file(
    disclosure: Disclosure,
    pages: Mapping[str, Page],
    files: Sequence[Asset],
    *,
    logos: SiteLogos,
    base_url: str = "",
    brand: Brand | None = None,
) -> Asset:
    """``2025/disclosure-2025.html``: the pages of the year as sections, ``files`` inside.

    Links between the pages lead to their sections. What is not inside is linked on the site at ``base_url``,
    which ends with a slash; where that is empty such words are no links. ``brand`` None: the program's own
    colours.
    """
    shown = inside(pages)
    # In a frame of another page a browser refuses to move the focus by itself, and says so.
    sections = tuple(
        Section(one.key, one.title, Markup(one.html.replace(" autofocus>", ">")))
        for one in sections_of(shown, files, base_url, disclosure.addresses)
    )
    html = "".join(section.html for section in sections)
    has_list = any(page.meta.kind is PageKind.ANNEX for page in shown)
    script = looks.script(_SCRIPT)
    styles = [looks.colours(brand or Brand()), looks.style(_STYLE)]
    if any(_WIDE in insert for page in shown for insert in page.inserts.values()):
        styles.append(looks.style(_WIDE))
    style = looks.used("".join(styles), _frame(disclosure, sections, logos=logos) + html, script)
    plain = looks.style(_PLAIN) if has_list else ""
    text = _frame(
        disclosure,
        sections,
        logos=logos,
        website=f"{base_url}{disclosure.addresses.of_page(f'{disclosure.year}/')}" if base_url else "",
        policy=looks.policy([one for one in (style, plain) if one], [script]),
        style=style,
        plain_style=plain,
        script=script,
    )
    return Asset(one_file_uri(disclosure), text.encode("utf-8"))


def one_file_uri(disclosure: Disclosure) -> str:
    """Address of the file among those of an export."""
    return f"{disclosure.year}/{disclosure.file_name(f'disclosure-{disclosure.year}.html')}"


def inside(pages: Mapping[str, Page]) -> list[Page]:
    """Those of a year's pages that the file holds, in the order of the menu."""
    return [page for page in pages.values() if page.meta.kind not in _LEFT_OUT]


def _frame(
    disclosure: Disclosure,
    sections: tuple[Section, ...],
    *,
    logos: SiteLogos,
    website: str = "",
    policy: str = "",
    style: str = "",
    plain_style: str = "",
    script: str = "",
) -> str:
    """The file's HTML; with the sections alone it tells which rules of style it uses."""
    stated = disclosure.facts
    registrant = stated.registrants_in_short
    context = Context(
        title=f"{registrant}: conflict minerals disclosure for {disclosure.year}",
        description=f"Conflict minerals disclosure of {registrant} for {disclosure.year}, in one file.",
        registrant=registrant,
        year=disclosure.year,
        notice=stated.notice_on_top,
        is_draft=stated.filing.is_draft,
        logo=data_address(logos.light),
        logo_dark=data_address(logos.dark) if logos.dark else "",
        website=website,
        sections=sections,
        policy=policy,
        style=Markup(style),
        plain_style=Markup(plain_style),
        script=Markup(script),
    )
    return _environment().get_template("frame.html.j2").render(vars(context))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
