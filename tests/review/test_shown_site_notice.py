"""What every page of the site says on top, also where nothing can be shown."""

from __future__ import annotations

from generator.review.shown_site import NOTHING


def test_a_preview_that_can_show_nothing_is_called_no_example() -> None:
    assert NOTHING.facts["notice"] == ""
