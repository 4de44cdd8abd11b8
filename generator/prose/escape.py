"""Escaping of data for Markdown. Supplier text is hostile until it has passed here."""

import re

_SPECIAL = re.compile(
    r"""[\\`*_\[\]{}<>&#|~^=!:@$"']
    |(?:(?<=\d)[.)]|(?<=^[a-z])[.)]|(?<=^[A-Z])\))(?=\s|$)   # numbers and letters of a list
    |^[-+]""",
    re.VERBOSE,
)


def markdown(text: str) -> str:
    """Text as Markdown that shows exactly this text, in a paragraph, a heading or a table cell.

    Characters with a meaning become numeric character references, which every Markdown dialect
    leaves alone; line breaks become blanks.
    """
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
