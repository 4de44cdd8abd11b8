"""Six filed exhibits as sections: every word of the exhibit is in them, and no other.

The exhibit's text is taken here by lxml alone; what is no text of the report is named by the rules below.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from generator.filed.sections import FiledReport, read_report, tables_naming
from tests.filed.rendered import rendered, texts

FILINGS = ("caterpillar", "ford", "garrett", "honda", "microsoft", "nike")
INLINE = {"a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u", "br"}
MARKER = re.compile(r"[•·▪-]|\(?(?:[a-z]|[ivx]+|\d+)[.)]", re.IGNORECASE)
BULLET = re.compile(r"^[•·▪-]")
PAGE_NUMBER = re.compile(r"(?:A-?)?\d{1,2}")
RUNNING = re.compile(r"EXHIBIT1\.01–MICROSOFT.{0,60}")


@dataclass(frozen=True)
class Filed:
    """A filing: the paragraphs of its text, without blanks, and the sections that are read from it."""

    paragraphs: tuple[str, ...]
    report: FiledReport
    root: Any
    """All sections as one page."""


def bare(text: str) -> str:
    """Without blanks: whether one stands between a number and a title is a matter of layout."""
    return re.sub(r"\s+", "", text)


@cache
def names_in(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in rows[0] if "name" in name.casefold())
    return frozenset(row[column] for row in rows)


@cache
def filed(folder: Path, name: str) -> Filed:
    names = names_in(folder / f"{name}-list.csv")
    report = read_report(folder / f"{name}.htm", leave_out=tables_naming(names))
    root = rendered("\n\n".join(section.markdown for section in report.sections))
    text = (folder / f"{name}.htm").read_text(encoding="utf-8", errors="replace")
    body = text[text.index("<TEXT>") + len("<TEXT>") : text.rindex("</TEXT>")]
    exhibit = lxml.html.document_fromstring(body.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for title in exhibit.xpath("//title"):
        title.drop_tree()
    for table in exhibit.xpath("//table"):
        if lists_facilities(table, names) or is_contents(table):
            table.drop_tree()
    for element in exhibit.xpath("//p|//div"):
        if is_page_furniture(element):
            element.drop_tree()
    return Filed(tuple(blocks(exhibit)), report, root)


def lists_facilities(table: Any, names: frozenset[str]) -> bool:
    known = {bare(name) for name in names}
    rows = [{bare("".join(texts(cell))) for cell in row.iter("td")} for row in table.iter("tr")]
    return sum(bool(row & known) for row in rows) * 2 > len([row for row in rows if row - {""}])


def is_contents(table: Any) -> bool:
    """A table of contents: its rows end in page numbers, and a paragraph before it says what it is."""
    before = [bare("".join(texts(p))) for p in table.xpath("preceding::p")]
    filled = [text for text in before if text]
    return bool(filled) and filled[-1] == "Contents"


def is_page_furniture(element: Any) -> bool:
    """Page numbers, running headings, the heading of the contents; none of them in a table."""
    text = bare("".join(texts(element)))
    is_furniture = text == "Contents" or PAGE_NUMBER.fullmatch(text) or RUNNING.fullmatch(text)
    return bool(is_furniture) and next(element.iterancestors("table"), None) is None


def blocks(root: Any) -> Iterator[str]:
    """The text between one begin or end of a block and the next, in order, without blanks."""
    found: list[str] = [""]

    def go_through(element: Any) -> None:
        is_block = isinstance(element.tag, str) and element.tag not in INLINE
        if is_block:
            found.append("")
        if isinstance(element.tag, str):
            found[-1] += element.text or ""
            for child in element:
                go_through(child)
                found[-1] += child.tail or ""
        if is_block:
            found.append("")

    go_through(root)
    yield from filter(None, map(bare, found))


@pytest.fixture(params=FILINGS)
def filing(request: pytest.FixtureRequest, shared: Path) -> Filed:
    return filed(shared / "filings", request.param)


def test_every_paragraph_of_the_exhibit_is_in_the_sections(filing: Filed) -> None:
    shown = bare("".join(texts(filing.root)))
    missing = [
        paragraph
        for paragraph in filing.paragraphs
        if not MARKER.fullmatch(paragraph)
        and BULLET.sub("", paragraph) not in shown
        and not is_note(paragraph, filing.root)
    ]
    assert missing == []


def is_note(paragraph: str, root: Any) -> bool:
    """A footnote: its number is now the number of its entry."""
    number, text = re.fullmatch(r"(\d*)(.*)", paragraph).groups()  # type: ignore[union-attr]
    notes = [bare("".join(texts(entry))) for entry in root.xpath("//div[@class='footnote']/ol/li")]
    return bool(number) and int(number) <= len(notes) and notes[int(number) - 1] == text


def test_long_paragraphs_stand_in_the_order_of_the_exhibit(filing: Filed) -> None:
    for notes in filing.root.xpath("//div[@class='footnote']"):
        notes.drop_tree()
    shown = bare("".join(texts(filing.root)))
    at = 0
    for paragraph in filing.paragraphs:
        text = BULLET.sub("", paragraph)
        if len(text) > 60 and text in shown:
            assert shown.find(text, at) >= 0, text[:80]
            at = shown.find(text, at)
    filed.cache_clear()


def test_nothing_is_in_the_sections_that_the_exhibit_does_not_say(filing: Filed) -> None:
    said = "".join(filing.paragraphs)
    for block in filing.root.xpath("//p|//li|//td|//h1|//h2|//h3|//h4|//h5|//h6"):
        for text in blocks(block):
            assert text in said, text[:200]
    for heading in filing.root.iter("th"):
        assert all(word in said for word in "".join(texts(heading)).split())


def test_every_marker_of_a_list_is_shown_by_the_list_or_in_the_text(filing: Filed) -> None:
    """Bullets are entries of lists with bullets; ``a.`` and ``1.`` entries that count so, or text."""
    apart = [text for text in filing.paragraphs if MARKER.fullmatch(text) and not BULLET.match(text)]
    counted = {marker for entries in filing.root.iter("ol") for marker in shown_markers(entries)}
    shown = bare("".join(texts(filing.root)))
    assert [marker for marker in apart if marker not in counted and marker not in shown] == []


def shown_markers(entries: Any) -> Iterator[str]:
    start = int(entries.get("start", "1"))
    for number in range(start, start + len(entries.findall("li"))):
        kind = entries.get("type", "1")
        roman = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
        yield {"1": str(number), "a": chr(96 + number), "i": roman[number] if number < 11 else "?"}[
            kind
        ] + "."


@pytest.mark.parametrize(
    ("name", "sections", "headings", "entries", "tables", "left_out", "notes"),
    [
        ("caterpillar", 12, 24, 4, 0, 1, 0),
        ("ford", 11, 24, 94, 3, 8, 1),
        ("garrett", 5, 18, 22, 1, 14, 0),
        ("honda", 8, 19, 15, 0, 7, 0),
        ("microsoft", 6, 25, 24, 2, 10, 5),
        ("nike", 7, 23, 5, 2, 0, 0),
    ],
)
def test_sections_headings_entries_tables_and_notes_are_as_many_as_an_editor_counts(
    shared: Path,
    name: str,
    sections: int,
    headings: int,
    entries: int,
    tables: int,
    left_out: int,
    notes: int,
) -> None:
    report, root = filed(shared / "filings", name).report, filed(shared / "filings", name).root
    in_sections = [table for section in report.sections for table in section.tables]
    assert len(report.sections) == sections
    assert len(root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")) == headings
    assert len(root.xpath("//li[not(ancestor::div[@class='footnote'])]")) == entries
    assert len(root.xpath("//table")) == tables
    assert sum(table.is_left_out for table in in_sections) == left_out
    assert len(in_sections) == tables + left_out
    assert len(root.xpath("//div[@class='footnote']/ol/li")) == notes


def test_no_emphasis_is_empty_or_breaks_a_word(filing: Filed) -> None:
    for element in filing.root.xpath("//strong|//em|//u"):
        text = "".join(texts(element))
        assert any(character.isalnum() for character in text)
        assert text == text.strip()
        assert not re.match(r"\w", element.tail or "") or not re.search(r"\w$", text)
