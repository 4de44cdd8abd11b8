"""What a Word file says: tracked changes, controls, text boxes, and files that somebody made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from generator.counsel import word_package
from generator.counsel.word_blocks import WordText
from generator.counsel.word_text import text_of
from generator.errors import InputError
from tests.support.word_edits import NAMESPACE, WHO

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def file(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        text = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


def read(body: str, parts: Mapping[str, str | bytes] | None = None) -> WordText:
    return text_of(file(body, parts), "counsel.docx")


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def test_insertions_are_there_and_deletions_are_not() -> None:
    body = paragraph(
        run("We "),
        f"<w:del {WHO}>{'<w:r><w:delText>ask</w:delText></w:r>'}</w:del>",
        f"<w:ins {WHO}>{run('as')}{run('ked')}</w:ins>",
        run(" them."),
    )
    (block,) = read(body).blocks
    assert (block.text, block.authors) == ("We asked them.", ("Carla Counsel",))


def test_an_insertion_that_somebody_struck_again_is_not_there() -> None:
    inner = f"<w:del {WHO}><w:r><w:delText>never</w:delText></w:r></w:del>"
    assert texts(paragraph(run("It is so."), f"<w:ins {WHO}>{inner}</w:ins>")) == ["It is so."]


def test_a_paragraph_whose_end_was_struck_goes_on_in_the_next() -> None:
    struck = f"<w:rPr><w:del {WHO}/></w:rPr>"
    assert texts(paragraph(run("One "), properties=struck) + paragraph(run("two."))) == ["One two."]


def test_what_moved_is_where_it_went() -> None:
    body = paragraph(f"<w:moveFrom {WHO}>{run('Gone.')}</w:moveFrom>") + paragraph(run("Stays."))
    body += paragraph(f"<w:moveTo {WHO}>{run('Gone.')}</w:moveTo>")
    assert texts(body) == ["Stays.", "Gone."]


def test_a_change_of_looks_alone_changes_no_word() -> None:
    looks = f"<w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>Same.</w:t></w:r>"
    assert texts(paragraph(looks)) == ["Same."]


def test_rows_that_were_struck_are_gone_and_cells_stand_apart() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>{}{}</w:tr>"
    kept = row.format("", cell.format(paragraph(run("Gold"))) + cell.format(paragraph(run("PERU"))))
    struck = row.format(f"<w:trPr><w:del {WHO}/></w:trPr>", cell.format(paragraph(run("Tin"))))
    found = read(f"<w:tbl>{kept}{struck}</w:tbl>").blocks
    assert [(block.kind, block.text, block.table) for block in found] == [("row", "Gold | PERU", 1)]


def _table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def _cell(text: str, mark: str = "", beside: str = "") -> str:
    properties = f"<w:tcPr><w:{mark} {WHO}/></w:tcPr>" if mark else ""
    return f"<w:tc>{properties}{paragraph(run(text))}{beside}</w:tc>"


def test_cells_that_were_struck_are_gone_and_new_ones_are_there() -> None:
    (struck,) = read(_table(_cell("Gold"), _cell("JAPAN", "cellDel"), _cell("Active"))).blocks
    assert (struck.text, struck.authors) == ("Gold | Active", ("Carla Counsel",))
    (first,) = read(_table(_cell("Gold", "cellDel"), _cell("JAPAN"))).blocks
    assert first.text == "JAPAN"
    (came,) = read(_table(_cell("Gold"), _cell("new", "cellIns"))).blocks
    assert (came.text, came.authors) == ("Gold | new", ("Carla Counsel",))


def test_the_comment_of_a_struck_cell_stays_with_its_row() -> None:
    beside = '<w:p><w:commentRangeStart w:id="3"/></w:p>'
    (row,) = read(_table(_cell("Gold"), _cell("JAPAN", "cellDel", beside))).blocks
    assert (row.text, row.comments) == ("Gold", ("3",))


def test_a_text_box_in_a_cell_is_read_once_and_a_struck_row_of_an_inner_table_is_gone() -> None:
    box = (
        f"<w:p><w:r><w:pict><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert texts(_table(_cell("Gold", beside=box)) + paragraph(run("Next."))) == [
        "Gold",
        "Next.",
        "In a box.",
    ]
    struck = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>{_cell('struck')}</w:tr>"
    inner = f"<w:tbl>{struck}<w:tr>{_cell('kept')}</w:tr></w:tbl>"
    assert texts(_table(_cell("Gold", beside=inner))) == ["Gold kept"]


INSERTED = "text of another file that was inserted whole"


@pytest.mark.parametrize(
    ("body", "what", "near"),
    [
        (paragraph(run("Before.")) + "<w:altChunk/>" + paragraph(run("After.")), INSERTED, "Before."),
        (_table(_cell("Gold", beside="<w:altChunk/>")), INSERTED, "Gold"),
        (_table(_cell("Gold", "cellMerge")), "a merge of cells with a track", "Gold"),
        (paragraph(run("Words "), "<w:subDoc/>"), "text of another file that is only named here", "Words "),
        (paragraph(run("See"), "<w:r><w:drawing><c:chart xmlns:c='c'/></w:drawing></w:r>"), "a chart", "See"),
        (paragraph("<w:r><d:relIds xmlns:d='d'/></w:r>"), "a drawing of shapes (SmartArt)", ""),
    ],
)
def test_what_is_not_compared_is_named_with_its_place(body: str, what: str, near: str) -> None:
    assert [(one.what, one.near) for one in read(body).unread] == [(what, near)]


def test_what_is_not_compared_beside_the_text_is_named_too() -> None:
    footer = f'<w:ftr xmlns:w="{NAMESPACE}"><w:altChunk/></w:ftr>'
    found = read(paragraph(run("Text.")), {"word/footer.xml": footer})
    assert [one.what for one in found.unread] == [f"{INSERTED} at the foot of the pages"]


def test_fields_show_their_result_and_text_boxes_their_text() -> None:
    field = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>' + run("words")
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:pict></w:r>"
    assert texts(paragraph(field, box)) == ["words", "In a box."]


def test_blanks_are_single_and_hyphens_are_hyphens() -> None:
    runs = (
        run("a  "),
        run(" b"),
        "<w:r><w:tab/></w:r>",
        run("c\u00a0d"),
        "<w:r><w:noBreakHyphen/></w:r>",
        run("e"),
    )
    assert texts(paragraph(*runs)) == ["a b c d-e"]


def test_values_know_their_place_in_the_text() -> None:
    properties = '<w:alias w:val="disclosure.yml, line 3 · a.b"/><w:tag w:val="a.b"/>'
    control = (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('sev')}{run('en')}</w:sdtContent></w:sdt>"
    )
    (block,) = read(paragraph(run("All  "), control, run(" did."))).blocks
    (value,) = block.values
    assert (block.text[value.start : value.end], value.tag, block.text) == ("seven", "a.b", "All seven did.")


def broken(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        text_of(content, "counsel.docx")
    (finding,) = caught.value.findings
    assert str(finding.where) == "counsel.docx"
    return f"{finding.code} {finding.message}"


def test_what_is_no_word_file_is_told() -> None:
    assert broken(b"") == "CM-001 the file is no Word document (.docx)"
    assert broken(b"%PDF-1.7") == "CM-001 the file is no Word document (.docx)"
    assert broken(bytes.fromhex("d0cf11e0a1b11ae1")).startswith("CM-001 the file has a password, or")
    assert broken(b"PK\x03\x04 and then nothing") == "CM-001 the file is damaged or cut off"
    whole = file(paragraph(run("Text.")))
    assert broken(whole[: len(whole) // 2]) == "CM-001 the file is damaged or cut off"
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert broken(empty.getvalue()) == "CM-001 the file is no Word document (.docx): it has no text"


def test_entities_and_document_types_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    for name in ("word/styles.xml", "word/comments.xml", "docProps/core.xml"):
        assert broken(file("", {name: bomb})) == f"CM-001 the part {name} declares a document type"
    wide = bomb.encode("utf-16")
    assert broken(file("", {"word/styles.xml": wide})).startswith("CM-001 the part word/styles.xml")
    assert broken(file("<w:p>")) == "CM-001 the part word/document.xml is damaged"


def test_what_unpacks_to_too_much_is_refused_without_unpacking_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "MAX_UNPACKED", 1_000_000)
    content = file(paragraph(run("Text.")), {"word/media/film.bin": bytes(2_000_000)})
    assert len(content) < 10_000
    assert broken(content) == "CM-002 the file unpacks to more than 1 MB"
    many = {f"word/part{number}.xml": "<x/>" for number in range(5_001)}
    assert broken(file("", many)) == "CM-002 the file has 5,003 parts"


def test_relations_to_other_places_are_not_followed() -> None:
    """A template or a picture of a server: the file is read, and nobody is asked for anything."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="x/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    found = read(paragraph(run("Text.")), {"word/_rels/document.xml.rels": relation})
    assert [block.text for block in found.blocks] == ["Text."]


def test_what_is_nested_deeply_is_read_and_without_end_refused() -> None:
    def deep(times: int) -> str:
        blocks = "<w:sdt><w:sdtContent>" * times, "</w:sdtContent></w:sdt>" * times
        runs = "<w:smartTag>" * times + run("Deep.") + "</w:smartTag>" * times
        return f"{blocks[0]}{paragraph(runs)}{blocks[1]}"

    assert texts(deep(70)) == ["Deep."]
    assert broken(file(deep(5_000))) == "CM-001 the part word/document.xml is damaged"


def test_parts_that_lack_are_no_reason_to_stop() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r><w:commentRangeStart w:id="9"/>'
    found = read(paragraph(run("Text."), mark))
    assert [block.text for block in found.blocks] == ["Text."]
    assert found.comments == {}
