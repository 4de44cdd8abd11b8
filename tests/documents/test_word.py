"""The Word file for counsel: real headings, tables and footnotes, values locked with their source."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from lxml import etree

from generator.cli import main
from generator.counsel.word_text import text_of
from generator.documents.word.markup import TITLE_LENGTH, shortened
from generator.model import Asset
from generator.pipeline import Year, load_year, render, word_files
from tests.support.builders import YML, write_form, write_year
from tests.support.made_pictures import picture
from tests.support.withheld import SUPPLIERS, add_suppliers
from tests.support.word_edits import W

SECTION = """\
# Invented words

A paragraph with **bold**, *italic* and a [link](https://www.example.com/).[^1]
We asked {{ survey.suppliers }}.

[^1]: A note on {{ registrant.short_name }}.

## A part of it

1.  First & foremost
2.  Second <b>thing</b>

    -   inside

3.  Third

| Left | Right |
|------|------:|
| a    | 1     |

> Said by others.

    code  stays
"""


def year(folder: Path, text: str = SECTION, **options: Any) -> Year:
    folder = write_year(folder, **options)
    (folder / "report" / "05-words.md").write_text(text, encoding="utf-8")
    loaded = load_year(folder.parent, 2021)
    assert isinstance(loaded, Year)
    return loaded


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Asset:
    (made,) = word_files(year(tmp_path_factory.mktemp("word") / "data"))
    return made


@pytest.fixture(scope="module")
def document(file: Asset) -> Any:
    return docx.Document(io.BytesIO(file.content))


def part(file: Asset, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        return etree.fromstring(archive.read(name))


def controls(file: Asset) -> Iterator[tuple[str, str, str]]:
    """Title, lock and text of each control."""
    for one in part(file, "word/document.xml").iter(f"{W}sdt"):
        properties = one.find(f"{W}sdtPr")
        text = "".join(t.text or "" for t in one.iter(f"{W}t"))
        yield properties.find(f"{W}alias").get(f"{W}val"), properties.find(f"{W}lock").get(f"{W}val"), text


def test_headings_are_headings_of_word(document: Any) -> None:
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["Conflict Minerals Report"] == "Heading 1"
    assert styles["Invented words"] == "Heading 2"
    assert styles["A part of it"] == "Heading 3"


def test_values_are_locked_with_their_source_in_the_title(file: Asset) -> None:
    line = YML.split("\n").index("  suppliers: 7") + 1
    assert (f"disclosure.yml, line {line} · survey.suppliers", "contentLocked", "7") in set(controls(file))


def test_the_facility_list_is_locked_as_a_whole_and_names_each_row(file: Asset) -> None:
    found = {title: text for title, _, text in controls(file)}
    assert "Invented Gold Works" in found["smelters.xlsx 'Smelter List': change the rows there"]
    assert found["smelters.xlsx 'Smelter List'!C2"] == "Invented Gold Works"


def test_no_title_and_no_tag_is_longer_than_word_takes(file: Asset) -> None:
    document = part(file, "word/document.xml")
    for name in ("alias", "tag"):
        values = [one.get(f"{W}val") for one in document.iter(f"{W}{name}")]
        assert values
        assert max(map(len, values)) <= TITLE_LENGTH
    long = f"{'a place ' * 12} · {'path.' * 20}"
    assert len(shortened(long)) <= TITLE_LENGTH


def test_a_footnote_is_one_of_word_with_its_values(file: Asset) -> None:
    notes = part(file, "word/footnotes.xml")
    texts = ["".join(t.text or "" for t in one.iter(f"{W}t")).strip() for one in notes]
    assert texts[2:] == ["A note on Invented Devices."]
    assert len(list(notes.iter(f"{W}sdt"))) == 1
    marks = list(part(file, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [one.get(f"{W}id") for one in marks] == ["1"]


def test_lists_number_themselves_and_begin_anew(file: Asset, document: Any) -> None:
    listed = [p for p in document.paragraphs if p.style.name == "Formsd List"]
    own = [p for p in listed if p.text in ("First & foremost", "Second thing", "inside", "Third")]
    levels = [(p._p.pPr.numPr.ilvl.val, p._p.pPr.numPr.numId.val) for p in own]
    assert [level for level, _ in levels] == [0, 0, 1, 0]
    assert levels[0][1] == levels[3][1] != levels[2][1]
    starts = part(file, "word/numbering.xml").findall(f"{W}num")
    assert len({one.get(f"{W}numId") for one in starts}) == len(starts)


def test_tables_have_headings_that_are_repeated(document: Any) -> None:
    table = next(one for one in document.tables if one.cell(0, 0).text == "Left")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Left", "Right"], ["a", "1"]]
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_links_lead_out_and_inside_the_file(file: Asset) -> None:
    document = part(file, "word/document.xml")
    marks = {one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")}
    inside = {one.get(f"{W}anchor") for one in document.iter(f"{W}hyperlink")} - {None}
    assert inside
    assert inside <= marks
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert b"https://www.example.com/" in archive.read("word/_rels/document.xml.rels")


def test_what_people_wrote_is_no_markup(tmp_path: Path) -> None:
    text = '# Words\n\nA `<w:p/>` & "quotes" ]]> &amp; stay \u0007as they are.\n'
    (made,) = word_files(year(tmp_path / "data", text))
    texts = [block.text for block in text_of(made.content, "a.docx").blocks]
    assert 'A <w:p/> & "quotes" ]]> & stay as they are.' in texts


def test_a_picture_of_a_section_is_in_the_file_with_its_words(tmp_path: Path) -> None:
    folder = write_year(tmp_path / "data")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "seal.png").write_bytes(picture("PNG"))
    text = "# Words\n\n![An invented seal](pictures/seal.png)\n"
    (folder / "report" / "05-words.md").write_text(text, encoding="utf-8")
    loaded = load_year(folder.parent, 2021)
    assert isinstance(loaded, Year)
    (made,) = word_files(loaded)
    shapes = docx.Document(io.BytesIO(made.content)).inline_shapes
    assert [one._inline.docPr.get("descr") for one in shapes] == ["An invented seal"]


def test_a_wide_table_stands_on_pages_on_their_side(tmp_path: Path) -> None:
    names = [f"Invented-heading-{number:02}" for number in range(9)]
    rows = [
        " | ".join(names),
        " | ".join("---" for _ in names),
        " | ".join("Uninterrupted-text" for _ in names),
    ]
    table = "\n".join(f"| {row} |" for row in rows)
    (made,) = word_files(year(tmp_path / "data", f"# Words\n\n{table}\n"))
    sections = docx.Document(io.BytesIO(made.content)).sections
    assert [one.orientation for one in sections] == [0, 1, 0]
    assert all(one._sectPr.xpath("./w:headerReference") for one in sections)


def test_the_same_year_gives_the_same_bytes(tmp_path: Path, file: Asset) -> None:
    (again,) = word_files(year(tmp_path / "data"))
    assert again.content == file.content


def test_a_draft_says_so_on_each_page(tmp_path: Path) -> None:
    yml = YML.replace("state: final", "state: draft")
    (made,) = word_files(year(tmp_path / "data", yml=yml))
    assert docx.Document(io.BytesIO(made.content)).sections[0].header.paragraphs[0].text == "Draft: not filed"


def test_a_short_form_without_a_report_has_its_file(tmp_path: Path) -> None:
    yml = YML.replace("conflict-minerals-report", "country-of-origin-inquiry")
    folder = write_form(write_year(tmp_path / "data", yml=yml))
    loaded = load_year(folder.parent, 2021)
    assert isinstance(loaded, Year)
    (made,) = word_files(loaded)
    texts = [block.text for block in text_of(made.content, "a.docx").blocks]
    assert texts[1].startswith("FORM SD")
    assert not any(text.startswith("Exhibit 1.01") for text in texts)


def test_it_is_written_where_it_is_asked_for_and_never_in_the_site(tmp_path: Path) -> None:
    loaded = year(tmp_path / "data")
    assert not [asset.uri for asset in render([loaded]).assets if asset.uri.endswith(".docx")]
    for options, expected in (((), 0), (("--only", "word"), 1)):
        to = tmp_path / f"out-{expected}"
        command = ["export", "2021", "--data", str(tmp_path / "data"), "--to", str(to), *options]
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.output
        assert len(list(to.rglob("*.docx"))) == expected
    assert "1 file written" in result.output


def test_the_search_for_what_is_withheld_reads_it(tmp_path: Path) -> None:
    name = SUPPLIERS[0].name
    first, _, rest = name.partition(" ")
    year(tmp_path / "data", f"# Words\n\nWe thank {first} **{rest}** for its answer.\n")
    add_suppliers(tmp_path / "data" / "2021" / "smelters.xlsx")
    command = [
        "export",
        "2021",
        "--data",
        str(tmp_path / "data"),
        "--to",
        str(tmp_path / "out"),
        "--only",
        "word",
    ]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "form-sd-2021.docx" in result.output
    assert "Nothing was written." in result.output


def test_nothing_but_a_word_file_loads_its_library() -> None:
    code = "import sys, generator.cli; sys.exit('docx' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
