"""Further exhibits and pictures of a whole invented year: pages, documents, findings."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from generator.confidential.site_search import leaks
from generator.documents.output import Output
from generator.findings import Finding
from generator.model import Asset
from generator.pipeline import Year, export_files, load_year, render, snapshot
from generator.review.previews import Reviews
from tests.support.builders import HEADINGS, ITEM, ROWS, YML, workbook, write_form, write_year
from tests.support.edgar_rules import broken_rules
from tests.support.made_pictures import SVG, picture

ENTRIES = """\
exhibits:
  - {number: 1.01, description: Report of the auditor, file: auditor.md}
  - {number: "1.02", description: Notes & more, file: Notes.HTM}
  - {number: 99.1, description: Plain notes, file: notes.txt}
"""
FILES: dict[str, bytes] = {
    "auditor.md": b"To {{ registrant.name }}:\n\n## Opinion\n\nIt is so.\n\n![A seal](pictures/seal.svg)\n",
    "Notes.HTM": b"<html><body><h1>Inquiry</h1><p>How <b>it</b> went.</p></body></html>",
    "notes.txt": b"INVENTED   NOTES\n\n  a & b\n",
}
LINES = YML.count("\n")
ROUTE = "conflict-minerals-report"


def year(folder: Path, entries: str = ENTRIES, files: dict[str, bytes] | None = None, yml: str = YML) -> Year:
    write_year(folder, yml=yml + entries)
    for name, content in (FILES if files is None else files).items():
        path = folder / "2021" / "exhibits" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (folder / "2021" / "pictures").mkdir(exist_ok=True)
    (folder / "2021" / "pictures" / "seal.svg").write_bytes(SVG)
    loaded = load_year(folder, 2021)
    assert isinstance(loaded, Year), loaded.findings
    return loaded


def found(loaded: Year, *families: str) -> list[tuple[str, str]]:
    return [
        (one.code, str(one.where).rpartition("2021/")[2])
        for one in loaded.findings
        if one.code.startswith(families)
    ]


def mistakes(folder: Path, entries: str, files: dict[str, bytes], yml: str = YML) -> list[Finding]:
    write_year(folder, yml=yml + entries)
    (folder / "2021" / "exhibits").mkdir()
    for name, content in files.items():
        (folder / "2021" / "exhibits" / name).write_bytes(content)
    return [one for one in load_year(folder, 2021).findings if one.code[:2] in ("FI", "YM", "DC", "SE")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Year:
    return year(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def edgar(whole: Year) -> dict[str, bytes]:
    assets, notes = export_files([whole], Output(kinds=("edgar",)))
    assert notes == ()
    return {asset.name: asset.content for asset in assets}


def test_a_sound_year_with_exhibits_has_no_finding_of_them(whole: Year) -> None:
    assert found(whole, "FI", "YM", "DC", "SE", "PD") == []


def test_an_exhibit_has_a_page_of_its_own_behind_the_report(whole: Year) -> None:
    site = render([whole])
    pages = [(page.uri, page.meta.menu_title) for page in site.pages]
    assert pages[2:] == [
        ("2021/form-sd.md", "Form SD"),
        ("2021/report.md", "Report"),
        ("2021/annex.md", "Annex"),
        ("2021/exhibit-1-02.md", "Exhibit 1.02"),
        ("2021/exhibit-99-1.md", "Exhibit 99.1"),
        ("2021/documents.md", "Documents"),
    ]
    assert [asset.uri for asset in site.assets if "/pictures/" in asset.uri] == ["2021/pictures/seal.svg"]
    report = next(page for page in site.pages if page.uri == "2021/report.md")
    assert "## Report of the auditor" in report.markdown
    assert "### Opinion" in report.markdown


def test_edgar_has_a_document_for_each_exhibit_and_the_pictures_beside_it(edgar: dict[str, bytes]) -> None:
    assert sorted(edgar) == ["ex1-01.htm", "ex1-01_g1.jpg", "ex1-02.htm", "ex99-1.htm", "form-sd.htm"]
    assert b'<img src="ex1-01_g1.jpg" alt="A seal" width="40" height="20" />' in edgar["ex1-01.htm"]
    form = edgar["form-sd.htm"].decode()
    assert '<td>1.02</td>\n<td><a href="ex1-02.htm">Notes &amp; more</a></td>' in form
    assert '<td>99.1</td>\n<td><a href="ex99-1.htm">Plain notes</a></td>' in form


def test_a_part_stands_behind_the_report_and_its_lists(edgar: dict[str, bytes]) -> None:
    text = edgar["ex1-01.htm"].decode()
    assert text.index("Invented Gold Works") < text.index("Report of the auditor") < text.index("Opinion")


def test_an_independent_program_takes_the_documents(edgar: dict[str, bytes]) -> None:
    assert broken_rules(edgar) == {name: [] for name in edgar if name.endswith(".htm")}


def test_the_pdf_holds_every_exhibit(whole: Year) -> None:
    import pypdf

    assets, _ = export_files([whole], Output(kinds=("pdf",)))
    (web,) = [asset for asset in assets if asset.name == "form-sd-2021.pdf"]
    text = " ".join(page.extract_text() for page in _reader(web, pypdf).pages)
    words = " ".join(text.split())
    assert words.index("It is so.") < words.index("How it went.") < words.index("INVENTED")


def _reader(asset: Asset, pypdf: object) -> object:
    import io

    return pypdf.PdfReader(io.BytesIO(asset.content))  # type: ignore[attr-defined]


def test_an_exhibit_can_be_listed_where_no_report_is_filed(tmp_path: Path) -> None:
    entries = "exhibits:\n  - {number: 1.02, description: Notes, file: notes.txt}\n"
    files = {"notes.txt": b"Notes\n"}
    loaded = year(tmp_path, entries, files, YML.replace(ROUTE, "country-of-origin-inquiry"))
    assets, _ = export_files([loaded], Output(kinds=("edgar",)))
    assert sorted(asset.name for asset in assets) == ["ex1-02.htm", "form-sd.htm"]


def test_without_further_exhibits_the_form_lists_its_own(tmp_path: Path) -> None:
    loaded = year(tmp_path, "", {})
    form = next(page for page in render([loaded]).pages if page.uri == "2021/form-sd.md")
    table = form.markdown[form.markdown.index("fsd-form__exhibits") :]
    assert table.count("<tr>") == 2
    assert "<td>1.01</td>" in table
    assert "Conflict Minerals Report as required by Items 1.01 and 1.02 of this Form." in table


def test_a_pdf_is_offered_on_the_website_and_filed_nowhere(tmp_path: Path) -> None:
    entries = "exhibits:\n  - {number: 1.02, description: A map, file: map.pdf}\n"
    loaded = year(tmp_path, entries, {"map.pdf": b"%PDF-1.4\n"})
    assert found(loaded, "DC") == [("DC-005", f"disclosure.yml:{LINES + 2}")]
    site = render([loaded])
    assert ("2021/documents/map.pdf", "A map (PDF)") in [(asset.uri, asset.title) for asset in site.assets]
    assert [page.uri for page in site.pages if "exhibit" in page.uri] == []
    assert [asset.name for asset in site.assets if asset.name.startswith("ex1-02")] == []


ONE = "exhibits:\n  - {{number: {}, description: Notes, file: {}}}\n"


@pytest.mark.parametrize(
    ("entries", "files", "expected"),
    [
        (ONE.format("1.02", "note.txt"), {"notes.txt": b"a"}, ["FI-001", "FI-005"]),
        (ONE.format("1.2", "notes.txt"), {"notes.txt": b"a"}, ["YM-004"]),
        (ONE.format("2.01", "notes.txt"), {"notes.txt": b"a"}, ["YM-004"]),
        (ONE.format("one", "notes.txt"), {"notes.txt": b"a"}, ["YM-004"]),
        (ONE.format("1.02", "notes.docx"), {"notes.docx": b"a"}, ["YM-004"]),
        (ONE.format("1.02", "../report/01.md"), {}, ["YM-004"]),
        (ONE.format("1.02", "notes.txt"), {"notes.txt": b" \n"}, ["FI-002"]),
        (ONE.format("1.02", "notes.txt"), {"notes.txt": b"\xff\xfe\x00"}, ["FI-002"]),
        (ONE.format("1.02", "notes.pdf"), {"notes.pdf": b"no PDF"}, ["FI-002"]),
        (ONE.format("1.02", "notes.md"), {"notes.md": b"{{ nothing.there }}"}, ["SE-002"]),
        (ONE.format("1.02", "notes.md"), {"notes.md": b"a <!-- b"}, ["SE-007"]),
        (ONE.format("1.02", "notes.md"), {"notes.md": b"<script>a</script>"}, ["DC-001"]),
        (ONE.format("1.02", "a.htm"), {"a.htm": b"<p>a</p>\n<script>b</script>"}, ["DC-006"]),
        ("", {"stray.htm": b"<p>a</p>"}, ["FI-005"]),
        ("", {".hidden": b"a", "~$a.docx": b"a"}, []),
    ],
)
def test_mistakes_are_told(
    tmp_path: Path, entries: str, files: dict[str, bytes], expected: list[str]
) -> None:
    assert sorted(one.code for one in mistakes(tmp_path, entries, files)) == expected


def test_a_number_is_given_once_and_parts_as_often_as_there_are(tmp_path: Path) -> None:
    entries = "exhibits:\n" + "".join(
        f"  - {{number: {number}, description: A, file: a.txt}}\n"
        for number in ("1.01", "1.01", "1.02", "1.02")
    )
    (finding,) = mistakes(tmp_path, entries, {"a.txt": b"a"})
    assert (finding.code, str(finding.where)) == (
        "YM-004",
        f"{tmp_path.name}/2021/disclosure.yml:{LINES + 5}",
    )


def test_a_part_of_a_report_that_is_not_filed_is_a_mistake(tmp_path: Path) -> None:
    yml = YML.replace(ROUTE, "country-of-origin-inquiry")
    (finding,) = mistakes(tmp_path, ONE.format("1.01", "a.txt"), {"a.txt": b"a"}, yml)
    assert "no report is filed as Exhibit 1.01" in finding.message


def test_a_missing_file_is_told_at_its_entry_with_the_nearest_name(tmp_path: Path) -> None:
    missing = mistakes(tmp_path, ONE.format("1.02", "note.txt"), {"notes.txt": b"a"})[0]
    assert (missing.code, str(missing.where).rpartition("/")[2]) == ("FI-001", f"disclosure.yml:{LINES + 2}")
    assert "Did you mean 'notes.txt'?" in missing.advice


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    write_year(tmp_path / "data", yml=YML + ONE.format("1.02", "a.txt"))
    for folder in ("exhibits", "pictures"):
        (tmp_path / "data" / "2021" / folder).mkdir()
        (tmp_path / "data" / "2021" / folder / "a.txt").symlink_to(secret)
    findings = [
        one for one in load_year(tmp_path / "data", 2021).findings if one.code.startswith(("FI", "PD"))
    ]
    assert [one.code for one in findings] == ["FI-001", "FI-008", "FI-008"]
    assert "secret" not in " ".join(str(one).replace("secret.txt", "") for one in findings)


def test_what_is_signed_covers_exhibits_and_pictures(tmp_path: Path) -> None:
    before = snapshot(year(tmp_path / "a")).files["facts.txt"]
    after = snapshot(year(tmp_path / "b", files={**FILES, "notes.txt": b"Other notes\n"})).files["facts.txt"]
    assert "exhibits/notes.txt: " in before
    assert "pictures/seal.svg: " in before
    changed = set(before.splitlines()) ^ set(after.splitlines())
    assert {line.partition(": ")[0] for line in changed} == {"exhibits/notes.txt"}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", picture("PNG")[:50], "PD-007"),
        ("a.png", picture("JPEG"), "PD-007"),
        ("a.svg", SVG.replace(b"<rect", b"<script/><rect"), "PD-007"),
        ("b.png", picture("PNG"), "FI-006"),
    ],
)
def test_a_check_says_of_pictures_what_a_build_says(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    suffix = name.rpartition(".")[2]
    write_year(tmp_path, sections={"01-works.md": f"# Works\n\n![Works](pictures/a.{suffix})\n"})
    folder = tmp_path / "2021" / "pictures"
    folder.mkdir()
    (folder / name).write_bytes(content)
    codes = {one.code for one in load_year(tmp_path, 2021).findings}
    assert code in codes
    assert ("DC-007" in codes) is (code == "FI-006")


def test_a_tall_picture_is_no_higher_than_a_page(tmp_path: Path) -> None:
    import io

    import pypdfium2

    write_year(tmp_path, sections={"01-works.md": "# Works\n\n![Works](pictures/tall.png)\n\nBelow it.\n"})
    (tmp_path / "2021" / "pictures").mkdir()
    (tmp_path / "2021" / "pictures" / "tall.png").write_bytes(picture("PNG", (500, 3000)))
    assets, _ = export_files([load_year(tmp_path, 2021)], Output(kinds=("pdf",)))
    (web,) = [asset for asset in assets if asset.name == "form-sd-2021.pdf"]
    pages = pypdfium2.PdfDocument(io.BytesIO(web.content))
    bounds = [one.get_bounds() for page in pages for one in page.get_objects(filter=[3])]
    assert bounds
    assert all(bottom >= 0 and top <= 792 for _, bottom, _, top in bounds)


def test_a_link_to_an_exhibit_leads_to_one_that_there_is(tmp_path: Path) -> None:
    section = "# Works\n\n[Notes](exhibit-1-02.md) and [more](exhibit-1-03.md).\n"
    write_year(tmp_path, yml=YML + ONE.format("1.02", "a.txt"), sections={"01-works.md": section})
    (tmp_path / "2021" / "exhibits").mkdir()
    (tmp_path / "2021" / "exhibits" / "a.txt").write_bytes(b"a")
    (finding,) = [one for one in load_year(tmp_path, 2021).findings if one.code == "SE-008"]
    assert "exhibit-1-03.md" in finding.message


@pytest.mark.parametrize("name", ["a.md", "a.htm", "a.txt"])
def test_what_an_exhibit_says_is_searched_for_what_is_withheld(tmp_path: Path, name: str) -> None:
    supplier = "Pinewood Fasteners"
    data, site = tmp_path / "data", tmp_path / "site"
    write_year(data, yml=YML + ONE.format("1.02", name))
    workbook(
        data / "2021" / "smelters.xlsx",
        [(*row, supplier) for row in ROWS],
        headings=[*HEADINGS, "Reported By"],
    )
    (data / "2021" / "exhibits").mkdir()
    (data / "2021" / "exhibits" / name).write_text(f"Thanks to {supplier}.", encoding="utf-8")
    loaded = load_year(data, 2021)
    assert isinstance(loaded, Year)
    (site / "2021").mkdir(parents=True)
    page = next(one for one in render([loaded], Output(kinds=())).pages if one.uri == "2021/exhibit-1-02.md")
    (site / "2021" / "exhibit.html").write_text(page.complete, encoding="utf-8")
    assert [one.code for one in leaks(site, data, [loaded])] == ["PV-001"]


def noted(kind: str, owner: str) -> bytes:
    """A picture that says who took it, and when it is seen upright."""
    image, exif = Image.new("RGB", (40, 20), "green"), Image.Exif()
    exif[0x0112], exif[0x013B] = 6, owner
    content = io.BytesIO()
    image.save(content, kind, exif=exif, comment=owner)
    return content.getvalue()


@pytest.mark.parametrize("folder", ["pictures", "documents"])
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif"])
def test_no_picture_is_published_with_what_a_camera_notes(tmp_path: Path, kind: str, folder: str) -> None:
    owner, name = "Ann Invented Owner", f"works.{kind}"
    section = f"# Works\n\n![Works]({folder}/{name})\n"
    write_year(
        tmp_path, sections={"01-works.md": section}, yml=YML.replace("  short", "  logo: logo.png\n  short")
    )
    (tmp_path / "2021" / folder).mkdir()
    (tmp_path / "2021" / folder / name).write_bytes(noted(kind, owner))
    (tmp_path / "2021" / "logo.png").write_bytes(noted("png", owner))
    loaded = load_year(tmp_path, 2021)
    assert isinstance(loaded, Year)
    site = render([loaded], Output(kinds=("edgar", "pdf")))
    files = {asset.uri: asset.content for asset in site.assets}
    assert {f"2021/{folder}/{name}", "assets/logo.png"} <= files.keys()
    assert [uri for uri, content in files.items() if owner.encode() in content] == []
    web = pikepdf.open(io.BytesIO(files["2021/documents/form-sd-2021.pdf"]))
    streams = [one.read_raw_bytes() for one in web.objects if isinstance(one, pikepdf.Stream)]
    assert [one for one in streams if owner.encode() in one] == []


def amended(folder: Path) -> Year:
    """An amendment with an exhibit, and a picture in the form, the report and the exhibit."""
    note = (
        "# EXPLANATORY NOTE\n\nThis {{ filing.form }} adds [notes](exhibit-1-02.md).\n\n"
        "![Works](pictures/works.png)\n"
    )
    entries = "exhibits:\n  - {number: 1.02, description: Notes, file: notes.md}\n"
    yml = YML.replace("  state: final", "  amendment: 1\n  state: final") + entries
    sections = {"01-works.md": "# Works\n\nSee [notes](exhibit-1-02.md).\n\n![Works](pictures/works.png)\n"}
    write_form(write_year(folder, yml=yml, sections=sections), explanatory_note=note)
    for name, content in {
        "exhibits/notes.md": b"See the [report](report.md).\n\n![Works](pictures/works.png)\n",
        "pictures/works.png": picture("PNG"),
    }.items():
        (folder / "2021" / name).parent.mkdir()
        (folder / "2021" / name).write_bytes(content)
    loaded = load_year(folder, 2021)
    assert isinstance(loaded, Year), loaded.findings
    return loaded


def test_exhibits_and_pictures_of_an_amendment_have_its_number(tmp_path: Path) -> None:
    assets, notes = export_files([amended(tmp_path)], Output(kinds=("edgar",)))
    assert notes == ()
    made = {asset.name: asset.content for asset in assets}
    documents = ("form-sd-a1", "ex1-01-a1", "ex1-02-a1")
    assert sorted(made) == sorted(
        [*(f"{one}.htm" for one in documents), *(f"{one}_g1.jpg" for one in documents)]
    )
    for one in documents:
        assert f'<img src="{one}_g1.jpg"'.encode() in made[f"{one}.htm"]
    assert made["form-sd-a1.htm"].count(b'href="ex1-02-a1.htm"') == 2  # in the note and among the exhibits
    assert b'href="ex1-02-a1.htm"' in made["ex1-01-a1.htm"]
    assert b'href="ex1-01-a1.htm"' in made["ex1-02-a1.htm"]
    assert broken_rules(made) == {f"{one}.htm": [] for one in sorted(documents)}


def test_what_is_signed_covers_the_texts_of_the_form(tmp_path: Path) -> None:
    said = snapshot(amended(tmp_path)).files["sections/form-explanatory-note.txt"]
    assert "This Form SD/A adds notes" in " ".join(said.split())
    assert "sections/form-item-1-01.txt" in snapshot(load_year(tmp_path, 2021)).files


def test_reviewers_see_the_texts_of_the_form_with_their_sources(tmp_path: Path) -> None:
    years = (amended(tmp_path),)
    site = render(years, Output(kinds=(), is_preview=True))
    shown = {one.page.uri: one for one in Reviews().previews(years, site)}
    form = shown["2021/form-sd.md"]
    note = form.with_sources(form.text).partition("EXPLANATORY NOTE")[2].partition("Works")[0]
    assert "This Form SD/A" not in note
    assert "2021/disclosure.yml" in note.partition("data-source=")[2].partition(">Form SD/A</span>")[0]


def test_the_texts_of_the_form_are_searched_for_what_is_withheld(tmp_path: Path) -> None:
    supplier = "Pinewood Fasteners"
    data, site = tmp_path / "data", tmp_path / "site"
    rows = [(*row, supplier) for row in ROWS]
    folder = write_year(data, rows=rows, headings=(*HEADINGS, "Reported By"))
    write_form(folder, item_1_01=f"{ITEM}\nThanks to {supplier}.\n")
    loaded = load_year(data, 2021)
    assert isinstance(loaded, Year)
    for page in render([loaded], Output(kinds=())).pages:
        (site / "2021").mkdir(parents=True, exist_ok=True)
        if page.uri == "2021/form-sd.md":
            (site / "2021" / "form.html").write_text(page.complete, encoding="utf-8")
    assert [one.code for one in leaks(site, data, [loaded])] == ["PV-001"]


def test_the_head_of_a_further_exhibit_is_in_the_filer_s_words(tmp_path: Path) -> None:
    year(tmp_path)
    path = tmp_path / "2021" / "wording" / "exhibits.md"
    path.write_text("# Heads\n\n## head\n\nNo. {{ number }}, beside {{ form_sd }}\n", encoding="utf-8")
    loaded = load_year(tmp_path, 2021)
    assert isinstance(loaded, Year)
    assets, _ = export_files([loaded], Output(kinds=("edgar",)))
    text = next(one.content for one in assets if one.name == "ex1-02.htm").decode()
    assert "No. 1.02, beside" in text
    assert "for the reporting period" not in text.partition("<body")[2]


def test_further_exhibits_need_their_wording(tmp_path: Path) -> None:
    year(tmp_path)
    (tmp_path / "2021" / "wording" / "exhibits.md").unlink()
    loaded = load_year(tmp_path, 2021)
    assert ("WO-001", True) in {(one.code, "exhibits.md" in one.message) for one in loaded.findings}
