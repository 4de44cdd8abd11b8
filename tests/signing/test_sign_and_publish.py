"""``formsd sign`` and ``formsd publish``: what they keep, and what it is good for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.documents.output import Output
from generator.errors import InputError
from generator.pipeline import load, load_year, render, snapshot
from generator.record import write as record
from generator.record.changes import differences
from generator.record.read import read_records
from generator.record.records import Snapshot
from generator.review.previews import Reviews
from tests.support.builders import SECTIONS, YML, write_year
from tests.support.published import publish as build
from tests.support.signers import SIGNERS

SIGNED_HERE = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
DRAFT = SIGNED_HERE.replace("state: final", "state: draft")
BY_STATE = "{%% if filing.state == 'draft' %%}A draft.{%% else %%}%s{%% endif %%}"
ROLES = ("legal", "compliance", "ir")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An invented filer's data, in draft."""
    write_year(tmp_path / "data", yml=DRAFT)
    return tmp_path / "data"


def run(command: str, data: Path, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "2021", "--data", str(data), *options])


def sign(data: Path, *roles: str) -> None:
    for role in roles:
        result = run("sign", data, "--role", role, "--name", SIGNERS[role], "--date", "2022-05-20")
        assert result.exit_code == 0, result.output


def state(data: Path, text: str) -> None:
    (data / "2021" / "disclosure.yml").write_text(text, encoding="utf-8")


def codes(data: Path) -> list[str]:
    return [finding.code for finding in load_year(data, 2021).findings]


def publish(data: Path, *options: str) -> Result:
    """Builds the site without its PDF files, as a site may be, and records that it was published."""
    site = data.parent / "site"
    build(data, site, ("edgar", "tables"))
    return run("publish", data, "--site", str(site), *options)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_sign_off_is_kept_as_plain_files(data: Path) -> None:
    sign(data, "legal")
    kept = files(data / "2021" / "record")
    assert sorted(kept) == [
        "legal/SHA256SUMS.txt",
        "legal/countries.csv",
        "legal/facts.txt",
        "legal/filled/01-inquiry.md",
        "legal/filled/02-results.md",
        "legal/filled/form-item-1-01.md",
        "legal/record.yml",
        "legal/rows.csv",
        "legal/sections/01-inquiry.txt",
        "legal/sections/02-results.txt",
        "legal/sections/form-item-1-01.txt",
        "legal/sources.txt",
        "legal/wording/annex.txt",
        "legal/wording/report.txt",
    ]
    assert b"what: signed\nrole: legal\nname: Ann Example\ndate: '2022-05-20'\n" in kept["legal/record.yml"]
    section = kept["legal/sections/01-inquiry.txt"].decode()
    assert section.startswith("# Invented inquiry\nOf seven suppliers, six returned")
    assert not any(b"\r" in content for content in kept.values())


def test_what_is_kept_reads_back_as_what_was_signed(data: Path) -> None:
    sign(data, "ir")
    (one,), found = read_records(data / "2021", "data/2021")
    assert found == ()
    assert (one.deed.role, one.deed.name, str(one.deed.date)) == ("ir", "Cleo Example", "2022-05-20")
    assert one.snapshot.fingerprint == one.deed.fingerprint
    names = [row["Smelter or refiner"] for row in one.snapshot.rows]
    assert names == ["Invented Gold Works", "Invented Tin Works"]
    assert one.snapshot.facts["survey.answered"] == "6"
    assert list(one.snapshot.sections) == ["01-inquiry", "02-results", "form-item-1-01"]


def test_the_same_sign_off_is_the_same_bytes(data: Path) -> None:
    sign(data, "legal")
    first = files(data / "2021" / "record")
    sign(data, "legal")
    assert files(data / "2021" / "record") == first


def test_a_record_is_whole_with_the_line_ends_of_another_system(data: Path) -> None:
    sign(data, *ROLES)
    for path in (data / "2021" / "record").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    state(data, SIGNED_HERE)
    assert codes(data) == []


LINE_ENDS = {
    "CRLF": lambda content: content.replace(b"\n", b"\r\n"),
    "byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "both": lambda content: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"),
}
TEXTS = (".md", ".yml", ".csv", ".txt", ".svg", ".htm", ".html", ".json")


