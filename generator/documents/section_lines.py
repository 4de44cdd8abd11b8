"""Where in people's sections something stands that a document does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from ..model import Disclosure, LineRef

CODE = re.compile(
    r"^(```|~~~).*?^\1|`[^`\n]*`|\{[{%#].*?[}%#]\}|<https?:[^>]*>|\]\(\s*<[^>\n]*>", re.DOTALL | re.MULTILINE
)
"""What is no HTML in a section: code, Jinja, addresses in angle brackets."""
_NEED_NO_END = frozenset({
    "area", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
})  # fmt: skip


def lines_with(disclosure: Disclosure, fragment: re.Pattern[str]) -> Iterator[tuple[LineRef, str]]:
    """The lines of people's sections in which the fragment stands, each with its place."""
    for section in disclosure.written:
        for number, line in enumerate(section.text.split("\n"), start=1):
            if fragment.search(line):
                yield LineRef(section.file, number), line


def unclosed(disclosure: Disclosure) -> Iterator[tuple[str, LineRef]]:
    """Elements that people began in a section and never ended, each with its line."""
    for section in disclosure.written:
        parser = _Tags()
        parser.feed(CODE.sub(lambda code: "\n" * code[0].count("\n"), section.text))
        yield from ((tag, LineRef(section.file, line)) for tag, line in parser.open)


class _Tags(HTMLParser):
    """Keeps the elements that are open, with the lines where they began."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _NEED_NO_END:
            self.open.append((tag, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        places = [at for at, (name, _) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1]]
