"""A site as sources for a builder that runs no plugins: pages, files, changes of the theme, settings.

What the plugin does while MkDocs builds is done here beforehand, as far as it can be: see ``DIFFERENCES``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape

from ..files.excluded import own_files
from ..files.ordinary import content_of
from ..files.program import shipped
from ..model.counted import counted
from ..pages.brand_style import STYLE
from ..pages.heading_ids import free_headings
from ..pages.site_frame import LEAN, MAY_BE_OWN, PARTS, SITE_SEARCH, is_unused, joined_text, lean, year_menu
from ..pages.written_links import WrittenLinks
from ..pipeline import Site, Year
from ..prose.markdown import EXTENSIONS
from . import frame
from .own_words import as_published
from .settings import docs_folder, excluded_docs, find_settings
from .site_facts import logo_of, site_facts, site_links
from .site_findings import must_be_readable
from .staged_pages import moved_by, staged_pages, with_moved_links
from .staged_search import INDEX, search_index

SETTINGS, DOCS, OVERRIDES, LOCK = "mkdocs.yml", "docs", "overrides", "requirements-builders.lock"
"""What stands in the folder."""
_HEAD = """\
# Written by 'formsd stage', for a builder that runs no plugins: 'zensical build'. Change nothing here:
# the next 'formsd stage' takes its place.
"""
DIFFERENCES = (
    "The search of the site opens on a sheet of its own. It finds the same.",
    "A build is not searched for what is withheld. What is staged was.",
    "A build takes the place of what was there at once, also where it fails half way.",
    "The styles of the theme are whole, with rules for what no page has.",
    "On paper, a link whose words are its address has the address once more behind it.",
    "The sitemap gives no days, and names drafts where they are staged.",
    "Other plugins that mkdocs.yml names are left out.",
    "There is no preview with the place of each value: 'formsd serve' has it.",
)
"""What is not the same in a site that another builder makes of the folder."""


def staged_files(settings: Path, site: Site, years: Sequence[Year]) -> dict[str, bytes]:
    """Address in the folder to content. ``settings`` is the site's ``mkdocs.yml``, which may be missing."""
    stated = find_settings(settings) or {}
    docs = docs_folder(settings)
    must_be_readable(docs)
    there = list(own_files(docs, excluded_docs(settings)))
    links = site_links(site, [*there, *(f"{one.address.removesuffix('/')}.md" for one in site.profiles)])
    moved = moved_by(links)
    own = dict(_own_pages(docs, there, moved, links, years))
    files = {f"{DOCS}/{uri}": text.encode() for uri, text in staged_pages(site.pages, site.profiles, links)}
    assets = [one for one in site.assets if one.uri != STYLE and not _is_own(one.uri, own)]
    files |= {f"{DOCS}/{one.uri}": one.content for one in assets}
    files |= {f"{DOCS}/{uri}": content for uri, content in own.items()}
    made = {one.name: one.content.decode() for one in site.assets if one.uri == STYLE}
    files |= dict(_overrides(settings, stated, made))
    own_texts = {uri: content.decode() for uri, content in own.items() if uri.endswith(".md")}
    files[f"{DOCS}/{INDEX}"] = search_index(site, own_texts, _extensions(frame.settings()))
    files[LOCK] = shipped(LOCK).read_bytes()
    files[SETTINGS] = _settings_text(stated, site, years, moved)
    return files


