"""Marks around every value that came from data (design, decision 4).

A mark is ``BEGIN source MIDDLE value END`` in characters of a private-use plane, which no keyboard,
no workbook that the reader lets through, and no Markdown rule produces.
"""

import re

BEGIN, MIDDLE, END = "\U000f0001", "\U000f0002", "\U000f0003"

AT = "\U000f0004"
"""Begins a mark that says where the text behind it was written, see ``placed``; only checks see it."""

EMPTY = "\U000f0005"
"""Stands where a paragraph is empty, until what is left of its line is taken away, see ``paragraphs``."""

_OPENING = re.compile(f"{BEGIN}[^{MIDDLE}]*{MIDDLE}|{END}")


def mark(text: str, source: str) -> str:
    """``text`` with its source (a path such as ``facilities.total``) in marks."""
    return f"{BEGIN}{source}{MIDDLE}{text}{END}"


def without_places(text: str) -> str:
    """The text without marks of both kinds."""
    return without_marks(re.sub(f"{AT}[^{MIDDLE}]*{MIDDLE}", "", text))


def without_marks(text: str) -> str:
    """The text as published."""
    return _OPENING.sub("", text)
