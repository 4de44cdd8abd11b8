"""Phrases for a status in sentences: given, or denied by what stands beside them."""

from __future__ import annotations

import pytest

from generator.model import StatusClass
from generator.model.status_phrases import IN_SENTENCES, said_in


@pytest.mark.parametrize(
    ("text", "given", "denied"),
    [
        ("Indicates a conformant smelter.", {"conformant"}, set()),
        ("In conformance with RMAP as of May 1", {"conformant"}, set()),
        ("in full compliance with the protocol", {"conformant"}, set()),
        ("No longer conformant", set(), {"conformant"}),
        ("Removed from conformant list", set(), {"conformant"}),
        ("Conformance expired", set(), {"conformant"}),
        ("not in conformance", set(), {"conformant"}),
        ("has not been conformant", set(), {"conformant"}),
        ("Not conformant", {"not_conformant"}, set()),
        ("Not active", set(), {"active"}),
        ("in-active", set(), {"active"}),
        ("Inactive", set(), set()),
        ("audit in progress", {"active"}, set()),
        ("Conformant \u2013 re-assessment in progress", {"conformant", "active"}, set()),
        ("Active, not yet conformant", {"active"}, {"conformant"}),
        ("Conformant; others were removed.", {"conformant"}, set()),
        ("Communication suspended, not interested", {"not_enrolled"}, set()),
        ("Located in a country of risk", set(), set()),
    ],
)
def test_a_phrase_is_given_or_denied(text: str, given: set[str], denied: set[str]) -> None:
    said = said_in(text, IN_SENTENCES)
    assert tuple({kind.value for kind in part} for part in said) == (given, denied)


def test_the_longer_of_two_labels_counts() -> None:
    given, denied = said_in("* Not Conformant", {"conformant": 1, "not conformant": 2})
    assert (set(given), set(denied)) == ({2}, set())


def test_every_class_of_a_phrase_is_a_class() -> None:
    assert set(IN_SENTENCES.values()) <= set(StatusClass)
