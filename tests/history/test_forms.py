"""Forms: our own output, the filing of 2021, a submission typed as text, layouts as filers have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.filed_forms import HALDEN, LAMPS, LAMPS_INQUIRY
from tests.support.filing import STATED
from tests.support.imports import run_import

QUALYS = STATED["registrant"]
SIGNED = {
    "signatory": {"name": "Bruce K. Posey", "title": "Chief Legal Officer and Corporate Secretary"},
    "signed_on": "2022-05-31",
}


def filing(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts["filing"].items() if key in ("signatory", "signed_on", "date")}


def test_our_own_form_and_exhibit_are_read_back(repo: Path, tmp_path: Path) -> None:
    command = [
        "export",
        "2021",
        "--data",
        str(repo / "data"),
        "--only",
        "edgar",
        "--to",
        str(tmp_path / "out"),
    ]
    assert CliRunner().invoke(main, command).exit_code == 0
    edgar = tmp_path / "out" / "2021" / "documents" / "edgar"
    made = run_import(
        tmp_path, 2021, form=(edgar / "form-sd.htm").read_bytes(), exhibit=(edgar / "ex1-01.htm").read_bytes()
    )
    assert made.exit_code == 0, made.output
    assert (made.facts["registrant"], filing(made.facts)) == (QUALYS, SIGNED)
    assert made.facts["form"] == {"layout": "2013-2019", "route": "conflict-minerals-report"}
    assert sum(len(rows) - 1 for rows in made.sheets.values()) == 298
    assert "is publicly available" not in made.report
    item = (made.folder / "form" / "item-1-01.md").read_text(encoding="utf-8")
    assert "filed as Exhibit 1.01" in item
    output = made.verify()
    assert "11 entries of cover and signature" in output
    assert "the list of exhibits (1.01)" in output


def test_the_filing_of_2021_is_read_form_and_report_in_one_text(shared: Path, tmp_path: Path) -> None:
    (given,) = (shared / "filing-2021").glob("*.txt")
    made = run_import(tmp_path, 2021, exhibit=given.read_bytes())
    assert made.exit_code == 0, made.output
    facts = made.facts
    assert (facts["registrant"], filing(facts), facts["period"]) == (QUALYS, SIGNED, "2021")
    assert facts["survey"]["suppliers"] == "7"
    assert facts["survey"]["response_rate"] == "100%"
    assert facts["survey"]["supplier_term"] == {
        "one": "contract manufacturer",
        "many": "contract manufacturers",
    }
    assert facts["survey"]["outside_covered_countries"] == "1"
    assert [(one["label"], one["class"]) for one in facts["statuses"]] == [
        ("Full Compliant", "conformant"),
        ("Active", "active"),
        ("Indeterminable", "indeterminable"),
    ]
    assert all(one["definition"] for one in facts["statuses"])
    assert facts["origins"] == {"determined": "no"}
    assert len(facts["covered_countries"]) == 10
    with (shared / "filing-2021" / "annex.csv").open(encoding="utf-8-sig") as file:
        assert sum(1 for _ in file) - 1 == len(made.sheets["Smelter List"]) - 1 == 298
    output = made.verify()
    assert "11 entries of cover and signature" in output
    assert "3 of 3 definitions" in output
    assert "contradicts itself in 1 place" in output


def test_a_whole_submission_is_form_and_report(tmp_path: Path) -> None:
    made = run_import(tmp_path, 2019, form=LAMPS)
    assert made.exit_code == 0, made.output
    assert made.notes == []
    assert made.facts["registrant"] == {
        "name": "Invented Devices, Inc.",
        "jurisdiction": "Delaware",
        "commission_file_number": "001-12345",
        "ein": "12-3456789",
        "address": {
            "street": "1 Main Street, Suite 5",
            "city": "Springfield",
            "state": "Illinois",
            "zip": "62701",
        },
        "contact": {"name": "Ann Sample", "title": "General Counsel", "telephone": "(217) 555-0100"},
        "disclosure_url": "https://www.invented.example/minerals",
        "cik": "12345",
    }
    assert filing(made.facts) == {
        "signatory": {"name": "Bob Sample", "title": "Executive Vice President and Chief Financial Officer"},
        "signed_on": "2020-05-29",
        "date": "2020-05-29",
    }
    assert (made.facts["survey"]["suppliers"], made.facts["survey"]["answered"]) == ("42", "40")
    assert made.sheets == {
        "Smelter List": [
            ("Metal", "Smelter Name", "Country"),
            ("Gold", "Aurum Works", "Japan"),
            ("Gold", "Halden Refining AG", "Switzerland"),
            ("Tin", "Nova Tin", "Peru"),
            ("Tungsten", "Wolf Powder Co., Ltd.", "China"),
        ]
    }
    titles = [line for line in made.report.splitlines() if line.startswith("#")]
    assert titles == ["# Conflict Minerals Report", "# 1. Introduction", "# 2. Inquiry", "# 3. Smelters"]
    assert "begin 644" not in made.report
    made.verify()


def test_cells_of_values_above_cells_of_captions_are_read(tmp_path: Path) -> None:
    made = run_import(tmp_path, 2022, form=HALDEN)
    assert made.facts["registrant"] == {
        "name": "Halden Instruments Corporation",
        "jurisdiction": "Ohio",
        "commission_file_number": "001-07654",
        "ein": "34-1234567",
        "address": {"street": "6095 Parkland Boulevard", "city": "Cleveland", "state": "OH", "zip": "44124"},
        "contact": {
            "name": "Maria Q. Example, Jr., Esq.",
            "title": "Senior Vice President, General Counsel & Secretary",
            "telephone": "440-555-0123",
        },
        "disclosure_url": "https://www.halden.example/cm",
    }
    assert filing(made.facts) == {
        "signatory": {
            "name": "John Specimen",
            "title": "Executive Vice President and Chief Operating Officer",
        },
        "signed_on": "2023-05-26",
    }
    assert "layout" not in made.facts["form"]
    assert "names 2 web addresses" in made.output
    assert "its Exhibit 1.01, which was not given" in made.output
    made.verify()


def test_a_report_of_another_company_than_the_form_is_told(tmp_path: Path) -> None:
    report = "<p>This Conflict Minerals Report of Other Lamps, Inc. is for the calendar year 2022.</p>"
    made = run_import(tmp_path, 2022, form=HALDEN, exhibit=f"<html><body>{report}</body></html>")
    assert made.facts["registrant"]["name"] == "Halden Instruments Corporation"
    assert "the report names 'Other Lamps, Inc.', the cover of the form 'Halden" in made.output


def test_a_form_without_a_report_is_the_other_route(tmp_path: Path) -> None:
    made = run_import(tmp_path, 2018, form=LAMPS_INQUIRY)
    facts = made.facts
    assert facts["form"] == {"route": "country-of-origin-inquiry"}
    assert facts["registrant"]["translation"] == "HONJIN MOTOR CO., LTD."
    assert facts["registrant"]["address"] == {
        "street": "2-3, Toranomon 2-chome, Minato-ku",
        "city": "Tokyo",
        "zip": "105-8404",
        "country": "Japan",
    }
    assert facts["registrant"]["contact"] == {
        "name": "Taro Mihon",
        "title": "Chief Officer for Accounting",
        "telephone": "+81-3-5555-0100",
    }
    assert filing(facts)["signatory"] == {
        "name": "Eiji Mihon",
        "title": "Managing Officer and Chief Financial Officer",
    }
    assert "came from scrap" in made.report
    made.verify()


@pytest.mark.parametrize("kind", ["form", "exhibit"])
def test_a_file_is_taken_for_what_it_is(tmp_path: Path, kind: str) -> None:
    made = run_import(tmp_path, 2018, **{kind: LAMPS_INQUIRY})
    assert made.facts["form"] == {"route": "country-of-origin-inquiry"}


def test_what_a_form_does_not_tell_is_no_fact(tmp_path: Path) -> None:
    unsigned = (
        LAMPS_INQUIRY.replace("/s/ Eiji Mihon", "")
        .replace("Eiji Mihon", "")
        .replace("Date: May 30, 2019", "")
    )
    made = run_import(tmp_path, 2018, form=unsigned.replace("1-07628", ""))
    assert "commission_file_number" not in made.facts["registrant"]
    assert filing(made.facts) == {}
    assert "the signature has no day" in made.output
    assert "does not tell name and title" in made.output
