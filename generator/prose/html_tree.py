"""HTML of our own as a tree, for the formats that are derived from it (design, decision 6)."""

from __future__ import annotations

from html.parser import HTMLParser

from .element import Element

_ENDS_PARAGRAPH = frozenset({
    "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul",
})  # fmt: skip
_ENDS_BEFORE = {
    "li": ("li", ("ol", "ul")),
    "dt": ("dt dd", ("dl",)),
    "dd": ("dt dd", ("dl",)),
    "tr": ("tr", ("table",)),
    "td": ("td th", ("tr", "table")),
    "th": ("td th", ("tr", "table")),
}
"""Element to those that it ends where they are still open, and those that it does not reach out of."""
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""Elements that nothing ends."""


def html_tree(html: str) -> Element:
    """HTML as a tree in a ``div``. Where people forget to close an element, it ends as in a browser."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.finished()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, dict[str, str], list[Element | str]]] = [("div", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_what_ends_before(tag)
        attributes = {name: value or "" for name, value in attrs}
        if tag in VOID:
            self._open[-1][2].append(Element(tag, attributes))
        else:
            self._open.append((tag, attributes, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1][2].append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Closes the element and what is open inside it; an end without a beginning says nothing."""
        if tag in (opened for opened, _, _ in self._open[1:]):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(data)

    def finished(self) -> Element:
        while len(self._open) > 1:
            self._close()
        tag, attributes, children = self._open[0]
        return Element(tag, attributes, tuple(children))

    def _close_what_ends_before(self, tag: str) -> None:
        """A block ends an open paragraph; an item, a row or a cell ends the one before it."""
        ended, within = _ENDS_BEFORE.get(tag, ("", ()))
        for opened, _, _ in reversed(self._open[1:]):
            if opened in within:
                return
            if opened == "p" and tag in _ENDS_PARAGRAPH:
                self.handle_endtag("p")
                return
            if opened in ended.split():
                self.handle_endtag(opened)
                return

    def _close(self) -> str:
        tag, attributes, children = self._open.pop()
        self._open[-1][2].append(Element(tag, attributes, tuple(children)))
        return tag
