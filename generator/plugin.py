"""The MkDocs plugin ``disclosure``. The only module that knows MkDocs.

Data is read, checked and rendered in ``on_config``, before MkDocs touches the site folder. A build goes into
a folder beside and takes the place of the site at its very end, so that an error leaves what was published.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

from .confidential.search_of_years import Allowed
from .confidential.site_search import MIN_LETTERS, leaks
from .documents.output import Output, site_output
from .errors import DisclosureError, InputError
from .files.built_folder import BuiltFolder, restore
from .findings import errors
from .findings.as_text import stopped_text
from .own_site import frame
from .own_site.open_notes import without_notes
from .own_site.page_frame import framed
from .own_site.settings import readable_first
from .own_site.site_findings import site_findings
from .pages import site_frame
from .prose.environment import TemplateCache, compile_all, keep_compiled
from .prose.markdown import share_extensions
from .review.live import LivePreview
from .review.shown_site import NOTHING, Loader, ShownSite, stopped_by

log = logging.getLogger("mkdocs.plugins.disclosure")
_NOTHING_BUILT = "Nothing was built; what was published stays."


class DisclosureConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs leaves a hook of this class untyped
    """Options of the plugin in ``mkdocs.yml``."""

    data_dir = config_options.Type(str, default="data")
    """Folder with a folder for each year, beside ``mkdocs.yml``."""
    min_letters = config_options.Type(int, default=MIN_LETTERS)
    """The finished site is searched for withheld values of so many letters and digits or more."""
    may_be_published = config_options.ListOfItems(config_options.Type(str), default=[])
    """Names that stand among what is withheld, and that a person allows to be published."""
    may_stay_unsearched = config_options.ListOfItems(config_options.Type(str), default=[])
    """Files of the site, by their whole paths, that cannot be searched and are published all the same."""
    pdf = config_options.Type(bool, default=True)
    """Whether a build makes the PDF files; the preview never does."""


class DisclosurePlugin(BasePlugin[DisclosureConfig]):  # type: ignore[no-untyped-call]  # as above
    """Puts the pages and files of every year into the site."""

    def __init__(self) -> None:
        self._live: LivePreview | None = None
        self._loaded: ShownSite | None = None
        self._loader = Loader()
        self._folder: BuiltFolder | None = None
        self._tell: Callable[[str], None] | None = None

    @property
    def _shown(self) -> ShownSite:
        """What is built. Raises PluginError where the data was not loaded before."""
        if self._loaded is None:
            raise PluginError("The plugin 'disclosure' has loaded no data yet, so there is nothing to build.")
        return self._loaded

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this object, and with it the last good site, over the rebuilds of ``serve``.

        MkDocs gives it to a later command of the same process too: what a preview had is gone then.
        """
        self._live = LivePreview() if command == "serve" else None
        self._tell = log.error if self._live else None
        if not self._live:
            gc.disable()  # collecting garbage takes a tenth of a build, which ends soon anyway
        self._loaded, self._loader = None, Loader()

    @event_priority(100)  # before the search, which looks at its settings here too
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Loads the site's content, or stops before anything is deleted."""
        with _stopping(), Path(config.config_file_path).open("rb") as file:
            stated = yaml_load(file)
            frame.complete(config, stated, config_options.ExtraScriptValue, is_preview=bool(self._live))
            config.watch += site_frame.watched(self._data_dir(config), *config.theme.dirs)
            if self._live:
                config.site_url = self._live.begin(config.dev_addr, config.site_url or "", log.info)
            else:
                restore(Path(config.site_dir))
        shown = self._loaded = self._load(config)
        config.extra["disclosure"] = shown.facts
        if shown is NOTHING:
            config.nav = None
            return config
        config.site_name = escape(f"{shown.site.registrant} conflict minerals disclosure")
        config.theme["logo"] = config.theme["favicon"] = shown.logo
        config.nav = [*site_frame.year_menu(shown.site.years, shown.pages), *(config.nav or [])]
        for warning in share_extensions(config.markdown_extensions, config.mdx_configs):
            log.warning(warning)
        if not self._live:
            with _stopping():
                self._folder = BuiltFolder.begin(Path(config.site_dir))
            config.site_dir = str(self._folder.building)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds pages and files, which live in memory only; where nothing can be shown, one page alone."""
        for file in files.documentation_pages() if self._shown is NOTHING else ():
            files.remove(file)
        for uri, content in self._shown.contents():
            files.append(File.generated(config, uri, content=content))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leaves out files without use, makes ours lean, keeps templates (in a preview the last good)."""
        own_folders = frame.own_folders(config)
        for file in list(files):
            if site_frame.is_unused(file.src_uri, is_preview=bool(self._live)):
                files.remove(file)
            elif file.src_dir in own_folders and file.src_uri.endswith(tuple(site_frame.LEAN)):
                file.content_string = site_frame.lean(file.src_uri, file.content_string)
        env.loader = frame.with_ours_by_name(env.loader)
        env.bytecode_cache = TemplateCache(self._cache_dir(config, "templates"))
        try:
            compile_all(env, own_folders)
        except TemplateSyntaxError as problem:
            return self._going_on(problem, can_go_on=bool(self._live and self._live.env)).env or env
        if self._live:
            self._live.env = env
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Gives every page the data's date, so that the same input gives the same bytes."""
        if "SOURCE_DATE_EPOCH" not in os.environ:
            for page in nav.pages:
                page.update_date = self._shown.site.as_of
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Escapes what our front matter says: the theme prints it. Leaves notes out of what people wrote."""
        if self._shown.find_page(page.file.src_uri) is None:
            return without_notes(markdown)
        page.meta.update({k: escape(v) for k, v in page.meta.items() if isinstance(v, str)})
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tells MkDocs the ids of the large HTML blocks, so that links to rows are checked too.

        Names the links that are addresses themselves, so that a print does not repeat them. In the preview,
        shows from where each value came.
        """
        if page.present_anchor_ids is not None:
            page.present_anchor_ids.update(self._shown.late_ids(page.file.src_uri))
        if self._live:
            site_frame.strip_marks(page.toc)
        return self._shown.with_sources(page.file.src_uri, site_frame.with_named_addresses(html))

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The front page is the newest year's overview under another address: say so to search engines."""
        if page.file.src_uri == site_frame.FRONT_PAGE and config.site_url and self._shown.years:
            page.canonical_url = f"{config.site_url}{self._shown.site.years[0]}/"
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leaves out of the sitemap what search engines shall not keep: drafts, and the front page's copy."""
        if template_name == "sitemap.xml":
            hidden = site_frame.not_for_search_engines(self._shown.site.pages)
            context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Puts the large HTML blocks in, and a draft's marks where the template has none."""
        if self._live and self._live.only_page:
            return self._live.only_page
        with _stopping():
            return self._shown.complete(page.file.src_uri, output, self._tell)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for wrong addresses has the frame too."""
        with _stopping():
            return framed(output, template_name, tell=self._tell) if template_name == "404.html" else output

    @event_priority(-50)
    def _add_search_records(self, *, config: MkDocsConfig) -> None:
        """Lets the site's own search, which has written its index, lead to the rows of the annex."""
        site_frame.add_search_records(Path(config.site_dir), self._shown.site.search_records)

    @event_priority(-200)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Publishes what was built, unless a strict build is about to stop for its warnings."""
        if self._folder is None:
            return
        config.site_dir = str(self._folder.published)
        counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
        if config.strict and any(counter.get_counts() for counter in counters):
            log.info(f"Not published: {self._folder.published} keeps what was there.")
            return self._discard()
        self._search_for_leaks(self._folder.building, config)
        with _stopping():
            self._folder.publish()
        self._folder = None

    def _search_for_leaks(self, building: Path, config: MkDocsConfig) -> None:
        """Stops before the site takes its place, where it holds what must not be published."""
        stated = self.config
        found = leaks(
            building,
            self._data_dir(config),
            self._shown.years,
            Allowed(stated.may_be_published, stated.min_letters, stated.may_stay_unsearched),
            docs_dir=Path(config.docs_dir),
            own_folders=(Path(config.config_file_path).parent, building),
            cache_dir=self._cache_dir(config, "files"),
        )
        if errors(found):
            raise PluginError(stopped_text(found, _NOTHING_BUILT))
        for finding in found:
            log.info(str(finding))

    on_post_build = CombinedEvent(_add_search_records, _publish)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Callable[..., None]) -> Any:
        """Lets the open page show what is broken, and what is mended."""
        builder, known = readable_first(Path(config.config_file_path), builder), (MkDocsException, InputError)
        return (self._live or LivePreview()).attend(server, config.site_url or "", builder, log.error, known)

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves nothing behind of a build that failed."""
        self._discard()

    def on_shutdown(self) -> None:
        """Leaves nothing behind of a build that was interrupted."""
        gc.enable()
        self._discard()

    def _data_dir(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.data_dir

    def _cache_dir(self, config: MkDocsConfig, name: str) -> Path:
        """Material's own plugins use ``.cache`` beside ``mkdocs.yml`` too."""
        return Path(config.config_file_path).parent / ".cache" / name

    def _load(self, config: MkDocsConfig) -> ShownSite:
        """The site as the data has it; while serving, the last good one where the data has an error."""
        keep_compiled(self._cache_dir(config, "templates"))
        docs, address = Path(config.docs_dir), config.site_url or ""
        try:
            shown = self._loader.load(self._data_dir(config), self._output(config))
            about_site = site_findings(docs, shown.years, address, may_stop=not self._live)
        except (InputError, TemplateError) as problem:
            return self._going_on(problem).site
        for line in (*shown.told, *map(str, about_site)):
            log.info(line)
        return self._live.is_good(shown) if self._live else shown

    def _going_on(self, problem: InputError | TemplateError, *, can_go_on: bool = True) -> LivePreview:
        """The preview, which shows the last good state and says why. Raises PluginError in a build."""
        if not (self._live and can_go_on):
            raise PluginError(stopped_by(problem, _NOTHING_BUILT)) from problem
        log.error(self._live.stopped_by(problem))
        return self._live

    def _output(self, config: MkDocsConfig) -> Output:
        cache, is_preview = self._cache_dir(config, "files"), bool(self._live)
        return site_output(config.site_url or "", cache, has_pdf=self.config.pdf, is_preview=is_preview)

    def _discard(self) -> None:
        if self._folder is not None:
            self._folder.discard()
            self._folder = None


@contextmanager
def _stopping() -> Iterator[None]:
    """Where work cannot go on, MkDocs stops with what the problem says, without a traceback."""
    try:
        yield
    except DisclosureError as problem:
        raise PluginError(str(problem)) from problem