def what_follows(folder: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """What was written, how a site is built of it, and what is not the same in that site, in lines."""
    written = [uri for uri in files if uri.startswith(f"{DOCS}/")]
    number = sum(uri.endswith(".md") for uri in written)
    yield (
        f"{counted(number, 'page')} and {counted(len(written) - number, 'file')} written to {folder}, with"
        f" {OVERRIDES} and {SETTINGS}."
    )
    yield (
        f"In that folder, 'pip install --require-hashes -r {LOCK}' brings the builder, and 'zensical build'"
        " makes the site in the folder site. What is not the same there:"
    )
    yield from (f"  - {line}" for line in DIFFERENCES)


def _is_own(uri: str, own: Mapping[str, bytes]) -> bool:
    """Whether people wrote a file that takes the place of ours."""
    return uri in MAY_BE_OWN and uri in own


def _own_pages(
    docs: Path,
    there: Iterable[str],
    moved: Mapping[str, str],
    links: WrittenLinks,
    years: Sequence[Year],
) -> Iterator[tuple[str, bytes]]:
    """The pages and files that people own, without notes of what is still to be done.

    ``there`` are their addresses, ``moved`` those of all pages, and where they stand in the folder.
    """
    for uri in there:
        content = content_of(docs / uri)
        if uri in moved:
            text = links.in_page(free_headings(as_published(content.decode("utf-8-sig"), years)), uri)
            content = with_moved_links(text, uri, moved, moved[uri]).encode()
        yield moved.get(uri, uri), content


def _overrides(
    settings: Path, stated: Mapping[str, Any], made: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Our changes of the theme and the company's, which build on ours by name; styles and scripts joined.

    ``made`` are styles that stand in no folder, by name.
    """
    theme = stated.get("theme")
    named = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    ours = frame.overrides()
    folders = [ours, *([settings.parent / str(named)] if named else [])]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            uri = path.relative_to(folder).as_posix()
            if not path.is_file() or (is_unused(uri, is_preview=False) and uri not in SITE_SEARCH):
                continue
            yield f"{OVERRIDES}/{uri}", _small(path, made)
            if folder == ours and path.suffix == ".html":
                yield f"{OVERRIDES}/{frame.PREFIX}/{uri}", path.read_bytes()


def _small(path: Path, made: Mapping[str, str]) -> bytes:
    if path.suffix not in LEAN:
        return content_of(path)
    return lean(path.name, joined_text(path, made)).encode()


def _settings_text(
    stated: Mapping[str, Any], site: Site, years: Sequence[Year], moved: Mapping[str, str]
) -> bytes:
    """``mkdocs.yml`` of the folder: our frame's settings, and over them those ``stated`` for the site."""
    own = frame.settings()
    facts = site_facts(site, years)
    facts["is_staged"] = True  # which the frame must know: see main.html
    extra = stated.get("extra")
    made = {
        "site_name": str(escape(f"{site.registrant} conflict minerals disclosure")),
        "site_description": str(escape(stated.get("site_description") or own["site_description"])),
        **({"site_url": site.public_url} if site.public_url else {}),
        "docs_dir": DOCS,
        **({} if site.addresses.has_folders else {"use_directory_urls": False}),
        "nav": _moved_menu([*year_menu(site.years, site.pages), *(stated.get("nav") or [])], moved),
        "theme": _theme(own["theme"], stated.get("theme"), site),
        "plugins": {"search": {"enabled": False}},  # the theme's: ours takes its place
        "markdown_extensions": [{name: dict(options)} for name, options in _extensions(own).items()],
        "extra_css": _first([*own["extra_css"], SITE_SEARCH[1]], stated.get("extra_css")),
        "extra_javascript": _first(
            [*own["extra_javascript"], {"path": SITE_SEARCH[0], "type": "module"}],
            stated.get("extra_javascript"),
        ),
        "extra": {**own["extra"], **(extra if isinstance(extra, Mapping) else {}), "disclosure": facts},
    }
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=1000)
    return f"{_HEAD}{text}".encode()


def _theme(own: Mapping[str, Any], stated: Any, site: Site) -> dict[str, Any]:
    """The theme's settings: ours, then the site's own, but for its folder, which is joined with ours."""
    said = stated if isinstance(stated, Mapping) else {}
    logo = logo_of(site, "logo")
    return {
        "name": frame.THEME,
        "variant": "classic",
        "custom_dir": OVERRIDES,
        **own,
        **{name: value for name, value in said.items() if name not in ("name", "custom_dir")},
        "logo": logo,
        "favicon": logo_of(site, "logo-small") or logo,
    }


def _moved_menu(menu: Any, moved: Mapping[str, str]) -> Any:
    """The menu with the pages where they stand in the folder."""
    if isinstance(menu, list):
        return [_moved_menu(one, moved) for one in menu]
    if isinstance(menu, dict):
        return {title: _moved_menu(one, moved) for title, one in menu.items()}
    return moved.get(menu, menu)


def _extensions(own: Mapping[str, Any]) -> dict[str, Any]:
    """The extensions of every converter of our pages, with the settings of the site."""
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    for name, options in frame.named(own["markdown_extensions"]):
        settings[name] = {**settings.get(name, {}), **options}
    return settings


def _first(ours: Sequence[Any], theirs: Any) -> list[Any]:
    """Ours, then those that the site names beside them."""
    beside = theirs if isinstance(theirs, list) else []
    return [*ours, *(one for one in beside if one not in ours and one not in PARTS)]
