"""Each row of the scorecard's phrases finds its example, and leaves the other one alone."""

from __future__ import annotations

import pytest

from generator.score.phrases import Phrase, phrases


@pytest.mark.parametrize("phrase", phrases(), ids=lambda one: f"{one.about}: {one.found_in[:30]}")
def test_a_phrase_finds_its_example_and_not_the_other(phrase: Phrase) -> None:
    assert phrase.pattern.search(phrase.found_in)
    assert not phrase.pattern.search(phrase.not_found_in)
    assert phrase.source
