"""Checks of the sign-offs: each role signed, and what is published is what they signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Finding, errors
from ..findings.catalogue import (
    CARRIED,
    SECTION_TO_DO,
    SIGN_OFF_MISSING,
    SIGNED_ELSEWHERE,
    SIGNED_OTHER,
    SIGNED_OTHER_DRAFT,
)
from ..model import Disclosure, LineRef, filing_in_words
from ..model.counted import counted, named
from .changes import CID, METAL, NAME
from .records import Change, Differences, Record, Role, RowChange

Signed = tuple[Record, Differences]
"""A sign-off, and what has changed since."""


def final_is_signed_off(
    disclosure: Disclosure, signed: Sequence[Signed], earlier: Sequence[Record] = ()
) -> Iterator[Finding]:
    """SO-003: legal, compliance and IR have signed, or the filing was signed before this program was used.

    ``earlier`` are the records of earlier filings, whose sign-offs do not count for this one.
    """
    filing = disclosure.facts.filing
    if filing.is_draft or filing.signed_elsewhere:
        return
    for role in _roles_missing(signed):
        advice = f'Run: formsd sign {disclosure.year} --role {role} --name "First Last".'
        where = disclosure.where("filing", "state")
        message = f"the state is final without a sign-off by {role.words}"
        if before := [record for record in earlier if record.deed.role is role]:
            own, other = filing_in_words(filing.amendment), filing_in_words(before[-1].amendment)
            message += f": that of {other} does not count for {own}"
        yield Finding(SIGN_OFF_MISSING, message, where, advice)


def signed_elsewhere_is_told(disclosure: Disclosure) -> Iterator[Finding]:
    """SO-006: nobody's sign-off stands behind a final, and its reason is read by whoever checks it."""
    filing = disclosure.facts.filing
    if not filing.is_draft and filing.signed_elsewhere:
        message = f"the final has no sign-offs, because: '{' '.join(filing.signed_elsewhere.split())}'"
        where = disclosure.where("filing", "signed_elsewhere")
        yield Finding(SIGNED_ELSEWHERE, message, where, "Remove the entry, unless it is so.")


def signed_content_is_unchanged(disclosure: Disclosure, signed: Sequence[Signed]) -> Iterator[Finding]:
    """SO-004 for a final, SO-005 for a draft: nothing changed since it was signed."""
    rule = SIGNED_OTHER_DRAFT if disclosure.facts.filing.is_draft else SIGNED_OTHER
    for record, changes in signed:
        if changes:
            advice = "Undo the change, or have it signed again."
            yield Finding(rule, _signed_other(record, changes), LineRef(record.file), advice)


MARKS_OPEN = "a look at what came over from the year before (ST-002)"
NOTES_OPEN = "the open notes to be worked off (SE-006)"


def missing_for_final(
    disclosure: Disclosure, findings: Sequence[Finding], signed: Sequence[Signed]
) -> tuple[str, ...]:
    """What a draft needs before it can be final, each in words; empty for a final.

    One that restates a filing needs neither date nor signatures.
    """
    filing = disclosure.facts.filing
    if not filing.is_draft:
        return ()
    number = len(errors(findings))
    missing = [f"{counted(number, 'error')} to mend"] if number else []
    missing += [NOTES_OPEN] if any(one.rule is SECTION_TO_DO for one in findings) else []
    missing += [MARKS_OPEN] if any(one.rule is CARRIED for one in findings) else []
    if filing.is_restated:
        return tuple(missing)  # it was signed and dated elsewhere
    missing += [words for words, value in _stated_last(disclosure) if value is None]
    missing += [f"the sign-off by {role.words}" for role in _roles_missing(signed)]
    missing += [f"a new sign-off: {_signed_other(record, changes)}" for record, changes in signed if changes]
    return tuple(missing)


def _stated_last(disclosure: Disclosure) -> tuple[tuple[str, object], ...]:
    filing = disclosure.facts.filing
    return (
        ("the day of signature (filing.signed_on)", filing.signed_on),
        ("the officer who signs the form", filing.signatory),
    )


def _roles_missing(signed: Sequence[Signed]) -> list[Role]:
    given = {record.deed.role for record, _ in signed}
    return [role for role in Role if role not in given]


def _signed_other(record: Record, changes: Differences) -> str:
    deed = record.deed
    assert deed.role is not None
    return f"{deed.name} signed other content for {deed.role.words} on {deed.date}: {what_changed(changes)}"


def what_changed(changes: Differences) -> str:
    """Rows, sections and facts that changed, by name, as far as a sentence holds them."""
    parts = (
        ("rows", [_row_in_words(row) for row in changes.rows]),
        ("sections", [_in_words(section) for section in changes.sections]),
        ("facts", [_fact_in_words(fact) for fact in changes.facts]),
    )
    return "; ".join(f"{kind}: {named(words)}" for kind, words in parts if words)


def _row_in_words(row: RowChange) -> str:
    name = " ".join(filter(None, (row.row.get(CID), f"'{row.row.get(NAME)}'", f"({row.row.get(METAL)})")))
    if row.kind != "changed":
        return f"{name} {row.kind}"
    columns = "; ".join(f"{one.name} '{one.before}' → '{one.after}'" for one in row.changes)
    return f"{name} changed: {columns}"


def _fact_in_words(fact: Change) -> str:
    if fact.before is None or fact.after is None:
        return _in_words(fact)
    return f"{fact.name} '{fact.before}' → '{fact.after}'"


def _in_words(change: Change) -> str:
    return (
        f"{change.name} {'new' if change.before is None else 'gone' if change.after is None else 'changed'}"
    )
