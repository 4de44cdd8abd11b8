"""Typed sentences on all or none: where each is, of what, and whether its main clause claims it.

What is asked, wanted, planned, required, possible, said by others, or picked out by a relative clause claims
nothing; nor does what the filer did with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from .counted import is_own_plant
from .field_words import FieldWords
from .prose import Prose, Sentence


class Amount(Enum):
    """Of how many something is said."""

    ALL = "all"
    NONE = "none"
    ONLY = "only"


@dataclass(frozen=True)
class Said:
    """A sentence that claims something of all or none, and where the words that say so stand."""

    sentence: Sentence
    start: int
    end: int
    """Behind the noun."""
    amount: Amount
    noun: str
    """``facility``, ``supplier``, ``mineral`` or ``other``."""
    between: str = ""
    """Words between the amount and the noun, such as ``conformant``."""
    is_object: bool = False
    """The noun is no subject, as in ``received answers from all suppliers``."""
    is_these: bool = False
    shown_end: int = 0
    """Behind the words that a finding quotes; 0: behind the noun."""

    @property
    def span(self) -> tuple[int, int]:
        """From where to where a finding marks the sentence."""
        return self.start, self.shown_end or self.end

    @property
    def after(self) -> str:
        return self.sentence.text[self.end :]


_PLANNED = re.compile(
    r"\b(?:must|should|shall|may|might|would|could|can(?:not)?|will|ask(?:s|ed|ing)?|requir\w+|whether|if|until|unless|plan\w*|aim(?:s|ed)?|goals?|target\w*"
    r"|intend\w*|expect\w*|request\w*|direct\s+(?:them|our|the|suppliers)|oblig\w+|encourag\w+|striv\w+|seek\w*|commit\w*|hop(?:e|es|ed)|wish\w*|want\w*|ensur\w+"
    r"|anticipat\w+|prefer\w*|policy|in\s+order|so\s+that|continue|unable|could\s+not|code\s+of\s+conduct|means|defin\w+|unlikely|likely)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"\bto\s+(?!the\b|our\b|us\b|all\b|date\b|a\b|an\b|this\b|these\b)[a-z]+\b[^,.;:]*$", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:^|\s)(?:that|which|who|whose|where|when|while|as)\s+[^,;:]*$", re.IGNORECASE)
_FINDING = re.compile(
    r"\b(?:[Ww]e|[Ii]t|survey|inquiry|results?|answers?|responses?|[Cc]ompany)\s+(?:(?:have|has|had|therefore|thus|also|further|reasonably|then)\s+)*"
    r"(?:determin\w+|f(?:ound|ind)|conclu\w+|believ\w+|learn\w+|kn[eo]w\w*|show\w*|indicat\w+|establish\w*|confirm\w*|note[ds]?|report\w*|verif\w+|identif\w+|saw|see)\s+that\s+$",
)
_BEGINS = re.compile(r"(?:^|[;:—–]|,\s*(?:and|but|so|yet)?|\b(?:and|but))\W*$", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"(?:^|[;:—–])\W*(?:(?:in|for|during|as\s+of|at|by|on|after|since|according\s+to|based\s+on|to\s+our\s+knowledge|overall|again|thus|therefore|however|currently"
    r"|in\s+addition|additionally|today|moreover|further)\b[^;:]{0,120},\s*|(?:in|for|during)\s+(?:the\s+)?(?:[\w’]+\s+){0,2})$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:there\s+(?:is|are|was|were|has\s+been|have\s+been)|ha(?:s|ve|d)|identif\w+|found|find|names?|named|lists?|contains?|includes?|know|received?|receives)\s+(?:that\s+)?$",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|obtain\w+|got|had|collected)\s+(?:[\w-]+\s+){0,3}?(?:answers?|responses?|replies|CMRTs?|templates?|surveys?|questionnaires?)\s+(?:back\s+)?from\s+$",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"[^.;,]{0,60}?\b(?:must|should|shall|may|might|will|would|can|could|(?:is|are|were|was)\s+(?:to|required|expected|asked|requested|encouraged|obliged|invited)"
    r"|ha(?:s|ve|d)\s+to|needs?\s+to|of\s+ours)\b",
    re.IGNORECASE,
)
"""The subject must do it, or was asked to."""
_PICKED_OUT = re.compile(r"\s*(?:that|who|which|whose|sourc\w+|known|located|from)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\s*(?:that|which|who)\s+(?:(?:were|are|have\s+been|was)\s+(?:listed|named|identified|reported|disclosed|surveyed|asked)|we\s+(?:surveyed|asked|list))",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:not|nor|cannot|unable|nearly|almost|virtually|some\s+but\s+not|than|among|amongst|of|like|for|with|to|from|at|in|by|on|about)\s+$",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:filing|report\s+as\s+filed)\b[^.;]*\b(?:says?|said|states?|stated|draws?|names?)\b", re.IGNORECASE
)
"""What another document says is not claimed here."""
_DEFINES = re.compile(
    r"^\W*(?:the\s+term\s+)?[“\"][^”\"]+[”\"][^.]{0,40}?\b(?:means?|refers?|indicates?|is\s+defined|stands?\s+for)\b",
    re.IGNORECASE,
)


def claims_said(prose: Prose, words: FieldWords) -> Iterator[Said]:
    """The first claim of each sentence, if a person typed it."""
    patterns = _patterns(words)
    for sentence in prose.sentences:
        text = sentence.text
        if not _AMOUNT.search(text) or _ATTRIBUTED.search(text) or _DEFINES.match(text):
            continue
        matches = [(found, amount) for amount, pattern in patterns for found in pattern.finditer(text)]
        for found, amount in sorted(matches, key=lambda one: one[0].start()):
            said = _said(sentence, found, amount, words)
            if said and sentence.is_typed(*_first_word(text, said.start)):
                yield said
                break


_AMOUNT = re.compile(r"\b(?:all|every|each|only|no|not|none|neither)\b", re.IGNORECASE)


def _first_word(text: str, start: int) -> tuple[int, int]:
    found = re.compile(r"\w+").search(text, start)
    return found.span() if found else (start, start + 1)


@lru_cache(maxsize=4)
def _patterns(words: FieldWords) -> tuple[tuple[Amount, re.Pattern[str]], ...]:
    """How a sentence says all, only or none, each with its noun."""
    noun = (
        r"(?P<between>(?:(?!(?:with|of|to|from|in|for|on|and|or|that|which|is|are|was|were)\b)[\w’'“”-]+\s+){0,3}?)"
        rf"(?P<noun>(?P<facility>{words.facility})|(?P<supplier>{words.supplier})"
        r"|(?P<mineral>minerals?(?!\s+Report)|3TGs?|products?|metals?)|countr(?:y|ies)|mines?|responses?|answers?)\b"
    )
    the = r"(?:\s+(?P<these>these|those|such)\b|\s+(?:the|our|its|their)\b)*"
    not_any = r"not\s+(?:identif\w+|found|find|aware\s+of|received?|learn\w*\s+of|known?\s+of)\s+any"
    shapes = (
        (Amount.NONE, rf"(?:no|not\s+(?:one|a\s+single)|none\s+of|neither\s+of|{not_any}){the}\s+{noun}"),
        (Amount.NONE, r"none\s+of\s+(?P<which>which|whom|them)\b"),
        (Amount.ALL, rf"(?:all|every(?:\s+one)?|each)(?:\s+of)?{the}\s+{noun}"),
        (
            Amount.ONLY,
            rf"only\s+(?!one\b|two\b|three\b|\d)(?:from\s+|with\s+|by\s+)?(?:the\s+|those\s+|our\s+)?{noun}",
        ),
        (
            Amount.NONE,
            rf"(?:^|(?<=[,;:]\s))\W*(?:the|our|its|listed){the}\s+{noun}[^.;:,]{{0,60}}?\s(?:are|were|is|was)\s+(?P<not>not)\s+"
            r"(?:geographically\s+)?(?:located|situated|based)\b",
        ),
    )
    return tuple((amount, re.compile(rf"(?<![-\w]){shape}", re.IGNORECASE)) for amount, shape in shapes)


def _said(sentence: Sentence, found: re.Match[str], amount: Amount, words: FieldWords) -> Said | None:
    """The claim, or None where the main clause does not make it."""
    groups = found.groupdict()
    before = sentence.text[: found.start()]
    if _PLANNED.search(before) or _INFINITIVE.search(before):
        return None
    if groups.get("which"):
        noun = "facility" if re.search(rf"\b{words.facility}\W*$", before, re.IGNORECASE) else "other"
        return Said(sentence, found.start(), found.end(), amount, noun)
    noun = next((name for name in ("facility", "supplier", "mineral") if groups[name]), "other")
    start = found.start("not") if groups.get("not") else found.start()
    end = found.end("noun")
    is_received = bool(_RECEIVED.search(before)) and noun == "supplier"
    is_compound = re.match(
        r"[-’']|\s+(?:responses?|answers?|contracts?|agreements?|data|lists?|names?|information|relationships?)\b",
        sentence.text[end:],
    )
    behind = sentence.text[end:]
    is_part = amount is not Amount.NONE and _PICKED_OUT.match(behind) and not _LISTED.match(behind)
    is_own = is_own_plant(found["noun"], sentence.text[: found.end("between")], sentence.text)
    if _MUST.match(behind) or is_part or is_own:
        return None
    if is_compound or (not is_received and not _is_subject(before, amount)):
        return None
    return Said(
        sentence,
        start,
        end,
        amount,
        noun,
        groups["between"],
        is_received,
        bool(groups.get("these")),
        found.end("not") if groups.get("not") else 0,
    )


def _is_subject(before: str, amount: Amount) -> bool:
    """Whether the words stand where a main clause begins, or behind ``we found that`` or ``there are``."""
    if _FINDING.search(before) or (
        amount is Amount.NONE and _THERE.search(before) and not _RELATIVE.search(before)
    ):
        return True
    if amount is Amount.NONE and re.search(
        r"\b(?:have|has|had|are|is|were|was|did|do|does)\s+$", before, re.IGNORECASE
    ):
        return not _RELATIVE.search(before)
    if _NOT_ALL.search(before):
        return False
    return bool(_BEGINS.search(before) or _ADVERBIAL.search(before)) and not re.search(
        r"\b(?:that|which|who)\b[^,]*$", before
    )
