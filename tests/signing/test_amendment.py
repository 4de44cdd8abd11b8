"""A year that was published and is then amended: nothing of the original is lost, at any step."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import cast

import pikepdf
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from generator.cli import main
from generator.confidential.site_search import leaks
from generator.documents.output import Output
from generator.errors import InputError
from generator.pipeline import Site, Year, export_files, load, load_year, render, snapshot
from generator.record.write import deed_of_publication, with_documents, write_record
from generator.review.previews import Reviews
from generator.signing import archive
from generator.verify.verify import verify_site
from tests.support.builders import HEADINGS, ROWS, SECTIONS, YML, workbook, write_form, write_year
from tests.support.published import publish as build
from tests.support.signers import SIGNERS

SIGNED_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "  date: 2022-05-31\n",
    "  date: 2022-05-31\n  edgar_url: https://www.sec.gov/Archives/edgar/original.htm\n",
)
ROLES = ("legal", "compliance", "ir")
KINDS = ("edgar", "tables")
FOLDER = "2021/documents"
NOTE = "# EXPLANATORY NOTE\n\nThis {{ filing.form }} tells the day anew.\n"


def amended(number: int) -> str:
    """The year as it is edited for an amendment: signed and filed on another day, at another address."""
    day = f"2022-0{number + 6}-15"
    return (
        SIGNED_HERE.replace("signed_on: 2022-05-31\n", f"signed_on: {day}\n")
        .replace("  date: 2022-05-31\n", f"  date: {day}\n  amendment: {number}\n")
        .replace("original.htm", f"a{number}.htm")
    )


def run(command: str, data: Path, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "2021", "--data", str(data), *options])


def sign(data: Path, *roles: str) -> None:
    for role in roles:
        result = run("sign", data, "--role", role, "--name", SIGNERS[role], "--date", "2022-05-20")
        assert result.exit_code == 0, result.output


def publish(data: Path) -> Result:
    site = data.parent / "site"
    shutil.rmtree(site, ignore_errors=True)
    build(data, site, KINDS)
    return run("publish", data, "--site", str(site), "--date", "2022-06-01")


def state(data: Path, text: str) -> None:
    """Write ``disclosure.yml`` and, of an amendment, the explanatory note."""
    (data / "2021" / "disclosure.yml").write_text(text, encoding="utf-8")
    if "  amendment:" in text:
        write_form(data / "2021", explanatory_note=NOTE)


def codes(data: Path) -> list[str]:
    return [finding.code for finding in load_year(data, 2021).findings]


def messages(data: Path) -> list[str]:
    return [str(finding) for finding in load_year(data, 2021).findings]


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def site_files(data: Path) -> dict[str, bytes]:
    """What the site offers, by address."""
    site: Site = render(load(data), Output(KINDS, "https://www.example.com/ir/"))
    return {asset.uri: asset.content for asset in site.assets if asset.uri.startswith(FOLDER)}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented filer's data, signed, with a file of its own, published; its site stands beside it."""
    folder = write_year(tmp_path_factory.mktemp("published") / "data", yml=SIGNED_HERE)
    (folder / "documents").mkdir()
    (folder / "documents" / "policy.txt").write_bytes(b"An invented policy.\r\n")
    data = folder.parent
    sign(data, *ROLES)
    result = publish(data)
    assert result.exit_code == 0, result.output
    return data


