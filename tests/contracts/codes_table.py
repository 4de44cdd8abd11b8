"""The table of finding codes in CONTRIBUTING.md. ``python -m tests.contracts.codes_table`` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.findings.catalogue import rules

CONTRIBUTING = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
_PLACE = re.compile(r"(?<=<!-- codes:begin -->\n).*?(?=<!-- codes:end -->)", re.DOTALL)
HEAD = "| code | check | severity | stops | can be waived | finds |"


def table() -> str:
    """A row for each code: code, check, severity, what it stops, whether it can be waived, what it finds."""
    return "\n".join([HEAD, "|---|---|---|---|---|---|", *_rows(), ""])


def _rows() -> Iterator[str]:
    """The rows of the table, in the order of codes."""
    for rule in rules():
        waived = "yes" if rule.is_waivable else "no"
        yield f"| {rule.code} | `{rule.name}` | {rule.severity} | {rule.stops} | {waived} | {rule.summary} |"


def with_table(text: str) -> str:
    """The text of CONTRIBUTING.md with the table as the catalogue has it."""
    return _PLACE.sub(lambda _: table(), text)


if __name__ == "__main__":
    CONTRIBUTING.write_text(with_table(CONTRIBUTING.read_text(encoding="utf-8")), encoding="utf-8")
