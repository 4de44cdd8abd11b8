"""A redline: words of people and of the data, paragraphs and rows that came, went, moved or were renamed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import main
from generator.documents.output import Output
from generator.documents.pdf.gate import broken_rules
from generator.pipeline import export_files, load, render
from tests.support.builders import ROWS, YML, write_year
from tests.support.withheld import SUPPLIERS, add_suppliers

BEFORE = """\
# Invented words

We asked {{ survey.suppliers }} suppliers, and wrote to each of them twice.

A paragraph that moves from the beginning to the end of its section.

A paragraph that says what was true in the year before, and is true no longer.

The first of two paragraphs that stay where they are.

-   An item with {{ facilities.total }} rows
"""
AFTER = """\
# Invented words

We asked {{ survey.suppliers }} suppliers, and wrote to most of them twice.

The first of two paragraphs that stay where they are.

-   An item with {{ facilities.total }} rows

A paragraph that moves from the beginning to the end of its section.

A new paragraph about something that nobody had thought of then.
"""
OLD = YML.replace("2021", "2020").replace("2022", "2021").replace("suppliers: 7", "suppliers: 9")
GOLD = ROWS[0]
OLD_ROWS = [
    GOLD,
    ("Gold", "CID000007", "Invented Mint Before", "JAPAN", "Open"),
    ("Gold", "CID000008", "Invented Gone Works", "JAPAN", "Open"),
    ("Tin", "", "Invented Tin Works", "PERU", "Open"),
]
NEW_ROWS = [
    GOLD,
    ("Gold", "CID000007", "Invented Mint After", "JAPAN", "Open"),
    ("Gold", "CID000009", "Another Refinery", "PERU", "Open"),
    ("Tin", "", "Invented Tin Works", "PERU", "Conformant"),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("redline")
    for year, yml, rows, text in ((2020, OLD, OLD_ROWS, BEFORE), (2021, YML, NEW_ROWS, AFTER)):
        folder = write_year(root / "data", year=year, yml=yml, rows=rows)
        (folder / "report" / "05-words.md").write_text(text, encoding="utf-8")
    return root / "data"


def run(data: Path, to: Path, *options: str, year: int = 2021) -> tuple[int, str]:
    command = ["redline", str(year), "--data", str(data), "--to", str(to), *options]
    result = CliRunner().invoke(main, command)
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def folder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("out") / "redline"
    code, output = run(data, to)
    assert code == 0, output
    return to


@pytest.fixture(scope="module")
def page(folder: Path) -> Any:
    text = (folder / "redline-2021-since-2020.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(text, "lxml")
    for one in soup.select(".words"):
        one.decompose()
    return soup


def paragraph(page: Any, has: str) -> str:
    """The markup inside the paragraph, item or row with these words."""
    found = [one for one in page.select("p, li, tr") if has in one.get_text()]
    assert found, has
    return re.sub(r"\s+", " ", found[-1].decode_contents()).strip()


def test_words_of_people_and_values_of_the_data_are_told_apart(page: Any) -> None:
    assert paragraph(page, "wrote to") == (
        'We asked <del class="data">[9]</del><sup>d</sup><ins class="data">7</ins><sup>d</sup> suppliers, and'
        " wrote to <del>[each]</del><ins>most</ins> of them twice."
    )


def test_what_moved_came_or_went_says_so_at_its_beginning(page: Any) -> None:
    label = '<em class="label">[{}] </em>'
    assert paragraph(page, "that moves from").startswith(label.format("paragraph moved here"))
    gone = paragraph(page, "true no longer")
    assert gone.startswith(f"{label.format('deleted paragraph')}<del>[A paragraph that says")
    assert paragraph(page, "nobody had thought").startswith(f"{label.format('new paragraph')}<ins>A new")
    assert "<ins>" not in paragraph(page, "The first of two")


def test_rows_are_new_gone_renamed_and_changed(page: Any) -> None:
    rows = {
        row.find_all("td")[0].get_text(): row.decode_contents()
        for row in page.select("table")[-1].select("tr")[1:]
    }
    assert set(rows) == {"", "Renamed", "Gone", "New", "Changed"}
    assert "<del>[Invented Mint Before]</del> <ins>Invented Mint After</ins>" in rows["Renamed"]
    assert "<del>[Invented Gone Works]</del>" in rows["Gone"]
    assert "<ins>Another Refinery</ins>" in rows["New"]
    assert "<del>[Open]</del> <ins>Conformant</ins>" in rows["Changed"]


def test_the_summary_counts_and_leads_to_each_section(page: Any) -> None:
    text = " ".join(page.get_text().split())
    assert "List: 1 new, 1 gone, 1 renamed, 1 changed otherwise, 0 at another place." in text
    links = {one.get_text(): one["href"] for one in page.select("main > ul a")}
    assert "Invented words" in links
    for address in links.values():
        assert len(page.select(address)) == 1, address
    assert page.select_one(links["Invented words"]).get_text() == "Invented words"


def test_the_page_needs_no_other_file_and_says_what_is_new_to_who_listens(folder: Path) -> None:
    text = (folder / "redline-2021-since-2020.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert '<ins><span class="words">new: </span>most</ins>' in text
    assert '<html lang="en">' in text


def test_the_pdf_is_accessible_and_says_the_same(folder: Path) -> None:
    content = (folder / "redline-2021-since-2020.pdf").read_bytes()
    assert broken_rules(content) == []
    text = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))
    words = " ".join(text.split())
    assert "[each]most of them twice" in words
    assert "[deleted paragraph] [A paragraph that says" in words
    assert "Renamed" in words


def test_the_same_input_gives_the_same_bytes(data: Path, folder: Path, tmp_path: Path) -> None:
    assert run(data, tmp_path / "again")[0] == 0
    for path in folder.glob("redline-*"):
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_a_year_against_itself_has_no_change(data: Path, tmp_path: Path) -> None:
    assert run(data, tmp_path / "out", "--since", "2021", "--only", "html")[0] == 0
    (path,) = (tmp_path / "out").glob("*.html")
    assert "<p>Nothing changed.</p>" in path.read_text(encoding="utf-8")


def test_its_own_filed_documents_have_no_change_of_the_report(data: Path, tmp_path: Path) -> None:
    assets, _ = export_files(load(data, 2021), Output(kinds=("edgar",)))
    paths = []
    for one in (asset for asset in assets if asset.is_for_edgar):
        paths.append(tmp_path / one.uri.rpartition("/")[2])
        paths[-1].write_bytes(one.content)
    for given in (paths, [path for path in paths if path.name.startswith("ex")]):
        options = [option for path in given for option in ("--against", str(path))]
        assert run(data, tmp_path / "out", *options, "--only", "html")[0] == 0
        text = (tmp_path / "out" / "redline-2021-against-file.html").read_text(encoding="utf-8")
        assert "<p>Nothing changed.</p>" in text
    edited = paths[-1].read_text(encoding="ascii").replace("We asked 7", "We asked 9")
    paths[-1].write_text(edited, encoding="ascii")
    assert run(data, tmp_path / "out", "--against", str(paths[-1]), "--only", "html")[0] == 0
    text = (tmp_path / "out" / "redline-2021-against-file.html").read_text(encoding="utf-8")
    assert '<del class="data"><span class="words">deleted: </span>[9]</del>' in text


def test_what_was_signed_is_compared_as_it_was_kept(data: Path, tmp_path: Path) -> None:
    write_year(
        tmp_path / "data",
        rows=NEW_ROWS,
        yml=YML.replace("signed_elsewhere: Invented, so that nobody signs", ""),
    )
    section = tmp_path / "data" / "2021" / "report" / "05-words.md"
    section.write_text(AFTER, encoding="utf-8")
    assert (
        "RL-001 error: nothing of 2021 is signed"
        in run(tmp_path / "data", tmp_path / "o", "--since", "signed")[1]
    )
    command = ["sign", "2021", "--data", str(tmp_path / "data"), "--role", "legal", "--name", "Ann Example"]
    signed = CliRunner().invoke(main, [*command, "--date", "2022-05-20"])
    assert signed.exit_code == 0, signed.output
    section.write_text(AFTER.replace("most of them", "some of them"), encoding="utf-8")
    code, output = run(tmp_path / "data", tmp_path / "out", "--since", "signed", "--only", "html")
    assert code == 0, output
    text = (tmp_path / "out" / "redline-2021-since-signed.html").read_text(encoding="utf-8")
    assert "as Ann Example signed it on May 20, 2022" in text
    soup = BeautifulSoup(text, "lxml")
    assert [one.get_text() for one in soup.select("main > p > del")[-1:]] == ["deleted: [most]"]


def test_without_another_side_it_is_told_and_nothing_is_written(data: Path, tmp_path: Path) -> None:
    code, output = run(data, tmp_path / "out", year=2020)
    assert code == 1
    assert "RL-001 error: there is no data for 2019" in output
    assert "Nothing was written." in output
    assert not (tmp_path / "out").exists()
    assert "neither signed, published nor a year" in run(data, tmp_path / "out", "--since", "never")[1]
    assert "VE-001" in run(data, tmp_path / "out", "--against", str(_file(tmp_path, b"%PDF-1.7")))[1]


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "filed.htm"
    path.write_bytes(content)
    return path


def test_what_is_withheld_stops_it(data: Path, tmp_path: Path) -> None:
    folder = write_year(tmp_path / "data")
    write_year(tmp_path / "data", year=2020, yml=OLD)
    (folder / "report" / "05-words.md").write_text(
        f"# Words\n\nWe thank {SUPPLIERS[0].name}.\n", encoding="utf-8"
    )
    add_suppliers(folder / "smelters.xlsx")
    code, output = run(tmp_path / "data", tmp_path / "out")
    assert code == 1
    assert "redline-2021-since-2020" in output


def test_it_is_never_in_the_site(data: Path) -> None:
    assert not [one.uri for one in render(load(data)).assets if "redline" in one.uri]


def test_headings_of_rows_have_as_many_cells(page: Any) -> None:
    for table in page.select("table"):
        counts = {len(row.find_all(["td", "th"])) for row in table.select("tr")}
        assert len(counts) == 1
