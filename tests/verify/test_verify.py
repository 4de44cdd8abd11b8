"""``formsd verify``: what is published, and a filed exhibit, against the data; what a person reads of it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.documents.output import Output
from generator.pipeline import export_files, load
from tests.support import builders
from tests.support.published import publish

FILING = "filing-2021/000_94bf735dada00b4f.txt"

CLAIM = (
    "VE-009 error: the filing says 'There were no smelters or refiners geographically located in a Covered"
    " Country.', and the list contradicts it: Luna Smelter, Ltd. (tin, Rwanda, Full Compliant, C196 of the"
    " list); it is true only of the 45 facilities with the status 'Indeterminable', which the sentences"
    " before it are about (000_94bf735dada00b4f.txt:88). Say which facilities the sentence is about, or"
    " name the exceptions."
)

FIGURES = """\
listed facilities (rows) 298 298 298 (2 times): equal
with the status 'Full Compliant' 237 237 237: equal
with the status 'Active' 16 16 16: equal
with the status 'Indeterminable' 45 45 45 (3 times): equal
listed for gold 133 133 -: equal
listed for tantalum 38 38 -: equal
listed for tin 76 76 -: equal
listed for tungsten 51 51 -: equal
distinct names 291 291 -: equal
countries in which they stand 46 46 -: equal
in a covered country 1 1 -: equal
listed for gold with the status 'Full Compliant' 100 100 -: equal
listed for gold with the status 'Active' 6 6 -: equal
listed for gold with the status 'Indeterminable' 27 27 -: equal
listed for tantalum with the status 'Full Compliant' 37 37 -: equal
listed for tantalum with the status 'Active' 0 0 -: equal
listed for tantalum with the status 'Indeterminable' 1 1 -: equal
listed for tin with the status 'Full Compliant' 57 57 -: equal
listed for tin with the status 'Active' 6 6 -: equal
listed for tin with the status 'Indeterminable' 13 13 -: equal
listed for tungsten with the status 'Full Compliant' 43 43 -: equal
listed for tungsten with the status 'Active' 4 4 -: equal
listed for tungsten with the status 'Indeterminable' 4 4 -: equal
contract manufacturers asked 7 - 7 (2 times): equal
response rate 100% - 100%: equal
contract manufacturers that do not source from covered countries 1 - 1: equal
year of the reporting period 2021 - 2021 (4 times): equal
"""


def formsd(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def against(repo: Path, path: Path) -> Result:
    return formsd("verify", 2021, "--data", repo / "data", "--against", path)


def plain(text: str) -> list[str]:
    """The lines with single blanks."""
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.fixture(scope="module")
def filing(shared: Path) -> Path:
    """The text of the 2021 filing."""
    return shared / FILING


def test_the_2021_filing_is_equal_but_for_the_sentence_on_covered_countries(repo: Path, filing: Path) -> None:
    result = against(repo, filing)
    lines = plain(result.output)
    assert lines[0] == f"{filing.name}: a facility table of 298 rows (metal, name, country, status)"
    assert lines[1] == "Rows: 298 of 298 equal to the data in metal, name, country, status"
    assert lines[2] == "Columns compared: metal, name, country, status"
    assert lines[4:31] == FIGURES.splitlines()
    assert lines[31:] == [
        "Compared: 27 figures, 298 rows (metal, name, country, status), the registrant's name (10 places),"
        " the covered countries (1 place), 11 entries of cover and signature.",
        "Not found in these documents: contract manufacturers that answered (7).",
        CLAIM,
        "1 to look at.",
    ]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("Gold\tAlexy Metals\tUNITED STATES OF AMERICA\tActive\n", "", "VE-004", "lists 'Alexy Metals'"),
        ("Gold\tAlexy Metals", "Gold\tAlexi Metals", "VE-005", "the filing lists 'Alexi Metals' (gold)"),
        ("Gold\tAlexy Metals", "Tin\tAlexy Metals", "VE-005", "is 'Tin' in the filing and 'Gold' in"),
        ("Alexy Metals\tUNITED STATES OF AMERICA\tActive", "Alexy Metals\tUNITED STATES OF AMERICA\tInactive",
         "VE-005", "is 'Inactive' in the filing and 'Active' in the data"),
        ("8853 S.p.A.\tITALY", "8853 S.p.A.\tMALI", "VE-005", "is 'MALI' in the filing and 'ITALY' in"),
        ("8853 S.p.A.", "8853 SPA", "VE-006", "the name '8853 SPA' is spelled '8853 S.p.A.' in the data"),
        ("8853 S.p.A.", "8854 S.p.A.", "VE-003", "the filing lists '8854 S.p.A.' (gold, ITALY"),
        ("aggregate of 298", "aggregate of 297", "VE-007", "the data gives 298 (listed facilities (rows))"),
        ("Of these 298", "Of these 299", "VE-007", "no figure of the data is 299, the nearest is 298"),
        ("identified 237", "identified 236", "VE-007", "gives 237 (with the status 'Full Compliant')"),
        ("are 16 other", "are 17 other", "VE-007", "gives 16 (with the status 'Active')"),
        ("remaining 45", "remaining 44", "VE-007", "gives 45 (with the status 'Indeterminable')"),
        ("assessed these 45", "assessed these 46", "VE-007", "no figure of the data is 46, the nearest"),
        ("assessed these 45", "assessed these 38", "VE-007", "it has not spoken of 38 before"),
        ("our seven", "our six", "VE-007", "gives 7 (contract manufacturers asked)"),
        ("identified seven", "identified nine", "VE-007", "gives 7 (contract manufacturers asked)"),
        ("100% response", "98% response", "VE-007", "gives 100% (response rate)"),
        ("One manufacturer", "Three manufacturers", "VE-007", "that do not source from covered countries"),
        ("From January 1, 2021 to December 31, 2021", "From January 1, 2020 to December 31, 2020", "VE-007",
         "gives 2021 (year of the reporting period)"),
    ],
)  # fmt: skip
def test_one_change_in_the_filing_is_told(
    repo: Path, filing: Path, tmp_path: Path, old: str, new: str, code: str, message: str
) -> None:
    text = filing.read_text(encoding="utf-8")
    old = old if old in text else old.replace("From", "from")
    assert old in text
    path = tmp_path / "filed.txt"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = [line for line in against(repo, path).output.splitlines() if line.startswith(code)]
    assert message in " ".join(told)


def test_our_own_exhibit_for_edgar_says_what_the_data_says(repo: Path, tmp_path: Path) -> None:
    assets, _ = export_files(load(repo / "data", 2021), Output(kinds=("edgar",)))
    for asset in assets:
        (tmp_path / asset.name).write_bytes(asset.content)
    result = against(repo, tmp_path / "ex1-01.htm")
    assert "Rows: 298 of 298 equal to the data" in result.output
    assert "DIFFERENT" not in result.output
    assert plain(result.output)[-1] == "No difference in what was compared."
    assert result.exit_code == 0


def test_form_and_exhibit_are_compared_together(repo: Path, tmp_path: Path) -> None:
    assets, _ = export_files(load(repo / "data", 2021), Output(kinds=("edgar",)))
    for asset in assets:
        (tmp_path / asset.name).write_bytes(asset.content)
    names = [tmp_path / name for name in ("form-sd.htm", "ex1-01.htm")]
    result = formsd("verify", 2021, "--data", repo / "data", "--against", names[0], "--against", names[1])
    assert "entries of cover and signature" in result.output
    assert result.exit_code == 0
    changed = names[0].read_text(encoding="utf-8").replace("001-35662", "001-35663")
    names[0].write_text(changed, encoding="utf-8")
    result = formsd("verify", 2021, "--data", repo / "data", "--against", names[0], "--against", names[1])
    assert (
        "VE-018 error: the Commission file number of the data is '001-35662'; the cover of the filed form has"
        " '001-35663' there" in result.output
    )
    assert result.exit_code == 1


def test_a_file_that_is_no_exhibit_is_told(repo: Path, tmp_path: Path) -> None:
    (tmp_path / "filed.pdf").write_bytes(b"%PDF-1.7")
    result = against(repo, tmp_path / "filed.pdf")
    assert result.output.splitlines() == [
        "VE-001 error: the file is a PDF (filed.pdf). Save the exhibit from EDGAR as HTML (.htm), or copy its"
        " text into a .txt file.",
        "1 to look at.",
    ]
    assert result.exit_code == 1


def test_an_exhibit_that_is_not_there_is_told_with_its_path(repo: Path, tmp_path: Path) -> None:
    path = tmp_path / "nonexist" / "filed.htm"
    result = against(repo, path)
    assert result.output.splitlines() == [
        f"FI-001 error: filed.htm is not there ({path}). Check the name of the file and of its folder.",
        "1 to look at.",
    ]
    assert result.exit_code == 1


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data of a small year, and with its website in the folder ``site``."""
    folder = tmp_path_factory.mktemp("verify")
    builders.write_year(folder / "data")
    publish(folder / "data", folder / "site")
    return folder