@pytest.mark.parametrize("kind", LINE_ENDS)
@pytest.mark.parametrize("signed_with", [None, "CRLF"])
def test_no_sign_off_breaks_by_line_ends(data: Path, kind: str, signed_with: str | None) -> None:
    folder = data / "2021"
    added = {
        "documents/letter.txt": b"Dear\nreader\n",
        "pictures/plant.svg": b'<svg xmlns="http://www.w3.org/2000/svg"\n width="9" height="9"/>\n',
        "documents/table.bin": b"\n\x00\n",
    }
    for name, content in added.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(LINE_ENDS[signed_with](content) if signed_with else content)
    released = "plugins:\n  - disclosure:\n      may_stay_unsearched: [2021/documents/table.bin]\n"
    (data.parent / "mkdocs.yml").write_text(released, encoding="utf-8")
    section = folder / "report" / "02-results.md"
    section.write_text(f"{section.read_text()}\n![Our plant](pictures/plant.svg)\n")
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    before = codes(data)
    assert not any(code.startswith("SO") for code in before)
    for path in folder.rglob("*.*"):
        if path.suffix in TEXTS and path.is_file():
            plain = path.read_bytes().replace(b"\r\n", b"\n")
            path.write_bytes(LINE_ENDS[kind](plain))
    assert codes(data) == before
    (folder / "documents" / "letter.txt").write_bytes(b"Dear\nreaders\n")
    assert "SO-004" in codes(data)


def test_a_record_of_an_earlier_version_keeps_the_checksum_of_the_file_as_it_was(data: Path) -> None:
    """It wrote that of the bytes, whatever their line ends."""
    letter = data / "2021" / "documents" / "letter.txt"
    letter.parent.mkdir()
    letter.write_bytes(b"Dear\r\nreader\r\n")
    now = snapshot(load_year(data, 2021))
    old = hashlib.sha256(letter.read_bytes()).hexdigest()
    new = hashlib.sha256(b"Dear\nreader\n").hexdigest()
    assert f"documents/letter.txt: {new}" in now.files["facts.txt"]
    before = Snapshot({**now.files, "facts.txt": now.files["facts.txt"].replace(new, old)})
    assert not differences(before, now)


def test_published_documents_come_back_byte_for_byte_whatever_their_line_ends(data: Path) -> None:
    state(data, YML)
    assert publish(data).exit_code == 0
    (before,), _ = read_records(data / "2021", "data/2021")
    folder = data / "2021" / "record" / "published" / "documents"
    changed = [path for path in folder.rglob("*.*") if path.suffix in (*TEXTS, ".csv")]
    assert changed
    for path in changed:
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    (after,), found = read_records(data / "2021", "data/2021")
    assert found == ()
    assert after.documents == before.documents
    assert codes(data) == ["SO-006"]


def test_no_record_names_the_folder_in_which_it_was_written(data: Path) -> None:
    state(data, YML)
    assert publish(data).exit_code == 0
    place = str(data.parent).encode()
    named = [name for name, content in files(data / "2021" / "record").items() if place in content]
    assert named == []


def test_a_final_is_built_when_every_role_has_signed_what_it_publishes(data: Path) -> None:
    state(data, SIGNED_HERE)
    with pytest.raises(InputError, match="without a sign-off by legal"):
        render(load(data))
    sign(data, *ROLES)
    assert render(load(data)).years == (2021,)


def test_reviewers_see_a_final_that_a_build_refuses(data: Path) -> None:
    state(data, SIGNED_HERE)
    years = load(data)
    site = render(years, Output(is_preview=True))
    (review,) = [one for one in Reviews().previews(years, site) if one.page.uri == "2021/review.md"]
    assert "without a sign-off by legal" in review.page.complete
    assert "2021/review.md" not in [page.uri for page in site.pages]


def test_the_review_of_a_year_is_made_anew_only_where_something_changed(data: Path) -> None:
    write_year(data, year=2020, yml=YML.replace("2021", "2020").replace("2022", "2021"))
    reviews = Reviews()
    made = []
    for text in (DRAFT, DRAFT, DRAFT.replace("answered: 6", "answered: 5")):
        state(data, text)
        years = load(data)
        reviews.previews(years, render(years, Output(kinds=("edgar",))))
        made.append(dict(reviews.kept))
    first, second, third = made
    assert (first[2021] is second[2021], second[2021] is third[2021]) == (True, False)
    assert first[2020] is third[2020]


