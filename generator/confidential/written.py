"""What people write for readers, as texts, and the files among it that nothing opens.

A year's files, the pages beside it, settings, looks. What is not published is left out:
comments in sections and settings, entries for the people who check.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from ..errors import InputError
from ..files.excluded import Excluded
from ..files.ordinary import is_inside
from ..files.picture_notes import offered
from ..files.text_file import read_text
from ..files.yaml_bounds import composed
from ..model import Disclosure, LineRef, Place, Smelter
from ..model.given_files import HTML_COMMENT, OPEN_NOTE, endless_comments
from .search_of_years import INTERNAL
from .site_text import UnsearchableError, texts_of

FEW = Excluded()
"""What MkDocs leaves out of the pages' folder by itself."""
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FACTS = "disclosure.yml"
_UNPUBLISHED = INTERNAL | {"sheet", "may_be_published"}
"""Entries of ``disclosure.yml`` and ``mkdocs.yml`` that no page says."""
_BRAND = "brand.yml"
_PICTURE = re.compile(r"\.(?:svg|png)\Z", re.IGNORECASE)
_INHERIT = "INHERIT"
"""Entry of ``mkdocs.yml`` that names a file of settings to begin with."""
_JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_OPEN_NOTE = re.compile(rf"{OPEN_NOTE}.*?-->", re.DOTALL)
_OF_A_THEME = (".html", ".py", ".pyc")
"""Endings of files in a folder of templates that a site does not get as they are."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text with the place at which it begins."""

    text: str
    where: Place
    has_lines: bool = False
    """Whether the place is a file, whose lines tell where in it."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A file that cannot be searched, and that a site would offer as it is."""

    uri: str
    """The address that it gets in the site."""
    where: LineRef
    reason: str


def of_year(data_dir: Path, disclosure: Disclosure) -> Iterator[Written | Closed]:
    """Of the year's folder."""
    shown = f"{data_dir.name}/{disclosure.year}"
    yield from _of_yaml(data_dir / str(disclosure.year) / _FACTS, f"{shown}/{_FACTS}")
    written = [(one.file, one.text) for one in disclosure.written]
    written += [(one.file, one.text) for one in disclosure.wording]
    written += [(one.file, one.text) for one in (disclosure.eu_importer,) if one]
    for place, text in written:
        yield Written(_without_comments(text), LineRef(place), has_lines=True)
    for row in disclosure.all_rows:
        yield from (Written(text, row.where) for text in _cells(row) if text)
    documents = f"{disclosure.year}/documents"
    for exhibit in disclosure.exhibits:
        if exhibit.suffix != ".md":
            uri = None if exhibit.is_filed else f"{documents}/{exhibit.name}"
            yield from _of_bytes(exhibit.content, exhibit.file, uri)
    for file in disclosure.own_files:
        uri = f"{documents}/{file.name}"
        yield from _of_bytes(offered(file, disclosure), f"{shown}/documents/{file.name}", uri)
    for file in disclosure.shown_pictures:
        uri = f"{disclosure.year}/pictures/{file.name}"
        yield from _of_bytes(file.content, f"{shown}/pictures/{file.name}", uri)
    if disclosure.logo:
        yield from _of_bytes(disclosure.logo.content, f"{shown}/{disclosure.logo.name}")


def _cells(row: Smelter) -> Iterator[str | None]:
    """What the row publishes, but for its name and aliases, which excuse a hit."""
    yield from (text for _, text in (*row.filed, *row.own))
    yield from (row.metal, row.cid, row.city, row.state, row.footnote)
    yield from (row.country.filed, row.country.name) if row.country else ()
    yield row.status.label if row.status else None


def beside_years(
    docs_dir: Path | None, settings: Path, excluded: Excluded = FEW
) -> Iterator[Written | Closed]:
    """Of the pages that the site gets, the folder of templates, the settings and the looks."""
    yield from _of_docs(
        docs_dir,
        lambda uri: not excluded.has(str(uri)),
        lambda uri: excluded.may_be_taken_in or not excluded.has(str(uri)),
    )
    yield from _of_docs(_theme_folder(settings), _is_of_theme)
    yield from _of_settings(settings)
    yield from _of_brand(settings.with_name(_BRAND))


