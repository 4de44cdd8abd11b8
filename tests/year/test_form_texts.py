"""The texts of the form: read, begun by ``formsd start``, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.findings import errors
from generator.model import Route
from generator.pipeline import load_year
from generator.year.sections import read_form_texts
from generator.year.start import start_year
from tests.support.builders import YML, write_form, write_year

OWN = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "state: final", "state: draft"
)


def codes(data: Path) -> list[str]:
    return [f"{one.code} {one.where}" for one in load_year(data, 2021).findings if one.code.startswith("FM")]


def test_a_file_with_another_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    folder = write_form(tmp_path, item_1_1="Text\n")
    texts, (found,) = read_form_texts(folder / "form", "form")
    assert [text.slug for text in texts] == ["item-1-01"]
    assert str(found) == (
        "SE-001 error: 'item-1-1.md' is no text of the form (form/item-1-1.md). Known: explanatory-note.md, "
        "item-1-01.md, not-applicable.md. Did you mean 'item-1-01.md'?"
    )


@pytest.mark.parametrize("text", [None, "", "<!-- To write -->\n", "# A title alone\n"])
def test_a_form_without_item_1_01_stops_a_final_and_start_writes_it(tmp_path: Path, text: str | None) -> None:
    folder = write_year(tmp_path, yml=OWN)
    item = folder / "form" / "item-1-01.md"
    item.unlink() if text is None else item.write_text(text, encoding="utf-8")
    assert codes(tmp_path) == [f"FM-005 {tmp_path.name}/2021/form/item-1-01.md"]
    before = sorted(path.name for path in (folder / "report").iterdir())
    if text is None:
        start_year(tmp_path, 2021)
        assert codes(tmp_path) == []
    assert sorted(path.name for path in (folder / "report").iterdir()) == before


@pytest.mark.parametrize("text", ["It is on our website.\n", "It is at https://www.example.com/other.\n"])
def test_item_1_01_gives_the_address(tmp_path: Path, text: str) -> None:
    write_form(write_year(tmp_path, yml=OWN), item_1_01=text)
    assert codes(tmp_path) == [f"FM-006 {tmp_path.name}/2021/form/item-1-01.md:1"]
    assert [one.code for one in errors(load_year(tmp_path, 2021).findings)] == ["FM-006"]


@pytest.mark.parametrize("entry", ["amendment: 1", 'amendment: "1"', "amendment:  '1'", '"amendment": 1'])
def test_an_amendment_needs_a_note_and_start_writes_one(tmp_path: Path, entry: str) -> None:
    folder = write_year(tmp_path, yml=OWN.replace("filing:\n", f"filing:\n  {entry}\n"))
    assert [code[:6] for code in codes(tmp_path)] == ["FM-007"]
    written, _ = start_year(tmp_path, 2021)
    assert "form/explanatory-note.md" in written
    assert codes(tmp_path) == []
    assert (folder / "form" / "explanatory-note.md").is_file()


def test_a_note_without_an_amendment_is_left_over_and_not_signed(tmp_path: Path) -> None:
    write_form(write_year(tmp_path, yml=OWN), explanatory_note="# NOTE\n\nWe invent.\n")
    assert [code[:6] for code in codes(tmp_path)] == ["FM-008"]


@pytest.mark.parametrize("route", Route)
def test_every_route_begins_with_an_item_of_its_own(tmp_path: Path, route: Route) -> None:
    written, _ = start_year(tmp_path, 2021, route)
    assert {"form/item-1-01.md", "form/not-applicable.md"} <= set(written)
    text = (tmp_path / "2021" / "form" / "item-1-01.md").read_text(encoding="utf-8")
    assert ("Exhibit 1.01" in text) == (route is Route.REPORT)


def test_start_says_what_it_wrote_and_counts_what_was_there(tmp_path: Path) -> None:
    def started() -> list[str]:
        return CliRunner().invoke(main, ["start", "2021", "--data", str(tmp_path)]).output.splitlines()

    *written, told = started()
    assert all(line.startswith("written  ") for line in written)
    assert told == "Fill in disclosure.yml and smelters.xlsx, then run: formsd check 2021"
    (tmp_path / "2021" / "form" / "item-1-01.md").unlink()
    first, kept, told = started()
    assert first == f"written  {tmp_path}/2021/form/item-1-01.md"
    assert kept.startswith("kept     ")
    assert kept.endswith(" files that the year has already")
    assert told == "Read what was written. Then run: formsd check 2021"
    assert started()[-1] == "No file was missing. Then run: formsd check 2021"


def test_a_text_that_cannot_be_read_is_told_once_and_hides_no_other_one(tmp_path: Path) -> None:
    folder = write_form(write_year(tmp_path, yml=OWN), not_applicable="Invented.\n")
    (folder / "form" / "not-applicable.md").write_bytes(b"\xff\xfe\x00broken \xd8")
    assert codes(tmp_path) == []
    assert [one.where.file for one in errors(load_year(tmp_path, 2021).findings)] == [
        f"{tmp_path.name}/2021/form/not-applicable.md"
    ]
    (folder / "form" / "item-1-01.md").write_bytes(b"\xff\xfe\x00broken \xd8")
    assert codes(tmp_path) == []
    (folder / "form" / "item-1-01.md").unlink()
    assert codes(tmp_path) == [f"FM-005 {tmp_path.name}/2021/form/item-1-01.md"]
