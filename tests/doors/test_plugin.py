"""The plugin inside MkDocs: what a build publishes, and what it leaves alone."""

from __future__ import annotations

import csv
import errno
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.bad_input import BAD_INPUTS, Bad
from tests.support.builders import HEADINGS, YML, workbook, write_project, write_year

pytestmark = pytest.mark.site

PAGES = {"", "2021/", "2021/form-sd/", "2021/report/", "2021/annex/", "2021/documents/"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one invented year, and the site that was published before."""
    write_project(tmp_path)
    (tmp_path / "site" / "2020").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("Invented front page of last year")
    (tmp_path / "site" / "2020" / "letter.pdf").write_bytes(b"\x00\xff")
    return tmp_path


def mkdocs(project: Path, *options: str) -> Result:
    """``mkdocs build`` in this process."""
    return CliRunner().invoke(cli, ["build", "--config-file", str(project / "mkdocs.yml"), *options])


def files_in(folder: Path) -> dict[str, bytes]:
    """Path inside the folder to content, of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(project: Path) -> set[str]:
    """What stands in the project's folder that was not made by hand."""
    return {path.name for path in project.iterdir()} - {"data", "docs", "mkdocs.yml", ".cache"}


def read(project: Path, page: str) -> BeautifulSoup:
    """A page of the published site."""
    return BeautifulSoup((project / "site" / page / "index.html").read_text(encoding="utf-8"), "lxml")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project whose rows, statuses and sections hold what supplier text must never do."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [(metal, "", name, "RWANDA", LABEL) for metal, name in HOSTILE]
    yml = YML.replace("name: Invented Devices, Inc.", f"name: '{NAME}'")
    yml = yml.replace("label: Conformant", f"label: '{LABEL}'").replace("Invented annex", f"'{TITLE}'")
    write_project(folder, yml=yml, rows=rows)
    result = mkdocs(folder, "--strict")
    assert result.exit_code == 0, result.output
    yield folder
    shutil.rmtree(folder)


HOSTILE = (
    ("Gold", "NA"),
    ("Gold", '=HYPERLINK("https://www.example.com","Invented")'),
    ("Gold", "<script>alert(1)</script>"),
    ("Gold", "</td></tr></table><img src=x onerror=alert(1)>"),
    ("Gold", "| a | b |"),
    ("Gold", "{{ x }}"),
    ("Gold", "{% include 'x' %}"),
    ("Gold", "شركة التكرير"),
    ("Tin", "[Invented](javascript:alert(1))"),
    ("Tin", "![Invented](https://www.example.com/x.png)"),
    ("Tin", "https://www.example.com/"),
    ("Tin", "**Invented** _Works_ `code`"),
    ("Tin", "&lt;b&gt; &amp; Söhne"),
    ("Tin", "1. Invented"),
)
NAME = 'Invented </script><u>&amp; "Sons"</u> {{ x }} | *Inc.*'
LABEL = "Conformant <u>*</u> | {{ y }}"
TITLE = "Annex <u>I</u> {{ z }} `list`"


def test_every_page_of_the_year_is_published(built: Path) -> None:
    published = files_in(built / "site")
    assert {f"{page}index.html" for page in PAGES} <= set(published)
    assert "2021/documents/smelters-2021.csv" in published


def test_hostile_names_stand_in_the_annex_as_they_were_typed(built: Path) -> None:
    rows = read(built, "2021/annex").select("#fsd-annex tbody tr")
    assert [row.select_one("th").get_text() for row in rows] == [name for _, name in HOSTILE]


def test_hostile_names_stand_on_the_overview_as_they_were_typed(built: Path) -> None:
    links = read(built, "2021").select("article a[href*='annex/#'] bdi")
    names = [name for _, name in HOSTILE]
    assert links
    assert [link.get_text() for link in links] == names[: len(links)]


def test_the_front_page_names_no_row(built: Path) -> None:
    assert not read(built, "").select("article a[href*='annex/#'], article bdi")


@pytest.mark.parametrize("page", ["", "2021"], ids=["front", "overview"])
def test_hostile_words_of_statuses_begin_a_page_as_they_were_typed(built: Path, page: str) -> None:
    html = read(built, page)
    assert html.select_one("h1").get_text().startswith(f"All {len(HOSTILE)} listed smelters are {LABEL}.")
    assert LABEL in [name.get_text() for name in html.select(".fsd-result .fsd-status")]


def test_hostile_names_stand_in_the_report_as_they_were_typed(built: Path) -> None:
    links = read(built, "2021/report").select("article a[href*='annex/#']")
    assert [link.get_text() for link in links] == [name for _, name in HOSTILE]
    assert all(read(built, "2021/annex").find(id=link["href"].partition("#")[2]) for link in links)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_hostile_names_add_nothing_to_a_page(built: Path, page: str) -> None:
    html = read(built, page)
    ours = "[type='application/ld+json'], [src$='/assets/javascripts/annex.js']"
    assert not html.select(f"article script:not({ours})")
    assert all(json.loads(data.string) for data in html.select("script[type='application/ld+json']"))
    assert not html.select("[onerror], img[src='x'], a[href^='javascript']")
    assert not html.select("article [src*='www.example.com'], article a[href='https://www.example.com/']")
    made = {tag.get_text() for tag in html.select("article :is(b, code, em, strong)")}
    assert made.isdisjoint({"", "Invented", "Works", "code", "Inc.", "list"})


@pytest.mark.parametrize("page", sorted(PAGES))
def test_hostile_facts_of_the_filing_stand_on_a_page_as_they_were_typed(built: Path, page: str) -> None:
    html = read(built, page)
    assert not html.select("u")
    assert NAME in html.select_one("title").get_text()
    assert NAME in html.select_one("meta[name='description']")["content"]


def test_hostile_words_of_the_annex_stand_on_its_page_as_they_were_typed(built: Path) -> None:
    html = read(built, "2021/annex")
    assert html.select_one("h1").get_text().startswith(TITLE)
    assert {cell.get_text() for cell in html.select("#fsd-annex .fsd-status")} == {LABEL}


def test_hostile_names_are_no_formulas_in_the_csv(built: Path) -> None:
    text = (built / "site" / "2021" / "documents" / "smelters-2021.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Smelter or refiner"].removeprefix("'") for row in rows] == [name for _, name in HOSTILE]
    assert rows[1]["Smelter or refiner"].startswith("'=HYPERLINK(")
    assert [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_build_takes_the_place_of_the_whole_site_that_was_there(project: Path) -> None:
    result = mkdocs(project, "--strict")
    assert result.exit_code == 0, result.output
    published = files_in(project / "site")
    assert published["index.html"] != b"Invented front page of last year"
    assert "2020/letter.pdf" not in published
    assert beside(project) == {"site"}


def test_two_builds_give_the_same_bytes(project: Path) -> None:
    mkdocs(project)
    first = files_in(project / "site")
    mkdocs(project)
    assert files_in(project / "site") == first


PDF = {
    f"2021/documents/{name}"
    for name in ("form-sd-2021.pdf", "form-sd-2021-edgar.pdf", "ex1-01-2021-edgar.pdf")
}
EDGAR = {"2021/documents/edgar/form-sd.htm", "2021/documents/edgar/ex1-01.htm"}


def test_the_documents_of_the_filing_are_published(project: Path) -> None:
    assert mkdocs(project, "--strict").exit_code == 0
    assert set(files_in(project / "site")) >= PDF | EDGAR


def test_a_build_for_a_quick_look_leaves_out_the_pdf_files(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "- disclosure" in text
    config.write_text(text.replace("- disclosure", "- disclosure:\n      pdf: false"), encoding="utf-8")
    result = mkdocs(project, "--strict")
    assert result.exit_code == 0, result.output
    published = set(files_in(project / "site"))
    assert published.isdisjoint(PDF)
    assert published >= EDGAR


def test_what_the_documents_lack_is_told_and_stops_nothing(project: Path) -> None:
    section = max((project / "data" / "2021" / "report").iterdir())
    section.write_text("# Invented\n\n<video>Invented</video>\n", encoding="utf-8")
    result = mkdocs(project, "--strict")
    assert result.exit_code == 0, result.output
    assert (
        "DC-001 warning: the element <video> is left out of the PDF and of the files for EDGAR"
        in result.output
    )


def test_a_letter_that_no_font_has_stops_the_build_and_leaves_what_was_published(project: Path) -> None:
    before = files_in(project / "site")
    section = max((project / "data" / "2021" / "report").iterdir())
    section.write_text("# Invented\n\nInvented ሀለሐ works.\n", encoding="utf-8")
    result = mkdocs(project)
    assert "PD-001 error: no font of the PDF has" in result.output
    assert "Nothing was built; what was published stays." in result.output
    assert "Traceback" not in result.output
    assert result.exit_code == 1
    assert files_in(project / "site") == before
    assert beside(project) == {"site"}


@pytest.mark.parametrize("bad", BAD_INPUTS.values(), ids=BAD_INPUTS)
def test_bad_input_stops_the_build_and_leaves_what_was_published(project: Path, bad: Bad) -> None:
    before = files_in(project / "site")
    bad.make(project / "data" / "2021")
    result = mkdocs(project, "--strict")
    number = "1 error" if len(bad.says) == 1 else f"{len(bad.says)} errors"
    first = f"The disclosure has {number}. Nothing was built; what was published stays."
    assert "\n".join((first, *(f"  {line}" for line in bad.says))) in result.output
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 1
    assert files_in(project / "site") == before
    assert beside(project) == {"site"}


def test_errors_of_all_years_are_told_at_once(project: Path) -> None:
    write_year(project / "data", year=2020, yml=YML.replace("2021", "2019"))
    (project / "data" / "2021" / "smelters.xlsx").write_bytes(b"")
    result = mkdocs(project)
    assert "The disclosure has 2 errors." in result.output
    assert "WB-001 error: the file is empty (data/2021/smelters.xlsx)." in result.output
    assert (
        "DT-001 error: the period is 2019, the folder is 2020 (data/2020/disclosure.yml:16)." in result.output
    )


def test_no_data_at_all_stops_the_build(project: Path) -> None:
    before = files_in(project / "site")
    shutil.rmtree(project / "data")
    result = mkdocs(project)
    assert "FI-001 error: the folder is not there (data)." in result.output
    assert result.exit_code == 1
    assert files_in(project / "site") == before


def test_warnings_and_notes_about_the_data_do_not_stop_a_strict_build(project: Path) -> None:
    (project / "data" / "2021" / "disclosure.yml").write_text(YML.replace("2022-05-31", "2022-06-01"))
    result = mkdocs(project, "--strict")
    assert "DT-003 warning: the filing date 2022-06-01 lies after the due date 2022-05-31" in result.output
    assert result.exit_code == 0


def test_a_link_that_leads_nowhere_stops_a_strict_build_and_leaves_what_was_published(project: Path) -> None:
    before = files_in(project / "site")
    (project / "docs" / "about.md").write_text("# Invented\n\n[Nowhere](nowhere.md)\n")
    result = mkdocs(project, "--strict")
    assert "contains a link 'nowhere.md'" in result.output
    assert result.exit_code == 1
    assert files_in(project / "site") == before
    assert beside(project) == {"site"}


def test_without_strict_a_link_that_leads_nowhere_is_published(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# Invented\n\n[Nowhere](nowhere.md)\n")
    assert mkdocs(project).exit_code == 0
    assert "about/index.html" in files_in(project / "site")


def test_a_site_that_a_killed_build_left_aside_comes_back_whatever_the_next_build_does(project: Path) -> None:
    before = files_in(project / "site")
    (project / "site").rename(project / ".site.k3_x9a0b.old")
    (project / "data" / "2021" / "disclosure.yml").unlink()
    assert mkdocs(project).exit_code == 1
    assert files_in(project / "site") == before
    assert beside(project) == {"site"}


def test_a_site_that_cannot_be_put_back_is_told_in_plain_words(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "site").rename(project / ".site.k3_x9a0b.old")

    def refused(path: Path, place: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", refused)
    result = mkdocs(project)
    assert (
        "The site that a build left aside cannot be put back to site: Permission denied.\n" in result.output
    )
    assert isinstance(result.exception, SystemExit)
    assert "index.html" in files_in(project / ".site.k3_x9a0b.old")


def test_a_build_that_fails_halfway_leaves_what_was_published(project: Path) -> None:
    before = files_in(project / "site")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("font: false", "font: false\n  custom_dir: overrides"))
    (project / "overrides").mkdir()
    (project / "overrides" / "404.html").write_text("{% if %}")
    assert mkdocs(project).exit_code == 1
    assert files_in(project / "site") == before
    assert beside(project) == {"site", "overrides"}


def test_the_first_build_makes_the_folder_of_the_site(project: Path) -> None:
    shutil.rmtree(project / "site")
    assert mkdocs(project, "--site-dir", str(project / "public" / "site")).exit_code == 0
    assert "index.html" in files_in(project / "public" / "site")
    assert [path.name for path in (project / "public").iterdir()] == ["site"]


@pytest.mark.parametrize("folder", ["letter.txt", "letter.txt/site"])
def test_a_folder_that_cannot_be_made_is_told_in_plain_words(project: Path, folder: str) -> None:
    (project / "letter.txt").write_text("Invented")
    result = mkdocs(project, "--site-dir", str(project / folder))
    assert f"The site cannot be written to {project / folder}: " in result.output
    assert " Or name another folder.\n" in result.output
    assert isinstance(result.exception, SystemExit)
    assert beside(project) == {"site", "letter.txt"}
    assert (project / "letter.txt").read_text() == "Invented"


def test_a_build_after_a_preview_in_one_process_has_nothing_of_the_preview(project: Path) -> None:
    assert mkdocs(project).exit_code == 0
    before = files_in(project / "site")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert "2021/review/index.html" in files_in(project / "preview")
    assert mkdocs(project).exit_code == 0
    assert files_in(project / "site") == before


def test_a_list_as_csv_gives_the_same_pages_as_a_workbook(project: Path) -> None:
    first = mkdocs(project)
    assert first.exit_code == 0, first.output
    before = files_in(project / "site")
    (project / "data" / "2021" / "smelters.xlsx").unlink()
    (project / "data" / "2021" / "smelters.csv").write_text(
        "Metal;Smelter Identification Number;Smelter Name;Smelter Country;Status\r\n"
        "Gold;CID000001;Invented Gold Works;JAPAN;Conformant\r\n"
        "Tin;;Invented Tin Works;PERU;Open\r\n",
        encoding="utf-8-sig",
    )
    second = mkdocs(project)
    assert second.exit_code == 0, second.output
    assert files_in(project / "site") == before


def test_columns_that_are_not_published_are_nowhere_in_the_site(project: Path) -> None:
    headings = (*HEADINGS, "Internal Comment", "Reported By", "Invented Column")
    row = ("Gold", "", "Invented Gold Works", "JAPAN", "Conformant", "Secret 1", "Secret 2", "Secret 3")
    workbook(project / "data" / "2021" / "smelters.xlsx", [row], headings=headings)
    assert mkdocs(project).exit_code == 0
    assert [name for name, content in files_in(project / "site").items() if b"Secret" in content] == []
