"""Findings: problems in the input, as values. Imports nothing of ours but ``model`` and ``counted``.

Grammar of a printed finding: code, severity, what is wrong with the value quoted, where, what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from ..model import CellRef, LineRef, Place, Waiver
from ..model.counted import counted


class Severity(StrEnum):
    """An ``error`` stops publishing, see ``Stops``; ``warning`` and ``info`` are printed."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def noun(self) -> str:
        """What one of them is called where they are counted."""
        return "note" if self is Severity.INFO else self.value


class Stops(StrEnum):
    """What a finding keeps from being built, done or used."""

    EVERY_BUILD = "every build"
    """The input cannot be used, or what it says cannot be so: not even a draft is rendered."""
    FINAL = "a final"
    """Publishing it would be wrong. A draft is built all the same, so that a person can see and mend it."""
    COMMAND = "this command"
    """What was compared differs, or a list for reconciling cannot be used. No build asks for either."""
    ANSWER = "one supplier's answer"
    """The supplier is asked again. Nothing that is published depends on it alone, and no build stops."""
    NOTHING = "nothing"


class Effect(Enum):
    """How much a finding weighs: severity, what it stops, whether a person may waive it.

    A person waives with a reason, at one place (entry ``waivers``); what leaves nothing to show, what another
    command asks, and what is firm cannot be waived.
    """

    BUILD = (Severity.ERROR, Stops.EVERY_BUILD, False)
    FINAL = (Severity.ERROR, Stops.FINAL, True)
    FIRM_FINAL = (Severity.ERROR, Stops.FINAL, False)
    COMMAND = (Severity.ERROR, Stops.COMMAND, False)
    ANSWER = (Severity.ERROR, Stops.ANSWER, False)
    WARNING = (Severity.WARNING, Stops.NOTHING, True)
    FIRM_WARNING = (Severity.WARNING, Stops.NOTHING, False)
    NOTE = (Severity.INFO, Stops.NOTHING, True)
    FIRM_NOTE = (Severity.INFO, Stops.NOTHING, False)


class Matter(Enum):
    """What a rule is about, which decides what it may do to a year that restates a filing."""

    FILED = "what was filed"
    """Words, figures, rows, origins and dates of the filing. A filing that is restated cannot be changed:
    whatever is found in it is a doubt, which stands beside it and stops nothing."""
    FOLDER = "the folder"
    """What can be mended here: files and entries that cannot be read, rows that cannot be shown, sections
    that cannot be rendered, documents that cannot be made, records, waivers, control figures."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem. Its code is stable and never used again for something else."""

    code: str
    effect: Effect
    name: str
    """Name of the check that yields it."""
    summary: str
    matter: Matter = Matter.FOLDER

    @property
    def severity(self) -> Severity:
        return self.effect.value[0]

    @property
    def stops(self) -> Stops:
        """Never ``NOTHING`` for an error, always ``NOTHING`` for the others."""
        return self.effect.value[1]

    @property
    def is_lowered_when_restated(self) -> bool:
        """It stops something, but not a year that restates a filing: it is a warning there."""
        return self.matter is Matter.FILED and self.severity is Severity.ERROR

    @property
    def is_waivable(self) -> bool:
        """A person may state a reason why it does not apply at one place (entry ``waivers``)."""
        return self.effect.value[2]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place."""

    rule: Rule
    message: str
    where: Place
    advice: str
    waiver: Waiver | None = None
    """Who waived it and why; None: nobody did. A waived finding stops nothing."""
    is_lowered: bool = False
    """It is about a filing that is restated: an error is a warning then, and stops nothing."""
    together: str = ""
    """What findings of one kind say together, after their number; empty: each speaks alone."""
    named: str = ""
    """What it is about, in short, where findings speak together; empty: its place says it."""
    advice_together: str = ""
    """What to do about several of them; empty: what each of them says."""
    others: tuple[Place, ...] = ()
    """Further places, where several findings speak together; the first one is ``where``."""

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        is_less = self.is_lowered and self.rule.severity is Severity.ERROR
        return Severity.WARNING if is_less else self.rule.severity

    @property
    def stops(self) -> Stops:
        """What it stops, unless somebody waived it."""
        return Stops.NOTHING if self.is_lowered else self.rule.stops

    def __str__(self) -> str:
        end = f"Waived by {self.waiver.name}: {self.waiver.reason}" if self.waiver else self.advice
        return printable(f"{self.code} {self.severity}: {self.message} ({self.where}). {end}")

    def as_dict(self) -> dict[str, Any]:
        """The finding for ``formsd check --json``; parts of the place, and the waiver, may be None.

        ``others`` are the further places of several findings that speak together.
        """
        waiver = self.waiver
        return {
            "code": self.code,
            "name": self.rule.name,
            "severity": str(self.severity),
            "stops": str(self.stops),
            "message": self.message,
            "advice": self.advice,
            **_place_as_dict(self.where),
            "others": [_place_as_dict(place) for place in self.others],
            "waiver": None if waiver is None else {"reason": waiver.reason, "name": waiver.name},
        }


def _place_as_dict(where: Place) -> dict[str, str | int | None]:
    place: dict[str, str | int | None]
    place = {"file": where.file, "sheet": None, "cell": None, "line": None, "column": None}
    if isinstance(where, CellRef):
        return place | {"sheet": where.sheet, "cell": where.cell}
    return place | {"line": where.line, "column": where.column}


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control and direction characters become escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def printable_lines(text: str) -> str:
    """As ``printable``, of a text whose lines stay apart."""
    return "\n".join(map(printable, text.split("\n")))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, then by row or line, then by column, then by code; what was said is said once."""
    return tuple(sorted(said_once(findings), key=_sort_key))


def said_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that say of a place what an earlier one says of it."""
    first: dict[object, Finding] = {}
    for finding in findings:
        first.setdefault((finding.code, finding.message, finding.where, finding.waiver), finding)
    return list(first.values())


def severities_counted(findings: Iterable[Finding], *, also_none: bool = False) -> str:
    """How many of each severity there are, those that are waived apart: ``1 error, 2 notes, 1 waived``.

    ``also_none``: severities that no finding has are named too, as in ``0 errors``.
    """
    found = Counter("waived" if finding.waiver else finding.severity.noun for finding in findings)
    words = [counted(found[one.noun], one.noun) for one in Severity if found[one.noun] or also_none]
    return ", ".join(words + ([f"{found['waived']:,} waived"] if found["waived"] else []))


def _sort_key(finding: Finding) -> tuple[str, str, int, int, str, str, str]:
    where = finding.where
    if isinstance(where, LineRef):
        return (where.file, "", where.line or 0, where.column or 0, "", finding.code, finding.message)
    found = re.fullmatch(r"([A-Z]*)(\d*)", where.cell)
    column, row = found.groups() if found else (where.cell, "")
    return (where.file, where.sheet or "", int(row or 0), len(column), column, finding.code, finding.message)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Only those that stop publishing a final, unless somebody waived them."""
    return tuple(f for f in findings if f.severity is Severity.ERROR and f.waiver is None)


def stopping(findings: Iterable[Finding], *, is_final: bool) -> tuple[Finding, ...]:
    """The errors that stop a build: of a final all of them, of a draft those that leave nothing to show."""
    found = errors(findings)
    return found if is_final else tuple(f for f in found if f.stops is Stops.EVERY_BUILD)