@pytest.fixture
def data(published: Path, tmp_path: Path) -> Path:
    """A copy of what was published, which the test may change."""
    shutil.copytree(published.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / "data"


def test_the_documents_are_kept_as_the_site_offers_them(data: Path) -> None:
    kept = files(data / "2021" / "record" / "published" / "documents")
    offered = {uri.removeprefix(f"{FOLDER}/"): content for uri, content in site_files(data).items()}
    assert kept == offered
    assert {"edgar/form-sd.htm", "edgar/ex1-01.htm", "smelters-2021.xlsx", "policy.txt"} <= kept.keys()
    assert codes(data) == []


def test_the_checksums_of_the_record_cover_the_documents(data: Path) -> None:
    sums = (data / "2021" / "record" / "published" / "SHA256SUMS.txt").read_text().splitlines()
    assert sum("  documents/" in line for line in sums) == len(site_files(data))


def test_the_record_says_when_and_where_it_was_filed(data: Path) -> None:
    deed = (data / "2021" / "record" / "published" / "record.yml").read_text()
    assert "filed: '2022-05-31'\nedgar_url: https://www.sec.gov/Archives/edgar/original.htm\n" in deed


def test_the_same_publication_is_the_same_bytes(data: Path) -> None:
    before = files(data / "2021" / "record")
    assert publish(data).exit_code == 0
    assert files(data / "2021" / "record") == before


def change(site: Path) -> None:
    path = site / FOLDER / "smelters-2021.csv"
    path.write_bytes(path.read_bytes() + b" ")


def remove(site: Path) -> None:
    (site / FOLDER / "edgar" / "ex1-01.htm").unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [(change, "smelters-2021.csv has other content"), (remove, "edgar/ex1-01.htm is not there")],
)
def test_a_site_that_is_not_the_one_of_the_data_is_not_recorded(data: Path, harm: object, said: str) -> None:
    before = files(data / "2021" / "record")
    site = data.parent / "site"
    harm(site)  # type: ignore[operator]
    result = run("publish", data, "--site", str(site))
    assert result.exit_code == 1
    assert said in result.output
    assert files(data / "2021" / "record") == before


def test_without_a_site_nothing_is_recorded(data: Path) -> None:
    result = run("publish", data, "--site", str(data.parent / "none"))
    assert result.exit_code == 1
    assert "there is no website of this year in the folder 'none'" in result.output


@pytest.mark.parametrize("kind", ["changed", "renamed", "gone", "added"])
def test_a_kept_document_that_was_touched_is_found(data: Path, kind: str) -> None:
    path = data / "2021" / "record" / "published" / "documents" / "edgar" / "form-sd.htm"
    if kind == "changed":
        path.write_bytes(path.read_bytes().replace(b"Invented", b"Invited"))
    elif kind == "renamed":
        path.rename(path.with_name("form.htm"))
    elif kind == "gone":
        path.unlink()
    else:
        path.with_name("more.htm").write_bytes(b"more")
    assert codes(data) == ["SO-002"]


def test_an_amendment_leaves_the_original_at_its_addresses(data: Path) -> None:
    original = site_files(data)
    state(data, amended(1))
    sign(data, *ROLES)
    offered = site_files(data)
    assert {uri: offered[uri] for uri in original} == original
    new = sorted(uri.removeprefix(f"{FOLDER}/") for uri in offered.keys() - original.keys())
    assert new == [
        "SHA256SUMS-a1.txt",
        "datapackage-a1.json",
        "edgar/ex1-01-a1.htm",
        "edgar/form-sd-a1.htm",
        "smelters-2021-a1.csv",
        "smelters-2021-a1.json",
        "smelters-2021-a1.schema.json",
        "smelters-2021-a1.xlsx",
    ]
    assert codes(data) == []


def test_what_names_files_of_the_amendment_names_them_as_they_are(data: Path) -> None:
    state(data, amended(1))
    sign(data, *ROLES)
    offered = {uri.removeprefix(f"{FOLDER}/"): content for uri, content in site_files(data).items()}
    assert b'href="ex1-01-a1.htm"' in offered["edgar/form-sd-a1.htm"]
    assert b'"ex1-01.htm' not in offered["edgar/form-sd-a1.htm"]
    listed = [line.partition("  ")[2] for line in offered["SHA256SUMS-a1.txt"].decode().splitlines()]
    assert "edgar/form-sd-a1.htm" in listed
    assert "edgar/form-sd.htm" not in listed
    assert json.loads(offered["datapackage-a1.json"])["resources"][0]["path"] == "smelters-2021-a1.csv"
    assert b"smelters-2021-a1.schema.json" in offered["smelters-2021-a1.json"]


