"""A year that restates a filing: what is found in the filing stands beside it, and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..findings import Finding, Matter
from ..model import Disclosure


def lowered(disclosure: Disclosure, findings: Iterable[Finding]) -> list[Finding]:
    """The findings; in a year that restates a filing those about what was filed are warnings at most.

    Which ones these are says the catalogue (``Matter``).
    """
    if not disclosure.facts.filing.is_restated:
        return list(findings)
    return [
        replace(finding, is_lowered=True) if finding.rule.matter is Matter.FILED else finding
        for finding in findings
    ]
