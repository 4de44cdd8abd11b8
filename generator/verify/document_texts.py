"""The texts and headings that the documents of a filing must have, by its trees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..documents.edgar import EXHIBIT, FORM
from ..documents.edgar.links import exhibit_file
from ..documents.pdf import names as pdf_names
from ..documents.printed import own_picture
from ..documents.trees import unsigned
from ..model import Disclosure, Passage
from ..prose.element import Element
from .html_text import parsed
from .list_columns import list_columns
from .published import text_of_trees


def document_texts(
    disclosure: Disclosure,
    form: Element | None,
    exhibit: Element | None,
    further: Mapping[str, Element] | None = None,
) -> dict[str, tuple[Passage, ...]]:
    """Address of each document of the filing to the text that it must have.

    ``form`` None: the filing is restated without its form.
    """
    submitted = form if form is None or disclosure.facts.is_to_be_submitted else unsigned(form)
    folder, named = f"{disclosure.year}/documents", disclosure.file_name
    every = [tree for tree in (form, exhibit, *(further or {}).values()) if tree]
    columns = list_columns(disclosure)
    website_copy = next(iter(pdf_names.of(disclosure)), "")

    def headed(tree: Element) -> Element:
        """Below the notice of the year, which stands in the head of each document."""
        notice = disclosure.facts.notice_on_top
        own = (Element("p", {}, (notice,)),) if notice else ()
        return Element("div", {}, (*own, *tree.children))

    def printed(trees: Sequence[Element]) -> tuple[Passage, ...]:
        bare = [_without_pictures(disclosure, tree) for tree in _notes_last([headed(one) for one in trees])]
        return text_of_trees(bare, "", columns, with_lists=True)

    texts = {f"{folder}/{website_copy}": printed(every)}
    if submitted is not None:
        texts[f"{folder}/edgar/{named(FORM)}"] = text_of_trees([headed(submitted)], FORM, columns)
        texts[f"{folder}/{pdf_names.form(disclosure)}"] = printed([submitted])
    if exhibit is not None:
        texts[f"{folder}/edgar/{named(EXHIBIT)}"] = text_of_trees([headed(exhibit)], EXHIBIT, columns)
        texts[f"{folder}/{pdf_names.exhibit(disclosure)}"] = printed([exhibit])
    for page, tree in (further or {}).items():
        name = exhibit_file(page)
        texts[f"{folder}/edgar/{named(name)}"] = text_of_trees([headed(tree)], name, columns)
    return texts


def _notes_last(trees: Sequence[Element]) -> list[Element]:
    """The trees with all footnotes behind them, as they are read from a PDF."""
    bodies = [
        Element(tree.tag, tree.attributes, tuple(child for child in tree.children if not _are_notes(child)))
        for tree in trees
    ]
    notes = tuple(child for tree in trees for child in tree.children if _are_notes(child))
    return [*bodies, Element("div", {}, notes)]


def _are_notes(node: Element | str) -> bool:
    return isinstance(node, Element) and "footnote" in node.classes


def words_in_drawings(disclosure: Disclosure) -> tuple[tuple[str, ...], ...]:
    """What is written in each drawing that a section shows: in a PDF it is text."""
    drawings = (file for file in disclosure.shown_pictures if file.name.lower().endswith(".svg"))
    texts = (" ".join(parsed(file.content).itertext("text", "tspan")) for file in drawings)
    return tuple(words for text in texts if (words := tuple(text.split())))


def _without_pictures(disclosure: Disclosure, tree: Element) -> Element:
    """The tree without the pictures that a PDF shows: their words are read aloud and not printed."""
    children = tuple(
        child if isinstance(child, str) else _without_pictures(disclosure, child)
        for child in tree.children
        if isinstance(child, str) or child.tag != "img" or own_picture(disclosure, child) is None
    )
    return Element(tree.tag, tree.attributes, children)


def headings_of(tree: Element) -> Iterator[str]:
    """The headings of a tree as a table of contents lists them."""
    for child in tree.children:
        if isinstance(child, Element):
            if child.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                yield " ".join(child.text.split())
            yield from headings_of(child)