def test_a_change_after_the_sign_off_stops_the_final_and_is_named(data: Path) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE.replace("answered: 6", "answered: 7"))
    with pytest.raises(InputError) as stopped:
        render(load(data))
    messages = [str(finding) for finding in stopped.value.findings]
    assert len(messages) == len(ROLES)
    assert "sections: inquiry changed; facts: survey.answered '6' → '7'" in messages[0]


def test_what_is_signed_in_a_draft_is_the_text_of_the_final(tmp_path: Path) -> None:
    text = f"# Filed\n\n{BY_STATE % 'Signed on {{ filing.signed_on }}.'}\n"
    data = write_year(tmp_path / "data", yml=DRAFT, sections={**SECTIONS, "99-filed.md": text}).parent
    sign(data, *ROLES)
    assert b"Signed on May 31, 2022." in files(data)["2021/record/legal/sections/99-filed.txt"]
    assert load_year(data, 2021).missing == ()
    state(data, SIGNED_HERE)
    assert codes(data) == []


@pytest.mark.parametrize(
    ("file", "code"),
    [("sections/01-inquiry.txt", "SO-002"), ("SHA256SUMS.txt", "SO-002"), ("record.yml", "SO-001")],
)
def test_a_record_that_was_changed_or_lost_is_no_sign_off(data: Path, file: str, code: str) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    path = data / "2021" / "record" / "legal" / file
    path.write_text(path.read_text() + "more\n")
    assert codes(data) == ["SO-003", code]
    path.unlink()
    assert "SO-003" in codes(data)


def test_a_record_moved_to_another_role_is_no_sign_off(data: Path) -> None:
    sign(data, "legal")
    (data / "2021" / "record" / "legal").rename(data / "2021" / "record" / "ir")
    assert codes(data) == ["SO-002"]


def test_another_fingerprint_in_the_record_is_a_finding(data: Path) -> None:
    sign(data, "legal")
    path = data / "2021" / "record" / "legal" / "record.yml"
    text = path.read_text()
    path.write_text(text[: text.index("\nfingerprint: ")] + f"\nfingerprint: '{'0' * 64}'\n")
    assert codes(data) == ["SO-002"]


def test_content_with_errors_cannot_be_signed(data: Path) -> None:
    state(data, DRAFT.replace("answered: 6", "answered: 8"))
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 1
    assert "FG-002 error" in result.output
    assert result.output.endswith("Nothing was signed.\n")
    assert not (data / "2021" / "record").exists()


@pytest.mark.parametrize("lacking", ["  signed_on: 2022-05-31\n", "  signatory:\n    name: Ina Invented\n"])
def test_what_is_not_whole_cannot_be_signed(data: Path, lacking: str) -> None:
    text = DRAFT.replace(lacking, "")
    state(data, text.replace("    title: Chief Invention Officer\n", "") if "signatory" in lacking else text)
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 1
    assert "Fill in filing.signed_on and filing.signatory in data/2021/disclosure.yml first." in result.output


def test_a_section_that_only_a_final_fails_in_cannot_be_signed(tmp_path: Path) -> None:
    text = f"# Filed\n\n{BY_STATE % '{{ nothing }}'}\n"
    data = write_year(tmp_path / "data", yml=DRAFT, sections={**SECTIONS, "99-filed.md": text}).parent
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 1
    assert "a final would be refused: 1 error." in result.output
    assert "SE-002 error" in result.output


def test_what_its_documents_cannot_show_cannot_be_signed(tmp_path: Path) -> None:
    sections = {**SECTIONS, "08-more.md": "# More\n\nA letter that no font has: \U00010380.\n"}
    data = write_year(tmp_path / "data", yml=DRAFT, sections=sections).parent
    assert not [one for one in load_year(data, 2021).findings if one.code.startswith("PD")]
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 1
    assert "a final would be refused: 1 error." in result.output
    assert "PD-001 error" in result.output
    assert not (data / "2021" / "record").exists()


