"""What counsel changed without changing a word: looks, links, kinds of paragraphs; every comment and note."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.counsel.as_lines import as_lines
from generator.counsel.compare import compare
from generator.errors import InputError
from tests.support.builders import YML, write_year
from tests.support.counsel import Change, Returned, only, word_file
from tests.support.word_edits import NAMESPACE, WHO, W, WordFile, made

TEXT = """\
# Invented words

The first paragraph has **bold words** and a [link](https://www.example.com/).

A second paragraph that is as plain as can be.

-   One item of a list
-   Another item of it

## A heading inside

The last paragraph of this section stands here, and it ends soon.
"""


@pytest.fixture(scope="module")
def section() -> str:
    return TEXT


def look(begins: str, words: str, markup: str) -> Change:
    """Words of a paragraph with a further look."""

    def change(file: WordFile) -> None:
        runs, _ = file._cut(file.paragraph(begins), words)
        for run in runs:
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = made("<w:rPr/>")
                run.insert(0, properties)
            new = made(markup)
            for old in properties.findall(new.tag):
                properties.remove(old)
            properties.append(new)

    return change


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<w:b/>", "bold"),
        ('<w:i w:val="true"/>', "italic"),
        ('<w:u w:val="double"/>', "underlined"),
        ("<w:strike/>", "struck through"),
        ("<w:dstrike/>", "struck through"),
        ('<w:highlight w:val="yellow"/>', "highlighted"),
        ("<w:vanish/>", "hidden"),
        ('<w:vertAlign w:val="superscript"/>', "raised"),
        (f"<w:i/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>", "italic"),
    ],
)
def test_words_that_look_otherwise_are_listed_and_not_in_the_patch(
    returned: Returned, markup: str, name: str
) -> None:
    def change(file: WordFile) -> None:
        for one in markup.replace("/><", "/>\n<", 1).split("\n"):
            look("A second", "as plain", one)(file) if one else None

    found = returned(change)
    edit = only(found)
    assert (edit.kind, edit.looks) == ("looks", (f"“as plain” is {name} now",))
    assert str(edit.where) == "data/2021/report/05-words.md:5"
    assert (found.patch, edit.is_in_patch) == ("", False)
    text = "\n".join(line for line, _ in as_lines(found))
    assert "line 5: paragraph looks otherwise" in text
    assert f"“as plain” is {name} now" in text


def test_looks_taken_off_and_given_by_a_style_are_seen(returned: Returned) -> None:
    edit = only(returned(look("The first", "bold words", '<w:b w:val="0"/>')))
    assert edit.looks == ("“bold words” is no longer bold",)

    def by_style(file: WordFile) -> None:
        style = '<w:style w:type="character" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style>'
        above = style.replace("Loud", "Louder").replace("<w:rPr><w:b/></w:rPr>", '<w:basedOn w:val="Loud"/>')
        space = f'<w:style xmlns:w="{NAMESPACE}" '
        both = (style + above).replace("<w:style ", space)
        styles = file.parts["word/styles.xml"].decode()
        file.parts["word/styles.xml"] = styles.replace("</w:styles>", f"{both}</w:styles>").encode()
        look("A second", "plain as can be", '<w:rStyle w:val="Louder"/>')(file)

    assert only(returned(by_style)).looks == ("“plain as can be” is bold now",)


def test_words_and_looks_of_one_paragraph_are_two_edits(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        look("A second", "as plain", "<w:b/>")(file)
        file.track("A second", "can be", "it gets")

    changed, looks = returned(change).edits
    assert (changed.kind, changed.is_in_patch) == ("changed", True)
    assert looks.looks == ("“as plain” is bold now",)


def test_a_link_that_leads_elsewhere_is_listed(returned: Returned) -> None:
    def elsewhere(file: WordFile) -> None:
        name = "word/_rels/document.xml.rels"
        file.parts[name] = file.parts[name].replace(b'https://www.example.com/"', b'https://evil.example/"')

    def off(file: WordFile) -> None:
        for link in list(file.paragraph("The first").iter(f"{W}hyperlink")):
            for run in link:
                link.addprevious(run)
            link.getparent().remove(link)

    def as_field(file: WordFile) -> None:
        """As Word writes a link that somebody typed."""
        off(file)
        runs, last = file._cut(file.paragraph("The first"), "link")
        begin = ("begin", ' HYPERLINK "https://www.example.com/" ', "separate")
        for one in begin:
            inside = (
                f"<w:instrText>{one}</w:instrText>" if " " in one else f'<w:fldChar w:fldCharType="{one}"/>'
            )
            runs[0].addprevious(made(f"<w:r>{inside}</w:r>"))
        last.addnext(made('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))

    there, now = "linked to https://www.example.com/", "linked to https://evil.example/"
    assert only(returned(elsewhere)).looks == (f"“link” is {now} now, no longer {there}",)
    assert only(returned(off)).looks == (f"“link” is no longer {there}",)
    assert returned(as_field).edits == ()


@pytest.mark.parametrize(
    ("begins", "properties", "said"),
    [
        ("A second", '<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>', "level 3 now, and was a paragraph"),
        ("A heading", '<w:pPr><w:pStyle w:val="Heading4"/></w:pPr>', "a heading of level 4 now"),
        ("A heading", "<w:pPr/>", "it is a paragraph now, and was a heading of level"),
        ("One item", "<w:pPr/>", "it is a paragraph now, and was an item of a list"),
    ],
)  # fmt: skip
def test_another_kind_of_paragraph_is_listed(
    returned: Returned, begins: str, properties: str, said: str
) -> None:
    def change(file: WordFile) -> None:
        paragraph = file.paragraph(begins)
        old = paragraph.find(f"{W}pPr")
        if old is not None:
            paragraph.remove(old)
        paragraph.insert(0, made(properties))

    assert said in next(one for one in only(returned(change)).looks if one.startswith("it is"))


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_comment_beside_deleted_words_is_listed(returned: Returned, is_whole: bool) -> None:
    def change(file: WordFile) -> None:
        file.comment("A second", "Why this?")
        if is_whole:
            file.delete("A second")
        else:
            file.delete("A second", is_tracked=True)

    found = returned(change)
    assert [edit.kind for edit in found.edits if edit.kind != "looks"] == ["gone", "comment"]
    (comment,) = (edit for edit in found.edits if edit.kind == "comment")
    assert "".join(piece.text for piece in comment.pieces) == "Why this?"
    assert "Why this?" in "\n".join(line for line, _ in as_lines(found))


def test_an_endnote_and_a_picture_are_no_secret(returned: Returned) -> None:
    def change(file: WordFile) -> None:
        notes = (
            f'<w:endnotes xmlns:w="{NAMESPACE}"><w:endnote w:id="5"><w:p><w:r><w:t>A note at the end.</w:t>'
        )
        file.parts["word/endnotes.xml"] = f"{notes}</w:r></w:p></w:endnote></w:endnotes>".encode()
        paragraph = file.paragraph("A second")
        paragraph.append(made('<w:r><w:endnoteReference w:id="5"/></w:r>'))
        paragraph.append(made("<w:r><w:drawing><w:blip/></w:drawing></w:r>"))

    found = [
        ("".join(piece.text for piece in edit.pieces), edit.kind, edit.what)
        for edit in returned(change).edits
    ]
    assert found == [("A note at the end.", "new", "footnote"), ("1 picture", "new", "pictures")]


def test_a_strict_file_says_the_same(data: Path, content: bytes, tmp_path: Path) -> None:
    """Word can save a Strict Open XML Document, whose names are others."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = {
        f'"{NAMESPACE}"': '"http://purl.oclc.org/ooxml/wordprocessingml/main"',
        f'"{relations}"': '"http://purl.oclc.org/ooxml/officeDocument/relationships"',
    }
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(saved, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for usual, strict in names.items():
                part = part.replace(usual.encode(), strict.encode())
            new.writestr(name, part)
    assert b"purl.oclc.org" in zipfile.ZipFile(saved).read("word/document.xml")
    path = tmp_path / "strict.docx"
    path.write_bytes(saved.getvalue())
    assert compare(data, 2021, path).edits == ()


def test_a_file_with_macros_is_refused(data: Path, content: bytes, tmp_path: Path) -> None:
    file = WordFile(content)
    file.parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    path = tmp_path / "counsel.docm"
    path.write_bytes(file.content)
    with pytest.raises(InputError, match="has macros"):
        compare(data, 2021, path)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"2021": "2020", "2022": "2021"}, "the file is the Word file of 2020"),
        ({"001-00042": "001-00043"}, "the file is of another company"),
    ],
)
def test_a_file_of_another_year_or_company_is_refused_however_alike_it_is(
    data: Path, tmp_path: Path, changes: dict[str, str], said: str
) -> None:
    yml = YML
    for old, new in changes.items():
        yml = yml.replace(old, new)
    year = 2020 if "2021" in changes else 2021
    write_year(tmp_path / "data", year=year, yml=yml)
    path = tmp_path / "counsel.docx"
    path.write_bytes(word_file(tmp_path / "data", year))
    with pytest.raises(InputError, match=said) as problem:
        compare(data, 2021, path)
    assert [finding.code for finding in problem.value.findings] == ["CM-004"]
