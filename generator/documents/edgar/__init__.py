"""Form SD and its exhibit as HTML that EDGAR takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...findings import Finding
from ...model import REPORT_NUMBER, Asset, Disclosure
from ...pages.annex_columns import annex_words
from ...prose.element import Element
from ..trees import unsigned
from .convert import Converter, Noted
from .elements import Nodes
from .form import DRAFT, EXAMPLE, RESTATED, SPECIAL, is_page_break, page_break, page_mark
from .last_look import lint
from .links import EXHIBIT, FORM, IS_LIST, exhibit_file, with_links
from .pictures import Pictures
from .places import findings
from .profile import displayable
from .write import document

__all__ = ["EXHIBIT", "FORM", "edgar_files"]


def edgar_files(
    disclosure: Disclosure,
    form: Element | None,
    exhibit: Element | None,
    further: Mapping[str, Element] | None = None,
) -> tuple[list[Asset], list[Finding]]:
    """The documents of the filing, and what of the pages they do not show or EDGAR would refuse.

    ``form`` and ``exhibit`` are the trees of the pages. ``form`` None: the filing is restated without it;
    ``exhibit`` None: no report is filed with the form. ``further`` are further exhibits by the last part of
    their page's address.
    """
    trees = {} if form is None else {FORM: form if disclosure.facts.is_to_be_submitted else unsigned(form)}
    trees |= {} if exhibit is None else {EXHIBIT: exhibit}
    trees |= {exhibit_file(page): tree for page, tree in (further or {}).items()}
    noted: list[Noted] = []
    pictures = {name: Pictures(disclosure, disclosure.file_name(name)) for name in trees}

    def rows_in_words(rows: int) -> str:
        return annex_words(disclosure, "rows", rows=rows)

    bodies = {
        name: Converter(SPECIAL, noted, pictures[name].element, rows_in_words).flow(tree.children)
        for name, tree in trees.items()
    }
    bodies |= {EXHIBIT: tuple(_exhibit(bodies[EXHIBIT]))} if EXHIBIT in bodies else {}
    for one in disclosure.further_exhibits:
        name = exhibit_file(one.key)
        bodies |= {name: (_number(one.stated.number), *bodies[name])} if name in bodies else {}
    if notice := disclosure.facts.notice_on_top:
        bodies = {name: _noticed(body, notice) for name, body in bodies.items()}
    linked = with_links(bodies, noted, disclosure.file_name)
    for mark in _marks(disclosure):
        linked = {name: tuple(_marked(body, mark)) for name, body in linked.items()}
    files = {name: document(_title(name, disclosure), body) for name, body in linked.items()}
    beside = {name: content for one in pictures.values() for name, content in one.files.items()}
    assets = [_asset(name, content, disclosure) for name, content in files.items()]
    folder = f"{disclosure.year}/documents/edgar"
    assets += [Asset(f"{folder}/{name}", content, is_for_edgar=True) for name, content in beside.items()]
    named = {disclosure.file_name(name): content for name, content in files.items()}
    form_name = disclosure.file_name(FORM) if disclosure.facts.has_form else None
    refused = lint(named, folder, form=form_name, exhibit=disclosure.file_name(EXHIBIT), pictures=beside)
    return assets, [*findings(disclosure, noted), *refused]


def _exhibit(body: Nodes) -> Iterator[Element | str]:
    """The exhibit with its number above it and the sections of facility lists on pages of their own."""
    yield _number(REPORT_NUMBER)
    tags = [node.tag if isinstance(node, Element) else "" for node in body]
    lists = [
        at for at, node in enumerate(body)
        if isinstance(node, Element) and IS_LIST.fullmatch(node.attributes.get("id", ""))
    ]  # fmt: skip
    begins = {max((at for at in range(place) if tags[at] == "h2"), default=place) for place in lists}
    ends = {next((at for at in range(place, len(tags)) if tags[at] == "h2"), -1) for place in lists}
    for at, node in enumerate(body):
        if at in begins | ends and not (at and is_page_break(body[at - 1])):
            yield page_break()
        yield node


def _noticed(body: Nodes, notice: str) -> Nodes:
    """With the notice of the year in the head, behind the number of an exhibit."""
    words = Element("p", {"align": "center"}, (Element("i", {}, (displayable(notice),)),))
    at = 1 if body and isinstance(body[0], Element) and body[0].attributes.get("align") == "right" else 0
    return (*body[:at], words, *body[at:])


def _number(number: str) -> Element:
    return Element("p", {"align": "right"}, (Element("b", {}, (f"Exhibit {number}",)),))


def _marks(disclosure: Disclosure) -> Iterator[str]:
    """What stands on top of each page, the last of these first."""
    if disclosure.facts.filing.is_draft:
        yield DRAFT
    if disclosure.facts.filing.is_restated:
        yield RESTATED
    if disclosure.facts.example:
        yield EXAMPLE


def _marked(body: Nodes, mark: str) -> Iterator[Element | str]:
    yield page_mark(mark)
    for node in body:
        yield node
        if is_page_break(node):
            yield page_mark(mark)


def _title(name: str, disclosure: Disclosure) -> str:
    stated = disclosure.facts
    subject = _subject(name, disclosure)
    kind = f"{'Example: ' if stated.example else ''}{'Draft: ' if stated.filing.is_draft else ''}"
    return f"{kind}{subject}, {stated.registrants_in_short}, {disclosure.year}"


def _subject(name: str, disclosure: Disclosure) -> str:
    form = disclosure.facts.filing.form_name
    if name == FORM:
        return form
    numbers = {exhibit_file(one.key): one.stated for one in disclosure.further_exhibits}
    one = numbers.get(name)
    number, words = (one.number, one.description) if one else (REPORT_NUMBER, "Conflict Minerals Report")
    return f"Exhibit {number} to {form}, {words}"


def _asset(name: str, content: bytes, disclosure: Disclosure) -> Asset:
    subject = _subject(name, disclosure)
    return Asset(
        f"{disclosure.year}/documents/edgar/{disclosure.file_name(name)}",
        content,
        title=f"{subject} (HTML for EDGAR)",
        purpose="The document as it can be submitted to the SEC: plain HTML in ASCII.",
        is_for_edgar=True,
    )
