"""Text of an exhibit as Markdown that shows exactly this text; an editor can still read it.

Only characters that would mean something where they stand are escaped. Braces become references, so
that Jinja finds nothing to run.
"""

from __future__ import annotations

import re

_ANYWHERE = re.compile(
    r"""[\\*\[\]|]
    |(?<![^\W_])_|_(?![^\W_])      # an underscore inside a word says nothing
    |[<{}`]
    |&(?=\#?\w+;)""",
    re.VERBOSE,
)
_AS_REFERENCES = {"<": "&lt;", "{": "&#123;", "}": "&#125;", "`": "&#96;", "&": "&amp;"}
_LINE_START = (
    (re.compile(r"(?=[#>!]|[-+](?:\s|[-+]|$))"), "\\\\"),
    (re.compile(r"[:=~]"), lambda found: f"&#{ord(found[0])};"),
    (re.compile(r"(\d+|[A-Za-z]|[ivxlcdmIVXLCDM]{2,})(?=[.)](?:\s|$))"), r"\1\\"),
    (re.compile(r"(\[\^[^\]]+\]):"), r"\1&#58;"),
)


def escaped(text: str) -> str:
    """The text inside a line."""
    return _ANYWHERE.sub(lambda found: _AS_REFERENCES.get(found[0], f"\\{found[0]}"), text)


def safe_line(line: str) -> str:
    """A line of Markdown whose beginning is no mark of a block: no heading, no list, no box, no quote."""
    for pattern, replacement in _LINE_START:
        if pattern.match(line):
            return pattern.sub(replacement, line, count=1)
    return line


def safe_heading(line: str) -> str:
    """A heading's text, at the end of which Markdown would take a ``#`` for decoration."""
    return re.sub(r"#(?=#*\s*$)", r"\\#", line)


def safe_address(address: str) -> str:
    """An address as the target of a link."""
    return re.sub(r"[\s<>(){}\[\]\\`*_|\"']", lambda found: f"%{ord(found[0]):02X}", address)
