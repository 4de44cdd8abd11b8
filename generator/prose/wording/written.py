"""The texts of a wording as checks read them: what the filer typed, at its place in the file.

Every case is read, whatever the data chooses. What braces print is a stand-in from no fact of the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import TemplateSyntaxError

from ...model import WordingCase, WordingFile
from ..environment import prose_environment
from ..written import Run, Written

_STAND_IN = "…"
"""Stands for what braces print."""


@lru_cache(maxsize=256)
def written_wording(file: WordingFile) -> Written:
    """The texts of the file, a paragraph each; those that cannot be read are left out.

    Kept for the next look at the same file: a preview reads all of them at each change of any other.
    """
    runs, pieces, length = [Run(0, Run.TYPED, file.file, 0)], [], 0
    for case in file.cases:
        for source, offset, text in _pieces(case):
            runs.append(Run(length, source, file.file, case.offset + offset))
            pieces.append(text)
            length += len(text)
        pieces.append("\n\n")
        length += 2
    return Written(file.file, "".join(pieces), tuple(runs), {file.file: file.text})


def _pieces(case: WordingCase) -> Iterator[tuple[str, int, str]]:
    """Source, position in the case's text, and words of each piece of it."""
    try:
        tokens = list(prose_environment().lexer.tokeniter(case.text, None))
    except TemplateSyntaxError:
        return
    offset = 0
    for _, kind, value in tokens:
        while not case.text.startswith(value, offset):
            offset += 1
        if kind == "data":
            yield Run.TYPED, offset, value
        elif kind == "variable_begin":
            yield Run.MADE, offset, _STAND_IN
        offset += len(value)
