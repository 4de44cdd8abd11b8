"""Invented years at the turn of the year: a final one, and the next one as a draft."""

from __future__ import annotations

from tests.support.builders import YML

DRAFT = YML.replace("state: final", "state: draft")
"""The facts of 2021, not yet final."""
LATER = YML.replace("2022", "2023").replace("2021", "2022")
"""Those of 2022."""
LATER_DRAFT = LATER.replace("state: final", "state: draft")
