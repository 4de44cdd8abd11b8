"""Figures that somebody typed: found with their place and with the fact that is meant; the law's pass."""

from __future__ import annotations

import pytest

from generator.model import Metal
from tests.support.builders import PERU, smelter
from tests.support.written_sections import found, prose_of

ROWS = (
    smelter("A", 2),
    smelter("B", 3),
    smelter("C", 4, metal=Metal.TIN, country=PERU, status=1),
)

PASS = [
    "The answers name {{ facilities.total }} facilities.",
    "{{ survey.suppliers|words|capitalize }} suppliers were asked, by {{ filing.date }}.",
    "It is required by Rule 13p-1 under the Securities Exchange Act of 1934.",
    "Rule 13q-1, Items 1.01 and 1.02, Exhibit 1.01, Section 13(p) and 17 CFR 240.13p-1 apply.",
    "Item 1.01(c)(2) of Form SD, Release No. 34-67716, Article 7 of Regulation (EU) 2017/821, Form 10-K.",
    "Step 1 and steps two to five of the OECD guidance, a five-step framework; see Annex II.",
    "The ten covered countries are those of the four metals.",
    "ITEM 1.01 and Section 1 of the form.",
    "Our products protect millions of devices, in thousands of places.",
    "In 2021 we began, and in 2022 we went on.",
    "1.  First of a list.\n2.  Second of a list.\n\na.  A letter.\n\n(1) Another, and (2) another.",
    "An ISO 9001 certificate, 3TG and CO2 are no counts.",
    "Nobody counts one; one may ask, no one will, and each one is a third-party matter of zero tolerance.",
    "We keep records for {{ constant('five years', 'the period of our policy') }}.",
    "See [the page](https://www.example.com/2019/12/page.html) or https://www.example.com/17.",
    "A note[^1] stands here.\n\n[^1]: It says nothing.",
    "<!-- 17 of them were looked at by Ina. -->",
    "{{ claim.none_in_covered_country(facilities) }}\n\n{{ claim.all_answered() }}",
    "{{ table.status_by_metal }}\n\n{{ table.countries }}",
]


@pytest.mark.parametrize("text", PASS)
def test_what_data_gives_and_what_the_law_numbers_pass(text: str) -> None:
    assert found("TF-001", text, *ROWS) + found("TF-002", text, *ROWS) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "The answers name 3 facilities.",
            "TF-001 warning: '3' is typed; it is facilities.total (report/01-text.md:3:18). "
            "Write {{ facilities.total }}.",
        ),
        (
            "They list three refiners.",
            "TF-001 warning: 'three' is typed; it is facilities.total (report/01-text.md:3:11). "
            "Write {{ facilities.total|words }}.",
        ),
        (
            "**Seven** suppliers were asked.",
            "TF-001 warning: 'Seven' is typed; it is survey.suppliers (report/01-text.md:3:3). "
            "Write {{ survey.suppliers|words }}.",
        ),
        (
            "The response rate was 85.7 percent.",
            "TF-001 warning: '85.7 percent' is typed; it is survey.response_rate "
            "(report/01-text.md:3:23). Write {{ survey.response_rate }}.",
        ),
        (
            "We filed the report on May 31, 2022.",
            "TF-001 warning: 'May 31, 2022' is typed; it is filing.date "
            "(report/01-text.md:3:24). Write {{ filing.date }}.",
        ),
        (
            "It began on January 1.",
            "TF-001 warning: 'January 1' is typed; it is period.first_day "
            "(report/01-text.md:3:13). Write {{ period.first_day }}.",
        ),
        (
            "It ended on 31 December 2021.",
            "TF-001 warning: '31 December 2021' is typed; it is period.last_day "
            "(report/01-text.md:3:13). Write {{ period.last_day }}.",
        ),
        (
            "Of 3 facilities, 2 are conformant.",
            "TF-001 warning: '3' is typed; it is facilities.total (report/01-text.md:3:4). "
            "Write {{ facilities.total }}.",
        ),
    ],
)
def test_a_typed_figure_is_told_with_the_fact_that_it_is(text: str, says: str) -> None:
    assert says in found("TF-001", text, *ROWS)
    assert found("TF-002", text, *ROWS) == []


