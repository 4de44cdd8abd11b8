"""Figures that a typed one may mean."""

from __future__ import annotations

from typing import Any

from generator.prose.facts import facts_of
from generator.prose.known import known_figures
from tests.support.builders import disclosure, smelter


def known(*rows: Any, **changes: Any) -> dict[str, str]:
    return known_figures(facts_of(disclosure(*rows, **changes)))


def test_what_the_filing_does_not_give_is_not_known() -> None:
    found = known(annex=None, survey={})
    assert not [path for path in found if path.startswith(("facilities", "survey"))]


def test_stated_counts_are_known_by_the_paths_of_the_facts() -> None:
    found = known(
        annex=None,
        counts={"total": 99, "by_metal": {"Tin": 44}, "by_metal_and_status": {"Tin": {"Conformant": 42}}},
    )
    assert found["facilities.total"] == "99"
    assert found["facilities.tin.total"] == "44"
    assert found["facilities.tin.conformant.total"] == "42"


def test_labels_that_share_a_class_are_known_each() -> None:
    statuses = [{"label": label, "class": "conformant"} for label in ("A", "B")]
    found = known(smelter(), statuses=statuses, counts={"by_status": {"A": 7, "B": 5}})
    assert "statuses[0].facilities.total" in found
    assert "statuses[0].facilities.total" not in known(smelter())


def test_figures_of_groups_and_levels_are_known() -> None:
    survey = {
        "groups": [{"name": "plants", "answered": 41, "spend_share": "3%"}],
        "by_level": {"company": 17},
    }
    found = known(smelter(), survey=survey)
    assert found["survey.groups[0].answered"] == "41"
    assert found["survey.groups[0].spend_share"] == "3%"
    assert found["survey.by_level.company"] == "17"
