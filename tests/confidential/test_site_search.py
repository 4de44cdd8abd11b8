"""A site built from data with suppliers in its internal sheets holds none of them, and a leak is caught."""

from __future__ import annotations

import gzip
import html
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pikepdf
import pytest
import typst
from click.testing import CliRunner
from mkdocs.__main__ import cli
from openpyxl.comments import Comment

from generator.confidential.search_of_years import Allowed
from generator.confidential.site_search import leaks
from generator.confidential.site_text import texts_of
from generator.findings import Finding
from generator.pipeline import Year, load
from tests.support.built_site import files_in
from tests.support.withheld import SUPPLIERS, add_suppliers

pytestmark = pytest.mark.site

NAME = SUPPLIERS[2].name
WHERE = "data/2021/smelters.xlsx 'Smelter List'!N4"


@pytest.fixture(scope="module")
def project(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the data of 2021, whose workbook names seven suppliers, and its built site."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("data", "docs", "site_overrides"):
        shutil.copytree(repo / name, folder / name)
    shutil.copy(repo / "mkdocs.yml", folder)
    add_suppliers(folder / "data" / "2021" / "smelters.xlsx")
    result = CliRunner().invoke(cli, ["build", "--strict", "--config-file", str(folder / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def years(project: Path) -> tuple[Year, ...]:
    return load(project / "data")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder for one file that stands in a site."""
    return tmp_path


def found_in(site: Path, project: Path, years: tuple[Year, ...]) -> list[Finding]:
    """The errors of a search through a site."""
    return [finding for finding in leaks(site, project / "data", years) if finding.severity == "error"]


def test_a_site_holds_none_of_the_suppliers_contacts_and_comments(
    project: Path, years: tuple[Year, ...]
) -> None:
    assert found_in(project / "site", project, years) == []
    texts = [one.text for content in files_in(project / "site").values() for one in texts_of(content)]
    assert len(texts) > 30
    for value in (value for supplier in SUPPLIERS for value in supplier.values):
        assert not any(value.casefold() in text.casefold() for text in texts), value


def pdf(text: str) -> bytes:
    """A document of one page."""
    return bytes(typst.compile(f'#text(lang: "en")[{text}]'.encode()))  # type: ignore[arg-type]


def pdf_with(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("An invented page"))) as document:
        change(document)
        document.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def titled(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:title"] = f"Answer of {NAME}"


def described(document: pikepdf.Pdf) -> None:
    document.docinfo["/Subject"] = NAME


def with_attachment(document: pikepdf.Pdf) -> None:
    document.attachments["answers.zip"] = zipped("answers.csv", f"supplier\n{NAME}\n".encode())


def with_bookmark(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def book(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    file = io.BytesIO()
    made = openpyxl.Workbook()
    change(made)
    made.save(file)
    return file.getvalue()


def in_cell(made: openpyxl.Workbook) -> None:
    made["Sheet"]["B7"] = f"see {NAME}"


def in_properties(made: openpyxl.Workbook) -> None:
    made.properties.creator = NAME


def in_note(made: openpyxl.Workbook) -> None:
    made["Sheet"]["B7"].comment = Comment(NAME, "Invented")


def in_hidden_sheet(made: openpyxl.Workbook) -> None:
    made.create_sheet("Hidden").append([NAME])
    made["Hidden"].sheet_state = "hidden"


def in_sheet_name(made: openpyxl.Workbook) -> None:
    made.create_sheet("CrocodileComponentsLtd-invented")  # Excel takes 31 characters at most


def png(chunk: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + len(chunk).to_bytes(4, "big") + b"tEXt" + chunk + b"\0\0\0\0"


PLANTED: dict[str, tuple[str, bytes]] = {
    "page": ("2021/index.html", f"<p>Thanks to {NAME}.</p>".encode()),
    "page, in bold": ("a.html", b"<p>Thanks to <b>Croco</b>dile <i>Components</i><br>Ltd. (invented)</p>"),
    "page, entities": ("a.html", html.escape("".join(f"&#{ord(c)};" for c in NAME)).encode()),
    "page, attribute": ("a.html", f'<img src="x.png" alt="Works of {NAME}">'.encode()),
    "page, comment": ("a.html", f"<!-- from {NAME} -->".encode()),
    "page, capitals and blanks": ("a.html", b"<p>CROCODILE\n\xc2\xa0 COMPONENTS   LTD (INVENTED)</p>"),
    "page, address": ("a.html", f'<a href="/x?q={quote(NAME)}">x</a>'.encode()),
    "search index": ("search/search_index.json", json.dumps({"docs": [{"text": f"<p>{NAME}</p>"}]}).encode()),
    "json": ("2021/list.json", json.dumps(NAME).replace("C", "\\u0043").encode()),
    "csv": ("2021/list.csv", f'Gold,"{NAME}",JAPAN\r\n'.encode()),
    "text in UTF-16": ("list.txt", f"Gold\t{NAME}".encode("utf-16")),
    "workbook, cell": ("list.xlsx", book(in_cell)),
    "workbook, properties": ("list.xlsx", book(in_properties)),
    "workbook, note": ("list.xlsx", book(in_note)),
    "workbook, hidden sheet": ("list.xlsx", book(in_hidden_sheet)),
    "workbook, name of a sheet": ("list.xlsx", book(in_sheet_name)),
    "pdf, text": ("report.pdf", pdf(f"Thanks to {NAME}.")),
    "pdf, metadata": ("report.pdf", pdf_with(titled)),
    "pdf, properties": ("report.pdf", pdf_with(described)),
    "pdf, attachment": ("report.pdf", pdf_with(with_attachment)),
    "pdf, bookmark": ("report.pdf", pdf_with(with_bookmark)),
    "svg": ("map.svg", f"<svg><title>{NAME}</title><tspan>x</tspan></svg>".encode()),
    "js": ("a.js", f"const supplier = '{NAME}'".encode()),
    "css": ("a.css", f".x::after {{ content: '{NAME}' }}".encode()),
    "xml": ("feed.xml", f"<title>{NAME}</title>".encode()),
    "gz": ("sitemap.xml.gz", gzip.compress(f"<loc>https://x.example/{quote(NAME)}/</loc>".encode())),
    "zip": ("all.zip", zipped("a.csv", NAME.encode())),
    "png": ("a.png", png(b"Author\0" + NAME.encode())),
}
"""Kind of file to its address and content."""


@pytest.mark.parametrize("kind", PLANTED)
def test_a_supplier_in_any_kind_of_file_is_caught(
    kind: str, project: Path, years: tuple[Year, ...], site: Path
) -> None:
    uri, content = PLANTED[kind]
    (site / uri).parent.mkdir(parents=True, exist_ok=True)
    (site / uri).write_bytes(content)
    (found,) = found_in(site, project, years)
    assert (found.code, str(found.where)) == ("PV-001", WHERE)
    assert found.message.startswith(f"a supplier's name that is withheld stands in {uri}")
    assert "Crocodile" not in str(found)


@pytest.mark.parametrize(
    "number", range(6), ids=["name", "contact", "e-mail", "telephone", "file", "comment"]
)
def test_every_kind_of_value_is_caught_wherever_it_comes_from(
    number: int, project: Path, years: tuple[Year, ...], site: Path
) -> None:
    value = SUPPLIERS[5].values[number]
    (site / "letter.txt").write_text(f"Invented letter: {value}.", encoding="utf-8")
    found = found_in(site, project, years)
    assert found
    assert not any(value in str(finding) for finding in found)


@pytest.mark.parametrize(
    "text",
    ["555 555 0146", "+1-555-555-0146", "(555) 555-0146", "INA.FLAMINGOOVA@flamingo-components.example"],
)
def test_numbers_and_addresses_are_caught_in_other_spellings(
    text: str, project: Path, years: tuple[Year, ...], site: Path
) -> None:
    (site / "letter.txt").write_text(text, encoding="utf-8")
    assert found_in(site, project, years)


def test_a_file_named_after_a_supplier_is_caught_and_its_name_not_said(
    project: Path, years: tuple[Year, ...], site: Path
) -> None:
    (site / "documents").mkdir()
    (site / "documents" / "crocodile-components-ltd-invented.txt").write_text("Invented")
    (found,) = found_in(site, project, years)
    assert found.message == (
        "a supplier's name that is withheld stands in a file in the folder 'documents' whose name holds it"
    )


def test_paths_of_the_computer_are_caught(project: Path, years: tuple[Year, ...], site: Path) -> None:
    (site / "a.html").write_text(f'<img src="file://{project}/data/x.png">')
    found = leaks(site, project / "data", years, own_folders=(project,))
    assert [(str(one.where), one.message) for one in found if one.code == "PV-001"] == [
        ("a.html", "a path of this computer that is withheld stands in a.html")
    ]


def test_a_document_that_is_protected_by_a_password_is_told(
    project: Path, years: tuple[Year, ...], site: Path
) -> None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(f"Thanks to {NAME}."))) as document:
        document.save(file, encryption=pikepdf.Encryption(user="invented", owner="invented"))
    (site / "letter.pdf").write_bytes(file.getvalue())
    found = leaks(site, project / "data", years)
    assert [str(one) for one in found] == [
        "PV-003 error: the file cannot be searched for withheld values: it has a password (letter.pdf)."
        " Open it, see that it names no supplier, and save it without a password, in a common format. If it"
        " must be published as it is, add 'letter.pdf' in mkdocs.yml under may_stay_unsearched."
    ]


@pytest.mark.parametrize("uri", ["broken.pdf", "broken.xlsx", "broken.gz"])
def test_a_file_that_cannot_be_searched_is_told(
    uri: str, project: Path, years: tuple[Year, ...], site: Path
) -> None:
    start = {"pdf": b"%PDF-1.7", "xlsx": b"PK\x03\x04", "gz": b"\x1f\x8b"}[uri.partition(".")[2]]
    (site / uri).write_bytes(start + b"\0 invented damage")
    found = leaks(site, project / "data", years)
    assert [(one.code, str(one.where)) for one in found] == [("PV-003", uri)]


def test_a_build_with_a_leak_stops_and_leaves_the_old_site(project: Path) -> None:
    before = files_in(project / "site")
    section = project / "data" / "2021" / "report" / "08-future-steps.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(f"{text}\nThanks to {NAME}.\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", "--config-file", str(project / "mkdocs.yml")])
    section.write_text(text, encoding="utf-8")
    assert result.exit_code == 1
    assert f"({WHERE}). Remove it where it was written" in result.output
    assert "If it may be published, name it in mkdocs.yml under may_be_published." in result.output
    assert "2021/report/index.html" in result.output
    assert NAME not in result.output
    assert files_in(project / "site") == before
    assert {path.name for path in project.iterdir()} == {
        ".cache", "data", "docs", "mkdocs.yml", "site", "site_overrides",
    }  # fmt: skip


def test_a_build_goes_on_with_a_name_that_a_person_released(project: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("site", ".cache"))
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("may_be_published: []", f"may_be_published: ['{NAME}']"), encoding="utf-8"
    )
    page = copy / "docs" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\nThanks to {NAME}.\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", "--strict", "--config-file", str(settings)])
    assert result.exit_code == 0, result.output
    assert NAME in (copy / "site" / "about" / "index.html").read_text(encoding="utf-8")


def test_a_build_stops_for_a_file_that_cannot_be_searched_until_it_is_released(
    project: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("site", ".cache"))
    settings = copy / "mkdocs.yml"
    (copy / "docs" / "letters").mkdir()
    (copy / "docs" / "letters" / "all.7z").write_bytes(b"7z\xbc\xaf\x27\x1c\0\4 invented")
    arguments = ["build", "--config-file", str(settings)]
    stopped = CliRunner().invoke(cli, arguments)
    assert stopped.exit_code == 1
    assert "PV-003 error: the file cannot be searched" in stopped.output
    assert "add 'letters/all.7z' in mkdocs.yml under may_stay_unsearched" in stopped.output
    assert not (copy / "site").exists()
    text = settings.read_text(encoding="utf-8")
    released = "may_stay_unsearched: ['letters/all.7z', 'all.7z']"
    settings.write_text(text.replace("may_stay_unsearched: []", released), encoding="utf-8")
    built = CliRunner().invoke(cli, arguments)
    assert built.exit_code == 0, built.output
    assert (copy / "site" / "letters" / "all.7z").is_file()


def test_a_released_file_is_told_and_so_is_a_name_that_no_file_needs(
    project: Path, years: tuple[Year, ...], site: Path
) -> None:
    (site / "all.7z").write_bytes(b"7z\xbc\xaf\x27\x1c\0\4 invented")
    found = leaks(site, project / "data", years, Allowed(may_stay_unsearched=["all.7z", "gone.7z"]))
    assert [(one.code, str(one.where), str(one.severity)) for one in found] == [
        ("PV-009", "all.7z", "info"),
        ("PV-009", "mkdocs.yml", "info"),
    ]
    found = leaks(site, project / "data", years, Allowed(may_stay_unsearched=["ALL.7z"]))
    assert [str(one.where) for one in found if one.code == "PV-003"] == ["all.7z"]
