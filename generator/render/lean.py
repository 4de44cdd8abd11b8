"""Styles and scripts as they are published: without comments and indentation."""

from __future__ import annotations

import re

_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def lean_style(text: str) -> str:
    """A style sheet without comments, indentation and empty lines."""
    return _lines(_STYLE_COMMENT.sub("", text))


def lean_script(text: str) -> str:
    """A script without lines that are comments, indentation and empty lines.

    Knows no JavaScript: a text over several lines, and a comment behind code, are not for our scripts.
    """
    return _lines(re.sub(r"(?m)^\s*//.*$", "", text))


def _lines(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
