"""Further exhibits of the filing, as ``disclosure.yml`` names them."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from .base import Fact, Text

REPORT_NUMBER = "1.01"
"""Number of the exhibit that is the Conflict Minerals Report."""


class ExhibitFacts(Fact):
    """A further exhibit, or a further part of Exhibit 1.01."""

    number: Annotated[Text, StringConstraints(pattern=r"^(?:1\.(?:0[1-9]|[1-9]\d)|99\.[1-9]\d?)$")]
    """``1.01``: a part of the Conflict Minerals Report's exhibit, behind the report."""
    description: Text
    """What it is, as the form's list of exhibits says it; of a part, its heading."""
    file: Text
    """Name of the file in the folder ``exhibits`` of the year."""

    @property
    def is_part(self) -> bool:
        """Whether it stands in Exhibit 1.01, behind the report, and is no exhibit of its own."""
        return self.number == REPORT_NUMBER


class DocumentsWanted(Fact):
    """Which documents of the filing are made."""

    edgar: bool = True
    """Those for EDGAR: False for a year that restates a filing, which nobody will submit."""
