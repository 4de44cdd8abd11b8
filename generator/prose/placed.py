"""Sections filled in once more, so that a check knows where each character comes from.

What a person typed is told from facts by the marks; where it stands in the file, by a mark before each
piece of the template. The published text is rendered without these and never depends on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from ..model import HTML_COMMENT, LineRef, Section, WordingFile
from .bounds.work import STEPS, work
from .claim import Claim
from .claims import Claims
from .environment import Markdown, Paragraphed, TemplateCache, prose_environment, shown
from .fact_values import FactInt, FactStr
from .facts import AllFacts
from .marks import AT, BEGIN, EMPTY, END, MIDDLE, mark
from .paragraphs import Paragraphs
from .paragraphs.empty import left_behind
from .wording.wording import BEHIND, Wording
from .written import Run, Written

_MARK = re.compile(f"{AT}([^{MIDDLE}]*):([^:{MIDDLE}]*){MIDDLE}|{BEGIN}([^{MIDDLE}]*){MIDDLE}|{END}")

_MARKS_COUNT = 10
"""Steps for one of the text as published, without these marks: what could be published can be placed."""


def placed_sections(
    sections: Sequence[Section], facts: AllFacts, tables: Mapping[str, Markdown | None]
) -> tuple[Written, ...]:
    """Every section with the sources of its text. Raises where one cannot be rendered."""
    wording = _PlacedWording(facts.wording)
    files = {section.file: section.text for section in sections}
    environment = _environment(files)
    made = []
    for file in files:
        with work(_MARKS_COUNT * STEPS):
            made.append(_placed(file, environment, facts, tables, wording, files))
    return tuple(made)


def _placed(
    file: str,
    environment: Environment,
    facts: AllFacts,
    tables: Mapping[str, Markdown | None],
    wording: _PlacedWording,
    files: Mapping[str, str],
) -> Written:
    made: list[Claim] = []
    claims = Claims(facts, lambda: LineRef(file), made)
    paragraphs = Paragraphs(facts, claims, tables, wording=wording)
    template = environment.get_template(file)
    text = template.render(facts.as_dict(), claim=claims, paragraph=paragraphs, table=tables)
    pieces, runs = [], [Run(0, Run.TYPED, file, 0)]
    length = 0
    for (source, place, offset), piece in _pieces(text, file):
        if piece:
            run_file, start = wording.places.get(place, (place, 0))
            runs.append(Run(length, source, run_file, start + offset))
            pieces.append(piece)
            length += len(piece)
    plain = HTML_COMMENT.sub(lambda found: _blank(found[0]), "".join(pieces))
    for start, end in left_behind(plain) if EMPTY in plain else ():
        plain = plain[:start] + _blank(plain[start:end]) + plain[end:]
    return Written(file, plain.replace(EMPTY, " "), tuple(runs), {**files, **wording.texts})


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _pieces(text: str, file: str) -> Iterator[tuple[tuple[str, str, int], str]]:
    """The text between marks, each piece with source, file and position in that file."""
    at = (Run.TYPED, file, 0)
    facts: list[str] = []
    behind = 0
    for found in _MARK.finditer(text):
        piece = text[behind : found.start()]
        yield (facts[-1], at[1], at[2]) if facts else at, piece
        if not facts and at[0] == Run.TYPED:
            at = (at[0], at[1], at[2] + len(piece))
        behind = found.end()
        if found[0] == END:
            facts.pop()
        elif found[3] is not None:
            is_word_of_ours = at[0] == Run.MADE and found[3] == Run.COMPUTED
            facts.append(Run.MADE if is_word_of_ours else found[3])
        elif found[2] == Run.MADE:
            at = (Run.MADE, at[1], at[2])
        else:
            at = (Run.TYPED, found[1], int(found[2]))
    yield at, text[behind:]


def _environment(files: Mapping[str, str]) -> Environment:
    """As for prose, with marks of places; what it compiles is kept apart, if anything is kept."""
    prose = prose_environment()
    kept = prose.bytecode_cache
    return prose.overlay(
        loader=_Loader(files),
        extensions=[_Places],
        finalize=_marked,
        bytecode_cache=TemplateCache(Path(kept.directory, "placed"))
        if isinstance(kept, TemplateCache)
        else None,
        cache_size=len(files),
    )


class _PlacedWording(Wording):
    """The texts of paragraphs with marks of their places."""

    def __init__(self, files: tuple[WordingFile, ...]) -> None:
        super().__init__(files)
        self.places = {
            f"{file.name}{BEHIND}{case.name}": (file.file, case.offset)
            for file in files
            for case in file.cases
        }
        """Name of each template to the file in which its text stands, and where."""
        self.texts = {file.file: file.text for file in files}
        texts = {f"{file.name}{BEHIND}{case.name}": case.text for file in files for case in file.cases}
        self._markdown = _environment(texts)

    def _filled(self, env: Environment, name: str, case: str, context: Mapping[str, Any]) -> str:
        text = self._get(name, case).text
        if "{" in text:
            return super()._filled(env, name, case, context)
        return text and f"{AT}{name}{BEHIND}{case}:0{MIDDLE}{text}"


def _marked(value: Any) -> str:
    if isinstance(value, Paragraphed):
        return value or EMPTY
    if isinstance(value, Markdown):
        return f"{AT}:{Run.MADE}{MIDDLE}{value}"
    return mark(shown(value), value.path if isinstance(value, FactInt | FactStr) else Run.COMPUTED)


class _Loader(BaseLoader):
    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        return self._files[template], template, None


class _Places(Extension):
    """Puts a mark with file and position before each piece of text of a template."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Notes where the pieces of text stand; ``filter_stream`` is called with the same template next."""
        self._offsets = list(_offsets(source, self.environment))
        return source

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        offsets = iter(self._offsets)
        for token in stream:
            if token.type == "data":
                place = f"{AT}{stream.name}:{next(offsets)}{MIDDLE}"
                yield Token(token.lineno, token.type, place + token.value)
            else:
                yield token


def _offsets(source: str, environment: Environment) -> Iterator[int]:
    """Where each piece of text stands. Jinja's raw tokens are the source, less blanks that it strips."""
    offset = 0
    for _, kind, value in environment.lexer.tokeniter(source, None):
        while not source.startswith(value, offset):
            offset += 1
        if kind == "data":
            yield offset
        offset += len(value)
