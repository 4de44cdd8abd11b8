"""A year published without MkDocs: its pages in a bare frame, and its files, as a site has them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from generator import pipeline
from generator.documents import make as filing
from generator.documents.output import Output
from generator.documents.pictures import pictures_of
from generator.documents.trees import page_tree
from generator.model import Asset, Disclosure, Metal, Passage
from generator.pages.page import Page
from generator.prose.element import Element
from generator.record.amended import kept_files
from generator.verify.document_texts import document_texts, headings_of
from generator.verify.equal_words import Extras
from generator.verify.equality import compare_published
from generator.verify.html_text import html_of
from generator.verify.list_columns import ListColumns, list_columns
from generator.verify.published import (
    drawn_on_page,
    drawn_words,
    read_published_file,
    read_published_page,
    text_of_page,
)
from generator.verify.values import PublishedFile

ADDRESS = "https://www.example.com/ir/"


@dataclass(frozen=True)
class Site:
    """A published year: what the data says, and the files as they are published."""

    folder: Path
    disclosure: Disclosure
    pages: dict[str, Page]
    trees: tuple[Element, Element | None]
    assets: dict[str, Asset]
    texts: dict[str, tuple[Passage, ...]]
    extras: Extras
    columns: ListColumns

    def differences(self, name: str, content: bytes | None = None) -> list[str]:
        """Code and message of what is found in a file, or in other content under its name."""
        asset = self.assets[name]
        file = read_published_file(
            replace(asset, content=content or asset.content), self.folder, self.columns
        )
        assert file is not None
        return self._found(file, name)

    def page_differences(self, name: str, old: str, new: str) -> list[str]:
        """The same for a page in which something was changed."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            return self._found(read_published_page(self.folder, name, self.columns), name)
        finally:
            path.write_text(text, encoding="utf-8")

    def _found(self, file: PublishedFile, name: str) -> list[str]:
        extras = replace(self.extras, breaks_words=name.endswith(".pdf"))
        page = self.pages.get(name)
        drawn = drawn_on_page(page_tree(page), name) if page else ()
        found = compare_published(self.disclosure, file, self.texts.get(name), extras, drawn=drawn)
        return [f"{finding.code} {finding.message}" for finding in found]


def publish(data: Path, folder: Path, kinds: Collection[str] = pipeline.EXPORTS) -> Site:
    """The pages in a bare frame, and the files, as a site has them."""
    (loaded,) = pipeline.sound(pipeline.load(data, 2021))
    assets, _ = pipeline.export_files([loaded], Output(kinds, ADDRESS))
    drawn = pipeline.year_pages(loaded, assets, ADDRESS)
    pages, front = tuple(drawn.values()), pipeline.front_page(loaded, [2021])
    for page in (*pages, front):
        body = "".join(html_of(child) for child in page_tree(page).children)
        uri = page.file_uri.removesuffix("index.html")
        frame = f'<html><head><link rel="canonical" href="{ADDRESS}{uri}"></head><body><nav>Menu</nav>'
        text = f'{frame}<article><p class="fsd-page-line">Frame</p>{body}</article></body></html>'
        _write(folder / page.file_uri, text.encode())
    for asset in (*assets, *kept_files(loaded.kept, assets)):
        _write(folder / asset.uri, asset.content)
    trees = filing.filing_trees(drawn, loaded.disclosure)
    columns = list_columns(loaded.disclosure)
    texts = document_texts(loaded.disclosure, *trees)
    texts |= {page.file_uri: text_of_page(page_tree(page), page.file_uri, columns) for page in pages}
    headings = tuple(heading for tree in trees if tree for heading in headings_of(tree))
    drawn = tuple(drawn_words(picture) for picture in pictures_of(pages[0]))
    extras = Extras(headings, drawn, part_heads=tuple(metal.value for metal in Metal))
    return Site(
        folder,
        loaded.disclosure,
        {page.file_uri: page for page in pages},
        trees,
        {asset.uri: asset for asset in assets},
        texts,
        extras,
        columns,
    )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
