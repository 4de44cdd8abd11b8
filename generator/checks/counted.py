"""What a typed figure counts: the noun behind it, what is said of it, and whether that is a part of the list.

Rules of grammar decide, not the value. What they cannot read is left alone: ``Counts.is_known`` is False.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..model import Metal, Status
from .field_words import FieldWords, metals_of
from .noun_patterns import (
    BE,
    BY_SUPPLIERS,
    CLAUSE_END,
    DISTINCT,
    LISTED_BEHIND,
    LISTED_PASSIVE,
    LISTING,
    METAL_AS_LABEL,
    MODIFIER,
    NEUTRAL,
    NEUTRAL_OF,
    OF_METAL,
    ON_LISTS,
    OWN_PLANT,
    PART_BEFORE,
    RESPONSIBLE,
    STANDS,
    STOP,
    TAKES_PART,
    TO_DO,
    TO_PROGRAMME,
    WHOLE,
    WORD,
    Noun,
)
from .numbers import Figure
from .phrases.no_counts import WORD as NUMBER_WORD


@dataclass(frozen=True)
class Counts:
    """What a figure counts, as far as the sentence says it in words that are known."""

    noun: Noun
    metals: tuple[Metal, ...] = ()
    statuses: tuple[Status, ...] = ()
    is_negated: bool = False
    """Those that do not have the status."""
    is_distinct: bool = False
    in_covered: bool = False
    is_named: bool = False
    """A verb such as ``lists`` says that it is all of them, or it is told of a status."""
    takes_part: bool = False
    """They take part in a programme; which statuses these are is not said."""
    is_responsible: bool = False
    """They are responsible sources, as one or more statuses are called."""
    is_known: bool = True
    """False: a part that no data has."""
    of_these: bool = False
    """Of those that were spoken of before."""
    is_partitive: bool = False
    """``12 of the smelters``: a part, unless a status is told."""
    is_definite: bool = False
    """``the 50 smelters``: they were spoken of before."""
    words: str = field(default="", compare=False)


def counts_of(figure: Figure, words: FieldWords) -> tuple[Counts, str] | None:
    """What the figure counts, and the text behind the noun; None where the data counts no such noun."""
    found = _noun_phrase(figure, words)
    if found is None:
        return None
    counts, after = found
    if counts.noun is Noun.FACILITY and counts.is_known:
        if WHOLE.search(figure.before[-40:]):
            counts = _whole(counts, after, words)
        else:
            counts = said_of_facilities(counts, after, words)
            is_named = counts.is_named or LISTING.search(figure.before[-160:]) or LISTED_BEHIND.match(after)
            label = METAL_AS_LABEL.search(figure.before) if not counts.metals else None
            counts = replace(counts, is_named=bool(is_named or label))
            counts = replace(counts, metals=tuple(metals_of(label[1]))) if label else counts
    if PART_BEFORE.search(figure.before[-20:]):
        counts = replace(counts, is_known=False)
    return counts, after


_PICKED_OUT = re.compile(r"\s*(?:that|which)\s", re.IGNORECASE)


def _whole(counts: Counts, after: str, words: FieldWords) -> Counts:
    """``40 of the 50 smelters are``: what is said behind them is said of the 40."""
    at = _past_modifiers(after, 0)
    metal = OF_METAL.match(after, at)
    if metal and not re.match(r"\s*(?:process|refine|smelt)\b", metal[0], re.IGNORECASE):
        counts = replace(counts, metals=tuple(metals_of(metal[1])))
        at = metal.end()
    said = _status_said(after, at, words) if _PICKED_OUT.match(after, at) else None
    if said and said.is_known and said.statuses and not counts.statuses:
        return replace(_joined(counts, said), is_named=True)
    is_part = re.compile(
        r"\s*(?:that|which|who|whose|sourc\w+|with|from|in|(?:named|identified|listed|reported|used)\s+(?:by|for|only))\b",
        re.IGNORECASE,
    ).match(after, at)
    return replace(counts, is_named=True, is_known=not is_part)


def _noun_phrase(figure: Figure, words: FieldWords) -> tuple[Counts, str] | None:
    """The noun with its qualities, and the text behind it."""
    after = figure.after
    lead = re.match(
        r"\s*(?:\(\s*[\d.,]+\s*%?\s*\))?\s*(?P<of>(?:out\s+of|of)\s+(?:(?:the|these|those|our|all|its|such|them)\b\s*)*"
        r"(?:(?:\d[\d,]*|[a-z]+)\s+(?=[\w“\"]))??)?(?P<then>)",
        after,
        re.IGNORECASE,
    )
    assert lead is not None
    rest = after[lead.end("of") if lead["of"] else lead.end() :]
    if lead["of"]:
        rest = re.sub(rf"^\s*(?:\d[\d,]*|{NUMBER_WORD})(?=\s)", lambda number: " " * len(number[0]), rest)
    phrase = re.match(
        rf"\s*((?:(?!{STOP})(?!\d[\d,]*\s){WORD},?\s+){{0,6}}?)(?={words.noun.pattern})",
        rest,
        re.IGNORECASE,
    )
    if phrase is None:
        return _these(lead, after, words)
    noun = words.noun.match(rest, phrase.end())
    if noun is None or noun.lastgroup is None:
        return None
    if is_own_plant(noun[0], f"{figure.before} {rest[: noun.start()]}", figure.sentence.text):
        return None
    counts = _qualified(Counts(Noun(noun.lastgroup), words=noun[0]), phrase[1], words)
    is_definite = bool(
        re.search(r"\b(?:the|those|these|our|all)\s+(?:\w+\s+)?$", figure.before[-24:], re.IGNORECASE)
    )
    is_partitive = bool(lead["of"])
    if is_partitive and counts.statuses:  # ``11 of the 40 Conformant smelters``: some of a part
        counts = replace(counts, is_known=False)
    of_these = bool(lead["of"] and re.search(r"\b(?:these|those|them|such)\b", lead["of"], re.IGNORECASE))
    counts = replace(counts, is_definite=is_definite, of_these=of_these, is_partitive=is_partitive)
    return counts, rest[noun.end() :]


def is_own_plant(noun: str, before: str, text: str) -> bool:
    """Whether a ``facility`` is one of the filer's own, and no smelter."""
    if not noun.casefold().startswith("facilit") or re.search(r"\b(?:smelter|refiner|SOR)", text):
        return False
    return bool(OWN_PLANT.search(before))


