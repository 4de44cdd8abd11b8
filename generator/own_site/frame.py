"""What a site has without its ``mkdocs.yml`` saying so: theme folder, settings, styles and scripts.

The settings stand in ``templates/defaults.yml``. What a company's file says itself stays; lists such as
styles and extensions have ours first.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader

from ..errors import DisclosureError
from ..files.program import shipped
from ..pages import site_frame
from ..pages.site_frame import PARTS, REVIEW_ASSETS
from .brand_file import files_named

OVERRIDES = "site_overrides"
"""The folder with our changes of the theme, here and in the program."""

PREFIX = "disclosure"
"""A company's ``main.html`` builds on ours with ``{% extends "disclosure/main.html" %}``."""

THEME = "material"
DEFAULTS = Path(__file__).with_name("templates") / "defaults.yml"
_OF_THEME = ("language", "font", "palette", "features")
_STRICT_PARTS = {"nav": ("omitted_files",), "links": ("absolute_links", "unrecognized_links", "anchors")}


def overrides() -> Path:
    """Our changes of the theme. Raises DisclosureError where the program was installed without them."""
    try:
        return shipped(OVERRIDES)
    except FileNotFoundError as problem:
        raise DisclosureError(f"{str(problem).capitalize()}.") from problem


def complete(
    config: Any, stated: Mapping[str, Any], script: Callable[[str], Any], *, is_preview: bool = False
) -> None:
    """Gives ``config``, MkDocs' own, what it lacks; ``stated`` is what the file says itself.

    ``script`` makes an entry of its scripts. A preview's pages also load what shows the sources of values.

    Raises DisclosureError where the theme is another one, for which there is no frame.
    """
    own = settings()
    _complete_theme(config.theme, stated.get("theme"), own["theme"])
    _complete_extensions(config, own["markdown_extensions"])
    _complete_search(config.plugins, stated.get("plugins") or [], own["plugins"])
    if "validation" not in stated:
        _report_lost_pages(config.validation)
    config.site_description = config.site_description or own["site_description"]
    there = [one for one in config.extra_css if one not in PARTS]
    config.extra_css = [*(one for one in own["extra_css"] if one not in there), *there]
    scripts_there = {str(one) for one in config.extra_javascript}
    ours = (one for one in own["extra_javascript"] if one["path"] not in scripts_there)
    scripts = [_script(script, one["path"]) for one in ours]
    config.extra_javascript = [*scripts, *config.extra_javascript]
    if is_preview:
        style, module = REVIEW_ASSETS
        config.extra_css.append(style)
        config.extra_javascript.append(_script(script, module, "module"))
    for name, value in own["extra"].items():
        config.extra.setdefault(name, value)


def places(config: Any, data_dir: Path) -> tuple[Path, tuple[Path, ...]]:
    """Where the site will stand, and the files and folders of which it is made."""
    return Path(config.site_dir), (Path(config.config_file_path), Path(config.docs_dir), data_dir)


def watched(config: Any, data_dir: Path) -> list[str]:
    """The folders, and the files of the brand, whose change a preview shows."""
    of_brand = map(str, files_named(Path(config.config_file_path).parent))
    return [*site_frame.watched(data_dir, *config.theme.dirs), *of_brand]


def own_folders(config: Any) -> set[str]:
    """The folders of the theme that are not Material's: ours, and the company's if it has one."""
    return {str(overrides()), config.theme.custom_dir or str(overrides())}


def with_ours_by_name(loader: BaseLoader | None) -> BaseLoader:
    """Templates as they are found, and ours also as ``disclosure/NAME``."""
    ours = PrefixLoader({PREFIX: FileSystemLoader(overrides())})
    return ChoiceLoader([loader, ours] if loader else [ours])


def _script(make: Callable[[str], Any], address: str, kind: str = "") -> Any:
    """A script that runs when the page is there. One that is no module runs from a folder too."""
    made = make(address)
    made.type, made.defer = kind, not kind
    return made


@lru_cache(maxsize=1)
def settings() -> dict[str, Any]:
    """What a site has without its file saying so."""
    stated: dict[str, Any] = yaml.safe_load(DEFAULTS.read_bytes())
    return stated


def not_shown(files: Any, *, is_nothing: bool) -> list[Any]:
    """Of ``files``, MkDocs' own, those to leave out: what is no file, such as a pipe, which MkDocs would wait
    for; and where there is nothing to show (``is_nothing``) every page."""
    pages = files.documentation_pages() if is_nothing else ()
    of_disk = (file for file in files if file.abs_src_path and file not in pages)
    return [*pages, *(file for file in of_disk if not Path(file.abs_src_path).is_file())]


def own_texts(files: Any) -> dict[str, str]:
    """The address of each of ``files``, MkDocs' own, with its text; empty of what is no page."""
    pages = {file.src_uri: file for file in files.documentation_pages()}
    texts = {uri: file.content_bytes.decode("utf-8", errors="replace") for uri, file in pages.items()}
    return dict.fromkeys(files.src_uris, "") | texts


def _complete_theme(theme: Any, stated: Any, own: Mapping[str, Any]) -> None:
    if theme.name != THEME:
        raise DisclosureError(
            f"mkdocs.yml asks for the theme '{theme.name}', for which this program has no frame."
            f" Write 'theme: {THEME}'."
        )
    said = stated if isinstance(stated, Mapping) else {}
    for name in _OF_THEME:
        if name not in said:
            theme[name] = own[name]
    if not any(Path(folder).resolve() == overrides().resolve() for folder in theme.dirs):
        theme.dirs.insert(1 if theme.custom_dir else 0, str(overrides()))


def _complete_extensions(config: Any, own: list[Any]) -> None:
    for name, options in named(own):
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        if options:
            config.mdx_configs[name] = options | config.mdx_configs.get(name, {})


def _complete_search(plugins: Mapping[str, Any], stated: Any, own: list[Any]) -> None:
    """Cuts names of companies into words, unless the site says how to."""
    separator = dict(named(own))["search"]["separator"]
    said = dict(named(stated))
    for name in ("search", f"{THEME}/search"):
        if name in plugins and not any("separator" in said.get(one, {}) for one in ("search", name)):
            plugins[name].config["separator"] = separator


def _report_lost_pages(validation: Any) -> None:
    for part, names in _STRICT_PARTS.items():
        for name in names:
            validation[part][name] = logging.WARNING


def named(entries: list[Any] | dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Entries of a list of ``mkdocs.yml``, each a name or a name with options; or names with options."""
    for entry in entries if isinstance(entries, list) else [entries]:
        for name, options in entry.items() if isinstance(entry, dict) else [(entry, {})]:
            yield name, options or {}