def test_open_notes_are_named_and_nothing_is_signed(tmp_path: Path) -> None:
    notes = "".join(f"\n<!-- To do: Say what you did, part {number}. -->\n" for number in range(12))
    sections = {**SECTIONS, "08-more.md": f"# More\n\nAn invented sentence.\n{notes}"}
    data = write_year(tmp_path / "data", yml=DRAFT, sections=sections).parent
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 1
    assert "What is signed is what a final publishes, and a final would be refused: " in result.output
    assert "SE-005 error: 12 notes of what is to be done are open" in result.output
    assert "(data/2021/report/08-more.md:5)" in result.output
    assert len(result.output.splitlines()) < 12
    assert not (data / "2021" / "record").exists()


def test_a_note_that_the_text_of_the_year_does_not_have_is_not_asked_for(tmp_path: Path) -> None:
    text = (
        "# More\n\n{% if facilities.total == 0 %}\n<!-- To do: Say why nobody was asked. -->\n{% else %}\n"
        "An invented sentence.\n{% endif %}\n"
    )
    data = write_year(tmp_path / "data", yml=DRAFT, sections={**SECTIONS, "08-more.md": text}).parent
    assert codes(data) == []
    sign(data, "legal")
    taken = text.replace("== 0", "> 0")
    (data / "2021" / "report" / "08-more.md").write_text(taken, encoding="utf-8")
    assert "SE-006" in codes(data)


@pytest.mark.parametrize("name", ["Ann Example", "ANN  EXAMPLE", "Example, Ann", "Änn Example"])
def test_one_person_does_not_sign_for_two_roles(data: Path, name: str) -> None:
    sign(data, "legal")
    result = run("sign", data, "--role", "ir", "--name", name)
    assert result.exit_code == 1
    assert "Ann Example has signed for legal on 2022-05-20." in result.output
    assert not (data / "2021" / "record" / "ir").exists()
    assert run("sign", data, "--role", "legal", "--name", name).exit_code == 0  # once more for the same role


def test_why_one_person_signed_for_two_roles_is_kept_and_shown(data: Path) -> None:
    sign(data, "legal", "compliance")
    because = "We are <two> in the department."
    result = run("sign", data, "--role", "ir", "--name", "Ann Example", "--because", because)
    assert result.exit_code == 0, result.output
    loaded = load_year(data, 2021)
    assert [record.deed.because for record in loaded.records] == [None, None, because]
    pages = Reviews().previews([loaded], render([loaded], Output(is_preview=True)))
    (shown,) = (one.page for one in pages if one.page.uri == "2021/review.md")
    assert "because: We are &lt;two&gt; in the department." in "".join(shown.inserts.values())


def test_who_signed_other_content_may_sign_for_another_role(data: Path) -> None:
    sign(data, "legal")
    section = data / "2021" / "report" / "02-results.md"
    section.write_text(f"{section.read_text()}\nOne more sentence.\n")
    result = run("sign", data, "--role", "ir", "--name", "Ann Example")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    "name", ["First Last", "first  last", "Your Name", "N.N.", "TBD", "test", "X", "?", "Legal", "John Doe"]
)
def test_a_placeholder_cannot_sign(data: Path, name: str) -> None:
    result = run("sign", data, "--role", "legal", "--name", name)
    assert result.exit_code == 1
    assert f"'{name}' is nobody's name. Give the first and last name of who signs." in result.output
    assert not (data / "2021" / "record").exists()


@pytest.mark.parametrize("name", ["Bo Li", "李明", "Tess Testa", "Ng Nguyễn", "N. Namier"])
def test_a_person_can_sign(data: Path, name: str) -> None:
    assert run("sign", data, "--role", "legal", "--name", name).exit_code == 0


@pytest.mark.parametrize("name", ["", " "])
def test_nobody_cannot_sign(data: Path, name: str) -> None:
    result = run("sign", data, "--role", "legal", "--name", name)
    assert result.exit_code == 2
    assert "a name is needed" in result.output


def test_a_draft_is_not_published(data: Path) -> None:
    result = run("publish", data)
    assert result.exit_code == 1
    assert "The state of 2021 is draft, and a draft is not published." in result.output
    assert not (data / "2021" / "record").exists()


