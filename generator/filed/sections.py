"""The sections of a filed exhibit as Markdown of the report: text, headings, lists, tables, notes.

What the filer typed is what readers see: the text is escaped so that neither Markdown nor Jinja takes
any of it for a mark. Numbers of pages and running headings are left out, and are told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..model.folding import fold
from .flow import Item, Paragraph, Picture, Table
from .flow_walk import flow_of
from .grid import continued, grid_of
from .headings import Heading, cover_length, is_report_title, is_unfinished, title_of, with_headings
from .layout import unlaid
from .lists import with_lists
from .notes import footnotes
from .pages import without_pages
from .plain_flow import flow_of_text, is_html
from .runs import Run, plain_text, tidy
from .submission import exhibits_of, text_of_file
from .to_markdown import Writer

_LONGEST_TITLE = 150
UNTITLED = "Introduction"
"""Title of text before the first heading where the exhibit has no cover; the only words that it has not."""


@dataclass(frozen=True, slots=True)
class FiledTable:
    """A table of the exhibit."""

    index: int
    """Counts every table of the exhibit from 0, those that only place text with them."""
    line: int
    heading: tuple[str, ...]
    """The column headings; empty texts where it has none."""
    rows: tuple[tuple[str, ...], ...]
    """What stands below, merged cells resolved, empty columns left out."""
    markdown: str
    """What stands for it in the section's body: the table, or its anchor where it is left out."""
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class FiledSection:
    """A section of the exhibit."""

    title: str
    """Plain text in one line."""
    body: str
    """Markdown below the title; its headings begin at level 2."""
    line: int
    heading: str = ""
    """The title as Markdown."""
    tables: tuple[FiledTable, ...] = ()
    pictures: tuple[str, ...] = ()
    """Files of the pictures that the section shows; a comment in the body tells where."""
    is_opening: bool = False
    """True for the cover and what stands before the first heading."""
    level: int = 1

    @property
    def markdown(self) -> str:
        """The section as a file of the report: ``# Title``, then the body."""
        return f"# {self.heading}\n\n{self.body}".rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class FiledReport:
    """What an exhibit says, and what of it is in no section."""

    sections: tuple[FiledSection, ...]
    page_furniture: tuple[str, ...]
    """Page numbers, running headings, and a table of contents with its page numbers."""


TablePredicate = Callable[[FiledTable], bool]


def no_table(_: FiledTable) -> bool:
    return False


def tables_naming(names: Iterable[str]) -> TablePredicate:
    """Holds for tables at least half of whose rows name one of these facilities, marks aside."""
    known = {fold(name) for name in names}

    def names_facilities(table: FiledTable) -> bool:
        naming = sum(any(fold(cell) in known for cell in row if cell) for row in table.rows)
        return naming > 0 and naming * 2 >= len(table.rows)

    return names_facilities


def anchor_of(index: int) -> str:
    """What stands in the body where a table was left out; readers do not see it."""
    return f"<!-- table {index} -->"


def read_sections(path: Path, *, leave_out: TablePredicate = no_table) -> tuple[FiledSection, ...]:
    """The sections of the exhibit at ``path``; see ``read_report``."""
    return read_report(path, leave_out=leave_out).sections


def read_report(path: Path, *, leave_out: TablePredicate = no_table) -> FiledReport:
    """The sections of the exhibit at ``path``: HTML as EDGAR serves it, text, or a whole submission.

    Tables for which ``leave_out`` holds are replaced by their anchors. Raises InputError: it cannot be read.
    """
    return report_of(text_of_file(path), leave_out=leave_out)


def report_of(text: str, *, leave_out: TablePredicate = no_table) -> FiledReport:
    """The sections of the exhibit's text."""
    return report_of_documents(exhibits_of(text), leave_out=leave_out)


def report_of_documents(documents: Iterable[str], *, leave_out: TablePredicate = no_table) -> FiledReport:
    """The sections of several documents as those of one report."""
    sections: list[FiledSection] = []
    furniture: list[str] = []
    for document in documents:
        flow = flow_of(document) if is_html(document) else flow_of_text(document)
        unpaged = without_pages(list(unlaid(flow, lambda table: leave_out(_filed(table)))))
        sections += _sections(unpaged.items, leave_out)
        furniture += [f"{item.marker} {item.text}".strip() for item in unpaged.left_out]
    return FiledReport(tuple(sections), tuple(furniture))


def markdown_of(items: Sequence[Item]) -> str:
    """Paragraphs, lists and tables as Markdown of their own, such as the text of an item of the form."""
    structured = with_headings(items)
    return Writer(footnotes(structured), {}).blocks(with_lists(structured))