def _these(lead: re.Match[str], after: str, words: FieldWords) -> tuple[Counts, str] | None:
    """``37 of these are``, without a noun: that of the sentence before is meant."""
    if lead["of"] and re.search(r"\b(?:these|those|them)\b", lead["of"], re.IGNORECASE):
        return Counts(Noun.FACILITY, of_these=True), after[lead.end("of") :]
    return None


def _qualified(counts: Counts, between: str, words: FieldWords) -> Counts:
    """The noun with the words between the figure and it."""
    status = re.search(words.status, between, re.IGNORECASE)
    statuses: tuple[Status, ...] = ()
    is_known = True
    if status:
        statuses = words.statuses_of(status[0])
        is_known = bool(statuses) and not re.search(r"\bnot\b", between)
        between = between[: status.start()] + between[status.end() :]
    metals = tuple(metals_of(between))
    left = [word.strip("“”\"’',.").casefold() for word in re.split(r"\s+", between) if word.strip("“”\"’',.")]
    neutral = NEUTRAL_OF.get(counts.noun, NEUTRAL)
    is_distinct = any(word in DISTINCT for word in left)
    rest = [
        word for word in left if word not in neutral and word not in DISTINCT and not _is_noun(word, words)
    ]
    return replace(
        counts, metals=metals, statuses=statuses, is_distinct=is_distinct, is_known=is_known and not rest
    )


def _is_noun(word: str, words: FieldWords) -> bool:
    """Whether it is a metal, or one of the nouns once more, as in ``tin smelters and refiners``."""
    return bool(set(metals_of(word)) or re.fullmatch(words.noun.pattern, word, re.IGNORECASE))


