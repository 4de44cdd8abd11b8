"""Each kind of edit that counsel makes: listed at its line, and nothing that counsel did not do."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.counsel.compare import compare
from generator.counsel.edits import Compared, Edit
from tests.support.builders import YML, write_year
from tests.support.counsel import Returned, only
from tests.support.word_edits import WHO, W, WordFile, made

TEXT = """\
# Invented words

The first paragraph has **bold words** and a [link](https://www.example.com/).
It goes on in a second line, and says {{ survey.suppliers }} of something.

A second paragraph that is as plain as can be.[^1]

A third paragraph, which somebody may want to move elsewhere.

-   One item of a list
-   Another item of it

{{ paragraph.answers }}

## A heading inside

The last paragraph of this section stands here, and it ends soon.

[^1]: A note that says a little more.
"""
FILE = "data/2021/report/05-words.md"
LINES = TEXT.split("\n")

EDITS_BEFORE_RESAVING: tuple[tuple[str, tuple[Any, ...], dict[str, Any]], ...] = (
    ("replace", ("The first", "second line", "further line"), {}),
    ("track", ("A second", "plain", "simple"), {}),
    ("move", ("A third", "The last"), {"is_tracked": True}),
    ("add", ("One item", "An item between"), {"like": True}),
    ("delete", ("Another item",), {}),
    ("replace", ("A heading", "inside", "within"), {}),
    ("comment", ("The last", "Is this so?"), {}),
    ("replace_note", ("a little more", "much more"), {}),
)
"""What was done to the file in the folder ``resaved`` before LibreOffice, of that version, saved it."""


def line(begins: str) -> str:
    """The place of the line that begins so, as a finding has it."""
    return f"{FILE}:{next(n for n, text in enumerate(LINES, 1) if text.startswith(begins))}"


@pytest.fixture(scope="module")
def section() -> str:
    return TEXT


def words(edit: Edit, kind: str) -> list[str]:
    return [piece.text for piece in edit.pieces if piece.kind == kind]


def test_what_nobody_changed_has_no_edit(returned: Returned) -> None:
    found = returned(lambda file: None)
    assert found == Compared((), "", ())


def test_a_word_typed_over_is_listed_at_its_own_line(returned: Returned) -> None:
    found = returned(lambda file: file.replace("The first paragraph", "second line", "further line"))
    edit = only(found)
    assert (edit.kind, str(edit.where)) == ("changed", line("It goes on"))
    assert (words(edit, "gone"), words(edit, "new")) == (["second"], ["further"])
    assert edit.authors == ()
    assert "+It goes on in a further line, and says {{ survey.suppliers }} of something." in found.patch


@pytest.mark.parametrize(
    ("name", "given", "gone", "new"),
    [
        ("insert_tracked", ("A second", "paragraph", " of ours"), [], [" of ours"]),
        ("track", ("A second", "can be", "it gets"), ["can be"], ["it gets"]),
        ("track", ("A second", " that is as plain as can be", ""), [" that is as plain as can be"], []),
    ],
)
def test_tracked_changes_are_read_as_if_accepted_with_who_made_them(
    returned: Returned, name: str, given: Any, gone: list[str], new: list[str]
) -> None:
    edit = only(returned(lambda file: getattr(file, name)(*given)))
    assert (edit.kind, str(edit.where), edit.authors) == ("changed", line("A second"), ("Carla Counsel",))
    assert (words(edit, "gone"), words(edit, "new")) == (gone, new)
    assert edit.is_in_patch


def test_a_tracked_change_across_runs_is_one_edit_and_left_to_people(
    returned: Returned,
) -> None:
    """The section has marks of bold text among these words."""
    found = returned(lambda file: file.track("The first", "paragraph has bold words and", "paragraph has"))
    edit = only(found)
    assert words(edit, "gone") == [" bold words and"]
    assert edit.by_hand == "the file has marks, such as those of bold text or a link, among these words"
    assert found.patch == ""


def test_words_inside_of_bold_ones_stay_bold(returned: Returned) -> None:
    found = returned(lambda file: file.replace("The first", "words", "letters"))
    assert "+The first paragraph has **bold letters** and a [link](https://www.example.com/)." in found.patch


def test_a_value_is_told_apart_with_its_fact(returned: Returned) -> None:
    found = returned(lambda file: file.change_value("The first", "7", "8"))
    (value,) = only(found).values
    fact = YML.split("\n").index("  suppliers: 7") + 1
    assert (value.before, value.after) == ("7", "8")
    assert value.fact == f"data/2021/disclosure.yml, line {fact} · survey.suppliers"
    assert found.patch == ""


def test_words_beside_a_value_are_no_change_of_it(returned: Returned) -> None:
    edit = only(returned(lambda file: file.replace("The first", " of something", " parts of something")))
    assert edit.values == ()
    assert edit.is_in_patch


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_new_paragraph_stands_behind_its_neighbour(returned: Returned, is_tracked: bool) -> None:
    found = returned(lambda file: file.add("A second", "New *stars* and # signs.", is_tracked=is_tracked))
    edit = only(found)
    assert (edit.kind, str(edit.where)) == ("new", line("A second"))
    assert edit.authors == (("Carla Counsel",) if is_tracked else ())
    assert "\n+New \\*stars\\* and # signs.\n" in found.patch


def test_a_new_item_is_one_of_the_list(returned: Returned) -> None:
    found = returned(lambda file: file.add("One item", "An item between", like=True))
    assert only(found).kind == "new"
    assert "\n+-   An item between\n" in found.patch


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_deleted_paragraph_is_gone_with_its_lines(returned: Returned, is_tracked: bool) -> None:
    found = returned(lambda file: file.delete("A third", is_tracked=is_tracked))
    edit = only(found)
    assert (edit.kind, str(edit.where), edit.is_in_patch) == ("gone", line("A third"), True)
    assert "\n-A third paragraph" in found.patch


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_moved_paragraph_is_one_edit(returned: Returned, is_tracked: bool) -> None:
    found = returned(lambda file: file.move("A third", "The last", is_tracked=is_tracked))
    edit = only(found)
    assert (edit.kind, str(edit.where), edit.is_in_patch) == ("moved", line("A third"), True)


def test_a_paragraph_that_was_made_two_or_one_is_told_so(returned: Returned) -> None:
    edit = only(returned(lambda file: file.split("The last", "stands here,")))
    assert (edit.kind, str(edit.where), edit.is_in_patch) == ("split", line("The last"), True)
    edit = only(returned(lambda file: file.join("A second")))
    assert (edit.kind, str(edit.where), edit.is_in_patch) == ("joined", line("A second"), True)


def test_a_heading_a_footnote_and_a_comment_have_their_lines(returned: Returned) -> None:
    edit = only(returned(lambda file: file.replace("A heading", "inside", "within")))
    assert (edit.what, str(edit.where), edit.is_in_patch) == ("heading", line("## A heading"), True)
    edit = only(returned(lambda file: file.replace_note("a little more", "much more")))
    assert (edit.what, str(edit.where), edit.is_in_patch) == ("footnote", line("[^1]: A note"), True)
    edit = only(returned(lambda file: file.comment("A second", "Is this so?")))
    assert (edit.kind, str(edit.where), edit.authors) == ("comment", line("A second"), ("Carla Counsel",))
    assert words(edit, "same") == ["Is this so?"]


def test_rows_of_the_list_name_their_cell(returned: Returned) -> None:
    edit = only(returned(lambda file: file.change_cell("Invented Gold Works", "JAPAN", "CHINA")))
    assert str(edit.where) == "smelters.xlsx 'Smelter List'!C2".replace("smelters", "data/2021/smelters")
    assert [(one.before, one.after) for one in edit.values] == [("JAPAN", "CHINA")]
    assert edit.values[0].fact.endswith("“Country as filed”")
    edit = only(returned(lambda file: file.delete_row("Invented Tin Works")))
    assert (edit.kind, edit.by_hand) == ("gone", "rows of a table come from the data")
    edit = only(
        returned(lambda file: file.add_row("Invented Tin Works", "Tin", "A new works", "PERU", "Open"))
    )
    assert (edit.kind, edit.what) == ("new", "row of a table")


def test_words_of_the_form_stand_in_no_file(returned: Returned) -> None:
    edit = only(returned(lambda file: file.replace("Check the appropriate", "appropriate", "right")))
    assert edit.where is None
    assert edit.by_hand == "these words are the form's or the page's own, and stand in no file of the year"


def test_words_that_are_printed_in_two_places_are_left_to_people(returned: Returned) -> None:
    """Both the inquiry and this section print the wording's sentence; counsel changed one of the two."""
    found = returned(lambda file: file.replace("Of seven suppliers", "returned", "sent back"))
    edit = only(found)
    assert edit.where is not None
    assert edit.by_hand
    assert found.patch == ""


def test_braces_are_never_put_into_a_section(returned: Returned) -> None:
    found = returned(lambda file: file.replace("A second", "plain", "{{ 7 * 6 }}"))
    assert found.patch == ""
    assert "signs that a section would run" in only(found).by_hand


def test_two_edits_of_a_paragraph_are_in_one_patch_that_git_applies(
    data: Path, content: bytes, tmp_path: Path
) -> None:
    file = WordFile(content)
    file.replace("A second", "plain", "simple")
    file.track("A second", "A second paragraph", "This paragraph")
    file.delete("Another item")
    file.add("The last", "And one more.")
    path = tmp_path / "counsel.docx"
    path.write_bytes(file.content)
    patch = tmp_path / "counsel.patch"
    command = ["compare", "2021", "--data", str(data), "--against", str(path), "--patch", str(patch)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "3 changes of the text, 0 of values or rows, 0 comments; 3 in the patch" in result.output
    copy = tmp_path / "data" / "2021"
    write_year(copy.parent)
    (copy / "report" / "05-words.md").write_text(TEXT, encoding="utf-8")
    subprocess.run(["git", "apply", "-p0", str(patch)], cwd=tmp_path, check=True)
    again = CliRunner().invoke(main, ["compare", "2021", "--data", str(copy.parent), "--against", str(path)])
    assert "CM-003 warning" in again.output
    assert "says what the year says, and there are no comments." in again.output
    assert again.exit_code == 0


def test_the_list_shows_words_place_and_reason(data: Path, content: bytes, tmp_path: Path) -> None:
    file = WordFile(content)
    file.track("A second", "plain", "simple")
    file.change_value("The first", "7", "8")
    file.comment("A third", "Move it?")
    path = tmp_path / "counsel.docx"
    path.write_bytes(file.content)
    result = CliRunner().invoke(main, ["compare", "2021", "--data", str(data), "--against", str(path)])
    number, fact = line("A second").rpartition(":")[2], YML.split("\n").index("  suppliers: 7") + 1
    assert result.output.split("\n")[:6] == [
        FILE,
        f"1. line {number}: paragraph changed (tracked, Carla Counsel)",
        "   A second paragraph that is as [-plain-]{+simple+} as can be.",
        "   In the patch.",
        f"2. line {line('A third').rpartition(':')[2]}: comment of Carla Counsel",
        "   “Move it?”",
    ]
    assert f"it comes from data/2021/disclosure.yml, line {fact} · survey.suppliers" in result.output
    assert "1 change of the text, 1 of values or rows, 1 comment; 1 in the patch." in result.output


def test_a_cell_struck_with_a_track_is_listed_with_its_row(returned: Returned) -> None:
    def strike(file: WordFile) -> None:
        cell = file.row("Gold").findall(f"{W}tc")[-1]
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = made("<w:tcPr/>")
            cell.insert(0, properties)
        properties.append(made(f"<w:cellDel {WHO}/>"))

    edit = only(returned(strike))
    assert (edit.kind, edit.what, edit.authors) == ("changed", "row of a table", ("Carla Counsel",))
    assert words(edit, "gone")
    assert not words(edit, "new")


def test_what_the_program_does_not_read_is_said(data: Path, content: bytes, tmp_path: Path) -> None:
    file = WordFile(content)
    file.paragraph("A third").addnext(made("<w:altChunk/>"))
    path = tmp_path / "counsel.docx"
    path.write_bytes(file.content)
    result = CliRunner().invoke(main, ["compare", "2021", "--data", str(data), "--against", str(path)])
    assert result.output.split("\n")[:4] == [
        "Words that stand in no file of the year",
        "1. no line: text of another file that was inserted whole is not compared",
        "   behind: A third paragraph, which somebody may want to move elsewhere. …",
        "   By hand: open the file in Word, accept the changes there, save it, and compare that.",
    ]
    assert "Nothing was imported. 1 thing of the file could not be compared." in result.output


def test_a_file_that_another_program_saved_has_the_same_edits(data: Path) -> None:
    (path,) = (Path(__file__).parent / "resaved").glob("*.docx")
    own = [edit for edit in compare(data, 2021, path).edits if edit.where and edit.where.file == FILE]
    assert [(edit.kind, str(edit.where)) for edit in own] == [
        ("changed", line("It goes on")),
        ("changed", line("A second")),
        ("gone", line("-   Another")),
        ("new", line("-   One item")),
        ("changed", line("## A heading")),
        ("comment", line("The last")),
        ("moved", line("A third")),
        ("changed", line("[^1]:")),
    ]
