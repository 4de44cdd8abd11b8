"""Every published form is equal to the data, and one changed character in any of them is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents.pdf.files import pdf_files
from generator.documents.pictures import pictures_of
from generator.errors import InputError
from generator.findings import Finding
from generator.model import LineRef, Passage
from generator.prose.html_tree import html_tree
from generator.verify.equality import compare_published, published_lines
from generator.verify.html_text import html_of
from generator.verify.published import (
    read_published_file,
)
from generator.verify.values import PublishedFile
from tests.support import builders
from tests.support.published import Site, publish

ROWS = (
    ("Gold", "CID000001", "Invented Gold Works", "JAPAN", "Conformant", "2022-03-31", "Yes", "Moved in 2021"),
    ("Gold", "CID000002", "=Formula & <Works>", "KOREA, REPUBLIC OF", "Open", "", "", ""),
    ("Tin", "", "'Apostrophe Tin, “Ltd.”", "PERU", "Open", "", "No", "Moved in 2021"),
)
QUOTED = ("'=1+1", "''=x", "=x", "'plain", "''plain")
"""Names that spreadsheets run, or that look as if an apostrophe kept them from it."""

HEADINGS = (*builders.HEADINGS, "Status As Of", "Recycled or Scrap", "Footnote")
COLUMNS = "cid, metal, name, country_as_filed, country, status, status_as_of, recycled, footnote"
SECTION = """\
# Invented results

The list has {{ facilities.total }} rows in {{ facilities.countries }} countries.

