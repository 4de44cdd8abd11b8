"""The words by which figures of facilities are known in the sentences of a filed document."""

from __future__ import annotations

import re

from .wording import COUNT, FACILITIES, METALS, WORDS

OF_FACILITIES = re.compile(
    rf"(?P<number>{COUNT})\s*(?:\(\d+\)\s*)?(?P<of>\s*(?:out )?of\s+(?:all\s+)?(?:the|these|those|our"
    rf"|such|its)\s+)?"
    rf"(?:(?P<total>total of)\s+)?\s*(?P<kind>(?:(?:{METALS})(?:,|,? and"
    rf"|,? or)\s+)*{WORDS}{{0,6}}?)(?:{FACILITIES})\b(?P<names>\s+names?\b)?",
    re.IGNORECASE,
)
ELLIPTIC = re.compile(
    rf"(?P<number>{COUNT})(?:\s*\((?P<share>[\d.]+)\s?(?:%|percent)\))?"
    r"(?:,? or (?:approximately |about )?[\d.]+\s?(?:%|percent),?)?"
    r"(?:\s+of (?:these|those|them|which))?\s+(?=(?:are|were|is|was|have been|has been|had been|hold"
    r"|held|ha(?:ve|s|d) (?:the|a) status)\b)",
    re.IGNORECASE,
)
"""``40 are Conformant``: the facilities were named before."""
OF_THOSE_BEFORE = re.compile(r"\W*(?:of|among|out of) (?:these|those|them|which)\b", re.IGNORECASE)
"""So begins a sentence on what the sentence before it has counted."""
FOR_METALS = re.compile(
    rf"(?<!\$)(?P<number>{COUNT})\s+(?:(?:are|were)\s+)?for\s+(?P<metal>{METALS})\b", re.IGNORECASE
)
"""``including 40 for gold and 12 for tin``."""
JOINED = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the (?:remaining|other)\s+)?$", re.IGNORECASE)
"""Before a number that stands beside another one, and is no part of it."""
COUNTED_NEXT = re.compile(COUNT, re.IGNORECASE)
PART_BEFORE = re.compile(
    rf"(?P<number>{COUNT})(?:\s*\([^)]*\))?\s+(?:out )?of\s+(?:all\s+)?(?:the|these|those|our)?\s*$",
    re.IGNORECASE,
)

IN_COUNTRIES = re.compile(
    rf"\b(?:in|across)\s+(?P<number>{COUNT})\s+(?:different\s+)?countries\b", re.IGNORECASE
)

A_PART_OF = re.compile(r"\b(?:\w+(?:-\w+)?) of (?:the|these|those|our)?\s*$", re.IGNORECASE)
REST = re.compile(r"\b(?:remaining|rest of the|other than these)\s*$", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:the|these|those|remaining|all|our)\s*(?:identified|reported|listed|known|following)?\s*$"
    r"|\b(?:aggregate of|total of)\s*$",
    re.IGNORECASE,
)
POINTING_BACK = re.compile(r"\b(?:these|those)\s*$", re.IGNORECASE)
ALTOGETHER = re.compile(
    r"\b(?:aggregate of|total of|altogether|in all|in total|combined)\W*(?:we )?$", re.IGNORECASE
)
TOTAL_BEHIND = re.compile(r"\W*(?:in (?:total|all|aggregate)|altogether|overall)\b", re.IGNORECASE)
TELLING = re.compile(
    r"\b(?:identif|report|nam|disclos|list|compil|reveal|includ|compris|contain|provid|consist|show"
    r"|cover|found)\w*"
    r"(?:\s+(?:to us|us|in|with|for|by|of|on|a|an|the|our|these|list|lists|set|that|there|following"
    r"|approximately|about"
    r"|some|nearly|almost|over|more|than|at|least))*\s*$",
    re.IGNORECASE,
)
"""Said before a number, it makes it that of the whole list: ``our suppliers named``."""
BY_SUPPLIERS = re.compile(
    r"\b(?:suppliers|responses|answers|CMRTs|we)\s+(?:(?:have|had|together|in total|also)\s+)?"
    r"(?:identified|named|reported|disclosed|listed)(?: to us)?(?: a total of)?\s*$"
    r"|\b(?:we|and) (?:have )?compiled (?:a|our|the) list of\s*$",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\W*(?:(?:that|which)\s+)?(?:(?:may|might|could) have (?:processed|been used)|(?:were|was|are|is"
    r"|have been|has been)?\s*"
    r"(?:identified|reported|named|disclosed|listed|found|set forth|in our supply chains?|on (?:our|the) list"
    r"|in (?:the )?(?:annex|appendix|schedule|exhibit|attachment)))\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:on the (?:LBMA|RJC|DMCC)|good delivery|sourc\w*|purchas\w*|procur\w*|buy|bought|originat\w*"
    r"|directly|indirectly|members? of"
    r"|recycl\w*|scrap|cross-recogni\w*"
    r"|new(?:ly)?|remov\w*|visit\w*|sanction\w*|whose|red flags?|high[- ]risk|benefit\w*|financ\w*"
    r"|additional|further|more"
    r"|process(?:es|ing)? (?:ore|material)|eligible to|ceased|suspended operations|no longer)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"[;:]|,\s+\d|\b(?:and \d|of (?:which|whom)|such as|for which|which means?|meaning|to (?:determine"
    r"|assess|identify|verify"
    r"|understand|ensure|confirm"
    r"|evaluate|establish|compare|see|check"
    r"|support|provide)|in order|if|whether|because|since|although|while|when|but|however|based on)\b",
    re.IGNORECASE,
)
"""Where what is said of the facilities ends."""
IN_COVERED = re.compile(
    r"\b(?:located|stands?|situated|based|operat\w+)\b[^.;]*\bcovered countr", re.IGNORECASE
)
FOR_METAL = re.compile(rf"^\W*(?:listed |identified |reported )?for ({METALS})\b", re.IGNORECASE)
THEN_PART = re.compile(rf"[^,.;:]*,\s+(?P<number>{COUNT})\s", re.IGNORECASE)
OF_WHOLE = re.compile(r"\b(?:of|among) (?:all )?(?:the|these|those|our)?\s*$", re.IGNORECASE)
NOTE = re.compile(r"\W*[*†‡§#]|\W*\(?\d{1,2}\)\s")
TOLD_LENGTH = 140
IN_WORDS = 20
"""A figure below this may stand in words; of a larger one, a number in words is another."""
UNIQUE = re.compile(r"\b(?:unique|distinct|different)\b", re.IGNORECASE)
"""Said of facilities, it may count rows or names."""
