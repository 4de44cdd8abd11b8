"""A report of one section, checked as ``formsd check`` does it, for tests of the checks of its text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.checks.catalogue import Needs, checks_that_need
from generator.checks.prose import Prose
from generator.model import Section, Smelter
from generator.pages.tables.prose_tables import prose_tables
from generator.prose.facts import facts_of
from generator.prose.known import known_figures
from generator.prose.placed import placed_sections
from tests.support.builders import disclosure

FILE = "report/01-text.md"


def prose_of(text: str, *rows: Smelter, derived: dict[str, Any] | None = None, **changes: Any) -> Prose:
    """The report of an invented filer with this text below its title, as checks read it.

    ``changes`` as for ``builders.disclosure``; ``derived`` are fields that reading a year would fill.
    """
    stated = replace(disclosure(*rows, **changes), **(derived or {}))
    facts = facts_of(stated)
    sections = (Section(1, "text", FILE, f"# Text\n\n{text}\n"),)
    return Prose(stated, placed_sections(sections, facts, prose_tables(stated, facts)), known_figures(facts))


def found(code: str, text: str, *rows: Smelter, **options: Any) -> list[str]:
    """What the check of this code finds in the text, as it is printed."""
    prose = prose_of(text, *rows, **options)
    return [
        str(finding)
        for check in checks_that_need(Needs.PROSE)
        for finding in check.run(prose)
        if finding.code == code
    ]
