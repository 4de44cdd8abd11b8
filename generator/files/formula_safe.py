"""Texts that no spreadsheet takes for a formula. Imports nothing of ours."""

from __future__ import annotations

import re

_FORMULA = re.compile(
    "[\t\r\n]"
    "|[\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff'\"‘’“”]*"
    "[-=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩]"
)
"""What begins a formula: a sign, also one as wide as letters of East Asia, small, raised or lowered, behind
blanks, quotation marks and characters that nobody sees; a tab or the end of a line, behind which a cell
begins for some. Files of a view, which the annex page makes, hold lines that were written with it."""


def formula_safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula. Source: OWASP, CSV injection.

    An apostrophe ahead; a text that has one already and would be a formula gets one more.
    """
    return f"'{text}" if _FORMULA.match(text) else text
