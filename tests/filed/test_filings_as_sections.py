"""Six filed exhibits as sections: every word of the exhibit is in them, and no other.

The exhibit's text is taken here by lxml alone; what is no text of the report is named by the rules below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.filed.sections import FiledReport, read_report, tables_naming
from tests.support.exhibit_text import BULLET, MARKER, bare, blocks, names_in, paragraphs_of, texts
from tests.support.rendered import rendered

FILINGS = ("caterpillar", "ford", "garrett", "honda", "microsoft", "nike")


@dataclass(frozen=True)
class Filed:
    """A filing: the paragraphs of its text, without blanks, and the sections that are read from it."""

    paragraphs: tuple[str, ...]
    report: FiledReport
    root: Any
    """All sections as one page."""


@cache
def filed(folder: Path, name: str) -> Filed:
    names = names_in(folder / f"{name}-list.csv")
    report = read_report(folder / f"{name}.htm", leave_out=tables_naming(names))
    root = rendered("\n\n".join(section.markdown for section in report.sections))
    paragraphs = paragraphs_of(folder / f"{name}.htm", names)
    return Filed(paragraphs, report, root)


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
