"""Whether a figure is told of another year or of a stage of the survey, and not of the period."""

from __future__ import annotations

import re
from functools import lru_cache

from .numbers import LAW, MONTH, YEAR

_OTHER_TIME = re.compile(
    r"\b(?:last|prior|previous|preceding|earlier)\s+(?:reporting\s+)?(?:years?|periods?|reports?)"
    r"|\byears?\s+(?:before|earlier)|\bpreviously\b|\b(?:to\s+date|so\s+far|initially|since\s+then|subsequently|at\s+first|interim|pilot|until\s+then)\b"
    r"|\b(?:first|second|third|initial|next|final)\s+(?:round|wave|phase|stage|reminder|survey|half|quarter|requests?|mailings?|letters?|inquir(?:y|ies)|time)\b"
    rf"|\b(?:by|in|until|before|from)\s+(?:the\s+end\s+of\s+|early\s+|late\s+|mid-)?(?:{MONTH})\b|\bby\s+(?:then|the\s+(?:deadline|due\s+date))"
    r"|\bbefore\s+(?:duplicates|cleaning|removing|we)\b"
    r"|\b(?:dropped|rose|fell|grew|declin\w+|increas\w+|decreas\w+|improv\w+|up|down)\s+(?:by\s+)?(?:from\s+)?[\d.]",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\((?=[^()]*\d)[^()]*\)"
    r"|[,;]?\s*\b(?:versus|vs\.?|(?:as\s+)?compared\s+(?:to|with)|(?:as\s+)?against|(?:up|down)\s+from"
    r"|an?\s+(?:improvement|increase|decrease|rise|drop|decline)\s+(?:over|from|on|of)|(?:more|fewer|less)\s+than\s+in)\b[^;:]*$",
    re.IGNORECASE,
)
"""``77.6%, versus 71% in 2024``: only what is compared with is of another time."""


@lru_cache(maxsize=64)
def _tells_of_any(text: str, year: int) -> bool:
    """Whether the sentence tells of another time at all; most do not."""
    others = (found for found in re.finditer(YEAR, text) if int(found[0]) not in (year, year + 1))
    return bool(next(others, None) or _OTHER_TIME.search(text))


def is_of_another_time(text: str, start: int, year: int) -> bool:
    """Whether the figure that stands at ``start`` is of another time than the report for ``year``."""
    if not _tells_of_any(text, year):
        return False
    spans = [found.span() for found in _COMPARISON.finditer(text) if not found.start() <= start < found.end()]
    own = "".join(
        " " if any(begin <= at < end for begin, end in spans) else letter for at, letter in enumerate(text)
    )
    at = own.rfind(";", 0, start) + 1
    clause = own[at : own.find(";", start) if ";" in own[start:] else len(own)]
    own = clause if str(year) in clause else own
    laws = [law.span() for law in LAW.finditer(own)]
    years = [found for found in re.finditer(YEAR, own) if int(found[0]) not in (year, year + 1)]
    others = [found for found in years if not any(first <= found.start() < last for first, last in laws)]
    return bool(others or _OTHER_TIME.search(own))
