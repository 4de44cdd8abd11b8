"""What other programs make of the Word file: parts, fields, tags, styles, and looks that come with words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.counsel.as_lines import as_lines
from generator.counsel.compare import compare
from tests.support.counsel import Returned, only
from tests.support.word_edits import NAMESPACE, WHO, W, WordFile, made

TEXT = """\
# Invented words

The first paragraph says that **every supplier** must answer, and [where](https://www.example.com/) to.

A second paragraph that is as plain as can be.

A third one stands before a heading.

## A heading inside

The last paragraph of this section stands here, and it ends soon.
"""


@pytest.fixture(scope="module")
def section() -> str:
    return TEXT


def styled(file: WordFile, markup: str) -> None:
    """Further styles."""
    styles = file.parts["word/styles.xml"].decode()
    file.parts["word/styles.xml"] = styles.replace("</w:styles>", f"{markup}</w:styles>").encode()


def with_looks(file: WordFile, begins: str, words: str, markup: str) -> None:
    runs, _ = file._cut(file.paragraph(begins), words)
    for run in runs:
        if run.find(f"{W}rPr") is not None:
            run.remove(run.find(f"{W}rPr"))
        run.insert(0, made(f"<w:rPr>{markup}</w:rPr>"))


# Looks that come with words


@pytest.mark.parametrize("is_tracked", [True, False])
def test_a_bold_word_typed_again_plain_beside_a_change_is_one_edit(
    returned: Returned, is_tracked: bool
) -> None:
    def change(file: WordFile) -> None:
        way = file.track if is_tracked else file.replace
        way("The first", "every supplier must", "every supplier shall")

    edit = only(returned(change))
    assert (edit.kind, edit.is_in_patch) == ("changed", True)
    assert edit.looks == ("“every supplier” is no longer bold",)
    assert "   In the patch, but not how words look." in [line for line, _ in as_lines(returned(change))]


def test_a_bold_word_savedplain_beside_an_edited_word_is_never_hidden(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        with_looks(file, "The first", "every supplier", "")
        file.track("The first", "says", "states")
        file.track("The first", "must", "shall")

    said = [look for edit in returned(change).edits for look in edit.looks]
    assert said == ["“every supplier” is no longer bold"]


def test_looks_far_from_a_change_are_an_edit_of_their_own(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        with_looks(file, "The first", "every", "")
        file.track("The first", "answer", "reply")

    words, looks = returned(change).edits
    assert (words.kind, words.looks, looks.kind) == ("changed", (), "looks")
    assert looks.looks == ("“every” is no longer bold",)


@pytest.mark.parametrize(
    ("old", "new", "markup", "said"),
    [
        ("as plain", "as simple", "<w:b/>", "“simple” is bold"),
        ("as plain", "as very plain", "<w:vanish/>", "“very” is hidden"),
        ("plain", "simple", "<w:strike/>", "“simple” is struck through"),
    ],
)
def test_new_words_that_look_otherwise_say_so(
    returned: Returned, old: str, new: str, markup: str, said: str
) -> None:
    def change(file: WordFile) -> None:
        file.replace("A second", old, new)
        with_looks(file, "A second", said.split("”")[0][1:], markup)

    edit = only(returned(change))
    assert (edit.kind, edit.looks) == ("changed", (said,))


def test_a_word_that_takes_the_place_of_a_bold_one_is_told_to_be_plain(returned: Returned) -> None:
    edit = only(returned(lambda file: file.replace("The first", "every supplier", "all vendors")))
    assert edit.looks == ("“all vendors” is no longer bold",)


def test_a_new_paragraph_that_is_struck_by_hand_says_so(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        file.add("A second", "Words that nobody shall read.")
        with_looks(file, "Words that", "Words that nobody shall read.", "<w:strike/>")

    edit = only(returned(change))
    assert (edit.kind, edit.looks) == ("new", ("“Words that nobody shall read.” is struck through",))


def test_a_look_in_a_paragraph_that_was_savedtwo_is_told(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        file.split("The last", "stands here,")
        with_looks(file, "and it ends", "soon", "<w:b/>")

    edit = only(returned(change))
    assert (edit.kind, edit.looks) == ("split", ("“soon” is bold now",))


def test_who_tracked_a_look_is_told(returned: Returned) -> None:
    markup = f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"
    edit = only(returned(lambda file: with_looks(file, "A second", "as plain", markup)))
    assert (edit.kind, edit.authors) == ("looks", ("Carla Counsel",))


@pytest.mark.parametrize("is_as_struck", [True, False])
def test_a_heading_that_became_like_the_struck_paragraph_before_is_told_with_that_one(
    returned: Returned, is_as_struck: bool
) -> None:
    """LibreOffice makes it so; where no paragraph was struck with a track, somebody did."""

    def change(file: WordFile) -> None:
        file.delete("A third", is_tracked=is_as_struck)
        heading = file.paragraph("A heading inside")
        heading.remove(heading.find(f"{W}pPr"))

    found = returned(change).edits
    assert [edit.kind for edit in found] == (["gone"] if is_as_struck else ["gone", "looks"])
    said = [look for edit in found for look in edit.looks]
    assert len(said) == 1
    assert "it is a paragraph now, and was a heading of level" in said[0]
    assert ("LibreOffice" in said[0]) == is_as_struck


# Styles


def test_looks_of_a_file_and_of_its_usual_style_are_seen(returned: Returned) -> None:
    def usual(file: WordFile) -> None:
        text = file.parts["word/styles.xml"].decode()
        at = text.index("<w:rPr>", text.index('w:styleId="Normal"')) + len("<w:rPr>")
        file.parts["word/styles.xml"] = f"{text[:at]}<w:strike/>{text[at:]}".encode()

    found = returned(usual).edits
    assert {edit.kind for edit in found} == {"looks"}
    assert any(
        "A second paragraph" in look and "struck through now" in look for e in found for look in e.looks
    )


def test_bold_words_in_bold_paragraphs_are_plain_as_word_shows_them(returned: Returned) -> None:
    """A style of words and one of their paragraph that both switch a look on switch it off together."""
    both = (
        '<w:style w:type="paragraph" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Shout"><w:rPr><w:b/></w:rPr></w:style>'
    )

    def change(file: WordFile) -> None:
        styled(file, both)
        file.paragraph("A second").insert(0, made('<w:pPr><w:pStyle w:val="Loud"/></w:pPr>'))
        with_looks(file, "A second", "A second paragraph that is", '<w:rStyle w:val="Shout"/>')

    assert only(returned(change)).looks == ("“as plain as can be.” is bold now",)


def test_a_style_based_on_a_heading_is_one(returned: Returned) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Heading4"/></w:style>'

    def change(file: WordFile) -> None:
        styled(file, style)
        paragraph = file.paragraph("A heading inside")
        old = paragraph.find(f"{W}pPr/{W}pStyle")
        assert old.get(f"{W}val") != "Heading4"
        old.set(f"{W}val", "Mine")

    assert only(returned(change)).looks[0].startswith("it is a heading of level 4 now")


# Parts, tags and fields


def test_marks_of_other_programs_change_nothing(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        runs, _ = file._cut(file.paragraph("A second"), "plain as can")
        tag = made('<w:smartTag w:uri="urn:invented" w:element="place"/>')
        runs[0].addprevious(tag)
        for run in runs:
            tag.append(run)
        for mark in (
            '<w:proofErr w:type="spellStart"/>',
            '<w:bookmarkStart w:id="77" w:name="hidden words"/>',
            '<w:bookmarkEnd w:id="77"/>',
            "<w:r><w:lastRenderedPageBreak/></w:r>",
            '<w:permStart w:id="5" w:edGrp="everyone"/>',
        ):
            tag.append(made(mark))

    assert returned(change).edits == ()


def test_words_of_fields_are_what_they_show(returned: Returned) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def change(file: WordFile) -> None:
        runs, last = file._cut(file.paragraph("A second"), "plain")
        page = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        inner = f"{mark('begin')}{page}{mark('separate')}<w:r><w:t>7</w:t></w:r>"
        begin = (
            f"{mark('begin')}<w:r><w:instrText> IF </w:instrText></w:r>{inner}{mark('end')}{mark('separate')}"
        )
        for one in made(f"<w:p>{begin}</w:p>"):
            runs[0].addprevious(one)
        last.addnext(made(mark("end")))
        runs, _ = file._cut(file.paragraph("A second"), "as can be")
        field = made('<w:fldSimple w:instr=" REF nothing "/>')
        runs[0].addprevious(field)
        for run in runs:
            field.append(run)

    assert returned(change).edits == ()


def test_a_field_that_never_ends_hides_no_words(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        paragraph = file.paragraph("A second")
        paragraph.append(made('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))
        paragraph.append(made("<w:r><w:instrText> PAGE </w:instrText></w:r>"))

    assert returned(change).edits == ()


def test_a_text_that_stands_in_another_part_is_read(data: Path, content: bytes, tmp_path: Path) -> None:
    """The file says where its text is: Word on the web names it otherwise."""
    names = {
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
    }
    file = WordFile(content)
    parts = {names.get(name, name): part for name, part in file.parts.items()}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    file.parts = parts
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    path = tmp_path / "web.docx"
    path.write_bytes(saved.getvalue())
    assert compare(data, 2021, path).edits == ()


def test_tops_and_feet_of_pages_are_compared(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        name = next(name for name in file.parts if "word/header" in name)
        words = "<w:p><w:r><w:t>Privileged and confidential</w:t></w:r></w:p>"
        file.parts[name] = file.parts[name].replace(b"</w:hdr>", f"{words}</w:hdr>".encode())

    found = returned(change)
    edit = only(found)
    assert (edit.kind, edit.what) == ("new", "top or foot of the pages")
    assert "{+Privileged and confidential+}" in "\n".join(line for line, _ in as_lines(found))


def test_the_list_says_what_is_not_compared(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        with_looks(file, "A second", "as plain", '<w:color w:val="FF0000"/><w:sz w:val="48"/>')

    found = returned(change)
    assert found.edits == ()
    assert "Not compared: fonts, sizes, colors" in "\n".join(line for line, _ in as_lines(found))


def test_cells_that_were_made_one_leave_the_others_where_they_were(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        row = next(row for row in file.document.iter(f"{W}tr") if len(row.findall(f"{W}tc")) > 3)
        row = row.getnext()
        first, second, *_ = row.findall(f"{W}tc")
        row.remove(second)
        first.find(f"{W}tcPr").append(made('<w:gridSpan w:val="2"/>'))

    edit = only(returned(change))
    assert (edit.kind, len(edit.values)) == ("changed", 1)
    assert edit.values[0].after == ""


def accepted(file: WordFile) -> None:
    """All tracked changes accepted, as Word does it."""
    for name in ("del", "moveFrom"):
        for one in list(file.document.iter(f"{W}{name}")):
            above = one.getparent()
            paragraph = above.getparent().getparent() if above.tag == f"{W}rPr" else None
            above.remove(one)
            if paragraph is not None and not any(True for _ in paragraph.iter(f"{W}t")):
                paragraph.getparent().remove(paragraph)
    for name in ("ins", "moveTo"):
        for one in list(file.document.iter(f"{W}{name}")):
            for child in list(one):
                one.addprevious(child)
            one.getparent().remove(one)


def test_accepted_changes_are_listed_as_tracked_ones(returned: Returned) -> None:
    def tracked(file: WordFile) -> None:
        file.track("The first", "every supplier must", "every supplier shall")
        file.delete("A third", is_tracked=True)
        file.add("A second", "A paragraph of counsel.", is_tracked=True)
        file.move("The last", "A second", is_tracked=True)

    def plain(file: WordFile) -> None:
        tracked(file)
        accepted(file)
        assert NAMESPACE in file.parts["word/document.xml"].decode()

    with_tracks, without = (
        [(edit.kind, str(edit.where), edit.pieces, edit.looks, edit.ops) for edit in returned(way).edits]
        for way in (tracked, plain)
    )
    assert with_tracks == without
    assert sorted(kind for kind, *_ in without) == ["changed", "gone", "moved", "new"]