def test_the_pdf_files_of_an_amendment_have_its_number(data: Path) -> None:
    state(data, amended(2))
    names = [asset.name for asset in export_files([with_no_errors(data)], Output(("pdf",)))[0]]
    assert names == ["form-sd-2021-a2.pdf", "form-sd-2021-edgar-a2.pdf", "ex1-01-2021-edgar-a2.pdf"]


def with_no_errors(data: Path) -> Year:
    sign(data, *ROLES)
    loaded = load_year(data, 2021)
    assert isinstance(loaded, Year)
    return loaded


def test_a_page_lists_the_files_of_the_original(data: Path) -> None:
    assert "2021/original.md" not in [page.uri for page in render(load(data), Output(KINDS)).pages]
    original = site_files(data)
    state(data, amended(1))
    sign(data, *ROLES)
    pages = {page.uri: page.complete for page in render(load(data), Output(KINDS)).pages}
    page = pages["2021/original.md"]
    assert "# Original filing for 2021" in page
    assert "<dt>Filed</dt><dd>May 31, 2022</dd>" in page
    assert 'href="https://www.sec.gov/Archives/edgar/original.htm"' in page
    for uri in original:
        assert f'href="../documents/{uri.removeprefix(f"{FOLDER}/")}"' in page
    assert "-a1." not in page
    assert 'href="../original/"' in pages["2021/documents.md"]
    assert "(original.md)" in pages["2021/form-sd.md"]
    for page in ("2021/documents.md", "2021/index.md"):
        assert "smelters-2021-a1.csv" in pages[page]
        assert "smelters-2021.csv" not in pages[page]


def test_a_draft_of_an_amendment_is_beside_an_original_that_is_none(data: Path) -> None:
    state(data, amended(1).replace("state: final", "state: draft"))
    pages = {page.uri: page for page in render(load(data), Output(KINDS)).pages}
    assert pages["2021/form-sd.md"].meta.is_draft
    assert not pages["2021/original.md"].meta.is_draft
    assert "is still being written" in pages["2021/original.md"].complete


def test_a_sign_off_of_the_original_does_not_count_for_the_amendment(data: Path) -> None:
    state(data, amended(1))
    assert codes(data) == ["SO-003"] * 3
    said = "by legal: that of the original does not count for Amendment No. 1"
    assert any(said in message for message in messages(data))
    with pytest.raises(InputError):
        render(load(data))


def test_the_first_sign_off_puts_the_records_of_the_original_aside(data: Path) -> None:
    before = files(data / "2021" / "record")
    state(data, amended(1))
    sign(data, "legal")
    after = files(data / "2021" / "record")
    assert {name: after[f"original/{name}"] for name in before} == before
    assert {name.partition("/")[0] for name in after} == {"original", "legal"}
    assert "SO-003" in codes(data)


def test_an_amendment_of_an_amendment_keeps_both(data: Path) -> None:
    original = site_files(data)
    state(data, amended(1))
    sign(data, *ROLES)
    assert publish(data).exit_code == 0
    first = site_files(data)
    before = files(data / "2021" / "record")
    state(data, amended(2))
    sign(data, *ROLES)
    offered = site_files(data)
    assert {uri: offered[uri] for uri in first} == first
    assert {uri: offered[uri] for uri in original} == original
    assert f"{FOLDER}/edgar/form-sd-a2.htm" in offered
    after = files(data / "2021" / "record")
    kept = {name: content for name, content in before.items() if name.startswith("published/")}
    assert {name: after[f"a1/{name}"] for name in kept} == kept
    pages = {page.uri: page.complete for page in render(load(data), Output(KINDS)).pages}
    headings = [line for line in pages["2021/original.md"].splitlines() if line.startswith("#")]
    assert headings == ["# Earlier filings for 2021", "## Form SD", "## Form SD/A (Amendment No. 1)"]
    assert codes(data) == []


