"""The report against that of the year before: what was written anew, and what was only kept."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import REPORT_KEPT, SECTION_KEPT
from ..model import Disclosure, LineRef, Section
from ..year.carried_marks import CARRIED
from .sentences import sentences_in

_MOST = 0.9
"""Of a section's sentences; above it, a section counts as kept."""


def section_is_new(disclosure: Disclosure) -> Iterator[Finding]:
    """BP-001: a section that was kept may be right; somebody should have read it this year.

    Of one that bears the mark of what was carried over, that is told already.
    """
    for section, share in _kept(disclosure):
        if CARRIED.search(section.text):
            continue
        assert disclosure.earlier is not None
        message = f"{share:.0%} of the section's sentences are those of {disclosure.earlier.year}"
        yield Finding(
            SECTION_KEPT, message, LineRef(section.file, 1), "Read it: does it still say what was done?"
        )


def report_is_new(disclosure: Disclosure) -> Iterator[Finding]:
    """BP-002: a report that repeats the year before does not say what was done this year."""
    kept = list(_kept(disclosure))
    if any(CARRIED.search(section.text) for section, _ in kept):
        return
    if kept and len(kept) == len(disclosure.sections):
        assert disclosure.earlier is not None
        message = f"all {len(kept)} sections are those of {disclosure.earlier.year}"
        where = LineRef(kept[0][0].file.rpartition("/")[0])
        yield Finding(REPORT_KEPT, message, where, "Say what was done, found and decided in this year.")


def _kept(disclosure: Disclosure) -> Iterator[tuple[Section, float]]:
    """Each section that hardly changed, and the share of its sentences that the year before has."""
    if disclosure.earlier is None:
        return
    before = {sentence for section in disclosure.earlier.sections for sentence in sentences_in(section.text)}
    for section in disclosure.sections:
        sentences = sentences_in(section.text)
        kept = sum(sentence in before for sentence in sentences)
        if sentences and kept >= _MOST * len(sentences):
            yield section, kept / len(sentences)
