"""The calendar year of a report, where its title or its first sentences say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import IMPORT_OTHER_PERIOD
from ..model import LineRef, Passage
from .stated import Gathered

_SURE = (
    re.compile(
        r"\bJanuary 1(?:st)?,?(?: 20\d\d,?)? ?(?:to|through|until|and|[-–—]) ?December 31(?:st)?,? (20\d\d)",
        re.I,
    ),
    re.compile(
        r"\b(?:calendar |reporting )?(?:years?|periods?) (?:ended|ending)(?: on)? December 31,? (20\d\d)",
        re.I,
    ),
)
_LIKELY = (
    re.compile(
        r"\b(?:for|in|during) (?:the )?(?:calendar|reporting) (?:year|period) (?:of )?(20\d\d)\b", re.I
    ),
    re.compile(r"\b(20\d\d) (?:calendar|reporting) (?:year|period)\b", re.I),
    re.compile(
        r"\bconflict minerals (?:report|disclosure)\W+(?:for )?(?:the )?(?:(?:calendar )?year )?(20\d\d)\b",
        re.I,
    ),
    re.compile(r"^\W*(?:for )?(?:the )?(?:calendar|reporting) (?:year|period) (?:of )?(20\d\d)\W*$", re.I),
    re.compile(r"\b(20\d\d) conflict minerals (?:report|disclosure)\b", re.I),
)
_OTHER = re.compile(r"\b(?:10-?K|20-F|annual report|10-?Q|fiscal)\b", re.IGNORECASE)
_BEGIN = 60
"""Passages in which a report says its period."""


def period_of(passages: Sequence[Passage], year: int, file: str, into: Gathered) -> None:
    """Keeps ``period``; raises InputError where the filing says another one.

    Where it says none, the year that was named is taken, and that is told.
    """
    for forms in (_SURE, _LIKELY):
        said = list(_said(passages[:_BEGIN], forms))
        own = next((passage for number, passage in said if number == year), None)
        if own is not None:
            into.know(("period",), year, own)
            return
        if said:
            number, passage = said[0]
            message = f"the filing is for {number}: '{_around(passage.text, str(number))}'"
            advice = f"Import it as {number}, or name the files of the filing for {year}."
            raise InputError([Finding(IMPORT_OTHER_PERIOD, message, passage.where, advice)])
    message = f"the filing does not say its period; {year} was taken, as the command names it"
    into.doubt(message, LineRef(file), "Look at the filing's index on EDGAR.")


def _said(passages: Sequence[Passage], forms: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, Passage]]:
    for passage in passages:
        for form in forms:
            for found in form.finditer(passage.text):
                if not _OTHER.search(passage.text[max(found.start() - 60, 0) : found.start()]):
                    yield int(found[1]), passage


def _around(text: str, words: str) -> str:
    at = text.find(words)
    return text[max(at - 60, 0) : at + 40].strip()
