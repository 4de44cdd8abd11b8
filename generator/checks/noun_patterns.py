"""What may stand around a noun that a figure counts: patterns of grammar, for ``counted``."""

from __future__ import annotations

import re
from enum import Enum

from .field_words import METAL


class Noun(Enum):
    """What is counted."""

    FACILITY = "facility"
    SUPPLIER = "supplier"
    ANSWER = "answer"
    COUNTRY = "country"


STOP = (
    r"(?:of|in|on|at|to|from|with|by|for|that|which|who|whom|whose|is|are|was|were|be|been|have|has|had|did|do|does|not|the|these"
    r"|those|our|its|their|this|a|an|as|when|where|while|than|may|might|could|can|will|would|should|whether|if|into|via|through"
    r"|sourc\w+|respond\w*|answered|returned|submitted|provided|completed)\b"
)
WORD = r"[\w’'“”\"/&.-]*[\w’'“”\"/&-]"
NEUTRAL = frozenset((
    "eligible", "listed", "reported", "identified", "named", "known", "mineral", "minerals", "conflict",
    "3tg", "3tgs", "metal", "metals", "rmi", "rmap", "and", "or", "and/or", "total", "such",
    "surveyed", "relevant", "direct", "applicable", "supplier", "individual",
))  # fmt: skip
"""Words before a noun that pick out no part of what it names."""
DISTINCT = frozenset(["unique", "distinct", "different", "separate"])
NEUTRAL_OF = {
    Noun.FACILITY: NEUTRAL - {"direct", "relevant", "surveyed", "applicable"},
    Noun.SUPPLIER: NEUTRAL,
}
PART_BEFORE = re.compile(
    r"\b(?:additional|another|other|others|remaining|further|more|new|rest|first|last|next|top|largest|biggest|main|key|major|strategic|smallest|least|each|every|per)\s+$",
    re.IGNORECASE,
)
REPORTED = (
    r"(?:reported|identified|named|listed|disclosed|provided|shown|contained|included|set\s+(?:forth|out)|found"
    r"|declared|submitted)"
)
BY = (
    r"(?:\s+(?:to|by|in|on|from|as|within|during|throughout|of)\s+(?:(?:the|our|its|us|this|these|all|their)\s+)*"
    r"(?!one\s)(?:(?!(?:only|just|single|two|three|several|few|fewer|some|many|most|certain|both)\b)[\w’'-]+\s+){0,3}?(?:suppliers?|supply\s+chains?|answers?|responses?|CMRTs?|surveys?|lists?|annex\w*|appendix|schedule|table|us"
    r"|below|above|period|year|RY|report|templates?|shown)(?:\s+(?:[IVX]+|[A-H]|\d{1,4}))?\b)"
)
MODIFIER = re.compile(
    rf"""\s*(?:\([^()]*\)
    |(?:(?:that|which)\s+(?:were|are|have\s+been|was)\s+)?{REPORTED}{BY}+
    |{BY}+
    |(?:that|which)\s+(?:may|might|could)?\s*(?:have\s+)?process(?:ed)?\s+(?:the\s+|our\s+)?(?:[\w-]+\s+)?(?:3TGs?|minerals|metals)[^.;:,]*
    |(?:identified|listed|named|reported|disclosed)(?=\s+(?:are|were|is|was)\b)
    |used\s+to\s+process[^.;:,]*
    |(?:in|for|during)\s+(?:the\s+)?(?:(?:reporting|calendar)\s+)?(?:(?:period|year)\b|20\d\d\b)
    |as\s+of\s+\w+\s+\d+(?:,\s*\d{{4}})?
    |,\s*(?:\d+|[a-z]+)\s+(?:out\s+)?of\s+(?:the\s+)?(?:\d+|[a-z]+),(?=\s+(?:are|were|is)\b)
    |[”"’])""",
    re.VERBOSE | re.IGNORECASE,
)
BY_SUPPLIERS = re.compile(
    rf"\s*{REPORTED}\s+(?:to\s+us\s+)?by\s+(?:(?:our|the|all)\s+)?(?:[\w’'-]+\s+){{0,2}}?(?:suppliers?|supply\s+chain)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    rf"\s+(?i:{METAL})\s*[–—:-]+\s*\d|"
    r"\s*(?:$|[.;:!?)—–]|,|\b(?:and|but|or|while|whereas|whilst)\b\s*(?:$|\(?\d|the\s+(?:remaining|other|rest)\b|all\b|we\b|only\s+\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|zero|none|no)\b))"
)
TO_DO = re.compile(r"\s*to\s+[a-z]+\b", re.IGNORECASE)
BE = (
    r"(?:(?:that|which|who)\s+)?(?:is|are|was|were|be|being|have\s+been|has\s+been|had\s+been|has|have|had|as)\s+"
    r"(?:(?:also|all|currently|now|found|to|be|been|being|have|deemed|considered|validated|listed|certified|reported|designated|recogni[sz]ed|rated|determined"
    r"|either|already|as|the|a|an|having|had|status(?:es)?|of|audited|and|confirmed|assessed|verified|RMAP|RMI|successfully|classified|categori[sz]ed)\s+)*"
)
TO_PROGRAMME = re.compile(
    r"[”\")]*(?:\s+status(?:es)?)?(?:\s+(?:to|with|under|by|in|according\s+to|per)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?P<programme>RMAP|RMI|Assurance\s+Process|Minerals\s+Initiative|protocols?|standards?|assessments?|programs?|programmes?)\b(?:\s+\(\W?\w+\W?\))?"
    r"(?:\s+(?:status(?:es)?|standards?|protocols?|assessments?|program(?:me)?s?))*)?[”\")]*",
    re.IGNORECASE,
)
TAKES_PART = re.compile(
    r"\s*(?:that\s+|which\s+)?(?:are\s+|were\s+|have\s+been\s+)?(?:take\s+part|took\s+part|taking\s+part|participat(?:e|ed|ing))\b[^.;:,(]*",
    re.IGNORECASE,
)
ON_LISTS = re.compile(
    r"\s*(?:are|were)\s+on\s+(?:the|its|their|RMI’s|an?)\s+(?:[\w’-]+\s+){0,2}lists?\b", re.IGNORECASE
)
STANDS = re.compile(
    r"\s*(?:(?:that|which)\s+)?(?:are\s+|were\s+|is\s+|was\s+)?(?:located|situated|based|stands?|stood)\s+in\s+(?:an?\s+|the\s+|any\s+|one\s+of\s+the\s+)?covered\s+countr(?:y|ies)",
    re.IGNORECASE,
)
LISTED_PASSIVE = re.compile(
    rf"\s*(?:are|were)\s+(?:in|on|part\s+of)\s+(?:our|the)\s+(?:supply\s+chains?|list|annex)\b(?=\s*(?:$|[.;:,)]|\band\b))"
    rf"|\s*(?:were|are|was|is|have\s+been|has\s+been)\s+(?:thus\s+|then\s+|also\s+)?{REPORTED}(?:{BY})*(?:\s+(?:below|above|here))?(?=\s*(?:$|[.;:,)]|\bas\s+(?:of|shown|set)\b|\band\b))",
    re.IGNORECASE,
)
LISTING = re.compile(
    r"\b(?:lists?|listed|listing|list\s+of|nam(?:e|es|ed|ing)|identif\w+|report(?:s|ed)?|compil\w+|includ\w+|contain\w*|disclos\w+|has|have|had|found|shows?"
    r"|showed|compris\w+|there\s+(?:is|are|were|was)|total(?:s|led)?|in\s+all|altogether|yield\w*|result\w*\s+in|provid\w+)\b"
    r"(?:(?!\b(?:to|with|for|about|that|which|who|if|whether)\b)[^.;:]){0,60}$",
    re.IGNORECASE,
)