def of_site(folder: Path) -> Result:
    return formsd("verify", 2021, "--data", folder / "data", "--site", folder / "site")


def test_a_website_that_says_what_the_data_says_exits_with_0(published: Path) -> None:
    result = of_site(published)
    assert result.exit_code == 0, result.output
    lines = plain(result.stdout)
    assert lines[-1] == "No difference."
    assert [line.partition(" ")[0] for line in lines[:-1]] == [
        "2021/index.html", "2021/form-sd/index.html", "2021/report/index.html", "2021/annex/index.html",
        "2021/documents/index.html", "index.html", "2021/documents/form-sd-2021.pdf",
        "2021/documents/form-sd-2021-edgar.pdf", "2021/documents/ex1-01-2021-edgar.pdf",
        "2021/documents/edgar/form-sd.htm", "2021/documents/edgar/ex1-01.htm",
        "2021/documents/smelters-2021.xlsx", "2021/documents/smelters-2021.csv",
        "2021/documents/smelters-2021.json", "2021/documents/smelters-2021.schema.json",
        "2021/documents/datapackage.json", "2021/documents/SHA256SUMS.txt",
    ]  # fmt: skip
    assert all(line.endswith(": equal") for line in lines[:-1])


def test_a_changed_website_is_told_with_page_and_words_and_exits_with_1(
    published: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(published, tmp_path / "changed")
    page = folder / "site" / "2021" / "annex" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(">PERU<", ">PERV<"), encoding="utf-8")
    (folder / "site" / "2021" / "documents" / "smelters-2021.csv").unlink()
    (folder / "site" / "2021" / "report" / "index.html").unlink()
    (folder / "site" / "2021" / "documents" / "form-sd-2021.pdf").unlink()
    result = of_site(folder)
    told = [line for line in result.output.splitlines() if line.startswith("VE-")]
    assert result.exit_code == 1
    assert [line for line in told if line.startswith("VE-012")] == [
        "VE-012 error: 'Invented Tin Works' (tin): country as filed is 'PERV' there and 'PERU' in the data"
        f" (C3) ({told[0].rpartition('(')[2].partition(')')[0]}). Build the site anew; if that does not help,"
        " the published file was changed by hand."
    ]
    missing = "error: the file is not there ({}). Build the site anew, or name its folder with --site."
    for uri in ("smelters-2021.csv", "form-sd-2021.pdf"):
        assert f"VE-010 {missing.format(f'2021/documents/{uri}')}" in told
    for uri in ("2021/report/index.html",):
        assert f"VE-010 {missing.format(uri)}" in told


