"""``formsd start 2022 --from 2021``: what stays the same comes over, marked; the year's own does not."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.errors import DisclosureError
from generator.files import added_files
from generator.pipeline import Year, load_year
from generator.year.start import start_from, start_year
from generator.year.wording import TEMPLATES
from tests.support.builders import HEADINGS, ROWS, YML, workbook, write_year

COMMENTED = (
    YML.replace("registrant:\n", "# The company, as counsel wrote it.\nregistrant:\n", 1).replace(
        "  suppliers: 7\n", "  # Ina: without those of the plant in Ohio.\n  suppliers: 7  # counted twice\n"
    )
    + """\
policy: {name: Invented policy, url: https://www.example.com/policy}
notice: A sentence of 2021.
counts: {total: 2}
origins:
  # Of the answers.
  countries: [Peru]
high_risk_areas: {name: Invented list, as_of: 2022-01-01, countries: [Peru]}
audit: {auditor: A, standard: S, conclusion: C}
control:
  rows: 2
waivers:
  - {code: SM-005, place: smelters.xlsx, reason: So., name: Ina}
scorecard:
  result_is_stated: {answer: yes, evidence: There.}
"""
)
SECTIONS = {
    "01-inquiry.md": "# Inquiry\n\nIn 2021 we asked.\n\n![Chain](pictures/chain.png)\n",
    "02-results.md": "# Results\n\nAs before.\n",
}


def formsd(data: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["start", "2022", "--data", str(data), *options])


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """2021 with something of everything."""
    folder = write_year(tmp_path / "data", yml=COMMENTED, sections=SECTIONS)
    for name, text in {
        "suppliers.yml": "# Ours.\nsuppliers: [Quorvex Ltd]\n",
        "letters.md": "# Letters to suppliers\n\n## closing\n\nYours,\nIna\n",
        "reconcile.yml": "# Ina: as agreed.\nreviewed_on: 2022-04-01\naccept_company_level: no\n",
        "reconciled.yml": "",
        "record/published/record.yml": "",
        "record/legal/record.yml": "",
        "review/review.xlsx": "",
        "review/decisions.yml": "",
        "lists/conformant.xml": "",
        "documents/letter.pdf": "",
        "exhibits/notes.md": "",
        "pictures/chain.png": "png",
        "pictures/other.png": "png",
        "form/explanatory-note.md": "It was amended.\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return tmp_path / "data"


def stated(data: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(
        (data / "2022" / "disclosure.yml").read_text("utf-8"), Loader=yaml.BaseLoader
    )
    return found


def test_what_stays_the_same_comes_over(data: Path) -> None:
    start_from(data, 2022, 2021)
    before, after = yaml.load(COMMENTED, Loader=yaml.BaseLoader), stated(data)
    for name in ("registrant", "form", "products", "annex", "policy"):
        assert after[name] == before[name], name
    assert after["period"] == "2022"
    assert after["filing"]["state"] == "draft"
    assert [one["definition"] for one in after["statuses"]] == [
        one["definition"] for one in before["statuses"]
    ]
    assert after["survey"]["tool"] == before["survey"]["tool"]


@pytest.mark.parametrize(
    "path",
    [
        "filing.signed_on", "filing.date", "filing.signatory.name", "filing.signatory.title",
        "filing.signed_elsewhere", "survey.suppliers", "survey.answered", "statuses.0.as_of", "notice",
        "counts",
        "origins", "high_risk_areas", "audit", "control.rows", "waivers", "scorecard.result_is_stated.answer",
    ],
)  # fmt: skip
def test_what_belongs_to_the_year_is_blank(data: Path, path: str) -> None:
    start_from(data, 2022, 2021)
    value: Any = stated(data)
    for name in path.split("."):
        value = value[int(name) if name.isdecimal() else name]
    assert value == ""


def test_comments_of_people_stay_with_their_entries(data: Path) -> None:
    start_from(data, 2022, 2021)
    text = (data / "2022" / "disclosure.yml").read_text("utf-8")
    assert "# The company, as counsel wrote it.\nregistrant:\n" in text
    assert "  # Ina: without those of the plant in Ohio.\n  suppliers:  # counted twice\n" in text
    assert "# Of the answers." in text


def test_records_reviews_rows_and_files_of_the_year_stay_behind(data: Path) -> None:
    start_from(data, 2022, 2021)
    names = contents(data / "2022").keys()
    parts = {name.partition("/")[0] for name in names}
    assert parts & {"record", "review", "lists", "documents", "exhibits", "reconciled.yml"} == set()
    assert {name for name in names if name.startswith(("form/", "pictures/"))} == {
        "form/item-1-01.md", "form/not-applicable.md", "pictures/chain.png",
    }  # fmt: skip
    book = openpyxl.load_workbook(data / "2022" / "smelters.xlsx")
    assert [len(list(sheet.iter_rows(min_row=2))) for sheet in book if sheet.title == "Smelter List"] in (
        [0],
        [1],
    )


def test_all_that_came_over_is_marked_until_a_person_deletes_the_marks(data: Path) -> None:
    start_from(data, 2022, 2021)
    folder = data / "2022"
    assert stated(data)["carried_over"] == {
        "from": "2021",
        "entries": ["registrant", "form", "products", "survey", "statuses", "annex", "policy"],
        "files": ["letters.md", "reconcile.yml", "suppliers.yml"],
    }
    marked = {name for name, text in contents(folder).items() if b"<!-- Carried over from 2021" in text}
    assert {"report/01-inquiry.md", "report/02-results.md", "form/item-1-01.md"} <= marked
    codes = [one.code for one in load_year(data, 2022).findings]
    assert "ST-002" in codes
    for name in marked:
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(re.sub(r"<!-- Carried over.*?-->", "", text), encoding="utf-8")
    path = folder / "disclosure.yml"
    path.write_text(
        re.sub(r"^    - [\w.]+\n", "", path.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )
    assert "ST-002" not in [one.code for one in load_year(data, 2022).findings]


def test_a_text_that_is_the_programs_own_bears_no_mark(data: Path) -> None:
    own = next(iter(sorted(TEMPLATES.glob("*.md"))))
    (data / "2021" / "wording" / own.name).write_bytes(own.read_bytes())
    (data / "2021" / "wording" / "annex.md").write_text("# Ours\n\n## rows\n\n{{ rows }}\n", encoding="utf-8")
    start_from(data, 2022, 2021)
    assert (data / "2022" / "wording" / own.name).read_bytes() == own.read_bytes()
    assert "Carried over from 2021" in (data / "2022" / "wording" / "annex.md").read_text("utf-8")


def test_the_suppliers_round_comes_over_without_its_days(data: Path) -> None:
    start_from(data, 2022, 2021)
    assert (data / "2022" / "suppliers.yml").read_text("utf-8") == "# Ours.\nsuppliers: [Quorvex Ltd]\n"
    assert (data / "2022" / "reconcile.yml").read_text("utf-8") == (
        "# Ina: as agreed.\nreviewed_on:\naccept_company_level: no\n"
    )
    assert "/suppliers.yml" in (data / "2022" / ".gitignore").read_text("utf-8")


def test_headings_and_sheets_of_ones_own_come_over(data: Path) -> None:
    workbook(data / "2021" / "smelters.xlsx", ROWS, headings=(*HEADINGS[:4], "Status", "Plant"))
    start_from(data, 2022, 2021)
    book = openpyxl.load_workbook(io.BytesIO((data / "2022" / "smelters.xlsx").read_bytes()))
    assert [cell.value for cell in book["Smelter List"][1]] == [*HEADINGS[:4], "Status", "Plant"]


def test_typed_years_are_pointed_out_with_their_lines(data: Path) -> None:
    result = formsd(data, "--from", "2021")
    assert result.exit_code == 0, result.output
    assert f"  '2021' ({data}/2022/report/01-inquiry.md:5)" in result.output
    assert "comments in texts, carried_over in disclosure.yml" in result.output


def test_filled_in_and_read_the_year_is_whole(data: Path) -> None:
    start_from(data, 2022, 2021)
    workbook(data / "2022" / "smelters.xlsx", ROWS, headings=HEADINGS)
    year = load_year(data, 2022)
    assert isinstance(year, Year)
    assert year.disclosure.facts.registrant.name == "Invented Devices, Inc."
    assert "a look at what came over from the year before (ST-002)" in year.missing


def spoil_yml(folder: Path) -> None:
    (folder / "disclosure.yml").write_text("registrant: [\nperiod: 2021\n", encoding="utf-8")


def spoil_entry(folder: Path) -> None:
    (folder / "disclosure.yml").write_text(YML.replace("products:", "prodacts:"), encoding="utf-8")


def spoil_section(folder: Path) -> None:
    (folder / "report" / "01-inquiry.md").write_bytes(b"# Inquiry\n\n\x93quoted\x94\n")


def spoil_list(folder: Path) -> None:
    (folder / "smelters.xlsx").write_bytes(b"no workbook")


def lose_facts(folder: Path) -> None:
    (folder / "disclosure.yml").unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_yml, "YM-001 error"),
        (spoil_entry, "YM-002 error"),
        (spoil_section, "data/2021/report/01-inquiry.md:3"),
        (spoil_list, "WB-001 error"),
        (lose_facts, "disclosure.yml is not there"),
    ],
)
def test_of_a_broken_year_nothing_is_written_and_the_place_is_said(data: Path, spoil: Any, said: str) -> None:
    spoil(data / "2021")
    result = formsd(data, "--from", "2021")
    assert result.exit_code == 1
    assert said in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert [path.name for path in data.iterdir() if "2022" in path.name] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--from", "2019"], "There is no folder data/2019 to take over from. There are: 2021."),
        (["--from", "2022"], "2022 is not before 2022"),
        (["--from", "2021", "--no-list"], "Route and list are those of 2021"),
        (["--from", "2021", "--route", "country-of-origin-inquiry"], "Route and list are those of 2021"),
    ],
)
def test_what_cannot_be_taken_over_is_told(data: Path, options: list[str], said: str) -> None:
    result = formsd(data, *options)
    assert result.exit_code != 0
    assert said in result.output
    assert not (data / "2022").exists()


def test_a_year_that_is_begun_is_left_alone(data: Path) -> None:
    start_year(data, 2022)
    before = contents(data / "2022")
    result = formsd(data, "--from", "2021")
    assert result.exit_code == 1
    assert "2022 is begun already" in result.output
    assert contents(data / "2022") == before


@pytest.mark.parametrize(("where", "step"), [(added_files, "write_synced"), (Path, "rename")])
@pytest.mark.parametrize("after", [0, 3, 9])
def test_an_interrupted_start_is_ended_by_the_next_one(
    data: Path, monkeypatch: pytest.MonkeyPatch, where: object, step: str, after: int
) -> None:
    start_from(data, 2022, 2021)
    whole = contents(data / "2022")
    (data / "2022").rename(data.parent / "whole")
    plain, done = getattr(where, step), []

    def refuse(path: Path, value: object) -> object:
        done.append(path)
        if len(done) > after:
            raise OSError(28, "No space left on device", str(path))
        return plain(path, value)

    with monkeypatch.context() as patched:
        patched.setattr(where, step, refuse)
        with pytest.raises(DisclosureError, match="No space left on device"):
            start_from(data, 2022, 2021)
    start_from(data, 2022, 2021)
    assert contents(data / "2022") == whole


def test_a_source_with_marks_of_its_own_gets_new_ones(data: Path) -> None:
    start_from(data, 2022, 2021)
    start_from(data, 2023, 2022)
    text = (data / "2023" / "report" / "01-inquiry.md").read_text("utf-8")
    assert re.findall("Carried over from (20..)", text) == ["2022"]
    facts = (data / "2023" / "disclosure.yml").read_text("utf-8")
    assert facts.count("carried_over:") == 1
    assert "  from: 2022\n" in facts