def test_a_typed_figure_that_the_data_contradicts_stops_a_final() -> None:
    text = "We looked at them.\nTogether, the answers name 298 facilities."
    assert found("TF-002", text, *ROWS) == [
        "TF-002 error: '298' is typed; the data gives 3 rows (report/01-text.md:4:28). "
        "Write {{ facilities.total }}, or correct the data."
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Our engineers visited 14 plants.\nThey wrote 1,200 letters.",
            "2 figures are not from the data: lines 3, 4",
        ),
        ("Forty percent of the parts hold tin.", "1 figure is not from the data: line 3"),
        ("Dozens of our suppliers did not.", "1 figure is not from the data: line 3"),
        ("Half of them did not.", "1 figure is not from the data: line 3"),
        ("They list three.", "1 figure is not from the data: line 3"),
        ("{{ 7 * 6 }} suppliers", "1 figure is not from the data: line 3"),
        ("{% if facilities.total %}Or 17 others{% endif %}", "1 figure is not from the data: line 3"),
    ],
)
def test_figures_that_no_data_has_are_one_note_for_a_section(text: str, lines: str) -> None:
    [says] = found("TF-003", text, *ROWS)
    assert says.startswith(f"TF-003 info: {lines} (report/01-text.md:")
    assert found("TF-001", text, *ROWS) + found("TF-002", text, *ROWS) == []


def test_a_figure_that_is_marked_as_constant_is_not_asked_again() -> None:
    text = "Our engineers visited {{ constant('14', 'their diary') }} plants."
    assert found("TF-003", text, *ROWS) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("We asked 1,200 suppliers.", "1,200"),
        ("Twelve suppliers answered.", "Twelve"),
        ("Some 40% of the suppliers answered.", "40%"),
        ("We received answers from forty percent of our suppliers.", "forty percent"),
        ("The list has {{ facilities.total + 40 }} facilities.", "43"),
        ("| Metal | Number |\n|---|---|\n| Gold | 133 |\n| Tin | 1 |", "133"),
        ("In all, one smelter is Conformant.", "one"),
    ],
)
def test_a_contradiction_is_found_however_the_figure_is_written(text: str, figure: str) -> None:
    says = [one for one in found("TF-002", text, *ROWS) if f": '{figure}' is typed" in one]
    assert len(says) == 1


def test_a_place_is_exact_behind_a_condition_and_a_fact() -> None:
    line = "{{ registrant.short_name }} -- as {{ period.year }} says -- lists 17 smelters."
    text = f"{{% if survey.suppliers %}}\n{line}\n{{% endif %}}"
    [says] = found("TF-002", text, *ROWS)
    assert "(report/01-text.md:4:67)" in says


def test_a_sentence_knows_where_each_of_its_words_comes_from() -> None:
    [title, sentence] = prose_of("A {{ survey.suppliers }} of **{{ registrant.name }}**.").sentences
    assert title.words == "Text"
    assert sentence.words == "A 7 of Invented Devices, Inc. ."
    assert sentence.sources() == {"", "survey.suppliers", "registrant.name"}
    seven = sentence.text.index("7")
    assert (sentence.is_typed(seven - 2, seven - 1), sentence.is_typed(seven, seven + 1)) == (True, False)


def test_a_list_that_was_run_together_is_read_in_pieces_so_that_a_check_stays_quick() -> None:
    text = "smelters, refiners, 12, 14, " * 400
    sentences = prose_of(text).sentences
    assert max(len(one.text) for one in sentences) <= 1_200
    assert "".join(one.text for one in sentences[1:]).split() == text.split()
