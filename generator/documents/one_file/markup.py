"""HTML with attributes changed one by one; all else stays letter by letter."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from markupsafe import escape

from ...prose.html_tree import VOID

Attributes = dict[str, str | None]
Change = Callable[[str, Attributes], Attributes | None]
"""Name of an element and its attributes to those that it gets; None: it goes, with all that is in it."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BEFORE_TABLE = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
_BEHIND_TABLE = "</div></div>"


def changed(html: str, change: Change) -> str:
    """``html`` with each element as ``change`` has it and each heading one step lower.

    Tables without a class get the boxes in which the theme lets them scroll. Comments are left out.
    """
    writer = _Writer(change)
    writer.feed(html)
    writer.close()
    return "".join(writer.written)


def lower(tag: str) -> str:
    """The heading one step lower; any other element is itself."""
    return _HEADINGS[min(_HEADINGS.index(tag) + 1, 5)] if tag in _HEADINGS else tag


class _Writer(HTMLParser):
    """Writes what it is fed; ``written`` are the pieces of the changed HTML."""

    def __init__(self, change: Change) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._change = change
        self._boxed: list[bool] = []
        """Of each table that is open, whether it has boxes."""
        self._gone: list[str] = []
        """The elements that are open inside one that goes, and that one."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, attrs, ">")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, attrs, "/>")

    def handle_endtag(self, tag: str) -> None:
        if self._gone:
            if tag in self._gone:
                while self._gone.pop() != tag:
                    pass
            return
        self.written.append(f"</{lower(tag)}>")
        if tag == "table" and self._boxed and self._boxed.pop():
            self.written.append(_BEHIND_TABLE)

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def _write(self, text: str) -> None:
        if not self._gone:
            self.written.append(text)

    def _begin(self, tag: str, attrs: list[tuple[str, str | None]], end: str) -> None:
        is_open = end == ">" and tag not in VOID
        if self._gone:
            self._gone += [tag] if is_open else []
            return
        before = dict(attrs)
        after = self._change(tag, dict(before))
        if after is None:
            self._gone += [tag] if is_open else []
            return
        if tag == "table":
            self._boxed.append("class" not in after)
            self.written += [_BEFORE_TABLE] if self._boxed[-1] else []
        as_it_is = after == before and lower(tag) == tag
        self.written.append((as_it_is and self.get_starttag_text()) or _start(lower(tag), after, end))


def _start(tag: str, attributes: Attributes, end: str) -> str:
    inside = (name if value is None else f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{' '.join([tag, *inside])}{end}"
