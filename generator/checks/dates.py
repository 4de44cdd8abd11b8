"""Dates and the template's version that somebody typed, where their words say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import FIGURE_TYPED, FIGURE_UNKNOWN
from .judged import judged_figures
from .judgement import Verdict
from .numbers import DATE, MONTH
from .prose import Prose, Sentence

_VERSION = re.compile(
    r"\b(?:version|revision|release|v\.?|CMRT)\s?(\d+(?:\.\d+)+|\d+(?=\s+of\s+the\s+(?:CMRT|template)))",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\b(?:CMRT|Conflict\s+Minerals\s+Reporting\s+Template|template)\b", re.IGNORECASE)
_OR_LATER = re.compile(r"\s*(?:and|or)\s+(?:later|higher|newer|above|earlier|\d)", re.IGNORECASE)
_OTHER_TEMPLATE = re.compile(
    r"\b(?:EMRT|AMRT|PRT|Extended\s+Minerals|Additional\s+Minerals|(?:next|earlier|previous|older|newer|former)\s+version)\b",
    re.IGNORECASE,
)
_OF_STATUS = re.compile(
    r"\b(?:status(?:es)?|(?:smelter|status)\s+list|lists?\s+of\s+(?:conformant|active)[\w\s]*?)\s+(?:is|are|was|were)?\s*(?:(?:that|those|taken|given|shown|stated|reported)\s+)*(?:as\s+)?(?:of|on|at)\s+$"
    r"|\bstatus(?:es)?\s+as\s+of\s+$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas\s+of\s+$", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:period|year)\b[^.;]{0,40}$|\b(?:began|begins|ended|ends|ending)\s+(?:on\s+)?$", re.IGNORECASE
)
_OTHER_PERIOD = re.compile(r"\b(?:Form\s+10|10-[KQ]|quarter|fiscal)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\bsign(?:ed|ature)\b[^.;]{0,60}$", re.IGNORECASE)
_FILED = re.compile(r"\b(?:fil(?:ed|ing)|furnish\w*|submitt\w+|due)\b[^.;]{0,60}$", re.IGNORECASE)


def typed(prose: Prose) -> Iterator[Finding]:
    """Dates and versions that are the data's."""
    for sentence, start, end, text, paths in prose.once(_right):
        message = f"'{text}' is typed; it is {paths}"
        yield Finding(FIGURE_TYPED, message, sentence.place(start, end), f"Write {{{{ {paths} }}}}.")


def wrong(prose: Prose) -> Iterator[Finding]:
    """A status date or a version of the template that differs from the data's."""
    for sentence, start, end, text, says in prose.once(_wrong):
        message = f"'{text}' is typed; the data gives {says}"
        yield Finding(FIGURE_UNKNOWN, message, sentence.place(start, end), "Correct it, or the data.")


_Found = tuple[Sentence, int, int, str, str]


def _right(prose: Prose) -> Iterator[_Found]:
    figures = prose.figures
    dates = {path: value for path, value in figures.items() if re.match(MONTH, value)}
    version = figures.get("survey.tool_version")
    for sentence, found in _dates(prose):
        before = sentence.text[: found.start()]
        text = _as_printed(found)
        is_whole = bool(found["year"] or found["year2"] or found["iso"])
        meant = [
            path
            for path, value in dates.items()
            if value == text or (not is_whole and value.startswith(f"{text}, "))
        ]
        groups = [
            ("statuses", _AS_OF),
            ("period", _PERIOD),
            ("filing.date", _FILED),
            ("filing.signed_on", _SIGNED),
            ("statuses", _OF_STATUS),
            ("period.due", _FILED),
        ]
        if _OTHER_PERIOD.search(before):
            continue
        path = next(
            (
                path
                for group, words in groups
                for path in meant
                if path.startswith(group) and words.search(before)
            ),
            None,
        )
        is_told_elsewhere = path == "filing.date" and not prose.disclosure.facts.filing.is_restated  # DT-009
        if path and not is_told_elsewhere:
            yield sentence, *found.span(), " ".join(found[0].split()), path
    for sentence, found in _versions(prose):
        if found[1] == version:
            yield sentence, *found.span(1), found[1], "survey.tool_version"


def _wrong(prose: Prose) -> Iterator[_Found]:
    as_of = {value for path, value in prose.figures.items() if re.fullmatch(r"statuses\[\d+\]\.as_of", path)}
    version = prose.figures.get("survey.tool_version")
    counted = _with_statuses_counted(prose) if len(as_of) == 1 else frozenset()
    for sentence, found in _dates(prose) if len(as_of) == 1 else ():
        is_whole = bool(found["year"] or found["year2"] or found["iso"])
        before = sentence.text[: found.start()]
        is_of_status = _OF_STATUS.search(before) or (
            _AS_OF.search(before) and (sentence.section.file, sentence.start) in counted
        )
        if is_of_status and is_whole and _as_printed(found) not in as_of:
            yield sentence, *found.span(), " ".join(found[0].split()), f"{min(as_of)} (statuses[0].as_of)"
    for sentence, found in _versions(prose) if version else ():
        is_of_other = _OTHER_TEMPLATE.search(sentence.text) or _OR_LATER.match(sentence.text, found.end())
        is_one_of_two = any(other[1] == version for other in _VERSION.finditer(sentence.text))
        if found[1] != version and not (is_of_other or is_one_of_two or f" {version}" in sentence.text):
            yield sentence, *found.span(1), found[1], f"{version} (survey.tool_version)"


def _with_statuses_counted(prose: Prose) -> frozenset[tuple[str, int]]:
    """Sentences that count facilities of a status as the data does: file, and where they begin."""
    return frozenset(
        (one.figure.sentence.section.file, one.figure.sentence.start)
        for one in prose.once(judged_figures)
        if one.verdict is Verdict.RIGHT and one.counts and one.counts.statuses
    )


def _dates(prose: Prose) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for sentence in prose.sentences:
        for found in DATE.finditer(sentence.text):
            if sentence.is_typed(*found.span()):
                yield sentence, found


def _versions(prose: Prose) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for sentence in prose.sentences:
        if _TEMPLATE.search(sentence.text):
            for found in _VERSION.finditer(sentence.text):
                if sentence.is_typed(*found.span(1)):
                    yield sentence, found


def _as_printed(found: re.Match[str]) -> str:
    """``May 31, 2022``, or ``May 31`` where the year is left out."""
    if found["iso"]:
        year, month, day = found["iso"].split("-")
        names = MONTH.split("|")
        return f"{names[int(month) - 1]} {int(day)}, {year}" if 1 <= int(month) <= 12 else found["iso"]
    month, day = found["month"] or found["month2"], found["day"] or found["day2"]
    year = found["year"] or found["year2"]
    return f"{month} {int(day)}" + (f", {year}" if year else "")
