"""Values and texts that nobody types on purpose, and that a file may hold all the same."""

# Rows of a table, each on its line.
# ruff: noqa: E501

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

TEXTS = (
    "", " ", "\n", "\t", "-", "0", "-1", "1e400", "9" * 400, "0x1F", "1_000", "½", "٣", "NaN", "inf", "null",
    "yes", "~", "2021-02-30", "0000-00-00", "1900-01-00", "9999-12-31", "31/31/2021", "A" * 5_000, "x y " * 8_000,
    "=1+1", "＝1+1", "@SUM(A1)", "+1", "-2+3", "#N/A", "#REF!", "'quoted", '"quoted"', "a\u0000b", "a\u0007b",
    "a\u001b[31mred", "\u202eoloc", "\u2028", "\ufeff", "\ufffd", "\U0001f600" * 40, "Å" * 99, "A\u030a" * 99,
    "{{ 7 * 7 }}", "{{ nothing }}", "{% for x in y %}", "{# open", "}}", "<script>alert(1)</script>", "<b", "&amp;&#0;",
    "]]>", "<!-- ", "| a | b |", "[^1]", "`" * 99, "*" * 99, "> " * 99, "../../secret", "CON", "a/b\\c", "C:\\x",
    "http://[::1", "http://exa mple", "javascript:alert(1)", "data:text/html,x", "mailto:", "//host", "%00", "%s%n{0}",
    "Robert'); DROP TABLE", "CID000001", "CID", "cid 0000 01", "Gold", "Gold; Tin", "Unknown", "DRC", "日本", "日" * 300,
)  # fmt: skip

NUMBERS = (
    0, -1, 1, 2**31, 2**63, 10**400, -(10**400), 0.1, 1e308, float("inf"), float("-inf"), float("nan"), 1900, 9999, 60, -0.0,
)  # fmt: skip
DAYS = (
    dt.date(1, 1, 1),
    dt.date(1900, 1, 1),
    dt.date(1900, 2, 28),
    dt.date(9999, 12, 31),
    dt.datetime(2021, 12, 31, 23, 59),
)


def text(random: Random) -> str:
    return random.choice(TEXTS)


def value(random: Random, depth: int = 0) -> Any:
    """Of any type; lists and mappings hold others."""
    kind = random.randrange(8 if depth < 3 else 6)
    if kind < 2:
        return text(random)
    if kind == 2:
        return random.choice(NUMBERS)
    if kind == 3:
        return random.choice(DAYS)
    if kind == 4:
        return random.choice((None, True, False))
    if kind == 5:
        return b"\x00\xff"
    if kind == 6:
        return [value(random, depth + 1) for _ in range(random.choice((0, 1, 2)))] * random.choice((1, 1, 9))
    return {
        random.choice((text(random), 1, None, True)): value(random, depth + 1)
        for _ in range(random.randrange(4))
    }
