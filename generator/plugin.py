"""The MkDocs plugin ``disclosure``. The only module that knows MkDocs.

Data is read, checked and rendered in ``on_config``: MkDocs has not touched the site folder then, so
that an error leaves what was published. A build goes into a folder beside and takes the place of the
site at its very end.
"""

from __future__ import annotations

import errno
import gc
import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from rcssmin import cssmin
from rjsmin import jsmin

from .confidential.site_search import MIN_LETTERS, leaks
from .documents.output import DOCUMENTS, Output
from .errors import InputError
from .files.folder import put_back, swap
from .findings import Severity, errors
from .model.counted import counted
from .pages.page import Page
from .pipeline import Site, Year, load, render, sound
from .prose.environment import TemplateCache, keep_compiled
from .prose.markdown import EXTENSIONS
from .prose.marks import without_marks

if TYPE_CHECKING:
    from .review.preview import Preview
    from .review.previews import Reviews

log = logging.getLogger("mkdocs.plugins.disclosure")

_PACKAGE = Path(__file__).parent
_UNUSED = "assets/javascripts/lunr/"  # stemmers of other languages, two megabytes
_REVIEW_ASSETS = ("assets/stylesheets/review.css", "assets/javascripts/review.js")
"""Files of the theme folder that only the preview has."""
_ADDRESS = re.compile(r'<a href="(https?://[^"]+)">(?=\1</a>)')
"""A link whose text is where it leads."""
_LEAN = {".css": cssmin, ".js": jsmin}
"""What makes styles and scripts smaller; comments that begin with an exclamation mark stay: licenses."""


class DisclosureConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs leaves a hook of this class untyped
    """Options of the plugin in ``mkdocs.yml``."""

    data_dir = config_options.Type(str, default="data")
    """Folder with a folder for each year, beside ``mkdocs.yml``."""
    min_letters = config_options.Type(int, default=MIN_LETTERS)
    """The finished site is searched for withheld values of so many letters and digits or more."""
    may_be_published = config_options.ListOfItems(config_options.Type(str), default=[])
    """Names that stand among what is withheld, and that a person allows to be published."""
    pdf = config_options.Type(bool, default=True)
    """Whether a build makes the PDF files; the preview never does."""


