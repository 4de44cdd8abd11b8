"""Scripts that the PDF does not set: all named here.

Their letters join, move or stack by rules of the font, and no font of ours has these rules. Typst would
set some of them all the same, letter by letter, which is no word of the language. What is not named here and
has a letter in a font comes out right: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic, Chinese,
Japanese, Korean, and by fonts of their own the scripts of ``FALLBACKS``; tests compare pictures of them.
"""

from __future__ import annotations

import re

FALLBACKS = (
    "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Gurmukhi", "Noto Sans Gujarati",
    "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Kannada", "Noto Sans Malayalam",
    "Noto Sans Thai", "Noto Sans Lao",
    "Noto Sans Khmer", "Noto Sans Myanmar", "Droid Sans Fallback",
)  # fmt: skip
"""Fonts for what the text's own has not. The last has letters of some scripts without their rules."""

UNSET = {
    "Syriac": ((0x0700, 0x074F),),
    "Thaana": ((0x0780, 0x07BF),),
    "N’Ko": ((0x07C0, 0x07FF),),
    "Oriya": ((0x0B00, 0x0B7F),),
    "Sinhala": ((0x0D80, 0x0DFF),),
    "Tibetan": ((0x0F00, 0x0FFF),),
    "Mongolian": ((0x1800, 0x18AF),),
}
"""Script to its blocks of Unicode, each with its first and its last letter."""

BETWEEN_ANY = r"\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60"
"""Letters of Chinese and Japanese, between any two of which a line may end; for a class of letters."""
BY_WORDS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Letters of Thai, Lao, Burmese and Khmer, which have no blanks: Typst finds the words."""

UNSET_LETTER = re.compile(
    "[" + "".join(f"{chr(first)}-{chr(last)}" for blocks in UNSET.values() for first, last in blocks) + "]"
)


def unset_script(letter: str) -> str:
    """The script of a letter that is not set; empty of any other."""
    number = ord(letter)
    for name, blocks in UNSET.items():
        if any(first <= number <= last for first, last in blocks):
            return name
    return ""