def test_what_was_published_is_kept_with_its_day(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1654000000")
    result = publish(data)
    assert result.exit_code == 0, result.output
    assert "Recorded as published on 2022-05-31." in result.output
    *_, published = load_year(data, 2021).records
    assert (published.deed.what, str(published.deed.date)) == ("published", "2022-05-31")


def test_a_served_page_that_names_a_supplier_is_not_recorded(data: Path) -> None:
    (data / "2021" / "suppliers.yml").write_text("suppliers: [Quorvex Fasteners Ltd]\n", encoding="utf-8")
    state(data, YML)
    site = data.parent / "site"
    assert publish(data).exit_code == 0
    page = next((site / "2021").rglob("*.html"))
    page.write_text(page.read_text(encoding="utf-8") + "<p>Quorvex Fasteners</p>", encoding="utf-8")
    result = run("publish", data, "--site", str(site))
    assert result.exit_code == 1
    assert f"stands in {page.relative_to(site).as_posix()} (data/2021/suppliers.yml:1)" in result.output
    assert "Quorvex" not in result.output


def test_a_picture_of_a_page_is_no_document_and_is_not_kept_as_one(data: Path) -> None:
    pictures = data / "2021" / "pictures"
    pictures.mkdir()
    (pictures / "plant.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    section = next((data / "2021" / "report").glob("*.md"))
    with section.open("a", encoding="utf-8") as text:
        text.write("\n![Our plant](pictures/plant.svg)\n")
    state(data, YML)
    result = publish(data)
    assert result.exit_code == 0, result.output
    assert (data.parent / "site" / "2021" / "pictures" / "plant.svg").is_file()
    kept = files(data / "2021" / "record" / "published" / "documents")
    assert "edgar/form-sd.htm" in kept
    assert [name for name in kept if "plant" in name] == []


def test_a_published_state_that_was_damaged_can_be_recorded_again(data: Path) -> None:
    state(data, YML)
    assert publish(data).exit_code == 0
    (data / "2021" / "record" / "published" / "facts.txt").write_text("x")
    assert codes(data) == ["SO-006", "SO-002"]
    site = str(data.parent / "site")
    result = run("publish", data, "--site", site)
    assert result.exit_code == 0, result.output
    assert codes(data) == ["SO-006"]


@pytest.mark.parametrize("epoch", ["May", "-1", "1.5", "253402300800", "1" + 20 * "0", 5000 * "9"])
def test_a_wrong_clock_is_told_in_plain_words(
    data: Path, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("sign", data, "--role", "legal", "--name", "Ann Example")
    assert result.exit_code == 2
    assert f"SOURCE_DATE_EPOCH is '{epoch}'; expected seconds since 1970." in result.output


def test_a_record_that_cannot_take_its_place_leaves_the_old_one(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(data, "legal")
    before = files(data / "2021" / "record")

    def refuse(new: Path, place: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(record, "swap", refuse)
    result = run("sign", data, "--role", "legal", "--name", "Bob Example")
    assert result.exit_code == 1
    assert "cannot be written: Permission denied." in result.output
    assert files(data / "2021" / "record") == before


def test_day_and_address_of_the_filing_are_added_without_a_new_signature(data: Path) -> None:
    unfiled = DRAFT.replace("  date: 2022-05-31\n", "")
    state(data, unfiled)
    sign(data, *ROLES)
    final = unfiled.replace("state: draft", "state: final")
    state(data, final)
    assert codes(data) == []
    before = snapshot(load_year(data, 2021)).fingerprint
    filed = "filing:\n  date: 2022-05-31\n  edgar_url: https://www.sec.gov/x\n"
    state(data, final.replace("filing:\n", filed))
    assert codes(data) == []
    assert snapshot(load_year(data, 2021)).fingerprint == before


def test_what_the_form_says_is_signed(data: Path) -> None:
    sign(data, *ROLES)
    item = data / "2021" / "form" / "item-1-01.md"
    item.write_text(f"{item.read_text(encoding='utf-8')}More.\n", encoding="utf-8")
    state(data, SIGNED_HERE)
    assert codes(data) == ["SO-004"] * len(ROLES)
