"""A year's documents as a side of a redline: the blocks of the PDF, with the places of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..documents.make import filing_trees, further_trees
from ..documents.pdf.blocks import blocks_of, footnotes_of
from ..documents.pdf.runs import Context, plain
from ..model import Smelter
from ..pipeline import Year, filing_pages
from ..prose.element import Element
from ..texts.blocks import CELLS_APART, Block, Value, without_end
from .sides import ListRow, Side


def side_of_year(year: Year, name: str) -> Side:
    """The form, the report and further exhibits of a year."""
    disclosure = year.disclosure
    pages = filing_pages(year)
    rows = {row.anchor: str(row.where) for row in disclosure.all_rows}
    form, exhibit = filing_trees(pages, disclosure, rows)
    trees = [form, exhibit]
    trees += further_trees(pages, disclosure, with_values=True).values()
    blocks = [block for tree in trees if tree is not None for block in blocks_of_tree(tree)]
    return Side(name, tuple(blocks), tuple(map(list_row, disclosure.all_rows)))


def list_row(row: Smelter) -> ListRow:
    """The row as the filing prints it."""
    country = row.as_filed("country_as_filed") or (row.country.filed if row.country else "")
    cells = {
        "metal": row.metal.value,
        "cid": row.cid or "",
        "name": row.name,
        "country": country or "",
        "status": row.status.label if row.status else "",
    }
    return ListRow({name: text for name, text in cells.items() if text}, row)


def blocks_of_tree(tree: Element) -> list[Block]:
    """The text of a tree without its facility lists; the footnotes last."""
    context = Context(
        target=lambda href: None,
        labels=lambda element: [],
        picture=_words_of_picture,
        notes=footnotes_of(tree),
    )
    flat = _Flat()
    return [*flat.blocks(blocks_of(tree, context)), *flat.notes]


def _words_of_picture(element: Element) -> Any:
    words = " ".join(element.attributes.get("alt", "").split())
    return {"text": f"[Picture: {words}]", "styles": []} if words else None


class _Flat:
    """Goes through the blocks of a document and gathers its footnotes."""

    def __init__(self) -> None:
        self.notes: list[Block] = []
        self._tables = 0

    def blocks(self, blocks: Sequence[dict[str, Any]], *, is_item: bool = False) -> Iterator[Block]:
        for block in blocks:
            kind = block["kind"]
            if kind == "heading":
                yield from self._text(block["runs"], "heading", level=block["level"])
            elif kind == "paragraph":
                yield from self._text(block["runs"], is_item=is_item)
            elif kind == "check":
                box = [run for runs in block["box"] for run in (*runs, " ")]
                yield from self._text([*box, *block["runs"]])
            elif kind == "list":
                for item in block["items"]:
                    yield from self.blocks(item, is_item=True)
            elif kind == "terms":
                for entry in block["entries"]:
                    yield from self._term(entry)
            elif kind == "table":
                yield from self._table(block)
            elif kind == "code":
                yield from self._text([block["text"]])
            elif "blocks" in block:
                yield from self.blocks(block["blocks"])

    def _term(self, entry: Mapping[str, Any]) -> Iterator[Block]:
        """A name and its value in one line, where the value is one."""
        values = [block for value in entry["values"] for block in value["blocks"]]
        if len(values) == 1 and "runs" in values[0]:
            yield from self._text([*entry["term"], " ", *values[0]["runs"]])
        else:
            yield from self._text(entry["term"])
            yield from self.blocks(values)

    def _table(self, block: Mapping[str, Any]) -> Iterator[Block]:
        if block.get("role") == "facilities":
            return
        self._tables += 1
        if block["caption"]:
            yield from self._text(block["caption"])
        for row in (*block["head"], *block["body"], *block["foot"]):
            line = _Line()
            for at, cell in enumerate(row):
                if at:
                    line.text = f"{without_end(line.text)}{CELLS_APART}"
                self._cell(cell, line)
            yield Block("row", without_end(line.text), tuple(line.values), table=self._tables)

    def _cell(self, cell: Any, line: _Line) -> None:
        if isinstance(cell, str):
            line.add(cell)
        elif "runs" in cell:
            self._runs(cell["runs"], line)
        else:
            for block in self.blocks(cell["blocks"]):
                line.add(f"{block.text} ")

    def _text(
        self, runs: Sequence[Any], kind: str = "paragraph", *, level: int = 0, is_item: bool = False
    ) -> Iterator[Block]:
        line = _Line()
        self._runs(runs, line)
        text = line.text.rstrip(" ")
        if text:
            yield Block(kind, text, tuple(line.values), level=level, is_item=is_item)

    def _runs(self, runs: Sequence[Any], line: _Line) -> None:
        for run in runs:
            if isinstance(run, str):
                line.add(run)
            elif "value" in run:
                start = len(line.text)
                self._runs(run["runs"], line)
                line.values.append(Value(start, len(line.text), run["value"], ""))
            elif "runs" in run:
                self._runs(run["runs"], line)
            elif "br" in run:
                line.add(" ")
            elif "paragraphs" in run:
                texts = [block for part in run["paragraphs"] for block in self._text(part, "footnote")]
                self.notes += texts
            elif "text" in run:
                line.add(plain([run]))


class _Line:
    """A line of text that grows, and the places of values in it."""

    def __init__(self) -> None:
        self.text = ""
        self.values: list[Value] = []

    def add(self, text: str) -> None:
        """The text with single blanks, and none at the beginning."""
        words = text.replace("\u200b", "").split()
        joined = " ".join(words)
        joined = f" {joined}" if text[:1].isspace() and joined else joined
        joined = f"{joined} " if text[-1:].isspace() else joined
        self.text += joined.lstrip(" ") if not self.text or self.text.endswith(" ") else joined
