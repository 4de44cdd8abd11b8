"""Files of which no answer could be used, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Finding


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that could not be used, and why."""

    file: str
    finding: Finding
    supplier: str = ""
    """The company that it names; empty where that cannot be read."""
