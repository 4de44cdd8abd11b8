"""Texts as a settings file must write them so that YAML leaves them whole."""

from __future__ import annotations

import re


def quoted(text: str) -> str:
    """``text`` in double quotes, or in single ones where it has double ones or a backslash."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def without_quotes(text: str) -> str:
    """``text`` without a pair of curly or straight quotes around it."""
    return re.sub(rf"^[{OPENING}{CLOSING}\"\s]+|[{OPENING}{CLOSING}\"\s]+$", "", text)


OPENING = "“„‟«‹‘‚‛〝＂"
CLOSING = "”“»›’‘〞＂«"
PAIRS = ("“”", "„“", "„”", "«»", "»«", "‹›", "‘’", "‚‘", "‚’", "””", "““", "＂＂", "``", "´´", "‟”")
"""How people and their programs pair them, in several languages."""
