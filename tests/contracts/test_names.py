"""What a section of the report may name is documented, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from generator.prose.claims import Claims
from generator.prose.facts import AllFacts, Facilities, Facts, facts_of
from tests.support.filing import disclosure

CONTRIBUTING = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
_FULL = {
    "policy": {"name": "Invented policy", "url": "https://www.example.com/policy"},
    "grievance": {"name": "Invented hotline"},
    "origins": {"countries": ["Peru"]},
}
_NOT_FOR_SENTENCES = {"path", "rows", "words", "names", "of_metal", "of_status", "status_class", "is_final"}


def documented() -> set[str]:
    """The names in the table ``What a section may name``, as ``registrant.name``."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    part = text.partition("### What a section may name")[2].partition("\n## ")[0]
    return set(re.findall(r"`([a-z_.]+)(?:\(.*?\))?`", part))


def public(group: object) -> Iterator[str]:
    for name in dir(group):
        if not name.startswith("_") and name not in _NOT_FOR_SENTENCES:
            yield name


def test_every_name_of_the_facts_is_documented() -> None:
    facts = facts_of(disclosure(**_FULL))
    names = {"annex_title"}
    for field in fields(AllFacts):
        group = getattr(facts, field.name)
        first = group[0] if isinstance(group, tuple) else group
        if isinstance(first, Facts) and not isinstance(first, Facilities):
            names |= {f"{field.name}.{name}" for name in public(first)}
    names |= {f"facilities.{name}" for name in public(facts.facilities)}
    assert names - documented() == set()


def test_every_claim_is_documented() -> None:
    assert {f"claim.{name}" for name in public(Claims)} - documented() == set()
