"""What the headings of rows and columns of a typed table say of its figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Metal, Status
from ..model.words import metals_in
from .field_words import FieldWords
from .noun_patterns import NEUTRAL

_TOTAL = re.compile(
    r"\W*(?:grand\s+)?(?:totals?|all|sum|together|overall|altogether)(?:\s+(?:smelters|metals|minerals|facilities).*)?\W*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:sourc\w*|countr\w*|origin\w*|Q[1-4]|RY|rates?|quality|suppliers?|answers?|responses?|change|previous|prior|new|20\d\d|19\d\d)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bpercent|\bshare\b", re.IGNORECASE)
_COUNT = re.compile(r"\b(?:counts?|numbers?|quantity|total|#|no\.)(?!\w)", re.IGNORECASE)
_OF_HEADINGS = frozenset(
    ["all", "of", "the", "in", "our", "supply", "chain", "list", "annex", "for", "each", "per", "by"]
)


@dataclass(frozen=True)
class Head:
    """What the heading of a row or of a column says of its figures."""

    metal: Metal | None = None
    statuses: tuple[Status, ...] = ()
    is_total: bool = False
    is_known: bool = True
    """False: its figures are of something else."""
    is_share: bool = False
    is_of_facilities: bool = False
    """A column that counts facilities, all of them or a part that it names."""


def head_of(text: str, words: FieldWords, *, is_column: bool = False) -> Head:
    """What a heading says: a metal, a status, all of them, or something else."""
    plain = re.sub(r"\(\d\)|\bcolumn\s+\d+\b|\\", " ", text, flags=re.IGNORECASE)
    metals = metals_in(plain)
    status = re.search(words.status, plain, re.IGNORECASE)
    statuses = words.statuses_of(status[0]) if status else ()
    is_share = is_column and bool(_SHARE.search(plain))
    is_known = not _OTHER.search(plain) and (bool(statuses) or not status)
    if len(metals) == 1 and len(plain.split()) <= 4:
        return Head(metal=metals[0], statuses=statuses, is_known=is_known, is_share=is_share)
    if statuses:
        return Head(statuses=statuses, is_known=is_known, is_share=is_share)
    names_facilities = bool(re.search(words.facility, plain, re.IGNORECASE))
    is_of_facilities = is_column and names_facilities
    is_count = is_column and bool(_COUNT.search(plain))
    is_named = _is_plain(plain, words) and (names_facilities or is_count)
    is_total = bool(_TOTAL.fullmatch(plain)) or (is_named and not is_share)
    return Head(
        is_total=is_total,
        is_known=is_known and is_total,
        is_share=is_share,
        is_of_facilities=is_of_facilities,
    )


def _is_plain(text: str, words: FieldWords) -> bool:
    """Whether a heading picks out no part, as ``Smelters visited`` does."""
    rest = re.sub(rf"{words.facility}|{_COUNT.pattern}|3TGs?", " ", text, flags=re.IGNORECASE)
    return set(re.findall(r"[a-z]+", rest.casefold())) <= NEUTRAL | _OF_HEADINGS