IN_FILES = {
    "form-sd-2021.pdf": ("<xmp:CreatorTool>Typst", "<xmp:CreatorTool>Typsy"),
    "form-sd-2021-edgar.pdf": ("<xmp:CreatorTool>Typst", "<xmp:CreatorTool>Typsy"),
    "ex1-01-2021-edgar.pdf": ("<xmp:CreatorTool>Typst", "<xmp:CreatorTool>Typsy"),
    "edgar/form-sd.htm": ("<title>Form", "<title>Farm"),
    "edgar/ex1-01.htm": ("</title>", ".</title>"),
    "smelters-2021.json": ("Invented Devices", "Invented Devises"),
    "smelters-2021.csv": ("\r\n", "\n"),
    "smelters-2021.schema.json": ('"type"', '"tipe"'),
    "datapackage.json": ("Invented Devices", "Invented Devises"),
    "SHA256SUMS.txt": ("  form-sd-2021.pdf", " *form-sd-2021.pdf"),
}
"""Each file of the year to something in it that no row, figure or word shows, and what takes its place."""


def test_a_file_changed_where_no_row_or_word_shows_it_is_named_alone(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "changed")
    for name, (old, new) in IN_FILES.items():
        path = folder / "site" / "2021" / "documents" / name
        content = path.read_bytes()
        assert old.encode() in content, name
        path.write_bytes(content.replace(old.encode(), new.encode(), 1))
    result = of_site(folder)
    told = [line for line in result.output.splitlines() if line.startswith("VE-")]
    assert {line.rpartition("2021/documents/")[2].partition(")")[0] for line in told} == set(IN_FILES)
    assert len(told) == len(IN_FILES)
    assert all(line.startswith("VE-015 error: the file is not the one that the data gives") for line in told)
    path = folder / "site" / "2021" / "documents" / "datapackage.json"
    own = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    expected = hashlib.sha256((published / path.relative_to(folder)).read_bytes()).hexdigest()[:12]
    assert (
        f"VE-015 error: the file is not the one that the data gives: its checksum begins with {own} and"
        f" should begin with {expected} (2021/documents/datapackage.json). Build the site anew and"
        " publish its files as they are: none may be edited by hand."
    ) in told
    assert "2021/documents/index.html" in {
        line.partition(" ")[0] for line in plain(result.output) if line.endswith(": equal")
    }


