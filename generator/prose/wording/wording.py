"""The texts of the filer filled in; the data chooses the case. No sentence of ours takes their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from ...findings import Finding
from ...findings.catalogue import WORDING_MISSING, WORDING_UNREADABLE
from ...model import LineRef, WordingCase, WordingFile
from ..bounds.markup import MarkupError, check_markup
from ..bounds.words import in_words
from ..bounds.work import TooMuchWorkError, work
from ..environment import Markdown, prose_environment, shown
from ..fact_values import FactStr

RUN_ERRORS = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError,
    SyntaxError,  # nested too deeply for Python
    MemoryError, AssertionError, RuntimeError,
)  # fmt: skip
BEHIND = "#"
"""Between the name of a file and that of its case."""


class WordingError(Exception):
    """A text is not there, or cannot be filled in. ``where`` None: there is no file."""

    def __init__(self, message: str, where: LineRef | None, *, is_missing: bool = False) -> None:
        super().__init__(message)
        self.message, self.where = message, where
        self.is_missing = is_missing

    def finding(self, asked: LineRef) -> Finding:
        """What is said of it; ``asked`` is where the text was to stand."""
        if self.is_missing:
            advice = f"'formsd start {_year_of(asked)}' writes the files that are missing; or add the case."
            return Finding(WORDING_MISSING, self.message, self.where or asked, advice)
        return Finding(WORDING_UNREADABLE, self.message, self.where or asked, UNREADABLE_ADVICE)


UNREADABLE_ADVICE = "Check the braces and the words between them."


_UNREAD = WordingCase("", "", 0, 1, 1)
"""Stands for each text of a file that could not be read, which is an error already."""


class Wording:
    """The texts of a year."""

    def __init__(self, files: Iterable[WordingFile]) -> None:
        self.files = {file.name: file for file in files}
        loader = _Loader(self.files)
        self._markdown: Environment = prose_environment().overlay(loader=loader)
        self._markdown.filters = {**self._markdown.filters, "join": _joined}
        self._plain = self._markdown.overlay(finalize=shown)
        self._plain.filters = self._markdown.filters

    def text(self, name: str, case: str, context: Mapping[str, Any]) -> Markdown:
        """The text of a case as Markdown, with values escaped and marked. Raises WordingError."""
        return Markdown(self._filled(self._markdown, name, case, context))

    def words(self, name: str, case: str, **context: Any) -> str:
        """The words of a case, for a table or a caption; empty where they are not there (a check says so)."""
        try:
            return " ".join(self._filled(self._plain, name, case, context).split())
        except WordingError:
            return ""

    def paragraph(self, name: str, case: str, context: Mapping[str, Any]) -> Markdown:
        """``text`` for a page; empty where it is not there or cannot be filled in (a check says so)."""
        try:
            return self.text(name, case, context)
        except WordingError:
            return Markdown("")

    def _filled(self, env: Environment, name: str, case: str, context: Mapping[str, Any]) -> str:
        one = self._get(name, case)
        if "{" not in one.text:
            return one.text
        file = self.files[name]
        with work() as asked:
            before = asked.spent
            try:
                text = env.get_template(f"{name}{BEHIND}{case}").render(context).strip()
                check_markup(text)  # braces may print more than is typed
            except MarkupError as problem:
                message = f"the text cannot be converted: {problem.message}"
                raise WordingError(message, file.where(one)) from problem
            except RUN_ERRORS as problem:
                if isinstance(problem, TooMuchWorkError) and before > asked.limit // 2:
                    raise  # the section asked for more than this text
                place = LineRef(file.file, line_of(problem, file, one))
                raise WordingError(said_of(problem), place) from problem
        return text

    def _get(self, name: str, case: str) -> WordingCase:
        file = self.files.get(name)
        if file is None:
            raise WordingError(f"there is no wording '{name}.md'", None, is_missing=True)
        found = file.case(case) if file.is_read else _UNREAD
        if found is None:
            raise WordingError(f"the wording has no case '{case}'", file.where(), is_missing=True)
        return found


@lru_cache(maxsize=16)
def wording_of(files: tuple[WordingFile, ...]) -> Wording:
    """The texts of these files; made once, since what they compile to is kept in it."""
    return Wording(files)


def said_of(problem: BaseException) -> str:
    """What is wrong with a text."""
    kind = "read" if isinstance(problem, TemplateSyntaxError) else "filled in"
    return f"the text cannot be {kind}: {in_words(problem)}"


def line_of(problem: BaseException, file: WordingFile, case: WordingCase) -> int:
    """The line of the file at which the text has the problem."""
    if isinstance(problem, TemplateSyntaxError):
        return case.line + problem.lineno - 1
    line, name = 1, f"{file.name}{BEHIND}{case.name}"
    trace = problem.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return case.line + line - 1


class _Loader(BaseLoader):
    """Gives Jinja the text of each case under the names of its file and of itself."""

    def __init__(self, files: Mapping[str, WordingFile]) -> None:
        self._files = files

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        name, _, case = template.partition(BEHIND)
        found = self._files[name].case(case) if name in self._files else None
        if found is None:
            raise TemplateNotFound(template, f"there is no wording '{template}'")
        return found.text, template, None


def _joined(values: Iterable[Any], between: str = "") -> str:
    """Texts one after the other; they stay the fact that the first of them is."""
    found = list(values)
    text = between.join(shown(value) for value in found)
    return FactStr(text, found[0].path) if found and isinstance(found[0], FactStr) else text


def _year_of(place: LineRef) -> str:
    return next((part for part in place.file.split("/") if part.isdigit()), "YEAR")