def _of_docs(
    docs_dir: Path | None,
    is_offered: Callable[[PurePosixPath], bool],
    is_read: Callable[[PurePosixPath], bool] = lambda uri: True,
) -> Iterator[Written | Closed]:
    if docs_dir is None or not docs_dir.is_dir():
        return
    for path in _files_in(docs_dir):
        uri = PurePosixPath(path.relative_to(docs_dir).as_posix())
        try:
            content = path.read_bytes() if is_read(uri) and path.is_file() else None
        except OSError:  # which is told of the pages themselves
            content = None
        if content is None:
            continue
        shown = f"{docs_dir.name}/{uri}"
        if path.suffix == ".md":
            text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
            is_whole = endless_comments(text) is None
            text = _blanked(_OPEN_NOTE, text) if is_whole else text
            yield Written(text, LineRef(shown), has_lines=True)
        else:
            yield from _of_bytes(content, shown, str(uri) if is_offered(uri) else None)


def _files_in(folder: Path) -> Iterator[Path]:
    """What stands in the folder and in those inside, also where a link leads, as MkDocs takes it; once."""
    seen: set[Path] = set()
    for at, folders, names in os.walk(folder, followlinks=True):
        place = Path(at).resolve()
        if place in seen:
            folders.clear()
            continue
        seen.add(place)
        folders.sort()
        yield from (Path(at, name) for name in sorted(names))


def _is_of_theme(uri: PurePosixPath) -> bool:
    """Whether MkDocs takes such a file of a folder of templates into the site."""
    return not uri.name.endswith(_OF_A_THEME) and not any(part.startswith(".") for part in uri.parts)


def _of_bytes(content: bytes, shown: str, uri: str | None = None) -> Iterator[Written | Closed]:
    """The texts of a file. ``uri``: its address in the site; None: it has none there as it is."""
    try:
        for one in texts_of(content):
            yield Written(one.text, LineRef(shown))
    except UnsearchableError as problem:
        if uri is not None:
            yield Closed(uri, LineRef(shown), str(problem))


def _of_settings(path: Path) -> Iterator[Written]:
    """Of the settings, and of those that they inherit from, in the words in which they name them."""
    shown, seen = path.name, set[Path]()
    while path.resolve() not in seen:
        seen.add(path.resolve())
        yield from _of_yaml(path, shown)
        if (parent := _inherited(path)) is None:
            return
        path, shown = (
            path.parent / parent,
            posixpath.normpath(posixpath.join(posixpath.dirname(shown), parent)),
        )


def _of_brand(path: Path) -> Iterator[Written | Closed]:
    """Of the settings of the looks, and of the files beside them that they name and pages show."""
    for one in _of_yaml(path, path.name):
        yield one
        file = path.parent / one.text
        if not _PICTURE.search(one.text) or not is_inside(file, path.parent) or not file.is_file():
            continue
        yield from _of_bytes(file.read_bytes(), one.text)


def _inherited(path: Path) -> str | None:
    """The file that the settings inherit from; None: they name none."""
    return _text_at(_entry(_tree_of(path, path.name), _INHERIT))


def _theme_folder(settings: Path) -> Path | None:
    """The folder of templates and scripts of the filer's own; None: the settings name none."""
    named = _text_at(_entry(_entry(_tree_of(settings, settings.name), "theme"), "custom_dir"))
    return settings.parent / named if named else None


def _entry(tree: yaml.Node | None, name: str) -> yaml.Node | None:
    entries = tree.value if isinstance(tree, yaml.MappingNode) else ()
    return next((value for key, value in entries if key.value == name), None)


def _text_at(node: yaml.Node | None) -> str | None:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def _of_yaml(path: Path, shown: str) -> Iterator[Written]:
    """Every name and value that stands there, with its line. What is wrong with a file is told elsewhere."""
    tree = _tree_of(path, shown)
    try:
        nodes = list(_scalars(tree)) if tree else []
    except RecursionError:  # an entry may hold itself
        return
    for node in nodes:
        yield Written(node.value, LineRef(shown, node.start_mark.line + 1))


def _tree_of(path: Path, shown: str) -> yaml.Node | None:
    try:
        return composed(read_text(path, shown), _LOADER) if path.is_file() else None
    except (yaml.YAMLError, InputError, RecursionError):
        return None


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value) not in _UNPUBLISHED:
                yield from _scalars(key)
                yield from _scalars(value)


def _without_comments(text: str) -> str:
    return _blanked(_JINJA_COMMENT, _blanked(HTML_COMMENT, text))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text without what the pattern finds, and with the line ends that stand in it."""
    return pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
