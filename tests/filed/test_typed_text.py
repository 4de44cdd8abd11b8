"""Exhibits typed as plain text: titles, paragraphs, tables whose cells take several lines."""

from __future__ import annotations

import pytest

from generator.filed.filed_blocks import blocks_of
from generator.filed.flow import Paragraph, Table
from generator.filed.grid import grid_of
from generator.filed.plain_flow import flow_of_text
from generator.filed.wrapped_cells import unwrapped

LIST = """\
Metal      Name                         Country          Status
- ---------------------------------------------------------------
Gold       Kestrel Precious Refining    UNITED STATES    C
Gold       Hanmaru Metals               KOREA, REPUBLIC  C
           Company Limited              OF
Tin        Fundicion Ejemplo S.A.       BOLIVIA          --
                                        (PLURINATIONAL
                                        STATE OF)
Tungsten   Wolfram Beispiel GmbH        GERMANY          C
"""
ROWS = [
    ["Gold", "Kestrel Precious Refining", "UNITED STATES", "C"],
    ["Gold", "Hanmaru Metals", "KOREA, REPUBLIC OF", "C"],
    ["Tin", "Fundicion Ejemplo S.A.", "BOLIVIA (PLURINATIONAL STATE OF)", "--"],
    ["Tungsten", "Wolfram Beispiel GmbH", "GERMANY", "C"],
]
ONE_CELL = LIST.replace("           Company Limited              OF", " " * 40 + "OF")


def test_a_cell_that_takes_several_lines_is_whole_in_its_row() -> None:
    rows = [[cell.text for cell in block.cells] for block in blocks_of(ONE_CELL)]
    assert rows[1:] == ROWS
    table = next(item for item in flow_of_text(ONE_CELL) if isinstance(item, Table))
    assert [[cell.text for cell in row] for row in table.rows][1:] == ROWS


def test_two_cells_of_a_row_of_five_go_on_together() -> None:
    lines = LIST.splitlines()
    wide = "\n".join(f"{line:<66}9" if line[0] in "GT" else line for line in lines)
    rows = [[cell.text for cell in block.cells] for block in blocks_of(wide)]
    assert ["Gold", "Hanmaru Metals Company Limited", "KOREA, REPUBLIC OF", "C", "9"] in rows


def test_rows_that_leave_out_the_metal_of_their_group_stay_rows() -> None:
    text = (
        "Gold       First Works      PERU\n           Second Works     PERU\n           Third Works\n"
        "Tin        Fourth Works     PERU\n           Fifth Works      PERU\n"
        "Tungsten   Sixth Works      PERU\n"
    )
    assert unwrapped(text.splitlines()) == text.splitlines()


def test_an_address_below_a_signature_is_no_cell_that_goes_on() -> None:
    text = "By:  /s/ Ina Example     May 29, 2020\n     Ina Example\n     Secretary\n"
    assert blocks_of(text)[0].text == "By: /s/ Ina Example May 29, 2020"


def test_the_first_paragraph_of_a_report_is_not_its_title() -> None:
    text = (
        "EXHIBIT 1.01\n\nINTRODUCTION\n\n"
        'This is the Conflict Minerals Report of Invented Works, Inc. ("we" or\n'
        'the "Company") for calendar year 2019 under the Securities Exchange Act (1). Terms\n'
        "are defined in Form SD.\n"
    )
    last = flow_of_text(text)[-1]
    assert isinstance(last, Paragraph)
    assert (last.align, last.text[:7], last.text[-8:]) == ("left", "This is", "Form SD.")


@pytest.mark.parametrize("name", ["INVENTED WORKS, INC.", "Invented Works, Inc.", "Invented Works Corp."])
def test_a_company_s_name_with_its_point_is_a_line_of_the_title(name: str) -> None:
    items = flow_of_text(f"{name}\nConflict Minerals Report\nFor the year ended December 31, 2019\n")
    assert [(item.text, item.align) for item in items if isinstance(item, Paragraph)] == [
        (name, "center"),
        ("Conflict Minerals Report", "center"),
        ("For the year ended December 31, 2019", "center"),
    ]


def test_words_above_figures_are_headings_where_a_dash_stands_for_none() -> None:
    text = "Metal      Found      Active\nGold       101        3\nTantalum   37         --\n"
    table = flow_of_text(text)[0]
    assert isinstance(table, Table)
    assert grid_of(table).heading_rows == 1


@pytest.mark.parametrize("rule", ["", "|---|---|---|\n", "+-----+-----+-----+\n"])
def test_cells_between_bars_are_a_table(rule: str) -> None:
    text = (
        f"Below:\n\n| Name | Metal | Country |\n{rule}| Kestrel | Gold | |\n| Timah | Tin | PERU |\n\nEnd.\n"
    )
    table = next(item for item in flow_of_text(text) if isinstance(item, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Name", "Metal", "Country"],
        ["Kestrel", "Gold", ""],
        ["Timah", "Tin", "PERU"],
    ]
