"""The two Jinja environments: one for this package's own templates, one for prose that people edit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import humanize
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateError, TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from ..files.program import PACKAGE
from . import escape
from .bounds.offered import JINJA_FILTERS, JINJA_TESTS, counted
from .bounds.sandbox import BoundedEnvironment
from .fact_values import FactInt, FactStr
from .marks import EMPTY, mark
from .shown import NoValueError as NoValueError
from .shown import shown as shown
from .undefined import Named
from .written import Run

TEMPLATES = tuple(PACKAGE / wing / "templates" for wing in ("pages", "review"))
"""Folders with the templates of pages."""


BOUNDED = "bounded"
"""The folder of what texts of people compile to. What a program without bounds kept is never run."""


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""


class Paragraphed(Markdown):
    """A paragraph that the data chose; empty where there is nothing to say."""


class TemplateCache(FileSystemBytecodeCache):
    """Compiled templates in a folder; compiling takes more than half of a bare build.

    A cache that cannot be written is no cache and no fault: the build goes on without.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def keep_compiled(folder: Path) -> None:
    """Keeps the compiled templates of both environments in ``folder`` from one run to the next."""
    page_environment().bytecode_cache = TemplateCache(folder)
    prose_environment().bytecode_cache = TemplateCache(folder / BOUNDED)


def compile_all(env: Environment, folders: Iterable[str]) -> None:
    """Compiles every template of the folders. Raises TemplateSyntaxError where one cannot be."""
    for folder in map(Path, sorted(folders)):
        for path in sorted(folder.rglob("*.html")):
            env.get_template(path.relative_to(folder).as_posix())


def template_problem(problem: TemplateError) -> str:
    """What is wrong with a template, and where, as a sentence."""
    place = f" {problem.name}:{problem.lineno}" if isinstance(problem, TemplateSyntaxError) else ""
    return f"The template{place} cannot be used: {str(problem.message).rstrip('.')}."


@lru_cache(maxsize=1)
def page_environment() -> Environment:
    """For the package's templates, which write HTML (inside Markdown): data is escaped and marked."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_marked_for_html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    return environment


def templates_as_saved() -> tuple[tuple[str, int, int], ...]:
    """Each of the package's templates with when it was saved, in nanoseconds, and its size in bytes.

    What was made of them stands for as long as this stays the same. Raises OSError where one cannot be read.
    """
    files = (file for folder in TEMPLATES for file in sorted(folder.rglob("*.j2")))
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@lru_cache(maxsize=1)
def prose_environment() -> BoundedEnvironment:
    """For sections that people edit: no file access, no code, data escaped for Markdown and marked."""
    environment = BoundedEnvironment(
        undefined=Named,
        finalize=_marked_for_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["constant"] = _constant
    ours = {name: counted(function) for name, function in FILTERS.items()}
    environment.offer(JINJA_FILTERS | ours, JINJA_TESTS)
    return environment


def _constant(text: str, reason: str) -> FactStr:
    """A figure that no data has: ``{{ constant("12 months", "the period of our policy") }}``."""
    words, why = shown(text), shown(reason)
    if not why.strip():
        raise UndefinedError('a constant needs a reason: {{ constant("12 months", "our policy") }}')
    return FactStr(words, f"{Run.CONSTANT}: {why}")


def _marked_for_html(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    if isinstance(value, FactInt | FactStr):
        return mark(shown(value), value.path)
    return shown(value)


def _marked_for_markdown(value: Any) -> str:
    if isinstance(value, Markdown):
        return EMPTY if isinstance(value, Paragraphed) and not value else value
    path = value.path if isinstance(value, FactInt | FactStr) else "computed"
    return mark(escape.markdown(shown(value)), path)


def _keeping_path(change: Callable[[str], str]) -> Callable[[Any], str]:
    """A filter on text whose result is still the same fact."""

    def changed(value: Any) -> str:
        text = change(shown(value))
        return FactStr(text, value.path) if isinstance(value, FactInt | FactStr) else text

    return changed


def _words(value: int | str, *beside: int | str) -> str:
    """Numbers up to nine in words, larger ones in figures, as US filings write them.

    ``beside`` are the other counts of the sentence: where one of them is a figure, all are. A figure that
    the filer words itself, such as ``approximately 7,000``, stays as it is.
    """
    if isinstance(value, str):
        return value
    figure = shown(value)
    has_figure = any(isinstance(other, str) or other > 9 for other in (value, *beside))
    is_figure = has_figure and value != 0
    text = figure if is_figure else "none" if value == 0 else humanize.apnumber(value)
    return FactStr(text, value.path) if isinstance(value, FactInt) else text


def _plural(value: int | str, one: str, many: str) -> str:
    """The word that goes with the number; a figure in the filer's words goes with the plural."""
    return one if value == 1 else many


_HARMFUL = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "\\`{}[]"})
"""What would end a link's target in Markdown, or begin something else in it."""


def _link(value: Any) -> Markdown:
    """A web address as a link to itself; where the documents have no links, it stands there as it is."""
    address = shown(value)
    if not re.match(r"https?://[^\s<>]+$", address):
        raise UndefinedError(f"'{address[:100]}' is no web address, and cannot be a link")
    words = _marked_for_markdown(value if isinstance(value, FactStr) else address)
    return Markdown(f"[{words}](<{address.translate(_HARMFUL)}>)")


FILTERS: dict[str, Callable[..., Any]] = {
    "words": _words,
    "plural": _plural,
    "link": _link,
    "capitalize": _keeping_path(lambda text: text[:1].upper() + text[1:]),
    "upper": _keeping_path(str.upper),
    "lower": _keeping_path(str.lower),
}
