"""A text arrives as it was typed, or the reader says what YAML made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.files.yaml_file import notes_on_yaml, read_yaml
from generator.findings import Finding
from generator.model import DisclosureFacts, Fact
from generator.suppliers.review_settings import ReviewSettings
from tests.support.builders import YML
from tests.support.entries import facts_with, findings_with, places_with

STREET = "street: 1 Invented Street"


def street(tmp_path: Path, value: str) -> list[str]:
    return findings_with(tmp_path, STREET, f"street: {value}")


@pytest.mark.parametrize(
    ("value", "read", "cut"),
    [
        ("1 Harbor Way #200", "1 Harbor Way", "#200"),
        ("1 Harbor Way # 200", "1 Harbor Way", "# 200"),
        ("Harbor Way  #B", "Harbor Way", "#B"),
        ("Harbor Way # B", "Harbor Way", "# B"),
        ("Suite #4, Floor 2", "Suite", "#4, Floor 2"),
        ("Suite\t#4", "Suite", "#4"),
        ("Works\n      of Harbor #7", "Works of Harbor", "#7"),
    ],
)
def test_a_text_that_a_comment_cuts_is_told_with_both_parts(
    tmp_path: Path, value: str, read: str, cut: str
) -> None:
    assert street(tmp_path, value) == [
        f"YM-006 error: 'registrant.address.street' is read as '{read}': YAML takes '{cut}' behind it "
        f'for a comment (d.yml:8). Put quotes around the whole text: "{read} {cut}". '
        "A comment goes on a line of its own."
    ]


def test_a_text_that_is_cut_to_nothing_is_told_once(tmp_path: Path) -> None:
    assert street(tmp_path, "#200 Harbor Way") == [
        "YM-006 error: 'registrant.address.street' is read as empty: YAML takes '#200 Harbor Way' behind "
        'it for a comment (d.yml:8). Put quotes around the whole text: "#200 Harbor Way". '
        "A comment goes on a line of its own."
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("state: final", "state: final  # or draft"),
        ("state: final", "state: final #2"),
        ("date: 2022-05-31", "date: 2022-05-31 #tuesday"),
        ("suppliers: 7", "suppliers: 7 # 7 of 7"),
        ("ein: 00-0000042", "ein: # not known"),
        (STREET, 'street: "1 Harbor Way #200"'),
        (STREET, "street: '1 Harbor Way' # as on the cover"),
        (STREET, "street: Acme C# products"),
        ("  columns: [", "  # a line of its own #200\n  columns: ["),
    ],
)
def test_a_comment_behind_what_is_whole_is_a_comment(tmp_path: Path, old: str, new: str) -> None:
    assert findings_with(tmp_path, old, new) == []
    assert notes_on_yaml(tmp_path / "disclosure.yml", "d.yml", DisclosureFacts) == ()


@pytest.mark.parametrize("comment", ["# as on the cover", "# A word on it", "#---", "# see counsel, 2021"])
def test_words_behind_a_text_are_a_note(tmp_path: Path, comment: str) -> None:
    assert street(tmp_path, f"1 Harbor Way {comment}") == []
    notes = notes_on_yaml(tmp_path / "disclosure.yml", "d.yml", DisclosureFacts)
    assert [str(note) for note in notes] == [
        f"YM-008 info: 'registrant.address.street' is read as '1 Harbor Way'; '{comment}' behind it is a "
        f'comment (d.yml:8). If it belongs to the text, write "1 Harbor Way {comment}".'
    ]


@pytest.mark.parametrize(
    "value", ["“Acme”", "„Acme“", "«Acme»", "‘Acme’", "“Acme", "Acme”", "``Acme``"[1:-1]]
)
def test_curly_quotes_around_a_text_are_told(tmp_path: Path, value: str) -> None:
    (found,) = findings_with(tmp_path, STREET, f"street: {value}")
    if value.startswith("`"):
        assert found.startswith("YM-001 error: the file is not valid YAML: a text begins with ` (d.yml:8)")
        return
    assert found == (
        f"YM-006 error: 'registrant.address.street' is '{value}': to YAML the curly quotes are a part of the "
        f'text (d.yml:8). Write "Acme", or "{value}" where they belong to the text.'
    )


@pytest.mark.parametrize("value", ['“Acme"', "Ac“me’"])
def test_a_curly_quote_beside_a_straight_one(tmp_path: Path, value: str) -> None:
    assert bool(street(tmp_path, value)) == value.endswith('"')


def test_a_straight_quote_that_a_curly_one_should_close(tmp_path: Path) -> None:
    assert street(tmp_path, '"Acme”') == [
        "YM-001 error: the file is not valid YAML: a text begins with a straight quote and ends with a "
        "curly one (d.yml:8). Type both quotes with the key for straight ones."
    ]


@pytest.mark.parametrize(
    "value",
    [
        "Acme’s Works",
        "the suppliers’",
        "“Smart” meters",
        "so-called “smart” meters of “Acme”",
        "panels of 15”",
        "“Acme” and “Emca”",
        "‘90s",
    ],
)
def test_curly_signs_inside_a_text_are_its_own(tmp_path: Path, value: str) -> None:
    assert facts_with(tmp_path, STREET, f"street: {value}").registrant.address.street == value


@pytest.mark.parametrize(("value", "sign"), [("&Wind Co", "&Wind"), ("!Bang Co", "!Bang"), ("! x", "!")])
def test_a_mark_of_yaml_that_was_meant_as_text(tmp_path: Path, value: str, sign: str) -> None:
    assert street(tmp_path, value) == [
        f"YM-006 error: 'registrant.address.street' begins with '{sign}', which YAML takes for a mark of its "
        f'own and not for text (d.yml:8). Put quotes around the whole text: "{value}".'
    ]
    assert street(tmp_path, f'"{value}"') == []


@pytest.mark.parametrize(
    ("value", "words", "whole"),
    [
        ('"Acme" Inc.', "a text begins with a quote and goes on behind the closing one", "'\"Acme\" Inc.'"),
        ("'Smith's Works'", "a text begins with a quote and goes on behind the closing one", None),
        ("[Acme] Inc.", "a text begins with a bracket", '"[Acme] Inc."'),
        ("{Acme} Inc.", "a text begins with a bracket", '"{Acme} Inc."'),
    ],
)
def test_a_text_that_goes_on_behind_its_end(
    tmp_path: Path, value: str, words: str, whole: str | None
) -> None:
    (found,) = street(tmp_path, value)
    assert found.startswith(f"YM-001 error: the file is not valid YAML: {words} (d.yml:8). Put quotes around")
    assert whole is None or found.endswith(f"the whole text: {whole}.")


def test_a_text_in_braces_is_not_called_empty(tmp_path: Path) -> None:
    assert street(tmp_path, "{Acme}") == [
        "YM-006 error: 'registrant.address.street' is in braces, which YAML takes for entries and not for "
        'text (d.yml:8). Put quotes around the whole text: "{Acme}".'
    ]


def test_a_backslash_in_double_quotes(tmp_path: Path) -> None:
    assert street(tmp_path, '"C:\\logo"') == [
        "YM-001 error: the file is not valid YAML: a backslash stands in a text in double quotes (d.yml:8). "
        "Put single quotes around it: 'C:\\logo'."
    ]


@pytest.mark.parametrize("item", ["[Peru #2, Chile]", "{Peru #2: 1}"])
def test_a_comment_that_leaves_a_bracket_open_is_told_where_it_begins(tmp_path: Path, item: str) -> None:
    (found,) = findings_with(tmp_path, "period:", f"covered_countries: {item}\nperiod:")
    assert found.startswith(f"YM-001 error: the file is not valid YAML: '{item[6:]}' is taken for a comment")
    assert "(d.yml:16)" in found


@pytest.mark.parametrize("end", ["---", "..."])
def test_the_end_of_the_file_in_its_middle(tmp_path: Path, end: str) -> None:
    (found,) = places_with(tmp_path, "period:", f"{end}\nperiod:")
    assert found == ("YM-001", 16)


@pytest.mark.parametrize(
    "word",
    [
        *("02110", "012", "1e3", "12:30", ".5", "0x1F", "1_000", "001-9610", "12-3456789", "+1 555 0142"),
        *("yes", "no", "off", "NO", "Y", "NaN", ".inf", "2022-05-31"),
    ],
)
def test_numbers_and_words_of_yaml_are_texts(tmp_path: Path, word: str) -> None:
    assert facts_with(tmp_path, STREET, f"street: {word}").registrant.address.street == word


def test_an_entry_that_a_text_of_several_lines_swallows(tmp_path: Path) -> None:
    text = "definition: >-\n      Invented to be on\n      the list.\n      list: Invented list"
    old = "definition: Invented to be on the list.\n    list: Invented list"
    assert findings_with(tmp_path, old, text) == [
        "YM-007 error: 'list' stands in the text of 'statuses[1].definition', which ends where a line has "
        "fewer blanks (d.yml:42). Begin the line with as many blanks as the line of 'definition'."
    ]
    assert "list: Invented list" in YML


def test_an_item_that_is_drawn_into_the_one_before(tmp_path: Path) -> None:
    assert findings_with(tmp_path, "period:", "covered_countries:\n- Peru\n  - Chile\nperiod:") == [
        "YM-007 error: '- Chile' belongs below 'covered_countries' and is indented too much (d.yml:18). "
        "Begin the line with no blank."
    ]


@pytest.mark.parametrize("name", ["disclosure.yml", "reconcile.yml"])
@pytest.mark.parametrize("folder", ["data/2021", "generator/year/templates"])
def test_the_files_that_are_delivered_have_no_such_finding(repo: Path, folder: str, name: str) -> None:
    model: type[Fact] = DisclosureFacts if name == "disclosure.yml" else ReviewSettings
    path = repo / folder / name
    found: tuple[Finding, ...] = notes_on_yaml(path, name, model)
    try:
        read_yaml(path, name, model)
    except InputError as problem:  # a template lacks what people fill in
        found += problem.findings
    assert not {one.code for one in found} & {"YM-001", "YM-006", "YM-007", "YM-008"}
