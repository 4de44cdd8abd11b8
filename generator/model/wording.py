"""The wording of a year: the sentences that the data chooses and fills in, as the filer has them."""

from __future__ import annotations

from dataclasses import dataclass

from .places import LineRef


@dataclass(frozen=True, slots=True)
class WordingCase:
    """One text of a wording, for one case of the data."""

    name: str
    """The words of its heading; empty: text that stands above the first heading."""
    text: str
    """Markdown with Jinja, or plain words; without comments and without blanks around it."""
    offset: int
    """Position of the text in its file."""
    heading_line: int
    line: int
    """The line at which the text begins."""


@dataclass(frozen=True, slots=True)
class WordingFile:
    """A file of ``data/<year>/wording/``."""

    name: str
    """Its name without ending, for example ``all-answered``."""
    file: str
    """Path as findings show it, for example ``data/2021/wording/all-answered.md``."""
    text: str
    """The whole file."""
    cases: tuple[WordingCase, ...]
    open_comment: int | None = None
    """The line of a comment that has no end; None: each has one."""
    is_read: bool = True
    """Whether it could be read; what its cases are is not known otherwise."""

    def case(self, name: str) -> WordingCase | None:
        """The text of a case; None where the file has none."""
        return next((one for one in self.cases if one.name == name), None)

    def where(self, case: WordingCase | None = None) -> LineRef:
        """The line of the case's heading, or that the file begins with."""
        return LineRef(self.file, case.heading_line if case else 1)