def said_of_facilities(counts: Counts, after: str, words: FieldWords) -> Counts:
    """What the words behind the noun add: a metal, a status, a place, or a condition that no data has."""
    bracket = re.match(rf"\s*\((?:RMAP|RMI)?[\s-]*({words.status})\)", after, re.IGNORECASE)
    if bracket and not counts.statuses:
        statuses = words.statuses_of(bracket[1])
        counts = replace(counts, statuses=statuses, is_known=counts.is_known and bool(statuses))
    at = _past_modifiers(after, 0)
    counts = replace(counts, is_named=bool(BY_SUPPLIERS.match(after)))
    metal = OF_METAL.match(after, at)
    if metal:
        counts = replace(counts, metals=tuple(metals_of(metal[1])))
        if re.match(r"\s*process\b", metal[0], re.IGNORECASE):
            counts = replace(counts, is_partitive=False, is_named=True)
        at = _past_modifiers(after, metal.end())
    if CLAUSE_END.match(after, at) or (counts.is_named and TO_DO.match(after, at)):
        return counts
    if STANDS.match(after, at):
        return replace(
            counts, in_covered=True, is_named=True, is_known=counts.is_known and not counts.statuses
        )
    if passive := LISTED_PASSIVE.match(after, at):
        return replace(counts, is_named=True, is_known=bool(passive))
    if RESPONSIBLE.match(after, at):
        return replace(
            counts, is_responsible=True, is_named=True, is_known=counts.is_known and not counts.statuses
        )
    status = _status_said(after, at, words)
    if status is None:
        return replace(counts, is_known=False)
    return status if counts.statuses == () and status.is_known is False else _joined(counts, status)


def _joined(counts: Counts, said: Counts) -> Counts:
    is_known = said.is_known and not counts.statuses
    return replace(
        counts,
        statuses=said.statuses,
        is_negated=said.is_negated,
        takes_part=said.takes_part,
        is_named=said.is_named,
        is_known=is_known and counts.is_known,
    )


def _status_said(after: str, at: int, words: FieldWords) -> Counts | None:
    """A status that is said of them; None where something else is."""
    takes_part = TAKES_PART.match(after, at)
    is_picked_out = re.compile(r"\s*(?:that|which|who)\b", re.IGNORECASE).match(after, at) is not None
    be = (
        rf"\s*(?:{BE}(?P<not>not\s+)?|(?P<did>did\s+not\s+|do\s+not\s+)|whose\s+status(?:es)?\s+(?:is|are|was|were)\s+|(?:with|having|of|holds?|bears?|has|have)\s+(?:the\s+|an?\s+)?"
        r"status(?:es)?\s+(?:of\s+)?)?"
    )
    pattern = (
        rf"{be}(?:(?:RMAP|RMI)[\s-]+|(?:either|both|yet|as|an?|the)\s+|[“\"(])*"
        rf"(?P<first>{words.status}|conform(?:ed|s)?\b)"
        rf"(?:\W{{1,3}}(?:(?:or|and/or)\s+)?[“\"]?(?P<second>{words.status}))?"
    )
    base = Counts(Noun.FACILITY, is_named=not is_picked_out)
    if takes_part:
        bracket = re.compile(
            rf"\s*\((?:either\s+)?[“\"]?({words.status})[”\"]?\s+or\s+[“\"]?({words.status})[”\"]?\)",
            re.IGNORECASE,
        ).match(after, takes_part.end())
        if bracket:
            return replace(base, statuses=words.statuses_of(bracket[1]) + words.statuses_of(bracket[2]))
        return replace(base, takes_part=True)
    if ON_LISTS.match(after, at):
        return replace(base, takes_part=True)
    found = re.compile(pattern, re.IGNORECASE).match(after, at)
    if found is None:
        return None
    first = words.statuses_of(
        "conformant"
        if found["first"].casefold().startswith("conform")
        and not re.fullmatch(words.status, found["first"], re.IGNORECASE)
        else found["first"]
    )
    second = words.statuses_of(found["second"]) if found["second"] else ()
    programme = TO_PROGRAMME.match(after, found.end())
    assert programme is not None
    end = _past_modifiers(after, programme.end())
    others = re.search(r"\b(?:LBMA|RJC|TI-CMC)\b", programme[0])
    is_known = (
        bool(first)
        and (second != () or not found["second"])
        and bool(CLAUSE_END.match(after, end))
        and not others
    )
    is_negated = bool(found["not"] or found["did"])
    return replace(
        base, statuses=tuple(dict.fromkeys(first + second)), is_negated=is_negated, is_known=is_known
    )


def _past_modifiers(text: str, at: int) -> int:
    """Behind what says only where or when they were named."""
    for _ in range(6):
        found = MODIFIER.match(text, at)
        if found is None or found.end() == at:
            return at
        at = found.end()
    return at
