"""What came over from the year before is told until a person has deleted its mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.boilerplate import report_is_new, section_is_new
from generator.checks.carried import carried_over_is_read
from generator.model import Earlier, Section
from generator.year.carried_marks import CARRIED, typed_in, with_mark
from tests.support.builders import disclosure

MARK = "<!-- Carried over from 2020: make this the text of 2021, then delete this line. -->"


def section(text: str) -> Section:
    return Section(3, "survey", "data/2021/report/03-survey.md", text)


@pytest.mark.parametrize(("state", "code"), [("draft", "ST-002"), ("final", "ST-001")])
def test_a_mark_is_told_with_its_line_and_stops_a_final(state: str, code: str) -> None:
    marked = disclosure(sections=(section(f"# Survey\n\n{MARK}\n\nWe asked.\n"),), filing__state=state)
    (found,) = carried_over_is_read(marked)
    assert (found.code, str(found.where)) == (code, "data/2021/report/03-survey.md:3")
    assert found.rule.is_waivable is False


def test_without_a_mark_nothing_is_told() -> None:
    assert list(carried_over_is_read(disclosure(sections=(section("# Survey\n\nWe asked.\n"),)))) == []
    assert list(carried_over_is_read(disclosure(carried_over={"from": 2020}))) == []


def test_entries_and_files_are_told_until_their_lines_are_deleted() -> None:
    marked = disclosure(
        filing__state="draft",
        carried_over={"from": 2020, "entries": ["products", "policy"], "files": ["letters.md"]},
        policy={"name": "Policy of 2019"},
    )
    assert [one.message for one in carried_over_is_read(marked)] == [
        "the entry products came over from 2020, and nobody has looked at it yet",
        "the entry policy came over from 2020, and nobody has looked at it yet; it says '2019'",
        "the file letters.md came over from 2020, and nobody has looked at it yet",
    ]


def test_typed_years_and_figures_are_named_with_their_lines() -> None:
    text = f"# Survey\n\n{MARK}\n\nIn 2020 we asked 503 suppliers.\n81.4 % answered.\n"
    (found,) = carried_over_is_read(disclosure(sections=(section(text),)))
    assert found.message.endswith("it says '2020' (line 5), '503 suppliers' (line 5), '81.4 %' (line 6)")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("In 2021 and by May 31, 2022.", ["2021", "2022"]),
        (
            "1,204 smelters, 12 countries, 99.5% and 81 percent",
            ["1,204 smelters", "12 countries", "99.5%", "81 percent"],
        ),
        ("Rule 13p-1, Section 1502, Form SD, item 1.01, step 3", []),
        ("{{ period.year }} {% if year == 2021 %} {# 2021 #} <!-- 2021 -->", []),
        ("[our page](https://www.example.com/2021/) of [2021](x.md)", ["2021"]),
        ("CID002021, ISO 20400, 2021-A, 001-2021", []),
    ],
)
def test_what_counts_as_typed(text: str, typed: list[str]) -> None:
    assert [one.text for one in typed_in(text)] == typed


@pytest.mark.parametrize(
    "text", ["# Title\nWords.\n", "# Title\n\n\nWords.\n", "Words alone.\n", "", "# Title\n"]
)
def test_a_mark_stands_below_the_title_once_and_can_be_deleted(text: str) -> None:
    once = with_mark(text, 2020, 2021)
    assert with_mark(once, 2020, 2021) == once
    assert with_mark(once, 2021, 2022).count("Carried over") == 1
    assert once.startswith("# Title\n") is text.startswith("# Title")
    assert CARRIED.sub("", once).split() == text.split()


def test_a_marked_section_is_not_told_as_kept_as_well() -> None:
    text = "# Survey\n\nWe asked our suppliers for their answers.\n"
    earlier = Earlier(2020, "Invented", (section(text),))
    plain = replace(disclosure(sections=(section(text),)), earlier=earlier)
    marked = replace(plain, sections=(section(with_mark(text, 2020, 2021)),))
    assert [len(list(check(plain))) for check in (section_is_new, report_is_new)] == [1, 1]
    assert [len(list(check(marked))) for check in (section_is_new, report_is_new)] == [0, 0]
