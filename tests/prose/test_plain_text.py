"""A section as plain text: a line a block, whatever the Markdown was."""

from __future__ import annotations

import pytest

from generator.prose.marks import mark
from generator.prose.plain_text import section_text, section_texts
from generator.prose.prose import RenderedSection


def section(body: str) -> RenderedSection:
    return RenderedSection(4, "inquiry", "The inquiry", body, "04-inquiry.md")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("One\ntwo.\n\nThree.", ["One two.", "Three."]),
        ("## Who was asked\n\nAll.", ["## Who was asked", "All."]),
        ("- one\n- **two** words\n\n1. three", ["- one", "- two words", "- three"]),
        ("| a | b |\n|---|---|\n| 1 | *2* |", ["a | b", "1 | 2"]),
        ("See the [annex](annex.md#row).", ["See the annex <annex.md#row>."]),
        (f"All {mark('seven', 'survey.suppliers')} answered.", ["All seven answered."]),
        ('<div class="x"><table><tr><th>A</th><td>1</td></tr></table></div>', ["A | 1"]),
        ("> Quoted.\n\n![A picture](x.png)", ["Quoted.", "A picture <x.png>"]),
    ],
)
def test_each_block_is_one_line(body: str, lines: list[str]) -> None:
    assert section_text(section(body)).splitlines() == ["# The inquiry", *lines]


def test_another_wrapping_of_the_markdown_is_the_same_text() -> None:
    assert section_text(section("One two\nthree.")) == section_text(section("One\ntwo three."))


def test_a_link_that_leads_elsewhere_is_another_text() -> None:
    assert section_text(section("[a](b.md)")) != section_text(section("[a](c.md)"))


def test_sections_have_the_names_of_their_files() -> None:
    assert list(section_texts([section("x")])) == ["04-inquiry"]
