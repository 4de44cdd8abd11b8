"""A later version of the program: what was signed stays signed, what was published stays as it was."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.countries import table
from generator.data_files import year_files
from generator.documents.output import Output
from generator.model.stated.report import USUAL_TOOL
from generator.pipeline import Year, export_files, load, load_year, render
from generator.prose.environment import prose_environment
from generator.record.read import read_records
from generator.verify.verify import verify_site
from tests.support.builders import SECTIONS, YML, write_year
from tests.support.published import publish as build
from tests.support.signers import SIGNERS

SIGNED_HERE = re.sub(r"^  (signed_elsewhere|tool\w*): .*\n", "", YML, flags=re.MULTILINE)
"""Nobody signed elsewhere, and no questionnaire is named."""
DRAFT = SIGNED_HERE.replace("state: final", "state: draft")
ROLES = ("legal", "compliance", "ir")
KINDS = ("edgar", "tables")
COUNTED = "# Counted\n\nWe sent it to {{ survey.suppliers|words }} suppliers.  \nThis is a line of its own.\n"

Update = Callable[[pytest.MonkeyPatch, Path], None]


def figures_instead_of_words(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(prose_environment().filters, "words", lambda number, *beside: number)


def another_country_name(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    own = folder / "countries.csv"
    own.write_text(table._OWN_TABLE.read_text("utf-8") + "PE,Republic of Peru,PERU\n", "utf-8")
    monkeypatch.setattr(table, "_OWN_TABLE", own)
    table.standard_countries.cache_clear()


def another_label(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(year_files, "schema_file", lambda: b'{"title": "A list of another name"}\n')


def another_usual_questionnaire(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(USUAL_TOOL, "tool_publisher", "Another invented initiative")


UPDATES = (figures_instead_of_words, another_country_name, another_label, another_usual_questionnaire)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_year(tmp_path / "data", yml=DRAFT, sections={**SECTIONS, "03-counted.md": COUNTED})
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def _the_table_of_this_program() -> object:
    yield
    table.standard_countries.cache_clear()


def run(command: str, data: Path, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "2021", "--data", str(data), *options])


def sign(data: Path, *roles: str) -> None:
    for role in roles:
        result = run("sign", data, "--role", role, "--name", SIGNERS[role], "--date", "2022-05-20")
        assert result.exit_code == 0, result.output


def state(data: Path, text: str) -> None:
    (data / "2021" / "disclosure.yml").write_text(text, encoding="utf-8")


def publish(data: Path) -> None:
    shutil.rmtree(data.parent / "site", ignore_errors=True)
    build(data, data.parent / "site", KINDS)
    result = run("publish", data, "--site", str(data.parent / "site"), "--date", "2022-06-01")
    assert result.exit_code == 0, result.output


def loaded(data: Path) -> Year:
    year = load_year(data, 2021)
    assert isinstance(year, Year)
    return year


def codes(data: Path) -> list[str]:
    return [finding.code for finding in loaded(data).findings]


def documents(data: Path) -> dict[str, bytes]:
    made, _ = export_files(load(data), Output(KINDS))
    return {asset.uri: asset.content for asset in made}


@pytest.mark.parametrize("update", UPDATES)
def test_no_update_breaks_a_signature(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: Update
) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    assert codes(data) == []
    update(monkeypatch, tmp_path)
    assert set(codes(data)) <= {"SO-012", "SO-013"}
    assert render(load(data), Output(KINDS)).years == (2021,)


@pytest.mark.parametrize("update", UPDATES)
def test_what_was_published_is_served_byte_for_byte_after_an_update(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: Update
) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    publish(data)
    before = documents(data)
    update(monkeypatch, tmp_path)
    assert documents(data) == before
    site = render(load(data), Output(KINDS))
    assert {asset.uri: asset.content for asset in site.assets}.items() >= before.items()
    build(data, data.parent / "site", KINDS)
    _, found = verify_site(data, 2021, data.parent / "site")
    assert {finding.code for finding in found} <= {"VE-019"}


def test_text_that_was_signed_stays_and_what_the_program_would_write_is_told(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    figures_instead_of_words(monkeypatch, tmp_path)
    year = loaded(data)
    (note,) = [finding for finding in year.findings if finding.code == "SO-012"]
    assert "sections: " in note.message
    assert "to 7 suppliers" in note.message or "Of 7 suppliers" in note.message
    assert year.sections[-1].body == "We sent it to seven suppliers.<br>\nThis is a line of its own."


def test_the_usual_questionnaire_is_the_one_that_was_signed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "tool" not in yaml.safe_load(SIGNED_HERE)["survey"], "the filer names none"
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    before = loaded(data).disclosure.facts.survey.tool_publisher
    another_usual_questionnaire(monkeypatch, tmp_path)
    assert loaded(data).disclosure.facts.survey.tool_publisher == before
    assert codes(data) == ["SO-012"]


def test_those_who_sign_after_an_update_sign_what_the_first_one_signed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(data, "legal")
    for update in UPDATES:
        update(monkeypatch, tmp_path)
    sign(data, "compliance", "ir")
    records, _ = read_records(data / "2021", "data/2021")
    assert len({record.deed.fingerprint for record in records}) == 1
    state(data, SIGNED_HERE)
    assert set(codes(data)) == {"SO-012", "SO-013"}


def test_a_country_keeps_the_name_with_which_it_was_signed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    another_country_name(monkeypatch, tmp_path)
    year = loaded(data)
    assert [row.country.name for row in year.disclosure.smelters if row.country] == ["Japan", "Peru"]
    (note,) = [finding for finding in year.findings if finding.code == "SO-013"]
    assert "'Peru' stays, where the table says 'Republic of Peru' now" in note.message


def test_a_year_that_nobody_signed_takes_the_new_name(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_country_name(monkeypatch, tmp_path)
    names = [row.country.name for row in loaded(data).disclosure.smelters if row.country]
    assert names == ["Japan", "Republic of Peru"]


def test_what_people_change_after_publication_is_made_anew_and_needs_sign_offs(data: Path) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    publish(data)
    section = data / "2021" / "report" / "03-counted.md"
    section.write_text(COUNTED.replace("We sent it", "It went"), encoding="utf-8")
    assert [code for code in codes(data) if code == "SO-004"] == ["SO-004"] * 3
    assert "SO-009" in codes(data)
    assert loaded(data).published == ()


def test_a_draft_in_the_place_of_what_was_published_is_told(data: Path) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    publish(data)
    state(data, DRAFT)
    (found,) = [one for one in loaded(data).findings if one.code == "SO-009"]
    assert found.message == "the original was published on 2022-06-01, and its state is draft"


def test_a_record_of_a_newer_version_is_told_as_such(data: Path) -> None:
    sign(data, "legal")
    path = data / "2021" / "record" / "legal" / "record.yml"
    path.write_text(path.read_text(encoding="utf-8") + "tool: 9\n", encoding="utf-8")
    (found,) = [one for one in loaded(data).findings if one.code == "SO-001"]
    assert "'tool', which this version of the program does not know" in found.message


def test_the_day_of_filing_is_told_in_documents_that_are_made_anew(data: Path) -> None:
    late = SIGNED_HERE.replace("  date: 2022-05-31\n", "")
    sign(data, *ROLES)
    state(data, late)
    publish(data)
    assert loaded(data).published
    state(data, SIGNED_HERE)
    assert codes(data) == ["SO-014"]
    assert loaded(data).published == ()
    publish(data)
    assert codes(data) == []


def test_pdf_files_that_were_not_published_are_made_with_a_note(data: Path) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    publish(data)
    site = render(load(data))
    assert [finding.code for finding in site.findings] == ["SO-014"]
    assert "2021/documents/form-sd-2021.pdf" in [asset.uri for asset in site.assets]


def test_a_record_of_an_earlier_version_still_holds_and_its_documents_are_served(data: Path) -> None:
    sign(data, *ROLES)
    state(data, SIGNED_HERE)
    publish(data)
    _as_earlier_versions_wrote(data)
    assert codes(data) == []
    assert [asset.name for asset in loaded(data).published]
    section = data / "2021" / "report" / "03-counted.md"
    section.write_text(COUNTED.replace("We sent it", "It went"), encoding="utf-8")
    assert "SO-004" in codes(data)


def _as_earlier_versions_wrote(data: Path) -> None:
    from dataclasses import replace

    from generator.record.records import Snapshot, fingerprint, sums_of
    from generator.record.write import write_record

    new = ("filled/", "sources.txt", "countries.csv")
    for record in read_records(data / "2021", "data/2021")[0]:
        old = Snapshot(
            {name: text for name, text in record.snapshot.files.items() if not name.startswith(new)}
        )
        deed = record.deed.model_copy(update={"fingerprint": fingerprint(sums_of(old, record.documents))})
        folder = data / "2021" / "record" / (deed.role or "published")
        write_record(folder, deed, old, record.documents)
        assert replace(record, snapshot=old).amendment is None
