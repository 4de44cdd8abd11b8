"""The table of finding codes in CONTRIBUTING.md. ``python -m tests.contracts.codes_table`` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from generator.findings import rules

CONTRIBUTING = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
_PLACE = re.compile(r"(?<=<!-- codes:begin -->\n).*?(?=<!-- codes:end -->)", re.DOTALL)


def table() -> str:
    """A row for each code: code, check, severity, what it finds."""
    rows = [f"| {rule.code} | `{rule.name}` | {rule.severity} | {rule.summary} |" for rule in rules()]
    return "\n".join(["| code | check | severity | finds |", "|---|---|---|---|", *rows, ""])


def with_table(text: str) -> str:
    """The text of CONTRIBUTING.md with the table as the catalogue has it."""
    return _PLACE.sub(lambda _: table(), text)


if __name__ == "__main__":
    CONTRIBUTING.write_text(with_table(CONTRIBUTING.read_text(encoding="utf-8")), encoding="utf-8")