def test_the_published_site_of_an_amendment_verifies(data: Path) -> None:
    state(data, amended(1))
    sign(data, *ROLES)
    assert publish(data).exit_code == 0
    site = data.parent / "site"
    compared, found = verify_site(data, 2021, site)
    assert found == ()
    assert f"{FOLDER}/edgar/form-sd.htm" in [file.file for file in compared]
    path = site / FOLDER / "edgar" / "form-sd.htm"
    path.write_bytes(path.read_bytes() + b"\n")
    assert [finding.code for finding in verify_site(data, 2021, site)[1]] == ["VE-015"]


@pytest.mark.parametrize("moves", [1, 2, 3])
def test_a_run_that_is_killed_between_two_moves_loses_nothing(
    data: Path, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(data / "2021" / "record")
    original = site_files(data)
    state(data, amended(1))
    done: list[Path] = []
    rename = Path.rename

    def killed(self: Path, target: Path) -> Path:
        if len(done) == moves:
            raise KeyboardInterrupt
        done.append(target)
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(archive.Path, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            archive.put_aside(data, 2021, 1)
    assert codes(data) == ["SO-003"] * 3
    sign(data, *ROLES)
    after = files(data / "2021" / "record")
    assert {name: after[f"original/{name}"] for name in before} == before
    offered = site_files(data)
    assert {uri: offered[uri] for uri in original} == original


@pytest.mark.parametrize("command", ["sign", "publish"])
def test_a_damaged_record_of_the_original_is_not_put_aside_nor_replaced(data: Path, command: str) -> None:
    state(data, amended(1))
    path = data / "2021" / "record" / "published" / "rows.csv"
    path.write_text(path.read_text() + "more\n")
    before = files(data / "2021" / "record")
    options = ["--role", "legal", "--name", "Ann Example"] if command == "sign" else []
    result = run(command, data, *options)
    assert result.exit_code == 1
    assert "SO-002" in result.output or "SO-003" in result.output
    assert files(data / "2021" / "record") == before


def test_the_advice_on_a_damaged_record_of_the_original_is_to_restore_it(data: Path) -> None:
    path = data / "2021" / "record" / "published" / "rows.csv"
    path.write_text(path.read_text() + "more\n")
    assert "or run the command again that wrote it" in messages(data)[0]
    state(data, amended(1))
    (message,) = [message for message in messages(data) if message.startswith("SO-002")]
    assert "which no command writes again" in message
    (data / "2021" / "record" / "published" / "facts.txt").unlink()
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert "may be the record of an earlier filing" in result.output


def test_an_amendment_without_records_of_the_original_says_so(data: Path) -> None:
    shutil.rmtree(data / "2021" / "record")
    state(data, amended(2))
    sign(data, *ROLES)
    assert codes(data) == ["SO-007"]
    assert "no documents are kept of the original and Amendment No. 1" in messages(data)[0]
    site = render(load(data), Output(KINDS))
    assert "2021/original.md" not in [page.uri for page in site.pages]


@pytest.mark.parametrize("has_sign_offs", [True, False])
def test_an_amendment_that_is_no_longer_stated_stops_what_would_lose_it(
    data: Path, has_sign_offs: bool
) -> None:
    state(data, amended(1))
    sign(data, *ROLES)
    if not has_sign_offs:
        for role in ROLES:
            shutil.rmtree(data / "2021" / "record" / role)
    before = files(data / "2021" / "record")
    state(data, SIGNED_HERE)
    assert "SO-008" in codes(data)
    with pytest.raises(InputError, match="SO-008"):
        render(load(data))
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 1
    assert "SO-008 error" in result.output
    assert files(data / "2021" / "record") == before


def test_a_record_that_stands_twice_is_found(data: Path) -> None:
    record = data / "2021" / "record"
    state(data, amended(1))
    shutil.copytree(record / "legal", record / "original" / "legal")
    assert "SO-008" in codes(data)


def test_a_record_in_the_folder_of_another_filing_is_found(data: Path) -> None:
    record = data / "2021" / "record"
    state(data, amended(1))
    sign(data, *ROLES)
    (record / "original").rename(record / "a1")
    assert "SO-002" in codes(data)


def test_a_change_of_what_was_published_asks_for_an_amendment(data: Path) -> None:
    state(data, SIGNED_HERE.replace("  short_name: Invented Devices\n", "  short_name: Invented\n"))
    found = [message for message in messages(data) if message.startswith("SO-009 warning")]
    (message,) = found
    assert "the original was published on 2022-06-01 with other content: " in message
    assert "state 'amendment: 1' under filing" in message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  date: 2022-07-15",
            "  date: 2022-05-31",
            "Amendment No. 1 is 2022-05-31; the original was filed on 2022-05-31",
        ),
        ("  date: 2022-07-15", "  date: 2022-05-30", "the date of Amendment No. 1 is 2022-05-30; "),
        ("a1.htm", "original.htm", "the address on EDGAR is still that of the original"),
    ],
)
def test_an_amendment_has_a_date_and_an_address_of_its_own(data: Path, old: str, new: str, said: str) -> None:
    state(data, amended(1).replace("state: final", "state: draft").replace(old, new))
    (found,) = messages(data)
    assert found.startswith("SO-010 error")
    assert said in found


