"""The MkDocs plugin ``disclosure``. The only module that knows MkDocs.

Data is read and rendered in ``on_config``; what is built takes the place of the site at its end, or never.
"""

from __future__ import annotations

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
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

from .confidential.search_of_years import Allowed
from .confidential.site_search import MIN_LETTERS, leaks, search_for
from .confidential.unsaid import Unsaid
from .documents.output import SEARCH_FILE, site_output
from .errors import DisclosureError, InputError
from .files.built_folder import BuiltFolder, restore
from .findings import errors
from .findings.as_text import stopped_text
from .own_site import frame, memory
from .own_site.failed_build import in_words
from .own_site.lost_links import tell_lost_links
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
    drafts = config_options.Type(bool, default=False)
    """Whether a build shows drafts beside a final; the preview always does."""
    smelter_pages = config_options.Type(bool, default=True)
    """Whether each smelter has a page over all years, from the second year on."""
    search_file = config_options.Type(str, default=SEARCH_FILE)
    """Where the site has the records of its search: another name for a host that serves no ``.json``."""


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
        """Begins anew, also where a preview ran in this process; ``serve`` keeps its last good site."""
        self._live = LivePreview() if command == "serve" else None
        memory.begin(is_preview=bool(self._live))
        self._loaded, self._loader, self._tell = None, Loader(), log.error if self._live else None

    @event_priority(100)  # before the search, which looks at its settings here too
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Loads the site's content, or stops before anything is deleted."""
        with _stopping(), Path(config.config_file_path).open("rb") as file:
            stated = yaml_load(file)
            frame.complete(config, stated, config_options.ExtraScriptValue, is_preview=bool(self._live))
            config.watch += frame.watched(config, self._data_dir(config))
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
        config.theme["logo"], config.theme["favicon"] = shown.logo, shown.icon
        config.nav = [*site_frame.year_menu(shown.site.years, shown.pages), *(config.nav or [])]
        for warning in share_extensions(config.markdown_extensions, config.mdx_configs):
            log.warning(warning)
        if not self._live:
            with _stopping():
                self._folder = BuiltFolder.begin(*frame.places(config, self._data_dir(config)))
            config.site_dir = str(self._folder.building)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds pages and files, which live in memory only; where nothing can be shown, one page alone."""
        for file in frame.not_shown(files, is_nothing=self._shown is NOTHING):
            files.remove(file)
        for uri, content in self._shown.contents(frame.own_texts(files), config.site_url or ""):
            level = InclusionLevel.NOT_IN_NAV if site_frame.is_in_no_menu(uri) else InclusionLevel.UNDEFINED
            files.append(File.generated(config, uri, content=content, inclusion=level))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leaves out files without use, makes ours lean, keeps templates (in a preview the last good)."""
        own_folders = frame.own_folders(config)
        for file in list(files):
            if site_frame.is_unused(file.src_uri, is_preview=bool(self._live)):
                files.remove(file)
            elif file.src_dir in own_folders and file.src_uri.endswith(tuple(site_frame.LEAN)):
                site_frame.make_lean(file, self._shown.styles)
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
        for page in nav.pages if "SOURCE_DATE_EPOCH" not in os.environ else ():
            page.update_date = self._shown.site.as_of
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Escapes what our front matter says: the theme prints it. Mends what people wrote."""
        if self._shown.find_page(uri := page.file.src_uri) is None:
            return self._shown.own_page(uri, markdown, files.src_uris, config.site_url or "")
        page.meta.update({k: escape(v) for k, v in page.meta.items() if isinstance(v, str)})
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tells MkDocs the ids of large HTML blocks, names addresses for print, shows sources in previews."""
        if page.present_anchor_ids is not None:
            page.present_anchor_ids.update(self._shown.late_ids(page.file.src_uri))
        if self._live:
            site_frame.strip_marks(page.toc)
        return self._shown.with_sources(page.file.src_uri, site_frame.with_named_addresses(html))

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tells search engines the one address of the page, where it has one that readers can reach."""
        page.canonical_url = self._shown.canonical_address(page.canonical_url)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leaves out of the sitemap what search engines shall not keep: drafts."""
        if template_name == "sitemap.xml":
            context["pages"] = site_frame.in_sitemap(context["pages"], self._shown.site, config.site_url)
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
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Lets the search, which has written its index, lead to the rows; tells of links that are lost."""
        cache = None if self._live else self._cache_dir(config, "files")
        site_frame.finish(Path(config.site_dir), self._shown.site, cache)
        tell_lost_links(config, self._data_dir(config), self._shown.site, log.warning)

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
        found = leaks(
            building,
            self._data_dir(config),
            self._shown.years,
            Allowed.stated(self.config),
            docs_dir=Path(config.docs_dir),
            own_folders=(Path(config.config_file_path).parent, building),
            cache_dir=self._cache_dir(config, "files"),
            left_out=self._shown.chosen.left_out,
        )
        if errors(found):
            raise PluginError(stopped_text(found, _NOTHING_BUILT))
        for finding in found:
            log.info(str(finding))

    on_post_build = CombinedEvent(_finish, _publish)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Callable[..., None]) -> Any:
        """Lets the open page show what is broken, and what is mended."""
        builder, known = readable_first(Path(config.config_file_path), builder), (MkDocsException, InputError)
        live, data = self._live or LivePreview(), self._data_dir(config)
        live.offer(data, search_for(data, Allowed.stated(self.config)))
        return live.attend(server, config.site_url or "", builder, log.error, known)

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves nothing behind of a build that failed, and says in words what people can mend."""
        self._discard()
        if said := in_words(error):
            raise PluginError(f"{said}\n{_NOTHING_BUILT}") from error

    def on_shutdown(self) -> None:
        """Leaves nothing behind of a build that was interrupted."""
        memory.end()
        self._discard()

    def _data_dir(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.data_dir

    def _cache_dir(self, config: MkDocsConfig, name: str) -> Path:
        return Path(config.config_file_path).parent / ".cache" / name  # as Material's own plugins

    def _load(self, config: MkDocsConfig) -> ShownSite:
        """The site as the data has it; while serving, the last good one where the data has an error."""
        keep_compiled(self._cache_dir(config, "templates"))
        data, docs, cache = self._data_dir(config), Path(config.docs_dir), self._cache_dir(config, "files")
        unsaid = Unsaid(data, Allowed.stated(self.config)).in_log(None if self._live else "mkdocs")
        try:
            output = site_output(config, cache, self.config, is_preview=bool(self._live))
            shown = self._loader.load(Path(config.config_file_path), data, output)
            about_site = site_findings(docs, shown.years, config.site_url or "", may_stop=not self._live)
        except (InputError, TemplateError) as problem:
            return self._going_on(unsaid.problem(problem)).site
        for line in shown.told(about_site, unsaid.findings):
            log.info(line)
        return self._live.is_good(shown) if self._live else shown

    def _going_on(self, problem: InputError | TemplateError, *, can_go_on: bool = True) -> LivePreview:
        """The preview, which shows the last good state and says why. Raises PluginError in a build."""
        if not (self._live and can_go_on):
            raise PluginError(stopped_by(problem, _NOTHING_BUILT)) from problem
        log.error(self._live.stopped_by(problem))
        return self._live

    def _discard(self) -> None:
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.discard()


@contextmanager
def _stopping() -> Iterator[None]:
    """Where work cannot go on, MkDocs stops with what the problem says, without a traceback."""
    try:
        yield
    except DisclosureError as problem:
        raise PluginError(str(problem)) from problem