def test_a_file_whose_rows_differ_is_told_by_its_rows_alone(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "changed")
    path = folder / "site" / "2021" / "documents" / "smelters-2021.csv"
    path.write_bytes(path.read_bytes().replace(b"PERU", b"PERV", 1))
    told = [line for line in of_site(folder).output.splitlines() if line.startswith("VE-")]
    assert [line.partition(" ")[0] for line in told] == ["VE-012"]


def test_one_changed_word_in_a_picture_is_told(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "changed")
    path = folder / "site" / "2021/index.html"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("the listed smelters are</title>", "the listed melters are</title>", 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    (told,) = [line for line in of_site(folder).output.splitlines() if line.startswith("VE-")]
    assert "there is 'melters' where the data gives 'smelters'" in told


def test_one_changed_word_on_the_front_page_is_told(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "changed")
    path = folder / "site" / "index.html"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("listed smelters", "listed melters", 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    (told,) = [line for line in of_site(folder).output.splitlines() if line.startswith("VE-")]
    assert "there is 'melters' where the data gives 'smelters'" in told


def test_a_website_without_pdf_files_is_equal(tmp_path: Path) -> None:
    builders.write_year(tmp_path / "data")
    publish(tmp_path / "data", tmp_path / "site", kinds=("edgar", "tables"))
    result = of_site(tmp_path)
    assert result.exit_code == 0, result.output
    assert ".pdf" not in result.output


def test_no_website_is_told(published: Path, tmp_path: Path) -> None:
    result = formsd("verify", 2021, "--data", published / "data", "--site", tmp_path / "nothing")
    assert result.output.splitlines()[0] == (
        "VE-010 error: there is no website of this year in the folder 'nothing' (2021/index.html)."
        " Build it with 'mkdocs build', or name its folder with --site."
    )
    assert result.exit_code == 1


def test_data_with_an_error_is_told_first(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "broken")
    (folder / "data" / "2021" / "disclosure.yml").write_text("period: [", encoding="utf-8")
    result = of_site(folder)
    assert result.output.startswith("YM-001 error")
    assert result.exit_code == 1


@pytest.mark.site
def test_the_built_website_says_what_the_data_says(repo: Path, site: Path) -> None:
    result = formsd("verify", 2021, "--data", repo / "data", "--site", site)
    assert result.exit_code == 0, result.output
