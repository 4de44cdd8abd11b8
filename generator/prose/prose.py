"""Sections of the report: Markdown with Jinja, run in a sandbox over the facts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from ..findings import Finding
from ..findings.catalogue import SECTION_SYNTAX, SECTION_VARIABLE, SECTION_WORK
from ..model import HTML_COMMENT, OPEN_NOTE, LineRef, Section
from .bounds.markup import MarkupError, check_markup, unconvertible
from .bounds.words import in_words
from .bounds.work import TooMuchWorkError, work
from .claim import Claim
from .claims import Claims
from .environment import Markdown, NoValueError, prose_environment
from .facts import AllFacts
from .paragraphs import Paragraphs
from .paragraphs.empty import without_empty
from .without_value import no_value_message, printed_without_value
from .wording.wording import RUN_ERRORS, WordingError

_LESS = "Repeat less: 'formsd facts' lists what prints a whole table or a whole list."
_FENCE = re.compile(r"^(```|~~~)")
_HEADING = re.compile(r"^#+ ")
_INDENTED = re.compile(r"([ \t]+)\{\{")
_TITLE = re.compile(r"\s*# +\S")
_NUMBERED = re.compile(rf"{OPEN_NOTE}(\d+):")


@dataclass(frozen=True)
class RenderedSection:
    """A section with its facts filled in. All texts carry marks."""

    number: int
    slug: str
    title: str
    """Empty where it begins with none, as an exhibit or a text of the form may."""
    body: str
    """Markdown below the title; its headings begin at level 2. People's comments are not in it."""
    file: str
    claims: tuple[Claim, ...] = ()
    is_of_form: bool = False
    """It stands in Form SD, and not in the report."""
    idle_notes: tuple[LineRef, ...] = ()
    """Notes of what is to be done that stand in a branch that was not taken."""

    @property
    def name(self) -> str:
        """What a record calls it, such as ``04-inquiry`` or ``form-item-1-01``."""
        return f"form-{self.slug}" if self.is_of_form else f"{self.number:02}-{self.slug}"

    def at_level(self, level: int) -> str:
        """The section as Markdown whose title is a heading of ``level``; the others follow.

        Without a title, its first headings are of ``level``.
        """
        if self.title:
            return _lowered(f"# {self.title}\n\n{self.body}", level - 1)
        return self.below(level)

    def below(self, level: int) -> str:
        """What stands below the title, as Markdown whose first headings are of ``level``."""
        return _lowered(self.body, level - 2)

    @property
    def markdown(self) -> str:
        """The section as it stands in the report, where the report's own title is level 1."""
        return self.at_level(2)


_LOWEST = 6
"""The lowest heading that there is; what would be lower is as low."""


def _lowered(text: str, levels: int) -> str:
    """The Markdown with each heading so many levels lower."""
    fenced = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        if not fenced and _HEADING.match(line):
            own = len(line) - len(line.lstrip("#"))
            lines[number] = "#" * max(min(levels, _LOWEST - own), 0) + line
    return "\n".join(lines).strip() + "\n"


def render_sections(
    sections: Sequence[Section], facts: AllFacts, tables: Mapping[str, Markdown | None]
) -> tuple[tuple[RenderedSection, ...], tuple[Finding, ...]]:
    """Every section filled in, and what went wrong; a section with an error is left out."""
    rendered = []
    found = []
    environment = prose_environment().overlay(loader=_SectionLoader(sections))
    for section in sections:
        try:
            with work():
                rendered.append(_render(section, environment, facts, tables))
        except TemplateSyntaxError as problem:
            found.append(_unreadable(section, problem))
        except UndefinedError as problem:
            where = LineRef(section.file, _line_in(section.file, problem))
            advice = "'formsd facts' lists what a section may name."
            found.append(
                Finding(SECTION_VARIABLE, _what_is_unknown(problem, where, section, facts), where, advice)
            )
        except TooMuchWorkError as problem:
            where = LineRef(section.file, _line_in(section.file, problem))
            found.append(Finding(SECTION_WORK, f"the section is too much: {problem.message}", where, _LESS))
        except MarkupError as problem:
            found.append(unconvertible(problem, "section", section.file, section.text))
        except WordingError as problem:
            found.append(problem.finding(LineRef(section.file, _line_in(section.file, problem))))
        except RUN_ERRORS as problem:
            where = LineRef(section.file, _line_in(section.file, problem))
            found.append(
                Finding(
                    SECTION_SYNTAX, f"the section cannot be run: {in_words(problem)}", where, "Simplify it."
                )
            )
    return tuple(rendered), tuple(found)


