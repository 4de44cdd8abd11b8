"""Lists, tables and indents as a word processor leaves them: what Markdown would make of them is told."""

from __future__ import annotations

from dataclasses import replace

import markdown
import pytest

from generator.checks import pasted
from generator.findings import Finding
from generator.model import Section
from generator.prose.markdown import EXTENSIONS
from tests.support.builders import disclosure


def found(text: str) -> list[Finding]:
    stated = replace(disclosure(), sections=(Section(1, "text", "report/01-text.md", f"# Text\n\n{text}\n"),))
    checks = (pasted.list_is_markdown, pasted.table_is_markdown, pasted.indented_text_is_meant)
    return [one for check in checks for one in check(stated)]


def told(text: str) -> list[tuple[str, int | None]]:
    return [(one.code, getattr(one.where, "line", None)) for one in found(text)]


def published(text: str) -> str:
    return markdown.markdown(text, extensions=list(EXTENSIONS))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("•\tone\n•\ttwo", [3, 4]),
        ("• one\n• two", [3, 4]),
        ("·\tone", [3]),
        ("▪\tone", [3]),
        ("\uf0b7\tone", [3]),
        ("o\tone\no\ttwo", [3, 4]),
        ("–\tone", [3]),
        ("—\tone", [3]),
        ("\t•\tone", [3]),
        ("1.\u00a0one\n2.\u00a0two", [3, 4]),
        ("(a)\tone\n(b)\ttwo", [3, 4]),
        ("We asked for:\n1.\tone\n2.\ttwo", [4, 5]),
        ("We asked for:\n- one\n- two", [4, 5]),
        ("We asked for\n-\tone", [4]),
        ("We asked for\n- one\n- two", [4, 5]),
        ("– one\n– two", [3, 4]),
        ("➢\tone\n➢\ttwo", [3, 4]),
        ("\uf0d8\tone\n\uf0fc\ttwo", [3, 4]),
        ("```\n~~~\n```\n\n• one", [7]),
    ],
)
def test_an_item_that_would_run_on_as_text_is_told_at_its_line(text: str, lines: list[int]) -> None:
    assert told(text) == [("SE-011", line) for line in lines]
    assert "<li>" not in published(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.\tone\n2.\ttwo",
        "a.\tone\nb.\ttwo",
        "-\tone\n-\ttwo",
        "We asked for:\n\n-   one\n-   two",
    ],
)
def test_an_item_that_markdown_knows_is_left_alone(text: str) -> None:
    assert found(text) == []
    assert "<li>" in published(text)


@pytest.mark.parametrize(
    "text",
    [
        "We bought gold – tin\n– and more.",
        "It holds from 1.\nMay on.",
        "o brave new world",
        "We asked (a) all\n(b) some.",
        "```\n•\tone\n```",
        "<!-- •\tone -->",
        "*Emphasis* begins a line.",
        "We counted 5\n- 3 of them - twice.",
        "We asked\n– as before – all.",
        "````\n```\n• one\n```\n• two\n````",
        "☒ Rule 13p-1",
    ],
)
def test_text_that_only_looks_like_a_list_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("•\tthe  smelters", "Write it below a blank line as: -   the smelters"),
        ("Text:\n2.\tone", "Write it below a blank line as: 2.  one"),
        ("(b)\tone", "Write it below a blank line as: b.  one"),
    ],
)
def test_the_mended_item_is_shown_and_is_one(text: str, advice: str) -> None:
    (one,) = found(text)
    assert one.advice == advice
    mended = advice.partition(": ")[2]
    assert found(mended) == []
    assert "<li>" in published(mended)


def test_rows_with_tabs_are_told_as_a_table_with_the_first_rows_as_they_should_be() -> None:
    (one,) = found("Text.\n\nTeam\tTask\nLegal\tReads\nOther\tAsks")
    assert str(one) == (
        "SE-012 error: 3 lines with tabs between words seem to be a table, and would run on as text "
        "(report/01-text.md:5:1). Write it below a blank line, a row a line: "
        "| Team | Task |  |---|---|  | Legal | Reads | and so on."
    )
    assert "<table>" in published("| Team | Task |\n|---|---|\n| Legal | Reads |")


def test_a_table_directly_below_a_text_begins_where_its_tabs_do() -> None:
    assert told("These are they:\nTeam\tTask\nLegal\tReads") == [("SE-012", 4)]


@pytest.mark.parametrize(
    "text", ["One\ttab.", "    a\tb\n    c\td", "| a\t| b\t|\n|---|---|\n| c\t| d\t|", "```\na\tb\nc\td\n```"]
)
def test_other_tabs_are_no_table(text: str) -> None:
    assert found(text) == []


def test_a_paragraph_that_a_tab_makes_code_is_told() -> None:
    text = "Text.\n\n\tWe asked all."
    assert told(text) == [("SE-013", 5)]
    assert "<code>" in published(text)
    assert found("Text.\n\nWe asked all.") == []


@pytest.mark.parametrize(
    "text",
    [
        "-   a\n\n\tmore\n\n\tb",
        "1.  item\n\n\tmore",
        "Text\n\tgoes on.",
        "Text[^1].\n\n[^1]: Note.\n\n\tmore",
        "Term\n:   Meaning\n\n\tmore",
    ],
)
def test_a_tab_below_an_item_is_meant(text: str) -> None:
    assert found(text) == []
    assert "<code>" not in published(text)
