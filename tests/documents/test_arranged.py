"""What stands where on paper: contents, notes of a list on its side."""

from __future__ import annotations

from typing import Any

import pytest

from generator.documents.pdf.arranged import arranged, with_contents


def words(count: int) -> dict[str, Any]:
    return {"kind": "paragraph", "role": "", "runs": ["a" * count]}


def rows(count: int) -> dict[str, Any]:
    return {"kind": "table", "role": "", "body": [["a"]] * count}


@pytest.mark.parametrize(
    ("blocks", "is_sure"),
    [([words(8_000)] * 7, True), ([words(8_000)] * 6, False), ([rows(400)], True), ([rows(300)], False)],
)
def test_contents_are_sure_where_no_type_is_small_enough_for_six_pages(
    blocks: list[dict[str, Any]], is_sure: bool
) -> None:
    contents = next(
        one for one in with_contents(blocks, blocks, is_in_form=False) if one["kind"] == "contents"
    )
    assert contents["surely"] is is_sure


def heading(level: int) -> dict[str, Any]:
    return {"kind": "heading", "role": "", "level": level, "runs": ["Heading"], "title": "Heading"}


WIDE = {"kind": "table", "role": "facilities", "id": "list", "wide": True, "body": [["a"]]}
NOTES = {"kind": "list", "role": "notes", "items": []}


def test_a_list_on_its_side_has_its_section_its_notes_and_the_text_before_it() -> None:
    own, before = [heading(2), words(3)], [heading(3), words(2)]
    found = arranged(
        [heading(1), rows(3) | {"wide": False, "id": ""}, *before, *own, WIDE, NOTES, words(4)], []
    )
    assert [one["kind"] for one in found] == ["heading", "table", "wide", "paragraph"]
    assert found[2]["before"] == before
    assert [one["kind"] for one in found[2]["blocks"]] == ["heading", "paragraph", "table"]
    assert found[2]["notes"] == [NOTES]


def test_what_is_behind_a_list_is_no_note_where_a_table_stands_between() -> None:
    table = rows(3) | {"wide": False, "id": ""}
    found = arranged([heading(1), words(1), WIDE, table, NOTES], [])
    assert found[0]["notes"] == []
    assert found[1:] == [table, NOTES]


def test_contents_stand_before_text_that_may_go_onto_a_page_on_its_side() -> None:
    found = arranged([heading(1), heading(2), words(1), heading(2), words(1), WIDE, heading(2)], [])
    kinds = [one["kind"] for one in with_contents(found, found, is_in_form=False)]
    assert kinds.index("contents") < kinds.index("wide")
