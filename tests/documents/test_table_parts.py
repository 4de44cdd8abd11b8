"""How a table of the page is set: what stays together, in one line, at which width."""

from __future__ import annotations

from typing import Any

import pytest

from generator.documents.edgar.convert import Converter
from generator.documents.pdf.blocks import blocks_of
from generator.documents.pdf.running_head import running_head
from generator.documents.pdf.runs import Context
from generator.documents.pdf.table_parts import parts_of
from generator.documents.pdf.widths import PADDING, PAGE_WIDTH, text_width, widths_of
from generator.prose.html_tree import html_tree
from tests.support.document_cases import LONG_NAME
from tests.support.filing import restated


def table(html: str) -> dict[str, Any]:
    context = Context(target=lambda href: None, labels=lambda element: [], picture=lambda element: None)
    (found,) = blocks_of(html_tree(html), context)
    return found


def rows(count: int, cell: str = "Works") -> str:
    return "".join(f"<tr><td>{cell} {number}</td><td>x</td></tr>" for number in range(count))


HEAD = "<thead><tr><th>Name</th><th>Other</th></tr></thead>"


@pytest.mark.parametrize(
    ("count", "whole", "blocks"),
    [(3, True, None), (12, True, None), (13, False, [3, 7, 3]), (40, False, [3, 34, 3])],
)
def test_up_to_twelve_rows_stay_whole_and_of_more_three_at_each_end(
    count: int, whole: bool, blocks: list[int] | None
) -> None:
    found = table(f"<table>{HEAD}<tbody>{rows(count)}</tbody></table>")
    assert found["whole"] is whole
    assert [part["blocks"] for part in found["parts"]] == ([] if blocks is None else [blocks])


def test_twelve_rows_that_no_page_can_hold_may_be_parted() -> None:
    found = table(f"<table>{HEAD}<tbody>{rows(12, 'Works of many words ' * 30)}</tbody></table>")
    assert not found["whole"]


def test_rows_over_several_lines_are_held_by_no_cell() -> None:
    spans = '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>'
    assert table(f"<table>{HEAD}<tbody>{rows(20)}{spans}</tbody></table>")["parts"] == []


def test_each_metal_has_a_part_of_its_own_where_they_follow_each_other() -> None:
    assert [
        (part.head, part.blocks) for part in parts_of([], ["Gold"] * 10 + ["Tin"] * 2 + ["Tungsten"])
    ] == [
        ("Gold", (3, 4, 3)),
        ("Tin", (2,)),
        ("Tungsten", (1,)),
    ]
    assert [part.head for part in parts_of([None] * 3, ["Gold", "Tin", "Gold"])] == [""]


def test_a_nought_among_numbers_is_pale() -> None:
    cells = "".join(f'<td class="fsd-number">{number}</td>' for number in (0, 10))
    _, nought, ten = table(f"<table><tbody><tr><th>Peru</th>{cells}</tr></tbody></table>")["body"][0]
    assert nought == {"runs": [{"text": "0", "styles": ["pale"]}]}
    assert ten == "10"


def test_columns_of_numbers_are_equally_wide() -> None:
    found = widths_of(
        [["Peru", "A country with a long name"], ["Gold", "1"], ["Tantalum", "2"], ["Tin", "3"]],
        alike=[1, 2, 3],
    )
    assert len(set(found.columns[1:])) == 1


def test_days_identifiers_and_statuses_stand_in_one_line() -> None:
    days = ["September 30, 2022"] * 9
    found = widths_of([["Works of a rather long name"] * 9] * 5 + [days], whole=[5])
    assert found.columns[5] >= text_width(days[0]) * found.size + PADDING - 0.1


def test_of_two_columns_the_one_with_sentences_is_the_wider() -> None:
    short, long = widths_of(
        [["Term", "RMAP"], ["Meaning", "A sentence that takes a whole line and more. " * 4]]
    ).columns
    assert short < long / 3


@pytest.mark.parametrize("count", [4, 9, 11, 14])
def test_longest_words_of_a_table_for_edgar_fit_the_paper(count: int) -> None:
    cells = "".join(f"<td>Indeterminable{at}</td>" for at in range(count))
    (made,) = Converter().table(html_tree(f"<table><tr>{cells}</tr></table>").children[0])  # type: ignore[arg-type]
    size = float(made.attributes["style"].split("font-size: ")[1].split("pt")[0])  # type: ignore[union-attr]
    assert size == {4: 10, 9: 8, 11: 6, 14: 6}[count] or size * count * text_width("Indeterminable10") <= 540


def test_the_running_head_has_the_short_name_or_a_cut_one() -> None:
    page = "form-sd"
    assert running_head(restated(), page) == {
        "name": "Qualys, Inc.",
        "document": "Form SD for the reporting period from January 1 to December 31, 2021",
    }
    long = restated(registrant__name=LONG_NAME)
    assert running_head(long, page)["name"] == "Qualys"
    cut = running_head(restated(registrant__name=LONG_NAME, registrant__short_name=None), page)
    assert cut["name"].endswith("…")
    assert cut["document"] == "Form SD for 2021"


def test_the_cases_have_a_name_of_215_letters() -> None:
    assert len(LONG_NAME) == 215


def test_columns_of_numbers_are_equally_wide_where_one_of_them_needs_more_than_its_share() -> None:
    country = "Democratic Republic of the Congo (covered country)"
    numbers = [["Gold", "1"], ["Tantalum", "1"], ["Tin", "1"], ["Tungsten", "1"], ["Total", "4"]]
    long = ["Country of the facility as the filing names it, however long that is", country * 2]
    found = widths_of([long, *numbers], alike=range(1, 6))
    assert len(set(found.columns[1:])) == 1
    assert sum(found.columns) == pytest.approx(PAGE_WIDTH, abs=0.1)
    assert found.columns[1] >= text_width("Tungsten") * found.size


def test_columns_of_numbers_stay_unequal_where_there_is_no_room() -> None:
    words = ["Indeterminablecountry"] * 2
    found = widths_of([words] * 5 + [["Withoutanyplacetobreak"], ["1"], ["2"], ["3"]], alike=range(5, 9))
    assert found.columns[5] > found.columns[6]
