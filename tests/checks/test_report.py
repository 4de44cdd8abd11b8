from __future__ import annotations

import pytest

from generator.checks.report import section_is_finished
from generator.model import Section
from tests.support.builders import disclosure

NOTE = Section(1, "a", "01-a.md", "# A\n\n<!-- To do: say when it was invented. -->\nText <!-- of mine -->\n")


@pytest.mark.parametrize(("state", "start"), [("final", "SE-005 error"), ("draft", "SE-006 info")])
def test_an_open_note_stops_a_final_and_is_mentioned_in_a_draft(state: str, start: str) -> None:
    (finding,) = section_is_finished(disclosure(sections=(NOTE,), filing__state=state))
    assert str(finding) == (
        f"{start}: a note is open: 'say when it was invented.' (01-a.md:3). "
        "Do what it says, then delete the note."
    )
