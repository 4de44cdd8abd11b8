"""Words for findings about suppliers' answers, and for the letters that are made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from ...findings import Finding, printable
from ...model import CellRef
from ..declarations import Answer, CompanyAnswer

_LONGEST = 80

NAME_OF_EACH = "Please give for each the name of the company that smelts or refines the metal."
"""What is asked about rows of which nobody can tell the smelter."""

RECYCLED_WORDS = ("recycl", "scrap", "rcoi")
"""What the columns of mines say where there is no mine; ``RCOI confirmed as per RMI`` is accepted text."""


def quoted(text: str) -> str:
    """The text in quotes, cut where it is long: what suppliers write goes into letters as it is."""
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"'{shown}'"


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """Letters and digits alone, without regard to case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def of_question(answer: Answer) -> str:
    """``question 5 for tin``."""
    return f"question {answer.number} for {answer.metal.lower()}"


def of_company_question(answer: CompanyAnswer) -> str:
    return f"question {answer.letter}"


def one_of(options: tuple[str, ...]) -> str:
    """``'Yes', 'No' or 'Unknown'``; longer options are the template's words, which the cell itself offers."""
    if any(" " in option for option in options):
        return "one of the options that the cell offers"
    *first, last = [f"'{option}'" for option in options]
    return f"{', '.join(first)} or {last}"


def says_recycled(text: str) -> bool:
    found = text.casefold()
    return any(word in found for word in RECYCLED_WORDS)


def sentence(finding: Finding) -> str:
    """The finding as it can be sent to the supplier: what stands where, and what is asked."""
    where = finding.where
    place = ""
    if isinstance(where, CellRef):
        place = f" (sheet '{where.sheet}', cell {where.cell})" if where.sheet else f" (cell {where.cell})"
    message = re.sub(r"^[a-z]", lambda first: first[0].upper(), finding.message)
    return printable(f"{message}{place}. {finding.advice}")
