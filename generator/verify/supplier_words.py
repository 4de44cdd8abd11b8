"""The words by which figures of the survey are known in the sentences of a filed document."""

from __future__ import annotations

import re

from .wording import COUNT, WORDS

SHARE = r"(?P<number>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)"
ASIDE_SHARE = r"(?:\s*\(\s*(?:or )?[\d.]+\s?(?:%|percent|per cent)[^)]*\))?"
RECEIPT = (
    r"(?:responses?|answers?|repl(?:y|ies)|CMRTs?|templates?|surveys?|questionnaires?|declarations?|forms?"
    r"|submissions?)"
)
WAS_ASKED = re.compile(
    r"\b(?:request|ask|survey|contact|sent|send|engag|identified|distribut|deploy|launch|solicit"
    r"|issued|e-?mailed"
    r"|in[- ]scope|scope|approach|reached out|worked with|consist|compris|provided|includ|poll|cover)\w*\b"
    r"|\bour\s*$",
    re.IGNORECASE,
)
ASKED_BEHIND = re.compile(
    r"\W*(?:(?:that|which|who)\s+)?(?:were|was|are|have been|had been)\s+(?:\w+\s+)?(?:asked|surveyed"
    r"|contacted|requested|in[- ]scope"
    r"|identified|sent|engaged|included|considered)\b",
    re.IGNORECASE,
)
DID_ANSWER = re.compile(r"\b(?:respond|return|repli|repl|answer|submit|complet|provid)\w*\b", re.IGNORECASE)
RECEIVED_FROM = re.compile(
    rf"\b(?:receiv|obtain|collect|got|gather)\w*\b[^.;]*?\b{RECEIPT}\b[^.;]*?\b(?:from"
    rf"|by)\s+(?:\w+\s+){{0,3}}$|\b{RECEIPT}\b[^.;]{{0,40}}"
    r"\b(?:from|by)\s+(?:\w+\s+){0,3}$|\b(?:were|was) (?:received|returned|answered|submitted) (?:from"
    r"|by)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
REQUESTED_FROM = re.compile(
    rf"\b(?:request|ask|solicit|requir|seek|sought)\w*\b(?:(?!receiv)[^.;])*?\b{RECEIPT}\b[^.;]{{0,40}}?\b(?:from|by|of)"
    r"\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before the number of those from whom answers were asked, and not received."""
NOT_OF_SURVEY = re.compile(
    r"\b(?:train|visit|audit|award|invit|reject|escalat|meeting|met|updat|correct|improv|remov"
    r"|terminat|workshop|webinar"
    r"|attend|mapp|identification|mapping|hold|sourced|engagement (?:day|event)|on[- ]?board|brought"
    r"|hosted|interview"
    r"|fail|corrective|followed up|follow-up|additional|another|further|new)\w*\b",
    re.IGNORECASE,
)
NOT_SOURCING = re.compile(r"\bnot sourc", re.IGNORECASE)
DID_NOT = re.compile(
    r"\b(?:did|have|had|has|do|does) not\b|\bnon-?respons|\bunrespons|\bfailed to\b|\bremaining\b",
    re.IGNORECASE,
)
THEN_PART = re.compile(
    r"[^.;:]{0,80}?(?:[,;]?\s+(?:and\s+)?of (?:which|whom|these|those|them),?\s+|,\s+(?:and\s+)?)"
    rf"(?:approximately\s+)?(?P<part>{COUNT})\s(?!of\b)",
    re.IGNORECASE,
)
"""``Of 125 suppliers, 97 responded``; ``125 suppliers, of which 97``: the whole, then the part."""
OF_WHOLE = re.compile(r"\b(?:of|among) (?:the|these|those|our)?\s*$", re.IGNORECASE)
OF_THEM = re.compile(
    rf"(?P<number>{COUNT}){ASIDE_SHARE}\s+(?:of (?:them|these|those)\s+)?(?:have |had )?"
    r"(?:respond|repli|answer|return|submitt)\w+",
    re.IGNORECASE,
)
OF_THOSE = re.compile(
    rf"\b{RECEIPT}\b[^.;%]{{0,60}}?\b(?:from|by)\s+(?P<number>{COUNT})\s+(?:out )?of\s+(?:these|those|the)\s+"
    rf"(?:\w+\s+){{0,2}}?(?:suppliers|vendors)\b(?:\s*\((?:or )?(?P<share>[\d.]+)\s?%)?"
    rf"|\b(?:response|return) rate\s*\((?P<behind>{COUNT})\s+(?:suppliers|vendors)\)",
    re.IGNORECASE,
)
"""``CMRTs came back from 97 of those suppliers (78%)``; ``a 78% response rate (97 suppliers)``."""
OF_RESPONSES = re.compile(
    rf"(?P<number>{COUNT})\s+(?P<kind>{WORDS}{{0,3}}?)(?P<noun>{RECEIPT})\b"
    r"(?P<behind>\s+(?:were )?(?:received|returned))?",
    re.IGNORECASE,
)
RECEIVED = re.compile(
    r"\b(?:receiv|obtain|collect|got|equal|total)\w*\W*(?:a |of |to |with )*$", re.IGNORECASE
)
ABOUT_ANSWERS = re.compile(r"respon[ds]|return|repl(?:y|ied)|answer|submit|\bCMRTs?\b|complet", re.IGNORECASE)

RATES = (
    re.compile(
        rf"{SHARE}\s+(?:\w+\s+)?(?P<what>(?:survey |supplier |overall |CMRT )*(?:response|return"
        rf"|reply)(?:\s+rate)?)\b(?!s? from)",
        re.I,
    ),
    re.compile(rf"\b(?P<what>(?:response|return|reply) rate)\b[^.;%]{{0,60}}?{SHARE}", re.I),
    re.compile(
        rf"\b(?P<what>{RECEIPT})\b[^.;%]{{0,60}}?\b(?:from|by|of)\s+(?:\w+\s+){{0,3}}?{SHARE}\s+(?:of|\()",
        re.I,
    ),
    re.compile(
        rf"{SHARE}(?:\s*\([^)]*\))?\s+of\s+(?P<what>(?:[\w’'“”\"&()/,-]+\s+){{0,9}}?"
        rf"(?:responded|replied|answered|(?:submitted|returned|provided|completed"
        rf"|gave)\s+(?:\w+\s+){{0,4}}?{RECEIPT}))\b",
        re.I,
    ),
    re.compile(
        rf"\b(?P<what>respon(?:ded|ses)|returned|answered|received)\b[^.;%]{{0,60}}?\(\s*(?:or "
        rf"|i\.e\.,? )?{SHARE}",
        re.I,
    ),
    re.compile(
        rf"\b(?P<what>representing|or|yielding|equal to|which is|i\.e\.,?)\s+(?:an? )?(?:approximately "
        rf"|about )?{SHARE}(?=\W+(?:of (?:the|our|all|those) (?:\w+ )?suppliers|response))",
        re.I,
    ),
)
"""Forms in which a sentence says a rate of answers; ``what`` are the words that make it one."""
OTHER_RATE = re.compile(
    r"\bquality\b|\btheir own\b|\bsub-?(?:tier )?suppliers?\b|\bonly\b|\bspend\b|\bexpenditures?\b"
    r"|\bpurchas|\blist\b|\bcurriculum\b"
    r"|\btraining\b|\bmapped\b|\bparts\b|\bsurvey (?:\d+%|all)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(
    r"\W*(?:\w+ly )?(?:reported|indicated|stated|declared|confirmed|told|said|claimed|named|disclosed)\b",
    re.IGNORECASE,
)
"""What some suppliers said in their answers; they are a part of those that answered."""
