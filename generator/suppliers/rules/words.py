"""Words for findings about suppliers' answers, and for the letters that are made of them."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from ...countries.no_facility import NoFacility, why_no_facility
from ...findings import Finding, printable
from ...model import CellRef
from ..declarations import Answer, CompanyAnswer

_LONGEST = 80

NAME_OF_EACH = "Please give for each the name of the company that smelts or refines the metal."
"""What is asked about rows of which nobody can tell the smelter."""

OF_ANOTHER_METAL = "smelters are those of another metal than the row says"
"""Of names that the lists have for another metal: that is asked first, and not which smelter it is."""

RECYCLED = re.compile(
    r"re-?cycl|recyc|re-?cicl|ricicl|scrap|schrott|ferraille|chatarra|sucata|rottam|hurda|altmetall|wiederverwert"
    r"|secondary|sekund[äa]r|secondaire|secund[áa]ri|reclaim|e-waste|electronic waste|\bweee\b|urban min"
    r"|post-(?:consumer|industrial)|geri d[öo]n[üu][şs]|geri kazan"
    r"|再生|回收|废料|廢料|リサイクル|スクラップ|재활용|재생|고철",
    re.IGNORECASE,
)
"""Recycled material or scrap in the languages of the template."""
COUNTRIES_APART = re.compile(r"[,;/&\n]|\band\b")
"""What stands between the countries of a cell."""
_RCOI = re.compile(r"rcoi", re.IGNORECASE)
"""``RCOI confirmed as per RMI`` is accepted text in the columns of mines."""
_NO_MINE = re.compile(
    r"\b(?:no|not|non|without)\b(?: (?:a|any|from|applicable|primary))*[ -](?:mines?|mined|mining)\b"
    r"|\bnot applicable\b",
    re.IGNORECASE,
)


def quoted(text: str) -> str:
    """The text in quotes, cut where it is long: what suppliers write goes into letters as it is."""
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"'{shown}'"


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """Letters and digits alone, without regard to case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def day_in_words(day: dt.date) -> str:
    """``1 March 2022``: letters have no other form, but for what is to be typed into a template."""
    return f"{day.day} {day:%B %Y}"


def of_question(answer: Answer) -> str:
    """``question 5 for tin``."""
    return f"question {answer.number} for {answer.metal.lower()}"


def of_company_question(answer: CompanyAnswer) -> str:
    """``question B``, or ``question A for cobalt`` where each mineral has its own."""
    return f"question {answer.letter}" + (f" for {answer.metal.lower()}" if answer.metal else "")


def one_of(options: tuple[str, ...]) -> str:
    """``'Yes', 'No' or 'Unknown'``; longer options are the template's words, which the cell itself offers."""
    if any(" " in option for option in options):
        return "one of the options that the cell offers"
    *first, last = [f"'{option}'" for option in options]
    return f"{', '.join(first)} or {last}"


def says_recycled(text: str) -> bool:
    """Whether a cell for mines says recycled or scrap, or what is accepted there as well: RCOI confirmed."""
    return bool(RECYCLED.search(text) or _RCOI.search(text))


@lru_cache(maxsize=1 << 14)
def names_a_mine(text: str) -> bool:
    """Whether a column of mines names one, or the country of one.

    A placeholder, ``recycled``, ``no mine``, the name of a metal, or of a program such as ``RMAP
    conformant``, does not.
    """
    if says_recycled(text) or _NO_MINE.search(text):
        return False
    return why_no_facility(text, lambda _: None) in (None, NoFacility.BROKEN)


def sentence(finding: Finding) -> str:
    """The finding as it can be sent to the supplier: what stands where, and what is asked."""
    where = finding.where
    place = ""
    if isinstance(where, CellRef):
        place = f" (sheet '{where.sheet}', cell {where.cell})" if where.sheet else f" (cell {where.cell})"
    message = re.sub(r"^[a-z]", lambda first: first[0].upper(), finding.message)
    return printable(f"{message}{place}. {finding.advice}")
