"""Checks of the report's sections as people wrote them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ..findings import Finding
from ..findings.catalogue import SECTION_COMMENT, SECTION_OPEN, SECTION_TO_DO
from ..model import HTML_COMMENT, OPEN_NOTE, Disclosure, LineRef, Place


def section_is_finished(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-005 for a final, SE-006 for a draft: the default sections' notes have been worked off."""
    rule = SECTION_TO_DO if disclosure.facts.filing.is_draft else SECTION_OPEN
    for section in disclosure.written:
        for number, line in enumerate(section.text.split("\n"), start=1):
            if OPEN_NOTE in line:
                note = line.partition(OPEN_NOTE)[2].strip().removesuffix("-->").strip()
                where = LineRef(section.file, number)
                yield Finding(
                    rule,
                    f"a note is open: '{note}'",
                    where,
                    "Do what it says, then delete the note.",
                    together="notes of what is to be done are open",
                    advice_together="Do what each says, then delete it.",
                )


def without_idle_notes(found: Iterable[Finding], idle: Container[Place]) -> Iterator[Finding]:
    """The findings without notes that stand where the text of this year is not: nobody need work them off."""
    notes = (SECTION_OPEN, SECTION_TO_DO)
    return (one for one in found if one.rule not in notes or one.where not in idle)


def comment_is_closed(disclosure: Disclosure) -> Iterator[Finding]:
    """SE-007: a comment without an end or a beginning is no comment: what it says would be published."""
    for section in disclosure.written:
        text = HTML_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), section.text)
        for number, line in enumerate(text.split("\n"), start=1):
            if "<!--" in line:
                where = LineRef(section.file, number)
                yield Finding(
                    SECTION_COMMENT, "a comment is not closed", where, "End it with '-->', or delete '<!--'."
                )
            elif "-->" in line:
                advice = "Write '<!--' where it begins, or delete the rest of it with '-->'."
                where = LineRef(section.file, number)
                yield Finding(SECTION_COMMENT, "a comment ends that did not begin", where, advice)
