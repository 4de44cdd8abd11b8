"""The documents of the filing in the site: offered, kept between builds, an error that stops the site."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.documents.make import filing_files
from generator.documents.output import Output
from generator.documents.parcel import opened, parcel
from generator.errors import InputError
from generator.findings import Finding
from generator.findings.catalogue import DOCUMENTS_PICTURE_TEXT, NAME_PLACEHOLDER
from generator.model import Asset, CellRef, LineRef, OwnFile
from generator.pipeline import Year, filing_pages, load, render
from tests.support.builders import SECTIONS, YML, write_year

WEB, FORM, EXHIBIT = "form-sd-2021.pdf", "form-sd-2021-edgar.pdf", "ex1-01-2021-edgar.pdf"
DOCUMENTS = [WEB, FORM, EXHIBIT, "form-sd.htm", "ex1-01.htm"]

TWICE = """
import json, sys
from pathlib import Path
from generator.documents.output import Output
from generator.pipeline import load, render
site = render(load(Path(sys.argv[1])), Output(cache=Path(sys.argv[2])))
slow = ("typst", "pikepdf", "page", "lxml", "pypdfium2", "xlsxwriter")
print(json.dumps([[asset.sha256 for asset in site.assets], [name for name in slow if name in sys.modules]]))
"""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    folder = tmp_path_factory.mktemp("filing")
    write_year(folder)
    return load(folder)[0]


def test_the_site_offers_the_documents_first_and_their_checksums(year: Year) -> None:
    site = render([year])
    files = [asset for asset in site.assets if "/documents/" in asset.uri]
    assert [file.name for file in files[:5]] == DOCUMENTS
    sums = next(file for file in files if file.name == "SHA256SUMS.txt").content.decode().splitlines()
    assert sums[:5] == [f"{file.sha256}  {file.uri.removeprefix('2021/documents/')}" for file in files[:5]]
    listed = next(page for page in site.pages if page.uri == "2021/documents.md").markdown
    for file in files[:5]:
        assert file.sha256 in listed


def test_pages_lead_to_the_pdf_where_there_is_one(year: Year) -> None:
    link = f"(<documents/{WEB}>)"
    pages = {page.uri: page.markdown for page in render([year]).pages}
    assert link in pages["2021/form-sd.md"]
    assert link in pages["2021/report.md"]
    without = render([year], Output(kinds=["edgar"]))
    assert not [page.uri for page in without.pages if ".pdf" in page.markdown]
    assert not [asset.uri for asset in without.assets if asset.uri.endswith(".pdf")]


def test_the_overview_offers_the_pdf_but_not_what_is_for_the_sec(year: Year) -> None:
    overview = next(page for page in render([year]).pages if page.uri == "2021/index.md").markdown
    files = overview.partition("## Files")[2]
    assert f"](documents/{WEB})" in files
    assert "edgar" not in files
    assert "HTM" not in files


def test_what_is_for_the_site_only_is_in_no_document(year: Year) -> None:
    files, _ = filing_files(year.disclosure, filing_pages(year, has_pdf=True), Output(kinds=["edgar"]))
    for file in files:
        assert b"documents page" not in file.content
        assert b"also a PDF" not in file.content


def test_a_draft_says_so_on_every_page_of_every_document(tmp_path: Path) -> None:
    write_year(tmp_path, yml=YML.replace("state: final", "state: draft"))
    files = [asset for asset in render(load(tmp_path)).assets if asset.name in DOCUMENTS]
    assert [file.name for file in files] == DOCUMENTS
    for file in files[:3]:
        pages = PdfReader(io.BytesIO(file.content)).pages
        assert all("DRAFT: NOT FILED" in page.extract_text() for page in pages), file.name
    for file in files[3:]:
        text = file.content.decode("ascii")
        marks = text.count("DRAFT: not signed, not dated and not filed")
        assert marks == 1 + text.count("page-break-after: always"), file.name


def test_a_second_build_makes_and_imports_nothing(tmp_path: Path) -> None:
    write_year(tmp_path / "data")
    command = [sys.executable, "-c", TWICE, str(tmp_path / "data"), str(tmp_path / "cache")]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    (first, made), (again, kept) = (json.loads(run.stdout) for run in runs)
    assert first == again
    assert {"typst", "pikepdf", "page"} <= set(made)
    assert kept == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Invented Devices, Inc.", "name: Other Devices, Inc."),
        ("state: final", "state: draft"),
        ("state: Ohio", "state: Iowa"),
    ],
)
def test_other_facts_give_other_documents(tmp_path: Path, old: str, new: str) -> None:
    assert old in YML
    write_year(tmp_path / "one")
    write_year(tmp_path / "two", yml=YML.replace(old, new))
    first, other = load(tmp_path / "one")[0], load(tmp_path / "two")[0]
    cache = tmp_path / "cache"
    assert _made(first, cache) != _made(other, cache) == _made(other, None)


def test_other_words_of_a_section_give_other_documents(tmp_path: Path) -> None:
    write_year(tmp_path / "one")
    write_year(tmp_path / "two", sections={**SECTIONS, "90-a.md": "# Invented title\n\nOther words.\n"})
    first, other = load(tmp_path / "one")[0], load(tmp_path / "two")[0]
    cache = tmp_path / "cache"
    assert _made(first, cache) != _made(other, cache) == _made(other, None)


def _made(year: Year, cache: Path | None) -> list[bytes]:
    files, _ = filing_files(year.disclosure, filing_pages(year), Output(kinds=["edgar"], cache=cache))
    return [file.content for file in files]


def test_a_preview_leaves_the_documents_of_the_build_where_they_are(year: Year, tmp_path: Path) -> None:
    render([year], Output(cache=tmp_path))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    render([year], Output(cache=tmp_path, kinds=["edgar"]))
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_another_address_of_the_site_gives_other_documents(year: Year, tmp_path: Path) -> None:
    pages, facts = filing_pages(year), year.disclosure
    here = Output(["edgar"], "https://a.example/", tmp_path)
    one, _ = filing_files(facts, pages, here)
    seal = (tmp_path / "filing-2021-edgar").read_bytes()
    filing_files(facts, pages, replace(here, base_url="https://b.example/"))
    assert (tmp_path / "filing-2021-edgar").read_bytes() != seal
    assert [file.name for file in one] == ["form-sd.htm", "ex1-01.htm"]


def test_another_logo_of_the_year_gives_other_documents(year: Year, tmp_path: Path) -> None:
    pages, output = filing_pages(year), Output(["edgar"], cache=tmp_path)
    seals = []
    for content in (b"<svg/>", b"<svg></svg>"):
        filing_files(replace(year.disclosure, logo=OwnFile("logo.svg", content)), pages, output)
        seals.append((tmp_path / "filing-2021-edgar").read_bytes())
    assert seals[0] != seals[1]


def test_a_letter_that_no_font_has_stops_the_site_and_is_not_kept(tmp_path: Path) -> None:
    rows = [("Gold", "", "ሀለሐ Works", "THAILAND", "Conformant")]
    write_year(tmp_path / "data", rows=rows)
    years = load(tmp_path / "data")
    for _ in range(2):
        with pytest.raises(InputError) as stopped:
            render(years, Output(cache=tmp_path / "cache"))
        assert {finding.code for finding in stopped.value.findings} == {"PD-001"}
    assert not list((tmp_path / "cache").glob("filing-*"))
    assert render(years, Output(kinds=["edgar"])).assets


def test_findings_of_the_documents_come_with_the_site_also_when_they_were_kept(tmp_path: Path) -> None:
    section = "# Invented title\n\n[Our policy](https://www.example.com/policy) in words.\n"
    write_year(tmp_path / "data", sections={**SECTIONS, "90-a.md": section})
    years = load(tmp_path / "data")
    for _ in range(2):
        site = render(years, Output(cache=tmp_path / "cache", kinds=["edgar"]))
        assert [(one.code, str(one.where).rpartition("/")[2]) for one in site.findings] == [
            ("ED-012", "90-a.md:3")
        ]


def _things() -> Iterator[tuple[Asset, Finding]]:
    yield (
        Asset("2021/a.pdf", b"\x00\n\xff", title="A", is_for_edgar=True),
        Finding(DOCUMENTS_PICTURE_TEXT, "ünknown", LineRef("a.md", 3, 2, 4), "Do."),
    )
    yield Asset("b", b"", media_type="x"), Finding(NAME_PLACEHOLDER, "m", CellRef("x", "S", "A1"), "")


def test_a_parcel_gives_back_what_was_put_in() -> None:
    assets, findings = zip(*_things(), strict=True)
    assert opened(parcel(assets, findings)) == (list(assets), list(findings))