def sections_that_cannot_be_read(sections: Sequence[Section]) -> Iterator[Finding]:
    """The errors of ``render_sections`` that show without any facts."""
    environment = prose_environment()
    for section in sections:
        try:
            environment.parse(section.text)
        except TemplateSyntaxError as problem:
            yield _unreadable(section, problem)


def _what_is_unknown(problem: UndefinedError, where: LineRef, section: Section, facts: AllFacts) -> str:
    """The problem with the name that it is about, where the line tells it."""
    if isinstance(problem, NoValueError) and where.line:
        line = section.text.split("\n")[where.line - 1]
        if names := printed_without_value(line, facts):
            return no_value_message(names)
    return str(problem.message)


def _unreadable(section: Section, problem: TemplateSyntaxError) -> Finding:
    where = LineRef(section.file, problem.lineno)
    message = f"the section cannot be read: {problem.message}"
    return Finding(SECTION_SYNTAX, message, where, "Check the braces and the words between them.")


def _render(
    section: Section, environment: Environment, facts: AllFacts, tables: Mapping[str, Markdown | None]
) -> RenderedSection:
    template = environment.get_template(section.file)
    made: list[Claim] = []
    claims = Claims(facts, lambda: LineRef(section.file, _running_line(template)), made)
    indent = partial(_indent, section, template)
    paragraphs = Paragraphs(facts, claims, tables, indent=indent)
    text = template.render(facts.as_dict(), claim=claims, paragraph=paragraphs, table=tables)
    text_alone = HTML_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    check_markup(text_alone)
    title, body = title_and_body(without_empty(HTML_COMMENT.sub("", text)))
    return RenderedSection(
        number=section.number,
        slug=section.slug,
        title=title,
        body=body,
        file=section.file,
        claims=tuple(made),
        is_of_form=section.is_of_form,
        idle_notes=tuple(_idle_notes(section, text)),
    )


def _with_numbers(text: str) -> str:
    """A section in which each note of what is to be done, a comment, says in which line it stands."""

    def numbered(comment: re.Match[str]) -> str:
        if not comment[0].startswith(OPEN_NOTE):
            return comment[0]
        line = text.count("\n", 0, comment.start()) + 1
        return f"{OPEN_NOTE}{line}:{comment[0].removeprefix(OPEN_NOTE)}"

    return HTML_COMMENT.sub(numbered, text)


def _idle_notes(section: Section, rendered: str) -> Iterator[LineRef]:
    lines = {*_NUMBERED.findall(_with_numbers(section.text))} - {*_NUMBERED.findall(rendered)}
    yield from (LineRef(section.file, int(line)) for line in sorted(lines, key=int))


def _indent(section: Section, template: Template) -> str:
    """The blanks before the line that is being run now, if it begins with braces."""
    line = _running_line(template)
    found = line and _INDENTED.match(section.text.split("\n")[line - 1])
    return found[1] if found else ""


def title_and_body(text: str) -> tuple[str, str]:
    """The first line without its sign, and the rest. A text of the form, or an exhibit, may have no title."""
    if not _TITLE.match(text):
        return "", text.strip()
    title, _, body = text.lstrip().partition("\n")
    return title.removeprefix("# ").strip(), body.strip()


class _SectionLoader(BaseLoader):
    """Gives Jinja the sections under their files' names, so that errors tell the line in that file."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._texts = {section.file: _with_numbers(section.text) for section in sections}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        if template not in self._texts:
            raise TemplateNotFound(template, f"there is no section '{template}'")
        return self._texts[template], template, None


def _line_in(file: str, problem: BaseException) -> int | None:
    """The line of the section at which the problem arose; None where it arose elsewhere."""
    line = None
    trace = problem.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _running_line(template: Template) -> int | None:
    """The line of the section that is being run now."""
    frame: Any = sys._getframe()
    while frame:
        if frame.f_code.co_filename == template.filename:
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return None