OF_METAL = re.compile(
    rf"\s*(?:(?:for|of|(?:that\s+)?process|processing|refine|smelt)\s+)?({METAL})(?!\w)(?!\s+\w+ers\b)",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"(?<!total )(?<!list )(?<!number )(?<!inquiry )(?<!survey )(?<!sum )\b(?:out\s+of|of"
    r"|among)\s+(?:(?:the|our|these|those|all|its|a\s+total\s+of|identified|reported|listed)\s+)*$",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"\s*(?:are|were)\s+(?:considered\s+|deemed\s+|to\s+be\s+|regarded\s+as\s+)*[“\"]?responsibl[ey][\s-]+sourc",
    re.IGNORECASE,
)
OF_WHICH = re.compile(
    r"\b(?:of|out\s+of)\s+(?:which|whom|these|those|them),?\s+(?:only\s+|some\s+)?$", re.IGNORECASE
)
OWN_PLANT = re.compile(
    r"\b(?:our|its|own|manufacturing|production|assembly|office|company’s)\s+"
    r"(?:(?!(?:suppliers?|vendors?|supply|survey|responses?|answers?|CMRTs?|lists?|identified|named|reported)\b)[\w-]+\s+){0,2}$"
    r"|\bwe\s+(?:have|operate|own|run|lease|maintain)\s+(?:[\w,-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""What stands before a facility of the filer's own."""
METAL_AS_LABEL = re.compile(rf"(?:^|\s)\W*({METAL})\s*[–—:-]+\s*$", re.IGNORECASE)
"""``Tin: 12 smelters``, a line of its own."""
LISTED_BEHIND = re.compile(
    rf",\s*(?:all\s+of\s+)?which\s+(?:are|were)\s+(?:all\s+)?{REPORTED}\b", re.IGNORECASE
)
"""``50 smelters, which are listed in Annex A``: all of them."""
METAL_IN_ROW = re.compile(rf"[:;,(]\s*(?:and\s+)?({METAL})\s*[:–—-]?\s*$", re.IGNORECASE)
ROW_END = re.compile(r"\s*(?:[;,.)]|and\b|$)", re.IGNORECASE)
"""``50 smelters were named: gold 20; tin 12``."""
METAL_ALONE = re.compile(rf"\s*({METAL})\s*(?:,|\band\b|\bor\b|&)", re.IGNORECASE)
"""``20 gold, 12 tin and 10 tungsten smelters``: the noun stands behind the last."""
