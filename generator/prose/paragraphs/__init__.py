"""Paragraphs that depend on facts; a section prints one with ``{{ paragraph.NAME }}``.

The data chooses the texts, which are the filer's (``wording``). Where there is nothing to say a paragraph is
empty, and goes with its line, and with a heading below which nothing else stands (``empty``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..environment import Markdown, Paragraphed
from ..facts import AllFacts
from ..wording.wording import Wording, wording_of
from .annex import ANNEX_PARAGRAPHS
from .diligence import DILIGENCE
from .filer import FILER
from .findings import FINDINGS
from .inquiry import INQUIRY
from .told import Paragraph, Told

PARAGRAPHS: dict[str, Paragraph] = {
    one.name: one for one in (*FILER, *INQUIRY, *DILIGENCE, *FINDINGS, *ANNEX_PARAGRAPHS)
}
"""By the name that a section uses, in the order of ``formsd facts``."""

PARAGRAPH_SPECS = tuple(one.spec for one in PARAGRAPHS.values())


class Paragraphs:
    """What sections call as ``paragraph``; each of its entries is the text that the data chooses now.

    One whose wording is not there, or cannot be filled in, raises WordingError. ``indent`` gives the blanks
    before the line that asks, which stand before each further line of the paragraph too.
    """

    def __init__(
        self,
        facts: AllFacts,
        claims: object,
        tables: Mapping[str, Markdown | None],
        *,
        indent: Callable[[], str] = lambda: "",
        wording: Wording | None = None,
    ) -> None:
        self._facts, self._tables, self._indent = facts, tables, indent
        self._wording = wording or wording_of(facts.wording)
        self._context: dict[str, Any] = {**facts.as_dict(), "claim": claims, "table": tables}

    def __getattr__(self, name: str) -> Paragraphed:
        if name not in PARAGRAPHS:
            raise AttributeError(name)
        one = PARAGRAPHS[name]
        told = Told(self._facts, self._tables, self._wording, one.spec.name, self._context)
        first, *rest = one.choose(told).split("\n")
        blanks = self._indent()
        return Paragraphed("\n".join([first, *(blanks + line if line else line for line in rest)]))

    def __dir__(self) -> list[str]:
        return list(PARAGRAPHS)
