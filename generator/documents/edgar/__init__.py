"""Form SD and its exhibit as HTML that EDGAR takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...findings import Finding
from ...model import Asset, Disclosure
from ...pages.annex_columns import annex_words
from ...prose.element import Element
from .convert import Converter, Noted
from .elements import Nodes
from .form import SPECIAL, draft_mark, is_page_break, page_break
from .last_look import lint
from .links import EXHIBIT, FORM, IS_LIST, with_links
from .places import findings
from .write import document

__all__ = ["EXHIBIT", "FORM", "edgar_files"]

_SUBJECTS = {FORM: "{form}", EXHIBIT: "Exhibit 1.01 to {form}, Conflict Minerals Report"}


def edgar_files(
    disclosure: Disclosure, form: Element | None, exhibit: Element | None
) -> tuple[list[Asset], list[Finding]]:
    """The documents of the filing, and what of the pages they do not show or EDGAR would refuse.

    ``form`` and ``exhibit`` are the trees of the pages. ``form`` None: the filing is restated without it;
    ``exhibit`` None: no report is filed with the form.
    """
    noted: list[Noted] = []
    bodies = {} if form is None else {FORM: Converter(SPECIAL, noted).flow(form.children)}
    if exhibit is not None:
        converter = Converter(SPECIAL, noted, lambda rows: annex_words(disclosure, "rows", rows=rows))
        bodies[EXHIBIT] = tuple(_exhibit(converter.flow(exhibit.children)))
    linked = with_links(bodies, noted)
    if disclosure.facts.filing.is_draft:
        linked = {name: tuple(_marked_as_draft(body)) for name, body in linked.items()}
    files = {name: document(_title(name, disclosure), body) for name, body in linked.items()}
    assets = [_asset(name, content, disclosure) for name, content in files.items()]
    return assets, [*findings(disclosure, noted), *_refused(disclosure, files)]


def _refused(disclosure: Disclosure, files: Mapping[str, bytes]) -> Iterator[Finding]:
    folder = f"{disclosure.year}/documents/edgar"
    return lint(files, folder, has_form=disclosure.facts.has_form)


def _exhibit(body: Nodes) -> Iterator[Element | str]:
    """The exhibit with its number above it and the sections of facility lists on pages of their own."""
    yield Element("p", {"align": "right"}, (Element("b", {}, ("Exhibit 1.01",)),))
    tags = [node.tag if isinstance(node, Element) else "" for node in body]
    lists = [
        at for at, node in enumerate(body)
        if isinstance(node, Element) and IS_LIST.fullmatch(node.attributes.get("id", ""))
    ]  # fmt: skip
    begins = {max((at for at in range(place) if tags[at] == "h2"), default=place) for place in lists}
    ends = {next((at for at in range(place, len(tags)) if tags[at] == "h2"), -1) for place in lists}
    for at, node in enumerate(body):
        if at in begins | ends:
            yield page_break()
        yield node


def _marked_as_draft(body: Nodes) -> Iterator[Element | str]:
    yield draft_mark()
    for node in body:
        yield node
        if is_page_break(node):
            yield draft_mark()


def _title(name: str, disclosure: Disclosure) -> str:
    stated = disclosure.facts
    subject = _SUBJECTS[name].format(form=stated.filing.form_name)
    draft = "Draft: " if stated.filing.is_draft else ""
    return f"{draft}{subject}, {stated.registrant.name}, {disclosure.year}"


def _asset(name: str, content: bytes, disclosure: Disclosure) -> Asset:
    subject = _SUBJECTS[name].format(form=disclosure.facts.filing.form_name)
    return Asset(
        f"{disclosure.year}/documents/edgar/{name}",
        content,
        title=f"{subject} (HTML for EDGAR)",
        purpose="The document as it can be submitted to the SEC: plain HTML in ASCII.",
        is_for_edgar=True,
    )