@pytest.mark.parametrize("day", ["2022-05-31", "2022-05-30"])
def test_an_amendment_is_signed_on_a_day_after_the_original(data: Path, day: str) -> None:
    state(data, amended(1).replace("state: final", "state: draft").replace("on: 2022-07-15", f"on: {day}"))
    (found,) = messages(data)
    assert found.startswith("SO-011 error")
    said = f"the day of signature of Amendment No. 1 is {day}; the original was signed on 2022-05-31"
    assert said in found


def test_each_entry_that_an_amendment_left_is_told_once(data: Path) -> None:
    state(data, SIGNED_HERE.replace("  state: final\n", "  state: draft\n  amendment: 1\n"))
    assert codes(data) == ["SO-011", "SO-010", "SO-010"]  # day of signature, day of filing, address


def test_an_amendment_that_is_signed_and_not_yet_filed_has_no_finding(data: Path) -> None:
    original = site_files(data)
    text = (
        amended(1)
        .replace("  date: 2022-07-15\n", "")
        .replace("  edgar_url: https://www.sec.gov/Archives/edgar/a1.htm\n", "")
    )
    state(data, text)
    sign(data, *ROLES)
    assert codes(data) == []
    assert publish(data).exit_code == 0
    state(
        data, amended(1)
    )  # it was filed: no new sign-off is asked for, and its documents are to be kept anew
    assert codes(data) == ["SO-014"]
    offered = site_files(data)
    assert {uri: offered[uri] for uri in original} == original


def test_what_the_original_published_is_nothing_that_the_amendment_withholds(data: Path) -> None:
    state(data, amended(1))
    headings = (*HEADINGS, "Supplier")
    rows = [(*ROWS[0], ""), ("Tin", "", "Invented Second Works", "PERU", "Open", "Invented Tin Works")]
    workbook(data / "2021" / "smelters.xlsx", rows, headings=headings)
    sign(data, *ROLES)
    site = data.parent / "site"
    build(data, site, KINDS)
    loaded = load_year(data, 2021)
    assert isinstance(loaded, Year)
    told = {"PV-001", "PV-008"}
    assert not told & {finding.code for finding in leaks(site, data, [loaded])}
    assert told & {finding.code for finding in leaks(site, data, [replace(loaded, earlier=())])}