class DisclosurePlugin(BasePlugin[DisclosureConfig]):  # type: ignore[no-untyped-call]  # as above
    """Puts the pages and files of every year into the site."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site | None = None
        self._years: tuple[Year, ...] = ()
        self._reviews: Reviews | None = None
        self._previews: dict[str, Preview] = {}
        self._env: Environment | None = None
        self._building: Path | None = None
        self._published: Path | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this object, and with it the last good site, over the rebuilds of ``serve``.

        MkDocs gives it to a later command of the same process too: what a preview had is gone then.
        """
        self._serving = command == "serve"
        if not self._serving:
            gc.disable()  # collecting garbage takes a tenth of a build, which ends soon anyway
        self._reviews, self._previews = None, {}
        if self._serving:
            from .review.previews import Reviews

            self._reviews = Reviews()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Loads the site's content, or stops before anything is deleted."""
        self._watch(config)
        if not self._serving:
            _put_back(Path(config.site_dir))
        site = self._load(config)
        config.site_name = escape(f"{site.registrant} conflict minerals disclosure")
        config.theme["logo"] = config.theme["favicon"] = self._asset_uri("assets/logo", site)
        config.extra["disclosure"] = {
            "registrant": site.registrant,
            "short_name": site.short_name,
            "years": list(site.years),
            "newest": site.years[0],
        }
        config.nav = [*_year_nav(site.years, self._pages()), *(config.nav or [])]
        for name in config.markdown_extensions:
            if name not in EXTENSIONS:
                log.warning(
                    "The Markdown extension '%s' in mkdocs.yml changes the website alone: PDF and EDGAR files"
                    " would say something else. Remove it from 'markdown_extensions'.",
                    name,
                )
        for name, settings in EXTENSIONS.items():
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
            config.mdx_configs.setdefault(name, dict(settings))
        if self._serving:
            _add_review_assets(config)
        else:
            self._build_beside(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds pages and files, which live in memory only."""
        assert self._site is not None
        for page in self._pages():
            preview = self._previews.get(page.uri)
            files.append(File.generated(config, page.uri, content=preview.text if preview else page.source))
        for asset in self._site.assets:
            files.append(File.generated(config, asset.uri, content=asset.content))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leaves out files that no page asks for, makes our own lean, keeps templates compiled."""
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map") or self._is_foreign(file):
                files.remove(file)
            elif file.src_dir == config.theme.custom_dir and file.src_uri.endswith(tuple(_LEAN)):
                lean = _LEAN[Path(file.src_uri).suffix]
                file.content_string = lean(file.content_string, keep_bang_comments=True)
        env.bytecode_cache = TemplateCache(self._cache_dir(config, "templates"))
        return self._usable(env, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Gives every page the data's date, so that the same input gives the same bytes."""
        assert self._site is not None
        if "SOURCE_DATE_EPOCH" not in os.environ:
            for page in nav.pages:
                page.update_date = self._site.as_of
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Escapes what our front matter says: the theme prints it as it is, and it holds data."""
        if self._page(page) is not None:
            page.meta.update({k: escape(v) for k, v in page.meta.items() if isinstance(v, str)})
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tells MkDocs the ids of the large HTML blocks, so that links to rows are checked too.

        Names the links that are addresses themselves, so that a print does not repeat them. In the preview,
        shows from where each value came.
        """
        rendered = self._page(page)
        for insert in rendered.inserts.values() if rendered else ():
            if page.present_anchor_ids is not None:
                page.present_anchor_ids.update(re.findall(r'\bid="([^"]+)"', insert))
        html = _ADDRESS.sub(r'<a class="fsd-address" href="\1">', html)
        preview = self._previews.get(page.file.src_uri)
        if preview is None:
            return html
        _strip_marks(page.toc)
        return preview.with_sources(html)

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The front page is the newest year's overview under another address: say so to search engines."""
        assert self._site is not None
        if page.file.src_uri == "index.md" and config.site_url:
            page.canonical_url = f"{config.site_url}{self._site.years[0]}/"
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leaves out of the sitemap what search engines shall not keep: drafts, and the front page's copy."""
        if template_name == "sitemap.xml":
            hidden = self._not_for_search_engines()
            context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Puts the large HTML blocks in: Markdown, search and templates need not go through them."""
        rendered = self._page(page)
        preview = self._previews.get(page.file.src_uri)
        for placeholder, insert in rendered.inserts.items() if rendered else ():
            output = output.replace(placeholder, preview.with_row_sources(insert) if preview else insert)
        return output

    @event_priority(-50)
    def _add_search_records(self, *, config: MkDocsConfig) -> None:
        """Lets the site's own search, which has written its index, lead to the rows of the annex."""
        assert self._site is not None
        path = Path(config.site_dir, "search", "search_index.json")
        if path.is_file():
            index = json.loads(path.read_bytes())
            index["docs"] += self._site.search_records
            path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")

    @event_priority(-200)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Publishes what was built, unless a strict build is about to stop for its warnings."""
        if self._building is None or self._published is None:
            return
        config.site_dir = str(self._published)
        if config.strict and _warnings():
            log.info(f"Not published: {self._published} keeps what was there.")
            self._discard()
            return
        self._search_for_leaks(config)
        try:
            swap(self._building, self._published)
        except OSError as problem:
            self._discard()
            raise PluginError(
                f"The site cannot take its place at {self._published.name}: {problem.strerror}.\n"
                "  Close programs that have files of that folder open, and build again."
            ) from problem

    def _search_for_leaks(self, config: MkDocsConfig) -> None:
        """Stops before the site takes its place, where it holds what must not be published."""
        assert self._building is not None
        root = Path(config.config_file_path).parent
        found = leaks(
            self._building,
            self._data_dir(config),
            self._years,
            docs_dir=Path(config.docs_dir),
            own_folders=(root, self._building),
            min_letters=self.config.min_letters,
            released=self.config.may_be_published,
            cache_dir=self._cache_dir(config, "files"),
        )
        if errors(found):
            raise PluginError(_stopped(InputError(found)))
        for finding in found:
            log.info(str(finding))

    on_post_build = CombinedEvent(_add_search_records, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves nothing behind of a build that failed."""
        self._discard()

    def on_shutdown(self) -> None:
        """Leaves nothing behind of a build that was interrupted."""
        gc.enable()
        self._discard()

    def _watch(self, config: MkDocsConfig) -> None:
        for folder in (self._data_dir(config), _PACKAGE / "templates", *map(Path, config.theme.dirs)):
            if folder.is_dir() and "site-packages" not in folder.parts:
                config.watch.append(str(folder))

    def _data_dir(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.data_dir

    def _cache_dir(self, config: MkDocsConfig, name: str) -> Path:
        """Material's own plugins use ``.cache`` beside ``mkdocs.yml`` too."""
        return Path(config.config_file_path).parent / ".cache" / name

    def _load(self, config: MkDocsConfig) -> Site:
        """The site as the data has it; while serving, the last good one where the data has an error."""
        keep_compiled(self._cache_dir(config, "templates"))
        try:
            years = self._years = sound(load(self._data_dir(config)), is_preview=self._serving)
            self._site = render(years, self._output(config))
        except (InputError, TemplateError) as problem:
            if not (self._serving and self._site):
                raise PluginError(_stopped(problem)) from problem
            log.error(_stopped(problem, _LAST_GOOD))
            return self._site
        if self._reviews:
            self._previews = {one.page.uri: one for one in self._reviews.previews(years, self._site)}
        for finding in (*(one for year in years for one in year.findings), *self._site.findings):
            log.info(str(finding))
        return self._site

    def _output(self, config: MkDocsConfig) -> Output:
        """The preview leaves out the PDF files: they take longer than all that a saved file renews."""
        has_pdf = self.config.pdf and not self._serving
        return Output(
            kinds=[kind for kind in DOCUMENTS if kind != "pdf" or has_pdf],
            base_url=config.site_url or "",
            cache=self._cache_dir(config, "files"),
            is_preview=self._serving,
        )

    def _usable(self, env: Environment, config: MkDocsConfig) -> Environment:
        """``env``, if our overrides compile; while serving, the last good one where they do not."""
        folder = Path(config.theme.custom_dir or os.devnull)
        try:
            for path in sorted(folder.rglob("*.html")):
                env.get_template(path.relative_to(folder).as_posix())
        except TemplateSyntaxError as problem:
            if not (self._serving and self._env):
                raise PluginError(_stopped(problem)) from problem
            log.error(_stopped(problem, _LAST_GOOD))
            return self._env
        self._env = env
        return env

    def _asset_uri(self, start: str, site: Site) -> str:
        return next(asset.uri for asset in site.assets if asset.uri.startswith(start))

    def _page(self, page: MkDocsPage) -> Page | None:
        """Our page behind MkDocs' page; None where people wrote it."""
        return next((ours for ours in self._pages() if ours.uri == page.file.src_uri), None)

    def _pages(self) -> tuple[Page, ...]:
        """What is published; in the preview, the review pages too."""
        assert self._site is not None
        return tuple(one.page for one in self._previews.values()) or self._site.pages

    def _is_foreign(self, file: File) -> bool:
        """Whether the file is the preview's own and this is no preview."""
        return not self._serving and file.src_uri in _REVIEW_ASSETS

    def _not_for_search_engines(self) -> set[str]:
        """Sources of the pages that say ``noindex``, or that another address is theirs."""
        assert self._site is not None
        return {"index.md"} | {page.uri for page in self._site.pages if page.meta.is_draft}

    def _build_beside(self, config: MkDocsConfig) -> None:
        self._published = Path(config.site_dir)
        name = f".{self._published.name}."
        try:
            if self._published.is_file():
                raise FileExistsError(errno.EEXIST, "there is a file of that name")
            self._published.parent.mkdir(parents=True, exist_ok=True)
            self._building = Path(tempfile.mkdtemp(prefix=name, dir=self._published.parent))
        except OSError as problem:
            raise PluginError(
                f"The site cannot be written to {self._published}: {problem.strerror}.\n"
                "  Name another folder, or check who may write there."
            ) from problem
        config.site_dir = str(self._building)

    def _discard(self) -> None:
        if self._building is not None:
            shutil.rmtree(self._building, ignore_errors=True)
            self._building = None


def _put_back(published: Path) -> None:
    """Whatever comes of this build, what an earlier one left aside when it was killed is there again."""
    try:
        put_back(published)
    except OSError as problem:
        raise PluginError(
            f"The site that a build left aside cannot be put back to {published.name}: {problem.strerror}.\n"
            f"  Rename the folder that begins with .{published.name}. and ends with .old, and build again."
        ) from problem


def _add_review_assets(config: MkDocsConfig) -> None:
    """Lets every page of the preview load what shows the sources of its values."""
    style, script = _REVIEW_ASSETS
    config.extra_css.append(style)
    module = config_options.ExtraScriptValue(script)
    module.type = "module"
    config.extra_javascript.append(module)


def _strip_marks(entries: Iterable[AnchorLink]) -> None:
    """Leaves the words of the headings in a table of contents."""
    for entry in entries:
        entry.title = without_marks(entry.title)
        _strip_marks(entry.children)


def _year_nav(years: Sequence[int], ours: Sequence[Page]) -> list[dict[str, Any]]:
    """``Home``, then each year with its pages, newest first."""
    entries: list[dict[str, Any]] = [{"Home": "index.md"}]
    for year in years:
        pages = [page for page in ours if page.uri.startswith(f"{year}/")]
        entries.append({str(year): [{page.meta.kind.menu_title: page.uri} for page in pages]})
    return entries


_LAST_GOOD = "The preview shows the last good state."


def _stopped(
    problem: InputError | TemplateError, end: str = "Nothing was built; what was published stays."
) -> str:
    if isinstance(problem, TemplateError):
        place = f" {problem.name}:{problem.lineno}" if isinstance(problem, TemplateSyntaxError) else ""
        return f"The template{place} cannot be used: {str(problem.message).rstrip('.')}. {end}"
    stopping = [finding for finding in problem.findings if finding.severity is Severity.ERROR]
    number = counted(len(stopping), "error")
    lines = [f"The disclosure has {number}. {end}", *(f"  {finding}" for finding in stopping)]
    return "\n".join(lines)


def _warnings() -> bool:
    """Whether this strict build has counted warnings, after which MkDocs stops it."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
