"""MkDocs, run as ``python -m generator.cli.mkdocs_words FILE COMMAND …``, with its words looked through.

What it says before the plugin has begun, and what ends it, may quote settings, names of files and lines of
templates; so each of its lines goes the way of all messages (``confidential/unsaid``). Lines that quote
nothing are let through without a look, so that a build in which nothing is odd takes no longer.
"""

from __future__ import annotations

import logging
import re
import runpy
import sys
import traceback
from collections.abc import Callable
from functools import cache
from io import TextIOBase
from pathlib import Path
from typing import Any, TextIO

from ..findings import printable, printable_lines

OURS = "mkdocs.plugins.disclosure"
"""The log of the plugin, whose findings say nothing of it; those of a preview say what they are asked for."""
_MAY_QUOTE = re.compile(r"['\"“”‘’`<\n]")
_LEVEL = re.compile(r"(?:\x1b\[\d+m)+[A-Z]+ *-  (?:\x1b\[0m)?")
_INFO = re.compile(r"\s*(?:\x1b\[\d+m)?(?:INFO|DEBUG)\b")


class Filtered(TextIOBase):
    """A stream that shows each whole line as ``line`` gives it."""

    def __init__(self, stream: TextIO, line: Callable[[str], str]) -> None:
        self._stream, self._line, self._begun = stream, line, ""

    @property
    def encoding(self) -> str:  # type: ignore[override]  # of an attribute that streams of text have
        return self._stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]  # as above
        return self._stream.errors

    def write(self, text: str) -> int:
        """Shows the lines that are whole; the number of signs that were given. Raises TypeError for bytes."""
        if not isinstance(text, str):
            raise TypeError("this is a stream of text")
        *lines, self._begun = f"{self._begun}{text}".split("\n")
        for one in lines:
            self._stream.write(f"{self._shown(one)}\n")
        return len(text)

    def end(self) -> None:
        """Shows what stands behind the last end of a line."""
        self._stream.write(self._shown(self._begun))
        self._begun = ""
        self._stream.flush()

    def flush(self) -> None:
        """As of a stream; a line that has no end yet waits for it."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Whether a person looks at the stream below."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """That of the stream below."""
        return self._stream.fileno()

    def writable(self) -> bool:
        """Always."""
        return True

    def _shown(self, line: str) -> str:
        is_plain = not line.strip() or (_INFO.match(line) and not _MAY_QUOTE.search(line))
        said = line if is_plain else self._line(line)
        level = _LEVEL.match(said)  # which MkDocs colours
        begin = level[0] if level else ""
        return f"{begin}{printable(said.removeprefix(begin))}"


def with_words_of(line: Callable[[str], str]) -> Callable[..., logging.LogRecord]:
    """A maker of records for MkDocs' log: whole messages, before a terminal's width breaks them.

    ``line``: what may be said of a text.
    """
    make = logging.getLogRecordFactory()

    def made(*given: Any, **named: Any) -> logging.LogRecord:
        record = make(*given, **named)
        if record.name.startswith("mkdocs") and record.name != OURS and record.levelno >= logging.INFO:
            text = record.getMessage()
            if record.levelno >= logging.WARNING or _MAY_QUOTE.search(text):
                text = line(text)
            record.msg, record.args = printable_lines(text), None
        return record

    return made


def main() -> None:
    """Runs MkDocs with the arguments behind the first one, which is the settings file of the site."""
    settings = Path(sys.argv.pop(1))

    @cache
    def line() -> Callable[[str], str]:
        from .given import unsaid_of_site  # takes a while, and most builds have nothing odd to say

        return unsaid_of_site(settings).line

    shown = Filtered(sys.stderr, lambda text: line()(text))
    logging.setLogRecordFactory(with_words_of(lambda text: line()(text)))
    sys.stderr = shown
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except Exception:  # as Python would say it, and on the stream that looks at it
        traceback.print_exc()
        sys.exit(1)
    finally:
        shown.end()


if __name__ == "__main__":
    main()