a.  First of two ordered sentences.
b.  Second of them, with a note[^1] and a [link](https://www.example.com/policy).

[^1]: What the note says.

{{ table.status_by_metal }}

{{ claim.none_in_covered_country(facilities) }}

# Invented annex is below
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small year with everything that makes forms differ, published without MkDocs."""
    folder = tmp_path_factory.mktemp("published")
    data = folder / "data"
    yml = builders.YML.replace("metal, name, country_as_filed, country, status", COLUMNS)
    sections = {"01-results.md": SECTION.rpartition("\n# ")[0]}
    sections |= builders.COMPLETE
    builders.write_year(data, rows=ROWS, headings=HEADINGS, yml=yml, sections=sections)
    return publish(data, folder / "site")


PAGES = ("", "form-sd/", "report/", "annex/", "documents/")
DOCUMENTS = (
    "edgar/form-sd.htm", "edgar/ex1-01.htm", "smelters-2021.csv", "smelters-2021.xlsx", "smelters-2021.json",
    "form-sd-2021.pdf", "form-sd-2021-edgar.pdf", "ex1-01-2021-edgar.pdf",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_equal(site: Site, name: str) -> None:
    assert site.page_differences(f"2021/{name}index.html", "<article>", "<article>") == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_equal(site: Site, name: str) -> None:
    assert site.differences(f"2021/documents/{name}") == []


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("report", "3 rows in 3 countries", "3 rows in 4 countries",
         "VE-013 after '… The list has 3 rows in' there is '4' where the data gives '3'"),
        ("report", "First of two", "First of the two",
         "First of' there is 'the', which the data does not give"),
        ("report", "ordered sentences", "ordered sentence.",
         "VE-013 after '… 3 countries. First of two ordered' there is 'sentence..' where the data gives"
         " 'sentences.'"),
        ("report", "What the note says.", "What it says.",
         "VE-013 "),
        ("report", "lists all files", "lists no files", "there is 'no' where the data gives 'all'"),
        ("form-sd", "001-00042", "001-00043", "there is '001-00043' where the data gives '001-00042'"),
        ("form-sd", "☒", "☐", "there is '☐' where the data gives '☒'"),
        ("annex", "Invented Gold Works</th>", "Invented Gold Work</th>",
         "VE-012 'Invented Gold Works' (gold): name is 'Invented Gold Work' there and 'Invented Gold Works'"
         " in the data (C2)"),
        ("annex", ">JAPAN<", ">JAPAM<", "country as filed is 'JAPAM' there and 'JAPAN' in the data"),
        ("annex", ">Open</span></td>", ">Opem</span></td>", "status is 'Opem' there and 'Open' in the data"),
        ("annex", "CID000001</td>", "CID000007</td>", "cid is 'CID000007' there and 'CID000001' in the data"),
        ("annex", 'role="cell">March 31, 2022<', 'role="cell">March 30, 2022<',
         "status as of is '2022-03-30' there and '2022-03-31' in the data"),
        ("annex", "Moved in 2021", "Moved in 2020", "note is 'Moved in 2020"),
        ("annex", 'id="CID000001"', 'id="CID000007"',
         "VE-012 'Invented Gold Works' (gold): address is '2021/annex/#CID000007' there and"),
    ],
)  # fmt: skip
def test_one_changed_character_in_a_page_is_told(
    site: Site, name: str, old: str, new: str, message: str
) -> None:
    found = site.page_differences(f"2021/{name}/index.html", old, new)
    assert len(found) >= 1
    assert message in found[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("the listed smelters are</title>", "the listed melters are</title>",
         "there is 'melters' where the data gives 'smelters'"),
        ("one for each country", "two for each country", "there is 'two' where the data gives 'one'"),
    ],
)  # fmt: skip
def test_one_changed_character_in_a_picture_of_a_page_is_told(
    site: Site, old: str, new: str, message: str
) -> None:
    (found,) = site.page_differences("2021/index.html", old, new)
    assert found.startswith("VE-013 in a picture, after '… ")
    assert message in found


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("edgar/ex1-01.htm", "3 rows in 3 countries", "3 rows in 2 countries", "VE-013 "),
        ("edgar/ex1-01.htm", "Invented Gold Works</th>", "Invented Gold Works.</th>", "VE-012 "),
        ("edgar/ex1-01.htm", "Gold: 2 rows", "Gold: 3 rows",
         "VE-014 rows listed for gold: 3 there, 2 in the data"),
        ("edgar/ex1-01.htm", "&#8220;Ltd.", "&#8221;Ltd.", "VE-012 "),
        ("edgar/form-sd.htm", "&#9746;", "&#9744;", "VE-013 "),
        ("edgar/form-sd.htm", "January 1 to December 31, 2021", "January 1 to December 31, 2020", "VE-013 "),
        ("smelters-2021.csv", "Invented Gold Works", "Invented Gold Works ", ""),
        ("smelters-2021.csv", "Invented Gold Works", "Invented Gold Workz", "VE-012 "),
        ("smelters-2021.csv", ",JP,", ",JR,", "country code is 'JR' there and 'JP' in the data (C2)"),
        ("smelters-2021.csv", "'=Formula", "=Formula", ""),
        ("smelters-2021.csv", "'=Formula", "'=Formule", "name is '=Formule & <Works>' there"),
        ("smelters-2021.csv", "2022-03-31", "2022-03-30", "status as of is '2022-03-30' there"),
        ("smelters-2021.json", '"rows": 3', '"rows": 4', "VE-014 rows: 4 there, 3 in the data"),
        ("smelters-2021.json", '"Gold": 2', '"Gold": 1', "VE-014 rows for gold: 1 there, 2 in the data"),
        ("smelters-2021.json", '"recycled_or_scrap": true', '"recycled_or_scrap": false',
         "recycled or scrap is 'No' there and 'Yes' in the data"),
        ("smelters-2021.json", '"country": "Peru"', '"country": "Per"', "country is 'Per' there"),
    ],
)  # fmt: skip
def test_one_changed_character_in_a_document_is_told(
    site: Site, name: str, old: str, new: str, message: str
) -> None:
    content = site.assets[f"2021/documents/{name}"].content.decode("utf-8")
    assert old in content
    found = site.differences(f"2021/documents/{name}", content.replace(old, new, 1).encode())
    assert message in found[0] if message else found == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"Invented Gold Works", b"Invented Gold Worms", "name is 'Invented Gold Worms' there"),
        (b"<t>JAPAN</t>", b"<t>JAPAM</t>", "country as filed is 'JAPAM' there"),
        (b"<t>3</t>", b"<t>4</t>", "VE-014 rows: 4 there, 3 in the data"),
    ],
)
def test_one_changed_character_in_the_workbook_is_told(
    site: Site, old: bytes, new: bytes, message: str
) -> None:
    name = "2021/documents/smelters-2021.xlsx"
    builders.change_part(site.folder / name, "xl/sharedStrings.xml", old, new)
    try:
        assert message in site.differences(name)[0]
    finally:
        (site.folder / name).write_bytes(site.assets[name].content)


IN_PDF = {
    "3 rows in 3 countries": ("3 rows in 5 countries", "there is '5' where the data gives '3'"),
    "Invented Gold Works<": ("Invented Gold Worms<", "there is 'Worms' where the data gives 'Works'"),
    "First of two ordered": (
        "First of twoordered",
        "there is 'twoordered' where the data gives 'two ordered'",
    ),
    "What the note says.": ("What the note said.", "there is 'said.' where the data gives 'says.'"),
}
"""Text of the exhibit to what is typeset in its place, and what must be told of it."""


def test_one_changed_character_in_a_pdf_is_told(site: Site) -> None:
    form, exhibit = site.trees
    assert exhibit is not None
    html = "".join(map(html_of, exhibit.children))
    for old, (new, _) in IN_PDF.items():
        assert old in html
        html = html.replace(old, new, 1)
    assets, _ = pdf_files(site.disclosure, form, html_tree(html), pictures_of(site.pages["2021/index.html"]))
    web, form_copy, exhibit_copy = assets
    for asset in (web, exhibit_copy):
        found = " ".join(site.differences(asset.uri, asset.content))
        assert [message for _, message in IN_PDF.values() if message not in found] == [], found
    assert site.differences(form_copy.uri, form_copy.content) == []


def test_one_changed_character_in_the_form_is_told_of_both_pdfs(site: Site) -> None:
    form, exhibit = site.trees
    html = "".join(map(html_of, form.children))
    assert "001-00042" in html
    changed = html_tree(html.replace("001-00042", "001-00043", 1))
    web, form_copy, exhibit_copy = pdf_files(site.disclosure, changed, exhibit, ())[0]
    for asset in (web, form_copy):
        assert "there is '001-00043' where the data gives '001-00042'" in " ".join(
            site.differences(asset.uri, asset.content)
        )
    assert site.differences(exhibit_copy.uri, exhibit_copy.content) == []


def test_a_changed_figure_in_a_picture_of_a_pdf_is_told(site: Site) -> None:
    form, exhibit = site.trees
    pictures = pictures_of(site.pages["2021/index.html"])
    first = replace(pictures[0], svg=pictures[0].svg.replace(">2<", ">7<", 1))
    assert first != pictures[0]
    assets, _ = pdf_files(site.disclosure, form, exhibit, (first, *pictures[1:]))
    assert "which the data does not give" in site.differences(assets[0].uri, assets[0].content)[0]


def test_a_missing_row_and_one_too_many_are_told(site: Site) -> None:
    name = "2021/documents/smelters-2021.csv"
    lines = site.assets[name].content.decode("utf-8").split("\r\n")
    short = "\r\n".join([lines[0], *lines[2:]]).encode()
    assert site.differences(name, short) == [
        "VE-012 the row 'Invented Gold Works' (gold) of the data (C2) is not there"
    ]
    twice = "\r\n".join([*lines[:2], *lines[1:]]).encode()
    assert site.differences(name, twice) == [
        "VE-012 the row 'Invented Gold Works' (Gold) is not in the data there"
    ]


def test_apostrophes_of_a_name_come_back_from_the_csv(tmp_path: Path) -> None:
    rows = [("Tin", "", name, "PERU", "Open") for name in QUOTED]
    builders.write_year(tmp_path / "data", rows=rows)
    site = publish(tmp_path / "data", tmp_path / "site")
    name = "2021/documents/smelters-2021.csv"
    file = read_published_file(site.assets[name], site.folder, site.columns)
    assert file is not None
    assert sorted(row.values["name"] for row in file.rows or ()) == sorted(QUOTED)
    assert site.differences(name) == []
    content = site.assets[name].content
    assert b"''=1+1" in content
    assert "name is '=1+1' there" in site.differences(name, content.replace(b"''=1+1", b"'=1+1"))[0]


def test_rows_in_another_order_are_told(site: Site) -> None:
    name = "2021/documents/smelters-2021.csv"
    head, *rows, end = site.assets[name].content.decode("utf-8").split("\r\n")
    assert len(site.differences(name, "\r\n".join([head, *reversed(rows), end]).encode())) >= 2


def test_a_column_that_is_missing_from_a_data_file_is_told(site: Site) -> None:
    name = "2021/documents/smelters-2021.json"
    data = json.loads(site.assets[name].content)
    for row in data["smelters"]:
        del row["country_code"]
    assert (
        "country code is '' there and 'JP' in the data"
        in site.differences(name, json.dumps(data).encode())[0]
    )


def test_many_differences_are_told_in_part_and_counted(site: Site) -> None:
    expected = [Passage(f"word{n} same", LineRef("x")) for n in range(60)]
    found = [Passage(f"other{n} same", LineRef("x")) for n in range(60)]
    file = PublishedFile("x", None, tuple(found))
    findings = list(compare_published(site.disclosure, file, expected))
    assert len(findings) == 21
    assert findings[-1].message == "40 more differences like these"


def test_a_line_with_other_cells_than_the_first_is_named(site: Site) -> None:
    name = "2021/documents/smelters-2021.csv"
    lines = site.assets[name].content.decode("utf-8").split("\r\n")
    cells = lines[0].count(",") + 1
    for line in (lines[2].rpartition(",")[0], f"{lines[2]},more"):
        content = "\r\n".join([*lines[:2], line, *lines[3:]]).encode()
        with pytest.raises(InputError, match=f"line 3 has not the {cells} cells of the first line"):
            site.differences(name, content)


def test_a_damaged_file_is_told_without_a_traceback(site: Site) -> None:
    for name in DOCUMENTS:
        uri = f"2021/documents/{name}"
        if name.endswith((".htm", ".csv")):
            continue
        (site.folder / uri).write_bytes(b"broken")
        try:
            with pytest.raises(InputError):
                read_published_file(replace(site.assets[uri], content=b"broken"), site.folder, site.columns)
        finally:
            (site.folder / uri).write_bytes(site.assets[uri].content)


def test_the_lines_for_readers_say_what_was_compared() -> None:
    passages = (Passage("two words", LineRef("a.htm")),)
    files = (PublishedFile("a.htm", (), passages, {"rows": 0}), PublishedFile("b.pdf", None, passages))
    from generator.findings.catalogue import PUBLISHED_TEXT

    found = [Finding(PUBLISHED_TEXT, "x", LineRef("b.pdf, page 3"), "y")]
    assert [" ".join(line.split()) for line in published_lines(files, found)] == [
        "a.htm 0 rows, 1 figure, 2 words: equal",
        "b.pdf 2 words: 1 difference",
    ]
