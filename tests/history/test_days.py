"""The day of which a definition of a status says that it holds as of it."""

from __future__ import annotations

import pytest

from generator.history.definitions import day_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Conformant as of Sept. 30, 2024.", "2024-09-30"),
        ("Conformant as of Sep 3, 2024.", "2024-09-03"),
        ("Listed as at 30 September 2024, and again as of September 30, 2024.", "2024-09-30"),
        ("Listed as of March 1, 2024, and again as of March 2, 2024.", None),
        ("Listed as of February 30, 2024.", None),
        ("Listed.", None),
    ],
)
def test_the_one_day_of_a_text(text: str, day: str | None) -> None:
    assert day_in(text) == day
