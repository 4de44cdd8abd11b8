"""Many findings that say the same of many places, as the first few of them and a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from . import Finding
from .as_text import Line

_MOST = 5
"""So many of a kind are all shown."""
_SHOWN = 3
"""Of more than these, so many; a line for one finding in the place of another saves nothing."""
_VARYING = re.compile(r"'[^']*'|\d[\d,.]*")
"""What differs between messages of one kind: what is quoted, and numbers."""


def folded(findings: Iterable[Finding], rest: str) -> Iterator[Line]:
    """A line for each finding in their order; of a kind with many, the first ones and a number.

    ``rest`` says where these stand, such as ``, in review/report.md``; empty: nowhere else.
    """
    findings = tuple(findings)
    numbers = Counter(map(_kind, findings))
    shown: Counter[Hashable] = Counter()
    for finding in findings:
        kind = _kind(finding)
        shown[kind] += 1
        if numbers[kind] <= _MOST or shown[kind] <= _SHOWN:
            yield Line(str(finding), finding.severity)
        if numbers[kind] > _MOST and shown[kind] == _SHOWN:
            more = f"… and {numbers[kind] - _SHOWN:,} more of this kind ({finding.code}){rest}"
            yield Line(more, finding.severity)


def _kind(finding: Finding) -> Hashable:
    return finding.rule, finding.severity, _VARYING.sub("", finding.message)