def test_a_filing_without_files_is_kept_without_a_finding(data: Path) -> None:
    folder = data / "2021" / "record" / "published"
    shutil.rmtree(folder.parent)
    content = with_documents(snapshot(cast(Year, load_year(data, 2021))), ())
    filing = cast(Year, load_year(data, 2021)).disclosure.facts.filing
    write_record(folder, deed_of_publication(dt.date(2022, 6, 1), filing, content), content)
    state(data, amended(1))
    sign(data, *ROLES)
    assert codes(data) == []
    pages = {page.uri: page.complete for page in render(load(data), Output(KINDS)).pages}
    assert "There were no files." in pages["2021/original.md"]


def test_an_own_file_does_not_take_the_address_of_one_that_was_published(data: Path) -> None:
    state(data, amended(1))
    own = data / "2021" / "documents" / "policy.txt"
    own.write_bytes(b"Another invented policy.\n")
    assert "FI-004" in codes(data)
    own.rename(own.with_name("policy-2022.txt"))
    sign(data, *ROLES)
    assert codes(data) == []
    offered = site_files(data)
    assert offered[f"{FOLDER}/policy.txt"] == b"An invented policy.\r\n"
    assert f"{FOLDER}/policy-2022.txt" in offered


def _pdf(title: str) -> bytes:
    content = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = title
        document.save(content, deterministic_id=True)
    return content.getvalue()


def test_an_exhibit_in_pdf_does_not_take_the_address_of_one_that_was_published(tmp_path: Path) -> None:
    entry = "exhibits:\n  - {number: 1.02, description: A map, file: map.pdf}\n"
    folder = write_year(tmp_path / "data", yml=SIGNED_HERE + entry)
    (folder / "exhibits").mkdir()
    (folder / "exhibits" / "map.pdf").write_bytes(_pdf("A map"))
    data = folder.parent
    sign(data, *ROLES)
    assert publish(data).exit_code == 0
    state(data, amended(1) + entry)
    assert "FI-004" not in codes(data)
    (folder / "exhibits" / "map.pdf").write_bytes(_pdf("Another map"))
    (found,) = [message for message in messages(data) if message.startswith("FI-004")]
    assert "was published with the original, with other content (data/2021/exhibits/map.pdf)" in found


def test_a_picture_that_was_published_without_notes_is_unchanged(tmp_path: Path) -> None:
    section = "# Works\n\n![Works](documents/works.jpeg)\n"
    folder = write_year(tmp_path / "data", yml=SIGNED_HERE, sections=SECTIONS | {"03-works.md": section})
    (folder / "documents").mkdir()
    content = io.BytesIO()
    Image.new("RGB", (40, 20), "green").save(content, "JPEG", comment="Ann Invented Owner")
    (folder / "documents" / "works.jpeg").write_bytes(content.getvalue())
    data = folder.parent
    sign(data, *ROLES)
    assert publish(data).exit_code == 0
    assert codes(data) == []
    state(data, amended(1))
    sign(data, *ROLES)
    assert codes(data) == []
    assert b"Invented Owner" not in site_files(data)["2021/documents/works.jpeg"]


def test_the_review_compares_an_amendment_with_what_was_published_before(data: Path) -> None:
    state(data, amended(1))
    years = load(data)
    site = render(years, Output(KINDS, is_preview=True))
    (review,) = [one for one in Reviews().previews(years, site) if one.page.uri == "2021/review.md"]
    assert "Since the original was published on June 1, 2022" in review.page.complete


def test_the_list_of_kept_documents_says_what_they_are(data: Path) -> None:
    with (data / "2021" / "record" / "published" / "documents.csv").open(newline="") as file:
        titles = {row["File"]: row["Title"] for row in csv.DictReader(file)}
    assert titles["edgar/form-sd.htm"] == "Form SD (HTML for EDGAR)"
    assert titles.keys() == {uri.removeprefix(f"{FOLDER}/") for uri in site_files(data)}
