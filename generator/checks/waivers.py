"""Waivers: findings that a person says do not apply, with the reason and the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ..findings import Finding
from ..findings.catalogue import WAIVER_UNKNOWN, WAIVER_UNUSED, rules
from ..model import CellRef, Disclosure, Place, Waiver

_OF_DOCUMENTS = ("DC-", "ED-", "PD-")
"""Codes of findings that only come up when the documents are made."""


def waived(disclosure: Disclosure, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each with the waiver that applies to it."""
    folder = PurePosixPath(disclosure.file).parent
    return [_with_waiver(finding, disclosure.facts.waivers, folder) for finding in findings]


def waiver_is_known(disclosure: Disclosure) -> Iterator[Finding]:
    """WV-002: a waiver names a code that there is, and that may be waived."""
    known = {rule.code: rule for rule in rules()}
    for number, waiver in enumerate(disclosure.facts.waivers):
        where = disclosure.where("waivers", number, "code")
        rule = known.get(waiver.code)
        if rule is None:
            message = f"there is no code '{waiver.code}'"
            yield Finding(WAIVER_UNKNOWN, message, where, "Copy the code from what 'formsd check' prints.")
        elif not rule.is_waivable:
            message = f"{rule.code} ({rule.name}) cannot be waived"
            yield Finding(WAIVER_UNKNOWN, message, where, "Mend what it finds, then remove the waiver.")


def waiver_is_needed(disclosure: Disclosure, findings: Sequence[Finding]) -> Iterator[Finding]:
    """WV-001: a waiver that applies to nothing hides the next finding at its place."""
    used = {finding.waiver for finding in findings if finding.waiver}
    for number, waiver in enumerate(disclosure.facts.waivers):
        if waiver in used or waiver.code.startswith(_OF_DOCUMENTS):
            continue
        message = f"the waiver of {waiver.code} at '{waiver.place}' applies to nothing"
        advice = "Remove it, or correct its place: the line may have moved."
        yield Finding(WAIVER_UNUSED, message, disclosure.where("waivers", number), advice)


def _with_waiver(finding: Finding, waivers: Iterable[Waiver], folder: PurePosixPath) -> Finding:
    if not finding.rule.is_waivable:
        return finding
    for waiver in waivers:
        if waiver.code == finding.code and waiver.place in _names_of(finding.where, folder):
            return replace(finding, waiver=waiver)
    return finding


def _names_of(where: Place, folder: PurePosixPath) -> set[str]:
    """How a waiver may name the place: the file, or its line or cell; with the year's folder or without."""
    at = [where.file, str(where)]
    if isinstance(where, CellRef):
        at.append(f"{where.file} {where.cell}")
    elif where.line is not None:
        at.append(f"{where.file}:{where.line}")
    return {*at, *(name.removeprefix(f"{folder}/") for name in at)}
