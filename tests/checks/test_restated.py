"""A year that restates a filing: what is found in what was filed is a warning at most."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.checks.restated import lowered
from generator.findings import Finding, Matter, Rule, Severity, Stops, errors, stopping
from generator.findings.as_sarif import to_sarif
from generator.findings.catalogue import rules
from generator.model import LineRef
from generator.pipeline import Year, export_files, load_year, render
from tests.support.builders import YML, disclosure, write_year

WHERE = LineRef("disclosure.yml", 3)
OWN = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
FAMILIES_OF_FILED = {"BP", "CL", "CO", "CP", "DT", "FG", "FM", "SM", "TF", "WD"}
FILED_OF_OTHERS = {"SL-001", "SL-002"}
"""What lists of sanctions say of the filed names; the other findings of the family are about these lists."""
OF_THE_FOLDER = {"CO-002", "DT-001", "FG-001", "FM-005", "FM-008"}
"""The table of countries, the folder's name, figures known from elsewhere, and files of the form that are
missing or left over."""


def told(rule: Rule) -> Finding:
    return Finding(rule, "invented", WHERE, "Mend it.")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_each_rule_is_about_what_was_filed_or_about_the_folder(rule: Rule) -> None:
    is_filed = rule.code[:2] in FAMILIES_OF_FILED and rule.code not in OF_THE_FOLDER
    is_filed = is_filed or rule.code in FILED_OF_OTHERS
    assert rule.matter is (Matter.FILED if is_filed else Matter.FOLDER)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_restated_year_has_no_error_about_what_was_filed(rule: Rule) -> None:
    [found] = lowered(disclosure(), [told(rule)])
    if rule.matter is Matter.FOLDER:
        assert found == told(rule)
        return
    assert found.severity is (Severity.INFO if rule.severity is Severity.INFO else Severity.WARNING)
    assert found.stops is Stops.NOTHING
    assert errors([found]) == stopping([found], is_final=True) == stopping([found], is_final=False) == ()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_disclosure_that_is_made_here_keeps_every_severity(rule: Rule) -> None:
    own = disclosure(filing__signed_elsewhere=None)
    assert lowered(own, [told(rule)]) == [told(rule)]


def test_every_output_shows_the_lowered_severity() -> None:
    rule = next(one for one in rules() if one.stops is Stops.EVERY_BUILD and one.matter is Matter.FILED)
    [found] = lowered(disclosure(), [told(rule)])
    assert str(found).startswith(f"{rule.code} warning: ")
    assert (found.as_dict()["severity"], found.as_dict()["stops"]) == ("warning", "nothing")
    [run] = json.loads(to_sarif([found]))["runs"]
    assert run["results"][0]["level"] == "warning"


@pytest.mark.parametrize(("yml", "severity"), [(YML, "warning"), (OWN, "error")])
def test_a_filed_row_with_an_unknown_country_stops_no_restated_final(
    tmp_path: Path, yml: str, severity: str
) -> None:
    rows = [
        ("Gold", "", "Invented Gold Works", "Atlantis", "Conformant"),
        ("Tin", "", "Invented Tin Works", "Atlantis", "Conformant"),
        ("Tin", "", "Other Tin Works", "PERU", "Open"),
    ]
    write_year(tmp_path / "data", yml=yml, rows=rows)
    loaded = load_year(tmp_path / "data", 2021)
    [found] = [one for one in loaded.findings if one.code == "SM-006"]
    assert found.message == "2 rows have a country that is not known: 'Atlantis' (D2 and D3)"
    assert found.severity == severity
    assert (found in loaded.stopping()) is (severity == "error")
    assert loaded.disclosure is not None
    assert len(loaded.disclosure.smelters) == 3


ODD = [
    ("Gold", "CID000001", "", "JAPAN", "Open"),
    ("Tin", "", "Invented Tin Works", "PERU", "Open"),
    ("Tungsten/Tin", "", "Both Works", "PERU", "Open"),
    ("3TG", "", "All Works", "PERU", "Open"),
    ("", "", "Works of nothing", "PERU", "Open"),
    ("Unobtainium", "", "Other Works", "PERU", "Open"),
]


def test_a_restated_year_shows_rows_without_a_known_metal_or_a_name_as_filed(tmp_path: Path) -> None:
    write_year(tmp_path / "data", rows=ODD)
    loaded = load_year(tmp_path / "data", 2021)
    assert isinstance(loaded, Year)
    assert loaded.stopping() == ()
    assert {one.code: str(one.severity) for one in loaded.findings if one.code in ("SM-004", "SM-008")} == {
        "SM-004": "warning",
        "SM-008": "warning",
    }
    assert len(loaded.disclosure.all_rows) == len(ODD)
    assert [row.metal for row in loaded.disclosure.smelters] == ["Gold", "Tin"]
    assets, _ = export_files([loaded])
    [table] = [asset.content.decode("utf-8-sig") for asset in assets if asset.uri.endswith(".csv")]
    pages = "".join(page.complete for page in render([loaded]).pages)
    for metal, _, name, *_ in ODD:
        assert metal in table
        assert name in table
        assert metal in pages
        assert name in pages
    assert 'id="CID000001"' in pages
    assert "no conflict mineral" not in pages
    assert "4 rows" in pages
    assert "for which the filing does not name one known mineral" in pages


def test_a_year_that_is_made_here_needs_a_known_metal_and_a_name(tmp_path: Path) -> None:
    write_year(tmp_path / "data", yml=OWN, rows=ODD)
    assert {one.code for one in load_year(tmp_path / "data", 2021).stopping()} >= {"SM-004", "SM-008"}