def flow_without_pages(document: str) -> tuple[Item, ...]:
    """A document as a flow: layout tables dissolved, page numbers and running headings left out."""
    flow = flow_of(document) if is_html(document) else flow_of_text(document)
    return without_pages(list(unlaid(flow, lambda table: False))).items


def _sections(items: Sequence[Item], leave_out: TablePredicate) -> Iterator[FiledSection]:
    count = cover_length(items)
    cover = _whole_lines([item for item in items[:count] if isinstance(item, Paragraph)])
    left_out = {item.index for item in items if isinstance(item, Table) and leave_out(_filed(item))}
    structured = with_headings(_with_whole_tables(items[count:], left_out))
    shown = [item for item in structured if not (isinstance(item, Table) and item.index in left_out)]
    writer = Writer(footnotes([*cover, *shown]), {index: anchor_of(index) for index in left_out})
    starts = [i for i, item in enumerate(structured) if isinstance(item, Heading) and item.level == 1]
    opening = structured[: starts[0] if starts else len(structured)]
    if cover or opening:
        yield _opening(cover, opening, writer)
    for start, end in itertools.pairwise([*starts, len(structured)]):
        heading = structured[start]
        assert isinstance(heading, Heading)
        yield _section(heading.title, structured[start + 1 : end], writer, heading.paragraph.line)


def _with_whole_tables(items: Sequence[Item], left_out: Collection[int]) -> list[Item]:
    """The flow in which a table that goes on over a page break is one; those left out keep their places."""
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(item, Table) and isinstance(before, Table) and item.begins_page:
            whole = None if {item.index, before.index} & set(left_out) else continued(before, item)
            if whole:
                found[-1] = whole
                continue
        found.append(item)
    return found


def _opening(cover: list[Paragraph], rest: Sequence[Item | Heading], writer: Writer) -> FiledSection:
    titles = [line for line in cover if is_report_title(line.text)] or cover[-1:]
    first = rest[0] if rest and not cover else None
    if isinstance(first, Paragraph) and len(first.text) < _LONGEST_TITLE and is_report_title(first.text):
        titles, rest = [first], rest[1:]
    title = titles[0] if titles else None
    lines = [_plain(line) for line in cover if line is not title]
    runs = title_of(title) if title else (Run(UNTITLED),)
    made = _section(runs, [*lines, *rest], writer, cover[0].line if cover else _line(rest))
    return replace(made, is_opening=True)


def _plain(line: Paragraph) -> Paragraph:
    """A line of the cover as a paragraph; that it stood in bold or in the middle was its layout."""
    return replace(line, runs=title_of(line), align="left", indent=0.0, first=0.0)


def _section(
    title: tuple[Run, ...], items: Sequence[Item | Heading], writer: Writer, line: int
) -> FiledSection:
    body = writer.blocks(with_lists(items))
    heading = writer.title(title)
    cited = set(re.findall(r"\[\^(\d+)\]", heading)) - set(re.findall(r"^\[\^(\d+)\]:", body, re.MULTILINE))
    for label in sorted(cited):
        body = f"{body}\n\n{writer.note(label)}".strip()
    return FiledSection(
        title=plain_text(tidy(run for run in title if not run.raised)),
        heading=heading,
        body=body,
        line=line,
        tables=tuple(_table(item, writer) for item in items if isinstance(item, Table)),
        pictures=tuple(item.name for item in items if isinstance(item, Picture)),
    )


def _table(table: Table, writer: Writer) -> FiledTable:
    filed = _filed(table)
    is_left_out = table.index in writer.anchors
    return replace(filed, markdown=writer.block(table), is_left_out=is_left_out)


def _filed(table: Table) -> FiledTable:
    grid = grid_of(table)
    return FiledTable(
        table.index,
        table.line,
        tuple(" ".join(part.text for part in cell) for cell in grid.heading),
        tuple(tuple(" ".join(part.text for part in cell) for cell in row) for row in grid.rows),
        "",
    )


def _whole_lines(cover: Collection[Paragraph]) -> list[Paragraph]:
    """The lines of a cover, those joined that one sentence runs through."""
    found: list[Paragraph] = []
    for line in cover:
        if found and is_unfinished(found[-1].text) and found[-1].align == line.align:
            found[-1] = replace(found[-1], runs=tidy((*found[-1].runs, Run(" "), *line.runs)))
        else:
            found.append(line)
    return found


def _line(items: Sequence[Item | Heading]) -> int:
    first = next(iter(items), None)
    if isinstance(first, Heading):
        return first.paragraph.line
    return first.line if first is not None else 1
