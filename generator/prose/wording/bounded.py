"""Files of the wording that Markdown can take; those that it cannot are told, and not read any further."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...findings import Finding
from ...model import HTML_COMMENT, WordingFile
from ..bounds.markup import markup_problem


def bounded(files: Iterable[WordingFile]) -> tuple[tuple[WordingFile, ...], tuple[Finding, ...]]:
    """The files, of which those that are too much are as if they could not be read, and why they are."""
    kept: list[WordingFile] = []
    found: list[Finding] = []
    for file in files:
        bare = HTML_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), file.text)
        problem = markup_problem(bare, "wording", file.file)
        found += [problem] if problem else []
        kept.append(replace(file, text="", cases=(), is_read=False) if problem else file)
    return tuple(kept), tuple(found)
